// Passwords: Argon2id by Node's own crypto; the parameters stand in the text, so that they can rise later.
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const run = promisify(argon2)
const NOW = { memory: 19_456, passes: 2, parallelism: 1 } // OWASP's floor; 31 ms on the machine of docs/performance.md

/** `argon2id$memory$passes$parallelism$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const { memory, passes, parallelism } = NOW
  const tag = await run('argon2id', { message: password, nonce, memory, passes, parallelism, tagLength: 32 })
  return ['argon2id', memory, passes, parallelism, nonce.toString('base64url'), tag.toString('base64url')].join('$')
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, memory, passes, parallelism, nonce, hash] = stored.split('$')
  if (kind !== 'argon2id' || !nonce || !hash) return false
  const expected = Buffer.from(hash, 'base64url')
  const tag = await run('argon2id', {
    message: password,
    nonce: Buffer.from(nonce, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(tag, expected)
}

/** A one-time password that can be read out: 4 groups of 4, without letters that look alike. */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
