// What a clerk types into the variables of a formula, read the same way in the browser and on the server. Pure and small.
import { type BatasMasukan, batasInWords } from '../peraturan/metode.ts'
import type { Figure } from '../platform/kernel/figure.ts'
import { readTyped } from '../platform/kernel/read-number.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { choiceOf, moreThanWhole, notAChoice, outside, readWords } from './batas-masukan.ts'

/** A variable that a formula asks for: one figure, or a table whose rows have their words (`kolom`) and one figure. */
export type MasukanDiminta = BatasMasukan & {
  readonly nama: string
  readonly jenis: 'ANGKA' | 'TABEL'
  readonly dari: 'SURVEI' | 'MASUKAN'
  /** The columns of words, in the order in which they are typed or pasted; the figure comes after them. */
  readonly kolom: readonly string[]
  readonly arti: string
  readonly satuan?: string
  /** The same words may stand in several rows. */
  readonly berulang?: boolean
}
/** What a variable means, what it is counted in, and what may be entered for it. */
export const artiOf = (m: MasukanDiminta): string =>
  [m.arti, m.satuan && `satuan ${m.satuan}`, batasInWords(m)].filter(Boolean).join('; ')

export type BarisMasukan = { readonly dimensi: Readonly<Record<string, string>>; readonly tercetak: string }
export type SalahMasukan = {
  readonly masukan: string
  readonly baris: number | null
  readonly kolom: string
  readonly pesan: string
}
export type IsianMasukan = { readonly dimensi: Record<string, string>; readonly nilai: Figure }

const NILAI = 'nilai'
const STATES: readonly (readonly [RegExp, 'TIDAK_DITARGETKAN' | 'BELUM_RILIS'])[] = [
  [/^n\/?a$/i, 'TIDAK_DITARGETKAN'],
  [/^(data )?belum rilis$/i, 'BELUM_RILIS'],
]

/** The figure that was typed, or the sentence that says why it cannot be read. Nothing typed is KOSONG, never 0. */
export function readCell(typed: string, kategori = false, pilihan?: readonly string[]): Figure | string {
  const text = typed.trim()
  if (text === '') return { status: 'KOSONG' }
  const state = STATES.find(([pattern]) => pattern.test(text))?.[1]
  if (state) return { status: state, tercetak: text.slice(0, 300) }
  if (pilihan) {
    const word = choiceOf(text, pilihan)
    return word === undefined ? notAChoice(text, pilihan) : { status: 'NILAI', kategori: word, tercetak: text }
  }
  if (kategori && /^[A-Za-z][A-Za-z ]{0,98}$/.test(text)) return { status: 'NILAI', kategori: text, tercetak: text }
  const nilai = readTyped(text, '')
  return isRefusal(nilai) ? nilai.detail : { status: 'NILAI', nilai, tercetak: text }
}

/**
 * The rows of a variable as they are stored, without those left empty, and everything that is wrong with its place. A row of
 * `tersimpan` that is left as it is may stand outside the bounds: a paper printed it, or it is older than the bound.
 */
export function readMasukan(
  asked: MasukanDiminta,
  rows: readonly BarisMasukan[],
  kategori = false,
  tersimpan: readonly BarisMasukan[] = [],
): { readonly isian: readonly IsianMasukan[]; readonly salah: readonly SalahMasukan[] } {
  const salah: SalahMasukan[] = []
  const isian: IsianMasukan[] = []
  const seen = new Map<string, number>()
  const many = asked.jenis === 'TABEL'
  const wordsOf = (row: BarisMasukan) => asked.kolom.map((k) => (row.dimensi[k] ?? '').trim())
  const whole = (row: BarisMasukan) => JSON.stringify([wordsOf(row), row.tercetak.trim()])
  const untouched = new Set(tersimpan.map(whole))
  rows.forEach((row, i) => {
    const typed = wordsOf(row)
    if (!row.tercetak.trim() && typed.every((w) => !w)) return
    const at = { masukan: asked.nama, baris: many ? i + 1 : null }
    const no = (kolom: string, pesan: string) => salah.push({ ...at, kolom, pesan })
    const blank = asked.kolom.find((_, n) => !typed[n])
    if (blank) no(blank, `Kolom ${blank} belum diisi.`)
    const stays = untouched.has(whole(row))
    const words = Object.fromEntries(asked.kolom.map((k, n) => [k, typed[n]!]))
    const known = stays ? { dimensi: words, salah: [] } : readWords(asked, words)
    for (const { kolom, pesan } of known.salah) no(kolom, pesan)
    const key = JSON.stringify(Object.values(known.dimensi))
    const before = seen.get(key)
    if (many && !asked.berulang && !blank && before !== undefined) no(asked.kolom[0] ?? NILAI, sameRow(before))
    seen.set(key, i + 1)
    const read = readCell(row.tercetak, kategori, asked.pilihan)
    const nilai = stays && typeof read === 'string' ? readCell(row.tercetak, kategori) : read
    const refused = typeof nilai === 'string' ? nilai : stays ? undefined : outside(asked, known.dimensi, nilai)
    if (refused) no(NILAI, refused)
    if (typeof nilai !== 'string') isian.push({ dimensi: known.dimensi, nilai })
  })
  return { isian: !many && isian[0]?.nilai.status === 'KOSONG' ? [] : isian, salah }
}

export const sameRow = (before: number) => `Sama dengan baris ${before}. Hapus salah satunya.`

type Typed = Readonly<Record<string, readonly BarisMasukan[]>>

/** All the variables of a sheet, each by itself and each part beside its whole. */
export function readSheet(asked: readonly MasukanDiminta[], typed: Typed, kategori: boolean, tersimpan: Typed) {
  const read = asked.flatMap((m) =>
    m.dari === 'MASUKAN' ? [{ m, ...readMasukan(m, typed[m.nama] ?? [], kategori, tersimpan[m.nama]) }] : [],
  )
  const said = (nama: string) => read.find(({ m }) => m.nama === nama && m.jenis === 'ANGKA')?.isian[0]?.nilai
  const stays = (nama: string) => typed[nama]?.[0]?.tercetak.trim() === tersimpan[nama]?.[0]?.tercetak.trim()
  return read.map(({ m, isian, salah }) => {
    const { nama, bagianDari } = m
    const pesan =
      bagianDari === undefined || (stays(nama) && stays(bagianDari))
        ? undefined
        : moreThanWhole(said(nama), bagianDari, said(bagianDari))
    return { nama, isian, salah: pesan ? [...salah, { masukan: nama, baris: null, kolom: NILAI, pesan }] : salah }
  })
}

/** `ditindaklanjuti, baris 3, kolom nilai: …`: where it is, and what to do. */
export function placeOf({ masukan, baris, kolom, pesan }: SalahMasukan): string {
  const words = masukan.replaceAll('_', ' ')
  return baris === null ? `${words}: ${pesan}` : `${words}, baris ${baris}, kolom ${kolom}: ${pesan}`
}
