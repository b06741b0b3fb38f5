// Every line of SQL about who coordinates an office.
import { type Db, many, sql, type Tx, validOn } from '../../platform/db/database.ts'
import type { Day } from '../../platform/kernel/time.ts'
import type { PeranKoordinator } from '../unit-kerja.ts'

export type KoordinatorRow = {
  unit: string
  peran: PeranKoordinator
  jabatan: string
  namaJabatan: string
  dasar: string
  berlakuDari: Day
  berlakuSampai: Day | null
}
const koordinator = sql`select k.unit, k.peran, k.jabatan, j.nama as "namaJabatan", k.dasar, k.berlaku_dari as "berlakuDari",
    k.berlaku_sampai as "berlakuSampai"
  from koordinator k join jabatan j on j.kode = k.jabatan`

/** Those whose office still is there on the day, held or vacant. */
export function listKoordinator(db: Db, day: Day): Promise<KoordinatorRow[]> {
  return many(db, sql<KoordinatorRow>`${koordinator} where ${validOn('k', day)} and ${validOn('j', day)} order by k.unit, k.peran`)
}

/** The offices that coordinate somebody on the day and have neither a holder nor somebody acting. */
export function listKoordinatorKosong(db: Db, day: Day): Promise<{ jabatan: string; nama: string }[]> {
  return many(
    db,
    sql<{
      jabatan: string
      nama: string
    }>`select distinct j.kode as jabatan, j.nama from koordinator k join jabatan j on j.kode = k.jabatan
    where ${validOn('k', day)} and ${validOn('j', day)} and not exists (select from penugasan t where t.jabatan = j.kode
      and t.superseded_at is null and ${validOn('t', day)}) order by j.nama`,
  )
}

/** Every coordinator a unit ever had, the newest first. */
export function listKoordinatorOf(on: Db, unit: string): Promise<KoordinatorRow[]> {
  return many(on, sql<KoordinatorRow>`${koordinator} where k.unit = ${unit} order by k.peran, k.berlaku_dari desc`)
}

/** From `since` on the unit has this coordinator, or none; what held before ends the day before. */
export async function saveKoordinator(
  tx: Tx,
  unit: string,
  peran: PeranKoordinator,
  jabatan: string | null,
  dasar: string,
  since: Day,
): Promise<void> {
  await sql`delete from koordinator where unit = ${unit} and peran = ${peran} and berlaku_dari >= ${since}`.execute(tx)
  await sql`update koordinator set berlaku_sampai = ${since}::date - 1
    where unit = ${unit} and peran = ${peran} and (berlaku_sampai is null or berlaku_sampai >= ${since})`.execute(tx)
  if (jabatan !== null)
    await sql`insert into koordinator (unit, peran, jabatan, dasar, berlaku_dari)
      values (${unit}, ${peran}, ${jabatan}, ${dasar}, ${since})`.execute(tx)
  await sql`update unit_kerja set version = version + 1 where kode = ${unit}`.execute(tx)
}
