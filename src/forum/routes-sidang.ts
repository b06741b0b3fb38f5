// HTTP: what happens in a forum. Who may, the commands ask the permission table.
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { IsianLangkah, LangkahOut } from '../platform/kernel/workflow.ts'
import * as commands from './commands-sidang.ts'
import { DaftarHadir, JawabanBaru, KeputusanBaru, SaranBaru, STATUS_FORUM } from './forum.ts'
import { langkah } from './queries-langkah.ts'

const tags = ['forum']
const read = { may: 'signed-in' } as const
const once = { may: 'signed-in', repeatSafe: true } as const
const Id = z.object({ id: z.uuid() })
const Version = z.object({ version: z.number() })

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/forum/:id/langkah',
    {
      config: read,
      schema: { tags, summary: 'Tahap forum, langkah berikutnya dan riwayatnya', params: Id, response: { 200: LangkahOut } },
    },
    async (req, reply) => answer(reply, accepted(await inSnapshot(db, (on) => langkah(on, req.ctx, req.params.id)))),
  )
  app.post(
    '/api/forum/:id/langkah',
    {
      config: { ...once, step: true },
      schema: {
        tags,
        summary: 'Buka atau tutup forum, tetapkan notulennya',
        params: Id,
        body: IsianLangkah,
        response: { 200: Version.extend({ status: z.enum(STATUS_FORUM) }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.takeStep(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
  app.put(
    '/api/forum/:id/hadir',
    {
      config: read,
      schema: { tags, summary: 'Catat siapa yang hadir', params: Id, body: DaftarHadir, response: { 200: Version } },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.recordHadir(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
  app.post(
    '/api/forum/:id/saran',
    {
      config: once,
      schema: {
        tags,
        summary: 'Beri saran atas naskah atau barisnya; tanpa isi: tidak ada saran',
        params: Id,
        body: SaranBaru,
        response: { 201: Version.extend({ id: z.string() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.advise(tx, req.ctx, req.params.id, req.body)), 201),
  )
  app.put(
    '/api/forum/:id/saran/:saran/jawaban',
    {
      config: read,
      schema: {
        tags,
        summary: 'Jawab satu saran: dilaksanakan, atau tidak dengan alasannya',
        params: Id.extend({ saran: z.uuid() }),
        body: JawabanBaru,
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { id, saran } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.answerSaran(tx, req.ctx, id, saran, req.body, versionSeen(req))),
      )
    },
  )
  app.post(
    '/api/forum/:id/keputusan',
    {
      config: once,
      schema: {
        tags,
        summary: 'Putuskan satu naskah: disetujui, dikembalikan atau ditolak dengan alasan',
        params: Id,
        body: KeputusanBaru,
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.decide(tx, req.ctx, req.params.id, req.body, versionSeen(req)))),
  )
  app.put(
    '/api/forum/:id/kesimpulan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Tulis kesimpulan notulen',
        params: Id,
        body: z.object({ kesimpulan: z.string().trim().min(1).max(10_000) }),
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inTransaction(db, (tx) => commands.saveKesimpulan(tx, req.ctx, req.params.id, req.body.kesimpulan, versionSeen(req))),
      ),
  )
}
