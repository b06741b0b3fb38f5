// Findings of one paper in two forms, without their places: how many are in both, and how many the second has besides.
import type { Document } from '../platform/documents/blocks.ts'
import { toDocx } from '../platform/documents/docx.ts'
import { toHtml } from '../platform/documents/html.ts'
import { toPdf } from '../platform/documents/pdf.ts'
import { toXlsx } from '../platform/documents/xlsx.ts'
import type { TemuanReviu } from './reviu.ts'

export const BENTUK = ['DOCX', 'XLSX', 'HTML', 'PDF'] as const
export type Bentuk = (typeof BENTUK)[number]
export const CETAK: Readonly<Record<Bentuk, (d: Document) => Promise<Uint8Array>>> = {
  DOCX: toDocx,
  XLSX: toXlsx,
  HTML: async (d) => new TextEncoder().encode(toHtml(d)),
  PDF: async (d) => toPdf(d),
}

const bare = (text: string | null) => (text ?? '').replace(/[\s\u00ad-]+/g, '').slice(0, 60)
const keyOf = (t: TemuanReviu) => `${t.aturan} ${bare(t.tercetak)}`

export function samaTemuan(a: readonly TemuanReviu[], b: readonly TemuanReviu[]): { readonly sama: number; readonly baru: number } {
  const left = b.map(keyOf)
  let sama = 0
  for (const t of a) {
    const at = left.indexOf(keyOf(t))
    if (at < 0) continue
    left.splice(at, 1)
    sama++
  }
  return { sama, baru: left.length }
}
