// Words of a PDF page, which stand at positions, put into lines and the lines into texts. Pure.
import { firstWord, isCut, together, type Words } from './parted.ts'

export type Word = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
}
/** Words side by side with no gap that parts columns. */
export type Segment = {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
}

/** In sizes of the type. */
const SAME_LINE = 0.45
const SPACE = 0.14
const COLUMN_GAP = 2.2

/** Lines from top to bottom, each of its segments from left to right. */
export function linesOf(words: readonly Word[], gap = COLUMN_GAP): Segment[][] {
  const lines: Word[][] = []
  for (const word of words.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line && Math.abs(line[0]!.y - word.y) <= SAME_LINE * Math.max(word.size, line[0]!.size) && !liesUnder(word, line))
      line.push(word)
    else lines.push([word])
  }
  return lines.map((line) =>
    segmentsOf(
      line.sort((a, b) => a.x - b.x),
      gap,
    ),
  )
}

/** Lower than what stands at its place: rows of a sheet that are set too tight. */
const liesUnder = (word: Word, line: readonly Word[]) =>
  line.some(
    (w) => w.y - word.y > LOWER * word.size && Math.min(w.x + w.width, word.x + word.width) - Math.max(w.x, word.x) > word.size,
  )
const LOWER = 0.2

function segmentsOf(line: readonly Word[], gap: number): Segment[] {
  const segments: { words: Word[]; x1: number }[] = []
  for (const word of line) {
    const last = segments.at(-1)
    if (last && word.x - last.x1 <= gap * word.size) {
      last.words.push(word)
      last.x1 = Math.max(last.x1, word.x + word.width)
    } else segments.push({ words: [word], x1: word.x + word.width })
  }
  return segments.map(({ words, x1 }) => ({
    text: joined(words),
    x0: words[0]!.x,
    x1,
    y: words[0]!.y,
    size: Math.max(...words.map((w) => w.size)),
    bold: words.every((w) => w.bold),
  }))
}

function joined(words: readonly Word[]): string {
  let text = ''
  let end = 0
  for (const word of words) {
    if (text !== '' && word.x - end > SPACE * word.size && !text.endsWith(' ') && !word.text.startsWith(' ')) text += ' '
    text += word.text
    end = word.x + word.width
  }
  return text.trim()
}

/** The sides between which lines stand: those of a cell without its margins, or those of the page's text. */
export type Room = { readonly x0: number; readonly x1: number }

/** Of a word whose width is told by its letters: how much wider it may be. */
const WIDER = 1.2

/**
 * How each line ends. `ended` by its writer: the first word of the next one would still have fitted. `cut`: a single word that
 * leaves no room, and may go on below. Lines that were filled say nothing; such an end is read as a blank.
 */
export type LineEnd = 'ended' | 'cut' | 'filled'

export function lineEnds(lines: readonly Segment[], { x0, x1 }: Room): LineEnd[] {
  const centred = lines.every((l) => Math.abs(l.x0 - x0 - (x1 - l.x1)) <= CENTRED) && lines.some((l) => l.x0 - x0 > CENTRED)
  return lines.map((line, i) => {
    const next = lines[i + 1]
    if (!next) return 'ended'
    const left = x1 - line.x1 + (centred ? line.x0 - x0 : 0)
    const needed = Math.max(signWidth(line), signWidth(next)) * firstWord(next.text).length * WIDER + 0.5 * next.size
    return left > needed ? 'ended' : left < signWidth(line) && !/\s/.test(line.text) ? 'cut' : 'filled'
  })
}
/** Points. */
const CENTRED = 1.5
/** How many signs would have fitted after the last line. */
export const signsLeft = (line: Segment, { x1 }: Room): number =>
  Math.max(0, (x1 - line.x1 - 0.5 * line.size) / (signWidth(line) * WIDER))
const signWidth = ({ x0, x1, text }: Segment) => (x1 - x0) / text.length

export const longWords = (words: readonly Word[]): string[] =>
  words.flatMap((w) => w.text.match(/\p{L}{6,}/gu) ?? []).map((w) => w.toLowerCase())

/** Lines of one cell or paragraph as one text. */
export const textOfLines = (lines: readonly string[], ends: readonly LineEnd[], known: Words): string =>
  lines.reduce((text, line, i) => {
    if (i > 0 && ends[i - 1] === 'ended') return `${text}\n${line}`
    return i > 0 && ends[i - 1] === 'cut' && isCut(text, line, known) ? text + line : together(text, line, known)
  }, '')
