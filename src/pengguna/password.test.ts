import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, makePassword, verifyPassword } from './password.ts'

test('a password is kept as Argon2id with its parameters, never the same text twice', async () => {
  const [a, b] = await Promise.all([hashPassword('kuda hijau makan batu'), hashPassword('kuda hijau makan batu')])
  assert.match(a, /^argon2id\$19456\$2\$1\$[\w-]{22}\$[\w-]{43}$/)
  assert.notEqual(a, b)
  assert.ok(!a.includes('kuda'))
})

test('the right password verifies, anything else does not', async () => {
  const stored = await hashPassword('kuda hijau makan batu')
  assert.equal(await verifyPassword('kuda hijau makan batu', stored), true)
  for (const wrong of ['Kuda hijau makan batu', 'kuda hijau makan batu ', '']) assert.equal(await verifyPassword(wrong, stored), false)
})

test('a hash of other parameters still verifies, so that they can rise later', async () => {
  const weaker = 'argon2id$8192$1$1$c2FyYW15YW5ndGV0YXAxMg$TJ9ooPybJpoTkLq3UqaJLQ'
  assert.equal(await verifyPassword('apa saja', weaker), false)
  assert.equal(await verifyPassword('x', ''), false)
  assert.equal(await verifyPassword('x', 'bcrypt$1$2$3$4$5'), false)
})

test('a one-time password can be read out: 4 groups of 4, no letters that look alike, never twice', () => {
  const made = Array.from({ length: 500 }, makePassword)
  for (const password of made) assert.match(password, /^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/)
  assert.equal(new Set(made).size, made.length)
})
