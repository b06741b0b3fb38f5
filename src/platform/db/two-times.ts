// Two times of rows that are overwritten: a trigger keeps what they said before (`keep_what_was_known`, ADR 0007).
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'

/** Everything that this transaction records is known from this instant on. */
export async function recordsAt(tx: Tx, now: Date): Promise<void> {
  await sql`select set_config('selaras.recorded_at', ${now.toISOString()}, true)`.execute(tx)
}

/** The rows of a table as they stand, or as they were known at an instant; to be selected from. */
export function asKnown(table: string, history: string, at: string | null): RawBuilder<unknown> {
  if (at === null) return sql.table(table)
  const row = sql`jsonb_populate_record(null::${sql.table(table)}, h.isi)`
  return sql`(select * from ${sql.table(table)} where recorded_at <= ${at}
    union all select x.* from ${sql.table(history)} h cross join lateral ${row} x
      where h.tabel = ${table} and h.recorded_at <= ${at} and h.superseded_at > ${at})`
}
