// From the pieces of a file to a paper: lines become headings, paragraphs, lists and captions; rows become tables, which
// go on over page breaks. Nothing is dropped: every piece ends in a block. Pure.
import type { Doubt, ReadBlock, ReadItem, ReadPaper, ReadTable } from '../blocks/paper.ts'
import { settle } from './align.ts'
import { placeCaptions } from './captions.ts'
import { furnitureOf } from './furniture.ts'
import { gridOf } from './grid.ts'
import { findHeader } from './header.ts'
import { addGroup, goesOn, joinTables, namesGroup } from './join.ts'
import { contentsLines } from './leaders.ts'
import { captionOf, contentsEntry, headingLevel, itemOf } from './marks.ts'
import type { Draft, Piece, Pieces } from './piece.ts'
import { plainText } from './plain-text.ts'
import { essence } from './similar.ts'

type Line = Extract<Piece, { kind: 'line' }>
type Rows = Extract<Piece, { kind: 'rows' }>
type Open = { readonly kind: 'open'; readonly table: Draft }
type Entry = Exclude<ReadBlock, ReadTable> | Open

export function compose({ form, pieces: read, doubts: given, length }: Pieces): ReadPaper {
  const pieces = contentsLines(read)
  const doubts: Doubt[] = [...given]
  const isFurniture = furnitureOf(pieces, form)
  const known = titlesOf(pieces)
  const out: Entry[] = []
  let group: Line[] = []
  /** The table that may go on: only page furniture has come since. */
  let open: Draft | undefined
  /** A line after such a table, which may name a group of the rows that follow. */
  let held: { readonly table: Draft; readonly line: Line; readonly at: number } | undefined
  const flush = () => {
    if (!group.length) return
    held = open && group.length === 1 && !held ? { table: open, line: group[0]!, at: out.length } : undefined
    open = undefined
    for (const block of linesToBlocks(group, known)) append(out, block)
    group = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'blank') flush()
    else if (piece.kind === 'furniture' || isFurniture(piece)) {
      flush()
      out.push({ kind: 'furniture', text: plainText((piece as Line).printed), at: (piece as Line).at })
    } else if (piece.kind === 'line') {
      // Items that the form itself counts belong together, whatever ends between them.
      if (piece.whole && !(piece.item && group.at(-1)?.item)) flush()
      group.push(piece)
      if (piece.whole && !piece.item) flush()
    } else {
      flush()
      const contents = contentsOf(piece, out.findLast((b) => b.kind !== 'furniture')?.kind === 'contents')
      if (contents) {
        out.push(contents)
        open = undefined
        continue
      }
      const table = gridOf(piece)
      findHeader(table)
      if (held && namesGroup(held.table, plainText(held.line.printed), table)) {
        out.splice(held.at, 1)
        addGroup(held.table, held.line.printed, held.line.at)
        open = held.table
      }
      held = undefined
      const how = open && goesOn(open, table)
      if (open && how) joinTables(open, table, how, doubts)
      else {
        out.push({ kind: 'open', table })
        open = table
      }
    }
  }
  flush()
  const blocks = out.map((entry) => (entry.kind === 'open' ? closed(entry.table, doubts) : entry))
  return { form, blocks: placeCaptions(blocks), doubts, length }
}

function closed(table: Draft, doubts: Doubt[]): ReadTable {
  settle(table, 0, doubts, true)
  return { kind: 'table', at: table.parts[0]!.at, columns: table.columns, rows: table.rows, parts: table.parts }
}

/** Titles that the list of contents names: a line that says the same is a heading, however it looks. */
function titlesOf(pieces: readonly Piece[]): Set<string> {
  const titles = new Set<string>()
  for (const piece of pieces)
    if (piece.kind === 'rows')
      for (const entry of contentsOf(piece)?.entries ?? []) if (!captionOf(entry.text)) titles.add(essence(entry.text))
  return titles
}

/** Rows of words and pages, as a list of contents, tables or figures has them. */
function contentsOf(rows: Rows, after = false): Extract<ReadBlock, { kind: 'contents' }> | undefined {
  if (rows.spans || rows.rows.some((r) => r.cells.length > 3)) return undefined
  const entries = rows.rows.map((r) => {
    const entry = contentsEntry(r.cells.map((c) => c.printed))
    return entry && { ...entry, at: r.at }
  })
  const found = entries.filter((e) => e !== undefined)
  const marked = rows.rows.filter(
    (r, i) => r.cells.some((c) => /\.{3,}\s*$|^-{3,}$/.test(c.printed)) || (entries[i] && captionOf(entries[i].text)),
  ).length
  const likely = rows.rows.length <= 2 ? marked === rows.rows.length : found.length >= rows.rows.length * 0.8
  if (after && found.length === rows.rows.length) return { kind: 'contents', entries: found, at: rows.rows[0]!.at }
  if (!likely || !(marked || (!isTable(rows) && ascending(found.map((e) => e.page))))) return undefined
  const all = rows.rows.map(
    (r, i) => entries[i] ?? { text: r.cells.map((c) => plainText(c.printed)).join(' '), page: '', at: r.at },
  )
  return { kind: 'contents', entries: all, at: rows.rows[0]!.at }
}

/** `No | Sasaran | Target`: names of columns, none of them a page. */
function isTable({ rows }: Rows): boolean {
  const names = rows[0]!.cells.map((c) => plainText(c.printed))
  return /^no(?:mor)?\.?$/i.test(names[0]!) && !names.some((n) => /^hal(?:aman)?\.?$/i.test(n))
}

/** Pages go up: words with figures that do not are a table. */
function ascending(pages: readonly string[]): boolean {
  const numbers = pages.filter((p) => /^\d+$/.test(p)).map(Number)
  return numbers.length >= 3 && numbers.length * 2 >= pages.length && numbers.every((n, i) => i === 0 || n >= numbers[i - 1]!)
}

/** A paragraph that a page break cut goes on with a small letter. */
function append(out: Entry[], block: Exclude<ReadBlock, ReadTable>): void {
  const at = out.findLastIndex((b) => b.kind !== 'furniture')
  const last = out[at]
  if (block.kind === 'paragraph' && last?.kind === 'paragraph' && at < out.length - 1 && goesOnAsText(last.text, block.text))
    out[at] = { ...last, text: `${last.text} ${block.text}`, more: [...(last.more ?? []), block.at, ...(block.more ?? [])] }
  else out.push(block)
}

const goesOnAsText = (before: string, after: string) => !/[.;:!?"”]$/.test(before) && /^[\p{Ll}(]/u.test(after)

function linesToBlocks(lines: readonly Line[], known: ReadonlySet<string>): Exclude<ReadBlock, ReadTable>[] {
  const [first] = lines as [Line]
  const caption = captionOf(plainText(lines.map((l) => l.printed).join('\n')))
  const further = lines.slice(1).map((l) => l.at)
  if (caption && lines.length <= 4)
    return [
      {
        kind: 'caption',
        ...caption,
        text: caption.text.replace(/\n/g, ' '),
        at: first.at,
        ...(further.length ? { more: further } : {}),
      },
    ]
  const blocks: Exclude<ReadBlock, ReadTable>[] = []
  let text: Line[] = []
  let items: ReadItem[] = []
  const endText = () => {
    if (text.length) blocks.push(...textBlocks(text, known))
    text = []
  }
  const endItems = () => {
    if (items.length) blocks.push({ kind: 'list', items, at: items[0]!.at })
    items = []
  }
  for (const line of lines) {
    const item = line.item ? { ...line.item, text: line.printed } : line.level === undefined ? itemOf(line.printed) : undefined
    const heading =
      lines.length === 1 && !line.item && headingLevel(plainText(line.printed), known, essence(plainText(line.printed)))
    if (item && !heading) {
      endText()
      items.push({ marker: item.marker, text: plainText(item.text), depth: item.depth, at: line.at })
    } else {
      endItems()
      text.push(line)
    }
  }
  endText()
  endItems()
  return blocks
}

function textBlocks(lines: readonly Line[], known: ReadonlySet<string>): Exclude<ReadBlock, ReadTable>[] {
  const [first] = lines as [Line]
  const text = plainText(lines.map((l) => l.printed.trim()).join('\n'))
  const markdown = /^(#{1,6})\s+(.*)$/.exec(text)
  if (markdown && lines.length === 1) return [{ kind: 'heading', level: markdown[1]!.length, text: markdown[2]!, at: first.at }]
  const level = first.level ?? headingLevel(text, known, essence(text))
  if (level !== undefined && lines.length === 1) return [{ kind: 'heading', level, text, at: first.at }]
  const more = lines.slice(1).map((l) => l.at)
  return [{ kind: 'paragraph', text, at: first.at, ...(more.length ? { more } : {}) }]
}
