import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
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
  for (const wrong of ['Kuda hijau makan batu', 'kuda hijau makan batu ', ''])
    assert.equal(await verifyPassword(wrong, stored), false)
})

test('a hash of other parameters still verifies, so that they can rise later; another text never does', async () => {
  const [message, nonce] = ['kuda hijau', Buffer.from('garam-yang-lama')]
  const tag = argon2Sync('argon2id', { message, nonce, memory: 8192, passes: 1, parallelism: 1, tagLength: 16 })
  const old = ['argon2id', 8192, 1, 1, nonce.toString('base64url'), tag.toString('base64url')].join('$')
  assert.equal(await verifyPassword('kuda hijau', old), true)
  assert.equal(await verifyPassword('kuda merah', old), false)
  for (const text of ['', 'kuda hijau', 'bcrypt$1$2$3$4$5']) assert.equal(await verifyPassword('kuda hijau', text), false)
})

test('a one-time password can be read out: 4 groups of 4, no letters that look alike, never twice', () => {
  const made = Array.from({ length: 500 }, makePassword)
  for (const password of made) assert.match(password, /^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/)
  assert.equal(new Set(made).size, made.length)
})
