import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hitunganDari, naskahDari, temuanDari } from '../naskah.testing.ts'
import { kodeAksi } from './kode-aksi.ts'
import { nomorBaris } from './nomor-baris.ts'
import { nomorButir } from './nomor-butir.ts'
import { nomorJudul } from './nomor-judul.ts'
import { rujukan } from './rujukan.ts'

const rows = (...numbers: string[]) => ['No|Sasaran|Target', ...numbers.map((n, i) => `${n}|Sasaran ${'abcdefgh'[i]}|8,${i}5`)]

test('rows numbered one after another are counted, and a new group may begin at one again', () => {
  assert.deepEqual(temuanDari(nomorBaris, rows('1', '2', '3', '4')), [])
  assert.deepEqual(hitunganDari(nomorBaris, rows('1', '2', '3', '4')), [[5, '4', true]])
  assert.deepEqual(temuanDari(nomorBaris, rows('1', '2', '3', '1', '2', '3')), [])
})
test('a number that stands twice, is left out, or has changed places with its neighbour is found', () => {
  assert.deepEqual(temuanDari(nomorBaris, rows('17', '18', '19', '19', '20')), [[5, '19', '20']])
  assert.deepEqual(temuanDari(nomorBaris, rows('1', '2', '4', '5', '6')), [[4, '4', '3']])
  assert.deepEqual(temuanDari(nomorBaris, rows('1', '2', '4', '3', '5', '6', '7', '8')).length > 0, true)
})
test('a row that goes on after a page break says its number again, and is no second row', () => {
  const lines = ['No|Sasaran|Aksi', '1|Mutu|a', '2|Tertib|b', '2||c', '3|Rapi|d', '4|Bersih|e']
  assert.deepEqual(temuanDari(nomorBaris, lines), [])
})
test('a number that three rows say is a cell over all of them; two rows say it twice', () => {
  assert.deepEqual(temuanDari(nomorBaris, rows('1', '2', '3', '4', '5', '5', '5')), [])
  assert.deepEqual(temuanDari(nomorBaris, rows('1', '2', '3', '4', '5', '5')), [[7, '5', '6']])
})
test('rows whose pages changed places are there: what is said is their order', () => {
  const lines = rows('1', '2', '5', '6', '7', '3', '4')
  const [found] = nomorBaris.periksa(naskahDari(lines)).temuan
  assert.deepEqual([found!.di.line, found!.tercetak], [4, '5'])
  assert.match(found!.penjelasan, /langsung ke nomor 5, padahal nomor 3 ada \(baris 7\)/)
})
test('numbers that stand in the table beside it, under the same names, are not missing', () => {
  const head = 'No|Aspek|Sub Aspek|Bobot|Nilai'
  const part = (...numbers: number[]) => [head, ...numbers.map((n) => `${n}|Aspek ke-${n}|Sub aspek ${n}|4|3,${n}5`)]
  const whole = [...part(1, 2, 3, 6, 7), '', 'Uraian.', '', ...part(3, 4, 5, 8)]
  assert.deepEqual(temuanDari(nomorBaris, whole), [])
  assert.equal(temuanDari(nomorBaris, [...part(1, 2, 3), '', 'Uraian.', '', ...part(3, 4, 5, 8)]).length, 1)
})
test('amounts or years in a column called No are no numbering', () =>
  assert.deepEqual(temuanDari(nomorBaris, rows('12', '45', '7', '7', '99')), []))

test('markers go on in their own form; a second without a first, and a figure left out in a sentence, are found', () => {
  const list = ['1) Mutu layanan', '', 'Uraian mutu.', '', '2) Tertib administrasi', '', 'Uraian tertib.', '', '3) Rapi']
  assert.deepEqual(temuanDari(nomorButir, list), [])
  const mixed = ['a. Mutu layanan', '', 'Uraian mutu.', '', '2) Tertib administrasi', '', 'Uraian tertib.', '', '3) Rapi']
  assert.deepEqual(temuanDari(nomorButir, mixed), [[5, '2) Tertib administrasi', null]])
  const sentence = ['Misinya: (1) melayani; (2) membina;', '', 'menata; dan (4) menilai pegawai.']
  assert.deepEqual(temuanDari(nomorButir, sentence), [[3, '(4) menilai pegawai.', '(3)']])
  assert.deepEqual(temuanDari(nomorButir, ['Menurut ayat (1) dan ayat (4) pegawai berhak cuti.']), [])
})

const captions = (...numbers: string[]) =>
  numbers.flatMap((n, i) => [`Tabel ${n} Rincian ${'abcdefgh'[i]}`, '', 'No|Nama|Nilai', `1|Satu|${i}`, '2|Dua|4', ''])

test('captions run through the paper; one that stands twice or is left out is found', () => {
  assert.deepEqual(temuanDari(nomorJudul, captions('1', '2', '3', '4')), [])
  assert.deepEqual(
    temuanDari(nomorJudul, captions('1', '2', '2', '3')).map((t) => t[1]),
    ['Tabel 2'],
  )
  assert.deepEqual(
    temuanDari(nomorJudul, captions('1', '2', '4', '5')).map((t) => t.slice(1)),
    [['Tabel 4', 'Tabel 3']],
  )
})

test('a caption that the list names and the paper leaves out is one finding', () => {
  const list = ['DAFTAR TABEL', '', ...[1, 2, 3, 4, 5, 6, 7].map((n) => `Tabel ${n} Rincian ${'abcdefg'[n - 1]}\t${n}`), '', 'BAB I', '', 'PENDAHULUAN', ''] // biome-ignore format: a list
  const body = ['1', '2', '3', '4', '6', '7'].flatMap((n) => [`Tabel ${n} Rincian ${'abcdefg'[Number(n) - 1]}`, '', 'No|Nama|Nilai', '1|Satu|3', '2|Dua|4', '']) // biome-ignore format: tables
  assert.deepEqual(
    temuanDari(nomorJudul, [...list, ...body]).map((t) => t.slice(1)),
    [['Tabel 6', 'Tabel 5']],
  )
})

test('a sentence that points above to a table that only comes below is found', () => {
  const body = captions('1', '2')
  assert.deepEqual(temuanDari(rujukan, [...body, 'Sebagaimana tabel 1 di atas, nilainya baik.']), [])
  assert.deepEqual(temuanDari(rujukan, ['Sebagaimana tabel 2 di atas, nilainya baik.', '', ...body]), [
    [1, 'tabel 2 di atas', null],
  ])
})

const plan = (...cells: readonly (readonly [string, string, string])[]) => [
  'Nomor|Indikator|Rencana Aksi|Kriteria Keberhasilan|Output',
  ...cells.map(([ra, kk, to], i) => `${i ? '' : '1'}|${i ? '' : 'Indeks mutu'}|${ra}|${kk}|${to}`),
]
test('codes of an action plan stand in order under their own parent', () => {
  const right = plan(
    ['RA1. Menyusun', 'KK1.1. Tersusun', 'T/O1.1.1. Dokumen'],
    ['', '', 'T/O1.1.2. Laporan'],
    ['RA2. Menilai', 'KK2.1. Dinilai', 'T/O2.1.1. Laporan'],
  )
  assert.deepEqual(temuanDari(kodeAksi, right), [])
  const astray = plan(
    ['RA1. Menyusun', 'KK1.1. Tersusun', 'T/O1.1.1. Dokumen'],
    ['RA2. Menilai', 'KK2.4. Dinilai', 'T/O2.1.1. Laporan'],
  )
  assert.deepEqual(temuanDari(kodeAksi, astray), [[3, 'T/O2.1.1', 'T/O2.4.1']])
  const jump = plan(
    ['RA1. Menyusun', 'KK1.1. Tersusun', 'T/O1.1.1. Dokumen'],
    ['RA4. Menilai', 'KK4.1. Dinilai', 'T/O4.1.1. Laporan'],
  )
  assert.deepEqual(temuanDari(kodeAksi, jump), [[3, 'RA4', 'RA2']])
  const nought = plan(
    ['RA1. Menyusun', 'KK1.1. Tersusun', 'T/O1.1.1. Dokumen'],
    ['', '', 'T/O1.1.2. Dokumen'],
    ['', '', 'T/01.1.3. Dokumen'],
    ['RA2. Menilai', 'KK2.1. Dinilai', 'T/O2.1.1. Dokumen'],
  )
  assert.deepEqual(temuanDari(kodeAksi, nought), [[4, 'T/01.1.3', 'T/O1.1.3']])
})
