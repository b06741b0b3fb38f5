// Every line of this room's SQL.
import { type Db, many, maybe, sql, type Tx } from '../platform/db/database.ts'
import type { Cara } from './impor.ts'

export type ImporRow = {
  sha256: string
  nama: string
  skema: string
  dimuat: number
  temuan: unknown
  actor: string
  recorded_at: string
}

export function findImpor(on: Db, sha256: string): Promise<ImporRow | undefined> {
  return maybe(on, sql<ImporRow>`select * from impor where sha256 = ${sha256}`)
}

export async function insertImpor(tx: Tx, i: Omit<ImporRow, 'recorded_at'>, now: Date): Promise<void> {
  await sql`insert into impor (sha256, nama, skema, dimuat, temuan, actor, recorded_at)
    values (${i.sha256}, ${i.nama}, ${i.skema}, ${i.dimuat}, ${JSON.stringify(i.temuan)}::jsonb, ${i.actor}, ${now})`.execute(tx)
}

export function listImpor(on: Db, after: string | undefined, limit: number): Promise<ImporRow[]> {
  return many(
    on,
    sql<ImporRow>`select * from impor where (${after ?? null}::text is null or nama > ${after ?? null}) order by nama limit ${limit}`,
  )
}

export function findSetting(on: Db, name: string): Promise<{ value: string } | undefined> {
  return maybe(on, sql<{ value: string }>`select value from setting where name = ${name}`)
}

export async function saveSetting(tx: Tx, name: string, value: string): Promise<void> {
  await sql`insert into setting (name, value) values (${name}, ${value}) on conflict (name) do update set value = excluded.value`.execute(
    tx,
  )
}

/** True in an instance in which nothing has been entered yet. */
export async function isEmpty(on: Db): Promise<boolean> {
  return (
    (await maybe(on, sql`select from unit_kerja limit 1`)) === undefined &&
    (await maybe(on, sql`select from account limit 1`)) === undefined
  )
}

/** The offices and years that hold a target, claim, input or survey value. */
export function listYears(on: Db): Promise<{ unit: string; tahun: number }[]> {
  return many(
    on,
    sql<{ unit: string; tahun: number }>`
    select unit, left(periode, 4)::int as tahun from klaim union select unit, left(periode, 4)::int from masukan
    union select unit, tahun from survei union select unit, tahun from perjanjian_kinerja order by unit, tahun`,
  )
}

export type NaskahRow = {
  sha256: string
  jenis: string
  nama: string
  unit: string
  tahun: number
  dokumen: string | null
  cara: Cara
  actor: string
  recorded_at: string
}

export function findNaskah(on: Db, sha256: string, jenis: string): Promise<NaskahRow | undefined> {
  return maybe(on, sql<NaskahRow>`select * from impor_naskah where sha256 = ${sha256} and jenis = ${jenis}`)
}

export async function insertNaskah(tx: Tx, n: Omit<NaskahRow, 'recorded_at'>, now: Date): Promise<void> {
  await sql`insert into impor_naskah (sha256, jenis, nama, unit, tahun, dokumen, cara, actor, recorded_at)
    values (${n.sha256}, ${n.jenis}, ${n.nama}, ${n.unit}, ${n.tahun}, ${n.dokumen}, ${n.cara}, ${n.actor}, ${now})`.execute(tx)
}
