// HTTP for everybody: a paper by the code printed on it, or by its file. Asked for too often, it waits.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import type { App, Services } from '../platform/http/server.ts'
import { oneFile } from '../platform/http/upload.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { recordAltered } from './commands.ts'
import { NaskahTertanda, Pemeriksaan } from './portal.ts'
import * as queries from './queries.ts'

const tags = ['portal']
/** A paper of two hundred pages is a tenth of this. */
export const BATAS_PERIKSA = 20 * 1024 * 1024

export function routes(app: App, services: Services): void {
  app.get(
    '/api/publik/verifikasi/:kode',
    {
      config: { may: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        tags,
        summary: 'Naskah bertanda tangan elektronik menurut kode yang tercetak padanya',
        params: z.object({ kode: z.string().min(1).max(40) }),
        response: { 200: NaskahTertanda },
      },
    },
    async (req) => accepted(await queries.byCode(services, req.params.kode)),
  )
  app.post(
    '/api/publik/verifikasi',
    {
      config: { may: 'public', rateLimit: { max: 20, timeWindow: 60_000 } },
      bodyLimit: BATAS_PERIKSA + 1024 * 1024,
      schema: { tags, summary: 'Periksa satu berkas PDF (multipart); berkasnya tidak disimpan', response: { 200: Pemeriksaan } },
    },
    async (req) => {
      const { content } = await oneFile(req, BATAS_PERIKSA)
      const found = await queries.byFile(services, content)
      await inTransaction(services.db, (tx) => recordAltered(tx, req.ctx, found))
      return found
    },
  )
}
