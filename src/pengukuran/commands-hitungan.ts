import type { Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { type Around, dependentsOf } from './dependents.ts'
import type { Loaded, Versi } from './hasil.ts'
import { differences, type Perbedaan, rowOf, type Tersimpan } from './hitungan.ts'
import { Measurement } from './measure.ts'
import type { Place } from './pengukuran.ts'
import { periodsOf, stored } from './periode.ts'
import { placeKey } from './place-map.ts'
import { loadAround, loadBahanOf } from './queries-bahan.ts'
import { storedBelow } from './queries-bawah.ts'
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
  const lacking = new Set<string>()
  for (;;) {
    const before = lacking.size
    const below = storedBelow(tx, wanted, lacking)
    const rows = computed(await loadBahanOf(tx, units, years, { codes, lean: true, below }), cells)
    if (lacking.size === before) return rows
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

/** What these cells come to. */
export function computed(bahan: Loaded, cells: Iterable<Place>): Tersimpan[] {
  const measurement = new Measurement(bahan)
  return Array.from(cells).flatMap((cell) => rowOf(bahan, measurement, cell) ?? [])
}

/** Stores what was computed where it differs, and `more`. */
export async function save(tx: Tx, ctx: Context, changes: readonly Perbedaan[], more: readonly Tersimpan[] = []): Promise<void> {
  await saveCapaian(tx, [...changes.flatMap((c) => c.dihitung ?? []), ...more], ctx.now)
  await store.deleteCapaian(
    tx,
    changes.filter((c) => !c.dihitung),
  )
}
