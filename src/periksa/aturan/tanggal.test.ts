import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hitunganDari, naskahDari, temuanDari } from '../naskah.testing.ts'
import { nip } from './nip.ts'
import { tanggal } from './tanggal.ts'

test('a day that the calendar has not, and a day of the week that it was not, are found', () => {
  assert.deepEqual(temuanDari(tanggal, ['Rapat diadakan pada Rabu, 31 Januari 2024.']), [])
  assert.deepEqual(hitunganDari(tanggal, ['Rapat diadakan pada Rabu, 31 Januari 2024.']), [[1, 'Rabu, 31 Januari 2024', true]])
  assert.deepEqual(temuanDari(tanggal, ['Rapat pada 31 Februari 2024.']), [[1, '31 Februari 2024', null]])
  assert.deepEqual(temuanDari(tanggal, ['Rapat pada Senin, 31 Januari 2024.']), [[1, 'Senin, 31 Januari 2024', 'rabu']])
})
test('where one signs, the day is filled in; a form and a heading are nobody’s signature', () => {
  const signed = (date: string) => ['Demikian disepakati.', '', date, 'Kepala Badan', '', 'Contoh Nama']
  assert.deepEqual(temuanDari(tanggal, signed('Jakarta, 5 Januari 2024')), [])
  assert.deepEqual(temuanDari(tanggal, signed('Jakarta,      2024')), [[3, 'Jakarta, 2024', null]])
  assert.deepEqual(
    temuanDari(tanggal, ['Jakarta,', '', '2024', '', 'PIHAK KEDUA,']).map((t) => t[1]),
    ['Jakarta, 2024'],
  )
  assert.deepEqual(temuanDari(tanggal, ['Jakarta, Desember 2024', 'Kepala <Perangkat Daerah>']), [])
  assert.deepEqual(temuanDari(tanggal, ['Semester I, 2024', 'Kepala Badan']), [])
})
test('a span of years that runs backwards, and a year of five figures, are found', () => {
  assert.deepEqual(temuanDari(tanggal, ['Renstra Tahun 2023-2026 berlaku.']), [])
  assert.deepEqual(temuanDari(tanggal, ['Renstra Tahun 2026-2023 berlaku.']).length, 1)
  assert.deepEqual(
    temuanDari(tanggal, ['Laporan Tahun 20244 disusun.']).map((t) => t[1]),
    ['Tahun 20244'],
  )
})

const RIGHT = '198503122010011004'
test('a NIP of 18 figures whose parts can be holds; it is named by its last four figures', () => {
  const lines = ['Contoh Nama', `NIP ${RIGHT}`]
  assert.deepEqual(temuanDari(nip, lines), [])
  assert.deepEqual(hitunganDari(nip, lines), [[2, 'NIP …1004', true]])
  assert.deepEqual(temuanDari(nip, ['Contoh Nama', 'NIP. 19850312 201001 1 004']), [])
  assert.ok(!JSON.stringify(nip.periksa(naskahDari(lines))).includes(RIGHT.slice(0, 12)))
})
test('a lost figure, a birthday that cannot be and another number for the same person are found', () => {
  assert.deepEqual(temuanDari(nip, ['NIP 19850312201001104']), [[1, '19850312201001104', '18 angka']])
  assert.deepEqual(temuanDari(nip, ['NIP 198513122010011004']).length, 1)
  const twice = ['Contoh Nama', `NIP ${RIGHT}`, '', 'Contoh Nama', `NIP ${RIGHT}`, '', 'Contoh Nama', 'NIP 198504122010011004']
  assert.deepEqual(temuanDari(nip, twice), [[8, '198504122010011004', null]])
})
test('a telephone number or the number of a letter is no NIP', () =>
  assert.deepEqual(temuanDari(nip, ['Nomor 001234567890 atau surat 1985/2024/000012345678901']), []))
