// Many cells to one value.
import { type Decimal, isDecimal, ONE, toText, ZERO } from '../platform/kernel/decimal.ts'
import type { Frame } from './context.ts'
import { OPERATORS, settled } from './operators.ts'
import { type Datum, exact, galat, kindOf, type Letak, strongest } from './value.ts'

export type AggregateCall = { readonly letak: Letak; readonly frame: Frame; readonly none: Datum }
/** `columns` are the cells of each argument; a single value is a column of one. */
export type Aggregate = (columns: readonly (readonly Datum[])[], call: AggregateCall) => Datum

type Combine = (numbers: readonly Decimal[], letak: Letak) => Datum

/**
 * An aggregate of numbers. Not-targeted cells are skipped; not-released and missing ones make the result the same state,
 * unless the indicator's policy counts what is there, and then the trace says so. Nothing becomes 0 by its absence.
 */
export function ofNumbers(combine: Combine): Aggregate {
  return (columns, call) => {
    const cells = columns.flat()
    if (cells.length === 0) return call.none
    const numbers: Decimal[] = []
    for (const cell of cells) {
      if (cell.status !== 'NILAI') continue
      if (!isDecimal(cell.nilai))
        return galat('JENIS_TIDAK_COCOK', `Hanya angka yang dapat diringkas; di sini ada ${kindOf(cell.nilai)}.`, call.letak)
      numbers.push(cell.nilai)
    }
    const state = strongest(cells)
    if (state === null || state.status === 'TIDAK_DITARGETKAN')
      return numbers.length > 0 ? combine(numbers, call.letak) : (state ?? call.none)
    if (state.status === 'GALAT' || !call.frame.kebijakan?.hitungYangAda || numbers.length === 0) return state
    noteCounted(cells, numbers.length, call.frame)
    return combine(numbers, call.letak)
  }
}

function noteCounted(cells: readonly Datum[], there: number, { note }: Frame): void {
  const due = cells.filter((cell) => cell.status !== 'TIDAK_DITARGETKAN').length
  note?.(`Dihitung dari ${there} nilai yang ada di antara ${due}.`)
}

export const sum: Combine = (numbers, letak) => settled(total(numbers), letak)
export const average: Combine = (numbers, letak) => settled(total(numbers).div(numbers.length), letak)
export const smallest: Combine = (numbers) => exact(numbers.reduce((a, b) => (b.lt(a) ? b : a)))
export const largest: Combine = (numbers) => exact(numbers.reduce((a, b) => (b.gt(a) ? b : a)))

export const geometricMean: Combine = (numbers, letak) => {
  const negative = numbers.find((n) => n.lt(0))
  if (negative)
    return galat('GEOMEAN_NEGATIF', `Rata-rata geometrik tidak dapat dihitung dari nilai negatif (${toText(negative)}).`, letak)
  const product = numbers.reduce((a, b) => a.times(b))
  return settled(product.pow(ONE.div(numbers.length)), letak)
}

/** How many values are there: of no row, truly 0. One that is missing may be one more, so it makes the count missing too. */
export const count: Aggregate = (columns, { frame }) => {
  const cells = columns.flat()
  const there = cells.filter((cell) => cell.status === 'NILAI').length
  const state = strongest(cells)
  if (state === null || state.status === 'TIDAK_DITARGETKAN') return exact(ONE.times(there))
  if (state.status === 'GALAT' || !frame.kebijakan?.hitungYangAda) return state
  noteCounted(cells, there, frame)
  return exact(ONE.times(there))
}

const sumOfCells = ofNumbers(sum)

/** A row with an empty state counts as that state: not-targeted rows are skipped, missing ones make the sum missing. */
export const sumOfProducts: Aggregate = (columns, call) => {
  const [first, ...rest] = columns
  const uneven = rest.find((column) => column.length !== first!.length)
  if (uneven) return galat('PANJANG_BERBEDA', `Kolom tidak sama panjang: ${first!.length} dan ${uneven.length} baris.`, call.letak)
  const times = (a: Datum, b: Datum): Datum =>
    a.status === 'NILAI' && b.status === 'NILAI' ? OPERATORS['*'](a.nilai, b.nilai, call.letak) : strongest([a, b])!
  return sumOfCells([first!.map((cell, i) => rest.reduce((product, column) => times(product, column[i]!), cell))], call)
}

function total(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((a, b) => a.plus(b), ZERO)
}
