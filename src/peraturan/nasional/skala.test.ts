// A value at the end of an interval belongs where the regulation says, and between two intervals to one of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDecimal } from '../../platform/kernel/decimal.ts'
import { atMaximum, findSkala, SKALA, SKALA_CAPAIAN, SKALA_NILAI, type Skala, tingkatOf } from './skala.ts'

const name = (skala: Skala, nilai: string) => {
  const tingkat = tingkatOf(skala, parseDecimal(nilai))
  return tingkat ? (tingkat.kode ?? tingkat.sebutan) : null
}
const names = (kode: string, ...nilai: string[]) => nilai.map((n) => name(findSkala(kode)!, n)).join(', ')

test('mutu IKM is compared after rounding to two decimals, for its intervals have gaps', () => {
  assert.equal(names('IKM_MUTU', '88.304', '88.305', '88.31', '100'), 'B, A, A, A')
  assert.equal(names('IKM_MUTU', '76.60', '76.604', '76.605', '64.994', '64.995', '25'), 'C, C, B, D, C, D')
  assert.equal(names('IKM_MUTU_INTERVAL', '1', '2.594', '2.595', '3.06', '3.07', '3.534', '3.535', '4'), 'D, D, C, C, B, B, A, A')
  assert.equal(name(findSkala('IKM_MUTU')!, '24.99'), null)
})

test('sistem merit begins at 325, 250, 175 and 100; 324,5 is still Baik', () => {
  assert.equal(
    names('SISTEM_MERIT', '400', '350.5', '325', '324.5', '250', '249.99', '175', '174.9', '100'),
    'IV, IV, IV, III, III, II, II, I, I',
  )
  assert.equal(name(findSkala('SISTEM_MERIT')!, '99'), null)
})

test('the ends of sistem merit scale with the highest value of the scope', () => {
  const bpsdm = atMaximum(findSkala('SISTEM_MERIT')!, '38')
  assert.deepEqual(
    bpsdm.tingkat.map((t) => t.dari),
    ['30.875', '23.75', '16.625', '9.5'],
  )
  assert.deepEqual(
    ['38', '30.875', '30.86', '23.75', '16.625', '9.5'].map((n) => name(bpsdm, n)),
    ['IV', 'IV', 'III', 'III', 'II', 'I'],
  )
})

test('IP ASN is Tinggi above 80 and Sangat Tinggi above 90', () =>
  assert.equal(
    names('IP_ASN', '91', '90', '88.4', '80', '70', '60'),
    'Sangat Tinggi, Tinggi, Tinggi, Sedang, Rendah, Sangat Rendah',
  ))

test('Nilai Kinerja Anggaran has other names in the Province than in the PMK', () => {
  assert.equal(names('NKA_DKI', '90.01', '90', '83.5', '70', '60.01', '60'), 'Sangat Baik, Baik, Baik, Cukup, Cukup, Rendah')
  assert.equal(
    names('NKA_PMK', '90.01', '90', '80', '70', '60', '50.01', '50'),
    'Sangat Baik, Baik, Cukup, Cukup, Kurang, Kurang, Sangat Kurang',
  )
})

test('the predicate of AKIP has open lower ends: 90,00 is A', () => {
  assert.equal(
    names('PREDIKAT_AKIP', '100', '90.01', '90', '88.45', '85.75', '80.95', '80', '70', '60', '50', '30'),
    'AA, AA, A, A, A, A, BB, B, CC, C, D',
  )
  assert.equal(name(findSkala('PREDIKAT_AKIP')!, '0'), null)
})

test('capaian is Sangat Tinggi above 90, in both forms of Permendagri 86/2017', () => {
  for (const { kode } of SKALA)
    assert.equal(
      names(kode, '104.08', '90.01', '90', '75', '65', '50'),
      'Sangat Tinggi, Sangat Tinggi, Tinggi, Sedang, Rendah, Sangat Rendah',
    )
})

test('a code names one scale, its levels fall, and calc is given no scale that it cannot read', () => {
  const all = [...SKALA, ...SKALA_NILAI]
  assert.equal(new Set(all.map((s) => s.kode)).size, all.length)
  for (const { kode, tingkat } of all)
    for (const [i, t] of tingkat.slice(1).entries()) assert.ok(t.dari === null || Number(t.dari) < Number(tingkat[i]!.dari), kode)
  assert.ok(Object.values(SKALA_CAPAIAN).every((tingkat) => tingkat.at(-1)!.dari === null && tingkat.every((t) => !t.termasuk)))
})
