// Plans against the database and the data file of contoh/.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { importIndikator } from '../indikator/commands.ts'
import { IndikatorFile } from '../indikator/indikator.ts'
import { type Db, inTransaction, many, sql, type Tx } from '../platform/db/database.ts'
import { filledDatabase } from '../platform/db/testing.ts'
import { contextAt, SISTEM } from '../platform/kernel/context.ts'
import { accepted, isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { importUnitKerja } from '../unit-kerja/commands.ts'
import { UnitKerjaFile } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { PerencanaanFile } from './perencanaan.ts'
import * as queries from './queries.ts'

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../contoh', file), 'utf8'))
const ctx = contextAt(new Date('2025-06-01T00:00:00Z'), SISTEM)
const UNIT = 'dki.jakpus'

const act = <T>(db: Db, work: (tx: Tx) => Promise<T | Refusal>) => inTransaction(db, async (tx) => accepted(await work(tx)))

async function loadJakpus(db: Db) {
  for (const folder of ['provinsi', 'bkd-2025', 'jakpus'])
    await act(db, (tx) => importUnitKerja(tx, ctx, UnitKerjaFile.parse(read(`${folder}/unit-kerja.json`))))
  await act(db, (tx) => importIndikator(tx, ctx, IndikatorFile.parse(read('jakpus/indikator.json'))))
  return act(db, (tx) => commands.importPerencanaan(tx, ctx, PerencanaanFile.parse(read('jakpus/perencanaan.json'))))
}

const loaded = async () => (await filledDatabase('renstra jakpus', loadJakpus)).db
const [once, targets, nodes, contributions, broken] = [
  await loaded(),
  await loaded(),
  await loaded(),
  await loaded(),
  await loaded(),
]

test('the Renstra of Jakarta Pusat loads below the RPD, twice is once', async () => {
  const db = once
  const again = await act(db, (tx) => commands.importPerencanaan(tx, ctx, PerencanaanFile.parse(read('jakpus/perencanaan.json'))))
  assert.equal(again.dimuat, 0)

  const tree = await queries.treeOf(db, UNIT)
  const byKode = new Map(tree.map((n) => [n.kode, n]))
  assert.equal(byKode.get('T1')?.induk, byKode.get('RPD.T1.S1')?.id)
  assert.deepEqual(byKode.get('T1.S1')?.indikator, ['IKM', 'IEK'])
  assert.equal((await queries.treeOf(db, UNIT, 'RPD_2023_2026')).length, 2)
  assert.deepEqual((await queries.listTargets(db, UNIT, 2024)).find((t) => t.indikator === 'IKL')?.nilai, '87.3')
  const asked = await queries.listCrosscutting(db, 'dki.inspektorat')
  assert.ok(asked.length > 0 && asked.every((c) => c.unit === 'dki.inspektorat' && c.status === 'DITERIMA' && c.sumber))
  assert.deepEqual(
    again.temuan.filter((t) => t.aturan === 'PH-02'),
    [],
  )
  assert.equal((await queries.listTargets(db, UNIT)).length, 30)
})

test('a target supersedes the one before it, which stays readable as it was known', async () => {
  const db = targets
  const later = contextAt(new Date('2025-07-01T00:00:00Z'), SISTEM)
  const done = await act(db, (tx) => commands.setTarget(tx, later, UNIT, 'IKL', 2025, { status: 'NILAI', nilai: '95' }, 1))
  assert.equal(done.version, 2)
  const ikl = async (knownAt?: string) =>
    (await queries.listTargets(db, UNIT, 2025, knownAt)).find((t) => t.indikator === 'IKL')?.nilai
  assert.equal(await ikl(), '95')
  assert.equal(await ikl('2025-06-15T00:00:00Z'), '87.85')
  const set = (nilai: string, seen: number) =>
    inTransaction(db, (tx) => commands.setTarget(tx, later, UNIT, 'IKL', 2025, { status: 'NILAI', nilai }, seen))
  const [stale, outside] = [await set('96', 1), await set('101', 2)]
  assert.ok(isRefusal(stale) && stale.refused === 'VERSI_USANG')
  assert.ok(isRefusal(outside) && outside.rule === 'PK-06')
})

test('nodes are added and moved, never into a circle, and only with indicators of the dictionary', async () => {
  const db = nodes
  const sasaran = (await queries.treeOf(db, UNIT)).find((n) => n.kode === 'T1.S1')!
  const csf = {
    kode: 'T1.S1.C1',
    dokumen: 'RENSTRA_2023_2026',
    induk: sasaran.id,
    jenis: 'CSF' as const,
    pernyataan: 'Meningkatnya ketepatan data',
    indikator: [],
  }
  const { id } = await act(db, (tx) => commands.createSimpul(tx, ctx, UNIT, csf))
  const circle = await inTransaction(db, (tx) => commands.changeSimpul(tx, ctx, UNIT, sasaran.id, { induk: id }, sasaran.version))
  assert.ok(isRefusal(circle) && circle.rule === 'PH-03')
  const unknown = await inTransaction(db, (tx) => commands.changeSimpul(tx, ctx, UNIT, id, { indikator: ['TIDAK_ADA'] }, 1))
  assert.ok(isRefusal(unknown) && unknown.field === 'indikator')
  await act(db, (tx) => commands.changeSimpul(tx, ctx, UNIT, id, { pernyataan: 'Menyusun data', indikator: ['SDI'] }, 1))
  assert.deepEqual(
    (await queries.findingsOf(db, UNIT)).filter((t) => t.letak === 'simpul T1.S1.C1').map((t) => t.aturan),
    ['PH-01'],
  )
  const stale = await inTransaction(db, (tx) => commands.changeSimpul(tx, ctx, UNIT, id, { urutan: 1 }, 1))
  assert.ok(isRefusal(stale) && stale.refused === 'VERSI_USANG')
})

test('a contribution is asked, refused with a reason, asked again and accepted', async () => {
  const db = contributions
  const simpul = (await queries.treeOf(db, UNIT)).find((n) => n.kode === 'T1')!.id
  const asked = { simpul, unit: 'dki.bkd', kontribusi: 'Menempatkan pegawai terlatih.' }
  await act(db, (tx) => commands.proposeCrosscutting(tx, ctx, UNIT, asked))
  const mute = await inTransaction(db, (tx) => commands.answerCrosscutting(tx, ctx, 'dki.bkd', simpul, 'DITOLAK', ' ', 1))
  assert.ok(isRefusal(mute) && mute.field === 'alasan')
  await act(db, (tx) => commands.answerCrosscutting(tx, ctx, 'dki.bkd', simpul, 'DITOLAK', 'Bukan tugas BKD.', 1))
  assert.deepEqual(await act(db, (tx) => commands.proposeCrosscutting(tx, ctx, UNIT, asked)), { version: 3 })
  await act(db, (tx) => commands.answerCrosscutting(tx, ctx, 'dki.bkd', simpul, 'DITERIMA', null, 3))
  const acts = await many(
    db,
    sql<{ office: string; act: string }>`select office, act from ledger where subject like 'crosscutting/%' order by at, act`,
  )
  assert.deepEqual(
    new Set(acts.map((a) => `${a.office} ${a.act}`)),
    new Set([`${UNIT} crosscutting.usulkan`, 'dki.bkd crosscutting.tolak', 'dki.bkd crosscutting.terima']),
  )
})

test('an import that names what is not there says which row and which line', async () => {
  const db = broken
  const file = read('jakpus/perencanaan.json')
  file.simpul[4].indikator = ['TIDAK_ADA']
  const refused = await inTransaction(db, (tx) => commands.importPerencanaan(tx, ctx, PerencanaanFile.parse(file)))
  assert.ok(isRefusal(refused) && refused.field === 'simpul[4].indikator')
  assert.match(refused.detail, /naskah 003_7ac1d614aa532084\.txt:2160/)
})
