import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ringkasan } from './data.ts'
import { pickOffices, sebaranOf, sortOffices } from './sebaran.ts'

const office = (kode: string, indikator: number, bernilai: number, belum: number, rerata: string | null): Ringkasan => ({
  kode,
  nama: `Dinas ${kode.toUpperCase()}`,
  indikator,
  bernilai,
  rerata,
  tercapai: bernilai - belum,
  belum,
})
const A = office('a', 10, 10, 0, '101.5')
const B = office('b', 10, 10, 2, '99.05')
const C = office('c', 10, 4, 0, '120')
const D = office('d', 10, 0, 0, null)
const E = office('e', 0, 0, 0, null)
const codes = (rows: readonly Ringkasan[]) => rows.map((r) => r.kode).join('')

test('an office has reached all only where every indicator has an achievement', () => {
  assert.deepEqual([A, B, C, D, E].map(sebaranOf), ['tercapai', 'di-bawah', 'sebagian', 'belum', 'tanpa'])
})

test('by exact mean, and who has none stands last either way', () => {
  assert.equal(codes(sortOffices([D, A, B, C], 'rendah')), 'bacd')
  assert.equal(codes(sortOffices([D, A, B, C], 'tinggi')), 'cabd')
  assert.equal(codes(sortOffices([office('x', 1, 1, 0, '9.5'), office('y', 1, 1, 0, '10.5')], 'rendah')), 'xy')
})

test('most below target, most without data, and by name', () => {
  assert.equal(codes(sortOffices([A, B, C, D], 'belum'))[0], 'b')
  assert.equal(codes(sortOffices([A, B, C, D], 'data')).slice(0, 2), 'dc')
  assert.equal(codes(sortOffices([D, C, B, A], 'nama')), 'abcd')
})

test('by state and by every word, literally', () => {
  assert.equal(codes(pickOffices([A, B, C, D, E], 'sebagian', '')), 'c')
  assert.equal(codes(pickOffices([A, B, C], undefined, 'b DINAS')), 'b')
  assert.equal(codes(pickOffices([A, B, C], undefined, '.*')), '')
})
