// Every line of this room's SQL.
import { type Db, many, maybe, sql, type Tx, validOn } from '../platform/db/database.ts'
import type { Day } from '../platform/kernel/time.ts'
import type { Garis, Jabatan, Pegawai, Penugasan, Sifat, UnitKerja } from './unit-kerja.ts'

export type UnitRow = {
  kode: string
  jenis: string
  nama: string
  induk: string | null
  /** Of the line to `induk`; null at the top. */
  garis: Garis | null
  berlaku_dari: Day
  berlaku_sampai: Day | null
  version: number
}
/** As a list shows it: with its parent's name, and how many units stand right below it. */
export type ListedUnit = UnitRow & { nama_induk: string | null; bawahan: number }

export async function insertUnit(tx: Tx, unit: UnitKerja): Promise<void> {
  const until = unit.berlakuSampai ?? null
  await sql`insert into unit_kerja (kode, jenis, berlaku_dari, berlaku_sampai, sumber)
    values (${unit.kode}, ${unit.jenis}, ${unit.berlakuDari}, ${until}, ${unit.sumber ?? null})`.execute(tx)
  await sql`insert into unit_kerja_nama (unit, nama, berlaku_dari, berlaku_sampai)
    values (${unit.kode}, ${unit.nama}, ${unit.berlakuDari}, ${until})`.execute(tx)
  if (unit.induk)
    await sql`insert into garis_unit (unit, induk, garis, berlaku_dari, berlaku_sampai)
      values (${unit.kode}, ${unit.induk}, ${unit.garis}, ${unit.berlakuDari}, ${until})`.execute(tx)
}

/** From `since` on the unit has another name; the name before ends the day before. */
export async function renameUnit(tx: Tx, unit: string, nama: string, since: Day): Promise<void> {
  await sql`delete from unit_kerja_nama where unit = ${unit} and berlaku_dari >= ${since}`.execute(tx)
  await sql`update unit_kerja_nama set berlaku_sampai = ${since}::date - 1
    where unit = ${unit} and (berlaku_sampai is null or berlaku_sampai >= ${since})`.execute(tx)
  await sql`insert into unit_kerja_nama (unit, nama, berlaku_dari) values (${unit}, ${nama}, ${since})`.execute(tx)
  await sql`update unit_kerja set version = version + 1 where kode = ${unit}`.execute(tx)
}

/** From `since` on the unit hangs below another parent by command. */
export async function moveUnit(tx: Tx, unit: string, induk: string, since: Day): Promise<void> {
  await sql`delete from garis_unit where unit = ${unit} and garis = 'KOMANDO' and berlaku_dari >= ${since}`.execute(tx)
  await sql`update garis_unit set berlaku_sampai = ${since}::date - 1
    where unit = ${unit} and garis = 'KOMANDO' and (berlaku_sampai is null or berlaku_sampai >= ${since})`.execute(tx)
  await sql`insert into garis_unit (unit, induk, garis, berlaku_dari) values (${unit}, ${induk}, 'KOMANDO', ${since})`.execute(tx)
  await sql`update unit_kerja set version = version + 1 where kode = ${unit}`.execute(tx)
}

export async function endUnit(tx: Tx, unit: string, last: Day): Promise<void> {
  await sql`update unit_kerja set berlaku_sampai = ${last}, version = version + 1 where kode = ${unit}`.execute(tx)
}

const unitsOn = (day: Day) => sql`
  select u.kode, u.jenis, n.nama, g.induk, g.garis, u.berlaku_dari, u.berlaku_sampai, u.version
  from unit_kerja u
  join lateral (select nama from unit_kerja_nama n where n.unit = u.kode and ${validOn('n', day)} limit 1) n on true
  left join lateral (select induk, garis from garis_unit g where g.unit = u.kode and ${validOn('g', day)} order by garis limit 1) g on true
  where ${validOn('u', day)}`

export function findUnit(on: Db, kode: string, day: Day): Promise<UnitRow | undefined> {
  return maybe(on, sql<UnitRow>`${unitsOn(day)} and u.kode = ${kode}`)
}

/** Those of the codes that are no unit on the day. */
export async function unknownUnits(on: Db, kodes: readonly string[], day: Day): Promise<string[]> {
  const rows = await many(
    on,
    sql<{ kode: string }>`select k.kode from unnest(${[...kodes]}::text[]) with ordinality k (kode, at)
    where not exists (select from unit_kerja u where u.kode = k.kode and ${validOn('u', day)}) order by k.at`,
  )
  return rows.map((r) => r.kode)
}

export function lockUnit(
  tx: Tx,
  kode: string,
): Promise<{ version: number; berlaku_dari: Day; berlaku_sampai: Day | null } | undefined> {
  return maybe(
    tx,
    sql<{ version: number; berlaku_dari: Day; berlaku_sampai: Day | null }>`
    select version, berlaku_dari, berlaku_sampai from unit_kerja where kode = ${kode} for update`,
  )
}

export type UnitFilter = {
  day: Day
  jenis?: readonly string[]
  induk?: string
  /** Only what stands below nothing. */
  puncak?: boolean
  cari?: string
  after?: string
  limit: number
}

export function listUnits(on: Db, { day, jenis, induk, puncak, cari, after, limit }: UnitFilter): Promise<ListedUnit[]> {
  return many(
    on,
    sql<ListedUnit>`with halaman as materialized (${unitsOn(day)}
      and (${jenis ?? null}::text[] is null or u.jenis = any(${jenis ?? null}::text[]))
      and (${induk ?? null}::text is null or exists (
        select from garis_unit g where g.unit = u.kode and g.induk = ${induk ?? null} and ${validOn('g', day)}))
      and (not ${puncak ?? false}::boolean or g.induk is null)
      and (${cari ?? null}::text is null or n.nama ilike '%' || ${cari ?? null} || '%' or u.kode ilike '%' || ${cari ?? null} || '%')
      and (${after ?? null}::text is null or u.kode > ${after ?? null})
      order by u.kode limit ${limit})
    select h.*, (select nama from unit_kerja_nama n where n.unit = h.induk and ${validOn('n', day)} limit 1) as nama_induk,
      (select count(*)::int from garis_unit g join unit_kerja u on u.kode = g.unit
        where g.induk = h.kode and ${validOn('g', day)} and ${validOn('u', day)}) as bawahan
    from halaman h order by h.kode`,
  )
}

/** The kinds of unit there are on a day, the commonest first. */
export function listJenis(on: Db, day: Day): Promise<{ jenis: string; jumlah: number }[]> {
  return many(
    on,
    sql<{ jenis: string; jumlah: number }>`select u.jenis, count(*)::int as jumlah from unit_kerja u where ${validOn('u', day)}
    group by u.jenis order by 2 desc, 1`,
  )
}

export type NamaRow = { nama: string; berlaku_dari: Day; berlaku_sampai: Day | null }
export type GarisRow = { induk: string; nama_induk: string; garis: Garis; berlaku_dari: Day; berlaku_sampai: Day | null }

/** Every name a unit ever had, and every line it ever stood in, the newest first. */
export async function historyOf(on: Db, unit: string): Promise<{ nama: NamaRow[]; garis: GarisRow[] }> {
  const nama = await many(
    on,
    sql<NamaRow>`select nama, berlaku_dari, berlaku_sampai from unit_kerja_nama where unit = ${unit} order by berlaku_dari desc`,
  )
  const garis = await many(
    on,
    sql<GarisRow>`select g.induk, n.nama as nama_induk, g.garis, g.berlaku_dari, g.berlaku_sampai from garis_unit g
    join lateral (select nama from unit_kerja_nama n where n.unit = g.induk order by berlaku_dari desc limit 1) n on true
    where g.unit = ${unit} order by g.garis, g.berlaku_dari desc`,
  )
  return { nama, garis }
}

/** What would be left hanging if the unit ended on `last`: units below it by command, and offices in it that somebody holds. */
export function leftAfter(on: Db, unit: string, last: Day): Promise<{ apa: 'UNIT' | 'JABATAN'; nama: string }[]> {
  return many(
    on,
    sql<{ apa: 'UNIT' | 'JABATAN'; nama: string }>`
    select 'UNIT' as apa, n.nama from garis_unit g join unit_kerja u on u.kode = g.unit
      join lateral (select nama from unit_kerja_nama n where n.unit = g.unit order by berlaku_dari desc limit 1) n on true
      where g.induk = ${unit} and g.garis = 'KOMANDO' and (g.berlaku_sampai is null or g.berlaku_sampai > ${last})
        and (u.berlaku_sampai is null or u.berlaku_sampai > ${last})
    union all
    select 'JABATAN', j.nama || ' (' || p.nama || ')' from jabatan j join penugasan t on t.jabatan = j.kode
      join pegawai p on p.id = t.pegawai_id
      where j.unit = ${unit} and t.superseded_at is null and (t.berlaku_sampai is null or t.berlaku_sampai > ${last})
    order by 1 desc, 2 limit 20`,
  )
}

/** The unit and those above it by command, nearest first, with their kinds. */
export function commandChain(on: Db, unit: string, day: Day): Promise<{ kode: string; jenis: string }[]> {
  return many(
    on,
    sql<{ kode: string; jenis: string }>`-- prepared: command-chain
    with recursive up as (
      select kode, jenis, 0 as step from unit_kerja where kode = ${unit}
      union all
      select u.kode, u.jenis, up.step + 1 from up
        join garis_unit g on g.unit = up.kode and g.garis = 'KOMANDO' and ${validOn('g', day)}
        join unit_kerja u on u.kode = g.induk
      where up.step < 20)
    select kode, jenis from up order by step`,
  )
}

/** The unit and all that will command it on some day from `since` on, also by lines that begin later. */
export async function commandersFrom(on: Db, unit: string, since: Day): Promise<string[]> {
  const rows = await many(
    on,
    sql<{ kode: string }>`
    with recursive up as (
      select ${unit}::text as kode, daterange(${since}, null) as days, 0 as step
      union all
      select g.induk, up.days * daterange(g.berlaku_dari, g.berlaku_sampai, '[]'), up.step + 1 from up
        join garis_unit g on g.unit = up.kode and g.garis = 'KOMANDO' and up.days && daterange(g.berlaku_dari, g.berlaku_sampai, '[]')
      where up.step < 20)
    select distinct kode from up`,
  )
  return rows.map((r) => r.kode)
}

export async function upsertJabatan(tx: Tx, j: Jabatan): Promise<void> {
  await sql`insert into jabatan (kode, unit, nama, jenjang, peran, berlaku_dari, berlaku_sampai)
    values (${j.kode}, ${j.unit}, ${j.nama}, ${j.jenjang}, ${j.peran}, ${j.berlakuDari}, ${j.berlakuSampai ?? null})
    on conflict (kode) do update set nama = excluded.nama, jenjang = excluded.jenjang, peran = excluded.peran,
      berlaku_sampai = excluded.berlaku_sampai, version = jabatan.version + 1`.execute(tx)
}

export type JabatanRow = {
  kode: string
  unit: string
  nama: string
  jenjang: string
  peran: string[]
  berlaku_dari: Day
  berlaku_sampai: Day | null
  version: number
}

export function listJabatan(on: Db, unit: string | undefined, after: string | undefined, limit: number): Promise<JabatanRow[]> {
  return many(
    on,
    sql<JabatanRow>`select kode, unit, nama, jenjang, peran, berlaku_dari, berlaku_sampai, version from jabatan
    where (${unit ?? null}::text is null or unit = ${unit ?? null}) and (${after ?? null}::text is null or kode > ${after ?? null})
    order by kode limit ${limit}`,
  )
}

export function findJabatan(on: Db, kode: string): Promise<JabatanRow | undefined> {
  return maybe(
    on,
    sql<JabatanRow>`select kode, unit, nama, jenjang, peran, berlaku_dari, berlaku_sampai, version from jabatan where kode = ${kode}`,
  )
}

export type PejabatFilter = {
  day: Day
  kode?: string
  unit?: string
  cari?: string
  peran?: string
  kosong?: boolean
  after?: string
  limit: number
}
export type PejabatRow = JabatanRow & { nama_unit: string; pemegang: PenugasanRow[] }

/** The offices there are on a day, each with whoever holds it then; found by the office, the unit or the person. */
export async function listPejabat(
  on: Db,
  { day, kode, unit, cari, peran, kosong, after, limit }: PejabatFilter,
): Promise<PejabatRow[]> {
  const rows = await many(
    on,
    sql<
      Omit<PejabatRow, 'pemegang'>
    >`select j.kode, j.unit, j.nama, j.jenjang, j.peran, j.berlaku_dari, j.berlaku_sampai, j.version, n.nama as nama_unit
    from jabatan j
    join lateral (select nama from unit_kerja_nama n where n.unit = j.unit and ${validOn('n', day)} limit 1) n on true
    where ${validOn('j', day)} and (${kode ?? null}::text is null or j.kode = ${kode ?? null})
      and (${unit ?? null}::text is null or j.unit = ${unit ?? null})
      and (${peran ?? null}::text is null or ${peran ?? null} = any(j.peran))
      and (${cari ?? null}::text is null or j.nama ilike '%' || ${cari ?? null} || '%' or n.nama ilike '%' || ${cari ?? null} || '%'
        or exists (select from penugasan t join pegawai p on p.id = t.pegawai_id where t.jabatan = j.kode and t.superseded_at is null
          and ${validOn('t', day)} and p.nama ilike '%' || ${cari ?? null} || '%'))
      and (not ${kosong ?? false}::boolean or not exists (
        select from penugasan t where t.jabatan = j.kode and t.superseded_at is null and ${validOn('t', day)}))
      and (${after ?? null}::text is null or j.kode > ${after ?? null})
    order by j.kode limit ${limit}`,
  )
  const held = await many(
    on,
    sql<PenugasanRow>`${penugasan} where t.superseded_at is null and ${validOn('t', day)} and t.jabatan = any(${rows.map((r) => r.kode)}::text[])
    order by t.berlaku_dari`,
  )
  const holders = Map.groupBy(held, (h) => h.jabatan)
  return rows.map((r) => ({ ...r, pemegang: holders.get(r.kode) ?? [] }))
}

export async function insertPegawai(tx: Tx, id: string, p: Pegawai): Promise<void> {
  await sql`insert into pegawai (id, nama, nip, sumber) values (${id}, ${p.nama}, ${p.nip ?? null}, ${p.sumber ?? null})`.execute(
    tx,
  )
}

export type PegawaiRow = { id: string; nama: string; nip: string | null; version: number }

export function findPegawai(on: Db, id: string): Promise<PegawaiRow | undefined> {
  return maybe(on, sql<PegawaiRow>`select id, nama, nip, version from pegawai where id = ${id}`)
}

export function listPegawai(on: Db, cari: string | undefined, after: string | undefined, limit: number): Promise<PegawaiRow[]> {
  return many(
    on,
    sql<PegawaiRow>`select id, nama, nip, version from pegawai
    where (${cari ?? null}::text is null or nama ilike '%' || ${cari ?? null} || '%' or nip = ${cari ?? null})
      and (${after ?? null}::text is null or id > ${after ?? null}) order by id limit ${limit}`,
  )
}

export function lockPegawai(tx: Tx, id: string): Promise<PegawaiRow | undefined> {
  return maybe(tx, sql<PegawaiRow>`select id, nama, nip, version from pegawai where id = ${id} for update`)
}

export async function savePegawai(tx: Tx, p: PegawaiRow): Promise<void> {
  await sql`update pegawai set nama = ${p.nama}, nip = ${p.nip}, version = ${p.version} where id = ${p.id}`.execute(tx)
}

export async function insertPenugasan(tx: Tx, id: string, p: Penugasan, now: Date): Promise<void> {
  await sql`insert into penugasan (id, pegawai_id, jabatan, sifat, berlaku_dari, berlaku_sampai, tanggal_pasti, sumber, recorded_at)
    values (${id}, ${p.pegawai}, ${p.jabatan}, ${p.sifat}, ${p.berlakuDari}, ${p.berlakuSampai ?? null}, ${p.tanggalPasti},
      ${p.sumber ?? null}, ${now})`.execute(tx)
}

export type PenugasanRow = {
  id: string
  pegawai: string
  nama: string
  nip: string | null
  jabatan: string
  nama_jabatan: string
  unit: string
  jenis_unit: string
  peran: string[]
  sifat: Sifat
  berlaku_dari: Day
  berlaku_sampai: Day | null
  tanggal_pasti: boolean
  sumber: string | null
  recorded_at: string
  superseded_at: string | null
}

const penugasan = sql`select t.id, t.pegawai_id as pegawai, p.nama, p.nip, t.jabatan, j.nama as nama_jabatan, j.unit, u.jenis as jenis_unit, j.peran, t.sifat,
    t.berlaku_dari, t.berlaku_sampai, t.tanggal_pasti, t.sumber, t.recorded_at, t.superseded_at
  from penugasan t join pegawai p on p.id = t.pegawai_id join jabatan j on j.kode = t.jabatan join unit_kerja u on u.kode = j.unit`

export function lockPenugasan(tx: Tx, id: string): Promise<PenugasanRow | undefined> {
  return maybe(tx, sql<PenugasanRow>`${penugasan} where t.id = ${id} and t.superseded_at is null for update of t`)
}

export async function supersedePenugasan(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update penugasan set superseded_at = ${now} where id = ${id}`.execute(tx)
}

/** Assignments valid on `day` as known now, or, with `knownAt`, as known then. */
export function listPenugasan(
  on: Db,
  filter: { day?: Day; pegawai?: string; jabatan?: string; knownAt?: string; after?: string; limit: number },
): Promise<PenugasanRow[]> {
  const { day = null, pegawai = null, jabatan = null, knownAt = null, after = null, limit } = filter
  return many(
    on,
    sql<PenugasanRow>`${penugasan}
    where (${day}::date is null or (${validOn('t', day)}))
      and (${pegawai}::text is null or t.pegawai_id = ${pegawai}) and (${jabatan}::text is null or t.jabatan = ${jabatan})
      and case when ${knownAt}::timestamptz is null then t.superseded_at is null
        else t.recorded_at <= ${knownAt} and (t.superseded_at is null or t.superseded_at > ${knownAt}) end
      and (${after}::text is null or t.id::text > ${after})
    order by t.id::text limit ${limit}`,
  )
}

/** Every assignment to an office or of a person that is known now, the newest first. */
export function assignmentsOf(on: Db, { jabatan = null, pegawai = null }: { jabatan?: string | null; pegawai?: string | null }) {
  return many(
    on,
    sql<PenugasanRow>`${penugasan} where t.superseded_at is null and (${jabatan}::text is null or t.jabatan = ${jabatan})
    and (${pegawai}::text is null or t.pegawai_id = ${pegawai}) order by t.berlaku_dari desc, t.id limit 200`,
  )
}

/** Holders, on `day`, of every office, while it exists, that this person or somebody acting in the person's place holds. */
export function holdersBeside(on: Db, pegawai: string, day: Day): Promise<PenugasanRow[]> {
  return many(
    on,
    sql<PenugasanRow>`-- prepared: holders
    ${penugasan}
    where t.superseded_at is null and ${validOn('t', day)} and ${validOn('j', day)}
      and t.jabatan in (select jabatan from penugasan where pegawai_id = ${pegawai} and superseded_at is null
        and berlaku_dari <= ${day} and (berlaku_sampai is null or berlaku_sampai >= ${day}))`,
  )
}

/** Holders, on `day`, of every office that carries a role; of one unit, where it is named. */
export function holdersInRole(on: Db, peran: string, unit: string | null, day: Day): Promise<PenugasanRow[]> {
  return many(
    on,
    sql<PenugasanRow>`${penugasan} where t.superseded_at is null and ${validOn('t', day)} and ${validOn('j', day)}
      and ${peran} = any(j.peran) and (${unit}::text is null or j.unit = ${unit}) order by j.kode, t.id`,
  )
}

export type RoleHolderRow = {
  pegawai: string
  nama: string
  jabatan: string
  nama_jabatan: string
  sifat: Sifat
  peran: string[]
  unit: string
}

/**
 * Everybody who holds an office that brings roles on a day, with the nearest unit of the kinds `offices` that the office belongs to
 * by command (its own, where there is none).
 */
export function listRoleHolders(on: Db, offices: readonly string[], day: Day): Promise<RoleHolderRow[]> {
  const kinds = [...offices]
  return many(
    on,
    sql<RoleHolderRow>`
    with recursive naik as (
      select distinct j.unit as asal, j.unit, u.jenis, 0 as step from jabatan j join unit_kerja u on u.kode = j.unit
        where cardinality(j.peran) > 0 and ${validOn('j', day)}
      union all
      select n.asal, u.kode, u.jenis, n.step + 1 from naik n
        join garis_unit g on g.unit = n.unit and g.garis = 'KOMANDO' and ${validOn('g', day)}
        join unit_kerja u on u.kode = g.induk
      where n.step < 20 and n.jenis <> all(${kinds}::text[])),
    kantor as (select distinct on (asal) asal, unit from naik where jenis = any(${kinds}::text[]) order by asal, step)
    select t.pegawai_id as pegawai, p.nama, t.jabatan, j.nama as nama_jabatan, t.sifat, j.peran, coalesce(k.unit, j.unit) as unit
    from penugasan t join pegawai p on p.id = t.pegawai_id join jabatan j on j.kode = t.jabatan left join kantor k on k.asal = j.unit
    where t.superseded_at is null and cardinality(j.peran) > 0 and ${validOn('t', day)} and ${validOn('j', day)}
    order by j.kode, t.berlaku_dari`,
  )
}
