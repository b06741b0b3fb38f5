// HTTP: everybody signed in reads a budget; the office itself changes it. What is written for the first time says If-Match: "0".
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { AnggaranBulanan, Dpa, KodeProgram, ProgramAnggaran, Temuan } from './anggaran.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'

const tags = ['anggaran']
const read = { may: 'signed-in' } as const
const sahkan = { may: { act: 'anggaran.sahkan-dpa', unit: (req: FastifyRequest) => (req.params as { unit: string }).unit } }
const ubah = { may: { act: 'anggaran.ubah', unit: (req: FastifyRequest) => (req.params as { unit: string }).unit } }

const text = z.string().nullable()
const Version = z.object({ version: z.number() })
const Program = z.object({
  kode: z.string(),
  induk: text,
  jenis: z.string(),
  nama: z.string(),
  paguAwal: text,
  pagu: text,
  realisasi: text,
  serapan: text,
  sumber: text,
  sumberPaguAwal: text,
  sumberPagu: text,
  sumberRealisasi: text,
  keterangan: text,
  version: z.number(),
})
const Bulan = z.object({
  bulan: z.number(),
  rpd: text,
  realisasi: text,
  kumulatif: z.boolean().nullable(),
  sumber: text,
  keterangan: text,
  version: z.number(),
})
const Cumulative = z.object({ bulan: z.number(), rpd: text, realisasi: text })
const Year = z.object({
  unit: z.string(),
  tahun: z.number(),
  pagu: text,
  realisasi: text,
  serapan: text,
  program: z.array(Program),
  bulan: z.array(Bulan),
  kumulatif: z.array(Cumulative),
  temuan: z.array(Temuan),
})

export function routes(app: App, { db }: Services): void {
  const OfYear = z.object({ unit: KodeUnit, tahun: z.coerce.number().int().min(1945).max(2100) })
  const OfMonth = OfYear.extend({ bulan: z.coerce.number().int().min(1).max(12) })
  app.get(
    '/api/anggaran/:unit/:tahun',
    {
      config: read,
      schema: {
        tags,
        summary: 'Anggaran setahun: program, bulan, serapan, dan apa yang tidak cocok',
        params: OfYear,
        response: { 200: Year },
      },
    },
    async (req) => {
      const { unit, tahun } = req.params
      const year = await queries.yearOf(db, unit, tahun, req.ctx.today)
      const program = year.program.map((p) => ({ ...p, serapan: queries.serapan(p.pagu, p.realisasi) }))
      return { unit, tahun, ...year, program, kumulatif: queries.toCumulative(year.bulan) }
    },
  )
  app.put(
    '/api/anggaran/:unit/:tahun/program/:kode',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Simpan program, kegiatan, sub kegiatan atau jenis belanja',
        params: OfYear.extend({ kode: KodeProgram }),
        body: ProgramAnggaran,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, tahun, kode } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.saveProgram(tx, req.ctx, unit, tahun, kode, req.body, versionSeen(req))),
      )
    },
  )
  app.get(
    '/api/anggaran/:unit/:tahun/bulan/:bulan',
    {
      config: read,
      schema: { tags, summary: 'RPD dan realisasi satu bulan; versi 0 bila belum ada', params: OfMonth, response: { 200: Bulan } },
    },
    async (req, reply) => {
      const { unit, tahun, bulan } = req.params
      const blank = { bulan, rpd: null, realisasi: null, kumulatif: null, sumber: null, keterangan: null, version: 0 }
      return answer(reply, (await queries.findMonth(db, unit, tahun, bulan)) ?? blank)
    },
  )
  app.put(
    '/api/anggaran/:unit/:tahun/bulan/:bulan',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Simpan RPD dan realisasi satu bulan',
        params: OfMonth,
        body: AnggaranBulanan,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, tahun, bulan } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.saveMonth(tx, req.ctx, unit, tahun, bulan, req.body, versionSeen(req))),
      )
    },
  )
  app.get(
    '/api/anggaran/:unit/:tahun/dpa',
    {
      config: read,
      schema: {
        tags,
        summary: 'Hari pengesahan DPA: milik satuan kerja itu, atau yang di atasnya',
        params: OfYear,
        response: { 200: z.object({ disahkan: text, nomor: text, milik: text, boleh: z.boolean(), version: z.number() }) },
      },
    },
    async (req, reply) => answer(reply, await queries.dpaSeen(db, req.ctx, req.params.unit, req.params.tahun)),
  )
  app.put(
    '/api/anggaran/:unit/:tahun/dpa',
    {
      config: sahkan,
      schema: { tags, summary: 'Catat hari pengesahan DPA', params: OfYear, body: Dpa, response: { 200: Version } },
    },
    async (req, reply) => {
      const { unit, tahun } = req.params
      return answer(reply, await inTransaction(db, (tx) => commands.saveDpa(tx, req.ctx, unit, tahun, req.body, versionSeen(req))))
    },
  )
}
