// The lists at the beginning of a paper name what stands in it: each caption with its number and words, each heading of a chapter.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { beda, kataOf, kunciOf, singkat } from '../kata.ts'
import type { Naskah } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const daftarIsi: Aturan = {
  kode: 'DAFTAR-ISI',
  jenis: 'caption',
  memeriksa: 'Judul di daftar isi, daftar tabel, dan daftar gambar sama dengan judul di tempatnya.',
  contoh: {
    benar: 'Daftar: "Tabel 2 Realisasi 2024"; isi: "Tabel 2 Realisasi 2024"',
    salah: 'Daftar: "Tabel 2 Realisasi 2023"; isi: "Tabel 2 Realisasi 2024"',
  },
  periksa: (naskah) => {
    const made = [...entriesOf(naskah)].map(({ entry, real }) => compare(entry, real))
    return { hitungan: made.flatMap((m) => m.hitungan), temuan: [...made.flatMap((m) => m.temuan), ...otherNumbers(naskah)] }
  },
}

type Judul = { readonly teks: string; readonly di: Place }

/** A line of a list with the title that it stands for: of the same label and number, or under the same number in its chapter. */
function* entriesOf({ paper, tabel }: Naskah): Iterable<{ entry: Judul; real: Judul }> {
  const captions = new Map<string, Judul[]>()
  for (const block of paper.blocks) if (block.kind === 'caption') add(captions, block.label, block.number, block.text, block.at)
  for (const { judul } of tabel) if (judul) add(captions, judul.label, judul.number, judul.text, judul.at)
  const headings = headingsOf(paper.blocks)
  let bab = ''
  for (const block of paper.blocks) {
    if (block.kind !== 'contents') continue
    for (const { text, at } of block.entries) {
      const label = /^(Tabel|Grafik|Gambar|Bagan|Diagram)\s+([\d.]+?)[.:]?\s+(.+)$/is.exec(text)
      const entry = { teks: label?.[3] ?? text, di: at }
      if (label) {
        // A number that is given twice names none.
        const same = captions.get(`${label[1]!.toLowerCase()} ${label[2]!.replace(/\.$/, '')}`)
        if (same?.length === 1) yield { entry, real: same[0]! }
        continue
      }
      bab = /^BAB\s+([IVX]+)/i.exec(text)?.[1] ?? bab
      const number = /^([A-Z]|\d{1,2})[.)]\s/.exec(text)?.[1]
      const real = number && headings.filter((h) => h.bab === bab && h.number === number && kindred(entry.teks, h.teks))
      if (real && real.length === 1) yield { entry, real: real[0]! }
    }
  }
}

/** A title that the list gives under another letter of its chapter: `A. Rencana Strategis` for `B. Rencana Strategis`. */
function otherNumbers({ paper }: Naskah): TemuanNaskah[] {
  const headings = headingsOf(paper.blocks).filter((h) => /^[A-Z]$/.test(h.number))
  let bab = ''
  return paper.blocks.flatMap((block) =>
    (block.kind === 'contents' ? block.entries : []).flatMap(({ text, at }): TemuanNaskah[] => {
      bab = /^BAB\s+([IVX]+)/i.exec(text)?.[1] ?? bab
      const number = /^([A-Z])[.)]\s/.exec(text)?.[1]
      const same = headings.filter((h) => h.bab === bab && kunciOf(h.teks) === kunciOf(text))
      const [real] = same
      if (!number || same.length !== 1 || !real || real.number === number || kataOf(text).length < 2) return []
      const penjelasan = `Daftar isi (${tempat(at)}) memberi judul ini huruf ${number}, sedangkan di tempatnya huruf ${real.number}. Samakan urutan judul bab itu dengan daftar isinya.`
      return [{ di: real.di, jenis: 'caption', berat: 'rendah', keyakinan: 0.85, letak: `judul "${singkat(real.teks, 60)}"`, tercetak: singkat(real.teks, 160), seharusnya: singkat(text, 160), penjelasan, terkait: [at] }] // biome-ignore format: a case
    }),
  )
}

function add(captions: Map<string, Judul[]>, label: string, number: string, teks: string, di: Place) {
  const key = `${label.toLowerCase()} ${number.replace(/\.$/, '')}`
  captions.set(key, [...(captions.get(key) ?? []), { teks, di }])
}

/** Numbered headings with their chapter; the chapters that the outline of the introduction names come before the real ones. */
function headingsOf(blocks: Naskah['paper']['blocks']): (Judul & { bab: string; number: string })[] {
  const found = new Map<string, Judul & { bab: string; number: string }>()
  let bab = ''
  for (const block of blocks) {
    // A numbered heading that the reader took for a list of one.
    const alone = block.kind === 'list' && block.items.length === 1 ? block.items[0]! : undefined
    const teks = block.kind === 'heading' ? block.text : alone ? `${alone.marker} ${alone.text}` : ''
    bab = /^BAB\s+([IVX]+)/i.exec(teks)?.[1] ?? bab
    const number = teks.length < 200 ? /^([A-Z]|\d{1,2})[.)]\s/.exec(teks)?.[1] : undefined
    if (number) found.set(`${bab} ${number} ${kataOf(teks).slice(0, 2).join(' ')}`, { teks, di: block.at, bab, number })
  }
  return [...found.values()]
}

/** Two titles that mean one thing: most of their words are the same. */
function kindred(a: string, b: string): boolean {
  const [x, y] = [kataOf(a), kataOf(b)]
  const shared = x.filter((w) => y.includes(w)).length
  return shared >= 3 && shared >= Math.min(x.length, y.length) * 0.6
}

function compare(entry: Judul, real: Judul): { hitungan: Hitungan[]; temuan: TemuanNaskah[] } {
  const letak = `daftar, "${singkat(entry.teks, 60)}"`
  const [a, b] = sameYear(wordsOf(entry.teks), wordsOf(real.teks))
  const cocok = same(a, b)
  const base = { di: entry.di, letak, tercetak: singkat(entry.teks, 160) }
  const hitungan = { ...base, rumus: `${tempat(entry.di)} = ${tempat(real.di)}`, dihitung: singkat(real.teks, 160), cocok }
  if (cocok) return { hitungan: [{ ...hitungan, pembulatan: 'tepat' }], temuan: [] }
  // Slips of a scanner in one letter are not worth an office's time.
  const apart = [...a.filter((w) => !near(w, b)), ...b.filter((w) => !near(w, a))]
  // A title that goes on in the next line is not another one.
  const cut = a.join('').startsWith(b.join('')) || b.join('').startsWith(a.join(''))
  if (!apart.length || cut || !kindred(entry.teks, real.teks)) return { hitungan: [], temuan: [] }
  const temuan: TemuanNaskah = {
    di: real.di,
    jenis: 'caption',
    berat: 'rendah',
    keyakinan: apart.some((w) => /^\d+$/.test(w)) ? 0.9 : apart.every((w) => w.length < 7) ? 0.7 : 0.8,
    letak: `judul "${singkat(real.teks, 60)}"`,
    tercetak: singkat(real.teks, 160),
    seharusnya: singkat(entry.teks, 160),
    penjelasan: `Daftar (${tempat(entry.di)}) menulis "${singkat(entry.teks, 120)}", sedangkan judul di tempatnya "${singkat(real.teks, 120)}". Yang berbeda: ${telling(apart).join(', ')}. Samakan keduanya.`,
    terkait: [entry.di],
  }
  return { hitungan: [{ ...hitungan, pembulatan: null }], temuan: [temuan] }
}
/** The words that say something; the small ones only where nothing else differs. */
function telling(words: readonly string[]): readonly string[] {
  const own = words.filter((w) => !/^(?:dan|atau|serta|yang|di|ke|dari|pada|untuk|dengan|dalam|oleh|para)$/.test(w))
  return (own.length ? own : words).slice(0, 6)
}
const near = (word: string, words: readonly string[]) =>
  words.some((w) => w === word || (!/\d/.test(word) && beda(w, word, 2) <= (word.length > 4 ? 2 : 1)))
/** Joined and parted alike, without the source that a caption may add. */
const wordsOf = (teks: string) => kataOf(teks.replace(/\(?\s*sumber\b.*$/is, ''))
/** A list may leave out the year at the end of a title. */
function sameYear(a: string[], b: string[]): [string[], string[]] {
  const bare = (words: string[]) =>
    words.slice(0, words.length - (/^20\d\d$/.test(words.at(-1) ?? '') ? (words.at(-2) === 'tahun' ? 2 : 1) : 0))
  const [x, y] = [bare(a), bare(b)]
  return (x.length === a.length) === (y.length === b.length) ? [a, b] : [x, y]
}
const same = (a: readonly string[], b: readonly string[]) => a.join('') === b.join('')
