// Reads offered to later rooms.
import type { Db } from '../platform/db/database.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { type Period, yearOf } from '../platform/kernel/time.ts'
import * as store from './store.ts'
import type { Isian } from './survei.ts'

export type { IsianRow, SurveiRow } from './store.ts'
export { findSurvei, listIsian, listSurvei, listTabel } from './store.ts'

/** The rows of a table of the survey `kode` in a period, in loaded order; empty where there is no such table. */
export async function tableOf(on: Db, unit: string, kode: string, periode: Period, tabel: string): Promise<Isian[]> {
  const survei = await store.findSurvei(on, unit, kode, yearOf(periode))
  if (!survei) return []
  const rows = await store.listIsian(on, { survei: survei.id, tabel, periode })
  return rows.map((row) => ({ dimensi: row.dimensi, nilai: fromColumns(row), sumber: row.sumber }))
}
