// The reader of PDF with a text layer: words by their places, tables by the lines around their cells or, without lines, by
// the gaps between their columns. Only what is seen is read: no tags, no attachments, no scripts.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { Refused, refuse } from '../../kernel/refusal.ts'
import { compose } from './compose.ts'
import type { Words } from './parted.ts'
import { type Grid, gridsOf } from './pdf-grid.ts'
import { signsOf, withHyphens } from './pdf-hyphens.ts'
import { type Operations, type OperatorList, rulingsOf } from './pdf-rulings.ts'
import {
  type LineEnd,
  lineEnds,
  linesOf,
  longWords,
  type Room,
  type Segment,
  signsLeft,
  textOfLines,
  type Word,
} from './pdf-text.ts'
import type { Piece, PieceCell, PieceRow } from './piece.ts'

const MOST_PAGES = 2000
/** Signs a page below which a file is taken for pictures. */
const FEWEST_SIGNS = 15
/** The part of a page, above and below, in which running heads stand. */
const MARGIN = 0.1

/** What only the whole paper says: the size of its type, its running heads, its words. */
type Paper = { readonly body: number; readonly heads: ReadonlySet<string>; readonly known: Words }
type Page = { readonly words: readonly Word[]; readonly grids: readonly Grid[]; readonly height: number; readonly width: number }

export async function readPdf(file: Uint8Array) {
  const pages = await pagesOf(file)
  const signs = pages.reduce((sum, p) => sum + p.words.reduce((n, w) => n + w.text.length, 0), 0)
  if (signs < FEWEST_SIGNS * pages.length) throw new Refused(pictures())
  const paper = { body: bodySize(pages), heads: runningHeads(pages), known: new Set(pages.flatMap((p) => longWords(p.words))) }
  const pieces = pages.flatMap((page, i) => [...pagePieces(page, i + 1, paper), { kind: 'blank' as const }])
  return compose({ form: 'pdf', pieces, doubts: [], length: pages.length })
}

/** One sign for several letters: `ﬁ`. */
const LIGATURE = /[\ufb00-\ufb06]/g

const pictures = () =>
  refuse(
    'JENIS_BERKAS',
    'PDF ini hanya berisi gambar halaman, tanpa teks yang dapat dibaca. Jalankan pengenalan teks (OCR) lebih dulu, atau unggah berkas DOCX/XLSX aslinya.',
  )

async function pagesOf(file: Uint8Array): Promise<Page[]> {
  const { OPS } = await getResolvedPDFJS()
  // The library takes the bytes away from who gave them.
  const pdf = await getDocumentProxy(new Uint8Array(file), {
    verbosity: 0,
    // Pictures are not looked at.
    maxImageSize: 1,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  } as never).catch(fail)
  if (pdf.numPages > MOST_PAGES)
    throw new Refused(refuse('TERLALU_BESAR', `PDF ini ${pdf.numPages} halaman; paling banyak ${MOST_PAGES}.`))
  const pages: Page[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n).catch(fail)
    const operators = (await page.getOperatorList().catch(fail)) as unknown as OperatorList
    const content = await page.getTextContent({ disableNormalization: true }).catch(fail)
    const bold = (font: string) => {
      const known = page.commonObjs.has(font)
        ? (page.commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean })
        : undefined
      return Boolean(known?.bold ?? known?.black) || /bold|black|heavy/i.test(known?.name ?? '')
    }
    const items = content.items.filter((item) => 'str' in item)
    const drawn = operators.argsArray.filter((_, i) => operators.fnArray[i] === OPS.showText)
    const texts = withHyphens(
      items.map((item) => item.str),
      signsOf(drawn),
    )
    const words: Word[] = []
    for (const [i, item] of items.entries()) {
      const text = texts[i]!.replace(LIGATURE, (sign) => sign.normalize('NFKC'))
      if (text.trim() === '') continue
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number]
      // What stands on its side (a stamp, a watermark) is no part of a line.
      if (Math.abs(b) > Math.abs(a)) continue
      words.push({ text, x, y, width: item.width, size: item.height || Math.hypot(a, b), bold: bold(item.fontName) })
    }
    const [x0 = 0, y0 = 0, x1 = 595, y1 = 842] = page.view
    pages.push({ words, grids: gridsOf(rulingsOf(operators, OPS as unknown as Operations)), width: x1 - x0, height: y1 - y0 })
    page.cleanup()
  }
  await pdf.loadingTask.destroy()
  return pages
}

function fail(fault: unknown): never {
  if (fault instanceof Error && fault.name === 'PasswordException')
    throw new Refused(refuse('JENIS_BERKAS', 'PDF ini dilindungi kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi.'))
  throw new Refused(
    refuse('TIDAK_VALID', 'PDF ini rusak atau terpotong: isinya tidak dapat dibuka. Unggah ulang berkas yang utuh.'),
  )
}

/** The size of type that most signs outside tables have. */
function bodySize(pages: readonly Page[]): number {
  const signs = new Map<number, number>()
  for (const page of pages)
    for (const w of page.words) {
      if (page.grids.some((grid) => isIn(w, grid))) continue
      const size = Math.round(w.size * 2) / 2
      signs.set(size, (signs.get(size) ?? 0) + w.text.length)
    }
  return [...signs].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])[0]
}

const masked = (text: string) => text.replace(/\d+/g, '#').trim()

/** Lines in the margins that come back on other pages, but for their numbers. */
function runningHeads(pages: readonly Page[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const text of new Set(linesOf(page.words).flatMap((l) => (inMargin(l[0]!, page) ? l.map((s) => masked(s.text)) : []))))
      seen.set(text, (seen.get(text) ?? 0) + 1)
  return new Set([...seen].filter(([, times]) => times >= 2 && times >= pages.length * 0.3).map(([text]) => text))
}

const inMargin = ({ y }: Segment, { height }: Page) => y < height * MARGIN || y > height * (1 - MARGIN)

function pagePieces(page: Page, number: number, paper: Paper): Piece[] {
  const at = { page: number }
  const tables = page.grids.map((grid) => ({ grid, words: page.words.filter((w) => isIn(w, grid)) })).filter(isTable)
  const inTables = new Set(tables.flatMap((t) => t.words))
  const parts: { y: number; pieces: Piece[] }[] = tables.map(({ grid, words }) => ({
    y: grid.y1,
    pieces: [{ kind: 'rows', rows: rowsOf(grid, words, at, paper.known), spans: true }],
  }))
  const lines = linesOf(page.words.filter((w) => !inTables.has(w)))
  const room = roomOf(lines.flat())
  let group: Segment[][] = []
  const end = () => {
    if (group.length) parts.push({ y: group[0]![0]!.y, pieces: textPieces(group, at, room, paper) })
    group = []
  }
  for (const line of lines) {
    if (inMargin(line[0]!, page) && line.some((s) => paper.heads.has(masked(s.text)))) {
      end()
      parts.push({ y: line[0]!.y, pieces: line.map((s) => ({ kind: 'furniture', printed: s.text, at })) })
      continue
    }
    const above = group.at(-1)?.[0]
    const size = line[0]!.size
    const apart =
      above &&
      (above.y - line[0]!.y > 1.75 * size ||
        Math.abs(above.size - size) > 0.8 ||
        tables.some((t) => t.grid.y1 < above.y && t.grid.y1 > line[0]!.y))
    if (apart) end()
    group.push(line)
  }
  end()
  return parts
    .sort((a, b) => b.y - a.y)
    .flatMap((p) => [...p.pieces, ...(p.pieces[0]?.kind === 'rows' ? [] : [{ kind: 'blank' as const }])])
}

/** Between what stands furthest left and right on a page outside its tables. */
const roomOf = (segments: readonly Segment[]): Room => ({
  x0: Math.min(...segments.map((s) => s.x0)),
  x1: Math.max(...segments.map((s) => s.x1)),
})

const isIn = (w: Word, { x0, x1, y0, y1 }: { x0: number; x1: number; y0: number; y1: number }) => {
  const [x, y] = [w.x + Math.min(1.5, w.width / 2), w.y + 0.3 * w.size]
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

/** Not a box around a text, nor bars of a chart. */
function isTable({ grid, words }: { grid: Grid; words: readonly Word[] }): boolean {
  const filled = grid.cells.filter((cell) => words.some((w) => isIn(w, cell))).length
  return filled > 0 && (grid.rows > 1 || filled > 2)
}

function rowsOf(grid: Grid, words: readonly Word[], at: { page: number }, known: Words): PieceRow[] {
  const texts = grid.cells.map((cell) =>
    linesOf(
      words.filter((w) => isIn(w, cell)),
      50,
    ).map(asOne),
  )
  const margin = Math.min(MOST_MARGIN, ...grid.cells.flatMap((cell, i) => texts[i]!.map((l) => Math.max(0, l.x0 - cell.x0))))
  const rows: { at: { page: number }; cells: PieceCell[] }[] = Array.from({ length: grid.rows }, () => ({ at, cells: [] }))
  for (const [i, { row, colSpan, rowSpan, x0, x1 }] of grid.cells.entries()) {
    const room = { x0: x0 + margin, x1: x1 - margin }
    const last = texts[i]!.at(-1)
    const left = last && signsLeft(last, room)
    rows[row]!.cells.push({ printed: textIn(texts[i]!, room, known), colSpan, rowSpan, ...(left === undefined ? {} : { left }) })
  }
  return rows
}

const textIn = (lines: readonly Segment[], room: Room, known: Words) =>
  textOfLines(
    lines.map((l) => l.text),
    lineEnds(lines, room),
    known,
  )
const asOne = (line: readonly Segment[]): Segment => ({
  ...line[0]!,
  text: line.map((s) => s.text).join(' '),
  x1: Math.max(...line.map((s) => s.x1)),
})
/** Points between the line around a cell and its text. */
const MOST_MARGIN = 8

/** A block of lines: a table without lines, things side by side, or plain text. */
function textPieces(lines: readonly Segment[][], at: { page: number }, room: Room, { body, known }: Paper): Piece[] {
  const columns = columnsOf(lines)
  if (columns) {
    const rows = lines.map((line) => ({
      at,
      cells: columns.map(([x0, x1]) => ({
        printed: line
          .filter((s) => s.x0 <= x1 && s.x1 >= x0)
          .map((s) => s.text)
          .join(' '),
      })),
    }))
    return [{ kind: 'rows', rows, spans: false }]
  }
  if (lines.some((l) => l.length > 1)) {
    // `Nama   :   …` is one line; two signatures beside each other are several.
    return lines.flatMap((line): Piece[] => {
      const fact = line.some((s) => s.text.startsWith(':') || s.text.endsWith(':'))
      return (fact ? [line.map((s) => s.text).join(' ')] : line.map((s) => s.text)).map((printed) => ({
        kind: 'line',
        printed,
        at,
        whole: true,
      }))
    })
  }
  const [first] = lines[0]!
  const texts = lines.map((l) => l[0]!.text)
  const short = lines.length <= 3 && texts.join(' ').length <= 160 && !/[.;:]$/.test(texts.at(-1)!)
  const whole = !short ? undefined : first!.size > body * 1.25 ? 1 : first!.size > body * 1.08 ? 2 : undefined
  const bold = lines.length <= 2 && lines.every((l) => l[0]!.bold) && !/[.;:]$/.test(texts.at(-1)!)
  const level = whole ?? (bold ? 3 : undefined)
  if (level !== undefined) return [{ kind: 'line', printed: textOfLines(texts, [], known), at, level, whole: true }]
  return paragraphs(lines, room, known).map((printed) => ({ kind: 'line', printed, at }))
}

/** Lines of a paragraph as one; a line that begins with a mark of a list begins another, unless it stands in a sentence. */
function paragraphs(lines: readonly Segment[][], room: Room, known: Words): string[] {
  const all = lines.map((l) => l[0]!)
  const own = roomOf(all)
  // A text that is filled up to its own side stands beside a picture; any other may go up to the side of the page.
  const filled = lineEnds(all, own).filter((end) => end !== 'ended').length >= FILLED
  const ends = lineEnds(all, filled ? own : room)
  const out: { texts: string[]; ends: LineEnd[] }[] = []
  for (const [i, { text }] of all.entries()) {
    const before = i === 0 || ends[i - 1] === 'ended' || /[.;:,]$/.test(all[i - 1]!.text)
    const fresh = (before && /^(?:[-•●❖➢√]|\(?(?:\d{1,2}|[a-z])[.)])\s/.test(text)) || /^[^:]{2,30}\s:\s/.test(text) || !out.length
    if (fresh) out.push({ texts: [text], ends: [ends[i]!] })
    else {
      out.at(-1)!.texts.push(text)
      out.at(-1)!.ends.push(ends[i]!)
    }
  }
  return out.map((p) => textOfLines(p.texts, p.ends, known))
}
const FILLED = 2

/** The columns of at least three lines of three and more segments that stand below each other. */
function columnsOf(lines: readonly Segment[][]): [number, number][] | undefined {
  // A drawing has figures at places too; a table begins with the names of its columns.
  if (lines[0]!.filter((s) => /\p{L}{2}/u.test(s.text)).length < 2) return undefined
  if (lines.length < 3 || lines.filter((l) => l.length >= 3).length * 2 < lines.length) return undefined
  const columns: [number, number][] = []
  for (const s of lines.flat().sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1)
    if (last && s.x0 <= last[1] + 3) last[1] = Math.max(last[1], s.x1)
    else columns.push([s.x0, s.x1])
  }
  return columns.length >= 3 ? columns : undefined
}
