// Every line of SQL about proposed changes of a plan in force.
import { type Db, many, maybe, one, sql, type Tx } from '../../platform/db/database.ts'
import type { AlasanPerubahan, ObjekPerubahan, StatusPerubahan } from '../perubahan.ts'

export type PerubahanRow = {
  id: string
  rencana: string
  unit: string
  tahun: number
  versi: number
  alasan: AlasanPerubahan
  objek: ObjekPerubahan[]
  periode: string[]
  uraian: string
  status: StatusPerubahan
  keputusanForum: string | null
  alasanKeputusan: string | null
  draf: string | null
  version: number
}
const perubahan = sql`select c.id, c.rencana_aksi as rencana, r.unit, r.tahun, r.versi, c.alasan, c.objek, c.periode, c.uraian, c.status,
    c.keputusan_forum as "keputusanForum", c.alasan_keputusan as "alasanKeputusan", c.draf, c.version
  from perubahan_rencana_aksi c join rencana_aksi r on r.id = c.rencana_aksi`

export function lockPerubahan(tx: Tx, id: string): Promise<PerubahanRow | undefined> {
  return maybe(tx, sql<PerubahanRow>`${perubahan} where c.id = ${id} for update of c`)
}

export function listPerubahan(on: Db, plan: string): Promise<PerubahanRow[]> {
  return many(on, sql<PerubahanRow>`${perubahan} where c.rencana_aksi = ${plan} order by c.diusulkan_at, c.id`)
}

/** Proposals by their ids, or every one that waits for its decision. */
export function listUsulan(on: Db, ids?: readonly string[]): Promise<PerubahanRow[]> {
  const which = ids ? sql`c.id = any(${[...ids]}::uuid[])` : sql`c.status = 'USULAN'`
  return many(on, sql<PerubahanRow>`${perubahan} where ${which} order by r.unit, r.tahun, c.diusulkan_at, c.id`)
}

type New = Pick<PerubahanRow, 'id' | 'rencana' | 'uraian'> & {
  readonly alasan: string
  readonly objek: readonly string[]
  readonly periode: readonly string[]
}

export async function insertPerubahan(tx: Tx, p: New, now: Date): Promise<void> {
  await sql`insert into perubahan_rencana_aksi (id, rencana_aksi, alasan, objek, periode, uraian, status, diusulkan_at)
    values (${p.id}, ${p.rencana}, ${p.alasan}, ${[...p.objek]}, ${[...p.periode]}, ${p.uraian}, 'USULAN', ${now})`.execute(tx)
}

export async function saveKeputusan(
  tx: Tx,
  id: string,
  { status, forum, alasan }: { status: StatusPerubahan; forum: string; alasan: string | null },
  now: Date,
): Promise<number> {
  const row = await one(
    tx,
    sql<{
      version: number
    }>`update perubahan_rencana_aksi set status = ${status}, keputusan_forum = ${forum}, alasan_keputusan = ${alasan},
      diputuskan_at = ${now}, version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}

export async function saveDraf(tx: Tx, id: string, draf: string): Promise<void> {
  await sql`update perubahan_rencana_aksi set draf = ${draf}, version = version + 1 where id = ${id}`.execute(tx)
}
