// Stored results and what they hang on: lines between units, years that hold anything, the rows that a recomputation keeps.
import { type Db, many, one, sql, type Tx } from '../../platform/db/database.ts'
import type { TersimpanRow } from '../store.ts'

/** `unit` stood under `induk` in these days, by whatever line, while both lines and unit were valid. */
export type GarisRow = { induk: string; unit: string; dari: string; sampai: string | null }

const garis = sql`select g.induk, g.unit, greatest(g.berlaku_dari, u.berlaku_dari) as dari, least(g.berlaku_sampai, u.berlaku_sampai) as sampai
  from garis_unit g join unit_kerja u on u.kode = g.unit`

export function listBawahan(on: Db, induk: readonly string[]): Promise<GarisRow[]> {
  return many(on, sql<GarisRow>`${garis} where g.induk = any(${induk}::text[]) order by g.induk, g.unit, g.berlaku_dari`)
}

/** Every line that leads up from these units, on any day. */
export function listAtasan(on: Db, units: readonly string[]): Promise<GarisRow[]> {
  return many(
    on,
    sql<GarisRow>`with recursive up as (
      select unnest(${units}::text[]) as kode union select g.induk from up join garis_unit g on g.unit = up.kode)
    ${garis} where g.unit in (select kode from up) order by g.unit, g.induk, g.berlaku_dari`,
  )
}

/** Waits for whoever is recomputing one of these units: their results rest on each other's sources. */
export async function lockUnits(tx: Tx, units: readonly string[]): Promise<void> {
  await sql`select kode from unit_kerja where kode = any(${units}::text[]) order by kode for no key update`.execute(tx)
}

/** Nobody writes results until the transaction ends. */
export async function lockCapaian(tx: Tx): Promise<void> {
  await sql`lock table capaian in share row exclusive mode`.execute(tx)
}

/** The units and years that hold claims, inputs or surveys, and those of which results are kept already. */
export function listTahunBerisi(on: Db): Promise<{ unit: string; tahun: number }[]> {
  return many(
    on,
    sql<{ unit: string; tahun: number }>`
    select unit, left(periode, 4)::int as tahun from klaim union select unit, left(periode, 4)::int from masukan
    union select unit, tahun from survei union select unit, left(periode, 4)::int from capaian
    union select unit, tahun from tahun_capaian order by tahun, unit`,
  )
}

/** Of which years the results of these units are kept. */
export function listTahunCapaian(on: Db, units: readonly string[]): Promise<{ unit: string; tahun: number }[]> {
  return many(on, sql<{ unit: string; tahun: number }>`select unit, tahun from tahun_capaian where unit = any(${units}::text[])`)
}

export async function insertTahunCapaian(tx: Tx, units: readonly string[], tahun: number): Promise<void> {
  await sql`insert into tahun_capaian (unit, tahun) select unnest(${units}::text[]), ${tahun}::int on conflict do nothing`.execute(
    tx,
  )
}

const COLUMNS = sql.raw(`unit, kode, periode, status, trim_scale(nilai) as nilai, trim_scale(target) as target, capaian_status,
  trim_scale(capaian) as capaian, kategori, versi_id, trim_scale(nilai_utuh) as nilai_utuh, cara`)

/** What is stored of these units, periods and codes (all without). */
export function listTersimpan(
  on: Db,
  units: readonly string[],
  periods: readonly string[],
  codes: readonly string[] | null,
): Promise<TersimpanRow[]> {
  return many(
    on,
    sql<TersimpanRow>`select ${COLUMNS} from capaian where unit = any(${units}::text[]) and periode = any(${periods}::text[])
      and (${codes}::text[] is null or kode = any(${codes}::text[]))`,
  )
}

export type SeriesRow = { unit: string; kode: string; isi: string }

/** All that is stored of an indicator as one text, as `seriesOf` writes it; what is written otherwise (`1.0`) only looks different. */
export function listSeries(on: Db, units: readonly string[], periods: readonly string[]): Promise<SeriesRow[]> {
  return many(
    on,
    sql<SeriesRow>`select unit, kode, string_agg(concat_ws('|', periode, status, coalesce(nilai::text, '-'),
        coalesce(target::text, '-'), capaian_status, coalesce(capaian::text, '-'), quote_nullable(kategori),
        coalesce(versi_id::text, '-'), coalesce(nilai_utuh::text, '-'), coalesce(cara, '-')), E'\n' order by periode) as isi
      from capaian where unit = any(${units}::text[]) and periode = any(${periods}::text[]) group by unit, kode`,
  )
}

type Terkini = { unit: string; kode: string; periode: string; cara: NonNullable<TersimpanRow['cara']> }
export type TerkiniRow =
  | (Terkini & { status: 'NILAI'; nilai: string })
  | (Terkini & { status: 'KOSONG' | 'BELUM_RILIS' | 'TIDAK_DITARGETKAN'; nilai: null })

/** Stored numbers (with all their digits) and states that the version in force on the last day of their period gave; no faults, no categories. */
export function listTerkini(
  on: Db,
  units: readonly string[],
  codes: readonly string[],
  periods: readonly string[],
  lastDays: readonly string[],
): Promise<TerkiniRow[]> {
  return many(
    on,
    sql<TerkiniRow>`select c.unit, c.kode, c.periode, c.status, trim_scale(c.nilai_utuh) as nilai, c.cara
    from unnest(${periods}::text[], ${lastDays}::date[]) as p(periode, sampai)
    join capaian c on c.periode = p.periode and c.unit = any(${units}::text[]) and c.kode = any(${codes}::text[])
    join indikator_versi v on v.id = c.versi_id and v.superseded_at is null
      and v.berlaku_dari <= p.sampai and (v.berlaku_sampai is null or v.berlaku_sampai >= p.sampai)
    where c.cara is not null and c.status <> 'GALAT' and (c.status = 'NILAI') = (c.nilai is not null)`,
  )
}

/** So many stored results, chosen by the seed: the same ones each time while nothing is added. */
export function sampleTersimpan(on: Db, size: number, seed: string): Promise<TersimpanRow[]> {
  return many(
    on,
    sql<TersimpanRow>`select ${COLUMNS} from capaian order by md5(${seed} || unit || ' ' || kode || ' ' || periode), unit, kode, periode limit ${size}`,
  )
}

export async function deleteCapaian(tx: Tx, cells: readonly { unit: string; kode: string; periode: string }[]): Promise<void> {
  if (!cells.length) return
  await sql`delete from capaian c using jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as r(unit text, kode text, periode text)
    where c.unit = r.unit and c.kode = r.kode and c.periode = r.periode`.execute(tx)
}

/** The name by which other connections can read what this transaction reads, while it lasts. */
export async function exportSnapshot(tx: Tx): Promise<string> {
  return (await one(tx, sql<{ name: string }>`select pg_export_snapshot() as name`)).name
}

export function inExportedSnapshot<T>(db: Db, name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql.raw(`set transaction snapshot '${name.replaceAll(/[^0-9A-F-]/g, '')}'`).execute(tx)
      return work(tx)
    })
}
