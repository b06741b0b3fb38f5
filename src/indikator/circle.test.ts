import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { circleFrom, circleInWords, type Line, type Node } from './circle.ts'
import { referencesOf } from './kamus.ts'

const node = (kode: string, rumus: string, more: Partial<Node> = {}): Node => ({
  unit: 'x',
  kode,
  berlakuDari: '2024-01-01',
  berlakuSampai: null,
  references: referencesOf({ rumus }),
  ...more,
})
const line = (induk: string, unit: string, dari = '2020-01-01', sampai: string | null = null): Line => ({
  induk,
  unit,
  dari,
  sampai,
})

/** The way from the first of them, as a clerk reads it. */
const among = (nodes: readonly Node[], lines: readonly Line[] = []) => {
  const found = circleFrom(nodes[0]!, nodes.slice(1), lines)
  return found && circleInWords(found)
}
const formulas = (rumus: Readonly<Record<string, string>>) => among(Object.entries(rumus).map(([kode, text]) => node(kode, text)))

test('a formula that refers to itself is a circle', () => {
  assert.equal(formulas({ A: 'INDIKATOR("A") + 1' }), 'A → A')
})
test('the way round is told, through as many indicators as it takes', () => {
  assert.equal(
    formulas({ A: 'INDIKATOR("B")', B: 'INDIKATOR("C") * 2', C: 'INDIKATOR("A")', D: 'INDIKATOR("A")' }),
    'A → B → C → A',
  )
})
test('what leads back in time ends where the series begins, and is none', () => {
  assert.equal(formulas({ A: 'INDIKATOR("A", PERIODE(-1)) + x' }), undefined)
  assert.equal(formulas({ A: 'INDIKATOR("B")', B: 'INDIKATOR("A", TAHUN(-1))' }), undefined)
})
test('forth and back in time is a circle, also where a period is a year', () => {
  assert.equal(formulas({ A: 'INDIKATOR("B", PERIODE(1))', B: 'INDIKATOR("A", PERIODE(-1))' }), 'A → B → A')
  assert.equal(formulas({ A: 'INDIKATOR("B", PERIODE(-1))', B: 'INDIKATOR("A", PERIODE(1))' }), 'A → B → A')
  assert.equal(formulas({ A: 'INDIKATOR("A", PERIODE(4), TAHUN(-1))' }), 'A → A', 'four quarters forth, a year back')
  assert.equal(formulas({ A: 'INDIKATOR("A", PERIODE(1))' }), 'A → A', 'what refers to the future never ends')
})
test('a code that no formula has is no circle', () => {
  assert.equal(formulas({ A: 'INDIKATOR("LUAR")' }), undefined)
})

const DOWN = 'AVERAGE(INDIKATOR("A", ANAK()))'
const office = (unit: string, more: Partial<Node> = {}) => node('A', DOWN, { unit, ...more })

test('child units do not come back to their parent by one line of command', () => {
  assert.equal(among([office('x'), office('y'), office('z')], [line('x', 'y'), line('y', 'z')]), undefined)
})
test('an office that is coordinated by one that it commands comes back to itself', () => {
  assert.equal(among([office('x'), office('y')], [line('x', 'y'), line('y', 'x')]), 'A → A (y) → A')
  const other = node('B', 'INDIKATOR("A")', { unit: 'y' })
  assert.equal(
    among([node('A', 'SUM(INDIKATOR("B", ANAK()))'), other, office('y')], [line('x', 'y'), line('y', 'x')]),
    'A → B (y) → A (y) → A',
  )
})
test('two offices that swap places are no circle, unless a formula looks from one year into the other', () => {
  const swapped = [line('x', 'y', '2024-01-01', '2024-12-31'), line('y', 'x', '2025-01-01')]
  assert.equal(among([office('x'), office('y')], swapped), undefined)
  const looking = (unit: string, years: number) => node('A', `AVERAGE(INDIKATOR("A", TAHUN(${years}), ANAK()))`, { unit })
  assert.equal(among([looking('x', -1), looking('y', 1)], swapped), 'A → A (y) → A', 'from 2025 into 2024 and on into 2025')
  assert.equal(among([looking('x', 1), looking('y', -1)], swapped), undefined)
})
test('a circle that closes only with a later version is one, from that year on', () => {
  const now = node('B', 'x', { berlakuSampai: '2025-12-31' })
  const later = node('B', 'INDIKATOR("A")', { berlakuDari: '2026-01-01' })
  const found = circleFrom(node('A', 'INDIKATOR("B")'), [now, later], [])
  assert.deepEqual([circleInWords(found!), found!.year], ['A → B → A', 2026])
  assert.equal(among([node('A', 'INDIKATOR("B")', { berlakuSampai: '2025-12-31' }), now, later]), undefined)
})
test('versions that never hold in periods that meet are no circle, those that meet a year apart are', () => {
  const old = node('B', 'INDIKATOR("A", TAHUN(1))', { berlakuDari: '2024-01-01', berlakuSampai: '2024-12-31' })
  assert.equal(among([node('A', 'INDIKATOR("B")', { berlakuDari: '2025-01-01' }), old]), undefined)
  assert.equal(among([node('A', 'INDIKATOR("B", TAHUN(-1))', { berlakuDari: '2025-01-01' }), old]), 'A → B → A')
  assert.equal(among([node('A', 'INDIKATOR("B", TAHUN(-1))', { berlakuDari: '2026-01-01' }), old]), undefined)
})
test('a version that ends within a quarter does not hold in it', () => {
  const b = node('B', 'INDIKATOR("A")', { berlakuSampai: '2024-03-30' })
  assert.equal(among([node('A', 'INDIKATOR("B")', { berlakuDari: '2024-03-01' }), b]), undefined)
  assert.equal(among([node('A', 'INDIKATOR("B")', { berlakuDari: '2024-02-01' }), b]), 'A → B → A', 'in February')
})
test('agrees with following every way, over any few formulas', () => {
  const ref = fc.record({ kode: fc.constantFrom('A', 'B', 'C', 'D'), periode: fc.integer({ min: -2, max: 1 }) })
  const graph = fc.dictionary(fc.constantFrom('B', 'C', 'D'), fc.array(ref, { maxLength: 3 }))
  fc.assert(
    fc.property(fc.array(ref, { maxLength: 3 }), graph, (first, rest) => {
      const all = new Map(Object.entries({ A: first, ...rest }))
      const everyWay = (start: string, at: string, steps: number, seen: readonly string[]): boolean =>
        (all.get(at) ?? []).some(
          (r) =>
            (r.kode === start && steps + r.periode >= 0) ||
            (r.kode !== start && !seen.includes(r.kode) && everyWay(start, r.kode, steps + r.periode, [...seen, r.kode])),
        )
      // A version is saved into a dictionary that has no circle yet.
      fc.pre(!['B', 'C', 'D'].some((kode) => withoutA(all, kode)))
      const nodes = [...all].map(([kode, refs]) => ({
        ...node(kode, '1'),
        references: refs.map((r) => ({ ...r, tahun: 0, anak: false })),
      }))
      assert.equal(circleFrom(nodes[0]!, nodes.slice(1), []) !== undefined, everyWay('A', 'A', 0, ['A']))
    }),
    { seed: 20261121, numRuns: 3000 },
  )
})

type Ref = { kode: string; periode: number }
function withoutA(all: ReadonlyMap<string, readonly Ref[]>, start: string): boolean {
  const from = (at: string, steps: number, seen: readonly string[]): boolean =>
    (all.get(at) ?? []).some(
      (r) =>
        (r.kode === start && steps + r.periode >= 0) ||
        (r.kode !== 'A' && !seen.includes(r.kode) && from(r.kode, steps + r.periode, [...seen, r.kode])),
    )
  return from(start, 0, [start])
}
