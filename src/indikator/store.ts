// Every line of this room's SQL. Rows come out in the words of the wire (`berlakuDari`), as the noun has them.
import { type Db, many, maybe, one, sql, type Tx } from '../platform/db/database.ts'
import { type Figure, type FigureColumns, toColumns } from '../platform/kernel/figure.ts'
import type { Day } from '../platform/kernel/time.ts'
import type { VersiContent } from './content.ts'
import type { Unsur } from './indikator.ts'

export type VersiRow = VersiContent & {
  id: string
  unit: string
  kode: string
  versi: number
  berlakuSampai: Day | null
  recordedAt: string
  supersededAt: string | null
  /** The office whose entry it is, where this unit received the indicator from it and defines none itself. */
  definisiDari: string | null
}

/** The columns of a version's content, in the order in which they are written. */
const CONTENT =
  sql.raw(`nama, dasar_hukum, definisi, cara_ukur, satuan, jenis_nilai, polaritas, agregasi, desimal, skala, skala_min,
  skala_maks, sumber_data, pemilik_data, iku, metode, bacaan, rumus, masukan, per_triwulan, lapis_dasar,
  kebijakan, sumber, keterangan`)

const TIMES = sql.raw('berlaku_dari, berlaku_sampai, recorded_at, superseded_at')

/** The dictionary of every unit: its own entries, and where it has none what it received with its definition. */
const versi = sql`select id, unit, kode, versi, nama, dasar_hukum as "dasarHukum", definisi, cara_ukur as "caraUkur", satuan,
    jenis_nilai as "jenisNilai", polaritas, agregasi, desimal, skala, skala_min as "skalaMin", skala_maks as "skalaMaks",
    sumber_data as "sumberData", pemilik_data as "pemilikData", iku, metode, bacaan, rumus, masukan, per_triwulan as "perTriwulan",
    lapis_dasar as "lapisDasar", kebijakan, berlaku_dari as "berlakuDari", berlaku_sampai as "berlakuSampai",
    recorded_at as "recordedAt", superseded_at as "supersededAt", sumber, keterangan, pemilik as "definisiDari"
  from (
    select id, unit, kode, versi, null::text as pemilik, ${TIMES}, ${CONTENT} from indikator_versi
    union all
    select v.id, d.unit, v.kode, v.versi, d.pemilik, ${TIMES}, ${CONTENT}
    from indikator_diterima d join indikator_versi v on v.unit = d.pemilik and v.kode = d.kode
    where not exists (select from indikator_versi o where o.unit = d.unit and o.kode = d.kode and o.superseded_at is null)) v`

/** The unit's dictionary holds what another defines from now on; a later issuer takes the place of one before. */
export async function saveDiterima(tx: Tx, unit: string, kode: string, pemilik: string): Promise<void> {
  await sql`insert into indikator_diterima (unit, kode, pemilik) values (${unit}, ${kode}, ${pemilik})
    on conflict (unit, kode) do update set pemilik = excluded.pemilik`.execute(tx)
}

export function lockIndikator(tx: Tx, unit: string, kode: string): Promise<{ version: number } | undefined> {
  return maybe(tx, sql<{ version: number }>`select version from indikator where unit = ${unit} and kode = ${kode} for update`)
}

export function findIndikator(on: Db, unit: string, kode: string): Promise<{ version: number } | undefined> {
  return maybe(on, sql<{ version: number }>`select version from indikator where unit = ${unit} and kode = ${kode}`)
}

/** True where the code is new. */
export async function insertIndikator(tx: Tx, unit: string, kode: string): Promise<boolean> {
  const added = await maybe(
    tx,
    sql`insert into indikator (unit, kode) values (${unit}, ${kode}) on conflict do nothing returning kode`,
  )
  return added !== undefined
}

export async function countChange(tx: Tx, unit: string, kode: string): Promise<void> {
  await sql`update indikator set version = version + 1 where unit = ${unit} and kode = ${kode}`.execute(tx)
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

export async function insertVersi(
  tx: Tx,
  id: string,
  unit: string,
  kode: string,
  nomor: number,
  v: VersiContent,
  now: Date,
): Promise<void> {
  await sql`insert into indikator_versi (id, unit, kode, versi, berlaku_dari, berlaku_sampai, recorded_at, ${CONTENT})
    values (${id}, ${unit}, ${kode}, ${nomor}, ${v.berlakuDari}, ${v.berlakuSampai}, ${now},
      ${v.nama}, ${v.dasarHukum}, ${v.definisi}, ${v.caraUkur}, ${v.satuan}, ${v.jenisNilai}, ${v.polaritas}, ${v.agregasi}, ${v.desimal},
      ${v.skala}, ${v.skalaMin}, ${v.skalaMaks}, ${v.sumberData}, ${v.pemilikData}, ${v.iku}, ${v.metode}, ${v.bacaan}, ${v.rumus},
      ${json(v.masukan)}, ${json(v.perTriwulan)}, ${json(v.lapisDasar)}, ${json(v.kebijakan)}, ${v.sumber}, ${v.keterangan})`.execute(
    tx,
  )
}

export async function supersedeVersi(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update indikator_versi set superseded_at = ${now} where id = ${id}`.execute(tx)
}

/** The version ends on `last`: what was known of it is superseded by a copy with that end. */
export async function endVersi(tx: Tx, id: string, next: string, last: Day, now: Date): Promise<void> {
  await supersedeVersi(tx, id, now)
  await sql`insert into indikator_versi (id, unit, kode, versi, berlaku_dari, berlaku_sampai, recorded_at, ${CONTENT})
    select ${next}::uuid, unit, kode, versi, berlaku_dari, ${last}::date, ${now}::timestamptz, ${CONTENT} from indikator_versi where id = ${id}`.execute(
    tx,
  )
}

export function findVersi(on: Db, id: string): Promise<VersiRow | undefined> {
  return maybe(on, sql<VersiRow>`${versi} where id = ${id} and pemilik is null`)
}

export type VersiFilter = {
  unit?: string
  /** Only what the unit defines itself. */
  own?: boolean
  /** Of any of these units and codes. */
  units?: readonly string[]
  codes?: readonly string[]
  kode?: string
  /** Versions valid on this day; without it all. */
  day?: Day
  /** Versions valid on any day from `dari` to `sampai`. */
  dari?: Day
  sampai?: Day
  /** As known at this instant; without it as known now. */
  knownAt?: string
  iku?: boolean
  cari?: string
  after?: readonly [unit: string, kode: string, berlakuDari: Day]
  limit?: number
}

export function listVersions(on: Db, filter: VersiFilter): Promise<VersiRow[]> {
  const { unit = null, own = false, kode = null, day = null, dari = null, sampai = null } = filter
  const { knownAt = null, iku = null, cari = null, limit = null, units = null, codes = null } = filter
  const [afterUnit, afterKode, afterDay] = filter.after ?? [null, null, null]
  return many(
    on,
    sql<VersiRow>`${versi}
    where (${unit}::text is null or unit = ${unit}) and (${kode}::text is null or kode = ${kode})
      and (pemilik is null or not ${own}::boolean)
      and (${units}::text[] is null or unit = any(${units}::text[])) and (${codes}::text[] is null or kode = any(${codes}::text[]))
      and (${day}::date is null or (berlaku_dari <= ${day} and (berlaku_sampai is null or berlaku_sampai >= ${day})))
      and (${sampai}::date is null or berlaku_dari <= ${sampai})
      and (${dari}::date is null or berlaku_sampai is null or berlaku_sampai >= ${dari})
      and case when ${knownAt}::timestamptz is null then superseded_at is null
        else recorded_at <= ${knownAt} and (superseded_at is null or superseded_at > ${knownAt}) end
      and (${iku}::boolean is null or iku = ${iku})
      and (${cari}::text is null or nama ilike '%' || ${cari} || '%' or kode ilike '%' || ${cari} || '%')
      and (${afterUnit}::text is null or (unit, kode, berlaku_dari) > (${afterUnit}, ${afterKode}, ${afterDay}::date))
    order by unit, kode, berlaku_dari limit ${limit}::bigint`,
  )
}

/** The lines from which one comes down to this unit again, or may: those between it and the units above it, by whatever line. */
export function listLinesAbout(on: Db, unit: string): Promise<{ induk: string; unit: string; dari: Day; sampai: Day | null }[]> {
  return many(
    on,
    sql<{ induk: string; unit: string; dari: Day; sampai: Day | null }>`
    with recursive up as (select ${unit}::text as kode union select g.induk from up join garis_unit g on g.unit = up.kode)
    select g.induk, g.unit, greatest(g.berlaku_dari, u.berlaku_dari) as dari, least(g.berlaku_sampai, u.berlaku_sampai) as sampai
    from garis_unit g join unit_kerja u on u.kode = g.unit
    where g.induk in (select kode from up) and g.unit in (select kode from up) order by g.induk, g.unit, g.berlaku_dari`,
  )
}

export type ResultRow = FigureColumns & {
  id: string
  unit: string
  kode: string
  tahun: number
  unsur: Unsur
  sumber: string | null
  keterangan: string | null
  berlaku: boolean
  recordedAt: string
  version: number
}

const hasil = sql`select id, unit, kode, tahun, unsur, status, nilai, kategori, min, maks, tercetak, sumber, keterangan, berlaku,
    recorded_at as "recordedAt", version
  from hasil_tahunan h`

export type NewResult = {
  unit: string
  kode: string
  tahun: number
  unsur: Unsur
  figure: Figure
  sumber: string | null
  keterangan: string | null
}

/** Keeps a result; the first of its kind is in force. `baru` is false where the same from the same source stood there already. */
export function insertResult(
  tx: Tx,
  id: string,
  r: NewResult,
  now: Date,
): Promise<{ id: string; berlaku: boolean; baru: boolean }> {
  const f = toColumns(r.figure)
  const kind = sql`h.unit = ${r.unit} and h.kode = ${r.kode} and h.tahun = ${r.tahun} and h.unsur = ${r.unsur}`
  return one(
    tx,
    sql<{ id: string; berlaku: boolean; baru: boolean }>`
    with there as (
      select id, berlaku from hasil_tahunan h where ${kind}
        and (h.status, h.nilai, h.kategori, h.min, h.maks, h.tercetak, h.sumber) is not distinct from
          (${f.status}, ${f.nilai}::numeric, ${f.kategori}, ${f.min}::numeric, ${f.maks}::numeric, ${f.tercetak}, ${r.sumber})
      limit 1),
    added as (
      insert into hasil_tahunan (id, unit, kode, tahun, unsur, status, nilai, kategori, min, maks, tercetak, sumber, keterangan, berlaku, recorded_at)
      select ${id}::uuid, ${r.unit}, ${r.kode}, ${r.tahun}::int, ${r.unsur}, ${f.status}, ${f.nilai}::numeric, ${f.kategori}, ${f.min}::numeric,
        ${f.maks}::numeric, ${f.tercetak}, ${r.sumber}, ${r.keterangan}, not exists (select from hasil_tahunan h where ${kind} and h.berlaku),
        ${now}::timestamptz
      where not exists (select from there)
      returning id, berlaku)
    select id, berlaku, false as baru from there union all select id, berlaku, true from added`,
  )
}

export function lockResult(tx: Tx, id: string): Promise<ResultRow | undefined> {
  return maybe(tx, sql<ResultRow>`${hasil} where id = ${id} for update`)
}

/** This result comes into force, the one before it stands aside; all results of the same kind have changed by it. */
export async function putInForce(tx: Tx, r: Pick<ResultRow, 'id' | 'unit' | 'kode' | 'tahun' | 'unsur'>): Promise<void> {
  const kind = sql`unit = ${r.unit} and kode = ${r.kode} and tahun = ${r.tahun} and unsur = ${r.unsur}`
  await sql`update hasil_tahunan set berlaku = false, version = version + 1 where ${kind}`.execute(tx)
  await sql`update hasil_tahunan set berlaku = true where id = ${r.id}`.execute(tx)
}

export type ResultFilter = {
  unit?: string
  codes?: readonly string[]
  kode?: string
  tahun?: number
  unsur?: Unsur
  berlaku?: boolean
  after?: readonly [unit: string, kode: string, tahun: string, unsur: string, id: string]
  limit?: number
}

export function listResults(on: Db, filter: ResultFilter): Promise<ResultRow[]> {
  const { unit = null, kode = null, codes = null, tahun = null, unsur = null, berlaku = null, limit = null } = filter
  const [u, k, t, s, i] = filter.after ?? [null, null, null, null, null]
  return many(
    on,
    sql<ResultRow>`${hasil}
    where (${unit}::text is null or unit = ${unit}) and (${kode}::text is null or kode = ${kode})
      and (${codes}::text[] is null or kode = any(${codes}::text[]))
      and (${tahun}::int is null or tahun = ${tahun}) and (${unsur}::text is null or unsur = ${unsur})
      and (${berlaku}::boolean is null or berlaku = ${berlaku})
      and (${u}::text is null or (unit, kode, tahun, unsur, id) > (${u}, ${k}, ${t}::int, ${s}, ${i}::uuid))
    order by unit, kode, tahun, unsur, id limit ${limit}::bigint`,
  )
}
