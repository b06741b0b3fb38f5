import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { PUBLIK } from '../kernel/context.ts'
import { createServer } from './server.ts'
import { serveClient } from './static.ts'
import { routes as welcome } from './welcome.ts'

const built = mkdtempSync(join(tmpdir(), 'selaras-dist-'))
mkdirSync(join(built, 'aset'))
writeFileSync(join(built, 'index.html'), '<!doctype html><title>Selaras</title><div id="selaras"></div>')
writeFileSync(
  join(built, 'alamat.json'),
  JSON.stringify([
    { alamat: '/', berkas: [], data: [] },
    {
      alamat: '/capaian/:unit/:tahun',
      berkas: ['aset/capaian-1a2b.js', 'aset/capaian-3c4d.css'],
      data: ['/api/capaian/:unit/tahun/:tahun'],
    },
  ]),
)
writeFileSync(join(built, 'aset', 'main-1a2b3c4d.js'), 'void 0')
writeFileSync(join(built, '.built'), 'x')

async function server(folder: string) {
  const app = await createServer({
    clock: () => new Date('2025-01-31T00:00:00Z'),
    gate: { actorOf: async () => PUBLIK, permits: async () => undefined },
    logLevel: 'silent',
  })
  welcome(app)
  const served = await serveClient(app, folder)
  return { app, served }
}
const html = { accept: 'text/html,application/xhtml+xml' }

test('a link into the program opens the client, fresh each time', async () => {
  const { app, served } = await server(built)
  assert.equal(served, true)
  for (const url of ['/', '/?x=1', '/capaian/dki.jakpus/2024?jelaskan=IKL.2024']) {
    const res = await app.inject({ url, headers: html })
    assert.deepEqual([res.statusCode, res.headers['cache-control']], [200, 'no-cache'], url)
    assert.match(res.body, /id="selaras"/)
  }
})

test('who has signed in is told at once what the page will ask for; nobody else is', async () => {
  const { app } = await server(built)
  const url = '/capaian/dki.jakpus%3E,/2024'
  assert.equal((await app.inject({ url, headers: html })).headers.link, undefined)
  const { headers } = await app.inject({ url, headers: { ...html, cookie: 'selaras_sesi=x' } })
  assert.deepEqual(String(headers.link).split(', '), [
    '</aset/capaian-1a2b.js>; rel=modulepreload; crossorigin',
    '</aset/capaian-3c4d.css>; rel=preload; as=style; crossorigin',
    '</api/capaian/dki.jakpus%3E%2C/tahun/2024>; rel=preload; as=fetch; crossorigin=anonymous',
  ])
})

test('its files are kept for ever', async () => {
  const { app } = await server(built)
  const res = await app.inject('/aset/main-1a2b3c4d.js')
  assert.equal(res.statusCode, 200)
  assert.match(String(res.headers['cache-control']), /immutable/)
})

test('nothing outside its files is served', async () => {
  const { app } = await server(built)
  for (const url of [
    '/aset/../index.html',
    '/aset/%2e%2e/.built',
    '/aset/..%2f.built',
    '/aset/tidak-ada.js',
    '/.built',
    '/alamat.json',
  ])
    assert.ok([400, 404].includes((await app.inject(url)).statusCode), url)
})

test('a person at an unknown address gets the page that helps, a program its problem', async () => {
  const { app } = await server(built)
  const person = await app.inject({ url: '/entah/apa', headers: html })
  assert.deepEqual([person.statusCode, /id="selaras"/.test(person.body)], [404, true])
  for (const call of [
    { url: '/entah/apa' },
    { url: '/api/entah', headers: html },
    { url: '/entah', headers: html, method: 'POST' as const },
  ]) {
    const res = await app.inject(call)
    assert.deepEqual(
      [res.statusCode, String(res.headers['content-type']).split(';')[0]],
      [404, 'application/problem+json'],
      call.url,
    )
  }
})

test('without a build the first page stays', async () => {
  const { app, served } = await server(join(built, 'belum-ada'))
  assert.equal(served, false)
  assert.match((await app.inject('/')).body, /<h1>Selaras<\/h1>/)
})
