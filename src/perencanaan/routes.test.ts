// The tree over HTTP: who may, which version; what is new says "0".
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createIndikator } from '../indikator/commands.ts'
import { VersiIndikator } from '../indikator/indikator.ts'
import { inTransaction } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Gate, type Services } from '../platform/http/server.ts'
import { contextAt, SISTEM } from '../platform/kernel/context.ts'
import { accepted, refuse } from '../platform/kernel/refusal.ts'
import { createUnit } from '../unit-kerja/commands.ts'
import { UnitKerja } from '../unit-kerja/unit-kerja.ts'
import { routes } from './routes.ts'

const clock = () => new Date('2025-06-01T00:00:00Z')
let mine = 'dki'
const gate: Gate = {
  actorOf: async () => ({ id: 'ani', nama: 'Ani', peran: [] }),
  permits: async (_ctx, act, unit) =>
    act === 'perencanaan.ubah' && unit === mine ? undefined : refuse('DILARANG', `${act} pada ${unit} tidak boleh.`),
}
const { db } = await freshDatabase()
const app = await createServer({ clock, gate, logLevel: 'silent' })
routes(app, { db, clock } as Services)
await app.ready()
await inTransaction(db, async (tx) => {
  const ctx = contextAt(clock(), SISTEM)
  for (const kode of ['dki', 'bkd'])
    accepted(await createUnit(tx, ctx, UnitKerja.parse({ kode, jenis: 'BADAN', nama: kode, berlakuDari: '2020-01-01' })))
  const versi = VersiIndikator.parse({
    berlakuDari: '2023-01-01',
    nama: 'IKM',
    definisi: 'd',
    caraUkur: 'c',
    satuan: 'Nilai',
    jenisNilai: 'ANGKA',
    polaritas: 'MAKSIMAL',
    agregasi: 'RATA_RATA',
    sumberData: 's',
    skalaMin: '25',
    skalaMaks: '100',
  })
  accepted(await createIndikator(tx, ctx, { unit: 'dki', kode: 'IKM', versi }))
})

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const send = (method: Method, url: string, payload?: object, version?: number) =>
  app.inject({
    method,
    url: `/api/perencanaan/${url}`,
    payload,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })

test('a plan, its nodes and what they lack', async () => {
  const plan = { jenis: 'RENSTRA', nama: 'Renstra 2023-2026', tahunDari: 2023, tahunSampai: 2026 }
  assert.equal((await send('PUT', 'dki/dokumen/RENSTRA', plan)).statusCode, 428)
  assert.equal((await send('PUT', 'bkd/dokumen/RENSTRA', plan, 0)).statusCode, 403)
  assert.equal((await send('PUT', 'dki/dokumen/RENSTRA', plan, 0)).headers.etag, '"1"')
  assert.equal((await send('PUT', 'dki/dokumen/RENSTRA', plan, 0)).statusCode, 412)

  const root = await send('POST', 'dki/simpul', {
    kode: 'T1',
    dokumen: 'RENSTRA',
    jenis: 'TUJUAN',
    pernyataan: 'Terwujudnya kota yang maju',
  })
  assert.equal(root.statusCode, 201)
  const leaf = {
    kode: 'T1.S1',
    dokumen: 'RENSTRA',
    induk: root.json().id,
    jenis: 'SASARAN',
    pernyataan: 'Melaksanakan koordinasi',
    indikator: ['IKM'],
  }
  assert.equal((await send('POST', 'dki/simpul', leaf)).statusCode, 201)
  const tree = (await app.inject('/api/perencanaan/dki/pohon')).json()
  assert.deepEqual(
    tree.simpul.map((s: { kode: string }) => s.kode),
    ['T1', 'T1.S1'],
  )
  assert.deepEqual(
    tree.temuan.map((t: { aturan: string }) => t.aturan),
    ['PH-02', 'PH-01', 'PH-06'],
  )
  assert.equal((await send('PATCH', `dki/simpul/${root.json().id}`, { indikator: ['IKM'] }, 1)).headers.etag, '"2"')
})

test('a target of a year is set within the scale, and its history is kept', async () => {
  assert.equal((await send('PUT', 'dki/target/IKM/2025', { nilai: '101' }, 0)).json().rule, 'PK-06')
  assert.equal((await send('PUT', 'dki/target/IKM/2025', { nilai: '90' }, 0)).headers.etag, '"1"')
  assert.equal((await send('PUT', 'dki/target/TIADA/2025', { nilai: '90' }, 0)).statusCode, 404)
  const { isi } = (await app.inject('/api/perencanaan/dki/target?tahun=2025')).json()
  assert.deepEqual(
    isi.map((t: { indikator: string; nilai: string; version: number }) => [t.indikator, t.nilai, t.version]),
    [['IKM', '90', 1]],
  )
})

test('only the asked unit answers for itself', async () => {
  const simpul = (await app.inject('/api/perencanaan/dki/pohon')).json().simpul[0].id
  assert.equal(
    (await send('POST', 'dki/crosscutting', { simpul, unit: 'bkd', kontribusi: 'Menempatkan pegawai.' })).statusCode,
    201,
  )
  assert.equal((await send('POST', `bkd/crosscutting/${simpul}/terima`, undefined, 1)).statusCode, 403)
  mine = 'bkd'
  assert.equal((await send('POST', `bkd/crosscutting/${simpul}/terima`, undefined, 1)).headers.etag, '"2"')
  assert.equal((await send('POST', `bkd/crosscutting/${simpul}/tolak`, { alasan: 'Berubah pikiran.' }, 2)).statusCode, 422)
  const { isi } = (await app.inject('/api/perencanaan/bkd/crosscutting')).json()
  assert.deepEqual(
    isi.map((c: { unitSimpul: string; status: string }) => [c.unitSimpul, c.status]),
    [['dki', 'DITERIMA']],
  )
})

test('a request is taken back by who asked, and then the node may go; a node with others below it may not', async () => {
  const nodes = async () => {
    const { simpul } = (await app.inject('/api/perencanaan/dki/pohon/2025')).json()
    return simpul as { id: string; kode: string; version: number }[]
  }
  const [root, leaf] = await nodes()
  mine = 'bkd'
  assert.equal((await send('DELETE', `dki/crosscutting/${root!.id}/bkd`, undefined, 2)).statusCode, 403)
  assert.equal((await send('DELETE', `bkd/crosscutting/${root!.id}/bkd`, undefined, 2)).statusCode, 404)
  mine = 'dki'
  assert.equal((await send('DELETE', `dki/simpul/${root!.id}`, undefined, 2)).json().rule, 'PH-08')
  assert.equal((await send('DELETE', `dki/simpul/${leaf!.id}`)).statusCode, 428)
  assert.equal((await send('DELETE', `dki/simpul/${leaf!.id}`, undefined, 7)).json().code, 'VERSI_USANG')
  assert.equal((await send('DELETE', `dki/simpul/${leaf!.id}`, undefined, leaf!.version)).statusCode, 200)
  const promised = (await send('DELETE', `dki/simpul/${root!.id}`, undefined, 2)).json()
  assert.equal(promised.rule, 'PH-09')
  assert.match(promised.detail, /diterima oleh bkd/)
  assert.equal((await send('DELETE', `dki/crosscutting/${root!.id}/bkd`, undefined, 1)).statusCode, 412)
  assert.equal((await send('DELETE', `dki/crosscutting/${root!.id}/bkd`, undefined, 2)).statusCode, 200)
  assert.equal((await send('DELETE', `dki/simpul/${root!.id}`, undefined, 2)).statusCode, 200)
  assert.deepEqual(await nodes(), [])
})

test('a year without a tree says so, on paper too, and who may begin one', async () => {
  mine = 'dki'
  const tree = (await app.inject('/api/perencanaan/dki/pohon/2019')).json()
  assert.deepEqual([tree.simpul, tree.boleh, tree.dokumen.length], [[], { ubah: false }, 1])
  const paper = await app.inject('/api/perencanaan/dki/pohon/2019/dokumen?format=html')
  assert.equal(paper.statusCode, 404)
  assert.match(paper.json().detail, /belum punya pohon kinerja untuk tahun 2019/)
})
