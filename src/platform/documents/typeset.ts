// The blocks as the Typst template reads them: every field present, texts cleaned and given their break points, and
// for every row of a table whether it may break over a page. Pure.

import { softHyphens } from './blocks/soft-hyphens.ts'
import {
  type Block,
  type Cell,
  captions,
  captionText,
  type Document,
  plain,
  runs,
  type Section,
  type Table,
  type Text,
} from './blocks.ts'
import { chartSvg } from './chart-svg.ts'
import { printable } from './printable.ts'
import { capacities, placesOf } from './table-grid.ts'

/** A row higher than this may break; lower ones move to the next page whole. */
const KEEP_UP_TO = 190

type Shown = (text: string) => string

export function typeset(document: Document, shown: Shown): unknown {
  const clean: Shown = (text) => shown(printable(text))
  const prose: Shown = (text) => softHyphens(clean(text), 60)
  const named = captions(document)
  const caption = (block: Block) => {
    const found = named.get(block)
    return found ? prose(captionText(found)) : null
  }
  const texts = (text: Text, made: Shown = prose) =>
    runs(text).map((r) => ({ text: made(r.text), bold: r.bold ?? false, italic: r.italic ?? false }))
  const at = new Date(document.timestamp)
  const signature = (s: { party?: string; office: string; name: string; nip?: string }) => ({
    party: s.party === undefined ? null : prose(s.party),
    office: texts(s.office),
    name: texts(s.name),
    nip: s.nip === undefined ? null : prose(s.nip),
  })

  const tableOf = (t: Table, orientation: Section['orientation']) => {
    const fit = capacities(t, orientation)
    const last = t.groups.flatMap((g) => g.rows).at(-1)
    const rowsOf = (rows: readonly (readonly Cell[])[], middle: boolean) => {
      const places = placesOf(rows, fit.length)
      let openUntil = -1
      return rows.map((row, y) => {
        const spans = row.filter((c, i) => places[y]![i]! <= 1 && (c.rowSpan ?? 1) > 1)
        if (spans.length) openUntil = y + spans[0]!.rowSpan! - 1
        const cells = row.map((c, i) => {
          const x = places[y]![i]!
          const room = fit.slice(x, x + (c.colSpan ?? 1)).reduce((a, b) => a + b, 0)
          return {
            runs: texts(c.text, (text) => softHyphens(clean(text), room)),
            colSpan: c.colSpan ?? 1,
            rowSpan: c.rowSpan ?? 1,
            align: c.align ?? (middle ? 'center' : (t.columns[x]?.align ?? 'left')),
            middle,
            kosong: c.kosong ?? false,
            height: heightOf(plain(c.text), room, t.size) / (c.rowSpan ?? 1),
          }
        })
        return {
          cells,
          keep: Math.max(0, ...cells.map((c) => c.height)) <= KEEP_UP_TO,
          ends: row === last,
          // A cell over many rows shows its text once; pages after the first say at their head what is going on.
          begins: spans.length ? clean(shorten(spans.map((c) => plain(c.text)).join('. '))) : null,
          over: y === openUntil,
        }
      })
    }
    return {
      kind: 'table',
      caption: caption(t),
      size: t.size,
      together: t.keepWithNext ?? false,
      columns: t.columns.map((c) => c.share),
      header: rowsOf(t.header, true).map((r) => r.cells),
      groups: t.groups.map((g) => ({ name: g.name === undefined ? null : prose(g.name), rows: rowsOf(g.rows, false) })),
    }
  }

  const blockOf = (b: Block, orientation: Section['orientation']): object => {
    switch (b.kind) {
      case 'title':
        return { ...b, lines: b.lines.map(prose), letterhead: (b.letterhead ?? []).map(prose) }
      case 'heading':
        return { ...b, text: prose(b.text) }
      case 'paragraph':
        return {
          kind: b.kind,
          runs: texts(b.text),
          align: b.align ?? 'left',
          small: b.small ?? false,
          together: b.keepWithNext ?? false,
        }
      case 'facts':
        return { ...b, items: b.items.map((i) => ({ label: prose(i.label), value: texts(i.value) })) }
      case 'table':
        return tableOf(b, orientation)
      case 'chart':
        return { kind: b.kind, caption: caption(b), alt: prose(b.alt), svg: chartSvg(b, clean) }
      case 'signatures':
        return { kind: b.kind, place: prose(b.place), left: signature(b.left), right: signature(b.right) }
      case 'pageBreak':
        return b
    }
  }

  return {
    title: clean(document.title),
    author: clean(document.author),
    footer: prose(document.footer),
    header: document.header === undefined ? null : prose(document.header),
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    sections: document.sections.map((s) => ({
      landscape: s.orientation === 'landscape',
      blocks: s.blocks.map((b) => blockOf(b, s.orientation)),
    })),
  }
}

const shorten = (text: string) => (text.length > 110 ? `${text.slice(0, 110).trimEnd()}…` : text)

function heightOf(text: string, room: number, size: number): number {
  const lines = text.split('\n').reduce((n, l) => n + Math.max(1, Math.ceil(l.length / Math.max(1, room))), 0)
  return lines * size * 1.2
}
