// A paper that was read: what stands in it, in order, each thing with its place. Readers of every form (text, DOCX, XLSX,
// HTML, PDF) give this one shape; the checker and the import know no other. Plain data: it can be sent between threads.

/** Where something stands: as people can find it again. Lines, pages, paragraphs and rows count from 1. */
export type Place = {
  /** Of a text file or an HTML file. */
  readonly line?: number
  /** Of a PDF. */
  readonly page?: number
  /** Of a DOCX: the n-th paragraph of its body, those in tables included. */
  readonly paragraph?: number
  /** Of a workbook, with `line` as its row. */
  readonly sheet?: string
}

export type ReadCell = {
  /** What is read: without tags and formulas' marks; a newline where the paper begins a new line. */
  readonly text: string
  /** Letter for letter as it stood, where that differs from `text`. */
  readonly printed?: string
  readonly at: Place
  /** Of its left upper corner. A cell that reaches over several columns or rows stands at each of them as the same object. */
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  /** Where its text went on after a page break, and at which letter each of these begins. */
  readonly more?: readonly Place[]
  readonly moreFrom?: readonly number[]
  /** It stood in another column and was put here, because a tab or a merged cell had been lost. */
  readonly moved?: { readonly from: number }
  /** Of a document of our own: which of our data it shows (`Cell` of blocks.ts). */
  readonly origin?: string
}
/**
 * header: names of columns; numbering: `1 2 3 …` or `(1) (2) …` below them; group: one text over the whole width;
 * body: everything else, totals included.
 */
export type Role = 'header' | 'numbering' | 'group' | 'body'
export type ReadRow = {
  readonly role: Role
  readonly at: Place
  /** Which part of the table it stood in, from 0. */
  readonly part: number
  /** One for each column. */
  readonly cells: readonly ReadCell[]
}
export type Caption = {
  readonly label: string // Tabel, Grafik, Gambar, Bagan …
  readonly number: string // 3.1
  readonly text: string
  readonly at: Place
  readonly more?: readonly Place[]
}
export type ReadTable = {
  readonly kind: 'table'
  readonly at: Place
  readonly caption?: Caption
  readonly columns: number
  /** Header rows first, said once: where a later part repeats them, they are counted in `parts` only. */
  readonly rows: readonly ReadRow[]
  /** The pieces that it was put together from, with the headers that were repeated. */
  readonly parts: readonly { readonly at: Place; readonly rows: number; readonly repeated: readonly Place[] }[]
}
export type ReadHeading = { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly at: Place }
export type ReadParagraph = {
  readonly kind: 'paragraph'
  readonly text: string
  readonly at: Place
  /** Every further place it takes: its next lines, and those after a page break. */
  readonly more?: readonly Place[]
}
export type ReadItem = { readonly marker: string; readonly text: string; readonly depth: number; readonly at: Place }
export type ReadList = { readonly kind: 'list'; readonly items: readonly ReadItem[]; readonly at: Place }
/** The caption of a picture, or of a table that was not found. */
export type ReadCaption = Caption & { readonly kind: 'caption' }
/** A list of contents, tables or figures: what should stand where. */
export type ReadContents = {
  readonly kind: 'contents'
  readonly entries: readonly { readonly text: string; readonly page: string; readonly at: Place }[]
  readonly at: Place
}
/** What belongs to the page and not to the text: running heads, page numbers. */
export type ReadFurniture = { readonly kind: 'furniture'; readonly text: string; readonly at: Place }
export type ReadBlock = ReadHeading | ReadParagraph | ReadList | ReadTable | ReadCaption | ReadContents | ReadFurniture

/** What was understood only in part: how it stood, and what was made of it. */
export type Doubt = {
  readonly why: 'CELL_MOVED' | 'CELL_SPLIT' | 'CELL_LEFT' | 'ROW_JOINED' | 'COLUMNS_DIFFER' | 'ENCODING' | 'NOT_READ'
  readonly at: Place
  readonly printed: string
  /** An Indonesian sentence for people. */
  readonly detail: string
  /** How sure the reading is, 0 to 1. */
  readonly confidence: number
}
export type PaperForm = 'text' | 'html' | 'docx' | 'xlsx' | 'pdf'
export type ReadPaper = {
  readonly form: PaperForm
  readonly blocks: readonly ReadBlock[]
  readonly doubts: readonly Doubt[]
  /** Lines of a text, pages of a PDF, paragraphs of a DOCX, rows of a workbook. */
  readonly length: number
}

/** Every place that a block takes. */
export function placesIn(block: ReadBlock): Place[] {
  switch (block.kind) {
    case 'paragraph':
    case 'caption':
      return [block.at, ...(block.more ?? [])]
    case 'list':
      return block.items.map((i) => i.at)
    case 'contents':
      return [block.at, ...block.entries.map((e) => e.at)]
    case 'table':
      return [
        ...(block.caption ? [block.caption.at, ...(block.caption.more ?? [])] : []),
        ...block.parts.flatMap((p) => p.repeated),
        ...block.rows.flatMap((r) => [r.at, ...r.cells.flatMap((c) => [c.at, ...(c.more ?? [])])]),
      ]
    default:
      return [block.at]
  }
}

/** Where a letter of a cell stands: a cell that went on after a page break has several places. */
export function placeInCell({ at, more = [], moreFrom = [] }: ReadCell, letter: number): Place {
  return more[moreFrom.findLastIndex((from) => from <= letter)] ?? at
}

/** Whether two places of a grid show one cell: in a paper that came as JSON it is not one object any more. */
export function sameCell(a: ReadCell, b: ReadCell): boolean {
  if (a === b) return true
  const spans = (a.colSpan > 1 || a.rowSpan > 1) && a.colSpan === b.colSpan && a.rowSpan === b.rowSpan
  return spans && a.column === b.column && a.text === b.text && samePlace(a.at, b.at)
}

/** Whether a cell begins at a row and column, and does not reach there from the left or from above. */
export function beginsAt(rows: readonly Pick<ReadRow, 'cells'>[], r: number, k: number): boolean {
  const cell = rows[r]!.cells[k]!
  if (cell.column !== k) return false
  let above = 0
  while (above < r && sameCell(rows[r - above - 1]!.cells[k]!, cell)) above++
  // On a page where all have one place, two merged cells with the same words may stand below one another.
  return above % cell.rowSpan === 0
}

const samePlace = (a: Place, b: Place) =>
  a.line === b.line && a.page === b.page && a.paragraph === b.paragraph && a.sheet === b.sheet

/** `baris 12`, `halaman 3`, `lembar Target, baris 4`. */
export function placeInWords({ line, page, paragraph, sheet }: Place): string {
  const words = [
    sheet !== undefined && `lembar ${sheet}`,
    page !== undefined && `halaman ${page}`,
    paragraph !== undefined && `paragraf ${paragraph}`,
    line !== undefined && `baris ${line}`,
  ]
  return words.filter(Boolean).join(', ')
}
