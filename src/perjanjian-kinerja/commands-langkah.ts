// A step of an agreement's way: load → decide → save → tell, in the caller's transaction.
import { permits, rolesFor } from '../pengguna/queries.ts'
import { countActs, record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { findStep, type IsianLangkah, outdatedStep } from '../platform/kernel/workflow.ts'
import { officeOf } from '../unit-kerja/queries.ts'
import type { StatusPk } from './perjanjian-kinerja.ts'
import { subjectOf, visiblePk } from './queries.ts'
import { dayAfter, hindranceOf, LANGKAH } from './queries-langkah.ts'
import * as store from './store.ts'
import { WORKFLOW_PK } from './workflow.ts'

/** What later rooms do when an agreement comes into force: its targets are what results are held against. */
export type InForce = (tx: Tx, ctx: Context, unit: string, tahun: number) => Promise<void>

/** Takes one step of the workflow: by whoever may, with its reason where the table asks for one. */
export async function takeStep(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianLangkah,
  seen: number,
  inForce: InForce,
  /** The page that hands the step on: `/forum`. */
  lewat?: string,
): Promise<{ version: number; status: StatusPk } | Refusal> {
  const visible = await visiblePk(tx, ctx, id)
  if (isRefusal(visible)) return visible
  const pk = (await store.lockPk(tx, id))!
  const denied = await permits(tx, ctx, LANGKAH, pk.unit)
  if (denied) return denied
  // A step is of the whole paper as it was seen: a cell that somebody has changed since counts too (ADR 0008).
  const moved = isian.isi !== undefined && isian.isi !== (await countActs(tx, subjectOf(pk)))
  if (pk.version !== seen || moved) return outdatedStep(WORKFLOW_PK.naskah, pk, isian)
  const step = findStep(WORKFLOW_PK, pk, isian, rolesFor(ctx.actor.peran, LANGKAH, pk.unit), lewat)
  if (isRefusal(step)) return step
  const hindered = await hindranceOf(tx, pk, step, ctx.today)
  if (hindered) return hindered
  await recordsAt(tx, ctx.now)
  const { ke, act } = step
  const version = await move(tx, ctx, { ...pk, tanggal: dayAfter(pk, step, ctx.today) }, ke, act, isian.catatan)
  if (ke === 'DITETAPKAN') {
    for (const old of await store.listVersions(tx, pk.unit, pk.tahun))
      if (old.versi < pk.versi && (old.status === 'DITETAPKAN' || old.status === 'DIPUBLIKASI'))
        await move(tx, ctx, old, 'DIGANTI', 'ganti', `Diganti versi ${pk.versi}.`)
    await inForce(tx, ctx, pk.unit, pk.tahun)
  }
  return { version, status: ke }
}

async function move(tx: Tx, ctx: Context, pk: store.PkRow, ke: StatusPk, act: string, note?: string): Promise<number> {
  const version = await store.saveStatus(tx, pk.id, ke, pk.tanggal)
  await record(tx, ctx, {
    office: await officeOf(tx, pk.unit, ctx.today),
    act: `perjanjian-kinerja.${act}`,
    subject: subjectOf(pk),
    status: ke,
    note: note || undefined,
    detail: { id: pk.id, tanggal: pk.tanggal },
  })
  return version
}
