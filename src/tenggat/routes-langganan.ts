// HTTP: a calendar program's own way in. It has no session: whoever has the address reads, and only reads.
import { z } from 'zod'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import * as commands from './commands-langganan.ts'
import { bacaLangganan, langgananOf } from './queries-langganan.ts'

const tags = ['tenggat']
const OWN = '/api/langganan-kalender'
const mine = { may: 'signed-in' } as const
const Version = z.object({ version: z.number() })

export function routes(app: App, { db, clock, signing }: Services): void {
  app.get(
    OWN,
    {
      config: mine,
      schema: {
        tags,
        summary: 'Apakah Anda punya alamat kalender, dan sejak kapan',
        response: { 200: Version.extend({ sejak: z.string().nullable() }) },
      },
    },
    async (req, reply) => answer(reply, await langgananOf(db, req.ctx)),
  )
  app.put(
    OWN,
    {
      config: mine,
      schema: {
        tags,
        summary: 'Buat alamat kalender, atau yang baru sebagai ganti yang lama; alamatnya hanya disebut sekali ini',
        response: { 200: Version.extend({ alamat: z.string() }) },
      },
    },
    async (req, reply) => {
      const { token, version } = accepted(await inTransaction(db, (tx) => commands.makeLangganan(tx, req.ctx, versionSeen(req))))
      const alamat = `${signing.address}${OWN}/${token}.ics`
      return answer(reply.header('cache-control', 'no-store'), { alamat, version })
    },
  )
  app.delete(
    OWN,
    { config: mine, schema: { tags, summary: 'Cabut alamat kalender', response: { 200: Version } } },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => commands.revokeLangganan(tx, req.ctx, versionSeen(req)))),
  )
  app.get(
    `${OWN}/:token.ics`,
    {
      config: { may: 'public', rateLimit: { max: 30, timeWindow: 60_000 } },
      // The address is the secret: no line of the log has it.
      logLevel: 'warn',
      schema: {
        tags,
        summary: 'Tenggat dan jadwal forum untuk program kalender, dengan alamat rahasia pemiliknya',
        params: z.object({ token: z.string().regex(/^[\w-]{43}$/, 'bukan alamat kalender') }),
      },
    },
    async (req, reply) =>
      reply
        .header('cache-control', 'private, max-age=3600')
        .header('x-robots-tag', 'noindex')
        .type('text/calendar; charset=utf-8')
        .send(accepted(await inSnapshot(db, (tx) => bacaLangganan(tx, req.params.token, clock())))),
  )
}
