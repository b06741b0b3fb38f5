import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dependencies } from './dependencies.ts'
import { FUNCTIONS, findFunction } from './functions.ts'
import { print } from './print.ts'
import { bare, resultOf, traceOf, treeOf } from './testing.ts'
import type { Node } from './tree.ts'
import { explainInWords } from './words.ts'

const letak = { baris: 1, kolom: 1, dari: 0, sampai: 0 }
const name = fc.constantFrom('realisasi', 'target', 'x1', 'nilai_akhir')

/** Any tree the grammar can say. */
const anyTree = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.record({
      kind: fc.constant('number' as const),
      text: fc.constantFrom('0', '1', '12.50', '93.93'),
      percent: fc.boolean(),
      letak: fc.constant(letak),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.constantFrom('', 'WTP', 'a "b" c', 'a; b'),
      letak: fc.constant(letak),
    }),
    fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean(), letak: fc.constant(letak) }),
    fc.record({ kind: fc.constant('name' as const), name, letak: fc.constant(letak) }),
    fc.record({ kind: fc.constant('column' as const), table: name, column: name, letak: fc.constant(letak) }),
    fc.record({
      kind: fc.constant('indikator' as const),
      ref: fc.record({
        kode: fc.constantFrom('IKM', 'IEK'),
        periode: fc.integer({ min: -4, max: 4 }),
        tahun: fc.integer({ min: -4, max: 0 }),
        anak: fc.boolean(),
      }),
      letak: fc.constant(letak),
    }),
    fc.record({ kind: fc.constant('negate' as const), operand: tie('node'), letak: fc.constant(letak) }),
    fc.record({
      kind: fc.constant('binary' as const),
      operator: fc.constantFrom('+', '-', '*', '/', '^', '=', '<>', '<', '<=', '>', '>='),
      left: tie('node'),
      right: tie('node'),
      letak: fc.constant(letak),
    }),
    fc.constantFrom(...Object.keys(FUNCTIONS)).chain((fn) => {
      const { arity, kind } = findFunction(fn)!
      const least = arity[0]
      return fc.record({
        kind: fc.constant('call' as const),
        name: fc.constant(fn),
        args: fc.array(tie('node'), { minLength: least, maxLength: least }),
        by: fc.array(tie('node'), { maxLength: kind === 'aggregate' ? 2 : 0 }),
        letak: fc.constant(letak),
      })
    }),
  ),
}))

test('what is printed is read back as the same tree', () => {
  fc.assert(
    fc.property(anyTree.node, (node) => {
      const text = print(node)
      const again = treeOf(text).root
      assert.deepEqual(bare(again), bare(node), text)
      assert.equal(print(again), text)
    }),
    { numRuns: 2000 },
  )
})

test('any tree comes to a value, a state or a GALAT; with a trace or without, the same', () => {
  const data = {
    realisasi: '12',
    target: { status: 'BELUM_RILIS' },
    x1: [
      { realisasi: '1', target: 'a', x1: true, nilai_akhir: { status: 'TIDAK_DITARGETKAN' } },
      { realisasi: '-2.5', target: 'b', x1: false },
    ],
    nilai_akhir: 'WTP',
  }
  fc.assert(
    fc.property(anyTree.node, (node) => {
      const rumus = print(node)
      const tree = treeOf(rumus)
      const jejak = traceOf(rumus, data)
      assert.deepEqual(jejak.hasil, resultOf(rumus, data))
      assert.ok(explainInWords(tree, jejak).length > 0 && dependencies(tree).names.length >= 0)
    }),
    { numRuns: 2000 },
  )
})

test('the printed form has the brackets that it needs and no other', () => {
  const cases = [
    '(a + b) * c',
    'a + b * c',
    'a - (b - c)',
    '(a ^ b) ^ c',
    'a ^ b ^ c',
    '(-2) ^ 2',
    '-2 ^ 2',
    '-(a + b)',
    '(a < b) = TRUE',
    'a / (b * c)',
  ]
  assert.deepEqual(
    cases.map((rumus) => print(treeOf(rumus).root)),
    cases,
  )
  assert.equal(print(treeOf('((a)) + (b * (c))').root), 'a + b * c')
})

test('every part of a tree knows its own text', () => {
  const { text, root } = treeOf('(a + b) * SUM(t[x] BY t[k])')
  assert.ok(root.kind === 'binary')
  const part = (node: Node) => text.slice(node.letak.dari, node.letak.sampai)
  assert.deepEqual([part(root), part(root.left), part(root.right)], [text, 'a + b', 'SUM(t[x] BY t[k])'])
})

test('a tree says what it depends on', () => {
  assert.deepEqual(dependencies(treeOf('Target + SUM(t[x] BY t[k]) + target + INDIKATOR("IKM", TAHUN(-1), ANAK()) + u[x]')), {
    names: ['target'],
    tables: { t: ['x', 'k'], u: ['x'] },
    indikator: [{ kode: 'IKM', periode: 0, tahun: -1, anak: true }],
  })
})

test('a formula can be said in words', () => {
  const said = (rumus: string) => explainInWords(treeOf(rumus))
  assert.equal(
    said('AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan])'),
    'rata-rata dari kelurahan[nilai] per kelurahan[kecamatan]',
  )
  assert.equal(
    said('AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan]))'),
    'rata-rata dari (rata-rata dari kelurahan[nilai] per kelurahan[kecamatan])',
  )
  assert.equal(said('(a + b) / 2'), '(a ditambah b) dibagi 2')
  assert.equal(said('INDIKATOR("IKM", TAHUN(-1))'), 'indikator IKM 1 tahun sebelumnya')
})

test('with a trace the words carry the figures', () => {
  const rumus = 'realisasi / target * 100'
  assert.equal(
    explainInWords(treeOf(rumus), traceOf(rumus, { realisasi: '38', target: '31' })),
    'realisasi (38) dibagi target (31) dikali 100 = 122,5806',
  )
  assert.equal(
    explainInWords(treeOf(rumus), traceOf(rumus, { realisasi: { status: 'BELUM_RILIS' }, target: '31' })),
    'realisasi (data belum rilis) dibagi target (31) dikali 100 = data belum rilis',
  )
})
