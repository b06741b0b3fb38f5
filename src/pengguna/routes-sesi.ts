// HTTP: signing in, by password or by passkey, and out; who one is; one's own password.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App, Services } from '../platform/http/server.ts'
import { PUBLIK } from '../platform/kernel/context.ts'
import { PasskeyAnswer } from '../platform/kernel/passkey.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import * as commands from './commands.ts'
import { askToSignIn, signInByPasskey } from './commands-kunci-sandi.ts'
import { Permintaan } from './kunci-sandi.ts'
import { siteOf } from './passkey.ts'
import * as queries from './queries.ts'

export const COOKIE = 'selaras_sesi'
const tags = ['pengguna']
const sometimes = { max: 30, timeWindow: 60_000 }

const Me = z.object({
  id: z.string(),
  username: z.string(),
  nama: z.string(),
  gantiSandi: z.boolean(),
  peran: z.array(z.object({ peran: z.string(), unit: z.string() })),
})

export function routes(app: App, { db, clock, signing }: Services): void {
  const me = async (token: string) => {
    const { actor, username, mustChangePassword } = accepted(await queries.sessionOf(db, token, clock()))
    return { id: actor.id, username, nama: actor.nama, gantiSandi: mustChangePassword, peran: [...actor.peran] }
  }
  const cookie = (req: FastifyRequest, reply: FastifyReply, token: string, expires: Date) =>
    reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: req.protocol === 'https', expires })

  app.post(
    '/api/sesi',
    {
      config: { may: 'public', rateLimit: sometimes },
      schema: {
        tags,
        summary: 'Masuk',
        body: z.object({ username: z.string().max(100), password: z.string().max(300) }),
        response: { 200: Me },
      },
    },
    async (req, reply) => {
      const { token, expires } = accepted(
        await commands.signIn(db, { ...req.ctx, actor: PUBLIK }, req.body.username, req.body.password),
      )
      cookie(req, reply, token, expires)
      return me(token)
    },
  )
  app.get(
    '/api/sesi',
    {
      config: { may: 'signed-in', beforePasswordChange: true },
      schema: { tags, summary: 'Siapa saya dan peran hari ini', response: { 200: Me } },
    },
    (req) => me(req.cookies[COOKIE]!),
  )
  app.delete(
    '/api/sesi',
    { config: { may: 'signed-in', beforePasswordChange: true }, schema: { tags, summary: 'Keluar', response: { 204: z.null() } } },
    async (req, reply) => {
      await commands.signOut(db, req.ctx, req.cookies[COOKIE]!)
      reply.clearCookie(COOKIE, { path: '/' }).code(204)
      return null
    },
  )
  app.put(
    '/api/sesi/sandi',
    {
      config: { may: 'signed-in', beforePasswordChange: true, rateLimit: sometimes },
      schema: {
        tags,
        summary: 'Ganti kata sandi sendiri',
        body: z.object({ lama: z.string().max(300), baru: z.string().max(300) }),
        response: { 200: Me },
      },
    },
    async (req) => {
      const token = req.cookies[COOKIE]!
      const { username } = await me(token)
      accepted(await commands.changePassword(db, req.ctx, username, req.body.lama, req.body.baru, token))
      return me(token)
    },
  )
  app.post(
    '/api/sesi/kunci-sandi/masuk/permintaan',
    {
      config: { may: 'public', rateLimit: sometimes },
      schema: { tags, summary: 'Minta masuk dengan kunci sandi', response: { 200: Permintaan } },
    },
    (req) => askToSignIn(db, siteOf(signing.address), { ...req.ctx, actor: PUBLIK }),
  )
  app.post(
    '/api/sesi/kunci-sandi/masuk',
    {
      config: { may: 'public', rateLimit: sometimes },
      schema: { tags, summary: 'Masuk dengan kunci sandi', body: z.object({ jawaban: PasskeyAnswer }), response: { 200: Me } },
    },
    async (req, reply) => {
      const { token, expires } = accepted(
        await signInByPasskey(db, siteOf(signing.address), { ...req.ctx, actor: PUBLIK }, req.body.jawaban),
      )
      cookie(req, reply, token, expires)
      return me(token)
    },
  )
}
