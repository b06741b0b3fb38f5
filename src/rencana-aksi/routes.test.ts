import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { permits } from '../pengguna/queries.ts'
import { importPerjanjianKinerja } from '../perjanjian-kinerja/commands.ts'
import { contoh, paper, withDictionary, withUnits } from '../perjanjian-kinerja/contoh.testing.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { importRencanaAksi } from './commands.ts'
import { linesOf } from './queries.ts'
import { RencanaAksiFile } from './rencana-aksi.ts'
import { routes } from './routes.ts'

// ── the plan of BKD 2025 (seed 000) in a database ──
const { db } = await freshDatabase()
const now = new Date('2025-01-20T03:00:00Z')
const ctx = contextAt(now)
await withUnits(db, 'dki.bkd', 'dki.bpsdm', 'dki.jakpus')
await withDictionary(db, 'bkd-2025/indikator.json')
await inTransaction(db, async (tx) => accepted(await importPerjanjianKinerja(tx, ctx, paper('bkd-2025/pk.json'))))
const file = () => RencanaAksiFile.parse(contoh('bkd-2025/rencana-aksi.json'))
const bkd = await inTransaction(db, async (tx) => accepted(await importRencanaAksi(tx, ctx, file())))
const found = (aturan: string) => bkd.temuan.filter((t) => t.aturan === aturan)

test('the plan of BKD holds 29 RA, 41 printed criteria in 48 places, and 88 outputs', async () => {
  const all = (await linesOf(db, bkd.id)).flatMap((i) => i.ra)
  const kk = all.flatMap((a) => a.kk)
  const printed = kk.filter((k) => k.kode !== null)
  assert.deepEqual(
    [all.length, printed.length, printed.flatMap((k) => k.tempat).length, kk.flatMap((k) => k.output).length],
    [29, 41, 48, 88],
  )
  assert.equal(kk.length, 42, 'and one criterion that the paper does not print')
})

test('T/O2.1.1 stands twice, lines 117 and 120, the second under KK2.4', () => {
  const twice = found('RA-05').filter((t) => /indikator 1, T\/O2.1.1$/.test(t.letak))
  assert.deepEqual(
    twice.map((t) => [t.baris, t.terkait]),
    [
      [120, [117]],
      [120, []],
    ],
  )
  assert.ok(found('RA-05').some((t) => t.tercetak === 'T/01.1.3' && t.seharusnya === 'T/O1.1.3'))
  assert.ok(found('RA-05').some((t) => t.jenis === 'missing-value' && t.letak === 'indikator 7'))
})

test('risk management has no step in TW III, which is N/A there', () => {
  assert.deepEqual(
    found('RA-02')
      .filter((t) => t.letak.startsWith('indikator 8'))
      .map((t) => [t.letak, t.berat]),
    [['indikator 8, triwulan III', 'sedang']],
  )
})

test('one "1 Laporan" is shared by four outputs (line 152)', () => {
  assert.ok(found('RA-04').some((t) => t.baris === 152 && t.penjelasan.includes('"1 Laporan" dipakai bersama 4 output')))
  assert.equal(found('RA-04').length, 6)
})

test('KK3.1 promises 2.100 profiles where its outputs hold 750; the other sums agree', () => {
  assert.deepEqual(
    found('RA-06').map((t) => [t.letak, t.tercetak, t.seharusnya, t.baris]),
    [['indikator 1, KK3.1', '2.100', '750', 124]],
  )
})

test('no action carries a mitigation: said once, and as a warning, since the plan was signed before the program', () => {
  assert.deepEqual(
    found('RA-03').map((t) => [t.letak, t.berat, t.terkait.length]),
    [['seluruh rencana aksi', 'sedang', 28]],
  )
})

test('every indicator has its action and its line of the agreement; the plan misprints a sasaran and leaves one blank', () => {
  assert.deepEqual([found('RA-01').length, found('RA-07').length], [0, 0])
  assert.ok(found('RA-09').some((t) => t.tercetak?.includes('Sitem Merit')))
  assert.deepEqual(
    found('RA-09')
      .filter((t) => t.letak.startsWith('indikator 7'))
      .map((t) => t.jenis),
    ['missing-value', 'missing-value', 'missing-value'],
  )
})

test('the same plan again is recognised, another in its place refused', async () => {
  assert.equal((await inTransaction(db, async (tx) => accepted(await importRencanaAksi(tx, ctx, file())))).dimuat, 0)
  assert.ok(isRefusal(await inTransaction(db, (tx) => importRencanaAksi(tx, ctx, { ...file(), keterangan: 'lain' }))))
})

test('the routes: reading for all, drafting for the office, line by line with versions', async () => {
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
  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, unit: string, payload?: object, seen = 0) => {
    const headers = { 'x-peran': JSON.stringify([{ peran: 'PENYUSUN', unit }]), 'if-match': `"${seen}"` }
    const res = await app.inject({ method, url, headers, payload })
    return { status: res.statusCode, body: res.json() }
  }
  const read = await call('GET', `/api/rencana-aksi/${bkd.id}`, 'dki.jakpus')
  assert.deepEqual(
    [read.status, read.body.indikator.length, read.body.indikator[0].ra[1].kk[3].output[0].kode],
    [200, 10, 'T/O2.1.1'],
  )
  assert.equal((await call('GET', `/api/rencana-aksi/${bkd.id}/temuan`, 'dki.jakpus')).body.temuan.length, bkd.temuan.length)
  assert.equal(
    (
      await call('PUT', `/api/rencana-aksi/${bkd.id}/ra/${randomUUID()}`, 'dki.bkd', {
        indikator: read.body.indikator[0].id,
        urutan: 9,
        kode: 'RA9',
        uraian: 'x',
      })
    ).status,
    423,
  )

  const bpsdm = paper('bpsdm-2023/pk-2023.json')
  assert.equal(
    (await call('POST', '/api/rencana-aksi', 'dki.bpsdm', { unit: 'dki.bpsdm', tahun: 2023 })).status,
    422,
    'no agreement yet',
  )
  await inTransaction(db, async (tx) => accepted(await importPerjanjianKinerja(tx, ctx, bpsdm)))
  assert.equal((await call('POST', '/api/rencana-aksi', 'dki.bkd', { unit: 'dki.bpsdm', tahun: 2023 })).status, 403)
  const draft = await call('POST', '/api/rencana-aksi', 'dki.bpsdm', { unit: 'dki.bpsdm', tahun: 2023 })
  assert.equal(draft.status, 201)
  const url = `/api/rencana-aksi/${draft.body.id}`
  assert.equal((await call('GET', url, 'dki.bkd')).status, 404)
  const [first] = (await call('GET', url, 'dki.bpsdm')).body.indikator
  assert.equal(first.target.nilai, '31')
  const [ra, kk, to] = [randomUUID(), randomUUID(), randomUUID()]
  assert.equal(
    (await call('PUT', `${url}/ra/${ra}`, 'dki.bpsdm', { indikator: first.id, urutan: 1, kode: 'RA1', uraian: 'Menyusun' })).status,
    200,
  )
  assert.equal(
    (await call('PUT', `${url}/kriteria/${kk}`, 'dki.bpsdm', { ra, urutan: 1, kode: 'KK1.1', uraian: 'Tersusun' })).status,
    200,
  )
  const isi = {
    kk,
    urutan: 1,
    kode: 'T/01.1.1',
    uraian: 'Laporan',
    jumlah: { nilai: '1' },
    satuan: 'Laporan',
    triwulan: 'TW1',
    penanggungJawab: ['Sekretaris'],
  }
  assert.equal((await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', { ...isi, kode: 'T/O1.1.' })).body.rule, 'RA-05')
  assert.equal((await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', isi)).body.version, 1)
  const stale = await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', { ...isi, uraian: 'Lain' })
  assert.deepEqual([stale.status, stale.body.current.uraian, stale.body.current.kode], [412, 'Laporan', 'T/O1.1.1'])
  assert.equal(
    (await call('PUT', `${url}/output/${randomUUID()}`, 'dki.bpsdm', { ...isi, kk: read.body.indikator[0].ra[0].kk[0].id })).status,
    400,
  )
  const acts = await many(db, sql<{ act: string }>`select distinct act from ledger where act like 'rencana-aksi.%' order by act`)
  assert.deepEqual(
    acts.map((a) => a.act),
    ['rencana-aksi.impor', 'rencana-aksi.isi-kriteria', 'rencana-aksi.isi-output', 'rencana-aksi.isi-ra', 'rencana-aksi.susun'],
  )
})
