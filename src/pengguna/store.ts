// Every line of this room's SQL.
import { type Db, many, maybe, sql, type Tx } from '../platform/db/database.ts'

export type AccountRow = {
  id: string
  username: string
  pegawai_id: string | null
  nama: string
  administrator: boolean
  password_hash: string
  must_change_password: boolean
  active: boolean
  failures: number
  locked_until: string | null
  last_sign_in_at: string | null
  version: number
}
/** As a list shows it: without what concerns the password. */
export type ListedAccount = Omit<AccountRow, 'password_hash'> & { nama_pegawai: string | null; sessions: number }

export async function insertAccount(
  tx: Tx,
  a: {
    id: string
    username: string
    pegawai: string | null
    nama: string
    administrator: boolean
    hash: string
    mustChange: boolean
    now: Date
  },
): Promise<void> {
  await sql`insert into account (id, username, pegawai_id, nama, administrator, password_hash, must_change_password, created_at)
    values (${a.id}, ${a.username}, ${a.pegawai}, ${a.nama}, ${a.administrator}, ${a.hash}, ${a.mustChange}, ${a.now})`.execute(tx)
}

export function findByUsername(on: Db, username: string): Promise<AccountRow | undefined> {
  return maybe(on, sql<AccountRow>`select * from account where username = ${username}`)
}

export function findById(on: Db, id: string): Promise<AccountRow | undefined> {
  return maybe(on, sql<AccountRow>`select * from account where id::text = ${id}`)
}

export function lockAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return maybe(tx, sql<AccountRow>`select * from account where id = ${id} for update`)
}

const listed = (
  now: Date,
) => sql`select a.id, a.username, a.pegawai_id, a.nama, a.administrator, a.must_change_password, a.active, a.failures,
    a.locked_until, a.last_sign_in_at, a.version, p.nama as nama_pegawai,
    (select count(*)::int from session s where s.account_id = a.id and s.expires_at > ${now}) as sessions
  from account a left join pegawai p on p.id = a.pegawai_id`

export const KEADAAN = ['aktif', 'nonaktif', 'terkunci', 'administrator'] as const
export type AccountFilter = { cari?: string; keadaan?: (typeof KEADAAN)[number]; now: Date; after?: string; limit: number }

export function listAccounts(on: Db, { cari, keadaan, now, after, limit }: AccountFilter): Promise<ListedAccount[]> {
  return many(
    on,
    sql<ListedAccount>`${listed(now)}
    where (${cari ?? null}::text is null or a.username ilike '%' || ${cari ?? null} || '%' or a.nama ilike '%' || ${cari ?? null} || '%'
        or p.nama ilike '%' || ${cari ?? null} || '%')
      and case ${keadaan ?? ''}::text when 'aktif' then a.active when 'nonaktif' then not a.active
        when 'terkunci' then a.locked_until > ${now} when 'administrator' then a.administrator else true end
      and (${after ?? null}::text is null or a.username > ${after ?? null})
    order by a.username limit ${limit}`,
  )
}

export function findAccount(on: Db, username: string, now: Date): Promise<ListedAccount | undefined> {
  return maybe(on, sql<ListedAccount>`${listed(now)} where a.username = ${username}`)
}

/** Who else could still administer if this account no longer did; locked, so that two cannot leave at once. */
export async function otherAdministrators(tx: Tx, but: string): Promise<number> {
  const all = await many(tx, sql<{ id: string }>`select id from account where administrator and active order by id for update`)
  return all.filter(({ id }) => id !== but).length
}

export type Naming = { id: string; username: string; nama: string }

/** The accounts behind the ids of the ledger. */
export function namesOf(on: Db, ids: readonly string[]): Promise<Naming[]> {
  return many(on, sql<Naming>`select id, username, nama from account where id::text = any(${ids}::text[])`)
}

export function idsLike(on: Db, cari: string): Promise<{ id: string }[]> {
  return many(
    on,
    sql<{
      id: string
    }>`select id from account where username ilike '%' || ${cari} || '%' or nama ilike '%' || ${cari} || '%' limit 200`,
  )
}

export async function noteAttempt(tx: Tx, id: string, failures: number, lockedUntil: Date | null): Promise<void> {
  await sql`update account set failures = ${failures}, locked_until = ${lockedUntil} where id = ${id}`.execute(tx)
}

export async function savePassword(tx: Tx, id: string, hash: string, mustChange: boolean): Promise<void> {
  await sql`update account set password_hash = ${hash}, must_change_password = ${mustChange}, failures = 0, locked_until = null,
    version = version + 1 where id = ${id}`.execute(tx)
}

export type Kept = Pick<AccountRow, 'id' | 'nama' | 'pegawai_id' | 'administrator' | 'active' | 'must_change_password' | 'version'>

export async function saveAccount(tx: Tx, a: Kept): Promise<void> {
  await sql`update account set nama = ${a.nama}, pegawai_id = ${a.pegawai_id}, administrator = ${a.administrator}, active = ${a.active},
    must_change_password = ${a.must_change_password}, version = ${a.version} where id = ${a.id}`.execute(tx)
}

export async function noteSignIn(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update account set failures = 0, locked_until = null, last_sign_in_at = ${now} where id = ${id}`.execute(tx)
}

export async function insertSession(tx: Tx, tokenHash: string, account: string, now: Date, expires: Date): Promise<void> {
  await sql`delete from session where expires_at < ${now}`.execute(tx)
  await sql`insert into session (token_hash, account_id, created_at, expires_at, seen_at)
    values (${tokenHash}, ${account}, ${now}, ${expires}, ${now})`.execute(tx)
}

export type SessionRow = {
  account_id: string
  username: string
  nama: string
  pegawai_id: string | null
  administrator: boolean
  must_change_password: boolean
  active: boolean
  expires_at: string
  seen_at: string
}

export function findSession(on: Db, tokenHash: string): Promise<SessionRow | undefined> {
  return maybe(
    on,
    sql<SessionRow>`-- prepared: session
    select s.account_id, a.username, a.nama, a.pegawai_id, a.administrator, a.must_change_password, a.active,
    s.expires_at, s.seen_at from session s join account a on a.id = s.account_id where s.token_hash = ${tokenHash}`,
  )
}

export async function touchSession(on: Db, tokenHash: string, now: Date): Promise<void> {
  await sql`update session set seen_at = ${now} where token_hash = ${tokenHash}`.execute(on)
}

export async function deleteSession(on: Db, tokenHash: string): Promise<void> {
  await sql`delete from session where token_hash = ${tokenHash}`.execute(on)
}

export type OpenSession = { created_at: string; seen_at: string; expires_at: string }

export function openSessions(on: Db, account: string, now: Date): Promise<OpenSession[]> {
  return many(
    on,
    sql<OpenSession>`select created_at, seen_at, expires_at from session where account_id = ${account} and expires_at > ${now}
    order by seen_at desc limit 50`,
  )
}

/** All sessions of an account but one: after a new password the others end. */
export async function endSessions(tx: Tx, account: string, but: string | null = null): Promise<void> {
  await sql`delete from session where account_id = ${account} and token_hash is distinct from ${but}`.execute(tx)
}

export type PasskeyRow = {
  id: string
  account_id: string
  name: string
  credential: string
  public_key: Uint8Array
  /** int8, as text. */
  counter: string
  transports: string[]
  created_at: string
  last_used_at: string | null
}

export function listPasskeys(on: Db, account: string): Promise<PasskeyRow[]> {
  return many(on, sql<PasskeyRow>`select * from passkey where account_id::text = ${account} order by created_at, id`)
}

export function findByCredential(on: Db, credential: string): Promise<PasskeyRow | undefined> {
  return maybe(on, sql<PasskeyRow>`select * from passkey where credential = ${credential}`)
}

export async function insertPasskey(
  tx: Tx,
  key: Omit<PasskeyRow, 'counter' | 'created_at' | 'last_used_at'> & { counter: number },
  now: Date,
): Promise<void> {
  await sql`insert into passkey (id, account_id, name, credential, public_key, counter, transports, created_at)
    values (${key.id}, ${key.account_id}, ${key.name}, ${key.credential}, ${key.public_key}, ${key.counter}, ${key.transports}, ${now})`.execute(
    tx,
  )
}

export function renamePasskey(tx: Tx, account: string, id: string, name: string): Promise<{ before: string } | undefined> {
  return maybe(
    tx,
    sql<{ before: string }>`update passkey p set name = ${name} from passkey old
    where p.id = ${id} and old.id = p.id and p.account_id = ${account} returning old.name as before`,
  )
}

export function deletePasskey(tx: Tx, account: string, id: string): Promise<{ name: string } | undefined> {
  return maybe(tx, sql<{ name: string }>`delete from passkey where id = ${id} and account_id = ${account} returning name`)
}

/** All of an account, by their names. */
export async function deletePasskeys(tx: Tx, account: string): Promise<string[]> {
  const rows = await many(tx, sql<{ name: string }>`delete from passkey where account_id = ${account} returning name`)
  return rows.map((row) => row.name).sort()
}

export async function notePasskeyUse(tx: Tx, id: string, counter: number, now: Date): Promise<void> {
  await sql`update passkey set counter = ${counter}, last_used_at = ${now} where id = ${id}`.execute(tx)
}

export type ChallengeRow = {
  challenge: string
  purpose: string
  account_id: string | null
  binding: string
  expires_at: string
  used_at: string | null
}

/** A new one; those that have expired for a day are forgotten, so that a repetition is told from nonsense until then. */
export async function insertChallenge(
  tx: Tx,
  c: Pick<ChallengeRow, 'challenge' | 'purpose' | 'account_id' | 'binding'> & { expires: Date },
  now: Date,
): Promise<void> {
  await sql`delete from passkey_challenge where expires_at < ${now}::timestamptz - interval '1 day'`.execute(tx)
  await sql`insert into passkey_challenge (challenge, purpose, account_id, binding, expires_at)
    values (${c.challenge}, ${c.purpose}, ${c.account_id}, ${c.binding}, ${c.expires})`.execute(tx)
}

export function lockChallenge(tx: Tx, challenge: string): Promise<ChallengeRow | undefined> {
  return maybe(tx, sql<ChallengeRow>`select * from passkey_challenge where challenge = ${challenge} for update`)
}

export async function spendChallenge(tx: Tx, challenge: string, now: Date): Promise<void> {
  await sql`update passkey_challenge set used_at = ${now} where challenge = ${challenge}`.execute(tx)
}

/** Forgotten once its repetition is on record: who goes on repeating it writes no further line. */
export async function forgetChallenge(tx: Tx, challenge: string): Promise<void> {
  await sql`delete from passkey_challenge where challenge = ${challenge}`.execute(tx)
}
