// Stored results are derived: whatever is written, exactly what rests on it is computed anew; and all of it can be, at any time.
import { record } from '../platform/audit/ledger.ts'
import { type Db, inSnapshot, inTransaction, type Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { type Around, dependentsOf } from './dependents.ts'
import type { Loaded, Versi } from './hasil.ts'
import { differences, type Perbedaan, placeKey, rowOf, type Tersimpan } from './hitungan.ts'
import { Measurement } from './measure.ts'
import type { Place } from './pengukuran.ts'
import { periodsOf, stored } from './periode.ts'
import { loadAround, loadBahanOf, officesByYear } from './queries-bahan.ts'
import * as store from './store/hitungan.ts'
import { saveCapaian } from './store.ts'

/** Recomputes what rests on these cells, they included, and writes the results that are no longer what they were. */
export async function recompute(tx: Tx, ctx: Context, changed: readonly Place[]): Promise<readonly Perbedaan[]> {
  const units = [...new Set(changed.map((c) => c.unit))]
  // What an office above comes to rests on its other units too: two that change at once go one after the other.
  await store.lockUnits(tx, [...units, ...(await store.listAtasan(tx, units)).map((g) => g.induk)])
  const around = await loadAround(tx, units)
  const opened = await openYears(tx, changed, around)
  const cells = dependentsOf([...changed, ...opened.cells], { ...around, kept: opened.kept }).filter((c) => isStored(c.periode))
  if (!cells.length) return []
  const periods = [...new Set(cells.map((c) => c.periode))]
  const codes = [...new Set(cells.map((c) => c.kode))]
  const touched = [...new Set(cells.map((c) => c.unit))]
  const bahan = await loadBahanOf(tx, touched, [...new Set(periods.map(yearOf))], codes)
  const wanted = new Set(cells.map(placeKey))
  const before = (await store.listTersimpan(tx, touched, periods, codes)).filter((row) => wanted.has(placeKey(row)))
  const changes = differences(before, computed(bahan, cells))
  await save(tx, ctx, changes)
  return changes
}

/** The same for everything that an office holds of a year, as after an import. */
export async function recomputeYear(tx: Tx, ctx: Context, unit: string, year: number): Promise<void> {
  const { versions } = await loadAround(tx, [unit])
  await recompute(tx, ctx, cellsOf(versions(unit), unit, periodsOf(year)))
}

const isStored = (periode: string) => !/-B\d\d$/.test(periode)

function cellsOf(versions: readonly Versi[], unit: string, periods: readonly string[]): Place[] {
  return [...new Set(versions.map((v) => v.kode))].flatMap((kode) => periods.map((periode) => ({ unit, kode, periode })))
}

/** With the first thing that a unit holds of a year, all its results of the year are kept, and those of the units above. */
async function openYears(tx: Tx, changed: readonly Place[], { atasan, kept, versions }: Around) {
  const opened = new Map<string, Place[]>()
  for (const year of new Set(changed.map((c) => yearOf(c.periode)))) {
    const units = new Set(changed.flatMap((c) => (yearOf(c.periode) === year ? [c.unit] : [])))
    for (const unit of units) for (const above of atasan(unit, String(year))) units.add(above)
    const fresh = [...units].filter((unit) => !kept(unit, String(year)))
    if (fresh.length) await store.insertTahunCapaian(tx, fresh, year)
    for (const unit of fresh) opened.set(`${unit} ${year}`, cellsOf(versions(unit), unit, stored(year)))
  }
  return {
    cells: [...opened.values()].flat(),
    kept: (unit: string, periode: string) => kept(unit, periode) || opened.has(`${unit} ${yearOf(periode)}`),
  }
}

function computed(bahan: Loaded, cells: Iterable<Place>): Tersimpan[] {
  const measurement = new Measurement(bahan)
  return Array.from(cells).flatMap((cell) => rowOf(bahan, measurement, cell) ?? [])
}

async function save(tx: Tx, ctx: Context, changes: readonly Perbedaan[]): Promise<void> {
  await saveCapaian(
    tx,
    changes.flatMap((c) => c.dihitung ?? []),
    ctx.now,
  )
  await store.deleteCapaian(
    tx,
    changes.filter((c) => !c.dihitung),
  )
}

export type Hitungan = { readonly diperiksa: number; readonly perbedaan: readonly Perbedaan[]; readonly jumlahPerbedaan: number }
type Wanted = { readonly unit?: string; readonly tahun?: number }

/** So many offices at a time, so that memory does not grow with the province. */
const OFFICES = 20
/** So many differences are told; all are counted, and all are stored. */
const TOLD = 1_000

/** Computes every stored result anew from its sources and says which differ; nothing is written. */
export function checkAll(db: Db, wanted: Wanted, tell: (done: number, of: number) => void = () => {}): Promise<Hitungan | Refusal> {
  return inSnapshot(db, (tx) => through(tx, wanted, tell, async () => {}))
}

/** The same, and what differs is stored as computed: in one transaction, with one line in the ledger. */
export function recomputeAll(
  db: Db,
  ctx: Context,
  wanted: Wanted,
  tell: (done: number, of: number) => void = () => {},
): Promise<Hitungan | Refusal> {
  return inTransaction(db, async (tx) => {
    await store.lockCapaian(tx)
    const done = await through(tx, wanted, tell, async (changes, units, year) => {
      await store.insertTahunCapaian(tx, units, year)
      await save(tx, ctx, changes)
    })
    if (isRefusal(done)) return done
    const { diperiksa, jumlahPerbedaan } = done
    const { unit = null, tahun = null } = wanted
    await record(tx, ctx, {
      office: 'sistem',
      act: 'pengukuran.hitung-ulang',
      subject: `pengukuran/${unit ?? 'semua'}${tahun ? `/${tahun}` : ''}`,
      detail: { unit, tahun, diperiksa, berubah: jumlahPerbedaan },
    })
    return done
  })
}

async function through(
  tx: Tx,
  { unit, tahun }: Wanted,
  tell: (done: number, of: number) => void,
  onBatch: (changes: readonly Perbedaan[], units: readonly string[], year: number) => Promise<void>,
): Promise<Hitungan | Refusal> {
  const years = (await officesByYear(tx)).filter(([year]) => tahun === undefined || year === tahun)
  const batches = years.flatMap(([year, units]) =>
    inBatches(units.filter((u) => unit === undefined || u === unit)).map((units) => ({ year, units })),
  )
  if (unit !== undefined && !batches.length)
    return refuse('TIDAK_DITEMUKAN', `Tidak ada data ${unit}${tahun ? ` untuk ${tahun}` : ''} yang dapat dihitung ulang.`, {
      field: 'unit',
    })
  const perbedaan: Perbedaan[] = []
  let [diperiksa, jumlahPerbedaan] = [0, 0]
  for (const [i, { year, units }] of batches.entries()) {
    const bahan = await loadBahanOf(tx, units, [year])
    const rows = computed(bahan, wholeYear(bahan, units, year))
    const changes = differences(await store.listTersimpan(tx, units, stored(year), null), rows)
    await onBatch(changes, units, year)
    diperiksa += rows.length + changes.filter((c) => !c.dihitung).length
    jumlahPerbedaan += changes.length
    perbedaan.push(...changes.slice(0, TOLD - perbedaan.length))
    tell(i + 1, batches.length)
  }
  return { diperiksa, perbedaan, jumlahPerbedaan }
}

function* wholeYear(bahan: Loaded, units: readonly string[], year: number): Generator<Place> {
  for (const unit of units) for (const kode of bahan.kode(unit)) for (const periode of stored(year)) yield { unit, kode, periode }
}

function inBatches(units: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(units.length / OFFICES) }, (_, i) => units.slice(i * OFFICES, (i + 1) * OFFICES))
}

/** A sample of the stored results, chosen by the seed, against what their sources give. */
export function checkSample(db: Db, size: number, seed: string): Promise<Hitungan> {
  return inSnapshot(db, async (tx) => {
    const rows = await store.sampleTersimpan(tx, size, seed)
    const perbedaan: Perbedaan[] = []
    for (const [, ofOffice] of Map.groupBy(rows, (r) => `${r.unit} ${yearOf(r.periode)}`)) {
      const { unit, periode } = ofOffice[0]!
      const bahan = await loadBahanOf(tx, [unit], [yearOf(periode)], [...new Set(ofOffice.map((r) => r.kode))])
      perbedaan.push(...differences(ofOffice, computed(bahan, ofOffice)))
    }
    return { diperiksa: rows.length, perbedaan, jumlahPerbedaan: perbedaan.length }
  })
}
