// A paper that was read, as a document of our own again: so that one paper can be had in every form and must be read alike.
import type { ReadBlock, ReadCell, ReadPaper, ReadRow, ReadTable } from './blocks/paper.ts'
import type { Block, Cell, Document, Row } from './blocks.ts'

export function reprinted(paper: ReadPaper, title = 'Naskah'): Document {
  return {
    title,
    language: 'id',
    author: 'Selaras',
    timestamp: '2024-01-01T00:00:00Z',
    footer: title,
    sections: [
      { name: title, orientation: 'landscape', blocks: [{ kind: 'title', lines: [title] }, ...paper.blocks.flatMap(blocksOf)] },
    ],
  }
}

const say = (text: string): Block => ({ kind: 'paragraph', text })
const named = ({ label, number, text }: { label: string; number: string; text: string }) => say(`${label} ${number} ${text}`)

function blocksOf(block: ReadBlock): Block[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level <= 2 ? 2 : 3, text: block.text }]
    case 'paragraph':
      return [say(block.text)]
    case 'list':
      return block.items.map((i) => say(`${i.marker} ${i.text}`))
    case 'caption':
      return [named(block)]
    case 'contents':
      return block.entries.map((e) => say(`${e.text} ${'.'.repeat(8)} ${e.page}`))
    case 'table':
      return [...(block.caption ? [named(block.caption)] : []), ...tableOf(block)]
    case 'furniture':
      return []
  }
}

function tableOf({ rows, columns }: ReadTable): Block[] {
  const header = rows.filter((r) => r.role === 'header')
  const body = rows.filter((r) => r.role !== 'header')
  if (!body.length) return rows.map((r) => say(r.cells.map((c) => c.text).join(' ')))
  const group = { rows: gridOf(body) }
  // A printer asks for a header; a paper may have none.
  const names = header.length ? gridOf(header) : [Array.from({ length: columns }, () => ({ text: '' }))]
  const wide = Array.from({ length: columns }, (_, c) => ({ share: widthOf(rows, c) }))
  return [{ kind: 'table', name: 'Tabel', columns: wide, header: names, groups: [group], size: 8 }]
}

/** Columns as wide as their words ask for. */
const widthOf = (rows: readonly ReadRow[], c: number) =>
  Math.min(12, 2 + Math.sqrt(Math.max(0, ...rows.map((r) => (r.cells[c]!.column === c ? r.cells[c]!.text.length : 0)))))

/** Every cell once, where it begins, over the columns and rows that it covers here. */
function gridOf(rows: readonly ReadRow[]): Row[] {
  const seen = new Set<ReadCell>()
  return rows.map((row, r) =>
    row.cells.flatMap((cell, c): Cell[] => {
      if (seen.has(cell)) return []
      seen.add(cell)
      let [colSpan, rowSpan] = [1, 1]
      while (row.cells[c + colSpan] === cell) colSpan++
      while (rows[r + rowSpan]?.cells[c] === cell) rowSpan++
      return [{ text: cell.text, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }]
    }),
  )
}
