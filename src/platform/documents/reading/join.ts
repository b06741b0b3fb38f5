// Tables that go on after a page break: whether a piece belongs to the table before it, and what it brings. Pure.
import type { Doubt, Place } from '../blocks/paper.ts'
import { fitFragment, fitRow, fits, isListed, profilesOf, settle, sortOf } from './align.ts'
import { cellOf, pad } from './grid.ts'
import { headerPath, isNumbering, looksLikeHeader } from './header.ts'
import { firstWord, together } from './parted.ts'
import { bodyRows, type Draft, type DraftCell, type DraftRow, headerRows, numberOf } from './piece.ts'
import { likeness } from './similar.ts'

/** A scanner may slip in a header, but not everywhere. */
const SAME_HEADER = 0.85
const SAME_NAME = 0.5
const SAME_NAMES = 0.95
const MOST_LOST = 3

/** What `next` is to the table it follows, with nothing but page furniture between them. */
export function goesOn(table: Draft, next: Draft): 'repeats its header' | 'rows only' | undefined {
  const [mine, theirs] = [headerRows(table), headerRows(next)]
  if (theirs.length) {
    if (mine.length && sameHeader(table, next)) return beginsAnew(table, next) ? undefined : 'repeats its header'
    // Its first row was taken for a header because a table usually begins with one.
    if (next.headerSaid || next.rows.some((r) => r.role === 'numbering')) return undefined
    if (theirs.length > 1 || looksLikeHeader(theirs[0]!, true) || hasGroups(theirs[0]!)) return undefined
  }
  if (Math.abs(table.columns - next.columns) > 1 || beginsAnew(table, next)) return undefined
  return 'rows only'
}

export function joinTables(table: Draft, next: Draft, how: NonNullable<ReturnType<typeof goesOn>>, doubts: Doubt[]): void {
  // Later parts are held against what the earlier ones hold, so those come first into order.
  const part = table.parts.length
  settle(table, part - 1, doubts)
  const repeated: Place[] = []
  const rows: DraftRow[] = []
  const group = table.rows.findLast((r) => r.role === 'group')?.cells[0]?.text
  for (const row of next.rows) {
    // The group that goes on may be named again below the header.
    const named = row.role === 'group' && row.cells[0]!.text === group && !rows.length
    const again = how === 'repeats its header' && (row.role === 'header' || row.role === 'numbering' || named)
    if (again) repeated.push(row.at)
    else rows.push({ ...row, part, role: row.role === 'header' ? 'body' : row.role })
  }
  if (table.columns !== next.columns)
    doubts.push({
      why: 'COLUMNS_DIFFER',
      at: next.parts[0]!.at,
      printed: `${next.columns} kolom`,
      detail: `Lanjutan tabel ini punya ${next.columns} kolom, bagian sebelumnya ${table.columns}; isinya disesuaikan menurut jenis isi kolom.`,
      confidence: 0.7,
    })
  const takeFragment = () => {
    const split = rows[0] && splitRow(table, rows[0])
    if (!split) return
    continueCells(split, rows[0]!)
    repeated.push(rows[0]!.at)
    doubts.push(joined(rows[0]!))
    rows.shift()
  }
  // What a break cut off is no row, and does not say what columns hold.
  if (!table.spans) takeFragment()
  if (table.columns !== next.columns) takeIn(table, rows)
  if (table.spans && !table.headerSaid && carryOn(table, rows)) {
    repeated.push(rows[0]!.at)
    rows.shift()
  }
  if (table.spans) takeFragment()
  table.parts.push({ at: next.parts[0]!.at, rows: rows.length, repeated })
  table.rows.push(...rows)
}

/** A line between two parts of a table that is the name of a group of its rows: `Sasaran Khusus`. The count goes on below it. */
export function namesGroup(table: Draft, text: string, next: Draft): boolean {
  if (text.length > 60 || /[.;:,]$/.test(text) || headerRows(next).length) return false
  const last = table.rows.map(numberOf).findLast(Boolean)
  return Math.abs(table.columns - next.columns) <= 1 && last !== undefined && numberOf(bodyRows(next)[0]) === last + 1
}

export function addGroup(table: Draft, text: string, at: Place): void {
  const row: DraftRow = { role: 'group', at, part: table.parts.length, cells: [cellOf(text, at, 0)] }
  pad(row, table.columns)
  table.rows.push(row)
}

/** Rows with a column more or less: each is fitted to the table; where one has more than fits, the table gets a column. */
function takeIn(table: Draft, rows: readonly DraftRow[]): void {
  const profiles = profilesOf(bodyRows(table), table.columns)
  const body = rows.filter((r) => r.role === 'body')
  // Where one row has a column of its own, none of the part has a doubled one.
  if (body.every((row) => fits(profiles, row))) for (const row of body) fitRow(profiles, row)
  table.columns = Math.max(table.columns, ...rows.map((r) => filledWidth(r)))
  for (const row of [...table.rows, ...rows]) {
    pad(row, table.columns)
    row.cells.length = table.columns
  }
}

const filledWidth = (row: DraftRow) => row.cells.findLastIndex((c) => c.text !== '') + 1

function sameHeader(a: Draft, b: Draft): boolean {
  const columns = Math.min(a.columns, b.columns)
  if (a.columns !== b.columns && !sameNames(a, b)) return false
  let sum = 0
  for (let c = 0; c < columns; c++) {
    const [x, y] = [headerPath(headerRows(a), c).join(' '), headerPath(headerRows(b), c).join(' ')]
    const alike = x === y ? 1 : likeness(x, y)
    if (alike < SAME_NAME) return false
    sum += alike
  }
  return sum / columns >= SAME_HEADER
}

/** A part in which columns were lost or doubled: its names are the same, one after the other. */
function sameNames(a: Draft, b: Draft): boolean {
  if (Math.abs(a.columns - b.columns) > MOST_LOST) return false
  const names = (t: Draft) =>
    headerRows(t).flatMap((r) => r.cells.filter((c, i) => c.column === i && r.at === c.at).map((c) => c.text))
  return likeness(names(a).join(' '), names(b).join(' ')) >= SAME_NAMES
}

/** Another table with the same columns: it counts from 1 again, or the first had come to its total and this one does not go on counting. */
function beginsAnew(table: Draft, next: Draft): boolean {
  const numbers = bodyRows(table).map(numberOf)
  const first = bodyRows(next).map(numberOf).find(Boolean)
  if (first === 1) return numbers.includes(1)
  const last = table.rows.at(-1)?.cells.find((c) => c.text !== '')?.text ?? ''
  return headerRows(next).length > 0 && /^(?:jumlah|total)\s*:?$/i.test(last) && first !== (numbers.findLast(Boolean) ?? 0) + 1
}

const hasGroups = (row: DraftRow) => row.cells.some((c) => c.colSpan > 1)

/**
 * The row at the end of `table` whose cells go on in `row`: only texts, each under a text, and the row lacks what every
 * other row has, or every text goes on in the middle of a sentence.
 */
function splitRow(table: Draft, row: DraftRow): DraftRow | undefined {
  const last = table.rows.at(-1)
  if (last?.role !== 'body' || row.role !== 'body' || isNumbering(row, table.columns)) return undefined
  if (filledWidth(row) > table.columns) return undefined
  pad(row, table.columns)
  row.cells.length = table.columns
  // A merged cell that was carried on is the same cell.
  const cells = row.cells.filter((c, i) => c.column === i && c.text !== '' && c !== last.cells[i])
  const carried = row.cells[0] === last.cells[0]
  if (!cells.length || (!carried && row.cells[0]!.text !== '') || cells.some((c) => !/\p{L}{2}/u.test(c.text))) return undefined
  // What begins with its own mark, in a column of marks, is a row of its own.
  if (cells.some((c) => isListed(c) && isListedColumn(table, c.column))) return undefined
  const rows = bodyRows(table)
  if (!table.spans) fitFragment(profilesOf(rows, table.columns), row, last)
  const before = (c: DraftCell) => last.cells[c.column]?.text ?? ''
  const inSentence = (c: DraftCell) => SMALL.test(c.text) || /[,\-–(]$/.test(before(c))
  if (cells.every((c) => before(c) !== '' && inSentence(c))) return last
  const always = (column: number) => rows.every((r) => r.cells[column]!.text !== '')
  const lacking = rows.length >= 2 && row.cells.some((c, column) => c.text === '' && always(column))
  return (lacking || (carried && lacksFigures(row, last))) && cells.every((c) => before(c) !== '') ? last : undefined
}

/** Whether the row above has figures, and this one, under the same number and names, none of them. */
function lacksFigures(row: DraftRow, above: DraftRow): boolean {
  const figures = above.cells.filter((c) => /^(?:number|none)$/.test(sortOf(c)) && c !== row.cells[c.column])
  return figures.length > 0 && figures.every((c) => row.cells[c.column]!.text === '')
}

/** A word in the middle of a sentence, not the mark of a list. */
const SMALL = /^(?![a-z][.)]\s)[\p{Ll}(]/u

/**
 * Merged cells that a page break cut: the first row of a part has nothing in its first columns, or words that go on in
 * the middle of what stood there. Its cells are then those above. True where all of them are: that is no row of its own,
 * but the rest of the one above.
 */
function carryOn(table: Draft, rows: readonly DraftRow[]): boolean {
  const last = table.rows.at(-1)
  const first = rows[0]
  if (last?.role !== 'body' || first?.role !== 'body') return false
  for (let column = 0; column < table.columns; column = first.cells[column]!.column + first.cells[column]!.colSpan) {
    const [cell, above] = [first.cells[column]!, last.cells[column]!]
    if (above === cell || above.column !== column || above.colSpan !== cell.colSpan) return false
    if (cell.text !== '' && !goesOnBelow(table, cell, above)) return false
    if (cell.text !== '') {
      goOn(above, cell, beginsLine(above, cell) ? `${above.text}\n${cell.text}` : together(above.text, cell.text), cell.text)
    }
    for (const row of rows)
      for (let c = column; c < column + cell.colSpan; c++)
        if (row.cells[c] === cell) {
          row.cells[c] = above
          if (c === column) above.rowSpan++
        }
    first.cells[column] = above
  }
  for (const cell of new Set(first.cells)) cell.rowSpan--
  return true
}

/** Words in the middle of a sentence; or without the mark (`RA3.`) with which every text of the column begins. */
function goesOnBelow(table: Draft, cell: DraftCell, above: DraftCell): boolean {
  if (above.text === '') return false
  if (SMALL.test(cell.text)) return true
  return isListedColumn(table, cell.column) && !isListed(cell)
}

/** Whether nearly every text of a column begins with a mark (`RA3.`). */
function isListedColumn(table: Draft, column: number): boolean {
  const texts = new Set(
    bodyRows(table)
      .map((r) => r.cells[column]!)
      .filter((c) => c.text !== ''),
  )
  return texts.size >= 3 && [...texts].filter(isListed).length >= 0.9 * texts.size
}

function continueCells(into: DraftRow, row: DraftRow): void {
  for (const [i, cell] of row.cells.entries()) {
    const target = into.cells[cell.column]!
    // A cell that was carried on was counted for this row, which is none.
    if (cell === target && cell.column === i) target.rowSpan--
    if (cell.text === '' || cell === target) continue
    target.printed = `${target.printed ?? target.text}${target.text === '' ? '' : ' '}${cell.printed ?? cell.text}`
    const rest = withoutRepeat(target.text, cell.text)
    goOn(target, cell, rest && beginsLine(target, cell) ? `${target.text}\n${rest}` : together(target.text, rest), rest)
  }
}

/** Whether a line ended where the page did: another would have fitted, or what follows is an item. Without that, by its end. */
const beginsLine = ({ text, left }: DraftCell, next: DraftCell): boolean =>
  (left === undefined ? /[.;:)]$/.test(text) : left > firstWord(next.text).length) ||
  /^(?:[a-z\d]{1,2}[.)]|[-•])\s/i.test(next.text)

function goOn(target: DraftCell, { at, left }: DraftCell, text: string, rest: string): void {
  target.text = text
  if (left !== undefined) target.left = left
  target.more = [...(target.more ?? []), at]
  target.moreFrom = [...(target.moreFrom ?? []), text.length - rest.length]
}

const FEWEST_REPEATED = 2

/** Where a page begins with the last words of the one before, they are read once; `printed` keeps both. */
function withoutRepeat(before: string, text: string): string {
  const words = text.split(' ')
  for (let n = words.length; n >= FEWEST_REPEATED; n--)
    if (before.endsWith(` ${words.slice(0, n).join(' ')}`)) return words.slice(n).join(' ')
  return text
}

const joined = (row: DraftRow): Doubt => ({
  why: 'ROW_JOINED',
  at: row.at,
  printed: row.cells
    .map((c) => c.text)
    .filter(Boolean)
    .join(' | '),
  detail: 'Baris pertama setelah pergantian halaman dibaca sebagai lanjutan isi baris sebelumnya.',
  confidence: 0.9,
})
