// What stands in a printed file, read back by other means than it was written with.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { unzip } from '@cj-tech-master/excelts/archive'
import { formatDecimal, parseDecimal } from '../kernel/decimal.ts'
import { withoutHyphens } from './blocks/soft-hyphens.ts'
import { type Block, type Document, plain } from './blocks.ts'
import { toDocx } from './docx.ts'
import { toHtml } from './html.ts'
import { toPdf } from './pdf.ts'
import { treeTable } from './tree-table.ts'
import { toXlsx } from './xlsx.ts'

export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

/** Every printer with its reader: one contract for all. */
export const PRINTERS: readonly {
  name: string
  skip: string | false
  print: (d: Document) => Promise<Uint8Array>
  read: (f: Uint8Array) => Promise<string>
}[] = [
  {
    name: 'PDF',
    skip: hasPoppler ? false : 'pdftotext (poppler-utils) is not installed',
    print: async (d) => toPdf(d),
    read: async (f) => poppler('pdftotext', f, ['-raw', '-enc', 'UTF-8']),
  },
  { name: 'DOCX', skip: false, print: toDocx, read: readDocx },
  { name: 'XLSX', skip: false, print: toXlsx, read: readXlsx },
  {
    name: 'HTML',
    skip: false,
    print: async (d) => new TextEncoder().encode(toHtml(d)),
    read: async (f) => readHtml(new TextDecoder().decode(f)),
  },
]

export function poppler(tool: 'pdftotext' | 'pdfinfo' | 'pdfsig', pdf: Uint8Array, options: string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-pdf-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    return execFileSync(tool, tool === 'pdftotext' ? [...options, file, '-'] : [file], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function partsOf(file: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for await (const part of unzip(file).entries()) parts.set(part.path, new TextDecoder().decode(await part.bytes()))
  return parts
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescaped = (xml: string) =>
  xml.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
    name ? (NAMED[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )

async function readDocx(file: Uint8Array): Promise<string> {
  const parts = await partsOf(file)
  const wanted = [...parts].filter(([name]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name))
  return wanted
    .map(([, xml]) =>
      [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)]
        .map((m) => (m[1] === undefined ? '\n' : unescaped(m[1])))
        .join(''),
    )
    .join('\n')
}

/** Every row of every sheet, cell by cell; numbers as an Indonesian reader sees them, the rest of a merged cell empty. */
export async function rowsOfXlsx(file: Uint8Array): Promise<string[][]> {
  const book = new Workbook()
  await book.xlsx.load(file)
  const rows: string[][] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      const cells: string[] = []
      row.eachCell({ includeEmpty: true }, (cell) => {
        const { value } = cell
        const numFmt = String(cell.numFmt ?? '')
        if (cell.isMerged && cell.master !== cell) cells.push('')
        else if (typeof value !== 'number') cells.push(String(value ?? ''))
        else {
          const places = /\.(0+)/.exec(numFmt)?.[1]?.length ?? 0
          cells.push(formatDecimal(parseDecimal(String(value)), places) + (numFmt.includes('%') ? '%' : ''))
        }
      })
      rows.push(cells)
    })
  return rows
}

async function readXlsx(file: Uint8Array): Promise<string> {
  const cells = (await rowsOfXlsx(file)).flat()
  return cells.filter((text) => text !== '').join('\n')
}

/** Every row of every table of the text; the rest of a merged cell empty. */
export async function rowsOfDocx(file: Uint8Array): Promise<string[][]> {
  const xml = (await partsOf(file)).get('word/document.xml')!
  const texts = (part: string) =>
    [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map((m) => (m[1] === undefined ? ' ' : unescaped(m[1]))).join('')
  return [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].flatMap(([cell]) => {
      const across = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)
      return [withoutHyphens(texts(cell)), ...Array.from({ length: across - 1 }, () => '')]
    }),
  )
}

function readHtml(html: string): string {
  return unescaped(
    html
      .replace(/^[\s\S]*<body>/, '')
      .replace(/<svg[\s\S]*?<\/svg>/g, '')
      .replace(/<[^>]*>/g, '\n'),
  )
}

/** Only what is read, without how it is broken into lines. */
export const bare = (text: string): string => text.normalize('NFC').replace(/[\s\u00ad\u200b\u2010-]/g, '')

/** Every text of a document, each by itself. */
export function textsOf(document: Document): string[] {
  return document.sections.flatMap((s) => s.blocks.flatMap(textsIn))
}

function textsIn(b: Block): string[] {
  switch (b.kind) {
    case 'title':
      return [...(b.letterhead ?? []), ...b.lines]
    case 'heading':
      return [b.text]
    case 'paragraph':
      return [plain(b.text)]
    case 'facts':
      return b.items.flatMap((i) => [i.label, i.value])
    case 'table':
      return [
        ...b.header.flat().map((c) => plain(c.text)),
        ...b.groups.flatMap((g) => [g.name ?? '', ...g.rows.flat().map((c) => plain(c.text))]),
      ]
    case 'chart':
      return [b.name]
    case 'tree':
      return treeTable(b).groups.flatMap((g) => g.rows.flat().map((c) => plain(c.text)))
    case 'signatures':
      return [b.place, ...[b.left, b.right].flatMap((p) => [p.party ?? '', p.office, p.name, p.nip ? `NIP ${p.nip}` : ''])]
    case 'pageBreak':
      return []
  }
}

/** Whether a text is read; a cell over several rows may go on on the next page, and then its words are looked for. */
export function stands(text: string, found: string, broken: boolean): boolean {
  if (found.includes(bare(text))) return true
  return broken && text.split(/[\s-]+/).every((word) => found.includes(bare(word)))
}
