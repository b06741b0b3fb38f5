// A device with passkeys, in software: answers as a browser hands them over, and misbehaves where a test asks for it.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { NewPasskeyAnswer, PasskeyAnswer } from '../platform/kernel/passkey.ts'

type Asked = { readonly challenge: string; readonly [more: string]: unknown }
/** What a use of the key does otherwise than it should. */
export type Misdeed = { origin?: string; rpId?: string; verified?: boolean; signs?: KeyObject; counts?: number; owner?: string }

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const text = (data: Uint8Array) => Buffer.from(data).toString('base64url')
const uint32 = (n: number) => Buffer.from([n >>> 24, n >>> 16, n >>> 8, n])
const flags = (verified: boolean, fresh: boolean) => Buffer.from([0x01 | (verified ? 0x04 : 0) | (fresh ? 0x40 : 0)])

export class Authenticator {
  readonly origin: string
  readonly id = randomBytes(16)
  counter = 0
  #owner = ''
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(origin: string) {
    this.origin = origin
  }

  create(asked: Asked, { origin = this.origin, rpId, verified = true }: Misdeed = {}): NewPasskeyAnswer {
    this.#owner = (asked.user as { id: string }).id
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' })
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x!, 'base64url'))],
      [-3, Uint8Array.from(Buffer.from(y!, 'base64url'))],
    ])
    const authData = Buffer.concat([
      sha256(rpId ?? new URL(this.origin).hostname),
      flags(verified, true),
      uint32(this.counter),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      isoCBOR.encode(cose),
    ])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', Uint8Array.from(authData)],
    ])
    const attestationObject = text(isoCBOR.encode(attestation as never))
    const response = { ...this.#clientData('webauthn.create', asked, origin), attestationObject, transports: ['internal'] }
    return { id: text(this.id), rawId: text(this.id), type: 'public-key', response }
  }

  get(asked: Asked, { origin = this.origin, rpId, verified = true, signs, counts, owner }: Misdeed = {}): PasskeyAnswer {
    this.counter = counts ?? this.counter + 1
    const authData = Buffer.concat([sha256(rpId ?? new URL(this.origin).hostname), flags(verified, false), uint32(this.counter)])
    const { clientDataJSON } = this.#clientData('webauthn.get', asked, origin)
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    return {
      id: text(this.id),
      rawId: text(this.id),
      type: 'public-key',
      response: {
        clientDataJSON,
        authenticatorData: text(authData),
        signature: text(sign('sha256', signed, signs ?? this.#keys.privateKey)),
        userHandle: owner ?? this.#owner,
      },
    }
  }

  #clientData(type: string, { challenge }: Asked, origin: string) {
    return { clientDataJSON: Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url') }
  }
}
