import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CapaianPeriode, yearOfOffice } from './tahun.ts'

const sel = (kode: string, periode: string, more: Partial<CapaianPeriode> = {}): CapaianPeriode => ({
  kode,
  periode,
  status: 'NILAI',
  nilai: '97.7653',
  target: '93.93',
  capaianStatus: 'NILAI',
  capaian: '104.08',
  kategori: 'Sangat Tinggi',
  ...more,
})
const own = { nama: 'Indeks', satuan: 'Nilai', desimal: 2, agregasi: 'RATA_RATA', bacaan: null }
const versi = [{ ...own, kode: 'IKL', metode: 'IKL' }]
const hasil = (tahun: number, unsur: 'TARGET' | 'REALISASI' | 'CAPAIAN', nilai: string) =>
  ({ kode: 'IKL', tahun, unsur, status: 'NILAI', nilai, kategori: null }) as const

test('the rows stand as the agreement orders them, each once, and what it does not name comes last', () => {
  const sasaran = [
    { kelompok: 'STRATEGIS', indikator: [{ kode: 'IKL', nama: 'Indeks Kepuasan Layanan' }] },
    {
      kelompok: 'KHUSUS',
      indikator: [
        { kode: 'NKA', nama: 'NKA' },
        { kode: 'IKL', nama: 'lagi' },
        { kode: null, nama: 'tanpa kode' },
      ],
    },
  ]
  const groups = yearOfOffice(2024, [sel('IKL', '2024'), sel('CRM', '2024')], versi, [], sasaran)
  assert.deepEqual(
    groups.map((g) => [g.kode, ...g.baris.map((b) => b.kode)]),
    [
      ['STRATEGIS', 'IKL'],
      ['KHUSUS', 'NKA'],
      ['LAIN', 'CRM'],
    ],
  )
})
test("a year's result has the name of its scale; the name of a scope or of a sum is not guessed from the result alone", () => {
  const name = (more: object, nilai = '88.31') =>
    yearOfOffice(2024, [sel('X', '2024', { nilai })], [{ ...own, kode: 'X', metode: 'IKM', ...more }], [], [])[0]!.baris[0]!.sebutan
  assert.deepEqual(name({}), { kode: 'A', sebutan: 'Sangat Baik' })
  assert.deepEqual(name({ metode: 'NKA_MI' }), { kode: null, sebutan: 'Baik' })
  assert.equal(name({ agregasi: 'JUMLAH' }), null)
  assert.equal(name({ metode: 'SISTEM_MERIT', bacaan: 'LINGKUP' }, '38'), null)
  assert.equal(name({ metode: 'IKL' }), null)
  assert.equal(name({}, 'WTP'), null)
})
test('the year and its parts are told apart', () => {
  const [group] = yearOfOffice(2024, [sel('IKL', '2024'), sel('IKL', '2024-TW2')], versi, [], [])
  assert.deepEqual([group!.baris[0]!.tahun?.periode, group!.baris[0]!.periode.map((p) => p.periode)], ['2024', ['2024-TW2']])
})
test('where nothing was measured, the annual report of that year speaks, and it is said that it does', () => {
  const printed = [hasil(2022, 'REALISASI', '91.44'), hasil(2022, 'TARGET', '88'), hasil(2021, 'REALISASI', '90')]
  const nothing = sel('IKL', '2022', { status: 'KOSONG', nilai: null, capaianStatus: 'KOSONG', capaian: null })
  const row = yearOfOffice(2022, [nothing], versi, printed, [])[0]!.baris[0]!
  assert.deepEqual([row.laporan, row.tahun?.nilai, row.tahun?.target, row.tahun?.capaianStatus], [true, '91.44', '88', 'KOSONG'])
  assert.equal(yearOfOffice(2022, [sel('IKL', '2022')], versi, printed, [])[0]!.baris[0]!.laporan, false)
})
test('a year without a figure is a gap in the line, never 0', () => {
  const row = yearOfOffice(2024, [sel('IKL', '2024')], versi, [hasil(2021, 'REALISASI', '90')], [])[0]!.baris[0]!
  assert.deepEqual(
    row.realisasi.map((t) => t.nilai),
    [null, null, null, '90', null, null, '97.7653'],
  )
})
