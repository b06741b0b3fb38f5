// What every act on an agreement does first and last, and the acts on the paper as a whole.
import { permits } from '../pengguna/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import type { Json } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { officeOf } from '../unit-kerja/queries.ts'
import { type Field, refuseSealed } from './fields.ts'
import type { IsianNomor, IsianPihak } from './perjanjian-kinerja.ts'
import { subjectOf as subject } from './perjanjian-kinerja.ts'
import { linesOf } from './queries.ts'
import { findBentuk } from './rules.ts'
import * as store from './store.ts'
import { numberLines, orderOf, type Susunan } from './susunan.ts'

const SUSUN = 'perjanjian-kinerja.susun'
const NOMORI = 'perjanjian-kinerja.nomori'

/** The agreement, locked, for whoever may draft it and while the fields are open; else the refusal. */
export async function openForEdit(tx: Tx, ctx: Context, id: string, fields: readonly Field[]): Promise<store.PkRow | Refusal> {
  const pk = await store.lockPk(tx, id)
  if (!pk) return refuse('TIDAK_DITEMUKAN', 'Perjanjian Kinerja itu tidak ada.')
  await recordsAt(tx, ctx.now)
  return (await permits(tx, ctx, SUSUN, pk.unit)) ?? refuseSealed(fields, pk.status) ?? pk
}

export async function tell(tx: Tx, ctx: Context, pk: store.PkRow, act: string, detail: Json): Promise<void> {
  await record(tx, ctx, {
    office: await officeOf(tx, pk.unit, ctx.today),
    act: `perjanjian-kinerja.${act}`,
    subject: subject(pk),
    status: pk.status,
    detail,
  })
}

/** The lines numbered as the form does, in the order they stand in or are put into. */
export async function renumber(tx: Tx, pk: store.PkRow, susunan?: Susunan): Promise<number> {
  const { sasaran } = await linesOf(tx, pk.id)
  return store.saveOrder(tx, pk.id, numberLines(findBentuk(pk.bentuk)!, sasaran, susunan ?? orderOf(sasaran)))
}

/** The number of the document, as BKD or the office gives it; also after it is signed, which it does not change. */
export async function saveNomor(
  tx: Tx,
  ctx: Context,
  id: string,
  { nomor }: IsianNomor,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await store.lockPk(tx, id)
  if (!pk) return refuse('TIDAK_DITEMUKAN', 'Perjanjian Kinerja itu tidak ada.')
  const refused = (await permits(tx, ctx, NOMORI, pk.unit)) ?? refuseSealed(['nomor'], pk.status)
  if (refused) return refused
  if (pk.version !== seen) return outdatedVersion({ nomor: pk.nomor, version: pk.version }, { nomor })
  await recordsAt(tx, ctx.now)
  const version = await store.saveNomor(tx, id, nomor)
  await tell(tx, ctx, pk, 'nomori', { semula: pk.nomor, nomor })
  return { version }
}

const PIHAK_FIELDS = (['nama', 'nip', 'jabatan'] as const).flatMap((key) => [`pihakPertama.${key}`, `pihakKedua.${key}`] as const)

/** Who signs. The NIP itself does not enter the ledger. */
export async function saveParties(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianPihak,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, PIHAK_FIELDS)
  if (isRefusal(pk)) return pk
  if (pk.version !== seen) return outdatedVersion(pk, isian)
  const version = await store.saveParties(tx, id, isian)
  const without = ({ nama, jabatan }: IsianPihak['pihakPertama']) => ({ nama, jabatan })
  await tell(tx, ctx, pk, 'isi-pihak', { pihakPertama: without(isian.pihakPertama), pihakKedua: without(isian.pihakKedua) })
  return { version }
}
