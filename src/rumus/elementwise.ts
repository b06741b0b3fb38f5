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
  const orders = new Map<Column, readonly number[]>()
  for (const column of columns) {
    if (column.cells.length !== lead.cells.length) return differentLength(lead, column, letak)
    if (column === lead || !column.keys.length) continue
    const order = rowsLike(column, lead)
    if (!order) return differentGroups(letak)
    orders.set(column, order)
  }
  const at = (column: Column, i: number) => column.cells[orders.get(column)?.[i] ?? i]!
  const cells = lead.cells.map((_, i) => each(values.map((value) => (isColumn(value) ? at(value.nilai, i) : value))))
  return columnValue({ ...lead, cells })
}

/**
 * For each row of `lead` the row of `column` that goes with it: of grouped columns that of the same group, in whichever order
 * the groups stand; else that in the same place. Undefined where the groups are others.
 */
export function rowsLike(column: Column, lead: Column): readonly number[] | undefined {
  if (column === lead || !column.keys.length || !lead.keys.length) return lead.cells.map((_, i) => i)
  const own = new Map(groupsOf(column).map((group, i) => [group, i]))
  const rows = groupsOf(lead).flatMap((group) => own.get(group) ?? [])
  return rows.length === lead.cells.length && own.size === lead.cells.length ? rows : undefined
}

export function differentGroups(letak: Letak): Galat {
  return galat('KELOMPOK_BERBEDA', 'Kedua kolom dikelompokkan dengan kunci yang berbeda, jadi barisnya tidak berpasangan.', letak)
}

/** As `zip` over exact values: where a state stands among the cells of a row, the strongest state is the row's result. */
export function lift(values: readonly Value[], letak: Letak, apply: (scalars: readonly Scalar[]) => Datum): Value {
  return zip(values, letak, (cells) => strongest(cells) ?? apply(cells.map((cell) => (cell as Exact).nilai)))
}

/** Each group of a column as a text: equal texts are the same group. */
function groupsOf({ cells, keys }: Column): string[] {
  return cells.map((_, i) => JSON.stringify(keys.map((key) => keyText(key.cells[i]!))))
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
