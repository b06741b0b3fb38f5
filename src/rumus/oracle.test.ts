// Against an oracle that cannot be wrong: fractions of BigInt.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { resultOf } from './testing.ts'

type Fraction = { readonly n: bigint; readonly d: bigint }
type Case = { readonly rumus: string; readonly value: Fraction | null; readonly cancels: boolean }

const magnitude = ({ n, d }: Fraction): number => Number((abs(n) * 10n ** 12n) / abs(d)) / 1e12

const compute: Record<string, (a: Fraction, b: Fraction) => Fraction | null> = {
  '+': (a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }),
  '-': (a, b) => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d }),
  '*': (a, b) => ({ n: a.n * b.n, d: a.d * b.d }),
  '/': (a, b) => (b.n === 0n ? null : { n: a.n * b.d, d: a.d * b.n }),
}

const literal = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999n }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]): Case => {
    const text = digits.toString().padStart(places + 1, '0')
    const rumus = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    return { rumus, value: { n: digits, d: 10n ** BigInt(places) }, cancels: false }
  })

const anyCase = fc.letrec<{ case: Case }>((tie) => ({
  case: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    literal,
    fc.tuple(tie('case'), fc.constantFrom('+', '-', '*', '/'), tie('case')).map(([a, operator, b]): Case => {
      const value = a.value && b.value ? compute[operator]!(a.value, b.value) : null
      // Where a difference is far smaller than its parts, no fixed number of digits keeps thirty of them.
      const lost = value !== null && '+-'.includes(operator) && magnitude(value) * 1e6 < magnitude(a.value!) + magnitude(b.value!)
      return { rumus: `(${a.rumus} ${operator} ${b.rumus})`, value, cancels: a.cancels || b.cancels || lost }
    }),
  ),
}))

test('sums, differences, products and quotients are right to 30 significant digits', () => {
  fc.assert(
    fc.property(anyCase.case, ({ rumus, value, cancels }) => {
      fc.pre(!cancels)
      const result = resultOf(rumus)
      if (value === null) return assert.equal(result.status === 'GALAT' && result.kode, 'BAGI_NOL')
      assert.ok('nilai' in result && typeof result.nilai === 'string')
      const { n, d } = fractionOf(result.nilai)
      assert.ok(abs(n * value.d - value.n * d) * 10n ** 30n <= abs(value.n * d), `${rumus} = ${result.nilai}`)
    }),
    { numRuns: 3000 },
  )
})

function fractionOf(text: string): Fraction {
  const [whole, fraction = ''] = text.split('.')
  return { n: BigInt(whole + fraction), d: 10n ** BigInt(fraction.length) }
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n
}
