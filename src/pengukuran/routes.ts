// HTTP: entering, confirming and locking results, evidence, results of an office and of the province, and where a number is from.
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { fileTypeFromBuffer } from 'file-type'
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { oneFile } from '../platform/http/upload.ts'
import { Figure } from '../platform/kernel/figure.ts'
import { accepted, Refused, refuse } from '../platform/kernel/refusal.ts'
import * as commands from './commands.ts'
import { saveTabel } from './commands-pengisian.ts'
import { KEADAAN, keadaanOf } from './keadaan.ts'
import {
  BATAS_BUKTI,
  Bacaan,
  Isian,
  JENIS_BUKTI,
  Periode,
  PeriodeDiatur,
  RingkasanQuery,
  Sha256,
  Tempat,
  UnitParam,
} from './pengukuran.ts'
import { PenjelasanOut } from './presented.ts'
import * as queries from './queries.ts'
import { KelompokTahun } from './tahun.ts'
import type { ActPengukuran } from './workflow.ts'

const tags = ['pengukuran']
const Saved = z.object({ version: z.number(), status: z.string() })
const State = z.object({ unit: z.string(), kode: z.string(), periode: z.string(), status: z.string(), version: z.number() })
const Cell = z.object({
  unit: z.string(),
  kode: z.string(),
  periode: z.string(),
  status: z.string(),
  nilai: z.string().nullable(),
  target: z.string().nullable(),
  capaianStatus: z.string(),
  capaian: z.string().nullable(),
  kategori: z.string().nullable(),
  keadaan: z.enum(KEADAAN),
})
const PeriodeOut = z.object({
  periode: z.string(),
  status: z.string(),
  dibuka: z.string().nullable(),
  batas: z.string().nullable(),
  version: z.number(),
})
const unitOf = (req: FastifyRequest) => (req.params as { unit: string }).unit

export function routes(app: App, { db, files }: Services): void {
  app.register(multipart, { limits: { files: 1, fields: 5, fileSize: BATAS_BUKTI + 1, headerPairs: 100 } })
  const place = '/api/pengukuran/:unit/:kode/:periode'
  const may = (act: string) => ({ may: { act, unit: unitOf } })
  const read = may('pengukuran.lihat')

  app.get(
    '/api/pengukuran/:unit',
    {
      config: read,
      schema: {
        tags,
        summary: 'Status pengukuran satu kantor',
        params: UnitParam,
        querystring: z.object({ periode: Periode.optional(), tahun: z.coerce.number().int().optional() }),
        response: { 200: z.object({ isi: z.array(State) }) },
      },
    },
    async (req) => ({ isi: await queries.listPengukuran(db, req.params.unit, req.query.periode, req.query.tahun) }),
  )
  app.get(
    place,
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu pengukuran: nilai, klaim, bukti dan asalnya',
        params: Tempat,
        response: { 200: PenjelasanOut.extend({ pengukuran: State.nullable(), version: z.number() }) },
      },
    },
    async (req, reply) => {
      const { unit, kode, periode } = req.params
      return inSnapshot(db, async (tx) => {
        const pengukuran = (await queries.findPengukuran(tx, unit, kode, periode)) ?? null
        return answer(reply, {
          ...accepted(await queries.explain(tx, { unit, kode, periode })),
          pengukuran,
          version: pengukuran?.version ?? 0,
        })
      })
    },
  )
  app.put(
    `${place}/isian`,
    {
      config: may('pengukuran.isi'),
      schema: {
        tags,
        summary: 'Isi realisasi; If-Match "0" untuk yang baru',
        params: Tempat,
        body: Isian,
        response: { 200: Saved },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.saveIsian(tx, req.ctx, req.params, req.body, versionSeen(req)))),
  )
  const Tabel = z.object({
    isian: z.array(z.object({ dimensi: z.record(z.string(), z.string().max(1000)), nilai: Figure })).max(5000),
  })
  app.put(
    `${place}/tabel/:tabel`,
    {
      config: may('pengukuran.isi'),
      schema: {
        tags,
        summary: 'Isi tabel masukan rumus',
        params: Tempat.extend({ tabel: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/) }),
        body: Tabel,
        response: { 200: Saved },
      },
    },
    async (req, reply) => {
      const { tabel, ...at } = req.params
      return answer(reply, await inTransaction(db, (tx) => saveTabel(tx, req.ctx, at, tabel, req.body.isian, versionSeen(req))))
    },
  )
  const acts: readonly [ActPengukuran, string, string][] = [
    ['ajukan', 'pengukuran.isi', 'Ajukan dengan bukti'],
    ['validasi', 'pengukuran.validasi', 'Validasi oleh atasan; boleh dengan nilai lain'],
    ['verifikasi', 'pengukuran.verifikasi', 'Verifikasi oleh pemilik data'],
    ['kunci', 'pengukuran.kunci', 'Kunci'],
    ['kembalikan', 'pengukuran.lihat', 'Minta perbaikan, dengan alasan; siapa yang boleh tergantung statusnya'],
  ]
  for (const [act, wewenang, summary] of acts)
    app.post(
      `${place}/${act}`,
      {
        config: may(wewenang),
        schema: {
          tags,
          summary,
          params: Tempat,
          body: z.object({ catatan: z.string().max(2000).optional(), tercetak: z.string().max(300).optional() }).default({}),
          response: { 200: Saved },
        },
      },
      async (req, reply) =>
        answer(reply, await inTransaction(db, (tx) => commands.step(tx, req.ctx, req.params, act, req.body, versionSeen(req)))),
    )

  app.get(
    '/api/periode',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Periode dan batas pengisiannya',
        querystring: PageQuery.extend({ tahun: z.coerce.number().int().min(1000).max(9999).optional() }),
        response: { 200: page(PeriodeOut) },
      },
    },
    async (req) => {
      const { batas, kursor, tahun } = req.query
      const rows = await queries.listPeriode(
        db,
        tahun === undefined ? undefined : String(tahun),
        fromCursor(kursor, 1)?.[0],
        batas + 1,
      )
      return toPage(rows, batas, (p) => [p.periode])
    },
  )
  app.put(
    '/api/periode/:periode',
    {
      config: { may: { act: 'pengukuran.kunci' } },
      schema: {
        tags,
        summary: 'Jadwalkan, buka, tutup, kunci atau buka kembali periode',
        params: z.object({ periode: Periode }),
        body: PeriodeDiatur,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inTransaction(db, (tx) => commands.setPeriode(tx, req.ctx, req.params.periode, req.body, versionSeen(req))),
      ),
  )

  app.post(
    '/api/bukti/:unit',
    {
      config: may('pengukuran.isi'),
      bodyLimit: BATAS_BUKTI + 1024 * 1024,
      schema: {
        tags,
        summary: 'Unggah satu berkas bukti (multipart)',
        params: UnitParam,
        response: { 201: z.object({ sha256: z.string(), baru: z.boolean(), jenis: z.string(), ukuran: z.number() }) },
      },
    },
    async (req, reply) => {
      const { nama, content } = await oneFile(req, BATAS_BUKTI)
      const { mime } = (await fileTypeFromBuffer(content)) ?? { mime: undefined }
      if (!mime || !(mime in JENIS_BUKTI)) {
        const seen = content.length === 0 ? 'kosong' : (mime ?? 'tidak dikenal (teks, HTML dan SVG tidak diterima)')
        const named = extname(nama) ? `, bernama ${extname(nama).slice(0, 10)}` : ''
        throw new Refused(
          refuse('JENIS_BERKAS', `Isi berkas ${seen}${named}. Yang diterima: ${Object.values(JENIS_BUKTI).join(', ')}.`, {
            field: 'berkas',
          }),
        )
      }
      const stored = accepted(await files.put(Readable.from([content]), BATAS_BUKTI))
      const bukti = { ...stored, nama, jenis: mime, unit: req.params.unit }
      const made = await inTransaction(db, (tx) => commands.registerBukti(tx, req.ctx, bukti))
      reply.code(201)
      return { ...made, jenis: mime, ukuran: stored.ukuran }
    },
  )
  app.get(
    '/api/bukti/:sha256',
    { config: { may: 'signed-in' }, schema: { tags, summary: 'Unduh bukti', params: z.object({ sha256: Sha256 }) } },
    async (req, reply) => {
      const bukti = accepted(await queries.readableBukti(db, req.ctx, req.params.sha256))
      reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(bukti.nama)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
      return reply.type(bukti.jenis).send(await reopened(bukti.sha256))
    },
  )

  app.get(
    '/api/capaian',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Perangkat daerah yang boleh Anda lihat, pada satu periode',
        querystring: PageQuery.extend(RingkasanQuery),
        response: {
          200: page(
            z.object({
              kode: z.string(),
              nama: z.string(),
              indikator: z.number(),
              bernilai: z.number(),
              rerata: z.string().nullable(),
              tercapai: z.number(),
              belum: z.number(),
            }),
          ),
        },
      },
    },
    async (req) => {
      const { batas, kursor, periode } = req.query
      return toPage(await queries.ringkasan(db, req.ctx, periode, fromCursor(kursor, 1)?.[0], batas + 1), batas, (u) => [u.kode])
    },
  )
  app.get(
    '/api/provinsi/dokumen',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Perangkat daerah yang boleh Anda lihat pada satu periode, sebagai PDF, DOCX, XLSX atau HTML',
        querystring: FormatQuery.extend(RingkasanQuery),
      },
    },
    (req, reply) => sendDocument(req, reply, req.query, () => queries.paperOfProvince(db, req.ctx, req.query.periode)),
  )
  app.get(
    '/api/capaian/:unit',
    {
      config: read,
      schema: {
        tags,
        summary: 'Capaian satu kantor dari tahun ke tahun',
        params: UnitParam,
        querystring: z.object({ dari: z.string().regex(/^\d{4}$/), sampai: z.string().regex(/^\d{4}$/) }),
        response: { 200: z.object({ isi: z.array(Cell) }) },
      },
    },
    async (req) => {
      const rows = await queries.listCapaian(db, req.params.unit, req.query.dari, req.query.sampai)
      return {
        isi: rows.map(({ capaian_status, versi_id: _versi, ...row }) => {
          const cell = { ...row, capaianStatus: capaian_status }
          return { ...cell, keadaan: keadaanOf(cell) }
        }),
      }
    },
  )
  app.get(
    '/api/capaian/:unit/tahun/:tahun',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu tahun satu kantor: indikatornya menurut Perjanjian Kinerja, dengan tahun-tahun sebelumnya',
        params: UnitParam.extend({ tahun: z.coerce.number().int().min(2000).max(2100) }),
        response: { 200: z.object({ isi: z.array(KelompokTahun) }) },
      },
    },
    async (req) => ({
      isi: await inSnapshot(db, (tx) => queries.tahunOf(tx, req.ctx, req.params.unit, req.params.tahun)),
    }),
  )
  app.get(
    '/api/capaian/:unit/dokumen',
    {
      config: read,
      schema: {
        tags,
        summary: 'Tabel capaian Bab III sebagai PDF, DOCX, XLSX atau HTML',
        params: UnitParam,
        querystring: FormatQuery.extend({ tahun: z.coerce.number().int().min(2000).max(2100) }),
      },
    },
    async (req, reply) => {
      const { unit } = req.params
      const paper = async () => accepted(await inSnapshot(db, (tx) => queries.capaianPaper(tx, req.ctx, unit, req.query.tahun)))
      return sendDocument(req, reply, req.query, paper)
    },
  )
  app.get(
    '/api/jelaskan',
    {
      config: { may: { act: 'pengukuran.lihat', unit: (req) => (req.query as { unit: string }).unit } },
      schema: {
        tags,
        summary: 'Dari mana angka ini: rumus, dasar hukum, nilai di bawahnya, baris naskah, bukti',
        querystring: Tempat.extend({ bacaan: Bacaan }),
        response: { 200: PenjelasanOut },
      },
    },
    async (req) => accepted(await inSnapshot(db, (tx) => queries.explain(tx, req.query))),
  )
  app.post(
    '/api/hitung',
    {
      config: { may: 'signed-in' },
      schema: { tags, summary: 'Hitung satu kasus rumus, seperti perintah calc', body: z.record(z.string(), z.unknown()) },
    },
    async (req) => queries.hitung(req.body),
  )

  async function reopened(sha256: string) {
    const content = await files.read(sha256)
    if (!content)
      throw new Refused(refuse('PENYIMPANAN_GAGAL', 'Berkas bukti tidak dapat dibaca dari penyimpanan. Hubungi administrator.'))
    return content
  }
}
