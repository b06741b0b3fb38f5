// The device's passkeys, asked by the browser itself. What it refuses is said as a refusal of the program would be.
import type { NewPasskeyAnswer, PasskeyAnswer } from '../../platform/kernel/passkey.ts'
import { ApiError, request } from './api.ts'
import { t } from './kunci-sandi-teks.ts'

/** Whether this browser speaks of passkeys as JSON; without it there is the password. */
export const adaKunciSandi = (): boolean =>
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential

/** Asks the program for options at `alamat`, then the device for its answer. */
export async function pakaiKunciSandi(alamat: string, body?: unknown, quiet = false): Promise<PasskeyAnswer> {
  const { data } = await request<PublicKeyCredentialRequestOptionsJSON>('POST', alamat, { body, quiet })
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(data)
  return ask(() => navigator.credentials.get({ publicKey }))
}

export async function buatKunciSandi(alamat: string, body: unknown): Promise<NewPasskeyAnswer> {
  const { data } = await request<PublicKeyCredentialCreationOptionsJSON>('POST', alamat, { body })
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(data)
  return ask(() => navigator.credentials.create({ publicKey }))
}

async function ask<T>(device: () => Promise<Credential | null>): Promise<T> {
  try {
    return ((await device()) as PublicKeyCredential).toJSON() as T
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    const known = name === 'NotAllowedError' || name === 'InvalidStateError' || name === 'SecurityError' ? name : 'lain'
    throw new ApiError({ status: 0, code: 'KUNCI_SANDI', title: t('judul'), detail: t(known) })
  }
}
