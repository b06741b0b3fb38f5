// Running heads and page numbers in a form that has no pages: a short line that comes back again and again and at least
// once breaks a table or a sentence in two. Pure.
import type { PaperForm } from '../blocks/paper.ts'
import type { Piece } from './piece.ts'
import { plainText } from './plain-text.ts'

const FEWEST = 4
const LONGEST = 120
/** `Lanjutan: 3. …`, `(Lanjutan)`, `Tabel 4 … (lanjutan)`: said again for who turned the page. */
const GOES_ON =
  /^(?:\(?(?:lanjutan|sambungan)(?:\s*:.*|\s+(?:dari\s+)?tabel\s+\d[\d.]*.{0,150}|\s*\)?)|tabel\s+\d[\d.]*.{0,200}\(?(?:lanjutan|sambungan)\)?\.?)$/i
/** By itself between blank lines, in a form that says nothing of pages. */
const PAGE_NUMBER = /^(?:-\s*\d{1,4}\s*-|\d{1,3}|halaman\s+\d+(?:\s+dari\s+\d+)?|page\s+\d+(?:\s+of\s+\d+)?)$/i

export function furnitureOf(pieces: readonly Piece[], form: PaperForm): (piece: Piece) => boolean {
  const seen = new Map<string, { times: number; breaks: number }>()
  pieces.forEach((_, i) => {
    const text = alone(pieces, i)
    if (text === undefined) return
    const entry = seen.get(text) ?? { times: 0, breaks: 0 }
    entry.times++
    if (breaksText(pieces, i)) entry.breaks++
    seen.set(text, entry)
  })
  const heads = new Set([...seen].filter(([, { times, breaks }]) => times >= FEWEST && breaks >= 1).map(([text]) => text))
  return (piece) =>
    piece.kind === 'furniture' ||
    (piece.kind === 'line' &&
      (heads.has(piece.printed.trim()) ||
        GOES_ON.test(piece.printed.trim()) ||
        (form === 'text' && PAGE_NUMBER.test(piece.printed.trim()))))
}

/** The text of a line with nothing beside it. */
function alone(pieces: readonly Piece[], i: number): string | undefined {
  const piece = pieces[i]!
  if (piece.kind !== 'line' || piece.level !== undefined) return undefined
  const text = piece.printed.trim()
  const bare = (p: Piece | undefined) => p === undefined || p.kind === 'blank' || p.kind === 'furniture'
  return text.length <= LONGEST && /\p{L}/u.test(text) && bare(pieces[i - 1]) && bare(pieces[i + 1]) ? text : undefined
}

function breaksText(pieces: readonly Piece[], i: number): boolean {
  const step = (from: number, by: 1 | -1) => {
    let at = from + by
    while (pieces[at]?.kind === 'blank' || pieces[at]?.kind === 'furniture') at += by
    return pieces[at]
  }
  const [before, after] = [step(i, -1), step(i, 1)]
  if (before?.kind === 'rows' && after?.kind === 'rows') return true
  if (before?.kind !== 'line' || after?.kind !== 'line') return false
  return !/[.;:!?)"”]$/.test(plainText(before.printed)) && /^\p{Ll}/u.test(after.printed.trim())
}
