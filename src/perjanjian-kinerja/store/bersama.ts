// Every line of SQL about what one office issues for all.
import { type Db, many, maybe, one, sql, type Tx } from '../../platform/db/database.ts'
import { toColumns } from '../../platform/kernel/figure.ts'
import { PERIODE_TARGET } from '../perjanjian-kinerja.ts'
import type { Butir, IsianBersama } from '../sasaran-bersama.ts'

export type BersamaRow = Butir & { readonly tahun: number; readonly untuk: string[] | null }

const butir = sql`select b.id, b.pemilik, b.tahun, b.kelompok, b.uraian, b.kode, b.nama, b.sumber_data as "sumberData", b.pengukuran,
    b.satuan, b.untuk, b.status, b.alasan, b.version,
    exists (select from indikator_versi v where v.unit = b.pemilik and v.kode = b.kode and v.superseded_at is null
      and daterange(v.berlaku_dari, v.berlaku_sampai, '[]') @> make_date(b.tahun, 12, 31)) as berkamus,
    coalesce((select n.nama from unit_kerja_nama n where n.unit = b.pemilik order by n.berlaku_dari desc limit 1), b.pemilik) as "namaPemilik",
    coalesce((select jsonb_object_agg(t.periode, jsonb_build_object('status', t.status, 'nilai', t.nilai::text, 'kategori', t.kategori,
      'min', t.min::text, 'maks', t.maks::text, 'tercetak', t.tercetak)) from sasaran_bersama_target t where t.butir = b.id), '{}') as target
  from sasaran_bersama b`

export type BersamaFilter = {
  readonly tahun: number
  readonly pemilik?: string
  /** What is issued to this unit; `perangkatDaerah`: it is an office, to which everything goes that names nobody. */
  readonly unit?: string
  readonly perangkatDaerah?: boolean
  /** What this agreement has received, whomever it is for now. */
  readonly diterimaDalam?: string
}

/** In the order of their groups' names and texts; what was withdrawn too. */
export function listBersama(on: Db, filter: BersamaFilter): Promise<BersamaRow[]> {
  const { tahun, pemilik = null, unit = null, perangkatDaerah = false, diterimaDalam = null } = filter
  return many(
    on,
    sql<BersamaRow>`${butir} where b.tahun = ${tahun} and (${pemilik}::text is null or b.pemilik = ${pemilik})
      and (${unit}::text is null or ${unit} = any(b.untuk) or (b.untuk is null and ${perangkatDaerah}::boolean)
        or b.id in (select i.bersama from perjanjian_kinerja_indikator i join perjanjian_kinerja_sasaran s on s.id = i.sasaran
          where s.pk = ${diterimaDalam}::uuid))
    order by b.kelompok, b.pemilik, b.uraian, b.id`,
  )
}

export function findBersama(on: Db, id: string): Promise<BersamaRow | undefined> {
  return maybe(on, sql<BersamaRow>`${butir} where b.id = ${id}`)
}

/** Whoever changes an item waits for the other. */
export async function lockBersama(tx: Tx, id: string): Promise<BersamaRow | undefined> {
  await sql`select from sasaran_bersama where id = ${id} for update`.execute(tx)
  return findBersama(tx, id)
}

export async function saveBersama(tx: Tx, id: string, b: IsianBersama): Promise<number> {
  const { version } = await one(
    tx,
    sql<{
      version: number
    }>`insert into sasaran_bersama (id, pemilik, tahun, kelompok, uraian, kode, nama, sumber_data, pengukuran, satuan, untuk, status)
    values (${id}, ${b.pemilik}, ${b.tahun}, ${b.kelompok}, ${b.uraian}, ${b.kode ?? null}, ${b.nama}, ${b.sumberData ?? null},
      ${b.pengukuran ?? null}, ${b.satuan}, ${b.untuk ?? null}::text[], 'DITERBITKAN')
    on conflict (id) do update set kelompok = excluded.kelompok, uraian = excluded.uraian, kode = excluded.kode, nama = excluded.nama,
      sumber_data = excluded.sumber_data, pengukuran = excluded.pengukuran, satuan = excluded.satuan, untuk = excluded.untuk,
      status = 'DITERBITKAN', alasan = null, version = sasaran_bersama.version + 1
    returning version`,
  )
  await sql`delete from sasaran_bersama_target where butir = ${id}`.execute(tx)
  const rows = PERIODE_TARGET.map((periode) => ({ periode, ...toColumns(b.target[periode]) }))
  await sql`insert into sasaran_bersama_target (butir, periode, status, nilai, kategori, min, maks, tercetak)
    select ${id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(periode text, status text, nilai numeric, kategori text, min numeric, maks numeric, tercetak text)`.execute(tx)
  return version
}

export async function withdrawBersama(tx: Tx, id: string, alasan: string): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`update sasaran_bersama set status = 'DITARIK', alasan = ${alasan}, version = version + 1
      where id = ${id} returning version`,
  )
  return row.version
}

/** The line says from now on what is issued; its version goes up. */
export async function receiveIndikator(
  tx: Tx,
  line: { readonly id: string; readonly sasaran: string; readonly urutan: number; readonly kode: string | null },
  b: BersamaRow,
): Promise<void> {
  await sql`insert into perjanjian_kinerja_indikator (id, sasaran, urutan, kode, nama, sumber_data, pengukuran, satuan, bersama, bersama_versi)
    values (${line.id}, ${line.sasaran}, ${line.urutan}, ${line.kode}, ${b.nama}, ${b.sumberData}, ${b.pengukuran}, ${b.satuan}, ${b.id}, ${b.version})
    on conflict (id) do update set sasaran = excluded.sasaran, kode = excluded.kode, nama = excluded.nama, sumber_data = excluded.sumber_data,
      pengukuran = excluded.pengukuran, satuan = excluded.satuan, bersama = excluded.bersama, bersama_versi = excluded.bersama_versi,
      alasan_target = null, dasar_target = null, version = perjanjian_kinerja_indikator.version + 1`.execute(tx)
}
