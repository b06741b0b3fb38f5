// The reader of HTML: what a browser would show of it, without running or fetching anything.
import { compose } from './compose.ts'
import type { Piece, PieceCell, PieceRow } from './piece.ts'
import { tidy } from './plain-text.ts'
import { attribute, type Element, elementsOf, isElement, type Node, parseHtml } from './xml.ts'

const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe', 'object', 'select', 'input'])
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'em', 'font', 'i', 'kbd', 'label', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr', 'br', 'img']) // biome-ignore format: one list

export function readHtml(text: string) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const reader = new Reader(starts)
  reader.walk(parseHtml(text), 0)
  reader.end()
  return compose({ form: 'html', pieces: reader.pieces, doubts: [], length: starts.length })
}

/** Words for who hears the page; `tersembunyi` is our own. */
const ASIDE = /(?:^|\s)(?:tersembunyi|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/
const isSeen = (e: Element) =>
  !UNSEEN.has(e.name) &&
  !('hidden' in e.attribs) &&
  attribute(e, 'aria-hidden') !== 'true' &&
  !ASIDE.test(attribute(e, 'class') ?? '') &&
  !/display:\s*none/.test(attribute(e, 'style') ?? '')

class Reader {
  readonly pieces: Piece[] = []
  readonly #starts: readonly number[]
  #text = ''
  #at = 0

  constructor(starts: readonly number[]) {
    this.#starts = starts
  }

  walk(nodes: readonly Node[], depth: number): void {
    for (const node of nodes) {
      if ('data' in node && node.type === 'text') this.#say(node.data, node.startIndex ?? 0)
      else if (isElement(node) && isSeen(node)) this.#element(node, depth)
    }
  }

  #element(e: Element, depth: number): void {
    if (e.name === 'br') this.#text += '\n'
    else if (INLINE.has(e.name)) this.walk(e.children, depth)
    else {
      this.end()
      const heading = /^h([1-6])$/.exec(e.name)?.[1]
      if (heading) this.#line(e, { level: Number(heading) })
      else if (e.name === 'table') this.#table(e)
      else if (e.name === 'ul' || e.name === 'ol') this.#list(e, depth)
      else if (e.name === 'dl') this.#facts(e)
      else {
        this.walk(e.children, depth)
        this.end()
      }
    }
  }

  /** What was said since the last block becomes a line. */
  end(): void {
    const printed = tidy(this.#text)
    if (printed !== '') this.pieces.push({ kind: 'line', printed, at: this.#place(this.#at), whole: true })
    this.#text = ''
  }

  #say(text: string, at: number): void {
    if (this.#text.trim() === '') this.#at = at + (text.length - text.trimStart().length)
    this.#text += text.replace(/\s+/g, ' ')
  }

  #line(e: Element, more: { level?: number; item?: { marker: string; depth: number } }): void {
    const printed = tidy(seenText(e))
    if (printed !== '') this.pieces.push({ kind: 'line', printed, at: this.#place(e.startIndex ?? 0), whole: true, ...more })
  }

  #list(list: Element, depth: number): void {
    let n = Number(attribute(list, 'start') ?? 1)
    for (const e of elementsOf(list)) {
      if (e.name !== 'li') {
        this.#element(e, depth + 1)
        continue
      }
      const inner = elementsOf(e).filter((c) => c.name === 'ul' || c.name === 'ol')
      const own = { ...e, children: e.children.filter((c) => !inner.includes(c as Element)) } as unknown as Element
      this.#line(own, { item: { marker: list.name === 'ol' ? `${n++}.` : '•', depth } })
      for (const c of inner) this.#list(c, depth + 1)
    }
  }

  /** `<dt>Nama</dt><dd>…</dd>` is `Nama : …`. */
  #facts(dl: Element): void {
    const parts = elementsOf(dl).flatMap((e) => (e.name === 'div' ? elementsOf(e) : e))
    for (const [i, e] of parts.entries()) {
      const printed = tidy(seenText(e))
      const dd = e.name === 'dt' && parts[i + 1]?.name === 'dd' ? tidy(seenText(parts[i + 1]!)) : undefined
      if (e.name === 'dd' && parts[i - 1]?.name === 'dt') continue
      const at = this.#place(e.startIndex ?? 0)
      if (printed !== '')
        this.pieces.push({ kind: 'line', printed: dd === undefined ? printed : `${printed} : ${dd}`, at, whole: true })
    }
  }

  #table(table: Element): void {
    const rows: PieceRow[] = []
    const collect = (parent: Element, header: boolean) => {
      for (const e of elementsOf(parent)) {
        if (!isSeen(e)) continue
        if (e.name === 'tr') {
          const at = this.#place(e.startIndex ?? 0)
          const cells = elementsOf(e).filter((c) => c.name === 'td' || c.name === 'th')
          rows.push({
            at,
            cells: cells.map((c) => this.#cell(c)),
            header: header || (cells.length > 1 && cells.every((c) => c.name === 'th')),
          })
        } else if (e.name === 'caption') this.#line(e, {})
        else if (/^(?:thead|tbody|tfoot)$/.test(e.name)) collect(e, e.name === 'thead')
      }
    }
    collect(table, false)
    if (rows.length) this.pieces.push({ kind: 'rows', rows, spans: true })
  }

  #cell(e: Element): PieceCell {
    const span = (name: string) => Number.parseInt(attribute(e, name) ?? '1', 10) || 1
    return { printed: tidy(seenText(e)), colSpan: span('colspan'), rowSpan: span('rowspan'), at: this.#place(e.startIndex ?? 0) }
  }

  #place(index: number): { line: number } {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= index) low = middle
      else high = middle - 1
    }
    return { line: low + 1 }
  }
}

function seenText(e: Element): string {
  return e.children
    .map((node) => {
      if ('data' in node && node.type === 'text') return node.data.replace(/\s+/g, ' ')
      if (!isElement(node) || !isSeen(node)) return ''
      if (node.name === 'br') return '\n'
      return INLINE.has(node.name) ? seenText(node) : `\n${seenText(node)}\n`
    })
    .join('')
}
