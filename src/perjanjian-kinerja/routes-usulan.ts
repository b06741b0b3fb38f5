// HTTP: the targets proposed for a draft. Taking one is writing it: `PUT …/target/:periode`, as if it were typed.
import { z } from 'zod'
import type { App, Services } from '../platform/http/server.ts'
import { FigureOut } from '../platform/kernel/figure.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { PERIODE_TARGET } from './perjanjian-kinerja.ts'
import { visiblePk } from './queries.ts'
import { listUsulan } from './queries-usulan.ts'

const UsulanOut = z.object({
  indikator: z.string(),
  periode: z.enum(PERIODE_TARGET),
  target: FigureOut,
  alasan: z.string(),
  sumber: z.string().nullable(),
})

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/perjanjian-kinerja/:id/usulan',
    {
      config: { may: 'signed-in' },
      schema: {
        tags: ['perjanjian-kinerja'],
        summary: 'Target yang diusulkan rencana dan realisasi tahun lalu untuk draf yang boleh Anda susun',
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ usulan: z.array(UsulanOut) }) },
      },
    },
    async (req) => {
      const { pk } = accepted(await visiblePk(db, req.ctx, req.params.id))
      return { usulan: await listUsulan(db, req.ctx, pk) }
    },
  )
}
