// An authority of its own for tests, without a folder: nothing outside the run knows it.
import { certify, type Identity, newKeys } from './certificate.ts'
import { localSigner } from './local-authority.ts'
import type { Signing } from './sign-paper.ts'
import type { TimeStamp } from './time-stamp.ts'

let made: Promise<Identity> | undefined

async function makeAuthority(): Promise<Identity> {
  const keys = await newKeys()
  const [from, until] = [new Date('2020-01-01'), new Date('2060-01-01')]
  return {
    certificate: await certify({ subject: { CN: 'Otoritas uji' }, keys, from, until, use: 'AUTHORITY' }),
    key: keys.privateKey,
  }
}

export function testAuthority(): Promise<Identity> {
  made ??= makeAuthority()
  return made
}

export async function testSigning(stamp?: TimeStamp): Promise<Signing> {
  return { signer: localSigner(await testAuthority(), stamp), address: 'http://localhost:3000' }
}
