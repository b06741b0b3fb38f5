// Things by unit, code and period. A province asks for millions of cells: three steps down are cheaper than a key put together.
import type { Place } from './pengukuran.ts'

export const placeKey = ({ unit, kode, periode }: Place) => `${unit} ${kode} ${periode}`

export class PlaceMap<T> {
  readonly #units = new Map<string, Map<string, Map<string, T>>>()

  get(unit: string, kode: string, periode: string): T | undefined {
    return this.#units.get(unit)?.get(kode)?.get(periode)
  }

  set(unit: string, kode: string, periode: string, value: T): void {
    const codes = below(this.#units, unit)
    below(codes, kode).set(periode, value)
  }

  /** What is there, else what is made for it, and from then on there. */
  ensure(unit: string, kode: string, periode: string, make: () => T): T {
    const known = this.get(unit, kode, periode)
    if (known !== undefined) return known
    const made = make()
    this.set(unit, kode, periode, made)
    return made
  }
}

function below<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = maps.get(key)
  if (known) return known
  const made = new Map<string, T>()
  maps.set(key, made)
  return made
}

/** The items in lists by their place, in their order. */
export function groupByPlace<T extends Place>(items: readonly T[]): PlaceMap<T[]> {
  const lists = new PlaceMap<T[]>()
  for (const item of items) lists.ensure(item.unit, item.kode, item.periode, () => []).push(item)
  return lists
}
