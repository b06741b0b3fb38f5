// Stored results are derived: whatever is written, exactly what rests on it is computed anew; and all of it can be, at any time.
import { record } from '../platform/audit/ledger.ts'
import { type Db, inSnapshot, inTransaction, type Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { dependentsOf } from './dependents.ts'
import type { Loaded, Versi } from './hasil.ts'
import { differences, type Perbedaan, rowOf, type Tersimpan } from './hitungan.ts'
import { Measurement } from './measure.ts'
import type { Place } from './pengukuran.ts'
import { periodsOf, stored } from './periode.ts'
import { loadAround, loadBahanOf, officesByYear } from './queries-bahan.ts'
import * as store from './store/hitungan.ts'
import { saveCapaian } from './store.ts'

/** Recomputes what rests on these cells, they included, and writes the results that are no longer what they were. */
export async function recompute(tx: Tx, ctx: Context, changed: readonly Place[]): Promise<Perbedaan[]> {
  const around = await loadAround(tx, [...new Set(changed.map((c) => c.unit))])
  // What an office above comes to rests on the neighbours too: two of them that change at once go one after the other.
  await store.lockUnits(tx, around.units)
  const first = firstOfYear(changed, around)
  const opened = new Set(first.map((c) => `${c.unit} ${yearOf(c.periode)}`))
  const kept = (unit: string, periode: string) => opened.has(`${unit} ${yearOf(periode)}`) || around.kept(unit, periode)
  const cells = dependentsOf([...changed, ...first], { ...around, kept }).filter((c) => isStored(c.periode))
  if (!cells.length) return []
  const units = [...new Set(cells.map((c) => c.unit))]
  const codes = [...new Set(cells.map((c) => c.kode))]
  const bahan = await loadBahanOf(tx, units, [...new Set(cells.map((c) => yearOf(c.periode)))], codes)
  const wanted = new Set(cells.map((c) => `${c.unit} ${c.kode} ${c.periode}`))
  const before = await store.listTersimpan(tx, units, [...new Set(cells.map((c) => c.periode))], codes)
  const changes = differences(
    before.filter((row) => wanted.has(`${row.unit} ${row.kode} ${row.periode}`)),
    computed(bahan, cells),
  )
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

/** With the first thing that an office has of a year, all its results of the year come in, and those of the offices above. */
function firstOfYear(changed: readonly Place[], { units, versions, kept }: Awaited<ReturnType<typeof loadAround>>): Place[] {
  return [...new Set(changed.map((c) => yearOf(c.periode)))].flatMap((year) =>
    units.filter((unit) => !kept(unit, String(year))).flatMap((unit) => cellsOf(versions(unit), unit, stored(year))),
  )
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
export function checkAll(db: Db, wanted: Wanted, tell: (done: number, of: number) => void = () => {}): Promise<Hitungan> {
  return inSnapshot(db, (tx) => through(tx, wanted, tell, async () => {}))
}

/** The same, and what differs is stored as computed: in one transaction, with one line in the ledger. */
export function recomputeAll(
  db: Db,
  ctx: Context,
  wanted: Wanted,
  tell: (done: number, of: number) => void = () => {},
): Promise<Hitungan> {
  return inTransaction(db, async (tx) => {
    await store.lockCapaian(tx)
    const done = await through(tx, wanted, tell, (changes) => save(tx, ctx, changes))
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
  onChanges: (changes: readonly Perbedaan[]) => Promise<void>,
): Promise<Hitungan> {
  const years = (await officesByYear(tx)).filter(([year]) => tahun === undefined || year === tahun)
  const batches = years.flatMap(([year, units]) =>
    inBatches(units.filter((u) => unit === undefined || u === unit)).map((units) => ({ year, units })),
  )
  const perbedaan: Perbedaan[] = []
  let [diperiksa, jumlahPerbedaan] = [0, 0]
  for (const [i, { year, units }] of batches.entries()) {
    const bahan = await loadBahanOf(tx, units, [year])
    const rows = computed(bahan, wholeYear(bahan, units, year))
    const changes = differences(await store.listTersimpan(tx, units, stored(year), null), rows)
    await onChanges(changes)
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
