import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterFailure, checkPassword, mayTry } from './pengguna.ts'

const faults = (password: string) => checkPassword(password, 'dhany.sukma')?.detail

test('the length of a password counts, not its signs', () => {
  assert.equal(faults('kuda hijau makan batu'), undefined)
  assert.equal(faults('sebelas-duab'), undefined, '12 letters')
  assert.match(faults('Kuda!2024xy')!, /paling sedikit 12/)
  assert.match(faults('kuda '.repeat(41))!, /paling banyak 200/)
})

test('a password does not hold the name, and is not one letter over and over', () => {
  assert.match(faults('sandi Dhany.Sukma 2024')!, /nama pengguna/)
  assert.match(faults('aaaabbbbccccdddd')!, /seragam/)
  assert.equal(checkPassword('pendek', 'dhany')?.field, 'baru')
})

const at = (time: string) => new Date(`2025-01-31T${time}Z`)
const fresh = { active: true, failures: 0, locked_until: null }

test('the fifth failure in a row locks for 15 minutes, and the count begins anew', () => {
  assert.deepEqual(afterFailure({ ...fresh, failures: 3 }, at('03:00:00')), { failures: 4, lockedUntil: null })
  assert.deepEqual(afterFailure({ ...fresh, failures: 4 }, at('03:00:00')), { failures: 0, lockedUntil: at('03:15:00') })
})

test('a locked account may be tried again at the end of the quarter of an hour, not a moment before', () => {
  const locked = { ...fresh, locked_until: at('03:15:00').toISOString() }
  assert.equal(mayTry(locked, at('03:14:59.999'))?.refused, 'TERLALU_SERING')
  assert.equal(mayTry(locked, at('03:15:00')), undefined)
  assert.equal(mayTry(fresh, at('03:00:00')), undefined)
})
