// HTTP: where the agreement or plan of every office stands and who holds it.
import { z } from 'zod'
import { inSnapshot } from '../platform/db/database.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { dayInJakarta } from '../platform/kernel/time.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { namaStatus } from './kata.ts'
import { daftarKoordinasi } from './koordinasi.document.ts'
import { koordinasi, temuanOf } from './queries-koordinasi.ts'
import { KEADAAN_TENGGAT, NASKAH } from './tenggat.ts'

const tags = ['tenggat']
const params = z.object({ tahun: z.coerce.number().int().min(2000).max(2100) })
const Query = z.object({ naskah: z.enum(NASKAH).default('PK') })
/** As many offices as a page shows at once. */
const AT_ONCE = 25

const Kedudukan = z.object({
  unit: z.string(),
  nama: z.string(),
  bidang: z.array(z.string()).readonly(),
  id: z.string().nullable(),
  versi: z.number().nullable(),
  status: z.string(),
  sejak: z.string().nullable(),
  giliran: z.object({ peran: z.string(), act: z.string(), label: z.string(), nama: z.array(z.string()).readonly() }).nullable(),
  hari: z.string().nullable(),
  sisa: z.number().nullable(),
  keadaan: z.enum(KEADAAN_TENGGAT),
  terlambat: z.boolean(),
  ke: z.string(),
})

export function routes(app: App, { db }: Services): void {
  const config = { may: { act: 'koordinasi.lihat' } } as const
  app.get(
    '/api/koordinasi/:tahun',
    {
      config,
      schema: {
        tags,
        summary: 'Kedudukan Perjanjian Kinerja atau Rencana Aksi semua perangkat daerah, yang paling mendesak dahulu',
        params,
        querystring: Query,
        response: {
          200: z.object({
            tahun: z.number(),
            naskah: z.enum(NASKAH),
            tahap: z.array(z.object({ status: z.string(), jumlah: z.number() })),
            bidang: z.array(z.object({ kode: z.string(), nama: z.string() })),
            tanpaDpa: z.number(),
            isi: z.array(Kedudukan),
          }),
        },
      },
    },
    (req) => inSnapshot(db, (tx) => koordinasi(tx, req.ctx, req.params.tahun, req.query.naskah)),
  )
  app.get(
    '/api/koordinasi/:tahun/temuan',
    {
      config,
      schema: {
        tags,
        summary: `Temuan yang menahan naskah beberapa perangkat daerah, paling banyak ${AT_ONCE}`,
        params,
        querystring: Query.extend({
          unit: z
            .string()
            .max(5000)
            .transform((text) => text.split(','))
            .pipe(z.array(KodeUnit).min(1).max(AT_ONCE)),
        }),
        response: { 200: z.object({ isi: z.array(z.object({ unit: z.string(), temuan: z.number() })) }) },
      },
    },
    async (req) => ({
      isi: await inSnapshot(db, (tx) => temuanOf(tx, req.ctx, req.params.tahun, req.query.naskah, req.query.unit)),
    }),
  )
  app.get(
    '/api/koordinasi/:tahun/dokumen',
    { config, schema: { tags, summary: 'Daftar yang sama sebagai dokumen', params, querystring: Query.extend(FormatQuery.shape) } },
    async (req, reply) =>
      sendDocument(req, reply, req.query, async () => {
        const { naskah } = req.query
        const { isi } = await inSnapshot(db, (tx) => koordinasi(tx, req.ctx, req.params.tahun, naskah))
        const hariOf = (instant: string) => dayInJakarta(new Date(instant))
        return daftarKoordinasi(naskah, req.params.tahun, isi, namaStatus, hariOf, req.ctx.now.toISOString())
      }),
  )
}
