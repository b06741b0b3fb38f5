import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kelompokBerbeda } from './kelompok-berbeda.ts'
import { periksaTeks } from './periksa-teks.testing.ts'

const SASARAN = [
  'Terlaksananya komunikasi publik daerah',
  'Terwujudnya tata kelola data',
  'Meningkatnya kualitas layanan kota',
  'Meningkatnya pengelolaan arsip aktif',
]
const table = (n: number, caption: string) => [
  'No|Sasaran|Target|Satuan',
  'Sasaran Khusus|||',
  ...SASARAN.slice(0, n).map((s, i) => `${i + 1}|${s}|100|Persen`),
  '',
  caption,
  '',
]

test('a group that has more members in one table than in the others is found with those it has besides', () => {
  const { temuan, penjelasan } = periksaTeks(
    kelompokBerbeda,
    ...table(3, 'Tabel 1 Perjanjian'),
    ...table(3, 'Tabel 2 Capaian'),
    ...table(4, 'Tabel 3 Rencana Aksi'),
  )
  assert.deepEqual(temuan, ['19: 4 => 3'])
  assert.match(penjelasan[0]!, /Meningkatnya pengelolaan arsip aktif/)
})

test('groups of one size, and a part of a group, say nothing', () => {
  assert.deepEqual(
    periksaTeks(kelompokBerbeda, ...table(4, 'Tabel 1 Perjanjian'), ...table(4, 'Tabel 2 Capaian'), ...table(3, 'Tabel 3 Bagian'))
      .temuan,
    [],
  )
})

const places = (odd: string, caption: string) => [
  'No|Kecamatan|Kelurahan|Jumlah',
  '1|Barat|Melati|3',
  '||Mawar|4',
  '2|Timur|Anggrek|5',
  '||Kenanga|6',
  `3|${odd}|Dahlia|7`,
  '',
  caption,
  '',
]
test('a kelurahan lies in one kecamatan', () => {
  const right = [...places('Utara', 'Tabel 1 Petugas'), ...places('Utara', 'Tabel 2 Taman')]
  assert.deepEqual(periksaTeks(kelompokBerbeda, ...right, ...places('Utarra', 'Tabel 3 Pos')).temuan, [])
  assert.deepEqual(periksaTeks(kelompokBerbeda, ...right, ...places('Selatan', 'Tabel 3 Pos')).temuan, ['24: Selatan => Utara'])
})
