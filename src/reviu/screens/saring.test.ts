import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Temuan } from './data.ts'
import { saring, tetangga } from './saring.ts'

const temuan = (kunci: string, more: Partial<Temuan>): Temuan =>
  ({ kunci, jenis: 'sum', berat: 'tinggi', keyakinan: 0.9, putusan: null, ...more }) as Temuan
const A = temuan('a', {})
const B = temuan('b', { jenis: 'ratio', berat: 'rendah', keyakinan: 0.4 })
const C = temuan('c', { putusan: { putusan: 'DITOLAK', alasan: 'x', namaOleh: 'x', pada: '', version: 1 } })
const D = temuan('d', { putusan: { putusan: null, alasan: null, namaOleh: 'x', pada: '', version: 2 } })
const ALL = [A, B, C, D]

test('without a filter all findings are shown, with several those that fit each', () => {
  assert.deepEqual(saring(ALL, {}), ALL)
  assert.deepEqual(saring(ALL, { jenis: 'ratio' }), [B])
  assert.deepEqual(saring(ALL, { berat: 'tinggi', putusan: 'DITOLAK' }), [C])
  assert.deepEqual(saring(ALL, { yakin: '80' }), [A, C, D])
})
test('a decision that was taken back is none', () => assert.deepEqual(saring(ALL, { putusan: 'BELUM' }), [A, B, D]))
test('after the last comes the first; without a choice one begins at an end', () => {
  assert.equal(tetangga(ALL, 'd', 1), A)
  assert.equal(tetangga(ALL, 'a', -1), D)
  assert.equal(tetangga(ALL, undefined, 1), A)
  assert.equal(tetangga(ALL, undefined, -1), D)
  assert.equal(tetangga([], 'a', 1), undefined)
})
