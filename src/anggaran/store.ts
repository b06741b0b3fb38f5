// Every line of this room's SQL.
import { type Db, many, maybe, sql, type Tx } from '../platform/db/database.ts'

export type ProgramRow = {
  unit: string
  tahun: number
  kode: string
  induk: string | null
  jenis: string
  nama: string
  paguAwal: string | null
  pagu: string | null
  realisasi: string | null
  urutan: number
  sumber: string | null
  sumberPaguAwal: string | null
  sumberPagu: string | null
  sumberRealisasi: string | null
  keterangan: string | null
  version: number
}

const program = sql`select unit, tahun, kode, induk, jenis, nama, pagu_awal as "paguAwal", pagu, realisasi, urutan, sumber,
    sumber_pagu_awal as "sumberPaguAwal", sumber_pagu as "sumberPagu", sumber_realisasi as "sumberRealisasi", keterangan, version
  from program_anggaran`

export function listPrograms(on: Db, unit: string, tahun: number): Promise<ProgramRow[]> {
  return many(on, sql<ProgramRow>`${program} where unit = ${unit} and tahun = ${tahun} order by urutan, kode`)
}

/** Changes of one unit's year wait for each other: amounts and trees are judged together. */
export async function lockYear(tx: Tx, unit: string, tahun: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`anggaran/${unit}/${tahun}`}, 0))`.execute(tx)
}

export async function saveProgram(tx: Tx, p: Omit<ProgramRow, 'version'>): Promise<void> {
  await sql`insert into program_anggaran (unit, tahun, kode, induk, jenis, nama, pagu_awal, pagu, realisasi, urutan, sumber,
      sumber_pagu_awal, sumber_pagu, sumber_realisasi, keterangan)
    values (${p.unit}, ${p.tahun}, ${p.kode}, ${p.induk}, ${p.jenis}, ${p.nama}, ${p.paguAwal}, ${p.pagu}, ${p.realisasi}, ${p.urutan}, ${p.sumber},
      ${p.sumberPaguAwal}, ${p.sumberPagu}, ${p.sumberRealisasi}, ${p.keterangan})
    on conflict (unit, tahun, kode) do update set induk = excluded.induk, jenis = excluded.jenis, nama = excluded.nama,
      pagu_awal = excluded.pagu_awal, pagu = excluded.pagu, realisasi = excluded.realisasi, urutan = excluded.urutan, sumber = excluded.sumber,
      sumber_pagu_awal = excluded.sumber_pagu_awal, sumber_pagu = excluded.sumber_pagu, sumber_realisasi = excluded.sumber_realisasi,
      keterangan = excluded.keterangan, version = program_anggaran.version + 1`.execute(tx)
}

export type MonthRow = {
  unit: string
  tahun: number
  bulan: number
  rpd: string | null
  realisasi: string | null
  kumulatif: boolean
  sumber: string | null
  keterangan: string | null
  version: number
}

const bulanan = sql`select unit, tahun, bulan, rpd, realisasi, kumulatif, sumber, keterangan, version from anggaran_bulanan`

export function listMonths(on: Db, unit: string, tahun: number): Promise<MonthRow[]> {
  return many(on, sql<MonthRow>`${bulanan} where unit = ${unit} and tahun = ${tahun} order by bulan`)
}

export function findMonth(on: Db, unit: string, tahun: number, bulan: number): Promise<MonthRow | undefined> {
  return maybe(on, sql<MonthRow>`${bulanan} where unit = ${unit} and tahun = ${tahun} and bulan = ${bulan}`)
}

export async function saveMonth(tx: Tx, m: Omit<MonthRow, 'version'>): Promise<void> {
  await sql`insert into anggaran_bulanan (unit, tahun, bulan, rpd, realisasi, kumulatif, sumber, keterangan)
    values (${m.unit}, ${m.tahun}, ${m.bulan}, ${m.rpd}, ${m.realisasi}, ${m.kumulatif}, ${m.sumber}, ${m.keterangan})
    on conflict (unit, tahun, bulan) do update set rpd = excluded.rpd, realisasi = excluded.realisasi, kumulatif = excluded.kumulatif,
      sumber = excluded.sumber, keterangan = excluded.keterangan, version = anggaran_bulanan.version + 1`.execute(tx)
}

export type DpaRow = { unit: string; tahun: number; disahkan: string; nomor: string | null; version: number }

/** The day of the first of these units that has one. */
export function findDpa(on: Db, units: readonly string[], tahun: number): Promise<DpaRow | undefined> {
  return maybe(
    on,
    sql<DpaRow>`select unit, tahun, disahkan, nomor, version from dpa where unit = any(${[...units]}::text[]) and tahun = ${tahun}
    order by array_position(${[...units]}::text[], unit) limit 1`,
  )
}

export async function saveDpa(tx: Tx, d: Omit<DpaRow, 'version'>): Promise<void> {
  await sql`insert into dpa (unit, tahun, disahkan, nomor) values (${d.unit}, ${d.tahun}, ${d.disahkan}, ${d.nomor})
    on conflict (unit, tahun) do update set disahkan = excluded.disahkan, nomor = excluded.nomor, version = dpa.version + 1`.execute(
    tx,
  )
}
