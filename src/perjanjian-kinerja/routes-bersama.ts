// HTTP: what one office issues for all (`/api/sasaran-bersama`), and receiving it into a draft.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { FigureOut } from '../platform/kernel/figure.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { issue, receive, withdraw } from './commands-bersama.ts'
import { PERIODE_TARGET } from './perjanjian-kinerja.ts'
import { mayEdit, visiblePk } from './queries.ts'
import { issuedBy, receptionIn, TERBITKAN } from './queries-bersama.ts'
import { IsianBersama, STATUS_BERSAMA } from './sasaran-bersama.ts'

const tags = ['perjanjian-kinerja']
const read = { may: 'signed-in' } as const
const Version = z.object({ version: z.number() })
const Id = z.object({ id: z.uuid() })

const ButirOut = z.object({
  id: z.string(),
  pemilik: z.string(),
  namaPemilik: z.string(),
  kelompok: z.string(),
  uraian: z.string(),
  kode: z.string().nullable(),
  nama: z.string(),
  sumberData: z.string().nullable(),
  pengukuran: z.string().nullable(),
  satuan: z.string().nullable(),
  target: z.partialRecord(z.enum(PERIODE_TARGET), FigureOut),
  status: z.enum(STATUS_BERSAMA),
  alasan: z.string().nullable(),
  version: z.number(),
})
const BedaOut = z.object({ bidang: z.string(), sebelum: z.string().nullable(), sesudah: z.string().nullable() })

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/sasaran-bersama',
    {
      config: read,
      schema: {
        tags,
        summary: 'Sasaran yang diterbitkan sebuah satuan kerja untuk semua satuan kerja pada suatu tahun',
        querystring: z.object({ pemilik: KodeUnit, tahun: z.coerce.number().int().min(2000).max(2100) }),
        response: {
          200: z.object({
            butir: z.array(ButirOut.extend({ untuk: z.array(z.string()).nullable() })),
            boleh: z.boolean(),
            kelompok: z.array(z.object({ kode: z.string(), nama: z.string() })),
            /** Whom an item may be for; only for who may issue. */
            kantor: z.array(z.object({ kode: z.string(), nama: z.string() })),
          }),
        },
      },
    },
    (req) => issuedBy(db, req.ctx, req.query.pemilik, req.query.tahun),
  )
  app.put(
    '/api/sasaran-bersama/:id',
    {
      config: { may: { act: TERBITKAN, unit: (req) => (req.body as IsianBersama).pemilik } },
      schema: {
        tags,
        summary: 'Terbitkan (If-Match "0") atau ubah satu sasaran bersama',
        params: Id,
        body: IsianBersama,
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => issue(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
  app.post(
    '/api/sasaran-bersama/:id/tarik',
    {
      config: { ...read, repeatSafe: true },
      schema: {
        tags,
        summary: 'Tarik satu sasaran bersama, dengan alasannya',
        params: Id,
        body: z.object({ alasan: z.string().trim().min(1).max(1000) }),
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => withdraw(tx, req.ctx, req.params.id, req.body.alasan, versionSeen(req)))),
  )
  app.get(
    '/api/perjanjian-kinerja/:id/bersama',
    {
      config: read,
      schema: {
        tags,
        summary: 'Sasaran bersama yang diterbitkan untuk satuan kerja itu, dan apa bedanya dengan draf yang boleh Anda susun',
        params: Id,
        response: {
          200: z.object({
            penerimaan: z.array(
              z.object({
                butir: ButirOut,
                keadaan: z.enum(['BELUM', 'BERUBAH', 'DITERIMA', 'DITARIK']),
                indikator: z.string().nullable(),
                beda: z.array(BedaOut),
              }),
            ),
          }),
        },
      },
    },
    async (req) => {
      const { pk } = accepted(await visiblePk(db, req.ctx, req.params.id))
      return { penerimaan: (await mayEdit(db, req.ctx, pk)) ? await receptionIn(db, pk) : [] }
    },
  )
  app.post(
    '/api/perjanjian-kinerja/:id/bersama',
    {
      config: { ...read, repeatSafe: true },
      schema: {
        tags,
        summary: 'Terima sasaran bersama ke dalam draf, masing-masing seperti yang dilihat',
        params: Id,
        body: z.object({
          butir: z
            .array(z.object({ id: z.uuid(), version: z.number().int().min(1) }))
            .min(1)
            .max(200),
        }),
        response: { 200: Version },
      },
    },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => receive(tx, req.ctx, req.params.id, req.body.butir))),
  )
}
