import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beda, kunciOf, nomorAwal, singkat } from './kata.ts'

test('two texts are one name whatever their numbering, case and marks', () => {
  for (const text of [
    'RA3. Memantau <i>Risiko</i>',
    '3) Memantau risiko;',
    'a. MEMANTAU RISIKO',
    'T/O1.1.2. Memantau risiko',
    '2 Memantau risiko',
  ])
    assert.equal(kunciOf(text), 'memantau risiko', text)
  assert.equal(kunciOf('Percentase Sasaran'), kunciOf('persentase sasaran'))
})

test('a text knows the number that it begins with, and a word is none', () => {
  assert.deepEqual(['RA3. Memantau', 'KK4.1 Terlaksana', '12. Melapor', 'Memantau'].map(nomorAwal), [
    'RA3',
    'KK4.1',
    '12',
    undefined,
  ])
})

test('words differ by letters changed, added, dropped or swapped', () => {
  assert.deepEqual(
    [beda('sistem', 'sitem'), beda('siongs', 'sionsg'), beda('sama', 'sama'), beda('kota', 'kecamatan', 2)],
    [1, 1, 0, 3],
  )
})

test('a long text is cut at a word', () => {
  assert.equal(singkat('satu dua tiga empat', 10), 'satu dua …')
})
