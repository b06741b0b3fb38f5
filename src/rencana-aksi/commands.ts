// load → decide → save → tell, in the caller's transaction.
import { type Imported, originOf } from '../indikator/indikator.ts'
import { permits } from '../pengguna/queries.ts'
import { unkeepable } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Tx, undoable, violates } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { fromColumns, KOSONG, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Day } from '../platform/kernel/time.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import { paperLines, refuseFigures } from './naskah.ts'
import { refusePerubahan } from './perubahan.ts'
import { linesOf, namesOf, pkLines, temuanOf, visibleRencana } from './queries.ts'
import {
  type DrafBaru,
  type IsianKriteria,
  type IsianOutput,
  type IsianRa,
  type JenisBaris,
  type RencanaAksiFile,
  subjectOf as subject,
  TERBUKA,
} from './rencana-aksi.ts'
import { copyLines } from './salinan.ts'
import * as perubahanStore from './store/perubahan.ts'
import * as store from './store.ts'
import {
  arrange,
  changesIn,
  differing,
  holdersOf,
  type Letak,
  leave,
  place,
  refuseRemoval,
  type Susunan,
  share,
  sharersOf,
  susunanOf,
  without,
} from './susunan.ts'

const SUSUN = 'rencana-aksi.susun'

/** A draft with one row for each indicator of the agreement; with the lines of another plan where one is to be copied. */
export async function createDraft(
  tx: Tx,
  ctx: Context,
  isi: DrafBaru,
): Promise<{ id: string; version: number; tidakDisalin: string[] } | Refusal> {
  const { unit, tahun, salinDari } = isi
  if (!(await findUnit(tx, unit, ctx.today))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const before = (await store.listVersions(tx, unit, tahun)).at(-1)
  const perubahan = isi.perubahan ? await perubahanStore.lockPerubahan(tx, isi.perubahan) : undefined
  const taken = before && refuseVersion(before, perubahan, ctx.today)
  if (taken) return taken
  const source = salinDari ? await visibleRencana(tx, ctx, salinDari) : undefined
  if (isRefusal(source)) return source
  if (source && source.unit !== unit)
    return refuse('TIDAK_VALID', `Yang disalin harus Rencana Aksi ${unit} sendiri.`, { field: 'salinDari' })
  const lines = await pkLines(tx, unit, tahun)
  if (!lines.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Belum ada Perjanjian Kinerja ${unit} tahun ${tahun} dengan indikator. Susun dahulu perjanjiannya.`,
      { field: 'tahun', rule: 'RA-09' },
    )
  await recordsAt(tx, ctx.now)
  const id = ctx.newId()
  const versi = (before?.versi ?? 0) + 1
  const keterangan = perubahan ? `Perubahan (${perubahan.alasan}): ${perubahan.keputusanForum}` : null
  const row = { id, unit, tahun, versi, status: 'DRAFT', asal: 'SISTEM', sumber: null, keterangan, isiSha256: null } as const
  try {
    await undoable(tx, () => store.insertRencana(tx, row))
  } catch (error) {
    if (violates(error, 'rencana_aksi_unit_tahun_versi_key'))
      return refuse('BENTROK', 'Rencana Aksi itu baru saja disusun orang lain. Buka yang itu.', { field: 'tahun' })
    throw error
  }
  const indikator = lines.map((line, at) => ({
    id: ctx.newId(),
    rencana: id,
    pkIndikator: line.id,
    urutan: at + 1,
    nomor: line.nomorSasaran,
    sasaran: line.sasaran,
    nama: line.nama,
    ...(line.target.TAHUNAN ?? toColumns(KOSONG)),
    sumber: null,
    keterangan: null,
  }))
  const copied = copyLines(
    indikator,
    source ? await linesOf(tx, source.id) : [],
    source ? await namesOf(tx, source) : new Map(),
    ctx.newId,
  )
  await store.insertLines(tx, copied)
  if (perubahan) await perubahanStore.saveDraf(tx, perubahan.id, id)
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: SUSUN,
    subject: subject(row),
    status: 'DRAFT',
    detail: {
      id,
      indikator: lines.length,
      ...(source && { salinDari: source.id, ra: copied.ra.length, output: copied.output.length }),
      ...(perubahan && { perubahan: perubahan.id }),
    },
  })
  return { id, version: 1, tidakDisalin: copied.tidakDisalin }
}

/** One draft at a time; beside a plan in force only the change of it that was approved (RA-10). */
function refuseVersion(
  before: store.RencanaRow,
  perubahan: perubahanStore.PerubahanRow | undefined,
  today: Day,
): Refusal | undefined {
  if (TERBUKA.includes(before.status) && perubahan?.rencana === before.id) return refusePerubahan(perubahan, [], today)
  const hint = TERBUKA.includes(before.status)
    ? 'Perubahannya diusulkan dan diputuskan dahulu dalam Forum Kinerja Triwulanan.'
    : 'Lanjutkan yang itu.'
  const what = `Rencana Aksi ${before.unit} tahun ${before.tahun} sudah ada (versi ${before.versi}, ${before.status}).`
  return refuse('BENTROK', `${what} ${hint}`, { field: 'tahun' })
}

export type Isian =
  | { readonly kind: 'ra'; readonly isi: IsianRa }
  | { readonly kind: 'kriteria'; readonly isi: IsianKriteria }
  | { readonly kind: 'output'; readonly isi: IsianOutput }

const PARENT = { ra: 'indikator', kriteria: 'ra', output: 'kriteria' } as const
const parentId = (isian: Isian) =>
  isian.kind === 'ra' ? isian.isi.indikator : isian.kind === 'kriteria' ? isian.isi.ra : isian.isi.kk

/** The plan, locked, where it is a draft that the actor may write; else the refusal. */
async function lockDraft(tx: Tx, ctx: Context, id: string): Promise<store.RencanaRow | Refusal> {
  const plan = await store.lockRencana(tx, id)
  if (!plan) return refuse('TIDAK_DITEMUKAN', 'Rencana Aksi itu tidak ada.')
  const forbidden = await permits(tx, ctx, SUSUN, plan.unit)
  if (forbidden) return forbidden
  await recordsAt(tx, ctx.now)
  if (plan.status === 'DRAFT') return plan
  const way = TERBUKA.includes(plan.status)
    ? 'Perubahannya diusulkan lewat Forum Kinerja Triwulanan.'
    : 'Minta dikembalikan dahulu bila perlu diubah.'
  return refuse('TERSEGEL', `Rencana Aksi berstatus ${plan.status}. ${way}`, { rule: 'RA-10' })
}

/** Creates (`seen` 0, with an id of the client's), changes or moves one RA, criterion or output of a draft. */
export async function saveLine(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  isian: Isian,
  seen: number,
): Promise<{ version: number; kode: string } | Refusal> {
  const plan = await lockDraft(tx, ctx, id)
  if (isRefusal(plan)) return plan
  if ((await store.findLine(tx, PARENT[isian.kind], parentId(isian)))?.rencana !== id)
    return refuse('TIDAK_VALID', 'Induk baris itu tidak ada dalam Rencana Aksi ini.', {
      field: isian.kind === 'ra' ? 'indikator' : isian.kind === 'kriteria' ? 'ra' : 'kk',
    })
  const unkept = isian.kind === 'output' ? unkeepable(toColumns(isian.isi.jumlah)) : undefined
  if (unkept) return refuse('TIDAK_VALID', unkept, { field: 'jumlah' })
  const found = await store.findLine(tx, isian.kind, baris)
  if (found && found.rencana !== id) return refuse('BENTROK', 'Baris itu milik Rencana Aksi lain.', { field: 'baris' })
  if ((found?.version ?? 0) !== seen) return outdatedVersion(found ? await currentLine(tx, isian.kind, id, baris) : null, isian.isi)
  const lines = await linesOf(tx, id)
  const before = susunanOf(lines)
  const line = { jenis: isian.kind, id: baris, induk: parentId(isian), kode: null, disalinDari: null }
  const placed = place(before, line, isian.isi.urutan)
  const holders = holdersOf(before)
  const holdersAfter = (isi: IsianOutput) =>
    isi.bersama ? share(placed, holders, baris, isi.bersama) : leave(holders, baris, differing(lines, holders, baris, isi))
  const after = arrange(placed, isian.kind === 'output' ? holdersAfter(isian.isi) : holders)
  const { kode, urutan } = after.baris.find((b) => b.id === baris)!
  const version = await save(tx, baris, isian, kode!, urutan)
  const renumbered = changesIn(before, after)
  await store.arrangeLines(tx, renumbered)
  await store.shareCells(tx, sharersOf(after))
  await record(tx, ctx, {
    office: await officeOf(tx, plan.unit, ctx.today),
    act: `rencana-aksi.isi-${isian.kind}`,
    subject: subject(plan),
    status: plan.status,
    detail: JSON.parse(JSON.stringify({ baris, ...isian.isi, kode, ...renamed(before, renumbered) })) as Json,
  })
  return { version, kode: kode! }
}

/** Takes one line with what hangs below it out of a draft. The ledger keeps the words. */
export async function removeLine(
  tx: Tx,
  ctx: Context,
  id: string,
  jenis: JenisBaris,
  baris: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const plan = await lockDraft(tx, ctx, id)
  if (isRefusal(plan)) return plan
  const found = await store.findLine(tx, jenis, baris)
  if (found?.rencana !== id)
    return refuse('TIDAK_DITEMUKAN', 'Baris itu tidak ada (lagi) dalam Rencana Aksi ini.', { field: 'baris' })
  if (found.version !== seen) return outdatedVersion(await currentLine(tx, jenis, id, baris), null)
  const lines = await linesOf(tx, id)
  const before = susunanOf(lines)
  const indikator = lines.find((i) => i.ra.some((a) => a.id === baris))
  const required = indikator && refuseRemoval(before, baris, indikator)
  if (required) return required
  const { susunan, hilang } = without(before, baris)
  const after = arrange(susunan, holdersOf(before))
  await store.deleteLines(tx, hilang)
  const renumbered = changesIn(before, after)
  await store.arrangeLines(tx, renumbered)
  const gone = lines
    .flatMap((i) => i.ra)
    .flatMap((a) => [a, ...a.kk, ...a.kk.flatMap((k) => k.output)])
    .find((l) => l.id === baris)
  await record(tx, ctx, {
    office: await officeOf(tx, plan.unit, ctx.today),
    act: `rencana-aksi.hapus-${jenis}`,
    subject: subject(plan),
    status: plan.status,
    detail: JSON.parse(JSON.stringify({ baris, terhapus: gone, ...renamed(before, renumbered) })) as Json,
  })
  return { version: plan.version }
}

/** What the ledger says of lines that got another code: old and new. */
function renamed(before: Susunan, changed: readonly Letak[]): { kodeBaru?: Record<string, string> } {
  const known = new Map(before.baris.map((b) => [b.id, b.kode]))
  const codes = changed.filter((b) => known.has(b.id) && known.get(b.id) !== b.kode)
  return codes.length ? { kodeBaru: Object.fromEntries(codes.map((b) => [b.id, `${known.get(b.id)} → ${b.kode}`])) } : {}
}

function save(tx: Tx, id: string, isian: Isian, kode: string, urutan: number): Promise<number> {
  if (isian.kind === 'ra') return store.saveRa(tx, id, { ...isian.isi, kode, urutan })
  if (isian.kind === 'kriteria') return store.saveKriteria(tx, id, { ...isian.isi, kode, urutan })
  return store.saveOutput(tx, id, { ...isian.isi, kode, urutan })
}

async function currentLine(tx: Tx, kind: JenisBaris, plan: string, id: string): Promise<unknown> {
  if (kind === 'ra') return (await store.listRa(tx, plan)).find((row) => row.id === id) ?? null
  if (kind === 'kriteria') return (await store.listKriteria(tx, plan)).find((row) => row.id === id) ?? null
  const row = (await store.listOutput(tx, plan)).find((o) => o.id === id)
  return row ? { ...row, jumlah: fromColumns(row) } : null
}

/** Keeps a plan that was signed before the program, as it is: repeated codes, merged cells and missing criteria included. */
export async function importRencanaAksi(
  tx: Tx,
  ctx: Context,
  file: RencanaAksiFile,
): Promise<(Imported & { id: string }) | Refusal> {
  if (!(await findUnit(tx, file.unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${file.unit} tidak dikenal. Muat dahulu satuan kerjanya.`, { field: 'unit' })
  const digest = sha256(canonical(file as unknown as Json))
  const before = (await store.listVersions(tx, file.unit, file.tahun)).find((v) => v.versi === file.versi)
  if (before && before.isiSha256 !== digest)
    return refuse('BENTROK', `Rencana Aksi ${file.unit} tahun ${file.tahun} versi ${file.versi} sudah ada dengan isi lain.`, {
      field: 'versi',
    })
  if (before) return { id: before.id, dimuat: 0, temuan: await temuanOf(tx, before) }
  const { unit, tahun, versi } = file
  const unkept = refuseFigures(file)
  if (unkept) return unkept
  await recordsAt(tx, ctx.now)
  const id = ctx.newId()
  const row = {
    id,
    unit,
    tahun,
    versi,
    status: 'DITETAPKAN',
    asal: 'SEBELUM_SISTEM',
    sumber: originOf({}, file),
    keterangan: file.keterangan ?? null,
    isiSha256: digest,
  } as const
  await store.insertRencana(tx, row)
  const lines = paperLines(ctx.newId, id, file, await pkLines(tx, unit, tahun))
  await store.insertLines(tx, lines)
  const detail = {
    berkas: file.berkas ?? null,
    sha256: digest,
    ra: lines.ra.length,
    kriteria: lines.kriteria.length,
    output: lines.output.length,
  }
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: 'rencana-aksi.impor',
    subject: subject(file),
    status: 'DITETAPKAN',
    detail,
  })
  return { id, dimuat: lines.output.length, temuan: await temuanOf(tx, { ...row, version: 1 }) }
}
