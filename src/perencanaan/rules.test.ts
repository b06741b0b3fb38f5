import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTreeOrder, isActivity, type Node, refuseParent, treeFindings } from './rules.ts'

const node = (kode: string, induk: string | null, more: Partial<Node> = {}): Node => ({
  id: kode,
  kode,
  induk,
  dokumen: 'RENSTRA',
  jenis: 'SASARAN',
  pernyataan: 'Meningkatnya kualitas layanan',
  indikator: ['IKM'],
  ...more,
})

test('a node states a condition, not an activity', () => {
  for (const condition of [
    'Meningkatnya kualitas layanan',
    'TERLAKSANANYA TRANSFORMASI',
    'Berkurangnya kemiskinan',
    'Pelayanan publik yang prima',
    'Optimalnya koordinasi',
  ])
    assert.equal(isActivity(condition), false, condition)
  for (const activity of ['Melaksanakan koordinasi', 'Menyusun laporan', 'Pelaksanaan rapat', 'Berkoordinasi dengan dinas'])
    assert.equal(isActivity(activity), true, activity)
  assert.deepEqual(
    treeFindings([node('S1', null, { pernyataan: 'Menyusun laporan' })]).map((t) => [t.aturan, t.keyakinan]),
    [['PH-01', 0.7]],
  )
})

test('programs and below keep the names of the nomenklatur', () => {
  assert.deepEqual(treeFindings([node('K1', null, { jenis: 'KEGIATAN', pernyataan: 'Pelaksanaan Urusan Pemerintahan' })]), [])
})

test('a node with children has an indicator; a leaf may be without', () => {
  const tree = [node('T1', null, { indikator: [], sumber: 'a.txt:12,13' }), node('S1', 'T1', { indikator: [] })]
  assert.deepEqual(
    treeFindings(tree).map((t) => [t.aturan, t.letak, t.baris]),
    [['PH-02', 'simpul T1', 12]],
  )
})

test('nodes of the plan above are not judged in this tree', () => {
  assert.deepEqual(
    treeFindings([node('RPD.T1', null, { dokumen: 'RPD', indikator: [] }), node('T1', 'RPD.T1')], new Set(['RPD'])),
    [],
  )
})

test('a tree has no circles', () => {
  const nodes = [node('A', null), node('B', 'A'), node('C', 'B')]
  assert.equal(refuseParent(nodes[0]!, 'C', nodes, null)?.rule, 'PH-03')
  assert.equal(refuseParent(nodes[0]!, 'A', nodes, null)?.rule, 'PH-03')
  assert.equal(refuseParent(nodes[2]!, 'A', nodes, null), undefined)
})

test('a child is of the document of its parent, or of the plan below it', () => {
  const nodes = [node('RPD.S1', null, { dokumen: 'RPD' }), node('X', null, { dokumen: 'RENJA' }), node('T1', null)]
  assert.equal(refuseParent(nodes[2]!, 'RPD.S1', nodes, 'RPD'), undefined)
  assert.equal(refuseParent(nodes[2]!, 'X', nodes, 'RPD')?.rule, 'PH-04')
  assert.equal(refuseParent(nodes[2]!, 'nowhere', nodes, 'RPD')?.refused, 'TIDAK_VALID')
})

test('a file may name children before their parents, but not each other', () => {
  assert.deepEqual(
    inTreeOrder([node('B', 'A'), node('A', null)])?.map((n) => n.kode),
    ['A', 'B'],
  )
  assert.equal(inTreeOrder([node('B', 'A'), node('A', 'B')]), undefined)
})
