import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  blankFindings,
  blankMonths,
  type Month,
  monthsOver,
  type Program,
  refuseMixed,
  refuseTree,
  serapan,
  sumFindings,
  toCumulative,
  total,
  yearFindings,
} from './rules.ts'

const program = (kode: string, induk: string | null, pagu: string | null, more: Partial<Program> = {}): Program => ({
  kode,
  induk,
  jenis: induk ? 'KEGIATAN' : 'PROGRAM',
  paguAwal: null,
  pagu,
  realisasi: null,
  ...more,
})
const month = (bulan: number, rpd: string | null, realisasi: string | null, kumulatif = false): Month => ({
  bulan,
  rpd,
  realisasi,
  kumulatif,
})

test('serapan is realisasi over pagu, exactly: 95,69 % of Jakarta Pusat 2024', () => {
  assert.match(serapan('779977900621', '746367815588')!, /^95\.6908926514/)
  assert.equal(serapan('0', '0'), null)
  assert.equal(serapan('100', null), null)
})

test('what is below a program adds up to it (AN-01)', () => {
  const [finding] = sumFindings([
    program('P2.K1', null, '2419568591', { sumber: 'a.txt:2166' }),
    program('S1', 'P2.K1', '2415338591'),
    program('S2', 'P2.K1', '630000'),
  ])
  assert.deepEqual(
    [finding?.aturan, finding?.tercetak, finding?.seharusnya, finding?.baris],
    ['AN-01', '2.419.568.591', '2.415.968.591', 2166],
  )
  assert.match(finding!.penjelasan, /selisihnya 3\.600\.000/)
})

test('an unknown amount below accuses nobody', () => {
  assert.deepEqual(sumFindings([program('P', null, '10'), program('A', 'P', '4'), program('B', 'P', null)]), [])
  assert.equal(total(['1', null]), null)
})

test('cents are added exactly, as binary floats are not', () => {
  assert.deepEqual(sumFindings([program('P', null, '0.3'), program('A', 'P', '0.1'), program('B', 'P', '0.2')]), [])
})

test('kinds of spending come to the same total as programs', () => {
  const found = sumFindings([program('P', null, '10'), program('BELANJA', null, '11', { jenis: 'JENIS_BELANJA' })])
  assert.deepEqual(
    found.map((t) => [t.jenis, t.tercetak, t.seharusnya]),
    [['cross-table', '11', '10']],
  )
})

test('the plan of twelve months ends at the pagu', () => {
  const months = [month(12, '11', '9', true)]
  assert.deepEqual(
    yearFindings([program('P', null, '10')], months).map((t) => t.letak),
    ['RPD setahun'],
  )
  assert.deepEqual(yearFindings([program('P', null, '11')], months), [])
})

test('a blank month is not 0 and blocks K (AN-02)', () => {
  const months = [month(11, '605', '655', true), month(12, '780', null, true)]
  assert.deepEqual(blankMonths([...Array.from({ length: 10 }, (_, i) => month(i + 1, '1', '1', true)), ...months], 12), [12])
  const [finding] = blankFindings(2024, months, 12).filter((t) => t.letak.includes('Desember'))
  assert.equal(finding?.berat, 'tinggi')
  assert.match(finding!.penjelasan, /Realisasi Desember 2024 belum ada.*bukan 0/)
})

test('a month with 0 spent is a known month', () => {
  assert.deepEqual(blankMonths([month(1, '10', '0')], 1), [])
})

test('only months that are over are due', () => {
  assert.deepEqual([monthsOver(2024, '2025-01-01'), monthsOver(2025, '2025-03-10'), monthsOver(2026, '2025-03-10')], [12, 2, 0])
})

test('monthly amounts are added up; after an unknown month nothing is known', () => {
  assert.deepEqual(toCumulative([month(2, '20', null), month(1, '10', '9'), month(3, '30', '29')]), [
    { bulan: 1, rpd: '10', realisasi: '9' },
    { bulan: 2, rpd: '30', realisasi: null },
    { bulan: 3, rpd: '60', realisasi: null },
  ])
  assert.deepEqual(toCumulative([month(1, '10', '9'), month(3, '30', '29')])[1], { bulan: 3, rpd: null, realisasi: null })
})

test('cumulative amounts stand as they are printed', () => {
  assert.deepEqual(toCumulative([month(12, '780', null, true)]), [{ bulan: 12, rpd: '780', realisasi: null }])
})

test('cumulative and monthly figures are not mixed in one year', () => {
  assert.equal(refuseMixed([month(1, '1', '1', true)], false)?.refused, 'DITOLAK_ATURAN')
  assert.equal(refuseMixed([month(1, '1', '1', true)], true), undefined)
})

test('a parent is there, and nobody is above himself', () => {
  assert.equal(refuseTree([{ kode: 'A', induk: 'B' }])?.refusal.refused, 'TIDAK_VALID')
  assert.equal(
    refuseTree([
      { kode: 'A', induk: 'B' },
      { kode: 'B', induk: 'A' },
    ])?.refusal.refused,
    'DITOLAK_ATURAN',
  )
  assert.equal(
    refuseTree([
      { kode: 'B', induk: 'A' },
      { kode: 'A', induk: null },
    ]),
    undefined,
  )
})
