// Reads offered to later rooms.
import type { Db } from '../platform/db/database.ts'
import type { Day } from '../platform/kernel/time.ts'
import type { Temuan } from './anggaran.ts'
import { blankFindings, monthsOver, serapan, sumFindings, total, yearFindings } from './rules.ts'
import * as store from './store.ts'

export { blankMonths, serapan, toCumulative, total } from './rules.ts'
export type { MonthRow, ProgramRow } from './store.ts'
export { findMonth, listMonths as months, listPrograms as programs } from './store.ts'

export type Year = {
  readonly program: store.ProgramRow[]
  readonly bulan: store.MonthRow[]
  /** Totals of the programs; null where one of them is unknown. */
  readonly pagu: string | null
  readonly realisasi: string | null
  readonly serapan: string | null
  readonly temuan: Temuan[]
}

/** A unit's year with its totals and what does not add up or is still missing of the months that are over. */
export async function yearOf(on: Db, unit: string, tahun: number, today: Day): Promise<Year> {
  const [program, bulan] = [await store.listPrograms(on, unit, tahun), await store.listMonths(on, unit, tahun)]
  const top = program.filter((p) => p.jenis === 'PROGRAM' && p.induk === null)
  const [pagu, realisasi] = [total(top.map((p) => p.pagu)), total(top.map((p) => p.realisasi))]
  const temuan = [
    ...sumFindings(program),
    ...yearFindings(program, bulan),
    ...blankFindings(tahun, bulan, monthsOver(tahun, today)),
  ]
  return { program, bulan, pagu, realisasi, serapan: serapan(pagu, realisasi), temuan }
}
