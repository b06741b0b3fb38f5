// HTTP: everybody signed in reads what is DITETAPKAN, the office its drafts. A line's unit follows from the plan, so its
// act is checked in the command.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { FigureOut, fromColumns } from '../platform/kernel/figure.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { TandaTangan } from '../platform/kernel/workflow.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'
import {
  ASAL,
  BIDANG_BERSAMA,
  DrafBaru,
  FASE,
  ISI_KOLOM,
  IsianKriteria,
  IsianOutput,
  IsianRa,
  JENIS_RA,
  STATUS_RA,
  TRIWULAN,
} from './rencana-aksi.ts'
import { TemuanRa } from './temuan.ts'

const tags = ['rencana-aksi']
const read = { may: 'signed-in' } as const
const Version = z.object({ version: z.number() })
const Id = z.object({ id: z.uuid() })
const Line = Id.extend({ baris: z.uuid() })
const Saved = Version.extend({ kode: z.string() })

const Ringkas = z.object({
  id: z.string(),
  unit: z.string(),
  tahun: z.number(),
  versi: z.number(),
  status: z.enum(STATUS_RA),
  asal: z.enum(ASAL),
  sumber: z.string().nullable(),
  keterangan: z.string().nullable(),
  version: z.number(),
})
const row = {
  id: z.string(),
  urutan: z.number(),
  sumber: z.string().nullable(),
  keterangan: z.string().nullable(),
  version: z.number(),
}
const coded = { ...row, kode: z.string().nullable(), kodeTercetak: z.string().nullable() }
const OutputOut = z.object({
  ...coded,
  uraian: z.string(),
  jumlah: FigureOut,
  satuan: z.string().nullable(),
  triwulan: z.enum(TRIWULAN).nullable(),
  penanggungJawab: z.array(z.string()),
  mitigasi: z.string().nullable(),
  disalinDari: z.partialRecord(z.enum(BIDANG_BERSAMA), z.string()).nullable(),
})
const KriteriaOut = z.object({ ...coded, uraian: z.string().nullable(), tempat: z.array(z.number()), output: z.array(OutputOut) })
const RaOut = z.object({
  ...coded,
  jenis: z.enum(JENIS_RA),
  uraian: z.string(),
  nonrutin: z.boolean().nullable(),
  fase: z.enum(FASE).nullable(),
  kk: z.array(KriteriaOut),
})
const IndikatorOut = z.object({
  ...row,
  pkIndikator: z.string().nullable(),
  nomor: z.string().nullable(),
  sasaran: z.string().nullable(),
  nama: z.string().nullable(),
  /** As the form names the group of its sasaran; null where the agreement does not have it. */
  kelompok: z.string().nullable(),
  target: FigureOut,
  ra: z.array(RaOut),
})
const RencanaOut = Ringkas.extend({
  bentuk: z.object({
    kode: z.string(),
    berkelompok: z.boolean(),
    kolom: z.array(z.object({ isi: z.enum(ISI_KOLOM), nama: z.string(), bagian: z.number() })),
  }),
  bolehUbah: z.boolean(),
  /** Who has signed so far; null before the first signature. */
  tandaTangan: TandaTangan.nullable(),
  indikator: z.array(IndikatorOut),
})
export type RencanaOut = z.infer<typeof RencanaOut>
const BahanDraf = z.object({
  boleh: z.boolean(),
  /** Indicators of the agreement of that year. */
  indikator: z.number(),
  /** A plan of that year exists: a further version is a change (RA-10). */
  perluPerubahan: z.boolean(),
  /** The version of a draft that is open already. */
  draf: z.number().nullable(),
  salin: z.array(
    z.object({
      id: z.string(),
      tahun: z.number(),
      versi: z.number(),
      status: z.enum(STATUS_RA),
      ra: z.number(),
      output: z.number(),
    }),
  ),
})
export type BahanDraf = z.infer<typeof BahanDraf>

const toLines = (lines: queries.Lines, groups: ReadonlyMap<string, string>): z.infer<typeof IndikatorOut>[] =>
  lines.map((i) => ({
    ...i,
    kelompok: groups.get(i.pkIndikator ?? '') ?? null,
    target: fromColumns(i),
    ra: i.ra.map((a) => ({
      ...a,
      kk: a.kk.map((k) => ({ ...k, output: k.output.map((o) => ({ ...o, jumlah: fromColumns(o) })) })),
    })),
  }))

export function routes(app: App, { db, files }: Services): void {
  app.get(
    '/api/rencana-aksi',
    {
      config: read,
      schema: {
        tags,
        summary: 'Rencana Aksi yang boleh Anda lihat',
        querystring: PageQuery.extend({ unit: KodeUnit.optional(), tahun: z.coerce.number().int().optional() }),
        response: { 200: page(Ringkas) },
      },
    },
    async (req) => {
      const { batas, kursor, unit, tahun } = req.query
      const rows = await queries.listVisible(db, req.ctx, { unit, tahun, after: fromCursor(kursor, 3), limit: batas + 1 })
      return toPage(rows, batas, (r) => [String(r.tahun), r.unit, String(r.versi)])
    },
  )
  app.get(
    '/api/rencana-aksi/bahan-draf',
    {
      config: read,
      schema: {
        tags,
        summary: 'Dari apa draf suatu tahun dapat disusun',
        querystring: z.object({ unit: KodeUnit, tahun: z.coerce.number().int().min(2000).max(2100) }),
        response: { 200: BahanDraf },
      },
    },
    async (req) => queries.draftSources(db, req.ctx, req.query.unit, req.query.tahun),
  )
  app.get(
    '/api/rencana-aksi/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu Rencana Aksi dengan RA, kriteria keberhasilan dan outputnya',
        params: Id,
        response: { 200: RencanaOut },
      },
    },
    async (req, reply) => {
      const plan = accepted(await queries.visibleRencana(db, req.ctx, req.params.id))
      const { kelompok, ...frame } = await queries.frameOf(db, req.ctx, plan)
      const indikator = toLines(await queries.linesOf(db, plan.id), kelompok)
      return answer(reply, { ...plan, ...frame, indikator, tandaTangan: await queries.tandaTanganFor(db, req.ctx, plan) })
    },
  )
  app.get(
    '/api/rencana-aksi/:id/dokumen',
    {
      config: read,
      schema: { tags, summary: 'Rencana Aksi sebagai PDF, DOCX, XLSX atau HTML', params: Id, querystring: FormatQuery },
    },
    async (req, reply) => {
      const plan = accepted(await queries.visibleRencana(db, req.ctx, req.params.id))
      return sendDocument(req, reply, req.query, () => queries.printOf(db, req.ctx, files, plan, req.query.format))
    },
  )
  app.get(
    '/api/rencana-aksi/:id/temuan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Yang tidak sesuai aturan RA-01 sampai RA-09',
        params: Id,
        response: { 200: z.object({ temuan: z.array(TemuanRa) }) },
      },
    },
    async (req) => ({ temuan: await queries.temuanOf(db, accepted(await queries.visibleRencana(db, req.ctx, req.params.id))) }),
  )
  app.post(
    '/api/rencana-aksi',
    {
      config: { may: { act: 'rencana-aksi.susun', unit: (req) => (req.body as DrafBaru).unit }, repeatSafe: true },
      schema: {
        tags,
        summary: 'Susun draf dari Perjanjian Kinerja, atau salinan rencana lain',
        body: DrafBaru,
        response: { 201: Version.extend({ id: z.string(), tidakDisalin: z.array(z.string()) }) },
      },
    },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => commands.createDraft(tx, req.ctx, req.body)), 201),
  )
  app.put(
    '/api/rencana-aksi/:id/ra/:baris',
    {
      config: read,
      schema: {
        tags,
        summary: 'Simpan satu RA draf (If-Match "0" untuk baris baru)',
        params: Line,
        body: IsianRa,
        response: { 200: Saved },
      },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.saveLine(tx, req.ctx, id, baris, { kind: 'ra', isi: req.body }, versionSeen(req))),
      )
    },
  )
  app.put(
    '/api/rencana-aksi/:id/kriteria/:baris',
    {
      config: read,
      schema: {
        tags,
        summary: 'Simpan satu kriteria keberhasilan draf',
        params: Line,
        body: IsianKriteria,
        response: { 200: Saved },
      },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) =>
          commands.saveLine(tx, req.ctx, id, baris, { kind: 'kriteria', isi: req.body }, versionSeen(req)),
        ),
      )
    },
  )
  app.put(
    '/api/rencana-aksi/:id/output/:baris',
    {
      config: read,
      schema: { tags, summary: 'Simpan satu target/output draf', params: Line, body: IsianOutput, response: { 200: Saved } },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) =>
          commands.saveLine(tx, req.ctx, id, baris, { kind: 'output', isi: req.body }, versionSeen(req)),
        ),
      )
    },
  )
  app.delete(
    '/api/rencana-aksi/:id/ra/:baris',
    {
      config: read,
      schema: { tags, summary: 'Hapus satu RA draf beserta isinya', params: Line, response: { 200: Version } },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(reply, await inTransaction(db, (tx) => commands.removeLine(tx, req.ctx, id, 'ra', baris, versionSeen(req))))
    },
  )
  app.delete(
    '/api/rencana-aksi/:id/kriteria/:baris',
    {
      config: read,
      schema: {
        tags,
        summary: 'Hapus satu kriteria keberhasilan draf beserta outputnya',
        params: Line,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.removeLine(tx, req.ctx, id, 'kriteria', baris, versionSeen(req))),
      )
    },
  )
  app.delete(
    '/api/rencana-aksi/:id/output/:baris',
    {
      config: read,
      schema: { tags, summary: 'Hapus satu target/output draf', params: Line, response: { 200: Version } },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(reply, await inTransaction(db, (tx) => commands.removeLine(tx, req.ctx, id, 'output', baris, versionSeen(req))))
    },
  )
}
