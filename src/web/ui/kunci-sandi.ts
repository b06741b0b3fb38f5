// The device's passkeys, asked by the browser itself. What it refuses is said as a refusal of the program would be.
import type { NewPasskeyAnswer, PasskeyAnswer } from '../../platform/kernel/passkey.ts'
import { ApiError, request } from './api.ts'
import { defineTeks } from './teks.ts'

const t = defineTeks(
  {
    judul: 'Kunci sandi tidak jadi dipakai',
    NotAllowedError: 'Anda membatalkannya, waktunya habis, atau perangkat ini tidak punya kunci sandi untuk Selaras. Coba lagi.',
    InvalidStateError: 'Perangkat ini sudah menyimpan kunci sandi untuk akun Anda.',
    SecurityError: 'Kunci sandi hanya berlaku di alamat resmi program ini. Buka program ini di alamat itu, lalu coba lagi.',
    lain: 'Perangkat ini tidak dapat memakai kunci sandi. Pakai kata sandi.',
  },
  {
    judul: 'The passkey was not used',
    NotAllowedError: 'You cancelled it, the time ran out, or this device has no passkey for Selaras. Try again.',
    InvalidStateError: 'This device already holds a passkey for your account.',
    SecurityError: 'Passkeys hold only at the official address of this program. Open the program there, then try again.',
    lain: 'This device cannot use a passkey. Use your password.',
  },
)

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
