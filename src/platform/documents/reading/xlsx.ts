// The reader of XLSX: every sheet that is shown, its cells as they are shown. Formulas are not reckoned again: what the
// file holds as their result stands.
import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { formatDecimal, parseDecimal } from '../../kernel/decimal.ts'
import type { Doubt } from '../blocks/paper.ts'
import { broken, partsOf } from './archive.ts'
import { compose } from './compose.ts'
import type { Piece, PieceCell, PieceRow } from './piece.ts'

const MOST_ROWS = 200_000

export async function readXlsx(file: Uint8Array) {
  await partsOf(file, () => false)
  const book = new Workbook()
  // Whatever the library does not take (an entity of its own making, a part longer than it says) is a broken file.
  await book.xlsx.load(file).catch(() => {
    throw broken()
  })
  const pieces: Piece[] = []
  const doubts: Doubt[] = []
  let length = 0
  for (const sheet of book.worksheets) {
    if (sheet.state && sheet.state !== 'visible') {
      const detail = `Lembar "${sheet.name}" disembunyikan; yang dibaca hanya yang tampak.`
      doubts.push({ why: 'NOT_READ', at: { sheet: sheet.name }, printed: sheet.name, detail, confidence: 1 })
      continue
    }
    length += sheet.rowCount
    if (length > MOST_ROWS) break
    pieces.push({ kind: 'line', printed: sheet.name, at: { sheet: sheet.name }, level: 2, whole: true }, ...sheetPieces(sheet))
  }
  return compose({ form: 'xlsx', pieces, doubts, length })
}

type Shown = PieceCell & { readonly column: number; readonly colSpan: number; readonly bordered: boolean }

function sheetPieces(sheet: Worksheet): Piece[] {
  const pieces: Piece[] = []
  let rows: PieceRow[] = []
  const end = () => {
    if (rows.length) pieces.push({ kind: 'rows', rows, spans: true })
    rows = []
  }
  const { spans, drawn } = looksOf(sheet)
  const view = sheet.views?.[0]
  const frozen = view && 'ySplit' in view ? (view.ySplit ?? 0) : 0
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: Shown[] = []
    let covered = false
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (cell.isMerged && cell.master !== cell) {
        covered ||= Number(cell.master.row) < number
        return
      }
      const span = spans.get(cell.address) ?? { colSpan: 1, rowSpan: 1 }
      const at = { sheet: sheet.name, line: number }
      cells.push({ printed: shown(cell), column, at, bordered: hasBorder(cell), ...span })
    })
    const filled = cells.filter((c) => c.printed !== '')
    if (!filled.length && !covered) {
      end()
      pieces.push({ kind: 'blank' })
      return
    }
    const bordered = filled.some((c) => c.bordered) || covered
    // One text without a border is a line; beside a table without any borders it is a row of it.
    const layout = filled.length <= 1 ? !rows.length || filled[0]!.colSpan > 1 : drawn || filled.every((c) => c.colSpan > 1)
    if (!bordered && layout) {
      end()
      for (const { printed } of filled) pieces.push({ kind: 'line', printed, at: { sheet: sheet.name, line: number }, whole: true })
      return
    }
    const header = number <= frozen && filled.length > 0
    rows.push({ at: { sheet: sheet.name, line: number }, cells, ...(header ? { header } : {}) })
  })
  end()
  return pieces
}

/** Whether the sheet draws tables, and how far its merged cells reach, by the address of their first. */
function looksOf(sheet: Worksheet) {
  const spans = new Map<string, { colSpan: number; rowSpan: number }>()
  let drawn = false
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (hasBorder(cell)) drawn = true
      if (!cell.isMerged) return
      const span = spans.get(cell.master.address) ?? { colSpan: 1, rowSpan: 1 }
      span.colSpan = Math.max(span.colSpan, Number(cell.col) - Number(cell.master.col) + 1)
      span.rowSpan = Math.max(span.rowSpan, Number(cell.row) - Number(cell.master.row) + 1)
      spans.set(cell.master.address, span)
    })
  })
  return { spans, drawn }
}

const hasBorder = (cell: Cell) => cell.border?.top !== undefined && cell.border.bottom !== undefined

/** The cell as an Indonesian reader sees it. */
function shown(cell: Cell): string {
  const value: unknown = cell.value
  const result = typeof value === 'object' && value !== null && 'result' in value ? value.result : value
  if (result === null || result === undefined) return ''
  if (typeof result === 'number') return shownNumber(result, String(cell.numFmt ?? ''))
  if (result instanceof Date) return `${result.getUTCDate()}/${result.getUTCMonth() + 1}/${result.getUTCFullYear()}`
  if (typeof result === 'boolean') return result ? 'BENAR' : 'SALAH'
  if (typeof result === 'string') return result
  if (typeof result === 'object' && 'richText' in result)
    return (result.richText as { text?: string }[]).map((run) => run.text ?? '').join('')
  if (typeof result === 'object' && 'text' in result) return String(result.text)
  if (typeof result === 'object' && 'error' in result) return String(result.error)
  return ''
}

function shownNumber(value: number, format: string): string {
  const plain = Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (!Number.isFinite(value) || /e/.test(plain)) return plain
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  const percent = bare.includes('%')
  const exact = percent ? parseDecimal(plain).times(100) : parseDecimal(plain)
  const places = /[0#]\.([0#]+)/.exec(bare)?.[1]?.length
  const general = bare === '' || /general/i.test(bare) || bare === '@'
  const text = formatDecimal(exact, places ?? (general ? exact.decimalPlaces() : 0))
  return `${general || !bare.includes(',') ? text.replaceAll('.', '') : text}${percent || format.includes('"%"') ? '%' : ''}`
}
