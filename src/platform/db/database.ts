// The one way to the database. SQL is written as SQL (kysely's `sql` template), the transaction is in the type:
// a function that takes `Tx` can only be called inside one.
import { CompiledQuery, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Day } from '../kernel/time.ts'

export { sql }
export type Db = Kysely<Record<string, never>>
export type Tx = Transaction<Record<string, never>>
export type Statement = RawBuilder<unknown>

// date stays 'yyyy-mm-dd', numeric and int8 stay exact text; timestamps become ISO 8601 in UTC.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

export type Connection = { readonly url: string } | { readonly host: string; readonly database: string }

/** A pool over the database; `idle` is how long an unused connection is kept, in milliseconds. */
export function connectDatabase(to: Connection, max = 10, idle = 10_000): Db {
  const where = 'url' in to ? { connectionString: to.url } : { host: to.host, user: 'selaras', database: to.database }
  const pool = new pg.Pool({ ...where, max, idleTimeoutMillis: idle, options: '-c timezone=UTC -c datestyle=ISO' })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const named = { connect: async () => naming(await pool.connect()), end: () => pool.end() }
  return new Kysely({ dialect: new PostgresDialect({ pool: named as unknown as pg.Pool }) })
}

/**
 * A statement that begins with `-- prepared: name` is parsed and planned once a connection. For the few look-ups that
 * every request makes: there the planning takes longer than the answer. Not for statements with optional filters,
 * which PostgreSQL plans better each time.
 */
const PREPARED = /^\s*-- prepared: ([a-z-]+)\n/
const wrapped = new WeakMap<pg.PoolClient, object>()

function naming(client: pg.PoolClient): object {
  const known = wrapped.get(client)
  if (known) return known
  const query = (text: unknown, values?: unknown[]) => {
    const name = typeof text === 'string' ? PREPARED.exec(text)?.[1] : undefined
    return name ? client.query({ name, text: text as string, values }) : client.query(text as string, values)
  }
  const wrapper = { query, release: () => client.release() }
  wrapped.set(client, wrapper)
  return wrapper
}

const RETRYABLE = new Set(['40001', '40P01'])

/** Runs `work` in one transaction; a serialization failure or deadlock is tried again, at most three times. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === 3 || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

/** Runs `work` as a transaction would, and takes all of it back: what would come of it, with nothing kept. */
export async function undone<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done: { result?: T } = {}
  class Undo extends Error {}
  try {
    await inTransaction(db, async (tx) => {
      done.result = await work(tx)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  return done.result as T
}

/** A consistent view over several reads: one snapshot, read only. */
export function inSnapshot<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

/** What holds on a day, both ends included, in a table with `berlaku_dari` and `berlaku_sampai`; nothing where there is no day. */
export const validOn = (alias: string, day: Day | null): Statement =>
  sql`${sql.ref(`${alias}.berlaku_dari`)} <= ${day} and (${sql.ref(`${alias}.berlaku_sampai`)} is null or ${sql.ref(`${alias}.berlaku_sampai`)} >= ${day})`

export async function many<T>(on: Db, statement: RawBuilder<T>): Promise<T[]> {
  return (await statement.execute(on)).rows as T[]
}

/** SQL that another library has written, over our own connections. */
export async function runWritten(db: Db, text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...values]))
  return { rows }
}

export async function maybe<T>(on: Db, statement: RawBuilder<T>): Promise<T | undefined> {
  return (await many(on, statement))[0]
}

/** The one row that must be there: its absence is a bug, not a refusal. */
export async function one<T>(on: Db, statement: RawBuilder<T>): Promise<T> {
  const row = await maybe(on, statement)
  if (row === undefined) throw new Error('expected a row')
  return row
}

/** True where `error` is PostgreSQL's refusal by the named constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return (error as { constraint?: string }).constraint === constraint
}

/** Where a constraint breaks, only `work` is undone and not the whole transaction, so that the caller can still refuse. */
export async function undoable<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint undoable`.execute(tx)
  let done: T
  try {
    done = await work()
  } catch (error) {
    await sql`rollback to savepoint undoable`.execute(tx)
    throw error
  }
  await sql`release savepoint undoable`.execute(tx)
  return done
}
