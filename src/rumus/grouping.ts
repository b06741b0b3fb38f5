// `AGG(x BY k)`: over a whole column, or one value for each distinct key.
import { type Aggregate, sumOfProducts } from './aggregate.ts'
import type { Frame, Run } from './context.ts'
import { differentGroups, differentLength, keyText, notAColumn, rowsLike } from './elementwise.ts'
import {
  type Column,
  columnValue,
  type Datum,
  type Galat,
  galat,
  isColumn,
  type Key,
  KOSONG,
  type Letak,
  type Value,
} from './value.ts'

export type By = { readonly name: string; readonly run: Run }

export function summarise(aggregate: Aggregate, args: readonly Value[], letak: Letak, frame: Frame): Datum {
  if (aggregate === sumOfProducts && !sameOrder(args)) return differentGroups(letak)
  const none = args.find(isColumn)?.nilai.none ?? KOSONG
  return aggregate(
    args.map((arg) => (isColumn(arg) ? arg.nilai.cells : [arg])),
    { letak, frame, none },
  )
}

/** Row by row, groups must stand in the same order. */
function sameOrder(args: readonly Value[]): boolean {
  const grouped = args.filter(isColumn).flatMap(({ nilai }) => (nilai.keys.length ? nilai : []))
  return grouped.every((column) => {
    const lead = grouped[0]!
    return column.cells.length !== lead.cells.length || rowsLike(column, lead)?.every((row, i) => row === i)
  })
}

/** One value for each distinct key, in the order in which the keys first appear; the result remembers its keys. */
export function summariseBy(aggregate: Aggregate, args: readonly Value[], by: readonly By[], letak: Letak, frame: Frame): Value {
  const columns: Column[] = []
  for (const arg of args) {
    if (!isColumn(arg)) return notAColumn('BY', arg, letak)
    columns.push(arg.nilai)
  }
  const lead = columns[0]!
  const uneven = columns.find((column) => column.cells.length !== lead.cells.length)
  if (uneven) return differentLength(lead, uneven, letak)
  // Of no row at all there are no groups, and no key to look up: what the column says about that is passed on.
  if (lead.cells.length === 0)
    return columnValue({ cells: [], rows: [], keys: by.map(({ name }) => ({ name, cells: [] })), none: lead.none })
  const parted = partition(lead, by, letak, frame)
  if ('status' in parted) return parted
  const { keys, groups } = parted
  const pick = (cells: readonly Datum[], rows: readonly number[]) => rows.map((row) => cells[row]!)
  const firsts = groups.map((rows) => rows[0]!)
  return columnValue({
    cells: groups.map((rows) =>
      aggregate(
        columns.map((column) => pick(column.cells, rows)),
        { letak, frame, none: KOSONG },
      ),
    ),
    rows: [],
    keys: keys.map(({ name, cells }) => ({ name, cells: pick(cells, firsts) })),
    none: lead.none,
  })
}

/** The keys of a column and the rows of each group, in the order in which the groups first appear. */
export function partition(
  lead: Column,
  by: readonly By[],
  letak: Letak,
  frame: Frame,
): { readonly keys: readonly Key[]; readonly groups: readonly (readonly number[])[] } | Value {
  const keys: Key[] = []
  for (const { name, run } of by) {
    const key = keyOf(lead, name, run, letak, frame)
    if ('status' in key) return key
    keys.push(key)
  }
  const groups = groupRows(lead.cells.length, keys, letak)
  return 'status' in groups ? groups : { keys, groups }
}

/** The cells to group by: a key that the column was grouped by before, or a column of the same rows. */
function keyOf(column: Column, name: string, run: Run, letak: Letak, frame: Frame): Key | Value {
  const known = column.keys.find((key) => key.name === name)
  if (known) return known
  if (column.keys.length > 0) {
    const names = column.keys.map((key) => key.name).join(', ')
    const pesan = `Nilai ini sudah dikelompokkan; kelompokkan lagi hanya menurut ${names}, bukan ${name}.`
    return galat('KUNCI_TIDAK_DIKENAL', pesan, letak)
  }
  const value = run(frame)
  if (!isColumn(value)) return notAColumn('BY', value, letak)
  const cells = aligned(value.nilai, column)
  return cells ? { name, cells } : differentLength(column, value.nilai, letak)
}

/**
 * The key's cells beside the column's. A filtered column finds its own rows again among those of the whole table;
 * columns of two tables go together where they are equally long.
 */
function aligned(key: Column, column: Column): readonly Datum[] | null {
  if (key.rows === column.rows && key.cells.length === column.cells.length) return key.cells
  const places = new Map(key.rows.map((row, i) => [row, i]))
  const found = column.rows.flatMap((row) => places.get(row) ?? [])
  if (found.length === 0) return key.cells.length === column.cells.length ? key.cells : null
  return found.length === column.cells.length ? found.map((i) => key.cells[i]!) : null
}

function groupRows(length: number, keys: readonly Key[], letak: Letak): number[][] | Galat {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < length; row += 1) {
    const unknown = keys.find((key) => key.cells[row]!.status !== 'NILAI')
    if (unknown) return galat('KUNCI_KOSONG', `Baris ${row + 1} tanpa ${unknown.name}: kelompoknya tidak diketahui.`, letak)
    const name = JSON.stringify(keys.map((key) => keyText(key.cells[row]!)))
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return [...groups.values()]
}
