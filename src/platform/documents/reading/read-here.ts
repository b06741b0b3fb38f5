// Reads a paper in the thread that asks. For others' papers use `readPaper`, which bounds memory and time.
import type { ReadPaper } from '../blocks/paper.ts'
import { decodeText, LONGEST_LINE } from './encoding.ts'
import { kindOf } from './kind.ts'

/** Throws `Refused` for what cannot be read. Each form brings its own library, loaded with the first paper of its kind. */
export async function readHere(file: Uint8Array): Promise<ReadPaper> {
  const form = await kindOf(file)
  if (form === 'pdf') return (await import('./pdf.ts')).readPdf(file)
  if (form === 'docx') return (await import('./docx.ts')).readDocx(file)
  if (form === 'xlsx') return (await import('./xlsx.ts')).readXlsx(file)
  const { text, doubts } = decodeText(file, form === 'html' ? Number.POSITIVE_INFINITY : LONGEST_LINE)
  const paper = form === 'html' ? (await import('./html.ts')).readHtml(text) : (await import('./text.ts')).readText(text)
  return doubts.length ? { ...paper, doubts: [...doubts, ...paper.doubts] } : paper
}
