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
  const laid = layout(typeset(document, (text) => withCodes(text, covers)))
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
