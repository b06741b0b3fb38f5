// Row by row: columns of equal length go together, a single value goes with every row.
import {
  type Column,
  columnValue,
  type Datum,
  type Exact,
  type Galat,
  galat,
  isColumn,
  kindOf,
  type Letak,
  type Scalar,
  scalarText,
  strongest,
  type Value,
} from './value.ts'

/** Applies `each` to every row of the values; to the values themselves where none is a column. */
export function zip(values: readonly Value[], letak: Letak, each: (cells: readonly Datum[]) => Datum): Value {
  const columns = values.filter(isColumn).map((value) => value.nilai)
  if (columns.length === 0) return each(values as readonly Datum[])
  const lead = columns.find((column) => column.keys.length > 0) ?? columns[0]!
  for (const column of columns) {
    if (column.cells.length !== lead.cells.length) {
      return differentLength(lead, column, letak)
    }
    if (column.keys.length > 0 && groupsOf(column) !== groupsOf(lead)) {
      return galat(
        'KELOMPOK_BERBEDA',
        'Kedua kolom dikelompokkan dengan kunci yang berbeda, jadi barisnya tidak berpasangan.',
        letak,
      )
    }
  }
  const cells = lead.cells.map((_, i) => each(values.map((value) => (isColumn(value) ? value.nilai.cells[i]! : value))))
  return columnValue({ ...lead, cells })
}

/** As `zip` over exact values: where a state stands among the cells of a row, the strongest state is the row's result. */
export function lift(values: readonly Value[], letak: Letak, apply: (scalars: readonly Scalar[]) => Datum): Value {
  return zip(values, letak, (cells) => strongest(cells) ?? apply(cells.map((cell) => (cell as Exact).nilai)))
}

/** The key values of a column's groups as one text: equal texts are the same groups in the same order. */
function groupsOf(column: Column): string {
  return JSON.stringify(column.keys.map((key) => key.cells.map(keyText)))
}

/** A text that two cells share if, and only if, they are the same value of the same kind. */
export function keyText(cell: Datum): string {
  return cell.status === 'NILAI' ? `${typeof cell.nilai}:${scalarText(cell.nilai)}` : cell.status
}

/** A condition's answer; where it has none, the state or GALAT that stands in its place. */
export function test(cell: Datum, letak: Letak): boolean | Datum {
  if (cell.status !== 'NILAI') return cell
  if (typeof cell.nilai === 'boolean') return cell.nilai
  return galat('JENIS_TIDAK_COCOK', `Syarat harus benar/salah, misalnya a > b; di sini ada ${kindOf(cell.nilai)}.`, letak)
}

export function differentLength(a: Column, b: Column, letak: Letak): Galat {
  return galat('PANJANG_BERBEDA', `Kolom tidak sama panjang: ${a.cells.length} dan ${b.cells.length} baris.`, letak)
}

export function notAColumn(name: string, value: Value, letak: Letak): Value {
  if (value.status !== 'NILAI') return value
  return galat('BUKAN_KOLOM', `${name} memerlukan kolom tabel, misalnya tabel[kolom]; di sini ada ${kindOf(value.nilai)}.`, letak)
}
