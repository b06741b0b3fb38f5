// Reads offered to later rooms.
import type { Db } from '../platform/db/database.ts'
import { treeFindings } from './rules.ts'
import * as store from './store.ts'

export type { CrosscuttingRow, DokumenRow, SimpulRow, TargetRow } from './store.ts'
export { listCrosscutting, listDokumen, listTargets } from './store.ts'

/** The nodes of a unit's trees, or of one document, parents and children by id, in their order. */
export function treeOf(on: Db, unit: string, dokumen?: string): Promise<store.SimpulRow[]> {
  return store.listSimpul(on, unit, dokumen)
}

/** What the unit's own trees still lack (PH-01, PH-02). */
export async function findingsOf(on: Db, unit: string, dokumen?: string) {
  const above = new Set((await store.listDokumen(on, unit)).map((d) => d.induk ?? ''))
  return treeFindings(await store.listSimpul(on, unit, dokumen), above)
}
