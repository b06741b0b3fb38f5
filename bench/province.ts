// A generated province on a database cluster of its own, with fsync on: what the workloads run on.
import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { addAccount, signIn } from '../src/pengguna/commands.ts'
import { hashPassword } from '../src/pengguna/password.ts'
import { type Connection, connectDatabase, type Db, inTransaction, sql } from '../src/platform/db/database.ts'
import { openEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'

export type Instance = {
  readonly db: Db
  readonly host: string
  readonly postmaster: () => number
  readonly close: () => Promise<void>
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'selaras-bench-'))
}

const sockets = new Map<string, string>()

/** Opens (and on the first use creates and migrates) the instance in `folder`. */
export async function openInstance(folder: string): Promise<Instance> {
  const { host, postmaster, release } = await openEmbedded(folder)
  sockets.set(folder, host)
  const db = connectDatabase({ host, database: 'postgres' })
  const close = async () => {
    await db.destroy()
    await release()
  }
  try {
    await migrate(db)
  } catch (error) {
    await close()
    throw error
  }
  return { db, host, postmaster, close }
}

/** The driver and nothing else, set up as the program sets it up. */
export async function bareClient({ host, database = 'postgres' }: { host: string; database?: string }): Promise<pg.Client> {
  const client = new pg.Client({
    host,
    database,
    user: 'selaras',
    options: '-c timezone=UTC -c datestyle=ISO',
  } satisfies Connection & pg.ClientConfig)
  await client.connect()
  return client
}

/** Waits until the supervisor has stopped the database of a folder that nobody holds any more. */
export async function untilStopped(folder: string): Promise<void> {
  while (existsSync(join(folder, 'postgresql', 'postmaster.pid'))) await sleep(20)
  await sleep(100)
}

export async function removeInstance(folder: string): Promise<void> {
  await untilStopped(folder)
  for (const path of [folder, sockets.get(folder)!])
    await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
}

export const FIRST_YEAR = 2021
export type Size = { readonly units: number; readonly indicators: number; readonly years: number }
export const FULL: Size = { units: 800, indicators: 30, years: 5 }

export const unitCode = (n: number) => `dki.pd-${String(n).padStart(3, '0')}`
export const indicatorCode = (n: number) => `IND_${String(n).padStart(2, '0')}`

/** Units under one province, each with its dictionary, and an officer of Bappeda who may sign in. No values yet. */
export async function generateOffices(db: Db, { units, indicators }: Size): Promise<void> {
  const codes = sql`select 'dki.pd-' || lpad(n::text, 3, '0') as kode, n from generate_series(1, ${units}::int) n`
  await inTransaction(db, async (tx) => {
    await sql`insert into unit_kerja (kode, jenis, berlaku_dari) values ('dki', 'PROVINSI', '2017-01-01')`.execute(tx)
    await sql`insert into unit_kerja (kode, jenis, berlaku_dari)
      select kode, (array['DINAS', 'BADAN', 'BIRO', 'KOTA_ADMINISTRASI'])[n % 4 + 1], '2017-01-01' from (${codes}) u`.execute(tx)
    await sql`insert into unit_kerja_nama (unit, nama, berlaku_dari)
      select kode, 'Perangkat Daerah ' || kode, '2017-01-01' from unit_kerja`.execute(tx)
    await sql`insert into garis_unit (unit, induk, garis, berlaku_dari)
      select kode, 'dki', 'KOMANDO', '2017-01-01' from unit_kerja where kode <> 'dki'`.execute(tx)
    await sql`insert into indikator (unit, kode)
      select u.kode, 'IND_' || lpad(i::text, 2, '0') from (${codes}) u, generate_series(1, ${indicators}::int) i`.execute(tx)
    await sql`insert into indikator_versi (id, unit, kode, versi, nama, satuan, jenis_nilai, polaritas, agregasi, desimal, iku, berlaku_dari, recorded_at)
      select gen_random_uuid(), unit, kode, 1, 'Indikator ' || kode || ' ' || unit, 'Persen', 'ANGKA', 'MAKSIMAL', 'TERAKHIR', 2, true, '2017-01-01', now()
      from indikator`.execute(tx)
    await sql`insert into jabatan (kode, unit, nama, jenjang, peran, berlaku_dari)
      values ('bench', 'dki.pd-001', 'Kepala Bidang', 'ADMINISTRATOR', '{BAPPEDA}', '2017-01-01')`.execute(tx)
    await sql`insert into pegawai (id, nama) values ('bench', 'Pengukur')`.execute(tx)
    await sql`insert into penugasan (id, pegawai_id, jabatan, sifat, berlaku_dari, recorded_at)
      values (gen_random_uuid(), 'bench', 'bench', 'DEFINITIF', '2017-01-01', now())`.execute(tx)
  })
}

/**
 * A value for every unit, indicator and quarter: the claim and the capaian derived from it, written quarter by quarter and in
 * no order within one, as offices would. 2 in 100 are not released, 3 in 100 missing; the others come to 70 to 130 %.
 */
async function generateValues(db: Db, { years }: Size): Promise<void> {
  await sql`
    create temporary table cell as
    select v.unit, v.kode, p.periode, v.id as versi_id, p.urutan, c.target, h.dice,
      case when h.dice % 100 < 2 then 'BELUM_RILIS' when h.dice % 100 < 5 then 'KOSONG' else 'NILAI' end as status,
      round(c.target * (700 + h.dice % 601) / 1000, 2) as nilai
    from indikator_versi v
    cross join (select y || '-TW' || q as periode, y * 4 + q as urutan
      from generate_series(${FIRST_YEAR}::int, ${FIRST_YEAR + years - 1}::int) y, generate_series(1, 4) q) p
    cross join lateral (select abs(hashtext(v.unit || v.kode || p.periode)::bigint) as dice) h
    cross join lateral (select round(50 + (h.dice % 5000) / 100.0, 2) as target) c`.execute(db)
  await sql`
    insert into klaim (id, unit, kode, periode, peran, status, nilai, tercetak, pihak, actor, recorded_at)
    select gen_random_uuid(), unit, kode, periode, 'DIUSULKAN', status, n.nilai, replace(n.nilai::text, '.', ','), unit, 'sistem', now()
    from cell cross join lateral (select case when status = 'NILAI' then cell.nilai end as nilai) n order by urutan, dice`.execute(
    db,
  )
  await sql`
    insert into capaian (unit, kode, periode, status, nilai, target, capaian_status, capaian, kategori, versi_id, computed_at)
    select unit, kode, periode, status, n.nilai, target, status, n.capaian,
      case when n.capaian > 90 then 'Sangat Tinggi' when n.capaian > 75 then 'Tinggi' when n.capaian > 65 then 'Sedang' end, versi_id, now()
    from cell cross join lateral (
      select case when status = 'NILAI' then cell.nilai end as nilai,
        case when status = 'NILAI' then trim_scale(round(cell.nilai::numeric(60, 34) / target * 100, 31)) end as capaian) n
    order by urutan, dice`.execute(db)
}

let made: Promise<string> | undefined

/** The folder of the whole province, generated once a run; its database is stopped. */
export function province(tell: (text: string) => void): Promise<string> {
  made ??= generate(tell)
  return made
}

async function generate(tell: (text: string) => void): Promise<string> {
  const folder = newFolder()
  tell(`generating ${FULL.units} units × ${FULL.indicators} indicators × 4 quarters × ${FULL.years} years in ${folder}`)
  const { db, close } = await openInstance(folder)
  await generateOffices(db, FULL)
  await db.connection().execute((one) => generateValues(one as Db, FULL))
  await sql`vacuum (analyze)`.execute(db)
  await sql`checkpoint`.execute(db)
  await close()
  await untilStopped(folder)
  return folder
}

export async function removeProvince(): Promise<void> {
  if (made) await removeInstance(await made)
  made = undefined
}

/** A session of the officer, made before any clock starts. */
export async function session(db: Db): Promise<string> {
  const password = 'kata-sandi-pengukuran'
  const hash = await hashPassword(password)
  const ctx = contextAt(new Date())
  accepted(
    await inTransaction(db, (tx) =>
      addAccount(tx, ctx, { username: 'bench', nama: 'Pengukur', pegawai: 'bench', administrator: false }, hash, false),
    ),
  )
  return accepted(await signIn(db, ctx, 'bench', password)).token
}
