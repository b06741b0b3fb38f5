// Reads offered to later rooms, and what the routes show.
import { permits } from '../pengguna/queries.ts'
import { tandaTanganOf } from '../pengguna/queries-tanda-tangan.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import { listLines } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Format } from '../platform/documents/press.ts'
import { named, type Printed } from '../platform/documents/print.ts'
import type { Files } from '../platform/files/files.ts'
import type { Context } from '../platform/kernel/context.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { signedFile } from '../platform/signing/sign-paper.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import type { Lines } from './baris.ts'
import { type RencanaAksiPaper, rencanaAksi } from './rencana-aksi.document.ts'
import { type BarisPk, bentukRencanaAksiOf, type Rencana, subjectOf, TERBUKA } from './rencana-aksi.ts'
import { checkRencanaAksi } from './rules.ts'
import * as store from './store.ts'
import type { TemuanRa } from './temuan.ts'

export type { Lines, OutputRow } from './baris.ts'
export type { PerubahanRow } from './store/perubahan.ts'
export { listPerubahan, listUsulan } from './store/perubahan.ts'
export type { RencanaRow } from './store.ts'
export { findRencana, listVersions } from './store.ts'
export { standing, WORKFLOW, WORKFLOW_RA } from './workflow.ts'

export const LIHAT_DRAF = 'rencana-aksi.lihat-draf'
const SUSUN = 'rencana-aksi.susun'

/** The lines of a plan as known now, or as known at an instant. */
export async function linesOf(on: Db, plan: string, at?: string): Promise<Lines> {
  const indikator = await store.listIndikator(on, plan, at)
  const ra = Map.groupBy(await store.listRa(on, plan, at), (a) => a.indikator)
  const kriteria = Map.groupBy(await store.listKriteria(on, plan, at), (k) => k.ra)
  const output = Map.groupBy(await store.listOutput(on, plan, at), (o) => o.kk)
  return indikator.map((i) => ({
    ...i,
    ra: (ra.get(i.id) ?? []).map((a) => ({
      ...a,
      kk: (kriteria.get(a.id) ?? []).map((k) => ({ ...k, output: output.get(k.id) ?? [] })),
    })),
  }))
}

/** The plan in force of a unit and year; undefined where there is none. */
export async function inForce(on: Db, unit: string, tahun: number): Promise<store.RencanaRow | undefined> {
  return (await store.listVersions(on, unit, tahun)).findLast((v) => v.status === 'DITETAPKAN' || v.status === 'DIPUBLIKASI')
}

/** The lines of the agreement that a plan acts for: of the one in force, or else of the newest draft. */
export async function pkLines(on: Db, unit: string, tahun: number): Promise<BarisPk[]> {
  const pk = await perjanjian.actedFor(on, unit, tahun)
  if (!pk) return []
  return (await perjanjian.linesOf(on, pk.id)).sasaran.flatMap((s) =>
    s.indikator.map((i) => ({
      id: i.id,
      nomorSasaran: s.nomor,
      nomor: i.nomor,
      sasaran: s.uraian,
      nama: i.nama,
      target: Object.fromEntries(Object.entries(i.target).map(([periode, t]) => [periode, fromColumns(t)])),
    })),
  )
}

/** The names of each indicator of a plan: as the agreement has it, and as the plan prints it, which may differ (RA-09). */
export async function namesOf(on: Db, plan: store.RencanaRow): Promise<ReadonlyMap<string, readonly string[]>> {
  const agreed = new Map((await pkLines(on, plan.unit, plan.tahun)).map((l) => [l.id, l.nama]))
  const names = (await store.listIndikator(on, plan.id)).map((i) => {
    const both = [agreed.get(i.pkIndikator ?? ''), i.nama, i.nomor && `indikator ${i.nomor}`]
    return [i.id, both.filter((name) => typeof name === 'string')] as const
  })
  return new Map(names)
}

const lineIn = (sumber: string | null) => {
  const match = /:(\d+)/.exec(sumber ?? '')
  return match ? Number(match[1]) : null
}

function rencanaOf({ asal }: store.RencanaRow, lines: Lines, heirs: ReadonlyMap<string, string>): Rencana {
  return {
    asal,
    indikator: lines.map((i) => ({
      id: i.id,
      nomor: i.nomor,
      sasaran: i.sasaran,
      nama: i.nama,
      target: fromColumns(i),
      baris: lineIn(i.sumber),
      pk: heirs.get(i.pkIndikator ?? '') ?? i.pkIndikator,
      ra: i.ra.map((a) => ({
        ...a,
        baris: lineIn(a.sumber),
        kk: a.kk.map((k) => ({
          ...k,
          baris: lineIn(k.sumber),
          output: k.output.map((o) => ({ ...o, jumlah: fromColumns(o), baris: lineIn(o.sumber) })),
        })),
      })),
    })),
  }
}

/** What RA-01 to RA-09 see in a stored plan. */
export async function temuanOf(on: Db, plan: store.RencanaRow): Promise<TemuanRa[]> {
  const heirs = await perjanjian.heirsOf(on, plan.unit, plan.tahun)
  return checkRencanaAksi(rencanaOf(plan, await linesOf(on, plan.id), heirs), await pkLines(on, plan.unit, plan.tahun))
}

/** A plan that the actor may see: of everybody once DITETAPKAN, as a draft where the permission table says so. */
export async function visibleRencana(on: Db, ctx: Context, id: string): Promise<store.RencanaRow | Refusal> {
  const plan = await store.findRencana(on, id)
  if (plan && (TERBUKA.includes(plan.status) || !(await permits(on, ctx, LIHAT_DRAF, plan.unit)))) return plan
  return refuse('TIDAK_DITEMUKAN', 'Rencana Aksi itu tidak ada, atau masih draf satuan kerja lain.')
}

export async function listVisible(
  on: Db,
  ctx: Context,
  filter: { unit?: string; tahun?: number; after?: readonly string[]; limit: number },
): Promise<store.RencanaRow[]> {
  const may = async (unit: string | undefined) => (await permits(on, ctx, LIHAT_DRAF, unit)) === undefined
  if (await may(undefined)) return store.listRencana(on, { ...filter, drafts: 'SEMUA' })
  const asked = filter.unit ? [filter.unit] : [...new Set(ctx.actor.peran.map((p) => p.unit))]
  const drafts: string[] = []
  for (const unit of asked) if (await may(unit)) drafts.push(unit)
  return store.listRencana(on, { ...filter, drafts })
}

/** How the form names the group of each line of the agreement. */
async function groupsOf(on: Db, unit: string, tahun: number): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, string>()
  const pk = await perjanjian.actedFor(on, unit, tahun)
  for (const s of pk ? (await perjanjian.linesOf(on, pk.id)).sasaran : [])
    for (const i of s.indikator) groups.set(i.id, perjanjian.groupName(pk!, s.kelompok))
  // A plan may still name the lines of the version before.
  for (const [before, now] of await perjanjian.heirsOf(on, unit, tahun)) if (groups.has(now)) groups.set(before, groups.get(now)!)
  return groups
}

/** What the page of a plan needs beside its lines: the form, the groups, and whether the actor may write in it. */
export async function frameOf(on: Db, ctx: Context, plan: store.RencanaRow) {
  const { unit, tahun, status } = plan
  const { kode, berkelompok, kolom } = bentukRencanaAksiOf(tahun)
  const bolehUbah = status === 'DRAFT' && !(await permits(on, ctx, SUSUN, unit))
  return { bentuk: { kode, berkelompok, kolom: [...kolom] }, kelompok: await groupsOf(on, unit, tahun), bolehUbah }
}

/** What a draft can be made from, for somebody of that office. */
export async function draftSources(on: Db, ctx: Context, unit: string, tahun: number) {
  const agreed = await pkLines(on, unit, tahun)
  const versions = await store.listVersions(on, unit, tahun)
  const plans = [...(await store.listVersions(on, unit, tahun - 1)), ...versions].filter((v) => TERBUKA.includes(v.status))
  const salin = await Promise.all(
    plans.map(async ({ id, tahun: year, versi, status }) => {
      const lines = (await linesOf(on, id)).flatMap((i) => i.ra)
      const output = lines.flatMap((a) => a.kk).flatMap((k) => k.output).length
      return { id, tahun: year, versi, status, ra: lines.length, output }
    }),
  )
  return {
    boleh: (await permits(on, ctx, SUSUN, unit)) === undefined,
    indikator: agreed.length,
    perluPerubahan: versions.length > 0,
    draf: versions.find((v) => !TERBUKA.includes(v.status))?.versi ?? null,
    salin,
  }
}

/** The plan on paper, with the parties and groups of the agreement it acts for; without NIP for who does not work on it. */
export async function paperOf(on: Db, ctx: Context, plan: store.RencanaRow): Promise<Document> {
  const inside = (await permits(on, ctx, LIHAT_DRAF, plan.unit)) === undefined
  return rencanaAksi(await snapshotOf(on, plan, inside))
}

/** As it is downloaded: the signed file itself where there is one, for who may see all of it; else printed from the data. */
export async function printOf(
  on: Db,
  ctx: Context,
  files: Files,
  plan: store.RencanaRow,
  format: Format,
): Promise<Document | Printed> {
  const inside = (await permits(on, ctx, LIHAT_DRAF, plan.unit)) === undefined
  const document = rencanaAksi(await snapshotOf(on, plan, inside))
  const signed = inside && format === 'pdf' ? await signedFile(on, files, subjectOf(plan)) : undefined
  return signed ? named(signed, `${document.title} bertanda tangan`, format) : document
}

/** Who has signed so far; null before the first signature. */
export async function tandaTanganFor(on: Db, ctx: Context, plan: store.RencanaRow) {
  return tandaTanganOf(on, subjectOf(plan), (await permits(on, ctx, LIHAT_DRAF, plan.unit)) === undefined)
}

/** Everything that the paper shows, read now. */
export async function snapshotOf(on: Db, plan: store.RencanaRow, inside: boolean): Promise<RencanaAksiPaper> {
  const { unit, tahun, versi, status } = plan
  const pk = (await perjanjian.inForce(on, unit, tahun)) ?? (await perjanjian.listVersions(on, unit, tahun)).at(-1)
  const groups = await groupsOf(on, unit, tahun)
  const [last] = await listLines(on, { subject: subjectOf(plan) }, 1)
  return {
    tahun,
    versi,
    konsep: !TERBUKA.includes(status),
    unitKerja: (await findUnit(on, unit, `${tahun}-12-31`))?.nama ?? unit,
    tanggal: pk?.tanggal ?? null,
    pemilik: { nama: pk?.namaPertama ?? null, nip: inside ? (pk?.nipPertama ?? null) : null, jabatan: pk?.jabatanPertama ?? null },
    penilai: { nama: pk?.namaKedua ?? null, nip: null, jabatan: pk?.jabatanKedua ?? null },
    indikator: (await linesOf(on, plan.id)).map((i) => ({
      ...i,
      kelompok: (i.pkIndikator && groups.get(i.pkIndikator)) ?? null,
      target: fromColumns(i),
      ra: i.ra.map((a) => ({
        ...a,
        kk: a.kk.map((k) => ({ ...k, output: k.output.map((o) => ({ ...o, jumlah: fromColumns(o) })) })),
      })),
    })),
    diambil: last?.at ?? `${tahun}-01-01T00:00:00.000Z`,
  }
}

/** The plan in force of a year on paper, else its newest draft, marked as one. */
export async function paperOfYear(on: Db, ctx: Context, unit: string, tahun: number): Promise<Document | Refusal> {
  const plan = (await inForce(on, unit, tahun)) ?? (await store.listVersions(on, unit, tahun)).at(-1)
  return plan
    ? paperOf(on, ctx, plan)
    : refuse('TIDAK_DITEMUKAN', `Belum ada Rencana Aksi ${unit} tahun ${tahun}.`, { field: 'unit' })
}
