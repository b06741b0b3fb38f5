// HTTP: everybody signed in reads the dictionary and the results; the office (and Bappeda) changes them.
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { FigureOut } from '../platform/kernel/figure.ts'
import { refuse } from '../platform/kernel/refusal.ts'
import { Day, KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { Indikator, KodeIndikator, UNSUR, VersiIndikator } from './indikator.ts'
import * as queries from './queries.ts'

const tags = ['indikator']
const read = { may: 'signed-in' } as const
const act = 'indikator.ubah'
const ubah = { may: { act, unit: (req: FastifyRequest) => (req.params as { unit: string }).unit } }
const ubahOfBody = { may: { act, unit: (req: FastifyRequest) => (req.body as { unit: string }).unit } }

const DAY = /^\d{4}-\d\d-\d\d$/
const UUID = /^[0-9a-f-]{36}$/
const text = z.string().nullable()
const record = z.record(z.string(), z.unknown()).nullable()
const Versi = z.object({
  id: z.string(),
  unit: z.string(),
  kode: z.string(),
  versi: z.number(),
  nama: z.string(),
  dasarHukum: z.array(z.string()),
  definisi: text,
  caraUkur: text,
  satuan: z.string(),
  jenisNilai: z.string(),
  polaritas: z.string(),
  agregasi: z.string(),
  desimal: z.number(),
  skala: text,
  skalaMin: text,
  skalaMaks: text,
  sumberData: text,
  pemilikData: text,
  iku: z.boolean(),
  metode: text,
  bacaan: text,
  rumus: text,
  perTriwulan: record,
  lapisDasar: record,
  kebijakan: record,
  berlakuDari: z.string(),
  berlakuSampai: text,
  recordedAt: z.string(),
  supersededAt: text,
  sumber: text,
  keterangan: text,
})
const Entry = z.object({ unit: z.string(), kode: z.string(), version: z.number(), versi: z.array(Versi) })
const Hasil = FigureOut.extend({
  id: z.string(),
  unit: z.string(),
  kode: z.string(),
  tahun: z.number(),
  unsur: z.enum(UNSUR),
  sumber: text,
  keterangan: text,
  berlaku: z.boolean(),
  recordedAt: z.string(),
  version: z.number(),
})
const Version = z.object({ version: z.number() })

export function routes(app: App, { db }: Services): void {
  const ByCode = z.object({ unit: KodeUnit, kode: KodeIndikator })
  app.get(
    '/api/indikator',
    {
      config: read,
      schema: {
        tags,
        summary: 'Kamus indikator: versi yang berlaku pada suatu tanggal',
        querystring: PageQuery.extend({
          unit: KodeUnit.optional(),
          berlaku: Day.optional(),
          iku: z.stringbool().optional(),
          cari: z.string().max(100).optional(),
        }),
        response: { 200: page(Versi) },
      },
    },
    async (req) => {
      const { batas, kursor, unit, berlaku, iku, cari } = req.query
      const after = fromCursor(kursor, 3, [/./, /./, DAY]) as [string, string, string] | undefined
      const rows = await queries.listVersions(db, { unit, day: berlaku ?? req.ctx.today, iku, cari, after, limit: batas + 1 })
      return toPage(rows, batas, (v) => [v.unit, v.kode, v.berlakuDari])
    },
  )
  app.post(
    '/api/indikator',
    {
      config: { ...ubahOfBody, repeatSafe: true },
      schema: { tags, summary: 'Tambah indikator beserta versi pertamanya', body: Indikator, response: { 201: Version } },
    },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => commands.createIndikator(tx, req.ctx, req.body)), 201),
  )
  app.get(
    '/api/indikator/:unit/:kode',
    {
      config: read,
      schema: {
        tags,
        summary:
          'Satu indikator dengan versinya: semua, atau yang berlaku pada suatu tanggal, sebagaimana diketahui pada suatu saat',
        params: ByCode,
        querystring: z.object({ berlaku: Day.optional(), diketahui: z.iso.datetime().optional() }),
        response: { 200: Entry },
      },
    },
    async (req, reply) => {
      const { unit, kode } = req.params
      const found = await queries.findIndikator(db, unit, kode)
      const versi = await queries.listVersions(db, { unit, kode, day: req.query.berlaku, knownAt: req.query.diketahui })
      const entry = found && { unit, kode, version: found.version, versi }
      return answer(reply, entry ?? refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak ada di kamus ${unit}.`))
    },
  )
  app.post(
    '/api/indikator/:unit/:kode/versi',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Tambah versi mulai suatu tanggal',
        params: ByCode,
        body: VersiIndikator,
        response: { 201: Version },
      },
    },
    async (req, reply) => {
      const { unit, kode } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.addVersion(tx, req.ctx, unit, kode, req.body, versionSeen(req))),
        201,
      )
    },
  )
  app.put(
    '/api/indikator/:unit/:kode/versi/:versi',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Perbaiki satu versi; yang semula tetap terbaca',
        params: ByCode.extend({ versi: z.coerce.number().int().min(1) }),
        body: VersiIndikator,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, kode, versi } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.correctVersion(tx, req.ctx, unit, kode, versi, req.body, versionSeen(req))),
      )
    },
  )

  app.get(
    '/api/hasil-tahunan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Target, realisasi dan capaian tahunan, setiap cetakannya',
        querystring: PageQuery.extend({
          unit: KodeUnit.optional(),
          kode: KodeIndikator.optional(),
          tahun: z.coerce.number().int().optional(),
          unsur: z.enum(UNSUR).optional(),
          berlaku: z.stringbool().optional(),
        }),
        response: { 200: page(Hasil) },
      },
    },
    async (req) => {
      const { batas, kursor, ...filter } = req.query
      const after = fromCursor(kursor, 5, [/./, /./, /^\d{4}$/, /./, UUID]) as [string, string, string, string, string] | undefined
      const rows = await queries.listResults(db, { ...filter, after, limit: batas + 1 })
      return toPage(rows.map(toHasil), batas, (r) => [r.unit, r.kode, String(r.tahun), r.unsur, r.id])
    },
  )
  app.post(
    '/api/hasil-tahunan/:id/pilih',
    {
      config: ubahOfBody,
      schema: {
        tags,
        summary: 'Pilih cetakan yang berlaku, dengan alasannya',
        params: z.object({ id: z.uuid() }),
        body: z.object({ unit: KodeUnit, alasan: z.string().trim().min(1).max(1000) }),
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, alasan } = req.body
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.chooseResult(tx, req.ctx, unit, req.params.id, alasan, versionSeen(req))),
      )
    },
  )
}

const toHasil = (row: queries.ResultRow) => ({ ...row, status: row.status as FigureOut['status'] })
