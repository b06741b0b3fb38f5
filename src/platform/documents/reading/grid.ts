// From rows of cells to a grid in which every cell stands at each column and row that it covers. Pure.
import type { Place } from '../blocks/paper.ts'
import type { Draft, DraftCell, DraftRow, Piece } from './piece.ts'
import { plainText } from './plain-text.ts'

/** A sheet may say that a cell reaches over a million rows. */
const MOST_SPAN = 1000

export function gridOf({ rows, spans }: Extract<Piece, { kind: 'rows' }>): Draft {
  const reach = new Map<number, { cell: DraftCell; left: number }>()
  const drafts: DraftRow[] = []
  let columns = 0
  for (const row of rows) {
    const cells: DraftCell[] = []
    const cover = (column: number) => {
      const above = reach.get(column)
      if (!above) return false
      cells[column] = above.cell
      if (--above.left === 0) reach.delete(column)
      return true
    }
    let column = 0
    for (const piece of row.cells) {
      while (cover(column)) column++
      const cell = cellOf(piece.printed, piece.at ?? row.at, column, clamp(piece.colSpan), clamp(piece.rowSpan))
      if (piece.left !== undefined) cell.left = piece.left
      for (let i = 0; i < cell.colSpan; i++, column++) {
        cells[column] = cell
        if (cell.rowSpan > 1) reach.set(column, { cell, left: cell.rowSpan - 1 })
      }
    }
    for (const at of [...reach.keys()].sort((a, b) => a - b)) if (at >= column) cover(at)
    columns = Math.max(columns, cells.length)
    drafts.push({ role: row.header ? 'header' : 'body', at: row.at, part: 0, cells })
  }
  for (const row of drafts) pad(row, columns)
  const at = rows[0]!.at
  return { columns, rows: drafts, parts: [{ at, rows: rows.length, repeated: [] }], spans, headerSaid: rows.some((r) => r.header) }
}

export function pad(row: DraftRow, columns: number): void {
  for (let c = 0; c < columns; c++) row.cells[c] ??= cellOf('', row.at, c)
}

export function cellOf(printed: string, at: Place, column: number, colSpan = 1, rowSpan = 1): DraftCell {
  const text = plainText(printed)
  return { text, ...(text === printed ? {} : { printed }), at, column, colSpan, rowSpan }
}

const clamp = (span = 1) => Math.min(Math.max(1, span), MOST_SPAN)
