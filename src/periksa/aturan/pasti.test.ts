// What only confirms: figures that agree with others near them, and never a finding where they do not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../../platform/documents/reading/text.ts'
import { reviu } from '../reviu.ts'

const review = (...lines: string[]) => reviu(readText(lines.join('\n').replaceAll('|', '\t')))
const confirmed = (...lines: string[]) =>
  review(...lines).hitungan.filter((h) => h.cocok).map((h) => `${h.baris}: ${h.tercetak} = ${h.rumus}`) // biome-ignore format: one line
const has = (lines: readonly string[], said: string) => assert.ok(confirmed(...lines).includes(said), `${said}\n${confirmed(...lines).join('\n')}`) // biome-ignore format: one line
const silent = (lines: readonly string[], part: string) => assert.deepEqual(confirmed(...lines).filter((c) => c.includes(part)), []) // biome-ignore format: one line

describe('along time', () => {
  const PK = ['No|Indikator|Triwulan||||Tahunan', '||I|II|III|IV|', '1|Persentase A|10|40|70|100|100', '2|Nilai B|N/A|N/A|N/A|71|71', '3|Dokumen C|1|2|2|1|6', '4|Indeks D|80|90|85|95|87,5'] // biome-ignore format: a table
  test('a year is its last quarter, their sum or their mean', () => {
    has(PK, '4: 71 = LAST(71)')
    has(PK, '5: 6 = SUM(1; 2; 2; 1)')
    has(PK, '6: 87,5 = AVERAGE(80; 90; 85; 95)')
  })
  test('a year that is none of these is not found: a target may be set otherwise', () => {
    assert.deepEqual(review(...PK.with(3, '2|Nilai B|N/A|N/A|N/A|71|75')).temuan, [])
  })
  const RENSTRA = ['Indikator|Target 2023|Target 2024|Target 2025|Target 2026', 'Nilai Dimensi|38,7|38,8|38,9|39', 'Indeks B|80|80|80|80'] // biome-ignore format: a table
  test('targets of years rise by one step; what stays as it is takes none', () => {
    has(RENSTRA, '2: 39 = 38.9 + 38.9 - 38.8')
    silent(RENSTRA, '= 80')
  })
})

describe('rows and cells', () => {
  const IKU = ['No|Tujuan|Target|Realisasi', '1|Indeks Layanan|93,93|97,77', '2|Kepuasan|97,52|98,98', '3|Koordinasi|90,35|96,55', '4|Nilai lain|71|88,24'] // biome-ignore format: a table
  test('a row above its parts is their mean where more than one column says so', () => {
    has(IKU, '2: 97,77 = AVERAGE(98.98; 96.55)')
    silent(IKU.with(1, '1|Indeks Layanan|92,11|97,77'), 'AVERAGE')
  })
  const BELANJA = ['No|Sub Kegiatan|Anggaran|Realisasi|%|Efisiensi|%', '1|Alat tulis|200.328.516|200.195.226|99,93|133.290|0,07', '2|Barang|610.500.000 554.000.000|90,75 56.500.000|9,25', '3|Sewa|355.644.000|322.344.000|90,64|33.300.000|9,36'] // biome-ignore format: a table
  test('two figures in one cell are read one after the other', () => {
    has(BELANJA, '3: 90,75 56.500.000 = (554000000 / 610500000) * 100'.replace('90,75 56.500.000', '90,75'))
    has(BELANJA, '3: 56.500.000 = 610500000 - 554000000')
  })
  test('a total of nothing is nothing', () => {
    has(['Unit|A|B|C', 'Kota|12|-|30', 'Kecamatan|25|-|47', 'Jumlah|37|-|77'], '4: - = SUM(0; 0)')
  })
  test('an amount whose marks were mixed is the one that stands elsewhere', () => {
    const again = ['Rekap|Anggaran|Realisasi', 'Alat tulis|200.328,516|200.195.226', 'Kertas|300.111.222|300.111.000']
    const lines = [...BELANJA, '', 'Rekapitulasi belanja adalah sebagai berikut.', '', ...again]
    has(lines, '2: 200.328.516 = baris 2 = baris 9')
  })
})

describe('the same things in several tables', () => {
  const table = (caption: string, name: string, ...figures: string[]) => [caption, '', 'No|Indikator|Jakarta Pusat|Jakarta Barat|Jakarta Timur|Jakarta Utara', `1|${name}|${figures.join('|')}`, ''] // biome-ignore format: a table
  const IKM = table('Tabel 1 Kepuasan', 'Indeks Kepuasan', '98,98', '96,18', '97,91', '97,53')
  const IEK = table('Tabel 2 Koordinasi', 'Indeks Koordinasi', '96,55', '95,81', '95,42', '96,38')
  const both = (...f: string[]) => table('Tabel 3 Layanan', 'Indeks Layanan', ...f)
  test('what one table prints is the mean of what two others print', () => {
    has([...IKM, ...IEK, ...both('97,77', '95,99', '96,66', '96,95')], '14: 96,66 = AVERAGE(97.91; 95.42)')
  })
  test('one in four that agrees is chance', () => silent([...IKM, ...IEK, ...both('97,77', '91,20', '92,30', '93,40')], 'AVERAGE'))
})

describe('prose', () => {
  test('a total and its parts in one sentence', () => {
    has(['Penduduk asing tercatat 1.204 jiwa, 720 berjenis kelamin laki-laki dan 484 orang perempuan.'], '1: 1.204 = SUM(720; 484)') // biome-ignore format: one line
    silent(['Penduduk asing tercatat 1.205 jiwa, 720 berjenis kelamin laki-laki dan 484 orang perempuan.'], 'SUM')
  })
  test('a percentage of two figures that follow each other near it', () => {
    const lines = ['Capaian diklat sebesar 74,58% melebihi target.', '', 'Jumlah diklat sebanyak 132 jenis', '', 'Jumlah kebutuhan sebanyak 177 jenis'] // biome-ignore format: lines
    has(lines, '1: 74,58% = (132 / 177) * 100')
  })
  test('the total of a list is the mean of its items', () => {
    const items = ['1. Indeks A: 61,2%;', '2. Indeks B: 74,9%;', '3. Indeks C: 49,9%;', '4. Total indeks: 62,0%.']
    has(['Hasilnya sebagai berikut:', '', ...items], '6: 62,0% = AVERAGE(61.2; 74.9; 49.9)')
  })
  test('an index in prose is the mean of a column near it', () => {
    const table = ['Nilai|Persentase', 'Loyal|65,6% Cukup Sehat', 'Adaptif|58,0% Cukup Sehat', 'Kompeten|60,9% Cukup Sehat']
    has(['Indeks implementasi sebesar 61,5%, dengan rincian berikut.', '', ...table], '1: 61,5% = AVERAGE(65.6; 58; 60.9)')
  })
  test('one cell counts what its neighbour lists', () => {
    has(['No|Kriteria|Keluaran', '1|Tersedianya 17.500 profil pegawai|T/O1.1 sejumlah 7.500 data T/O1.2 sejumlah 10.000 data', '2|Ada|Laporan'], '2: 17.500 = SUM(7500; 10000)') // biome-ignore format: a table
  })
  test('an even conversion, and a letter that is cited again', () => {
    has(['Konversi opini: WTP=3 (100%), WDP=2 (75%), TW=1 (50%), TMP=0 (25%).'], '1: 50 = 100 + (1 - 3) * 25')
    has(
      ['Surat No.5029/PA.02.02 tentang hasil.', '', 'Menurut surat 5029/PA.02.02 nilainya baik.'],
      '3: 5029/PA.02.02 = baris 3 = baris 1',
    )
  })
})
