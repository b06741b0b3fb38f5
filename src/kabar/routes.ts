// HTTP: what I have been told, read or not, and how I want it.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import * as commands from './commands.ts'
import { JENIS_KABAR, SetelanKabar } from './kabar.ts'
import * as queries from './queries.ts'

const tags = ['kabar']
const Kabar = z.object({
  id: z.string(),
  jenis: z.enum(JENIS_KABAR),
  teks: z.string(),
  kalimat: z.string(),
  tempat: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  ke: z.string().nullable(),
  dibuat: z.string(),
  dibaca: z.string().nullable(),
})
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const UUID = /^[0-9a-f-]{36}$/

/** `surel`: letters are sent at all, because a server for them is set. */
export function routes(app: App, { db }: Services, { surel }: { surel: boolean }): void {
  const mine = { may: 'signed-in' } as const
  app.get(
    '/api/kabar',
    {
      config: mine,
      schema: {
        tags,
        summary: 'Kabar untuk Anda, terbaru dahulu',
        querystring: PageQuery.extend({ belum: z.enum(['ya', 'tidak']).default('tidak') }),
        response: { 200: page(Kabar) },
      },
    },
    async (req) => {
      const { batas, kursor, belum } = req.query
      const before = fromCursor(kursor, 2, [INSTANT, UUID]) as [string, string] | undefined
      const rows = await queries.listOwn(db, req.ctx, belum === 'ya', before, batas + 1)
      return toPage(rows, batas, (k) => [k.dibuat, k.id])
    },
  )
  app.get(
    '/api/kabar/jumlah',
    { config: mine, schema: { tags, summary: 'Berapa yang belum Anda baca', response: { 200: z.object({ belum: z.number() }) } } },
    async (req) => ({ belum: await queries.countUnread(db, req.ctx.actor.id) }),
  )
  app.post(
    '/api/kabar/dibaca',
    {
      config: mine,
      schema: {
        tags,
        summary: 'Tandai sudah dibaca: yang disebut, atau semua',
        body: z.strictObject({ id: z.array(z.uuid()).max(200).optional() }),
        response: { 204: z.null() },
      },
    },
    async (req, reply) => {
      await inTransaction(db, (tx) => commands.markRead(tx, req.ctx, req.body.id ?? null))
      reply.code(204)
      return null
    },
  )
  app.get(
    '/api/kabar/setelan',
    {
      config: mine,
      schema: {
        tags,
        summary: 'Alamat surel Anda dan kabar mana yang dikirim ke sana',
        response: {
          200: z.object({
            alamat: z.string().nullable(),
            surel: z.array(z.enum(JENIS_KABAR)),
            tidakTerjangkau: z.string().nullable(),
            dikirim: z.boolean(),
            version: z.number(),
          }),
        },
      },
    },
    async (req, reply) => answer(reply, { ...(await queries.setelanOf(db, req.ctx)), dikirim: surel }),
  )
  app.put(
    '/api/kabar/setelan',
    {
      config: mine,
      schema: {
        tags,
        summary: 'Atur alamat surel dan jenisnya',
        body: SetelanKabar,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.saveSetelan(tx, req.ctx, req.body, versionSeen(req)))),
  )
  app.get(
    '/api/kabar/surel',
    {
      config: { may: { act: 'pengguna.kelola' } },
      schema: {
        tags,
        summary: 'Keadaan pengiriman surel, dan akun yang alamatnya ditolak',
        response: {
          200: z.object({
            dikirim: z.boolean(),
            jumlah: z.array(z.object({ status: z.string(), jumlah: z.number() })),
            ditolak: z.array(z.object({ username: z.string(), nama: z.string(), sejak: z.string(), sebab: z.string().nullable() })),
          }),
        },
      },
    },
    async () => ({ dikirim: surel, ...(await queries.surelInAll(db)) }),
  )
}
