// HTTP: what the checker says of a draft, as it would be printed now.
import { z } from 'zod'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { JENIS_DRAF, TemuanDraf } from './draf.ts'
import * as queries from './queries-draf.ts'

const HasilOut = z.object({
  diperiksa: z.object({ tabel: z.number(), hitungan: z.number(), cocok: z.number() }),
  temuan: z.array(TemuanDraf),
})

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/reviu/draf/:jenis/:id',
    {
      config: { may: 'signed-in' },
      schema: {
        tags: ['reviu'],
        summary:
          'Yang dikatakan pemeriksa tentang draf Perjanjian Kinerja atau Rencana Aksi seperti akan tercetak; tidak menghalangi apa pun',
        params: z.object({ jenis: z.enum(JENIS_DRAF), id: z.uuid() }),
        response: { 200: HasilOut },
      },
    },
    async (req) => {
      const { diperiksa, temuan } = accepted(await queries.checkDraf(db, req.ctx, req.params.jenis, req.params.id))
      return { diperiksa, temuan: [...temuan] }
    },
  )
}
