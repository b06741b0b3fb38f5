// Who has signed a paper, and whether those who did, or are to, still hold their offices.
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { Diminta, TandaTangan } from '../platform/kernel/workflow.ts'
import { changedHands } from '../platform/signing/holders.ts'
import { findStanding, type SignedPaper } from '../platform/signing/register.ts'
import { actingInRole, findPegawai } from '../unit-kerja/queries.ts'
import { listPasskeys } from './store.ts'

/** Why the first signature on a paper of a unit is void by now: an office has changed hands. */
export async function changedHandsOf(on: Db, ctx: Context, paper: SignedPaper, unit: string): Promise<string | undefined> {
  const awaited = paper.awaits ? await findPegawai(on, paper.awaits) : undefined
  return changedHands(paper.signatures[0]!, awaited ? { pegawai: awaited.id, nama: awaited.nama } : null, {
    pertama: await actingInRole(on, 'KEPALA_PD', unit, ctx.today),
    kedua: await actingInRole(on, 'GUBERNUR', null, ctx.today),
  })
}

/** Who signed it so far, for whoever may read it: names and offices, as the public may see them too. */
export async function tandaTanganOf(on: Db, subject: string, berkas: boolean): Promise<TandaTangan | null> {
  const paper = await findStanding(on, subject)
  if (!paper) return null
  return {
    kode: paper.code,
    berkas,
    oleh: paper.signatures.map(({ name, office, at }) => ({ nama: name, jabatan: office, pada: at })),
  }
}

/** What the actor is asked for again before a signature: a passkey where there is one, else and always the password. */
export async function buktiDiminta(on: Db, ctx: Context, perluFrasa: boolean): Promise<Diminta[]> {
  const keys = await listPasskeys(on, ctx.actor.id)
  return [...(keys.length ? (['kunciSandi'] as const) : []), 'sandi', ...(perluFrasa ? (['frasa'] as const) : [])]
}
