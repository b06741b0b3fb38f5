import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDecimal, isDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { computeCapaian, findKategori, type Polaritas, type Rentang } from './capaian.ts'
import { SKALA } from './testing.ts'
import { type Datum, exact } from './value.ts'

const STATES = ['TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG'] as const
const number = (text: string): Datum => exact(parseDecimal(text))
const datum = (text: string): Datum => {
  const status = STATES.find((state) => state === text)
  return status ? { status } : number(text)
}
const rentang = (min: string, maks: string): Rentang => ({ min: parseDecimal(min), maks: parseDecimal(maks) })

function capaian(
  polaritas: Polaritas,
  realisasi: string,
  target: string | Rentang,
  more: { batas?: string; skor?: Record<string, string> } = {},
): string {
  const result = computeCapaian({
    polaritas,
    realisasi: more.skor ? exact(realisasi) : datum(realisasi),
    target: typeof target !== 'string' ? target : more.skor ? exact(target) : datum(target),
    batas: more.batas ? parseDecimal(more.batas) : null,
    skor: more.skor,
  })
  if (result.status === 'GALAT') return result.kode
  return result.status === 'NILAI' && isDecimal(result.nilai) ? formatDecimal(result.nilai, 2) : result.status
}

test('more is better: R/T × 100', () => {
  assert.deepEqual(
    [capaian('MAKSIMAL', '38', '31'), capaian('MAKSIMAL', '92.44', '80'), capaian('MAKSIMAL', '4', '3.25')],
    ['122,58', '115,55', '123,08'],
  )
})

test('less is better: (2T − R)/T × 100, never below 0', () => {
  assert.deepEqual(
    [capaian('MINIMAL', '9', '8'), capaian('MINIMAL', '6.5', '7'), capaian('MINIMAL', '12', '10'), capaian('MINIMAL', '25', '10')],
    ['87,50', '107,14', '80,00', '0,00'],
  )
})

test('less is better as a ratio: T/R × 100', () => {
  assert.deepEqual(
    [capaian('MINIMAL_RASIO', '9', '8'), capaian('MINIMAL_RASIO', '12', '10'), capaian('MINIMAL_RASIO', '0', '10')],
    ['88,89', '83,33', 'BAGI_NOL'],
  )
})

test('a point to hold: every deviation costs', () => {
  assert.deepEqual(
    [capaian('STABIL_TITIK', '92', '100'), capaian('STABIL_TITIK', '108', '100'), capaian('STABIL_TITIK', '250', '100')],
    ['92,00', '92,00', '0,00'],
  )
})

test('a range to hold: inside is 100', () => {
  const target = rentang('80', '100')
  assert.deepEqual(
    ['92.44', '80', '100', '60', '110', '250'].map((r) => capaian('STABIL_RENTANG', r, target)),
    ['100,00', '100,00', '100,00', '75,00', '90,00', '0,00'],
  )
  assert.equal(capaian('STABIL_RENTANG', '5', rentang('0', '0')), 'TARGET_NOL')
  assert.equal(capaian('STABIL_RENTANG', '5', rentang('9', '8')), 'RENTANG_TERBALIK')
  assert.equal(capaian('STABIL_RENTANG', '5', '8'), 'TARGET_BUKAN_RENTANG')
  assert.equal(capaian('MAKSIMAL', '5', target), 'TARGET_RENTANG')
})

test('categories are worth their scores; a checklist is what is there of what is required', () => {
  const skor = { WTP: '100', WDP: '75', TW: '50', TMP: '25' }
  assert.deepEqual(
    [capaian('KATEGORI', 'WTP', 'WTP', { skor }), capaian('KATEGORI', 'WDP', 'WTP', { skor }), capaian('KATEGORI', '3', '3')],
    ['100,00', '75,00', '100,00'],
  )
  assert.equal(capaian('KATEGORI', 'ABC', 'WTP', { skor }), 'JENIS_TIDAK_COCOK')
  assert.deepEqual([capaian('CHECKLIST', '2', '5'), capaian('CHECKLIST', '4', '5')], ['40,00', '80,00'])
})

test('a target of zero: zero met is 100; where less is better anything else is 0, elsewhere a person must judge', () => {
  for (const polaritas of ['MAKSIMAL', 'MINIMAL', 'MINIMAL_RASIO', 'STABIL_TITIK', 'CHECKLIST'] as const)
    assert.equal(capaian(polaritas, '0', '0'), '100,00')
  assert.deepEqual([capaian('MINIMAL', '1', '0'), capaian('MINIMAL_RASIO', '1', '0')], ['0,00', '0,00'])
  assert.deepEqual([capaian('MAKSIMAL', '1', '0'), capaian('STABIL_TITIK', '1', '0')], ['TARGET_NOL', 'TARGET_NOL'])
  assert.equal(capaian('MAKSIMAL', '1', '-5'), 'TARGET_NEGATIF')
})

test('empty states travel; a quarter without target asks for nothing, whatever the realisasi', () => {
  assert.deepEqual(
    STATES.map((state) => capaian('MAKSIMAL', state, '10')),
    [...STATES],
  )
  for (const realisasi of ['5', ...STATES]) assert.equal(capaian('MAKSIMAL', realisasi, 'TIDAK_DITARGETKAN'), 'TIDAK_DITARGETKAN')
  assert.equal(capaian('MAKSIMAL', '5', 'KOSONG'), 'KOSONG')
  assert.equal(capaian('STABIL_RENTANG', 'BELUM_RILIS', rentang('1', '2')), 'BELUM_RILIS')
})

test('a negative realisasi does not pull capaian below 0, and a cap holds it from above', () => {
  assert.equal(capaian('MAKSIMAL', '-5', '10'), '0,00')
  assert.deepEqual(
    [capaian('MAKSIMAL', '13', '10', { batas: '120' }), capaian('MAKSIMAL', '11', '10', { batas: '120' })],
    ['120,00', '110,00'],
  )
})

test('the category begins above its bound', () => {
  const category = (text: string) => findKategori(number(text), SKALA.PERMENDAGRI_86_2017_DISESUAIKAN)
  assert.deepEqual(['104.08', '90.01', '90', '75', '50', '0'].map(category), [
    'Sangat Tinggi',
    'Sangat Tinggi',
    'Tinggi',
    'Sedang',
    'Sangat Rendah',
    'Sangat Rendah',
  ])
  assert.equal(findKategori({ status: 'KOSONG' }, SKALA.PERMENDAGRI_86_2017_DISESUAIKAN), null)
})
