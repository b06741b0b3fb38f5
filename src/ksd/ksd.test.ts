import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permits } from '../pengguna/queries.ts'
import { cell, contoh, withUnits } from '../perjanjian-kinerja/contoh.testing.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { importKsd } from './commands.ts'
import { KsdFile } from './ksd.ts'
import { listKsd } from './queries.ts'
import { routes } from './routes.ts'
import { capaianOf, refusePeriode } from './rules.ts'

test('capaian is result over target, exact; what is missing is never 0', () => {
  assert.deepEqual(capaianOf(cell('80'), cell('100')), { status: 'NILAI', nilai: '125' })
  assert.equal(capaianOf(cell('3'), cell('1')).nilai, `33.${'3'.repeat(32)}`)
  assert.deepEqual(capaianOf(cell('100'), cell('0')), { status: 'NILAI', nilai: '0' })
  assert.deepEqual(capaianOf(cell('100'), cell('')), { status: 'KOSONG', nilai: null })
  assert.deepEqual(capaianOf(cell('100'), { ...cell(''), status: 'BELUM_RILIS' }), { status: 'BELUM_RILIS', nilai: null })
  assert.deepEqual(capaianOf(cell('N/A'), cell('50')), { status: 'TIDAK_DITARGETKAN', nilai: null })
  assert.deepEqual(capaianOf(cell('0'), cell('0')), { status: 'NILAI', nilai: '100' })
  assert.deepEqual(capaianOf(cell('0'), cell('2')), { status: 'KOSONG', nilai: null })
})

test('a KSD is reported in March, June, September and December of its year', () => {
  assert.equal(refusePeriode('2024-B06', 2024), undefined)
  assert.match(refusePeriode('2024-B05', 2024)!.detail, /2024-B03, 2024-B06, 2024-B09, 2024-B12/)
  assert.ok(refusePeriode('2023-B06', 2024))
})

const { db } = await freshDatabase()
const now = new Date('2025-01-20T03:00:00Z')
const ctx = contextAt(now)
await withUnits(db, 'dki.jakpus', 'dki.bkd')
const file = () => KsdFile.parse(contoh('jakpus/ksd-2024.json'))

test('the KSD of Jakarta Pusat 2024: nine names, thirteen steps, and the same again stores nothing', async () => {
  assert.equal((await inTransaction(db, async (tx) => accepted(await importKsd(tx, ctx, file())))).dimuat, 9)
  const ksd = await listKsd(db, 'dki.jakpus', 2024)
  const steps = ksd.flatMap((k) => k.renaksi)
  assert.deepEqual([ksd.length, steps.length], [9, 13])
  assert.deepEqual(steps[0]?.hasil[0]?.capaian, { status: 'NILAI', nilai: '100' })
  assert.match(steps[0]!.sumber!, /^003_7ac1d614aa532084.txt:2186/)
  assert.equal((await inTransaction(db, async (tx) => accepted(await importKsd(tx, ctx, file())))).dimuat, 0)
  const other = file()
  other.kegiatan[0]!.nama = 'Lain'
  const no = await inTransaction(db, (tx) => importKsd(tx, ctx, other))
  assert.ok(isRefusal(no) && no.refused === 'BENTROK')
})

test('the office writes a result, the verifier a note, each with its version; nobody else does', async () => {
  const gate = {
    actorOf: async (req: { headers: Record<string, unknown> }) => ({
      id: 'uji',
      nama: 'Uji',
      peran: JSON.parse(String(req.headers['x-peran'])),
    }),
    permits: (c: typeof ctx, act: string, unit: string | undefined) => permits(db, c, act, unit),
  }
  const app = await createServer({ clock: () => now, gate, logLevel: 'silent' })
  routes(app, { db, clock: () => now } as unknown as Services)
  const put = async (url: string, peran: string, unit: string, payload: object, seen?: number) => {
    const headers = { 'x-peran': JSON.stringify([{ peran, unit }]), ...(seen !== undefined && { 'if-match': `"${seen}"` }) }
    const res = await app.inject({ method: 'PUT', url, headers, payload })
    return { status: res.statusCode, body: res.json() }
  }
  const renaksi = (await listKsd(db, 'dki.jakpus', 2024))[1]!.renaksi[0]!.id
  const url = `/api/ksd/dki.jakpus/renaksi/${renaksi}/2024-B06`
  assert.equal((await put(`${url}/realisasi`, 'PENYUSUN', 'dki.jakpus', { nilai: '40' })).status, 428)
  assert.equal((await put(`${url}/realisasi`, 'PENYUSUN', 'dki.bkd', { nilai: '40' }, 0)).status, 403)
  assert.equal((await put(`${url}/realisasi`, 'PENYUSUN', 'dki.jakpus', { nilai: '40' }, 0)).body.version, 1)
  assert.equal((await put(`${url}/realisasi`, 'PENYUSUN', 'dki.jakpus', { nilai: '41' }, 0)).body.current.nilai, '40')
  assert.equal((await put(`${url}/target`, 'PENYUSUN', 'dki.jakpus', { nilai: '50' }, 0)).status, 200)
  assert.equal((await put(`${url}/catatan`, 'PENYUSUN', 'dki.jakpus', { catatan: 'Sesuai bukti' }, 0)).status, 403)
  assert.equal((await put(`${url}/catatan`, 'INSPEKTUR', 'dki.inspektorat', { catatan: 'Sesuai bukti' }, 0)).status, 200)
  assert.equal(
    (await put(`/api/ksd/dki.bkd/renaksi/${renaksi}/2024-B06/realisasi`, 'PENYUSUN', 'dki.bkd', { nilai: '1' }, 0)).status,
    404,
  )
  assert.equal(
    (await put(`/api/ksd/dki.jakpus/renaksi/${renaksi}/2024-B05/realisasi`, 'PENYUSUN', 'dki.jakpus', { nilai: '1' }, 0)).status,
    400,
  )
  const res = await app.inject({ method: 'GET', url: '/api/ksd/dki.jakpus/2024', headers: { 'x-peran': '[]' } })
  const juni = res.json().kegiatan[1].renaksi[0].hasil.find((h: { periode: string }) => h.periode === '2024-B06')
  assert.deepEqual([juni.capaian.nilai, juni.catatan.catatan, juni.realisasi.version], ['80', 'Sesuai bukti', 1])
  const acts = await many(
    db,
    sql<{ act: string; note: string | null }>`select act, note from ledger where act like 'ksd.%' order by seq`,
  )
  assert.deepEqual(
    acts.map((a) => a.act),
    ['ksd.impor', 'ksd.ubah', 'ksd.ubah', 'ksd.verifikasi'],
  )
  assert.equal(acts[3]?.note, 'Sesuai bukti')
})
