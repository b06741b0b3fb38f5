// HTTP: where an agreement stands, and its steps. Which role takes one the workflow table says; the command asks it.
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { IsianLangkah, LangkahOut, TANDA_TANGAN } from '../platform/kernel/workflow.ts'
import { type InForce, takeStep } from './commands-langkah.ts'
import { signPk } from './commands-tanda-tangan.ts'
import { STATUS_PK } from './perjanjian-kinerja.ts'
import { langkah } from './queries-langkah.ts'

const tags = ['perjanjian-kinerja']
const Id = z.object({ id: z.uuid() })

export function routes(app: App, services: Services, inForce: InForce): void {
  const { db, signing } = services
  app.get(
    '/api/perjanjian-kinerja/:id/langkah',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Tahapan Perjanjian Kinerja, langkah berikutnya dan siapa yang melakukannya, serta riwayatnya',
        params: Id,
        response: { 200: LangkahOut },
      },
    },
    async (req, reply) =>
      answer(reply, accepted(await inSnapshot(db, (on) => langkah(on, req.ctx, req.params.id, signing.signer.perluFrasa)))),
  )
  app.post(
    '/api/perjanjian-kinerja/:id/langkah',
    {
      config: { may: 'signed-in', repeatSafe: true, step: true },
      schema: {
        tags,
        summary: 'Lakukan satu langkah: ajukan, kembalikan dengan alasan, setujui, tanda tangani, …',
        params: Id,
        body: IsianLangkah,
        response: { 200: z.object({ version: z.number(), status: z.enum(STATUS_PK) }) },
      },
    },
    async (req, reply) => {
      const { id } = req.params
      const version = versionSeen(req)
      if (req.body.act === TANDA_TANGAN) return answer(reply, await signPk(services, req.ctx, { id, version }, req.body, inForce))
      return answer(reply, await inTransaction(db, (tx) => takeStep(tx, req.ctx, id, req.body, version, inForce)))
    },
  )
}
