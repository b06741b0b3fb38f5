// A tree as a picture on one page, and as a table where there are no pictures.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document, Tree, TreeNode } from './blocks.ts'
import { bare, PRINTERS, poppler, stands, textsOf } from './reading.testing.ts'
import { treeSvg } from './tree-svg.ts'

const node = (code: string, more: Partial<TreeNode> = {}): TreeNode => ({
  level: 'Sasaran',
  code,
  text: 'Meningkatnya kualitas layanan',
  notes: [],
  linked: [],
  children: [],
  ...more,
})
const tree = (...roots: TreeNode[]): Tree => ({
  kind: 'tree',
  name: 'Pohon',
  roots,
  linkedName: 'Crosscutting',
  legend: ['Hasil', 'Diturunkan menjadi', 'Penyumbang'],
  columns: ['Letak', 'Jenjang', 'Kode', 'Hasil', 'Indikator', 'Crosscutting'],
  alt: 'Pohon.',
})
const paperOf = (block: Tree): Document => ({
  title: 'Pohon',
  language: 'id',
  author: 'Uji',
  timestamp: '2025-01-31T05:00:00.000Z',
  footer: 'Pohon',
  sections: [{ name: 'Pohon', orientation: 'landscape', paper: 'a3', blocks: [{ kind: 'title', lines: ['POHON'] }, block] }],
})
const SMALL = tree(
  node('T1', {
    level: 'Tujuan',
    text: '<b>Terwujudnya</b> kota & =1+1 "maju"',
    notes: ['Indeks kepuasan: 87,3 nilai'],
    children: [node('S1', { linked: ['Inspektorat', 'BPKD (diusulkan)'] }), node('S2', { text: `Panjang${'sekali'.repeat(60)}` })],
  }),
)
/** 1 + 4 + 20 + 100 + 500 nodes. */
const wide = (depth: number, code: string): TreeNode =>
  node(code, {
    children: depth === 0 ? [] : Array.from({ length: depth === 4 ? 4 : 5 }, (_, i) => wide(depth - 1, `${code}.${i + 1}`)),
  })
const LARGE = tree(wide(4, 'T1'))

for (const { name, skip, print, read } of PRINTERS)
  test(`${name}: every node, its indicators and its contributors stand in it; the same tree gives the same bytes`, {
    skip,
  }, async () => {
    const document = paperOf(SMALL)
    const made = await print(document)
    const found = bare(await read(made))
    assert.deepEqual(
      textsOf(document).filter((text) => !stands(text, found, name === 'PDF') && !/^[\d.–]+$|sekali/.test(text)),
      [],
    )
    assert.deepEqual(made, await print(document))
  })

test('whatever its size, a tree is one page of A3', { skip: PRINTERS[0]!.skip }, async () => {
  for (const [block, limit] of [
    [SMALL, 5_000],
    [LARGE, 20_000],
  ] as const) {
    const begun = performance.now()
    const info = poppler('pdfinfo', await PRINTERS[0]!.print(paperOf(block)))
    assert.match(info, /Pages:\s+1\n/)
    assert.match(info, /Page size:\s+1190\.55 x 841\.89 pts/)
    assert.ok(performance.now() - begun < limit)
  }
})

test('markup in a statement is drawn as the letters it is', () => {
  const svg = treeSvg(SMALL)
  assert.ok(!svg.includes('<b>'))
  assert.ok(svg.includes('&#60;b&#62;'))
})

test('boxes never lie over each other, and what is linked is dashed', () => {
  const svg = treeSvg(LARGE)
  const boxes = [...svg.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)" rx="2"/g)].map((m) =>
    m.slice(1).map(Number),
  )
  assert.equal(boxes.length, 625)
  for (const [, column] of Map.groupBy(boxes, (b) => b[0])) {
    const sorted = column.toSorted((a, b) => a[1]! - b[1]!)
    for (const [i, b] of sorted.slice(1).entries()) assert.ok(b[1]! >= sorted[i]![1]! + sorted[i]![3]! - 0.02)
  }
  assert.equal(treeSvg(SMALL).match(/stroke-dasharray="3 2"/g)?.length, 2) // the box and its sign in the legend
})
