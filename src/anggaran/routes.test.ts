// A budget over HTTP: amounts as exact text, blanks as null, what is new says "0".
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Gate, type Services } from '../platform/http/server.ts'
import { contextAt, SISTEM } from '../platform/kernel/context.ts'
import { refuse } from '../platform/kernel/refusal.ts'
import { createUnit } from '../unit-kerja/commands.ts'
import { UnitKerja } from '../unit-kerja/unit-kerja.ts'
import { routes } from './routes.ts'

const clock = () => new Date('2025-04-10T00:00:00Z')
const gate: Gate = {
  actorOf: async () => ({ id: 'ani', nama: 'Ani', peran: [] }),
  permits: async (_ctx, act, unit) =>
    (act === 'anggaran.ubah' || act === 'anggaran.sahkan-dpa') && unit === 'dki'
      ? undefined
      : refuse('DILARANG', `${act} pada ${unit} tidak boleh.`),
}
const { db } = await freshDatabase()
const app = await createServer({ clock, gate, logLevel: 'silent' })
routes(app, { db, clock } as Services)
await app.ready()
const unit = UnitKerja.parse({ kode: 'dki', jenis: 'BADAN', nama: 'dki', berlakuDari: '2020-01-01' })
await inTransaction(db, (tx) => createUnit(tx, contextAt(clock(), SISTEM), unit))

const put = (url: string, payload: object, version: number) =>
  app.inject({ method: 'PUT', url: `/api/anggaran/${url}`, payload, headers: { 'if-match': `"${version}"` } })

test('a program and what is below it, with its serapan and sums', async () => {
  const program = { induk: null, jenis: 'PROGRAM', nama: 'Penunjang', pagu: '200', realisasi: '50' }
  assert.equal((await put('dki/2025/program/7.02.01', program, 0)).headers.etag, '"1"')
  assert.equal((await put('bkd/2025/program/7.02.01', program, 0)).statusCode, 403)
  assert.equal((await put('dki/2025/program/X', { ...program, pagu: '-1' }, 0)).statusCode, 400)
  assert.equal((await put('dki/2025/program/7.02.01', { ...program, induk: '7.02.01' }, 1)).statusCode, 422)
  assert.equal(
    (await put('dki/2025/program/7.02.01.1', { induk: '7.02.01', jenis: 'KEGIATAN', nama: 'Gaji', pagu: '199' }, 0)).statusCode,
    200,
  )
  const year = (await app.inject('/api/anggaran/dki/2025')).json()
  assert.deepEqual([year.pagu, year.serapan, year.program[0].serapan, year.program[1].realisasi], ['200', '25', '25', null])
  assert.deepEqual(
    year.temuan.map((t: { aturan: string; seharusnya: string }) => [t.aturan, t.seharusnya]),
    [['AN-01', '199']],
  )
})

test('a month that is not there has version 0; blank is null and is due when the month is over', async () => {
  const march = await app.inject('/api/anggaran/dki/2025/bulan/3')
  assert.deepEqual([march.headers.etag, march.json().realisasi], ['"0"', null])
  for (const bulan of [1, 2]) await put(`dki/2025/bulan/${bulan}`, { rpd: '10', realisasi: '0', kumulatif: false }, 0)
  await put('dki/2025/bulan/3', { rpd: '10', realisasi: null, kumulatif: false }, 0)
  const year = (await app.inject('/api/anggaran/dki/2025')).json()
  assert.deepEqual(
    year.temuan.filter((t: { aturan: string }) => t.aturan === 'AN-02').map((t: { letak: string }) => t.letak),
    ['anggaran Maret 2025'],
  )
  assert.deepEqual(year.kumulatif[2], { bulan: 3, rpd: '30', realisasi: null })
  assert.equal((await put('dki/2025/bulan/3', { rpd: '10', realisasi: '9', kumulatif: false }, 1)).headers.etag, '"2"')
  assert.equal((await put('dki/2025/bulan/3', { rpd: '10', realisasi: '8', kumulatif: false }, 1)).statusCode, 412)
})

test('the day the DPA was ratified holds for the offices below, and is no day of another year or still to come', async () => {
  const below = UnitKerja.parse({
    kode: 'dki.bkd',
    jenis: 'BADAN',
    nama: 'bkd',
    induk: 'dki',
    garis: 'KOMANDO',
    berlakuDari: '2020-01-01',
  })
  await inTransaction(db, (tx) => createUnit(tx, contextAt(clock(), SISTEM), below))
  const known = async (office: string) => (await app.inject(`/api/anggaran/${office}/2025/dpa`)).json()
  assert.deepEqual(await known('dki.bkd'), { disahkan: null, nomor: null, milik: null, boleh: false, version: 0 })
  assert.equal((await put('dki.bkd/2025/dpa', { disahkan: '2025-01-02' }, 0)).statusCode, 403)
  for (const wrong of ['2023-12-31', '2025-04-11'])
    assert.equal((await put('dki/2025/dpa', { disahkan: wrong }, 0)).statusCode, 400)
  assert.equal((await put('dki/2025/dpa', { disahkan: '2025-01-02', nomor: '1/DPA/2025' }, 0)).headers.etag, '"1"')
  assert.equal((await put('dki/2025/dpa', { disahkan: '2025-01-03' }, 0)).statusCode, 412)
  assert.deepEqual(
    [(await known('dki.bkd')).disahkan, (await known('dki.bkd')).milik, (await known('dki.bkd')).version],
    ['2025-01-02', 'dki', 0],
  )
})
