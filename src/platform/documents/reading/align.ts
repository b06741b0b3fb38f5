// Rows that lost a cell, or a tab, stand with their cells in the wrong columns. What a column usually holds says where
// they belong: the cells keep their order, and the fewer places where the row is pulled apart the better. Pure.
import type { Doubt } from '../blocks/paper.ts'
import { bodyRows, type Draft, type DraftCell, type DraftRow, numberOf } from './piece.ts'

/** `listed` with its letters: `RA1. …` and `KK1.1. …` are two sorts. */
type Sort = 'empty' | 'none' | 'number' | `listed ${string}` | 'short' | 'text' | 'long'
const SORTS = 7
/** Of a column: how often it holds what, and which short texts come back in it. */
type Profile = { readonly sorts: Map<Sort, number>; readonly texts: Map<string, number>; rows: number }

/** What it costs to pull a row apart at one place: as much as a very odd cell. In a part with other columns it is expected. */
const PULL = 2.2
const EXPECTED_PULL = 0.8
/** Of two ways that are worth the same, the one that moves fewer cells. */
const MOVE = 0.01
/** A row stays as printed unless another place for its cells is better by so much. */
const BETTER = 3.5
/** Of a cell that begins with what its column holds elsewhere, less is asked. */
const BETTER_SPLIT = 1
/** At the left several merged cells may be lost at once; within a row one, or one is doubled. */
const MOST_SHIFT = 4
/** Where another place is better, but not by so much, the row stays and that is said. */
const NEARLY = 1.5
/** Too few rows say nothing about what a column holds. */
const FEWEST_ROWS = 5

/** `RA1.`, `KK1.1.`, `T/O1.1.1.`; also with a nought for the letter (`T/01.1.1.`). */
const LISTED = /^(?:\d{1,3}|[a-z](?=[.)])|([A-Z]+(?:\/[A-Z]?)?)\.?\d[\d.]*)[.)]?\s/
/** Whether it begins with the mark of a list (`RA3. `), however long it is. */
export const isListed = ({ text }: DraftCell): boolean => LISTED.test(text)

export function sortOf(cell: DraftCell): Sort {
  const { text } = cell
  if (text === '') return 'empty'
  if (text.length > 250 || cell.printed?.startsWith('<')) return 'long'
  if (/^(?:-|–|n\/?a|n\.a\.?)$/i.test(text)) return 'none'
  if (/^(?:\(?\d+\)|(?:Rp\.?\s*)?-?[\d.,]+\s*%?)$/i.test(text)) return 'number'
  const listed = LISTED.exec(text)
  if (listed) return `listed ${(listed[1] ?? '').replace(/\/$/, '/O')}`
  return text.length <= 24 ? 'short' : 'text'
}

export function profilesOf(rows: readonly DraftRow[], columns: number): Profile[] {
  return Array.from({ length: columns }, (_, c) => {
    const sorts = new Map<Sort, number>()
    const texts = new Map<string, number>()
    for (const row of rows) {
      const cell = row.cells[c]!
      count(sorts, sortOf(cell), 1)
      if (isShort(cell)) count(texts, cell.text, 1)
    }
    return { sorts, texts, rows: rows.length }
  })
}

const isShort = ({ text }: DraftCell) => text !== '' && text.length <= 40
const count = <K>(counts: Map<K, number>, key: K, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)

/** What `use` says of the table without this row: a row is no witness for itself. */
function withoutRow<T>(profiles: readonly Profile[], row: DraftRow, use: (others: readonly Profile[]) => T): T {
  const take = (by: number) =>
    profiles.forEach((p, c) => {
      count(p.sorts, sortOf(row.cells[c]!), by)
      if (isShort(row.cells[c]!)) count(p.texts, row.cells[c]!.text, by)
      p.rows += by
    })
  take(-1)
  const said = use(profiles)
  take(1)
  return said
}

const chance = ({ sorts, rows }: Profile, sort: Sort) => Math.log(((sorts.get(sort) ?? 0) + 0.4) / (rows + 0.4 * SORTS))
const worth = (p: Profile, cell: DraftCell) => chance(p, sortOf(cell)) + 0.8 * Math.log(1 + (p.texts.get(cell.text) ?? 0))

type Fit = { readonly columns: readonly number[]; readonly score: number }

/** The best columns for the filled cells of a row, in their order; `columns[i]` may be that of `i-1` where both say the same. */
function bestFit(profiles: readonly Profile[], cells: readonly DraftCell[], pull: number): Fit | undefined {
  const empty = [0]
  for (const p of profiles) empty.push(empty.at(-1)! + chance(p, 'empty'))
  const gap = (from: number, to: number) => (to > from ? empty[to]! - empty[from]! : 0)
  type Way = { readonly score: number; readonly column: number; readonly before?: Way }
  let ways: Way[] = [{ score: 0, column: -1 }]
  cells.forEach((cell, i) => {
    const next: Way[] = []
    for (let shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
      const column = cell.column + shift
      if (column < 0 || column >= profiles.length) continue
      const own = worth(profiles[column]!, cell)
      let best: Way | undefined
      for (const way of ways) {
        const said = i > 0 && way.column === column && cells[i - 1]!.text === cell.text
        if (way.column >= column && !said) continue
        const torn = i === 0 ? shift : shift - (way.column - cells[i - 1]!.column)
        if (i > 0 && Math.abs(torn) > 1) continue
        const score = way.score + own + gap(way.column + 1, column) - (torn === 0 ? 0 : pull) - (shift === 0 ? 0 : MOVE)
        if (!best || score > best.score) best = { score, column, before: way }
      }
      if (best) next.push(best)
    }
    ways = next
  })
  const ended = ways.map((way) => ({ ...way, score: way.score + gap(way.column + 1, profiles.length) }))
  const best = ended.reduce<Way | undefined>((a, b) => (!a || b.score > a.score ? b : a), undefined)
  if (!best || !cells.length) return undefined
  const columns: number[] = []
  for (let way: Way | undefined = best; way && way.column >= 0; way = way.before) columns.unshift(way.column)
  return { columns, score: best.score }
}

const scoreAsPrinted = (profiles: readonly Profile[], row: DraftRow) =>
  profiles.reduce((sum, p, c) => sum + (row.cells[c]!.text === '' ? chance(p, 'empty') : worth(p, row.cells[c]!)), 0)

const filled = (row: DraftRow) => row.cells.filter((c, i) => c.column === i && c.text !== '')

/** Whether all cells of a row have a column of their own, or say the same as their neighbour. */
export const fits = (profiles: readonly Profile[], row: DraftRow): boolean =>
  bestFit(profiles, filled(row), EXPECTED_PULL) !== undefined

/** A row of a part with fewer or more columns, brought into the columns of its table. False where it does not fit. */
export function fitRow(profiles: readonly Profile[], row: DraftRow): boolean {
  const cells = filled(row)
  const fit = bestFit(profiles, cells, EXPECTED_PULL)
  if (fit) place(row, cells, fit.columns, profiles.length)
  return fit !== undefined
}

/** A fragment under a short text that the column repeats (`e-SAKIP`) is rather another column's. */
const UNDER_REPEATED = 3
/** What a long text goes on in is long too. */
const UNDER_SHORTER = 1

/**
 * The cells of a row that a page break cut off go on in texts of the row above: each under the one it is printed below, or
 * beside it where a tab was lost. A row that no such place is found for stays as it is.
 */
export function fitFragment(profiles: readonly Profile[], row: DraftRow, above: DraftRow): void {
  const cells = filled(row)
  const cost = (cell: DraftCell, column: number): number => {
    const over = above.cells[column]
    if (!over || !/\p{L}{2}/u.test(over.text)) return Number.POSITIVE_INFINITY
    const repeated = (profiles[column]!.texts.get(over.text) ?? 0) >= 2 ? UNDER_REPEATED : 0
    const shorter = sortOf(cell) === 'long' && sortOf(over) !== 'long' ? UNDER_SHORTER : 0
    return repeated + shorter + Math.abs(column - cell.column)
  }
  const columns: number[] = []
  for (const cell of cells) {
    const free = [cell.column, cell.column + 1, cell.column - 1].filter((c) => c > (columns.at(-1) ?? -1) && c < profiles.length)
    const best = free.toSorted((a, b) => cost(cell, a) - cost(cell, b))[0]
    if (best === undefined || cost(cell, best) === Number.POSITIVE_INFINITY) return
    columns.push(best)
  }
  place(row, cells, columns, profiles.length)
}

/**
 * Puts the cells of the rows from part `from` on where they belong, in a table whose form does not say so: cells that
 * stand in a wrong column, and two that were printed as one (`e-SAKIP <p>Dasar Hukum …`). `last`: no part follows, so
 * that what stays in doubt is said.
 */
export function settle(table: Draft, from: number, doubts: Doubt[], last = false): void {
  const rows = bodyRows(table)
  if (table.spans || rows.length < FEWEST_ROWS) return
  const profiles = profilesOf(rows, table.columns)
  let counted = 0
  for (const row of rows) {
    const cells = filled(row)
    const number = numberOf(row)
    const counts = number === counted + 1
    if (counts) counted = number
    const printed = withoutRow(profiles, row, (others) => scoreAsPrinted(others, row))
    if (row.part < from || !cells.length || cells.some((c) => c.colSpan > 1)) continue
    const ways = withoutRow(profiles, row, (others) =>
      [cells, ...splits(others, cells)].map((way) => ({ way, fit: bestFit(others, way, PULL) })),
    )
    const { way, fit } = ways.reduce((a, b) => ((b.fit?.score ?? -1e9) > (a.fit?.score ?? -1e9) ? b : a))
    const better = printed + (way === cells ? BETTER : BETTER_SPLIT)
    if (!fit || fit.score < printed + NEARLY || new Set(fit.columns).size < way.length) continue
    // The count in the first column goes on: then at least that cell stands where it belongs.
    if (counts && fit.columns[0] !== 0) continue
    if (fit.score < better) {
      if (last) doubts.push(left(row))
    } else if (way !== cells || fit.columns.some((c, i) => c !== way[i]!.column)) {
      place(row, way, fit.columns, table.columns)
      doubts.push(way === cells ? moved(row, fit.score - printed) : split(row, way, cells))
    }
  }
}

/** The row with a cell cut after its first line, where that line is what its column, or one beside it, often holds. */
function splits(profiles: readonly Profile[], cells: readonly DraftCell[]): DraftCell[][] {
  return cells.flatMap((cell, i) => {
    const end = cell.text.indexOf('\n')
    const first = cell.text.slice(0, Math.max(0, end))
    const home = [cell.column, cell.column - 1].find((c) => end > 0 && (profiles[c]?.texts.get(first) ?? 0) >= 2)
    if (home === undefined) return []
    const printed = cell.printed ?? cell.text
    const pair = [
      { ...cell, text: first, printed, column: home },
      { ...cell, text: cell.text.slice(end + 1), printed, column: home + 1 },
    ]
    return [[...cells.slice(0, i), ...pair, ...cells.slice(i + 1)]]
  })
}

function place(row: DraftRow, cells: readonly DraftCell[], columns: readonly number[], width: number): void {
  row.cells = Array.from({ length: width }, (_, column) => ({ text: '', at: row.at, column, colSpan: 1, rowSpan: 1 }))
  cells.forEach((cell, i) => {
    const column = columns[i]!
    if (i > 0 && columns[i - 1] === column) {
      const same = row.cells[column]!
      same.printed = `${same.printed ?? same.text}\t${cell.printed ?? cell.text}`
      return
    }
    if (cell.column !== column) {
      cell.moved ??= { from: cell.column }
      cell.column = column
    }
    row.cells[column] = cell
  })
}

const words = (cells: readonly DraftCell[]) => cells.map((c) => c.text).join(' | ')

function moved(row: DraftRow, by: number): Doubt {
  const cells = filled(row).filter((c) => c.moved)
  const detail = `Isi ${cells.length} sel dibaca di kolom lain daripada tempatnya tercetak, karena jenis isinya milik kolom itu.`
  return { why: 'CELL_MOVED', at: row.at, printed: words(cells), detail, confidence: Math.min(0.95, 0.6 + 0.03 * by) }
}

function split(row: DraftRow, way: readonly DraftCell[], cells: readonly DraftCell[]): Doubt {
  const fresh = way.filter((c) => !cells.includes(c))
  const detail = `"${fresh[0]!.text}" dan isi sesudahnya tercetak dalam satu sel; dibaca sebagai dua sel.`
  return { why: 'CELL_SPLIT', at: row.at, printed: words(fresh), detail, confidence: 0.9 }
}

function left(row: DraftRow): Doubt {
  const detail = 'Sebagian isi baris ini mungkin milik kolom lain; dibiarkan seperti tercetak.'
  return { why: 'CELL_LEFT', at: row.at, printed: words(filled(row)), detail, confidence: 0.5 }
}
