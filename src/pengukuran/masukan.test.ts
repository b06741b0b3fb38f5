import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type MasukanDiminta, placeOf, readCell, readMasukan } from './masukan.ts'

const scalar: MasukanDiminta = { nama: 'masuk', jenis: 'ANGKA', dari: 'MASUKAN', kolom: [], arti: 'jumlah pengaduan yang masuk' }
const table: MasukanDiminta = { nama: 'kelurahan', jenis: 'TABEL', dari: 'MASUKAN', kolom: ['kecamatan', 'nama'], arti: 'nilai' }
const row = (kecamatan: string, nama: string, tercetak: string) => ({ dimensi: { kecamatan, nama }, tercetak })

describe('a cell', () => {
  test('nothing typed is missing, not 0; 0 is 0; N/A and belum rilis are states', () => {
    assert.deepEqual(readCell('  '), { status: 'KOSONG' })
    assert.deepEqual(readCell('0'), { status: 'NILAI', nilai: '0', tercetak: '0' })
    assert.equal((readCell('N/A') as { status: string }).status, 'TIDAK_DITARGETKAN')
    assert.equal((readCell('belum rilis') as { status: string }).status, 'BELUM_RILIS')
  })
  test('what can be read in two ways is refused with both', () => {
    assert.match(readCell('1.234') as string, /dapat dibaca 1234 atau 1,2340/)
    assert.match(readCell('12,345') as string, /dapat dibaca 12345 atau 12,3450/)
    assert.deepEqual(readCell('1.234.567,5'), { status: 'NILAI', nilai: '1234567.5', tercetak: '1.234.567,5' })
    assert.deepEqual(readCell('0,125'), { status: 'NILAI', nilai: '0.125', tercetak: '0,125' })
  })
  test('a word is a value only where the indicator is a category', () => {
    assert.match(readCell('banyak') as string, /"banyak" tidak dapat dibaca sebagai angka/)
    assert.deepEqual(readCell('WTP', true), { status: 'NILAI', kategori: 'WTP', tercetak: 'WTP' })
  })
})

describe('a table', () => {
  test('empty rows are left out, words are kept as they are, HTML included', () => {
    const { isian, salah } = readMasukan(table, [
      row('Gambir', '<b>Cideng</b>', '98,5'),
      row('', '', ''),
      row('Gambir', 'Duri', ''),
    ])
    assert.deepEqual(salah, [])
    assert.deepEqual(
      isian.map((i) => [i.dimensi.nama, i.nilai.status]),
      [
        ['<b>Cideng</b>', 'NILAI'],
        ['Duri', 'KOSONG'],
      ],
    )
  })
  test('what is wrong is said with its row and column', () => {
    const { salah } = readMasukan(table, [row('Gambir', 'Cideng', 'tinggi'), row('Gambir', '', '9'), row('Gambir', 'Cideng', '3')])
    assert.deepEqual(salah.map(placeOf), [
      'kelurahan, baris 1, kolom nilai: "tinggi" tidak dapat dibaca sebagai angka: hanya angka, titik, koma dan tanda persen yang dikenal. Contoh: 98,63.',
      'kelurahan, baris 2, kolom nama: Kolom nama belum diisi.',
      'kelurahan, baris 3, kolom kecamatan: Sama dengan baris 1. Hapus salah satunya.',
    ])
  })
  test('one figure has no row number', () => {
    const { isian, salah } = readMasukan(scalar, [{ dimensi: {}, tercetak: 'x' }])
    assert.equal(placeOf(salah[0]!).startsWith('masuk: "x"'), true)
    assert.deepEqual(isian, [])
    assert.deepEqual(readMasukan(scalar, [{ dimensi: {}, tercetak: '' }]).isian, [])
  })
})
