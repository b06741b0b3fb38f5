import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindsBelow } from './jenis.ts'
import type { Node } from './rules.ts'
import { cascadeFindings, refuseDeletion } from './rules-penurunan.ts'

const node = (kode: string, induk: string | null, jenis: string, more: Partial<Node> = {}): Node => ({
  id: kode,
  kode,
  induk,
  dokumen: 'RENSTRA',
  jenis,
  pernyataan: 'Meningkatnya kualitas layanan',
  indikator: ['IKM'],
  ...more,
})
const codes = (nodes: readonly Node[], year?: Parameters<typeof cascadeFindings>[2]) =>
  cascadeFindings(nodes, new Set(['RPD']), year).map((t) => `${t.aturan} ${t.letak}`)

test('a node stands below a higher kind of its own plan; a result may be broken down into results of its kind', () => {
  assert.deepEqual(codes([node('P', null, 'PROGRAM'), node('S', 'P', 'SASARAN'), node('K', 'S', 'KEGIATAN')]), ['PH-05 simpul S'])
  assert.deepEqual(codes([node('S', null, 'SASARAN'), node('S2', 'S', 'SASARAN'), node('P', 'S2', 'PROGRAM')]), [])
  assert.deepEqual(codes([node('P', null, 'PROGRAM'), node('P2', 'P', 'PROGRAM')]), ['PH-05 simpul P2'])
  assert.deepEqual(kindsBelow('KEGIATAN'), ['SUB_KEGIATAN'])
  assert.deepEqual(kindsBelow('SASARAN'), ['SASARAN', 'CSF', 'PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN'])
})

test('a tujuan of an office hangs below a sasaran of the province without breaking the order of kinds', () => {
  const tree = [node('R', null, 'SASARAN', { dokumen: 'RPD' }), node('T', 'R', 'TUJUAN'), node('P', 'T', 'PROGRAM')]
  assert.deepEqual(codes(tree), [])
})

test('a tujuan or sasaran that nothing brings about is not broken down yet; a program may be the last', () => {
  assert.deepEqual(codes([node('S', null, 'SASARAN'), node('T', null, 'TUJUAN'), node('P', 'T', 'PROGRAM')]), ['PH-06 simpul S'])
})

test('each indicator of a tujuan, sasaran or program has a target in the year; "not targeted" is one', () => {
  const tree = [node('T', null, 'TUJUAN', { indikator: ['IKL', 'IKM'] }), node('P', 'T', 'PROGRAM'), node('K', 'P', 'KEGIATAN')]
  const found = cascadeFindings(tree, new Set(), { tahun: 2025, targets: [{ indikator: 'IKL' }] })
  assert.deepEqual(
    found.map((t) => t.aturan),
    ['PH-07', 'PH-07'],
  )
  assert.match(found[0]!.penjelasan, /Target 2025 belum ada untuk IKM pada T/)
  assert.deepEqual(codes(tree, { tahun: 2025, targets: [{ indikator: 'IKL' }, { indikator: 'IKM' }] }), [])
})

test('a node goes only when nothing hangs from it and nobody has promised to contribute to it', () => {
  const tree = [node('T', null, 'TUJUAN'), ...['A', 'B', 'C', 'D', 'E'].map((kode) => node(kode, 'T', 'SASARAN'))]
  const refused = refuseDeletion(tree[0]!, tree, [])
  assert.equal(refused?.rule, 'PH-08')
  assert.match(refused!.detail, /5 turunan: A, B, C dan 2 lainnya/)
  const asked = (status: string) => [{ simpul: 'A', namaUnit: 'Inspektorat', status }]
  assert.equal(refuseDeletion(tree[1]!, tree, asked('DITERIMA'))?.rule, 'PH-09')
  assert.equal(refuseDeletion(tree[1]!, tree, asked('DIUSULKAN')), undefined)
  assert.equal(refuseDeletion(tree[2]!, tree, asked('DITERIMA')), undefined)
})
