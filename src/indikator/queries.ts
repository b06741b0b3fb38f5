// Reads offered to later rooms and to the edges.
import { permits } from '../pengguna/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Day } from '../platform/kernel/time.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import type { Unsur } from './indikator.ts'
import { type EntriKamus, entryOf, type KaitanKamus, relations } from './kamus.ts'
import { kamusIndikator } from './kamus-indikator.document.ts'
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

/** The same of many indicators at once, by code. */
export async function versionsOn(on: Db, unit: string, codes: readonly string[], day: Day): Promise<Map<string, store.VersiRow>> {
  return new Map((await store.listVersions(on, { unit, codes, day })).map((v) => [v.kode, v]))
}

/** What is in force of a year of many indicators at once, by code and element. */
export async function resultsOf(
  on: Db,
  unit: string,
  codes: readonly string[],
  tahun: number,
): Promise<Map<string, Partial<Record<Unsur, store.ResultRow>>>> {
  const rows = Map.groupBy(await store.listResults(on, { unit, codes, tahun, berlaku: true }), (row) => row.kode)
  return new Map([...rows].map(([kode, all]) => [kode, Object.fromEntries(all.map((row) => [row.unsur, row]))]))
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

export type Entri = EntriKamus<store.VersiRow> & { readonly namaPemilik: string | null; readonly namaPendefinisi: string | null }

/** The office's dictionary of a year: of each indicator the last version that holds on any day of it. */
export async function listKamus(on: Db, unit: string, tahun: number): Promise<Entri[]> {
  const rows = await versionsOfYear(on, unit, tahun)
  const known = new Map(rows.map((v) => [v.kode, v]))
  const owners = new Map<string, string>()
  for (const kode of new Set(rows.flatMap((v) => [v.pemilikData, v.definisiDari].filter((unit) => unit !== null))))
    owners.set(kode, (await findUnit(on, kode, `${tahun}-12-31`))?.nama ?? kode)
  const nameOf = (unit: string | null) => unit && owners.get(unit)!
  return rows.map((v) => ({
    ...entryOf(v, known),
    namaPemilik: nameOf(v.pemilikData),
    namaPendefinisi: nameOf(v.definisiDari),
  }))
}

async function versionsOfYear(on: Db, unit: string, tahun: number): Promise<store.VersiRow[]> {
  const rows = await store.listVersions(on, { unit, dari: `${tahun}-01-01`, sampai: `${tahun}-12-31` })
  return [...new Map(rows.map((v) => [v.kode, v])).values()]
}

/** What an indicator rests on and what rests on it, in this office and in the one above it. */
export async function relationsOf(
  on: Db,
  unit: string,
  kode: string,
  tahun: number,
): Promise<{ memakai: KaitanKamus[]; dipakai: KaitanKamus[] }> {
  const above = (await findUnit(on, unit, `${tahun}-12-31`))?.induk
  return relations(kode, await versionsOfYear(on, unit, tahun), above ? await versionsOfYear(on, above, tahun) : [])
}

export async function mayChange(on: Db, ctx: Context, unit: string): Promise<boolean> {
  return (await permits(on, ctx, 'indikator.ubah', unit)) === undefined
}

/** The dictionary of an office and year on paper, or the sheet of one indicator. */
export async function kamusPaper(on: Db, ctx: Context, unit: string, tahun: number, kode?: string): Promise<Document | Refusal> {
  const found = await findUnit(on, unit, `${tahun}-12-31`)
  if (!found) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada pada ${tahun}.`, { field: 'unit' })
  const all = await listKamus(on, unit, tahun)
  const indikator = kode ? all.filter((v) => v.kode === kode) : all
  if (kode && !indikator.length) return notInYear(unit, kode, tahun)
  return kamusIndikator({ unitKerja: found.nama, tahun, indikator, diambil: ctx.now.toISOString() })
}

export function notInYear(unit: string, kode: string, tahun: number): Refusal {
  return refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak ada di kamus ${unit} untuk tahun ${tahun}.`, { field: 'indikator' })
}
