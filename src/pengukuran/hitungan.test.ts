// A small province whose formulas refer to each other across units, periods and years: after every change the stored results
// must be those of a recomputation of everything, and no other row may have been touched.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createIndikator } from '../indikator/commands.ts'
import { VersiIndikator } from '../indikator/indikator.ts'
import { type Db, inTransaction, many, one, sql, type Tx } from '../platform/db/database.ts'
import { filledDatabase } from '../platform/db/testing.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { createUnit } from '../unit-kerja/commands.ts'
import { UnitKerja } from '../unit-kerja/unit-kerja.ts'
import { saveIsian } from './commands.ts'
import { checkAll, checkSample, recomputeAll } from './commands-hitung-ulang.ts'
import { saveTabel } from './commands-pengisian.ts'
import { stepsOf } from './hitungan.ts'
import { measure } from './measure.ts'
import { loadBahan } from './queries-bahan.ts'
import { findPengukuran } from './store.ts'

const at = (minute: number) => contextAt(new Date(Date.UTC(2026, 0, 1, 0, minute)))

const KOTA = ['prov.a', 'prov.b']
const KECAMATAN = KOTA.flatMap((k) => [`${k}.kec-1`, `${k}.kec-2`])
const KELURAHAN = KECAMATAN.flatMap((k) => [`${k}.kel-1`, `${k}.kel-2`])
const ABOVE = ['prov', ...KOTA, ...KECAMATAN]
const UNITS = [...ABOVE, ...KELURAHAN]

/** What each unit computes: within itself, from its past, from the units below it. */
const OWN = {
  NILAI: null,
  GABUNG: '(INDIKATOR("MUTU") + INDIKATOR("NILAI")) / 2',
  NAIK: 'INDIKATOR("GABUNG") - INDIKATOR("GABUNG", PERIODE(-1))',
  LALU: 'INDIKATOR("NILAI") - INDIKATOR("NILAI", TAHUN(-1))',
}
const FROM_BELOW = {
  MUTU: 'AVERAGE(INDIKATOR("MUTU", ANAK()))',
  TUMBUH: 'SUM(INDIKATOR("NAIK", ANAK(), TAHUN(-1)))',
  LAIN: 'x * 3',
}

const empty = (db: Db) =>
  inTransaction(db, async (tx) => {
    for (const kode of UNITS) {
      const induk = kode.includes('.') ? kode.slice(0, kode.lastIndexOf('.')) : null
      const unit = UnitKerja.parse({ kode, jenis: 'BADAN', nama: kode, induk, berlakuDari: '2020-01-01' })
      accepted(await createUnit(tx, at(0), unit))
      const formulas = { ...OWN, ...(ABOVE.includes(kode) ? FROM_BELOW : { MUTU: 'benar / semua * 100' }) }
      for (const [code, rumus] of Object.entries(formulas)) await define(tx, kode, code, rumus)
    }
  })

/** With half a year of values in every kelurahan. */
async function filled(db: Db): Promise<void> {
  await empty(db)
  for (const [i, unit] of KELURAHAN.entries())
    for (const part of ['TW1', 'TW2']) await apply(db, 1, { unit, periode: `2025-${part}`, nilai: String(10 + i), apa: 'MUTU' })
}

const { db } = await filledDatabase('provinsi kecil', empty)
const another = () => filledDatabase('provinsi kecil terisi', filled)

async function define(tx: Tx, unit: string, kode: string, rumus: string | null): Promise<void> {
  const versi = VersiIndikator.parse({
    berlakuDari: '2022-01-01',
    nama: `Indikator ${kode}`,
    definisi: 'Untuk diuji.',
    caraUkur: 'Dihitung.',
    satuan: 'Nilai',
    jenisNilai: 'ANGKA',
    polaritas: 'MAKSIMAL',
    agregasi: 'RATA_RATA',
    sumberData: 'Uji',
    rumus,
  })
  accepted(await createIndikator(tx, at(0), { unit, kode, versi }))
}

type Change = { unit: string; periode: string; nilai: string; apa: 'MUTU' | 'NILAI' | 'LAIN' }

const change: fc.Arbitrary<Change> = fc.record({
  unit: fc.constantFrom(...UNITS, ...KELURAHAN),
  periode: fc
    .tuple(fc.constantFrom(2024, 2025), fc.constantFrom('-TW1', '-TW2', '-TW4', '-B05', '-S2', ''))
    .map(([year, part]) => `${year}${part}`),
  nilai: fc.integer({ min: 1, max: 99 }).map(String),
  apa: fc.constantFrom('MUTU', 'NILAI', 'LAIN'),
})

/** As an office enters it: an input of a formula, or a realisasi. */
async function apply(db: Db, minute: number, { unit, periode, nilai, apa }: Change): Promise<void> {
  const above = ABOVE.includes(unit)
  const kode = apa === 'LAIN' && !above ? 'NILAI' : apa === 'MUTU' && above ? 'NILAI' : apa
  const seen = (await findPengukuran(db, unit, kode, periode))?.version ?? 0
  const cell = (nilai: string) => [{ dimensi: {}, nilai: { status: 'NILAI' as const, nilai } }]
  await inTransaction(db, async (tx) => {
    const where = { unit, kode, periode }
    if (kode === 'NILAI') accepted(await saveIsian(tx, at(minute), where, { tercetak: nilai, status: 'NILAI', bukti: [] }, seen))
    else if (kode === 'LAIN') accepted(await saveTabel(tx, at(minute), where, 'x', cell(nilai), seen))
    else {
      accepted(await saveTabel(tx, at(minute), where, 'semua', cell('7'), seen))
      accepted(await saveTabel(tx, at(minute), where, 'benar', cell(nilai), seen + 1))
    }
  })
}

type Row = { tempat: string; isi: string; ditulis: string }
const rows = async (db: Db) =>
  new Map(
    (
      await many(
        db,
        sql<Row>`select unit || ' ' || kode || ' ' || periode as tempat, xmin::text || ' ' || computed_at as ditulis,
          concat_ws(' ', status, nilai, target, capaian_status, capaian, kategori, versi_id) as isi from capaian`,
      )
    ).map((row) => [row.tempat, row]),
  )
const found = async (on: Db, wanted = {}) => accepted(await checkAll(on, wanted))

describe('a change of one input', () => {
  test('leaves what a recomputation of everything gives, and writes no row that stays the same', async () => {
    const changes = fc.sample(change, { numRuns: 30, seed: 4 })
    let [written, far] = [0, 0]
    for (const [i, one] of changes.entries()) {
      const before = await rows(db)
      await apply(db, i + 1, one)
      const after = await rows(db)
      const { perbedaan } = await found(db)
      assert.deepEqual(perbedaan, [], JSON.stringify(one))
      for (const [place, row] of after) {
        const was = before.get(place)
        if (was && was.isi === row.isi) assert.equal(row.ditulis, was.ditulis, `${place} was written and did not change`)
        else written++
        if (was?.isi !== row.isi && !place.startsWith(`${one.unit} `)) far++
      }
    }
    assert.ok(written > 200, `${written} results were written`)
    assert.ok(far > 60, `${far} of them in units above`)
  })
  test('a value is the same read from its own office and from the province above', async () => {
    const { db: own } = await another()
    const read = async (from: string, unit: string) =>
      measure(await loadBahan(own, from, 2025), unit, 'MUTU', '2025-S1').hasil.nilai
    const [kelurahan] = KELURAHAN
    assert.equal((await read(kelurahan!, kelurahan!)).tampil, '142,86')
    assert.deepEqual(await read('prov', kelurahan!), await read(kelurahan!, kelurahan!))
    // (10 + 11 + … + 17) / 8 of 7
    assert.equal((await read('prov', 'prov')).tampil, '192,86')
  })
  test('reckons with the digits of its neighbours that no result shows', async () => {
    const { db: own } = await another()
    const units = ['prov.a.kec-1.kel-1', 'prov.a.kec-1.kel-2']
    await inTransaction(own, async (tx) => {
      for (const unit of units) await define(tx, unit, 'BAGIAN', 'x / 7')
      await define(tx, 'prov.a.kec-1', 'SELISIH', 'MAX(INDIKATOR("BAGIAN", ANAK())) - MIN(INDIKATOR("BAGIAN", ANAK()))')
    })
    for (const [i, unit] of units.entries()) {
      const x = [{ dimensi: {}, nilai: { status: 'NILAI' as const, nilai: String(100 * (i + 1)) } }]
      const where = { unit, kode: 'BAGIAN', periode: '2025-TW1' }
      await inTransaction(own, async (tx) => accepted(await saveTabel(tx, at(2 + i), where, 'x', x, 0)))
    }
    const place = sql`unit = 'prov.a.kec-1' and kode = 'SELISIH' and periode = '2025-TW1'`
    // 200/7 - 100/7: from the 34 digits that are shown of the one that stayed it would end in 28.
    const { nilai } = await one(own, sql<{ nilai: string }>`select nilai from capaian where ${place}`)
    assert.equal(nilai, '14.28571428571428571428571428571429')
    assert.deepEqual((await found(own)).perbedaan, [])
  })
  test('two offices that change at once under one province lose neither', async () => {
    const both = ['prov.a.kec-1.kel-1', 'prov.b.kec-2.kel-2'].map((unit, i) =>
      apply(db, 100 + i, { unit, periode: '2025-TW1', nilai: String(11 + i), apa: 'MUTU' }),
    )
    await Promise.all(both)
    assert.deepEqual((await found(db)).perbedaan, [])
  })
})

describe('the order of units', () => {
  const line = (unit: string, induk: string) => ({ unit, induk })
  test('no unit comes before one that stands under it', () => {
    const lines = [line('b', 'a'), line('c', 'b'), line('d', 'a'), line('x', 'elsewhere')]
    assert.deepEqual(stepsOf(['a', 'b', 'c', 'd', 'x'], lines), [['c', 'd', 'x'], ['b'], ['a']])
    assert.deepEqual(stepsOf([], lines), [])
  })
  test('what lines of different years lead around comes last, together', () => {
    assert.deepEqual(stepsOf(['a', 'b', 'c'], [line('a', 'b'), line('b', 'a'), line('c', 'a')]), [['c'], ['b', 'a']])
  })
})

describe('everything computed anew', () => {
  test('finds a row that was tampered with, one that is gone and one that nothing gives, and mends them with one line', async () => {
    const { db: own, connection } = await another()
    const place = sql`unit = 'prov' and kode = 'MUTU' and periode = '2025-S1'`
    await sql`update capaian set nilai = nilai + 0.01 where ${place}`.execute(own)
    await sql`delete from capaian where unit = 'prov.a' and kode = 'MUTU' and periode = '2025-S1'`.execute(own)
    await sql`insert into capaian select unit, 'ENTAH', periode, status, nilai, target, capaian_status, capaian, kategori, versi_id, computed_at
      from capaian where ${place}`.execute(own)
    const { perbedaan, diperiksa } = await found(own)
    assert.deepEqual(
      perbedaan.map((p) => `${p.unit} ${p.kode} ${p.periode} ${p.tersimpan ? 'stored' : ''} ${p.dihitung ? 'computed' : ''}`),
      ['prov ENTAH 2025-S1 stored ', 'prov MUTU 2025-S1 stored computed', 'prov.a MUTU 2025-S1  computed'],
    )
    assert.ok(diperiksa > 50)
    const threads = { connection, count: 2 }
    assert.deepEqual(accepted(await checkAll(own, {}, { threads })), { diperiksa, perbedaan, jumlahPerbedaan: 3 })
    assert.equal((await found(own, { unit: 'prov.b' })).jumlahPerbedaan, 0)
    assert.equal((await found(own, { tahun: 2024 })).jumlahPerbedaan, 0)
    const lines = () => one(own, sql<{ n: number }>`select count(*)::int as n from ledger where act = 'pengukuran.hitung-ulang'`)
    assert.equal((await lines()).n, 0)
    assert.equal(accepted(await recomputeAll(own, at(200), {}, { threads })).jumlahPerbedaan, 3)
    assert.equal((await lines()).n, 1)
    assert.deepEqual((await found(own)).perbedaan, [])
  })
  test('a unit above is computed from what the units below come to, not from what is stored of them', async () => {
    const { db: own, connection } = await another()
    await sql`update capaian set nilai = 1, nilai_utuh = 1 where kode = 'MUTU' and unit = any(${[...KECAMATAN, ...KELURAHAN]}::text[])`.execute(
      own,
    )
    for (const options of [{}, { threads: { connection, count: 2 } }]) {
      const { perbedaan } = accepted(await checkAll(own, {}, options))
      const units = new Set(perbedaan.map((p) => p.unit))
      assert.deepEqual([...units].sort(), [...KECAMATAN, ...KELURAHAN].sort())
    }
    accepted(await recomputeAll(own, at(200), {}))
    assert.deepEqual((await found(own)).perbedaan, [])
  })
  test('comes to the same digits in no thread, in one and in two', async () => {
    const { db: own, connection } = await another()
    const digits = async (threads?: number) => {
      await sql`delete from capaian`.execute(own)
      accepted(await recomputeAll(own, at(200), {}, threads ? { threads: { connection, count: threads } } : {}))
      const all = await many(
        own,
        sql<{
          isi: string
        }>`select concat_ws(' ', unit, kode, periode, status, nilai, target, capaian_status, capaian, kategori, versi_id,
          nilai_utuh, cara) as isi from capaian order by unit, kode, periode`,
      )
      return all.map((row) => row.isi)
    }
    const alone = await digits()
    assert.ok(alone.length > 200, `${alone.length} results`)
    assert.deepEqual(await digits(1), alone)
    assert.deepEqual(await digits(2), alone)
  })
  test('what a thread has no room for is computed all the same', async () => {
    const { db: own, connection } = await another()
    const { diperiksa } = await found(own)
    const threads = { connection, count: 2, memory: 5 }
    assert.deepEqual(accepted(await checkAll(own, {}, { threads })), { diperiksa, perbedaan: [], jumlahPerbedaan: 0 })
  })
  test('a sample is the same for the same seed, and finds what it meets', async () => {
    const { db: own } = await another()
    assert.deepEqual((await checkSample(own, 50, 'a')).perbedaan, [])
    await sql`update capaian set status = 'KOSONG', nilai = null, nilai_utuh = null where nilai is not null`.execute(own)
    const [once, twice, other] = [await checkSample(own, 50, 'a'), await checkSample(own, 50, 'a'), await checkSample(own, 50, 'b')]
    assert.ok(once.jumlahPerbedaan > 5)
    assert.deepEqual(once, twice)
    assert.notDeepEqual(once, other)
  })
  test('a row from before the whole value was kept is not wrong: its sources are read, and it is completed', async () => {
    const { db: own } = await another()
    await sql`update capaian set nilai_utuh = null, cara = null`.execute(own)
    assert.deepEqual((await found(own)).perbedaan, [])
    await apply(own, 2, { unit: 'prov.b.kec-1.kel-2', periode: '2025-TW1', nilai: '5', apa: 'MUTU' })
    assert.deepEqual((await found(own)).perbedaan, [])
    const older = async () => (await one(own, sql<{ n: number }>`select count(*)::int as n from capaian where cara is null`)).n
    assert.ok((await older()) > 50)
    assert.equal(accepted(await recomputeAll(own, at(200), {})).jumlahPerbedaan, 0)
    assert.equal(await older(), 0)
    assert.deepEqual((await found(own)).perbedaan, [])
  })
  test('an office that holds nothing is refused', async () => {
    assert.ok(isRefusal(await checkAll(db, { unit: 'prov.tidak-ada' })))
  })
})
