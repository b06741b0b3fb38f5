// Who is behind a session, and what that person may do today.
import type { Db } from '../platform/db/database.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import type { Actor, Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { dayInJakarta } from '../platform/kernel/time.ts'
import { commandChain, rolesOn } from '../unit-kerja/queries.ts'
import { IDLE_HOURS } from './pengguna.ts'
import { allowed } from './permissions.ts'
import * as store from './store.ts'

export { reach } from './permissions.ts'
export { findByUsername, listAccounts } from './store.ts'

export type Session = { readonly actor: Actor; readonly username: string; readonly mustChangePassword: boolean }

/** The session behind a token, with the roles of the day; a refusal where it has ended or the account is closed. */
export async function sessionOf(db: Db, token: string, now: Date): Promise<Session | Refusal> {
  const row = await store.findSession(db, sha256(token))
  const idle = row && now.getTime() - new Date(row.seen_at).getTime() > IDLE_HOURS * 3_600_000
  if (!row?.active || idle || new Date(row.expires_at) <= now)
    return refuse('BELUM_MASUK', 'Sesi Anda sudah berakhir. Masuk lagi; yang sudah tersimpan tidak hilang.')
  if (now.getTime() - new Date(row.seen_at).getTime() > 60_000) await store.touchSession(db, sha256(token), now)
  const held = row.pegawai_id ? await rolesOn(db, row.pegawai_id, dayInJakarta(now)) : []
  const peran = row.administrator ? [...held, { peran: 'ADMINISTRATOR', unit: 'sistem' }] : held
  return {
    actor: { id: row.account_id, nama: row.nama, peran },
    username: row.username,
    mustChangePassword: row.must_change_password,
  }
}

/** Undefined where the permission table lets the actor do the act on the unit; else the refusal that says so. */
export async function permits(db: Db, ctx: Context, act: string, unit: string | undefined): Promise<Refusal | undefined> {
  const chain = unit === undefined ? [] : (await commandChain(db, unit, ctx.today)).map((u) => u.kode)
  if (unit !== undefined && !chain.length) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada.`, { field: 'unit' })
  if (allowed(ctx.actor.peran, act, chain)) return undefined
  return refuse('DILARANG', `Peran Anda hari ini tidak mencakup ${act}${unit ? ` untuk ${unit}` : ''}.`, { rule: act })
}
