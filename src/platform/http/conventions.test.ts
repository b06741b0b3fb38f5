import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FastifyRequest } from 'fastify'
import { Refused } from '../kernel/refusal.ts'
import { fromCursor, toPage, versionSeen } from './conventions.ts'

const refusedAs = (code: string, field: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.refused === code && error.refusal.field === field
const withIfMatch = (value: string | undefined) => ({ headers: { 'if-match': value } }) as FastifyRequest

test('a page carries its cursor exactly when there is more', () => {
  const key = (n: number) => [String(n)]
  assert.deepEqual(toPage([1, 2, 3], 3, key), { isi: [1, 2, 3], lanjut: null })
  assert.deepEqual(toPage([], 3, key), { isi: [], lanjut: null })
  const { isi, lanjut } = toPage([1, 2, 3, 4], 3, key)
  assert.deepEqual([isi, fromCursor(lanjut!, 1)], [[1, 2, 3], ['3']])
})

test('any key survives the cursor', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (key) => {
      const { lanjut } = toPage([0, 0], 1, () => key)
      assert.match(lanjut!, /^[\w-]+$/)
      assert.deepEqual(fromCursor(lanjut!, key.length), key)
    }),
    { seed: 4 },
  )
})

test('without a cursor the first page is meant', () => assert.equal(fromCursor(undefined, 2), undefined))

test('a cursor that we did not make is refused', () => {
  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const forged of [
    '',
    'x',
    '%%%',
    made('a'),
    made(['a', 'b', 'c']),
    made(['a']),
    made(['a', 1]),
    made(['a', null]),
    made({ 0: 'a', 1: 'b', length: 2 }),
  ])
    assert.throws(() => fromCursor(forged, 2), refusedAs('TIDAK_VALID', 'kursor'), forged)
  assert.throws(() => fromCursor(made(['a', 'b']), 2, [/a/, /^\d+$/]), refusedAs('TIDAK_VALID', 'kursor'))
  assert.deepEqual(fromCursor(made(['a', '1']), 2, [/a/, /^\d+$/]), ['a', '1'])
})

test('a write names the version it saw', () => {
  assert.equal(versionSeen(withIfMatch('"3"')), 3)
  for (const header of [undefined, '', '3', '*', 'W/"3"', '"-1"', '"1.5"', '"1", "2"'])
    assert.throws(() => versionSeen(withIfMatch(header)), refusedAs('PERLU_IF_MATCH', 'If-Match'), header)
})
