// Passkeys: adding, naming and removing them, signing in with one, and proving with one who signs. A challenge is spent in a
// transaction of its own before anything is verified, so that no failure leaves it to be tried again.
import { record } from '../platform/audit/ledger.ts'
import { type Db, inTransaction, type Tx, undoable, violates } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { NewPasskeyAnswer, PasskeyAnswer } from '../platform/kernel/passkey.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { confirmPassword, noteFailure, openSession, type SignedIn } from './commands.ts'
import {
  bindingOf,
  KUNCI_SANDI_MAKS,
  mayAnswer,
  type NaskahDilihat,
  PERMINTAAN_MINUTES,
  type Permintaan,
  SALAH_KUNCI_SANDI as SALAH,
  type Tujuan,
  wentBack,
} from './kunci-sandi.ts'
import { askForNew, askForUse, challengeOf, isFault, type Origin, readNew, readUse } from './passkey.ts'
import { mayTry } from './pengguna.ts'
import * as store from './store.ts'

const TIMEOUT = PERMINTAAN_MINUTES * 60_000
/** What a challenge is given for, and to whom: nobody is known before signing in. */
type Purpose = { readonly tujuan: Tujuan; readonly akun: string | null; readonly binding: string }
const signingIn: Purpose = { tujuan: 'MASUK', akun: null, binding: '' }
const adding = (ctx: Context): Purpose => ({ tujuan: 'TAMBAH', akun: ctx.actor.id, binding: '' })
const signing = (ctx: Context, naskah: readonly NaskahDilihat[]): Purpose => ({
  tujuan: 'TANDA_TANGAN',
  akun: ctx.actor.id,
  binding: bindingOf(naskah),
})

async function give(
  db: Db,
  ctx: Context,
  { tujuan, akun, binding }: Purpose,
  options: { readonly challenge: string },
): Promise<Permintaan> {
  const expires = new Date(ctx.now.getTime() + TIMEOUT)
  const given = { challenge: options.challenge, purpose: tujuan, account_id: akun, binding, expires }
  await inTransaction(db, (tx) => store.insertChallenge(tx, given, ctx.now))
  return { ...options }
}

/** Spends the challenge of an answer; a repetition is refused, and stands in the ledger. */
function spend(
  db: Db,
  ctx: Context,
  answer: PasskeyAnswer | NewPasskeyAnswer,
  { tujuan, akun, binding }: Purpose,
): Promise<string | Refusal> {
  return inTransaction(db, async (tx) => {
    const challenge = challengeOf(answer)
    if (challenge === undefined) return SALAH.TAK_TERBACA
    const given = await store.lockChallenge(tx, challenge)
    if (given?.used_at) {
      await store.forgetChallenge(tx, challenge)
      const owner = given.account_id ?? (await store.findByCredential(tx, answer.id))?.account_id
      await recordRefused(tx, ctx, owner && (await store.findById(tx, owner)), SALAH.ULANGAN)
      return SALAH.ULANGAN
    }
    if (given) await store.spendChallenge(tx, challenge, ctx.now)
    return mayAnswer(given, { tujuan, akun, binding }, ctx.now) ?? challenge
  })
}

const recordRefused = (tx: Tx, ctx: Context, account: Pick<store.AccountRow, 'username'> | '' | undefined, why: Refusal) =>
  record(tx, ctx, {
    office: 'sistem',
    act: 'pengguna.tolak-kunci-sandi',
    subject: account ? `pengguna/${account.username}` : 'kunci-sandi',
    note: why.detail,
  })

/** Verifies what a key signed, and goes on in the transaction that notes its use. What proves nothing counts against the account. */
async function use<T>(
  db: Db,
  site: Origin,
  ctx: Context,
  key: store.PasskeyRow,
  challenge: string,
  answer: PasskeyAnswer,
  then: (tx: Tx, account: store.AccountRow) => Promise<T>,
): Promise<T | Refusal> {
  const owner = answer.response.userHandle
  const read =
    owner && Buffer.from(owner, 'base64url').toString() !== key.account_id
      ? 'BUKTI'
      : await readUse(site, challenge, { ...key, publicKey: key.public_key }, answer)
  return inTransaction(db, async (tx) => {
    const account = (await store.lockAccount(tx, key.account_id))!
    const blocked = mayTry(account, ctx.now)
    if (blocked) return blocked
    const failed = async (why: Refusal) => {
      await noteFailure(tx, ctx, account)
      if (why === SALAH.SALINAN) await recordRefused(tx, ctx, account, why)
      return why
    }
    if (isFault(read)) return failed(SALAH[read])
    // Read again under the lock: of two answers with one counter the second is late.
    const now = await store.findByCredential(tx, key.credential)
    if (!now) return SALAH.MILIK_LAIN
    if (wentBack(Number(now.counter), read.counter)) return failed(SALAH.SALINAN)
    await store.notePasskeyUse(tx, key.id, read.counter, ctx.now)
    return then(tx, account)
  })
}

/** For whoever wants to sign in: a key that the device has for this site names the account by itself. */
export async function askToSignIn(db: Db, site: Origin, ctx: Context) {
  return give(db, ctx, signingIn, await askForUse(site, [], TIMEOUT))
}

/** Opens a session with a passkey, by the rules of signing in with a password. */
export async function signInByPasskey(db: Db, site: Origin, ctx: Context, answer: PasskeyAnswer): Promise<SignedIn | Refusal> {
  const challenge = await spend(db, ctx, answer, signingIn)
  if (isRefusal(challenge)) return challenge
  const key = await store.findByCredential(db, answer.id)
  if (!key) return SALAH.TAK_MASUK
  const done = await use(db, site, ctx, key, challenge, answer, async (tx, account) =>
    account.active ? openSession(tx, ctx, account, { kunciSandi: key.name }) : SALAH.TAK_MASUK,
  )
  // What is wrong with the device or the address may be said; what is wrong with the account not.
  const said: readonly unknown[] = [SALAH.ASAL, SALAH.PEMILIK, SALAH.SALINAN]
  return isRefusal(done) && !said.includes(done) ? SALAH.TAK_MASUK : done
}

/** For who is about to sign exactly these papers, as they were seen. */
export async function askToSign(db: Db, site: Origin, ctx: Context, naskah: readonly NaskahDilihat[]) {
  const keys = await store.listPasskeys(db, ctx.actor.id)
  if (!keys.length)
    return refuse('DITOLAK_ATURAN', 'Akun Anda belum punya kunci sandi. Tambahkan di menu akun, atau pakai kata sandi.', {
      rule: 'kunci-sandi',
    })
  return give(db, ctx, signing(ctx, naskah), await askForUse(site, keys, TIMEOUT))
}

/** Undefined where the actor has proved, with a passkey of his own, that he signs exactly these papers. */
export async function proveByPasskey(
  db: Db,
  site: Origin,
  ctx: Context,
  naskah: readonly NaskahDilihat[],
  answer: PasskeyAnswer,
): Promise<Refusal | undefined> {
  const account = await store.findById(db, ctx.actor.id)
  const blocked = account && mayTry(account, ctx.now)
  if (blocked) return blocked
  const challenge = await spend(db, ctx, answer, signing(ctx, naskah))
  if (isRefusal(challenge)) return challenge
  const key = await store.findByCredential(db, answer.id)
  if (key?.account_id === ctx.actor.id) return use(db, site, ctx, key, challenge, answer, async () => undefined)
  return inTransaction(db, async (tx) => {
    const mine = await store.lockAccount(tx, ctx.actor.id)
    if (mine) await noteFailure(tx, ctx, mine)
    return SALAH.MILIK_LAIN
  })
}

/** For who adds a passkey: says the password again. */
export async function askToAdd(db: Db, site: Origin, ctx: Context, password: string) {
  const wrong = refuse('TIDAK_VALID', 'Kata sandi salah. Kunci sandi belum ditambahkan.', { field: 'sandi' })
  const denied = await confirmPassword(db, ctx, password, wrong)
  if (denied) return denied
  const account = (await store.findById(db, ctx.actor.id))!
  const has = await store.listPasskeys(db, account.id)
  return has.length >= KUNCI_SANDI_MAKS ? FULL : give(db, ctx, adding(ctx), await askForNew(site, account, has, TIMEOUT))
}

const FULL = refuse(
  'DITOLAK_ATURAN',
  `Satu akun paling banyak punya ${KUNCI_SANDI_MAKS} kunci sandi. Hapus yang tidak dipakai lagi dahulu.`,
  { rule: 'kunci-sandi' },
)

export async function addPasskey(
  db: Db,
  site: Origin,
  ctx: Context,
  name: string,
  answer: NewPasskeyAnswer,
): Promise<{ id: string } | Refusal> {
  const challenge = await spend(db, ctx, answer, adding(ctx))
  if (isRefusal(challenge)) return challenge
  const made = await readNew(site, challenge, answer)
  if (isFault(made)) return SALAH[made]
  return inTransaction(db, async (tx) => {
    const account = (await store.lockAccount(tx, ctx.actor.id))!
    if ((await store.listPasskeys(tx, account.id)).length >= KUNCI_SANDI_MAKS) return FULL
    const { publicKey, ...rest } = made
    const id = ctx.newId()
    const key = { ...rest, id, account_id: account.id, name, public_key: publicKey, transports: [...made.transports] }
    const taken = await unlessTaken(tx, name, () => store.insertPasskey(tx, key, ctx.now))
    if (isRefusal(taken)) return taken
    await record(tx, ctx, lineOf('tambah', account.username, { id, nama: name }))
    return { id }
  })
}

export function renamePasskey(db: Db, ctx: Context, id: string, name: string): Promise<{ id: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    const account = (await store.lockAccount(tx, ctx.actor.id))!
    const done = await unlessTaken(tx, name, () => store.renamePasskey(tx, account.id, id, name))
    if (isRefusal(done)) return done
    if (!done) return MISSING
    await record(tx, ctx, lineOf('namai', account.username, { id, sebelum: done.before, sesudah: name }))
    return { id }
  })
}

export async function removeOwnPasskey(db: Db, ctx: Context, id: string): Promise<{ id: string } | Refusal> {
  return removeFrom(db, ctx, await store.findById(db, ctx.actor.id), id)
}

/** By an administrator, in an emergency. */
export async function removePasskey(db: Db, ctx: Context, username: string, id: string): Promise<{ id: string } | Refusal> {
  return removeFrom(db, ctx, await store.findByUsername(db, username), id)
}

/** What was signed with it stands. */
function removeFrom(db: Db, ctx: Context, account: store.AccountRow | undefined, id: string): Promise<{ id: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    const gone = account && (await store.deletePasskey(tx, account.id, id))
    if (!gone) return MISSING
    await record(tx, ctx, lineOf('hapus', account.username, { id, nama: gone.name }))
    return { id }
  })
}

const MISSING = refuse('TIDAK_DITEMUKAN', 'Kunci sandi itu tidak ada pada akun ini. Mungkin sudah dihapus.')
const lineOf = (verb: string, username: string, detail: Record<string, string>) => ({
  office: 'sistem',
  act: `pengguna.${verb}-kunci-sandi` as const,
  subject: `pengguna/${username}`,
  detail,
})

async function unlessTaken<T>(tx: Tx, name: string, save: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await undoable(tx, save)
  } catch (error) {
    if (violates(error, 'an_owner_names_each_passkey_once'))
      return refuse('BENTROK', `Anda sudah punya kunci sandi bernama ${name}. Beri nama lain.`, { field: 'nama' })
    if (violates(error, 'passkey_credential_key')) return refuse('BENTROK', 'Kunci sandi itu sudah terdaftar di program ini.')
    throw error
  }
}
