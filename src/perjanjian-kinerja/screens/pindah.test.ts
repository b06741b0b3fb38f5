import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lengkap } from './data.ts'
import { dropped } from './pindah.ts'

const sasaran = (id: string, kelompok: string, ...indikator: string[]) => ({
  id,
  kelompok,
  indikator: indikator.map((i) => ({ id: i })),
})
const pk = {
  sasaran: [
    sasaran('a', 'STRATEGIS', 'a1', 'a2'),
    sasaran('b', 'STRATEGIS', 'b1'),
    sasaran('c', 'KHUSUS'),
    sasaran('d', 'KHUSUS', 'd1'),
  ],
} as unknown as Lengkap
const drop = (...args: [seret: string, baris: string, sisi: 'sebelum' | 'sesudah']) =>
  dropped(pk, ...args)
    ?.map((s) => `${s.sasaran}(${s.indikator.join(' ')})`)
    .join(' ')

test('an indicator goes before or after the row it is let go at, under that row’s sasaran', () => {
  assert.equal(drop('indikator/a1', 'indikator/a2', 'sesudah'), 'a(a2 a1) b(b1) c() d(d1)')
  assert.equal(drop('indikator/b1', 'indikator/a1', 'sebelum'), 'a(b1 a1 a2) b() c() d(d1)')
  assert.equal(drop('indikator/a1', 'indikator/d1', 'sebelum'), 'a(a2) b(b1) c() d(a1 d1)')
  assert.equal(drop('indikator/a1', 'sasaran/c', 'sesudah'), 'a(a2) b(b1) c(a1) d(d1)')
  assert.equal(drop('indikator/d1', 'kelompok/STRATEGIS', 'sesudah'), 'a(d1 a1 a2) b(b1) c() d()')
})

test('a sasaran goes with its indicators, whole, and stays in its group', () => {
  assert.equal(drop('sasaran/b', 'indikator/a1', 'sebelum'), 'b(b1) a(a1 a2) c() d(d1)')
  assert.equal(drop('sasaran/b', 'kelompok/STRATEGIS', 'sesudah'), 'b(b1) a(a1 a2) c() d(d1)')
  assert.equal(drop('sasaran/a', 'indikator/b1', 'sesudah'), 'b(b1) a(a1 a2) c() d(d1)')
  assert.equal(drop('sasaran/d', 'sasaran/c', 'sebelum'), 'a(a1 a2) b(b1) d(d1) c()')
  assert.equal(drop('sasaran/a', 'indikator/d1', 'sebelum'), undefined)
})

test('where it stands already, nothing is asked for', () => {
  assert.equal(drop('indikator/a1', 'indikator/a1', 'sesudah'), undefined)
  assert.equal(drop('indikator/a2', 'indikator/a1', 'sesudah'), undefined)
  assert.equal(drop('sasaran/b', 'indikator/a2', 'sesudah'), undefined)
})
