import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import type { Document } from '../documents/blocks.ts'
import { FormatQuery, routes, sendDocument } from './download.ts'
import { createServer } from './server.ts'

const KUNCI = 'kunci-yang-cukup-panjang'
const paper: Document = {
  title: 'Uji <b>/..',
  language: 'id',
  author: 'Uji',
  timestamp: '2025-01-31T05:00:00.000Z',
  footer: 'Uji',
  sections: [{ name: 'Uji', orientation: 'portrait', blocks: [{ kind: 'paragraph', text: 'isi' }] }],
}
/** What the route of the test reads; it may keep the request waiting. */
let read = async (): Promise<Document> => paper
const app = await createServer({
  clock: () => new Date('2025-01-31T05:00:00Z'),
  gate: {
    actorOf: async (req) => ({ id: String(req.headers['x-uji']), nama: 'Uji', peran: [] }),
    permits: async () => undefined,
  },
  logLevel: 'silent',
})
routes(app)
app.get('/uji/dokumen', { config: { may: 'signed-in' }, schema: { querystring: FormatQuery } }, (req, reply) =>
  sendDocument(req, reply, req.query, () => read()),
)
after(() => app.close())
const ask = (url: string, who = 'a') => app.inject({ url, headers: { 'x-uji': who } })
const stage = async (who?: string) => {
  const res = await ask(`/api/unduhan/${KUNCI}`, who)
  return res.statusCode === 200 ? res.json().tahap : res.json().code
}

test('how far a document is, is told to who asked for it, while it is made', async () => {
  const [begun, ready] = [Promise.withResolvers<void>(), Promise.withResolvers<Document>()]
  read = () => {
    begun.resolve()
    return ready.promise
  }
  assert.equal(await stage(), 'TIDAK_DITEMUKAN')
  const answer = ask(`/uji/dokumen?format=html&kunci=${KUNCI}`).then((res) => res)
  await begun.promise
  assert.deepEqual([await stage(), await stage('b')], ['MEMBACA', 'TIDAK_DITEMUKAN'])
  ready.resolve(paper)
  const res = await answer
  assert.equal(res.headers['content-disposition'], "attachment; filename*=UTF-8''Uji%20b.html")
  assert.match(String(res.headers['content-security-policy']), /default-src 'none'.*sandbox/)
  assert.equal(await stage(), 'TIDAK_DITEMUKAN')
})

test('a key that could not be drawn by chance is refused', async () => {
  assert.equal((await ask('/uji/dokumen?kunci=1')).statusCode, 400)
  assert.equal((await ask('/api/unduhan/..%2f..')).statusCode, 400)
})

test('when who asked goes away, nothing more is made for them', async () => {
  const [begun, ready] = [Promise.withResolvers<void>(), Promise.withResolvers<Document>()]
  read = () => {
    begun.resolve()
    return ready.promise
  }
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const gone = new AbortController()
  const closed = once(app.server, 'connection').then(([socket]) => once(socket, 'close'))
  const asking = fetch(`${address}/uji/dokumen?kunci=${KUNCI}`, { signal: gone.signal, headers: { 'x-uji': 'a' } })
  await begun.promise
  gone.abort()
  await assert.rejects(asking, { name: 'AbortError' })
  await closed
  assert.equal(await stage(), 'MEMBACA')
  ready.resolve(paper)
  await ready.promise
  await new Promise(setImmediate)
  assert.equal(await stage(), 'TIDAK_DITEMUKAN')
})
