// A document of our own as a reader would read it from paper, without printing it: so that the checker sees a draft while it is
// written. Places are blocks, counted from 1 as paragraphs.
import { type Cell, captions, captionText, type Document, plain, type Row, type Table } from '../blocks.ts'
import type { Place, ReadBlock, ReadCell, ReadPaper, ReadRow, Role } from './paper.ts'

export function asRead(document: Document): ReadPaper {
  const named = captions(document)
  const blocks: ReadBlock[] = []
  let paragraph = 0
  for (const block of document.sections.flatMap((s) => s.blocks)) {
    const at: Place = { paragraph: ++paragraph }
    const say = (text: string) => blocks.push({ kind: 'paragraph', text, at })
    switch (block.kind) {
      case 'title':
        for (const text of [...(block.letterhead ?? []), ...block.lines]) blocks.push({ kind: 'heading', level: 1, text, at })
        break
      case 'heading':
        blocks.push({ kind: 'heading', level: block.level, text: block.text, at })
        break
      case 'paragraph':
        say(plain(block.text))
        break
      case 'facts':
        for (const { label, value } of block.items) say(`${label}: ${value}`)
        break
      case 'table': {
        const found = named.get(block)
        const caption = found && { label: found.kind, number: String(found.number), text: found.name, at }
        blocks.push({ ...tableOf(block, at), ...(caption ? { caption } : {}) })
        break
      }
      case 'chart':
        say(captionText(named.get(block)!))
        break
      case 'signatures':
        for (const { office, name, nip } of [block.left, block.right])
          say([office, name, nip && `NIP ${nip}`].filter(Boolean).join('\n'))
        break
      default: // a tree is a picture, and a break of the page is nothing
    }
  }
  return { form: 'docx', blocks, doubts: [], length: paragraph }
}

function tableOf({ columns, header, groups }: Table, at: Place): Extract<ReadBlock, { kind: 'table' }> {
  const wide = columns.length
  const names = (name: string | undefined): Row[] => (name === undefined ? [] : [[{ text: name, colSpan: wide }]])
  const rows: ReadRow[] = [
    ...gridOf(header, wide, 'header', at),
    ...groups.flatMap((g) => [...gridOf(names(g.name), wide, 'group', at), ...gridOf(g.rows, wide, 'body', at)]),
  ]
  return { kind: 'table', at, columns: wide, rows, parts: [{ at, rows: rows.length, repeated: [] }] }
}

/** Rows with every column filled: a merged cell stands at each column and row that it covers. */
function gridOf(rows: readonly Row[], wide: number, role: Role, at: Place): ReadRow[] {
  const grid: (ReadCell | undefined)[][] = rows.map(() => Array.from({ length: wide }))
  for (const [r, row] of rows.entries())
    for (const cell of row) {
      const column = grid[r]!.indexOf(undefined)
      if (column < 0) break
      const made = cellOf(cell, column, at)
      for (let y = r; y < Math.min(r + made.rowSpan, rows.length); y++)
        for (let x = column; x < Math.min(column + made.colSpan, wide); x++) grid[y]![x] = made
    }
  return grid.map((cells) => ({ role, at, part: 0, cells: cells.map((c, column) => c ?? cellOf({ text: '' }, column, at)) }))
}
const cellOf = ({ text, colSpan = 1, rowSpan = 1, kosong, origin }: Cell, column: number, at: Place): ReadCell => ({
  text: kosong ? '' : plain(text),
  at: { ...at }, // of its own: a finding leads to the cell by its place
  column,
  colSpan,
  rowSpan,
  ...(origin === undefined ? {} : { origin }),
})
