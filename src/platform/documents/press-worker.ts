// The process in which papers are made, one at a time. It says how far it is, and ends with the program that started it.
import type { Document } from './blocks.ts'
import type { Answer, Format, Order } from './press.ts'

/** Loaded with the first paper of its kind: each brings its own library. */
const MAKERS: Readonly<Record<Format, (document: Document, pages: (n: number) => void) => Promise<Uint8Array>>> = {
  pdf: async (document, pages) => (await import('./pdf.ts')).toPdf(document, pages),
  docx: async (document) => (await import('./docx.ts')).toDocx(document),
  xlsx: async (document) => (await import('./xlsx.ts')).toXlsx(document),
  html: async (document) => new TextEncoder().encode((await import('./html.ts')).toHtml(document)),
}

const answer = (message: Answer) => process.send!(message)

process.on('message', async ({ document, format }: Order) => {
  const rows = document.sections.flatMap((s) => s.blocks).reduce((n, b) => n + (b.kind === 'table' ? rowsOf(b.groups) : 0), 0)
  answer({ stage: { tahap: 'MENYUSUN', jumlah: rows } })
  const writing = (jumlah: number) => void answer({ stage: { tahap: 'MENULIS', jumlah } })
  try {
    const content = await MAKERS[format](document, writing)
    answer({ content, memory: process.memoryUsage.rss() })
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string }
    answer({ fault: message ?? String(error), code, memory: process.memoryUsage.rss() })
  }
})
process.on('disconnect', () => process.exit())

const rowsOf = (groups: readonly { readonly rows: readonly unknown[] }[]) => groups.reduce((n, g) => n + g.rows.length, 0)
