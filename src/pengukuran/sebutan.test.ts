// A value is told with the name that the scale of its official method gives it, read on the unrounded figure.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { jakartaPusat2024 } from './contoh.testing.ts'
import { explainFrom, explanationInWords } from './explanation.ts'
import type { Klaim, Loaded, Tabel, Versi } from './hasil.ts'
import { sebutanInWords } from './sebutan.ts'

const figure = (nilai: string) => fromColumns(toColumns({ status: 'NILAI', nilai }))
const versi = (metode: string, bacaan: string, more: Partial<Versi> = {}): Versi => ({
  ...{ id: 'v1', unit: 'u', kode: 'X', versi: 1, nama: 'X', dasarHukum: [], satuan: 'Nilai', jenisNilai: 'ANGKA' },
  ...{ polaritas: 'MAKSIMAL', agregasi: 'TERAKHIR', desimal: 2, pemilikData: null, metode, bacaan, rumus: null },
  ...{ berlakuDari: '2020-01-01', berlakuSampai: null, sumber: null },
  ...more,
})
type Cells = Readonly<Record<string, readonly Tabel[]>>
const office = (v: Versi, tabel: Cells, klaim: Readonly<Record<string, string>> = {}): Loaded => ({
  versi: (_unit, kode) => (kode === 'X' ? v : undefined),
  klaim: (_unit, _kode, periode) => (klaim[periode] ? [claim(periode, klaim[periode])] : []),
  tabel: (_unit, _kode, periode, dari) => (dari === 'MASUKAN' ? (tabel[periode] ?? []) : []),
  tidakDitargetkan: () => false,
  anak: () => [],
  target: () => undefined,
  kode: () => ['X'],
})
const claim = (periode: string, nilai: string): Klaim => ({
  ...{ id: '1', unit: 'u', kode: 'X', periode, peran: 'DILAPORKAN', nilai: figure(nilai), pihak: null, namaPihak: null },
  ...{
    surat: null,
    tanggal: null,
    keterangan: null,
    sumber: null,
    oleh: 'Selaras',
    dicatat: '2026-01-01T00:00:00.000Z',
    bukti: [],
  },
})
const angka = (nama: string, nilai: string): Tabel => ({ nama, isian: [{ dimensi: {}, nilai: figure(nilai), sumber: null }] })
/** Skor and Bobot of each sub aspek. */
const merit = (...sub: readonly (readonly [string, string])[]): Tabel[] => [
  {
    nama: 'sub_aspek',
    isian: sub.flatMap(([skor, bobot], i) =>
      Object.entries({ Skor: skor, Bobot: bobot }).map(([kolom, nilai]) => ({
        dimensi: { aspek: 'Pengadaan', sub_aspek: String(i), kolom },
        nilai: figure(nilai),
        sumber: null,
      })),
    ),
  },
]
const told = (bahan: Loaded, periode = '2025', bacaan = {}) => {
  const { sebutan } = explainFrom(bahan, 'u', 'X', periode, bacaan).hasil
  return sebutan && sebutanInWords(sebutan)
}

test('IKM 98,98 is A (Sangat Baik), below IKL as well, and is said with its scale', () => {
  const bahan = jakartaPusat2024()
  const { hasil } = explainFrom(bahan, 'dki.jakpus', 'IKM', '2024')
  assert.equal(hasil.sebutan?.sebutan, 'Sangat Baik')
  assert.ok(hasil.agregasi!.bagian.every((half) => half.sebutan?.kode === 'A'))
  const ikl = explainFrom(bahan, 'dki.jakpus', 'IKL', '2024')
  assert.equal(ikl.hasil.sebutan, null)
  assert.equal(ikl.hasil.rujukan.find((r) => r.indikator === 'IKM')?.sebutan?.kode, 'A')
  assert.match(
    explanationInWords(ikl),
    /IKM 2024 = 98,98 .*, A \(Sangat Baik\): .*\n.*sebutan: A \(Sangat Baik\), mulai 88,31 pada skala mutu/,
  )
})

test('what the data owner verified is named as what was computed is', () => {
  const { hasil } = explainFrom(jakartaPusat2024(), 'dki.jakpus', 'NKA', '2024')
  assert.equal(hasil.cara, 'KLAIM')
  assert.equal(hasil.sebutan?.sebutan, 'Baik')
})

test('the name goes by the unrounded figure: 90,001 is printed 90,00 and is Sangat Baik', () => {
  const nka = (nilai: string) => office(versi('NKA_MI', 'BAKU'), { 2025: [angka('implementasi', nilai), angka('manfaat', nilai)] })
  assert.equal(explainFrom(nka('90.001'), 'u', 'X', '2025').hasil.nilai.tampil, '90,00')
  assert.equal(told(nka('90.001')), 'Sangat Baik')
  assert.equal(told(nka('90')), 'Baik')
})

describe('sistem merit of a scope', () => {
  const scoped = (cells: Cells, klaim = {}, more = {}) => office(versi('SISTEM_MERIT', 'LINGKUP', more), cells, klaim)
  // 9,5 of weight: at most 38, and Sangat Baik from 30,875.
  const weights = (...skor: readonly string[]) => merit(...skor.map((s, i) => [s, ['2', '2.5', '2.5', '2.5'][i]!] as const))

  test('is read on the scale shrunk to its highest value, not on 325 to 400', () => {
    assert.equal(told(scoped({ 2025: weights('4', '4', '4', '4') })), 'IV (Sangat Baik)')
    assert.equal(told(scoped({ 2025: weights('3', '3', '3', '4') })), 'IV (Sangat Baik)')
    assert.equal(told(scoped({ 2025: weights('3', '3', '3', '3') })), 'III (Baik)')
    assert.equal(told(scoped({ 2025: weights('1', '1', '1', '1') })), 'I (Buruk)')
    const { sebutan } = explainFrom(scoped({ 2025: weights('3', '3', '3', '3') }), 'u', 'X', '2025').hasil
    assert.deepEqual([sebutan?.dari, sebutan?.maks], ['23.75', '38'])
  })
  test('30,87 claimed beside the weights is III, for the level begins at 30,875', () => {
    const bahan = scoped({ 2025: merit(['4', '9.5']) }, { 2025: '30.87' }, { pemilikData: 'p' })
    const owner = {
      ...bahan,
      klaim: () => [{ ...claim('2025', '30.87'), peran: 'DIVERIFIKASI' as const, pihak: 'p', namaPihak: 'P' }],
    }
    assert.equal(told(owner), 'III (Baik)')
  })
  test('takes the highest value of the year from the same quarters as the value', () => {
    const [two, four] = [weights('2', '2', '2', '2'), weights('4', '4', '4', '4')]
    const quarters = { '2025-TW1': two, '2025-TW2': two, '2025-TW3': four, '2025-TW4': four }
    assert.equal(told(scoped(quarters)), 'IV (Sangat Baik)')
    assert.equal(told(scoped(quarters, {}, { agregasi: 'RATA_RATA' })), 'III (Baik)')
  })
  test('without its weights has no name', () => assert.equal(told(scoped({}, { 2025: '38' })), null))
  test('in another reading than its own is read on the scale of that reading', () =>
    assert.equal(
      told(office(versi('SISTEM_MERIT', 'PENUH'), { 2025: weights('4', '4', '4', '4') }), '2025', { X: 'LINGKUP' }),
      'IV (Sangat Baik)',
    ))
})

test('a value that the scale does not hold has no name: above its highest, below its lowest, summed up, or of a part of the index', () => {
  const ikm = (nilai: string, more = {}) => office(versi('IKM', 'BERJENJANG', more), {}, { 2025: nilai })
  assert.equal(told(ikm('100')), 'A (Sangat Baik)')
  assert.equal(told(ikm('100.01')), null)
  assert.equal(told(ikm('24.99')), null)
  const sum = office(versi('IKM', 'BERJENJANG', { agregasi: 'JUMLAH' }), {}, { '2025-TW1': '40', '2025-TW2': '40' })
  assert.equal(told(sum), null)
  assert.equal(told(office(versi('IP_ASN', 'LINGKUP_BPSDM'), {}, { 2025: '38.16' })), null)
})

test('an indicator without an official method, and a value that is not there, have no name', () => {
  assert.equal(told(office(versi('IKM', 'BERJENJANG', { metode: null, bacaan: null }), {}, { 2025: '90' })), null)
  assert.equal(told(office(versi('IKM', 'BERJENJANG'), {})), null)
})
