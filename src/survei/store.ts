// Every line of this room's SQL.
import { type Db, many, maybe, one, sql, type Tx } from '../platform/db/database.ts'
import type { FigureColumns } from '../platform/kernel/figure.ts'
import type { Period } from '../platform/kernel/time.ts'

export type SurveiRow = {
  id: string
  unit: string
  kode: string
  tahun: number
  nama: string
  sumber: string | null
  keterangan: string | null
  isiSha256: string | null
  version: number
}
export type IsianRow = FigureColumns & {
  id: string
  survei: string
  tabel: string
  periode: Period
  urutan: number
  dimensi: Record<string, string>
  unit: string | null
  sumber: string | null
  keterangan: string | null
  version: number
}

const survei = sql`select id, unit, kode, tahun, nama, sumber, keterangan, isi_sha256 as "isiSha256", version from survei s`

export function findSurvei(on: Db, unit: string, kode: string, tahun: number): Promise<SurveiRow | undefined> {
  return maybe(on, sql<SurveiRow>`${survei} where unit = ${unit} and kode = ${kode} and tahun = ${tahun}`)
}

export type SurveiFilter = { unit?: string; tahun?: number; after?: readonly string[]; limit?: number }

export function listSurvei(on: Db, { unit, tahun, after, limit }: SurveiFilter): Promise<SurveiRow[]> {
  const [afterUnit, afterKode, afterTahun] = after ?? [null, null, null]
  return many(
    on,
    sql<SurveiRow>`${survei}
    where (${unit ?? null}::text is null or unit = ${unit ?? null}) and (${tahun ?? null}::int is null or tahun = ${tahun ?? null})
      and (${afterUnit}::text is null or (unit, kode, tahun) > (${afterUnit}, ${afterKode}, ${afterTahun}::int))
    order by unit, kode, tahun limit ${limit ?? null}::bigint`,
  )
}

export async function insertSurvei(tx: Tx, s: Omit<SurveiRow, 'version'>): Promise<void> {
  await sql`insert into survei (id, unit, kode, tahun, nama, sumber, keterangan, isi_sha256)
    values (${s.id}, ${s.unit}, ${s.kode}, ${s.tahun}, ${s.nama}, ${s.sumber}, ${s.keterangan}, ${s.isiSha256})`.execute(tx)
}

export async function insertIsian(tx: Tx, rows: readonly Omit<IsianRow, 'version'>[]): Promise<void> {
  await sql`insert into survei_isian (id, survei, tabel, periode, urutan, dimensi, unit, status, nilai, kategori, min, maks, tercetak, sumber, keterangan)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, survei uuid, tabel text, periode text, urutan int, dimensi jsonb,
      unit text, status text, nilai numeric, kategori text, min numeric, maks numeric, tercetak text, sumber text, keterangan text)`.execute(
    tx,
  )
}

/** Which of these codes are no unit. */
export async function unknownUnits(on: Db, codes: readonly string[]): Promise<string[]> {
  const rows = await many(
    on,
    sql<{ kode: string }>`select kode from unnest(${[...codes]}::text[]) as c(kode)
    where not exists (select from unit_kerja u where u.kode = c.kode)`,
  )
  return rows.map((r) => r.kode)
}

const isian = sql`select i.id, i.survei, i.tabel, i.periode, i.urutan, i.dimensi, i.unit, i.status, i.nilai, i.kategori, i.min, i.maks, i.tercetak,
    i.sumber, i.keterangan, i.version
  from survei_isian i`

export type IsianFilter = { survei: string; tabel: string; periode?: Period; after?: readonly string[]; limit?: number }

/** The values of a table in the order in which they were loaded, period by period. */
export function listIsian(on: Db, { survei: id, tabel, periode, after, limit }: IsianFilter): Promise<IsianRow[]> {
  const [afterPeriode, afterUrutan] = after ?? [null, null]
  return many(
    on,
    sql<IsianRow>`${isian}
    where survei = ${id} and tabel = ${tabel} and (${periode ?? null}::text is null or periode = ${periode ?? null})
      and (${afterPeriode}::text is null or (periode, urutan) > (${afterPeriode}, ${afterUrutan}::int))
    order by periode, urutan limit ${limit ?? null}::bigint`,
  )
}

export function listTabel(on: Db, id: string): Promise<{ tabel: string; periode: Period; isian: number }[]> {
  return many(
    on,
    sql<{ tabel: string; periode: Period; isian: number }>`select tabel, periode, count(*)::int as isian from survei_isian
    where survei = ${id} group by tabel, periode order by tabel, periode`,
  )
}

export function lockIsian(tx: Tx, id: string): Promise<IsianRow | undefined> {
  return maybe(tx, sql<IsianRow>`${isian} where id = ${id} for update`)
}

export async function updateIsian(tx: Tx, id: string, f: FigureColumns): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`update survei_isian set status = ${f.status}, nilai = ${f.nilai}, kategori = ${f.kategori},
      min = ${f.min}, maks = ${f.maks}, tercetak = ${f.tercetak}, version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}
