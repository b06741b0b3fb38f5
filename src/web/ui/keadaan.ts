// From a result to its state. Reaching the target is 100,00 unrounded; above 90 it is close (the scale's highest level), below that it is not.
// What has no capaian says why, and is never taken for a good one.
import { compare, HUNDRED, parseDecimal } from '../../platform/kernel/decimal.ts'
import type { Keadaan } from './status.tsx'

const DEKAT = parseDecimal('90')

type Result = {
  readonly status: string
  readonly capaianStatus: string
  readonly capaian: string | null
  readonly target: string | null
}

export function keadaanOf({ status, capaianStatus, capaian, target }: Result): Keadaan {
  if (capaianStatus === 'NILAI' && capaian !== null) {
    const number = parseDecimal(capaian)
    if (compare(number, HUNDRED) >= 0) return 'tercapai'
    return compare(number, DEKAT) > 0 ? 'waspada' : 'tidak-tercapai'
  }
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
