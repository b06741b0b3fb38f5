// load → decide → save → tell, in the caller's transaction. Every write recomputes what depends on it.

import { versionOn } from '../indikator/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Perbuatan } from '../platform/kernel/acts.ts'
import type { Context } from '../platform/kernel/context.ts'
import { sourceText, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { daysOf, yearOf } from '../platform/kernel/time.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import { langkahPeriode } from './buka-tutup.ts'
import { recompute } from './commands-hitungan.ts'
import type { Versi } from './hasil.ts'
import type { BuktiRef, Isian, PengukuranFile, PeranKlaim, PeriodeDiatur, Place, Temuan } from './pengukuran.ts'
import { loadBahan } from './queries-bahan.ts'
import { refusalOf } from './queries-pengisian.ts'
import { notInDictionary, readIsian, wrongKind } from './rules.ts'
import * as store from './store.ts'
import { type ActPengukuran, langkah, sealed } from './workflow.ts'

export type Saved = { version: number; status: string }

const subjectOf = ({ unit, kode, periode }: Place) => `pengukuran/${unit}/${kode}/${periode}`

/** A clerk's realisasi for one indicator and period, as typed; what was typed before stays readable as superseded. */
export async function saveIsian(tx: Tx, ctx: Context, at: Place, isian: Isian, seen: number): Promise<Saved | Refusal> {
  const opened = await open(tx, at, seen, isian)
  if (isRefusal(opened)) return opened
  const figure = readIsian(opened.versi, isian)
  if (isRefusal(figure)) return figure
  const missing = await unknownBukti(tx, isian.bukti)
  if (missing) return missing
  await claim(tx, ctx, at, 'DIUSULKAN', figure, { ...isian, pihak: isian.pihak ?? at.unit })
  return commit(tx, ctx, at, { ...opened.row, version: seen + 1 }, 'pengukuran.isi', {
    figure,
    keterangan: isian.keterangan ?? null,
    bukti: isian.bukti.map((b) => b.sha256),
  })
}

/** Takes one step of the workflow: by whoever may, with its reason and evidence where the table asks for them. */
export async function step(
  tx: Tx,
  ctx: Context,
  at: Place,
  act: ActPengukuran,
  more: { catatan?: string; tercetak?: string },
  seen: number,
): Promise<Saved | Refusal> {
  const versi = await knownIndikator(tx, at)
  if (isRefusal(versi)) return versi
  const row = await store.lockPengukuran(tx, at.unit, at.kode, at.periode)
  if (row.version === 0) return refuse('TIDAK_DITEMUKAN', 'Pengukuran ini belum diisi.')
  if (row.version !== seen) return outdatedVersion(row, { act, ...more })
  const period = await store.findPeriode(tx, at.periode)
  if (period?.status === 'TERKUNCI') return sealed('DRAF', 'TERKUNCI')!
  const found = langkah(act, row.status)
  if (isRefusal(found)) return found
  const bahan = await loadBahan(tx, at.unit, yearOf(at.periode))
  const denied = await refusalOf(tx, ctx, at, versi, found, bahan)
  if (denied) return denied
  if (found.perluAlasan && !more.catatan?.trim())
    return refuse('TIDAK_VALID', `${found.label} memerlukan alasan yang dapat dibaca oleh yang memperbaiki.`, { field: 'catatan' })
  const said = await confirm(tx, ctx, at, versi, act, more.tercetak)
  if (isRefusal(said)) return said
  return commit(
    tx,
    ctx,
    at,
    { ...row, status: found.ke, version: seen + 1 },
    `pengukuran.${act}`,
    more.tercetak ? { tercetak: more.tercetak } : null,
    more.catatan,
  )
}

/** Validation and verification leave a claim of their own: the value agreed to, or another one. */
async function confirm(
  tx: Tx,
  ctx: Context,
  at: Place,
  versi: Versi,
  act: ActPengukuran,
  tercetak?: string,
): Promise<undefined | Refusal> {
  const roles: Partial<Record<ActPengukuran, { peran: PeranKlaim; pihak: string }>> = {
    validasi: { peran: 'DIVALIDASI', pihak: `atasan ${at.unit}` },
    verifikasi: { peran: 'DIVERIFIKASI', pihak: versi.pemilikData ?? 'dki.inspektorat' },
  }
  const as = roles[act]
  if (!as) return undefined
  const bahan = await loadBahan(tx, at.unit, yearOf(at.periode))
  const agreed = bahan.klaim(at.unit, at.kode, at.periode).findLast((k) => k.sumber === null && k.peran !== as.peran)
  const figure = tercetak ? readIsian(versi, { tercetak, status: 'NILAI', bukti: [] }) : agreed?.nilai
  if (!figure) return undefined
  if (isRefusal(figure)) return figure
  await claim(tx, ctx, at, as.peran, figure, { pihak: as.pihak, bukti: [] })
}

/** Opens, closes or locks a period, or sets its days; opened without a day it is open from today on, if that is in time. */
export async function setPeriode(
  tx: Tx,
  ctx: Context,
  periode: string,
  { status, alasan, ...days }: PeriodeDiatur,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const now = await store.findPeriode(tx, periode)
  const { dibuka = now?.dibuka ?? null, batas = now?.batas ?? null } = days
  const today = status === 'TERBUKA' && (!batas || ctx.today <= batas) ? ctx.today : null
  const wanted = { periode, status, dibuka: dibuka ?? today, batas }
  if ((now?.version ?? 0) !== seen) return outdatedVersion(now, { ...wanted, alasan })
  const step = langkahPeriode(now?.status ?? null, wanted, alasan)
  if (isRefusal(step)) return step
  await store.savePeriode(tx, { ...wanted, version: seen + 1 })
  await record(tx, ctx, {
    office: 'sistem',
    act: `periode.${step.act}`,
    subject: `periode/${periode}`,
    status,
    note: alasan?.trim() || undefined,
    detail: {
      sebelum: now ? { status: now.status, dibuka: now.dibuka, batas: now.batas } : null,
      sesudah: { status, dibuka: wanted.dibuka, batas },
    },
  })
  return { version: seen + 1 }
}

/** The evidence is in the file store already; here it gets its name and who brought it. The same content again is the same evidence. */
export async function registerBukti(
  tx: Tx,
  ctx: Context,
  bukti: { sha256: string; nama: string; jenis: string; ukuran: number; unit: string },
): Promise<{ sha256: string; baru: boolean }> {
  if (await store.findBukti(tx, bukti.sha256)) return { sha256: bukti.sha256, baru: false }
  await store.insertBukti(tx, { ...bukti, actor: ctx.actor.id }, ctx.now)
  await record(tx, ctx, {
    office: await officeOf(tx, bukti.unit, ctx.today),
    act: 'bukti.unggah',
    subject: `bukti/${bukti.sha256}`,
    detail: bukti,
  })
  return { sha256: bukti.sha256, baru: true }
}

/** Loads the claims and raw inputs that papers print, as they are; doubts become findings. */
export async function importPengukuran(
  tx: Tx,
  ctx: Context,
  file: PengukuranFile,
): Promise<{ dimuat: number; temuan: Temuan[] } | Refusal> {
  if (!(await findUnit(tx, file.unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${file.unit} tidak dikenal. Muat satuan kerjanya dahulu.`, { field: 'unit' })
  const temuan: Temuan[] = []
  let dimuat = 0
  for (const [i, row] of file.klaim.entries()) {
    const at = { unit: file.unit, kode: row.indikator, periode: row.periode }
    const versi = await versionOn(tx, at.unit, at.kode, daysOf(at.periode).sampai)
    if (!versi) temuan.push(notInDictionary(`klaim[${i}]`, at, row.baris))
    else if (row.nilai.status === 'NILAI' && row.nilai.kategori && versi.jenisNilai !== 'KATEGORI')
      temuan.push(wrongKind(`klaim[${i}]`, at, row))
    const { peran, pihak, surat, tanggal, keterangan } = row
    const sumber = sourceText(row.berkas ?? file.berkas, row.baris)
    await store.insertKlaim(
      tx,
      {
        id: ctx.newId(),
        ...at,
        peran,
        ...toColumns(row.nilai),
        pihak: pihak ?? null,
        surat: surat ?? null,
        tanggal: tanggal ?? null,
        keterangan: keterangan ?? null,
        sumber,
        urutan: i,
      },
      ctx.actor.id,
      ctx.now,
    )
    dimuat++
  }
  for (const [i, t] of file.tabel.entries()) {
    const at = { unit: file.unit, kode: t.indikator, periode: t.periode }
    if (!(await versionOn(tx, at.unit, at.kode, daysOf(at.periode).sampai)))
      temuan.push(notInDictionary(`tabel[${i}]`, at, t.baris))
    for (const [urutan, cell] of t.isian.entries()) {
      const sumber = sourceText(cell.berkas ?? t.berkas ?? file.berkas, cell.nilai.baris ?? cell.baris ?? t.baris)
      await store.insertMasukan(
        tx,
        { id: ctx.newId(), ...at, tabel: t.nama, urutan, dimensi: cell.dimensi, ...toColumns(cell.nilai), sumber },
        ctx.actor.id,
        ctx.now,
      )
      dimuat++
    }
  }
  await record(tx, ctx, {
    office: await officeOf(tx, file.unit, ctx.today),
    act: 'pengukuran.impor',
    subject: `pengukuran/${file.unit}`,
    detail: { klaim: file.klaim.length, tabel: file.tabel.length, berkas: file.berkas ?? null },
  })
  return { dimuat, temuan }
}

async function knownIndikator(tx: Tx, at: Place): Promise<Versi | Refusal> {
  const day = daysOf(at.periode).sampai
  if (!(await findUnit(tx, at.unit, day)))
    return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${at.unit} tidak ada pada ${at.periode}.`, { field: 'unit' })
  return (
    (await versionOn(tx, at.unit, at.kode, day)) ??
    refuse('TIDAK_DITEMUKAN', `Indikator ${at.kode} tidak ada di kamus ${at.unit} untuk ${at.periode}.`, { field: 'kode' })
  )
}

export async function open(
  tx: Tx,
  at: Place,
  seen: number,
  sent: unknown,
): Promise<{ row: store.PengukuranRow; versi: Versi } | Refusal> {
  const versi = await knownIndikator(tx, at)
  if (isRefusal(versi)) return versi
  const row = await store.lockPengukuran(tx, at.unit, at.kode, at.periode)
  const seal = sealed(row.version === 0 ? undefined : row.status, (await store.findPeriode(tx, at.periode))?.status)
  if (seal) return seal
  if (row.version !== seen) {
    const current = (await loadBahan(tx, at.unit, yearOf(at.periode))).klaim(at.unit, at.kode, at.periode)
    return outdatedVersion({ ...row, klaim: current }, sent)
  }
  return { row, versi }
}

export async function commit(
  tx: Tx,
  ctx: Context,
  at: Place,
  row: store.PengukuranRow,
  act: Perbuatan,
  detail: Parameters<typeof record>[2]['detail'],
  note?: string,
): Promise<Saved> {
  await store.savePengukuran(tx, row)
  await record(tx, ctx, {
    office: await officeOf(tx, at.unit, ctx.today),
    act,
    subject: subjectOf(at),
    status: row.status,
    note,
    detail,
  })
  await recompute(tx, ctx, [at])
  return { version: row.version, status: row.status }
}

/** An office proposes one value at a time: what it says, or what its formula gives. */
const SARAN: readonly PeranKlaim[] = ['DIUSULKAN', 'DIUKUR']

export async function claim(
  tx: Tx,
  ctx: Context,
  at: Place,
  peran: PeranKlaim,
  figure: Parameters<typeof toColumns>[0],
  more: Partial<Isian>,
): Promise<void> {
  const { pihak = null, surat = null, tanggal = null, keterangan = null, bukti = [] } = more
  const replaced = SARAN.includes(peran) ? SARAN : [peran]
  await store.supersedeKlaim(tx, at.unit, at.kode, at.periode, replaced, pihak, ctx.now)
  const id = ctx.newId()
  await store.insertKlaim(
    tx,
    { id, ...at, peran, ...toColumns(figure), pihak, surat, tanggal, keterangan, sumber: null, urutan: 0 },
    ctx.actor.id,
    ctx.now,
  )
  for (const one of bukti) await store.linkBukti(tx, id, one)
}

export async function unknownBukti(tx: Tx, bukti: readonly BuktiRef[]): Promise<Refusal | undefined> {
  for (const [i, { sha256 }] of bukti.entries())
    if (!(await store.findBukti(tx, sha256)))
      return refuse('TIDAK_VALID', `Bukti ${sha256.slice(0, 12)}… belum diunggah. Unggah dahulu berkasnya.`, {
        field: `bukti[${i}].sha256`,
      })
  return undefined
}
