// A document in every form it is printed in, and its words without what printing adds.
import type { Document } from './blocks.ts'
import { toDocx } from './docx.ts'
import { toHtml } from './html.ts'
import { toPdf } from './pdf.ts'
import { toXlsx } from './xlsx.ts'

export const BENTUK = ['DOCX', 'XLSX', 'HTML', 'PDF'] as const
export type Bentuk = (typeof BENTUK)[number]
export const CETAK: Readonly<Record<Bentuk, (d: Document) => Promise<Uint8Array>>> = {
  DOCX: toDocx,
  XLSX: toXlsx,
  HTML: async (d) => new TextEncoder().encode(toHtml(d)),
  PDF: async (d) => toPdf(d),
}

/** Without soft hyphens and line breaks. A hyphen at the end of a printed line may be the word's own. */
export const bare = (text: string) => text.normalize('NFC').replace(/[\s\u00ad\u200b-]+/g, '')
