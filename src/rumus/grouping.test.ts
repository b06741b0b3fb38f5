import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NA, NONE, say, traceOf } from './testing.ts'

const t = [
  { kec: 'B', jenis: 'x', nilai: '1', bobot: '1' },
  { kec: 'A', jenis: 'x', nilai: '2', bobot: '3' },
  { kec: 'B', jenis: 'y', nilai: '3', bobot: '1' },
]

test('BY gives one value for each key, in the order in which the keys appear', () => {
  assert.equal(say('AVERAGE(t[nilai] BY t[kec])', { t }), '2 2')
  assert.deepEqual(
    traceOf('SUM(t[nilai] BY t[kec], t[jenis])', { t }).sel?.map((sel) => sel.dimensi),
    [
      { 't[kec]': 'B', 't[jenis]': 'x' },
      { 't[kec]': 'A', 't[jenis]': 'x' },
      { 't[kec]': 'B', 't[jenis]': 'y' },
    ],
  )
})

test('groups can be grouped again by one of their keys, named as before in capitals or not', () => {
  assert.equal(say('MAX(SUM(t[nilai] BY t[kec], t[jenis]) BY T[Kec])', { t }), '3 2')
  assert.equal(say('SUM(SUM(t[nilai] BY t[kec]) BY t[jenis])', { t }), 'KUNCI_TIDAK_DIKENAL')
})

test('all arguments of an aggregate are grouped together', () => {
  assert.equal(say('SUMPRODUCT(t[nilai], t[bobot] BY t[kec]) / SUM(t[bobot] BY t[kec])', { t }), '2 2')
})

test('a filtered column finds its keys again', () => {
  assert.equal(say('SUM(FILTER(t[nilai], t[nilai] > 1) BY t[kec])', { t }), '2 3')
})

test('two filters of one table that keep other rows do not go together', () => {
  assert.equal(say('SUM(FILTER(t[nilai], t[nilai] > 1) BY FILTER(t[kec], t[nilai] < 3))', { t }), 'PANJANG_BERBEDA')
})

test('the same groups go together in whichever order their rows stand', () => {
  const months = { a: [{ bulan: 'Februari', n: '6' }, { bulan: 'Januari', n: '10' }], b: [{ bulan: 'Januari', n: '5' }, { bulan: 'Februari', n: '2' }] } // biome-ignore format: two tables
  assert.equal(say('SUM(SUM(a[n] BY a[bulan]) / SUM(b[n] BY b[bulan]))', months), '5')
  assert.equal(say('SUMPRODUCT(SUM(a[n] BY a[bulan]), SUM(b[n] BY b[bulan]))', months), 'KELOMPOK_BERBEDA')
  assert.equal(say('SUMPRODUCT(SUM(a[n] BY a[bulan]), SUM(a[n] BY a[bulan]))', months), '136')
})

test('groups of different keys do not go together row by row', () => {
  assert.equal(say('SUM(t[nilai] BY t[kec]) / SUM(t[nilai] BY t[jenis])', { t }), 'KELOMPOK_BERBEDA')
})

test('a row whose key is missing belongs to no known group', () => {
  assert.equal(say('SUM(t[nilai] BY t[kec])', { t: [...t, { kec: NONE, nilai: '1' }] }), 'KUNCI_KOSONG')
})

test('a code with a leading zero is a text, so that 01 and 1 are two groups', () => {
  assert.equal(
    say('COUNT(t[nilai] BY t[kec])', {
      t: [
        { kec: '01', nilai: '1' },
        { kec: '1', nilai: '1' },
      ],
    }),
    '1 1',
  )
})

test('a group in which nothing was targeted is skipped by the next mean', () => {
  assert.equal(say('AVERAGE(AVERAGE(t[nilai] BY t[kec]))', { t: [...t, { kec: 'C', nilai: NA }] }), '2')
})

test('of a filter that left no row, a grouped summary says so as a plain one does', () => {
  const data = { t: [{ x: '1', k: 'A' }] }
  assert.equal(say('SUM(AVERAGE(FILTER(t[x], t[k] = "Z") BY t[k]))', data), 'KELOMPOK_KOSONG')
  assert.equal(say('SUM(AVERAGE(AVERAGE(FILTER(t[x], t[k] = "Z") BY t[k]) BY t[k]))', data), 'KELOMPOK_KOSONG')
})
