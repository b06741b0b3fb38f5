import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { PUBLIK } from '../kernel/context.ts'
import { Refused, refuse } from '../kernel/refusal.ts'
import { Problem, STATUS } from './problems.ts'
import { type App, createServer, type ServerOptions } from './server.ts'

const EVERYBODY = { actorOf: async () => ({ id: 'uji', nama: 'Uji', peran: [] }), permits: async () => undefined }
const open = { may: 'public' } as const

async function server(more: Partial<ServerOptions> = {}): Promise<App> {
  const app = await createServer({ clock: () => new Date('2025-01-31T03:00:00Z'), gate: EVERYBODY, logLevel: 'silent', ...more })
  app.post(
    '/kirim',
    { config: open, schema: { body: z.object({ nama: z.string().min(1).max(20), umur: z.number().int().max(150) }) } },
    async () => ({ ya: true }),
  )
  app.get('/cari/:id', { config: open, schema: { params: z.object({ id: z.uuid() }) } }, async () => ({ ya: true }))
  app.get('/rusak', { config: open }, async () => {
    throw new Error('select password_hash from account: connection to 10.0.0.7 lost')
  })
  app.get('/tolak/:code', { config: open }, async (req) => {
    throw new Refused(
      refuse((req.params as { code: 'BENTROK' }).code, 'Tidak boleh.', {
        field: 'nama',
        rule: 'PK-01',
        also: [{ detail: 'Ini juga.' }],
      }),
    )
  })
  app.get('/milik', { config: { may: { act: 'uji.lihat' } } }, async (req) => ({ siapa: req.ctx.actor.id, hari: req.ctx.today }))
  return app
}
const app = await server()

type Call = { method?: 'GET' | 'POST' | 'DELETE' | 'PUT'; headers?: Record<string, string>; payload?: string | object }
async function problem(of: App, url: string, call: Call = {}) {
  const res = await of.inject({ method: 'GET', ...call, url })
  assert.match(String(res.headers['content-type']), /^application\/problem\+json/)
  const body = Problem.parse(res.json())
  assert.equal(body.status, res.statusCode)
  assert.ok(body.title && body.detail.endsWith('.') && body.instance)
  return body
}
const json = (payload: string): Call => ({ method: 'POST', headers: { 'content-type': 'application/json' }, payload })

for (const [code, status] of Object.entries(STATUS))
  test(`a refusal ${code} is a ${status} with title, detail, field and rule`, async () => {
    const body = await problem(app, `/tolak/${code}`)
    assert.deepEqual(
      [body.status, body.code, body.field, body.rule, body.also],
      [status, code, 'nama', 'PK-01', [{ detail: 'Ini juga.' }]],
    )
  })

test('a bad form names each wrong field in Indonesian', async () => {
  const body = await problem(app, '/kirim', json('{"nama":"","umur":1.5}'))
  assert.deepEqual([body.status, body.code, body.field], [400, 'TIDAK_VALID', 'nama'])
  assert.match(body.detail, /^Isian nama belum benar: /)
  assert.deepEqual(
    body.also!.map((a) => a.field),
    ['umur'],
  )
  assert.equal((await problem(app, '/cari/1')).field, 'id')
})

test('what is wrong is said with what is asked, in plain words', async () => {
  const said = async (body: object) => {
    const { detail, also = [] } = await problem(app, '/kirim', json(JSON.stringify(body)))
    return [detail, ...also.map((a) => a.detail)]
  }
  assert.deepEqual(await said({ nama: 'x'.repeat(10_000), umur: 151 }), [
    'Isian nama belum benar: paling banyak 20 huruf, terkirim 10.000; persingkat.',
    'paling besar 150',
  ])
  assert.deepEqual(await said({ umur: 'tua' }), ['Isian nama belum benar: belum diisi.', 'harus angka'])
})

test('what cannot be read is said in Indonesian: JSON, its length, its type, the address', async () => {
  const detail = async (url: string, call: Call) => {
    const { status, code, detail } = await problem(app, url, call)
    assert.deepEqual([status, code], [400, 'TIDAK_VALID'])
    return detail
  }
  assert.match(await detail('/kirim', json('{"nama":')), /bukan JSON/)
  assert.match(await detail('/kirim', json('{"__proto__":{"a":1}}')), /bukan JSON/)
  assert.match(await detail('/kirim', json('')), /kosong/)
  assert.match(await detail('/kirim', { method: 'POST', headers: { 'content-type': 'text/xml' }, payload: '<a/>' }), /Content-Type/)
  assert.match(await detail('/%E0%A4%A', {}), /rusak/)
  assert.match(await detail(`/cari/${'a'.repeat(400)}`, {}), /terlalu panjang/)
})

test('an unknown address, or a method that it does not know, is not found', async () => {
  const body = await problem(app, '/tak/ada?rahasia=1')
  assert.deepEqual([body.status, body.detail], [404, 'Alamat GET /tak/ada tidak ada.'])
  assert.equal((await problem(app, '/kirim', { method: 'DELETE' })).status, 404)
})

test('a body beyond the limit is refused before it is read', async () => {
  const body = await problem(app, '/kirim', json(JSON.stringify({ nama: 'a'.repeat(5 * 1024 * 1024), umur: 1 })))
  assert.deepEqual([body.status, body.code], [413, 'TERLALU_BESAR'])
})

test('whoever asks too often is told to wait, and how long', async () => {
  const strict = await server({ requestsPerMinute: 2 })
  for (let n = 0; n < 2; n++) assert.equal((await strict.inject('/milik')).statusCode, 200)
  const body = await problem(strict, '/milik')
  assert.deepEqual(
    [body.status, body.code, body.detail],
    [429, 'TERLALU_SERING', 'Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.'],
  )
  assert.equal((await strict.inject('/milik')).headers['retry-after'], '60')
})

test('a bug is a 500 with a number to name, and nothing from inside', async () => {
  const res = await app.inject('/rusak')
  const body = Problem.parse(res.json())
  assert.deepEqual([res.statusCode, body.code, body.title], [500, 'GALAT_PROGRAM', 'Galat program'])
  assert.ok(body.detail.includes(body.instance))
  assert.doesNotMatch(res.body, /select|password|10\.0\.0\.7|\.ts|node_modules|stack/)
})

test('a value that the database cannot hold is the sender’s to mend, not a bug', async () => {
  const holds = await server()
  holds.get('/simpan/:code', { config: open }, async (req) => {
    throw Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), {
      code: (req.params as { code: string }).code,
    })
  })
  for (const code of ['22021', '22P02', '22007', '22008', '22003'])
    assert.equal((await problem(holds, `/simpan/${code}`)).code, 'TIDAK_VALID')
  for (const code of ['23505', '42601', '22012']) assert.equal((await problem(holds, `/simpan/${code}`)).code, 'GALAT_PROGRAM')
})

test('a route without a permission cannot be registered', async () => {
  const bare = await server()
  assert.throws(() => bare.get('/lupa', async () => ({})), /GET \/lupa declares no permission/)
})

test('the server lists its routes with what they ask', async () => {
  assert.deepEqual(app.routesDeclared.find((r) => r.url === '/milik' && r.method === 'GET')?.may, { act: 'uji.lihat' })
  assert.ok(app.routesDeclared.some((r) => r.url === '/milik' && r.method === 'HEAD'))
})

test('a visitor is asked to sign in; a session without the role is refused; with it, the day in Jakarta is known', async () => {
  const visitor = await server({ gate: { ...EVERYBODY, actorOf: async () => PUBLIK } })
  assert.deepEqual([(await problem(visitor, '/milik')).status, (await problem(visitor, '/milik')).code], [401, 'BELUM_MASUK'])
  const stranger = await server({
    gate: { ...EVERYBODY, permits: async () => refuse('DILARANG', 'Tidak berwenang.', { rule: 'uji.lihat' }) },
  })
  assert.deepEqual([(await problem(stranger, '/milik')).status, (await problem(stranger, '/milik')).rule], [403, 'uji.lihat'])
  assert.deepEqual((await app.inject('/milik')).json(), { siapa: 'uji', hari: '2025-01-31' })
})

test('a change from another site is refused, from this site and from no browser it is taken', async () => {
  const from = async (origin: string | undefined, method: 'POST' | 'GET' = 'POST') => {
    const headers = { host: 'selaras.jakarta.go.id', 'content-type': 'application/json', ...(origin && { origin }) }
    const res = await app.inject({
      method,
      url: method === 'GET' ? '/milik' : '/kirim',
      headers,
      ...(method === 'POST' && { payload: { nama: 'a', umur: 1 } }),
    })
    return res.statusCode
  }
  assert.equal(await from('https://selaras.jakarta.go.id'), 200)
  assert.equal(await from(undefined), 200)
  for (const foreign of [
    'https://jahat.example',
    'null',
    'https://selaras.jakarta.go.id.jahat.example',
    'https://selaras.jakarta.go.id:8443',
    'x',
  ])
    assert.equal(await from(foreign), 403, foreign)
  assert.equal(await from('https://jahat.example', 'GET'), 200)
})

test('every answer forbids framing and guessing of types', async () => {
  const { headers } = await app.inject('/milik')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.match(String(headers['content-security-policy']), /default-src 'self'/)
  assert.match(String(headers['content-security-policy']), /frame-ancestors 'self'/)
})
