import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findCircle } from './circle.ts'
import { dependencies } from './dependencies.ts'
import { treeOf } from './testing.ts'

const among = (rumus: Readonly<Record<string, string>>) =>
  findCircle(new Map(Object.entries(rumus).map(([kode, text]) => [kode, dependencies(treeOf(text)).indikator])))?.join(' → ')

test('a formula that refers to itself is a circle', () => {
  assert.equal(among({ A: 'INDIKATOR("A") + 1' }), 'A → A')
})
test('the way round is told, through as many indicators as it takes', () => {
  const way = among({ A: 'INDIKATOR("B")', B: 'INDIKATOR("C") * 2', C: 'INDIKATOR("A")', D: 'INDIKATOR("A")' })
  assert.ok(['A → B → C → A', 'B → C → A → B', 'C → A → B → C'].includes(way!), way)
})
test('what leads back in time ends where the series begins, and is none', () => {
  assert.equal(among({ A: 'INDIKATOR("A", PERIODE(-1)) + x' }), undefined)
  assert.equal(among({ A: 'INDIKATOR("B")', B: 'INDIKATOR("A", TAHUN(-1))' }), undefined)
})
test('forth and back in time is a circle, also where a period is a year', () => {
  assert.equal(among({ A: 'INDIKATOR("B", PERIODE(1))', B: 'INDIKATOR("A", PERIODE(-1))' })?.length, 'A → B → A'.length)
  assert.ok(among({ A: 'INDIKATOR("A", PERIODE(4), TAHUN(-1))' }), 'four quarters forth, a year back')
  assert.ok(among({ A: 'INDIKATOR("A", PERIODE(1))' }), 'what refers to the future never ends')
})
test('child units never come back to their parent', () => {
  assert.equal(among({ A: 'AVERAGE(INDIKATOR("A", ANAK()))' }), undefined)
})
test('a code that no formula has is no circle', () => {
  assert.equal(among({ A: 'INDIKATOR("LUAR")' }), undefined)
})
test('agrees with following every way, over any few formulas', () => {
  const ref = fc.record({ kode: fc.constantFrom('A', 'B', 'C', 'D'), periode: fc.integer({ min: -2, max: 1 }) })
  const graph = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.array(ref, { maxLength: 3 }), { minKeys: 1 })
  fc.assert(
    fc.property(graph, (formulas) => {
      const references = new Map(
        Object.entries(formulas).map(([kode, refs]) => [kode, refs.map((r) => ({ ...r, tahun: 0, anak: false }))]),
      )
      const everyWay = (start: string, at: string, steps: number, seen: readonly string[]): boolean =>
        (references.get(at) ?? []).some(
          (r) =>
            (r.kode === start && steps + r.periode >= 0) ||
            (r.kode !== start && !seen.includes(r.kode) && everyWay(start, r.kode, steps + r.periode, [...seen, r.kode])),
        )
      const slow = [...references.keys()].some((kode) => everyWay(kode, kode, 0, [kode]))
      assert.equal(findCircle(references) !== undefined, slow)
    }),
    { seed: 20261121, numRuns: 3000 },
  )
})
