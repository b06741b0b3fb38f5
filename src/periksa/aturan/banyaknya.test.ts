import assert from 'node:assert/strict'
import { test } from 'node:test'
import { banyaknya } from './banyaknya.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const found = (...lines: string[]) => periksaTeks(banyaknya, ...lines)

test('the parts that a sentence names make its total', () => {
  const text = (n: string) =>
    `Terdapat ${n} rumah dinas yang terdiri dari satu rumah dinas walikota, tujuh rumah dinas camat, dan 38 rumah dinas lurah.`
  assert.deepEqual(found(text('46')).cocok, ['1: 1 + 7 + 38'])
  assert.deepEqual(found(text('empat puluh lima')).temuan, ['1: empat puluh lima => 46'])
})

test('a list has as many items as the sentence before it says', () => {
  const list = ['', 'a. Program pertama', 'b. Program kedua', 'c. Program ketiga', '', 'BAB II']
  assert.deepEqual(found('Didukung 3 (tiga) program sebagai berikut:', ...list).temuan, [])
  assert.equal(found('Didukung 3 (tiga) program sebagai berikut:', ...list).cocok.length, 1)
  assert.deepEqual(found('Didukung dua program sebagai berikut:', ...list).temuan, ['1: dua => 3'])
  assert.deepEqual(found('Pilih salah satu jawaban berikut:', ...list).temuan, [])
})

const ROWS = Array.from({ length: 6 }, (_, i) => `${i + 1}|Rumah dinas lurah ${'ABCDEF'[i]}|${i === 4 ? 'Tidak ada' : 'Baik'}`)
const houses = (n: string) =>
  found(
    `Jumlah rumah dinas lurah sebanyak ${n} rumah dinas, dengan rincian sebagai berikut:`,
    '',
    'No|Rumah Dinas|Keterangan',
    ...ROWS,
    '',
    'Tabel 6 Rumah dinas lurah',
  )

test('a table has as many rows as the sentence before it says, or as many that do not say that there is none', () => {
  assert.deepEqual([houses('enam').temuan, houses('enam').cocok.length], [[], 1])
  assert.deepEqual([houses('lima').temuan, houses('lima').cocok.length], [[], 1])
  assert.deepEqual(houses('tujuh').temuan, ['1: tujuh => 5'])
})

test('what the table does not speak of, and numbers of articles and tables, count nothing', () => {
  const { temuan } = found(
    'Sesuai Pasal 3 Tahun 2023 terdapat 40 kelurahan, lihat Tabel 7, berikut:',
    '',
    'No|Rumah Dinas|Keterangan',
    ...ROWS,
    '',
    'Tabel 6 Rumah dinas lurah',
  )
  assert.deepEqual(temuan, [])
})

test('a group of indicators is as large as the sentence says', () => {
  const table = [
    '',
    'No|Sasaran|Indikator Kinerja|Target',
    'Sasaran Khusus|||',
    '1|Sasaran satu|Persentase arsip tertata|100',
    '2|Sasaran dua|Persentase data terkumpul|90',
    '',
    'Tabel 3 Capaian',
  ]
  assert.deepEqual(found('Ditambah Sasaran Khusus sebanyak 2 (dua) indikator.', ...table).temuan, [])
  assert.deepEqual(found('Ditambah Sasaran Khusus sebanyak 3 (tiga) indikator.', ...table).temuan, ['1: 3 (tiga) => 2'])
})

test('the lettered steps within a cell are confirmed', () => {
  assert.equal(
    found('No|Uraian|Target', '1|Dilaksanakan dalam 3 (tiga) tahapan: a) menyusun; b) membahas; c) menetapkan|100', '2|Lain|90')
      .cocok.length,
    1,
  )
})

test('an indicator that counts something is one of its group, no sum of it', () => {
  const rows = ['No|Sasaran|Indikator|Target', 'Sasaran Khusus|||', '1|Mutu|Nilai mutu layanan|80', '2|Belanja|Persentase belanja dalam negeri|80', '||Jumlah pegawai yang mengikuti pelatihan belanja dalam negeri|102'] // biome-ignore format: a table
  const say = (n: string) => found(`Diperjanjikan Sasaran Khusus sebanyak ${n} indikator pada tahun ini.`, '', ...rows)
  assert.deepEqual(say('3').temuan, [])
  assert.deepEqual(say('5').temuan, ['1: 5 => 3'])
})
