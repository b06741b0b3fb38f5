import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compare, DecimalError, findDecimal, formatDecimal, parseDecimal, round, toText } from './decimal.ts'

const d = parseDecimal

test('the mean of 95.33 and 95.90 prints as 95,62, as the report of 2024 has it', () => {
  assert.equal(formatDecimal(d('95.33').plus(d('95.90')).div(d('2')), 2), '95,62')
})

test('half rounds up, away from zero on both sides of it', () => {
  assert.deepEqual(
    ['0.005', '-0.005', '2.345', '2.3449', '-2.345'].map((text) => toText(round(d(text), 2))),
    ['0.01', '-0.01', '2.35', '2.34', '-2.35'],
  )
  assert.equal(toText(round(d('1250'), -2)), '1300')
})

test('a sum of thirds that ends on a half is rounded as a half', () => {
  const third = (text: string) => d(text).div(d('3'))
  const sum = third('1').plus(third('1')).plus(third('0.415'))
  assert.equal(toText(sum), '0.805')
  assert.equal(formatDecimal(sum, 2), '0,81')
  assert.equal(compare(sum, d('0.805')), 0)
})

test('numbers print the Indonesian way, without a minus before zero', () => {
  const shown = (text: string, places = 2) => formatDecimal(d(text), places)
  assert.deepEqual(
    [shown('1234.56'), shown('746367815588', 0), shown('-1234567.891'), shown('999.995'), shown('123')],
    ['1.234,56', '746.367.815.588', '-1.234.567,89', '1.000,00', '123,00'],
  )
  assert.deepEqual([shown('0'), shown('-0'), shown('-0.001')], ['0,00', '0,00', '0,00'])
})

test('the canonical text has neither exponent nor more than 34 significant digits', () => {
  assert.equal(toText(d('1').div(d('3'))), `0.${'3'.repeat(34)}`)
  assert.equal(toText(d('2').div(d('3')).times(d('1000000000000'))), '666666666666.6666666666666666666667')
  assert.equal(toText(d('0.1').pow(30)), `0.${'0'.repeat(29)}1`)
  assert.equal(toText(d('-0')), '0')
})

test('what is not an exact decimal is refused with a typed error', () => {
  for (const wrong of [
    1,
    0.1,
    null,
    undefined,
    '',
    ' 1',
    '1,5',
    '1.234,5',
    '1e5',
    '.5',
    '5.',
    '+1',
    '--1',
    'NaN',
    'Infinity',
    '0x10',
    {},
    [],
    true,
    '1'.repeat(35),
  ]) {
    assert.throws(() => parseDecimal(wrong), DecimalError)
    assert.equal(findDecimal(wrong), null)
  }
})

test('a text of at most 34 digits comes back as the same number', () => {
  const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,16})(\.\d{0,15}[1-9])?$/).filter((text) => text !== '-0')
  fc.assert(fc.property(digits, (text) => toText(d(text)) === text))
})
