// The reader of DOCX: what Word shows, in its order. Deleted text, comments, field codes and hidden text are not shown.
import { partsOf } from './archive.ts'
import { compose } from './compose.ts'
import { type NumberingMarks, numberingMarks } from './docx-numbering.ts'
import type { Piece, PieceCell, PieceRow } from './piece.ts'
import { tidy } from './plain-text.ts'
import { attribute, child, type Element, elementsOf, find, isElement, parseXml } from './xml.ts'

const PARTS = /^word\/(?:document|styles|numbering|header\d*|footer\d*)\.xml$/
/** Not text of the page: marks of revision, field codes, comments, and the old form of a picture beside the new one. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:pPr', 'w:rPr', 'w:tcPr'])

export async function readDocx(file: Uint8Array) {
  const { parts } = await partsOf(file, (name) => PARTS.test(name))
  const reader = new Reader(levelsOfStyles(parts.get('word/styles.xml')), numberingMarks(parts.get('word/numbering.xml')))
  const body = find(parseXml(parts.get('word/document.xml') ?? ''), 'w:body')
  if (body) reader.blocks(body)
  for (const [name, xml] of parts) if (/(?:header|footer)/.test(name)) reader.furniture(xml)
  return compose({ form: 'docx', pieces: reader.pieces, doubts: [], length: reader.paragraphs })
}

/** Levels of headings by the ids of styles: `heading 2`, or an outline level of its own. */
function levelsOfStyles(xml: string | undefined): Map<string, number> {
  const levels = new Map<string, number>()
  const styles = xml === undefined ? undefined : find(parseXml(xml), 'w:styles')
  for (const style of styles ? elementsOf(styles) : []) {
    const name = attribute(child(style, 'w:name'), 'w:val') ?? ''
    const outline = attribute(child(child(style, 'w:pPr'), 'w:outlineLvl'), 'w:val')
    const level = /^heading (\d)$/i.exec(name)?.[1] ?? (outline === undefined ? undefined : String(Number(outline) + 1))
    if (level && style.name === 'w:style') levels.set(attribute(style, 'w:styleId') ?? '', Number(level))
  }
  return levels
}

class Reader {
  readonly pieces: Piece[] = []
  paragraphs = 0
  readonly #levels: ReadonlyMap<string, number>
  readonly #marks: NumberingMarks

  constructor(levels: ReadonlyMap<string, number>, marks: NumberingMarks) {
    this.#levels = levels
    this.#marks = marks
  }

  blocks(parent: Element): void {
    for (const e of elementsOf(parent))
      if (e.name === 'w:p') this.#paragraph(e)
      else if (e.name === 'w:tbl') this.#table(e)
      else if (e.name === 'w:sdt' || e.name === 'w:sdtContent' || e.name === 'w:ins') this.blocks(e)
  }

  furniture(xml: string): void {
    for (const node of parseXml(xml)) {
      const text = isElement(node) ? tidy(textOf(node)) : ''
      if (text !== '') this.pieces.push({ kind: 'furniture', printed: text, at: {} })
    }
  }

  #paragraph(p: Element): void {
    const at = { paragraph: ++this.paragraphs }
    const printed = tidy(textOf(p))
    if (printed === '') {
      this.pieces.push({ kind: 'blank' })
      return
    }
    const properties = child(p, 'w:pPr')
    const style = attribute(child(properties, 'w:pStyle'), 'w:val')
    const level = style === undefined ? undefined : this.#levels.get(style)
    const number = child(properties, 'w:numPr')
    const depth = Number(attribute(child(number, 'w:ilvl'), 'w:val') ?? 0)
    const list = attribute(child(number, 'w:numId'), 'w:val')
    const item = list && list !== '0' && level === undefined ? { marker: this.#marks(list, depth), depth } : undefined
    this.pieces.push({
      kind: 'line',
      printed,
      at,
      whole: true,
      ...(level === undefined ? {} : { level }),
      ...(item ? { item } : {}),
    })
  }

  #table(table: Element): void {
    const rows: { at: { paragraph: number }; cells: (PieceCell & { rowSpan: number })[]; header: boolean }[] = []
    /** Cells that may go on below, by their column. */
    const above = new Map<number, PieceCell & { rowSpan: number }>()
    for (const tr of elementsOf(table)) {
      if (tr.name !== 'w:tr') continue
      const properties = child(tr, 'w:trPr')
      const header = child(properties, 'w:tblHeader')
      const row = { at: { paragraph: this.paragraphs + 1 }, cells: [] as (PieceCell & { rowSpan: number })[], header: isOn(header) }
      let column = Number(attribute(child(properties, 'w:gridBefore'), 'w:val') ?? 0)
      for (let i = 0; i < column; i++) row.cells.push({ printed: '', rowSpan: 1 })
      for (const tc of cellsOf(tr)) {
        const at = { paragraph: this.paragraphs + 1 }
        const cell = child(tc, 'w:tcPr')
        const colSpan = Number(attribute(child(cell, 'w:gridSpan'), 'w:val') ?? 1)
        const merge = child(cell, 'w:vMerge')
        const printed = this.#cellText(tc)
        const over = above.get(column)
        if (merge && attribute(merge, 'w:val') !== 'restart' && over) over.rowSpan++
        else {
          const fresh = { printed, colSpan, rowSpan: 1, at }
          row.cells.push(fresh)
          above.set(column, fresh)
        }
        column += colSpan
      }
      rows.push(row)
    }
    if (!rows.length) return
    if (hasNoBorders(table)) this.#layout(rows)
    else this.pieces.push({ kind: 'rows', rows, spans: true })
  }

  #cellText(tc: Element): string {
    return tidy(
      elementsOf(tc)
        .map((e) => {
          if (e.name === 'w:p') this.paragraphs++
          else this.paragraphs += countParagraphs(e)
          return textOf(e)
        })
        .join('\n'),
    )
  }

  /** A table without lines puts things side by side: `Nama : …`, signatures. */
  #layout(rows: readonly PieceRow[]): void {
    for (const { cells, at } of rows) {
      const texts = cells.map((c) => c.printed).filter((t) => t !== '')
      const fact = texts.some((t) => t.startsWith(':') || t.endsWith(':'))
      for (const printed of fact ? [texts.join(' ')] : texts) this.pieces.push({ kind: 'line', printed, at, whole: true })
    }
    this.pieces.push({ kind: 'blank' })
  }
}

const cellsOf = (tr: Element): Element[] =>
  elementsOf(tr).flatMap((e) =>
    e.name === 'w:tc' ? e : e.name === 'w:sdt' ? elementsOf(child(e, 'w:sdtContent') ?? e).filter((c) => c.name === 'w:tc') : [],
  )
const isOn = (e: Element | undefined) => e !== undefined && !/^(?:0|false|off)$/.test(attribute(e, 'w:val') ?? '')

function hasNoBorders(table: Element): boolean {
  const borders = child(child(table, 'w:tblPr'), 'w:tblBorders')
  return borders !== undefined && elementsOf(borders).every((b) => /^(?:none|nil)$/.test(attribute(b, 'w:val') ?? ''))
}

function countParagraphs(e: Element): number {
  return elementsOf(e).reduce((sum, c) => sum + (c.name === 'w:p' ? 1 : countParagraphs(c)), 0)
}

function textOf(e: Element): string {
  if (UNSEEN.has(e.name)) return ''
  switch (e.name) {
    case 'w:t':
      return e.children.map((c) => ('data' in c ? c.data : '')).join('')
    case 'w:tab':
      return ' '
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:r':
      if (isOn(child(child(e, 'w:rPr'), 'w:vanish'))) return ''
  }
  const text = elementsOf(e)
    .map(textOf)
    .join(e.name === 'w:tr' ? ' ' : '')
  return e.name === 'w:p' || e.name === 'w:tr' ? `${text}\n` : text
}
