// Saving a whole sheet at once, and the progress of an output of the action plan.
import { permits } from '../pengguna/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { canonical } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Figure, KOSONG, toColumns } from '../platform/kernel/figure.ts'
import { readNumber } from '../platform/kernel/read-number.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { officeOf } from '../unit-kerja/queries.ts'
import { claim, commit, open, type Saved, unknownBukti } from './commands.ts'
import { formulaOf, inputsOf } from './formula.ts'
import type { Hasil, Loaded, Tabel, Versi } from './hasil.ts'
import type { IsianMasukan } from './masukan.ts'
import { measure } from './measure.ts'
import { readLembar, storedLembar, toIsian } from './pengisian.ts'
import type { Kemajuan, Lembar, Place } from './pengukuran.ts'
import { loadBahan } from './queries-bahan.ts'
import { readIsian, refusalOfMasukan } from './rules.ts'
import * as kemajuan from './store/kemajuan.ts'
import * as store from './store.ts'
import { readTabel } from './tabel-dikirim.ts'
import { sealed } from './workflow.ts'

/** Variables, value or state, evidence, obstacles: one indicator's quarter as the clerk leaves it, all or nothing. */
export async function saveLembar(tx: Tx, ctx: Context, at: Place, lembar: Lembar, seen: number): Promise<Saved | Refusal> {
  const opened = await open(tx, at, seen, lembar)
  const bahan = await loadBahan(tx, at.unit, yearOf(at.periode))
  if (isRefusal(opened)) return opened.refused === 'VERSI_USANG' ? withStored(tx, bahan, at, opened) : opened
  const { versi } = opened
  const wrong = refusedLembar(bahan, at, versi, lembar) ?? (await unknownBukti(tx, lembar.bukti))
  if (wrong) return wrong
  const direct = lembar.cara === 'RUMUS' ? undefined : readIsian(versi, toIsian(lembar))
  if (isRefusal(direct)) return direct
  const { tabel } = readLembar(bahan, at, versi, lembar)
  await replaceMasukan(tx, ctx, at, bahan, tabel)
  const figure = direct ?? proposed(measure(await loadBahan(tx, at.unit, yearOf(at.periode)), at.unit, at.kode, at.periode).hasil)
  await claim(tx, ctx, at, direct ? 'DIUSULKAN' : 'DIUKUR', figure, { ...toIsian(lembar), pihak: at.unit })
  const hambatan = lembar.hambatan?.trim() || null
  const tindakLanjut = lembar.tindakLanjut?.trim() || null
  return commit(tx, ctx, at, { ...opened.row, hambatan, tindakLanjut, version: seen + 1 }, 'pengukuran.isi', {
    figure,
    cara: lembar.cara,
    masukan: tabel.map(({ nama, isian }) => ({ nama, isian: isian.map(({ dimensi, nilai }) => ({ dimensi, ...nilai })) })),
    keterangan: lembar.keterangan ?? null,
    hambatan,
    tindakLanjut,
    bukti: lembar.bukti.map((b) => b.sha256),
  })
}

async function withStored(tx: Tx, bahan: Loaded, at: Place, outdated: Refusal): Promise<Refusal> {
  const versi = bahan.versi(at.unit, at.kode, at.periode)!
  const row = await store.findPengukuran(tx, at.unit, at.kode, at.periode)
  return { ...outdated, current: { version: row?.version ?? 0, lembar: storedLembar(bahan, at, versi, row) } }
}

function refusedLembar(bahan: Loaded, at: Place, versi: Versi, lembar: Lembar): Refusal | undefined {
  const { cara, keterangan } = lembar
  if (cara === 'RUMUS' && !formulaOf(versi))
    return refuse('TIDAK_VALID', `Indikator ${versi.kode} tidak mempunyai rumus. Isi nilainya langsung.`, { field: 'cara' })
  if (cara !== 'RUMUS' && cara !== 'NILAI' && !keterangan?.trim())
    return refuse('TIDAK_VALID', 'Tuliskan alasannya, agar yang memeriksa tahu mengapa nilainya belum ada.', {
      field: 'keterangan',
    })
  return refusalOfMasukan(readLembar(bahan, at, versi, lembar).salah)
}

/** Only a table that changed is written anew, so that the history shows what changed. */
async function replaceMasukan(tx: Tx, ctx: Context, at: Place, bahan: Loaded, tabel: readonly Tabel[]): Promise<void> {
  const stored = bahan.tabel(at.unit, at.kode, at.periode, 'MASUKAN')
  const plain = (t: Tabel | undefined) => canonical((t?.isian ?? []).map(({ dimensi, nilai }) => ({ dimensi, ...nilai })))
  for (const nama of new Set([...stored, ...tabel].map((t) => t.nama))) {
    const wanted = tabel.find((t) => t.nama === nama)
    if (plain(wanted) === plain(stored.find((t) => t.nama === nama))) continue
    await store.supersedeMasukan(tx, at.unit, at.kode, at.periode, nama, ctx.now)
    for (const [urutan, { dimensi, nilai }] of (wanted?.isian ?? []).entries())
      await store.insertMasukan(
        tx,
        { id: ctx.newId(), ...at, tabel: nama, urutan, dimensi, ...nilai, sumber: null },
        ctx.actor.id,
        ctx.now,
      )
  }
}

/** What the formula gives is what the office proposes; while it gives nothing, the proposal is empty. */
function proposed({ cara, nilai }: Hasil): Figure {
  const computed = cara === 'RUMUS' || cara === 'AGREGASI'
  return computed && nilai.status === 'NILAI' ? { status: 'NILAI', nilai: nilai.nilai, tercetak: nilai.tampil } : KOSONG
}

/** The raw inputs of a formula: a whole table for one period, in place of the one before. */
export async function saveTabel(
  tx: Tx,
  ctx: Context,
  at: Place,
  nama: string,
  isian: readonly IsianMasukan[],
  seen: number,
): Promise<Saved | Refusal> {
  const opened = await open(tx, at, seen, isian)
  if (isRefusal(opened)) return opened
  const read = await withinBounds(tx, at, opened.versi, nama, isian)
  if (isRefusal(read)) return read
  await store.supersedeMasukan(tx, at.unit, at.kode, at.periode, nama, ctx.now)
  for (const [urutan, row] of read.entries())
    await store.insertMasukan(
      tx,
      { id: ctx.newId(), ...at, tabel: nama, urutan, dimensi: row.dimensi, ...toColumns(row.nilai), sumber: null },
      ctx.actor.id,
      ctx.now,
    )
  return commit(tx, ctx, at, { ...opened.row, version: seen + 1 }, 'pengukuran.isi-tabel', {
    tabel: nama,
    isian: read.map(({ dimensi, nilai }) => ({ dimensi, ...toColumns(nilai) })),
  })
}

/** As it is stored, or what of it is outside the bounds of its rule. */
async function withinBounds(tx: Tx, at: Place, versi: Versi, nama: string, isian: readonly IsianMasukan[]) {
  const stored = (await loadBahan(tx, at.unit, yearOf(at.periode))).tabel(at.unit, at.kode, at.periode, 'MASUKAN')
  const read = readTabel(inputsOf(formulaOf(versi)), nama, isian, stored)
  return refusalOfMasukan(read.salah) ?? read.isian
}

/** How much of an output was done, with note and evidence: while its quarter is open and its plan in force. */
export async function saveKemajuan(
  tx: Tx,
  ctx: Context,
  { unit, output }: { unit: string; output: string },
  isian: Kemajuan,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const place = await kemajuan.lockOutput(tx, output)
  if (place?.unit !== unit)
    return refuse('TIDAK_DITEMUKAN', `Keluaran itu tidak ada dalam Rencana Aksi ${unit}.`, { field: 'output' })
  const denied = await permits(tx, ctx, 'pengukuran.isi', unit)
  if (denied) return denied
  if (place.status !== 'DITETAPKAN' && place.status !== 'DIPUBLIKASI')
    return refuse('TERSEGEL', 'Rencana Aksi ini belum atau tidak lagi berlaku. Isi kemajuan pada Rencana Aksi yang ditetapkan.', {
      rule: 'status',
    })
  const seal = place.triwulan
    ? sealed(undefined, (await store.findPeriode(tx, `${place.tahun}-${place.triwulan}`))?.status)
    : undefined
  if (seal) return seal
  const [current] = await kemajuan.listKemajuan(tx, [output])
  if ((current?.version ?? 0) !== seen) return outdatedVersion(current, isian)
  const figure = readKemajuan(isian, place.satuan)
  if (isRefusal(figure)) return figure
  const missing = await unknownBukti(tx, isian.bukti)
  if (missing) return missing
  const catatan = isian.catatan?.trim() || null
  await kemajuan.saveKemajuan(tx, { output, ...toColumns(figure), catatan, version: seen + 1 }, isian.bukti, ctx.actor.id, ctx.now)
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: 'kemajuan-output.isi',
    subject: `kemajuan-output/${output}`,
    status: figure.status,
    detail: { kode: place.kode, figure, catatan, bukti: isian.bukti.map((b) => b.sha256) },
  })
  return { version: seen + 1 }
}

function readKemajuan({ tercetak, status, catatan }: Kemajuan, satuan: string | null): Figure | Refusal {
  if (status !== 'NILAI')
    return catatan?.trim() ? { status } : refuse('TIDAK_VALID', 'Tuliskan alasannya dalam catatan.', { field: 'catatan' })
  if (!tercetak?.trim()) return KOSONG
  const nilai = readNumber(tercetak, satuan ?? '')
  if (isRefusal(nilai)) return nilai
  if (nilai.startsWith('-'))
    return refuse('TIDAK_VALID', 'Jumlah yang terlaksana tidak dapat kurang dari 0.', { field: 'tercetak' })
  return { status: 'NILAI', nilai, tercetak }
}
