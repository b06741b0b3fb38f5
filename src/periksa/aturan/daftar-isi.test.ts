import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daftarIsi } from './daftar-isi.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const paper = (entry: string, caption: string) =>
  periksaTeks(
    daftarIsi, 'DAFTAR TABEL', '', 'Tabel 1 Jumlah pegawai per unit|3', `${entry}|9`, 'Tabel 3 Rincian aset tetap|12', '',
    'BAB I', '', 'No|Nama|Jumlah', '1|A|3', '2|B|4', '', 'Tabel 1 Jumlah pegawai per unit', '', 'No|Uraian|Nilai', '1|A|3', '2|B|4', '', caption, '',
  ) // biome-ignore format: as printed

test('a caption reads as its line in the list, and may name its source or its year besides', () => {
  for (const caption of [
    'Tabel 2 Realisasi belanja per program',
    'Tabel 2 Realisasi belanja per program (sumber: Bagian Keuangan, 2024)',
    'Tabel 2 Realisasi Belanja per Program Tahun 2024',
  ])
    assert.deepEqual(
      [
        paper('Tabel 2 Realisasi belanja per program', caption).temuan,
        paper('Tabel 2 Realisasi belanja per program', caption).cocok.length,
      ],
      [[], 2],
      caption,
    )
})

test('another year or another word in one of them is found at the caption', () => {
  assert.deepEqual(
    paper('Tabel 2 Realisasi belanja per program tahun 2023', 'Tabel 2 Realisasi belanja per program tahun 2024').temuan,
    ['19: Realisasi belanja per program tahun 2024 => Realisasi belanja per program tahun 2023'],
  )
  assert.equal(
    paper('Tabel 2 Realisasi belanja dan pendapatan per program', 'Tabel 2 Realisasi belanja per program').temuan.length,
    1,
  )
})

test('a letter misread and another table under the number are not said here', () => {
  assert.deepEqual(paper('Tabel 2 Realisasi belanja per program', 'Tabel 2 Realisasi belanja per progran').temuan, [])
  assert.deepEqual(paper('Tabel 2 Realisasi belanja per program', 'Tabel 2 Struktur organisasi dinas').temuan, [])
})
