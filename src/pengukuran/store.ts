// Every line of this room's SQL.
import { type Db, many, maybe, one, sql, type Tx, validOn } from '../platform/db/database.ts'
import type { FigureColumns } from '../platform/kernel/figure.ts'
import type { StatusPeriode } from './buka-tutup.ts'
import type { StatusPengukuran } from './workflow.ts'

export type KlaimRow = FigureColumns & {
  id: string
  unit: string
  kode: string
  periode: string
  peran: string
  pihak: string | null
  namaPihak: string | null
  surat: string | null
  tanggal: string | null
  keterangan: string | null
  sumber: string | null
  oleh: string
  recorded_at: string
  bukti: { sha256: string; nama: string; halaman: string | null; tanggal: string | null; penerbit: string | null }[]
}

/** Which part of the books is read; `codes` null for all. */
export type Reach = {
  readonly units: readonly string[]
  readonly codes: readonly string[] | null
  readonly years: readonly number[]
  /** Every period of the years: named one by one, an index finds them. */
  readonly periods: readonly string[]
  /** For computing alone: without the names of people and offices, and without evidence. */
  readonly lean: boolean
}

const TOLD = sql`k.tercetak, k.surat, k.tanggal, k.keterangan, k.recorded_at, coalesce(a.nama, k.actor) as oleh,
      coalesce((select case when k.pihak like 'atasan %' then 'atasan ' else '' end || n.nama from unit_kerja_nama n
        where n.unit = regexp_replace(k.pihak, '^atasan ', '') order by n.berlaku_dari desc limit 1), k.pihak) as "namaPihak",
      coalesce((select json_agg(json_build_object('sha256', b.sha256, 'nama', b.nama, 'halaman', kb.halaman, 'tanggal', kb.tanggal::text,
        'penerbit', kb.penerbit) order by b.sha256) from klaim_bukti kb join bukti b on b.sha256 = kb.sha256 where kb.klaim_id = k.id), '[]') as bukti
    from klaim k left join account a on a.id::text = k.actor`
const LEAN = sql`null as tercetak, null as surat, null as tanggal, null as keterangan, '' as recorded_at, k.actor as oleh,
      k.pihak as "namaPihak", '[]'::json as bukti
    from klaim k`

/** Claims in force in the given years, in the order they were made, with their evidence and who made them. */
export function listKlaim(on: Db, at: Reach): Promise<KlaimRow[]> {
  return many(
    on,
    sql<KlaimRow>`
    select k.id, k.unit, k.kode, k.periode, k.peran, k.status, k.nilai, k.kategori, k.min, k.maks, k.pihak, k.sumber, ${at.lean ? LEAN : TOLD}
    where k.superseded_at is null and k.unit = any(${at.units}::text[]) and k.periode = any(${at.periods}::text[])
      and (${at.codes}::text[] is null or k.kode = any(${at.codes}::text[]))
    order by k.recorded_at, k.urutan, k.id`,
  )
}

export type MasukanRow = FigureColumns & {
  unit: string
  kode: string
  periode: string
  tabel: string
  dimensi: Record<string, string>
  sumber: string | null
}

export function listMasukan(on: Db, at: Reach): Promise<MasukanRow[]> {
  return many(
    on,
    sql<MasukanRow>`
    select unit, kode, periode, tabel, dimensi, status, nilai, kategori, min, maks, tercetak, sumber from masukan
    where superseded_at is null and unit = any(${at.units}::text[]) and periode = any(${at.periods}::text[])
      and (${at.codes}::text[] is null or kode = any(${at.codes}::text[]))
    order by urutan`,
  )
}

export type SurveiRow = FigureColumns & {
  unit: string
  kode: string
  periode: string
  tabel: string
  dimensi: Record<string, string>
  sumber: string | null
}

/** The survey tables that are sources of a measurement. */
export function listSurvei(on: Db, { units, codes, years }: Reach): Promise<SurveiRow[]> {
  return many(
    on,
    sql<SurveiRow>`
    select s.unit, s.kode, i.periode, i.tabel, i.dimensi, i.status, i.nilai, i.kategori, i.min, i.maks, i.tercetak, i.sumber
    from survei s join survei_isian i on i.survei = s.id where s.unit = any(${units}::text[]) and s.tahun = any(${years}::int[])
      and (${codes}::text[] is null or s.kode = any(${codes}::text[]))
    order by s.unit, s.kode, i.tabel, i.periode, i.urutan`,
  )
}

export type TargetRow = FigureColumns & {
  unit: string
  kode: string
  tahun: number
  periode: string
  sumber: string | null
  asal: 'PK' | 'RENSTRA' | 'LAPORAN'
}

/** Targets of the years, the agreement in force first, then the Renstra, then what a report of the year printed. */
export function listTargets(on: Db, { units, codes, years }: Reach): Promise<TargetRow[]> {
  return many(
    on,
    sql<TargetRow>`
    with pk as (
      select distinct on (unit, tahun) id, unit, tahun from perjanjian_kinerja
      where unit = any(${units}::text[]) and tahun = any(${years}::int[]) and status in ('DITETAPKAN', 'DIPUBLIKASI')
      order by unit, tahun, versi desc)
    select pk.unit, i.kode, pk.tahun, t.periode, t.status, t.nilai, t.kategori, t.min, t.maks, t.tercetak, coalesce(t.sumber, i.sumber) as sumber, 'PK' as asal, 1 as urut
      from pk join perjanjian_kinerja_sasaran s on s.pk = pk.id join perjanjian_kinerja_indikator i on i.sasaran = s.id
      join perjanjian_kinerja_target t on t.indikator = i.id and t.superseded_at is null
      where i.kode is not null and (${codes}::text[] is null or i.kode = any(${codes}::text[]))
    union all
    select unit, kode, tahun, 'TAHUNAN', status, nilai, kategori, min, maks, tercetak, sumber, 'RENSTRA', 2 from target_jangka_menengah
      where unit = any(${units}::text[]) and tahun = any(${years}::int[]) and superseded_at is null
        and (${codes}::text[] is null or kode = any(${codes}::text[]))
    union all
    select unit, kode, tahun, 'TAHUNAN', status, nilai, kategori, min, maks, tercetak, sumber, 'LAPORAN', 3 from hasil_tahunan
      where unit = any(${units}::text[]) and tahun = any(${years}::int[]) and unsur = 'TARGET' and berlaku
        and (${codes}::text[] is null or kode = any(${codes}::text[]))
    order by urut`,
  )
}

export type NewKlaim = Omit<KlaimRow, 'namaPihak' | 'oleh' | 'recorded_at' | 'bukti'> & { urutan: number }

export async function insertKlaim(tx: Tx, k: NewKlaim, actor: string, now: Date): Promise<void> {
  await sql`insert into klaim (id, unit, kode, periode, peran, status, nilai, kategori, min, maks, tercetak, pihak, surat, tanggal, keterangan,
      sumber, urutan, actor, recorded_at)
    values (${k.id}, ${k.unit}, ${k.kode}, ${k.periode}, ${k.peran}, ${k.status}, ${k.nilai}, ${k.kategori}, ${k.min}, ${k.maks}, ${k.tercetak},
      ${k.pihak}, ${k.surat}, ${k.tanggal}, ${k.keterangan}, ${k.sumber}, ${k.urutan}, ${actor}, ${now})`.execute(tx)
}

/** An office's own earlier claim of these roles gives way; what others said stays. */
export async function supersedeKlaim(
  tx: Tx,
  unit: string,
  kode: string,
  periode: string,
  peran: readonly string[],
  pihak: string | null,
  now: Date,
): Promise<void> {
  await sql`update klaim set superseded_at = ${now} where unit = ${unit} and kode = ${kode} and periode = ${periode} and peran = any(${peran}::text[])
    and pihak is not distinct from ${pihak} and sumber is null and superseded_at is null`.execute(tx)
}

export async function linkBukti(
  tx: Tx,
  klaim: string,
  b: { sha256: string; halaman?: string | null; tanggal?: string | null; penerbit?: string | null },
): Promise<void> {
  await sql`insert into klaim_bukti (klaim_id, sha256, halaman, tanggal, penerbit)
    values (${klaim}, ${b.sha256}, ${b.halaman ?? null}, ${b.tanggal ?? null}, ${b.penerbit ?? null})`.execute(tx)
}

export type NewMasukan = FigureColumns & {
  id: string
  unit: string
  kode: string
  periode: string
  tabel: string
  urutan: number
  dimensi: Record<string, string>
  sumber: string | null
}

export async function insertMasukan(tx: Tx, m: NewMasukan, actor: string, now: Date): Promise<void> {
  await sql`insert into masukan (id, unit, kode, periode, tabel, urutan, dimensi, status, nilai, kategori, min, maks, tercetak, sumber, actor, recorded_at)
    values (${m.id}, ${m.unit}, ${m.kode}, ${m.periode}, ${m.tabel}, ${m.urutan}, ${JSON.stringify(m.dimensi)}::jsonb, ${m.status}, ${m.nilai},
      ${m.kategori}, ${m.min}, ${m.maks}, ${m.tercetak}, ${m.sumber}, ${actor}, ${now})`.execute(tx)
}

export async function supersedeMasukan(
  tx: Tx,
  unit: string,
  kode: string,
  periode: string,
  tabel: string,
  now: Date,
): Promise<void> {
  await sql`update masukan set superseded_at = ${now} where unit = ${unit} and kode = ${kode} and periode = ${periode} and tabel = ${tabel}
    and superseded_at is null`.execute(tx)
}

export type PengukuranRow = {
  unit: string
  kode: string
  periode: string
  status: StatusPengukuran
  hambatan: string | null
  tindakLanjut: string | null
  version: number
}
const pengukuran = sql`select unit, kode, periode, status, hambatan, tindak_lanjut as "tindakLanjut", version from pengukuran`

/** The measurement's row, locked for the act; made as a draft of version 0 where it is new. */
export async function lockPengukuran(tx: Tx, unit: string, kode: string, periode: string): Promise<PengukuranRow> {
  await sql`insert into pengukuran (unit, kode, periode, status, version) values (${unit}, ${kode}, ${periode}, 'DRAF', 0) on conflict do nothing`.execute(
    tx,
  )
  return one(tx, sql<PengukuranRow>`${pengukuran} where unit = ${unit} and kode = ${kode} and periode = ${periode} for update`)
}

export async function savePengukuran(tx: Tx, p: PengukuranRow): Promise<void> {
  await sql`update pengukuran set status = ${p.status}, hambatan = ${p.hambatan}, tindak_lanjut = ${p.tindakLanjut}, version = ${p.version}
    where unit = ${p.unit} and kode = ${p.kode} and periode = ${p.periode}`.execute(tx)
}

export function listPengukuran(
  on: Db,
  unit: string,
  periode: string | undefined,
  year: number | undefined,
): Promise<PengukuranRow[]> {
  return many(
    on,
    sql<PengukuranRow>`${pengukuran} where unit = ${unit} and version > 0
    and (${periode ?? null}::text is null or periode = ${periode ?? null}) and (${year ?? null}::text is null or left(periode, 4) = ${year === undefined ? null : String(year)})
    order by periode, kode`,
  )
}

export function findPengukuran(on: Db, unit: string, kode: string, periode: string): Promise<PengukuranRow | undefined> {
  return maybe(on, sql<PengukuranRow>`${pengukuran} where unit = ${unit} and kode = ${kode} and periode = ${periode}`)
}

export function countBukti(on: Db, unit: string, kode: string, periode: string): Promise<{ jumlah: number }> {
  return one(
    on,
    sql<{ jumlah: number }>`select count(*)::int as jumlah from klaim k join klaim_bukti b on b.klaim_id = k.id
    where k.unit = ${unit} and k.kode = ${kode} and k.periode = ${periode} and k.superseded_at is null`,
  )
}

export type PeriodeRow = {
  periode: string
  status: StatusPeriode
  dibuka: string | null
  batas: string | null
  version: number
}

export function findPeriode(on: Db, periode: string): Promise<PeriodeRow | undefined> {
  return maybe(
    on,
    sql<PeriodeRow>`select periode, status, dibuka, batas, version from periode_pengukuran where periode = ${periode}`,
  )
}

export function listPeriode(on: Db, tahun: string | undefined, after: string | undefined, limit: number): Promise<PeriodeRow[]> {
  return many(
    on,
    sql<PeriodeRow>`select periode, status, dibuka, batas, version from periode_pengukuran
    where (${tahun ?? null}::text is null or left(periode, 4) = ${tahun ?? null}) and (${after ?? null}::text is null or periode > ${after ?? null}) order by periode limit ${limit}`,
  )
}

export async function savePeriode(tx: Tx, p: PeriodeRow): Promise<void> {
  await sql`insert into periode_pengukuran (periode, status, dibuka, batas, version)
    values (${p.periode}, ${p.status}, ${p.dibuka}, ${p.batas}, ${p.version})
    on conflict (periode) do update set status = excluded.status, dibuka = excluded.dibuka, batas = excluded.batas,
      version = excluded.version`.execute(tx)
}

export type BuktiRow = {
  sha256: string
  nama: string
  jenis: string
  ukuran: string
  unit: string
  actor: string
  recorded_at: string
}

export function findBukti(on: Db, sha256: string): Promise<BuktiRow | undefined> {
  return maybe(on, sql<BuktiRow>`select * from bukti where sha256 = ${sha256}`)
}

export async function insertBukti(
  tx: Tx,
  b: Omit<BuktiRow, 'recorded_at' | 'ukuran'> & { ukuran: number },
  now: Date,
): Promise<void> {
  await sql`insert into bukti (sha256, nama, jenis, ukuran, unit, actor, recorded_at)
    values (${b.sha256}, ${b.nama}, ${b.jenis}, ${b.ukuran}, ${b.unit}, ${b.actor}, ${now})`.execute(tx)
}

export type CapaianRow = {
  unit: string
  kode: string
  periode: string
  status: string
  nilai: string | null
  target: string | null
  capaian_status: string
  capaian: string | null
  kategori: string | null
  versi_id: string | null
}

/** With what only computing needs. */
export type TersimpanRow = CapaianRow & { nilai_utuh: string | null; cara: 'RUMUS' | 'AGREGASI' | 'KLAIM' | 'TIDAK_ADA' | null }

export async function saveCapaian(tx: Tx, rows: readonly TersimpanRow[], now: Date): Promise<void> {
  if (!rows.length) return
  await sql`insert into capaian (unit, kode, periode, status, nilai, target, capaian_status, capaian, kategori, versi_id, nilai_utuh, cara, computed_at)
    select r.unit, r.kode, r.periode, r.status, r.nilai::numeric, r.target::numeric, r.capaian_status, r.capaian::numeric, r.kategori, r.versi_id::uuid,
      r.nilai_utuh::numeric, r.cara, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(unit text, kode text, periode text, status text, nilai text, target text,
      capaian_status text, capaian text, kategori text, versi_id text, nilai_utuh text, cara text)
    on conflict (unit, kode, periode) do update set status = excluded.status, nilai = excluded.nilai, target = excluded.target,
      capaian_status = excluded.capaian_status, capaian = excluded.capaian, kategori = excluded.kategori, versi_id = excluded.versi_id,
      nilai_utuh = excluded.nilai_utuh, cara = excluded.cara, computed_at = excluded.computed_at`.execute(tx)
}

/** One office's results over the years: with its 30 indicators over 5 years about 600 rows. */
export function listCapaian(on: Db, unit: string, from: string, until: string): Promise<CapaianRow[]> {
  return many(
    on,
    sql<CapaianRow>`select unit, kode, periode, status, nilai, target, capaian_status, capaian, kategori, versi_id from capaian
    where unit = ${unit} and periode >= ${from} and left(periode, 4) <= ${until} order by kode, periode`,
  )
}

export type RingkasanRow = {
  kode: string
  nama: string
  indikator: number
  bernilai: number
  rerata: string | null
  tercapai: number
  belum: number
}

/** A page of offices with their quarter in one line: how many indicators, how many with a capaian, their mean, how many reached their target. */
export function listRingkasan(
  on: Db,
  periode: string,
  jenis: readonly string[],
  after: string | undefined,
  limit: number,
  day: string,
  units: readonly string[] | null,
  tercapai: string,
): Promise<RingkasanRow[]> {
  return many(
    on,
    sql<RingkasanRow>`
    with halaman as materialized (
      select u.kode from unit_kerja u where u.jenis = any(${jenis}::text[]) and ${validOn('u', day)}
        and (${units}::text[] is null or u.kode = any(${units}::text[]))
        and (${after ?? null}::text is null or u.kode > ${after ?? null}) order by u.kode limit ${limit})
    select h.kode, n.nama, c.indikator, c.bernilai, c.rerata, c.tercapai, c.belum
    from halaman h
    join lateral (select nama from unit_kerja_nama n where n.unit = h.kode and ${validOn('n', day)} limit 1) n on true
    cross join lateral (select count(*)::int as indikator, count(capaian)::int as bernilai, avg(capaian) as rerata,
        count(*) filter (where capaian >= ${tercapai}::numeric)::int as tercapai,
        count(*) filter (where capaian < ${tercapai}::numeric)::int as belum
      from capaian c where c.periode = ${periode} and c.unit = h.kode) c
    order by h.kode`,
  )
}
