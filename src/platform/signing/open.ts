// What signs in this instance, by its settings: the local authority, or a service elsewhere, each with a time stamp where one is set.
import { readFile } from 'node:fs/promises'
import type { Db } from '../db/database.ts'
import { fromPem, toPem } from './certificate.ts'
import { nikOf, openVault } from './identity.ts'
import { localSigner, openAuthority } from './local-authority.ts'
import { remoteSigner } from './remote.ts'
import type { Signing } from './sign-paper.ts'
import { timeStampService } from './time-stamp.ts'

export type SigningSettings = {
  /** Of the local authority's key and of the key that NIK are sealed with. */
  readonly folder: string
  /** Where the public reaches this program; printed on signed papers. */
  readonly address: string
  readonly timeStamp?: string
  readonly service?: { readonly address: string; readonly user: string; readonly password: string }
  /** A PEM file of further roots to trust. */
  readonly roots?: string
}

export async function openSigning(settings: SigningSettings, db: Db, now: Date): Promise<Signing> {
  const { folder, service } = settings
  if (!/^https?:$/.test(URL.parse(settings.address)?.protocol ?? ''))
    throw new Error(`The public address must be whole, like https://selaras.example: ${settings.address}`)
  const address = settings.address.replace(/\/+$/, '')
  const authorities = settings.roots ? fromPem(await readFile(settings.roots, 'utf8')).map(toPem) : []
  if (service) {
    const vault = await openVault(folder)
    return { address, signer: remoteSigner({ ...service, authorities, nikOf: (akun) => nikOf(db, vault, akun) }) }
  }
  const stamp = settings.timeStamp ? timeStampService(settings.timeStamp) : undefined
  const local = localSigner(await openAuthority(folder, now), stamp)
  return { address, signer: { ...local, authorities: [...local.authorities, ...authorities] } }
}
