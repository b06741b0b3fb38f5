// Which rows of a table name its columns, and over what the names reach. Pure.
import type { Draft, DraftCell, DraftRow } from './piece.ts'

const YEAR = /^(?:19|20)\d\d$/
const ORDINAL = /^(?:\(?\d{1,4}[.)]?|[a-z][.)])$/i
/** A figure that is a value: rupiah, grouped, with decimals or a percent sign, or longer than a year. */
const VALUE = /^(?:Rp\.?\s*)?-?\d[\d.,]*\s*%?$/i
const FIRST_NAME = /^(?:no|no\.|nomor|kode|#)$/i
const LONGEST_NAME = 250

const filled = (row: DraftRow): DraftCell[] => row.cells.filter((c, i) => c.column === i && c.text !== '')
const isValue = (text: string) => VALUE.test(text) && !YEAR.test(text) && !/^\d{1,2}$/.test(text)

/** Gives the first rows their roles; where the form did not say which cells are merged, also their spans. */
export function findHeader(table: Draft): void {
  const { rows } = table
  let count = rows.findIndex((r) => r.role !== 'header')
  if (count < 0) count = rows.length
  if (count === 0) count = headerLength(table)
  for (let r = 0; r < count; r++) rows[r]!.role = 'header'
  if (!table.spans) spanHeader(table, count)
  // A printer that calls the line of numbers a part of the header is believed less than the line itself.
  for (const row of rows.slice(0, count + 1)) if (isNumbering(row, table.columns)) row.role = 'numbering'
  for (const row of rows) if (row.role === 'body' && isGroup(row, table.columns)) row.role = 'group'
}

/** Whether a row can name columns, to whoever does not know the rows after it. */
export function looksLikeHeader(row: DraftRow, strict = false): boolean {
  const cells = filled(row)
  const first = row.cells[0]!.text
  if (!cells.length || ORDINAL.test(first) || cells.some((c) => isValue(c.text) || c.text.length > LONGEST_NAME)) return false
  if (!cells.some((c) => /\p{L}{2}/u.test(c.text))) return false
  return !strict || FIRST_NAME.test(first)
}

/** `1 2 3 …`, `(1) (2) …`, also where one was forgotten (`1 2 4 5`), as the forms have it below the names of columns. */
export function isNumbering(row: DraftRow, columns: number): boolean {
  const cells = filled(row)
  if (columns < 3 || cells.length < columns - 1) return false
  const numbers = cells.map((c) => /^\(?(\d{1,2})\)?$/.exec(c.text)?.[1])
  if (numbers.some((n) => n === undefined) || Number(numbers[0]) !== 1) return false
  return numbers.every((n, i) => i === 0 || (Number(n) > Number(numbers[i - 1]) && Number(n) <= i + 3))
}

/** One text at the left, and nothing else: `Sasaran Strategis`. */
export function isGroup(row: DraftRow, columns: number): boolean {
  const cells = filled(row)
  const [only] = cells
  if (columns < 3 || cells.length !== 1 || !only || only.column > 0) return false
  if (only.colSpan >= columns - 1) return true
  return only.rowSpan === 1 && /\p{L}{3}/u.test(only.text) && only.text.length <= 120
}

function headerLength(table: Draft): number {
  const { rows, columns } = table
  const first = rows[0]!
  if (rows.length < 2 || !looksLikeHeader(first) || isGroup(first, columns)) return 0
  if (columns === 2 && rows.filter((r) => /:$/.test(r.cells[0]!.text) || /^:/.test(r.cells[1]!.text)).length * 2 >= rows.length)
    return 0
  let count = 1
  while (count < Math.min(rows.length - 1, 4) && continuesHeader(rows[count - 1]!, rows[count]!)) count++
  // One row of names has a name for most columns; what a page break left over of a row has not.
  return count > 1 || filled(first).length * 2 >= columns ? count : 0
}

/** A row below a header whose texts stand only under names that reach over several columns, or that go on in it. */
function continuesHeader(above: DraftRow, row: DraftRow): boolean {
  const cells = filled(row)
  if (!cells.length || isNumbering(row, row.cells.length)) return false
  if (row.cells[0]!.column === 0 && row.cells[0]!.text !== '' && row.cells[0]!.rowSpan === 1 && above.cells[0] !== row.cells[0])
    return false
  const own = cells.filter((c) => c !== above.cells[c.column])
  if (!own.length || own.some((c) => isValue(c.text) || c.text.length > LONGEST_NAME)) return false
  const grouped = groupColumns(above)
  // Words of a name that went on below it: `Kriteria Keberhasilan` / `Rencana Aksi`, `Naik/(Turun)` / `Realisasi` beside groups.
  const goesOn = (c: DraftCell) => above.cells[c.column]!.text !== '' && !/\d/.test(c.text) && c.text.length <= 30
  return own.length >= 2 && own.every((c) => grouped.has(c.column) || goesOn(c))
}

/** Columns under a name that reaches over several: merged, or followed by empty cells. */
function groupColumns(row: DraftRow): Set<number> {
  const columns = new Set<number>()
  let head = -1
  row.cells.forEach((cell, c) => {
    if (cell.column !== c || cell.colSpan > 1) columns.add(c)
    else if (cell.text !== '') head = c
    else if (head >= 0) columns.add(head).add(c)
  })
  return columns
}

/** Empty cells right of and below a name belong to it, where the rows below say that they do. */
function spanHeader({ rows, columns }: Draft, count: number): void {
  for (let r = 0; r < count; r++) {
    const { cells } = rows[r]!
    for (let c = 0; c < columns; c++) {
      const cell = cells[c]!
      if (cell.text === '' || cell.column !== c) continue
      const below = rows.slice(r + 1, count)
      const named = (at: number) =>
        count > r + 1 ? below.some((b) => b.cells[at]!.text !== '') : rows.slice(count).some((b) => b.cells[at]!.text !== '')
      while (c + cell.colSpan < columns && cells[c + cell.colSpan]!.text === '' && named(c + cell.colSpan)) {
        cells[c + cell.colSpan] = cell
        cell.colSpan++
      }
      if (cell.colSpan === 1 && below.length && below.every((b) => b.cells[c]!.text === ''))
        for (const b of below) {
          b.cells[c] = cell
          cell.rowSpan++
        }
    }
  }
}

/** The names above a column, from the widest to its own: `Tahun 2024` › `Target`. */
export function headerPath(header: readonly { readonly cells: readonly { readonly text: string }[] }[], column: number): string[] {
  const names: string[] = []
  let last: unknown
  for (const row of header) {
    const cell = row.cells[column]!
    if (cell !== last && cell.text !== '') names.push(cell.text)
    last = cell
  }
  return names
}
