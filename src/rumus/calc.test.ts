import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calc } from './calc.ts'
import { SKALA } from './testing.ts'

const run = (kase: unknown) => calc(kase, SKALA)

test('the case of the contract', () => {
  const { nilai, capaian, jejak } = run({
    rumus: 'AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan]))',
    data: { kelurahan: [{ kecamatan: 'Gambir', nilai: '98.14' }] },
    target: '93.93',
    polaritas: 'MAKSIMAL',
    desimal: 2,
  })
  assert.deepEqual(nilai, { status: 'NILAI', nilai: '98.14', tampil: '98,14' })
  assert.deepEqual(capaian, {
    status: 'NILAI',
    nilai: '104.4820611093367401256254657723837',
    tampil: '104,48',
    kategori: 'Sangat Tinggi',
  })
  assert.equal(jejak?.teks, 'AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan]))')
})

test('target 10, result 12, less is better: 80,00 and nothing else', () => {
  assert.equal(run({ rumus: 'realisasi', data: { realisasi: '12' }, target: '10', polaritas: 'MINIMAL' }).capaian.tampil, '80,00')
})

test('a bound that would leave nothing, and a figure with a comma, are named', () => {
  const said = (kase: unknown) => {
    const { nilai } = run(kase)
    assert.ok(nilai.status === 'GALAT')
    return nilai.pesan
  }
  for (const batas of ['-5', '0']) assert.match(said({ rumus: '1', batas }), /batas harus lebih dari 0/)
  assert.match(said({ rumus: 'a * 2', data: { a: '98,14' } }), /teks "98,14" \(sebagai angka: 98\.14\)/)
})

test('JSON numbers are refused wherever a figure stands, with their place', () => {
  const places: [unknown, string][] = [
    [{ rumus: 'a', data: { a: 12 } }, 'data.a'],
    [{ rumus: 'a', data: { a: { nilai: 12 } } }, 'data.a.nilai'],
    [{ rumus: 'SUM(t[x])', data: { t: [{ x: '1' }, { x: 2 }] } }, 'data.t[1].x'],
    [{ rumus: '1', target: 10 }, 'target'],
    [{ rumus: '1', target: { min: '1', maks: 2 }, polaritas: 'STABIL_RENTANG' }, 'target.maks'],
    [{ rumus: '1', batas: 120 }, 'batas'],
  ]
  for (const [kase, jalur] of places) {
    const { nilai, capaian, jejak } = run(kase)
    assert.ok(nilai.status === 'GALAT' && capaian.status === 'GALAT')
    assert.deepEqual([nilai.kode, nilai.letak, jejak], ['ANGKA_JSON', { jalur }, null])
  }
})

test('a wrong formula says what, where, and what was expected', () => {
  const { nilai } = run({ rumus: 'realisasi /\n  ', data: { realisasi: '12' } })
  assert.ok(nilai.status === 'GALAT' && 'baris' in nilai.letak)
  assert.deepEqual([nilai.letak.baris, nilai.letak.kolom], [2, 3])
  assert.ok(nilai.diharapkan?.includes('angka'))
})

test('empty states go in and come out, each with its words', () => {
  const of = (status: string) => run({ rumus: 'a', data: { a: { status } }, target: '10' })
  assert.deepEqual(of('BELUM_RILIS').nilai, { status: 'BELUM_RILIS', tampil: 'Data belum rilis' })
  assert.deepEqual(of('TIDAK_DITARGETKAN').capaian, { status: 'TIDAK_DITARGETKAN', tampil: 'N/A', kategori: null })
  assert.equal(of('KOSONG').capaian.status, 'KOSONG')
  assert.equal(run({ rumus: '5' }).capaian.status, 'KOSONG', 'without a target')
})

test('a range as target, a cap, a category by name', () => {
  assert.equal(
    run({ rumus: 'r', data: { r: '60' }, target: { min: '80', maks: '100' }, polaritas: 'STABIL_RENTANG' }).capaian.tampil,
    '75,00',
  )
  assert.equal(run({ rumus: 'r', data: { r: '60' }, target: '10', batas: '120' }).capaian.tampil, '120,00')
  assert.equal(
    run({ rumus: 'opini', data: { opini: 'WDP' }, target: 'WTP', polaritas: 'KATEGORI', skor: { WTP: '100', WDP: '75' } }).capaian
      .tampil,
    '75,00',
  )
})

test('a column is not a result', () => {
  const { nilai } = run({ rumus: 't[x]', data: { t: [{ x: '1' }] } })
  assert.ok(nilai.status === 'GALAT' && nilai.kode === 'BUKAN_SATU_NILAI')
})

test('a case of the wrong shape is refused in words, with its place', () => {
  const wrong: [unknown, string][] = [
    [null, ''],
    [{}, 'rumus'],
    [{ rumus: '1', polaritas: 'NAIK' }, 'polaritas'],
    [{ rumus: '1', desimal: 2.5 }, 'desimal'],
    [{ rumus: '1', data: { a: null } }, 'data.a'],
    [{ rumus: '1', data: { a: { status: 'RUSAK' } } }, 'data.a'],
    [{ rumus: '1', data: { t: ['x'] } }, 'data.t[0]'],
    [{ rumus: '1', data: { A: '1', a: '2' } }, 'data.a'],
    [{ rumus: '1', skala: 'constructor' }, 'skala'],
    [{ rumus: '1', target: { min: '1' }, polaritas: 'STABIL_RENTANG' }, 'target.maks'],
  ]
  for (const [kase, jalur] of wrong) {
    const { nilai } = run(kase)
    assert.ok(nilai.status === 'GALAT' && nilai.pesan.length > 10, JSON.stringify(kase))
    assert.deepEqual(nilai.letak, { jalur })
  }
})

test('a column that a row names twice is refused, as a figure is: neither is dropped in silence', () => {
  const { nilai } = calc({ rumus: 'SUM(t[x])', data: { t: [{ x: '1', X: '2' }] } }, SKALA)
  assert.deepEqual([nilai.status, (nilai as { kode?: string }).kode], ['GALAT', 'NAMA_GANDA'])
})
