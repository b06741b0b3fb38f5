import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { compareWays, distanceFromTarget, isCompared } from './polaritas.ts'

const printed = (target: string, realisasi: string, polaritas: string) =>
  Object.fromEntries(
    compareWays(target, realisasi, polaritas).map(({ kode, hasil }) => [
      kode,
      'nilai' in hasil ? formatDecimal(parseDecimal(hasil.nilai), 2) : 'kode' in hasil ? hasil.kode : hasil.status,
    ]),
  )

test('target 10, result 12, lower is better: 80,00, and what the other ways would print', () => {
  assert.deepEqual(printed('10', '12', 'MINIMAL'), {
    MINIMAL: '80,00',
    MINIMAL_RASIO: '83,33',
    SELISIH: '-20,00',
    MAKSIMAL: '120,00',
    STABIL_TITIK: '80,00',
  })
  assert.equal(distanceFromTarget('10', '12'), '20')
  assert.deepEqual(
    compareWays('10', '12', 'MINIMAL')
      .filter((w) => w.dipakai)
      .map((w) => [w.kode, w.kata]),
    [['MINIMAL', '(2 dikali target (10) dikurangi realisasi (12)) dibagi target (10) dikali 100 = 80']],
  )
})

test('the law does not go below 0, and a target of 0 is no division', () => {
  assert.equal(printed('10', '25', 'MINIMAL').MINIMAL, '0,00')
  assert.equal(printed('0', '0', 'MINIMAL').MINIMAL, '100,00')
  assert.equal(printed('0', '3', 'MAKSIMAL').MAKSIMAL, 'TARGET_NOL')
  assert.equal(printed('10', '0', 'MINIMAL').MINIMAL_RASIO, 'BAGI_NOL')
  assert.equal(distanceFromTarget('0', '1'), null)
})

test('categories, checklists and ranges have no other way to compare', () =>
  assert.deepEqual(
    ['MAKSIMAL', 'MINIMAL', 'MINIMAL_RASIO', 'STABIL_TITIK', 'STABIL_RENTANG', 'KATEGORI', 'CHECKLIST', 'SELISIH'].filter(
      isCompared,
    ),
    ['MAKSIMAL', 'MINIMAL', 'MINIMAL_RASIO', 'STABIL_TITIK'],
  ))
