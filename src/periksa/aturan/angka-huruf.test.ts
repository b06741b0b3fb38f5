import assert from 'node:assert/strict'
import { test } from 'node:test'
import { angkaHuruf } from './angka-huruf.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

test('a number and its words are held against each other, in prose, lists and cells', () => {
  const { temuan, cocok } = periksaTeks(
    angkaHuruf, 'Terdapat 46 (empat puluh enam) unit dan 60% (enam puluh persen) selesai.', '', 'No|Uraian', '1|Menyusun 5 (lima) tahapan kegiatan', '2|Melatih 12 (dua belas) orang',
  ) // biome-ignore format: as printed
  assert.deepEqual([temuan, cocok.length], [[], 4])
})

test('words that say another number are found', () => {
  assert.deepEqual(periksaTeks(angkaHuruf, 'Terdapat 46 (empat puluh lima) unit.').temuan, ['1: 46 (empat puluh lima) => 45'])
})

test('what is no number in parentheses is left alone', () => {
  const { temuan, cocok } = periksaTeks(
    angkaHuruf,
    'Sebanyak 46 (sesuai lampiran) unit, 2 (dua kali) setahun, dan 7 (tiga di antaranya baru).',
  )
  assert.deepEqual([temuan, cocok], [[], []])
})
