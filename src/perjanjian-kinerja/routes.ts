// HTTP: everybody signed in reads what is DITETAPKAN, the office its drafts. A line's unit follows from the agreement, so
// its act is checked in the command; NIP and what is said about it are shown only to those who may see drafts.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import type { Context } from '../platform/kernel/context.ts'
import { Figure, FigureOut, fromColumns } from '../platform/kernel/figure.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { TandaTangan } from '../platform/kernel/workflow.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { arrange, deleteIndikator, deleteSasaran, saveIndikator, saveSasaran, saveTarget } from './commands-baris.ts'
import { createDraft } from './commands-draf.ts'
import {
  ALASAN_REVISI,
  ASAL,
  DrafBaru,
  IsianIndikator,
  IsianPihak,
  IsianSasaran,
  IsianSusunan,
  PERIODE_TARGET,
  STATUS_PK,
  subjectOf,
  TemuanPk,
} from './perjanjian-kinerja.ts'
import * as queries from './queries.ts'
import { findBentuk } from './rules.ts'

const tags = ['perjanjian-kinerja']
const read = { may: 'signed-in' } as const
const Version = z.object({ version: z.number() })
const Id = z.object({ id: z.uuid() })
const UnitTahun = z.object({ unit: KodeUnit, tahun: z.coerce.number().int().min(2000).max(2100) })
/** More than any agreement of a year will have. */
const ALL_VERSIONS = 200
const Line = Id.extend({ baris: z.uuid() })

const PihakOut = z.object({ nama: z.string().nullable(), jabatan: z.string().nullable(), nip: z.string().nullable().optional() })
const Ringkas = z.object({
  id: z.string(),
  unit: z.string(),
  tahun: z.number(),
  versi: z.number(),
  bentuk: z.string(),
  status: z.enum(STATUS_PK),
  asal: z.enum(ASAL),
  alasanRevisi: z.enum(ALASAN_REVISI).nullable(),
  dasarRevisi: z.string().nullable(),
  nomor: z.string().nullable(),
  tanggal: z.string().nullable(),
  pihakPertama: PihakOut,
  pihakKedua: PihakOut,
  sumber: z.string().nullable(),
  keterangan: z.string().nullable(),
  version: z.number(),
})
const TargetOut = FigureOut.extend({ sumber: z.string().nullable(), recordedAt: z.string(), version: z.number() })
const IndikatorOut = z.object({
  id: z.string(),
  urutan: z.number(),
  nomor: z.string().nullable(),
  kode: z.string().nullable(),
  nama: z.string(),
  sumberData: z.string().nullable(),
  pengukuran: z.string().nullable(),
  satuan: z.string().nullable(),
  alasanTarget: z.string().nullable(),
  dasarTarget: z.string().nullable(),
  bersama: z.string().nullable(),
  bersamaVersi: z.number().nullable(),
  nilaiLebih: z.array(z.object({ tercetak: z.string(), baris: z.number().nullable() })),
  target: z.partialRecord(z.enum(PERIODE_TARGET), TargetOut),
  sumber: z.string().nullable(),
  keterangan: z.string().nullable(),
  version: z.number(),
})
const SasaranOut = z.object({
  id: z.string(),
  urutan: z.number(),
  nomor: z.string(),
  kelompok: z.string(),
  uraian: z.string(),
  sumber: z.string().nullable(),
  keterangan: z.string().nullable(),
  version: z.number(),
  indikator: z.array(IndikatorOut),
})
const BentukOut = z.object({
  nama: z.string(),
  kelompok: z.array(z.object({ kode: z.string(), nama: z.string(), sumberData: z.array(z.string()) })),
})
const Lengkap = Ringkas.extend({
  sasaran: z.array(SasaranOut),
  /** The form by its own names; null where the pack does not know it. */
  formulir: BentukOut.nullable(),
  bolehUbah: z.boolean(),
  /** Who has signed so far; null before the first signature. */
  tandaTangan: TandaTangan.nullable(),
})
const Awal = z.object({
  boleh: z.boolean(),
  revisi: z.boolean(),
  sumber: z.array(z.object({ id: z.string(), tahun: z.number(), versi: z.number() })),
  /** What the unit's own plan of that year would begin it with. */
  rencana: z.object({ sasaran: z.number(), indikator: z.number() }),
})

function toRingkas(p: queries.PkRow, inside: boolean): z.infer<typeof Ringkas> {
  const { id, unit, tahun, versi, bentuk, status, asal, alasanRevisi, dasarRevisi, nomor, tanggal, sumber, keterangan, version } = p
  const pihakPertama = { nama: p.namaPertama, jabatan: p.jabatanPertama, ...(inside && { nip: p.nipPertama }) }
  const pihakKedua = { nama: p.namaKedua, jabatan: p.jabatanKedua, ...(inside && { nip: p.nipKedua }) }
  return {
    id,
    unit,
    tahun,
    versi,
    bentuk,
    status,
    asal,
    alasanRevisi,
    dasarRevisi,
    nomor,
    tanggal,
    pihakPertama,
    pihakKedua,
    sumber,
    keterangan,
    version,
  }
}

const toLines = ({ sasaran }: queries.Lines): z.infer<typeof SasaranOut>[] =>
  sasaran.map((s) => ({
    ...s,
    indikator: s.indikator.map((i) => ({
      ...i,
      target: Object.fromEntries(
        Object.entries(i.target).map(([periode, t]) => [
          periode,
          { ...fromColumns(t), sumber: t.sumber, recordedAt: t.recordedAt, version: t.version },
        ]),
      ),
    })),
  }))

function findFormulir(kode: string): z.infer<typeof BentukOut> | null {
  const bentuk = findBentuk(kode)
  return bentuk ? { nama: bentuk.nama, kelompok: bentuk.kelompok.map((k) => ({ ...k, sumberData: [...k.sumberData] })) } : null
}

export function routes(app: App, { db, files }: Services): void {
  /** One agreement whole, as far as one may see it, as known now or at an instant. */
  const whole = async (ctx: Context, id: string, knownAt?: string): Promise<z.infer<typeof Lengkap>> => {
    const { pk, inside } = accepted(await queries.visiblePk(db, ctx, id))
    return {
      ...toRingkas(pk, inside),
      sasaran: toLines(await queries.linesOf(db, pk.id, knownAt)),
      formulir: findFormulir(pk.bentuk),
      bolehUbah: await queries.mayEdit(db, ctx, pk),
      tandaTangan: await queries.tandaTanganOf(db, subjectOf(pk), inside),
    }
  }
  app.get(
    '/api/perjanjian-kinerja',
    {
      config: read,
      schema: {
        tags,
        summary: 'Perjanjian Kinerja yang boleh Anda lihat',
        querystring: PageQuery.extend({ unit: KodeUnit.optional(), tahun: z.coerce.number().int().optional() }),
        response: { 200: page(Ringkas) },
      },
    },
    async (req) => {
      const { batas, kursor, unit, tahun } = req.query
      const rows = await queries.listVisible(db, req.ctx, { unit, tahun, after: fromCursor(kursor, 3), limit: batas + 1 })
      const { isi, lanjut } = toPage(rows, batas, (p) => [String(p.tahun), p.unit, String(p.versi)])
      return { isi: isi.map((p) => toRingkas(p, false)), lanjut }
    },
  )
  app.get(
    '/api/perjanjian-kinerja/awal',
    {
      config: read,
      schema: {
        tags,
        summary: 'Bolehkah Anda menyusun draf untuk satuan kerja dan tahun itu, dan dari mana dapat disalin',
        querystring: UnitTahun,
        response: { 200: Awal },
      },
    },
    (req) => queries.beginningOf(db, req.ctx, req.query.unit, req.query.tahun),
  )
  app.get(
    '/api/perjanjian-kinerja/terbaru',
    {
      config: read,
      schema: {
        tags,
        summary: 'Versi terbaru Perjanjian Kinerja satuan kerja dan tahun itu yang boleh Anda lihat, utuh; null bila tidak ada',
        querystring: UnitTahun,
        response: { 200: z.object({ naskah: Lengkap.nullable() }) },
      },
    },
    async (req) => {
      const newest = (await queries.listVisible(db, req.ctx, { ...req.query, limit: ALL_VERSIONS })).at(-1)
      return { naskah: newest ? await whole(req.ctx, newest.id) : null }
    },
  )
  app.get(
    '/api/perjanjian-kinerja/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu Perjanjian Kinerja dengan sasaran, indikator dan targetnya, seperti diketahui kini atau pada suatu saat',
        params: Id,
        querystring: z.object({ diketahui: z.iso.datetime().optional() }),
        response: { 200: Lengkap },
      },
    },
    async (req, reply) => answer(reply, await whole(req.ctx, req.params.id, req.query.diketahui)),
  )
  app.get(
    '/api/perjanjian-kinerja/:id/dokumen',
    {
      config: read,
      schema: { tags, summary: 'Perjanjian Kinerja sebagai PDF, DOCX, XLSX atau HTML', params: Id, querystring: FormatQuery },
    },
    async (req, reply) => {
      const { pk, inside } = accepted(await queries.visiblePk(db, req.ctx, req.params.id))
      return sendDocument(req, reply, req.query, () => queries.printOf(db, files, pk, inside, req.query.format))
    },
  )
  app.get(
    '/api/perjanjian-kinerja/:id/temuan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Yang tidak sesuai aturan PK-01 sampai PK-14',
        params: Id,
        response: { 200: z.object({ temuan: z.array(TemuanPk) }) },
      },
    },
    async (req) => {
      const { pk, inside } = accepted(await queries.visiblePk(db, req.ctx, req.params.id))
      const temuan = await queries.temuanOf(db, pk, req.ctx.today)
      return { temuan: inside ? temuan : temuan.filter((t) => t.aturan !== 'PK-09') }
    },
  )

  app.post(
    '/api/perjanjian-kinerja',
    {
      config: { may: { act: 'perjanjian-kinerja.susun', unit: (req) => (req.body as DrafBaru).unit }, repeatSafe: true },
      schema: {
        tags,
        summary: 'Susun draf, atau revisi dengan alasannya',
        body: DrafBaru,
        response: { 201: Version.extend({ id: z.string() }) },
      },
    },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => createDraft(tx, req.ctx, req.body)), 201),
  )
  app.put(
    '/api/perjanjian-kinerja/:id/sasaran/:baris',
    {
      config: read,
      schema: {
        tags,
        summary: 'Simpan satu sasaran draf (If-Match "0" untuk baris baru)',
        params: Line,
        body: IsianSasaran,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(reply, await inTransaction(db, (tx) => saveSasaran(tx, req.ctx, id, baris, req.body, versionSeen(req))))
    },
  )
  app.put(
    '/api/perjanjian-kinerja/:id/indikator/:baris',
    {
      config: read,
      schema: {
        tags,
        summary: 'Simpan satu indikator draf (If-Match "0" untuk baris baru)',
        params: Line,
        body: IsianIndikator,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(reply, await inTransaction(db, (tx) => saveIndikator(tx, req.ctx, id, baris, req.body, versionSeen(req))))
    },
  )
  app.put(
    '/api/perjanjian-kinerja/:id/indikator/:baris/target/:periode',
    {
      config: read,
      schema: {
        tags,
        summary: 'Simpan satu target draf (If-Match "0" untuk sel kosong)',
        params: Line.extend({ periode: z.enum(PERIODE_TARGET) }),
        body: Figure,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { id, baris, periode } = req.params
      return answer(reply, await inTransaction(db, (tx) => saveTarget(tx, req.ctx, id, baris, periode, req.body, versionSeen(req))))
    },
  )
  app.put(
    '/api/perjanjian-kinerja/:id/pihak',
    {
      config: read,
      schema: { tags, summary: 'Simpan para pihak sebuah draf', params: Id, body: IsianPihak, response: { 200: Version } },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.saveParties(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
  app.put(
    '/api/perjanjian-kinerja/:id/susunan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Ubah urutan sasaran dan indikator draf; nomornya mengikuti bentuk tahun itu',
        params: Id,
        body: IsianSusunan,
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => arrange(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
  app.delete(
    '/api/perjanjian-kinerja/:id/sasaran/:baris',
    {
      config: read,
      schema: { tags, summary: 'Hapus sasaran draf yang tidak lagi memuat indikator', params: Line, response: { 200: Version } },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(reply, await inTransaction(db, (tx) => deleteSasaran(tx, req.ctx, id, baris, versionSeen(req))))
    },
  )
  app.delete(
    '/api/perjanjian-kinerja/:id/indikator/:baris',
    {
      config: read,
      schema: { tags, summary: 'Hapus indikator draf beserta targetnya', params: Line, response: { 200: Version } },
    },
    async (req, reply) => {
      const { id, baris } = req.params
      return answer(reply, await inTransaction(db, (tx) => deleteIndikator(tx, req.ctx, id, baris, versionSeen(req))))
    },
  )
}
