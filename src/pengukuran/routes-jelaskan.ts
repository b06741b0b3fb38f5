// HTTP: the explanation of one value as a document.
import { inSnapshot } from '../platform/db/database.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { Bacaan, Tempat } from './pengukuran.ts'
import { printed } from './queries-jelaskan.ts'

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/jelaskan/dokumen',
    {
      config: { may: { act: 'pengukuran.lihat', unit: (req) => (req.query as { unit: string }).unit } },
      schema: {
        tags: ['pengukuran'],
        summary: 'Dari mana angka ini, sebagai PDF, DOCX atau HTML; sebagai XLSX dengan rumus yang hidup',
        querystring: FormatQuery.extend(Tempat.shape).extend({ bacaan: Bacaan }),
      },
    },
    (req, reply) => {
      const { format } = req.query
      const paper = async () => accepted(await inSnapshot(db, (tx) => printed(tx, req.query, format, req.ctx.now)))
      return sendDocument(req, reply, req.query, paper)
    },
  )
}
