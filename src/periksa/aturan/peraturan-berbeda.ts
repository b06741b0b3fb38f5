// A regulation has one number, one year and one title, wherever a paper cites it. The text of the regulation is not needed: two
// citations that differ in a word or in a figure cannot both be right.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { beda, singkat } from '../kata.ts'
import { tempat } from '../sama.ts'
import { type Petikan, petikan, tempat as tempatKata } from '../teks.ts'

export const peraturanBerbeda: Aturan = {
  kode: 'PERATURAN-BERBEDA',
  jenis: 'copy-paste',
  memeriksa: 'Peraturan yang disebut beberapa kali disebut dengan nomor, tahun, dan judul yang sama.',
  contoh: {
    benar: 'Perpres 29 Tahun 2014 tentang SAKIP; lagi: Perpres 29 Tahun 2014 tentang SAKIP',
    salah: 'Perpres 29 Tahun 2014 tentang SAKIP; lagi: Perpres 19 Tahun 2014 tentang SAKIP',
  },
  periksa: (naskah) => {
    const cited = petikan(naskah).filter((p) => p.jenis !== 'daftar').flatMap(rujukanIn) // biome-ignore format: one line
    return { hitungan: [], temuan: [...otherTitles(cited), ...otherNumbers(cited)] }
  },
}

type Rujukan = {
  readonly macam: string
  readonly nomor: string
  readonly tahun: string
  /** Its title, in words as printed. */
  readonly judul: readonly string[]
  readonly tercetak: string
  readonly letak: string
  readonly di: Place
}

/** The kinds that are numbered each by itself; the ministries have numbers of their own. */
const MACAM: readonly (readonly [RegExp, string])[] = [
  [/^(?:undang-undang|uu)\b/i, 'undang-undang'],
  [/^(?:peraturan pemerintah|pp)\b/i, 'peraturan pemerintah'],
  [/^(?:peraturan presiden|perpres)\b/i, 'peraturan presiden'],
  [/^(?:instruksi presiden|inpres)\b/i, 'instruksi presiden'],
  [/^(?:peraturan daerah|perda)\b/i, 'peraturan daerah'],
  [/^(?:peraturan gubernur|pergub)\b/i, 'peraturan gubernur'],
  [/^(?:keputusan gubernur|kepgub)\b/i, 'keputusan gubernur'],
  [/^(?:peraturan (?:bupati|wali ?kota)|perbup|perwal(?:i|kot)?)\b/i, 'peraturan kepala daerah'],
  [/^(?:instruksi sekretaris daerah|instruksi sekda|insekda)\b/i, 'instruksi sekretaris daerah'],
  [/^(?:peraturan menteri|permen)\s*-?\s*(?:pendayagunaan|pan\b|panrb)/i, 'permen pan'],
  [/^permenpan/i, 'permen pan'],
  [/^(?:peraturan menteri dalam negeri|permendagri)\b/i, 'permendagri'],
  [/^(?:peraturan menteri keuangan|pmk)\b/i, 'permenkeu'],
]
const CITED =
  /(?<![\p{L}])(?<nama>(?:undang-undang|uu|peraturan (?:pemerintah|presiden|daerah|gubernur|bupati|wali ?kota|menteri)|pp|perpres|perda|pergub|perbup|perwal(?:i|kot)?|permen[\p{L}-]*|pmk|inpres|instruksi (?:presiden|sekretaris daerah|sekda)|insekda|keputusan gubernur|kepgub)(?:[^.;:(\d]{0,110}?))\s*(?:nomor|no\.?)\s*(?<nomor>\d{1,4})\s+tahun\s+(?<tahun>(?:19|20)\d\d)\s+tentang\s+/giu
/** Small words stand within a title and never end it. */
const SMALL = new Set('dan di dalam pada atas serta untuk dengan ke dari oleh bagi atau tentang yang sebagai antara'.split(' '))
/** A title of at least so many words tells its regulation. */
const LEAST = 3

function rujukanIn(p: Petikan): Rujukan[] {
  return [...p.teks.matchAll(CITED)].flatMap((m): Rujukan[] => {
    const { nama, nomor, tahun } = m.groups!
    const macam = MACAM.find(([known]) => known.test(nama!))?.[1]
    const judul = judulFrom(p.teks.slice(m.index + m[0].length, m.index + m[0].length + 320))
    if (!macam || judul.length < LEAST) return []
    const tercetak = `Nomor ${nomor} Tahun ${tahun} tentang ${singkat(judul.join(' '), 120)}`
    return [{ macam, nomor: nomor!, tahun: tahun!, judul, tercetak, letak: p.letak, di: tempatKata(p, m.index) }]
  })
}

/** What begins another citation, or another thing of law. */
const NEXT = /^(?:nomor|no|pasal|peraturan|keputusan|undang|instruksi|inpres|surat|perpres|pergub|perda|permen|pp|uu|sk|se)$/i
const isShout = (w: string) => w.length > 3 && w === w.toUpperCase() && /\p{Lu}/u.test(w)

/** Words in capitals with the small ones between them, up to a mark or to a word that goes on with the sentence. */
function judulFrom(teks: string): string[] {
  const words = [...teks.matchAll(/[\p{L}\d]+(?:[-/][\p{L}\d]+)*|[^\s\p{L}\d]/gu)].map((m) => m[0])
  const judul: string[] = []
  for (const [i, w] of words.entries()) {
    // A comma stands within a title, and a word in capitals throughout begins the next heading of a form.
    if (w === ',' && judul.length && /^\p{Lu}/u.test(words[i + 1] ?? '')) continue
    const ofRegulation = /^peraturan$/i.test(w) && SMALL.has(words[i - 1]?.toLowerCase() ?? '')
    const ends = !/^[\p{L}\d]/u.test(w) || (NEXT.test(w.split('-')[0]!) && judul.length > 0 && !ofRegulation)
    const item = /^\d{1,2}$/.test(w) && words[i + 1] === '.'
    if (ends || item || (isShout(w) && judul.length > 0 && !isShout(judul[0]!))) break
    if (!SMALL.has(w.toLowerCase()) && !/^[\p{Lu}\d]/u.test(w)) break
    judul.push(w)
  }
  return withoutSmall(judul)
}
function withoutSmall(words: readonly string[]): string[] {
  const last = words.findLastIndex((w) => !SMALL.has(w.toLowerCase()))
  return words.slice(0, last + 1)
}

const low = (words: readonly string[]) => words.map((w) => w.toLowerCase())
/** One letter may be the scanner's; a share of the word is another word. */
const isOther = (a: string, b: string) => a !== b && beda(a, b, 4) > Math.max(1, Math.min(a.length, b.length) / 5)

/** The same number and year; a word of the title is another one, and the words beside it agree. */
function otherTitles(cited: readonly Rujukan[]): TemuanNaskah[] {
  return [...Map.groupBy(cited, (r) => `${r.macam} ${r.nomor} ${r.tahun}`).values()].flatMap((same) =>
    same.flatMap((r, i) => {
      const against = same
        .filter((_, o) => o !== i)
        .flatMap((o) => (differs(low(r.judul), low(o.judul)) ? [{ o, kata: differs(low(r.judul), low(o.judul))! }] : []))
      const [first] = against
      if (!first) return []
      // The rarer title is the one that is wrong; of two that stand alone, the later is said.
      const mine = same.filter((o) => !differs(low(r.judul), low(o.judul))).length
      const theirs = same.filter((o) => !differs(low(first.o.judul), low(o.judul))).length
      if (mine > theirs || (mine === theirs && same.indexOf(first.o) > i)) return []
      const [at, word] = first.kata
      const here = r.judul[at]!
      return [
        {
          di: r.di,
          jenis: 'copy-paste',
          berat: 'rendah',
          keyakinan: theirs > mine ? 0.85 : 0.7,
          letak: r.letak,
          tercetak: r.tercetak,
          seharusnya: first.o.tercetak,
          penjelasan: `Judul peraturan yang sama ditulis berbeda: di sini "${here}", di ${tempat(first.o.di)} "${first.o.judul[at] ?? word}" (Nomor ${r.nomor} Tahun ${r.tahun} tentang ${singkat(first.o.judul.join(' '), 100)}). Samakan dengan judul resminya.`,
          terkait: [first.o.di],
        } satisfies TemuanNaskah,
      ]
    }),
  )
}

/** Which word is another one, where that is the only difference; undefined where they agree or tell of other things. */
function differs(a: readonly string[], b: readonly string[]): readonly [number, string] | undefined {
  const shared = Math.min(a.length, b.length)
  const other = a.slice(0, shared).flatMap((w, i) => (isOther(w, b[i]!) ? [i] : []))
  const [at] = other
  if (at === undefined || other.length > 1 || shared < LEAST + 1) return undefined
  // At its end a title may go on in other words.
  return at === shared - 1 && a.length !== b.length ? undefined : [at, b[at]!]
}

/** The same title, year and kind; another number. Or the same title, number and kind, of another year. */
function otherNumbers(cited: readonly Rujukan[]): TemuanNaskah[] {
  const titled = cited.filter((r) => r.judul.length > LEAST && !/^perubahan$/i.test(r.judul[0]!))
  return [...Map.groupBy(titled, (r) => `${r.macam} ${low(r.judul).slice(0, 8).join(' ')}`).values()].flatMap((same) => {
    const times = (r: Rujukan) => same.filter((o) => o.nomor === r.nomor && o.tahun === r.tahun).length
    const most = same.toSorted((a, b) => times(b) - times(a))[0]!
    const rare = same.filter((r) => (r.nomor === most.nomor) !== (r.tahun === most.tahun))
    return rare.flatMap((r) => {
      const near = r.nomor === most.nomor ? beda(r.tahun, most.tahun) <= 1 : beda(r.nomor, most.nomor) <= 1
      if (!near || low(r.judul).join(' ') !== low(most.judul).join(' ')) return []
      return [
        {
          di: r.di,
          jenis: 'cross-table',
          berat: 'rendah',
          keyakinan: times(most) > times(r) ? 0.85 : 0.7,
          letak: r.letak,
          tercetak: r.tercetak,
          seharusnya: `Nomor ${most.nomor} Tahun ${most.tahun}`,
          penjelasan: `Peraturan yang sama, tentang ${singkat(r.judul.join(' '), 100)}, di sini bernomor ${r.nomor} Tahun ${r.tahun}, sedangkan di ${tempat(most.di)} ${most.nomor} Tahun ${most.tahun}. Periksa nomornya.`,
          terkait: [most.di],
        } satisfies TemuanNaskah,
      ]
    })
  })
}
