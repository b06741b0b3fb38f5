// The official calculations, on made-up offices.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hitunganDari, temuanDari } from '../naskah.testing.ts'
import { anggaranNka } from './anggaran-nka.ts'
import { ipAsn } from './ip-asn.ts'
import { kosongNol } from './kosong-nol.ts'
import { kualitasAnggaran } from './kualitas-anggaran.ts'
import { nilaiTertimbang } from './nilai-tertimbang.ts'
import { sistemMerit } from './sistem-merit.ts'
import { surveiUnsur } from './survei-unsur.ts'

const nka = (implementasi: string, total: string) => [
  'No|Aspek Implementasi|Nilai|Bobot|Nilai x Bobot|Nilai x Bobot|Konstanta|Hasil',
  '1|Penyerapan Anggaran|95,00%|9,70%|9,22%|||', '2|Konsistensi penyerapan anggaran|80,00%|18,20%|14,56%|||',
  '3|Capaian Output Program|100,00%|43,50%|43,50%|||', '4|Nilai Efisiensi|60,00%|28,60%|17,16%|||',
  `Nilai Kinerja Atas Aspek Implementasi|||||${implementasi}|33,30%|28,12%`, 'Nilai Kinerja Atas Aspek Manfaat|||||100,00%|66,70%|66,70%',
  `Nilai Kinerja Anggaran Aspek Manfaat dan Implementasi|||||${total}||`,
] // biome-ignore format: as printed
test('Nilai Kinerja Anggaran follows from its variables, and the score of both aspects from theirs', () => {
  assert.deepEqual(temuanDari(anggaranNka, nka('84,44%', '94,82%')), [])
  assert.deepEqual(hitunganDari(anggaranNka, nka('84,44%', '94,82%')), [[6, '84,44%', true], [8, '94,82%', true]]) // biome-ignore format: one line
  assert.deepEqual(temuanDari(anggaranNka, nka('85,44%', '95,15%')), [[6, '85,44%', '84,44']])
})
test('a sentence that gives the weighted part as the score is found', () => {
  const said = (value: string) => [
    ...nka('84,44%', '94,82%'),
    '',
    `Nilai kinerja atas aspek implementasi ${value}, dan total 94,82%.`,
  ]
  assert.deepEqual(temuanDari(nilaiTertimbang, said('84,44%')), [])
  assert.deepEqual(temuanDari(nilaiTertimbang, said('28,12%')), [[10, '28,12%', '84,44%']])
})

const months = (last: string, share: string, mean: string) => [
  'No|Bulan|RPD Kumulatif|RA Kumulatif|Konsistensi|Rata-rata Konsistensi',
  '1|Januari|100.000.000|90.000.000|90,00%|90,00%', '2|Februari|200.000.000|160.000.000|80,00%|85,00%',
  '3|Maret|300.000.000|300.000.000|100,00%|90,00%', `4|April|400.000.000|${last}|${share}|${mean}`,
] // biome-ignore format: as printed
test('the consistency of months holds by the formula; a blank month reckoned as 0 is found, with the mean that it spoils', () => {
  assert.deepEqual(temuanDari(kosongNol, months('380.000.000', '95,00%', '91,25%')), [])
  assert.equal(hitunganDari(kosongNol, months('380.000.000', '95,00%', '91,25%')).length, 8)
  assert.deepEqual(temuanDari(kosongNol, months('', '0,00%', '67,50%')), [[5, '67,50%', '90,00 tanpa "April"']])
})
test('a mean that only comes out with its blank as 0 is found; a mean of what is there is right', () => {
  const rows = (mean: string) => [
    'No|Indikator|Capaian|',
    '|||Rata-rata',
    '1|Mutu|80,00|',
    '2|Tertib|90,00|',
    '3|Rapi||',
    `Rata-rata||${mean}|`,
  ]
  assert.deepEqual(temuanDari(kosongNol, rows('85,00')), [])
  assert.deepEqual(temuanDari(kosongNol, rows('56,67')), [[6, '56,67', '85,00']])
})

const quality = (score: string, spent = '9.500.000.000', share = '95,00%', left = '500.000.000') => [
  `ANGGARAN:|Serapan Anggaran:|Rp. 10.000.000.000|${share}`, `REALISASI:|Efisiensi|Rp. ${spent}|`, `|Sisa|Rp. ${left}|`, '|Output||100%',
  `Persentase Kualitas Pelaksanaan Anggaran|||${score}`, '', 'Tabel 3 Persentase Kualitas Pelaksanaan Anggaran Sekretariat',
] // biome-ignore format: as printed
test('kualitas pelaksanaan anggaran follows its three cases; the case that the rule forgets is said', () => {
  assert.deepEqual(temuanDari(kualitasAnggaran, quality('92,63%')), [])
  assert.deepEqual(temuanDari(kualitasAnggaran, quality('95,00%')), [[5, '95,00%', '92,63']])
  assert.deepEqual(temuanDari(kualitasAnggaran, quality('100%', '7.500.000.000', '75,00%', '2.500.000.000')), [
    [5, '100%', '80,00'],
  ])
})

const dimensions = (sum: string, label: string, kompetensi = '38,00') => [
  'No|Dimensi|Nilai',
  '1|Kualifikasi|21,00',
  `2|Kompetensi|${kompetensi}`,
  '3|Kinerja|24,00',
  '4|Disiplin|5,00',
  `${label}||${sum}`,
  '',
  'Tabel 2 Indeks Profesionalitas ASN',
]
test('IP ASN is the sum of its dimensions, is not called their mean, and no dimension is above its highest value', () => {
  assert.deepEqual(temuanDari(ipAsn, dimensions('88,00', 'Jumlah')), [])
  assert.deepEqual(temuanDari(ipAsn, dimensions('88,00', 'Rata-rata Nilai')), [[6, 'Rata-rata Nilai', 'Jumlah']])
  assert.deepEqual(temuanDari(ipAsn, dimensions('87,00', 'Jumlah')), [[6, '87,00', '88']])
  assert.deepEqual(temuanDari(ipAsn, dimensions('91,50', 'Jumlah', '41,50')), [[3, '41,50', 'paling tinggi 40']])
})

const merit = (total: string) => [
  'No|Aspek|Bobot|Nilai',
  ...[40, 40, 120, 40, 80, 40, 16, 24].flatMap((n, i) => [
    `${i + 1}|Sub aspek ${'abcdefgh'[i]}|${n}|${n - 4}`,
    `Total Aspek ${'abcdefgh'[i]}||${n}|${n - 4}`,
  ]),
  `Total Nilai||${total}|368`,
  '',
  'Tabel 5 Penilaian Sistem Merit',
]
test('the weights of sistem merit come to 400 at the highest', () => {
  assert.deepEqual(temuanDari(sistemMerit, merit('400')), [])
  assert.deepEqual(temuanDari(sistemMerit, merit('410')), [[18, '410', '400']])
})

const survey = (second: string) => [
  'No|Indeks|Semester I|Semester II', `1|Nilai koordinasi bidang pelayanan umum|95,00|${second}`, '', 'Tabel 7 Nilai koordinasi per bidang', '',
  'Unsur|Variabel|Semester I|Semester II', 'Persyaratan|Mudah dipenuhi oleh semua pihak|92,00|90,00', 'Waktu|Cepat dalam memberi tanggapan|98,00|96,00',
  'Produk|Tepat sasaran sejak awal|94,00|92,00', '|Dipahami oleh semua pihak|96,00|98,00', 'Sarana|Forum komunikasi yang aktif|95,00|93,00', '',
  'Tabel 8 Nilai koordinasi bidang pelayanan umum per variabel',
] // biome-ignore format: as printed
test('an index of a survey is the mean of its unsur', () => {
  assert.deepEqual(hitunganDari(surveiUnsur, survey('93,50')), [[2, '95,00', true], [2, '93,50', true]]) // biome-ignore format: one line
  assert.deepEqual(temuanDari(surveiUnsur, survey('93,50')), [])
})
