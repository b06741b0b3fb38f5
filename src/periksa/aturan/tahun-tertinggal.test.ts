import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periksaTeks } from './periksa-teks.testing.ts'
import { tahunTertinggal } from './tahun-tertinggal.ts'

const found = (...lines: string[]) =>
  periksaTeks(tahunTertinggal, 'Laporan Kinerja Instansi Pemerintah', 'Kota Contoh Tahun 2024', '', ...lines)

test('the report gives itself its own year', () => {
  const outline = (year: number) =>
    found(`Sistematika penyusunan Laporan Kinerja Instansi Pemerintah Kota Contoh Tahun ${year} terdiri dari empat bab.`)
  assert.deepEqual(outline(2024).temuan, [])
  assert.deepEqual(outline(2022).temuan, ['4: Tahun 2022 => Tahun 2024'])
})

test('a report may speak of an older one', () => {
  assert.deepEqual(
    found('Hasil evaluasi atas Laporan Kinerja Instansi Pemerintah Tahun 2023 ditindaklanjuti dalam penyusunan laporan.').temuan,
    [],
  )
})

const TABLE = ['No|Unit|Jumlah', '1|A|3', '2|B|4', '']
test('a caption has the year of the sentence that leads to it', () => {
  const lead = 'Hasil penataan pegawai selama tahun 2024 sebagai berikut:'
  assert.deepEqual(found(lead, '', ...TABLE, 'Tabel 4 Hasil penataan pegawai selama tahun 2024').temuan, [])
  assert.deepEqual(found(lead, '', ...TABLE, 'Tabel 4 Hasil penataan pegawai selama tahun 2023').temuan, [
    '10: Tahun 2023 => Tahun 2024',
  ])
})

test('a caption has the year of its columns, where they all say one', () => {
  const columns = (caption: string) =>
    found('No|Uraian|Realisasi Tahun 2023|', '||Semester I|Semester II', '1|Indeks A|90|91', '2|Indeks B|92|93', '', caption)
  assert.deepEqual(columns('Tabel 5 Realisasi Semester I dan II Tahun 2023').temuan, [])
  assert.deepEqual(columns('Tabel 5 Realisasi Semester I dan II Tahun 2024').temuan, ['4: Tahun 2023 => Tahun 2024'])
})

test('columns of the year before, explained as those of this year, kept it', () => {
  const table = (after: string) =>
    found('No|Indikator|Tahun 2023||', '||Target|Realisasi|%', '1|Indeks A|90|91|101', '', 'Tabel 6 Realisasi Indeks A', '', after)
  assert.deepEqual(table('Target Tahun 2024 terlaksana dengan baik.').temuan, ['4: Tahun 2023 => Tahun 2024'])
  assert.deepEqual(table('Dibandingkan realisasi tahun 2023, target Tahun 2024 dinaikkan.').temuan, [])
})
