import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periksaTeks } from './periksa-teks.testing.ts'
import { rupiahBerulang } from './rupiah-berulang.ts'

const TABLE = [
  'Uraian|Anggaran|Realisasi',
  'Belanja Operasi|771.925.168.744|738.766.664.773',
  'Belanja Modal|8.052.731.877|7.601.150.815',
  '',
]

test('an amount that stands again, in prose or in another table, is confirmed', () => {
  const { temuan, cocok } = periksaTeks(
    rupiahBerulang,
    ...TABLE,
    'Belanja operasi Rp. 771.925.168.744,00 terealisasi Rp 738.766.664.773.',
  )
  assert.deepEqual([temuan, cocok], [[], ['5: baris 5 = baris 2', '5: baris 5 = baris 2']])
})

test('an amount that differs from another by one digit, or by two swapped, is found', () => {
  for (const slip of ['771.925.168.774', '771.925.186.744'])
    assert.deepEqual(periksaTeks(rupiahBerulang, ...TABLE, `Anggarannya Rp ${slip}.`).temuan, [`5: Rp ${slip} => 771.925.168.744`])
})

test('a budget near to what was spent of it, round amounts and numbers of persons are no slips', () => {
  const { temuan } = periksaTeks(
    rupiahBerulang, 'Nama|Anggaran|Realisasi', 'Diklat|30.999.607|30.939.607', 'Kursus|200.000.000|300.000.000', '', 'NIP 196608181990031008', '', 'NIP 196608181990031003',
  ) // biome-ignore format: as printed
  assert.deepEqual(temuan, [])
})

test('the sum of one table is confirmed by the same sum of another', () => {
  const table = (a: string, b: string) => ['Uraian|Pegawai|Keterangan', `${a}|20.411|-`, `${b}|30.000|-`, 'TOTAL|50.411|-', '']
  assert.deepEqual(
    periksaTeks(rupiahBerulang, ...table('Pria', 'Wanita'), 'Menurut golongan:', '', ...table('Tinggi', 'Rendah')).cocok,
    ['11: baris 11 = baris 4'],
  )
})
