// Everything computed anew, whenever somebody asks: each result once, from the lowest offices up, in threads where there are any.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { record } from '../platform/audit/ledger.ts'
import { type Connection, type Db, inSnapshot, inTransaction, type Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { computed, save } from './commands-hitungan.ts'
import {
  byPlace,
  completions,
  differences,
  type Perbedaan,
  packed,
  rowOf,
  seriesOf,
  stepsOf,
  type Terhitung,
  type Tersimpan,
} from './hitungan.ts'
import { Measurement } from './measure.ts'
import { stored } from './periode.ts'
import { loadBahanOf, officesByYear } from './queries-bahan.ts'
import { askedBelow, computedBelow } from './queries-bawah.ts'
import * as store from './store/hitungan.ts'

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
  const { steps, asked, childrenOf } = await planOf(tx, wanted, threads?.count ?? 0)
  if (unit !== undefined && !steps.length)
    return refuse('TIDAK_DITEMUKAN', `Tidak ada data ${unit}${tahun ? ` untuk ${tahun}` : ''} yang dapat dihitung ulang.`, {
      field: 'unit',
    })
  const perbedaan: Perbedaan[] = []
  /** By unit. */
  const known = new Map<string, Terhitung[]>()
  const ready = (offices: Offices): Batch => ({
    ...offices,
    asked,
    below: offices.units.flatMap(childrenOf).flatMap((child) => known.get(child) ?? []),
  })
  const of = steps.reduce((sum, step) => sum + step.length, 0)
  let [diperiksa, jumlahPerbedaan, done] = [0, 0, 0]
  const take = async (batch: Batch, found: Computed) => {
    await onBatch(found, batch)
    for (const [unit, rows] of Map.groupBy(found.answers, (a) => a.unit)) known.set(unit, rows)
    diperiksa += found.diperiksa
    jumlahPerbedaan += found.changes.length
    perbedaan.push(...found.changes.slice(0, TOLD - perbedaan.length))
    tell(++done, of)
  }
  if (threads && of > 1) await inThreads(tx, threads, steps, ready, take)
  else
    for (const offices of steps.flat()) {
      const batch = ready(offices)
      await take(batch, await computeBatch(tx, batch))
    }
  return { diperiksa, perbedaan: perbedaan.sort(byPlace), jumlahPerbedaan }
}

type Offices = { readonly units: readonly string[]; readonly years: readonly number[] }

/** From the lowest offices up, so that each result is computed once: what is asked of units below is known by then. */
async function planOf(tx: Tx, { unit, tahun }: Wanted, threads: number) {
  const yearsOf = new Map<string, number[]>()
  for (const [year, units] of await officesByYear(tx))
    if (tahun === undefined || year === tahun)
      for (const u of units) if (unit === undefined || u === unit) yearsOf.set(u, [...(yearsOf.get(u) ?? []), year])
  const lines = (await store.listAtasan(tx, [...yearsOf.keys()])).filter((g) => yearsOf.has(g.unit) && yearsOf.has(g.induk))
  const children = Map.groupBy(lines, (g) => g.induk)
  return {
    steps: stepsOf([...yearsOf.keys()], lines).map((units) => batchesOf(units, yearsOf, threads)),
    asked: await askedBelow(tx, [...children.keys()]),
    childrenOf: (unit: string) => [...new Set(children.get(unit)?.map((g) => g.unit))],
  }
}

/** Offices that keep results of the same years go together: what one year rests on in another is then read once. */
function batchesOf(units: readonly string[], yearsOf: ReadonlyMap<string, number[]>, threads: number): Offices[] {
  return [...Map.groupBy(units, (u) => yearsOf.get(u)!.join(' ')).values()].flatMap((same) => {
    const [years, units] = [yearsOf.get(same[0]!)!, same.sort()]
    // Of a few offices every thread has some, and none waits long for the last.
    const size = threads ? Math.min(OFFICES, Math.ceil(units.length / (threads * 4))) : OFFICES
    return Array.from({ length: Math.ceil(units.length / size) }, (_, i) => ({
      years,
      units: units.slice(i * size, (i + 1) * size),
    }))
  })
}

export type Batch = Offices & {
  /** What units below came to. */
  readonly below: readonly Terhitung[]
  /** The codes whose results units above ask for. */
  readonly asked: readonly string[]
}
export type Computed = {
  readonly diperiksa: number
  readonly changes: readonly Perbedaan[]
  readonly completed: readonly Tersimpan[]
  /** What the asked codes came to. */
  readonly answers: readonly Terhitung[]
}

export async function computeBatch(on: Db, { units, years, below, asked }: Batch): Promise<Computed> {
  const bahan = await loadBahanOf(on, units, years, { lean: true, below: computedBelow(below) })
  const periods = years.flatMap(stored).sort()
  const asStored = new Map((await store.listSeries(on, units, periods)).map((d) => [`${d.unit} ${d.kode}`, d.isi]))
  // What is letter for letter as it is stored needs no look at its single rows.
  const doubtful: Tersimpan[] = []
  const answers: Terhitung[] = []
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
      if (asked.includes(kode)) answers.push(...years.map((year) => packed(measurement, { unit, kode }, year)))
    }
  }
  if (!doubtful.length && !asStored.size) return { diperiksa, changes: [], completed: [], answers }
  const names = new Set([...asStored.keys(), ...doubtful.map((r) => `${r.unit} ${r.kode}`)])
  const before = (await store.listTersimpan(on, units, periods, null)).filter((r) => names.has(`${r.unit} ${r.kode}`))
  const changes = differences(before, doubtful)
  const more = changes.filter((c) => !c.dihitung).length
  return { diperiksa: diperiksa + more, changes, completed: completions(before, doubtful), answers }
}

/** Most memory of one thread for what stays, in MiB: within it garbage is collected in time; a batch with more to hold is computed by the main thread. */
const MEMORY = 320
/** And for what is soon forgotten: with half as much, more is copied before it is. */
const YOUNG = 128

/** Each thread takes the next batch when it has done one, and reads what this transaction read when it began. */
async function inThreads(
  tx: Tx,
  { connection, count, memory = MEMORY }: NonNullable<HitunganOptions['threads']>,
  steps: readonly (readonly Offices[])[],
  ready: (offices: Offices) => Batch,
  take: (batch: Batch, found: Computed) => Promise<void>,
): Promise<void> {
  const workerData = { connection, snapshot: await store.exportSnapshot(tx) }
  const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG }
  const start = () => new Worker(new URL('./commands-hitung-ulang-thread.ts', import.meta.url), { workerData, resourceLimits })
  const workers: (Worker | undefined)[] = Array.from({ length: count })
  // One statement after the other goes over the connection of the transaction.
  let inOrder: Promise<void> = Promise.resolve()
  try {
    for (const step of steps) {
      const waiting = step.values()
      const work = async (i: number): Promise<void> => {
        for (const offices of waiting) {
          const batch = ready(offices)
          workers[i] ??= start()
          const answer = await ask(workers[i], batch)
          if (!answer) workers[i] = undefined
          inOrder = inOrder.then(async () => take(batch, answer ?? (await computeBatch(tx, batch))))
          await inOrder
        }
      }
      await Promise.all(workers.map((_, i) => work(i)))
    }
  } finally {
    for (const worker of workers) await worker?.terminate()
  }
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
