import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bentukRencanaAksiOf } from '../../peraturan/dki-jakarta/bentuk-rencana-aksi.ts'
import type { FigureOut } from '../../platform/kernel/figure.ts'
import { type Output, type Rencana, treeOf } from './data.ts'
import { columnsOf, figureText, namesIn, readFigure, rowsOf } from './lembar.ts'

const figure = (more: Partial<FigureOut> = {}): FigureOut => ({
  status: 'NILAI',
  nilai: '1',
  kategori: null,
  min: null,
  maks: null,
  tercetak: null,
  ...more,
})
const output = (id: string, kode: string, more: Partial<Output> = {}) => ({
  id,
  kode,
  uraian: id,
  jumlah: figure(),
  satuan: 'Laporan',
  triwulan: 'TW1',
  penanggungJawab: ['Sekretaris'],
  mitigasi: null,
  disalinDari: null,
  ...more,
})
const plan = (bolehUbah: boolean) => {
  const kk = {
    id: 'k',
    kode: 'KK1.1',
    uraian: 'K',
    output: [
      output('x', 'T/O1.1.1'),
      output('y', 'T/O1.1.2', { disalinDari: { jumlah: 'T/O1.1.1' }, triwulan: 'TW2' }),
      output('z', 'T/O1.1.3', { triwulan: 'TW2' }),
    ],
  }
  const ra = [{ id: 'a', kode: 'RA1', uraian: 'A', kk: [kk] }]
  const indikator = {
    id: 'i',
    nomor: '1',
    kelompok: 'Sasaran Strategis',
    sasaran: 'S',
    nama: 'I',
    target: figure({ nilai: '322.5' }),
    ra,
  }
  return { bolehUbah, indikator: [indikator, { ...indikator, id: 'j', nomor: '2', ra: [] }] } as unknown as Rencana
}
const ALL = { triwulan: '', penanggungJawab: '' }
const tree = (p: Rencana) => treeOf(p, [], (induk) => `awal ${induk}`)

test('the columns are those of the form of the year, in its words', () => {
  const heads = (tahun: number) =>
    columnsOf(bentukRencanaAksiOf(tahun) as never).map((k) => [k.kelompok, k.judul].filter(Boolean).join(' / '))
  assert.ok(heads(2024).includes('Target/Output / Output') && heads(2024).includes('Waktu'))
  assert.ok(
    heads(2025).includes('Output Renaksi') &&
      heads(2025).includes('Target Renaksi / Satuan') &&
      heads(2025).includes('Penanggung Jawab'),
  )
})

test('sasaran and indicator head their rows; RA and KK reach over their outputs, a merged cell over those that share it', () => {
  const { baris } = rowsOf(tree(plan(false)), [], ALL, 'tetap')
  assert.deepEqual(
    baris.map((b) => b.judul ?? b.kunci),
    ['Sasaran Strategis · S', '1. I · target 322,5', 'x', 'y', 'z', '2. I · target 322,5'],
  )
  const [x, y] = [baris[2]!.sel, baris[3]!.sel]
  assert.deepEqual([x.ra?.tinggi, x.kk?.tinggi, x.jumlah?.tinggi, x.satuan?.tinggi, x.triwulan?.tinggi], [3, 3, 2, 2, undefined])
  assert.deepEqual([y.ra, y.jumlah, y.satuan, y.triwulan?.teks], [undefined, undefined, undefined, 'TW2'])
  assert.equal(x.output?.tampil, 'T/O1.1.1. x')
})

test('in a draft an indicator without an action has a place to begin one; a filter asks for outputs only', () => {
  assert.deepEqual(rowsOf(tree(plan(true)), [], ALL, undefined).baris.at(-1)!.kunci, 'awal awal awal j')
  const { baris } = rowsOf(tree(plan(true)), [], { ...ALL, triwulan: 'TW2' }, undefined)
  assert.deepEqual(
    baris.filter((b) => !b.judul).map((b) => [b.kunci, b.sel.ra?.tinggi, b.sel.jumlah?.teks]),
    [
      ['y', 2, '1'],
      ['z', undefined, '1'],
    ],
  )
})

test('an amount is read exactly; N/A, missing and 0 are three things; a word is no number', () => {
  assert.deepEqual(readFigure('98,63', 'Nilai'), { status: 'NILAI', nilai: '98.63', tercetak: '98,63' })
  assert.deepEqual(readFigure('1.234', 'Dokumen'), { status: 'NILAI', nilai: '1234', tercetak: '1.234' })
  assert.deepEqual(
    [readFigure('', ''), readFigure('n/a', '')],
    [{ status: 'KOSONG' }, { status: 'TIDAK_DITARGETKAN', tercetak: 'n/a' }],
  )
  assert.match(readFigure('dua', '') as string, /tidak dapat dibaca sebagai angka/)
  assert.deepEqual([figureText(figure({ nilai: '0' })), figureText(figure({ status: 'KOSONG', nilai: null }))], ['0', ''])
})

test('several in charge are parted by a semicolon or a line', () => {
  assert.deepEqual(namesIn('Sekretaris; Kepala Bidang A\nKepala Bidang B;'), ['Sekretaris', 'Kepala Bidang A', 'Kepala Bidang B'])
})
