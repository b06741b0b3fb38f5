// load → decide → save → tell, in the caller's transaction.
import { type Imported, inRow, lineOf, originOf } from '../indikator/indikator.ts'
import { scaleFault, toTemuan, unknownCodes, versionOn } from '../indikator/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Perbuatan } from '../platform/kernel/acts.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Figure, type FigureColumns, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { commandChain, officeOf } from '../unit-kerja/queries.ts'
import type { Crosscutting, DokumenRencana, PerencanaanFile, SimpulChange, SimpulKinerja } from './perencanaan.ts'
import { findingsOf } from './queries.ts'
import { inTreeOrder, refuseParent } from './rules.ts'
import { refuseDeletion } from './rules-penurunan.ts'
import * as store from './store.ts'

type Done = { readonly version: number }

/** Makes or changes a plan; `seen` is 0 where there was none yet. */
export async function saveDokumen(
  tx: Tx,
  ctx: Context,
  unit: string,
  dokumen: DokumenRencana,
  seen: number,
): Promise<Done | Refusal> {
  const now = await store.lockDokumen(tx, unit, dokumen.kode)
  if ((now?.version ?? 0) !== seen) return outdatedVersion(now ?? null, dokumen)
  const refusal = await refuseDokumen(tx, ctx, unit, dokumen)
  if (refusal) return refusal
  await store.saveDokumen(tx, dokumenRow(unit, dokumen, {}))
  await tell(tx, ctx, unit, 'dokumen-rencana.simpan', `dokumen-rencana/${unit}/${dokumen.kode}`, dokumen as Json)
  return { version: seen + 1 }
}

async function refuseDokumen(tx: Tx, ctx: Context, unit: string, d: DokumenRencana): Promise<Refusal | undefined> {
  if (!(await commandChain(tx, unit, ctx.today)).length)
    return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  if (d.tahunSampai < d.tahunDari)
    return refuse('TIDAK_VALID', 'Tahun akhir mendahului tahun awal dokumen.', { field: 'tahunSampai' })
  if (!d.induk) return undefined
  const above = await store.lockDokumen(tx, unit, d.induk)
  if (!above) return refuse('TIDAK_VALID', `Dokumen induk ${d.induk} belum ada pada ${unit}.`, { field: 'induk' })
  if (d.induk === d.kode || above.induk)
    return refuse('DITOLAK_ATURAN', `Dokumen ${d.induk} tidak dapat menjadi induk: pilih dokumen teratas yang lain.`, {
      field: 'induk',
    })
  return undefined
}

export async function createSimpul(
  tx: Tx,
  ctx: Context,
  unit: string,
  simpul: SimpulKinerja,
): Promise<(Done & { id: string }) | Refusal> {
  const dokumen = await store.lockDokumen(tx, unit, simpul.dokumen)
  if (!dokumen) return refuse('TIDAK_VALID', `Dokumen rencana ${simpul.dokumen} belum ada pada ${unit}.`, { field: 'dokumen' })
  const nodes = await store.listSimpul(tx, unit)
  const own = nodes.filter((n) => n.dokumen === simpul.dokumen)
  if (own.some((n) => n.kode === simpul.kode))
    return refuse('BENTROK', `Kode ${simpul.kode} sudah dipakai dalam ${simpul.dokumen}. Pakai kode lain.`, { field: 'kode' })
  const id = ctx.newId()
  const refusal =
    refuseParent({ id, dokumen: simpul.dokumen }, simpul.induk, nodes, dokumen.induk) ??
    (await refuseCodes(tx, unit, simpul.indikator))
  if (refusal) return refusal
  const urutan = Math.max(-1, ...own.map((n) => n.urutan)) + 1
  await store.insertSimpul(tx, { ...simpul, id, unit, urutan, sumber: originOf({}, simpul), keterangan: simpul.keterangan ?? null })
  await store.setIndikator(tx, id, unit, simpul.indikator)
  await tell(tx, ctx, unit, 'simpul.buat', `simpul/${unit}/${simpul.dokumen}/${simpul.kode}`, simpul as Json)
  return { id, version: 1 }
}

export async function changeSimpul(
  tx: Tx,
  ctx: Context,
  unit: string,
  id: string,
  change: SimpulChange,
  seen: number,
): Promise<Done | Refusal> {
  const found = (await store.listSimpul(tx, unit)).find((n) => n.id === id)
  if (!found) return refuse('TIDAK_DITEMUKAN', `Simpul itu tidak ada pada ${unit}.`)
  const dokumen = (await store.lockDokumen(tx, unit, found.dokumen))!
  // Read again behind the lock: whoever changed the tree before us is seen now.
  const nodes = await store.listSimpul(tx, unit)
  const now = nodes.find((n) => n.id === id)!
  if (now.version !== seen) return outdatedVersion(now, change)
  const { indikator, ...rest } = change
  const next = { ...now, ...rest }
  const refusal = refuseParent(next, next.induk, nodes, dokumen.induk) ?? (await refuseCodes(tx, unit, indikator ?? []))
  if (refusal) return refusal
  await store.updateSimpul(tx, next)
  if (indikator) await store.setIndikator(tx, id, unit, indikator)
  await tell(tx, ctx, unit, 'simpul.ubah', `simpul/${unit}/${now.dokumen}/${now.kode}`, { semula: now, menjadi: change } as Json)
  return { version: seen + 1 }
}

/** Takes a node away with the requests that nobody has accepted; the ledger keeps what it said. */
export async function deleteSimpul(tx: Tx, ctx: Context, unit: string, id: string, seen: number): Promise<Done | Refusal> {
  const found = (await store.listSimpul(tx, unit)).find((n) => n.id === id)
  if (!found) return refuse('TIDAK_DITEMUKAN', `Simpul itu tidak ada pada ${unit}.`)
  await store.lockDokumen(tx, unit, found.dokumen)
  const nodes = await store.listSimpul(tx, unit)
  const now = nodes.find((n) => n.id === id)
  if (!now) return refuse('TIDAK_DITEMUKAN', `Simpul ${found.kode} sudah dihapus orang lain.`)
  if (now.version !== seen) return outdatedVersion(now, null)
  const refusal = refuseDeletion(now, nodes, await store.listCrosscutting(tx, unit))
  if (refusal) return refusal
  await store.deleteSimpul(tx, id)
  await tell(tx, ctx, unit, 'simpul.hapus', `simpul/${unit}/${now.dokumen}/${now.kode}`, now as Json)
  return { version: seen + 1 }
}

async function refuseCodes(tx: Tx, unit: string, codes: readonly string[]): Promise<Refusal | undefined> {
  const [unknown] = await unknownCodes(tx, unit, codes)
  return unknown === undefined
    ? undefined
    : refuse('TIDAK_VALID', `Indikator ${unknown} tidak ada di kamus ${unit}. Tambahkan dahulu ke kamus.`, { field: 'indikator' })
}

/** The target of a year in the medium term; `seen` is 0 where there was none yet. What was known before stays readable. */
export async function setTarget(
  tx: Tx,
  ctx: Context,
  unit: string,
  kode: string,
  tahun: number,
  figure: Figure,
  seen: number,
): Promise<Done | Refusal> {
  const unknown = await refuseCodes(tx, unit, [kode])
  if (unknown) return { ...unknown, refused: 'TIDAK_DITEMUKAN', field: 'kode' }
  const before = await store.lockTarget(tx, unit, kode, tahun)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, figure)
  const outside = await outsideScale(tx, unit, kode, tahun, figure)
  if (outside) return refuse('DITOLAK_ATURAN', outside.detail, { field: 'target', rule: outside.aturan })
  const sumber = originOf({}, figure)
  await store.insertTarget(
    tx,
    ctx.newId(),
    { unit, kode, tahun, figure, sumber, keterangan: figure.keterangan ?? null },
    before,
    ctx.now,
  )
  await tell(tx, ctx, unit, 'target.tetapkan', `target/${unit}/${kode}/${tahun}`, {
    semula: before ?? null,
    menjadi: figure,
  } as Json)
  return { version: seen + 1 }
}

async function outsideScale(tx: Tx, unit: string, kode: string, tahun: number, figure: Figure) {
  const versi = await versionOn(tx, unit, kode, `${tahun}-12-31`)
  return versi && scaleFault('target', figure, versi)
}

/** A node's unit asks another for its contribution. Asked again after a refusal, the answer is open again. */
export async function proposeCrosscutting(tx: Tx, ctx: Context, unit: string, asked: Crosscutting): Promise<Done | Refusal> {
  const node = (await store.listSimpul(tx, unit)).find((n) => n.id === asked.simpul)
  if (!node) return refuse('TIDAK_VALID', `Simpul itu tidak ada pada ${unit}.`, { field: 'simpul' })
  if (asked.unit === unit)
    return refuse('TIDAK_VALID', 'Crosscutting meminta kontribusi satuan kerja lain, bukan satuan kerja simpul itu sendiri.', {
      field: 'unit',
    })
  if (!(await commandChain(tx, asked.unit, ctx.today)).length)
    return refuse('TIDAK_VALID', `Satuan kerja ${asked.unit} tidak dikenal.`, { field: 'unit' })
  const before = await store.lockCrosscutting(tx, asked.simpul, asked.unit)
  if (before && before.status !== 'DITOLAK')
    return refuse('BENTROK', `Kontribusi ${asked.unit} pada simpul ${node.kode} sudah diminta.`, { field: 'unit' })
  await store.saveCrosscutting(tx, {
    ...asked,
    status: 'DIUSULKAN',
    alasan: null,
    unitTercetak: [],
    sumber: null,
    keterangan: null,
  })
  await tell(tx, ctx, unit, 'crosscutting.usulkan', `crosscutting/${asked.simpul}/${asked.unit}`, asked, { status: 'DIUSULKAN' })
  return { version: (before?.version ?? 0) + 1 }
}

/** The asked unit accepts, or refuses and says why. */
export async function answerCrosscutting(
  tx: Tx,
  ctx: Context,
  unit: string,
  simpul: string,
  answer: 'DITERIMA' | 'DITOLAK',
  alasan: string | null,
  seen: number,
): Promise<Done | Refusal> {
  const now = await store.lockCrosscutting(tx, simpul, unit)
  if (!now) return refuse('TIDAK_DITEMUKAN', `Tidak ada permintaan kontribusi kepada ${unit} dari simpul itu.`)
  if (now.version !== seen) return outdatedVersion(now, { status: answer, alasan })
  if (now.status !== 'DIUSULKAN') return refuse('DITOLAK_ATURAN', `Permintaan ini sudah dijawab: ${now.status}.`)
  if (answer === 'DITOLAK' && !alasan?.trim())
    return refuse('TIDAK_VALID', 'Sebutkan alasan penolakan agar pengusul dapat memperbaikinya.', { field: 'alasan' })
  await store.saveCrosscutting(tx, { ...now, status: answer, alasan })
  const act = answer === 'DITERIMA' ? 'crosscutting.terima' : 'crosscutting.tolak'
  await tell(
    tx,
    ctx,
    unit,
    act,
    `crosscutting/${simpul}/${unit}`,
    { kontribusi: now.kontribusi },
    { status: answer, note: alasan ?? undefined },
  )
  return { version: seen + 1 }
}

/** The asking unit takes its request back, answered or not. */
export async function withdrawCrosscutting(
  tx: Tx,
  ctx: Context,
  unit: string,
  simpul: string,
  asked: string,
  seen: number,
): Promise<Done | Refusal> {
  const now = await store.lockCrosscutting(tx, simpul, asked)
  if (!now || now.unitSimpul !== unit)
    return refuse('TIDAK_DITEMUKAN', `Tidak ada permintaan kontribusi kepada ${asked} dari simpul itu.`)
  if (now.version !== seen) return outdatedVersion(now, null)
  await store.deleteCrosscutting(tx, simpul, asked)
  await tell(tx, ctx, unit, 'crosscutting.tarik', `crosscutting/${simpul}/${asked}`, {
    kontribusi: now.kontribusi,
    semula: now.status,
  })
  return { version: seen + 1 }
}

/** Loads a plan with its tree, contributions and targets. A row that says nothing new is not counted. */
export async function importPerencanaan(tx: Tx, ctx: Context, file: PerencanaanFile): Promise<Imported | Refusal> {
  const { unit, dokumen, dokumenInduk } = file
  let dimuat = 0
  const plans = dokumenInduk ? [dokumenInduk, { ...dokumen, induk: dokumenInduk.kode }] : [dokumen]
  for (const plan of plans) {
    const before = await store.lockDokumen(tx, unit, plan.kode)
    const refusal = await refuseDokumen(tx, ctx, unit, plan)
    if (refusal) return inRow(refusal, plan === plans.at(-1) ? 'dokumen' : 'dokumenInduk', originOf(file, plan))
    const row = dokumenRow(unit, plan, file)
    if (before && same(before, row)) continue
    await store.saveDokumen(tx, row)
    dimuat++
  }
  const ids = await loadSimpul(tx, ctx, file)
  if (isRefusal(ids)) return ids
  const asked = await loadCrosscutting(tx, ctx, file, ids.byKode)
  if (isRefusal(asked)) return asked
  const targets = await loadTarget(tx, ctx, file)
  if (isRefusal(targets)) return targets
  dimuat += ids.dimuat + asked.dimuat + targets.dimuat
  const detail = { berkas: file.berkas ?? null, sha256: sha256(canonical(file as unknown as Json)), dimuat }
  await tell(tx, ctx, unit, 'perencanaan.impor', `dokumen-rencana/${unit}/${dokumen.kode}`, detail)
  return { dimuat, temuan: [...(await findingsOf(tx, unit, dokumen.kode)), ...targets.temuan] }
}

async function loadSimpul(
  tx: Tx,
  ctx: Context,
  file: PerencanaanFile,
): Promise<{ byKode: Map<string, string>; dimuat: number } | Refusal> {
  const { unit } = file
  const order = inTreeOrder(file.simpul)
  if (!order)
    return refuse('DITOLAK_ATURAN', 'Simpul dalam berkas saling menjadi induk; pohon kinerja tidak boleh melingkar.', {
      field: 'simpul',
      rule: 'PH-03',
    })
  const nodes: Omit<store.SimpulRow, 'version'>[] = await store.listSimpul(tx, unit)
  const byKode = new Map<string, string>()
  let dimuat = 0
  for (const row of order) {
    const [urutan, dokumen, sumber] = [file.simpul.indexOf(row), row.dokumen ?? file.dokumen.kode, originOf(file, row)]
    const at = (refusal: Refusal) => inRow(refusal, `simpul[${urutan}]`, sumber)
    if (dokumen !== file.dokumen.kode && dokumen !== file.dokumenInduk?.kode)
      return at(refuse('TIDAK_VALID', `Dokumen ${dokumen} tidak ada dalam berkas ini.`, { field: 'dokumen' }))
    if (byKode.has(row.kode)) return at(refuse('BENTROK', `Kode ${row.kode} dipakai dua kali dalam berkas.`, { field: 'kode' }))
    const before = nodes.find((n) => n.dokumen === dokumen && n.kode === row.kode)
    const id = before?.id ?? ctx.newId()
    const induk = row.induk === null ? null : (byKode.get(row.induk) ?? '')
    const above = dokumen === file.dokumen.kode ? (file.dokumenInduk?.kode ?? null) : null
    const refusal = refuseParent({ id, dokumen }, induk, nodes, above) ?? (await refuseCodes(tx, unit, row.indikator))
    if (refusal) return at(refusal)
    byKode.set(row.kode, id)
    const { kode, jenis, pernyataan, indikator } = row
    const next = { id, unit, dokumen, kode, induk, jenis, pernyataan, urutan, sumber, keterangan: row.keterangan ?? null }
    if (before && same(before, { ...next, indikator })) continue
    await (before ? store.updateSimpul : store.insertSimpul)(tx, next)
    await store.setIndikator(tx, id, unit, indikator)
    nodes.splice(before ? nodes.indexOf(before) : nodes.length, 1, { ...next, indikator })
    dimuat++
  }
  return { byKode, dimuat }
}

/** What a signed paper prints as a contribution was agreed when it was signed: it is taken as accepted. */
async function loadCrosscutting(
  tx: Tx,
  ctx: Context,
  file: PerencanaanFile,
  byKode: Map<string, string>,
): Promise<{ dimuat: number } | Refusal> {
  let dimuat = 0
  for (const [i, row] of file.crosscutting.entries()) {
    const sumber = originOf(file, row)
    const simpul = byKode.get(row.simpul)
    if (!simpul)
      return inRow(
        refuse('TIDAK_VALID', `Simpul ${row.simpul} tidak ada dalam berkas ini.`, { field: 'simpul' }),
        `crosscutting[${i}]`,
        sumber,
      )
    if (!(await commandChain(tx, row.unit, ctx.today)).length)
      return inRow(
        refuse('TIDAK_VALID', `Satuan kerja ${row.unit} tidak dikenal.`, { field: 'unit' }),
        `crosscutting[${i}]`,
        sumber,
      )
    const before = await store.lockCrosscutting(tx, simpul, row.unit)
    const { status = 'DITERIMA', alasan = null } = before ?? {}
    const next = {
      simpul,
      unit: row.unit,
      kontribusi: row.kontribusi,
      status,
      alasan,
      unitTercetak: [row.unitTercetak ?? []].flat(),
      sumber,
      keterangan: row.keterangan ?? null,
    }
    if (before && same(before, next)) continue
    await store.saveCrosscutting(tx, next)
    dimuat++
  }
  return { dimuat }
}

async function loadTarget(tx: Tx, ctx: Context, file: PerencanaanFile): Promise<Imported | Refusal> {
  const { unit } = file
  const temuan: Imported['temuan'] = []
  const first = new Map<string, FigureColumns>()
  let dimuat = 0
  for (const [i, row] of file.target.entries()) {
    const { indikator: kode, tahun, target: figure } = row
    const [sumber, line, place] = [originOf(file, row, figure), lineOf(row, figure), `target ${kode} tahun ${tahun}`]
    const refusal = await refuseCodes(tx, unit, [kode])
    if (refusal) return inRow(refusal, `target[${i}]`, sumber)
    const outside = await outsideScale(tx, unit, kode, tahun, figure)
    if (outside) temuan.push(toTemuan(outside, place, line, 'scale', figure.tercetak ?? null))
    const columns = toColumns(figure)
    const earlier = first.get(place)
    if (earlier) {
      if (!same(earlier, { ...columns, tercetak: earlier.tercetak }))
        temuan.push({ ...toTemuan(TWICE, place, line, 'cross-table', columns.tercetak), seharusnya: earlier.tercetak })
      continue
    }
    first.set(place, columns)
    const before = await store.lockTarget(tx, unit, kode, tahun)
    const keterangan = figure.keterangan ?? row.keterangan ?? null
    if (before && same(before, { ...columns, sumber, keterangan })) continue
    await store.insertTarget(tx, ctx.newId(), { unit, kode, tahun, figure, sumber, keterangan }, before, ctx.now)
    dimuat++
  }
  return { dimuat, temuan }
}

const TWICE = {
  field: 'target',
  aturan: 'HT-01',
  berat: 'sedang',
  detail: 'Naskah mencetak target tahun itu dua kali dengan nilai berbeda. Yang pertama dipakai; ganti bila yang lain yang benar.',
} as const

function dokumenRow(unit: string, d: DokumenRencana, file: { berkas?: string }): Omit<store.DokumenRow, 'version'> {
  const { kode, jenis, nama, tahunDari, tahunSampai, induk = null } = d
  return { unit, kode, jenis, nama, tahunDari, tahunSampai, induk, sumber: originOf(file, d), keterangan: d.keterangan ?? null }
}

/** Whether `row` already says all that `next` says. */
function same(row: object, next: object): boolean {
  return Object.entries(next).every(([key, value]) => canonical((row as Record<string, Json>)[key] ?? null) === canonical(value))
}

type Reached = { readonly status?: string; readonly note?: string }

async function tell(
  tx: Tx,
  ctx: Context,
  unit: string,
  act: Perbuatan,
  subject: string,
  detail: Json,
  reached: Reached = {},
): Promise<void> {
  await record(tx, ctx, { office: await officeOf(tx, unit, ctx.today), act, subject, detail, ...reached })
}
