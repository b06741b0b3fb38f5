import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FUNCTIONS } from './functions.ts'
import { MAX_CHAIN, MAX_DEPTH, MAX_NODES, MAX_TEXT, parse } from './parse.ts'
import { print } from './print.ts'
import { say, treeOf } from './testing.ts'

const canonical = (rumus: string) => print(treeOf(rumus).root)

/** Code, place and what was expected. */
function errorOf(rumus: string): string {
  const parsed = parse(rumus)
  assert.ok(!parsed.ok, `${rumus} must be refused`)
  const { kode, baris, kolom } = parsed.error
  return `${kode} ${baris}:${kolom}`
}

test('operators bind as in school: powers, signs, products, sums, comparisons', () => {
  assert.deepEqual(
    ['2 + 3 * 4', '(2 + 3) * 4', '-2 ^ 2', '2 ^ 3 ^ 2', '10 - 4 - 3', '2 ^ -1', '8 / 4 / 2'].map((r) => say(r)),
    ['14', '20', '-4', '512', '3', '0.5', '1'],
  )
  assert.equal(say('1 + 1 = 2'), true)
})

test('names are the same in capitals and not; functions too', () => {
  assert.equal(canonical('average(Kelurahan[Nilai] by KELURAHAN[kecamatan])'), 'AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan])')
  assert.equal(say('Realisasi', { REALISASI: '12' }), '12')
  assert.equal(say('nilai_ʻāina2', { nilai_ʻāina2: '1' }), '1')
})

test('a percent sign after a number divides it by 100', () => {
  assert.equal(say('9.7% * 200'), '19.4')
  assert.equal(errorOf('x%'), 'TIDAK_DIHARAPKAN 1:2')
})

test('with ";" between arguments a number may have a decimal comma', () => {
  assert.equal(say('SUM(1,5; 2,25)'), '3.75')
  assert.equal(say('SUM(1,5, 2)'), '8')
  assert.equal(canonical('ROUND(1,5; 1)'), 'ROUND(1.5, 1)')
  assert.equal(errorOf('1,5 + 2'), 'TIDAK_DIHARAPKAN 1:2')
  assert.equal(errorOf('SUM(1, 5; 2)'), 'TIDAK_DIHARAPKAN 1:6')
  assert.equal(errorOf('SUM(1.234,5; 2)'), 'ANGKA_TIDAK_SAH 1:5')
})

test('the equals sign of spreadsheets is refused with the advice to remove it', () => {
  const parsed = parse('=A + 1')
  assert.ok(!parsed.ok)
  assert.equal(parsed.error.pesan, 'Hapus tanda "=" di awal rumus.')
  assert.deepEqual([parsed.error.baris, parsed.error.kolom], [1, 1])
})

test('a wrong formula says where it is wrong', () => {
  const wrong: Record<string, string> = {
    '': 'RUMUS_KOSONG 1:1',
    'a +': 'TIDAK_DIHARAPKAN 1:4',
    'a b': 'TIDAK_DIHARAPKAN 1:3',
    '(a + b': 'TIDAK_DIHARAPKAN 1:7',
    'a +\n  * b': 'TIDAK_DIHARAPKAN 2:3',
    'tabel[': 'TIDAK_DIHARAPKAN 1:7',
    'tabel["x"]': 'TIDAK_DIHARAPKAN 1:7',
    '"tak tutup': 'TEKS_TIDAK_DITUTUP 1:1',
    '1.234.567': 'ANGKA_TIDAK_SAH 1:1',
    '1e5': 'ANGKA_TIDAK_SAH 1:1',
    '.5': 'ANGKA_TIDAK_SAH 1:1',
    'a × b': 'KARAKTER_TIDAK_DIKENAL 1:3',
    'a < b < c': 'PERBANDINGAN_BERANTAI 1:7',
    'RATA(x)': 'FUNGSI_TIDAK_DIKENAL 1:1',
    'PERIODE(-1)': 'FUNGSI_TIDAK_DIKENAL 1:1',
    'constructor(1)': 'FUNGSI_TIDAK_DIKENAL 1:1',
    'ROUND(x)': 'JUMLAH_ARGUMEN 1:1',
    'IFS(a, b, c)': 'JUMLAH_ARGUMEN 1:1',
    'SUM()': 'JUMLAH_ARGUMEN 1:1',
    'x BY y': 'BY_SALAH_TEMPAT 1:3',
    'ABS(x BY y)': 'BY_SALAH_TEMPAT 1:7',
    'SUM(BY y)': 'BY_SALAH_TEMPAT 1:5',
    'INDIKATOR(IKM)': 'TIDAK_DIHARAPKAN 1:11',
    'INDIKATOR("IKM", PERIODE(x))': 'TIDAK_DIHARAPKAN 1:26',
    'INDIKATOR("IKM", SUM(1))': 'TIDAK_DIHARAPKAN 1:18',
    '😀': 'KARAKTER_TIDAK_DIKENAL 1:1',
    '"😀" + × 1': 'KARAKTER_TIDAK_DIKENAL 1:7',
  }
  for (const [rumus, expected] of Object.entries(wrong)) assert.equal(errorOf(rumus), expected, rumus)
})

test('it also says what was expected there', () => {
  const parsed = parse('AVERAGE(x')
  assert.ok(!parsed.ok)
  assert.deepEqual(parsed.error.diharapkan, [')', 'BY'])
})

test('text, depth and size are bounded, and the bounds themselves are allowed', () => {
  const brackets = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`
  assert.equal(say(brackets(MAX_DEPTH)), '1')
  assert.match(errorOf(brackets(MAX_DEPTH + 1)), /^RUMUS_TERLALU_DALAM/)
  for (const nest of ['-', '2 ^ ', 'ABS(']) assert.match(errorOf(nest.repeat(2000)), /^RUMUS_TERLALU_DALAM/)
  assert.equal(say(`1${'+1'.repeat(MAX_CHAIN - 1)}`), String(MAX_CHAIN))
  assert.match(errorOf(`1${'+1'.repeat(MAX_CHAIN)}`), /^RUMUS_TERLALU_DALAM/)
  const wide = Array.from({ length: 20 }, () => `SUM(1${',1'.repeat(239)})`).join('+')
  const nodes = (extra: number) => `${wide}${'+1'.repeat(extra)}` // 20 × 241 + 19, and two for every further term
  assert.equal(parse(nodes((MAX_NODES - 4839 - 1) / 2)).ok, true)
  assert.match(errorOf(nodes((MAX_NODES - 4839 + 1) / 2)), /^RUMUS_TERLALU_BESAR/)
  assert.match(errorOf(' '.repeat(MAX_TEXT + 1)), /^RUMUS_TERLALU_PANJANG/)
})

test('random text never throws: it is a tree or one located error with a sentence', () => {
  const words = [
    ...Object.keys(FUNCTIONS),
    'BY',
    'INDIKATOR',
    'PERIODE',
    'ANAK',
    'x',
    't[x]',
    '"a"',
    '1',
    '2.5',
    '%',
    ...'+-*/^=<>()[],; \n"',
  ]
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      const parsed = parse(text)
      if (parsed.ok) return
      const { pesan, baris, kolom, kode } = parsed.error
      assert.ok(pesan.length > 10 && kode.length > 0)
      const lines = text.split('\n')
      assert.ok(baris >= 1 && baris <= lines.length && kolom >= 1 && kolom <= [...lines[baris - 1]!].length + 1)
    }),
    { numRuns: 3000 },
  )
})
