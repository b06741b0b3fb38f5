// Tables as a formula sees them: rows for where a figure stands, columns for computing.
import { type Datum, fold, KOSONG, type Row, type Table } from './value.ts'

export type TableRow = { readonly cells: Readonly<Record<string, Datum>>; readonly asal?: unknown }

/** A cell that a row lacks is KOSONG; a cell without its own `asal` stands where its row stands. */
export function table(rows: readonly TableRow[]): Table {
  const folded = rows.map((row) => new Map(Object.entries(row.cells).map(([name, cell]) => [fold(name), placed(cell, row.asal)])))
  const names = new Set(folded.flatMap((row) => [...row.keys()]))
  const columns = [...names].map((name) => [name, folded.map((row, i) => row.get(name) ?? placed(KOSONG, rows[i]?.asal))] as const)
  return { status: 'TABEL', rows: folded, columns: new Map(columns) }
}

function placed(cell: Datum, asal: unknown): Datum {
  return asal === undefined || cell.status === 'GALAT' || cell.asal !== undefined ? cell : { ...cell, asal }
}

/** The words of a row that say which one it is: its texts, except the column that is looked at. */
export function dimensions(row: Row, except?: string): Record<string, string> {
  const texts = [...row].flatMap(([name, cell]) =>
    name !== except && cell.status === 'NILAI' && typeof cell.nilai === 'string' ? [[name, cell.nilai] as const] : [],
  )
  return Object.fromEntries(texts)
}
