// The blocks as the Typst template reads them: every field present, texts cleaned and given their break points, and
// for every row of a table whether it may break over a page. Pure.

import { softHyphens } from './blocks/soft-hyphens.ts'
import {
  type Block,
  type Cell,
  captions,
  captionText,
  type Document,
  footLines,
  plain,
  runs,
  type Section,
  type Signatures,
  type Table,
  type Text,
} from './blocks.ts'
import { chartSvg } from './chart-svg.ts'
import { printable } from './printable.ts'
import { qrSvg } from './qr-svg.ts'
import { capacities, heightOf, KEEP_UP_TO, placesOf } from './table-grid.ts'
import { treeSvg } from './tree-svg.ts'
import { treeInWords } from './tree-table.ts'

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
    runs(text).map(({ text: said, bold = false, italic = false, deleted = false, inserted = false }) => ({
      text: made(said),
      bold,
      italic,
      deleted,
      inserted,
    }))
  const at = new Date(document.timestamp)
  const signature = (s: { party?: string; office: string; name: string; nip?: string }) => ({
    party: s.party === undefined ? null : prose(s.party),
    office: texts(s.office),
    name: texts(s.name),
    nip: s.nip === undefined ? null : prose(s.nip),
  })

  const signatures = (b: Signatures) => ({
    kind: b.kind,
    place: prose(b.place),
    left: signature(b.left),
    right: signature(b.right),
  })

  const tableOf = (t: Table, orientation: Section['orientation'], signed?: Signatures) => {
    const fit = capacities(t, orientation)
    const full = signed ? t.groups.findLastIndex((g) => g.rows.length > 0) + 1 : t.groups.length
    const roomOf = (c: Cell, x: number) => fit.slice(x, x + (c.colSpan ?? 1)).reduce((a, b) => a + b, 0)
    const rowsOf = (rows: readonly (readonly Cell[])[], head: boolean, end = false) => {
      const places = placesOf(rows, fit.length)
      let openUntil = -1
      return rows.map((row, y) => {
        const spans = row.filter((c, i) => places[y]![i]! <= 1 && (c.rowSpan ?? 1) > 1)
        if (spans.length) openUntil = y + spans[0]!.rowSpan! - 1
        const high = row.map((c, i) => heightOf(plain(c.text), roomOf(c, places[y]![i]!), t.size) / (c.rowSpan ?? 1))
        const keep = Math.max(0, ...high) <= KEEP_UP_TO
        return row.map((c, i) => {
          const [x, first, last] = [places[y]![i]!, i === 0, i === row.length - 1]
          const made: Shown = (text) => softHyphens(clean(text), roomOf(c, x))
          const own = t.columns[x]?.align ?? 'left'
          const marks = {
            // A cell over many rows shows its text once; pages after the first say at their head what is going on.
            ...(first && spans.length ? { begins: clean(shorten(spans.map((s) => plain(s.text)).join('. '))) } : {}),
            ...(last && y === openUntil ? { over: true } : {}),
          }
          // Over the column of no width that holds the last row and the signatures together; not so in that row itself.
          const across =
            (c.colSpan ?? 1) +
            Number(signed !== undefined && x + (c.colSpan ?? 1) === fit.length && !(end && y === rows.length - 1))
          const form = {
            ...(across > 1 ? { colspan: across } : {}),
            ...(c.rowSpan ? { rowspan: c.rowSpan } : {}),
            ...((c.rowSpan ?? 1) > 1 || !keep ? { breakable: true } : {}),
          }
          const align = c.align ?? (head ? 'center' : own)
          // Most cells are nothing but their text, and cost the typesetter nothing more.
          const bare = typeof c.text === 'string' && !c.text.includes('\n') && !c.kosong && !head && align === own
          if (bare && !Object.keys(form).length && !Object.keys(marks).length) return made(c.text as string)
          return { runs: texts(c.text, made), form, align, kosong: c.kosong ?? false, ...marks }
        })
      })
    }
    return {
      kind: 'table',
      caption: caption(t),
      size: t.size,
      together: t.keepWithNext ?? false,
      // `after`: the names of groups without rows between the last row and the signatures.
      signed: signed
        ? { ...signatures(signed), after: t.groups.slice(full).flatMap((g) => (g.name ? [prose(g.name)] : [])) }
        : null,
      columns: t.columns.map((c) => c.share),
      align: t.columns.map((c) => c.align ?? 'left'),
      header: rowsOf(t.header, true),
      groups: t.groups
        .slice(0, full)
        .map((g, at) => ({ name: g.name === undefined ? null : prose(g.name), rows: rowsOf(g.rows, false, at === full - 1) })),
    }
  }

  const blockOf = (b: Block, orientation: Section['orientation'], next: Block | undefined): object => {
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
        return tableOf(b, orientation, next?.kind === 'signatures' && holds(b) ? next : undefined)
      case 'chart':
        return { kind: b.kind, caption: caption(b), alt: prose(b.alt), svg: chartSvg(b, clean) }
      case 'tree':
        return { kind: b.kind, alt: clean(treeInWords(b)), svg: treeSvg(b, clean) }
      case 'signatures':
        return signatures(b)
      case 'pageBreak':
        return b
    }
  }

  return {
    title: clean(document.title),
    author: clean(document.author),
    footer: footLines(document).map((line, n) => (n === 2 ? clean(line) : prose(line))),
    seal: document.seal ? qrSvg(document.seal.address) : null,
    header: document.header === undefined ? null : prose(document.header),
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    sections: document.sections.map((s) => ({
      landscape: s.orientation === 'landscape',
      paper: s.paper ?? 'a4',
      blocks: s.blocks.flatMap((b, at) =>
        b.kind === 'signatures' && holds(s.blocks[at - 1]) ? [] : blockOf(b, s.orientation, s.blocks[at + 1]),
      ),
    })),
  }
}

const SHORT = 700 // signs
/**
 * Whether the last row of a table can share a page with the signatures that follow it, which must not stand on a page
 * without any of what is signed: it is not too high, and its last cell is its own.
 */
function holds(b: Block | undefined): boolean {
  if (b?.kind !== 'table') return false
  const rows = b.groups.findLast((g) => g.rows.length > 0)?.rows
  const [row, end] = [rows?.at(-1), rows?.at(-1)?.at(-1)]
  if (!rows || !row || !end || (end.rowSpan ?? 1) > 1) return false
  const x = placesOf(rows, b.columns.length).at(-1)!.at(-1)!
  return x + (end.colSpan ?? 1) === b.columns.length && row.every((c) => plain(c.text).length <= SHORT)
}

const shorten = (text: string) => (text.length > 110 ? `${text.slice(0, 110).trimEnd()}…` : text)
