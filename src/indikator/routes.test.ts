// The dictionary over HTTP: who may, which version, which page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Gate, type Services } from '../platform/http/server.ts'
import { contextAt, SISTEM } from '../platform/kernel/context.ts'
import { refuse } from '../platform/kernel/refusal.ts'
import { createUnit } from '../unit-kerja/commands.ts'
import { UnitKerja } from '../unit-kerja/unit-kerja.ts'
import { importHasilTahunan } from './commands.ts'
import { HasilTahunanFile } from './indikator.ts'
import { routes } from './routes.ts'

const clock = () => new Date('2025-06-01T00:00:00Z')
const gate: Gate = {
  actorOf: async () => ({ id: 'ani', nama: 'Ani', peran: [] }),
  permits: async (_ctx, act, unit) =>
    act === 'indikator.ubah' && unit === 'dki' ? undefined : refuse('DILARANG', `${act} pada ${unit} tidak boleh.`),
}
const { db } = await freshDatabase()
const app = await createServer({ clock, gate, logLevel: 'silent' })
routes(app, { db, clock } as Services)
await app.ready()
const ctx = contextAt(clock(), SISTEM)
await inTransaction(db, async (tx) => {
  for (const kode of ['dki', 'dki-lain'])
    await createUnit(tx, ctx, UnitKerja.parse({ kode, jenis: 'BADAN', nama: kode, berlakuDari: '2020-01-01' }))
})

const versi = {
  berlakuDari: '2024-01-01',
  nama: 'Indeks Kepuasan Masyarakat',
  definisi: 'Tingkat kepuasan.',
  caraUkur: 'Survei.',
  satuan: 'Nilai',
  jenisNilai: 'ANGKA',
  polaritas: 'MAKSIMAL',
  agregasi: 'RATA_RATA',
  sumberData: 'JakSurvei',
  iku: true,
}
const post = (url: string, payload: object, version?: number) =>
  app.inject({ method: 'POST', url, payload, headers: version === undefined ? {} : { 'if-match': `"${version}"` } })

test('an office adds to its own dictionary only', async () => {
  assert.equal((await post('/api/indikator', { unit: 'dki', kode: 'IKM', versi })).statusCode, 201)
  assert.equal((await post('/api/indikator', { unit: 'dki-lain', kode: 'IKM', versi })).statusCode, 403)
  const twice = await post('/api/indikator', { unit: 'dki', kode: 'IKM', versi })
  assert.deepEqual([twice.statusCode, twice.json().code], [409, 'BENTROK'])
})

test('a formula that cannot be read is answered with its place', async () => {
  const answer = await post('/api/indikator', { unit: 'dki', kode: 'RUSAK', versi: { ...versi, rumus: 'a + + )' } })
  assert.deepEqual([answer.statusCode, answer.json().field, answer.json().rule], [422, 'versi.rumus', 'IND-04'])
  assert.match(answer.json().detail, /baris 1, kolom/)
})

test('a version is added with If-Match, and read by its day', async () => {
  const next = { ...versi, berlakuDari: '2025-01-01', rumus: 'SUM(nilai)' }
  assert.equal((await post('/api/indikator/dki/IKM/versi', next)).statusCode, 428)
  const added = await post('/api/indikator/dki/IKM/versi', next, 1)
  assert.deepEqual([added.statusCode, added.headers.etag], [201, '"2"'])
  const stale = await post('/api/indikator/dki/IKM/versi', { ...next, berlakuDari: '2026-01-01' }, 1)
  assert.deepEqual([stale.statusCode, stale.json().current.length, stale.json().sent.berlakuDari], [412, 2, '2026-01-01'])

  const all = await app.inject('/api/indikator/dki/IKM')
  assert.deepEqual([all.headers.etag, all.json().versi.length], ['"2"', 2])
  const then = await app.inject('/api/indikator/dki/IKM?berlaku=2024-06-30')
  assert.deepEqual(
    then.json().versi.map((v: { versi: number; berlakuSampai: string }) => [v.versi, v.berlakuSampai]),
    [[1, '2024-12-31']],
  )
  assert.equal((await app.inject('/api/indikator/dki/TIADA')).statusCode, 404)
})

test('the dictionary is read page by page', async () => {
  for (const kode of ['A', 'B', 'C']) await post('/api/indikator', { unit: 'dki', kode, versi: { ...versi, iku: false } })
  const first = (await app.inject('/api/indikator?unit=dki&batas=3')).json()
  const second = (await app.inject(`/api/indikator?unit=dki&batas=3&kursor=${first.lanjut}`)).json()
  assert.deepEqual(
    [...first.isi, ...second.isi].map((v: { kode: string }) => v.kode),
    ['A', 'B', 'C', 'IKM'],
  )
  assert.equal(second.lanjut, null)
  assert.deepEqual(
    (await app.inject('/api/indikator?iku=true')).json().isi.map((v: { kode: string }) => v.kode),
    ['IKM'],
  )
  assert.equal(
    (await app.inject(`/api/indikator?kursor=${Buffer.from('["dki","A","kemarin"]').toString('base64url')}`)).statusCode,
    400,
  )
})

test('another printing is chosen with a reason and the version that was seen', async () => {
  const hasil = ['93.93', '87.3'].map((nilai, i) => ({ indikator: 'IKM', tahun: 2024, target: { nilai }, baris: i + 1 }))
  await inTransaction(db, (tx) =>
    importHasilTahunan(tx, ctx, HasilTahunanFile.parse({ skema: 'selaras/hasil-tahunan/1', berkas: 'a.txt', unit: 'dki', hasil })),
  )
  const listed = (await app.inject('/api/hasil-tahunan?unit=dki&berlaku=false')).json().isi
  assert.deepEqual(
    listed.map((r: { nilai: string; sumber: string }) => [r.nilai, r.sumber]),
    [['87.3', 'a.txt:2']],
  )
  const choose = (body: object) => post(`/api/hasil-tahunan/${listed[0].id}/pilih`, body, listed[0].version)
  assert.equal((await choose({ unit: 'dki', alasan: '' })).statusCode, 400)
  assert.equal((await choose({ unit: 'dki-lain', alasan: 'x' })).statusCode, 403)
  assert.equal((await choose({ unit: 'dki', alasan: 'Renstra menetapkan 87,3.' })).headers.etag, '"2"')
  assert.equal((await app.inject('/api/hasil-tahunan?berlaku=true&unsur=TARGET')).json().isi[0].nilai, '87.3')
})
