// What an editor of formulas needs: pieces that cover the text.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { highlight } from './highlight.ts'

const looks = (text: string) =>
  highlight(text)
    .filter((p) => p.rupa !== 'spasi')
    .map((p) => `${p.rupa} ${p.teks}`)

test('every part of a formula is told apart', () =>
  assert.deepEqual(looks('AVERAGE(kelurahan[nilai] BY k) * 9.7% + INDIKATOR("IKM")'), [
    'fungsi AVERAGE',
    'tanda (',
    'tabel kelurahan',
    'tanda [',
    'kolom nilai',
    'tanda ]',
    'kunci BY',
    'nama k',
    'tanda )',
    'tanda *',
    'angka 9.7',
    'tanda %',
    'tanda +',
    'fungsi INDIKATOR',
    'tanda (',
    'teks "IKM"',
    'tanda )',
  ]))

test('a function that does not exist does not look like one', () => assert.deepEqual(looks('AVERGE(a)')[0], 'nama AVERGE'))

test('what is not of the language is marked alone, and what follows is still read', () =>
  assert.deepEqual(looks('a × 2'), ['nama a', 'salah ×', 'angka 2']))

test('an open quote takes the rest', () => assert.deepEqual(looks('a = "bel um'), ['nama a', 'tanda =', 'salah "bel um']))

test('whatever the text, the pieces put together are the text', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'a1",;.×( )[]😀\n1') })), (text) =>
      assert.equal(
        highlight(text)
          .map((p) => p.teks)
          .join(''),
        text,
      ),
    ),
    { seed: 17, numRuns: 400 },
  ))
