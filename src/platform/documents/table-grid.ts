// Where the cells of a table stand, and how much fits into them: what several printers must reckon alike. Pure.
import type { Cell, Table } from './blocks.ts'

/** Width of the text on A4 in points, by the margins of pdf.typ. */
const WIDTH = { portrait: 595 - 142, landscape: 842 - 113 }
const INSET = 7
const SIGN = 0.52 // an average letter of Arimo, in em

/** How many signs of a table's type fit on a line of each of its columns. */
export function capacities({ columns, size }: Table, orientation: 'portrait' | 'landscape'): number[] {
  const shares = columns.reduce((sum, c) => sum + c.share, 0)
  return columns.map((c) => Math.floor(((c.share / shares) * WIDTH[orientation] - INSET) / (size * SIGN)))
}

/** Points. A row higher than this may break over a page; lower ones move to the next page whole. */
export const KEEP_UP_TO = 190

/** About how high a text stands in a column of so many signs, in points. */
export function heightOf(text: string, room: number, size: number): number {
  const lines = text.split('\n').reduce((n, l) => n + Math.max(1, Math.ceil(l.length / Math.max(1, room))), 0)
  return lines * size * 1.2
}

/** The first column of every cell, where cells of earlier rows reach down. */
export function placesOf(rows: readonly (readonly Cell[])[], columns: number): number[][] {
  const taken = new Map<number, number>() // column → rows still covered
  return rows.map((row) => {
    const free: number[] = []
    for (let x = 0; x < columns; x++) if (!taken.get(x)) free.push(x)
    const places: number[] = []
    let at = 0
    const begun: [number, number][] = []
    for (const c of row) {
      const x = free[at] ?? columns - 1
      places.push(x)
      at += c.colSpan ?? 1
      for (let i = 0; i < (c.colSpan ?? 1); i++) begun.push([x + i, c.rowSpan ?? 1])
    }
    for (const [x, left] of taken) taken.set(x, Math.max(0, left - 1))
    for (const [x, span] of begun) taken.set(x, span - 1)
    return places
  })
}
