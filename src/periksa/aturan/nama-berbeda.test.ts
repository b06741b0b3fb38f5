import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namaBerbeda } from './nama-berbeda.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const tables = (name: string) =>
  periksaTeks(
    namaBerbeda, 'Penerapan sistem merit.', '', 'No|Sasaran|Target', '1|Perbaikan manajemen pegawai berbasis sistem merit|90', '2|Terlaksananya survei kepuasan warga|80', '',
    'Tabel 1 Perjanjian', '', 'No|Sasaran|Keluaran', `1|${name}|Laporan`, '2|Lain-lain|Laporan', '', 'Tabel 2 Rencana Aksi',
  ) // biome-ignore format: as printed

test('a sasaran that is named alike in agreement and action plan is confirmed', () => {
  const { temuan, cocok } = tables('Perbaikan Manajemen Pegawai Berbasis Sistem Merit')
  assert.deepEqual([temuan, cocok], [[], ['10: baris 10 = baris 4']])
})

test('a name with one word a letter apart is found, and the rarer spelling is the slip', () => {
  assert.deepEqual(tables('Perbaikan manajemen pegawai berbasis sitem merit').temuan, [
    '10: Perbaikan manajemen pegawai berbasis sitem merit => Perbaikan manajemen pegawai berbasis sistem merit',
  ])
})

test('another word or another number makes another name', () => {
  for (const name of ['Perbaikan manajemen pegawai berbasis sistem karier', 'Perbaikan manajemen aset berbasis sistem merit'])
    assert.deepEqual(tables(name).temuan, [], name)
})

test('one NIP has one name; the NIP itself is not printed in the finding', () => {
  const sign = (name: string) => ['', 'Kepala Badan,', '', name, 'NIP 199001012015011001', '']
  assert.deepEqual(periksaTeks(namaBerbeda, ...sign('Contoh Namanya'), 'Isi laporan.', ...sign('Contoh Namanya')).temuan, [])
  const { temuan, penjelasan } = periksaTeks(
    namaBerbeda,
    ...sign('Contoh Namanya'),
    'Isi laporan.',
    ...sign('Contoh Namanya'),
    ...sign('Conto Namanya'),
  )
  assert.equal(temuan.length, 1)
  assert.doesNotMatch(penjelasan.join(), /1990/)
})

test('a company in two spellings is found', () => {
  assert.equal(
    periksaTeks(namaBerbeda, 'Sertifikat atas nama PT Sumber Makmur.', '', 'Diserahkan kepada PT. Sumbre Makmur Jl. Merdeka.')
      .temuan.length,
    1,
  )
  assert.deepEqual(
    periksaTeks(namaBerbeda, 'Sertifikat atas nama PT Sumber Makmur.', '', 'Diserahkan kepada PT. Sumber Jaya Abadi.').temuan,
    [],
  )
})
