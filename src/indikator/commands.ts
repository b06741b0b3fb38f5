// load → decide → save → tell, in the caller's transaction.
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Perbuatan } from '../platform/kernel/acts.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { Figure } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { commandChain, officeOf } from '../unit-kerja/queries.ts'
import { contentOf, sameContent } from './content.ts'
import {
  type HasilTahunanFile,
  type Imported,
  type Indikator,
  type IndikatorFile,
  inRow,
  lineOf,
  type Origin,
  originOf,
  type Unsur,
  type VersiIndikator,
} from './indikator.ts'
import type { Nama } from './periksa-rumus.ts'
import { versionOn } from './queries.ts'
import { othersThan, refuseCircle } from './queries-circle.ts'
import {
  contradictions,
  differentPrintings,
  doubts,
  type Fault,
  missingParts,
  placeVersion,
  refuseFaults,
  scaleFault,
  toTemuan,
} from './rules.ts'
import * as store from './store.ts'

export async function createIndikator(tx: Tx, ctx: Context, { unit, kode, versi }: Indikator): Promise<Saved | Refusal> {
  if (!(await isUnit(tx, ctx, unit))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const known = await indicatorsOf(tx, unit, kode, versi)
  const refusal = refuseFaults([...missingParts(versi), ...contradictions(versi, known)], 'versi.')
  if (refusal) return refusal
  const stranger = (await refuseOwner(tx, ctx, versi)) ?? (await refuseCircle(tx, { unit, kode, versi, live: [] }))
  if (stranger) return { ...stranger, field: `versi.${stranger.field}` }
  // A code that is known by its results only receives its first version here.
  const before = await store.lockIndikator(tx, unit, kode)
  const taken = before
    ? (await store.listVersions(tx, { unit, kode, own: true })).length > 0
    : !(await store.insertIndikator(tx, unit, kode))
  if (taken)
    return refuse('BENTROK', `Indikator ${kode} sudah ada di kamus ${unit}. Buat versi baru, atau pakai kode lain.`, {
      field: 'kode',
    })
  const written = await writeVersion(tx, ctx, { unit, kode, versi, live: [] })
  if (isRefusal(written)) return written
  await tell(tx, ctx, unit, 'indikator.buat', `indikator/${unit}/${kode}`, versi as Json)
  return { version: before?.version ?? 1, peringatan: doubts(versi, known) }
}

/** A new version from its `berlakuDari` on; the version before it ends the day before. */
export async function addVersion(
  tx: Tx,
  ctx: Context,
  unit: string,
  kode: string,
  versi: VersiIndikator,
  seen: number,
): Promise<Saved | Refusal> {
  return changeEntry(tx, ctx, { unit, kode, versi, seen, act: 'indikator.versi-baru', corrected: () => undefined })
}

/** Mends version number `nomor`: what was known of it before stays readable. */
export async function correctVersion(
  tx: Tx,
  ctx: Context,
  unit: string,
  kode: string,
  nomor: number,
  versi: VersiIndikator,
  seen: number,
): Promise<Saved | Refusal> {
  const corrected = (live: store.VersiRow[]) =>
    live.find((v) => v.versi === nomor) ?? refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak punya versi ${nomor}.`)
  return changeEntry(tx, ctx, { unit, kode, versi, seen, act: 'indikator.perbaiki', corrected })
}

/** What was saved, and what of its formulas asks for a second look. */
type Saved = { readonly version: number; readonly peringatan: readonly string[] }

/** The version as its author means it: a correction of `nomor`, else a new version, else the first of a new code. */
export async function writeWanted(
  tx: Tx,
  ctx: Context,
  unit: string,
  kode: string,
  versi: VersiIndikator,
  nomor?: number,
): Promise<Saved | Refusal> {
  const now = await store.lockIndikator(tx, unit, kode)
  if (now && nomor !== undefined) return correctVersion(tx, ctx, unit, kode, nomor, versi, now.version)
  const there = now && (await store.listVersions(tx, { unit, kode, own: true })).length > 0
  return there ? addVersion(tx, ctx, unit, kode, versi, now.version) : createIndikator(tx, ctx, { unit, kode, versi })
}

/** What a formula of the version may refer to, as it is when the version begins: itself at another time included. */
async function indicatorsOf(tx: Tx, unit: string, kode: string, versi: VersiIndikator): Promise<Nama> {
  const others = (await store.listVersions(tx, { unit, day: versi.berlakuDari })).filter((v) => v.kode !== kode)
  const all = [...others, { ...versi, kode }]
  return {
    angka: {},
    tabel: {},
    indikator: Object.fromEntries(all.map((v) => [v.kode, v.satuan])),
    kategori: all.filter((v) => v.jenisNilai === 'KATEGORI').map((v) => v.kode),
  }
}

type EntryChange = {
  unit: string
  kode: string
  versi: VersiIndikator
  seen: number
  act: Perbuatan
  corrected: (live: store.VersiRow[]) => store.VersiRow | Refusal | undefined
}

async function changeEntry(
  tx: Tx,
  ctx: Context,
  { unit, kode, versi, seen, act, corrected }: EntryChange,
): Promise<Saved | Refusal> {
  const now = await store.lockIndikator(tx, unit, kode)
  if (!now) return refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak ada di kamus ${unit}.`)
  const live = await store.listVersions(tx, { unit, kode, own: true })
  const received = live.length ? undefined : (await store.listVersions(tx, { unit, kode, limit: 1 }))[0]
  if (received) return refuseReceived(received)
  if (now.version !== seen) return outdatedVersion(live, versi)
  const former = corrected(live)
  if (isRefusal(former)) return former
  const known = await indicatorsOf(tx, unit, kode, versi)
  const peringatan = doubts(versi, known)
  const refusal =
    refuseFaults([...missingParts(versi), ...contradictions(versi, known)]) ??
    (await refuseOwner(tx, ctx, versi)) ??
    (await refuseCircle(tx, { unit, kode, versi, live, corrected: former }))
  if (refusal) return refusal
  const written = await writeVersion(tx, ctx, { unit, kode, versi, live, corrected: former })
  if (isRefusal(written)) return written
  if (!written) return { version: now.version, peringatan }
  await store.countChange(tx, unit, kode)
  await tell(tx, ctx, unit, act, `indikator/${unit}/${kode}`, versi as Json)
  return { version: now.version + 1, peringatan }
}

/** Who received an indicator does not define it beside its issuer; an entry of one's own is made as one (POST /api/indikator). */
const refuseReceived = ({ kode, definisiDari }: store.VersiRow) =>
  refuse('TERSEGEL', `Indikator ${kode} diterima dari ${definisiDari}, dan hanya diubah di kamus penerbitnya.`, { rule: 'PK-14' })

/** An indicator that another unit defines comes into the dictionary; where the unit defines it itself, nothing changes. */
export async function receiveDefinition(tx: Tx, ctx: Context, unit: string, kode: string, pemilik: string): Promise<void> {
  await store.insertIndikator(tx, unit, kode)
  await store.saveDiterima(tx, unit, kode, pemilik)
  await tell(tx, ctx, unit, 'indikator.terima', `indikator/${unit}/${kode}`, { pemilik })
}

type Writing = {
  unit: string
  kode: string
  versi: VersiIndikator
  live: store.VersiRow[]
  corrected?: store.VersiRow
  file?: Origin
}

async function refuseOwner(tx: Tx, ctx: Context, { pemilikData }: VersiIndikator): Promise<Refusal | undefined> {
  if (!pemilikData || (await isUnit(tx, ctx, pemilikData))) return undefined
  return refuse('TIDAK_VALID', `Pemilik data ${pemilikData} bukan satuan kerja yang dikenal.`, { field: 'pemilikData' })
}

/** Writes a version in its place among those in force; false where it says nothing new. */
async function writeVersion(
  tx: Tx,
  ctx: Context,
  { unit, kode, versi, live, corrected, file }: Writing,
): Promise<boolean | Refusal> {
  const placed = placeVersion(othersThan(corrected, live), versi, corrected?.versi ?? Math.max(0, ...live.map((v) => v.versi)) + 1)
  if (isRefusal(placed)) return placed
  const content = { ...contentOf(versi, file), berlakuSampai: placed.berlakuSampai }
  if (corrected && sameContent(corrected, content)) return false
  if (placed.ends) await store.endVersi(tx, placed.ends.id, ctx.newId(), placed.last!, ctx.now)
  if (corrected) await store.supersedeVersi(tx, corrected.id, ctx.now)
  await store.insertVersi(tx, ctx.newId(), unit, kode, placed.versi, content, ctx.now)
  return true
}

/** A printed result comes into force instead of another, because somebody says why. */
export async function chooseResult(
  tx: Tx,
  ctx: Context,
  unit: string,
  id: string,
  alasan: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const result = await store.lockResult(tx, id)
  if (!result || result.unit !== unit) return refuse('TIDAK_DITEMUKAN', `Hasil itu tidak ada pada ${unit}.`)
  if (result.version !== seen) return outdatedVersion(result, { alasan })
  if (!alasan.trim())
    return refuse('TIDAK_VALID', 'Sebutkan alasan memilih hasil ini, misalnya surat atau naskah yang menetapkannya.', {
      field: 'alasan',
    })
  if (result.berlaku) return refuse('BENTROK', 'Hasil itu sudah berlaku.')
  await store.putInForce(tx, result)
  const { kode, tahun, unsur } = result
  await tell(
    tx,
    ctx,
    unit,
    'hasil-tahunan.pilih',
    `hasil-tahunan/${unit}/${kode}/${tahun}/${unsur}`,
    { hasil: id, sumber: result.sumber },
    alasan,
  )
  return { version: seen + 1 }
}

export type Published = {
  unit: string
  kode: string
  tahun: number
  hasil: Partial<Record<Unsur, Figure>>
  sumber: string
  keterangan?: string
}

/** What locking a year in `pengukuran` publishes: its results come into force; earlier printings stay beside them. */
export async function publishResults(
  tx: Tx,
  ctx: Context,
  { unit, kode, tahun, hasil, sumber, keterangan = undefined }: Published,
): Promise<{ dimuat: number } | Refusal> {
  if (!(await store.findIndikator(tx, unit, kode)))
    return refuse('TIDAK_VALID', `Indikator ${kode} tidak ada di kamus ${unit}.`, { field: 'kode' })
  let dimuat = 0
  for (const [unsur, figure] of Object.entries(hasil) as [Unsur, Figure][]) {
    const kept = await store.insertResult(
      tx,
      ctx.newId(),
      { unit, kode, tahun, unsur, figure, sumber, keterangan: keterangan ?? null },
      ctx.now,
    )
    if (!kept.berlaku) await store.putInForce(tx, { id: kept.id, unit, kode, tahun, unsur })
    if (kept.baru) dimuat++
  }
  await tell(tx, ctx, unit, 'hasil-tahunan.terbitkan', `hasil-tahunan/${unit}/${kode}/${tahun}`, { sumber, hasil } as Json)
  return { dimuat }
}

/** Loads a dictionary. What a paper lacks is a finding; what contradicts itself is refused, with its row and line. */
export async function importIndikator(tx: Tx, ctx: Context, file: IndikatorFile): Promise<Imported | Refusal> {
  const { unit } = file
  if (!(await isUnit(tx, ctx, unit))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const temuan: Imported['temuan'] = []
  const added: { kode: string; versi: VersiIndikator; row: string; sumber: string | null }[] = []
  let dimuat = 0
  for (const [i, { kode, versi: versions }] of file.indikator.entries()) {
    const isNew = await store.insertIndikator(tx, unit, kode)
    let changed = false
    for (const [j, versi] of versions.entries()) {
      const [row, sumber] = [`indikator[${i}].versi[${j}]`, originOf(file, versi)]
      const refusal = refuseFaults(contradictions(versi)) ?? (await refuseOwner(tx, ctx, versi))
      if (refusal) return inRow(refusal, row, sumber)
      const live = await store.listVersions(tx, { unit, kode, own: true })
      const corrected = live.find((v) => v.berlakuDari === versi.berlakuDari)
      const written = await writeVersion(tx, ctx, { unit, kode, versi, live, corrected, file })
      if (isRefusal(written)) return inRow(written, row, sumber)
      temuan.push(
        ...missingParts(versi).map((f) =>
          toTemuan(f, `indikator ${kode}, versi mulai ${versi.berlakuDari}`, lineOf(versi), 'missing-value'),
        ),
      )
      if (written) {
        dimuat++
        added.push({ kode, versi, row, sumber })
      }
      changed ||= written
    }
    if (changed && !isNew) await store.countChange(tx, unit, kode)
  }
  for (const { kode, versi, row, sumber } of added) {
    const live = await store.listVersions(tx, { unit, kode, own: true })
    const corrected = live.find((v) => v.berlakuDari === versi.berlakuDari)
    const circle = await refuseCircle(tx, { unit, kode, versi, live, corrected })
    if (circle) return inRow(circle, row, sumber)
  }
  await tellImport(tx, ctx, 'indikator', file, dimuat)
  return { dimuat, temuan }
}

const UNSUR_OF = { target: 'TARGET', realisasi: 'REALISASI', capaian: 'CAPAIAN' } as const

/** Loads the results of years. Every printing is kept; the first of a kind is in force until somebody chooses another. */
export async function importHasilTahunan(tx: Tx, ctx: Context, file: HasilTahunanFile): Promise<Imported | Refusal> {
  const { unit } = file
  if (!(await isUnit(tx, ctx, unit))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const temuan: Imported['temuan'] = []
  let dimuat = 0
  for (const row of file.hasil) {
    const { indikator: kode, tahun } = row
    if (await store.insertIndikator(tx, unit, kode))
      temuan.push(toTemuan(unknown(kode), `indikator ${kode}`, lineOf(row), 'missing-value'))
    const versi = await versionOn(tx, unit, kode, `${tahun}-12-31`)
    for (const [key, unsur] of Object.entries(UNSUR_OF) as ['target' | 'realisasi' | 'capaian', Unsur][]) {
      const figure = row[key]
      if (!figure) continue
      const outside = versi && unsur !== 'CAPAIAN' ? scaleFault(key, figure, versi) : undefined
      if (outside)
        temuan.push(toTemuan(outside, `${key} ${kode} tahun ${tahun}`, lineOf(row, figure), 'scale', figure.tercetak ?? null))
      const result = {
        unit,
        kode,
        tahun,
        unsur,
        figure,
        sumber: originOf(file, row, figure),
        keterangan: figure.keterangan ?? row.keterangan ?? null,
      }
      if ((await store.insertResult(tx, ctx.newId(), result, ctx.now)).baru) dimuat++
    }
  }
  const sent = new Set(file.hasil.map((row) => `${row.indikator} ${row.tahun}`))
  temuan.push(...differentPrintings((await store.listResults(tx, { unit })).filter((r) => sent.has(`${r.kode} ${r.tahun}`))))
  await tellImport(tx, ctx, 'hasil-tahunan', file, dimuat)
  return { dimuat, temuan }
}

const unknown = (kode: string): Fault => ({
  field: 'indikator',
  aturan: 'HT-02',
  berat: 'rendah',
  detail: `Indikator ${kode} belum ada di kamus; hasilnya disimpan dengan kodenya. Lengkapi kamusnya agar dapat diperiksa dan dihitung.`,
})

/** Whether such a unit is or was: results of years before it moved or ended may still be loaded. */
async function isUnit(tx: Tx, ctx: Context, unit: string): Promise<boolean> {
  return (await commandChain(tx, unit, ctx.today)).length > 0
}

async function tell(
  tx: Tx,
  ctx: Context,
  unit: string,
  act: Perbuatan,
  subject: string,
  detail: Json,
  note?: string,
): Promise<void> {
  await record(tx, ctx, { office: await officeOf(tx, unit, ctx.today), act, subject, note, detail })
}

/** One line for a file, with its SHA-256: the rows name their lines in the paper themselves. */
async function tellImport(
  tx: Tx,
  ctx: Context,
  room: 'indikator' | 'hasil-tahunan',
  file: IndikatorFile | HasilTahunanFile,
  dimuat: number,
): Promise<void> {
  const detail = { berkas: file.berkas ?? null, sha256: sha256(canonical(file as unknown as Json)), dimuat }
  await tell(tx, ctx, file.unit, `${room}.impor`, `${room}/${file.unit}`, detail)
}
