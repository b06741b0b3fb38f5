// The permission table through the HTTP API of the whole program: roles × units × routes. What is expected is reckoned
// here from the table and the codes of the units, not with the functions that the program uses.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { createApp } from '../app.ts'
import { PERAN, type Peran, WEWENANG } from '../peraturan/dki-jakarta/wewenang.ts'
import { inTransaction, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import type { DeclaredRoute, Services } from '../platform/http/server.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import { testSigning } from '../platform/signing/signing.testing.ts'
import { PROVINSI, withHolder, withUnits } from '../unit-kerja/contoh.testing.ts'

const NOW = new Date('2024-06-03T02:00:00Z')
const { db } = await freshDatabase(8)
const app = await createApp({ db, clock: () => NOW, signing: await testSigning() } as Services, {
  logLevel: 'silent',
  requestsPerMinute: 1_000_000,
})
await app.ready()

// Two Perangkat Daerah, in each an office for every role: heads at the top, the others in a part of it.
await withUnits(db, ...PROVINSI)
const UNITS = PROVINSI.map((u) => u.kode)
type Person = { readonly token: string; readonly peran: Peran; readonly unit: string }
const PEOPLE: Person[] = []
const bagian: Record<string, string> = { 'dki.jakpus': 'dki.jakpus.bag-ppk', 'dki.bkd': 'dki.bkd.bid-kinerja' }
for (const unit of Object.keys(bagian))
  for (const peran of PERAN.filter((p) => p !== 'ADMINISTRATOR')) {
    const id = `${peran}-${unit}`.toLowerCase().replaceAll('_', '-')
    await withHolder(db, id, peran === 'KEPALA_PD' ? unit : bagian[unit]!, [peran])
    PEOPLE.push({ token: await session(id, id), peran, unit })
  }
PEOPLE.push({ token: await session('admin', null), peran: 'ADMINISTRATOR', unit: 'sistem' })

/** An open session; how one comes to it is tested in routes.test.ts. */
async function session(username: string, pegawai: string | null): Promise<string> {
  const id = randomUUID()
  await sql`insert into account (id, username, nama, pegawai_id, administrator, password_hash, must_change_password, created_at)
    values (${id}, ${username}, ${username}, ${pegawai}, ${pegawai === null}, '-', false, ${NOW})`.execute(db)
  await sql`insert into session values (${sha256(username)}, ${id}, ${NOW}, ${new Date('2024-06-03T13:00:00Z')}, ${NOW})`.execute(
    db,
  )
  return username
}

/** The table and the codes say so: SEMUA, or the role's own unit commands the unit that is touched. */
function mayBeDone({ peran, unit: own }: Person, act: string, touched: string | undefined): boolean {
  const below = touched !== undefined && (touched === own || touched.startsWith(`${own}.`))
  return WEWENANG.some((w) => w.act === act && w.peran === peran && (w.lingkup === 'SEMUA' || below))
}

// A request that the route's own schema takes, so that the answer is about permission and not about the form.
const WORDS = ['uji', 'UJI', 'a', '1', '2024', '2024-TW2', '2024-01-01', randomUUID(), 'a'.repeat(64), 'dki']
type JsonSchema = z.core.JSONSchema._JSONSchema
function sample(schema: JsonSchema, name: string, unit: string): unknown {
  if (typeof schema === 'boolean') return 'uji'
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const one = schema.anyOf ?? schema.oneOf
  if (one) return sample(one[0]!, name, unit)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sample(part, name, unit)))
  switch ([schema.type].flat()[0]) {
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, name.startsWith('tahun') ? 2024 : 1)
    case 'boolean':
      return true
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items as JsonSchema, name, unit))
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, sample(schema.properties![key]!, key, unit)]))
    default:
      // Who issues for all is the office that is asked for.
      if (name === 'unit' || name === 'pemilik') return unit
      if (/dari|sampai|mulai|berakhir|batas|tanggal/i.test(name) && !schema.pattern) return '2024-01-01'
      return (
        WORDS.find(
          (word) => (!schema.pattern || new RegExp(schema.pattern).test(word)) && (name !== 'periode' || word === '2024-TW2'),
        ) ?? 'uji'
      )
  }
}
/** Where a rule that the JSON schema cannot show asks for more. */
const MORE: Readonly<Record<string, object>> = { 'PUT /api/anggaran/:unit/:tahun/dpa': { disahkan: '2024-01-02' } }

type Request = {
  readonly params: Record<string, string>
  readonly query: Record<string, string>
  readonly body: object | undefined
}
function requestFor(route: DeclaredRoute, unit: string): Request {
  const part = (name: 'params' | 'querystring' | 'body') => {
    const schema = route.schema?.[name] as z.ZodType | undefined
    if (!schema) return undefined
    const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    const value = { ...(sample(shape, '', unit) as object), ...(name === 'body' && MORE[`${route.method} ${route.url}`]) }
    const issues = schema.safeParse(value).error?.issues
    assert.equal(
      issues,
      undefined,
      `${route.method} ${route.url}: no ${name} that its schema takes: ${JSON.stringify([value, issues])}; add it to MORE`,
    )
    return value
  }
  const texts = (value: object | undefined) => Object.fromEntries(Object.entries(value ?? {}).map(([k, v]) => [k, String(v)]))
  return { params: texts(part('params')), query: texts(part('querystring')), body: part('body') }
}
async function send(route: DeclaredRoute, { params, query, body }: Request, token?: string) {
  const url = route.url.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? 'uji'))
  const method = route.method as 'GET'
  const headers = { 'if-match': '"0"' }
  const res = await app.inject({ method, url, query, payload: body, headers, cookies: token ? { selaras_sesi: token } : {} })
  return { status: res.statusCode, text: `${method} ${url} ${token}: ${res.statusCode} ${res.body}` }
}

const routes = app.routesDeclared
const asking = routes.flatMap((route) => (typeof route.may === 'object' ? [{ route, may: route.may }] : []))

test('every route of the program declares its permission; the public ones are few, and known by name', () => {
  assert.ok(routes.length > 100 && routes.every((r) => r.may !== undefined))
  const open = routes
    .filter((r) => r.may === 'public' && r.url.startsWith('/api') && r.method !== 'HEAD')
    .map((r) => `${r.method} ${r.url}`)
  assert.deepEqual(
    open.filter((r) => !r.startsWith('GET /api/publik/')),
    // A signed PDF is checked in memory by whoever holds it; that it stores nothing is tested with the signatures.
    [
      'GET /api/openapi.json',
      'POST /api/sesi',
      'POST /api/sesi/kunci-sandi/masuk/permintaan',
      'POST /api/sesi/kunci-sandi/masuk',
      'GET /api/langganan-kalender/:token.ics',
      'POST /api/publik/verifikasi',
    ],
  ) // prettier-ignore
  const posted = new Set([
    '/api/sesi',
    '/api/sesi/kunci-sandi/masuk/permintaan',
    '/api/sesi/kunci-sandi/masuk',
    '/api/publik/verifikasi',
  ])
  assert.ok(routes.every((r) => r.may !== 'public' || ['GET', 'HEAD'].includes(r.method) || posted.has(r.url)))
})

test('every act that a route asks for is in the table', () => {
  const known = new Set(WEWENANG.map((w) => w.act))
  assert.deepEqual(
    asking.filter(({ may }) => !known.has(may.act)).map(({ may }) => may.act),
    [],
  ) // prettier-ignore
})

test('a visitor, and a token that is nobody’s, is refused with 401 by every route that is not public', async () => {
  for (const route of routes.filter((r) => r.may !== 'public'))
    for (const token of [undefined, 'karangan']) {
      const { status, text } = await send(route, { params: {}, query: {}, body: undefined }, token)
      assert.equal(status, 401, text)
    }
})

type Asking = (typeof asking)[number]
const touchedBy = ({ may }: Asking, request: Request) => may.unit?.(request as unknown as FastifyRequest)
async function keepsTheTable(person: Person, unit: string, asked: Asking): Promise<void> {
  const request = requestFor(asked.route, unit)
  const touched = touchedBy(asked, request)
  assert.ok(touched === undefined || touched === unit, `${asked.route.url} asks about ${touched}`)
  const { status, text } = await send(asked.route, request, person.token)
  if (mayBeDone(person, asked.may.act, touched)) assert.ok(status !== 401 && status !== 403 && status < 500, text)
  else assert.equal(status, 403, text)
}

test('every route opens for somebody and refuses somebody', async () => {
  const pairs = PEOPLE.flatMap((person) => UNITS.map((unit) => ({ person, unit })))
  for (const asked of asking)
    for (const open of [true, false]) {
      const pair = pairs.find(
        ({ person, unit }) => mayBeDone(person, asked.may.act, touchedBy(asked, requestFor(asked.route, unit))) === open,
      )
      assert.ok(pair, `nobody ${open ? 'may' : 'is refused'}: ${asked.may.act}`)
      await keepsTheTable(pair.person, pair.unit, asked)
    }
})

test('a route lets through exactly whom the table names, for exactly the units in reach', async () => {
  const anybody = fc.constantFrom(...PEOPLE)
  const anything = fc.asyncProperty(anybody, fc.constantFrom(...UNITS), fc.constantFrom(...asking), keepsTheTable)
  await fc.assert(anything, { seed: 57, numRuns: 1200, endOnFailure: true })
})

test('a unit that nobody knows is not found, whoever asks', async () => {
  for (const { route, may } of asking.filter((a) => a.may.unit)) {
    const { status, text } = await send(
      route,
      requestFor(route, 'dki.tiada'),
      PEOPLE.find((p) => mayBeDone(p, may.act, 'dki.bkd.x'))!.token,
    )
    assert.equal(status, 404, text)
  }
})

/** Writes below a paper that are not its drafting, by the end of their address. */
const ACT_OF: Readonly<Record<string, string>> = { langkah: 'langkah', nomor: 'nomori' }

test('drafts, whose unit only the database knows: read by the office and reviewers, written by the office, for others they are not there', async () => {
  const papers = [
    ['perjanjian-kinerja', 'perjanjian_kinerja'],
    ['rencana-aksi', 'rencana_aksi'],
  ] as const // prettier-ignore
  for (const [room, table] of papers)
    for (const unit of Object.keys(bagian)) {
      const id = randomUUID()
      const form = room === 'perjanjian-kinerja' ? [sql`, bentuk`, sql`, 'DKI_2023'`] : [sql``, sql``]
      await inTransaction(db, (tx) =>
        sql`insert into ${sql.id(table)} (id, unit, tahun, versi, status, asal${form[0]}) values (${id}, ${unit}, 2030, 1, 'DRAFT', 'SISTEM'${form[1]})`.execute(
          tx,
        ),
      ) // prettier-ignore
      for (const route of routes.filter((r) => r.url.startsWith(`/api/${room}/:id`) && r.method !== 'HEAD'))
        for (const person of PEOPLE) {
          const request = requestFor(route, unit)
          const { status, text } = await send(route, { ...request, params: { ...request.params, id } }, person.token)
          const reads = mayBeDone(person, `${room}.lihat-draf`, unit)
          if (route.method === 'GET') assert.equal(status, reads ? 200 : 404, text)
          else if (mayBeDone(person, `${room}.${ACT_OF[route.url.split('/').at(-1)!] ?? 'susun'}`, unit))
            assert.ok(status !== 403 && status !== 401 && status < 500, text)
          else assert.ok(status === 403 || (status === 404 && !reads), text)
        }
    }
})

test('a list shows no draft of another office', async () => {
  for (const person of PEOPLE)
    for (const room of ['perjanjian-kinerja', 'rencana-aksi']) {
      const res = await app.inject({ url: `/api/${room}?batas=200`, cookies: { selaras_sesi: person.token } })
      const drafts = (res.json().isi as { unit: string; status: string }[]).filter((p) => p.status === 'DRAFT')
      assert.ok(
        drafts.every((p) => mayBeDone(person, `${room}.lihat-draf`, p.unit)),
        `${person.token} ${res.body}`,
      ) // prettier-ignore
      assert.ok(person.peran === 'ADMINISTRATOR' || person.peran === 'PEMILIK_DATA' || drafts.length > 0, person.token)
    }
})
