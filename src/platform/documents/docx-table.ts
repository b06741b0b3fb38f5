// Tables of the DOCX: repeated headings, rows that stay whole, and the borderless ones that hold facts and signatures.
import {
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  LineRuleType,
  Paragraph as P,
  Table as T,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { softHyphens } from './blocks/soft-hyphens.ts'
import { type Cell, type Facts, plain, type Section, type Signature, type Signatures, type Table } from './blocks.ts'
import { ALIGN, runsOf } from './docx-text.ts'
import { capacities, heightOf, KEEP_UP_TO, placesOf } from './table-grid.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '7A8499' } as const
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE }

export function printTable(t: Table, orientation: Section['orientation'], width: number, signed: boolean): T {
  const fit = capacities(t, orientation)
  const roomOf = (c: Cell, x: number) => fit.slice(x, x + (c.colSpan ?? 1)).reduce((a, b) => a + b, 0)
  const all = t.columns.reduce((sum, c) => sum + c.share, 0)
  const widths = t.columns.map((c) => Math.floor((c.share / all) * width))
  const cellOf = (c: Cell, x: number, more: { head?: true; keepNext?: boolean; fill?: string }) => {
    const look = { size: t.size * 2, ...(more.head ? { bold: true } : {}), ...(c.kosong ? { italics: true, color: '4B5873' } : {}) }
    const align = c.align ?? (more.head ? 'center' : (t.columns[x]?.align ?? 'left'))
    return new TableCell({
      columnSpan: c.colSpan,
      rowSpan: c.rowSpan,
      width: { size: widths.slice(x, x + (c.colSpan ?? 1)).reduce((a, b) => a + b, 0), type: WidthType.DXA },
      verticalAlign: more.head ? VerticalAlign.CENTER : VerticalAlign.TOP,
      ...(more.fill ? { shading: { fill: more.fill } } : {}),
      children: [
        new P({
          alignment: ALIGN[align],
          keepNext: more.keepNext,
          spacing: { before: 30, after: 30, line: 245, lineRule: LineRuleType.AUTO },
          children: runsOf(c.text, look, (text) => softHyphens(text, roomOf(c, x))),
        }),
      ],
    })
  }
  const last = t.groups.flatMap((g) => g.rows).at(-1)
  const rowsOf = (rows: readonly (readonly Cell[])[], head: boolean) => {
    const places = placesOf(rows, t.columns.length)
    return rows.map((row, y) => {
      // LibreOffice leaves out what of an unbroken row is higher than its page.
      const short = row.every(
        (c, i) => (c.rowSpan ?? 1) > 1 || heightOf(plain(c.text), roomOf(c, places[y]![i]!), t.size) <= KEEP_UP_TO,
      )
      return new TableRow({
        tableHeader: head,
        cantSplit: head || short,
        children: row.map((c, i) =>
          cellOf(
            c,
            places[y]![i]!,
            head ? { head: true, fill: 'DFE7F1' } : { keepNext: t.keepWithNext || (signed && row === last) },
          ),
        ),
      })
    })
  }
  const groupRow = (name: string) =>
    new TableRow({
      cantSplit: true,
      children: [
        cellOf({ text: [{ text: name, bold: true }], colSpan: t.columns.length, align: 'left' }, 0, {
          keepNext: true,
          fill: 'F1F4F9',
        }),
      ],
    })
  return new T({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 70, right: 70 },
    borders: BORDERS,
    rows: [
      ...rowsOf(t.header, true),
      ...t.groups.flatMap((g) => [...(g.name === undefined ? [] : [groupRow(g.name)]), ...rowsOf(g.rows, false)]),
    ],
  })
}

function plainTable(rows: TableRow[], widths: number[]): T {
  return new T({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows,
  })
}

const cell = (children: P[], more: Partial<ITableCellOptions> = {}) => new TableCell({ borders: NO_BORDERS, children, ...more })

export function factsTable({ items }: Facts, width: number): T {
  const p = (text: string) => new P({ spacing: { after: 40, line: 260, lineRule: LineRuleType.AUTO }, children: runsOf(text) })
  const rows = items.map(({ label, value }) => new TableRow({ children: [cell([p(label)]), cell([p(':')]), cell([p(value)])] }))
  return plainTable(rows, [1150, 230, width - 1380])
}

export function signatureTable({ place, left, right }: Signatures, width: number): T {
  // Kept with the row before, so that a signature never stands on a page of its own.
  const p = (text: string, bold = false, keepNext = true) =>
    new P({
      alignment: 'center',
      keepNext,
      spacing: { after: 40, line: 260, lineRule: LineRuleType.AUTO },
      children: runsOf(text, { bold }),
    })
  const office = (s: Signature) => [...(s.party ? [p(s.party)] : []), p(s.office)]
  const name = (s: Signature) => [
    p(s.name, true, s.nip !== undefined),
    ...(s.nip === undefined ? [] : [p(`NIP ${s.nip}`, false, false)]),
  ]
  const row = (a: P[], b: P[], height?: number) =>
    new TableRow({
      cantSplit: true,
      ...(height ? { height: { value: height, rule: HeightRule.ATLEAST } } : {}),
      children: [cell(a), cell(b)],
    })
  const half = Math.floor(width / 2)
  return plainTable(
    [row([p('')], [p(place)]), row(office(left), office(right)), row([p('')], [p('')], 1000), row(name(left), name(right))],
    [half, half],
  )
}
