// HTTP: where a plan stands, and its steps. Which role takes one the workflow table says; the command asks it.
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { IsianLangkah, LangkahOut, TANDA_TANGAN } from '../platform/kernel/workflow.ts'
import { takeStep } from './commands-langkah.ts'
import { signRa } from './commands-tanda-tangan.ts'
import { langkah } from './queries-langkah.ts'
import { STATUS_RA } from './rencana-aksi.ts'

const tags = ['rencana-aksi']
const Id = z.object({ id: z.uuid() })

export function routes(app: App, services: Services): void {
  const { db, signing } = services
  app.get(
    '/api/rencana-aksi/:id/langkah',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Tahapan Rencana Aksi, langkah berikutnya dan siapa yang melakukannya, serta riwayatnya',
        params: Id,
        response: { 200: LangkahOut },
      },
    },
    async (req, reply) =>
      answer(reply, accepted(await inSnapshot(db, (on) => langkah(on, req.ctx, req.params.id, signing.signer.perluFrasa)))),
  )
  app.post(
    '/api/rencana-aksi/:id/langkah',
    {
      config: { may: 'signed-in', repeatSafe: true, step: true },
      schema: {
        tags,
        summary: 'Lakukan satu langkah: ajukan, kembalikan dengan alasan, setujui, tanda tangani, …',
        params: Id,
        body: IsianLangkah,
        response: { 200: z.object({ version: z.number(), status: z.enum(STATUS_RA) }) },
      },
    },
    async (req, reply) => {
      const { id } = req.params
      const version = versionSeen(req)
      if (req.body.act === TANDA_TANGAN) return answer(reply, await signRa(services, req.ctx, { id, version }, req.body))
      return answer(reply, await inTransaction(db, (tx) => takeStep(tx, req.ctx, id, req.body, version)))
    },
  )
}
