// One document, four forms. They read the same blocks, so they cannot differ in words.
import type { Document } from './blocks.ts'
import { toDocx } from './docx.ts'
import { toHtml } from './html.ts'
import { toPdf } from './pdf.ts'
import { toXlsx } from './xlsx.ts'

export const FORMATS = ['pdf', 'docx', 'xlsx', 'html'] as const
export type Format = (typeof FORMATS)[number]
export type Printed = { readonly content: Uint8Array; readonly type: string; readonly nama: string }

const TYPE: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
}

/** The bytes, their media type, and a file name made of the title. The same document gives the same bytes. */
export async function print(document: Document, format: Format): Promise<Printed> {
  const content = await {
    pdf: () => toPdf(document),
    docx: () => toDocx(document),
    xlsx: () => toXlsx(document),
    html: async () => new TextEncoder().encode(toHtml(document)),
  }[format]()
  const nama = document.title
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
  return { content, type: TYPE[format], nama: `${nama}.${format}` }
}
