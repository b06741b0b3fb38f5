// Capaian of one result by every way that is in use: which one the law's polarity means, and what the others would print.
// Four programs print 80,00, 83,33, 83,33 and -20,00 for target 10 and result 12 where lower is better (product.md).
import { findDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { computeCapaian, type Polaritas } from '../rumus/capaian.ts'
import { evaluate } from '../rumus/evaluate.ts'
import { parse } from '../rumus/parse.ts'
import { type Jejak, recorded, type Tercatat } from '../rumus/trace.ts'
import { type Datum, exact } from '../rumus/value.ts'
import { explainInWords } from '../rumus/words.ts'

export type CaraCapaian = {
  readonly kode: 'MAKSIMAL' | 'MINIMAL' | 'MINIMAL_RASIO' | 'STABIL_TITIK' | 'SELISIH'
  readonly rumus: string
  readonly kata: string
  readonly hasil: Tercatat
  /** The way of the indicator's own polarity. */
  readonly dipakai: boolean
}

const RUMUS: Readonly<Record<CaraCapaian['kode'], string>> = {
  MINIMAL: '(2 * target - realisasi) / target * 100',
  MINIMAL_RASIO: 'target / realisasi * 100',
  SELISIH: '(target - realisasi) / target * 100',
  MAKSIMAL: 'realisasi / target * 100',
  STABIL_TITIK: '(target - ABS(realisasi - target)) / target * 100',
}

/** What can be compared by figures: a category or a range has no other way. */
export function isCompared(polaritas: string): polaritas is Exclude<CaraCapaian['kode'], 'SELISIH'> {
  return polaritas !== 'SELISIH' && Object.hasOwn(RUMUS, polaritas)
}

/** Exact texts in. A way that is a polarity follows the law's rules (zero targets, never below 0); the difference is bare arithmetic. */
export function compareWays(target: string, realisasi: string, polaritas: string): CaraCapaian[] {
  return (Object.keys(RUMUS) as CaraCapaian['kode'][]).map((kode) => {
    const { nilai, kata } = bare(RUMUS[kode], target, realisasi)
    const hasil = kode === 'SELISIH' ? nilai : recorded(lawful(kode, target, realisasi))
    return { kode, rumus: RUMUS[kode], kata, hasil, dipakai: kode === polaritas }
  })
}

function lawful(polaritas: Polaritas, target: string, realisasi: string): Datum {
  return computeCapaian({ polaritas, realisasi: exact(parseDecimal(realisasi)), target: exact(parseDecimal(target)) })
}

function bare(rumus: string, target: string, realisasi: string): { nilai: Tercatat; kata: string } {
  const parsed = parse(rumus)
  if (!parsed.ok) throw new Error(`${rumus}: ${parsed.error.pesan}`)
  const figures: Readonly<Record<string, string>> = { target, realisasi }
  const data = (name: string) => (figures[name] === undefined ? undefined : exact(parseDecimal(figures[name])))
  const { hasil, jejak } = evaluate(parsed.tree, { data })
  return { nilai: recorded(hasil), kata: explainInWords(parsed.tree, jejak as Jejak) }
}

/** By how much of the target the result differs from it, in percent; null where the target is 0. */
export function distanceFromTarget(target: string, realisasi: string): string | null {
  const { nilai } = bare('ABS(realisasi - target) / ABS(target) * 100', target, realisasi)
  return nilai.status === 'NILAI' && 'nilai' in nilai && findDecimal(nilai.nilai) ? String(nilai.nilai) : null
}
