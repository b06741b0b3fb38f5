import assert from 'node:assert/strict'
import { test } from 'node:test'
import { klaimCapaian } from './klaim-capaian.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const paper = (...text: string[]) =>
  periksaTeks(
    klaimCapaian, 'Laporan Kinerja Instansi Pemerintah', 'Tahun 2024', '', 'No|Indikator Kinerja|Target|Realisasi|Capaian',
    '1|Persentase penyelesaian pengaduan warga|100|99,99|99,99', '2|Indeks Layanan Wilayah Barat|90|93,6|104', '3|Indeks Layanan Wilayah Timur|80|80|100',
    '4|Indeks Layanan Wilayah Utara|90|99|110', '5|Nilai mutu arsip dinamis|80|80|100', '', 'Tabel 1 Capaian Tahun 2024', '', ...text,
  ).temuan // biome-ignore format: as printed

test('what is said to reach its target reaches it in the table', () => {
  assert.deepEqual(paper('Indikator Indeks Layanan Wilayah Timur tahun 2024 mencapai target.'), [])
  assert.deepEqual(paper('Indikator Persentase penyelesaian pengaduan warga mencapai target 100%.'), [
    '13: mencapai target 100%. => 99,99',
  ])
})
test('a sentence that says it may, should or did in another year says nothing', () => {
  for (const text of [
    'Agar Persentase penyelesaian pengaduan warga mencapai target diperlukan koordinasi.',
    'Persentase penyelesaian pengaduan warga belum mencapai target.',
    'Pada tahun 2023 Persentase penyelesaian pengaduan warga mencapai target.',
  ])
    assert.deepEqual(paper(text), [], text)
})
test('all of them is without an exception, of the group that is named', () => {
  assert.deepEqual(paper('Seluruh indikator kinerja tahun ini mencapai target.'), ['13: mencapai target. => 99,99'])
  assert.deepEqual(paper('Hampir seluruh indikator kinerja tahun ini mencapai target.'), [])
})
test('a share of the indicators is that of the table', () => {
  assert.deepEqual(paper('Sebanyak 40% indikator kinerja telah melampaui target.'), [])
  assert.deepEqual(paper('Sebanyak 2 (dua) indikator kinerja melampaui target.'), [])
  assert.deepEqual(paper('Sebanyak 60% indikator kinerja telah melampaui target.'), ['13: 60% => 40%'])
})
