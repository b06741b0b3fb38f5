// HTTP: everybody signed in reads the trees; the office and Bappeda change them; the asked unit answers for itself.
// A write that makes something new says If-Match: "0".
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { KodeIndikator } from '../indikator/indikator.ts'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { Figure, FigureOut, fromColumns } from '../platform/kernel/figure.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { Crosscutting, DokumenRencana, KodeRencana, SimpulChange, SimpulKinerja, Temuan } from './perencanaan.ts'
import * as queries from './queries.ts'

const tags = ['perencanaan']
const read = { may: 'signed-in' } as const
const ubah = { may: { act: 'perencanaan.ubah', unit: (req: FastifyRequest) => (req.params as { unit: string }).unit } }

const text = z.string().nullable()
const Version = z.object({ version: z.number() })
const Dokumen = z.object({
  unit: z.string(),
  kode: z.string(),
  jenis: z.string(),
  nama: z.string(),
  tahunDari: z.number(),
  tahunSampai: z.number(),
  induk: text,
  sumber: text,
  keterangan: text,
  version: z.number(),
})
const Simpul = z.object({
  id: z.string(),
  unit: z.string(),
  dokumen: z.string(),
  kode: z.string(),
  induk: text,
  jenis: z.string(),
  pernyataan: z.string(),
  urutan: z.number(),
  indikator: z.array(z.string()),
  sumber: text,
  keterangan: text,
  version: z.number(),
})
const Pohon = z.object({ dokumen: z.array(Dokumen), simpul: z.array(Simpul), temuan: z.array(Temuan) })
const Year = z.coerce.number().int().min(1945).max(2100)
const Kontribusi = z.object({
  simpul: z.string(),
  kodeSimpul: z.string(),
  unitSimpul: z.string(),
  namaUnitSimpul: z.string(),
  pernyataan: z.string(),
  unit: z.string(),
  namaUnit: z.string(),
  kontribusi: z.string(),
  status: z.string(),
  alasan: text,
  unitTercetak: z.array(z.string()),
  sumber: text,
  keterangan: text,
  version: z.number(),
})
const Target = FigureOut.extend({
  indikator: z.string(),
  tahun: z.number(),
  sumber: text,
  keterangan: text,
  recordedAt: z.string(),
  version: z.number(),
})

const toTarget = ({ indikator, tahun, sumber, keterangan, recordedAt, version, ...figure }: queries.TargetRow) => ({
  ...fromColumns(figure),
  indikator,
  tahun,
  sumber,
  keterangan,
  recordedAt,
  version,
})

export function routes(app: App, { db }: Services): void {
  const OfUnit = z.object({ unit: KodeUnit })
  app.get(
    '/api/perencanaan/:unit/pohon',
    {
      config: read,
      schema: {
        tags,
        summary: 'Pohon kinerja: dokumen, simpul, dan apa yang masih kurang',
        params: OfUnit,
        querystring: z.object({ dokumen: KodeRencana.optional() }),
        response: { 200: Pohon },
      },
    },
    async (req) => {
      const [unit, dokumen] = [req.params.unit, req.query.dokumen]
      const simpul = await queries.treeOf(db, unit, dokumen)
      return { dokumen: await queries.listDokumen(db, unit), simpul, temuan: await queries.findingsOf(db, unit, dokumen) }
    },
  )
  app.get(
    '/api/perencanaan/:unit/pohon/:tahun',
    {
      config: read,
      schema: {
        tags,
        summary: 'Pohon kinerja menurut rencana yang berlaku pada tahun itu, dan apakah boleh diubah',
        params: OfUnit.extend({ tahun: Year }),
        response: { 200: Pohon.extend({ boleh: z.object({ ubah: z.boolean() }) }) },
      },
    },
    (req) => queries.treeOfYear(db, req.ctx, req.params.unit, req.params.tahun),
  )
  app.get(
    '/api/perencanaan/:unit/pohon/:tahun/dokumen',
    {
      config: read,
      schema: {
        tags,
        summary: 'Pohon kinerja pada satu lembar A3 (PDF), atau sebagai tabel (DOCX, XLSX, HTML)',
        params: OfUnit.extend({ tahun: Year }),
        querystring: FormatQuery,
      },
    },
    async (req, reply) => {
      const { unit, tahun } = req.params
      const paper = () => inSnapshot(db, (tx) => queries.paperOfYear(tx, req.ctx, unit, tahun))
      return sendDocument(req, reply, req.query, async () => accepted(await paper()))
    },
  )
  app.put(
    '/api/perencanaan/:unit/dokumen/:kode',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Buat atau ubah dokumen rencana',
        params: OfUnit.extend({ kode: KodeRencana }),
        body: DokumenRencana.omit({ kode: true }),
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, kode } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.saveDokumen(tx, req.ctx, unit, { ...req.body, kode }, versionSeen(req))),
      )
    },
  )
  app.post(
    '/api/perencanaan/:unit/simpul',
    {
      config: { ...ubah, repeatSafe: true },
      schema: {
        tags,
        summary: 'Tambah simpul',
        params: OfUnit,
        body: SimpulKinerja,
        response: { 201: Version.extend({ id: z.string() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.createSimpul(tx, req.ctx, req.params.unit, req.body)), 201),
  )
  app.patch(
    '/api/perencanaan/:unit/simpul/:id',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Ubah atau pindahkan simpul',
        params: OfUnit.extend({ id: z.uuid() }),
        body: SimpulChange,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, id } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.changeSimpul(tx, req.ctx, unit, id, req.body, versionSeen(req))),
      )
    },
  )

  app.delete(
    '/api/perencanaan/:unit/simpul/:id',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Hapus simpul yang tidak punya turunan',
        params: OfUnit.extend({ id: z.uuid() }),
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, id } = req.params
      return answer(reply, await inTransaction(db, (tx) => commands.deleteSimpul(tx, req.ctx, unit, id, versionSeen(req))))
    },
  )

  app.get(
    '/api/perencanaan/:unit/target',
    {
      config: read,
      schema: {
        tags,
        summary: 'Target jangka menengah, sebagaimana diketahui pada suatu saat',
        params: OfUnit,
        querystring: z.object({ tahun: z.coerce.number().int().optional(), diketahui: z.iso.datetime().optional() }),
        response: { 200: z.object({ isi: z.array(Target) }) },
      },
    },
    async (req) => ({ isi: (await queries.listTargets(db, req.params.unit, req.query.tahun, req.query.diketahui)).map(toTarget) }),
  )
  app.put(
    '/api/perencanaan/:unit/target/:kode/:tahun',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Tetapkan target satu tahun; yang semula tetap terbaca',
        params: OfUnit.extend({ kode: KodeIndikator, tahun: Year }),
        body: Figure,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, kode, tahun } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.setTarget(tx, req.ctx, unit, kode, tahun, req.body, versionSeen(req))),
      )
    },
  )

  app.get(
    '/api/perencanaan/:unit/crosscutting',
    {
      config: read,
      schema: {
        tags,
        summary: 'Kontribusi yang diminta satuan kerja ini dan yang diminta darinya',
        params: OfUnit,
        querystring: PageQuery,
        response: { 200: page(Kontribusi) },
      },
    },
    async (req) => {
      const { batas, kursor } = req.query
      const rows = await queries.listCrosscutting(
        db,
        req.params.unit,
        fromCursor(kursor, 2, [/^[0-9a-f-]{36}$/]) as [string, string] | undefined,
        batas + 1,
      )
      return toPage(rows, batas, (c) => [c.simpul, c.unit])
    },
  )
  app.post(
    '/api/perencanaan/:unit/crosscutting',
    {
      config: { ...ubah, repeatSafe: true },
      schema: {
        tags,
        summary: 'Minta kontribusi satuan kerja lain',
        params: OfUnit,
        body: Crosscutting,
        response: { 201: Version },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.proposeCrosscutting(tx, req.ctx, req.params.unit, req.body)), 201),
  )
  app.delete(
    '/api/perencanaan/:unit/crosscutting/:simpul/:diminta',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Tarik permintaan kontribusi',
        params: OfUnit.extend({ simpul: z.uuid(), diminta: KodeUnit }),
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, simpul, diminta } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.withdrawCrosscutting(tx, req.ctx, unit, simpul, diminta, versionSeen(req))),
      )
    },
  )
  const Asked = OfUnit.extend({ simpul: z.uuid() })
  app.post(
    '/api/perencanaan/:unit/crosscutting/:simpul/terima',
    { config: ubah, schema: { tags, summary: 'Terima permintaan kontribusi', params: Asked, response: { 200: Version } } },
    async (req, reply) => {
      const { unit, simpul } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.answerCrosscutting(tx, req.ctx, unit, simpul, 'DITERIMA', null, versionSeen(req))),
      )
    },
  )
  app.post(
    '/api/perencanaan/:unit/crosscutting/:simpul/tolak',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Tolak permintaan kontribusi, dengan alasannya',
        params: Asked,
        body: z.object({ alasan: z.string().trim().min(1).max(1000) }),
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, simpul } = req.params
      const { alasan } = req.body
      return answer(
        reply,
        await inTransaction(db, (tx) =>
          commands.answerCrosscutting(tx, req.ctx, unit, simpul, 'DITOLAK', alasan, versionSeen(req)),
        ),
      )
    },
  )
}
