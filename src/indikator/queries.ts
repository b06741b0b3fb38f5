// Reads offered to later rooms.
import type { Db } from '../platform/db/database.ts'
import type { Day } from '../platform/kernel/time.ts'
import type { Unsur } from './indikator.ts'
import * as store from './store.ts'

export { type Fault, refuseFaults, scaleFault, toTemuan } from './rules.ts'
export type { ResultRow, VersiRow } from './store.ts'
export { findIndikator, findVersi, listResults, listVersions } from './store.ts'

/** The version valid on a day, as known now or at an instant; undefined where none is. */
export async function versionOn(
  on: Db,
  unit: string,
  kode: string,
  day: Day,
  knownAt?: string,
): Promise<store.VersiRow | undefined> {
  return (await store.listVersions(on, { unit, kode, day, knownAt, limit: 1 }))[0]
}

/** What is in force of a year, each element where there is one: the ratchet of a target (PK-07) asks for REALISASI. */
export async function lastResult(
  on: Db,
  unit: string,
  kode: string,
  tahun: number,
): Promise<Partial<Record<Unsur, store.ResultRow>>> {
  const rows = await store.listResults(on, { unit, kode, tahun, berlaku: true })
  return Object.fromEntries(rows.map((row) => [row.unsur, row]))
}

/** Which of these codes the unit's dictionary does not know. */
export async function unknownCodes(on: Db, unit: string, codes: readonly string[]): Promise<string[]> {
  const unknown = []
  for (const kode of new Set(codes)) if (!(await store.findIndikator(on, unit, kode))) unknown.push(kode)
  return unknown
}
