// HTTP: what is due for the person who asks, and the search over everything that person may see.
import { z } from 'zod'
import { inSnapshot } from '../platform/db/database.ts'
import type { App, Services } from '../platform/http/server.ts'
import * as queries from './queries.ts'
import { JENIS_TUGAS } from './tugas.ts'

const tags = ['beranda']
const Tugas = z.object({
  jenis: z.enum(JENIS_TUGAS),
  kalimat: z.string(),
  jumlah: z.number(),
  kantor: z.number(),
  unit: z.object({ kode: z.string(), nama: z.string() }).nullable(),
  indikator: z.string().nullable(),
  periode: z.string().nullable(),
  batas: z.string().nullable(),
  terlambat: z.boolean(),
  menunggu: z.string().nullable(),
  langkah: z.string().nullable(),
  catatan: z.string().nullable(),
  ke: z.string(),
})
const Found = z.object({
  unit: z.array(z.object({ kode: z.string(), nama: z.string(), jenis: z.string() })),
  indikator: z.array(z.object({ unit: z.string(), namaUnit: z.string(), kode: z.string(), nama: z.string(), hasil: z.boolean() })),
  naskah: z.array(
    z.object({ jenis: z.string(), unit: z.string(), nama: z.string(), tahun: z.number(), status: z.string().nullable() }),
  ),
})

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/tugas',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Yang perlu Anda kerjakan, yang terlambat dahulu, dan yang sedang menunggu pihak lain',
        response: { 200: z.object({ isi: z.array(Tugas), menunggu: z.array(Tugas) }) },
      },
    },
    (req) => inSnapshot(db, (tx) => queries.tugas(tx, req.ctx)),
  )
  app.get(
    '/api/cari',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Cari unit kerja, indikator dan dokumen; setiap kata harus ada',
        querystring: z.object({ q: z.string().default('') }),
        response: { 200: Found },
      },
    },
    (req) => queries.cari(db, req.ctx, req.query.q),
  )
}
