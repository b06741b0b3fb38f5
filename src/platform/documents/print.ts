// One document, four forms. They read the same blocks, so they cannot differ in words.
import type { Document } from './blocks.ts'
import { type Format, make, type PressOptions } from './press.ts'

export type Printed = { readonly content: Uint8Array; readonly type: string; readonly nama: string }

const TYPE: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
}

/** The bytes, their media type, and a file name made of the title. The same document gives the same bytes. */
export async function print(document: Document, format: Format, options: PressOptions = {}): Promise<Printed> {
  const content = await make({ document, format }, options)
  return named(content, document.title, format)
}

/** What was made under its title. */
export function named(content: Uint8Array, title: string, format: Format): Printed {
  const nama = title
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
  return { content, type: TYPE[format], nama: `${nama}.${format}` }
}
