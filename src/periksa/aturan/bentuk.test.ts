// Form: units, marks, blanks, words, brackets, letters of formulas, weights.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../../platform/documents/reading/text.ts'
import { hitunganDari, temuanDari } from '../naskah.testing.ts'
import { reviu } from '../reviu.ts'
import { bobot } from './bobot.ts'
import { jumlahTarget } from './jumlah-target.ts'
import { kataGanda } from './kata-ganda.ts'
import { kataTerpotong } from './kata-terpotong.ts'
import { kurung } from './kurung.ts'
import { lambangRumus } from './lambang-rumus.ts'
import { satuan } from './satuan.ts'
import { selKosong } from './sel-kosong.ts'
import { tandaDesimal } from './tanda-desimal.ts'

test('a predicate is no result of what has a number as its target', () => {
  const row = (name: string, target: string, real: string) => [
    'No|Indikator|Target|Realisasi',
    `1|${name}|${target}|${real}`,
    '2|Persentase arsip|90|95,5',
  ]
  assert.deepEqual(temuanDari(satuan, row('Opini Laporan Keuangan', 'WTP (3)', 'WTP (3)')), [])
  assert.deepEqual(temuanDari(satuan, row('Predikat SAKIP', '81', 'A (82)')), [])
  assert.deepEqual(temuanDari(satuan, row('Persentase strategi komunikasi', '100', 'WTP (3)')), [[2, 'WTP (3)', 'angka']])
})
test('a unit is of the kind that the name of the indicator measures', () => {
  const rows = (unit: string) => [
    'No|Indikator Kinerja|Satuan|Target',
    '1|Persentase arsip aktif|Persen|100',
    '2|Indeks mutu|Nilai|80,5',
    '3|Jumlah dokumen|Dokumen|12',
    '4|Persentase aduan|Persentase|100',
    `5|Opini laporan keuangan|${unit}|3`,
  ]
  assert.deepEqual(temuanDari(satuan, rows('Predikat')), [])
  assert.deepEqual(temuanDari(satuan, rows('Anggaran')), [[6, 'Anggaran', null]])
})
test('a score and a percentage cannot be held against each other; a sign that is left out can', () => {
  const rows = (target: string, real: string) => ['No|Indikator|Target|Realisasi', '1|Nilai Mutu|80|82', `2|Nilai Data|${target}|${real}`] // biome-ignore format: a table
  assert.deepEqual(temuanDari(satuan, rows('90', '85%')), [])
  assert.deepEqual(temuanDari(satuan, rows('3,25', '3,5')), [])
  assert.deepEqual(temuanDari(satuan, rows('3,25', '100%')), [[3, '100%', null]])
})

test('one decimal mark in one table', () => {
  const rows = (last: string) => ['No|Indikator|Target|Realisasi', '1|Mutu|93,93|97,77', `2|Tertib|88,50|${last}`]
  assert.deepEqual(temuanDari(tandaDesimal, rows('91,20')), [])
  assert.deepEqual(temuanDari(tandaDesimal, rows('91.20')), [[3, '91.20', '91,20']])
  const points = ['Indikator|Realisasi', 'A|91.20', 'B|92,10', 'C|93.40', 'D|94.50']
  assert.deepEqual(temuanDari(tandaDesimal, points), [[3, '92,10', null]], 'the comma is right, and not told to be a point')
  assert.deepEqual(
    temuanDari(tandaDesimal, ['Program|Pagu|Realisasi', 'A|1.234.567|1.000.000', 'B|62.066.326162|2.000.000']).map((t) => t[1]),
    ['62.066.326162'],
  )
  assert.deepEqual(temuanDari(tandaDesimal, ['Program|Pagu|%', 'A|1.234.567|97,5', 'B|2.500.000|88,25']), [])
})

test('a blank target among full ones is found; a column that is often blank is not full', () => {
  const rows = (targets: string[]) => [
    'No|Sub Kegiatan|Target|Satuan|Anggaran',
    ...targets.map((t, i) => `${i + 1}|Kegiatan ${'abcdefghij'[i]}|${t}|Dokumen|${i + 2}.500.000`),
  ]
  assert.deepEqual(temuanDari(selKosong, rows(['4', '12', '4', '1', '2', '4', '4', '3'])), [])
  assert.deepEqual(
    temuanDari(selKosong, rows(['4', '12', '4', '', '2', '4', '4', '3'])).map((t) => [t[0], t[2]]),
    [[5, 'Target terisi']],
  )
  assert.deepEqual(temuanDari(selKosong, rows(['4', '', '', '', '2', '4', '4', '3'])), [])
})
test('every output has its own target and quarter', () => {
  const rows = (target: string, time: string) => [
    'No|Rencana Aksi|Output Renaksi|Target Renaksi|Waktu',
    `1|RA1. Menyusun|T/O1.1.1. Dokumen mutu T/O1.1.2. Laporan mutu|${target}|${time}`,
  ]
  assert.deepEqual(temuanDari(jumlahTarget, rows('1 Dokumen 1 Laporan', 'TW I TW II')), [])
  assert.deepEqual(temuanDari(jumlahTarget, rows('1 Dokumen', 'TW I')), [[2, '1 Dokumen', '2 target']])
})

test('weights of one way of measuring come to 100', () => {
  const text = (last: string) => [
    `Metode: a. Bobot 35%: menyusun strategi; b. Bobot 30%: publikasi; c. Bobot 20%: respons; d. Bobot ${last}%: interaksi.`,
  ]
  assert.deepEqual(temuanDari(bobot, text('15')), [])
  assert.deepEqual(hitunganDari(bobot, text('15')), [[1, '4 bobot', true]])
  assert.deepEqual(
    temuanDari(bobot, text('20')).map((t) => t[2]),
    ['100'],
  )
  assert.deepEqual(temuanDari(bobot, text('5')), [])
})

test('a doubled word or phrase is found; reduplication, lists of values and two names in a row are not', () => {
  assert.deepEqual(
    temuanDari(kataGanda, ['Kegiatan ini untuk untuk warga.']).map((t) => t[2]),
    ['untuk'],
  )
  assert.deepEqual(
    temuanDari(kataGanda, ['Dilaksanakan melalui praktik kerja melalui praktik kerja di kantor.']).map((t) => t[2]),
    ['melalui praktik kerja'],
  )
  assert.deepEqual(
    temuanDari(kataGanda, ['Nilai rata rata setiap anak anak, dan rencana kerja, dan rencana kerja dan anggaran.']),
    [],
  )
  assert.deepEqual(
    temuanDari(kataGanda, ['No|Output|Target', '1|Laporan bulanan|1 Laporan 1 Laporan 1 Laporan', '2|Dokumen|1 Dokumen']),
    [],
  )
  assert.deepEqual(temuanDari(kataGanda, ['Indeks Kebutuhan Pegawai Pegawai Pemerintah dengan Perjanjian Kerja.']), [])
  const counted = 'Sebanyak 2 indikator berkategori tinggi, 2 indikator berkategori tinggi sekali, dan 1 indikator sedang.'
  assert.deepEqual(temuanDari(kataGanda, [counted]), [])
})
test('a phrase of many words that stands twice is found once, whatever rule looks at copies', () => {
  const twice = 'Peningkatan kompetensi melalui praktik kerja dan pertukaran pegawai melalui praktik kerja dan pertukaran pegawai.'
  assert.equal(reviu(readText(twice)).temuan.length, 1)
})
test('a word that lost its first letter is known by its company', () => {
  const text = (word: string) => [
    'Menyusun target bulanan dan mengisi target bulanan pada sistem.',
    '',
    `Tersusunnya perkiraan pada sistem ${word} bulanan; semua target tercapai.`,
  ]
  assert.deepEqual(temuanDari(kataTerpotong, text('target')), [])
  assert.deepEqual(temuanDari(kataTerpotong, text('arget')), [[3, 'arget', 'target']])
  assert.deepEqual(temuanDari(kataTerpotong, text('t arget')), [[3, 't arget', 'target']])
})
test('a bracket that a formula closes was opened', () => {
  assert.deepEqual(temuanDari(kurung, ['(Jumlah rekomendasi selesai / jumlah rekomendasi) x 100%']), [])
  assert.deepEqual(temuanDari(kurung, ['Jumlah rekomendasi selesai / jumlah rekomendasi) x 100%']).length, 1)
  assert.deepEqual(temuanDari(kurung, ['Butir a) dan b) dibagi 1) dan 2) sesuai ketentuan.']), [])
})
test('the letters of a formula are those of its legend', () => {
  const formula = (f: string) => [
    f,
    '',
    'Keterangan:',
    '',
    'P: penyerapan anggaran',
    '',
    'RA: Realisasi anggaran',
    '',
    'AA: alokasi anggaran',
  ]
  assert.deepEqual(temuanDari(lambangRumus, formula('P = RA / AA × 100%')), [])
  assert.deepEqual(temuanDari(lambangRumus, formula('R = RA / PA × 100%')), [[1, 'R = RA / PA × 100%', null]])
})
