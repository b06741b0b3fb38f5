// What whoever runs the program looks at: is it alive, is it ready, how does it fare; the contract; the ledger.
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import { listLines } from '../audit/ledger.ts'
import { verifyLedger } from '../audit/verify.ts'
import { one, sql } from '../db/database.ts'
import { verifyFiles } from '../files/verify.ts'
import { refuse } from '../kernel/refusal.ts'
import { fromCursor, PageQuery, page, toPage } from './conventions.ts'
import { sendRefusal } from './problems.ts'
import type { App, Services } from './server.ts'

const tags = ['operasi']
const Line = z.object({
  office: z.string(),
  seq: z.string(),
  at: z.string(),
  actor: z.string(),
  act: z.string(),
  subject: z.string(),
  status: z.string().nullable(),
  note: z.string().nullable(),
  hash: z.string(),
})
const Damage = z.object({ office: z.string(), seq: z.string(), detail: z.string() })

export function routes(app: App, { db, files }: Services): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'selaras_http_seconds',
    help: 'Time of an answer by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
  })
  app.addHook('onResponse', async (req, reply) => {
    seconds.observe({ route: req.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  app.get(
    '/health/live',
    { config: { may: 'public' }, schema: { tags, response: { 200: z.object({ status: z.literal('ok') }) } } },
    () => ({ status: 'ok' as const }),
  )
  app.get('/health/ready', { config: { may: 'public' }, schema: { tags } }, async (_req, reply) => {
    try {
      await one(db, sql`select 1`)
      return { status: 'ok' }
    } catch {
      return sendRefusal(reply.code(503), refuse('PENYIMPANAN_GAGAL', 'Basis data tidak menjawab.')).code(503)
    }
  })
  app.get('/metrics', { config: { may: 'public' }, schema: { tags } }, async (_req, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
  app.get('/api/openapi.json', { config: { may: 'public' }, schema: { hide: true } }, () => app.swagger())

  const may = { act: 'audit.lihat' } as const
  app.get(
    '/api/audit',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Catatan perbuatan, terbaru dahulu',
        querystring: PageQuery.extend({ office: z.string().optional(), subject: z.string().optional() }),
        response: { 200: page(Line) },
      },
    },
    async (req) => {
      const { batas, kursor, office, subject } = req.query
      const key = fromCursor(kursor, 3, [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, /./, /^\d{1,18}$/])
      const before = key && { at: key[0]!, office: key[1]!, seq: key[2]! }
      return toPage(await listLines(db, { office, subject, before }, batas + 1), batas, (l) => [l.at, l.office, l.seq])
    },
  )
  app.get(
    '/api/audit/periksa',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Periksa rantai catatan dan semua berkas bukti',
        response: {
          200: z.object({
            baris: z.number(),
            kantor: z.number(),
            berkas: z.number(),
            kerusakan: z.array(Damage),
            terbuktiSampai: z.object({ anchor: z.string(), at: z.string() }).nullable(),
          }),
        },
      },
    },
    async () => {
      const ledger = await verifyLedger(db)
      const stored = await verifyFiles(db, files)
      return {
        baris: ledger.lines,
        kantor: ledger.offices,
        berkas: stored.files,
        kerusakan: [...ledger.damage, ...stored.damage],
        terbuktiSampai: ledger.provenUpTo,
      }
    },
  )
}
