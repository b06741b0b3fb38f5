// Stored results are derived: whatever is written, exactly what rests on it is computed anew; and all of it can be, at any time.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { record } from '../platform/audit/ledger.ts'
import { type Connection, type Db, inSnapshot, inTransaction, type Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { type Around, dependentsOf } from './dependents.ts'
import type { Loaded, Versi } from './hasil.ts'
import { completions, differences, type Perbedaan, rowOf, seriesOf, type Tersimpan } from './hitungan.ts'
import { Measurement } from './measure.ts'
import type { Place } from './pengukuran.ts'
import { periodsOf, stored } from './periode.ts'
import { placeKey } from './place-map.ts'
import { loadAround, loadBahanOf, officesByYear } from './queries-bahan.ts'
import * as store from './store/hitungan.ts'
import { saveCapaian } from './store.ts'

/** Recomputes what rests on these cells, they included, and writes the results that are no longer what they were. */
export async function recompute(tx: Tx, ctx: Context, changed: readonly Place[]): Promise<readonly Perbedaan[]> {
  const units = [...new Set(changed.map((c) => c.unit))]
  const lines = await store.listAtasan(tx, units)
  // What an office above comes to rests on its other units too: two that change at once go one after the other.
  await store.lockUnits(tx, [...units, ...lines.map((g) => g.induk)])
  const around = await loadAround(tx, units, lines)
  const opened = await openYears(tx, changed, around)
  const cells = dependentsOf([...changed, ...opened.cells], { ...around, kept: opened.kept }).filter((c) => isStored(c.periode))
  if (!cells.length) return []
  const periods = [...new Set(cells.map((c) => c.periode))]
  const codes = [...new Set(cells.map((c) => c.kode))]
  const touched = [...new Set(cells.map((c) => c.unit))]
  const wanted = new Set(cells.map(placeKey))
  const before = (await store.listTersimpan(tx, touched, periods, codes)).filter((row) => wanted.has(placeKey(row)))
  const changes = differences(before, await computedAnew(tx, cells, { units: touched, codes, years: yearsOf(cells), wanted }))
  await save(tx, ctx, changes)
  return changes
}

type Reached = { units: readonly string[]; codes: readonly string[]; years: readonly number[]; wanted: ReadonlySet<string> }

/** These cells from their sources; what else stands below them is as it is stored, or read too where that does not say enough. */
async function computedAnew(tx: Tx, cells: readonly Place[], { units, codes, years, wanted }: Reached): Promise<Tersimpan[]> {
  const anew = { cells: wanted, lacking: new Set<string>() }
  for (;;) {
    const lacking = anew.lacking.size
    const rows = computed(await loadBahanOf(tx, units, years, { codes, lean: true, anew }), cells)
    if (anew.lacking.size === lacking) return rows
  }
}

const yearsOf = (cells: readonly Place[]) => [...new Set(cells.map((c) => yearOf(c.periode)))]

/** The same for everything that an office holds of a year, as after an import. */
export async function recomputeYear(tx: Tx, ctx: Context, unit: string, year: number): Promise<void> {
  const { versions } = await loadAround(tx, [unit], [])
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

async function save(tx: Tx, ctx: Context, changes: readonly Perbedaan[], more: readonly Tersimpan[] = []): Promise<void> {
  await saveCapaian(tx, [...changes.flatMap((c) => c.dihitung ?? []), ...more], ctx.now)
  await store.deleteCapaian(
    tx,
    changes.filter((c) => !c.dihitung),
  )
}

export type Hitungan = { readonly diperiksa: number; readonly perbedaan: readonly Perbedaan[]; readonly jumlahPerbedaan: number }
type Wanted = { readonly unit?: string; readonly tahun?: number }
export type HitunganOptions = {
  readonly tell?: (done: number, of: number) => void
  /** Where several threads may read the same state of the database, each over a connection of its own. */
  readonly threads?: { readonly connection: Connection; readonly count: number; readonly memory?: number }
}

/** So many offices at a time, so that memory does not grow with the province. */
const OFFICES = 16
/** So many differences are told; all are counted, and all are stored. */
const TOLD = 1_000

/** Computes every stored result anew from its sources and says which differ; nothing is written. */
export function checkAll(db: Db, wanted: Wanted, options: HitunganOptions = {}): Promise<Hitungan | Refusal> {
  return inSnapshot(db, (tx) => through(tx, wanted, options, async () => {}))
}

/** The same, and what differs is stored as computed: in one transaction, with one line in the ledger. */
export function recomputeAll(db: Db, ctx: Context, wanted: Wanted, options: HitunganOptions = {}): Promise<Hitungan | Refusal> {
  return inTransaction(db, async (tx) => {
    await store.lockCapaian(tx)
    const done = await through(tx, wanted, options, async ({ changes, completed }, { units, years }) => {
      for (const year of years) await store.insertTahunCapaian(tx, units, year)
      await save(tx, ctx, changes, completed)
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
  wanted: Wanted,
  { tell = () => {}, threads }: HitunganOptions,
  onBatch: (found: Computed, batch: Batch) => Promise<void>,
): Promise<Hitungan | Refusal> {
  const { unit, tahun } = wanted
  const batches = await batchesOf(tx, wanted, threads?.count ?? 0)
  if (unit !== undefined && !batches.length)
    return refuse('TIDAK_DITEMUKAN', `Tidak ada data ${unit}${tahun ? ` untuk ${tahun}` : ''} yang dapat dihitung ulang.`, {
      field: 'unit',
    })
  const perbedaan: Perbedaan[] = []
  let [diperiksa, jumlahPerbedaan, done] = [0, 0, 0]
  const take = async (batch: Batch, found: Computed) => {
    await onBatch(found, batch)
    diperiksa += found.diperiksa
    jumlahPerbedaan += found.changes.length
    perbedaan.push(...found.changes.slice(0, TOLD - perbedaan.length))
    tell(++done, batches.length)
  }
  if (threads && batches.length > 1) await inThreads(tx, threads, batches, take)
  else for (const batch of batches) await take(batch, await computeBatch(tx, batch))
  return { diperiksa, perbedaan, jumlahPerbedaan }
}

/** Offices that keep results of the same years go together: what one year rests on in another is then read once. */
async function batchesOf(tx: Tx, { unit, tahun }: Wanted, threads: number): Promise<Batch[]> {
  const yearsOf = new Map<string, number[]>()
  for (const [year, units] of await officesByYear(tx))
    if (tahun === undefined || year === tahun)
      for (const u of units) if (unit === undefined || u === unit) yearsOf.set(u, [...(yearsOf.get(u) ?? []), year])
  return [...Map.groupBy(yearsOf, ([, years]) => years.join(' ')).values()].flatMap((offices) => {
    const [years, units] = [offices[0]![1], offices.map(([u]) => u).sort()]
    // Of a few offices every thread has some, and none waits long for the last.
    const size = threads ? Math.min(OFFICES, Math.ceil(units.length / (threads * 4))) : OFFICES
    return Array.from({ length: Math.ceil(units.length / size) }, (_, i) => ({
      years,
      units: units.slice(i * size, (i + 1) * size),
    }))
  })
}

export type Batch = { readonly units: readonly string[]; readonly years: readonly number[] }
export type Computed = {
  readonly diperiksa: number
  readonly changes: readonly Perbedaan[]
  readonly completed: readonly Tersimpan[]
}

export async function computeBatch(on: Db, { units, years }: Batch): Promise<Computed> {
  const bahan = await loadBahanOf(on, units, years, { lean: true })
  const periods = years.flatMap(stored).sort()
  const asStored = new Map((await store.listSeries(on, units, periods)).map((d) => [`${d.unit} ${d.kode}`, d.isi]))
  // What is letter for letter as it is stored needs no look at its single rows.
  const doubtful: Tersimpan[] = []
  let diperiksa = 0
  for (const unit of units) {
    // Of its own for each office: what it measured can be forgotten, and little rests on another office of the batch.
    const measurement = new Measurement(bahan)
    for (const kode of bahan.kode(unit)) {
      const rows = periods.flatMap((periode) => rowOf(bahan, measurement, { unit, kode, periode }) ?? [])
      diperiksa += rows.length
      const name = `${unit} ${kode}`
      if (seriesOf(rows) === (asStored.get(name) ?? '')) asStored.delete(name)
      else doubtful.push(...rows)
    }
  }
  if (!doubtful.length && !asStored.size) return { diperiksa, changes: [], completed: [] }
  const names = new Set([...asStored.keys(), ...doubtful.map((r) => `${r.unit} ${r.kode}`)])
  const before = (await store.listTersimpan(on, units, periods, null)).filter((r) => names.has(`${r.unit} ${r.kode}`))
  const changes = differences(before, doubtful)
  return { diperiksa: diperiksa + changes.filter((c) => !c.dihitung).length, changes, completed: completions(before, doubtful) }
}

/** Most memory of one thread, in MiB: within it garbage is collected in time; a batch with more to hold is computed by the main thread. */
const MEMORY = 320

/** Each thread takes the next batch when it has done one, and reads what this transaction read when it began. */
async function inThreads(
  tx: Tx,
  { connection, count, memory = MEMORY }: NonNullable<HitunganOptions['threads']>,
  batches: readonly Batch[],
  take: (batch: Batch, found: Computed) => Promise<void>,
): Promise<void> {
  const workerData = { connection, snapshot: await store.exportSnapshot(tx) }
  const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 }
  const start = () => new Worker(new URL('./commands-hitungan-thread.ts', import.meta.url), { workerData, resourceLimits })
  const waiting = batches.values()
  const work = async (): Promise<void> => {
    let worker: Worker | undefined
    try {
      for (const batch of waiting) {
        worker ??= start()
        const answer = await ask(worker, batch)
        if (!answer) worker = undefined
        inOrder = inOrder.then(async () => take(batch, answer ?? (await computeBatch(tx, batch))))
        await inOrder
      }
    } finally {
      await worker?.terminate()
    }
  }
  // One statement after the other goes over the connection of the transaction.
  let inOrder: Promise<void> = Promise.resolve()
  await Promise.all(Array.from({ length: count }, work))
}

/** What the thread found; undefined where it ended because it had no room for it. */
async function ask(worker: Worker, batch: Batch): Promise<Computed | undefined> {
  worker.postMessage(batch)
  try {
    const [answer] = (await once(worker, 'message')) as [Computed]
    return answer
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return undefined
    throw error
  }
}

/** A sample of the stored results, chosen by the seed, against what their sources give. */
export function checkSample(db: Db, size: number, seed: string): Promise<Hitungan> {
  return inSnapshot(db, async (tx) => {
    const rows = await store.sampleTersimpan(tx, size, seed)
    const perbedaan: Perbedaan[] = []
    for (const [, ofOffice] of Map.groupBy(rows, (r) => `${r.unit} ${yearOf(r.periode)}`)) {
      const { unit, periode } = ofOffice[0]!
      const bahan = await loadBahanOf(tx, [unit], [yearOf(periode)], {
        codes: [...new Set(ofOffice.map((r) => r.kode))],
        lean: true,
      })
      perbedaan.push(...differences(ofOffice, computed(bahan, ofOffice)))
    }
    return { diperiksa: rows.length, perbedaan, jumlahPerbedaan: perbedaan.length }
  })
}
