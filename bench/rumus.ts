// A million evaluations of a formula, beside the same arithmetic written out in a loop.
import { HUNDRED, isDecimal, parseDecimal } from '../src/platform/kernel/decimal.ts'
import { compile } from '../src/rumus/compile.ts'
import { compute, evaluate } from '../src/rumus/evaluate.ts'
import { parse } from '../src/rumus/parse.ts'
import { exact, type Value } from '../src/rumus/value.ts'
import { measured, seeded, type Workload } from './measure.ts'

const FORMULA = 'realisasi / target * 100'
const ROUND = 50_000
const ROUNDS = 20

export const rumus: Workload = async (tell) => {
  const parsed = parse(FORMULA)
  if (!parsed.ok) throw new Error(parsed.error.pesan)
  const { tree } = parsed
  const run = compile(tree)
  const random = seeded(1)
  const number = () => parseDecimal((50 + random() * 50).toFixed(2))
  const pairs = Array.from({ length: 1000 }, () => ({ realisasi: number(), target: number() }))
  const cases = pairs.map(({ realisasi, target }) => ({ realisasi: exact(realisasi), target: exact(target) }))
  const at = (i: number) => i % pairs.length

  /** The digits of every result are used, so that neither side can skip the work. */
  const digits = (value: Value) => (value.status === 'NILAI' && isDecimal(value.nilai) ? value.nilai.d.length : Number.NaN)
  const ways = {
    bare: (i: number) => pairs[at(i)]!.realisasi.div(pairs[at(i)]!.target).times(HUNDRED).d.length,
    compiled: (i: number) => digits(run({ data: (name) => cases[at(i)]![name as 'target'] })),
    evaluated: (i: number) => digits(compute(tree, { data: (name) => cases[at(i)]![name as 'target'] })),
    traced: (i: number) => digits(evaluate(tree, { data: (name) => cases[at(i)]![name as 'target'] }).hasil),
  }
  const names = Object.keys(ways) as (keyof typeof ways)[]
  const ms = { bare: 0, compiled: 0, evaluated: 0, traced: 0 }
  tell(`${FORMULA}, ${ROUNDS} rounds of ${ROUND} in each way`)
  for (let round = -2; round < ROUNDS; round++) {
    const sums = new Set<number>()
    for (const name of names) {
      const once = ways[name]
      const start = performance.now()
      let sum = 0
      for (let i = 0; i < ROUND; i++) sum += once(i)
      if (round >= 0) ms[name] += performance.now() - start
      sums.add(sum)
    }
    if (sums.size !== 1 || sums.has(Number.NaN)) throw new Error('the ways do not agree')
  }
  const reference = { what: 'r.div(t).times(100) in a loop, the same digits', value: ms.bare }
  const read = (name: keyof typeof ms, what: string) => ({
    what: `${ROUND * ROUNDS} evaluations, ${what}`,
    value: ms[name],
    unit: 'ms',
  })
  return [
    measured(read('compiled', 'compile() held on to'), { reference, mostRatio: 3 }),
    measured(read('evaluated', 'evaluate() without trace'), { reference, mostRatio: 3 }),
    measured(read('traced', 'evaluate() with its trace'), { reference }),
  ]
}
