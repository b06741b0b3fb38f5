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
  version: number
}

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

export function lockAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return maybe(tx, sql<AccountRow>`select * from account where id = ${id} for update`)
}

export function listAccounts(on: Db, after: string | undefined, limit: number): Promise<AccountRow[]> {
  return many(
    on,
    sql<AccountRow>`select * from account where (${after ?? null}::text is null or username > ${after ?? null}) order by username limit ${limit}`,
  )
}

export async function noteAttempt(tx: Tx, id: string, failures: number, lockedUntil: Date | null): Promise<void> {
  await sql`update account set failures = ${failures}, locked_until = ${lockedUntil} where id = ${id}`.execute(tx)
}

export async function savePassword(tx: Tx, id: string, hash: string, mustChange: boolean): Promise<void> {
  await sql`update account set password_hash = ${hash}, must_change_password = ${mustChange}, failures = 0, locked_until = null,
    version = version + 1 where id = ${id}`.execute(tx)
}

export async function setActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await sql`update account set active = ${active}, version = version + 1 where id = ${id}`.execute(tx)
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

/** All sessions of an account but one: after a new password the others end. */
export async function endSessions(tx: Tx, account: string, but: string | null = null): Promise<void> {
  await sql`delete from session where account_id = ${account} and token_hash is distinct from ${but}`.execute(tx)
}
