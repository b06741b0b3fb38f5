// The PDF printer: one Typst template over the blocks, compiled in this process. Called by the press, which has its own.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Document } from './blocks.ts'
import { coverageOf, fontFiles, withCodes } from './fonts.ts'
import { typeset } from './typeset.ts'

/** What we use of the native compiler, which comes without types. */
type Laid = { readonly numOfPages: number }
type Compiled = { readonly result: Laid | null; takeError(): { shortDiagnostics: unknown } | null }
type Compiler = {
  compile(source: { mainFileContent: string; inputs: Record<string, string> }): Compiled
  query(document: object, of: { selector: string; field: 'value' }): readonly number[]
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Uint8Array
  evictCache(age: number): void
}
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as {
  NodeCompiler: { create(options: object): Compiler }
}

const TEMPLATE = readFileSync(new URL('./pdf.typ', import.meta.url), 'utf8')
const FONTS = fontFiles()
// No file is read through the workspace; an empty corner of the file system, should a template ever try.
const compiler = NodeCompiler.create({ workspace: '/nonexistent', fontArgs: [{ fontPaths: FONTS }] })
const covers = coverageOf(FONTS[0]!)

/** A tagged PDF (PDF/UA-1), the same bytes for the same document; `tell` hears the pages that are laid out. */
export function toPdf(document: Document, tell: (pages: number) => void = () => {}): Uint8Array {
  const shown = (text: string) => withCodes(text, covers)
  const first = layout(typeset(document, shown))
  const laid = isSignedAlone(first) ? layout(typeset(document, shown, { together: true })) : first
  tell(laid.numOfPages)
  const pdf = compiler.pdf(laid, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(document.timestamp) / 1000) })
  compiler.evictCache(2)
  return pdf
}

function layout(data: unknown): Laid {
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { document: JSON.stringify(data) } })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  return compiled.result
}

/** Signatures on a page without any of what is signed could be put under anything: then rows must come along. */
function isSignedAlone(laid: object): boolean {
  const pages = (selector: string) => compiler.query(laid, { selector, field: 'value' })
  const ends = pages('<ends>')
  return pages('<signed>').some((page) => {
    const before = ends.filter((end) => end <= page)
    return before.length > 0 && !before.includes(page)
  })
}
