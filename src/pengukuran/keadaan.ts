// From a result to its state, for the server and the screens alike; the thresholds are dated data of the pack.
// What has no capaian says why, and is never taken for a good one.
import { ambangKeadaan } from '../peraturan/nasional/keadaan.ts'
import { compare, type Decimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { daysOf } from '../platform/kernel/time.ts'

/** The order in which states are summed up and filtered. */
export const KEADAAN = [
  'tercapai',
  'waspada',
  'tidak-tercapai',
  'galat',
  'belum-ada-data',
  'belum-rilis',
  'tidak-jatuh-tempo',
  'tanpa-target',
] as const
export type Keadaan = (typeof KEADAAN)[number]

/** What holds on the last day of a period. */
export const ambangOf = (periode: string) => ambangKeadaan(daysOf(periode).sampai)

/** Of a capaian that is a number: reached, close, or not. */
export function lightOf(capaian: Decimal, periode: string): 'tercapai' | 'waspada' | 'tidak-tercapai' {
  const { tercapai, waspada } = ambangOf(periode)
  if (compare(capaian, parseDecimal(tercapai)) >= 0) return 'tercapai'
  return compare(capaian, parseDecimal(waspada)) > 0 ? 'waspada' : 'tidak-tercapai'
}

type Result = {
  readonly periode: string
  readonly status: string
  readonly capaianStatus: string
  readonly capaian: string | null
  readonly target: string | null
}

export function keadaanOf({ periode, status, capaianStatus, capaian, target }: Result): Keadaan {
  if (capaianStatus === 'NILAI' && capaian !== null) return lightOf(parseDecimal(capaian), periode)
  if (status === 'NILAI') return capaianStatus === 'GALAT' ? 'galat' : target === null ? 'tanpa-target' : emptyState(capaianStatus)
  return emptyState(status)
}

export function emptyState(status: string): Keadaan {
  if (status === 'GALAT') return 'galat'
  if (status === 'BELUM_RILIS') return 'belum-rilis'
  return status === 'TIDAK_DITARGETKAN' ? 'tidak-jatuh-tempo' : 'belum-ada-data'
}
