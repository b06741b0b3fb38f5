// Every line of this room's SQL. Rows come out in the words of the wire.
import { type Db, many, maybe, one, sql, type Tx } from '../platform/db/database.ts'
import { asKnown } from '../platform/db/two-times.ts'
import { toColumns } from '../platform/kernel/figure.ts'
import type { IndikatorRow, KriteriaRow, NewLines, OutputRow, RaRow } from './baris.ts'
import {
  type Asal,
  type BidangBersama,
  type IsianKriteria,
  type IsianOutput,
  type IsianRa,
  type JenisBaris,
  type StatusRa,
  TERBUKA,
} from './rencana-aksi.ts'
import type { Letak } from './susunan.ts'

export type RencanaRow = {
  id: string
  unit: string
  tahun: number
  versi: number
  status: StatusRa
  asal: Asal
  sumber: string | null
  keterangan: string | null
  isiSha256: string | null
  version: number
}
const known = (table: string, at: string | null = null) => asKnown(table, 'rencana_aksi_riwayat', at)

const columns = sql`select id, unit, tahun, versi, status, asal, sumber, keterangan, isi_sha256 as "isiSha256", version`
const rencana = sql`${columns} from rencana_aksi r`

export async function insertRencana(tx: Tx, r: Omit<RencanaRow, 'version'>): Promise<void> {
  await sql`insert into rencana_aksi (id, unit, tahun, versi, status, asal, sumber, keterangan, isi_sha256)
    values (${r.id}, ${r.unit}, ${r.tahun}, ${r.versi}, ${r.status}, ${r.asal}, ${r.sumber}, ${r.keterangan}, ${r.isiSha256})`.execute(
    tx,
  )
}

export function findRencana(on: Db, id: string, at?: string): Promise<RencanaRow | undefined> {
  return maybe(on, sql<RencanaRow>`${columns} from ${known('rencana_aksi', at)} r where id = ${id}`)
}

export function lockRencana(tx: Tx, id: string): Promise<RencanaRow | undefined> {
  return maybe(tx, sql<RencanaRow>`${rencana} where id = ${id} for update`)
}

/** The versions of a year as known now, or as known at an instant. */
export function listVersions(on: Db, unit: string, tahun: number, at?: string): Promise<RencanaRow[]> {
  return many(
    on,
    sql<RencanaRow>`${columns} from ${known('rencana_aksi', at)} r where unit = ${unit} and tahun = ${tahun} order by versi`,
  )
}

export async function saveStatus(tx: Tx, id: string, status: StatusRa): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`update rencana_aksi set status = ${status}, version = version + 1 where id = ${id} returning version`,
  )
  return row.version
}

export type RencanaFilter = {
  unit?: string
  tahun?: number
  drafts: readonly string[] | 'SEMUA'
  after?: readonly string[]
  limit: number
}

export function listRencana(on: Db, { unit, tahun, drafts, after, limit }: RencanaFilter): Promise<RencanaRow[]> {
  const [afterTahun, afterUnit, afterVersi] = after ?? [null, null, null]
  return many(
    on,
    sql<RencanaRow>`${rencana}
    where (${unit ?? null}::text is null or unit = ${unit ?? null}) and (${tahun ?? null}::int is null or tahun = ${tahun ?? null})
      and (status = any(${[...TERBUKA]}::text[]) or ${drafts === 'SEMUA'}::boolean or unit = any(${drafts === 'SEMUA' ? [] : [...drafts]}::text[]))
      and (${afterTahun}::int is null or (-tahun, unit, versi) > (-${afterTahun}::int, ${afterUnit}, ${afterVersi}::int))
    order by -tahun, unit, versi limit ${limit}`,
  )
}

export function listIndikator(on: Db, plan: string, at?: string): Promise<IndikatorRow[]> {
  return many(
    on,
    sql<IndikatorRow>`select id, rencana_aksi as rencana, pk_indikator as "pkIndikator", urutan, nomor, sasaran, nama, status, nilai,
      kategori, min, maks, tercetak, sumber, keterangan, coalesce(silsilah, id) as silsilah, version
    from ${known('rencana_aksi_indikator', at)} i where rencana_aksi = ${plan} order by urutan, id`,
  )
}

export function listRa(on: Db, plan: string, at?: string): Promise<RaRow[]> {
  return many(
    on,
    sql<RaRow>`select a.id, a.indikator, a.urutan, a.jenis, a.kode, a.kode_tercetak as "kodeTercetak", a.uraian, a.nonrutin, a.fase,
      a.sumber, a.keterangan, coalesce(a.silsilah, a.id) as silsilah, a.version
    from ${known('rencana_aksi_ra', at)} a join ${known('rencana_aksi_indikator', at)} i on i.id = a.indikator where i.rencana_aksi = ${plan} order by a.urutan, a.id`,
  )
}

export function listKriteria(on: Db, plan: string, at?: string): Promise<KriteriaRow[]> {
  return many(
    on,
    sql<KriteriaRow>`select k.id, k.ra, k.urutan, k.kode, k.kode_tercetak as "kodeTercetak", k.uraian, k.tempat, k.sumber,
      k.keterangan, coalesce(k.silsilah, k.id) as silsilah, k.version
    from ${known('kriteria_keberhasilan', at)} k join ${known('rencana_aksi_ra', at)} a on a.id = k.ra
      join ${known('rencana_aksi_indikator', at)} i on i.id = a.indikator
    where i.rencana_aksi = ${plan} order by k.urutan, k.id`,
  )
}

export function listOutput(on: Db, plan: string, at?: string): Promise<OutputRow[]> {
  return many(
    on,
    sql<OutputRow>`select o.id, o.kk, o.urutan, o.kode, o.kode_tercetak as "kodeTercetak", o.uraian, o.status, o.nilai, o.kategori,
      o.min, o.maks, o.tercetak, o.satuan, o.triwulan, o.penanggung_jawab as "penanggungJawab", o.mitigasi, o.disalin_dari as "disalinDari",
      o.sumber, o.keterangan, coalesce(o.silsilah, o.id) as silsilah, o.version
    from ${known('output_renaksi', at)} o join ${known('kriteria_keberhasilan', at)} k on k.id = o.kk
      join ${known('rencana_aksi_ra', at)} a on a.id = k.ra join ${known('rencana_aksi_indikator', at)} i on i.id = a.indikator
    where i.rencana_aksi = ${plan} order by o.urutan, o.id`,
  )
}

/** The plan and version of a line; undefined where there is none of that id. */
export function findLine(
  on: Db,
  kind: JenisBaris | 'indikator',
  id: string,
): Promise<{ rencana: string; version: number } | undefined> {
  const table = { indikator: 'i', ra: 'a', kriteria: 'k', output: 'o' }[kind]
  return maybe(
    on,
    sql<{ rencana: string; version: number }>`select i.rencana_aksi as rencana, ${sql.ref(`${table}.version`)} as version
    from rencana_aksi_indikator i left join rencana_aksi_ra a on a.indikator = i.id left join kriteria_keberhasilan k on k.ra = a.id
      left join output_renaksi o on o.kk = k.id
    where ${sql.ref(`${table}.id`)} = ${id} limit 1`,
  )
}

/** Where a line stands, as the arrangement says. */
type Place = { readonly kode: string; readonly urutan: number }

export async function saveRa(tx: Tx, id: string, r: IsianRa & Place): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`insert into rencana_aksi_ra (id, indikator, urutan, jenis, kode, uraian, nonrutin, fase)
    values (${id}, ${r.indikator}, ${r.urutan}, ${r.jenis}, ${r.kode}, ${r.uraian}, ${r.nonrutin ?? null}, ${r.fase ?? null})
    on conflict (id) do update set indikator = excluded.indikator, urutan = excluded.urutan, jenis = excluded.jenis, kode = excluded.kode,
      uraian = excluded.uraian, nonrutin = excluded.nonrutin, fase = excluded.fase, version = rencana_aksi_ra.version + 1
    returning version`,
  )
  return row.version
}

export async function saveKriteria(tx: Tx, id: string, k: IsianKriteria & Place): Promise<number> {
  const row = await one(
    tx,
    sql<{ version: number }>`insert into kriteria_keberhasilan (id, ra, urutan, kode, uraian)
    values (${id}, ${k.ra}, ${k.urutan}, ${k.kode}, ${k.uraian})
    on conflict (id) do update set ra = excluded.ra, urutan = excluded.urutan, kode = excluded.kode, uraian = excluded.uraian,
      version = kriteria_keberhasilan.version + 1
    returning version`,
  )
  return row.version
}

export async function saveOutput(tx: Tx, id: string, o: IsianOutput & Place): Promise<number> {
  const f = toColumns(o.jumlah)
  const row = await one(
    tx,
    sql<{ version: number }>`
    insert into output_renaksi (id, kk, urutan, kode, uraian, status, nilai, kategori, min, maks, tercetak, satuan, triwulan, penanggung_jawab, mitigasi)
    values (${id}, ${o.kk}, ${o.urutan}, ${o.kode}, ${o.uraian}, ${f.status}, ${f.nilai}, ${f.kategori}, ${f.min}, ${f.maks}, ${f.tercetak},
      ${o.satuan ?? null}, ${o.triwulan ?? null}, ${o.penanggungJawab}, ${o.mitigasi ?? null})
    on conflict (id) do update set kk = excluded.kk, urutan = excluded.urutan, kode = excluded.kode, uraian = excluded.uraian,
      status = excluded.status, nilai = excluded.nilai, kategori = excluded.kategori, min = excluded.min, maks = excluded.maks,
      tercetak = excluded.tercetak, satuan = excluded.satuan, triwulan = excluded.triwulan, penanggung_jawab = excluded.penanggung_jawab,
      mitigasi = excluded.mitigasi, version = output_renaksi.version + 1
    returning version`,
  )
  return row.version
}

/** All lines of a new plan in four statements. */
export async function insertLines(tx: Tx, lines: NewLines): Promise<void> {
  const rows = (of: readonly unknown[]) => sql`${JSON.stringify(of)}::jsonb`
  await sql`insert into rencana_aksi_indikator (id, rencana_aksi, pk_indikator, urutan, nomor, sasaran, nama, status, nilai, kategori, min, maks,
      tercetak, sumber, keterangan, silsilah)
    select * from jsonb_to_recordset(${rows(lines.indikator)}) as r(id uuid, rencana uuid, "pkIndikator" uuid, urutan int, nomor text, sasaran text,
      nama text, status text, nilai numeric, kategori text, min numeric, maks numeric, tercetak text, sumber text, keterangan text, silsilah uuid)`.execute(
    tx,
  )
  await sql`insert into rencana_aksi_ra (id, indikator, urutan, jenis, kode, kode_tercetak, uraian, nonrutin, fase, sumber, keterangan, silsilah)
    select * from jsonb_to_recordset(${rows(lines.ra)}) as r(id uuid, indikator uuid, urutan int, jenis text, kode text, "kodeTercetak" text,
      uraian text, nonrutin boolean, fase text, sumber text, keterangan text, silsilah uuid)`.execute(tx)
  await sql`insert into kriteria_keberhasilan (id, ra, urutan, kode, kode_tercetak, uraian, tempat, sumber, keterangan, silsilah)
    select * from jsonb_to_recordset(${rows(lines.kriteria)}) as r(id uuid, ra uuid, urutan int, kode text, "kodeTercetak" text, uraian text,
      tempat int[], sumber text, keterangan text, silsilah uuid)`.execute(tx)
  await sql`insert into output_renaksi (id, kk, urutan, kode, kode_tercetak, uraian, status, nilai, kategori, min, maks, tercetak, satuan, triwulan,
      penanggung_jawab, mitigasi, disalin_dari, sumber, keterangan, silsilah)
    select * from jsonb_to_recordset(${rows(lines.output)}) as r(id uuid, kk uuid, urutan int, kode text, "kodeTercetak" text, uraian text,
      status text, nilai numeric, kategori text, min numeric, maks numeric, tercetak text, satuan text, triwulan text, "penanggungJawab" text[],
      mitigasi text, "disalinDari" jsonb, sumber text, keterangan text, silsilah uuid)`.execute(tx)
}

/** Places, codes and merged cells that followed from a change elsewhere: nobody wrote them, so the versions stay. */
export async function arrangeLines(tx: Tx, lines: readonly Letak[]): Promise<void> {
  const of = (jenis: JenisBaris) =>
    sql`jsonb_to_recordset(${JSON.stringify(lines.filter((l) => l.jenis === jenis))}::jsonb)
      as n(id uuid, urutan int, kode text, "disalinDari" jsonb)`
  await sql`update rencana_aksi_ra r set urutan = n.urutan, kode = n.kode, kode_tercetak = null from ${of('ra')} where r.id = n.id`.execute(
    tx,
  )
  await sql`update kriteria_keberhasilan r set urutan = n.urutan, kode = n.kode, kode_tercetak = null from ${of('kriteria')}
    where r.id = n.id`.execute(tx)
  await sql`update output_renaksi r set urutan = n.urutan, kode = n.kode, kode_tercetak = null, disalin_dari = n."disalinDari"
    from ${of('output')} where r.id = n.id`.execute(tx)
}

const CELL: Readonly<Record<BidangBersama, string>> = {
  jumlah: 'status, nilai, kategori, min, maks, tercetak, satuan',
  triwulan: 'triwulan',
  penanggungJawab: 'penanggung_jawab',
}

/** A merged cell is one value: every output that shares it takes its holder's. */
export async function shareCells(
  tx: Tx,
  shared: readonly { readonly bidang: BidangBersama; readonly pemegang: string; readonly id: string }[],
): Promise<void> {
  for (const [bidang, pairs] of Map.groupBy(shared, (s) => s.bidang)) {
    const columns = CELL[bidang].split(', ')
    const row = (of: string) => sql`row(${sql.join(columns.map((c) => sql.ref(`${of}.${c}`)))})`
    await sql`update output_renaksi o set version = o.version + 1, ${sql.join(columns.map((c) => sql`${sql.ref(c)} = h.${sql.ref(c)}`))}
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as n(id uuid, pemegang uuid) join output_renaksi h on h.id = n.pemegang
      where o.id = n.id and ${row('o')} is distinct from ${row('h')}`.execute(tx)
  }
}

export async function deleteLines(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from output_renaksi where id = any(${[...ids]}::uuid[])`.execute(tx)
  await sql`delete from kriteria_keberhasilan where id = any(${[...ids]}::uuid[])`.execute(tx)
  await sql`delete from rencana_aksi_ra where id = any(${[...ids]}::uuid[])`.execute(tx)
}
