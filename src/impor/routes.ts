// HTTP: an administrator's import of data files, with a preview that stores nothing.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { fromCursor, PageQuery, page, toPage } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import * as commands from './commands.ts'
import { MAX_DATA, Temuan } from './impor.ts'
import * as queries from './queries.ts'

const tags = ['impor']
const may = { act: 'impor.data' } as const
const Import = z.object({
  skema: z.string(),
  sha256: z.string(),
  dimuat: z.number(),
  sudahAda: z.boolean(),
  tersimpan: z.boolean(),
  temuan: z.array(Temuan),
})

export function routes(app: App, { db }: Services): void {
  app.post(
    '/api/impor',
    {
      bodyLimit: MAX_DATA + 1024 * 1024,
      config: { may, repeatSafe: true },
      schema: {
        tags,
        summary: 'Baca satu berkas data; simpan hanya bila diminta',
        body: z.object({ nama: z.string().min(1).max(200), isi: z.string(), simpan: z.boolean().default(false) }),
        response: { 200: Import },
      },
    },
    async (req) => {
      const { nama, isi, simpan } = req.body
      class Preview extends Error {
        readonly found: commands.Import
        constructor(found: commands.Import) {
          super()
          this.found = found
        }
      }
      try {
        const done = await inTransaction(db, async (tx) => {
          const read = accepted(await commands.importData(tx, req.ctx, nama, isi))
          if (!simpan) throw new Preview(read)
          return read
        })
        return { ...done, tersimpan: true }
      } catch (error) {
        if (error instanceof Preview) return { ...error.found, tersimpan: false }
        throw error
      }
    },
  )
  app.get(
    '/api/impor',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Berkas yang sudah dimuat',
        querystring: PageQuery,
        response: {
          200: page(
            z.object({ sha256: z.string(), nama: z.string(), skema: z.string(), dimuat: z.number(), recorded_at: z.string() }),
          ),
        },
      },
    },
    async (req) =>
      toPage(await queries.listImpor(db, fromCursor(req.query.kursor, 1)?.[0], req.query.batas + 1), req.query.batas, (i) => [
        i.nama,
      ]),
  )
}
