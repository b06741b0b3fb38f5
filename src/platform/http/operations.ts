// What whoever runs the program looks at: is it alive, is it ready, how does it fare; the contract; is the ledger whole.
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import { type Check, ledgerCheck } from '../audit/check.ts'
import { ledgerState } from '../audit/ledger.ts'
import { type Db, one, sql } from '../db/database.ts'
import { refuse } from '../kernel/refusal.ts'
import { sendRefusal } from './problems.ts'
import type { App, Services } from './server.ts'

const tags = ['operasi']
const Damage = z.object({ office: z.string(), seq: z.string(), detail: z.string() })
const Anchor = z.object({ seq: z.string(), at: z.string() })
const Checked = z.object({
  baris: z.number(),
  sejakJangkar: z.number(),
  jangkar: Anchor.nullable(),
  pemeriksaan: z.object({
    keadaan: z.enum(['BELUM', 'BERJALAN', 'SELESAI', 'GAGAL']),
    mulai: z.string().nullable(),
    selesai: z.string().nullable(),
    terbaca: z.number(),
    hasil: z
      .object({
        baris: z.number(),
        kantor: z.number(),
        berkas: z.number(),
        kerusakan: z.array(Damage),
        terbuktiSampai: z.object({ anchor: z.string(), at: z.string() }).nullable(),
      })
      .nullable(),
  }),
})

export function routes(app: App, { db, files, clock }: Services): void {
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
  const check = ledgerCheck(db, files)
  app.get(
    '/api/audit/periksa',
    {
      config: { may },
      schema: { tags, summary: 'Keadaan rantai catatan dan pemeriksaan terakhirnya', response: { 200: Checked } },
    },
    async () => stateOf(db, check.seen()),
  )
  app.post(
    '/api/audit/periksa',
    {
      config: { may },
      schema: { tags, summary: 'Periksa rantai catatan dan semua berkas bukti, di latar', response: { 202: Checked } },
    },
    async (req, reply) => {
      check.start(clock, (error) => req.log.error({ err: error }, 'the ledger could not be checked'))
      reply.code(202)
      return stateOf(db, check.seen())
    },
  )
}

const stateOf = async (db: Db, pemeriksaan: Check) => {
  const { lines, since, anchor } = await ledgerState(db)
  return { baris: lines, sejakJangkar: since, jangkar: anchor, pemeriksaan }
}
