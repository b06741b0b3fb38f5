// How a draft begins: empty, from the plan, as a revision, or as another year of what was agreed.
import { record } from '../platform/audit/ledger.ts'
import { type Tx, undoable, violates } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { commandChain, findUnit, officeOf } from '../unit-kerja/queries.ts'
import { renumber } from './commands.ts'
import type { SasaranRencana } from './dari-rencana.ts'
import type { DrafBaru } from './perjanjian-kinerja.ts'
import { subjectOf as subject, TERBUKA } from './perjanjian-kinerja.ts'
import { kamusOf, linesFromPlan } from './queries.ts'
import { bentukOf, findBentuk } from './rules.ts'
import * as store from './store.ts'
import { groupIn } from './susunan.ts'

/** The first draft of a year, or (after one that is DITETAPKAN) a revision with its legal reason. */
export async function createDraft(tx: Tx, ctx: Context, draf: DrafBaru): Promise<{ id: string; version: number } | Refusal> {
  const { unit, tahun } = draf
  if (!(await findUnit(tx, unit, ctx.today))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const bentuk = bentukOf(tahun)
  if (!bentuk)
    return refuse('TIDAK_VALID', `Belum ada bentuk Perjanjian Kinerja untuk tahun ${tahun} dalam paket peraturan.`, {
      field: 'tahun',
    })
  const before = (await store.listVersions(tx, unit, tahun)).at(-1)
  if (before && before.status !== 'DITETAPKAN' && before.status !== 'DIPUBLIKASI')
    return refuse(
      'BENTROK',
      `Perjanjian Kinerja ${unit} tahun ${tahun} sudah disusun (versi ${before.versi}, ${before.status}). Lanjutkan yang itu.`,
      { field: 'tahun' },
    )
  if (before && !draf.alasanRevisi)
    return refuse(
      'DITOLAK_ATURAN',
      'Perjanjian Kinerja yang sudah ditetapkan hanya dapat direvisi dengan salah satu alasan yang sah.',
      { field: 'alasanRevisi', rule: 'PermenPANRB 53/2014' },
    )
  const source = draf.salinDari ? await store.findPk(tx, draf.salinDari) : undefined
  if (draf.salinDari && (before || source?.unit !== unit || source.tahun >= tahun || !TERBUKA.includes(source.status)))
    return refuse(
      'TIDAK_VALID',
      'Draf baru hanya dapat disalin dari Perjanjian Kinerja yang ditetapkan pada tahun sebelumnya, dari satuan kerja yang sama.',
      { field: 'salinDari' },
    )
  if (draf.dariRencana && (before || source))
    return refuse('TIDAK_VALID', 'Hanya draf pertama suatu tahun, dan tanpa salinan, yang dapat dimulai dari rencana.', {
      field: 'dariRencana',
    })
  const plan = draf.dariRencana ? await linesFromPlan(tx, unit, tahun) : []
  if (draf.dariRencana && !plan.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Rencana ${unit} tahun ${tahun} belum memuat tujuan atau sasaran yang indikatornya ada di kamus. Lengkapi pohon kinerjanya, atau mulai dengan cara lain.`,
      { field: 'dariRencana', rule: 'PK-10' },
    )
  await recordsAt(tx, ctx.now)
  const id = ctx.newId()
  const versi = (before?.versi ?? 0) + 1
  const [pertama, kedua] = await partiesOf(tx, ctx, draf)
  try {
    await undoable(tx, () =>
      store.insertPk(tx, {
        id,
        unit,
        tahun,
        versi,
        bentuk: bentuk.kode,
        status: 'DRAFT',
        asal: 'SISTEM',
        alasanRevisi: before ? (draf.alasanRevisi ?? null) : null,
        namaPertama: pertama?.nama ?? null,
        nipPertama: pertama?.nip ?? null,
        jabatanPertama: pertama?.jabatan ?? null,
        namaKedua: kedua?.nama ?? null,
        nipKedua: kedua?.nip ?? null,
        jabatanKedua: kedua?.jabatan ?? null,
        cetakanLain: [],
        tanggal: null,
        sumber: null,
        keterangan: null,
        isiSha256: null,
        dasarRevisi: before ? (draf.dasarRevisi ?? null) : null,
      }),
    )
  } catch (error) {
    if (violates(error, 'perjanjian_kinerja_unit_tahun_versi_key'))
      return refuse('BENTROK', 'Perjanjian Kinerja itu baru saja disusun orang lain. Buka yang itu.', { field: 'tahun' })
    throw error
  }
  if (before) await copyLines(tx, ctx, before.id, id)
  else if (source) await carryLines(tx, ctx, source, (await store.findPk(tx, id))!)
  else if (plan.length) await plantLines(tx, ctx, plan, (await store.findPk(tx, id))!)
  const office = await officeOf(tx, unit, ctx.today)
  await record(tx, ctx, {
    office,
    act: 'perjanjian-kinerja.susun',
    subject: subject({ unit, tahun, versi }),
    status: 'DRAFT',
    note: draf.alasanRevisi ?? undefined,
    detail: {
      id,
      ...(source && { salinDari: source.id }),
      ...(plan.length && { dariRencana: plan.length }),
      ...(before && draf.dasarRevisi && { dasarRevisi: draf.dasarRevisi }),
    },
  })
  return { id, version: 1 }
}

/** As the draft says, else who holds the office today and who holds the one above it. */
async function partiesOf(tx: Tx, ctx: Context, { unit, pihakPertama, pihakKedua }: DrafBaru) {
  const chain = (await commandChain(tx, unit, ctx.today)).map((u) => u.kode)
  const holders = await store.listHolders(tx, chain, ctx.today)
  const above = chain.slice(1).flatMap((kode) => holders.filter((h) => h.unit === kode))[0]
  return [pihakPertama ?? holders.find((h) => h.unit === unit), pihakKedua ?? (above && { ...above, nip: null })]
}

/** A new year begins with the lines and targets of an earlier one, in the groups and numbers of its own form. */
async function carryLines(tx: Tx, ctx: Context, from: store.PkRow, to: store.PkRow): Promise<void> {
  await copyLines(tx, ctx, from.id, to.id, {
    kelompok: (kode) => groupIn(findBentuk(to.bentuk)!, kode),
    kode: await knownCodes(tx, from.id, to),
  })
  await renumber(tx, to)
}

/** A new year begins with what the unit's plan aims at; its targets are proposed beside the cells, not written. */
async function plantLines(tx: Tx, ctx: Context, plan: readonly SasaranRencana[], to: store.PkRow): Promise<void> {
  const none = { nomor: null, sumber: null, keterangan: null }
  const sasaran = plan.map(({ kelompok, uraian }, at) => ({
    ...none,
    id: ctx.newId(),
    pk: to.id,
    urutan: at + 1,
    nomor: String(at + 1),
    kelompok,
    uraian,
  }))
  const indikator = plan.flatMap((s, at) =>
    s.indikator.map((i, n) => ({ ...newLine, ...none, ...i, id: ctx.newId(), sasaran: sasaran[at]!.id, urutan: n + 1 })),
  )
  await store.insertLines(tx, { sasaran, indikator, target: [] }, ctx.now)
  await renumber(tx, to)
}

const newLine = { nilaiLebih: [], alasanTarget: null, dasarTarget: null, bersama: null, bersamaVersi: null }

/** The codes that the dictionary of the new year still has; a line without one is a finding (PK-10). */
async function knownCodes(tx: Tx, from: string, to: store.PkRow): Promise<(kode: string | null) => string | null> {
  const known = await kamusOf(
    tx,
    to,
    (await store.listIndikator(tx, from)).map((i) => i.kode),
  )
  return (kode) => (kode !== null && known.has(kode) ? kode : null)
}

type Carried = { readonly kelompok: (kode: string) => string; readonly kode: (kode: string | null) => string | null }

/** A revision begins with the lines of the version before, as they are; a new year says what becomes of them. */
async function copyLines(tx: Tx, ctx: Context, from: string, to: string, carried?: Carried): Promise<void> {
  // A line of another year does not stand on the paper that it was copied from.
  const place = carried && { sumber: null, keterangan: null }
  const renamed = new Map<string, string>()
  const fresh = (id: string) => renamed.get(id) ?? renamed.set(id, ctx.newId()).get(id)!
  const sasaran = (await store.listSasaran(tx, from)).map((s) => ({
    ...s,
    ...place,
    id: fresh(s.id),
    pk: to,
    kelompok: carried?.kelompok(s.kelompok) ?? s.kelompok,
  }))
  const indikator = (await store.listIndikator(tx, from)).map((i) => ({
    ...i,
    ...place,
    // Reasons are those of a year, and so is what others issue.
    ...(carried && { alasanTarget: null, dasarTarget: null, bersama: null, bersamaVersi: null }),
    id: fresh(i.id),
    sasaran: fresh(i.sasaran),
    kode: carried ? carried.kode(i.kode) : i.kode,
    nilaiLebih: [],
  }))
  const target = (await store.listTarget(tx, from)).map((t) => ({
    ...t,
    ...(carried && { sumber: null, tercetak: null }),
    indikator: fresh(t.indikator),
  }))
  await store.insertLines(tx, { sasaran, indikator, target }, ctx.now)
}
