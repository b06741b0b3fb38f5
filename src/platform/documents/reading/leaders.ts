// A list of contents that its form prints as lines: words, a row of dots (or a tab), the page. Several of them are the rows of
// one list, as a text file has them.
import { captionOf } from './marks.ts'
import type { Piece, PieceRow } from './piece.ts'

type Line = Extract<Piece, { kind: 'line' }>

const PAGE = String.raw`(?:\d{1,4}|[ivxlc]{1,7})`
const ENTRY = new RegExp(String.raw`(\S[^\t]*?\p{L}[^\t]*?)\s*((?:[.…_]\s?){5,}|\t)\s*(${PAGE})(?=\s|$)`, 'giuy')
/** Without these a line is no entry, and the way through it is not tried from each of its letters. */
const LEADER = /(?:[.…_]\s?){5}|\t/
const ENDS = new RegExp(`${PAGE}$`, 'i')
/** Fewer are sentences with dots in them, unless they name a table or a picture: `Bagan 1 … 9` is a list of one. */
const FEWEST = 2

export function contentsLines(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let run: { pieces: Piece[]; rows: PieceRow[] } = { pieces: [], rows: [] }
  const end = () => {
    const listed = run.rows.length >= FEWEST || run.rows.some((r) => captionOf(r.cells[0]!.printed))
    if (listed) out.push({ kind: 'rows', rows: run.rows, spans: false })
    else out.push(...run.pieces)
    run = { pieces: [], rows: [] }
  }
  for (const piece of pieces) {
    const rows = piece.kind === 'line' ? rowsOf(piece) : []
    if (rows.length || (piece.kind === 'blank' && run.rows.length))
      run = { pieces: [...run.pieces, piece], rows: [...run.rows, ...rows] }
    else {
      end()
      out.push(piece)
    }
  }
  end()
  return out
}

/** Every entry of a line, where it is made of entries and nothing else. */
function rowsOf({ printed, at }: Line): PieceRow[] {
  const rows: PieceRow[] = []
  const text = printed.trim()
  if (!LEADER.test(text) || !ENDS.test(text)) return rows
  ENTRY.lastIndex = 0
  let read = 0
  for (let m = ENTRY.exec(text); m; m = ENTRY.exec(text)) {
    rows.push({ at, cells: [{ printed: `${m[1]}${m[2] === '\t' ? '' : ' .....'}` }, { printed: m[3]! }] })
    ENTRY.lastIndex += /^\s*/.exec(text.slice(ENTRY.lastIndex))![0].length
    read = ENTRY.lastIndex
  }
  return read >= text.length ? rows : []
}
