// Which claim of a cell counts: what the data owner verified before what was validated, measured, reported, proposed.
import { isDecimal, toText } from '../platform/kernel/decimal.ts'
import { compute } from '../rumus/evaluate.ts'
import { exact, isColumn } from '../rumus/value.ts'
import { formulaOf, inputsOf } from './formula.ts'
import type { Klaim, Versi } from './hasil.ts'
import type { PeranKlaim } from './pengukuran.ts'

export const ALASAN_KLAIM: Readonly<Record<PeranKlaim, string>> = {
  DIVERIFIKASI: 'nilai yang diverifikasi',
  DIVALIDASI: 'nilai yang divalidasi atasan',
  DIUKUR: 'nilai yang diukur',
  DILAPORKAN: 'nilai yang dilaporkan',
  DIUSULKAN: 'nilai yang diusulkan, belum divalidasi',
}
const ORDER: readonly PeranKlaim[] = ['DIVERIFIKASI', 'DIVALIDASI', 'DIUKUR', 'DILAPORKAN', 'DIUSULKAN']

/** A claim of which nothing is known but its value. */
export const untold = {
  ...{ pihak: null, namaPihak: null, surat: null, tanggal: null, keterangan: null, sumber: null },
  ...{ oleh: '', dicatat: '', bukti: [] },
}

/** The words that may be claimed of a category, and what each comes to: where its formula asks for nothing but the word. */
export function wordsOf(versi: Versi): ReadonlyMap<string, string> {
  const before = known.get(versi)
  if (before) return before
  const formula = formulaOf(versi)
  const [asked, more] = inputsOf(formula)
  const worth = (word: string): [string, string][] => {
    const found = formula?.ok ? compute(formula.tree, { data: () => exact(word) }) : undefined
    return found && !isColumn(found) && found.status === 'NILAI' && isDecimal(found.nilai) ? [[word, toText(found.nilai)]] : []
  }
  const words = new Map(asked && !more ? (asked.pilihan ?? []).flatMap(worth) : [])
  known.set(versi, words)
  return words
}
const known = new WeakMap<Versi, ReadonlyMap<string, string>>()

/**
 * The number that a claim comes to: its figure, or what its word alone does. Null where its kind is not the indicator's: `WTP (3)` is no
 * percentage (rule MS-05), and a word that the formula does not know is no number.
 */
export function numberOf({ nilai: { status, kategori, nilai } }: Pick<Klaim, 'nilai'>, versi: Versi): string | null {
  if (status !== 'NILAI' || (kategori !== null && versi.jenisNilai !== 'KATEGORI')) return null
  return nilai ?? (kategori === null ? null : (wordsOf(versi).get(kategori) ?? null))
}

/** The first by the order of roles that fits the indicator and is wanted. */
export function pick(klaim: readonly Klaim[], versi: Versi, wanted: (k: Klaim) => boolean): Klaim | undefined {
  if (!klaim.length) return undefined
  for (const peran of ORDER) {
    const found = klaim.find((k) => k.peran === peran && numberOf(k, versi) !== null && wanted(k))
    if (found) return found
  }
  return undefined
}

/** The state that a claim without a number says the cell is in. */
export function stateOf(klaim: readonly Klaim[]): 'BELUM_RILIS' | 'TIDAK_DITARGETKAN' | undefined {
  const states = klaim.map((k) => k.nilai.status)
  return (['BELUM_RILIS', 'TIDAK_DITARGETKAN'] as const).find((s) => states.includes(s))
}
