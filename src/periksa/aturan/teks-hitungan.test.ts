import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periksaTeks } from './periksa-teks.testing.ts'
import { teksHitungan } from './teks-hitungan.ts'

const found = (text: string) => periksaTeks(teksHitungan, text)

test('spending: the percentage after a budget and its realisation', () => {
  assert.deepEqual(
    found('Dianggarkan sebesar Rp. 260.857.868.020,00 dan terealisasi sebesar Rp. 244.672.216.044,00 atau 93,80%.').temuan,
    [],
  )
  assert.deepEqual(found('Dianggarkan sebesar Rp. 200.000 dan terealisasi sebesar Rp. 150.000 atau 85%.').temuan, ['1: 85% => 75'])
})

test('achievement: result against target, whichever is named first', () => {
  assert.equal(found('Realisasi mencapai target dengan nilai 90,35 dari target 85 atau capaian rata-rata 106,3%.').cocok.length, 1)
  assert.equal(found('Dengan target 85 dan realisasi 90,35 capaian 106,29%.').cocok.length, 1)
  assert.deepEqual(found('Dengan target 80 dan realisasi 90 capaian 104,5%.').temuan, ['1: 104,5% => 112,5'])
})

test('change: by how much something rose or fell, in points or in percent', () => {
  assert.equal(found('Nilainya naik sebesar 3,2 dari 86,0 menjadi 89,2.').cocok.length, 1)
  assert.equal(found('Jumlahnya meningkat sebesar 25% dari 80 menjadi 100 orang.').cocok.length, 1)
  assert.deepEqual(found('Nilainya turun sebesar 3,2 dari 86,0 menjadi 81,8.').temuan, ['1: 3,2 => 4,2'])
})

test('shares: counts with their percentages are of one total, which most of them prove', () => {
  const all = (last: string) =>
    found(`Dari total 106 pegawai, 47 orang atau 44,33%, 40 orang atau 37,73%, 11 orang atau 10,37% dan 8 orang atau ${last}.`)
  assert.deepEqual([all('7,54%').temuan, all('7,54%').cocok.length], [[], 4])
  assert.deepEqual(all('9,54%').temuan, ['1: 9,54% => 7,5471'])
})

test('years, other sentences and what is left over are no parts of a percentage', () => {
  assert.deepEqual(found('Target tahun 2023 sebesar 60%, dan capaian realisasi 74,58%.').temuan, [])
  assert.deepEqual(found('Realisasi Rp 100.000. Tahun lalu Rp 90.000. Penyerapan menjadi 95%.').temuan, [])
  assert.deepEqual(found('Anggaran Rp 200.000 terealisasi Rp 150.000, sisa 25%.').temuan, [])
})
