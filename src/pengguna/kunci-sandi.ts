// Passkeys of an account: their rules, and the sentences with which one is refused.
import { z } from 'zod'
import { canonical, sha256 } from '../platform/kernel/canonical.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Fault } from './passkey.ts'

export const KUNCI_SANDI_MAKS = 10
/** A challenge is answered within this time, or asked for anew. */
export const PERMINTAAN_MINUTES = 5

export const NamaKunciSandi = z.string().trim().min(1).max(60)
export const KunciSandi = z.object({ id: z.string(), nama: z.string(), dibuat: z.string(), dipakai: z.string().nullable() })
export type KunciSandi = z.infer<typeof KunciSandi>

/** What a browser is asked, as WebAuthn writes it. */
export const Permintaan = z.looseObject({ challenge: z.string() })
export type Permintaan = z.infer<typeof Permintaan>

/** What a challenge is for; who signs papers is asked for exactly these, as they were seen. */
export type Tujuan = 'MASUK' | 'TAMBAH' | 'TANDA_TANGAN'
export const NaskahDilihat = z.object({
  jenis: z.string().min(1).max(60),
  id: z.uuid(),
  version: z.number().int(),
  /** How many acts were done to it, where the page has seen that (ADR 0008). */
  isi: z.number().int().min(0).optional(),
})
export type NaskahDilihat = z.infer<typeof NaskahDilihat>

/** One text for a set of papers, in whatever order they are named. */
export function bindingOf(naskah: readonly NaskahDilihat[]): string {
  return sha256(canonical(naskah.map(({ jenis, id, version, isi }) => canonical({ jenis, id, version, isi })).sort()))
}

const no = (detail: string) => refuse('TIDAK_VALID', detail, { field: 'bukti.kunciSandi', rule: 'kunci-sandi' })

type Challenge = {
  readonly purpose: string
  readonly account_id: string | null
  readonly binding: string
  readonly expires_at: string
}
type Wanted = { readonly tujuan: Tujuan; readonly akun: string | null; readonly binding: string }

/** Whether an answered challenge was given for what it is used for now. */
export function mayAnswer(given: Challenge | undefined, wanted: Wanted, now: Date): Refusal | undefined {
  if (!given || new Date(given.expires_at) <= now) return no('Permintaan kunci sandi ini sudah kedaluwarsa. Ulangi dari awal.')
  const same = given.purpose === wanted.tujuan && given.account_id === wanted.akun && given.binding === wanted.binding
  if (same) return undefined
  return wanted.tujuan === 'TANDA_TANGAN'
    ? no('Kunci sandi itu tidak diberikan oleh akun ini untuk naskah ini pada versi ini. Tidak ada yang ditandatangani; ulangi.')
    : no('Kunci sandi itu diberikan untuk keperluan lain. Ulangi dari awal.')
}

/** A device that counts its uses never counts back; one that does not count stays at 0. */
export const wentBack = (before: number, now: number): boolean => (before > 0 || now > 0) && now <= before

/** Why a passkey is refused, by what is wrong with its answer. */
export const SALAH_KUNCI_SANDI = {
  ASAL: no('Kunci sandi itu dipakai di alamat lain daripada alamat resmi program ini. Periksa alamat di peramban Anda.'),
  PEMILIK: no('Perangkat tidak memeriksa bahwa Anda pemiliknya. Buka kunci sandi dengan sidik jari, wajah atau PIN, lalu ulangi.'),
  BUKTI: no('Kunci sandi tidak terbukti. Ulangi, atau pakai kata sandi.'),
  TAK_TERBACA: no('Jawaban kunci sandi tidak dapat dibaca. Ulangi dari awal.'),
  ULANGAN: no('Bukti kunci sandi ini sudah pernah dipakai. Percobaan ini dicatat. Ulangi dari awal dengan permintaan yang baru.'),
  SALINAN: no(
    'Hitungan kunci sandi ini mundur: mungkin ada salinannya pada orang lain. Percobaan ini dicatat. Hapus kunci sandi itu dari akun Anda dan pakai kata sandi.',
  ),
  MILIK_LAIN: no('Kunci sandi itu bukan milik akun Anda. Pakai kunci sandi Anda sendiri, atau kata sandi.'),
  /** One sentence for a key that nobody has, one that proves nothing, and an account that is locked or closed: none tells which. */
  TAK_MASUK: refuse(
    'BELUM_MASUK',
    'Kunci sandi ini tidak dapat dipakai untuk masuk. Masuk dengan kata sandi, atau hubungi administrator.',
    { rule: 'kunci-sandi' },
  ),
} satisfies Record<Fault | 'TAK_TERBACA' | 'ULANGAN' | 'SALINAN' | 'MILIK_LAIN' | 'TAK_MASUK', Refusal>
