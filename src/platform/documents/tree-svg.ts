// A tree as one picture from left to right, drawn by a pure function: the type is made as large as lets the whole tree stand
// on one page, and no larger than is good to read. Boxes hold their text, wrapped; links to elsewhere are dashed.
import type { Tree, TreeNode } from './blocks.ts'

/** Points of a landscape A3 between the margins of pdf.typ, below its title. */
const WIDE = 1105
const HIGH = 655
const LEGEND = 26
const LARGEST = 12
const SMALLEST = 3
/** How far a dashed box stands below its own, in type sizes. */
const TIE = 0.6
const BENDS = [0.3, 0.45, 0.6, 0.8]
const INK = '#14213D'
const MUTED = '#4B5873'
const LINE = '#7A8499'
const TINTS = ['#DCE8F4', '#E8F0F8', '#EEF4EC', '#FBF3E2', '#F6F7FB', '#FFFFFF']

/** Advance widths of Arimo in thousandths of an em, from the space to the tilde; other signs are taken as wide as most capitals. */
const ADVANCE = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
  611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
  556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const BOLD = 1.08

function widthOf(text: string, size: number, bold = false): number {
  let sum = 0
  for (const sign of text) sum += ADVANCE[sign.codePointAt(0)! - 32] ?? 700
  return (sum / 1000) * size * (bold ? BOLD : 1)
}

/** Lines that fit into `room`; a word that is too long by itself is broken where it must be. */
function wrap(text: string, room: number, size: number, bold = false): string[] {
  const lines: string[] = []
  let line = ''
  const put = (word: string, glue: string) => {
    if (widthOf(line + glue + word, size, bold) <= room || (line === '' && word.length < 2)) {
      line += glue + word
      return
    }
    if (line !== '') {
      lines.push(line)
      line = ''
      put(word, '')
      return
    }
    let cut = word.length - 1
    while (cut > 1 && widthOf(word.slice(0, cut), size, bold) > room) cut--
    lines.push(word.slice(0, cut))
    put(word.slice(cut), '')
  }
  for (const word of text.split(/\s+/).filter(Boolean)) put(word, line === '' ? '' : ' ')
  if (line !== '') lines.push(line)
  return lines
}

type Line = { readonly text: string; readonly size: number; readonly bold?: true; readonly colour?: string }
type Box = {
  readonly node: TreeNode
  readonly depth: number
  readonly lines: readonly Line[]
  readonly linked: readonly Line[]
  readonly own: number
  readonly aside: number
  readonly children: readonly Box[]
  /** Of the box with everything below it. */
  readonly high: number
}
type Band = { readonly x: number; readonly columns: readonly { x: number; wide: number }[]; readonly boxes: readonly Box[] }
type Drawing = { readonly size: number; readonly bands: readonly Band[] }

export function treeSvg(tree: Tree, shown: (text: string) => string = (t) => t): string {
  const { size, bands } = fitted(tree, shown)
  const total = Math.max(...bands.map((b) => stack(b.boxes, gapOf(size))), 0)
  // A tree beyond what any type size fits is made smaller as a whole: one page, and the table says the rest.
  const scale = Math.min(1, HIGH / total)
  const high = Math.min(HIGH, total) + LEGEND
  const tints = tintsOf(tree)
  const parts: string[] = []
  for (const band of bands) {
    let top = 0
    for (const box of band.boxes) {
      draw(parts, { size, band, tints }, box, top)
      top += box.high + gapOf(size)
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-0.5 -0.5 ${WIDE + 1} ${n(high + 1)}" font-family="Arimo, Arial, sans-serif">` +
    `<g transform="scale(${n(scale)})">${parts.join('')}</g>${legend(tree, shown, high)}</svg>`
  )
}

/** One tint a level, in the order in which the levels come up. The level's name stands in every box. */
function tintsOf(tree: Tree): ReadonlyMap<string, string> {
  const levels = new Set<string>()
  for (let row = tree.roots; row.length; row = row.flatMap((node) => node.children)) for (const { level } of row) levels.add(level)
  return new Map([...levels].map((level, i) => [level, TINTS[Math.min(i, TINTS.length - 1)]!]))
}

/** The largest type with which the tree stands on the page; several tops may stand side by side. */
function fitted(tree: Tree, shown: (text: string) => string): Drawing {
  const most = Math.min(3, tree.roots.length)
  for (let size = LARGEST; ; size -= 0.25)
    for (let count = 1; count <= most; count++)
      for (const bend of BENDS) {
        const drawing = arranged(tree, { size, count, bend }, shown)
        const fits = drawing.bands.every((b) => stack(b.boxes, gapOf(size)) <= HIGH)
        if (fits || (size <= SMALLEST && count === most && bend === BENDS.at(-1))) return drawing
      }
}

const gapOf = (size: number) => size * 0.8
const stack = (boxes: readonly { high: number }[], gap: number) =>
  boxes.reduce((sum, b) => sum + b.high, 0) + gap * Math.max(0, boxes.length - 1)

type Arrangement = { readonly size: number; readonly count: number; readonly bend: number }

function arranged(tree: Tree, { size, count, bend }: Arrangement, shown: (text: string) => string): Drawing {
  const joint = size * 3
  const wide = (WIDE - joint * (count - 1)) / count
  const columns = columnsOf(tree.roots, wide, joint, size, bend)
  const made = tree.roots.map((root) => boxOf(tree, root, 0, columns, size, shown))
  const share = stack(made, gapOf(size)) / count
  const bands: Box[][] = Array.from({ length: count }, () => [])
  let reached = 0
  for (const box of made) {
    bands[Math.min(count - 1, Math.floor((reached + box.high / 2) / share))]!.push(box)
    reached += box.high + gapOf(size)
  }
  return { size, bands: bands.map((boxes, i) => ({ x: i * (wide + joint), columns, boxes })) }
}

/** Columns with more to say are wider (by how much, `bend` says), so that all come out about as high. */
function columnsOf(roots: readonly TreeNode[], wide: number, joint: number, size: number, bend: number) {
  const amount: number[] = []
  const weigh = (node: TreeNode, depth: number) => {
    amount[depth] = (amount[depth] ?? 0) + [node.text, ...node.notes, ...node.linked].join(' ').length + 40
    for (const child of node.children) weigh(child, depth + 1)
  }
  for (const root of roots) weigh(root, 0)
  const shares = amount.map((a) => a ** bend)
  const all = shares.reduce((a, b) => a + b, 0)
  const room = wide - joint * (amount.length - 1)
  const widths = shares.map((s) => Math.min((room * s) / all, size * 56))
  return widths.map((w, i) => ({ x: widths.slice(0, i).reduce((a, b) => a + b + joint, 0), wide: w }))
}

function boxOf(
  tree: Tree,
  node: TreeNode,
  depth: number,
  columns: Band['columns'],
  size: number,
  shown: (text: string) => string,
): Box {
  const pad = size * 0.6
  const inside = columns[depth]!.wide - 2 * pad
  const set = (text: string, of: number, more: Partial<Line> = {}): Line[] =>
    wrap(shown(text), inside, of, more.bold).map((line) => ({ text: line, size: of, ...more }))
  const high = (lines: readonly Line[]) => (lines.length ? lines.reduce((sum, l) => sum + l.size * 1.24, 0) + pad * 1.5 : 0)
  const lines = [
    ...set(`${node.level} ${node.code}`, size * 0.84, { bold: true, colour: MUTED }),
    ...set(node.text, size, { bold: true }),
    ...node.notes.flatMap((note) => set(`• ${note}`, size * 0.94)),
  ]
  const linked = node.linked.length ? set(`${tree.linkedName}: ${node.linked.join('; ')}`, size * 0.88) : []
  const children = node.children.map((child) => boxOf(tree, child, depth + 1, columns, size, shown))
  const own = high(lines)
  const aside = linked.length ? high(linked) + size * TIE : 0
  return { node, depth, lines, linked, own, aside, children, high: Math.max(own + aside, stack(children, gapOf(size))) }
}

type Pen = { readonly size: number; readonly band: Band; readonly tints: ReadonlyMap<string, string> }

/** Draws a box and all below it; gives where its line is to arrive. */
function draw(parts: string[], pen: Pen, box: Box, top: number): number {
  const { size, band, tints } = pen
  const { wide } = band.columns[box.depth]!
  const x = band.x + band.columns[box.depth]!.x
  const below: number[] = []
  let at = top + (box.high - stack(box.children, gapOf(size))) / 2
  for (const child of box.children) {
    below.push(draw(parts, pen, child, at))
    at += child.high + gapOf(size)
  }
  const y = top + (box.high - box.own - box.aside) / 2
  const middle = y + box.own / 2
  for (const to of below) {
    const [from, end] = [x + wide, band.x + band.columns[box.depth + 1]!.x]
    parts.push(
      `<path d="M${n(from)} ${n(middle)}H${n((from + end) / 2)}V${n(to)}H${n(end)}" fill="none" stroke="${LINE}" stroke-width="0.8"/>`,
    )
  }
  parts.push(
    `<rect x="${n(x)}" y="${n(y)}" width="${n(wide)}" height="${n(box.own)}" rx="2" fill="${tints.get(box.node.level)}" stroke="${LINE}" stroke-width="0.7"/>`,
    written(box.lines, x + size * 0.6, y + size * 0.6),
  )
  if (box.linked.length) {
    const [from, beside] = [y + box.own, y + box.own + size * TIE]
    parts.push(
      `<path d="M${n(x + size)} ${n(from)}V${n(beside)}" stroke="${INK}" stroke-width="0.8" stroke-dasharray="2 1.5"/>`,
      `<rect x="${n(x)}" y="${n(beside)}" width="${n(wide)}" height="${n(box.aside - size * TIE)}" rx="2" fill="#FFFFFF" stroke="${INK}" stroke-width="0.8" stroke-dasharray="3 2"/>`,
      written(box.linked, x + size * 0.6, beside + size * 0.6),
    )
  }
  return middle
}

function written(lines: readonly Line[], x: number, top: number): string {
  let y = top
  return lines
    .map(({ text, size, bold, colour = INK }) => {
      const part = `<text x="${n(x)}" y="${n(y + size * 0.86)}" font-size="${n(size)}"${bold ? ' font-weight="bold"' : ''} fill="${colour}">${escapeXml(text)}</text>`
      y += size * 1.24
      return part
    })
    .join('')
}

function legend(tree: Tree, shown: (text: string) => string, high: number): string {
  const y = high - 8
  const words = (x: number, text: string) =>
    `<text x="${n(x)}" y="${n(y)}" font-size="8.5" fill="${INK}">${escapeXml(shown(text))}</text>`
  const swatch = (x: number, more: string) => `<rect x="${n(x)}" y="${n(y - 8)}" width="16" height="10" rx="1.5" ${more}/>`
  const [own, lines, links] = tree.legend
  const second = 24 + widthOf(own, 8.5) + 28
  const third = second + 28 + widthOf(lines, 8.5) + 28
  return [
    swatch(0.5, `fill="${TINTS[0]}" stroke="${LINE}"`),
    words(24, own),
    `<path d="M${n(second)} ${n(y - 3)}h20" stroke="${LINE}"/>`,
    words(second + 28, lines),
    swatch(third, `fill="#FFFFFF" stroke="${INK}" stroke-dasharray="3 2"`),
    words(third + 24, links),
  ].join('')
}

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
/** Two places: the picture needs no more, and the file stays the same on every machine. */
const n = (value: number) => String(Math.round(value * 100) / 100)
