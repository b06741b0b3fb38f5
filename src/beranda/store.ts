// Every line of this room's SQL. It has no tables: it reads those of the earlier rooms.
import { type Db, many, one, sql, validOn } from '../platform/db/database.ts'
import type { Day, Period } from '../platform/kernel/time.ts'
import type { Giliran, NaskahMenunggu } from './tanda-tangan.ts'
import type { ForumTugas, Naskah, Queue, Returned } from './tugas.ts'

type Units = readonly string[] | null
const among = (column: string, units: Units) => sql`(${units}::text[] is null or ${sql.ref(column)} = any(${units}::text[]))`
const nameOn = (unit: string, day: Day) => sql`(select n.nama from unit_kerja_nama n where n.unit = ${sql.ref(unit)}
  and ${validOn('n', day)} limit 1)`

export type QueueFilter = {
  readonly units: Units
  readonly keadaan: readonly Queue['keadaan'][]
  /** Quarters that are open: of these the missing ones are counted. */
  readonly terbuka: readonly Period[]
  readonly terkunci: readonly Period[]
  readonly day: Day
}

/**
 * Quarterly measurements by quarter, state and owner of the data. Missing is what the agreement in force asks for in an open
 * quarter, and neither a measurement nor a computed result is there for. The owner is that of the version valid at the quarter's end.
 */
export function listQueues(on: Db, { units, keadaan, terbuka, terkunci, day }: QueueFilter): Promise<Queue[]> {
  const kosong = keadaan.includes('KOSONG') ? terbuka : []
  return many(
    on,
    sql<Queue>`
    with pk as (
      select distinct on (unit, tahun) id, unit, tahun from perjanjian_kinerja
      where ${among('unit', units)} and tahun::text in (select left(p, 4) from unnest(${kosong}::text[]) p) and status in ('DITETAPKAN', 'DIPUBLIKASI')
      order by unit, tahun, versi desc),
    satu as (
      select pk.unit, i.kode, p.periode, 'KOSONG' as keadaan
      from unnest(${kosong}::text[], ${kosong.map((p) => p.slice(5))}::text[]) p(periode, bagian) join pk on pk.tahun::text = left(p.periode, 4)
        join perjanjian_kinerja_sasaran s on s.pk = pk.id join perjanjian_kinerja_indikator i on i.sasaran = s.id and i.kode is not null
        join perjanjian_kinerja_target t on t.indikator = i.id and t.superseded_at is null and t.periode = p.bagian
          and t.status <> 'TIDAK_DITARGETKAN'
        left join pengukuran m on m.unit = pk.unit and m.kode = i.kode and m.periode = p.periode and m.version > 0
        left join capaian c on c.unit = pk.unit and c.kode = i.kode and c.periode = p.periode
      where m.unit is null and coalesce(c.status, 'KOSONG') = 'KOSONG'
      union all
      select m.unit, m.kode, m.periode, m.status from pengukuran m
      where ${among('m.unit', units)} and m.version > 0 and m.status = any(${[...keadaan]}::text[]) and m.periode ~ '-TW[1-4]$'
        and m.periode <> all(${[...terkunci]}::text[]) 
        and (${units}::text[] is null or not (m.status = 'DRAF' and ${returned}))),
    milik as (
      select x.*, v.pemilik_data as pemilik from satu x
      cross join lateral (select (make_date(left(x.periode, 4)::int, right(x.periode, 1)::int * 3, 1) + interval '1 month')::date as akhir) q
      left join indikator_versi v on x.keadaan = 'DIVALIDASI_ATASAN' and v.unit = x.unit and v.kode = x.kode and v.superseded_at is null
        and v.berlaku_dari < q.akhir and (v.berlaku_sampai is null or v.berlaku_sampai >= q.akhir - 1)),
    jumlah as (
      select periode, keadaan, pemilik, count(*)::int as jumlah, count(distinct unit)::int as kantor, min(unit) as unit,
        (array_agg(kode order by unit, kode))[1] as kode
      from milik group by periode, keadaan, pemilik)
    select j.*, coalesce(${nameOn('j.unit', day)}, j.unit) as nama, b.kantor as "belumSelesai"
    from jumlah j cross join lateral (
      select count(distinct s.unit)::int as kantor from satu s where s.periode = j.periode and s.keadaan in ('KOSONG', 'DRAF')) b
    order by periode, keadaan, pemilik`,
  )
}

/** A draft is returned when nobody has submitted it since. */
const returned = sql`exists (select from ledger l where l.subject = 'pengukuran/' || m.unit || '/' || m.kode || '/' || m.periode
  and l.act = 'pengukuran.kembalikan' and not exists (select from ledger n where n.subject = l.subject and n.seq > l.seq
    and n.office = l.office and n.act = 'pengukuran.ajukan'))`

export function listReturned(on: Db, units: readonly string[], terkunci: readonly Period[], day: Day): Promise<Returned[]> {
  return many(
    on,
    sql<Returned>`
    select m.unit, coalesce(${nameOn('m.unit', day)}, m.unit) as nama, m.kode, m.periode,
      coalesce((select l.note from ledger l where l.subject = 'pengukuran/' || m.unit || '/' || m.kode || '/' || m.periode
        and l.act = 'pengukuran.kembalikan' order by l.seq desc limit 1), '') as catatan
    from pengukuran m where m.unit = any(${units}::text[]) and m.status = 'DRAF' and m.version > 0 and m.periode ~ '-TW[1-4]$'
      and m.periode <> all(${[...terkunci]}::text[]) and ${returned}
    order by m.unit, m.periode, m.kode limit 200`,
  )
}

/** Agreements on their way, each by itself for the given offices; for all offices together by year and state. */
/** `lain`: offices that another coordinates, which are counted by themselves. */
export function listPkBerjalan(on: Db, units: Units, day: Day, lain: readonly string[] = []): Promise<Naskah[]> {
  return listBerjalan(
    on,
    sql`select unit, tahun, status, alasan_revisi as "alasanRevisi" from perjanjian_kinerja`,
    units,
    day,
    lain,
  )
}

/** A further version of a plan is a change of it. */
export function listRaBerjalan(on: Db, units: Units, day: Day, lain: readonly string[] = []): Promise<Naskah[]> {
  const plans = sql`select unit, tahun, status, case when versi > 1 then 'PERUBAHAN' end as "alasanRevisi" from rencana_aksi`
  return listBerjalan(on, plans, units, day, lain)
}

function listBerjalan(on: Db, papers: ReturnType<typeof sql>, units: Units, day: Day, lain: readonly string[]): Promise<Naskah[]> {
  const others = sql`unit = any(${[...lain]}::text[])`
  return many(
    on,
    sql<Naskah>`
    select j.*, coalesce(${nameOn('j.unit', day)}, j.unit) as nama from (
      select min(unit) as unit, tahun, status, "alasanRevisi", count(*)::int as jumlah, bool_or(${others}) as lain from (${papers}) p
      where ${among('unit', units)} and status not in ('DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI')
      group by tahun, status, "alasanRevisi", ${others}, case when ${units}::text[] is null then '' else unit end) j
    order by tahun, status, unit`,
  )
}

/** Which of the offices have neither draft nor agreement (or plan) of a year. */
export function listTanpaNaskah(
  on: Db,
  units: readonly string[],
  tahun: number,
  day: Day,
): Promise<{ unit: string; nama: string; pk: boolean; ra: boolean }[]> {
  return many(
    on,
    sql<{ unit: string; nama: string; pk: boolean; ra: boolean }>`
    select u.kode as unit, coalesce(${nameOn('u.kode', day)}, u.kode) as nama,
      exists (select from perjanjian_kinerja p where p.unit = u.kode and p.tahun = ${tahun}) as pk,
      exists (select from rencana_aksi r where r.unit = u.kode and r.tahun = ${tahun}) as ra
    from unit_kerja u where u.kode = any(${units}::text[]) order by u.kode`,
  )
}

/** Forums that are not ended, or whose advice is not all answered. */
export function listForumBerjalan(on: Db, units: Units, day: Day): Promise<ForumTugas[]> {
  return many(
    on,
    sql<ForumTugas>`
    select f.id, f.jenis, f.unit, coalesce(${nameOn('f.unit', day)}, f.unit) as nama, f.periode, f.status, j.tanggal,
      array(select distinct peran from forum_saran s where s.forum = f.id order by peran) as sudah,
      n.belum as "belumDiputus", s.belum as "belumDijawab"
    from forum f
      cross join lateral (select tanggal from forum_jadwal where forum = f.id order by urutan desc limit 1) j
      cross join lateral (select count(*)::int as belum from forum_naskah where forum = f.id and keputusan is null) n
      cross join lateral (select count(*)::int as belum from forum_saran where forum = f.id and isi is not null and jawaban is null) s
    where (f.status <> 'DITETAPKAN' or s.belum > 0) and (f.jenis = 'TRIWULANAN' or ${among('f.unit', units)})
    order by j.tanggal, f.unit, f.id`,
  )
}

/** Proposals that no open forum has on its agenda. */
export async function countUsulan(on: Db): Promise<number> {
  const found = await one(
    on,
    sql<{ n: number }>`select count(*)::int as n from perubahan_rencana_aksi c where c.status = 'USULAN' and not exists (
      select from forum_naskah n join forum f on f.id = n.forum where n.naskah = c.id and f.status <> 'DITETAPKAN')`,
  )
  return found.n
}

export async function countOneTimePasswords(on: Db): Promise<number> {
  const found = await one(on, sql<{ n: number }>`select count(*)::int as n from account where must_change_password and active`)
  return found.n
}

// Search. Patterns are those of `likeAll`: every one must fit.

export type UnitFound = { kode: string; nama: string; jenis: string }
export type IndikatorFound = { unit: string; namaUnit: string; kode: string; nama: string }
export type NaskahFound = {
  jenis: 'PERJANJIAN_KINERJA' | 'RENCANA_AKSI' | 'CAPAIAN'
  unit: string
  nama: string
  tahun: number
  status: string | null
}

export function findUnits(on: Db, patterns: readonly string[], day: Day, limit: number): Promise<UnitFound[]> {
  return many(
    on,
    sql<UnitFound>`
    select u.kode, n.nama, u.jenis from unit_kerja u join unit_kerja_nama n on n.unit = u.kode
    where ${validOn('u', day)}
      and ${validOn('n', day)}
      and lower(n.nama || ' ' || u.kode) like all(${[...patterns]}::text[])
    order by lower(n.nama) not like all(${[...patterns]}::text[]), length(u.kode) - length(replace(u.kode, '.', '')), length(n.nama), u.kode
    limit ${limit}`,
  )
}

/** Indicators in force, those of one's own offices first. */
export function findIndikators(
  on: Db,
  patterns: readonly string[],
  { day, own, limit }: { day: Day; own: readonly string[]; limit: number },
): Promise<IndikatorFound[]> {
  return many(
    on,
    sql<IndikatorFound>`
    select v.unit, n.nama as "namaUnit", v.kode, v.nama from indikator_versi v join unit_kerja_nama n on n.unit = v.unit
      and ${validOn('n', day)}
    where v.superseded_at is null and ${validOn('v', day)}
      and lower(v.nama || ' ' || v.kode || ' ' || n.nama) like all(${[...patterns]}::text[])
    order by v.unit <> all(${[...own]}::text[]), lower(v.nama || ' ' || v.kode) not like all(${[...patterns]}::text[]), length(v.nama), v.unit, v.kode
    limit ${limit}`,
  )
}

/**
 * Agreements and plans by office and year (drafts of the offices in `drafts`, null for all), and beside each year of an agreement
 * its results, for the offices in `hasil`.
 */
export function findNaskah(
  on: Db,
  patterns: readonly string[],
  { day, own, drafts, hasil, limit }: { day: Day; own: readonly string[]; drafts: Units; hasil: Units; limit: number },
): Promise<NaskahFound[]> {
  const open = sql`status in ('DITETAPKAN', 'DIPUBLIKASI')`
  return many(
    on,
    sql<NaskahFound>`
    with pk as (select distinct on (unit, tahun) unit, tahun, status from perjanjian_kinerja
        where ${open} or (status <> 'DIGANTI' and ${among('unit', drafts)}) order by unit, tahun, versi desc),
      ra as (select distinct on (unit, tahun) unit, tahun, status from rencana_aksi
        where ${open} or (status <> 'DIGANTI' and ${among('unit', drafts)}) order by unit, tahun, versi desc),
      semua as (
        select 'PERJANJIAN_KINERJA' as jenis, 'perjanjian kinerja pk' as kata, unit, tahun, status from pk
        union all select 'RENCANA_AKSI', 'rencana aksi ra renaksi', unit, tahun, status from ra
        union all select 'CAPAIAN', 'capaian kinerja hasil', unit, tahun, null from pk where ${among('unit', hasil)})
    select x.jenis, x.unit, n.nama, x.tahun, x.status from semua x join unit_kerja_nama n on n.unit = x.unit
      and ${validOn('n', day)}
    where lower(x.kata || ' ' || x.tahun || ' ' || n.nama || ' ' || x.unit) like all(${[...patterns]}::text[])
    order by x.unit <> all(${[...own]}::text[]), x.tahun desc, n.nama, x.jenis desc limit ${limit}`,
  )
}

/** Papers that wait for a signature, by kind, state and unit; the newest year first. */
export function listMenungguTandaTangan(on: Db, giliran: readonly Giliran[], day: Day): Promise<NaskahMenunggu[]> {
  return many(
    on,
    sql<NaskahMenunggu>`
    select j.jenis, j.id, j.version, j.unit, coalesce(${nameOn('j.unit', day)}, j.unit) as nama, j.tahun, j.versi,
      (select jsonb_build_object('nama', s.name, 'pada', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        from signed_paper p join signature s on s.code = p.code and s.seq = 1
        where p.subject = j.jenis || '/' || j.unit || '/' || j.tahun || '/' || j.versi and p.voided_at is null) as pertama
    from (select 'perjanjian-kinerja' as jenis, id, version, unit, tahun, versi, status from perjanjian_kinerja
      union all select 'rencana-aksi', id, version, unit, tahun, versi, status from rencana_aksi) j
    join jsonb_to_recordset(${JSON.stringify(giliran)}::jsonb) as g(jenis text, status text, unit jsonb)
      on g.jenis = j.jenis and g.status = j.status and (g.unit is null or g.unit = 'null'::jsonb or g.unit ? j.unit)
    order by j.tahun desc, j.jenis, j.unit limit 500`,
  )
}
