import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periksaTeks } from './periksa-teks.testing.ts'
import { teksTabel } from './teks-tabel.ts'

const paper = (...text: string[]) =>
  periksaTeks(
    teksTabel, 'Laporan Kinerja Instansi Pemerintah', 'Tahun 2024', '', 'No|Indikator Kinerja|Target|Realisasi', '1|Predikat Akuntabilitas Perangkat Daerah|82,10|88,45',
    '2|Indeks Layanan Wilayah Barat|90,10|86,20', '3|Indeks Layanan Wilayah Timur|90,20|85,90', '4|Indeks Layanan Wilayah Utara|90,30|91,20', '', 'Tabel 1 Capaian Tahun 2024', '', ...text,
  ) // biome-ignore format: as printed

test('a figure that prose repeats from a table is confirmed', () => {
  const { temuan, cocok } = paper('Predikat Akuntabilitas Perangkat Daerah tahun 2024, realisasi 88,45 dari target 82,10.')
  assert.deepEqual([temuan, cocok], [[], ['12: baris 12 = baris 5', '12: baris 12 = baris 5']])
})

test('another realisation right after the name of the row is found', () => {
  assert.deepEqual(paper('Predikat Akuntabilitas Perangkat Daerah tahun 2024, realisasi 85,42 (A)').temuan, ['12: 85,42 => 88,45'])
})

test('a figure of another year, of another measure, or after another figure is not', () => {
  for (const text of [
    'Predikat Akuntabilitas Perangkat Daerah tahun 2023, realisasi 85,42.',
    'Predikat Akuntabilitas Perangkat Daerah dinilai 85,42.',
    'Predikat Akuntabilitas Perangkat Daerah 88,45 dan yang lain dengan realisasi 85,42.',
  ])
    assert.deepEqual(paper(text).temuan, [], text)
})

test('what is called the lowest is the lowest of its column', () => {
  assert.deepEqual(paper('Nilai terendah adalah Wilayah Timur sebesar 85,90.').temuan, [])
  assert.deepEqual(paper('Nilai terendah adalah Wilayah Barat sebesar 86,20.').temuan, ['12: 86,20 => 85,90'])
})

test('a figure right after the name of a row of the table above is one of that row', () => {
  const under = (text: string) =>
    periksaTeks(
      teksTabel,
      'No|Unsur|Nilai',
      '1|Konsistensi penyerapan anggaran|73,14',
      '2|Capaian keluaran program|98,25',
      '',
      'Tabel 1 Nilai',
      '',
      text,
    ).temuan
  assert.deepEqual(under('Konsistensi penyerapan anggaran 73,14%, capaian keluaran program 98,25%.'), [])
  assert.deepEqual(under('Konsistensi penyerapan anggaran 73,41%, capaian keluaran program 98,25%.'), ['7: 73,41% => 73,14'])
  assert.deepEqual(under('Kenaikan konsistensi penyerapan anggaran 2,41%.'), [])
})
