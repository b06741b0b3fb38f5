// The dictionary against the database and the data files of contoh/.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Db, inTransaction, many, sql, undone } from '../platform/db/database.ts'
import { filledDatabase } from '../platform/db/testing.ts'
import { contextAt, SISTEM } from '../platform/kernel/context.ts'
import { accepted, isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { createUnit, importUnitKerja } from '../unit-kerja/commands.ts'
import { UnitKerja, UnitKerjaFile } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { HasilTahunanFile, IndikatorFile, VersiIndikator } from './indikator.ts'
import * as queries from './queries.ts'

const CONTOH = join(import.meta.dirname, '../../contoh')
const read = (file: string) => JSON.parse(readFileSync(join(CONTOH, file), 'utf8'))
const at = (time: string) => contextAt(new Date(time), SISTEM)
const ctx = at('2025-06-01T00:00:00Z')

async function loadUnits(db: Db) {
  for (const folder of ['provinsi', 'bkd-2025', 'bpsdm-2023', 'jakpus'])
    await inTransaction(db, async (tx) =>
      accepted(await importUnitKerja(tx, ctx, UnitKerjaFile.parse(read(`${folder}/unit-kerja.json`)))),
    )
}
const unit = (kode: string, induk: string | null = null): UnitKerja =>
  UnitKerja.parse({ kode, jenis: 'BADAN', nama: kode, induk, berlakuDari: '2020-01-01' })
const versi = (more: object = {}) =>
  VersiIndikator.parse({
    berlakuDari: '2023-01-01',
    nama: 'Indeks Kepuasan Masyarakat',
    definisi: 'Tingkat kepuasan.',
    caraUkur: 'Survei.',
    satuan: 'Nilai',
    jenisNilai: 'ANGKA',
    polaritas: 'MAKSIMAL',
    agregasi: 'RATA_RATA',
    sumberData: 'JakSurvei',
    ...more,
  })

const { db } = await filledDatabase('dki', (db) => inTransaction(db, (tx) => createUnit(tx, ctx, unit('dki'))))
const province = (await filledDatabase('satuan kerja', loadUnits)).db

test('a new version does not restate the years before it, and a correction does not hide what was known', async () => {
  const act = <T>(work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<T | Refusal>) =>
    inTransaction(db, async (tx) => accepted(await work(tx)))
  await act((tx) => commands.createIndikator(tx, at('2023-01-05T00:00:00Z'), { unit: 'dki', kode: 'IKM', versi: versi() }))
  const { version } = await act((tx) =>
    commands.addVersion(tx, at('2024-01-05T00:00:00Z'), 'dki', 'IKM', versi({ berlakuDari: '2024-01-01', metode: 'IKM' }), 1),
  )
  assert.equal(version, 2)
  assert.equal((await queries.versionOn(db, 'dki', 'IKM', '2023-12-31'))?.metode, null)
  assert.equal((await queries.versionOn(db, 'dki', 'IKM', '2023-12-31'))?.berlakuSampai, '2023-12-31')
  assert.equal((await queries.versionOn(db, 'dki', 'IKM', '2024-01-01'))?.metode, 'IKM')
  assert.equal((await queries.versionOn(db, 'dki', 'IKM', '2024-01-01', '2023-06-01T00:00:00Z'))?.berlakuSampai, null)

  await act((tx) => commands.correctVersion(tx, at('2024-02-01T00:00:00Z'), 'dki', 'IKM', 1, versi({ satuan: 'Indeks' }), 2))
  assert.equal((await queries.versionOn(db, 'dki', 'IKM', '2023-05-01'))?.satuan, 'Indeks')
  assert.equal((await queries.versionOn(db, 'dki', 'IKM', '2023-05-01', '2024-01-20T00:00:00Z'))?.satuan, 'Nilai')
  assert.deepEqual(
    (await queries.listVersions(db, { unit: 'dki' })).map((v) => [v.versi, v.berlakuSampai]),
    [
      [1, '2023-12-31'],
      [2, null],
    ],
  )
  const stale = await inTransaction(db, (tx) => commands.addVersion(tx, ctx, 'dki', 'IKM', versi({ berlakuDari: '2025-01-01' }), 2))
  assert.ok(isRefusal(stale) && stale.refused === 'VERSI_USANG')
  const acts = await many(db, sql<{ act: string }>`select act from ledger where subject like 'indikator/dki/IKM' order by seq`)
  assert.deepEqual(
    acts.map((a) => a.act),
    ['indikator.buat', 'indikator.versi-baru', 'indikator.perbaiki'],
  )
})

test('an incomplete indicator is refused when somebody writes it, and only noted when a paper has it so', async () => {
  const [told, loaded] = await inTransaction(db, async (tx) => {
    const lacking = {
      berlakuDari: '2023-01-01',
      nama: 'Diklat',
      satuan: 'Orang',
      jenisNilai: 'ANGKA',
      polaritas: 'MAKSIMAL',
      agregasi: 'JUMLAH',
      baris: 9,
    }
    const told = await commands.createIndikator(tx, ctx, { unit: 'dki', kode: 'DIKLAT', versi: VersiIndikator.parse(lacking) })
    const file = { skema: 'selaras/indikator/1', berkas: 'a.txt', unit: 'dki', indikator: [{ kode: 'DIKLAT', versi: [lacking] }] }
    return [told, accepted(await commands.importIndikator(tx, ctx, IndikatorFile.parse(file)))]
  })
  assert.ok(isRefusal(told) && told.rule === 'PK-10' && told.also?.length === 2)
  assert.deepEqual(
    loaded?.temuan.map((t) => [t.aturan, t.baris]),
    [
      ['PK-10', 9],
      ['PK-10', 9],
      ['PK-10', 9],
    ],
  )
})

test('a refused import names its row and the line of the paper', async () => {
  const refused = await inTransaction(db, async (tx) => {
    const file = {
      skema: 'selaras/indikator/1',
      berkas: 'a.txt',
      unit: 'dki',
      indikator: [{ kode: 'A', versi: [versi({ skalaMin: '5', skalaMaks: '4', baris: 12 })] }],
    }
    return commands.importIndikator(tx, ctx, IndikatorFile.parse(file))
  })
  assert.ok(isRefusal(refused) && refused.field === 'indikator[0].versi[0].skalaMaks')
  assert.match(refused.detail, /naskah a\.txt:12/)
})

test('the dictionaries and results of the example province load, twice is once, and differing printings stand side by side', async () => {
  const db = province
  const load = () =>
    inTransaction(db, async (tx) => {
      const told = []
      for (const folder of ['bkd-2025', 'bpsdm-2023', 'jakpus'])
        told.push(accepted(await commands.importIndikator(tx, ctx, IndikatorFile.parse(read(`${folder}/indikator.json`)))))
      for (const folder of ['bpsdm-2023', 'jakpus'])
        told.push(
          accepted(await commands.importHasilTahunan(tx, ctx, HasilTahunanFile.parse(read(`${folder}/hasil-tahunan.json`)))),
        )
      return told
    })
  const first = await load()
  assert.ok(
    first.every((one) => one.dimuat > 0),
    JSON.stringify(first.map((one) => one.dimuat)),
  )
  assert.deepEqual(
    (await load()).map((one) => one.dimuat),
    [0, 0, 0, 0, 0],
  )
  assert.deepEqual((await queries.versionOn(db, 'dki.bkd', 'PDN', '2025-03-01'))?.lapisDasar?.TW4?.target.maks, '100')

  const ikl = await queries.lastResult(db, 'dki.jakpus', 'IKL', 2024)
  assert.deepEqual([ikl.TARGET?.nilai, ikl.REALISASI?.nilai, ikl.CAPAIAN?.nilai], ['93.93', '97.77', '104.08'])
  const targets = await queries.listResults(db, { unit: 'dki.jakpus', kode: 'IKL', tahun: 2024, unsur: 'TARGET' })
  assert.deepEqual(new Set(targets.map((t) => t.nilai)), new Set(['93.93', '86.75', '87.3']))
  assert.ok(first[4]?.temuan.some((t) => t.aturan === 'HT-01' && t.tercetak === '86.75'))

  const other = targets.find((t) => t.nilai === '87.3')!
  await inTransaction(db, async (tx) =>
    accepted(await commands.chooseResult(tx, ctx, 'dki.jakpus', other.id, 'Renstra menetapkan 87,3.', other.version)),
  )
  assert.equal((await queries.lastResult(db, 'dki.jakpus', 'IKL', 2024)).TARGET?.nilai, '87.3')
  const late = await inTransaction(db, (tx) =>
    commands.chooseResult(tx, ctx, 'dki.jakpus', targets[0]!.id, 'x', targets[0]!.version),
  )
  assert.ok(isRefusal(late) && late.refused === 'VERSI_USANG')
})

test('a locked year publishes its results over what was printed before', async () => {
  await inTransaction(db, async (tx) => {
    await commands.createIndikator(tx, ctx, { unit: 'dki', kode: 'IEK', versi: versi() })
    const file = {
      skema: 'selaras/hasil-tahunan/1',
      unit: 'dki',
      berkas: 'a.txt',
      hasil: [{ indikator: 'IEK', tahun: 2024, realisasi: { nilai: '98.85' }, baris: 4 }],
    }
    await commands.importHasilTahunan(tx, ctx, HasilTahunanFile.parse(file))
    const published = {
      unit: 'dki',
      kode: 'IEK',
      tahun: 2024,
      hasil: { REALISASI: { status: 'NILAI' as const, nilai: '98.98' } },
      sumber: 'pengukuran/2024',
    }
    assert.deepEqual(await commands.publishResults(tx, ctx, published), { dimuat: 1 })
    assert.deepEqual(await commands.publishResults(tx, ctx, published), { dimuat: 0 })
  })
  assert.equal((await queries.lastResult(db, 'dki', 'IEK', 2024)).REALISASI?.nilai, '98.98')
  assert.equal((await queries.listResults(db, { unit: 'dki', kode: 'IEK' })).length, 2)
})

test('a refused indikator leaves nothing behind, and a code known by its results receives its first version', async () => {
  const stranger = { unit: 'dki', kode: 'KPA', versi: versi({ pemilikData: 'dki.tidak-ada' }) }
  const refused = await inTransaction(db, (tx) => commands.createIndikator(tx, ctx, stranger))
  assert.ok(isRefusal(refused) && refused.field === 'versi.pemilikData')
  assert.equal(await queries.findIndikator(db, 'dki', 'KPA'), undefined)
  const file = {
    skema: 'selaras/hasil-tahunan/1',
    unit: 'dki',
    hasil: [{ indikator: 'KPA', tahun: 2022, realisasi: { nilai: '93.1' } }],
  }
  const { temuan } = await inTransaction(db, async (tx) =>
    accepted(await commands.importHasilTahunan(tx, ctx, HasilTahunanFile.parse(file))),
  )
  assert.deepEqual(
    temuan.map((t) => t.aturan),
    ['HT-02'],
  )
  const make = () => inTransaction(db, (tx) => commands.createIndikator(tx, ctx, { unit: 'dki', kode: 'KPA', versi: versi() }))
  assert.deepEqual(await make(), { version: 1, peringatan: [] })
  const again = await make()
  assert.ok(isRefusal(again) && again.refused === 'BENTROK')
})

test('a formula is refused where it comes back to itself by another office, and the way is told', async () => {
  const { db: own } = await filledDatabase('dki', (db) => inTransaction(db, (tx) => createUnit(tx, ctx, unit('dki'))))
  await inTransaction(own, async (tx) => {
    for (const kode of ['dki.a', 'dki.b']) accepted(await createUnit(tx, ctx, unit(kode, 'dki')))
    await sql`insert into garis_unit (unit, induk, garis, berlaku_dari)
      values ('dki.a', 'dki.b', 'KOORDINASI', '2024-01-01'), ('dki.b', 'dki.a', 'KOORDINASI', '2025-01-01')`.execute(tx)
  })
  const define = (unit: string, rumus: string, kode = 'A') =>
    inTransaction(own, (tx) => commands.createIndikator(tx, ctx, { unit, kode, versi: versi({ rumus }) }))
  const FROM_BELOW = 'AVERAGE(INDIKATOR("A", ANAK()))'
  accepted(await define('dki', FROM_BELOW))
  accepted(await define('dki.a', FROM_BELOW))
  const refused = (await define('dki.b', FROM_BELOW)) as Refusal
  assert.deepEqual([refused.refused, refused.rule, refused.field], ['DITOLAK_ATURAN', 'IND-06', 'versi.rumus'])
  assert.match(refused.detail, /\(mulai 2025\): A → A \(dki\.a\) → A\./)
  assert.equal((await queries.listVersions(own, { unit: 'dki.b' })).length, 0)
  accepted(await define('dki.b', FROM_BELOW.replace('ANAK()', 'ANAK(), PERIODE(-1)')))
})

test('a data file whose formulas come back to themselves is refused, with the row', async () => {
  const entry = (kode: string, rumus: string) => ({ kode, versi: [{ ...versi({ rumus }), satuan: 'Nilai' }] })
  const file = IndikatorFile.parse({
    skema: 'selaras/indikator/1',
    unit: 'dki',
    indikator: [entry('PUTAR_A', 'INDIKATOR("PUTAR_B")'), entry('PUTAR_B', 'INDIKATOR("PUTAR_A")')],
  })
  const refused = await undone(db, (tx) => commands.importIndikator(tx, ctx, file))
  assert.ok(isRefusal(refused) && refused.rule === 'IND-06')
  assert.match(refused.field!, /^indikator\[0\]\.versi\[0\]\.rumus$/)
})
