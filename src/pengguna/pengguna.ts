// Accounts: who may sign in, and the rules of passwords, lock-outs and sessions.
import { z } from 'zod'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'

export const MAX_FAILURES = 5
export const LOCK_MINUTES = 15
export const SESSION_HOURS = 12
export const IDLE_HOURS = 2

export const Username = z
  .string()
  .regex(/^[a-z0-9._-]{3,60}$/, 'harus 3-60 huruf kecil, angka, titik, garis bawah atau tanda hubung')
export const NewAccount = z.object({
  username: Username,
  nama: z.string().trim().min(1).max(200),
  pegawai: z.string().max(100).nullish(),
  administrator: z.boolean().default(false),
})
export type NewAccount = z.infer<typeof NewAccount>

export const ChangedAccount = z.object({
  nama: z.string().trim().min(1).max(200).optional(),
  pegawai: z.string().max(100).nullish(),
  administrator: z.boolean().optional(),
  aktif: z.boolean().optional(),
  /** True: at the next sign-in a new password must be chosen. */
  gantiSandi: z.literal(true).optional(),
})
export type ChangedAccount = z.infer<typeof ChangedAccount>

type Standing = { readonly id: string; readonly administrator: boolean; readonly active: boolean }

/** Nobody shuts out himself, and somebody must be left who can administer. */
export function mayChange(account: Standing, change: ChangedAccount, actor: string, others: number): Refusal | undefined {
  const loses = account.administrator && (change.administrator === false || change.aktif === false)
  if (loses && account.active && others === 0)
    return refuse(
      'DITOLAK_ATURAN',
      'Ini administrator terakhir yang aktif. Jadikan orang lain administrator dahulu, agar program ini tetap ada yang mengelola.',
      { field: change.aktif === false ? 'aktif' : 'administrator' },
    )
  if (change.aktif === false && account.id === actor)
    return refuse('DITOLAK_ATURAN', 'Akun sendiri tidak dapat dinonaktifkan. Minta administrator lain melakukannya.', {
      field: 'aktif',
    })
  return undefined
}

/** The rule for a new password: length counts, not signs; not the name, not the old one. */
export function checkPassword(password: string, username: string): Refusal | undefined {
  const no = (detail: string) => refuse('TIDAK_VALID', detail, { field: 'baru' })
  if (password.length < 12)
    return no('Kata sandi baru harus paling sedikit 12 huruf. Rangkaian beberapa kata mudah diingat dan kuat.')
  if (password.length > 200) return no('Kata sandi baru paling banyak 200 huruf.')
  if (password.toLowerCase().includes(username)) return no('Kata sandi baru tidak boleh memuat nama pengguna.')
  if (new Set(password).size < 5) return no('Kata sandi baru terlalu seragam; pakai lebih banyak huruf yang berbeda.')
  return undefined
}

export type SignInState = { readonly active: boolean; readonly failures: number; readonly locked_until: string | null }

/** Whether a sign-in may be tried now. */
export function mayTry(account: SignInState, now: Date): Refusal | undefined {
  if (account.locked_until && new Date(account.locked_until) > now)
    return refuse(
      'TERLALU_SERING',
      `Akun terkunci karena ${MAX_FAILURES} kali salah kata sandi. Coba lagi setelah ${LOCK_MINUTES} menit, atau minta administrator mengatur ulang.`,
    )
  return undefined
}

/** What a wrong password changes: the fifth in a row locks for a quarter of an hour. */
export function afterFailure(account: SignInState, now: Date): { failures: number; lockedUntil: Date | null } {
  const failures = account.failures + 1
  return failures >= MAX_FAILURES
    ? { failures: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000) }
    : { failures, lockedUntil: null }
}
