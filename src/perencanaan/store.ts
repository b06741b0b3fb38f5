// Every line of this room's SQL.
import { type Db, many, maybe, sql, type Tx } from '../platform/db/database.ts'
import { type Figure, type FigureColumns, toColumns } from '../platform/kernel/figure.ts'

export type DokumenRow = {
  unit: string
  kode: string
  jenis: string
  nama: string
  tahunDari: number
  tahunSampai: number
  induk: string | null
  sumber: string | null
  keterangan: string | null
  version: number
}

const dokumen = sql`select unit, kode, jenis, nama, tahun_dari as "tahunDari", tahun_sampai as "tahunSampai", induk, sumber, keterangan, version
  from dokumen_rencana`

export function listDokumen(on: Db, unit: string): Promise<DokumenRow[]> {
  return many(on, sql<DokumenRow>`${dokumen} where unit = ${unit} order by tahun_dari, (induk is not null), kode`)
}

/** Changes of one tree wait for each other here. */
export function lockDokumen(tx: Tx, unit: string, kode: string): Promise<DokumenRow | undefined> {
  return maybe(tx, sql<DokumenRow>`${dokumen} where unit = ${unit} and kode = ${kode} for update`)
}

export async function saveDokumen(tx: Tx, d: Omit<DokumenRow, 'version'>): Promise<void> {
  await sql`insert into dokumen_rencana (unit, kode, jenis, nama, tahun_dari, tahun_sampai, induk, sumber, keterangan)
    values (${d.unit}, ${d.kode}, ${d.jenis}, ${d.nama}, ${d.tahunDari}, ${d.tahunSampai}, ${d.induk}, ${d.sumber}, ${d.keterangan})
    on conflict (unit, kode) do update set jenis = excluded.jenis, nama = excluded.nama, tahun_dari = excluded.tahun_dari,
      tahun_sampai = excluded.tahun_sampai, induk = excluded.induk, sumber = excluded.sumber, keterangan = excluded.keterangan,
      version = dokumen_rencana.version + 1`.execute(tx)
}

export type SimpulRow = {
  id: string
  unit: string
  dokumen: string
  kode: string
  induk: string | null
  jenis: string
  pernyataan: string
  urutan: number
  indikator: string[]
  sumber: string | null
  keterangan: string | null
  version: number
}

/** The nodes of a unit's trees, or of one document, in their order. */
export function listSimpul(on: Db, unit: string, dok?: string): Promise<SimpulRow[]> {
  return many(
    on,
    sql<SimpulRow>`select s.id, s.unit, s.dokumen, s.kode, s.induk, s.jenis, s.pernyataan, s.urutan, s.sumber, s.keterangan, s.version,
      coalesce(array_agg(i.kode order by i.urutan) filter (where i.kode is not null), '{}') as indikator
    from simpul_kinerja s left join simpul_indikator i on i.simpul = s.id
    where s.unit = ${unit} and (${dok ?? null}::text is null or s.dokumen = ${dok ?? null})
    group by s.id order by s.urutan, s.kode`,
  )
}

export type SimpulContent = Omit<SimpulRow, 'version' | 'indikator'>

export async function insertSimpul(tx: Tx, s: SimpulContent): Promise<void> {
  await sql`insert into simpul_kinerja (id, unit, dokumen, kode, induk, jenis, pernyataan, urutan, sumber, keterangan)
    values (${s.id}, ${s.unit}, ${s.dokumen}, ${s.kode}, ${s.induk}, ${s.jenis}, ${s.pernyataan}, ${s.urutan}, ${s.sumber}, ${s.keterangan})`.execute(
    tx,
  )
}

export async function updateSimpul(tx: Tx, s: SimpulContent): Promise<void> {
  await sql`update simpul_kinerja set induk = ${s.induk}, jenis = ${s.jenis}, pernyataan = ${s.pernyataan}, urutan = ${s.urutan},
    sumber = ${s.sumber}, keterangan = ${s.keterangan}, version = version + 1 where id = ${s.id}`.execute(tx)
}

export async function setIndikator(tx: Tx, simpul: string, unit: string, codes: readonly string[]): Promise<void> {
  await sql`delete from simpul_indikator where simpul = ${simpul}`.execute(tx)
  for (const [urutan, kode] of [...new Set(codes)].entries())
    await sql`insert into simpul_indikator (simpul, unit, kode, urutan) values (${simpul}, ${unit}, ${kode}, ${urutan})`.execute(tx)
}

export async function deleteSimpul(tx: Tx, id: string): Promise<void> {
  await sql`delete from crosscutting where simpul = ${id}`.execute(tx)
  await sql`delete from simpul_indikator where simpul = ${id}`.execute(tx)
  await sql`delete from simpul_kinerja where id = ${id}`.execute(tx)
}

export type CrosscuttingRow = {
  simpul: string
  kodeSimpul: string
  unitSimpul: string
  namaUnitSimpul: string
  pernyataan: string
  unit: string
  namaUnit: string
  kontribusi: string
  status: string
  alasan: string | null
  unitTercetak: string[]
  sumber: string | null
  keterangan: string | null
  version: number
}

/** Offices under their last known name. */
const nameOf = (unit: ReturnType<typeof sql.ref>) =>
  sql`(select nama from unit_kerja_nama where unit = ${unit} order by berlaku_dari desc limit 1)`

const crosscutting = sql`select c.simpul, s.kode as "kodeSimpul", s.unit as "unitSimpul", ${nameOf(sql.ref('s.unit'))} as "namaUnitSimpul",
    s.pernyataan, c.unit, ${nameOf(sql.ref('c.unit'))} as "namaUnit", c.kontribusi, c.status, c.alasan,
    c.unit_tercetak as "unitTercetak", c.sumber, c.keterangan, c.version
  from crosscutting c join simpul_kinerja s on s.id = c.simpul`

/** What a unit asks of others and what others ask of it. */
export function listCrosscutting(
  on: Db,
  unit: string,
  after?: readonly [simpul: string, unit: string],
  limit?: number,
): Promise<CrosscuttingRow[]> {
  const [simpul, other] = after ?? [null, null]
  return many(
    on,
    sql<CrosscuttingRow>`${crosscutting} where (s.unit = ${unit} or c.unit = ${unit})
    and (${simpul}::uuid is null or (c.simpul, c.unit) > (${simpul}::uuid, ${other}))
    order by c.simpul, c.unit limit ${limit ?? null}::bigint`,
  )
}

export function lockCrosscutting(tx: Tx, simpul: string, unit: string): Promise<CrosscuttingRow | undefined> {
  return maybe(tx, sql<CrosscuttingRow>`${crosscutting} where c.simpul = ${simpul} and c.unit = ${unit} for update of c`)
}

export type CrosscuttingContent = Omit<
  CrosscuttingRow,
  'kodeSimpul' | 'unitSimpul' | 'namaUnitSimpul' | 'pernyataan' | 'namaUnit' | 'version'
>

export async function saveCrosscutting(tx: Tx, c: CrosscuttingContent): Promise<void> {
  await sql`insert into crosscutting (simpul, unit, kontribusi, status, alasan, unit_tercetak, sumber, keterangan)
    values (${c.simpul}, ${c.unit}, ${c.kontribusi}, ${c.status}, ${c.alasan}, ${c.unitTercetak}, ${c.sumber}, ${c.keterangan})
    on conflict (simpul, unit) do update set kontribusi = excluded.kontribusi, status = excluded.status, alasan = excluded.alasan,
      unit_tercetak = excluded.unit_tercetak, sumber = excluded.sumber, keterangan = excluded.keterangan,
      version = crosscutting.version + 1`.execute(tx)
}

export async function deleteCrosscutting(tx: Tx, simpul: string, unit: string): Promise<void> {
  await sql`delete from crosscutting where simpul = ${simpul} and unit = ${unit}`.execute(tx)
}

export type TargetRow = FigureColumns & {
  id: string
  unit: string
  indikator: string
  tahun: number
  sumber: string | null
  keterangan: string | null
  recordedAt: string
  supersededAt: string | null
  version: number
}

const target = sql`select id, unit, kode as indikator, tahun, status, nilai, kategori, min, maks, tercetak, sumber, keterangan,
    recorded_at as "recordedAt", superseded_at as "supersededAt", version
  from target_jangka_menengah`

/** Targets of a year, or of all years, as known now or at an instant. */
export function listTargets(on: Db, unit: string, tahun?: number, knownAt?: string): Promise<TargetRow[]> {
  const [year, known] = [tahun ?? null, knownAt ?? null]
  return many(
    on,
    sql<TargetRow>`${target} where unit = ${unit} and (${year}::int is null or tahun = ${year})
      and case when ${known}::timestamptz is null then superseded_at is null
        else recorded_at <= ${known} and (superseded_at is null or superseded_at > ${known}) end
    order by tahun, kode`,
  )
}

export function lockTarget(tx: Tx, unit: string, kode: string, tahun: number): Promise<TargetRow | undefined> {
  return maybe(
    tx,
    sql<TargetRow>`${target} where unit = ${unit} and kode = ${kode} and tahun = ${tahun} and superseded_at is null for update`,
  )
}

export type NewTarget = {
  unit: string
  kode: string
  tahun: number
  figure: Figure
  sumber: string | null
  keterangan: string | null
}

/** The target now known; the one before it, if any, is superseded. */
export async function insertTarget(tx: Tx, id: string, t: NewTarget, before: TargetRow | undefined, now: Date): Promise<void> {
  const f = toColumns(t.figure)
  if (before) await sql`update target_jangka_menengah set superseded_at = ${now} where id = ${before.id}`.execute(tx)
  await sql`insert into target_jangka_menengah
      (id, unit, kode, tahun, status, nilai, kategori, min, maks, tercetak, sumber, keterangan, recorded_at, version)
    values (${id}, ${t.unit}, ${t.kode}, ${t.tahun}, ${f.status}, ${f.nilai}, ${f.kategori}, ${f.min}, ${f.maks}, ${f.tercetak},
      ${t.sumber}, ${t.keterangan}, ${now}, ${(before?.version ?? 0) + 1})`.execute(tx)
}
