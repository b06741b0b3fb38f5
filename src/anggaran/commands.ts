// load → decide → save → tell, in the caller's transaction.
import { type Imported, inRow, type Origin, originOf } from '../indikator/indikator.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Perbuatan } from '../platform/kernel/acts.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { Figure } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { commandChain, officeOf } from '../unit-kerja/queries.ts'
import type { AnggaranBulanan, AnggaranFile, Dpa, ProgramAnggaran } from './anggaran.ts'
import { yearOf } from './queries.ts'
import { refuseMixed, refuseTree } from './rules.ts'
import * as store from './store.ts'

type Done = { readonly version: number }

/** Makes or changes a program, kegiatan, sub kegiatan or kind of spending; `seen` is 0 where there was none yet. */
export async function saveProgram(
  tx: Tx,
  ctx: Context,
  unit: string,
  tahun: number,
  kode: string,
  program: ProgramAnggaran,
  seen: number,
): Promise<Done | Refusal> {
  await store.lockYear(tx, unit, tahun)
  const rows = await store.listPrograms(tx, unit, tahun)
  const before = rows.find((p) => p.kode === kode)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, program)
  if (!before && !(await isUnit(tx, ctx, unit)))
    return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const { induk, jenis, nama, paguAwal, pagu, realisasi, urutan, keterangan = null } = program
  const wrong = refuseTree([...rows.filter((p) => p !== before), { kode, induk }])
  if (wrong) return wrong.refusal
  const sources = { sumber: originOf({}, program), sumberPaguAwal: null, sumberPagu: null, sumberRealisasi: null }
  await store.saveProgram(tx, { unit, tahun, kode, induk, jenis, nama, paguAwal, pagu, realisasi, urutan, keterangan, ...sources })
  await tell(tx, ctx, unit, 'anggaran.simpan-program', `anggaran/${unit}/${tahun}/${kode}`, {
    semula: before ?? null,
    menjadi: program,
  } as Json)
  return { version: seen + 1 }
}

/** The plan and spending of a month; `seen` is 0 where there was nothing yet. */
export async function saveMonth(
  tx: Tx,
  ctx: Context,
  unit: string,
  tahun: number,
  bulan: number,
  isi: AnggaranBulanan,
  seen: number,
): Promise<Done | Refusal> {
  await store.lockYear(tx, unit, tahun)
  const rows = await store.listMonths(tx, unit, tahun)
  const before = rows.find((m) => m.bulan === bulan)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, isi)
  if (!before && !(await isUnit(tx, ctx, unit)))
    return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const { rpd, realisasi, kumulatif, keterangan = null } = isi
  const mixed = refuseMixed(
    rows.filter((m) => m !== before),
    kumulatif,
  )
  if (mixed) return mixed
  await store.saveMonth(tx, { unit, tahun, bulan, rpd, realisasi, kumulatif, sumber: originOf({}, isi), keterangan })
  await tell(tx, ctx, unit, 'anggaran.simpan-bulan', `anggaran/${unit}/${tahun}/bulan/${bulan}`, {
    semula: before ?? null,
    menjadi: isi,
  } as Json)
  return { version: seen + 1 }
}

/** The day the DPA of an office, or of all below it, was ratified; `seen` is 0 where it had none of its own yet. */
export async function saveDpa(tx: Tx, ctx: Context, unit: string, tahun: number, isi: Dpa, seen: number): Promise<Done | Refusal> {
  await store.lockYear(tx, unit, tahun)
  const before = await store.findDpa(tx, [unit], tahun)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, isi)
  if (!(await isUnit(tx, ctx, unit))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const year = Number(isi.disahkan.slice(0, 4))
  if (isi.disahkan > ctx.today || (year !== tahun && year !== tahun - 1))
    return refuse('TIDAK_VALID', `DPA ${tahun} disahkan pada ${tahun - 1} atau ${tahun}, dan tidak sesudah hari ini.`, {
      field: 'disahkan',
    })
  await store.saveDpa(tx, { unit, tahun, ...isi })
  await tell(tx, ctx, unit, 'anggaran.sahkan-dpa', `anggaran/${unit}/${tahun}/dpa`, {
    semula: before ?? null,
    menjadi: isi,
  } as Json)
  return { version: seen + 1 }
}

/** Loads the budget of a year. What does not add up, and what a month that is over still lacks, are findings; blanks stay unknown. */
export async function importAnggaran(tx: Tx, ctx: Context, file: AnggaranFile): Promise<Imported | Refusal> {
  const { unit, tahun } = file
  if (!(await isUnit(tx, ctx, unit))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  await store.lockYear(tx, unit, tahun)
  const loaded = await loadPrograms(tx, file)
  if (typeof loaded !== 'number') return loaded
  const months = await loadMonths(tx, file)
  if (typeof months !== 'number') return months
  const dimuat = loaded + months
  const detail = { berkas: file.berkas ?? null, sha256: sha256(canonical(file as unknown as Json)), dimuat }
  await tell(tx, ctx, unit, 'anggaran.impor', `anggaran/${unit}/${tahun}`, detail)
  return { dimuat, temuan: (await yearOf(tx, unit, tahun, ctx.today)).temuan }
}

async function loadPrograms(tx: Tx, file: AnggaranFile): Promise<number | Refusal> {
  const { unit, tahun } = file
  const stored = new Map((await store.listPrograms(tx, unit, tahun)).map((p) => [p.kode, p]))
  const sent = new Map(file.program.map((p, urutan) => [p.kode, urutan]))
  const at = (urutan: number, refusal: Refusal) => inRow(refusal, `program[${urutan}]`, originOf(file, file.program[urutan]!))
  const wrong = refuseTree([...file.program, ...[...stored.values()].filter((p) => !sent.has(p.kode))])
  if (wrong) return sent.has(wrong.kode) ? at(sent.get(wrong.kode)!, wrong.refusal) : wrong.refusal
  let dimuat = 0
  for (const [urutan, row] of file.program.entries()) {
    if (sent.get(row.kode) !== urutan)
      return at(urutan, refuse('BENTROK', `Kode ${row.kode} dipakai dua kali dalam berkas.`, { field: 'kode' }))
    const { kode, induk, jenis, nama, keterangan = null } = row
    const next = {
      unit,
      tahun,
      kode,
      induk,
      jenis,
      nama,
      urutan,
      keterangan,
      sumber: originOf(file, row),
      paguAwal: row.paguAwal?.nilai ?? null,
      sumberPaguAwal: ownSource(file, row, row.paguAwal),
      pagu: row.pagu?.nilai ?? null,
      sumberPagu: ownSource(file, row, row.pagu),
      realisasi: row.realisasi?.nilai ?? null,
      sumberRealisasi: ownSource(file, row, row.realisasi),
    }
    const before = stored.get(kode)
    if (before && same(before, next)) continue
    await store.saveProgram(tx, next)
    dimuat++
  }
  return dimuat
}

async function loadMonths(tx: Tx, file: AnggaranFile): Promise<number | Refusal> {
  const { unit, tahun } = file
  const stored = await store.listMonths(tx, unit, tahun)
  const sent = new Map(file.bulanan.map((m, i) => [m.bulan, i]))
  const kept: { kumulatif: boolean }[] = stored.filter((m) => !sent.has(m.bulan))
  let dimuat = 0
  for (const [i, row] of file.bulanan.entries()) {
    const sumber = originOf(file, row)
    const kumulatif = (row.rpd ?? row.realisasi) === undefined
    const twice =
      sent.get(row.bulan) === i ? undefined : refuse('BENTROK', `Bulan ${row.bulan} ada dua kali dalam berkas.`, { field: 'bulan' })
    const refusal = twice ?? refuseMixed(kept, kumulatif)
    if (refusal) return inRow(refusal, `bulanan[${i}]`, sumber)
    kept.push({ kumulatif })
    const rpd = (row.rpd ?? row.rpdKumulatif)?.nilai ?? null
    const realisasi = (row.realisasi ?? row.realisasiKumulatif)?.nilai ?? null
    const next = { unit, tahun, bulan: row.bulan, rpd, realisasi, kumulatif, sumber, keterangan: row.keterangan ?? null }
    const before = stored.find((m) => m.bulan === row.bulan)
    if (before && same(before, next)) continue
    await store.saveMonth(tx, next)
    dimuat++
  }
  return dimuat
}

/** The source of an amount where it is another than its row's. */
function ownSource(file: Origin, row: Origin, figure: Figure | undefined): string | null {
  const own = figure && originOf(file, row, figure)
  return own && own !== originOf(file, row) ? own : null
}

function same(row: object, next: object): boolean {
  return Object.entries(next).every(([key, value]) => (row as Record<string, unknown>)[key] === value)
}

async function isUnit(tx: Tx, ctx: Context, unit: string): Promise<boolean> {
  return (await commandChain(tx, unit, ctx.today)).length > 0
}

async function tell(tx: Tx, ctx: Context, unit: string, act: Perbuatan, subject: string, detail: Json): Promise<void> {
  await record(tx, ctx, { office: await officeOf(tx, unit, ctx.today), act, subject, detail })
}
