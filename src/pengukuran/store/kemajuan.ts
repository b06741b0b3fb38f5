// SQL of the progress of an action plan's outputs, and of what was done to one measurement so far.
import { type Db, many, maybe, sql, type Tx } from '../../platform/db/database.ts'
import type { FigureColumns } from '../../platform/kernel/figure.ts'

export type KemajuanRow = FigureColumns & {
  output: string
  catatan: string | null
  oleh: string
  dicatat: string
  version: number
  bukti: { sha256: string; nama: string; halaman: string | null; tanggal: string | null; penerbit: string | null }[]
}

const planOf = (
  output: string,
) => sql`select r.unit, r.tahun, r.versi from kriteria_keberhasilan k join rencana_aksi_ra a on a.id = k.ra
  join rencana_aksi_indikator i on i.id = a.indikator join rencana_aksi r on r.id = i.rencana_aksi where k.id = ${sql.ref(`${output}.kk`)}`

/** The progress of these outputs, where somebody has said any: on the output itself, or on what it was in an earlier version of its plan. */
export function listKemajuan(on: Db, outputs: readonly string[]): Promise<KemajuanRow[]> {
  return many(
    on,
    sql<KemajuanRow>`select o.id as output, k.status, k.nilai, k.kategori, k.min, k.maks, k.tercetak, k.catatan, coalesce(a.nama, k.actor) as oleh,
      k.recorded_at as dicatat, k.version,
      coalesce((select json_agg(json_build_object('sha256', b.sha256, 'nama', b.nama, 'halaman', kb.halaman, 'tanggal', kb.tanggal::text,
        'penerbit', kb.penerbit) order by b.nama, b.sha256) from kemajuan_output_bukti kb join bukti b on b.sha256 = kb.sha256
        where kb.output = k.output), '[]') as bukti
    from output_renaksi o cross join lateral (
      select k.* from kemajuan_output k join output_renaksi e on e.id = k.output cross join lateral (${planOf('e')}) r
        cross join lateral (${planOf('o')}) n
      where (e.id = coalesce(o.silsilah, o.id) or e.silsilah = coalesce(o.silsilah, o.id))
        and r.unit = n.unit and r.tahun = n.tahun and r.versi <= n.versi
      order by r.versi desc limit 1) k left join account a on a.id::text = k.actor
    where o.id = any(${outputs}::uuid[])`,
  )
}

export type OutputPlace = {
  unit: string
  tahun: number
  status: string
  kode: string | null
  triwulan: string | null
  satuan: string | null
}

/** Where an output stands: its plan's office and year, and its own quarter; the row is locked, so that two people save one after the other. */
export function lockOutput(tx: Tx, id: string): Promise<OutputPlace | undefined> {
  return maybe(
    tx,
    sql<OutputPlace>`select r.unit, r.tahun, r.status, o.kode, o.triwulan, o.satuan
    from output_renaksi o join kriteria_keberhasilan k on k.id = o.kk join rencana_aksi_ra a on a.id = k.ra
      join rencana_aksi_indikator i on i.id = a.indikator join rencana_aksi r on r.id = i.rencana_aksi
    where o.id = ${id} for update of o`,
  )
}

export async function saveKemajuan(
  tx: Tx,
  k: FigureColumns & { output: string; catatan: string | null; version: number },
  bukti: readonly { sha256: string; halaman?: string | null; tanggal?: string | null; penerbit?: string | null }[],
  actor: string,
  now: Date,
): Promise<void> {
  await sql`insert into kemajuan_output (output, status, nilai, kategori, min, maks, tercetak, catatan, actor, recorded_at, version)
    values (${k.output}, ${k.status}, ${k.nilai}, ${k.kategori}, ${k.min}, ${k.maks}, ${k.tercetak}, ${k.catatan}, ${actor}, ${now}, ${k.version})
    on conflict (output) do update set status = excluded.status, nilai = excluded.nilai, kategori = excluded.kategori, min = excluded.min,
      maks = excluded.maks, tercetak = excluded.tercetak, catatan = excluded.catatan, actor = excluded.actor,
      recorded_at = excluded.recorded_at, version = excluded.version`.execute(tx)
  await sql`delete from kemajuan_output_bukti where output = ${k.output}`.execute(tx)
  for (const b of bukti)
    await sql`insert into kemajuan_output_bukti (output, sha256, halaman, tanggal, penerbit)
      values (${k.output}, ${b.sha256}, ${b.halaman ?? null}, ${b.tanggal ?? null}, ${b.penerbit ?? null})`.execute(tx)
}

export type RiwayatRow = { at: string; act: string; status: string | null; note: string | null; oleh: string }

/** What was done to one thing, the newest first, with who did it. */
export function listRiwayat(on: Db, subject: string): Promise<RiwayatRow[]> {
  return many(
    on,
    sql<RiwayatRow>`select l.at, l.act, l.status, l.note, coalesce(a.nama, l.actor) as oleh
    from ledger l left join account a on a.id::text = l.actor where l.subject = ${subject} order by l.seq desc limit 20`,
  )
}
