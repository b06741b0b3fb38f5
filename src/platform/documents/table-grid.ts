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

/**
 * A table parted before its last row, where the rest must go to another page. Cells that reached down into that row
 * stand in both parts, so that each can be read by itself; a group left without rows is left out. Undefined for a table
 * of a single row.
 */
export function partLastRow(t: Table): { readonly before: Table; readonly last: Table } | undefined {
  const at = t.groups.findLastIndex((g) => g.rows.length > 0)
  const group = t.groups[at]
  if (!group || t.groups.reduce((n, g) => n + g.rows.length, 0) < 2) return undefined
  const end = group.rows.length - 1
  const places = placesOf(group.rows, t.columns.length)
  const reach = (c: Cell, y: number) => y + (c.rowSpan ?? 1) - 1
  const spanning = (c: Cell, rowSpan: number): Cell => ({ ...c, rowSpan: rowSpan > 1 ? rowSpan : undefined })
  const row = group.rows
    .flatMap((cells, y) => cells.map((c, i) => ({ x: places[y]![i]!, c, y })))
    .filter(({ c, y }) => reach(c, y) >= end)
    .sort((a, b) => a.x - b.x)
    .map(({ c }) => spanning(c, 1))
  const rest = group.rows.slice(0, end).map((cells, y) => cells.map((c) => spanning(c, Math.min(reach(c, y), end - 1) - y + 1)))
  const earlier = t.groups.slice(0, at)
  return {
    before: { ...t, groups: rest.length ? [...earlier, { ...group, rows: rest }] : earlier },
    last: { ...t, caption: undefined, groups: [{ ...group, rows: [row] }, ...t.groups.slice(at + 1)] },
  }
}
