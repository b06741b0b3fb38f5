// The XLSX printer: a sheet for each part of the paper, with what stands above and below its tables. Numbers are numbers, so that they can
// be reckoned with; every text is written as a shared string, never as a formula, whatever it begins with.
import { type Cell as SheetCell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import {
  type Block,
  type Cell,
  captions,
  captionText,
  type Document,
  footLines,
  plain,
  type Section,
  type Signature,
  type Table,
} from './blocks.ts'
import { packAgain } from './office-file.ts'
import { printable } from './printable.ts'
import { placesOf } from './table-grid.ts'
import { treeTable } from './tree-table.ts'

const INK = { argb: 'FF14213D' }
const MUTED = { argb: 'FF4B5873' }
const LINE = { style: 'thin' as const, color: { argb: 'FF7A8499' } }
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const fill = (argb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb } })
/** Characters across a sheet: about what fits a page's width at a readable size. */
const WIDTH = { portrait: 100, landscape: 150 }
/** Signs of 9 points to a unit of column width, which is a digit of 11 points. */
const SIGNS = 1.15
/** A spreadsheet holds 32,767 signs a cell. */
const MOST = 32_767
/** Beyond these a spreadsheet would round: then the text stands, exact. */
const EXACT_DIGITS = 15

export async function toXlsx(document: Document): Promise<Uint8Array> {
  const book = new Workbook()
  const at = new Date(document.timestamp)
  Object.assign(book, {
    title: printable(document.title),
    creator: printable(document.author),
    lastModifiedBy: printable(document.author),
    created: at,
    modified: at,
  })
  const names = new Set<string>()
  const named = captions(document)
  for (const section of document.sections)
    for (const part of partsOf(section)) {
      const sheet = book.addWorksheet(sheetName(part.name, names), {
        pageSetup: {
          paperSize: 9,
          orientation: section.orientation,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
        },
        headerFooter: {
          oddFooter: `&L&8${escapeCodes(footLines(document).join(' '))}&R&8Halaman &P dari &N`,
          ...(document.header ? { oddHeader: `&R&8${escapeCodes(document.header)}` } : {}),
        },
        views: [{ showGridLines: false }],
      })
      new Sheet(sheet, section, named).write(part.blocks)
    }
  return packAgain(new Uint8Array(await book.xlsx.writeBuffer()), document.timestamp)
}

/** `&` begins a code in a page's foot. */
const escapeCodes = (text: string) => printable(text).replaceAll('&', '&&').replace(/\n/g, ' ').slice(0, 200)

/** A sheet for every heading of the second level, or for the whole section where it has none. */
function partsOf(section: Section): { name: string; blocks: Block[] }[] {
  const parts: { name: string; blocks: Block[] }[] = [{ name: section.name, blocks: [] }]
  for (const block of section.blocks) {
    if (block.kind === 'heading' && block.level === 2) {
      // What stands before the first heading (the title) goes with it.
      const before = parts.at(-1)!.blocks.every((b) => b.kind === 'title') ? parts.pop()!.blocks : []
      parts.push({ name: block.text, blocks: before })
    }
    parts.at(-1)!.blocks.push(block)
  }
  return parts
}

/** At most 31 signs, none of them reserved, no two alike. */
function sheetName(name: string, taken: Set<string>): string {
  const words = printable(name)
    .replace(/[\\/?*[\]:']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const base = (words.length > 31 ? words.slice(0, 31).replace(/\s+\S*$/, '') : words) || 'Lembar'
  let found = base
  for (let n = 2; taken.has(found.toLowerCase()); n++) found = `${base.slice(0, 30 - String(n).length)} ${n}`
  taken.add(found.toLowerCase())
  return found
}

class Sheet {
  readonly #sheet: Worksheet
  readonly #section: Section
  readonly #named: ReturnType<typeof captions>
  #columns = 0
  #only = false
  #row = 0

  constructor(sheet: Worksheet, section: Section, named: ReturnType<typeof captions>) {
    this.#sheet = sheet
    this.#section = section
    this.#named = named
  }

  write(given: readonly Block[]): void {
    const blocks = given.map((b) => (b.kind === 'tree' ? treeTable(b) : b))
    const tables = blocks.filter((b): b is Table => b.kind === 'table')
    this.#only = tables.length === 1
    const shares = tables[0]?.columns.map((c) => c.share) ?? [1, 1, 1, 1]
    const all = shares.reduce((a, b) => a + b, 0)
    this.#columns = shares.length
    shares.forEach((share, at) => {
      this.#sheet.getColumn(at + 1).width = Math.max(5, (share / all) * WIDTH[this.#section.orientation])
    })
    for (const block of blocks) this.#block(block)
  }

  #block(b: Block): void {
    switch (b.kind) {
      case 'title':
        for (const line of [...(b.letterhead ?? []), ...b.lines]) this.#line(line, { bold: true, size: 13 }, 'center')
        this.#row++
        return
      case 'heading':
        this.#line(b.text, { bold: true, size: b.level === 2 ? 12 : 11 })
        return
      case 'paragraph':
        this.#line(plain(b.text), b.small ? { color: MUTED, size: 9 } : {}, 'left')
        return
      case 'facts':
        for (const { label, value } of b.items) this.#line(`${label} : ${value}`)
        this.#row++
        return
      case 'table':
        this.#table(b)
        return
      case 'chart': {
        const found = this.#named.get(b)
        this.#line(found ? captionText(found) : b.name, { bold: true, size: 9 })
        this.#line(b.alt, { size: 9 })
        return
      }
      case 'signatures':
        this.#signatures(b.place, b.left, b.right)
        return
      case 'pageBreak':
        this.#row++
    }
  }

  /** One text over the whole width. */
  #line(text: string, font: object = {}, horizontal: 'left' | 'center' = 'left', from = 1, to = this.#columns): void {
    const row = ++this.#row
    const cell = this.#sheet.getCell(row, from)
    put(cell, text)
    cell.font = { name: 'Arial', size: 10, color: INK, ...font }
    cell.alignment = { horizontal, vertical: 'top', wrapText: true }
    if (to > from) this.#sheet.mergeCells(row, from, row, to)
    const room = WIDTH[this.#section.orientation] * SIGNS * 0.9
    this.#tall(row, printable(text).split('\n').reduce((lines, l) => lines + Math.max(1, Math.ceil(l.length / room)), 0)) // biome-ignore format: one sum
  }

  /** Merged cells do not make their row taller by themselves. */
  #tall(row: number, lines: number): void {
    const height = Math.min(400, Math.max(1, lines) * 12 + 3)
    const now = this.#sheet.getRow(row)
    now.height = Math.max(now.height ?? 0, height)
  }

  #table(t: Table): void {
    const found = this.#named.get(t)
    if (found) this.#line(captionText(found), { bold: true, size: 9 })
    const top = this.#row + 1
    this.#rows(t, t.header, true)
    const bottom = this.#row
    // Frozen and repeated in print, where the sheet holds one table: a sheet can keep only one heading in sight.
    if (this.#only) {
      this.#sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: bottom, showGridLines: false }]
      this.#sheet.pageSetup.printTitlesRow = `${top}:${bottom}`
    }
    for (const g of t.groups) {
      if (g.name !== undefined)
        this.#rows(t, [[{ text: [{ text: g.name, bold: true }], colSpan: t.columns.length, align: 'left' }]], false, 'FFF1F4F9')
      this.#rows(t, g.rows, false)
    }
    this.#row++
  }

  #rows(t: Table, rows: readonly (readonly Cell[])[], head: boolean, colour = head ? 'FFDFE7F1' : undefined): void {
    const places = placesOf(rows, t.columns.length)
    rows.forEach((row, y) => {
      const at = ++this.#row
      row.forEach((c, i) => {
        const x = places[y]![i]!
        const [right, down] = [x + (c.colSpan ?? 1) - 1, at + (c.rowSpan ?? 1) - 1]
        const cell = this.#sheet.getCell(at, x + 1)
        put(cell, plain(c.text), c.angka)
        for (let r = at; r <= down; r++) for (let k = x; k <= right; k++) this.#sheet.getCell(r, k + 1).border = BORDER
        const bold = head || (typeof c.text !== 'string' && c.text.every((run) => run.bold))
        cell.font = { name: 'Arial', size: 9, bold, italic: c.kosong ?? false, color: c.kosong ? MUTED : INK }
        cell.alignment = {
          horizontal: c.align ?? (head ? 'center' : (t.columns[x]?.align ?? 'left')),
          vertical: head ? 'middle' : 'top',
          wrapText: true,
        }
        if (colour) cell.fill = fill(colour)
        if (right > x || down > at) this.#sheet.mergeCells(at, x + 1, down, right + 1)
        const width = Array.from({ length: right - x + 1 }, (_, k) => this.#sheet.getColumn(x + k + 1).width ?? 10).reduce(
          (a, b) => a + b,
          0,
        )
        const lines = plain(c.text)
          .split('\n')
          .reduce((n, l) => n + Math.max(1, Math.ceil(l.length / (width * SIGNS))), 0)
        this.#tall(at, head ? Math.min(lines, 3) : lines / (c.rowSpan ?? 1))
      })
    })
  }

  #signatures(place: string, left: Signature, right: Signature): void {
    const middle = Math.max(1, Math.floor(this.#columns / 2))
    const pair = (a: string, b: string, font: object = {}) => {
      this.#line(a, font, 'center', 1, middle)
      this.#row--
      this.#line(b, font, 'center', middle + 1, Math.max(this.#columns, 2))
    }
    this.#row++
    pair('', place)
    if (left.party || right.party) pair(left.party ?? '', right.party ?? '')
    pair(left.office, right.office)
    this.#tall(this.#row, 2)
    this.#row += 3
    pair(left.name, right.name, { bold: true })
    if (left.nip || right.nip) pair(left.nip ? `NIP ${left.nip}` : '', right.nip ? `NIP ${right.nip}` : '')
  }
}

/** `[$-421]`: Indonesian, so that 1234.5 is shown as 1.234,50 where a program heeds it; elsewhere as the reader's own. */
function put(cell: SheetCell, text: string, angka?: Cell['angka']): void {
  const digits = angka?.nilai.replace(/^-?0*\.?0*|\./g, '').length ?? 0
  if (!angka || digits > EXACT_DIGITS) {
    cell.value = printable(text).slice(0, MOST)
    cell.numFmt = '@'
    return
  }
  const places = angka.desimal > 0 ? `.${'0'.repeat(angka.desimal)}` : ''
  cell.value = Number(angka.nilai)
  cell.numFmt = `[$-421]#,##0${places}${angka.persen ? '"%"' : ''}`
}
