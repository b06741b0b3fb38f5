// Whoever tries what he may not do is refused with a sentence, changes nothing, and is seen in the trail.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { example } from '../src/impor/contoh.testing.ts'
import { draftPk } from '../src/perjanjian-kinerja/contoh.testing.ts'
import { verifyLedger } from '../src/platform/audit/verify.ts'
import { many, sql } from '../src/platform/db/database.ts'

const { person, db } = await example()
const [clerk, head, mayor] = await Promise.all(['penyusun.bkd', 'kepala.bkd', 'walikota.jakpus'].map(person))
const id = await draftPk(
  async (method, url, body, version) => (await clerk!.send(method, url, body, version)).body,
  'dki.bkd',
  2026,
  ['MR', 'KOMBEL'],
)
const pk = `/api/perjanjian-kinerja/${id}`
type Tried = { actor: string; subject: string; status: string; note: string | null; detail: string }
const tried = () =>
  many(db, sql<Tried>`select actor, subject, status, note, detail from ledger where act = 'sistem.tolak' order by at, seq`)
const version = async () => (await head!.get(`${pk}/langkah`)).body.version as number

test('a step of an office that is not his, a state that is jumped, a password that is wrong: each leaves its line', async () => {
  const foreign = await mayor!.send('POST', `${pk}/langkah`, { act: 'ajukan' }, await version())
  const jumped = await head!.send(
    'POST',
    `${pk}/langkah`,
    { act: 'tanda-tangan', bukti: { sandi: 'rahasia-salah' } },
    await version(),
  )
  assert.ok(foreign.status >= 400 && jumped.status >= 400)
  const lines = await tried()
  assert.deepEqual(
    lines.map((l) => [l.subject, l.status]),
    [
      [`${pk}/langkah`, foreign.body.code],
      [`${pk}/langkah`, jumped.body.code],
    ],
  )
  assert.equal(new Set(lines.map((l) => l.actor)).size, 2)
  assert.doesNotMatch(JSON.stringify(lines), /rahasia-salah/)
})

test('a cell of a sealed paper, and an act outside his roles, leave theirs; what is only typed wrongly, or read, leaves none', async () => {
  const before = (await tried()).length
  const [sealed] = (await clerk!.get('/api/perjanjian-kinerja?unit=dki.bkd&tahun=2025')).body.isi
  const [sasaran] = (await clerk!.get(`/api/perjanjian-kinerja/${sealed.id}`)).body.sasaran
  const cell = `/api/perjanjian-kinerja/${sealed.id}/sasaran/${sasaran.id}`
  const change = { urutan: 1, nomor: '1', kelompok: sasaran.kelompok, uraian: 'Diubah diam-diam' }
  assert.equal((await clerk!.send('PUT', cell, change, sasaran.version)).status, 423)
  assert.equal((await clerk!.send('POST', '/api/perjanjian-kinerja', { unit: 'dki.jakpus', tahun: 2026 })).status, 403)
  assert.equal((await clerk!.send('POST', '/api/perjanjian-kinerja', { unit: 'dki.bkd' })).status, 400)
  assert.equal((await clerk!.get('/api/audit')).status, 403)
  assert.deepEqual(
    (await tried()).slice(before).map((l) => [l.subject, l.status]),
    [
      [cell, 'TERSEGEL'],
      ['/api/perjanjian-kinerja', 'DILARANG'],
    ],
  )
  assert.deepEqual((await verifyLedger(db)).damage, [])
})

test('many signatures with a wrong password, or one among them that may not be, leave theirs too', async () => {
  const before = (await tried()).length
  const naskah = [{ jenis: 'perjanjian-kinerja', id, version: await version() }]
  const wrong = await head!.send('POST', '/api/tanda-tangan', { naskah, bukti: { sandi: 'rahasia-salah' } })
  assert.equal(wrong.status, 400)
  assert.equal((await head!.send('POST', '/api/tanda-tangan', { naskah, bukti: { sandi: 'selaras-contoh' } })).status, 202)
  const progress = async () => (await head!.get('/api/tanda-tangan/kemajuan')).body.berkelompok
  while ((await progress()).selesai === null) await setTimeout(20)
  assert.equal((await progress()).butir[0].keadaan, 'DITOLAK')
  const lines = (await tried()).slice(before)
  assert.deepEqual(
    lines.map((l) => l.subject),
    ['/api/tanda-tangan', `${pk}/langkah`],
  )
  assert.doesNotMatch(JSON.stringify(lines), /rahasia-salah|selaras-contoh/)
})

test('a key that is used for another request is nobody trying something', async () => {
  const key = { 'idempotency-key': 'kunci-yang-sama' }
  const first = await head!.send('POST', `${pk}/langkah`, { act: 'publikasi' }, await version(), key)
  assert.ok(first.status >= 400)
  const before = (await tried()).length
  const other = await head!.send('POST', `${pk}/langkah`, { act: 'ajukan' }, await version(), key)
  assert.deepEqual([other.status, other.body.field], [409, 'Idempotency-Key'])
  assert.equal((await tried()).length, before)
})
