// From the parts of a period to the whole (akip-rules 2.4): TERAKHIR, JUMLAH, RATA_RATA, SETIAP, SEKALI, and the lowest of them.
import { type Decimal, isDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { type Datum, exact, galat, strongest } from '../rumus/value.ts'

const ZERO = parseDecimal('0')

/**
 * One value from the values of the parts, in their order. Parts that are not due are skipped; a part that is missing or
 * not released makes the whole so, unless the indicator's policy counts what is there: a blank month is never 0. TERAKHIR and SEKALI look back for the last part that is there.
 */
export function aggregate(agregasi: string, parts: readonly Datum[], countWhatIsThere = false): Datum {
  const wanted = parts.filter((p) => p.status !== 'TIDAK_DITARGETKAN')
  const there = wanted.filter((p) => p.status === 'NILAI' || p.status === 'GALAT')
  const due = countWhatIsThere && there.length ? there : wanted
  if (due.length === 0) return { status: 'TIDAK_DITARGETKAN' }
  if (agregasi === 'TERAKHIR' || agregasi === 'SEKALI') return due.findLast((p) => p.status === 'NILAI') ?? due.at(-1)!
  const missing = strongest(due)
  if (missing) return missing
  const numbers = due.flatMap((p) => (p.status === 'NILAI' && isDecimal(p.nilai) ? [p.nilai] : []))
  if (numbers.length < due.length)
    return galat('JENIS_TIDAK_COCOK', 'Hanya angka yang dapat dijumlahkan atau dirata-ratakan.', { jalur: 'agregasi' })
  if (agregasi === 'TERENDAH') return exact(numbers.reduce((a, b) => (b.lt(a) ? b : a)))
  const sum = numbers.reduce((a: Decimal, b) => a.plus(b), ZERO)
  return exact(agregasi === 'JUMLAH' ? sum : sum.div(numbers.length))
}
