// What a clerk types into the variables of a formula, read the same way in the browser and on the server. Pure and small.
import type { Figure } from '../platform/kernel/figure.ts'
import { readNumber } from '../platform/kernel/read-number.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'

/** A variable that a formula asks for: one figure, or a table whose rows have their words (`kolom`) and one figure. */
export type MasukanDiminta = {
  readonly nama: string
  readonly jenis: 'ANGKA' | 'TABEL'
  readonly dari: 'SURVEI' | 'MASUKAN'
  /** The columns of words, in the order in which they are typed or pasted; the figure comes after them. */
  readonly kolom: readonly string[]
  readonly arti: string
}
export type BarisMasukan = { readonly dimensi: Readonly<Record<string, string>>; readonly tercetak: string }
export type SalahMasukan = {
  readonly masukan: string
  readonly baris: number | null
  readonly kolom: string
  readonly pesan: string
}
type Isian = { readonly dimensi: Record<string, string>; readonly nilai: Figure }

const NILAI = 'nilai'
const STATES: readonly (readonly [RegExp, 'TIDAK_DITARGETKAN' | 'BELUM_RILIS'])[] = [
  [/^n\/?a$/i, 'TIDAK_DITARGETKAN'],
  [/^(data )?belum rilis$/i, 'BELUM_RILIS'],
]

/** The figure that was typed, or the sentence that says why it cannot be read. Nothing typed is KOSONG, never 0. */
export function readCell(typed: string, kategori = false): Figure | string {
  const text = typed.trim()
  if (text === '') return { status: 'KOSONG' }
  const state = STATES.find(([pattern]) => pattern.test(text))?.[1]
  if (state) return { status: state, tercetak: text.slice(0, 300) }
  if (kategori && /^[A-Za-z][A-Za-z ]{0,98}$/.test(text)) return { status: 'NILAI', kategori: text, tercetak: text }
  const two = /^(-?[1-9]\d{0,2})[.,](\d{3})$/.exec(text)
  if (two)
    return `"${text}" dapat dibaca ${two[1]}${two[2]} atau ${two[1]},${two[2]}0. Tulis ${two[1]}${two[2]} tanpa pemisah, atau ${two[1]},${two[2]}0.`
  const nilai = readNumber(text, '')
  return isRefusal(nilai) ? nilai.detail : { status: 'NILAI', nilai, tercetak: text }
}

/** The rows of a variable as they are stored, without those left empty, and everything that is wrong with its place. */
export function readMasukan(
  asked: MasukanDiminta,
  rows: readonly BarisMasukan[],
  kategori = false,
): { readonly isian: readonly Isian[]; readonly salah: readonly SalahMasukan[] } {
  const salah: SalahMasukan[] = []
  const isian: Isian[] = []
  const seen = new Map<string, number>()
  const many = asked.jenis === 'TABEL'
  rows.forEach((row, i) => {
    const words = asked.kolom.map((k) => (row.dimensi[k] ?? '').trim())
    if (!row.tercetak.trim() && words.every((w) => !w)) return
    const at = { masukan: asked.nama, baris: many ? i + 1 : null }
    const no = (kolom: string, pesan: string) => salah.push({ ...at, kolom, pesan })
    const blank = asked.kolom.find((_, n) => !words[n])
    if (blank) no(blank, `Kolom ${blank} belum diisi.`)
    const key = JSON.stringify(words)
    const before = seen.get(key)
    if (many && !blank && before !== undefined) no(asked.kolom[0] ?? NILAI, `Sama dengan baris ${before}. Hapus salah satunya.`)
    seen.set(key, i + 1)
    const nilai = readCell(row.tercetak, kategori)
    if (typeof nilai === 'string') no(NILAI, nilai)
    else isian.push({ dimensi: Object.fromEntries(asked.kolom.map((k, n) => [k, words[n]!])), nilai })
  })
  return { isian: !many && isian[0]?.nilai.status === 'KOSONG' ? [] : isian, salah }
}

/** `ditindaklanjuti, baris 3, kolom nilai: …`: where it is, and what to do. */
export function placeOf({ masukan, baris, kolom, pesan }: SalahMasukan): string {
  const words = masukan.replaceAll('_', ' ')
  return baris === null ? `${words}: ${pesan}` : `${words}, baris ${baris}, kolom ${kolom}: ${pesan}`
}
