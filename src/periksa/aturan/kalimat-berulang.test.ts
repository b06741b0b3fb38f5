import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kalimatBerulang } from './kalimat-berulang.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const report = (end: string) =>
  periksaTeks(
    kalimatBerulang,
    'RINGKASAN EKSEKUTIF',
    '',
    'Nilai kinerja anggaran wilayah tahun 2024 sebesar 94,51%.',
    '',
    'KESIMPULAN',
    '',
    end,
  )

test('what the summary says, the conclusion says again', () => {
  assert.deepEqual(report('Nilai kinerja anggaran wilayah tahun 2024 adalah 94,51%.').cocok, ['7: baris 7 = baris 3'])
})

test('the same words with another figure are found', () => {
  assert.deepEqual(report('Nilai kinerja anggaran wilayah tahun 2024 adalah 95,41%.').temuan, ['7: 95,41% => 94,51%'])
})

test('another year, another name and few words are another thing', () => {
  for (const end of [
    'Nilai kinerja anggaran wilayah tahun 2023 adalah 95,41%.',
    'Nilai kinerja anggaran kecamatan tahun 2024 adalah 95,41%.',
    'Nilainya 95,41%.',
  ])
    assert.deepEqual(report(end).temuan, [], end)
})
