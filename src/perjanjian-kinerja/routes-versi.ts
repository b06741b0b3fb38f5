// HTTP: the versions of an agreement, any two of them side by side, and the number of a document.
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { PerbandinganOut, TeksSisi, VersiOut } from '../platform/kernel/comparison.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { IsianNomor } from './perjanjian-kinerja.ts'
import { bandingkan, listVersi, perbandinganPaper } from './queries-versi.ts'

const tags = ['perjanjian-kinerja']
const read = { may: 'signed-in' } as const
const Year = z.object({ unit: KodeUnit, tahun: z.coerce.number().int().min(2000).max(2100) })
/** Each side: `v2`, `2023.v1`, `2024-05-01` (in force on that day), `v1@2024-05-01` (as known on that day), `hari-ini`. */
const Sides = Year.extend({ dari: TeksSisi, ke: TeksSisi })

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/perjanjian-kinerja/versi',
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
    '/api/perjanjian-kinerja/perbandingan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Apa yang berubah dari satu Perjanjian Kinerja ke yang lain, baris demi baris',
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
    '/api/perjanjian-kinerja/perbandingan/dokumen',
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
  app.put(
    '/api/perjanjian-kinerja/:id/nomor',
    {
      config: read,
      schema: {
        tags,
        summary: 'Beri nomor pada satu versi Perjanjian Kinerja',
        params: z.object({ id: z.uuid() }),
        body: IsianNomor,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.saveNomor(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
}
