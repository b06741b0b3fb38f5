// What a period is held against.
import { isDecimal, parseDecimal, toText } from '../platform/kernel/decimal.ts'
import { exact } from '../rumus/value.ts'
import { aggregate } from './aggregate.ts'
import type { Target } from './hasil.ts'
import { isSemester, partsOf } from './periode.ts'

/**
 * The targets of a semester's quarters become one as its values do: what is added up is held against a sum, what is averaged against
 * a mean, anything else against the last that is due (akip-rules 2.4, progress to date). Any other period has its own target.
 */
export function heldAgainst(
  agregasi: () => string | undefined,
  periode: string,
  at: (periode: string) => Target | undefined,
): Target | undefined {
  if (!isSemester(periode)) return at(periode)
  const targets = partsOf(periode)[0]!.map(at)
  const due = targets.filter((t) => t?.figure.status !== 'TIDAK_DITARGETKAN')
  const [first, last] = [due[0], due.at(-1)]
  const way = agregasi()
  if (due.length < 2 || !first || !last || !way || !ADDED.includes(way)) return due.length ? last : targets.at(-1)
  const numbers = due.flatMap((t) => (isNumber(t!) ? exact(parseDecimal(t!.figure.nilai)) : []))
  if (numbers.length < due.length) return due.find((t) => t!.figure.status !== 'NILAI') ?? last
  const made = aggregate(way, numbers)
  if (made.status !== 'NILAI' || !isDecimal(made.nilai)) return last
  const sumber = [...new Set(due.flatMap((t) => t!.sumber ?? []))].join('; ') || null
  return { ...first, sumber, figure: { ...first.figure, nilai: toText(made.nilai), tercetak: null } }
}

const ADDED = ['JUMLAH', 'RATA_RATA', 'SETIAP']
const isNumber = ({ figure }: Target) =>
  figure.status === 'NILAI' && figure.nilai !== null && figure.kategori === null && figure.min === null && figure.maks === null

/** A quarter without a target of its own is held against that of the whole. */
export const ownOr = (own: Target | undefined, whole: Target): Target => (own && own.figure.status !== 'KOSONG' ? own : whole)
