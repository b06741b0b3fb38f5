import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Aturan } from '../aturan.ts'
import { banyaknyaRincian } from './banyaknya-rincian.ts'
import { banyaknyaSasaran } from './banyaknya-sasaran.ts'
import { deret } from './deret.ts'
import { ejaanNama } from './ejaan-nama.ts'
import { isianKosong } from './isian-kosong.ts'
import { judulKolom } from './judul-kolom.ts'
import { kataTerpotong } from './kata-terpotong.ts'
import { lambangRumus } from './lambang-rumus.ts'
import { nomorButir } from './nomor-butir.ts'
import { nomorKolom } from './nomor-kolom.ts'
import { peraturanBerbeda } from './peraturan-berbeda.ts'
import { periksaTeks } from './periksa-teks.testing.ts'
import { salinan } from './salinan.ts'
import { salinanKetentuan } from './salinan-ketentuan.ts'

const cited = (...text: string[]) => periksaTeks(peraturanBerbeda, ...text.flatMap((t) => [t, ''])).temuan

test('a regulation is cited with one title and one number', () => {
  const right =
    'Sesuai Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah, laporan disusun.'
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

const names = (rule: Aturan, ...text: string[]) => periksaTeks(rule, ...text.flatMap((t) => [t, ''])).temuan
test('a name of two words has one spelling', () => {
  const right = ['Kelurahan Utan Panjang menerima piagam.', 'Lurah Utan Panjang hadir dalam acara itu.']
  assert.deepEqual(names(ejaanNama, ...right, 'Warga Utan Panjang bergotong royong.'), [])
  assert.deepEqual(names(ejaanNama, ...right, 'Warga Utang Panjang bergotong royong.'), ['5: Utang => Utan'])
  const nilai = ['Indeks Efektivitas Koordinasi Kota.', 'Nilai Efektivitas Koordinasi Kota.']
  assert.deepEqual(names(ejaanNama, ...nilai, 'Indeks Efektifitas Koordinasi Kota.'), [])
  assert.deepEqual(names(ejaanNama, 'Jalan Karang Anyar No. 1.', 'Jalan Karang Anyar No. 2.', 'Jalan Anyer No. 9.'), [])
})
test('a word that lost a letter in its middle is known by its neighbours', () => {
  const right = ['Terlaksananya pemantauan layanan.', 'Terlaksananya pemantauan arsip.', 'Terlaksananya pemantauan data.']
  assert.deepEqual(names(kataTerpotong, ...right, 'Telaksananya pemantauan keuangan.'), ['7: Telaksananya => terlaksananya'])
  assert.deepEqual(names(kataTerpotong, 'berbagai pengetahuan', 'berbagai pengetahuan', 'berbagai pengetahuan', 'berbagi pengetahuan'), []) // biome-ignore format: one line
})
test('an enumeration names nothing twice, and has the members that it has elsewhere', () => {
  assert.deepEqual(names(deret, 'Pengelolaan kelurahan (RT, RW, LMK dan FKDM) disurvei setiap tahun.'), [])
  assert.deepEqual(names(deret, 'Pengelolaan kelurahan (RT, RT, LMK dan FKDM) disurvei setiap tahun.'), ['1: RT, RT, LMK dan FKDM => null']) // biome-ignore format: one line
  assert.deepEqual(names(deret, 'Menyusun Rencana Kerja, Rencana Kerja dan Anggaran setiap tahun.'), [])
  const nilai = (n: string) => `Nilai budaya kerja adalah Berintegritas, Kolaboratif, Akuntabel, ${n}, dan Berkeadilan.`
  assert.deepEqual(names(deret, nilai('Inovatif'), nilai('Integritas')), ['3: Integritas => Inovatif'])
})
test('a row of figures for several years has one for each', () => {
  const row = (...n: string[]) => names(deret, `Capaian tahun 2020 sampai dengan tahun 2022 adalah ${n.join('; ')}.`)
  assert.deepEqual(row('102,8%', '100,7%', '101,6%'), [])
  assert.deepEqual(row('102,8%', '100,7%', '101,6%', '106,5%'), ['1: 2020-2022 => 2020-2023'])
})
test('two items of a numbered list do not say the same, and one legend does not serve two formulas', () => {
  const table = (last: string) => periksaTeks(salinan, 'Tahun|Keterangan', `2020|1. Temuan Nomor 2.1 LHP LKPD tahun 2020 2. ${last}`, '2021|-').temuan // biome-ignore format: one line
  assert.deepEqual(table('Temuan Nomor 2.3 LHP LKPD tahun 2020'), [])
  assert.equal(table('Temuan Nomor 2.1 LHP LKPD tahun 2020').length, 1)
  const formula = (f: string, ...legend: string[]) => [f, '', 'Keterangan:', '', ...legend.flatMap((l) => [l, ''])]
  const first = formula('NE = 50% + (E / 20 × 50)', 'NE: nilai efisiensi', 'E: efisiensi')
  assert.deepEqual(names(lambangRumus, ...first, ...formula('K = (RP - RA) / RP × 100%', 'K: konsistensi', 'RP: rencana', 'RA: realisasi')), []) // biome-ignore format: one line
  assert.equal(
    names(lambangRumus, ...first, ...formula('K = (RP - RA) / RP × 100%', 'NE: nilai efisiensi', 'E: efisiensi')).length,
    1,
  )
})
test('the columns of every year have names of their own', () => {
  const table = (names: string) => periksaTeks(judulKolom, 'No|Indikator|Tahun 2023|||Tahun 2024||', `||${names}|T|R|%`, '1|Mutu|88|97|110|97|98|101', '2|Tertib|80|82|102|83|84|101').temuan // biome-ignore format: as printed
  assert.deepEqual(table('T|R|%'), [])
  assert.deepEqual(table('T|T|T'), ['2: T T T => T R %'])
})
test('a letter that was used before in the same row of titles, and a title under another letter than in the list', () => {
  const titles = (last: string) => ['e. Berdasarkan Status', 'f. Berdasarkan Eselon', 'g. Berdasarkan Golongan', `${last} Berdasarkan Wilayah`] // biome-ignore format: one line
  const all = ['a. Berdasarkan Jenis', 'b. Berdasarkan Agama', 'c. Berdasarkan Usia', 'd. Berdasarkan Pendidikan']
  assert.deepEqual(names(nomorButir, ...all.flatMap((t) => [t, 'Uraian.']), ...titles('h.').flatMap((t) => [t, 'Uraian.'])), [])
  assert.deepEqual(names(nomorButir, ...all.flatMap((t) => [t, 'Uraian.']), ...titles('f.').flatMap((t) => [t, 'Uraian.'])), ['29: f. Berdasarkan Wilayah => h.']) // biome-ignore format: one line
})

test('no sentence tells of more sasaran than the paper has', () => {
  const paper = (last: string) => names(banyaknyaSasaran, 'Perjanjian memuat total 14 sasaran dan 15 indikator.', 'Sebanyak 14 (empat belas) sasaran tercantum.', last) // biome-ignore format: one line
  assert.deepEqual(paper('Terlihat dari 9 sasaran itu hasil yang baik.'), [])
  assert.deepEqual(paper('Terlihat 26 sasaran strategis provinsi tercapai.'), [])
  assert.deepEqual(paper('Terlihat dari 26 sasaran semua tercapai.'), ['5: 26 sasaran => 14'])
})
test('what was copied from a regulation is about its own section, and has no foot of a page in it', () => {
  const dimensi = (nama: string, isi = nama) => [`1) Dimensi ${nama}`, '', `- 1) Instrumen pengukuran pada dimensi ${isi.toLowerCase()} sebagai berikut:`, ''] // biome-ignore format: one line
  const paper = (last: string) => periksaTeks(salinanKetentuan, ...['Kualifikasi', 'Kompetensi', 'Kinerja'].flatMap((n) => dimensi(n)), ...dimensi('Disiplin', last)).temuan // biome-ignore format: one line
  assert.deepEqual(paper('Disiplin'), [])
  assert.deepEqual(paper('Kinerja').map((t) => t.replace(/^\d+: /, '')), ['dimensi kinerja => dimensi disiplin']) // biome-ignore format: one line
  const legend = (second: string) => names(salinanKetentuan, 'W1 = bobot indikator kualifikasi dan nilainya', `W2 = ${second}`)
  assert.deepEqual(legend('bobot indikator kompetensi dan nilainya'), [])
  assert.equal(legend('bobot indikator kualifikasi dan nilainya').length, 1)
  assert.equal(names(salinanKetentuan, 'sesuai dengan jabatan www.peraturan.go.id 2019, No. 556 -9- yang diduduki.').length, 1)
})
