// HTTP: the calendar of an office, as a page and for the calendar programs of its people.
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inSnapshot } from '../platform/db/database.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { toIcs } from './ics.ts'
import { kalender } from './queries.ts'
import { KEADAAN_TENGGAT } from './tenggat.ts'

const tags = ['tenggat']
const Tahun = z.coerce.number().int().min(2000).max(2100)
const Tenggat = z.object({
  kode: z.string(),
  nama: z.string(),
  waktu: z.string(),
  dasar: z.string(),
  jatuh: z.string(),
  periode: z.string(),
  hari: z.string().nullable(),
  sisa: z.number().nullable(),
  keadaan: z.enum(KEADAAN_TENGGAT),
  terlambat: z.boolean(),
  belum: z.number().nullable(),
  selesaiPada: z.string().nullable(),
  peran: z.array(z.string()).readonly(),
  ke: z.string().nullable(),
})

export function routes(app: App, { db, signing }: Services): void {
  const config = { may: { act: 'tenggat.lihat', unit: (req: FastifyRequest) => (req.params as { unit: string }).unit } }
  const params = z.object({ unit: KodeUnit, tahun: Tahun })
  app.get(
    '/api/kalender/:unit/:tahun',
    {
      config,
      schema: {
        tags,
        summary: 'Tenggat satu perangkat daerah dalam satu tahun kalender, menurut harinya',
        params,
        response: {
          200: z.object({
            unit: z.string(),
            nama: z.string(),
            tahun: z.number(),
            today: z.string(),
            dpaDitetapkan: z.string().nullable(),
            tenggat: z.array(Tenggat),
          }),
        },
      },
    },
    async (req) => accepted(await inSnapshot(db, (tx) => kalender(tx, req.ctx, req.params.unit, req.params.tahun))),
  )
  app.get(
    '/api/kalender/:unit/:tahun/ics',
    { config, schema: { tags, summary: 'Kalender yang sama sebagai berkas iCalendar', params } },
    async (req, reply) => {
      const { unit, tahun } = req.params
      const { nama, tenggat } = accepted(await inSnapshot(db, (tx) => kalender(tx, req.ctx, unit, tahun)))
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`Tenggat ${nama} ${tahun}.ics`)}`)
        .type('text/calendar; charset=utf-8')
        .send(toIcs(nama, unit, tenggat, { stamp: req.ctx.now.toISOString(), site: signing.address }))
    },
  )
}
