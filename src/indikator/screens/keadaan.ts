// From a result to its state; the thresholds are dated data of the pack.
// What has no capaian says why, and is never taken for a good one.
import { lightOf } from '../../peraturan/nasional/keadaan.ts'
import { parseDecimal } from '../../platform/kernel/decimal.ts'
import type { Keadaan } from '../../web/ui/status.tsx'

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

/** The order in which states are summed up and filtered. */
export const KEADAAN: readonly Keadaan[] = [
  'tercapai',
  'waspada',
  'tidak-tercapai',
  'galat',
  'belum-ada-data',
  'belum-rilis',
  'tidak-jatuh-tempo',
  'tanpa-target',
]
