// Tables of a PDF page from the lines around their cells. Where a line is missing, cells are merged. Pure.
import type { Level, Rulings, Upright } from './pdf-rulings.ts'

export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
export type GridCell = Box & { readonly row: number; readonly column: number; readonly rowSpan: number; readonly colSpan: number }
export type Grid = Box & { readonly rows: number; readonly columns: number; readonly cells: readonly GridCell[] }

const NEAR = 2

export function gridsOf({ levels, uprights }: Rulings): Grid[] {
  return connected(levels, uprights).flatMap(({ levels: l, uprights: u }) => gridOf(l, u) ?? [])
}

/** Lines that touch belong to one table. */
function connected(levels: readonly Level[], uprights: readonly Upright[]) {
  const parent = Array.from({ length: levels.length + uprights.length }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  levels.forEach((l, i) => {
    uprights.forEach((u, k) => {
      if (u.x >= l.x0 - NEAR && u.x <= l.x1 + NEAR && l.y >= u.y0 - NEAR && l.y <= u.y1 + NEAR)
        parent[root(i)] = root(levels.length + k)
    })
  })
  const groups = new Map<number, { levels: Level[]; uprights: Upright[] }>()
  const group = (i: number) => {
    const found = groups.get(root(i)) ?? { levels: [], uprights: [] }
    groups.set(root(i), found)
    return found
  }
  levels.forEach((l, i) => void group(i).levels.push(l))
  uprights.forEach((u, i) => void group(levels.length + i).uprights.push(u))
  return [...groups.values()].filter((g) => g.levels.length && g.uprights.length >= 2)
}

function gridOf(levels: readonly Level[], uprights: readonly Upright[]): Grid | undefined {
  const xs = distinct(uprights.map((u) => u.x))
  // A table that a page break cuts may have no line at its end.
  const ys = distinct([
    ...levels.map((l) => l.y),
    Math.min(...uprights.map((u) => u.y0)),
    Math.max(...uprights.map((u) => u.y1)),
  ]).reverse()
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 1 || rows < 1 || columns * rows < 2) return undefined
  const upright = (x: number, y: number) => uprights.some((u) => Math.abs(u.x - x) <= NEAR && u.y0 - NEAR <= y && y <= u.y1 + NEAR)
  const level = (y: number, x: number) => levels.some((l) => Math.abs(l.y - y) <= NEAR && l.x0 - NEAR <= x && x <= l.x1 + NEAR)
  const middle = (all: readonly number[], i: number) => (all[i]! + all[i + 1]!) / 2
  // A drawing has lines too; a table is closed at both sides.
  const [low, high] = [ys.at(-1)!, ys[0]!]
  const closed = (x: number) =>
    uprights.filter((u) => Math.abs(u.x - x) <= NEAR).reduce((sum, u) => sum + u.y1 - u.y0, 0) >= 0.9 * (high - low)
  if (!closed(xs[0]!) || !closed(xs.at(-1)!)) return undefined
  const taken = new Set<number>()
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue
      let [colSpan, rowSpan] = [1, 1]
      while (
        column + colSpan < columns &&
        !taken.has(row * columns + column + colSpan) &&
        !upright(xs[column + colSpan]!, middle(ys, row))
      )
        colSpan++
      const across = Array.from({ length: colSpan }, (_, i) => middle(xs, column + i))
      while (row + rowSpan < rows && across.every((x) => !level(ys[row + rowSpan]!, x))) rowSpan++
      for (let r = 0; r < rowSpan; r++) for (let c = 0; c < colSpan; c++) taken.add((row + r) * columns + column + c)
      cells.push({
        row,
        column,
        rowSpan,
        colSpan,
        x0: xs[column]!,
        x1: xs[column + colSpan]!,
        y1: ys[row]!,
        y0: ys[row + rowSpan]!,
      })
    }
  return { rows, columns, cells, x0: xs[0]!, x1: xs.at(-1)!, y1: ys[0]!, y0: ys.at(-1)! }
}

function distinct(values: readonly number[]): number[] {
  const out: number[] = []
  for (const v of values.toSorted((a, b) => a - b)) if (!out.length || v - out.at(-1)! > NEAR) out.push(v)
  return out
}
