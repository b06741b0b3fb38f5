// HTTP: proposed changes of a plan in force. Deciding them is the quarterly forum's.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { proposePerubahan } from './commands-perubahan.ts'
import { ALASAN_PERUBAHAN, OBJEK_PERUBAHAN, STATUS_PERUBAHAN } from './perubahan.ts'
import { listPerubahan, visibleRencana } from './queries.ts'

const tags = ['rencana-aksi']
const Id = z.object({ id: z.uuid() })
// What may change, and why, the rule judges (RA-10): it says so in a sentence.
const IsianPerubahan = z.object({
  alasan: z.string().max(100),
  objek: z.array(z.string().max(100)).max(10),
  periode: z.array(z.string().regex(/^\d{4}-TW[1-4]$/, 'harus triwulan, misalnya 2025-TW3')).max(4),
  uraian: z.string().trim().min(1).max(4000),
})
const PerubahanOut = z.object({
  id: z.string(),
  alasan: z.enum(ALASAN_PERUBAHAN),
  objek: z.array(z.enum(OBJEK_PERUBAHAN)),
  periode: z.array(z.string()),
  uraian: z.string(),
  status: z.enum(STATUS_PERUBAHAN),
  keputusanForum: z.string().nullable(),
  alasanKeputusan: z.string().nullable(),
  draf: z.string().nullable(),
  version: z.number(),
})
export type PerubahanOut = z.infer<typeof PerubahanOut>

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/rencana-aksi/:id/perubahan',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Usulan perubahan Rencana Aksi dan keputusan Forum Kinerja Triwulanan',
        params: Id,
        response: { 200: z.object({ isi: z.array(PerubahanOut) }) },
      },
    },
    async (req) => {
      const plan = accepted(await visibleRencana(db, req.ctx, req.params.id))
      return { isi: await listPerubahan(db, plan.id) }
    },
  )
  app.post(
    '/api/rencana-aksi/:id/perubahan',
    {
      config: { may: 'signed-in', repeatSafe: true },
      schema: {
        tags,
        summary: 'Usulkan perubahan Rencana Aksi yang berlaku',
        params: Id,
        body: IsianPerubahan,
        response: { 201: z.object({ id: z.string(), version: z.number() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => proposePerubahan(tx, req.ctx, req.params.id, req.body)), 201),
  )
}
