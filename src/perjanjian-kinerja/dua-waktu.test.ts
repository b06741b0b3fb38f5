import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { type Context, contextAt } from '../platform/kernel/context.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import * as commands from './commands.ts'
import { deleteIndikator, saveIndikator, saveSasaran, saveTarget } from './commands-baris.ts'
import { createDraft } from './commands-draf.ts'
import { withDictionary, withUnits } from './contoh.testing.ts'
import { linesOf } from './queries.ts'
import * as store from './store.ts'

const { db } = await freshDatabase()
await withUnits(db, 'dki.bkd')
await withDictionary(db, 'bkd-2025/indikator.json')
const roles = { id: 'uji', nama: 'Uji', peran: [{ peran: 'PENYUSUN', unit: 'dki.bkd' }] }
const on = (day: number): Context => {
  const ctx = contextAt(new Date(`2026-03-${String(day).padStart(2, '0')}T05:00:00Z`))
  return { ...ctx, actor: roles as Context['actor'] }
}
const noon = (day: number) => `2026-03-${String(day).padStart(2, '0')}T12:00:00Z`
const act = <T>(work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<T>) => inTransaction(db, work)

const { id } = await act(async (tx) => accepted(await createDraft(tx, on(1), { unit: 'dki.bkd', tahun: 2026 })))
const [sasaran, baris] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const group = { urutan: 1, nomor: '1', kelompok: 'STRATEGIS' }
const line = { sasaran, urutan: 1, nama: 'Indeks awal', satuan: 'Nilai' }
await act(async (tx) => accepted(await saveSasaran(tx, on(2), id, sasaran, { ...group, uraian: 'Sasaran awal' }, 0)))
await act(async (tx) => accepted(await saveIndikator(tx, on(2), id, baris, line, 0)))
await act(async (tx) => accepted(await saveTarget(tx, on(2), id, baris, 'TAHUNAN', { status: 'NILAI', nilai: '80' }, 0)))
await act(async (tx) => accepted(await saveIndikator(tx, on(4), id, baris, { ...line, nama: 'Indeks baru' }, 1)))
await act(async (tx) => accepted(await saveSasaran(tx, on(5), id, sasaran, { ...group, uraian: 'Sasaran baru' }, 1)))
await act(async (tx) => accepted(await saveTarget(tx, on(6), id, baris, 'TAHUNAN', { status: 'NILAI', nilai: '90' }, 1)))
const version = async () => (await linesOf(db, id)).sasaran[0]!.indikator[0]!.version
await act(async (tx) => accepted(await deleteIndikator(tx, on(8), id, baris, await version())))

const known = async (day: number) =>
  (await linesOf(db, id, noon(day))).sasaran.map((s) => [
    s.uraian,
    ...s.indikator.map((i) => `${i.nama}: ${i.target.TAHUNAN?.nilai}`),
  ])

test('the lines of an agreement are read as they were known at an instant, deleted ones and their targets too', async () => {
  assert.deepEqual(await known(1), [])
  assert.deepEqual(await known(3), [['Sasaran awal', 'Indeks awal: 80']])
  assert.deepEqual(await known(4), [['Sasaran awal', 'Indeks baru: 80']])
  assert.deepEqual(await known(5), [['Sasaran baru', 'Indeks baru: 80']])
  assert.deepEqual(await known(7), [['Sasaran baru', 'Indeks baru: 90']])
  assert.deepEqual(await known(9), [['Sasaran baru']])
  assert.deepEqual((await linesOf(db, id)).sasaran[0]!.indikator, [])
})

test('the agreement itself is read as it was known: which versions there were, and in what state', async () => {
  assert.deepEqual(await store.listVersions(db, 'dki.bkd', 2026, '2026-02-01T00:00:00Z'), [])
  const parties = {
    pihakPertama: { nama: 'Kepala Contoh', nip: null, jabatan: 'Kepala Badan' },
    pihakKedua: { nama: 'Gubernur Contoh', nip: null, jabatan: 'Gubernur' },
  }
  const { version } = (await store.findPk(db, id))!
  await act(async (tx) => accepted(await commands.saveParties(tx, on(10), id, parties, version)))
  assert.equal((await store.findPk(db, id, noon(9)))?.namaPertama, null)
  assert.equal((await store.findPk(db, id, noon(10)))?.namaPertama, 'Kepala Contoh')
})

test('a change that says nothing new leaves no trace of its own', async () => {
  const before = await store.listSasaran(db, id, noon(9))
  await act(async (tx) => accepted(await saveSasaran(tx, on(11), id, sasaran, { ...group, uraian: 'Sasaran baru' }, 2)))
  assert.deepEqual(
    (await store.listSasaran(db, id, noon(12))).map((s) => s.version),
    [3],
  )
  assert.deepEqual(
    before.map((s) => s.uraian),
    ['Sasaran baru'],
  )
})
