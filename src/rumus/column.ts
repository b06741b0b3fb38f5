// Functions from a column to a column.
import { type Decimal, isDecimal, ZERO } from '../platform/kernel/decimal.ts'
import type { Frame } from './context.ts'
import { notAColumn, test, zip } from './elementwise.ts'
import { settled } from './operators.ts'
import {
  type Absence,
  columnValue,
  type Datum,
  type Exact,
  exact,
  type Galat,
  galat,
  isColumn,
  kindOf,
  type Letak,
  type Scalar,
  strongest,
  type Value,
} from './value.ts'

const OUT = exact(false)

/**
 * FILTER(column, condition): the cells whose condition holds. A row whose condition is not known is kept as that state:
 * whether it belongs is as unknown as its value.
 */
export function filter([value, condition]: readonly Value[], letak: Letak): Value {
  if (!isColumn(value!)) return notAColumn('FILTER', value!, letak)
  const verdicts = zip([value, condition!], letak, ([cell, condition]) => {
    const verdict = test(condition!, letak)
    return typeof verdict === 'boolean' ? (verdict ? cell! : OUT) : verdict
  })
  if (!isColumn(verdicts)) return verdicts
  const { cells, rows, keys, none } = value.nilai
  const kept = verdicts.nilai.cells.flatMap((cell, i) => (cell === OUT ? [] : [i]))
  const pick = <T>(items: readonly T[]): T[] => kept.map((i) => items[i]!)
  return columnValue({
    cells: pick(verdicts.nilai.cells),
    rows: rows.length > 0 ? pick(rows) : [],
    keys: keys.map((key) => ({ name: key.name, cells: pick(key.cells) })),
    none: cells.length === 0 ? none : galat('KELOMPOK_KOSONG', 'Tidak ada baris yang memenuhi syarat FILTER.', letak),
  })
}

/** CUMSUM(column): each cell the sum so far. From a missing cell on, the sums are missing too, unless the policy counts what is there. */
export function cumulate([value]: readonly Value[], letak: Letak, frame: Frame): Value {
  if (!isColumn(value!)) return notAColumn('CUMSUM', value!, letak)
  let sum: Decimal = ZERO
  let broken: Absence | Galat | null = null
  const cells = value.nilai.cells.map((cell): Datum => {
    const state = cell.status !== 'NILAI' ? cell : isDecimal(cell.nilai) ? null : notANumber(cell.nilai, letak)
    if (state?.status === 'TIDAK_DITARGETKAN') return state
    if (state && state.status !== 'GALAT' && frame.kebijakan?.hitungYangAda) {
      frame.note?.('Jumlah berjalan melewati nilai yang belum ada.')
      return state
    }
    if (state) broken = strongest(broken ? [broken, state] : [state])
    else sum = sum.plus((cell as Exact).nilai as Decimal)
    return broken ?? settled(sum, letak)
  })
  return columnValue({ ...value.nilai, cells })
}

function notANumber(scalar: Scalar, letak: Letak): Galat {
  return galat('JENIS_TIDAK_COCOK', `Hanya angka yang dapat dijumlahkan; di sini ada ${kindOf(scalar)}.`, letak)
}
