// Twenty thousand formulas gone wrong: what the grammar can say, bent and broken, and bytes that no formula holds. Whatever the
// text, the answer is a value or a sentence with its place; nothing is thrown, and no text takes long.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from './check.ts'
import { dependencies } from './dependencies.ts'
import { compute, evaluate } from './evaluate.ts'
import { FUNCTIONS } from './functions.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { contextOf, DBR, NA, NONE, treeOf } from './testing.ts'
import { exact, type Letak, type Value } from './value.ts'
import { explainInWords } from './words.ts'

const CASES = 20_000
const SLOWEST_MS = 2_000

/** Random numbers that are the same in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const random = seeded(20_000)
const pick = <T>(items: readonly T[]): T => items[random(items.length)]!

const LEAVES = ['realisasi', 'target', 'nol', 'kosong', 'predikat', 'k[nilai]', 'k[kec]', 'k[tiada]', 'lain[nilai]', 'entah']
const NUMBERS = ['0', '1', '2', '100', '0.5', '9.7%', '12345678901234567890', '0.000000001', '98765.4321', '33.333333333333333333']
const OPERATORS = ['+', '-', '*', '/', '^', '=', '<>', '<', '<=', '>', '>=']
const REFERENCES = ['INDIKATOR("IKM")', 'INDIKATOR("IKM", PERIODE(-1))', 'INDIKATOR("IEK", TAHUN(-1), ANAK())']
/** What a paste, a wrong keyboard or an attacker brings along. */
const NOISE = [
  ...'"\'`\\{}[]()|&!?@#$~:.,;%=<>^*/+-_ \t\n\r\0',
  ...['\u00a0', '\u200b', '\u202e', '\ufeff', '\ud800', '\udfff', '\u0301', 'İ', 'ß', '×', '÷', '−', '“', '”', '😀', '٣', '１'],
  ...[
    'BY',
    'SUM(',
    '1e5',
    '1.2.3',
    '""',
    '<script>',
    '__proto__',
    'constructor',
    '$',
    '{x}',
    'process.exit()',
    "=cmd|'/c'!A1",
    '#REF!',
  ],
]

function formula(depth: number): string {
  if (depth === 0 || random(5) === 0) return pick([pick(LEAVES), pick(NUMBERS), pick(REFERENCES), '"WTP"', 'TRUE'])
  const inner = () => formula(depth - 1)
  switch (random(6)) {
    case 0:
      return `-${inner()}`
    case 1:
      return `(${inner()})`
    case 2:
    case 3:
      return `${inner()} ${pick(OPERATORS)} ${inner()}`
    default: {
      const name = pick(Object.keys(FUNCTIONS))
      const args = Array.from({ length: FUNCTIONS[name]!.arity[0] + random(2) }, inner)
      return `${name}(${args.join(', ')}${random(4) === 0 ? ` BY ${pick(LEAVES)}` : ''})`
    }
  }
}

const MUTATIONS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.slice(0, random(text.length + 1)),
  (text) => text.slice(random(text.length + 1)),
  (text) => insert(text, pick(NOISE)),
  (text) => insert(insert(text, pick(NOISE)), pick(NOISE)),
  (text) => remove(text, 1 + random(4)),
  (text) => insert(text, text.slice(random(text.length), random(text.length) + 10)),
  (text) => [...text].map((c) => (random(12) === 0 ? pick(NOISE) : c)).join(''),
  (text) => [...text].toReversed().join(''),
  (text) => text.replaceAll(',', ';'),
  (text) => text.replaceAll(/[()]/g, (c) => (random(4) === 0 ? '' : c)),
  (text) => text.replaceAll(/\d+/g, (d) => d.repeat(1 + random(30))),
  (text) => pick(['(', '-', 'SUM(', '2^', 'IF(', 'k[', '1+', '"']).repeat(random(700)) + text,
  (text) => Array.from({ length: 1 + random(60) }, () => text).join(pick(OPERATORS)),
  () => Array.from({ length: random(40) }, () => String.fromCharCode(random(65_536))).join(''),
  () => Array.from({ length: random(60) }, () => String.fromCharCode(random(256))).join(''),
  () => Array.from({ length: random(30) }, () => pick(NOISE)).join(''),
]

function insert(text: string, part: string): string {
  const at = random(text.length + 1)
  return text.slice(0, at) + part + text.slice(at)
}

function remove(text: string, length: number): string {
  const at = random(text.length + 1)
  return text.slice(0, at) + text.slice(at + length)
}

const rows = ['98.14', '0', '-3.5', NA, '77', DBR, NONE].map((nilai, i) => ({ kec: `kec ${i % 3}`, nilai }))
const DATA = { realisasi: '12', target: '10', nol: '0', kosong: NONE, predikat: 'WTP', k: rows, lain: [{ nilai: '1' }] }
const context = { ...contextOf(DATA), indikator: (): Value => exact('B') }

function assertLocated(text: string, { baris, kolom, dari, sampai }: Letak): void {
  const lines = text.split('\n')
  assert.ok(baris >= 1 && baris <= lines.length, `line ${baris} of ${lines.length}`)
  assert.ok(kolom >= 1 && kolom <= [...lines[baris - 1]!].length + 1, `column ${kolom}`)
  assert.ok(dari >= 0 && dari <= sampai && sampai <= text.length, `${dari} to ${sampai} of ${text.length}`)
}

function assertSentence(pesan: string): void {
  assert.ok(pesan.length > 10 && pesan.length < 1_000, pesan)
  assert.doesNotMatch(pesan, /undefined|\[object|NaN|Error|\bat .*:\d+:\d+/, pesan)
}

/** Everything that a formula goes through between the typing and the explanation. */
function answer(text: string): 'refused' | 'galat' | 'value' {
  const parsed = parse(text)
  if (!parsed.ok) {
    assertLocated(text, parsed.error)
    assertSentence(parsed.error.pesan)
    assert.match(parsed.error.kode, /^[A-Z_]+$/)
    return 'refused'
  }
  const { tree } = parsed
  for (const { letak, pesan } of check(tree).keberatan) {
    assertLocated(text, letak)
    assertSentence(pesan)
  }
  assert.ok(parse(print(tree.root)).ok || print(tree.root).length > 10_000)
  for (const name of dependencies(tree).names) assert.equal(typeof name, 'string')
  const { hasil, jejak } = evaluate(tree, context)
  const again = compute(tree, context)
  assert.equal(again.status, hasil.status)
  assert.ok(explainInWords(tree, jejak).length > 0)
  if (hasil.status !== 'GALAT') return 'value'
  if ('baris' in hasil.letak) assertLocated(text, hasil.letak)
  assertSentence(hasil.pesan)
  return 'galat'
}

test('no formula, however malformed, crashes, hangs or answers without a place', () => {
  const seen = { refused: 0, galat: 0, value: 0 }
  let slowest = { ms: 0, text: '' }
  for (let i = 0; i < CASES; i++) {
    const text = pick(MUTATIONS)(formula(1 + random(5)))
    const start = performance.now()
    try {
      seen[answer(text)]++
    } catch (error) {
      throw new Error(`case ${i}, ${JSON.stringify(text.slice(0, 300))}: ${(error as Error).message}`, { cause: error })
    }
    const ms = performance.now() - start
    if (ms > slowest.ms) slowest = { ms, text }
  }
  assert.ok(slowest.ms < SLOWEST_MS, `${slowest.ms} ms for ${slowest.text.slice(0, 300)}`)
  for (const [kind, count] of Object.entries(seen)) assert.ok(count > CASES / 50, `only ${count} came out as ${kind}`)
})

test('roots over a whole table, hundreds of times over, are refused before they hold up everybody', () => {
  const t = Array.from({ length: 1000 }, (_, i) => ({ x: String(i + 1), k: String(i % 7) }))
  const begun = performance.now()
  const data = contextOf({ t })
  for (const part of ['t[x]^0.37', 't[x]^(1/t[x])', 'SQRT(SQRT(t[x]^0.5))']) {
    const tree = treeOf(`SUM(${Array(400).fill(part).join('+')})`)
    for (const hasil of [compute(tree, data), evaluate(tree, data).hasil])
      assert.equal((hasil as { kode?: string }).kode, 'TERLALU_BERAT')
  }
  assert.ok(performance.now() - begun < SLOWEST_MS)
  assert.equal(compute(treeOf('SUM(SQRT(t[x]^2) BY t[k])'), data).status, 'NILAI')
})
