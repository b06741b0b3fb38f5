import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sebabHilang } from './rules.ts'

test('only another paper was mended: of the same one the rules are newer, and where both changed nobody can tell', () => {
  assert.equal(sebabHilang({ naskahSama: false, aturanSama: true }), 'naskah')
  assert.equal(sebabHilang({ naskahSama: true, aturanSama: false }), 'aturan')
  assert.equal(sebabHilang({ naskahSama: false, aturanSama: false }), 'salah-satu')
})
