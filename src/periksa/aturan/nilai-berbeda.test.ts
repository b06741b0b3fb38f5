import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nilaiBerbeda } from './nilai-berbeda.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const report = (second: string[], between: string[] = []) =>
  periksaTeks(
    nilaiBerbeda,
    'Laporan Kinerja Instansi Pemerintah', 'Tahun 2024', '',
    'No|Indikator Kinerja|Target|Realisasi|Capaian', '1|Indeks Kepuasan Warga Kota|90,00|95,40|106,00', '2|Persentase Jalan Mantap|80|84|105', '',
    'Tabel 1 Capaian Tahun 2024', '', ...between, ...second,
  ) // biome-ignore format: as printed

test('the same indicator, year and measure printed alike in two tables is confirmed', () => {
  const { temuan, cocok } = report([
    'No|Indikator Kinerja|Target|Realisasi',
    '1|Indeks kepuasan warga kota|90,0|95,4',
    '2|Persentase Jalan Mantap|80%|84%',
    '',
    'Tabel 2 Ringkasan Tahun 2024',
  ])
  assert.deepEqual(
    [temuan, cocok],
    [[], ['11: baris 11 = baris 5', '11: baris 11 = baris 5', '12: baris 12 = baris 6', '12: baris 12 = baris 6']],
  )
})

test('another figure for the same indicator, year and measure is found, with both places', () => {
  const { temuan, penjelasan } = report([
    'No|Indikator Kinerja|Target|Realisasi',
    '1|Indeks Kepuasan Warga Kota|90,00|94,50',
    '',
    'Tabel 2 Ringkasan Tahun 2024',
  ])
  assert.deepEqual(temuan, ['11: 94,50 => 95,40'])
  assert.match(penjelasan[0]!, /Tabel 2 mencetak realisasi 94,50, sedangkan Tabel 1 \(baris 5\) mencetak 95,40/)
})

test('the figures of another year, of a share, of half a year and of another unit are no contradiction', () => {
  const { temuan } = report([
    'No|Indikator Kinerja|Tahun 2023||Realisasi Tahun 2024||Realisasi (%)', '||Target|Realisasi|Semester I|Semester II|',
    '1|Indeks Kepuasan Warga Kota|88,00|89,10|94,00|96,80|106,00', '', 'Tabel 2 Perbandingan Tahun 2023-2024',
  ]) // biome-ignore format: as printed
  assert.deepEqual(temuan, [])
})

test('two rows of one name in a table name nothing', () => {
  const { temuan } = report([
    'No|Indikator Kinerja|Realisasi',
    '1|Indeks Kepuasan Warga Kota|91,00',
    '2|Indeks Kepuasan Warga Kota|92,00',
    '',
    'Tabel 2 Ringkasan Tahun 2024',
  ])
  assert.deepEqual(temuan, [])
})

test('figures that another table prints for another year are a wrong year, not wrong figures', () => {
  const { temuan, jenis } = report([
    'No|Indikator Kinerja|Tahun 2023|||Tahun 2024||', '||Target|Realisasi|%|Target|Realisasi|%', '1|Indeks Kepuasan Warga Kota|85,00|89,10|104,82|90,00|95,40|106,00', '',
    'Tabel 2 Perbandingan', '', 'No|Indikator Kinerja|Tahun 2023||', '||Target|Realisasi|%', '1|Indeks Kepuasan Warga Kota|90,00|95,40|106,00', '', 'Tabel 3 Realisasi Tahun 2023',
  ]) // biome-ignore format: as printed
  assert.deepEqual([temuan, jenis], [['16: Tahun 2023 => Tahun 2024'], ['caption']])
})

test('a target of the plan that differs is said softly, and not at all where the paper says that it was changed', () => {
  const plan = [
    'No|Indikator Sasaran|Target Tahun|',
    '||2024|2025',
    '1|Indeks Kepuasan Warga Kota|87,00|88,00',
    '',
    'Tabel 2 Tujuan dan sasaran Renstra 2023-2026',
  ]
  assert.deepEqual([report(plan).temuan, report(plan).keyakinan], [['12: 87,00 => 90,00'], [0.5]])
  assert.deepEqual(report(plan, ['Target tahun 2024 dinaikkan mengikuti realisasi tahun sebelumnya.', '']).temuan, [])
})
