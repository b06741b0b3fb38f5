import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likeAll, wordsSought } from './cari.ts'

test('words in small letters, each once', () => {
  assert.deepEqual(wordsSought('  Kepuasan  Gambir kepuasan '), ['kepuasan', 'gambir'])
  assert.deepEqual(wordsSought(''), [])
  assert.deepEqual(wordsSought(' \t '), [])
})

test('a text of any length gives a few words', () => {
  assert.equal(wordsSought('a'.repeat(10_000))[0]!.length, 200)
  assert.equal(wordsSought(Array.from({ length: 5000 }, (_, i) => i).join(' ')).length, 8)
})

test('signs that no text holds are left out', () => {
  assert.deepEqual(wordsSought('a\0b\u202Ec'), ['a', 'b', 'c'])
})

test('the signs of a pattern stand for themselves', () => {
  assert.deepEqual(likeAll(['100%', 'a_b', 'c\\d', `o'x"`]), ['%100\\%%', '%a\\_b%', '%c\\\\d%', `%o'x"%`])
})
