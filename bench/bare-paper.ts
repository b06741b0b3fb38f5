// The same paper written out for the typesetter by hand, as somebody would who needs it once: the same words, tables,
// pictures and PDF standard, without blocks, break points, repeated group names, or signatures that keep to their rows.
import { createRequire } from 'node:module'
import {
  type Block,
  type Cell,
  type Document,
  plain,
  runs,
  type Signature,
  type Table,
  type Text,
} from '../src/platform/documents/blocks.ts'
import { chartSvg } from '../src/platform/documents/chart-svg.ts'
import { fontFiles } from '../src/platform/documents/fonts.ts'

type Compiled = { readonly result: { readonly numOfPages: number } | null; takeError(): { shortDiagnostics: unknown } }
type Compiler = {
  compile(source: { mainFileContent: string }): Compiled
  pdf(document: object, options: object): Uint8Array
  evictCache(age: number): void
}
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as {
  NodeCompiler: { create(options: object): Compiler }
}
const compiler = NodeCompiler.create({ workspace: '/nonexistent', fontArgs: [{ fontPaths: fontFiles() }] })

export function barePdf(document: Document): Uint8Array {
  const { result, takeError } = compiler.compile({ mainFileContent: sourceOf(document) })
  if (!result) throw new Error(JSON.stringify(takeError().shortDiagnostics))
  return compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(document.timestamp) / 1000) })
}

/** The typesetter remembers, for the whole process, what it has laid out: every paper is to be a new one. */
export const forget = (): void => compiler.evictCache(0)

const text = (t: string) => JSON.stringify(t).replace(/\\u([0-9a-f]{4})/g, '\\u{$1}')
const lines = (all: readonly string[]) => all.map((l) => `#${text(l)}`).join('\\ ')

function sourceOf(d: Document): string {
  const page = (s: Document['sections'][number]) =>
    `#page(paper: "a4", flipped: ${s.orientation === 'landscape'}, margin: 2cm, footer: context [#${text(d.footer)} #counter(page).display()])[
${s.blocks.map(blockOf).join('\n')}]`
  return `#set document(title: ${text(d.title)})\n#set text(font: "Arimo", size: 11pt, lang: "id")\n${d.sections.map(page).join('\n')}`
}

const rich = (t: Text) =>
  runs(t)
    .map((r) => {
      const strong = r.bold ? `*#${text(r.text)};*` : `#${text(r.text)}`
      return r.italic ? `_${strong};_` : strong
    })
    .join('')

function cellOf(c: Cell, head = false): string {
  const body = head ? `[*${rich(c.text)};*]` : `[${rich(c.text)}]`
  const form = [c.colSpan && `colspan: ${c.colSpan}`, c.rowSpan && `rowspan: ${c.rowSpan}`, c.align && `align: ${c.align}`].filter(
    Boolean,
  )
  return form.length ? `table.cell(${form.join(', ')})${body}` : body
}

function tableOf(t: Table): string {
  const name = (n: string) => `table.cell(colspan: ${t.columns.length})[*#${text(n)};*]`
  const cells = t.groups.flatMap((g) => [...(g.name === undefined ? [] : [name(g.name)]), ...g.rows.flat().map((c) => cellOf(c))])
  const columns = t.columns.map((c) => `${c.share}fr`).join(', ')
  const head = t.header.flat().map((c) => cellOf(c, true))
  return `#{ set text(size: ${t.size}pt)
table(columns: (${columns},), inset: (x: 3.5pt, y: 3.8pt), table.header(${head.join(', ')}),\n${cells.join(',\n')}) }`
}

function blockOf(b: Block): string {
  const signed = (s: Signature) =>
    `[${lines([...(s.party ? [s.party] : []), plain(s.office), '', '', ''])}\\ *#${text(s.name)};*\\ ${s.nip ? `NIP #${text(s.nip)}` : ''}]`
  switch (b.kind) {
    case 'title':
      return `#align(center)[${lines(b.letterhead ?? [])}]\n#align(center, heading(level: 1)[${lines(b.lines)}])\n`
    case 'heading':
      return `#heading(level: ${b.level}, ${text(b.text)})\n`
    case 'paragraph':
      return `#par(justify: ${b.align === 'justify'})[${rich(b.text)}]\n`
    case 'facts':
      return `#grid(columns: 3, gutter: 0.7em, ${b.items.map((i) => `[#${text(i.label)}], [:], [#${text(i.value)}]`).join(', ')})\n`
    case 'table':
      return `${tableOf(b)}\n`
    case 'chart':
      return `#figure(image(bytes(${text(chartSvg(b))}), format: "svg", width: 100%, alt: ${text(b.alt)}), caption: [#${text(b.name)}])\n`
    case 'tree':
      throw new Error('a tree is no part of the papers measured here')
    case 'signatures':
      return `#grid(columns: (1fr, 1fr), align: center, [], [#${text(b.place)}], ${signed(b.left)}, ${signed(b.right)})\n`
    case 'pageBreak':
      return '#pagebreak()\n'
  }
}
