// A step of a plan's way: load → decide → save → tell, in the caller's transaction.
import { permits, rolesFor } from '../pengguna/queries.ts'
import { countActs, record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { findStep, type IsianLangkah, outdatedStep } from '../platform/kernel/workflow.ts'
import { officeOf } from '../unit-kerja/queries.ts'
import { subjectOf, visibleRencana } from './queries.ts'
import { hindranceOf, LANGKAH } from './queries-langkah.ts'
import type { StatusRa } from './rencana-aksi.ts'
import * as store from './store.ts'
import { standing, WORKFLOW_RA } from './workflow.ts'

/** Takes one step of the workflow: by whoever may, with its reason where the table asks for one. */
export async function takeStep(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianLangkah,
  seen: number,
  /** The page that hands the step on: `/forum`. */
  lewat?: string,
): Promise<{ version: number; status: StatusRa } | Refusal> {
  const visible = await visibleRencana(tx, ctx, id)
  if (isRefusal(visible)) return visible
  const plan = (await store.lockRencana(tx, id))!
  const denied = await permits(tx, ctx, LANGKAH, plan.unit)
  if (denied) return denied
  // A step is of the whole paper as it was seen: a cell that somebody has changed since counts too (ADR 0008).
  const moved = isian.isi !== undefined && isian.isi !== (await countActs(tx, subjectOf(plan)))
  if (plan.version !== seen || moved) return outdatedStep(WORKFLOW_RA.naskah, plan, isian)
  const step = findStep(WORKFLOW_RA, standing(plan), isian, rolesFor(ctx.actor.peran, LANGKAH, plan.unit), lewat)
  if (isRefusal(step)) return step
  const hindered = await hindranceOf(tx, plan, step)
  if (hindered) return hindered
  await recordsAt(tx, ctx.now)
  const version = await move(tx, ctx, plan, step.ke, step.act, isian.catatan)
  if (step.ke === 'DITETAPKAN')
    for (const old of await store.listVersions(tx, plan.unit, plan.tahun))
      if (old.versi < plan.versi && (old.status === 'DITETAPKAN' || old.status === 'DIPUBLIKASI'))
        await move(tx, ctx, old, 'DIGANTI', 'ganti', `Diganti versi ${plan.versi}.`)
  return { version, status: step.ke }
}

async function move(tx: Tx, ctx: Context, plan: store.RencanaRow, ke: StatusRa, act: string, note?: string): Promise<number> {
  const version = await store.saveStatus(tx, plan.id, ke)
  await record(tx, ctx, {
    office: await officeOf(tx, plan.unit, ctx.today),
    act: `rencana-aksi.${act}`,
    subject: subjectOf(plan),
    status: ke,
    note: note || undefined,
    detail: { id: plan.id },
  })
  return version
}
