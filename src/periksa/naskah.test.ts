import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/reading/text.ts'
import { bacaNaskah, namaTabel } from './naskah.ts'

const naskah = (...lines: string[]) => bacaNaskah(readText(lines.join('\n').replaceAll('|', '\t')))
const angka = (t: ReturnType<typeof naskah>['tabel'][number]) =>
  t.baris.map((b) => b.sel.map((s) => s.angka?.toString() ?? s.nilai.jenis))

test('a table knows its caption, its section, the text before it, and the year and unit of its columns', () => {
  const { tabel } = naskah(
    'BAB III: AKUNTABILITAS KINERJA', '', 'REALISASI ANGGARAN', '', 'Realisasi dapat dilihat pada tabel berikut:', '',
    'No|Uraian|Tahun 2023||Tahun 2024|', '||Anggaran (Rp)|Capaian (%)|Anggaran (Rp)|Capaian (%)', '1|2|3|4|5|6',
    '1|Belanja Operasi|1.234|95,70|2.345|94,1', '2|Belanja Modal|22|90|33|91', 'Jumlah||1.256|95|2.378|94', '',
    'Tabel 3 Realisasi Anggaran Tahun 2024',
  ) // biome-ignore format: as printed
  const [t] = tabel
  assert.equal(namaTabel(t!), 'Tabel 3')
  assert.deepEqual(t!.bagian, ['BAB III: AKUNTABILITAS KINERJA', 'REALISASI ANGGARAN'])
  assert.deepEqual([t!.pengantar, t!.tahun], ['Realisasi dapat dilihat pada tabel berikut:', 2024])
  assert.deepEqual(t!.kolom.map((k) => [k.judul.join(' › '), k.tahun, k.satuan]), [
    ['No', undefined, undefined], ['Uraian', undefined, undefined],
    ['Tahun 2023 › Anggaran (Rp)', 2023, 'Rp'], ['Tahun 2023 › Capaian (%)', 2023, 'Persen'],
    ['Tahun 2024 › Anggaran (Rp)', 2024, 'Rp'], ['Tahun 2024 › Capaian (%)', 2024, 'Persen'],
  ]) // biome-ignore format: a row a column
  assert.deepEqual(angka(t!), [
    ['1', 'teks', '1234', '95.7', '2345', '94.1'],
    ['2', 'teks', '22', '90', '33', '91'],
    ['teks', 'status', '1256', '95', '2378', '94'],
  ])
  assert.deepEqual(
    t!.baris.map((b) => [b.label, b.jumlah]),
    [
      ['Belanja Operasi', false],
      ['Belanja Modal', false],
      ['Jumlah', true],
    ],
  )
})

test('a number is read in the light of its column, and of its table where the column proves nothing', () => {
  const { tabel } = naskah(
    'Kelurahan|Pegawai|Warga|Nilai',
    'Gambir|22.804|1.234.567|86.75',
    'Cideng|5.457|12.500|86,75',
    'Senen|112|900|88.512',
  )
  assert.deepEqual(angka(tabel[0]!), [
    ['teks', '22804', '1234567', '86.75'],
    ['teks', '5457', '12500', '86.75'],
    ['teks', '112', '900', '88.512'],
  ])
  const alone = naskah('Kelurahan|Pegawai|Anggaran', 'Gambir|2.804|1.234.567', 'Cideng|112|2.345.678').tabel[0]!.baris[0]!.sel[1]!
  assert.deepEqual([alone.angka!.toString(), alone.nilai.keyakinan], ['2804', 0.97])
})

test('a row is named by its own words and by the merged cells above it, and stands in its group', () => {
  const { tabel } = naskah(
    'No|Indikator|Variabel|Semester I', 'Sasaran Strategis|||', '1|Produk|Tepat waktu|97,7', '||Satu paham|93,2', '2|Perilaku|Sigap|100',
    'Sasaran Khusus|||', '3|Sarana|Forum|97,7', 'Rata-rata|||97,1',
  ) // biome-ignore format: as printed
  assert.deepEqual(tabel[0]!.baris.filter((b) => b.peran === 'body').map((b) => `${b.kelompok}: ${b.label}`), [
    'Sasaran Strategis: Produk › Tepat waktu', 'Sasaran Strategis: Produk › Satu paham', 'Sasaran Strategis: Perilaku › Sigap',
    'Sasaran Khusus: Sarana › Forum', 'Sasaran Khusus: Rata-rata',
  ]) // biome-ignore format: one a row
})
