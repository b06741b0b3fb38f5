// Reads offered to later rooms, and what the routes show: who may see a draft, and who may see a NIP.
import { dpaOf } from '../anggaran/queries.ts'
import { resultsOf, versionsOn } from '../indikator/queries.ts'
import { permits } from '../pengguna/queries.ts'
import { aimsOfYear, listTargets } from '../perencanaan/queries.ts'
import { listLines } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Format } from '../platform/documents/press.ts'
import { named, type Printed } from '../platform/documents/print.ts'
import type { Files } from '../platform/files/files.ts'
import type { Context } from '../platform/kernel/context.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Day } from '../platform/kernel/time.ts'
import { signedFile } from '../platform/signing/sign-paper.ts'
import { commandChain, findUnit, officeOf } from '../unit-kerja/queries.ts'
import { fromPlan, type SasaranRencana } from './dari-rencana.ts'
import { isSealed } from './fields.ts'
import { getBentuk, type PkPaper, perjanjianKinerja } from './perjanjian-kinerja.document.ts'
import { type Kamus, type Naskah, type PeriodeTarget, subjectOf, TERBUKA, type TemuanPk } from './perjanjian-kinerja.ts'
import { bentukOf, checkPerjanjianKinerja, namaKelompok } from './rules.ts'
import { type BersamaRow, listBersama } from './store/bersama.ts'
import * as store from './store.ts'

export { tandaTanganOf } from '../pengguna/queries-tanda-tangan.ts'
export type { IndikatorRow, PkRow, SasaranRow, TargetRow } from './store.ts'
export { findPk, listVersions } from './store.ts'
export { WORKFLOW, WORKFLOW_PK } from './workflow.ts'

export const LIHAT_DRAF = 'perjanjian-kinerja.lihat-draf'
const SUSUN = 'perjanjian-kinerja.susun'

export type Lines = {
  readonly sasaran: readonly (store.SasaranRow & {
    readonly indikator: readonly (store.IndikatorRow & {
      readonly target: Readonly<Partial<Record<PeriodeTarget, store.TargetRow>>>
    })[]
  })[]
}

/** The lines of an agreement with their targets as known now, or as known at an instant. */
export async function linesOf(on: Db, pk: string, knownAt?: string): Promise<Lines> {
  const sasaran = await store.listSasaran(on, pk, knownAt)
  const indikator = await store.listIndikator(on, pk, knownAt)
  const target = Map.groupBy(await store.listTarget(on, pk, knownAt ?? null), (t) => t.indikator)
  const bySasaran = Map.groupBy(indikator, (i) => i.sasaran)
  return {
    sasaran: sasaran.map((s) => ({
      ...s,
      indikator: (bySasaran.get(s.id) ?? []).map((i) => ({
        ...i,
        target: Object.fromEntries((target.get(i.id) ?? []).map((t) => [t.periode, t])),
      })),
    })),
  }
}

/** The agreement in force of a unit and year: the newest version that is DITETAPKAN or published; undefined where there is none. */
export async function inForce(on: Db, unit: string, tahun: number): Promise<store.PkRow | undefined> {
  return (await store.listVersions(on, unit, tahun)).findLast((v) => v.status === 'DITETAPKAN' || v.status === 'DIPUBLIKASI')
}

/** The agreement that plans act for: the one in force, or else the newest draft. */
export async function actedFor(on: Db, unit: string, tahun: number): Promise<store.PkRow | undefined> {
  return (await inForce(on, unit, tahun)) ?? (await store.listVersions(on, unit, tahun)).at(-1)
}

/** What became of each line of an indicator, of any version, in the agreement that plans act for; without those it no longer has. */
export async function heirsOf(on: Db, unit: string, tahun: number): Promise<ReadonlyMap<string, string>> {
  const now = await actedFor(on, unit, tahun)
  return now ? heirsIn(on, unit, tahun, now.id) : new Map()
}

/** The same in one version of the agreement. */
export async function heirsIn(on: Db, unit: string, tahun: number, pk: string): Promise<ReadonlyMap<string, string>> {
  const lines = await store.listLineage(on, unit, tahun)
  const heirs = new Map(lines.filter((l) => l.pk === pk).map((l) => [l.silsilah, l.id]))
  return new Map(lines.flatMap((l) => (heirs.has(l.silsilah) ? [[l.id, heirs.get(l.silsilah)!]] : [])))
}

/** The day by which dictionary versions and office holders are looked up: that of signing, where it falls within the year. */
const dayOf = ({ tahun, tanggal }: Pick<store.PkRow, 'tahun' | 'tanggal'>): Day =>
  tanggal?.startsWith(`${tahun}-`) ? tanggal : `${tahun}-12-31`

/** What the rules need of the dictionary, last year's results and the plan, by indicator code. */
export async function kamusOf(
  on: Db,
  pk: Pick<store.PkRow, 'unit' | 'tahun' | 'tanggal'>,
  codes: readonly (string | null)[],
): Promise<Map<string, Kamus>> {
  const known = [...new Set(codes)].filter((kode) => kode !== null)
  const planned = new Map((await listTargets(on, pk.unit, pk.tahun)).map((t) => [t.indikator, t]))
  const results = await resultsOf(on, pk.unit, known, pk.tahun - 1)
  const found = new Map<string, Kamus>()
  for (const [kode, version] of await versionsOn(on, pk.unit, known, dayOf(pk))) {
    const { REALISASI, TARGET } = results.get(kode) ?? {}
    const rencana = planned.get(kode)
    const {
      definisi = null,
      caraUkur = null,
      satuan,
      sumberData = null,
      polaritas,
      agregasi,
      perTriwulan,
      skalaMin = null,
      skalaMaks = null,
    } = version
    found.set(kode, {
      definisi,
      caraUkur,
      satuan,
      sumberData,
      polaritas,
      agregasi,
      polaritasTriwulan: Object.fromEntries(
        Object.entries(perTriwulan ?? {}).flatMap(([q, own]) => (own?.polaritas ? [[q, own.polaritas]] : [])),
      ),
      skalaMin,
      skalaMaks,
      hasilLalu: REALISASI ? fromColumns(REALISASI) : null,
      sumberHasil: REALISASI?.sumber ?? null,
      targetLalu: TARGET ? fromColumns(TARGET) : null,
      sumberTargetLalu: TARGET?.sumber ?? null,
      targetRencana: rencana ? fromColumns(rencana) : null,
      sumberRencana: rencana?.sumber ?? null,
    })
  }
  return found
}

const lineIn = (sumber: string | null) => {
  const match = /:(\d+)/.exec(sumber ?? '')
  return match ? Number(match[1]) : null
}

export function naskahOf(pk: store.PkRow, { sasaran }: Lines): Naskah {
  const { unit, tahun, bentuk, asal, tanggal, cetakanLain } = pk
  return {
    unit,
    tahun,
    bentuk,
    asal,
    tanggal,
    cetakanLain,
    pihakPertama: { nama: pk.namaPertama, nip: pk.nipPertama, jabatan: pk.jabatanPertama },
    pihakKedua: { nama: pk.namaKedua, nip: pk.nipKedua, jabatan: pk.jabatanKedua },
    sasaran: sasaran.map((s) => ({
      nomor: s.nomor,
      kelompok: s.kelompok,
      uraian: s.uraian,
      baris: lineIn(s.sumber),
      indikator: s.indikator.map((i) => ({
        ...i,
        target: Object.fromEntries(Object.entries(i.target).map(([periode, t]) => [periode, fromColumns(t)])),
        baris: lineIn(i.sumber),
      })),
    })),
  }
}

/** What other offices issue for this agreement, and what it has received. */
export async function itemsFor(on: Db, { id, unit, tahun }: Pick<store.PkRow, 'id' | 'unit' | 'tahun'>): Promise<BersamaRow[]> {
  const perangkatDaerah = (await officeOf(on, unit, `${tahun}-12-31`)) === unit
  return listBersama(on, { tahun, unit, perangkatDaerah, diterimaDalam: id })
}

/** What PK-01 to PK-14 see in a stored agreement. */
export async function temuanOf(on: Db, pk: store.PkRow, today: Day): Promise<TemuanPk[]> {
  const naskah = naskahOf(pk, await linesOf(on, pk.id))
  const kamus = await kamusOf(
    on,
    pk,
    naskah.sasaran.flatMap((s) => s.indikator.map((i) => i.kode)),
  )
  const chain = pk.tanggal ? (await commandChain(on, pk.unit, pk.tanggal)).map((u) => u.kode) : []
  const holders = pk.tanggal ? await store.listHolders(on, chain, pk.tanggal) : []
  return checkPerjanjianKinerja(naskah, {
    kamus: (kode) => (kode === null ? undefined : kamus.get(kode)),
    // What is issued after it was signed asks nothing of it.
    bersama: pk.asal === 'SISTEM' && !TERBUKA.includes(pk.status) ? await itemsFor(on, pk) : [],
    dpaDisahkan: (await dpaOf(on, pk.unit, pk.tahun, today))?.disahkan ?? null,
    pemegang: { unit: holders.filter((h) => h.unit === pk.unit), atasan: holders.filter((h) => h.unit !== pk.unit) },
    today,
  })
}

/** An agreement that the actor may see, and whether also what only those who work on it see (drafts, NIP). */
export async function visiblePk(on: Db, ctx: Context, id: string): Promise<{ pk: store.PkRow; inside: boolean } | Refusal> {
  const pk = await store.findPk(on, id)
  const inside = pk !== undefined && (await permits(on, ctx, LIHAT_DRAF, pk.unit)) === undefined
  if (!pk || (!inside && !TERBUKA.includes(pk.status)))
    return refuse('TIDAK_DITEMUKAN', 'Perjanjian Kinerja itu tidak ada, atau masih draf satuan kerja lain.')
  return { pk, inside }
}

/** Whether the actor may edit the lines now: what greys the table is what the commands refuse by. */
export async function mayEdit(on: Db, ctx: Context, pk: store.PkRow): Promise<boolean> {
  return !isSealed('indikator.nama', pk.status) && (await permits(on, ctx, SUSUN, pk.unit)) === undefined
}

/** The unit's newest agreement of an earlier year that took effect, with its lines. */
export async function lastAgreement(on: Db, unit: string, tahun: number): Promise<(Lines & { tahun: number }) | undefined> {
  const earlier = await store.listPk(on, { unit, drafts: [], limit: 50 })
  const last = earlier
    .filter((p) => p.tahun < tahun && p.status !== 'DIGANTI')
    .sort((a, b) => b.tahun - a.tahun || b.versi - a.versi)[0]
  return last && { tahun: last.tahun, ...(await linesOf(on, last.id)) }
}

/** The lines that a draft of this year would begin with, taken from the unit's own plans. */
export async function linesFromPlan(on: Db, unit: string, tahun: number): Promise<SasaranRencana[]> {
  const bentuk = bentukOf(tahun)
  const simpul = bentuk ? await aimsOfYear(on, unit, tahun) : []
  if (!bentuk || !simpul.length) return []
  const kamus = await versionsOn(on, unit, [...new Set(simpul.flatMap((s) => s.indikator))], `${tahun}-12-31`)
  const before = ((await lastAgreement(on, unit, tahun))?.sasaran ?? []).flatMap(({ kelompok, indikator }) =>
    indikator.flatMap(({ kode, sumberData }) => (kode === null ? [] : [[kode, { kelompok, sumberData }] as const])),
  )
  return fromPlan(simpul, kamus, bentuk, new Map(before))
}

/** Whether and with what the actor may begin a draft of a unit and year: empty, from the plan or an earlier year, or as a revision. */
export async function beginningOf(on: Db, ctx: Context, unit: string, tahun: number) {
  const last = (await store.listVersions(on, unit, tahun)).at(-1)
  const open = !last || last.status === 'DITETAPKAN' || last.status === 'DIPUBLIKASI'
  const boleh = open && bentukOf(tahun) !== undefined && (await permits(on, ctx, SUSUN, unit)) === undefined
  if (!boleh) return { boleh, revisi: false, sumber: [], rencana: { sasaran: 0, indikator: 0 } }
  const earlier = await store.listPk(on, { unit, drafts: [], limit: 50 })
  const plan = last ? [] : await linesFromPlan(on, unit, tahun)
  return {
    boleh,
    revisi: last !== undefined,
    sumber: last ? [] : earlier.filter((p) => p.tahun < tahun && p.status !== 'DIGANTI'),
    rencana: { sasaran: plan.length, indikator: plan.flatMap((s) => s.indikator).length },
  }
}

/** Agreements that the actor may see: what is DITETAPKAN of everybody, drafts where the permission table says so. */
export async function listVisible(
  on: Db,
  ctx: Context,
  filter: { unit?: string; tahun?: number; after?: readonly string[]; limit: number },
): Promise<store.PkRow[]> {
  const may = async (unit: string | undefined) => (await permits(on, ctx, LIHAT_DRAF, unit)) === undefined
  if (await may(undefined)) return store.listPk(on, { ...filter, drafts: 'SEMUA' })
  const asked = filter.unit ? [filter.unit] : [...new Set(ctx.actor.peran.map((p) => p.unit))]
  const drafts: string[] = []
  for (const unit of asked) if (await may(unit)) drafts.push(unit)
  return store.listPk(on, { ...filter, drafts })
}

/**
 * The agreement on paper, as it stands now: the same stored agreement gives the same document. Without the NIP for who
 * does not work on it (`inside`).
 */
export async function paperOf(on: Db, pk: store.PkRow, inside: boolean): Promise<Document> {
  return perjanjianKinerja(await snapshotOf(on, pk, inside))
}

/** As it is downloaded: the signed file itself where there is one, for who may see all of it; else printed from the data. */
export async function printOf(on: Db, files: Files, pk: store.PkRow, inside: boolean, format: Format): Promise<Document | Printed> {
  const document = await paperOf(on, pk, inside)
  const signed = inside && format === 'pdf' ? await signedFile(on, files, subjectOf(pk)) : undefined
  return signed ? named(signed, `${document.title} bertanda tangan`, format) : document
}

/** Everything that the paper shows, read now. */
export async function snapshotOf(on: Db, pk: store.PkRow, inside: boolean): Promise<PkPaper> {
  const day = dayOf(pk)
  const { sasaran } = await linesOf(on, pk.id)
  const root = (await commandChain(on, pk.unit, day)).at(-1)?.kode ?? pk.unit
  const nameOf = async (unit: string) => (await findUnit(on, unit, day))?.nama ?? unit
  const [last] = await listLines(on, { subject: subjectOf(pk) }, 1)
  return {
    bentuk: getBentuk(pk.bentuk),
    tahun: pk.tahun,
    versi: pk.versi,
    konsep: !TERBUKA.includes(pk.status),
    pemerintah: `Pemerintah ${await nameOf(root)}`,
    unitKerja: await nameOf(pk.unit),
    tanggal: pk.tanggal,
    pihakPertama: { nama: pk.namaPertama, nip: inside ? pk.nipPertama : null, jabatan: pk.jabatanPertama },
    pihakKedua: { nama: pk.namaKedua, nip: null, jabatan: pk.jabatanKedua },
    sasaran: sasaran.map((s) => ({
      ...s,
      indikator: s.indikator.map((i) => ({
        ...i,
        target: Object.fromEntries(Object.entries(i.target).map(([periode, t]) => [periode, fromColumns(t)])),
      })),
    })),
    diambil: last?.at ?? `${day}T00:00:00.000Z`,
  }
}

/** The agreement in force of a year on paper, else its newest draft, marked as one; with its NIP: for who runs the program. */
export async function paperOfYear(on: Db, unit: string, tahun: number): Promise<Document | Refusal> {
  const pk = (await inForce(on, unit, tahun)) ?? (await store.listVersions(on, unit, tahun)).at(-1)
  return pk
    ? paperOf(on, pk, true)
    : refuse('TIDAK_DITEMUKAN', `Belum ada Perjanjian Kinerja ${unit} tahun ${tahun}.`, { field: 'unit' })
}

/** What the form of the agreement calls a group: `Sasaran Strategis`. */
export function groupName(pk: Pick<store.PkRow, 'bentuk'>, kelompok: string): string {
  return namaKelompok(getBentuk(pk.bentuk), kelompok)
}
