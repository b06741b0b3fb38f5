import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periksaTeks } from './periksa-teks.testing.ts'
import { rekapRincian } from './rekap-rincian.ts'

const REKAP = [
  'No|Bidang|Anggaran|Realisasi',
  '1|Sekretariat|62.585.234.558|59.823.893.257',
  '2|Bidang Mutu|1.725.159.123|1.724.659.077',
  '',
  'Tabel 1 Rekap',
  '',
]

test('a figure that is the sum of the rows of another table, or of two amounts, is confirmed', () => {
  const { cocok } = periksaTeks(rekapRincian, ...REKAP, 'Seluruhnya dianggarkan Rp 64.310.393.681.')
  assert.deepEqual(
    cocok,
    ['7: SUM(62585234558; 1725159123)'].map((c) => c.replace('SUM(', '').replace(')', '').replace('; ', ' + ')),
  )
})

test('a row with the same realisation and another budget in two tables is found', () => {
  const { temuan, penjelasan } = periksaTeks(
    rekapRincian, ...REKAP, 'No|Kegiatan|Anggaran|Realisasi', '1|Gaji|60.000.000.001|58.000.000.002', 'TOTAL||62.999.234.558|59.823.893.257', '', 'Tabel 2 Rincian Sekretariat',
  ) // biome-ignore format: as printed
  assert.deepEqual(temuan, ['9: 62.999.234.558 => 62.585.234.558'])
  assert.match(penjelasan[0]!, /selisih 414\.000\.000/)
})

test('pairs that agree, and one budget in another unit, say nothing', () => {
  const { temuan } = periksaTeks(
    rekapRincian,
    ...REKAP,
    'No|Kegiatan|Anggaran|Realisasi',
    'TOTAL||62.585.234.558|59.823.893.257',
    '',
    'Tabel 2 Rincian Sekretariat',
  )
  assert.deepEqual(temuan, [])
})
