import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/reading/text.ts'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import type { Aturan, Hitungan, TemuanNaskah } from './aturan.ts'
import { type Reviu, reviu } from './reviu.ts'

const paper = readText('LAPORAN KINERJA INSTANSI PEMERINTAH\nBadan Kepegawaian Daerah\nTahun 2024\n')
const found = (over: Partial<TemuanNaskah>): TemuanNaskah => ({
  di: { line: 7 },
  jenis: 'sum',
  berat: 'tinggi',
  keyakinan: 0.9,
  letak: 'Tabel 1, kolom 2',
  tercetak: '26',
  seharusnya: '25',
  penjelasan: 'Tercetak 26, sedangkan 10 + 15 = 25.',
  ...over,
})
const reckoned = (over: Partial<Hitungan>): Hitungan => ({
  di: { line: 7 },
  letak: 'Tabel 1, kolom 2',
  rumus: '10 + 16',
  tercetak: '26',
  dihitung: '26',
  pembulatan: 'tepat',
  cocok: true,
  ...over,
})
const rule = (kode: string, temuan: TemuanNaskah[], hitungan: Hitungan[] = []): Aturan => ({
  kode,
  jenis: 'sum',
  memeriksa: 'x',
  contoh: { benar: 'x', salah: 'y' },
  periksa: () => ({ temuan, hitungan }),
})
const said = ({ temuan }: Reviu) => temuan.map((t) => [t.aturan, t.baris, t.keyakinan])

test('the same figure found by two rules is one finding: the surer one', () => {
  const result = reviu(paper, [rule('A', [found({ keyakinan: 0.7 })]), rule('B', [found({})])])
  assert.deepEqual(said(result), [['B', 7, 0.9]])
})

test('a figure that another reckoning confirms is found with less confidence', () => {
  assert.deepEqual(said(reviu(paper, [rule('A', [found({})]), rule('B', [], [reckoned({})])])), [['A', 7, 0.54]])
  const elsewhere = [reckoned({ letak: 'Tabel 1, kolom 3' }), reckoned({ di: { line: 8 } }), reckoned({ cocok: false })]
  assert.deepEqual(said(reviu(paper, [rule('A', [found({})]), rule('B', [], elsewhere)])), [['A', 7, 0.9]])
})

test('a reckoning that fails only for a figure that another place prints otherwise is no second finding, but speaks for it', () => {
  const target = { line: 7 }
  const differs = found({
    di: target,
    jenis: 'cross-table',
    tercetak: '86,75',
    seharusnya: '93,93',
    lain: parseDecimal('93.93'),
    letak: 'Tabel 2, kolom 3',
  })
  const fails = (mends: string) =>
    found({ jenis: 'ratio', tercetak: '104,08', letak: 'Tabel 2, kolom 5', dengan: (di, n) => di === target && n.eq(mends) })
  const { temuan } = reviu(paper, [rule('A', [fails('93.93')]), rule('B', [differs])])
  assert.deepEqual(
    temuan.map((t) => t.tercetak),
    ['86,75'],
  )
  assert.match(temuan[0]!.penjelasan, /Angka 104,08 \(Tabel 2, kolom 5\) pun hanya cocok dengan 93,93\.$/)
  assert.equal(reviu(paper, [rule('A', [fails('90')]), rule('B', [differs])]).temuan.length, 2)
})

test('a guess is not said, and findings stand in the order of the paper', () => {
  const list = [found({ di: { line: 30 } }), found({ di: { line: 4 } }), found({ di: { line: 9 }, keyakinan: 0.2 })]
  assert.deepEqual(said(reviu(paper, [rule('A', list)])).map(([, line]) => line), [4, 30]) // biome-ignore format: one line
})

test('a reckoning that two rules make is counted once', () => {
  const { diperiksa } = reviu(paper, [rule('A', [], [reckoned({}), reckoned({ cocok: false, rumus: '1 + 2' })]), rule('B', [], [reckoned({})])])
  assert.deepEqual(diperiksa, { tabel: 0, hitungan: 2, cocok: 1 })
}) // biome-ignore format: a call

test('places are lines of a text, pages of a PDF, paragraphs of a DOCX, rows of a sheet', () => {
  const places = [{ line: 7 }, { page: 3 }, { paragraph: 12 }, { sheet: 'Target', line: 4 }]
  const { temuan } = reviu(paper, [rule('A', places.map((di) => found({ di, terkait: [di, { line: 5 }] })))]) // biome-ignore format: one line
  assert.deepEqual(
    temuan.map((t) => [t.baris, t.halaman, t.paragraf, t.lembar, t.terkait]),
    [
      [null, 3, null, null, [3, 5]],
      [4, null, null, 'Target', [4, 5]],
      [7, null, null, null, [7, 5]],
      [null, null, 12, null, [12, 5]],
    ],
  )
})
