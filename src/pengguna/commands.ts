// Accounts and sign-in. Passwords are hashed before a transaction begins, so that no lock is held while Argon2 runs.
import { randomBytes } from 'node:crypto'
import { type LedgerEntry, record } from '../platform/audit/ledger.ts'
import { type Db, inTransaction, type Tx, undoable, violates } from '../platform/db/database.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { checkNik, saveNik, type Vault } from '../platform/signing/identity.ts'
import { hashPassword, makePassword, verifyPassword } from './password.ts'
import {
  afterFailure,
  type ChangedAccount,
  checkPassword,
  LOCK_MINUTES,
  MAX_FAILURES,
  mayChange,
  mayTry,
  type NewAccount,
  SESSION_HOURS,
} from './pengguna.ts'
import * as store from './store.ts'

export { hashPassword, makePassword } from './password.ts'

/** One sentence for a wrong password, a name that nobody has, and an account that is locked or closed: none tells which. */
const WRONG = refuse(
  'BELUM_MASUK',
  `Nama pengguna atau kata sandi salah. Setelah ${MAX_FAILURES} kali salah, akun terkunci selama ${LOCK_MINUTES} menit; administrator dapat membukanya.`,
)
/** Compared against where there is no such account, so that the answer takes as long. */
const NOBODY = await hashPassword(randomBytes(16).toString('hex'))

export type SignedIn = { readonly token: string; readonly expires: Date; readonly account: store.AccountRow }

/** Checks a name and password and opens a session. Counts failures; the fifth in a row locks the account for a while. */
export async function signIn(db: Db, ctx: Context, username: string, password: string): Promise<SignedIn | Refusal> {
  const found = await store.findByUsername(db, username)
  const right = await verifyPassword(password, found?.password_hash ?? NOBODY)
  if (!found) return WRONG
  return inTransaction(db, async (tx) => {
    const account = (await store.lockAccount(tx, found.id))!
    if (mayTry(account, ctx.now)) return WRONG
    if (!right || !account.active || account.password_hash !== found.password_hash) {
      await noteFailure(tx, ctx, account)
      return WRONG
    }
    return openSession(tx, ctx, account)
  })
}

/** A session for who has proved to be the person of this account; `detail` says how, where it was not by password. */
export async function openSession(
  tx: Tx,
  ctx: Context,
  account: store.AccountRow,
  detail?: LedgerEntry['detail'],
): Promise<SignedIn> {
  await store.noteSignIn(tx, account.id, ctx.now)
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(ctx.now.getTime() + SESSION_HOURS * 3_600_000)
  await store.insertSession(tx, sha256(token), account.id, ctx.now, expires)
  // From here on it is known who acts.
  const self = { ...ctx, actor: { ...ctx.actor, id: account.id, nama: account.nama } }
  await record(tx, self, { office: 'sistem', act: 'pengguna.masuk', subject: `pengguna/${account.username}`, detail })
  return { token, expires, account }
}

export async function noteFailure(tx: Tx, ctx: Context, account: store.AccountRow): Promise<void> {
  const { failures, lockedUntil } = afterFailure(account, ctx.now)
  await store.noteAttempt(tx, account.id, failures, lockedUntil)
  if (lockedUntil) await record(tx, ctx, { office: 'sistem', act: 'pengguna.terkunci', subject: `pengguna/${account.username}` })
}

export function signOut(db: Db, ctx: Context, token: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    await store.deleteSession(tx, sha256(token))
    await record(tx, ctx, { office: 'sistem', act: 'pengguna.keluar', subject: `pengguna/${ctx.actor.id}` })
  })
}

/** Creates an account with a one-time password, returned once and never stored. */
export async function createAccount(
  db: Db,
  ctx: Context,
  wanted: NewAccount,
  password = makePassword(),
): Promise<{ id: string; password: string } | Refusal> {
  const hash = await hashPassword(password)
  try {
    return await inTransaction(db, (tx) =>
      addAccount(tx, ctx, wanted, hash, true).then((r) => (isRefusal(r) ? r : { ...r, password })),
    )
  } catch (error) {
    return broken(error, wanted)
  }
}

/** A constraint of the table as a refusal; whatever else broke is thrown on. */
function broken(error: unknown, { username, pegawai }: { username: string; pegawai?: string | null }): Refusal {
  if (violates(error, 'account_username_key'))
    return refuse('BENTROK', `Nama pengguna ${username} sudah dipakai.`, { field: 'username' })
  if (violates(error, 'account_pegawai_id_key')) return refuse('BENTROK', 'Pegawai itu sudah mempunyai akun.', { field: 'pegawai' })
  if (violates(error, 'account_pegawai_id_fkey'))
    return refuse('TIDAK_VALID', `Pegawai ${pegawai} tidak dikenal.`, { field: 'pegawai' })
  throw error
}

export async function addAccount(
  tx: Tx,
  ctx: Context,
  wanted: NewAccount,
  hash: string,
  mustChange: boolean,
): Promise<{ id: string } | Refusal> {
  const id = ctx.newId()
  const { username, nama, administrator } = wanted
  await store.insertAccount(tx, {
    id,
    username,
    nama,
    administrator,
    pegawai: wanted.pegawai ?? null,
    hash,
    mustChange,
    now: ctx.now,
  })
  await record(tx, ctx, {
    office: 'sistem',
    act: 'pengguna.buat',
    subject: `pengguna/${username}`,
    detail: { administrator, pegawai: wanted.pegawai ?? null },
  })
  return { id }
}

/** An administrator gives a new one-time password: it must be changed at the next sign-in; all sessions end and all passkeys go. */
export async function resetPassword(
  db: Db,
  ctx: Context,
  username: string,
  password = makePassword(),
): Promise<{ password: string } | Refusal> {
  const hash = await hashPassword(password)
  return inTransaction(db, async (tx) => {
    const account = await store.findByUsername(tx, username)
    if (!account) return refuse('TIDAK_DITEMUKAN', `Akun ${username} tidak ada.`)
    await store.savePassword(tx, account.id, hash, true)
    await store.endSessions(tx, account.id)
    const detail = { kunciSandi: await store.deletePasskeys(tx, account.id) }
    await record(tx, ctx, { office: 'sistem', act: 'pengguna.atur-ulang', subject: `pengguna/${username}`, detail })
    return { password }
  })
}

/** The owner's own change: the old password is asked again, other sessions end. */
export async function changePassword(
  db: Db,
  ctx: Context,
  username: string,
  old: string,
  fresh: string,
  keep: string,
): Promise<{ username: string } | Refusal> {
  const account = await store.findByUsername(db, username)
  const blocked = account ? mayTry(account, ctx.now) : WRONG
  if (blocked || !account) return blocked ?? WRONG
  if (!(await verifyPassword(old, account.password_hash)))
    return inTransaction(db, async (tx) => {
      const latest = (await store.lockAccount(tx, account.id))!
      const since = mayTry(latest, ctx.now)
      if (since) return since
      await noteFailure(tx, ctx, latest)
      return refuse('TIDAK_VALID', 'Kata sandi lama salah.', { field: 'lama' })
    })
  const weak =
    old === fresh
      ? refuse('TIDAK_VALID', 'Kata sandi baru harus berbeda dari yang lama.', { field: 'baru' })
      : checkPassword(fresh, username)
  if (weak) return weak
  const hash = await hashPassword(fresh)
  return inTransaction(db, async (tx) => {
    // An administrator's reset that came in between wins: whoever only knew the old password is out.
    if ((await store.lockAccount(tx, account.id))!.password_hash !== account.password_hash)
      return refuse('BENTROK', 'Kata sandi ini baru saja diganti dari tempat lain. Masuk lagi dengan kata sandi yang baru.')
    await store.savePassword(tx, account.id, hash, false)
    await store.endSessions(tx, account.id, sha256(keep))
    await record(tx, ctx, { office: 'sistem', act: 'pengguna.ganti-sandi', subject: `pengguna/${username}` })
    return { username }
  })
}

/** The password again, in a session that is open; `wrong` is said where it is not the one. Failures count as those of signing in. */
export async function confirmPassword(db: Db, ctx: Context, password: string, wrong: Refusal): Promise<Refusal | undefined> {
  const account = await store.findById(db, ctx.actor.id)
  if (!account) return WRONG
  const blocked = mayTry(account, ctx.now)
  if (blocked) return blocked
  if (await verifyPassword(password, account.password_hash)) return undefined
  return inTransaction(db, async (tx) => {
    const latest = (await store.lockAccount(tx, account.id))!
    const since = mayTry(latest, ctx.now)
    if (since) return since
    await noteFailure(tx, ctx, latest)
    return wrong
  })
}

/** The NIK by which a signing service elsewhere knows a person: sealed, and not in the ledger either. */
export async function recordNik(
  db: Db,
  ctx: Context,
  vault: Vault,
  username: string,
  nik: string,
): Promise<{ username: string } | Refusal> {
  const wrong = checkNik(nik)
  if (wrong) return wrong
  return inTransaction(db, async (tx) => {
    const account = await store.findByUsername(tx, username)
    if (!account) return refuse('TIDAK_DITEMUKAN', `Akun ${username} tidak ada.`)
    await saveNik(tx, vault, account.id, nik, ctx.now)
    await record(tx, ctx, { office: 'sistem', act: 'pengguna.catat-nik', subject: `pengguna/${username}` })
    return { username }
  })
}

/** Name, person, administrator, active, forced change: what is not named stays. Whoever is shut out is out at once. */
export async function changeAccount(
  tx: Tx,
  ctx: Context,
  username: string,
  change: ChangedAccount,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const found = await store.findByUsername(tx, username)
  const account = found && (await store.lockAccount(tx, found.id))
  if (!account) return refuse('TIDAK_DITEMUKAN', `Akun ${username} tidak ada.`)
  const now = standing(account)
  if (account.version !== seen) return outdatedVersion({ ...now, version: account.version }, change)
  const denied = mayChange(account, change, ctx.actor.id, await store.otherAdministrators(tx, account.id))
  if (denied) return denied
  const then = { ...now, ...change }
  try {
    await undoable(tx, () =>
      store.saveAccount(tx, {
        id: account.id,
        nama: then.nama,
        pegawai_id: then.pegawai ?? null,
        administrator: then.administrator,
        active: then.aktif,
        must_change_password: then.gantiSandi,
        version: seen + 1,
      }),
    )
  } catch (error) {
    return broken(error, { username, pegawai: change.pegawai })
  }
  if (!then.aktif) await store.endSessions(tx, account.id)
  const act = then.aktif === now.aktif ? 'ubah' : then.aktif ? 'aktifkan' : 'nonaktifkan'
  await record(tx, ctx, {
    office: 'sistem',
    act: `pengguna.${act}`,
    subject: `pengguna/${username}`,
    detail: { sebelum: now, sesudah: then },
  })
  return { version: seen + 1 }
}

const standing = (a: store.AccountRow) => ({
  nama: a.nama,
  pegawai: a.pegawai_id,
  administrator: a.administrator,
  aktif: a.active,
  gantiSandi: a.must_change_password,
})

/** Undoes a lock-out before its quarter of an hour is over, or ends every session of an account: for an administrator. */
export async function release(
  tx: Tx,
  ctx: Context,
  username: string,
  what: 'buka-kunci' | 'akhiri-sesi',
): Promise<{ username: string } | Refusal> {
  const account = await store.findByUsername(tx, username)
  if (!account) return refuse('TIDAK_DITEMUKAN', `Akun ${username} tidak ada.`)
  if (what === 'buka-kunci') await store.noteAttempt(tx, account.id, 0, null)
  else await store.endSessions(tx, account.id)
  await record(tx, ctx, { office: 'sistem', act: `pengguna.${what}`, subject: `pengguna/${username}` })
  return { username }
}
