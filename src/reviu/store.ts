// Every line of this room's SQL.
import { type Db, many, maybe, one, sql, type Tx, validOn } from '../platform/db/database.ts'
import type { Day } from '../platform/kernel/time.ts'
import type { JenisDokumen, Putusan, PutusanTemuan, Reviu, TemuanBerkunci } from './reviu.ts'

export type ReviuRow = Reviu & { readonly temuan: TemuanBerkunci[] }
export type ListedReviu = Reviu & {
  readonly namaUnit: string
  readonly temuan: number
  readonly tinggi: number
  readonly terbuka: number
}
export type NewReviu = Omit<ReviuRow, 'urutan' | 'pada'> & {
  readonly ukuran: number
  readonly naskah: string
  readonly oleh: string
}
type Paper = { readonly unit: string; readonly tahun: number; readonly jenis: JenisDokumen }

const WHOLE = sql`r.id, r.unit, r.tahun, r.jenis, r.urutan, r.nama, r.sha256, r.bentuk, r.aturan_versi as "aturanVersi", r.panjang, r.ragu,
  r.tabel, r.hitungan, r.cocok, r.nama_oleh as "namaOleh", r.recorded_at as pada`

export function findReviu(on: Db, id: string): Promise<ReviuRow | undefined> {
  return maybe(on, sql<ReviuRow>`select ${WHOLE}, r.temuan from reviu r where r.id = ${id}`)
}

/** The same file of the same office, year and kind, checked by the same rules. */
export function findSame(
  on: Db,
  { unit, tahun, jenis }: Paper,
  sha256: string,
  versi: string,
): Promise<{ id: string } | undefined> {
  return maybe(
    on,
    sql<{ id: string }>`select id from reviu where unit = ${unit} and tahun = ${tahun} and jenis = ${jenis} and sha256 = ${sha256}
      and aturan_versi = ${versi} order by urutan desc limit 1`,
  )
}

export function findBefore(on: Db, { unit, tahun, jenis, urutan }: Reviu): Promise<ReviuRow | undefined> {
  return maybe(
    on,
    sql<ReviuRow>`select ${WHOLE}, r.temuan from reviu r where r.unit = ${unit} and r.tahun = ${tahun} and r.jenis = ${jenis}
      and r.urutan = ${urutan - 1}`,
  )
}

export function findLatest(on: Db, { unit, tahun, jenis }: Paper): Promise<ReviuRow | undefined> {
  return maybe(
    on,
    sql<ReviuRow>`select ${WHOLE}, r.temuan from reviu r where r.unit = ${unit} and r.tahun = ${tahun} and r.jenis = ${jenis}
      order by r.urutan desc limit 1`,
  )
}

/** One after the other for the papers of an office and year, so that each check has its number. */
export async function insertReviu(tx: Tx, r: NewReviu, isi: Uint8Array, now: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`reviu ${r.unit} ${r.tahun} ${r.jenis}`}))`.execute(tx)
  await sql`insert into reviu_naskah (id, isi) values (${r.naskah}, ${Buffer.from(isi)})`.execute(tx)
  const { urutan } = await one(
    tx,
    sql<{
      urutan: number
    }>`insert into reviu (id, unit, tahun, jenis, urutan, nama, sha256, ukuran, bentuk, aturan_versi, panjang, ragu,
        tabel, hitungan, cocok, temuan, naskah, oleh, nama_oleh, recorded_at)
      select ${r.id}, ${r.unit}, ${r.tahun}, ${r.jenis}, coalesce(max(urutan), 0) + 1, ${r.nama}, ${r.sha256}, ${r.ukuran}, ${r.bentuk},
        ${r.aturanVersi}, ${r.panjang}, ${r.ragu}, ${r.tabel}, ${r.hitungan}, ${r.cocok}, ${JSON.stringify(r.temuan)}::jsonb, ${r.naskah},
        ${r.oleh}, ${r.namaOleh}, ${now}::timestamptz
      from reviu where unit = ${r.unit} and tahun = ${r.tahun} and jenis = ${r.jenis} returning urutan`,
  )
  return urutan
}

export async function readNaskah(on: Db, id: string): Promise<Buffer> {
  return (await one(on, sql<{ isi: Buffer }>`select n.isi from reviu r join reviu_naskah n on n.id = r.naskah where r.id = ${id}`))
    .isi
}

export type ListFilter = {
  /** Offices, each with all that it commands today; null for all units. */
  readonly units: readonly string[] | null
  readonly today: Day
  readonly unit?: string
  readonly tahun?: number
  readonly after?: readonly string[]
  readonly limit: number
}

/** The newest check first; `terbuka` are its findings that nobody has decided. */
export function listReviu(on: Db, { units, today, unit, tahun, after, limit }: ListFilter): Promise<ListedReviu[]> {
  const [pada, id] = after ?? [null, null]
  return many(
    on,
    sql<ListedReviu>`
    with recursive down as (
      select unnest(${units ?? []}::text[]) as kode, 0 as step
      union
      select g.unit, down.step + 1 from down join garis_unit g on g.induk = down.kode and g.garis = 'KOMANDO'
        and ${validOn('g', today)}
      where down.step < 20)
    select ${WHOLE}, t.temuan, t.tinggi, t.terbuka,
      coalesce((select k.nama from unit_kerja_nama k where k.unit = r.unit and ${validOn('k', today)} limit 1), r.unit) as "namaUnit"
    from reviu r cross join lateral (
      select count(*)::int as temuan, count(*) filter (where f->>'berat' = 'tinggi')::int as tinggi,
        count(*) filter (where p.putusan is null)::int as terbuka
      from jsonb_array_elements(r.temuan) f
        left join reviu_putusan p on p.unit = r.unit and p.tahun = r.tahun and p.jenis = r.jenis and p.kunci = f->>'kunci') t
    where (${units}::text[] is null or r.unit in (select kode from down))
      and (${unit ?? null}::text is null or r.unit = ${unit ?? null}) and (${tahun ?? null}::int is null or r.tahun = ${tahun ?? null})
      and (${id}::uuid is null or (r.recorded_at, r.id) < (${pada}::timestamptz, ${id}::uuid))
    order by r.recorded_at desc, r.id desc limit ${limit}`,
  )
}

type PutusanRow = PutusanTemuan & { readonly kunci: string }
const DECIDED = sql`kunci, putusan, alasan, nama_oleh as "namaOleh", recorded_at as pada, version`

export function listPutusan(on: Db, { unit, tahun, jenis }: Paper): Promise<PutusanRow[]> {
  return many(
    on,
    sql<PutusanRow>`select ${DECIDED} from reviu_putusan where unit = ${unit} and tahun = ${tahun} and jenis = ${jenis}`,
  )
}

export function lockPutusan(tx: Tx, { unit, tahun, jenis }: Paper, kunci: string): Promise<PutusanRow | undefined> {
  return maybe(
    tx,
    sql<PutusanRow>`select ${DECIDED} from reviu_putusan where unit = ${unit} and tahun = ${tahun} and jenis = ${jenis} and kunci = ${kunci} for update`,
  )
}

export type NewPutusan = {
  readonly kunci: string
  readonly putusan: Putusan | null
  readonly alasan: string | null
  readonly reviu: string
  readonly oleh: string
  readonly namaOleh: string
}

/** The new version; undefined where somebody else was first. */
export async function savePutusan(
  tx: Tx,
  { unit, tahun, jenis }: Paper,
  p: NewPutusan,
  seen: number,
  now: Date,
): Promise<number | undefined> {
  const saved = await maybe(
    tx,
    sql<{
      version: number
    }>`insert into reviu_putusan (unit, tahun, jenis, kunci, putusan, alasan, reviu, oleh, nama_oleh, recorded_at)
      values (${unit}, ${tahun}, ${jenis}, ${p.kunci}, ${p.putusan}, ${p.alasan}, ${p.reviu}, ${p.oleh}, ${p.namaOleh}, ${now})
      on conflict (unit, tahun, jenis, kunci) do update set putusan = excluded.putusan, alasan = excluded.alasan, reviu = excluded.reviu,
        oleh = excluded.oleh, nama_oleh = excluded.nama_oleh, recorded_at = excluded.recorded_at, version = reviu_putusan.version + 1
      where reviu_putusan.version = ${seen} returning version`,
  )
  return saved?.version
}
