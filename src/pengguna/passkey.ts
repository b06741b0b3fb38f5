// WebAuthn by its library: what a browser is asked, and what its answer proves. Read only when a passkey is first used, since
// it brings much with it. Whether a counter may stand where it stands is our rule (`kunci-sandi.ts`), asked after the signature.
import type { NewPasskeyAnswer, PasskeyAnswer } from '../platform/kernel/passkey.ts'

const library = () => import('@simplewebauthn/server')

/** Whom a key is for: the program at its public address. */
export type Origin = { readonly origin: string; readonly id: string }
export const siteOf = (address: string): Origin => {
  const { origin, hostname } = new URL(address)
  return { origin, id: hostname }
}

/** Why an answer proves nothing: made for another address, by a device that did not ask who holds it, or anything else. */
export type Fault = 'ASAL' | 'PEMILIK' | 'BUKTI'
export const isFault = (value: unknown): value is Fault => typeof value === 'string'
export type Key = { readonly credential: string; readonly transports: readonly string[] }
type Owner = { readonly id: string; readonly username: string; readonly nama: string }

/** EdDSA, ES256, RS256: what Node verifies without an experiment (post-quantum keys are one in Node 24). */
const ALGORITHMS = [-8, -7, -257]
const VERIFIED_USER = 0x04
const descriptor = ({ credential, transports }: Key) => ({ id: credential, transports: transports as never })

/** Creation of a key that knows its account (so that it can sign in) and asks, each time, who holds the device. */
export async function askForNew(site: Origin, owner: Owner, has: readonly Key[], timeout: number) {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: 'Selaras',
    rpID: site.id,
    userID: Uint8Array.from(Buffer.from(owner.id)),
    userName: owner.username,
    userDisplayName: owner.nama,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: has.map(descriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout,
  })
}

/** Use of one of these keys; of any that the device has for this site where there are none. */
export async function askForUse(site: Origin, keys: readonly Key[], timeout: number) {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: site.id,
    allowCredentials: keys.map(descriptor),
    userVerification: 'required',
    timeout,
  })
}

type ClientData = { readonly challenge?: unknown; readonly origin?: unknown }
function clientData(answer: { response: { clientDataJSON: string } }): ClientData {
  try {
    const read: unknown = JSON.parse(Buffer.from(answer.response.clientDataJSON, 'base64url').toString())
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}

/** The challenge that an answer says it answers. */
export function challengeOf(answer: { response: { clientDataJSON: string } }): string | undefined {
  const { challenge } = clientData(answer)
  return typeof challenge === 'string' && challenge !== '' ? challenge : undefined
}

export async function readNew(site: Origin, challenge: string, answer: NewPasskeyAnswer) {
  if (clientData(answer).origin !== site.origin) return 'ASAL'
  const { verifyRegistrationResponse } = await library()
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, response: { ...answer.response, transports: undefined }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!registrationInfo) return 'BUKTI'
    const { id, publicKey, counter } = registrationInfo.credential
    return { credential: id, publicKey: Buffer.from(publicKey), counter, transports: answer.response.transports ?? [] }
  } catch {
    return 'BUKTI'
  }
}

/** The counter of the device, where the answer is signed by the key for this site and challenge; else what is wrong. */
export async function readUse(
  site: Origin,
  challenge: string,
  key: Key & { readonly publicKey: Uint8Array },
  answer: PasskeyAnswer,
): Promise<{ readonly counter: number } | Fault> {
  if (clientData(answer).origin !== site.origin) return 'ASAL'
  const { authenticatorData, userHandle } = answer.response
  if (!(Buffer.from(authenticatorData, 'base64url')[32]! & VERIFIED_USER)) return 'PEMILIK'
  const { verifyAuthenticationResponse } = await library()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response: { ...answer.response, userHandle: userHandle ?? undefined }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id: key.credential, publicKey: Uint8Array.from(key.publicKey), counter: 0 },
    })
    return verified ? { counter: authenticationInfo.newCounter } : 'BUKTI'
  } catch {
    return 'BUKTI'
  }
}
