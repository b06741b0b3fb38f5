// The chain that must hold from the first day: 44 kelurahan and 78 variables of 2024 to one capaian (product.md).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDecimal, HUNDRED, isDecimal, parseDecimal, round } from '../platform/kernel/decimal.ts'
import { computeCapaian, findKategori } from './capaian.ts'
import { evaluate } from './evaluate.ts'
import { SKALA, say, treeOf } from './testing.ts'
import { kelurahan, type Semester, variabel } from './testing-jakarta-pusat-2024.ts'
import { type Datum, exact, type Value } from './value.ts'

const IKM = 'AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan]))'
const IEK = 'AVERAGE(AVERAGE(AVERAGE(variabel[nilai] BY variabel[bidang], variabel[unsur]) BY variabel[bidang]))'
const FIELDS = { 1: ['95.70', '97.60', '95.56'], 2: ['95.90', '97.43', '97.11'] }

function evaluateSemester(rumus: string, semester: Semester): Datum {
  const tables = { kelurahan: kelurahan(semester), variabel: variabel(semester) }
  return evaluate(treeOf(rumus), { data: (name) => tables[name as keyof typeof tables] }).hasil as Datum
}

function mean(...values: Datum[]): Datum {
  const rumus = `AVERAGE(${values.map((_, i) => `v${i}`).join(', ')})`
  return evaluate(treeOf(rumus), { data: (name) => values[Number(name.slice(1))] }).hasil as Datum
}

function printed(semester: Semester): Datum {
  return mean(...FIELDS[semester].map((text) => exact(parseDecimal(text))))
}

function show(value: Value, places = 2): string {
  assert.ok(value.status === 'NILAI' && isDecimal(value.nilai))
  return formatDecimal(value.nilai, places)
}

const capaianOf = (realisasi: Datum) => computeCapaian({ polaritas: 'MAKSIMAL', realisasi, target: exact(parseDecimal('93.93')) })
const ikm = mean(evaluateSemester(IKM, 1), evaluateSemester(IKM, 2))

test('44 kelurahan: 98,63 and 99,33 in the semesters, 98,98 in the year', () => {
  assert.deepEqual(
    [show(evaluateSemester(IKM, 1), 4), show(evaluateSemester(IKM, 2), 4), show(ikm)],
    ['98,6285', '99,3327', '98,98'],
  )
})

test('13 variables: mean of each unsur, of each field, of the three fields', () => {
  const fields = evaluate(treeOf('AVERAGE(AVERAGE(variabel[nilai] BY variabel[bidang], variabel[unsur]) BY variabel[bidang])'), {
    data: () => variabel(1),
  })
  assert.deepEqual(
    fields.jejak.sel!.map(({ hasil }) => 'nilai' in hasil && formatDecimal(parseDecimal(hasil.nilai), 2)),
    ['95,70', '97,60', '95,56'],
  )
  assert.equal(show(evaluateSemester(IEK, 1)), '96,29')
})

test('from the field values as printed: 96,29, 96,81, year 96,55, mean 97,77, capaian 104,08, Sangat Tinggi', () => {
  const iek = mean(printed(1), printed(2))
  const ikl = mean(ikm, iek)
  assert.deepEqual(
    [show(printed(1)), show(printed(2)), show(iek), show(ikl, 4), show(ikl)],
    ['96,29', '96,81', '96,55', '97,7653', '97,77'],
  )
  assert.equal(show(capaianOf(ikl)), '104,08')
  assert.equal(findKategori(capaianOf(ikl), SKALA.PERMENDAGRI_86_2017_DISESUAIKAN), 'Sangat Tinggi')
})

test('from the 78 variables: the second field is 97,52, the year 96,57, the mean 97,7733, capaian 104,09', () => {
  const field = evaluateSemester(
    'AVERAGE(AVERAGE(FILTER(variabel[nilai], variabel[bidang] = "Perekonomian dan Pembangunan") BY variabel[unsur]))',
    2,
  )
  const iek = mean(evaluateSemester(IEK, 1), evaluateSemester(IEK, 2))
  assert.deepEqual(
    [show(field), show(iek), show(mean(ikm, iek), 4), show(capaianOf(mean(ikm, iek)))],
    ['97,52', '96,57', '97,7733', '104,09'],
  )
})

test('four ways of getting it wrong give other numbers, and are other formulas', () => {
  const flatKelurahan = mean(evaluateSemester('AVERAGE(kelurahan[nilai])', 1), evaluateSemester('AVERAGE(kelurahan[nilai])', 2))
  assert.equal(show(flatKelurahan), '98,85', 'the plain mean of the 44')

  const flatVariables = evaluateSemester('AVERAGE(FILTER(variabel[nilai], variabel[bidang] = "Pemerintahan"))', 1)
  assert.equal(show(flatVariables), '95,33', 'the plain mean of the 13 variables')

  const ikl = mean(ikm, mean(printed(1), printed(2)))
  assert.ok(ikl.status === 'NILAI' && isDecimal(ikl.nilai))
  assert.equal(show(capaianOf(exact(round(ikl.nilai, 2)))), '104,09', 'rounded before it is divided')

  const K = 'AVERAGE((b[rpd] - ABS(b[rpd] - b[ra])) / b[rpd] * 100)'
  const months = ['38.30', '74.45', '70.09', '80.81', '83.45', '83.09', '86.19', '89.93', '88.10', '91.47', '91.84']
  const spending = (december: unknown) => ({ b: [...months.map((ra) => ({ rpd: '100', ra })), { rpd: '100', ra: december }] })
  const rounded = (data: object) => say(`ROUND(${K}, 2)`, data)
  assert.equal(rounded(spending('0')), '73.14', 'a blank December counted as 0')
  assert.equal(rounded(spending({ status: 'KOSONG' })), 'KOSONG', 'a blank December is missing, and so is the mean')
  assert.equal(rounded(spending('95.69')), '81.12')
})

test('the trace leads down to the line of the paper that Petojo Utara stands on', () => {
  const { jejak } = evaluate(treeOf(IKM), { data: () => kelurahan(1) })
  const cells = jejak.anak[0]!.anak[0]!.sel!
  assert.equal(cells.length, 44)
  assert.deepEqual(
    cells.find((cell) => cell.dimensi.nama === 'Petojo Utara'),
    {
      dimensi: { kecamatan: 'Gambir', nama: 'Petojo Utara' },
      hasil: { status: 'NILAI', nilai: '82.36' },
      asal: { berkas: '003_7ac1d614aa532084.txt', baris: 1935 },
    },
  )
  assert.equal(jejak.anak[0]!.sel!.length, 8)
})

test('132 of 177 against 60 is 124,29, not the 124,30 of the rounded ratio', () => {
  const ratio = parseDecimal('132').div(parseDecimal('177')).times(HUNDRED)
  const against = (r: typeof ratio) =>
    show(computeCapaian({ polaritas: 'MAKSIMAL', realisasi: exact(r), target: exact(parseDecimal('60')) }))
  assert.deepEqual([against(ratio), against(round(ratio, 2))], ['124,29', '124,30'])
})
