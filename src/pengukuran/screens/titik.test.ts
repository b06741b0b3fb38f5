import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jakartaPusat2024 } from '../contoh.testing.ts'
import { explainFrom } from '../explanation.ts'
import { keadaanOf } from '../keadaan.ts'
import { inWords } from '../rantai.ts'
import { type Penjelasan, titikOfHasil, walk } from './titik.ts'

const bahan = jakartaPusat2024()
const explained = (kode: string, bacaan = {}) =>
  titikOfHasil((explainFrom(bahan, 'dki.jakpus', kode, '2024', bacaan) as unknown as Penjelasan).hasil)

test('from the index one walks down to a kelurahan and the line of the paper', () => {
  const { level, lost } = walk(explained('IKL'), ['IKM.2024', 'IKM.2024-S1', 'Gambir', 'Petojo Utara'])
  assert.equal(lost, undefined)
  const last = level.at(-1)!
  assert.deepEqual([last.nilai.teks, last.asal, last.dimensi?.kecamatan], ['82.36', '003_7ac1d614aa532084.txt:1935', 'Gambir'])
  assert.deepEqual(last.anak(), [])
})

test('a kecamatan opens its own kelurahan and no other', () => {
  const { level } = walk(explained('IKL'), ['IKM.2024', 'IKM.2024-S1', 'Gambir'])
  const names = level
    .at(-1)!
    .anak()
    .map((p) => p.nama)
  assert.deepEqual(names.toSorted(), ['Cideng', 'Duri Pulo', 'Gambir', 'Kebon Kelapa', 'Petojo Selatan', 'Petojo Utara'])
})

test('groups of groups open one after the other: bidang, unsur, variabel', () => {
  const { level, lost } = walk(explained('IKL', { IEK: 'VARIABEL' }), ['IEK.2024', 'IEK.2024-S2', 'Pemerintahan'])
  assert.equal(lost, undefined)
  const unsur = level.at(-1)!.anak()
  assert.equal(unsur.length, 9)
  assert.ok(unsur[0]!.anak().length > 0)
  assert.ok(unsur[0]!.anak().every((v) => v.asal))
})

test('the levels of a number have names that tell them apart', () => {
  const visit = (depth: number, top: ReturnType<typeof explained>): void => {
    const names = top.anak().map((p) => p.kunci)
    assert.equal(new Set(names).size, names.length, `${top.nama}: ${names.join(', ')}`)
    if (depth < 6) for (const p of top.anak()) visit(depth + 1, p)
  }
  for (const kode of ['IKL', 'IKM', 'IEK', 'NKA']) visit(0, explained(kode))
})

test('a step that does not exist ends the walk and is named', () => {
  const { level, lost } = walk(explained('IKL'), ['IKM.2024', 'Entah'])
  assert.deepEqual([level.length, lost], [2, 'Entah'])
})

test('a formula is read without brackets', () => {
  assert.equal(
    inWords('rata-rata dari (rata-rata dari kelurahan[nilai] per kelurahan[kecamatan])'),
    'rata-rata dari (rata-rata dari nilai kelurahan per kecamatan)',
  )
})

test('the state of a result: reached means the unrounded 100, and nothing missing is ever reached', () => {
  const of = (capaian: string | null, capaianStatus = 'NILAI', status = 'NILAI') =>
    keadaanOf({ periode: '2024', status, capaianStatus, capaian, target: '1' })
  assert.deepEqual(
    ['100', '99.9999', '90.01', '90', '0'].map((c) => of(c)),
    ['tercapai', 'waspada', 'waspada', 'tidak-tercapai', 'tidak-tercapai'],
  )
  assert.deepEqual(
    ['KOSONG', 'BELUM_RILIS', 'TIDAK_DITARGETKAN', 'GALAT'].map((s) => of(null, s, s)),
    ['belum-ada-data', 'belum-rilis', 'tidak-jatuh-tempo', 'galat'],
  )
  assert.equal(
    keadaanOf({ periode: '2024', status: 'NILAI', capaianStatus: 'KOSONG', capaian: null, target: null }),
    'tanpa-target',
  )
})
