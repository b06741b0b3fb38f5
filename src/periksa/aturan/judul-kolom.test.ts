import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judulKolom } from './judul-kolom.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const table = (title: string, cells: string[]) =>
  periksaTeks(
    judulKolom,
    `No|Perangkat Daerah|${title}`,
    ...cells.map((c, i) => `${i + 1}|Dinas ${'ABCD'[i]}|${c}`),
    '',
    'Tabel 1 Hasil',
  ).temuan

test('a predicate is a name, and a score is a number', () => {
  assert.deepEqual(table('Predikat', ['A', 'BB', 'A']), [])
  assert.deepEqual(table('Nilai', ['86,5', '79,2', '88,1']), [])
  assert.deepEqual(table('Predikat', ['396.5', '386.5', '353']), ['1: Predikat => Nilai'])
  assert.deepEqual(table('Opini', ['3', '40', '30']), ['1: Opini => Nilai'])
  assert.deepEqual(table('Nilai', ['A', 'BB', 'A']), ['1: Nilai => Predikat'])
})

test('predicates with their number, numbered classes and two rows prove nothing', () => {
  assert.deepEqual(table('Nilai', ['A (82)', 'BB (75)', 'A (81)']), [])
  assert.deepEqual(table('Kategori', ['1', '3', '2']), [])
  assert.deepEqual(table('Predikat', ['396.5', '386.5']), [])
})
