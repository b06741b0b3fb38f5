import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, type Declared } from './check.ts'
import type { Jenis } from './kind.ts'
import { treeOf } from './testing.ts'

const rupiah = { jenis: 'ANGKA', satuan: 'Rupiah' } as const
const persen = { jenis: 'ANGKA', satuan: 'Persen (%)' } as const
const nilai = { jenis: 'ANGKA', satuan: 'Nilai' } as const
const DATA = new Map<string, Jenis>([
  ['anggaran', rupiah],
  ['belanja', rupiah],
  ['serapan', persen],
  ['hadir', { jenis: 'ANGKA', satuan: 'Orang' }],
  ['opini', { jenis: 'KATEGORI', pilihan: ['WTP', 'WDP', 'TW', 'TMP'] }],
  ['kelurahan', { jenis: 'TABEL', kolom: { kecamatan: { jenis: 'TEKS' }, nilai, opini: { jenis: 'KATEGORI', pilihan: ['A'] } } }],
])

function say(rumus: string, declared: Declared = { data: DATA }): string {
  return check(treeOf(rumus), declared)
    .keberatan.map(({ kode, berat, letak }) => `${berat} ${kode} ${letak.baris}:${letak.kolom}`)
    .join('; ')
}
const first = (rumus: string) => check(treeOf(rumus), { data: DATA }).keberatan[0]!

test('rupiah is not added to persen, and the place and a way out are said', () => {
  assert.equal(say('belanja / anggaran * 100 +\n  belanja'), 'salah SATUAN_BERBEDA 2:3')
  const { pesan, saran } = first('serapan + belanja')
  assert.equal(pesan, 'rupiah tidak dapat ditambahkan pada persen.')
  assert.match(saran!, /perbandingan/)
})
test('a ratio of equal units may stand beside percentages, and a plain number beside everything', () => {
  assert.equal(say('belanja / anggaran * 100 + serapan'), '')
  assert.equal(say('belanja + 1'), '')
  assert.equal(say('AVERAGE(serapan, belanja / anggaran * 100)'), '')
  assert.equal(say('belanja / anggaran + belanja'), 'salah SATUAN_BERBEDA 1:22')
})
test('units go through every function that keeps them', () => {
  for (const rumus of ['SUM(serapan, belanja)', 'MAX(serapan, belanja)', 'CLAMP(serapan, 0, belanja)', 'ABS(serapan) + belanja'])
    assert.match(say(rumus), /^salah SATUAN_BERBEDA/, rumus)
  assert.match(say('IF(serapan > 80, serapan, belanja)'), /SATUAN_BERBEDA/)
  assert.match(say('serapan > belanja'), /SATUAN_BERBEDA/)
  assert.equal(say('SQRT(belanja ^ 2) + anggaran'), '')
  assert.equal(say('belanja / hadir + anggaran'), 'salah SATUAN_BERBEDA 1:19')
})
test('categories are not averaged, added or ordered; they are compared with their own names', () => {
  assert.equal(say('AVERAGE(kelurahan[opini])'), 'salah JENIS_TIDAK_COCOK 1:9')
  assert.match(first('AVERAGE(kelurahan[opini])').saran!, /IFS/)
  assert.match(say('opini + 1'), /JENIS_TIDAK_COCOK/)
  assert.match(say('opini > "WDP"'), /JENIS_TIDAK_COCOK/)
  assert.equal(say('IF(opini = "WTP", 100, 0)'), '')
  assert.equal(say('IF(opini = "WPT", 100, 0)'), 'salah KATEGORI_TIDAK_DIKENAL 1:12')
  assert.equal(first('IF(opini = "WPT", 100, 0)').saran, 'Mungkin maksudnya WTP.')
})
test('weights that do not sum to 100 are caught, with what is lacking', () => {
  assert.equal(say('serapan * 20% + serapan * 70%'), 'salah BOBOT_BUKAN_100 1:1')
  assert.match(first('serapan * 20% + serapan * 70%').saran!, /10%/)
  assert.match(first('serapan * 33.3% + serapan * 66.6%').pesan, /99,9%/)
  assert.equal(say('serapan * 33.3% + serapan * 66.7%'), '')
  assert.equal(say('serapan * 5% + belanja / anggaran * 95'), '')
  assert.equal(say('IF(serapan < 80, serapan * 40% + serapan * 50%, 100)'), 'peringatan BOBOT_BUKAN_100 1:18')
  assert.equal(say('serapan * 40% + 50'), '', 'a term without a weight: no sum of weights')
})
test('names that nobody declared are found, with what was probably meant', () => {
  assert.equal(first('serapn / 2').saran, 'Mungkin maksudnya serapan.')
  assert.equal(say('kelurahan[nila]'), 'salah KOLOM_TIDAK_DIKENAL 1:1; salah BUKAN_SATU_NILAI 1:1')
  assert.equal(say('SUM(kelurahan)'), 'salah TABEL_TANPA_KOLOM 1:5')
  assert.equal(say('SUM(serapan[nilai])'), 'salah BUKAN_TABEL 1:5')
  assert.equal(say('apa_saja / lain', {}), '')
})
test('the whole must be one value of the kind and unit of its indicator', () => {
  const hasil = { jenis: 'ANGKA', satuan: 'Persen' } as const
  assert.equal(say('kelurahan[nilai] * 2'), 'salah BUKAN_SATU_NILAI 1:1')
  assert.equal(say('AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan])'), 'salah BUKAN_SATU_NILAI 1:1')
  assert.equal(say('SUM(anggaran, belanja)', { data: DATA, hasil }), 'salah SATUAN_HASIL 1:1')
  assert.equal(say('belanja / anggaran', { data: DATA, hasil }), 'peringatan BELUM_PERSEN 1:1')
  assert.equal(say('100 / anggaran * belanja', { data: DATA, hasil }), '')
  for (const rumus of [
    'belanja / anggaran * 100',
    '100 * belanja / anggaran',
    'belanja * 100 / anggaran',
    '(belanja * -100) / anggaran',
  ])
    assert.equal(say(rumus, { data: DATA, hasil }), '', rumus)
  assert.equal(say('belanja > anggaran', { data: DATA, hasil }), 'salah HASIL_SALAH_JENIS 1:1')
  assert.equal(say('1 / 0', { hasil }), 'salah BAGI_NOL 1:1')
})
test('the papers spell percent in five ways, and a ratio is points of any scale', () => {
  for (const satuan of [
    'Persen',
    'Persentase',
    'Presentase',
    'Percentase',
    '%',
    'Persen (%)',
    'Rasio',
    'Angka',
    'Predikat',
    'Indeks',
  ])
    assert.equal(say('belanja / anggaran * 100', { data: DATA, hasil: { jenis: 'ANGKA', satuan } }), '', satuan)
  const data = new Map(DATA).set('lain', { jenis: 'ANGKA', satuan: 'Percentase' })
  assert.equal(say('serapan + lain', { data }), '')
  assert.equal(
    say('COUNT(kelurahan[nilai])', { data, hasil: { jenis: 'ANGKA', satuan: 'Laporan' } }),
    '',
    'a count counts what it is of',
  )
})
test('another indicator brings its own unit, and must be there', () => {
  const indikator = ({ kode }: { kode: string }) => ({ IKM: { satuan: 'Nilai' }, PAD: { satuan: 'Rupiah' } })[kode]
  assert.equal(say('AVERAGE(INDIKATOR("IKM"), INDIKATOR("PAD"))', { indikator }), 'salah SATUAN_BERBEDA 1:27')
  assert.equal(say('INDIKATOR("XYZ")', { indikator }), 'salah INDIKATOR_TIDAK_DIKENAL 1:1')
  assert.equal(say('AVERAGE(INDIKATOR("IKM", ANAK()))', { indikator }), '')
})
test('another indicator whose value is a category can be compared with one, not reckoned with', () => {
  const indikator = () => ({ satuan: 'Predikat', kategori: true })
  assert.equal(say('IF(INDIKATOR("OPINI") = "WTP", 100, 0)', { indikator }), '')
  assert.equal(say('INDIKATOR("OPINI") * 2', { indikator }), 'salah JENIS_TIDAK_COCOK 1:1')
  assert.equal(say('AVERAGE(INDIKATOR("OPINI", ANAK()))', { indikator }), 'salah JENIS_TIDAK_COCOK 1:9')
})
