import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical, type Json, sha256 } from './canonical.ts'

test('the order of keys and white space do not change the text', () => {
  assert.equal(canonical({ b: [1, { d: null, c: 'é "x"' }], a: true }), '{"a":true,"b":[1,{"c":"é \\"x\\"","d":null}]}')
  assert.equal(canonical({ a: 1, b: undefined }), canonical({ a: 1 }))
})

test('the order of a list does', () => assert.notEqual(canonical([1, 2]), canonical([2, 1])))

test('the text is JSON of the same value, and the same for keys in any order', () => {
  const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }) as fc.Arbitrary<Json>
  const turned = (value: Json): Json =>
    Array.isArray(value)
      ? value.map(turned)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([k, v]) => [k, turned(v as Json)]),
          )
        : value
  fc.assert(
    fc.property(json, (value) => {
      const text = canonical(value)
      assert.equal(canonical(turned(value)), text)
      assert.equal(canonical(JSON.parse(text)), text)
    }),
    { seed: 8, numRuns: 300 },
  )
})

test('a text and its bytes have one hash', () => {
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  assert.equal(sha256('Réalisasi'), sha256(Buffer.from('Réalisasi')))
})
