// Every line of this room's SQL. Rows come out in the words of the wire.
import { type Db, many, maybe, one, sql, type Tx, validOn } from '../platform/db/database.ts'
import type { Day } from '../platform/kernel/time.ts'
import type { Hadir, Jadwal, Jawaban, JenisForum, JenisNaskah, Keputusan, StatusForum } from './forum.ts'

export type ForumRow = {
  id: string
  jenis: JenisForum
  unit: string
  periode: string
  urutan: number
  status: StatusForum
  kesimpulan: string | null
  ditetapkanAt: string | null
  version: number
}
const forum = sql`select f.id, f.jenis, f.unit, f.periode, f.urutan, f.status, f.kesimpulan, f.ditetapkan_at as "ditetapkanAt", f.version
  from forum f`

export function findForum(on: Db, id: string): Promise<ForumRow | undefined> {
  return maybe(on, sql<ForumRow>`${forum} where f.id = ${id}`)
}

export function lockForum(tx: Tx, id: string): Promise<ForumRow | undefined> {
  return maybe(tx, sql<ForumRow>`${forum} where f.id = ${id} for update`)
}

/** The forum of an office and year (or of a quarter) that is not ended, and all before it: the newest first. */
export function listOf(on: Db, jenis: JenisForum, unit: string, periode: string): Promise<ForumRow[]> {
  return many(
    on,
    sql<ForumRow>`${forum} where f.jenis = ${jenis} and f.unit = ${unit} and f.periode = ${periode} order by f.urutan desc`,
  )
}

/** The forums in which a paper was, the newest first. */
export function listOfNaskah(on: Db, naskah: string): Promise<ForumRow[]> {
  return many(
    on,
    sql<ForumRow>`${forum} join forum_naskah n on n.forum = f.id where n.naskah = ${naskah} order by f.urutan desc, f.id`,
  )
}

export async function insertForum(tx: Tx, f: Pick<ForumRow, 'id' | 'jenis' | 'unit' | 'periode' | 'urutan'>): Promise<void> {
  await sql`insert into forum (id, jenis, unit, periode, urutan, status)
    values (${f.id}, ${f.jenis}, ${f.unit}, ${f.periode}, ${f.urutan}, 'TERJADWAL')`.execute(tx)
}

/** Whatever of it has changed: the version goes up. */
export async function saveForum(
  tx: Tx,
  id: string,
  { status, kesimpulan, ditetapkanAt }: Partial<Pick<ForumRow, 'status' | 'kesimpulan'>> & { ditetapkanAt?: Date } = {},
): Promise<number> {
  const row = await one(
    tx,
    sql<{
      version: number
    }>`update forum set status = coalesce(${status ?? null}, status), kesimpulan = coalesce(${kesimpulan ?? null}, kesimpulan),
      ditetapkan_at = coalesce(${ditetapkanAt ?? null}, ditetapkan_at), version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}

export type JadwalRow = Jadwal & { forum: string; urutan: number; alasan: string | null; recordedAt: string }
const jadwal = sql`select forum, urutan, tanggal, to_char(mulai, 'HH24:MI') as mulai, to_char(selesai, 'HH24:MI') as selesai, tempat, agenda,
    alasan, recorded_at as "recordedAt" from forum_jadwal`

/** Every schedule a forum had, the one in force first. */
export function listJadwal(on: Db, id: string): Promise<JadwalRow[]> {
  return many(on, sql<JadwalRow>`${jadwal} where forum = ${id} order by urutan desc`)
}

export async function insertJadwal(tx: Tx, j: Omit<JadwalRow, 'recordedAt'>, now: Date): Promise<void> {
  await sql`insert into forum_jadwal (forum, urutan, tanggal, mulai, selesai, tempat, agenda, alasan, recorded_at)
    values (${j.forum}, ${j.urutan}, ${j.tanggal}, ${j.mulai}, ${j.selesai}, ${j.tempat}, ${j.agenda}, ${j.alasan}, ${now})`.execute(
    tx,
  )
}

export type ListedForum = Pick<ForumRow, 'id' | 'jenis' | 'unit' | 'periode' | 'urutan' | 'status'> &
  Pick<JadwalRow, 'tanggal' | 'mulai' | 'selesai' | 'tempat'> & { naskah: number; terbuka: number; nama: string }
/** `units`: the offices whose forums are seen; null for all. The quarterly ones are seen by all who see any. */
export type ForumFilter = {
  tahun: number
  unit?: string
  units: readonly string[] | null
  after?: readonly string[]
  limit: number
}

/** In the order of the calendar, the latest first. */
export function listForum(on: Db, { tahun, unit, units, after, limit }: ForumFilter): Promise<ListedForum[]> {
  const [tanggal, mulai, id] = after ?? [null, null, null]
  return many(
    on,
    sql<ListedForum>`
    select f.id, f.jenis, f.unit, f.periode, f.urutan, f.status, j.tanggal, to_char(j.mulai, 'HH24:MI') as mulai,
      to_char(j.selesai, 'HH24:MI') as selesai, j.tempat, n.naskah, s.terbuka,
      coalesce((select k.nama from unit_kerja_nama k where k.unit = f.unit and k.berlaku_dari <= j.tanggal
        and (k.berlaku_sampai is null or k.berlaku_sampai >= j.tanggal) limit 1), f.unit) as nama
    from forum f
      cross join lateral (select * from forum_jadwal where forum = f.id order by urutan desc limit 1) j
      cross join lateral (select count(*)::int as naskah from forum_naskah where forum = f.id) n
      cross join lateral (select count(*)::int as terbuka from forum_saran where forum = f.id and isi is not null and jawaban is null) s
    where left(f.periode, 4)::int = ${tahun} and (${unit ?? null}::text is null or f.unit = ${unit ?? null})
      and (${units}::text[] is null or f.jenis = 'TRIWULANAN' or f.unit = any(${units}::text[]))
      and (${id}::uuid is null or (j.tanggal, j.mulai, f.id) < (${tanggal}::date, ${mulai}::time, ${id}::uuid))
    order by j.tanggal desc, j.mulai desc, f.id desc limit ${limit}`,
  )
}

export type WaitingRow = { unit: string; nama: string; tahun: number; pk: boolean; ra: boolean }

/** Offices with papers that were gathered and wait for a forum. */
export function listWaiting(on: Db, day: Day): Promise<WaitingRow[]> {
  return many(
    on,
    sql<WaitingRow>`
    select w.unit, w.tahun, bool_or(w.jenis = 'PK') as pk, bool_or(w.jenis = 'RA') as ra,
      coalesce((select k.nama from unit_kerja_nama k where k.unit = w.unit and ${validOn('k', day)} limit 1), w.unit) as nama
    from (select 'PK' as jenis, unit, tahun from perjanjian_kinerja where status = 'DIHIMPUN'
      union all select 'RA', unit, tahun from rencana_aksi where status = 'DIHIMPUN') w
    group by w.unit, w.tahun order by w.tahun desc, nama limit 200`,
  )
}

export type NaskahRow = {
  jenis: JenisNaskah
  naskah: string
  keputusan: Keputusan | null
  alasan: string | null
  diputuskanAt: string | null
}

export function listNaskah(on: Db, id: string): Promise<NaskahRow[]> {
  return many(
    on,
    sql<NaskahRow>`select jenis, naskah, keputusan, alasan, diputuskan_at as "diputuskanAt" from forum_naskah
    where forum = ${id} order by jenis, naskah`,
  )
}

export async function insertNaskah(tx: Tx, id: string, jenis: JenisNaskah, naskah: string): Promise<void> {
  await sql`insert into forum_naskah (forum, jenis, naskah) values (${id}, ${jenis}, ${naskah})`.execute(tx)
}

export async function saveKeputusan(
  tx: Tx,
  id: string,
  { naskah, keputusan, alasan }: { naskah: string; keputusan: Keputusan; alasan: string | null },
  now: Date,
): Promise<void> {
  await sql`update forum_naskah set keputusan = ${keputusan}, alasan = ${alasan}, diputuskan_at = ${now}
    where forum = ${id} and naskah = ${naskah}`.execute(tx)
}

export type HolderRow = {
  jabatan: string
  unit: string
  namaJabatan: string
  sifat: string | null
  nama: string | null
  peran: string[]
}

/** The offices with one of these roles on a day, and the heads of these units, each with who acts in it: a Plh or Plt before its holder. */
export function listHolders(on: Db, peran: readonly string[], kepala: readonly string[], day: Day): Promise<HolderRow[]> {
  return many(
    on,
    sql<HolderRow>`
    select j.kode as jabatan, j.unit, j.nama as "namaJabatan", h.sifat, h.nama,
      array(select r from unnest(j.peran) r where r = any(${[...peran]}::text[]) or (r = 'KEPALA_PD' and j.unit = any(${[...kepala]}::text[]))) as peran
    from jabatan j left join lateral (
      select t.sifat, p.nama from penugasan t join pegawai p on p.id = t.pegawai_id
      where t.jabatan = j.kode and t.superseded_at is null and ${validOn('t', day)}
      order by t.sifat in ('PLT', 'PLH') desc, t.id limit 1) h on true
    where ${validOn('j', day)}
      and (j.peran && ${[...peran]}::text[] or ('KEPALA_PD' = any(j.peran) and j.unit = any(${[...kepala]}::text[])))
    order by j.kode`,
  )
}

export function listHadir(on: Db, id: string): Promise<Hadir[]> {
  return many(
    on,
    sql<Hadir>`select jabatan, nama_jabatan as "namaJabatan", nama, peran, kehadiran, wakil from forum_hadir where forum = ${id} order by jabatan`,
  )
}

/** The whole list, as it is now. */
export async function replaceHadir(tx: Tx, id: string, hadir: readonly Hadir[]): Promise<void> {
  await sql`delete from forum_hadir where forum = ${id}`.execute(tx)
  await sql`insert into forum_hadir (forum, jabatan, nama_jabatan, nama, peran, kehadiran, wakil)
    select ${id}::uuid, r.jabatan, r."namaJabatan", r.nama, r.peran, r.kehadiran, r.wakil
    from jsonb_to_recordset(${JSON.stringify(hadir)}::jsonb)
      as r(jabatan text, "namaJabatan" text, nama text, peran text[], kehadiran text, wakil text)`.execute(tx)
}

export type SaranRow = {
  id: string
  forum: string
  peran: string
  oleh: string
  naskah: string | null
  baris: string | null
  letak: string | null
  isi: string | null
  recordedAt: string
  jawaban: Jawaban | null
  alasanJawaban: string | null
  dijawabOleh: string | null
  dijawabAt: string | null
  version: number
}
const saran = sql`select id, forum, peran, oleh, naskah, baris, letak, isi, recorded_at as "recordedAt", jawaban,
    alasan_jawaban as "alasanJawaban", dijawab_oleh as "dijawabOleh", dijawab_at as "dijawabAt", version from forum_saran`

export function listSaran(on: Db, id: string): Promise<SaranRow[]> {
  return many(on, sql<SaranRow>`${saran} where forum = ${id} order by recorded_at, id`)
}

/** All advice on a paper, in whichever forum it was given. */
export function listSaranOf(on: Db, naskah: string): Promise<SaranRow[]> {
  return many(on, sql<SaranRow>`${saran} where naskah = ${naskah} order by recorded_at, id`)
}

export function lockSaran(tx: Tx, id: string, of: string): Promise<SaranRow | undefined> {
  return maybe(tx, sql<SaranRow>`${saran} where id = ${id} and forum = ${of} for update`)
}

type NewSaran = Pick<SaranRow, 'id' | 'forum' | 'peran' | 'oleh' | 'naskah' | 'baris' | 'letak' | 'isi'>

export async function insertSaran(tx: Tx, s: NewSaran, now: Date): Promise<void> {
  await sql`insert into forum_saran (id, forum, peran, oleh, naskah, baris, letak, isi, recorded_at)
    values (${s.id}, ${s.forum}, ${s.peran}, ${s.oleh}, ${s.naskah}, ${s.baris}, ${s.letak}, ${s.isi}, ${now})`.execute(tx)
}

export async function saveJawaban(
  tx: Tx,
  id: string,
  { jawaban, alasan, oleh }: { jawaban: Jawaban; alasan: string | null; oleh: string },
  now: Date,
): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`update forum_saran set jawaban = ${jawaban}, alasan_jawaban = ${alasan}, dijawab_oleh = ${oleh},
      dijawab_at = ${now}, version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}
