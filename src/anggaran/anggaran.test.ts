// Budgets against the database and the data files of contoh/.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Db, inTransaction, type Tx } from '../platform/db/database.ts'
import { filledDatabase } from '../platform/db/testing.ts'
import { contextAt, SISTEM } from '../platform/kernel/context.ts'
import { accepted, isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { importUnitKerja } from '../unit-kerja/commands.ts'
import { UnitKerjaFile } from '../unit-kerja/unit-kerja.ts'
import { AnggaranFile } from './anggaran.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../contoh', file), 'utf8'))
const ctx = contextAt(new Date('2025-06-01T00:00:00Z'), SISTEM)
const act = <T>(db: Db, work: (tx: Tx) => Promise<T | Refusal>) => inTransaction(db, async (tx) => accepted(await work(tx)))
const load = (db: Db, file: string) => act(db, (tx) => commands.importAnggaran(tx, ctx, AnggaranFile.parse(read(file))))

async function loadUnits(db: Db) {
  for (const folder of ['provinsi', 'bpsdm-2023', 'jakpus'])
    await act(db, (tx) => importUnitKerja(tx, ctx, UnitKerjaFile.parse(read(`${folder}/unit-kerja.json`))))
}
const empty = async () => (await filledDatabase('satuan kerja anggaran', loadUnits)).db
const [jakpus, bpsdm, blank] = [await empty(), await empty(), await empty()]

test('the budget of Jakarta Pusat 2024 loads with its blank December and its three sums that do not hold', async () => {
  const db = jakpus
  const first = await load(db, 'jakpus/anggaran-2024.json')
  assert.equal(first.dimuat, 98 + 12)
  assert.deepEqual(
    first.temuan.map((t) => `${t.aturan} ${t.letak}`),
    ['AN-01 pagu P2.K1', 'AN-01 pagu P3.K3', 'AN-01 pagu P3.K4', 'AN-02 anggaran Desember 2024'],
  )
  assert.equal((await load(db, 'jakpus/anggaran-2024.json')).dimuat, 0)

  const year = await queries.yearOf(db, 'dki.jakpus', 2024, ctx.today)
  assert.deepEqual([year.pagu, year.realisasi], ['779977900621', '746367815588'])
  assert.match(year.serapan!, /^95\.6908/)
  const december = await queries.findMonth(db, 'dki.jakpus', 2024, 12)
  assert.deepEqual([december?.rpd, december?.realisasi, december?.sumber], ['779977900621', null, '003_7ac1d614aa532084.txt:2980'])
  const p1 = year.program.find((p) => p.kode === 'P1')
  assert.deepEqual([p1?.sumber, p1?.sumberPagu], ['003_7ac1d614aa532084.txt:2945', '003_7ac1d614aa532084.txt:2945,3000'])
})

test('the monthly figures of 2023 come to the printed totals', async () => {
  const db = jakpus
  await load(db, 'jakpus/anggaran-2023.json')
  const months = await queries.months(db, 'dki.jakpus', 2023)
  assert.deepEqual(queries.toCumulative(months).at(-1), { bulan: 12, rpd: '746527101628', realisasi: '721173597795' })
})

test('the budget of BPSDM 2023 loads; kegiatan without amounts of their own stay unknown', async () => {
  const db = bpsdm
  assert.ok((await load(db, 'bpsdm-2023/anggaran-2023.json')).dimuat > 0)
  assert.equal((await queries.programs(db, 'dki.bpsdm', 2023)).find((p) => p.kode === 'P3.K1')?.pagu, null)
  assert.equal((await queries.yearOf(db, 'dki.bpsdm', 2023, ctx.today)).pagu, '123256791085')
})

test('filling the blank month takes the finding away; who saw an older line is told', async () => {
  const db = blank
  await load(db, 'jakpus/anggaran-2024.json')
  const december = { rpd: '779977900621', realisasi: '746367815588', kumulatif: true }
  const save = (isi: object, seen: number) =>
    inTransaction(db, (tx) => commands.saveMonth(tx, ctx, 'dki.jakpus', 2024, 12, { ...december, ...isi }, seen))
  assert.deepEqual(await save({}, 1), { version: 2 })
  assert.ok(!(await queries.yearOf(db, 'dki.jakpus', 2024, ctx.today)).temuan.some((t) => t.aturan === 'AN-02'))
  const [stale, mixed] = [await save({}, 1), await save({ kumulatif: false }, 2)]
  assert.ok(isRefusal(stale) && stale.refused === 'VERSI_USANG')
  assert.ok(isRefusal(mixed) && mixed.field === 'kumulatif')
})

test('a program without its parent is refused with its row and line', async () => {
  const db = blank
  const file = read('jakpus/anggaran-2024.json')
  file.program[1].induk = 'P9'
  const refused = await inTransaction(db, (tx) => commands.importAnggaran(tx, ctx, AnggaranFile.parse(file)))
  assert.ok(isRefusal(refused) && refused.field === 'program[1].induk')
  assert.match(refused.detail, /naskah 003_7ac1d614aa532084\.txt:2160,1215/)
})
