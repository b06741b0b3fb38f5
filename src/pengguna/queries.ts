// Who is behind a session, and what that person may do today.
import { type LedgerFilter, type Line, listLines } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import { type Actor, type Context, PUBLIK, SISTEM } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { dayInJakarta } from '../platform/kernel/time.ts'
import { assignmentsOf, commandChain, findUnit, rolesOn } from '../unit-kerja/queries.ts'
import type { KunciSandi } from './kunci-sandi.ts'
import { IDLE_HOURS } from './pengguna.ts'
import { allowed, outOfReach } from './permissions.ts'
import * as store from './store.ts'

export { reach, rolesFor } from './permissions.ts'
export type { ListedAccount } from './store.ts'
export { findByUsername, KEADAAN, listAccounts } from './store.ts'

export type Session = { readonly actor: Actor; readonly username: string; readonly mustChangePassword: boolean }

/** The session behind a token, with the roles of the day; a refusal where it has ended or the account is closed. */
export async function sessionOf(db: Db, token: string, now: Date): Promise<Session | Refusal> {
  const row = await store.findSession(db, sha256(token))
  const idle = row && now.getTime() - new Date(row.seen_at).getTime() > IDLE_HOURS * 3_600_000
  if (!row?.active || idle || new Date(row.expires_at) <= now)
    return refuse('BELUM_MASUK', 'Sesi Anda sudah berakhir. Masuk lagi; yang sudah tersimpan tidak hilang.')
  if (now.getTime() - new Date(row.seen_at).getTime() > 60_000) await store.touchSession(db, sha256(token), now)
  return {
    actor: { id: row.account_id, nama: row.nama, peran: await rolesOfDay(db, row, now) },
    username: row.username,
    mustChangePassword: row.must_change_password,
  }
}

/** Who an account is today, without a session: for what its owner has set to go on by itself. Undefined where it is closed. */
export async function actorOfAccount(db: Db, id: string, now: Date): Promise<Actor | undefined> {
  const row = await store.findById(db, id)
  if (!row?.active) return undefined
  return { id: row.id, nama: row.nama, peran: await rolesOfDay(db, row, now) }
}

async function rolesOfDay(db: Db, row: Pick<store.AccountRow, 'pegawai_id' | 'administrator'>, now: Date): Promise<Actor['peran']> {
  const held = row.pegawai_id ? await rolesOn(db, row.pegawai_id, dayInJakarta(now)) : []
  return row.administrator ? [...held, { peran: 'ADMINISTRATOR', unit: 'sistem' }] : held
}

/** Undefined where the permission table lets the actor do the act on the unit; else the refusal that says so. */
export async function permits(db: Db, ctx: Context, act: string, unit: string | undefined): Promise<Refusal | undefined> {
  const chain = unit === undefined ? [] : (await commandChain(db, unit, ctx.today)).map((u) => u.kode)
  if (unit !== undefined && !chain.length) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada.`, { field: 'unit' })
  if (allowed(ctx.actor.peran, act, chain)) return undefined
  const nama = unit && ((await findUnit(db, unit, ctx.today))?.nama ?? unit)
  return refuse('DILARANG', outOfReach(act, nama), { rule: act })
}

/** An account with what its roles rest on: the offices its person held, holds and will hold. */
export async function accountWithOffices(db: Db, username: string, now: Date) {
  const account = await store.findAccount(db, username, now)
  if (!account) return refuse('TIDAK_DITEMUKAN', `Akun ${username} tidak ada.`)
  return {
    account,
    kunciSandi: await kunciSandiOf(db, account.id),
    sessions: await store.openSessions(db, account.id, now),
    offices: account.pegawai_id ? await assignmentsOf(db, { pegawai: account.pegawai_id }) : [],
  }
}

/** The passkeys of an account, the oldest first; what makes them up stays here. */
export async function kunciSandiOf(db: Db, account: string): Promise<KunciSandi[]> {
  const keys = await store.listPasskeys(db, account)
  return keys.map((k) => ({ id: k.id, nama: k.name, dibuat: k.created_at, dipakai: k.last_used_at }))
}

export type AuditFilter = Omit<LedgerFilter, 'actors'> & { readonly pelaku?: string }
export type NamedLine = Line & { readonly pelaku: string }

/** Lines of the ledger, the newest first, with the names of those who acted; `pelaku` finds them by a part of the name. */
export async function listAudit(db: Db, { pelaku, ...filter }: AuditFilter, limit: number): Promise<NamedLine[]> {
  const actors = pelaku === undefined ? undefined : await actorsLike(db, pelaku)
  const lines = await listLines(db, { ...filter, actors }, limit)
  const names = new Map((await store.namesOf(db, [...new Set(lines.map((l) => l.actor))])).map((a) => [a.id, a.nama]))
  return lines.map((l) => ({ ...l, pelaku: names.get(l.actor) ?? OWN_NAMES[l.actor] ?? l.actor }))
}

const OWN_NAMES: Readonly<Record<string, string>> = { [SISTEM.id]: 'Program (otomatis)', [PUBLIK.id]: 'Sebelum masuk' }

async function actorsLike(db: Db, cari: string): Promise<string[]> {
  const own = Object.keys(OWN_NAMES).filter((id) => OWN_NAMES[id]!.toLowerCase().includes(cari.toLowerCase()))
  return [...own, ...(await store.idsLike(db, cari)).map((a) => a.id)]
}
