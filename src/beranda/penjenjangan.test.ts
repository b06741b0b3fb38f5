import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BahanPenjenjangan, findGaps } from './penjenjangan.ts'

type Ra = NonNullable<BahanPenjenjangan['ra']>['indikator'][number]
const output = (more: object = {}) => ({
  id: 'o1',
  kode: 'T/O1.1.1',
  uraian: 'Laporan',
  triwulan: 'TW1',
  penanggungJawab: ['Sekretaris'],
  ...more,
})
const acting = (more: Partial<Ra> = {}): Ra => ({
  id: 'r1',
  pk: 'i1',
  nama: 'Indeks X',
  ra: [{ id: 'a1', kode: 'RA1', output: [output()] }],
  ...more,
})
const whole = (more: Partial<BahanPenjenjangan> = {}): BahanPenjenjangan => ({
  unit: 'dki.x',
  tahun: 2026,
  simpul: [{ kode: 'S1', jenis: 'SASARAN', pernyataan: 'Meningkatnya mutu', indikator: ['X'] }],
  pk: { versi: 2, indikator: [{ id: 'i1', sasaran: 'Sasaran 1', kode: 'X', nama: 'Indeks X' }] },
  ra: { versi: 1, indikator: [acting()] },
  crosscutting: [],
  ...more,
})
const said = (bahan: BahanPenjenjangan) => findGaps(bahan).map((c) => [c.bagian, c.berat, c.ke])

test('a year that comes down whole has no gap', () => {
  assert.deepEqual(findGaps(whole()), [])
})

test('an indicator of the agreement that no node of the plan has is an orphan; one without a code leads to its cell', () => {
  const indikator = [
    { id: 'i1', sasaran: 'Sasaran 1', kode: 'X', nama: 'Indeks X' },
    { id: 'i2', sasaran: 'Sasaran 1', kode: 'Y', nama: 'Indeks Y' },
    { id: 'i3', sasaran: 'Sasaran 1', kode: null, nama: 'Indeks Z' },
  ]
  const ra = { versi: 1, indikator: indikator.map(({ id }) => acting({ id: `r-${id}`, pk: id })) }
  assert.deepEqual(said(whole({ pk: { versi: 2, indikator }, ra })), [
    ['PERJANJIAN_KINERJA', 'sedang', '/pohon/dki.x/2026?simpul=S1'],
    ['PERJANJIAN_KINERJA', 'tinggi', '/perjanjian-kinerja/dki.x/2026?versi=2&baris=i3&bidang=kode'],
  ])
})

test('what a sasaran of the plan measures and the agreement does not promise is a gap; a program may be left out', () => {
  const simpul = [
    { kode: 'S1', jenis: 'SASARAN', pernyataan: 'Meningkatnya mutu', indikator: ['X', 'Y'] },
    { kode: 'S1.P1', jenis: 'PROGRAM', pernyataan: 'Program', indikator: ['P'] },
  ]
  assert.deepEqual(said(whole({ simpul })), [['RENCANA', 'sedang', '/pohon/dki.x/2026?simpul=S1']])
  assert.deepEqual(
    said(whole({ simpul: [] })),
    [['RENCANA', 'tinggi', '/pohon/dki.x/2026']],
    'without a plan nothing can be traced',
  )
})

test('an indicator without an action, and an action without an indicator, each lead to their row', () => {
  const ra = { versi: 3, indikator: [acting({ ra: [] }), acting({ id: 'r2', pk: null, nama: 'Indeks lama' })] }
  assert.deepEqual(said(whole({ ra })), [
    ['RENCANA_AKSI', 'tinggi', '/rencana-aksi/dki.x/2026?versi=3&baris=r1&bidang=uraian'],
    ['RENCANA_AKSI', 'tinggi', '/rencana-aksi/dki.x/2026?versi=3&baris=r2&bidang=uraian'],
  ])
  assert.deepEqual(said(whole({ ra: null })), [['RENCANA_AKSI', 'tinggi', '/rencana-aksi/dki.x/2026']])
  assert.deepEqual(said(whole({ pk: null, ra: null })), [['PERJANJIAN_KINERJA', 'tinggi', '/perjanjian-kinerja/dki.x/2026']])
})

test('an output without a quarter or a person leads to the empty cell; an action without outputs to itself', () => {
  const rows = [
    { id: 'a1', kode: 'RA1', output: [output({ triwulan: null, penanggungJawab: [] })] },
    { id: 'a2', kode: 'RA2', output: [] },
  ]
  assert.deepEqual(said(whole({ ra: { versi: 1, indikator: [acting({ ra: rows })] } })), [
    ['OUTPUT', 'tinggi', '/rencana-aksi/dki.x/2026?versi=1&baris=o1&bidang=triwulan'],
    ['OUTPUT', 'tinggi', '/rencana-aksi/dki.x/2026?versi=1&baris=o1&bidang=penanggungJawab'],
    ['OUTPUT', 'tinggi', '/rencana-aksi/dki.x/2026?versi=1&baris=a2&bidang=uraian'],
  ])
})

test('a contribution is answered by the office that was asked; a refusal comes back with its reason', () => {
  const base = {
    kodeSimpul: 'S1',
    unitSimpul: 'dki.x',
    namaUnitSimpul: 'Dinas X',
    unit: 'dki.y',
    namaUnit: 'Dinas Y',
    kontribusi: 'Data',
    alasan: null,
  }
  const of = (more: object) => findGaps(whole({ crosscutting: [{ ...base, status: 'DIUSULKAN', ...more }] }))
  assert.deepEqual(
    of({}).map((c) => [c.berat, c.ke]),
    [['sedang', '/pohon/dki.x/2026?simpul=S1']],
  )
  const [refused] = of({ status: 'DITOLAK', alasan: 'Bukan tugas kami.' })
  assert.deepEqual([refused?.berat, refused?.kalimat.includes('Bukan tugas kami.')], ['tinggi', true])
  assert.deepEqual(of({ status: 'DITERIMA' }), [])
  const asked = { unitSimpul: 'dki.y', namaUnitSimpul: 'Dinas Y', unit: 'dki.x', namaUnit: 'Dinas X' }
  assert.deepEqual(
    of(asked).map((c) => [c.berat, c.ke]),
    [['tinggi', '/pohon/dki.x/2026?diminta=S1']],
  )
  assert.deepEqual(of({ ...asked, status: 'DITOLAK' }), [], 'what was refused here is the asking office’s to mend')
})
