// Reads offered to later rooms.
import { permits } from '../pengguna/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { Day } from '../platform/kernel/time.ts'
import { commandChain } from '../unit-kerja/queries.ts'
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

/** The day the DPA of a year was ratified: the office's own, else that of the nearest above it. */
export async function dpaOf(on: Db, unit: string, tahun: number, today: Day): Promise<store.DpaRow | undefined> {
  return store.findDpa(
    on,
    (await commandChain(on, unit, today)).map((u) => u.kode),
    tahun,
  )
}

/** The same for a page: whose day it is, the version of the office's own, and whether the reader may record it. */
export async function dpaSeen(on: Db, ctx: Context, unit: string, tahun: number) {
  const found = await dpaOf(on, unit, tahun, ctx.today)
  const boleh = (await permits(on, ctx, 'anggaran.sahkan-dpa', unit)) === undefined
  const { disahkan = null, nomor = null, unit: milik = null } = found ?? {}
  return { disahkan, nomor, milik, boleh, version: milik === unit ? found!.version : 0 }
}
