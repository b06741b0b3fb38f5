// Which results rest on a cell: its own wholes, what refers to it in the office, and what refers to it from the offices above. Pure.
import type { IndikatorRef } from '../rumus/tree.ts'
import { references } from './formula.ts'
import type { Versi } from './hasil.ts'
import type { Place } from './pengukuran.ts'
import { containing, shift } from './periode.ts'
import { placeKey } from './place-map.ts'

export type Around = {
  /** Every version of the unit's dictionary. */
  readonly versions: (unit: string) => readonly Versi[]
  readonly versi: (unit: string, kode: string, periode: string) => Versi | undefined
  /** The units that a unit stands under in the period's year. */
  readonly atasan: (unit: string, periode: string) => readonly string[]
  /** Whether results of that unit and year are kept at all. */
  readonly kept: (unit: string, periode: string) => boolean
}

type User = { readonly kode: string; readonly ref: IndikatorRef }

/** The cells themselves and every cell that rests on them, however indirectly. */
export function dependentsOf(changed: readonly Place[], around: Around): Place[] {
  const known = new Map<string, Map<string, User[]>>()
  /** Who in the unit's dictionary refers to a code. */
  const usersOf = (unit: string, kode: string): readonly User[] => {
    const users = known.get(unit) ?? Map.groupBy(allUsers(around.versions(unit)), ({ ref }) => ref.kode)
    known.set(unit, users)
    return users.get(kode) ?? []
  }
  const found = new Map<string, Place>()
  const waiting = [...changed]
  const users = (unit: string, cell: Place, anak: boolean): Place[] =>
    usersOf(unit, cell.kode).flatMap(({ kode, ref }) => {
      const periode = ref.anak === anak ? shift(cell.periode, -ref.periode, -ref.tahun) : undefined
      const versi = periode && around.versi(unit, kode, periode)
      return versi && references(versi).some((r) => same(r, ref)) ? [{ unit, kode, periode }] : []
    })
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    if (found.has(placeKey(cell)) || !around.kept(cell.unit, cell.periode)) continue
    found.set(placeKey(cell), cell)
    const { unit, kode, periode } = cell
    for (const whole of containing(periode)) waiting.push({ unit, kode, periode: whole })
    waiting.push(...users(unit, cell, false))
    for (const above of around.atasan(unit, periode)) waiting.push(...users(above, cell, true))
  }
  return [...found.values()]
}

function allUsers(versions: readonly Versi[]): User[] {
  const all = versions.flatMap((v) => references(v).map((ref) => ({ kode: v.kode, ref })))
  return [...new Map(all.map((user) => [JSON.stringify(user), user])).values()]
}

const same = (a: IndikatorRef, b: IndikatorRef) =>
  a.kode === b.kode && a.periode === b.periode && a.tahun === b.tahun && a.anak === b.anak
