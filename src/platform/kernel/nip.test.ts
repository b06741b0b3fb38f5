import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkNip } from './nip.ts'

const faults = (nip: string, kepegawaian?: 'PPPK') => checkNip(nip, kepegawaian).map((f) => f.aturan)

test('the NIP of seed 000, line 49, is well formed: born 18 August 1966, CPNS March 1990, a man', () => {
  assert.deepEqual(faults('196608181990031008'), [])
})

test('the NIP that the seeds print with 17 digits are refused', () => {
  for (const nip of [
    '19660818199031008',
    '19781213199711001',
    '19781213199711101',
    '19680811199302005',
    '19811028201001131',
    '19720213199711001',
  ]) {
    const [fault, ...more] = checkNip(nip)
    assert.deepEqual([fault?.aturan, fault?.berat, more.length], ['NIP-PANJANG', 'tinggi', 0], nip)
    assert.match(fault!.detail, /17 angka/)
  }
})

test('spaces, dots and letters are no digits', () => {
  for (const nip of ['19660818 199003 1 008', '1966081819900310o8', '', '1966081819900310081'])
    assert.deepEqual(faults(nip), ['NIP-PANJANG'], nip)
})

test('the birth date must have been: no 31 February, no month 13', () => {
  for (const nip of ['196602311990031008', '196613181990031008', '196600181990031008'])
    assert.deepEqual(faults(nip), ['NIP-LAHIR'], nip)
})

test('positions 13 and 14 are a month for a PNS, and not for a PPPK', () => {
  for (const nip of ['196608181990131008', '196608181990001008']) assert.deepEqual(faults(nip), ['NIP-TMT'], nip)
  assert.deepEqual(faults('198608182023211008', 'PPPK'), [])
  assert.deepEqual(faults('198608182023211008'), ['NIP-TMT'])
})

test('the sex digit is 1 or 2', () => {
  assert.deepEqual(faults('196608181990033008'), ['NIP-KELAMIN'])
  assert.deepEqual(faults('196608181990030008'), ['NIP-KELAMIN'])
  assert.deepEqual(faults('196608181990032008'), [])
})

test('an age at appointment of 9 or 8 is doubtful, and does not refuse (seed 002, lines 2051 and 3201)', () => {
  for (const [nip, age] of [
    ['198712131997111001', 9],
    ['197812151987111001', 8],
  ] as const) {
    const found = checkNip(nip)
    assert.deepEqual(
      found.map((f) => [f.aturan, f.berat]),
      [['NIP-USIA', 'rendah']],
    )
    assert.match(found[0]!.detail, new RegExp(`usia ${age} tahun`))
  }
  assert.deepEqual(faults('197812131997111001'), [], 'the person meant')
})

test('the ages 18 and 45 are still ordinary', () => {
  assert.deepEqual(
    ['197203181990031008', '194503181990031008', '197204181990031008', '194403181990031008'].map((nip) => faults(nip).length),
    [0, 0, 1, 1],
  )
})

test('all that is wrong is said, the gravest first', () => {
  assert.deepEqual(faults('196613401950135008'), ['NIP-LAHIR', 'NIP-TMT', 'NIP-KELAMIN', 'NIP-USIA'])
})
