// Every line of this room's SQL.
import { type Db, many, maybe, one, sql, type Tx } from '../platform/db/database.ts'
import type { Baris } from './baris.ts'
import type { JenisKabar, Kabar, Tempat } from './kabar.ts'

/** Only one worker tells at a time; false where another is at it. Held until the transaction ends. */
export async function tellAlone(tx: Tx): Promise<boolean> {
  const { mine } = await one(tx, sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('selaras.kabar')) as mine`)
  return mine
}

/** The oldest lines of which nobody has been told yet. The chain of each office is read in its own order, whatever the clocks said. */
export function listUntold(tx: Tx, limit: number): Promise<Baris[]> {
  return many(
    tx,
    sql<Baris>`
    select l.office, l.seq, l.at, l.actor, l.act, l.subject, l.status, l.detail::jsonb as detail
    from ledger_head h left join kabar_batas b on b.office = h.office
      cross join lateral (select * from ledger l where l.office = h.office and l.seq > coalesce(b.seq, 0) order by l.seq limit ${limit}) l
    where h.seq > coalesce(b.seq, 0) order by l.office, l.seq limit ${limit}`,
  )
}

export async function saveTold(tx: Tx, told: readonly { office: string; seq: string }[]): Promise<void> {
  const [offices, seqs] = [told.map((t) => t.office), told.map((t) => t.seq)]
  await sql`insert into kabar_batas (office, seq)
    select office, max(seq) from unnest(${offices}::text[], ${seqs}::bigint[]) t(office, seq) group by office
    on conflict (office) do update set seq = greatest(kabar_batas.seq, excluded.seq)`.execute(tx)
}

export type AkunRow = { id: string; nama: string; pegawai: string | null; administrator: boolean }

export function listAkun(on: Db): Promise<AkunRow[]> {
  return many(on, sql<AkunRow>`select id, nama, pegawai_id as pegawai, administrator from account where active order by id`)
}

export type Baru = { readonly id: string; readonly akun: string; readonly kabar: Kabar }

/** Stores what is new; a letter for who wants this kind by e-mail and can be reached. Returns how many were new. */
export async function insertKabar(tx: Tx, baru: readonly Baru[], now: Date): Promise<number> {
  if (!baru.length) return 0
  const rows = JSON.stringify(baru.map(({ id, akun, kabar }) => ({ id, akun, ...kabar })))
  const { n } = await one(
    tx,
    sql<{ n: number }>`
    with baru as (
      insert into kabar (id, akun, hal, jenis, kalimat, tempat, ke, dibuat)
      select r.id, r.akun, r.hal, r.jenis, r.kalimat, r.tempat, r.ke, ${now}
      from jsonb_to_recordset(${rows}::jsonb) r(id uuid, akun uuid, hal text, jenis text, kalimat text, tempat jsonb, ke text)
      on conflict (akun, hal) do nothing returning id, akun, jenis),
    surat as (
      insert into surel (kabar, alamat, coba_lagi)
      select b.id, s.alamat, ${now} from baru b join kabar_setelan s on s.akun = b.akun
      where s.alamat is not null and s.tidak_terjangkau is null and b.jenis = any(s.surel))
    select count(*)::int as n from baru`,
  )
  return n
}

export type KabarRow = {
  id: string
  jenis: JenisKabar
  kalimat: string
  tempat: Tempat
  ke: string | null
  dibuat: string
  dibaca: string | null
}
type Before = { dibuat: string; id: string }

export function listKabar(on: Db, akun: string, belum: boolean, before: Before | undefined, limit: number): Promise<KabarRow[]> {
  return many(
    on,
    sql<KabarRow>`select id, jenis, kalimat, tempat, ke, dibuat, dibaca from kabar
    where akun = ${akun} and (not ${belum}::boolean or dibaca is null)
      and (${before?.dibuat ?? null}::timestamptz is null or (dibuat, id) < (${before?.dibuat ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by dibuat desc, id desc limit ${limit}`,
  )
}

export async function countUnread(on: Db, akun: string): Promise<number> {
  const { n } = await one(on, sql<{ n: number }>`select count(*)::int as n from kabar where akun = ${akun} and dibaca is null`)
  return n
}

/** Marks as read what is the person's own: the given ones, or all. */
export async function saveRead(tx: Tx, akun: string, ids: readonly string[] | null, now: Date): Promise<void> {
  await sql`update kabar set dibaca = ${now} where akun = ${akun} and dibaca is null
    and (${ids}::uuid[] is null or id = any(${ids}::uuid[]))`.execute(tx)
}

export type SetelanRow = {
  akun: string
  alamat: string | null
  surel: JenisKabar[]
  tidakTerjangkau: string | null
  sebab: string | null
  version: number
}

/** `lock`: nobody else changes it until the transaction ends. */
export function findSetelan(on: Db, akun: string, lock = false): Promise<SetelanRow | undefined> {
  return maybe(
    on,
    sql<SetelanRow>`select akun, alamat, surel, tidak_terjangkau as "tidakTerjangkau", sebab, version from kabar_setelan
    where akun = ${akun} ${lock ? sql`for update` : sql``}`,
  )
}

export async function saveSetelan(tx: Tx, s: SetelanRow): Promise<void> {
  await sql`insert into kabar_setelan (akun, alamat, surel, tidak_terjangkau, sebab, version)
    values (${s.akun}, ${s.alamat}, ${s.surel}, ${s.tidakTerjangkau}, ${s.sebab}, ${s.version})
    on conflict (akun) do update set alamat = excluded.alamat, surel = excluded.surel, tidak_terjangkau = excluded.tidak_terjangkau,
      sebab = excluded.sebab, version = excluded.version`.execute(tx)
}

export type SurelRow = KabarRow & {
  akun: string
  nama: string
  alamat: string
  percobaan: number
  /** The person still wants it there. */
  dikehendaki: boolean
}

/** The letter that has waited longest, held until the transaction ends; one that another worker holds is passed over. */
export function lockSurel(tx: Tx, now: Date): Promise<SurelRow | undefined> {
  return maybe(
    tx,
    sql<SurelRow>`
    select k.id, k.jenis, k.kalimat, k.tempat, k.ke, k.dibuat, k.dibaca, k.akun, a.nama, s.alamat, s.percobaan,
      a.active and t.alamat is not distinct from s.alamat and t.tidak_terjangkau is null as dikehendaki
    from surel s join kabar k on k.id = s.kabar join account a on a.id = k.akun left join kabar_setelan t on t.akun = k.akun
    where s.status = 'MENUNGGU' and s.coba_lagi <= ${now} order by s.coba_lagi, s.kabar limit 1 for update of s skip locked`,
  )
}

export type SurelKeadaan = {
  readonly status: 'MENUNGGU' | 'TERKIRIM' | 'DITOLAK' | 'GAGAL' | 'BATAL'
  readonly percobaan: number
  readonly coba_lagi: Date
  readonly sebab: string | null
}

export async function saveSurel(tx: Tx, kabar: string, k: SurelKeadaan, now: Date): Promise<void> {
  await sql`update surel set status = ${k.status}, percobaan = ${k.percobaan}, coba_lagi = ${k.coba_lagi}, sebab = ${k.sebab},
    dikirim = ${k.status === 'TERKIRIM' ? now : null} where kabar = ${kabar}`.execute(tx)
}

/** How the letters fare: how many stand in each state, and whose address is refused. */
export async function surelInAll(on: Db): Promise<{
  jumlah: { status: string; jumlah: number }[]
  ditolak: { username: string; nama: string; sejak: string; sebab: string | null }[]
}> {
  const jumlah = await many(
    on,
    sql<{ status: string; jumlah: number }>`select status, count(*)::int as jumlah from surel group by status order by status`,
  )
  const ditolak = await many(
    on,
    sql<{ username: string; nama: string; sejak: string; sebab: string | null }>`
    select a.username, a.nama, s.tidak_terjangkau as sejak, s.sebab from kabar_setelan s join account a on a.id = s.akun
    where s.tidak_terjangkau is not null and a.active order by s.tidak_terjangkau desc limit 200`,
  )
  return { jumlah, ditolak }
}

export function listNama(on: Db, units: readonly string[], day: string): Promise<{ kode: string; nama: string }[]> {
  return many(
    on,
    sql<{ kode: string; nama: string }>`select unit as kode, nama from unit_kerja_nama where unit = any(${[...units]}::text[])
    and berlaku_dari <= ${day} and (berlaku_sampai is null or berlaku_sampai >= ${day})`,
  )
}
