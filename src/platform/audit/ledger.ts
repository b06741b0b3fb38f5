// The ledger: every act writes one line here, in its own transaction, chained to the line before it in its office.

import { type Db, inTransaction, many, maybe, one, sql, type Tx } from '../db/database.ts'
import type { Perbuatan } from '../kernel/acts.ts'
import { canonical, type Json, sha256 } from '../kernel/canonical.ts'
import type { Context } from '../kernel/context.ts'

export type LedgerEntry = {
  /** The office whose chain the line lengthens: a unit code, or `sistem`. */
  readonly office: string
  /** room.verb, as in the permission table. */
  readonly act: Perbuatan
  /** What it was done to: `perjanjian-kinerja/dki.jakpus/2024/1`. */
  readonly subject: string
  /** The status reached by the act. */
  readonly status?: string
  readonly note?: string
  /** Whatever a reader needs to see what changed: before and after, or a digest of a file. */
  readonly detail?: Json
}
export type Line = Required<Omit<LedgerEntry, 'status' | 'note' | 'detail'>> & {
  readonly seq: string
  readonly at: string
  readonly actor: string
  readonly status: string | null
  readonly note: string | null
  readonly detail: string
  readonly previous: string
  readonly hash: string
}

export const FIRST = '0'.repeat(64)

/** The hash of a line: SHA-256 over the canonical JSON of everything in it but the hash itself. */
export function lineHash(line: Omit<Line, 'hash'>): string {
  const { office, seq, at, actor, act, subject, status, note, detail, previous } = line
  return sha256(canonical({ office, seq, at, actor, act, subject, status, note, detail, previous }))
}

/** Writes one line. Acts of one office wait for each other here, so that its chain has no fork. */
export async function record(tx: Tx, ctx: Context, entry: LedgerEntry): Promise<void> {
  await sql`insert into ledger_head (office, seq, hash) values (${entry.office}, 0, ${FIRST}) on conflict do nothing`.execute(tx)
  const head = await one(
    tx,
    sql<{ seq: string; hash: string }>`select seq, hash from ledger_head where office = ${entry.office} for update`,
  )
  const line = {
    office: entry.office,
    seq: String(BigInt(head.seq) + 1n),
    at: ctx.now.toISOString(),
    actor: ctx.actor.id,
    act: entry.act,
    subject: entry.subject,
    status: entry.status ?? null,
    note: entry.note ?? null,
    detail: canonical(entry.detail ?? null),
    previous: head.hash,
  }
  const hash = lineHash(line)
  await sql`insert into ledger (office, seq, at, actor, act, subject, status, note, detail, previous, hash)
    values (${line.office}, ${line.seq}, ${line.at}, ${line.actor}, ${line.act}, ${line.subject}, ${line.status}, ${line.note},
      ${line.detail}, ${line.previous}, ${hash})`.execute(tx)
  await sql`update ledger_head set seq = ${line.seq}, hash = ${hash} where office = ${line.office}`.execute(tx)
}

type Anchor = { seq: string; at: string; heads: string; previous: string; hash: string }

export function anchorHash(anchor: Omit<Anchor, 'hash'>): string {
  const { seq, at, heads, previous } = anchor
  return sha256(canonical({ seq, at, heads, previous }))
}

/** Links the heads that moved since the last anchor into the chain of anchors. */
export function anchor(db: Db, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    await sql`lock table ledger_anchor in exclusive mode`.execute(tx)
    type Head = { office: string; seq: string; hash: string }
    const moved = await many(tx, sql<Head>`update ledger_head set anchored = seq where seq > anchored returning office, seq, hash`)
    if (!moved.length) return
    const heads = canonical(Object.fromEntries(moved.map((h) => [h.office, [h.seq, h.hash]])))
    const last = await maybe(tx, sql<Anchor>`select * from ledger_anchor order by seq desc limit 1`)
    const next = { seq: String(BigInt(last?.seq ?? 0) + 1n), at: now.toISOString(), heads, previous: last?.hash ?? FIRST }
    await sql`insert into ledger_anchor (seq, at, heads, previous, hash)
      values (${next.seq}, ${next.at}, ${next.heads}, ${next.previous}, ${anchorHash(next)})`.execute(tx)
  })
}

export type LedgerFilter = {
  readonly office?: string
  /** A thing, or all below it: `pengukuran/dki.jakpus`. */
  readonly subject?: string
  /** An act, or all of a room: `pengguna.masuk`, `pengguna`. */
  readonly act?: string
  /** Some acts out of a room. */
  readonly acts?: readonly string[]
  readonly actors?: readonly string[]
  /** From the first instant on, before the second. */
  readonly from?: Date
  readonly until?: Date
  readonly before?: { at: string; office: string; seq: string }
}

/** The newest lines first, at most `limit`. */
export function listLines(db: Db, filter: LedgerFilter, limit: number): Promise<Line[]> {
  const { office = null, subject = null, act = null, acts = null, actors = null, from = null, until = null, before } = filter
  return many(
    db,
    sql<Line>`select * from ledger
      where (${office}::text is null or office = ${office})
        and (${subject}::text is null or subject = ${subject} or starts_with(subject, ${subject} || '/'))
        and (${act}::text is null or act = ${act} or starts_with(act, ${act} || '.'))
        and (${acts}::text[] is null or act = any(${acts}::text[]))
        and (${actors}::text[] is null or actor = any(${actors}::text[]))
        and (${from}::timestamptz is null or at >= ${from}) and (${until}::timestamptz is null or at < ${until})
        and (${before?.at ?? null}::timestamptz is null or (at, office, seq) < (${before?.at ?? null}, ${before?.office ?? null}, ${before?.seq ?? null}::bigint))
      order by at desc, office desc, seq desc limit ${limit}`,
  )
}

/** How many acts were done to one thing: it rises with every change of it, whatever part was changed. */
export async function countActs(on: Db, subject: string): Promise<number> {
  return (await one(on, sql<{ acts: number }>`select count(*)::int as acts from ledger where subject = ${subject}`)).acts
}

/** How many lines there are, up to where an anchor proves them, and how many acts came since. */
export async function ledgerState(db: Db): Promise<{ lines: number; since: number; anchor: { seq: string; at: string } | null }> {
  const { lines, since } = await one(
    db,
    sql<{ lines: number; since: number }>`
    select coalesce(sum(seq), 0)::float8 as lines, coalesce(sum(seq - anchored), 0)::float8 as since from ledger_head`,
  )
  const anchor = await maybe(db, sql<{ seq: string; at: string }>`select seq, at from ledger_anchor order by seq desc limit 1`)
  return { lines, since, anchor: anchor ?? null }
}
