// A step of a plan's way: load → decide → save → tell, in the caller's transaction. A signature is made before it, and
// counts with it.
import { handedOver, voidIfHandedOver } from '../pengguna/commands-tanda-tangan.ts'
import { permits, rolesFor } from '../pengguna/queries.ts'
import { countActs, record } from '../platform/audit/ledger.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import {
  findStep,
  GANTI_PEMEGANG,
  type IsianLangkah,
  outdatedStep,
  possible,
  type Step,
  TANDA_TANGAN,
} from '../platform/kernel/workflow.ts'
import { voidPaper } from '../platform/signing/register.ts'
import { keepSignature, type Made, signedDetail } from '../platform/signing/sign-paper.ts'
import { officeOf } from '../unit-kerja/queries.ts'
import { visibleRencana } from './queries.ts'
import { hindranceOf, LANGKAH } from './queries-langkah.ts'
import { type StatusRa, subjectOf } from './rencana-aksi.ts'
import * as store from './store.ts'
import { standing, WORKFLOW_RA } from './workflow.ts'

export type Done = { version: number; status: StatusRa }

/** The plan, as `load` gives it, and the step that the actor may take of it now. */
export async function stepFor(
  on: Db,
  ctx: Context,
  load: () => Promise<store.RencanaRow | undefined>,
  id: string,
  isian: IsianLangkah,
  seen: number,
  lewat?: string,
): Promise<{ plan: store.RencanaRow; step: Step<StatusRa> } | Refusal> {
  const visible = await visibleRencana(on, ctx, id)
  if (isRefusal(visible)) return visible
  const plan = (await load())!
  const denied = await permits(on, ctx, LANGKAH, plan.unit)
  if (denied) return denied
  // A step is of the whole paper as it was seen: a cell that somebody has changed since counts too (ADR 0008).
  const moved = isian.isi !== undefined && isian.isi !== (await countActs(on, subjectOf(plan)))
  if (plan.version !== seen || moved) return outdatedStep(WORKFLOW_RA.naskah, plan, isian)
  const step = findStep(WORKFLOW_RA, standing(plan), isian, rolesFor(ctx.actor.peran, LANGKAH, plan.unit), lewat)
  return isRefusal(step) ? step : { plan, step }
}

/** Takes one step of the workflow: by whoever may, with its reason where the table asks for one, and what was signed for it. */
export async function takeStep(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianLangkah,
  seen: number,
  /** The page that hands the step on: `/forum`. */
  lewat?: string,
  made?: Made,
): Promise<Done | Refusal> {
  const found = await stepFor(tx, ctx, () => store.lockRencana(tx, id), id, isian, seen, lewat)
  if (isRefusal(found)) return found
  const { plan, step } = found
  if (step.act === TANDA_TANGAN) {
    const moved = await handOver(tx, ctx, plan)
    if (moved) return moved
    if (!made) return refuse('TIDAK_VALID', 'Isi kata sandi Anda untuk menandatangani.', { field: 'bukti.sandi' })
  }
  const hindered = await hindranceOf(tx, plan, step)
  if (hindered) return hindered
  if (made) await keepSignature(tx, ctx, made)
  else if (handOverOf(plan)) await voidPaper(tx, subjectOf(plan), isian.catatan || step.label, ctx.now)
  const version = await move(tx, ctx, plan, step.ke, step.act, isian.catatan, made)
  if (step.ke === 'DITETAPKAN')
    for (const old of await store.listVersions(tx, plan.unit, plan.tahun))
      if (old.versi < plan.versi && (old.status === 'DITETAPKAN' || old.status === 'DIPUBLIKASI'))
        await move(tx, ctx, old, 'DIGANTI', 'ganti', `Diganti versi ${plan.versi}.`)
  return { version, status: step.ke }
}

/** Between two signatures the table has a way back. */
const handOverOf = (plan: store.RencanaRow) => possible(WORKFLOW_RA, standing(plan)).find((s) => s.act === GANTI_PEMEGANG)

/** Where an office has changed hands since the first signature, the plan goes back; the refusal says so, and is kept. */
async function handOver(tx: Tx, ctx: Context, plan: store.RencanaRow): Promise<Refusal | undefined> {
  const step = handOverOf(plan)
  const why = step && (await voidIfHandedOver(tx, ctx, subjectOf(plan), plan.unit))
  if (!step || !why) return undefined
  await move(tx, ctx, plan, step.ke, step.act, why)
  return handedOver(why)
}

async function move(
  tx: Tx,
  ctx: Context,
  plan: store.RencanaRow,
  ke: StatusRa,
  act: string,
  note?: string,
  made?: Made,
): Promise<number> {
  await recordsAt(tx, ctx.now)
  const version = await store.saveStatus(tx, plan.id, ke)
  await record(tx, ctx, {
    office: await officeOf(tx, plan.unit, ctx.today),
    act: `rencana-aksi.${act}`,
    subject: subjectOf(plan),
    status: ke,
    note: note || undefined,
    detail: { id: plan.id, ...(made && signedDetail(made)) },
  })
  return version
}
