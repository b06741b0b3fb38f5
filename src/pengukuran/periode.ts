// How periods lie in each other.
import { daysOf, yearOf } from '../platform/kernel/time.ts'

/** The ways a period falls into parts, the coarsest first. */
export const partsOf = remembered((periode: string): string[][] => {
  const year = yearOf(periode)
  const list = (mark: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${year}-${mark}${mark === 'B' ? String(from + i).padStart(2, '0') : from + i}`)
  const semester = /-S([12])$/.exec(periode)?.[1]
  const quarter = /-TW([1-4])$/.exec(periode)?.[1]
  if (/^\d{4}$/.test(periode)) return [list('S', 1, 2), list('TW', 1, 4), list('B', 1, 12)]
  if (semester)
    return [list('TW', Number(semester) * 2 - 1, Number(semester) * 2), list('B', Number(semester) * 6 - 5, Number(semester) * 6)]
  if (quarter) return [list('B', Number(quarter) * 3 - 2, Number(quarter) * 3)]
  return []
})

/** `2024-S1`, and no other kind of period. */
export const isSemester = (periode: string): boolean => periode[5] === 'S'

/** The periods that contain a period, the nearest first: a month's quarter, semester and year. */
export function containing(periode: string): string[] {
  return stored(yearOf(periode)).filter((p) => partsOf(p).some((parts) => parts.includes(periode)))
}

/** The period `steps` of the same kind and `years` later; undefined where that is no period. */
export function shift(periode: string, steps: number, years: number): string | undefined {
  const read = readPeriod(periode)
  if (!read) return undefined
  if (steps === 0 && years === 0) return periode
  const [, year, mark, number] = read
  if (!mark) return String(Number(year) + years + steps)
  const size = { TW: 4, S: 2, B: 12 }[mark]!
  const at = Number(number) - 1 + steps
  const to = Number(year) + years + Math.floor(at / size)
  const within = (((at % size) + size) % size) + 1
  return `${to}-${mark}${mark === 'B' ? String(within).padStart(2, '0') : within}`
}

const readPeriod = remembered((periode: string) => /^(\d{4})(?:-(TW|S|B)(\d+))?$/.exec(periode))

/** Where an agreement keeps the target of a period; a semester has none of its own. */
export const agreedKey = remembered((periode: string): string => `${yearOf(periode)} ${periode.slice(5) || 'TAHUNAN'}`)

/** Every period of a year, months included. */
export function periodsOf(year: number): string[] {
  return [...stored(year), ...Array.from({ length: 12 }, (_, i) => `${year}-B${String(i + 1).padStart(2, '0')}`)]
}

/** The periods of a year whose results are stored; months are only parts. */
export function stored(year: number): string[] {
  return ['TW1', 'TW2', 'TW3', 'TW4', 'S1', 'S2'].map((p) => `${year}-${p}`).concat(String(year))
}

export const lastDay = remembered((periode: string): string => daysOf(periode).sampai)

/** Millions of cells ask for the same few periods. */
function remembered<T>(of: (periode: string) => T): (periode: string) => T {
  const known = new Map<string, T>()
  return (periode) => {
    const before = known.get(periode)
    if (before !== undefined) return before
    const found = of(periode)
    known.set(periode, found)
    return found
  }
}
