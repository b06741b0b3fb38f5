// Enumerations within a sentence: none names a thing twice, the same list has the same members wherever it stands, and one for
// several years has a figure for each.
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { kunciOf, singkat } from '../kata.ts'
import { tempat as tempatBaris } from '../sama.ts'
import { type Petikan, petikan, tempat } from '../teks.ts'

export const deret: Aturan = {
  kode: 'DERET',
  jenis: 'copy-paste',
  memeriksa:
    'Perincian dalam kalimat tidak menyebut satu hal dua kali, dan deret angka tahunan memuat satu angka untuk setiap tahun.',
  contoh: { benar: 'RT, RW, LMK, dan FKDM', salah: 'RT, RT, LMK, dan FKDM' },
  periksa: (naskah) => {
    const texts = petikan(naskah).filter((p) => p.jenis !== 'daftar' && p.jenis !== 'keterangan' && p.teks.length > 20)
    const lists = texts.flatMap(listsIn)
    const years = texts.map(perYear)
    return {
      hitungan: years.flatMap((y) => y.hitungan),
      temuan: [...lists.flatMap(twice), ...otherMember(lists), ...years.flatMap((y) => y.temuan)],
    }
  },
}

type Deret = { readonly p: Petikan; readonly at: number; readonly isi: readonly string[]; readonly kunci: readonly string[]; readonly teks: string } // biome-ignore format: one shape

/** `A, B, C dan D`: names of one to three words, each beginning with a capital, after a comma and before the last `dan`. */
const ITEM = String.raw`\p{Lu}[\p{L}\d]*(?:[ /-]\p{Lu}[\p{L}\d]*){0,2}`
const LIST = new RegExp(
  String.raw`(?<!\p{Lu}[\p{L}\d]*,?\s|[\p{L}\d])(${ITEM}(?:,\s+${ITEM})+,?\s+(?:dan|serta|&)\s+${ITEM})`,
  'gu',
)

function listsIn(p: Petikan): Deret[] {
  return [...p.teks.matchAll(LIST)].map((m) => {
    const isi = m[1]!.split(/,?\s+(?:dan|serta|&)\s+|,\s+/u)
    return { p, at: m.index, isi, kunci: isi.map(kunciOf), teks: m[1]! }
  })
}

/** `predikat A, BB, dan A` and `golongan II, III, dan II` are what several have. */
const GRADE = /^(?:a{1,3}|b{1,2}|c{1,2}|d|e|wtp|wdp|[ivx]+|ya|ada)$/i
function twice({ p, at, isi, kunci, teks }: Deret): TemuanNaskah[] {
  // `Rencana Kerja, Rencana Kerja dan Anggaran`: a name of several words may go on behind the last `dan`.
  const i = kunci.findIndex((k, n) => k !== '' && !k.includes(' ') && !GRADE.test(k) && kunci.indexOf(k) < n)
  if (i < 0) return []
  const penjelasan = `Perincian "${singkat(teks, 90)}" menyebut "${isi[i]}" dua kali. Periksa anggota mana yang dimaksud.`
  return [{ di: tempat(p, at), jenis: 'copy-paste', berat: 'rendah', keyakinan: 0.85, letak: p.letak, tercetak: singkat(teks, 120), seharusnya: null, penjelasan }] // biome-ignore format: a case
}

/** So many members that agree show that the list is the same one. */
const SAME = 4
/** A list that stands elsewhere, oftener, with one member another. */
function otherMember(lists: readonly Deret[]): TemuanNaskah[] {
  const times = Map.groupBy(lists, (l) => l.kunci.join('|'))
  return lists.flatMap((l): TemuanNaskah[] => {
    if (l.kunci.length <= SAME || new Set(l.kunci).size < l.kunci.length || times.get(l.kunci.join('|'))!.length > 1) return []
    const model = lists.find((o) => {
      const apart = o.kunci.filter((k, i) => k !== l.kunci[i])
      const [own] = l.kunci.filter((k, i) => k !== o.kunci[i])
      // `Berintegritas, …, Integritas`: the odd one repeats another member.
      const repeats = l.kunci.some((k) => k !== own && k.includes(own ?? k))
      const oftener = times.get(o.kunci.join('|'))!.length > 1
      return o.kunci.length === l.kunci.length && apart.length === 1 && !l.kunci.includes(apart[0]!) && (oftener || repeats)
    })
    if (!model) return []
    const i = l.kunci.findIndex((k, n) => k !== model.kunci[n])
    const penjelasan = `Perincian ini menyebut "${l.isi[i]}", sedangkan perincian yang sama di ${tempatBaris(model.p.di)} menyebut "${model.isi[i]}"; ${SAME} anggota lain atau lebih sama.`
    return [{ di: tempat(l.p, l.at), jenis: 'copy-paste', berat: 'rendah', keyakinan: 0.7, letak: l.p.letak, tercetak: l.isi[i]!, seharusnya: model.isi[i]!, penjelasan, terkait: [model.p.di] }] // biome-ignore format: a case
  })
}

const VALUE = String.raw`\d{1,3}(?:[.,]\d+)?\s*%?`
const YEARS = new RegExp(
  String.raw`tahun\s+(20\d\d)\s*(?:-|–|sampai\s+(?:dengan\s+)?|s\.?\s?d\.?\s*|hingga\s+)(?:tahun\s+)?(20\d\d)[^.;\d]{0,40}?((?:${VALUE})(?:[;,]\s+(?:dan\s+)?(?:${VALUE})){2,}(?:\s+dan\s+${VALUE})?)`,
  'giu',
)

/** `tahun 2018 sampai dengan tahun 2022 adalah 102,83%; 100,7%; …`: one for each year. */
function perYear(p: Petikan): Catatan {
  const made = [...p.teks.matchAll(YEARS)].map((m): { h: Hitungan; t: TemuanNaskah[] } => {
    const [first, last] = [Number(m[1]), Number(m[2])]
    const n = m[3]!.split(/[;,]\s+(?:dan\s+)?|\s+dan\s+/).length
    const [cocok, di] = [n === last - first + 1, tempat(p, m.index)]
    const tercetak = `${first}-${last}`
    const h: Hitungan = { di, letak: `${p.letak}, deret ${tercetak}`, rumus: `${last} - ${first} + 1`, tercetak: String(n), dihitung: String(last - first + 1), pembulatan: cocok ? 'tepat' : null, cocok } // biome-ignore format: a case
    if (cocok) return { h, t: [] }
    const penjelasan = `Kalimat itu menyebut tahun ${first} sampai ${last} (${last - first + 1} tahun), tetapi deretnya memuat ${n} angka: ${singkat(m[3]!, 90)}. Perbaiki tahunnya atau deretnya.`
    return { h, t: [{ di, jenis: 'text-vs-table', berat: 'rendah', keyakinan: 0.8, letak: h.letak, tercetak, seharusnya: `${first}-${first + n - 1}`, penjelasan }] } // biome-ignore format: a case
  })
  return { hitungan: made.map((o) => o.h), temuan: made.flatMap((o) => o.t) }
}
