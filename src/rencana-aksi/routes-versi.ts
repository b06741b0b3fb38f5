// HTTP: the versions of a plan, and any two of them side by side.
import { z } from 'zod'
import { inSnapshot } from '../platform/db/database.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { PerbandinganOut, TeksSisi, VersiOut } from '../platform/kernel/comparison.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { bandingkan, listVersi, perbandinganPaper } from './queries-versi.ts'

const tags = ['rencana-aksi']
const read = { may: 'signed-in' } as const
const Year = z.object({ unit: KodeUnit, tahun: z.coerce.number().int().min(2000).max(2100) })
/** Each side: `v2`, `2023.v1`, `2024-05-01` (in force on that day), `v1@2024-05-01` (as known on that day), `hari-ini`. */
const Sides = Year.extend({ dari: TeksSisi, ke: TeksSisi })

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/rencana-aksi/versi',
    {
      config: read,
      schema: {
        tags,
        summary: 'Murni dan setiap perubahannya: alasan, dasar, nomor, masa berlaku, dan penandatangan',
        querystring: Year,
        response: { 200: z.object({ isi: z.array(VersiOut) }) },
      },
    },
    async (req) => ({ isi: await inSnapshot(db, (on) => listVersi(on, req.ctx, req.query.unit, req.query.tahun)) }),
  )
  app.get(
    '/api/rencana-aksi/perbandingan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Apa yang berubah dari satu Rencana Aksi ke yang lain, baris demi baris',
        querystring: Sides,
        response: { 200: PerbandinganOut },
      },
    },
    async (req) => {
      const { unit, tahun, dari, ke } = req.query
      return accepted(await inSnapshot(db, (on) => bandingkan(on, req.ctx, unit, tahun, dari, ke)))
    },
  )
  app.get(
    '/api/rencana-aksi/perbandingan/dokumen',
    {
      config: read,
      schema: { tags, summary: 'Perbandingan itu sebagai PDF, DOCX, XLSX atau HTML', querystring: Sides.extend(FormatQuery.shape) },
    },
    async (req, reply) => {
      const { unit, tahun, dari, ke } = req.query
      return sendDocument(req, reply, req.query, async () =>
        accepted(await inSnapshot(db, (on) => perbandinganPaper(on, req.ctx, unit, tahun, dari, ke))),
      )
    },
  )
}
