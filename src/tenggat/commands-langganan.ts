// The address of one's own calendar: made, made anew (the one before no longer works), revoked.
import { randomBytes } from 'node:crypto'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import * as store from './store.ts'

/** The secret part of the address: told once, kept as its hash. */
export async function makeLangganan(tx: Tx, ctx: Context, seen: number): Promise<{ token: string; version: number } | Refusal> {
  const before = await lockOwn(tx, ctx, seen)
  if (isRefusal(before)) return before
  const token = randomBytes(32).toString('base64url')
  const version = await store.saveLangganan(tx, ctx.actor.id, sha256(token), ctx.now)
  await tell(tx, ctx, before.sejak === null ? 'buat' : 'perbarui')
  return { token, version }
}

export async function revokeLangganan(tx: Tx, ctx: Context, seen: number): Promise<{ version: number } | Refusal> {
  const before = await lockOwn(tx, ctx, seen)
  if (isRefusal(before)) return before
  if (before.sejak === null) return refuse('BENTROK', 'Tidak ada alamat kalender yang berlaku.')
  const version = await store.saveLangganan(tx, ctx.actor.id, null, ctx.now)
  await tell(tx, ctx, 'cabut')
  return { version }
}

async function lockOwn(tx: Tx, ctx: Context, seen: number): Promise<{ sejak: string | null } | Refusal> {
  const before = await store.lockLangganan(tx, ctx.actor.id)
  const version = before?.version ?? 0
  return version === seen ? { sejak: before?.dibuat ?? null } : outdatedVersion({ version }, null)
}

const tell = (tx: Tx, ctx: Context, act: string) =>
  record(tx, ctx, { office: 'sistem', act: `langganan-kalender.${act}`, subject: `langganan-kalender/${ctx.actor.id}` })
