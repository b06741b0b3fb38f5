// HTTP: signing in and out, one's own password, and the administration of accounts.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { fromCursor, PageQuery, page, toPage } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { PUBLIK } from '../platform/kernel/context.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import * as commands from './commands.ts'
import { NewAccount, Username } from './pengguna.ts'
import * as queries from './queries.ts'

export const COOKIE = 'selaras_sesi'
const tags = ['pengguna']

const Me = z.object({
  id: z.string(),
  username: z.string(),
  nama: z.string(),
  gantiSandi: z.boolean(),
  peran: z.array(z.object({ peran: z.string(), unit: z.string() })),
})
const Account = z.object({
  username: z.string(),
  nama: z.string(),
  pegawai: z.string().nullable(),
  administrator: z.boolean(),
  aktif: z.boolean(),
  terkunciSampai: z.string().nullable(),
})

export function routes(app: App, { db, clock }: Services): void {
  const me = async (token: string) => {
    const { actor, username, mustChangePassword } = accepted(await queries.sessionOf(db, token, clock()))
    return { id: actor.id, username, nama: actor.nama, gantiSandi: mustChangePassword, peran: [...actor.peran] }
  }
  const cookie = (req: FastifyRequest, reply: FastifyReply, token: string, expires: Date) =>
    reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: req.protocol === 'https', expires })

  app.post(
    '/api/sesi',
    {
      config: { may: 'public', rateLimit: { max: 30, timeWindow: 60_000 } },
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
      config: { may: 'signed-in', beforePasswordChange: true, rateLimit: { max: 30, timeWindow: 60_000 } },
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

  const kelola = { may: { act: 'pengguna.kelola' } } as const
  app.get(
    '/api/pengguna',
    { config: kelola, schema: { tags, summary: 'Daftar akun', querystring: PageQuery, response: { 200: page(Account) } } },
    async (req) => {
      const { batas, kursor } = req.query
      const rows = await queries.listAccounts(db, fromCursor(kursor, 1)?.[0], batas + 1)
      const accounts = rows.map((a) => ({
        username: a.username,
        nama: a.nama,
        pegawai: a.pegawai_id,
        administrator: a.administrator,
        aktif: a.active,
        terkunciSampai: a.locked_until,
      }))
      return toPage(accounts, batas, (a) => [a.username])
    },
  )
  app.post(
    '/api/pengguna',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Buat akun; kata sandi sekali pakai hanya tampil di sini',
        body: NewAccount,
        response: { 201: z.object({ id: z.string(), password: z.string() }) },
      },
    },
    async (req, reply) => {
      reply.code(201)
      return accepted(await commands.createAccount(db, req.ctx, req.body))
    },
  )
  const ByName = z.object({ username: Username })
  app.post(
    '/api/pengguna/:username/atur-ulang',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Beri kata sandi sekali pakai baru',
        params: ByName,
        response: { 200: z.object({ password: z.string() }) },
      },
    },
    async (req) => accepted(await commands.resetPassword(db, req.ctx, req.params.username)),
  )
  app.put(
    '/api/pengguna/:username/aktif',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Aktifkan atau nonaktifkan akun',
        params: ByName,
        body: z.object({ aktif: z.boolean() }),
        response: { 200: z.object({ username: z.string() }) },
      },
    },
    async (req) => accepted(await inTransaction(db, (tx) => commands.setActive(tx, req.ctx, req.params.username, req.body.aktif))),
  )
}
