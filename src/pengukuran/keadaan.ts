// The thresholds of the states, for the server and the screens alike: dated data of the pack.
import { ambangKeadaan } from '../peraturan/nasional/keadaan.ts'
import { compare, type Decimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { daysOf } from '../platform/kernel/time.ts'

/** What holds on the last day of a period. */
export const ambangOf = (periode: string) => ambangKeadaan(daysOf(periode).sampai)

/** Of a capaian that is a number: reached, close, or not. */
export function lightOf(capaian: Decimal, periode: string): 'tercapai' | 'waspada' | 'tidak-tercapai' {
  const { tercapai, waspada } = ambangOf(periode)
  if (compare(capaian, parseDecimal(tercapai)) >= 0) return 'tercapai'
  return compare(capaian, parseDecimal(waspada)) > 0 ? 'waspada' : 'tidak-tercapai'
}
