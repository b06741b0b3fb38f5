// Units of figures, as powers of base units: rupiah / rupiah has none left, and no rupiah can be added to a percentage.

import { readSatuan } from '../platform/kernel/satuan.ts'

/** null fits every other: a figure whose unit nobody has said. */
export type Satuan = ReadonlyMap<string, number> | null

/** Points on a scale: such a figure may be weighted and averaged, but its powers mean nothing. */
const POINTS = new Set(['persen', 'nilai', 'indeks', 'skor', 'poin', 'predikat', 'rasio', 'angka'])
/** What papers spell in many ways and a formula reckons with; any other unit is its own word. */
const SPELT: Readonly<Record<string, string>> = { Persen: 'persen', Rp: 'rupiah' }

export const PURE: Satuan = new Map()

export function unitOf(text: string | null | undefined): Satuan {
  const folded = text
    ?.trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ \(%\)$/, '')
  return folded ? new Map([[SPELT[readSatuan(folded)?.satuan ?? ''] ?? folded, 1]]) : null
}

/** `times` -1 divides. */
export function multiply(a: Satuan, b: Satuan, times: 1 | -1 = 1): Satuan {
  if (a === null || b === null) return null
  const powers = new Map(a)
  for (const [unit, power] of b) powers.set(unit, (powers.get(unit) ?? 0) + times * power)
  const left = new Map([...powers].filter(([, power]) => power !== 0))
  return left.size > 0 && [...left.keys()].every((unit) => POINTS.has(unit)) && !isPoints(left) ? null : left
}

export function raise(a: Satuan, power: number): Satuan {
  return a && new Map([...a].map(([unit, own]) => [unit, own * power]))
}

const isPoints = (a: ReadonlyMap<string, number>) =>
  a.size === 1 && [...a].every(([unit, power]) => POINTS.has(unit) && power === 1)

/** Whether figures of the two may be added or compared: a ratio fits the points of any scale. */
export function fits(a: Satuan, b: Satuan): boolean {
  if (a === null || b === null) return true
  if (a.size === 0 || b.size === 0) return (a.size === 0 || isPoints(a)) && (b.size === 0 || isPoints(b))
  return a.size === b.size && [...a].every(([unit, power]) => b.get(unit) === power)
}

export function unitInWords(a: Satuan): string {
  if (a === null) return 'satuan yang tidak disebut'
  if (a.size === 0) return 'perbandingan tanpa satuan'
  const said = [...a].map(([unit, power]) => (power === 1 ? unit : `${unit} pangkat ${power}`))
  return said.join(' kali ')
}
