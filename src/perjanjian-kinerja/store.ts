// Every line of this room's SQL. Rows come out in the words of the wire (`alasanRevisi`), as the noun has them.
import { type Db, many, maybe, one, sql, type Tx, validOn } from '../platform/db/database.ts'
import { asKnown } from '../platform/db/two-times.ts'
import type { FigureColumns } from '../platform/kernel/figure.ts'
import type { Day } from '../platform/kernel/time.ts'
import type {
  AlasanRevisi,
  Asal,
  CetakanLain,
  IsianIndikator,
  IsianPihak,
  IsianSasaran,
  PeriodeTarget,
  StatusPk,
} from './perjanjian-kinerja.ts'
import { TERBUKA } from './perjanjian-kinerja.ts'
import type { numberLines } from './susunan.ts'

export type PkRow = {
  id: string
  unit: string
  tahun: number
  versi: number
  bentuk: string
  status: StatusPk
  asal: Asal
  alasanRevisi: AlasanRevisi | null
  namaPertama: string | null
  nipPertama: string | null
  jabatanPertama: string | null
  namaKedua: string | null
  nipKedua: string | null
  jabatanKedua: string | null
  cetakanLain: CetakanLain[]
  tanggal: Day | null
  sumber: string | null
  keterangan: string | null
  isiSha256: string | null
  /** Of the document itself. */
  nomor: string | null
  /** The letter or instruction by which a revision was asked for. */
  dasarRevisi: string | null
  version: number
}
const known = (table: string, at: string | null = null) => asKnown(table, 'perjanjian_kinerja_riwayat', at)

const columns = sql`select id, unit, tahun, versi, bentuk, status, asal, alasan_revisi as "alasanRevisi",
    pihak_pertama_nama as "namaPertama", pihak_pertama_nip as "nipPertama", pihak_pertama_jabatan as "jabatanPertama",
    pihak_kedua_nama as "namaKedua", pihak_kedua_nip as "nipKedua", pihak_kedua_jabatan as "jabatanKedua",
    cetakan_lain as "cetakanLain", tanggal, sumber, keterangan, isi_sha256 as "isiSha256", nomor,
    dasar_revisi as "dasarRevisi", version`
const pk = sql`${columns} from perjanjian_kinerja p`

export async function insertPk(tx: Tx, p: Omit<PkRow, 'version' | 'nomor'>): Promise<void> {
  await sql`insert into perjanjian_kinerja (id, unit, tahun, versi, bentuk, status, asal, alasan_revisi, pihak_pertama_nama, pihak_pertama_nip,
      pihak_pertama_jabatan, pihak_kedua_nama, pihak_kedua_nip, pihak_kedua_jabatan, cetakan_lain, tanggal, sumber, keterangan, isi_sha256,
      dasar_revisi)
    values (${p.id}, ${p.unit}, ${p.tahun}, ${p.versi}, ${p.bentuk}, ${p.status}, ${p.asal}, ${p.alasanRevisi}, ${p.namaPertama}, ${p.nipPertama},
      ${p.jabatanPertama}, ${p.namaKedua}, ${p.nipKedua}, ${p.jabatanKedua}, ${JSON.stringify(p.cetakanLain)}::jsonb, ${p.tanggal}, ${p.sumber},
      ${p.keterangan}, ${p.isiSha256}, ${p.dasarRevisi})`.execute(tx)
}

export function findPk(on: Db, id: string, at?: string): Promise<PkRow | undefined> {
  return maybe(on, sql<PkRow>`${columns} from ${known('perjanjian_kinerja', at)} p where id = ${id}`)
}

/** The agreement waits here: whoever changes a line of it, or moves it on, comes after the other. */
export function lockPk(tx: Tx, id: string): Promise<PkRow | undefined> {
  return maybe(tx, sql<PkRow>`${pk} where id = ${id} for update`)
}

/** The versions of a year as known now, or as known at an instant. */
export function listVersions(on: Db, unit: string, tahun: number, at?: string): Promise<PkRow[]> {
  return many(
    on,
    sql<PkRow>`${columns} from ${known('perjanjian_kinerja', at)} p where unit = ${unit} and tahun = ${tahun} order by versi`,
  )
}

export type PkFilter = {
  unit?: string
  tahun?: number
  /** The units whose drafts are shown too; `SEMUA` for every unit. */
  drafts: readonly string[] | 'SEMUA'
  after?: readonly string[]
  limit: number
}

export function listPk(on: Db, { unit, tahun, drafts, after, limit }: PkFilter): Promise<PkRow[]> {
  const [afterTahun, afterUnit, afterVersi] = after ?? [null, null, null]
  return many(
    on,
    sql<PkRow>`${pk}
    where (${unit ?? null}::text is null or unit = ${unit ?? null}) and (${tahun ?? null}::int is null or tahun = ${tahun ?? null})
      and (status = any(${[...TERBUKA]}::text[]) or ${drafts === 'SEMUA'}::boolean or unit = any(${drafts === 'SEMUA' ? [] : [...drafts]}::text[]))
      and (${afterTahun}::int is null or (-tahun, unit, versi) > (-${afterTahun}::int, ${afterUnit}, ${afterVersi}::int))
    order by -tahun, unit, versi limit ${limit}`,
  )
}

/** Both parties; the version of the agreement itself goes up. */
export async function saveParties(tx: Tx, id: string, { pihakPertama: p, pihakKedua: k }: IsianPihak): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`update perjanjian_kinerja set pihak_pertama_nama = ${p.nama}, pihak_pertama_nip = ${p.nip},
      pihak_pertama_jabatan = ${p.jabatan}, pihak_kedua_nama = ${k.nama}, pihak_kedua_nip = ${k.nip}, pihak_kedua_jabatan = ${k.jabatan},
      version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}

/** Moves the agreement on; its day is that of the first signature. */
export async function saveStatus(tx: Tx, id: string, status: StatusPk, tanggal: Day | null): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`update perjanjian_kinerja set status = ${status}, tanggal = ${tanggal}, version = version + 1
      where id = ${id} returning version`,
  )
  return row.version
}

export async function saveNomor(tx: Tx, id: string, nomor: string | null): Promise<number> {
  const row = await one(
    tx,
    sql<{
      version: number
    }>`update perjanjian_kinerja set nomor = ${nomor}, version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}

/** Order and numbers; a line whose place has not changed keeps its version. */
export async function saveOrder(tx: Tx, id: string, { sasaran, indikator }: ReturnType<typeof numberLines>): Promise<number> {
  await sql`update perjanjian_kinerja_sasaran s set urutan = r.urutan, nomor = r.nomor, version = s.version + 1
    from jsonb_to_recordset(${JSON.stringify(sasaran)}::jsonb) as r(id uuid, urutan int, nomor text)
    where s.id = r.id and s.pk = ${id} and (s.urutan, s.nomor) is distinct from (r.urutan, r.nomor)`.execute(tx)
  await sql`update perjanjian_kinerja_indikator i set sasaran = r.sasaran, urutan = r.urutan, nomor = r.nomor, version = i.version + 1
    from jsonb_to_recordset(${JSON.stringify(indikator)}::jsonb) as r(id uuid, sasaran uuid, urutan int, nomor text)
    where i.id = r.id and (i.sasaran, i.urutan, i.nomor) is distinct from (r.sasaran, r.urutan, r.nomor)`.execute(tx)
  const row = await one(
    tx,
    sql<{ version: number }>`update perjanjian_kinerja set version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}

export async function deleteSasaran(tx: Tx, id: string): Promise<void> {
  await sql`delete from perjanjian_kinerja_sasaran where id = ${id}`.execute(tx)
}

/** With its targets, also those that were superseded. */
export async function deleteIndikator(tx: Tx, id: string): Promise<void> {
  await sql`delete from perjanjian_kinerja_target where indikator = ${id}`.execute(tx)
  await sql`delete from perjanjian_kinerja_indikator where id = ${id}`.execute(tx)
}

export type SasaranRow = IsianSasaran & {
  id: string
  pk: string
  sumber: string | null
  keterangan: string | null
  /** The first line of which this one is a copy of a copy, through versions and years; itself where it is none. */
  silsilah: string
  version: number
}
const sasaran = (at?: string) => sql`select id, pk, urutan, nomor, kelompok, uraian, sumber, keterangan,
    coalesce(silsilah, id) as silsilah, version from ${known('perjanjian_kinerja_sasaran', at)} s`

export function listSasaran(on: Db, pkId: string, at?: string): Promise<SasaranRow[]> {
  return many(on, sql<SasaranRow>`${sasaran(at)} where pk = ${pkId} order by urutan, id`)
}

export function findSasaran(on: Db, id: string): Promise<SasaranRow | undefined> {
  return maybe(on, sql<SasaranRow>`${sasaran()} where id = ${id}`)
}

export async function saveSasaran(tx: Tx, id: string, pkId: string, s: IsianSasaran): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`insert into perjanjian_kinerja_sasaran (id, pk, urutan, nomor, kelompok, uraian)
    values (${id}, ${pkId}, ${s.urutan}, ${s.nomor}, ${s.kelompok}, ${s.uraian})
    on conflict (id) do update set urutan = excluded.urutan, nomor = excluded.nomor, kelompok = excluded.kelompok, uraian = excluded.uraian,
      version = perjanjian_kinerja_sasaran.version + 1
    returning version`,
  )
  return row.version
}

export type IndikatorRow = {
  id: string
  sasaran: string
  urutan: number
  nomor: string | null
  kode: string | null
  nama: string
  sumberData: string | null
  pengukuran: string | null
  satuan: string | null
  nilaiLebih: { tercetak: string; baris: number | null }[]
  /** Why its target is easier than it should be (PK-07, PK-08), and by which law. */
  alasanTarget: string | null
  dasarTarget: string | null
  /** What another office has issued for all, and the version of it that was received. */
  bersama: string | null
  bersamaVersi: number | null
  sumber: string | null
  keterangan: string | null
  silsilah: string
  version: number
}
const indikator = (at?: string) => sql`select i.id, i.sasaran, i.urutan, i.nomor, i.kode, i.nama, i.sumber_data as "sumberData",
    i.pengukuran, i.satuan, i.nilai_lebih as "nilaiLebih", i.alasan_target as "alasanTarget",
    i.dasar_target as "dasarTarget", i.bersama, i.bersama_versi as "bersamaVersi", i.sumber, i.keterangan,
    coalesce(i.silsilah, i.id) as silsilah, i.version
  from ${known('perjanjian_kinerja_indikator', at)} i join ${known('perjanjian_kinerja_sasaran', at)} s on s.id = i.sasaran`

export function listIndikator(on: Db, pkId: string, at?: string): Promise<IndikatorRow[]> {
  return many(on, sql<IndikatorRow>`${indikator(at)} where s.pk = ${pkId} order by s.urutan, s.id, i.urutan, i.id`)
}

/** The lines of indicators of all versions of a year, each with its lineage. */
export function listLineage(on: Db, unit: string, tahun: number): Promise<{ id: string; pk: string; silsilah: string }[]> {
  return many(
    on,
    sql<{ id: string; pk: string; silsilah: string }>`select i.id, s.pk, coalesce(i.silsilah, i.id) as silsilah
    from perjanjian_kinerja_indikator i join perjanjian_kinerja_sasaran s on s.id = i.sasaran join perjanjian_kinerja p on p.id = s.pk
    where p.unit = ${unit} and p.tahun = ${tahun}`,
  )
}

/** An indicator with the agreement it stands in. */
export function findIndikator(on: Db, id: string): Promise<(IndikatorRow & { pk: string }) | undefined> {
  return maybe(
    on,
    sql<IndikatorRow & { pk: string }>`select i.*, s.pk from (${indikator()} where i.id = ${id}) i
    join perjanjian_kinerja_sasaran s on s.id = i.sasaran`,
  )
}

export async function saveIndikator(tx: Tx, id: string, i: IsianIndikator): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`
    insert into perjanjian_kinerja_indikator (id, sasaran, urutan, nomor, kode, nama, sumber_data, pengukuran, satuan, alasan_target,
      dasar_target)
    values (${id}, ${i.sasaran}, ${i.urutan}, ${i.nomor ?? null}, ${i.kode ?? null}, ${i.nama}, ${i.sumberData ?? null}, ${i.pengukuran ?? null},
      ${i.satuan ?? null}, ${i.alasanTarget ?? null}, ${i.dasarTarget ?? null})
    on conflict (id) do update set sasaran = excluded.sasaran, urutan = excluded.urutan, nomor = excluded.nomor, kode = excluded.kode,
      nama = excluded.nama, sumber_data = excluded.sumber_data, pengukuran = excluded.pengukuran, satuan = excluded.satuan,
      alasan_target = excluded.alasan_target, dasar_target = excluded.dasar_target, version = perjanjian_kinerja_indikator.version + 1
    returning version`,
  )
  return row.version
}

export type TargetRow = FigureColumns & {
  indikator: string
  periode: PeriodeTarget
  sumber: string | null
  version: number
  recordedAt: string
}
const target = sql`select t.indikator, t.periode, t.status, t.nilai, t.kategori, t.min, t.maks, t.tercetak, t.sumber, t.version,
    t.recorded_at as "recordedAt"`

/** The targets of an agreement as known now, or as known at an instant. */
export function listTarget(on: Db, pkId: string, knownAt: string | null = null): Promise<TargetRow[]> {
  return many(
    on,
    sql<TargetRow>`${target} from ${known('perjanjian_kinerja_target', knownAt)} t
    join ${known('perjanjian_kinerja_indikator', knownAt)} i on i.id = t.indikator
    join ${known('perjanjian_kinerja_sasaran', knownAt)} s on s.id = i.sasaran
    where s.pk = ${pkId} and case when ${knownAt}::timestamptz is null then t.superseded_at is null
      else t.recorded_at <= ${knownAt} and (t.superseded_at is null or t.superseded_at > ${knownAt}) end
    order by t.indikator, t.periode`,
  )
}

export function findTarget(on: Db, indikatorId: string, periode: PeriodeTarget): Promise<TargetRow | undefined> {
  return maybe(
    on,
    sql<TargetRow>`${target} from perjanjian_kinerja_target t
    where indikator = ${indikatorId} and periode = ${periode} and superseded_at is null`,
  )
}

/** The target before is superseded, not overwritten. */
export async function replaceTarget(
  tx: Tx,
  indikatorId: string,
  periode: PeriodeTarget,
  f: FigureColumns,
  version: number,
  now: Date,
): Promise<void> {
  await sql`update perjanjian_kinerja_target set superseded_at = ${now}
    where indikator = ${indikatorId} and periode = ${periode} and superseded_at is null`.execute(tx)
  await sql`insert into perjanjian_kinerja_target (indikator, periode, status, nilai, kategori, min, maks, tercetak, version, recorded_at)
    values (${indikatorId}, ${periode}, ${f.status}, ${f.nilai}, ${f.kategori}, ${f.min}, ${f.maks}, ${f.tercetak}, ${version}, ${now})`.execute(
    tx,
  )
}

/** A new line has a lineage where it is a copy. */
type New<Row> = Omit<Row, 'version' | 'silsilah'> & { readonly silsilah?: string }
export type NewLines = {
  readonly sasaran: readonly New<SasaranRow>[]
  readonly indikator: readonly New<IndikatorRow>[]
  readonly target: readonly Omit<TargetRow, 'version' | 'recordedAt'>[]
}

/** All lines of a new agreement in three statements. */
export async function insertLines(tx: Tx, lines: NewLines, now: Date): Promise<void> {
  const rows = (of: readonly unknown[]) => sql`${JSON.stringify(of)}::jsonb`
  await sql`insert into perjanjian_kinerja_sasaran (id, pk, urutan, nomor, kelompok, uraian, sumber, keterangan, silsilah)
    select * from jsonb_to_recordset(${rows(lines.sasaran)})
      as r(id uuid, pk uuid, urutan int, nomor text, kelompok text, uraian text, sumber text, keterangan text, silsilah uuid)`.execute(
    tx,
  )
  await sql`insert into perjanjian_kinerja_indikator (id, sasaran, urutan, nomor, kode, nama, sumber_data, pengukuran, satuan, nilai_lebih,
      alasan_target, dasar_target, bersama, bersama_versi, sumber, keterangan, silsilah)
    select * from jsonb_to_recordset(${rows(lines.indikator)})
      as r(id uuid, sasaran uuid, urutan int, nomor text, kode text, nama text, "sumberData" text, pengukuran text, satuan text, "nilaiLebih" jsonb,
        "alasanTarget" text, "dasarTarget" text, bersama uuid, "bersamaVersi" int, sumber text, keterangan text, silsilah uuid)`.execute(
    tx,
  )
  await sql`insert into perjanjian_kinerja_target (indikator, periode, status, nilai, kategori, min, maks, tercetak, sumber, recorded_at)
    select r.*, ${now}::timestamptz from jsonb_to_recordset(${rows(lines.target)})
      as r(indikator uuid, periode text, status text, nilai numeric, kategori text, min numeric, maks numeric, tercetak text, sumber text)`.execute(
    tx,
  )
}

export type HolderRow = { unit: string; nama: string; nip: string | null; jabatan: string }

/** Who signs for these units on a day: heads and the Gubernur; while a Plh or Plt is assigned, only that person. */
export function listHolders(on: Db, units: readonly string[], day: Day): Promise<HolderRow[]> {
  return many(
    on,
    sql<HolderRow>`select j.unit, p.nama, p.nip, j.nama as jabatan
    from penugasan t join pegawai p on p.id = t.pegawai_id join jabatan j on j.kode = t.jabatan
    where j.unit = any(${[...units]}::text[]) and t.superseded_at is null and ${validOn('t', day)} and j.peran && array['KEPALA_PD', 'GUBERNUR']
      and (t.sifat in ('PLT', 'PLH') or not exists (select from penugasan a where a.jabatan = t.jabatan and a.sifat in ('PLT', 'PLH')
        and a.superseded_at is null and ${validOn('a', day)}))
    order by j.kode, p.id`,
  )
}
