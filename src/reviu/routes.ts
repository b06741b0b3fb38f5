// HTTP: an office brings its papers and reads what was found; who watches over the offices does so for all.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { oneFile } from '../platform/http/upload.ts'
import { accepted, Refused, refuse } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { MOST_FILE } from './commands-periksa.ts'
import { daftarAturan, sebagaiJson, sebagaiSarif } from './pemeriksaan.ts'
import * as queries from './queries.ts'
import { type Hitungan, JENIS_DOKUMEN, JENIS_TEMUAN, PUTUSAN, TemuanBerkunci } from './reviu.ts'

const tags = ['reviu']
const Id = z.object({ id: z.uuid() })
const Kunci = z.string().regex(/^[0-9a-f]{16}$/, 'harus 16 angka heksadesimal')
const Tahun = z.coerce.number().int().min(2000).max(2100)
const PutusanBaru = z.object({ putusan: z.enum(PUTUSAN).nullable(), alasan: z.string().trim().max(4000).nullable().default(null) })

const reviu = {
  id: z.string(),
  unit: z.string(),
  namaUnit: z.string(),
  tahun: z.number(),
  jenis: z.enum(JENIS_DOKUMEN),
  urutan: z.number(),
  nama: z.string(),
  sha256: z.string(),
  bentuk: z.enum(['text', 'html', 'docx', 'xlsx', 'pdf']),
  aturanVersi: z.string(),
  panjang: z.number(),
  ragu: z.number(),
  tabel: z.number(),
  hitungan: z.number(),
  cocok: z.number(),
  namaOleh: z.string(),
  pada: z.string(),
}
const ReviuRingkas = z.object({ ...reviu, temuan: z.number(), tinggi: z.number(), terbuka: z.number() })
const ReviuOut = z.object({
  ...reviu,
  temuan: z.array(
    TemuanBerkunci.extend({
      putusan: z
        .object({
          putusan: z.enum(PUTUSAN).nullable(),
          alasan: z.string().nullable(),
          namaOleh: z.string(),
          pada: z.string(),
          version: z.number(),
        })
        .nullable(),
    }),
  ),
  hilang: z.array(TemuanBerkunci),
  sebelum: z.object({ id: z.string(), urutan: z.number(), aturanSama: z.boolean(), naskahSama: z.boolean() }).nullable(),
  aturanTerbaru: z.boolean(),
  boleh: z.object({ putuskan: z.boolean(), periksa: z.boolean() }),
})
export type ReviuRingkas = z.infer<typeof ReviuRingkas>
export type ReviuOut = z.infer<typeof ReviuOut>
const AturanOut = z.object({
  kode: z.string(),
  jenis: z.enum(JENIS_TEMUAN),
  memeriksa: z.string(),
  contoh: z.object({ benar: z.string(), salah: z.string() }),
  dasar: z.string().nullable(),
})
export type AturanOut = z.infer<typeof AturanOut>
export type HitunganOut = Hitungan
const Kept = z.object({ id: z.string(), baru: z.boolean() })

const unitOf = (req: FastifyRequest) => (req.params as { unit: string }).unit
const read = { may: 'signed-in' } as const

export function routes(app: App, { db, files }: Services): void {
  const seen = async (req: FastifyRequest) => accepted(await queries.visibleReviu(db, req.ctx, (req.params as { id: string }).id))

  app.get(
    '/api/reviu',
    {
      config: read,
      schema: {
        tags,
        summary: 'Dokumen yang sudah diperiksa, yang terbaru dahulu',
        querystring: PageQuery.extend({ unit: KodeUnit.optional(), tahun: Tahun.optional() }),
        response: { 200: page(ReviuRingkas) },
      },
    },
    async (req) => {
      const { batas, kursor, unit, tahun } = req.query
      const after = fromCursor(kursor, 2, [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, /^[0-9a-f-]{36}$/])
      const rows = await queries.listVisible(db, req.ctx, { unit, tahun, after, limit: batas + 1 })
      return toPage(rows, batas, (r) => [r.pada, r.id])
    },
  )
  app.get(
    '/api/reviu/aturan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Aturan pemeriksa: apa yang dilihatnya, contohnya, dasarnya',
        response: { 200: z.object({ isi: z.array(AturanOut) }) },
      },
    },
    async () => ({ isi: daftarAturan() }),
  )
  app.post(
    '/api/reviu/:unit',
    {
      config: { may: { act: queries.PERIKSA, unit: unitOf } },
      bodyLimit: MOST_FILE + 1024 * 1024,
      schema: {
        tags,
        summary: 'Unggah satu dokumen (multipart) dan periksa; tahun dan jenis terbaca dari isinya bila tidak disebut',
        params: z.object({ unit: KodeUnit }),
        querystring: z.object({ tahun: Tahun.optional(), jenis: z.enum(JENIS_DOKUMEN).optional() }),
        response: { 201: Kept },
      },
    },
    async (req, reply) => {
      const { nama, content } = await oneFile(req, MOST_FILE)
      const checked = accepted(await commands.check(content))
      const paper = { ...req.query, unit: req.params.unit, nama }
      accepted(await commands.refuseReviu(db, req.ctx, paper, checked))
      const stored = accepted(await files.put(Readable.from([content]), MOST_FILE))
      const kept = await inTransaction(db, (tx) => commands.keepReviu(tx, req.ctx, { ...paper, stored }, checked))
      reply.code(201)
      return accepted(kept)
    },
  )
  app.get(
    '/api/reviu/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu reviu: temuan dengan putusannya, dan yang sudah diperbaiki',
        params: Id,
        response: { 200: ReviuOut },
      },
    },
    async (req) => {
      const found = await seen(req)
      return inSnapshot(db, async (on) => (await queries.wholeOf(on, req.ctx, found)) as z.infer<typeof ReviuOut>)
    },
  )
  app.get(
    '/api/reviu/:id/naskah',
    { config: read, schema: { tags, summary: 'Isi dokumen seperti yang terbaca, dengan semua hitungan', params: Id } },
    async (req, reply) => {
      const found = await seen(req)
      // It is kept as it goes over the wire; every browser reads gzip.
      return reply
        .header('content-encoding', 'gzip')
        .header('cache-control', 'private, max-age=3600, immutable')
        .type('application/json; charset=utf-8')
        .send(await queries.readNaskah(db, found.id))
    },
  )
  app.put(
    '/api/reviu/:id/temuan/:kunci',
    {
      config: read, // the permission is that of the paper's office, looked up below
      schema: {
        tags,
        summary: 'Putuskan satu temuan: diterima, dijelaskan, ditolak; null menarik putusan (If-Match "0" bila belum ada)',
        params: Id.extend({ kunci: Kunci }),
        body: PutusanBaru,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) => {
      const found = await seen(req)
      accepted(await queries.mayDo(db, req.ctx, queries.PUTUSKAN, found.unit))
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.decide(tx, req.ctx, found, req.params.kunci, req.body, versionSeen(req))),
      )
    },
  )
  app.post(
    '/api/reviu/:id/ulang',
    {
      config: { may: 'signed-in', repeatSafe: true },
      schema: {
        tags,
        summary: 'Periksa lagi berkas yang sama dengan aturan yang berlaku kini',
        params: Id,
        response: { 201: Kept },
      },
    },
    async (req, reply) => {
      const found = await seen(req)
      accepted(await queries.mayDo(db, req.ctx, queries.PERIKSA, found.unit))
      const { unit, tahun, jenis, nama, sha256 } = found
      const content = await contentOf(sha256)
      const checked = accepted(await commands.check(content))
      const paper = { unit, tahun, jenis, nama, stored: { sha256, ukuran: content.length } }
      const kept = await inTransaction(db, (tx) => commands.keepReviu(tx, req.ctx, paper, checked))
      reply.code(201)
      return accepted(kept)
    },
  )
  app.get(
    '/api/reviu/:id/dokumen',
    {
      config: read,
      schema: { tags, summary: 'Hasil reviu sebagai PDF, DOCX, XLSX atau HTML', params: Id, querystring: FormatQuery },
    },
    async (req, reply) => {
      const found = await seen(req)
      return sendDocument(req, reply, req.query, () => queries.paperOf(db, req.ctx, found))
    },
  )
  app.get(
    '/api/reviu/:id/data',
    {
      config: read,
      schema: {
        tags,
        summary: 'Hasil pemeriksaan untuk program lain: JSON (dengan semua hitungan) atau SARIF 2.1.0',
        params: Id,
        querystring: z.object({ bentuk: z.enum(['json', 'sarif']).default('json') }),
      },
    },
    async (req, reply) => {
      const found = await seen(req)
      const hasil = await queries.hasilOf(db, found)
      const made = req.query.bentuk === 'json' ? sebagaiJson(found.nama, hasil) : sebagaiSarif(found.nama, hasil, found.aturanVersi)
      const nama = `${found.nama.replace(/\.[^.]*$/, '')}.reviu.${req.query.bentuk}`
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
        .type(req.query.bentuk === 'json' ? 'application/json; charset=utf-8' : 'application/sarif+json; charset=utf-8')
        .send(JSON.stringify(made, null, 2))
    },
  )
  app.get(
    '/api/reviu/:id/berkas',
    { config: read, schema: { tags, summary: 'Unduh berkas yang diperiksa', params: Id } },
    async (req, reply) => {
      const found = await seen(req)
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.nama)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type('application/octet-stream')
        .send(await contentOf(found.sha256))
    },
  )

  async function contentOf(sha256: string): Promise<Buffer> {
    const content = await files.read(sha256)
    if (!content)
      throw new Refused(refuse('PENYIMPANAN_GAGAL', 'Berkas itu tidak dapat dibaca dari penyimpanan. Hubungi administrator.'))
    return buffer(content)
  }
}
