import assert from 'node:assert/strict'
import { test } from 'node:test'
import { banyaknyaRincian } from './banyaknya-rincian.ts'
import { isianKosong } from './isian-kosong.ts'
import { nomorKolom } from './nomor-kolom.ts'
import { peraturanBerbeda } from './peraturan-berbeda.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const cited = (...text: string[]) => periksaTeks(peraturanBerbeda, ...text.flatMap((t) => [t, ''])).temuan

test('a regulation is cited with one title and one number', () => {
  const right = 'Sesuai Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah, laporan disusun.'
  assert.deepEqual(cited(right, right), [])
  assert.equal(cited(right, right, right.replace('Pemerintah', 'Publik')).length, 1)
  assert.match(cited(right, right, right.replace('Nomor 29', 'Nomor 19'))[0]!, /^5: Nomor 19 .* => Nomor 29 Tahun 2014$/)
})
test('titles that go on, another regulation, and the slip of a letter are not another title', () => {
  const short = 'Peraturan Gubernur Nomor 57 Tahun 2022 tentang Organisasi dan Tata Kerja sebagaimana diubah.'
  const long = 'Peraturan Gubernur Nomor 57 Tahun 2022 tentang Organisasi dan Tata Kerja Perangkat Daerah.'
  const other = 'Peraturan Gubernur Nomor 152 Tahun 2019 tentang Organisasi dan Tata Kerja Kota Administrasi.'
  const slip = 'Peraturan Gubernur Nomor 57 Tahun 2022 tentang Organisasi dan Tata Kerja Perangkat Daerab.'
  assert.deepEqual(cited(short, long, other, slip), [])
})

const gaps = (text: string) => periksaTeks(isianKosong, text).temuan
test('a sentence whose figure was never filled in is found', () => {
  assert.deepEqual(gaps('Dalam dua tahun yang akan datang terdapat orang atau% pegawai yang akan pensiun dari jabatannya.'), [
    '1: atau% => null',
  ])
  assert.deepEqual(gaps('Sampai dengan Triwulan IV dinas telah melakukan (jumlah) transaksi melalui aplikasi pengadaan.'), [
    '1: (jumlah) => null',
  ])
  assert.equal(gaps('Anggaran perubahan untuk kegiatan itu adalah Rp …………… dan telah direalisasikan seluruhnya.').length, 1)
})
test('a filled sentence, and a name in brackets that is one, are not', () => {
  for (const text of [
    'Realisasi anggaran sebesar 95,69% atau 5 (lima) kegiatan sudah selesai sebanyak 12 orang pegawai.',
    'Kolom persen (%) berisi perbandingan realisasi dan target, dan Nilai (A) diberikan oleh Inspektorat.',
  ])
    assert.deepEqual(gaps(text), [], text)
})

test('the numbers of columns run from one', () => {
  const table = (numbers: string) => periksaTeks(nomorKolom, 'No|Sasaran|Indikator|Target', numbers, '1|Mutu|Indeks|4', '2|Tertib|Nilai|5').temuan // biome-ignore format: one line
  assert.deepEqual(table('1|2|3|4'), [])
  assert.deepEqual(table('(1)|(2)|(3)|(4)'), [])
  assert.deepEqual(table('1|2|4|5'), ['2: 1 2 4 5 => 1 2 3 4'])
})

test('a cell that counts the items beside it counts them all', () => {
  const list = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1}. Temuan ke-${'abcdefgh'[i]}`).join(' ')
  const table = (...rows: [number, number][]) =>
    periksaTeks(banyaknyaRincian, 'Tahun|Selesai|Keterangan', ...rows.map(([n, k], i) => `${2019 + i}|${n} temuan|${list(k)}`))
  assert.deepEqual(table([2, 2], [4, 4], [3, 3]).cocok, ['2: COUNT(butir 1 … 2)', '3: COUNT(butir 1 … 4)', '4: COUNT(butir 1 … 3)']) // biome-ignore format: one line
  assert.deepEqual(table([2, 2], [4, 4], [3, 3], [5, 6]).temuan, ['5: 5 => 6'])
  assert.deepEqual(table([2, 2], [4, 5], [3, 6]).temuan, [])
})
