import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findBentuk } from '../peraturan/dki-jakarta/bentuk.ts'
import { cell, indikator, kamus } from './contoh.testing.ts'
import { fromPlan } from './dari-rencana.ts'
import type { Kamus } from './perjanjian-kinerja.ts'
import { type Terdahulu, usulanOf } from './usulan.ts'

type Cells = readonly [string, string, string, string, string]
const EMPTY: Cells = ['', '', '', '', '']
/** `TW4 93.93`, in the order of the form. */
const propose = (cells: Cells, known: Partial<Kamus>, more: object = {}, lalu?: Terdahulu, tidakTurun = true) =>
  usulanOf(indikator([...cells], more), kamus(known), lalu, 2024, tidakTurun).map(({ periode, target: f }) =>
    f.status === 'NILAI' ? `${periode} ${f.min === null ? f.nilai : `${f.min}..${f.maks}`}` : `${periode} N/A`,
  )
const reason = (known: Partial<Kamus>) =>
  usulanOf(indikator([...EMPTY]), kamus(known), undefined, 2024, true).find((u) => u.periode === 'TAHUNAN')
const before = (...cells: Cells): Terdahulu => ({ tahun: 2023, target: indikator([...cells]).target })

test('the plan’s target is proposed where last year’s result does not ask for more, with the line it stands on', () => {
  const found = reason({ targetRencana: cell('87.3'), sumberRencana: '003.txt:1723', hasilLalu: cell('87.1') })
  assert.deepEqual([found?.target.nilai, found?.sumber], ['87.3', '003.txt:1723'])
  assert.match(found!.alasan, /^Target rencana untuk 2024 adalah 87,3\. Realisasi 2023 87,1 tidak meminta lebih\.$/)
})

test('a target does not fall below last year’s result, whatever the plan says (Instruksi Sekda 19/2024)', () => {
  const found = reason({ targetRencana: cell('87.3'), hasilLalu: cell('93.93'), sumberHasil: '003.txt:1678' })
  assert.deepEqual([found?.target.nilai, found?.sumber], ['93.93', '003.txt:1678'])
  assert.match(found!.alasan, /paling rendah realisasi 2023, yaitu 93,93 .*; target rencana 87,3 lebih ringan\.$/)
})

test('what is minimised does not rise, and before 2024 only the plan counts', () => {
  const known = { polaritas: 'MINIMAL', targetRencana: cell('8'), hasilLalu: cell('6.5') }
  assert.equal(propose(EMPTY, known).at(-1), 'TAHUNAN 6.5')
  assert.equal(propose(EMPTY, known, {}, undefined, false).at(-1), 'TAHUNAN 8')
})

test('a STABIL indicator keeps its range: the plan’s, else last year’s', () => {
  const known = { polaritas: 'STABIL_RENTANG', hasilLalu: cell('92.44'), targetLalu: cell('80..100') }
  assert.equal(propose(EMPTY, known).at(-1), 'TAHUNAN 80..100')
  assert.equal(propose(EMPTY, { ...known, targetRencana: cell('85..100') }).at(-1), 'TAHUNAN 85..100')
  const found = reason({ ...known, sumberHasil: '003.txt:1678', sumberTargetLalu: '003.txt:1723' })
  assert.equal(found?.sumber, '003.txt:1723', 'the line of the target, not that of the result')
})

test('a result beyond the scale of the indicator proposes nothing, and neither does an indicator of which nothing is known', () => {
  assert.deepEqual(propose(EMPTY, { hasilLalu: cell('104'), skalaMaks: '100' }), [])
  assert.deepEqual(propose(EMPTY, {}), [])
})

test('the quarters follow the year by aggregation; which are due is last year’s agreement’s to say', () => {
  const known = { targetRencana: cell('80') }
  assert.deepEqual(propose(EMPTY, known), ['TW1 N/A', 'TW2 N/A', 'TW3 N/A', 'TW4 80', 'TAHUNAN 80'])
  assert.deepEqual(propose(EMPTY, { ...known, agregasi: 'SETIAP' }), ['TW1 80', 'TW2 80', 'TW3 80', 'TW4 80', 'TAHUNAN 80'])
  const halves = before('N/A', '70', 'N/A', '78', '78')
  assert.deepEqual(propose(EMPTY, known, {}, halves), ['TW1 N/A', 'TW3 N/A', 'TW4 80', 'TAHUNAN 80'])
  assert.deepEqual(propose(EMPTY, { ...known, agregasi: 'RATA_RATA' }, {}, halves), [
    'TW1 N/A',
    'TW2 80',
    'TW3 N/A',
    'TW4 80',
    'TAHUNAN 80',
  ])
  assert.deepEqual(propose(EMPTY, { ...known, agregasi: 'JUMLAH' }, {}, halves), ['TW1 N/A', 'TW3 N/A', 'TAHUNAN 80'])
})

test('what is written stands where it asks as much, or says why it asks less; the quarters follow it', () => {
  const known = { targetRencana: cell('80') }
  assert.deepEqual(propose(['', '', '', '', '85'], known), ['TW1 N/A', 'TW2 N/A', 'TW3 N/A', 'TW4 85'])
  assert.deepEqual(propose(['N/A', 'N/A', 'N/A', '75', '75'], known), ['TW4 80', 'TAHUNAN 80'])
  assert.deepEqual(propose(['N/A', 'N/A', 'N/A', '75', '75'], known, { alasanTarget: 'Anggaran dikurangi.' }), [])
  assert.deepEqual(propose(['N/A', 'N/A', 'N/A', '80', '80.0'], known), [])
})

test('a draft from the plan has its tujuan and sasaran in the groups of the form, each indicator once, as the dictionary has it', () => {
  const entri = (kode: string) => ({
    kode,
    nama: `Indeks ${kode}`,
    satuan: 'Nilai',
    dasarHukum: ['PermenPANRB 14/2017'],
    definisi: 'Tingkat kepuasan.',
    sumberData: 'JakSurvei',
  })
  const lines = fromPlan(
    [
      { pernyataan: 'Tujuan', indikator: ['IKL'] },
      { pernyataan: 'Sasaran', indikator: ['IKM', 'IKL'] },
      { pernyataan: 'Risiko', indikator: ['MR'] },
      { pernyataan: 'Tak dikenal', indikator: ['X'] },
    ],
    new Map(['IKL', 'IKM', 'MR'].map((kode) => [kode, entri(kode)])),
    findBentuk('DKI_2025')!,
    new Map([['MR', { kelompok: 'KHUSUS', sumberData: 'e-Kinerja' }]]),
  )
  assert.deepEqual(
    lines.map((s) => [s.kelompok, s.uraian, s.indikator.map((i) => i.kode).join()]),
    [
      ['STRATEGIS', 'Tujuan', 'IKL'],
      ['STRATEGIS', 'Sasaran', 'IKM'],
      ['RELEVAN_LAINNYA', 'Risiko', 'MR'],
    ],
  )
  const { satuan, sumberData, pengukuran } = lines[0]!.indikator[0]!
  assert.deepEqual([satuan, sumberData], ['Nilai', 'e-Kinerja'])
  assert.equal(pengukuran, 'Dasar Hukum: PermenPANRB 14/2017\nDefinisi Operasional: Tingkat kepuasan.\nSumber Data: JakSurvei')
})
