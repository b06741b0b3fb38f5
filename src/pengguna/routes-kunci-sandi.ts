// HTTP: one's own passkeys, and what a device is asked before papers are signed; removing one in an emergency.
import { z } from 'zod'
import type { App, Services } from '../platform/http/server.ts'
import { NewPasskeyAnswer } from '../platform/kernel/passkey.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import * as commands from './commands-kunci-sandi.ts'
import { KUNCI_SANDI_MAKS, KunciSandi, NamaKunciSandi, NaskahDilihat, Permintaan } from './kunci-sandi.ts'
import { siteOf } from './passkey.ts'
import { Username } from './pengguna.ts'
import * as queries from './queries.ts'

const tags = ['pengguna']
const ById = z.object({ id: z.uuid() })

export function routes(app: App, { db, signing }: Services): void {
  const own = { may: 'signed-in' } as const
  const asked = { ...own, rateLimit: { max: 30, timeWindow: 60_000 } }
  app.get(
    '/api/sesi/kunci-sandi',
    {
      config: own,
      schema: {
        tags,
        summary: 'Kunci sandi saya',
        response: { 200: z.object({ isi: z.array(KunciSandi), maks: z.number() }) },
      },
    },
    async (req) => ({ isi: await queries.kunciSandiOf(db, req.ctx.actor.id), maks: KUNCI_SANDI_MAKS }),
  )
  app.post(
    '/api/sesi/kunci-sandi/permintaan',
    {
      config: asked,
      schema: {
        tags,
        summary: 'Minta menambah kunci sandi; kata sandi diminta lagi',
        body: z.object({ sandi: z.string().min(1).max(300) }),
        response: { 200: Permintaan },
      },
    },
    async (req) => accepted(await commands.askToAdd(db, siteOf(signing.address), req.ctx, req.body.sandi)),
  )
  app.post(
    '/api/sesi/kunci-sandi',
    {
      config: asked,
      schema: {
        tags,
        summary: 'Tambah kunci sandi',
        body: z.object({ nama: NamaKunciSandi, jawaban: NewPasskeyAnswer }),
        response: { 201: ById },
      },
    },
    async (req, reply) => {
      reply.code(201)
      return accepted(await commands.addPasskey(db, siteOf(signing.address), req.ctx, req.body.nama, req.body.jawaban))
    },
  )
  app.post(
    '/api/sesi/kunci-sandi/tanda-tangan/permintaan',
    {
      config: asked,
      schema: {
        tags,
        summary: 'Minta membuktikan diri dengan kunci sandi, untuk menandatangani naskah ini saja',
        body: z.object({ naskah: z.array(NaskahDilihat).min(1).max(500) }),
        response: { 200: Permintaan },
      },
    },
    async (req) => accepted(await commands.askToSign(db, siteOf(signing.address), req.ctx, req.body.naskah)),
  )
  app.patch(
    '/api/sesi/kunci-sandi/:id',
    {
      config: own,
      schema: {
        tags,
        summary: 'Beri kunci sandi nama lain',
        params: ById,
        body: z.object({ nama: NamaKunciSandi }),
        response: { 200: ById },
      },
    },
    async (req) => accepted(await commands.renamePasskey(db, req.ctx, req.params.id, req.body.nama)),
  )
  app.delete(
    '/api/sesi/kunci-sandi/:id',
    { config: own, schema: { tags, summary: 'Hapus kunci sandi sendiri', params: ById, response: { 200: ById } } },
    async (req) => accepted(await commands.removeOwnPasskey(db, req.ctx, req.params.id)),
  )
  app.delete(
    '/api/pengguna/:username/kunci-sandi/:id',
    {
      config: { may: { act: 'pengguna.kelola' } },
      schema: {
        tags,
        summary: 'Hapus kunci sandi suatu akun, dalam keadaan darurat',
        params: ById.extend({ username: Username }),
        response: { 200: ById },
      },
    },
    async (req) => accepted(await commands.removePasskey(db, req.ctx, req.params.username, req.params.id)),
  )
}
