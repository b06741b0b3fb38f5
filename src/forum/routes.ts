// HTTP: the calendar of forums, one forum with everything in it, its invitation and its minutes.
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { ForumBaru, JAWABAN, JadwalBaru, JENIS_FORUM, JENIS_NASKAH, KEHADIRAN, KEPUTUSAN, STATUS_FORUM } from './forum.ts'
import * as queries from './queries.ts'

const tags = ['forum']
const read = { may: 'signed-in' } as const
const Id = z.object({ id: z.uuid() })
const Version = z.object({ version: z.number() })

const JadwalOut = z.object({
  urutan: z.number(),
  tanggal: z.string(),
  mulai: z.string(),
  selesai: z.string(),
  tempat: z.string(),
  agenda: z.string(),
  alasan: z.string().nullable(),
  recordedAt: z.string(),
})
const Ringkas = z.object({
  id: z.string(),
  jenis: z.enum(JENIS_FORUM),
  unit: z.string(),
  nama: z.string(),
  periode: z.string(),
  urutan: z.number(),
  status: z.enum(STATUS_FORUM),
  tanggal: z.string(),
  mulai: z.string(),
  selesai: z.string(),
  tempat: z.string(),
  naskah: z.number(),
  /** Advice that is not answered. */
  terbuka: z.number(),
})
export type ForumRingkas = z.infer<typeof Ringkas>
const UndanganOut = z.object({
  jabatan: z.string(),
  namaJabatan: z.string(),
  nama: z.string().nullable(),
  peran: z.array(z.string()),
})
const SaranOut = z.object({
  id: z.string(),
  forum: z.string(),
  peran: z.string(),
  oleh: z.string(),
  naskah: z.string().nullable(),
  baris: z.string().nullable(),
  letak: z.string().nullable(),
  isi: z.string().nullable(),
  recordedAt: z.string(),
  jawaban: z.enum(JAWABAN).nullable(),
  alasanJawaban: z.string().nullable(),
  dijawabOleh: z.string().nullable(),
  version: z.number(),
})
export type SaranOut = z.infer<typeof SaranOut>
const ForumOut = z.object({
  id: z.string(),
  jenis: z.enum(JENIS_FORUM),
  unit: z.string(),
  periode: z.string(),
  urutan: z.number(),
  status: z.enum(STATUS_FORUM),
  version: z.number(),
  kesimpulan: z.string().nullable(),
  judul: z.string(),
  namaUnit: z.string(),
  jadwal: JadwalOut,
  jadwalLama: z.array(JadwalOut),
  undangan: z.array(UndanganOut),
  hadir: z.array(UndanganOut.extend({ kehadiran: z.enum(KEHADIRAN), wakil: z.string().nullable() })),
  naskah: z.array(
    z.object({
      jenis: z.enum(JENIS_NASKAH),
      naskah: z.string(),
      judul: z.string(),
      status: z.string(),
      ke: z.string(),
      uraian: z.string().nullable(),
      keputusan: z.enum(KEPUTUSAN).nullable(),
      alasan: z.string().nullable(),
      /** The lines that advice may be about, for who advises. */
      baris: z.array(z.object({ id: z.string(), letak: z.string(), uraian: z.string() })),
    }),
  ),
  saran: z.array(SaranOut),
  penasihat: z.array(z.object({ peran: z.string(), tentang: z.string(), sudah: z.boolean() })),
  /** Papers that wait beside it, for who may take them in. */
  menunggu: z.array(z.string()),
  boleh: z.object({
    jadwal: z.boolean(),
    hadir: z.boolean(),
    putus: z.boolean(),
    kesimpulan: z.boolean(),
    saran: z.array(z.string()),
    jawab: z.boolean(),
  }),
})
export type ForumOut = z.infer<typeof ForumOut>

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/forum',
    {
      config: read,
      schema: {
        tags,
        summary: 'Forum yang boleh Anda lihat, menurut tanggalnya',
        querystring: PageQuery.extend({ tahun: z.coerce.number().int().min(2000).max(2100), unit: KodeUnit.optional() }),
        response: { 200: page(Ringkas) },
      },
    },
    async (req) => {
      const { batas, kursor, tahun, unit } = req.query
      const after = fromCursor(kursor, 3, [/^\d{4}-\d{2}-\d{2}$/, /^\d{2}:\d{2}$/, /^[\da-f-]{36}$/])
      const rows = await queries.listVisible(db, req.ctx, { tahun, unit, after, limit: batas + 1 })
      return toPage(rows, batas, (f) => [f.tanggal, f.mulai, f.id])
    },
  )
  app.get(
    '/api/forum/awal',
    {
      config: read,
      schema: {
        tags,
        summary: 'Untuk apa sebuah forum dapat dijadwalkan; periode: tahun, atau triwulan',
        querystring: z.object({ unit: KodeUnit, periode: z.string().regex(/^\d{4}(-TW[1-4])?$/, 'harus tahun atau triwulan') }),
        response: {
          200: z.object({ boleh: z.boolean(), forum: z.string().nullable(), naskah: z.array(z.string()), namaUnit: z.string() }),
        },
      },
    },
    (req) => inSnapshot(db, (on) => queries.beginningOf(on, req.ctx, req.query.unit, req.query.periode)),
  )
  app.get(
    '/api/forum/menunggu',
    {
      config: read,
      schema: {
        tags,
        summary: 'Yang menunggu dijadwalkan, bagi yang menjadwalkan',
        response: {
          200: z.object({
            penyusunan: z.array(
              z.object({ unit: z.string(), nama: z.string(), tahun: z.number(), pk: z.boolean(), ra: z.boolean() }),
            ),
            triwulanan: z.object({ unit: z.string(), usulan: z.number() }).nullable(),
          }),
        },
      },
    },
    (req) => inSnapshot(db, (on) => queries.waitingOf(on, req.ctx)),
  )
  app.get(
    '/api/forum/naskah/:naskah',
    {
      config: read,
      schema: {
        tags,
        summary: 'Forum yang membahas sebuah naskah, atau untuk satuan kerja dan tahun mana ia dijadwalkan',
        params: z.object({ naskah: z.uuid() }),
        response: { 200: z.object({ forum: z.string().nullable(), unit: z.string(), tahun: z.number() }) },
      },
    },
    async (req) => accepted(await queries.placeOf(db, req.ctx, req.params.naskah)),
  )
  app.get(
    '/api/forum/saran',
    {
      config: read,
      schema: {
        tags,
        summary: 'Saran atas sebuah naskah, dengan jawabannya',
        querystring: z.object({ naskah: z.uuid() }),
        response: { 200: z.object({ isi: z.array(SaranOut) }) },
      },
    },
    async (req) => ({ isi: await queries.saranOf(db, req.ctx, req.query.naskah) }),
  )
  app.post(
    '/api/forum',
    {
      config: { may: 'signed-in', repeatSafe: true },
      schema: {
        tags,
        summary: 'Jadwalkan forum: yang menunggu dibahas masuk ke dalamnya',
        body: ForumBaru,
        response: { 201: Version.extend({ id: z.string() }) },
      },
    },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => commands.scheduleForum(tx, req.ctx, req.body)), 201),
  )
  app.get(
    '/api/forum/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu forum: jadwal, undangan, hadir, saran dan keputusan',
        params: Id,
        response: { 200: ForumOut },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inSnapshot(db, async (on) =>
          queries.wholeOf(on, req.ctx, accepted(await queries.visibleForum(on, req.ctx, req.params.id))),
        ),
      ),
  )
  app.put(
    '/api/forum/:id/jadwal',
    {
      config: read,
      schema: {
        tags,
        summary: 'Ubah jadwal dengan alasannya; yang sebelumnya tetap terbaca',
        params: Id,
        body: JadwalBaru,
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.changeJadwal(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
  app.post(
    '/api/forum/:id/naskah',
    {
      config: { may: 'signed-in', repeatSafe: true },
      schema: { tags, summary: 'Masukkan naskah lain yang menunggu dibahas', params: Id, response: { 200: Version } },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.addWaiting(tx, req.ctx, req.params.id, versionSeen(req)))),
  )
  app.get(
    '/api/forum/:id/undangan',
    { config: read, schema: { tags, summary: 'Undangan sebagai berkas kalender (iCalendar)', params: Id } },
    async (req, reply) => {
      const forum = accepted(await queries.visibleForum(db, req.ctx, req.params.id))
      const { nama, isi } = await queries.invitationOf(db, forum)
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama.replace(/[/\\:]/g, ' '))}`)
        .type('text/calendar; method=REQUEST; charset=utf-8')
        .send(isi)
    },
  )
  app.get(
    '/api/forum/:id/dokumen',
    { config: read, schema: { tags, summary: 'Notulen sebagai PDF, DOCX, XLSX atau HTML', params: Id, querystring: FormatQuery } },
    async (req, reply) => {
      const forum = accepted(await queries.visibleForum(db, req.ctx, req.params.id))
      return sendDocument(req, reply, req.query, () => queries.paperOf(db, forum))
    },
  )
}
