// Every line of this room's SQL: it reads the tables of the earlier rooms, for one office or for all at once, and keeps its own
// of who subscribed to the calendar.
import { type Db, many, maybe, one, sql, type Tx, validOn } from '../platform/db/database.ts'
import type { Day, Period } from '../platform/kernel/time.ts'

type Units = readonly string[] | null
const among = (column: string, units: Units) => sql`(${units}::text[] is null or ${sql.ref(column)} = any(${units}::text[]))`
export type KantorRow = { kode: string; nama: string; bidang: string[] }

/** The offices there are on a day; `bidang`: the units that coordinate them. */
export function listKantor(on: Db, jenis: readonly string[], day: Day): Promise<KantorRow[]> {
  return many(
    on,
    sql<KantorRow>`
    select u.kode, n.nama, coalesce(array_agg(g.induk order by g.induk) filter (where g.induk is not null), '{}') as bidang
    from unit_kerja u join unit_kerja_nama n on n.unit = u.kode and ${validOn('n', day)}
      left join garis_unit g on g.unit = u.kode and g.garis = 'KOORDINASI' and ${validOn('g', day)}
    where u.jenis = any(${[...jenis]}::text[]) and ${validOn('u', day)}
    group by u.kode, n.nama order by u.kode`,
  )
}

export function listNama(on: Db, units: readonly string[], day: Day): Promise<{ kode: string; nama: string }[]> {
  return many(
    on,
    sql<{ kode: string; nama: string }>`
    select n.unit as kode, n.nama from unit_kerja_nama n where n.unit = any(${[...units]}::text[]) and ${validOn('n', day)} order by 2`,
  )
}

/** The day the DPA was ratified, by office and year: the office's own, else that of the nearest above it. */
export function listDpa(
  on: Db,
  units: readonly string[],
  tahun: readonly number[],
  day: Day,
): Promise<{ unit: string; tahun: number; disahkan: Day }[]> {
  return many(
    on,
    sql<{ unit: string; tahun: number; disahkan: Day }>`
    with recursive naik as (
      select u as asal, u as unit, 0 as step from unnest(${[...units]}::text[]) u
      union all
      select n.asal, g.induk, n.step + 1 from naik n
        join garis_unit g on g.unit = n.unit and g.garis = 'KOMANDO' and ${validOn('g', day)}
      where n.step < 20)
    select distinct on (n.asal, d.tahun) n.asal as unit, d.tahun, d.disahkan from naik n
      join dpa d on d.unit = n.unit and d.tahun = any(${[...tahun]}::int[])
    order by n.asal, d.tahun, n.step`,
  )
}

export type NaskahRow = {
  id: string
  unit: string
  tahun: number
  versi: number
  status: string
  alasanRevisi: string | null
  tanggal: Day | null
  /** When it came to this state, as far as the ledger says. */
  sejak: string | null
}
type Filter = { readonly units: Units; readonly tahun: readonly number[] }

/** The newest version of each agreement that is not replaced. `acts` are those that lead from state to state. */
export function listPk(on: Db, filter: Filter, acts: readonly string[]): Promise<NaskahRow[]> {
  const rows = sql`select id, unit, tahun, versi, status, alasan_revisi, tanggal from perjanjian_kinerja`
  return listNaskah(on, rows, 'perjanjian-kinerja', filter, acts)
}

export function listRa(on: Db, filter: Filter, acts: readonly string[]): Promise<NaskahRow[]> {
  const rows = sql`select id, unit, tahun, versi, status, null as alasan_revisi, null::date as tanggal from rencana_aksi`
  return listNaskah(on, rows, 'rencana-aksi', filter, acts)
}

function listNaskah(
  on: Db,
  papers: ReturnType<typeof sql>,
  room: string,
  { units, tahun }: Filter,
  acts: readonly string[],
): Promise<NaskahRow[]> {
  return many(
    on,
    sql<NaskahRow>`
    select p.id, p.unit, p.tahun, p.versi, p.status, p.alasan_revisi as "alasanRevisi", p.tanggal, l.at as sejak
    from (select distinct on (unit, tahun) * from (${papers}) x
        where ${among('unit', units)} and tahun = any(${[...tahun]}::int[]) and status <> 'DIGANTI' order by unit, tahun, versi desc) p
      left join lateral (select at from ledger l where l.subject = ${room} || '/' || p.unit || '/' || p.tahun || '/' || p.versi
        and l.status = p.status and l.act = any(${[...acts]}::text[]) order by at desc limit 1) l on true
    order by p.unit, p.tahun`,
  )
}

/** Indicators of the agreement in force without a submitted result, by office and quarter that is open. */
export function listBelum(
  on: Db,
  units: Units,
  periode: readonly Period[],
): Promise<{ unit: string; periode: Period; jumlah: number }[]> {
  const quarters = [...periode]
  return many(
    on,
    sql<{ unit: string; periode: Period; jumlah: number }>`
    with pk as (select distinct on (unit, tahun) id, unit, tahun from perjanjian_kinerja
      where ${among('unit', units)} and tahun::text in (select left(q, 4) from unnest(${quarters}::text[]) q)
        and status in ('DITETAPKAN', 'DIPUBLIKASI') order by unit, tahun, versi desc)
    select pk.unit, q.periode, count(*)::int as jumlah
    from unnest(${quarters}::text[]) q(periode) join pk on pk.tahun::text = left(q.periode, 4)
      join perjanjian_kinerja_sasaran s on s.pk = pk.id
      join perjanjian_kinerja_indikator i on i.sasaran = s.id and i.kode is not null
      join perjanjian_kinerja_target t on t.indikator = i.id and t.superseded_at is null and t.periode = right(q.periode, 3)
        and t.status <> 'TIDAK_DITARGETKAN'
      left join pengukuran m on m.unit = pk.unit and m.kode = i.kode and m.periode = q.periode and m.version > 0
      left join capaian c on c.unit = pk.unit and c.kode = i.kode and c.periode = q.periode
    where case when m.unit is null then coalesce(c.status, 'KOSONG') = 'KOSONG' else m.status = 'DRAF' end
    group by pk.unit, q.periode order by pk.unit, q.periode`,
  )
}

export type LanggananRow = { dibuat: string | null; version: number }

export function findLangganan(on: Db, akun: string): Promise<LanggananRow | undefined> {
  return maybe(on, sql<LanggananRow>`select dibuat, version from langganan_kalender where akun = ${akun}`)
}

export function lockLangganan(tx: Tx, akun: string): Promise<LanggananRow | undefined> {
  return maybe(tx, sql<LanggananRow>`select dibuat, version from langganan_kalender where akun = ${akun} for update`)
}

/** Null revokes it. */
export async function saveLangganan(tx: Tx, akun: string, hash: string | null, now: Date): Promise<number> {
  const dibuat = hash === null ? null : now
  const { version } = await one(
    tx,
    sql<{ version: number }>`insert into langganan_kalender (akun, token_hash, dibuat) values (${akun}, ${hash}, ${dibuat})
    on conflict (akun) do update set token_hash = excluded.token_hash, dibuat = excluded.dibuat, version = langganan_kalender.version + 1
    returning version`,
  )
  return version
}

/** Whose address it is. */
export async function findPelanggan(on: Db, hash: string): Promise<string | undefined> {
  return (await maybe(on, sql<{ akun: string }>`select akun from langganan_kalender where token_hash = ${hash}`))?.akun
}
