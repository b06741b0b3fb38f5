// The numbers of tables, pictures and charts: one after another through the paper, and as its lists of them say.
import type { Place, ReadBlock } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { cuplik, type Naskah } from '../naskah.ts'
import { petikan } from '../teks.ts'

type Judul = {
  readonly label: string
  readonly nomor: string
  readonly n: number
  readonly bab: string
  readonly teks: string
  readonly di: Place
}

export const nomorJudul: Aturan = {
  kode: 'NOMOR-JUDUL',
  jenis: 'caption',
  memeriksa: 'Nomor tabel, gambar, grafik, dan bagan berurutan, tidak ganda, dan sama dengan daftarnya di depan naskah.',
  contoh: { benar: 'Tabel 1, Tabel 2, Tabel 3', salah: 'Tabel 1, Tabel 2, Tabel 4; Tabel 6 dua kali' },
  periksa: (naskah) => {
    const captions = judulOf(naskah)
    const listed = daftarOf(naskah)
    const labels = [...new Set([...captions, ...listed].map((c) => c.label))]
    const found = labels.map((label) => {
      const here = captions.filter((c) => c.label === label)
      const there = listed.filter((c) => c.label === label)
      const { hitungan, temuan } = sequence(here)
      const astray = against(naskah, here, there)
      // What its list names and the count leaves out is one thing that is missing.
      const twice = (t: TemuanNaskah) => temuan.some((o) => o.seharusnya !== null && o.seharusnya === t.tercetak)
      return { hitungan, temuan, listed: astray.filter((t) => !twice(t)) }
    })
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => [...f.temuan, ...f.listed]) }
  },
}

const PARTS = /^(?:([IVX]+|\d+)[.-])?(\d+)$/
function judul(label: string, number: string, teks: string, di: Place): Judul[] {
  const found = PARTS.exec(number.trim())
  const name = label[0]!.toUpperCase() + label.slice(1).toLowerCase()
  return found ? [{ label: name, nomor: number.trim(), n: Number(found[2]), bab: found[1] ?? '', teks, di }] : []
}

/** Lines of a list that were taken for captions stand before the first heading after the lists. */
function afterLists({ paper }: Naskah): number {
  const last = paper.blocks.findLastIndex((b) => b.kind === 'contents')
  return last < 0
    ? 0
    : Math.max(
        0,
        paper.blocks.findIndex((b, i) => i > last && b.kind === 'heading'),
      )
}
const judulIn = (blocks: readonly ReadBlock[]): Judul[] =>
  blocks.flatMap((b) => {
    const c = b.kind === 'table' ? b.caption : b.kind === 'caption' ? b : undefined
    return c ? judul(c.label, c.number, c.text, c.at) : []
  })
const judulOf = (naskah: Naskah): Judul[] => judulIn(naskah.paper.blocks.slice(afterLists(naskah)))

const ENTRY = /^(tabel|gambar|grafik|bagan|diagram|peta|foto)\s+((?:[IVX]+[.-]|\d+[.-])?\d+)[.:]?\s*(.*)$/i
function daftarOf(naskah: Naskah): Judul[] {
  const { blocks } = naskah.paper
  const entries = blocks.flatMap((b) => (b.kind === 'contents' ? b.entries : []))
  const read = entries.flatMap((e) => {
    const m = ENTRY.exec(e.text.trim())
    return m ? judul(m[1]!, m[2]!, m[3]!, e.at) : []
  })
  return entries.length ? [...read, ...judulIn(blocks.slice(0, afterLists(naskah)))] : []
}

/** Its words stand in the paper under a number that could not be read: nothing is said of it. */
function lost(naskah: Naskah, { teks }: Judul): boolean {
  const words = plain(teks).split(' ').slice(0, 5).join(' ')
  return (
    words.length > 15 && petikan(naskah).some((p) => p.jenis === 'alinea' && p.teks.length < 400 && plain(p.teks).includes(words))
  )
}

const say = (
  at: Judul,
  keyakinan: number,
  seharusnya: string | null,
  penjelasan: string,
  terkait: readonly Judul[] = [],
): TemuanNaskah => ({
  di: at.di,
  jenis: 'caption',
  berat: 'rendah',
  keyakinan,
  letak: `judul ${at.label} ${at.nomor}`,
  tercetak: `${at.label} ${at.nomor}`,
  seharusnya,
  penjelasan,
  terkait: terkait.map((t) => t.di),
})

function sequence(all: readonly Judul[]): { hitungan: Hitungan[]; temuan: TemuanNaskah[] } {
  const temuan: TemuanNaskah[] = []
  const seen = new Map<string, Judul>()
  let before: Judul | undefined
  for (const [i, now] of all.entries()) {
    const twin = seen.get(now.nomor)
    seen.set(now.nomor, twin ?? now)
    // A caption that is said again with its words belongs to the rest of the same table.
    if (twin && sameWords(twin.teks, now.teks)) continue
    const after = all[i + 1]
    if (twin) {
      const text = `${now.label} ${now.nomor} dipakai dua kali: "${cuplik(twin.teks)}" dan "${cuplik(now.teks)}".`
      temuan.push(say(now, 0.93, null, text, [twin]))
    } else if (
      before &&
      now.bab === before.bab &&
      now.n > before.n + 1 &&
      now.n <= before.n + 3 &&
      after?.n === now.n + 1 &&
      !all.some((o) => o.bab === now.bab && o.n === now.n - 1)
    ) {
      const missing = `${now.label} ${now.nomor.replace(/\d+$/, `${before.n + 1}`)}`
      temuan.push(
        say(
          now,
          0.75,
          missing,
          `Sesudah ${before.label} ${before.nomor} langsung ${now.label} ${now.nomor}: ${missing} tidak ada.`,
          [before],
        ),
      )
    } else if (before && now.bab === before.bab && now.n < before.n && after !== undefined && after.n === before.n + 1) {
      temuan.push(say(now, 0.85, null, `${now.label} ${now.nomor} berada sesudah ${before.label} ${before.nomor}.`, [before]))
    }
    before = now
  }
  const last = all.at(-1)
  const inOrder =
    all.length > 2 && !temuan.length && all.every((c, i) => i === 0 || c.bab !== all[i - 1]!.bab || c.n >= all[i - 1]!.n)
  const hitungan: Hitungan[] = inOrder
    ? [
        {
          di: last!.di,
          letak: `judul ${last!.label} ${last!.nomor}`,
          rumus: `COUNT(${all[0]!.label} ${all[0]!.nomor} sampai ${last!.nomor})`,
          tercetak: `${last!.label} ${last!.nomor}`,
          dihitung: `${last!.n}`,
          pembulatan: 'tepat',
          cocok: true,
        },
      ]
    : []
  return { hitungan, temuan }
}

/** What the list names and the text has not, and the other way round. A list of which half is missing is no list of these. */
function against(naskah: Naskah, captions: readonly Judul[], listed: readonly Judul[]): TemuanNaskah[] {
  if (listed.length < 3 || captions.length < 3) return []
  const [here, there] = [new Set(captions.map((c) => c.nomor)), new Set(listed.map((c) => c.nomor))]
  const absent = listed.filter((c) => !here.has(c.nomor) && !lost(naskah, c))
  const unlisted = captions.filter((c, i) => !there.has(c.nomor) && captions.findIndex((o) => o.nomor === c.nomor) === i)
  // Readers lose captions more often than offices do.
  if (absent.length > 0.15 * listed.length || unlisted.length > 0.15 * captions.length) return []
  return [
    ...absent.map((c) =>
      say(
        c,
        0.6,
        null,
        `Daftar menyebut ${c.label} ${c.nomor} "${cuplik(c.teks)}", tetapi judul itu tidak ditemukan di dalam naskah.`,
      ),
    ),
    ...unlisted.map((c) => say(c, 0.7, null, `${c.label} ${c.nomor} "${cuplik(c.teks)}" tidak ada di dalam daftarnya.`)),
  ]
}

const plain = (teks: string) =>
  teks
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
const sameWords = (a: string, b: string) => plain(a) === plain(b) || /^(?:lanjutan|sambungan)\b/.test(plain(b)) || plain(b) === ''
