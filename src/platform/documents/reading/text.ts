// The reader of text files: as a scanner writes them (tables by tabs, HTML and LaTeX inside cells), and Markdown. Pure.
import type { ReadPaper } from '../blocks/paper.ts'
import { compose } from './compose.ts'
import type { Piece, PieceRow } from './piece.ts'

export function readText(text: string): ReadPaper {
  const lines = text.split(/\r\n?|\n|\f/)
  const pieces: Piece[] = []
  let rows: PieceRow[] = []
  const endRows = () => {
    if (rows.length) pieces.push({ kind: 'rows', rows, spans: false })
    rows = []
  }
  lines.forEach((printed, i) => {
    const at = { line: i + 1 }
    const cells = cellsOf(printed)
    if (cells) {
      rows.push({ at, cells: cells.map((c) => ({ printed: c })) })
      return
    }
    // The line of dashes under a Markdown header is a rule, not a row.
    if (rows.length && /^\s*\|?[\s|:-]*-[\s|:-]*$/.test(printed) && printed.includes('|')) {
      pieces.push({ kind: 'furniture', printed, at })
      return
    }
    endRows()
    pieces.push(printed.trim() === '' ? { kind: 'blank' } : { kind: 'line', printed, at })
  })
  endRows()
  return compose({ form: 'text', pieces, doubts: [], length: lines.length })
}

function cellsOf(line: string): string[] | undefined {
  if (line.includes('\t')) return line.trim() === '' ? undefined : line.split('\t').map((c) => c.trim())
  const piped = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  return piped === undefined || /^[\s|:-]+$/.test(piped)
    ? undefined
    : piped.split(/(?<!\\)\|/).map((c) => c.trim().replaceAll('\\|', '|'))
}
