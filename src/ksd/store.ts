// Every line of this room's SQL.
import { type Db, many, maybe, one, sql, type Tx } from '../platform/db/database.ts'
import type { FigureColumns } from '../platform/kernel/figure.ts'
import type { Period } from '../platform/kernel/time.ts'
import type { Unsur } from './ksd.ts'

type Printed = { sumber: string | null; keterangan: string | null }
export type KegiatanRow = Printed & {
  id: string
  unit: string
  tahun: number
  urutan: number
  kode: string
  nama: string
  version: number
}
export type RenaksiRow = Printed & { id: string; kegiatan: string; urutan: number; uraian: string; version: number }
export type HasilRow = FigureColumns & { renaksi: string; periode: Period; unsur: Unsur; sumber: string | null; version: number }
export type CatatanRow = { renaksi: string; periode: Period; catatan: string; sumber: string | null; version: number }

export function findDigest(on: Db, unit: string, tahun: number, kode: string): Promise<{ digest: string | null } | undefined> {
  return maybe(
    on,
    sql<{
      digest: string | null
    }>`select isi_sha256 as digest from ksd_kegiatan where unit = ${unit} and tahun = ${tahun} and kode = ${kode}`,
  )
}

export async function insertKegiatan(tx: Tx, k: Omit<KegiatanRow, 'version'>, digest: string): Promise<void> {
  await sql`insert into ksd_kegiatan (id, unit, tahun, urutan, kode, nama, sumber, keterangan, isi_sha256)
    values (${k.id}, ${k.unit}, ${k.tahun}, ${k.urutan}, ${k.kode}, ${k.nama}, ${k.sumber}, ${k.keterangan}, ${digest})`.execute(tx)
}

export async function insertRenaksi(tx: Tx, r: Omit<RenaksiRow, 'version'>): Promise<void> {
  await sql`insert into ksd_renaksi (id, kegiatan, urutan, uraian, sumber, keterangan)
    values (${r.id}, ${r.kegiatan}, ${r.urutan}, ${r.uraian}, ${r.sumber}, ${r.keterangan})`.execute(tx)
}

export function listKegiatan(on: Db, unit: string, tahun: number): Promise<KegiatanRow[]> {
  return many(
    on,
    sql<KegiatanRow>`select id, unit, tahun, urutan, kode, nama, sumber, keterangan, version from ksd_kegiatan
    where unit = ${unit} and tahun = ${tahun} order by urutan, kode`,
  )
}

export function listRenaksi(on: Db, unit: string, tahun: number): Promise<RenaksiRow[]> {
  return many(
    on,
    sql<RenaksiRow>`select r.id, r.kegiatan, r.urutan, r.uraian, r.sumber, r.keterangan, r.version
    from ksd_renaksi r join ksd_kegiatan k on k.id = r.kegiatan where k.unit = ${unit} and k.tahun = ${tahun} order by r.urutan, r.id`,
  )
}

export function listHasil(on: Db, unit: string, tahun: number): Promise<HasilRow[]> {
  return many(
    on,
    sql<HasilRow>`select h.renaksi, h.periode, h.unsur, h.status, h.nilai, h.kategori, h.min, h.maks, h.tercetak, h.sumber, h.version
    from ksd_hasil h join ksd_renaksi r on r.id = h.renaksi join ksd_kegiatan k on k.id = r.kegiatan
    where k.unit = ${unit} and k.tahun = ${tahun} order by h.periode`,
  )
}

export function listCatatan(on: Db, unit: string, tahun: number): Promise<CatatanRow[]> {
  return many(
    on,
    sql<CatatanRow>`select c.renaksi, c.periode, c.catatan, c.sumber, c.version
    from ksd_catatan c join ksd_renaksi r on r.id = c.renaksi join ksd_kegiatan k on k.id = r.kegiatan
    where k.unit = ${unit} and k.tahun = ${tahun} order by c.periode`,
  )
}

/** The unit and year that a step belongs to, with its row locked: results of one step are written one after the other. */
export function lockRenaksi(tx: Tx, id: string): Promise<{ unit: string; tahun: number; kode: string } | undefined> {
  return maybe(
    tx,
    sql<{
      unit: string
      tahun: number
      kode: string
    }>`select k.unit, k.tahun, k.kode from ksd_renaksi r join ksd_kegiatan k on k.id = r.kegiatan
    where r.id = ${id} for update of r`,
  )
}

export function findHasil(on: Db, renaksi: string, periode: Period, unsur: Unsur): Promise<HasilRow | undefined> {
  return maybe(
    on,
    sql<HasilRow>`select renaksi, periode, unsur, status, nilai, kategori, min, maks, tercetak, sumber, version
    from ksd_hasil where renaksi = ${renaksi} and periode = ${periode} and unsur = ${unsur}`,
  )
}

export async function saveHasil(tx: Tx, h: Omit<HasilRow, 'version'>): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`insert into ksd_hasil (renaksi, periode, unsur, status, nilai, kategori, min, maks, tercetak, sumber)
    values (${h.renaksi}, ${h.periode}, ${h.unsur}, ${h.status}, ${h.nilai}, ${h.kategori}, ${h.min}, ${h.maks}, ${h.tercetak}, ${h.sumber})
    on conflict (renaksi, periode, unsur) do update set status = excluded.status, nilai = excluded.nilai, kategori = excluded.kategori,
      min = excluded.min, maks = excluded.maks, tercetak = excluded.tercetak, sumber = excluded.sumber, version = ksd_hasil.version + 1
    returning version`,
  )
  return row.version
}

export function findCatatan(on: Db, renaksi: string, periode: Period): Promise<CatatanRow | undefined> {
  return maybe(
    on,
    sql<CatatanRow>`select renaksi, periode, catatan, sumber, version from ksd_catatan where renaksi = ${renaksi} and periode = ${periode}`,
  )
}

export async function saveCatatan(tx: Tx, c: Omit<CatatanRow, 'version'>): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`insert into ksd_catatan (renaksi, periode, catatan, sumber)
    values (${c.renaksi}, ${c.periode}, ${c.catatan}, ${c.sumber})
    on conflict (renaksi, periode) do update set catatan = excluded.catatan, sumber = excluded.sumber, version = ksd_catatan.version + 1
    returning version`,
  )
  return row.version
}
