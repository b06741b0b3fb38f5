import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hitunganDari, temuanDari } from '../naskah.testing.ts'
import { kelas } from './kelas.ts'
import { komponenAkip } from './komponen-akip.ts'
import { skala } from './skala.ts'
import { statusCapaian } from './status-capaian.ts'

const scale = (...rows: string[]) => ['No|Interval Nilai|Kriteria', ...rows.map((r, i) => `${i + 1}|${r}`)]

test('classes that touch by the smallest step, or at an end that one of them leaves out, make a scale', () => {
  const right = scale('90,01-100|Sangat Tinggi', '75,01-90|Tinggi', '50,01-75|Sedang', '0-50|Rendah')
  assert.deepEqual(temuanDari(skala, right), [])
  assert.equal(hitunganDari(skala, right).length, 3)
  assert.deepEqual(temuanDari(skala, scale('> 90|Baik', '> 75 s.d 90|Cukup', '> 50 s.d 75|Kurang', '≤ 50|Buruk')), [])
  assert.deepEqual(temuanDari(skala, scale('325-400|Sangat Baik', '250-324|Baik', '175-249|Kurang', '100-174|Buruk')), [])
})
test('a gap, an overlap and an interval turned round are found', () => {
  assert.deepEqual(temuanDari(skala, scale('90,01-100|A', '75,01-90|B', '50,01-75|C', '0-5|D')), [[5, '0-5', 'batas atas 50']])
  assert.deepEqual(
    temuanDari(skala, scale('91-100|A', '76-93|B', '51-75|C', '0-50|D')).map((t) => t[1]),
    ['76-93'],
  )
  assert.deepEqual(
    temuanDari(skala, scale('91-100|A', '90-76|B', '51-75|C', '0-50|D')).some((t) => t[1] === '90-76'),
    true,
  )
})
test('an official scale that is printed without its lowest class is found', () => {
  const items = [
    'Kategori tingkat profesionalitas ASN:',
    '',
    '1. Sangat Tinggi dengan rentang nilai antara 91–100 = Sangat Tinggi;',
    '2. nilai antara 81–90 = Tinggi;',
    '3. nilai antara 71–80 = Sedang;',
    '4. nilai antara 61–70 = Rendah.',
  ]
  assert.deepEqual(
    temuanDari(skala, items).map((t) => t.slice(0, 2)),
    [[6, '61–70']],
  )
})
test('spans of years or of pages are no scale', () =>
  assert.deepEqual(temuanDari(skala, ['Renstra 2013-2017, 2018-2022 dan 2023-2026 memuat nilai yang baik.']), []))

const graded = (...rows: string[]) => [
  ...scale('88,31-100,00|A', '76,61-88,30|B', '65,00-76,60|C', '25,00-64,99|D'),
  '',
  'Hasil survei kelurahan:',
  '',
  'No|Kelurahan|Nilai|Mutu',
  ...rows.map((r, i) => `${i + 1}|${r}`),
]
test('the class beside a value is the one of the scale', () => {
  const right = graded('Anggrek|90,12|A', 'Melati|80,40|B', 'Mawar|70,05|C', 'Dahlia|88,31|A', 'Kenanga|92,10|A')
  assert.deepEqual(temuanDari(kelas, right), [])
  assert.equal(hitunganDari(kelas, right).length, 5)
  assert.deepEqual(
    temuanDari(kelas, graded('Anggrek|90,12|A', 'Melati|80,40|A', 'Mawar|70,05|C', 'Dahlia|88,31|A', 'Kenanga|92,10|A')),
    [[11, 'A', 'B']],
  )
})
test('what a row says of its target agrees with its percentage', () => {
  const rows = (word: string) => ['No|Indikator|Target|Realisasi|Capaian (%)|Keterangan', `1|Indeks mutu|80,00|78,00|97,50|${word}`]
  assert.deepEqual(temuanDari(statusCapaian, rows('Tidak mencapai target')), [])
  assert.deepEqual(temuanDari(statusCapaian, rows('Melebihi target')), [[2, 'Melebihi target', null]])
})

const score = (nilai: string, first = '25,50') => [
  `Hasil evaluasi SAKIP memberi nilai ${nilai} dengan nilai per komponen:`,
  '',
  `- Perencanaan kinerja: ${first}`,
  '- Pengukuran kinerja: 25,50',
  '- Pelaporan kinerja: 12,75',
  '- Evaluasi Internal 22,00',
]
test('the score of AKIP is the sum of its components, none of them above its weight, and has its predicate', () => {
  assert.deepEqual(temuanDari(komponenAkip, score('85,75')), [])
  assert.deepEqual(hitunganDari(komponenAkip, score('85,75')), [[1, '85,75', true]])
  assert.deepEqual(temuanDari(komponenAkip, score('86,75')), [[1, '86,75', '85.75']])
  assert.deepEqual(temuanDari(komponenAkip, score('91,75', '31,50')), [[3, '31,50', 'paling tinggi 30']])
  assert.deepEqual(temuanDari(komponenAkip, ['Predikat SAKIP 85,42 (A) dan target A (82).']), [])
  assert.deepEqual(temuanDari(komponenAkip, ['Predikat SAKIP 85,42 (AA).']), [[1, '85,42 (AA)', 'A']])
})
