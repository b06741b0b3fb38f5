import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bandingKolom } from './banding-kolom.ts'
import { periksaTeks } from './periksa-teks.testing.ts'
import { rekapUnit } from './rekap-unit.ts'
import { rerataCapaian } from './rerata-capaian.ts'
import { skalaRibuan } from './skala-ribuan.ts'
import { teksPeriode } from './teks-periode.ts'

const indicators = [
  'No|Sasaran|Target|Realisasi|Capaian',
  '1|Meningkatnya mutu layanan wilayah|90|93,6|104',
  '2|Meningkatnya tertib administrasi keuangan|80|81,2|101,5',
  '||70|74,8|106,86',
  '3|Terwujudnya data daerah berkualitas|3|3,2|106,67',
  '4|Terkelolanya arsip unit kerja|90|91,8|102',
  '5|Meningkatnya disiplin pegawai kota|80|80|100',
]
const sasaran = (second: string) => [
  'No|Sasaran|Jumlah Indikator|Rata-rata Capaian',
  '1|Meningkatnya mutu layanan wilayah|1|104',
  `2|Meningkatnya tertib administrasi keuangan|2|${second}`,
  '3|Terwujudnya data daerah berkualitas|1|106,67',
  '4|Terkelolanya arsip unit kerja|1|102',
  '5|Meningkatnya disiplin pegawai kota|1|100',
]
test('the capaian of a sasaran is the mean of its indicators in the other table', () => {
  const paper = (second: string) => periksaTeks(rerataCapaian, ...indicators, '', 'Rinciannya:', '', ...sasaran(second))
  assert.deepEqual(paper('104,18').temuan, [])
  assert.equal(paper('104,18').cocok.length, 5)
  assert.deepEqual(paper('104,08').temuan, ['13: 104,08 => 104,18'])
})
test('what is carried from the row above is not rounded on the way', () => {
  const paper = (...last: string[]) =>
    periksaTeks(
      rerataCapaian, 'No|Indikator|Tahun 2021||Tahun 2022||Tahun 2023||Tahun 2024|', '||Target|%|Target|%|Target|%|Target|%',
      '1|Penyelesaian pengaduan|100|99,92|100|99,95|100|99,98|100|99,99', `Capaian Kinerja Sasaran||${last.map((n) => `${n}|`).join('|')}`,
    ).temuan // biome-ignore format: as printed
  assert.deepEqual(paper('99,92', '99,95', '99,98', '99,99'), [])
  assert.deepEqual(paper('99,92', '99,95', '99,98', '100'), ['4: 100 => 99,99'])
})

const halves = ['No|Indikator Kinerja|Realisasi Tahun 2024|', '||Semester I|Semester II', '1|Indeks Layanan Wilayah Barat|95,70|95,90', '2|Indeks Layanan Wilayah Timur|97,60|97,43'] // biome-ignore format: as printed
test('a figure is in the column of the half-year that the sentence names', () => {
  const paper = (text: string) => periksaTeks(teksPeriode, ...halves, '', 'Tabel 1 Realisasi per semester', '', text).temuan
  assert.deepEqual(paper('Pada semester II nilai tertinggi ada pada Wilayah Timur dengan realisasi 97,43.'), [])
  assert.deepEqual(paper('Pada semester II nilai tertinggi ada pada Wilayah Timur dengan realisasi 97,60.'), ['8: 97,60 => 97,43'])
  assert.deepEqual(paper('Nilai semester I dan semester II Wilayah Timur adalah 97,60 dan 97,43.'), [])
})

test('a difference is written in the unit of its amounts', () => {
  const table = (sisa: string) => periksaTeks(skalaRibuan, 'No|Sub Kegiatan|Anggaran|Realisasi|%|Sisa', `1|Desain|768.257.000|767.857.000|99,95|${sisa}`, '2|Standar|670.577.000|670.477.000|99,99|100.000', '|Jumlah|1.438.834.000|1.438.334.000|99,97|500.000').temuan // biome-ignore format: as printed
  assert.deepEqual(table('400.000'), [])
  assert.deepEqual(table('400'), ['2: 400 => 400.000'])
  assert.deepEqual(table('12'), [])
})

const unit = (nama: string, a: string, b: string) => [`Tabel ${nama.length} Kualitas Anggaran ${nama} Tahun 2024`, '', 'Uraian|Nilai', `Anggaran|${a}`, `Realisasi|${b}`, ''] // biome-ignore format: as printed
test('the table of a unit prints what the summary prints of it', () => {
  const paper = (budget: string) =>
    periksaTeks(
      rekapUnit, 'Tabel 1 Rekap', '', 'No|Unit|Anggaran|Realisasi', '1|Sekretariat|62.585.234|59.823.893', '2|Bidang Arsip|28.735.362|24.619.386', '3|Bidang Sertifikasi|19.367.979|15.001.445', '4|Pusat Pelatihan Kerja|9.825.282|9.666.472', '',
      ...unit('Sekretariat', budget, '59.823.893'), ...unit('Bidang Arsip', '28.735.362', '24.619.386'), ...unit('Bidang Sertifikasi', '19.367.979', '15.001.445'), ...unit('Pusat Pelatihan Kerja', '9.825.282', '9.666.472'),
    ).temuan // biome-ignore format: as printed
  assert.deepEqual(paper('62.585.234'), [])
  assert.deepEqual(paper('51.354.127').map((t) => t.replace(/^\d+: /, '')), ['51.354.127 => 62.585.234']) // biome-ignore format: one line
})

test('the rows that are said to lie below the other column do', () => {
  const paper = (names: string) =>
    periksaTeks(
      bandingKolom, 'Nilai|Kota Barat|Provinsi Induk', 'Akuntabel|74,3|73,2', 'Kompeten|58,0|60,8', 'Harmonis|52,9|54,2', 'Loyal|58,3|64,9', 'Adaptif|48,2|40,1', '', 'Tabel 1 Nilai', '',
      `Nilai Kota Barat yang masih di bawah nilai Provinsi Induk ada pada ${names}.`,
    ).temuan // biome-ignore format: as printed
  assert.deepEqual(paper('Kompeten, Harmonis, dan Loyal'), [])
  assert.deepEqual(paper('Kompeten, Harmonis, Loyal, dan Adaptif'), ['10: Adaptif => null'])
})
