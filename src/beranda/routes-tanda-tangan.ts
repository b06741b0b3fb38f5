// HTTP: what waits for the signature of the person who asks, and signing many of it with one proof of who he is.
import { z } from 'zod'
import { inSnapshot } from '../platform/db/database.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { DIMINTA } from '../platform/kernel/workflow.ts'
import { signingDesk } from './commands-tanda-tangan.ts'
import * as queries from './queries.ts'
import { Berkelompok, IsianTandaTangan, NaskahMenunggu } from './tanda-tangan.ts'

const tags = ['beranda']

export function routes(app: App, services: Services): void {
  const desk = signingDesk(services, (error) => app.log.error({ err: error }, 'a signature of many failed'))
  app.addHook('preClose', () => desk.close())
  app.get(
    '/api/tanda-tangan',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Naskah yang menunggu tanda tangan Anda',
        response: { 200: z.object({ isi: z.array(NaskahMenunggu), bukti: z.array(z.enum(DIMINTA)) }) },
      },
    },
    (req) => inSnapshot(services.db, (on) => queries.mejaTandaTangan(on, req.ctx, services.signing.signer.perluFrasa)),
  )
  app.post(
    '/api/tanda-tangan',
    {
      config: { may: 'signed-in', repeatSafe: true, step: true },
      schema: {
        tags,
        summary: 'Tandatangani beberapa naskah sekaligus: satu bukti diri, satu hasil untuk setiap naskah',
        body: IsianTandaTangan,
        response: { 202: Berkelompok },
      },
    },
    async (req, reply) => {
      const begun = accepted(await desk.start(req.ctx, req.body.naskah, req.body.bukti))
      reply.code(202)
      return begun
    },
  )
  app.get(
    '/api/tanda-tangan/kemajuan',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Sejauh mana tanda tangan berkelompok Anda yang terakhir',
        response: { 200: z.object({ berkelompok: Berkelompok.nullable() }) },
      },
    },
    (req) => ({ berkelompok: desk.seen(req.ctx.actor) }),
  )
}
