import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periksaTeks } from './periksa-teks.testing.ts'
import { tren } from './tren.ts'

const said = (...text: string[]) => periksaTeks(tren, ...text)

test('what rose rose and what fell fell', () => {
  assert.deepEqual(said('Penyerapan anggaran sebesar 95,69%, turun dari tahun 2023 sebesar 96,63%.').cocok, ['1: 95.69 < 96.63'])
  assert.deepEqual(said('Penyerapan anggaran sebesar 97,69%, turun dari tahun 2023 sebesar 96,63%.').temuan, ['1: 97,69% => null'])
  assert.deepEqual(said('Nilai itu meningkat dari 84,20 menjadi 83,90 dalam setahun.').temuan, ['1: 83,90 => null'])
})
test('the difference and its share are those of the two figures, with or without a sign', () => {
  const jumlah = (d: string, p: string) =>
    said(`Jumlah pegawai sebanyak 475 orang, turun sebanyak ${d} orang (${p}) dari jumlah per 31 Desember 2023 yaitu 500 orang.`)
  assert.deepEqual(jumlah('25', '-5,00%').temuan, [])
  assert.deepEqual(jumlah('25', '5%').cocok.length, 2)
  assert.deepEqual(jumlah('26', '-5,26%').temuan, ['1: 26 => 25', '1: -5,26% => 5'])
})
test('a target, a wish, another unit or a full stop between them is no change', () => {
  for (const text of [
    'Target ditetapkan 95,69%, tidak turun dari 96,63%.',
    'Nilainya 95,69. Anggarannya lebih tinggi dari 96,63 juta.',
    'Nilai 88,20 diharapkan naik dari 90,10 pada tahun depan.',
    'Capaian 95,69%, naik 2 poin.',
  ])
    assert.deepEqual(said(text).temuan, [], text)
})
test('every year is every year of the table near by', () => {
  const table = (...nilai: string[]) => ['Tahun|Pengaduan', ...nilai.map((n, i) => `${2020 + i}|${n}`), '', 'Tabel 1 Pengaduan', '']
  const text = 'Pengaduan menunjukkan peningkatan setiap tahunnya dari 99,92% di tahun 2020 sampai 99,99% di tahun 2023.'
  assert.deepEqual(said(...table('99,92', '99,95', '99,98', '99,99'), text).temuan, [])
  assert.deepEqual(said(...table('99,92', '100', '100', '99,99'), text).temuan, ['9: naik setiap tahun => null'])
})
test('a better rank is a smaller figure, and millions are no thousands of them', () => {
  for (const text of [
    'Kota itu naik dari peringkat 12 menjadi peringkat 8 di provinsi.',
    'Pendapatan meningkat dari Rp 980 juta menjadi Rp 1,2 miliar dalam setahun.',
    'Waktu layanan menurun dari 2 jam menjadi 45 menit.',
    'Nilai SAKIP 82,10 meningkat 1,05 poin dibandingkan tahun 2022 yaitu 81,05.',
    'Realisasi meningkat sebesar 3,2 poin dari tahun 2023 yang mencapai 86,00.',
    'Realisasi tahun ini 88,20, lebih tinggi dari target sebesar 90,00.',
  ])
    assert.deepEqual(said(text).temuan, [], text)
})
