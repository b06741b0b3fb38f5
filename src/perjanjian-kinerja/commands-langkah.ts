// A step of an agreement's way: load → decide → save → tell, in the caller's transaction. A signature is made before it, and
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
import { type StatusPk, subjectOf } from './perjanjian-kinerja.ts'
import { visiblePk } from './queries.ts'
import { dayAfter, hindranceOf, LANGKAH } from './queries-langkah.ts'
import * as store from './store.ts'
import { WORKFLOW_PK } from './workflow.ts'

/** What later rooms do when an agreement comes into force: its targets are what results are held against. */
export type InForce = (tx: Tx, ctx: Context, unit: string, tahun: number) => Promise<void>
export type Done = { version: number; status: StatusPk }

/** The agreement, as `load` gives it, and the step that the actor may take of it now. */
export async function stepFor(
  on: Db,
  ctx: Context,
  load: () => Promise<store.PkRow | undefined>,
  id: string,
  isian: IsianLangkah,
  seen: number,
  lewat?: string,
): Promise<{ pk: store.PkRow; step: Step<StatusPk> } | Refusal> {
  const visible = await visiblePk(on, ctx, id)
  if (isRefusal(visible)) return visible
  const pk = (await load())!
  const denied = await permits(on, ctx, LANGKAH, pk.unit)
  if (denied) return denied
  // A step is of the whole paper as it was seen: a cell that somebody has changed since counts too (ADR 0008).
  const moved = isian.isi !== undefined && isian.isi !== (await countActs(on, subjectOf(pk)))
  if (pk.version !== seen || moved) return outdatedStep(WORKFLOW_PK.naskah, pk, isian)
  const step = findStep(WORKFLOW_PK, pk, isian, rolesFor(ctx.actor.peran, LANGKAH, pk.unit), lewat)
  return isRefusal(step) ? step : { pk, step }
}

/** Takes one step of the workflow: by whoever may, with its reason where the table asks for one, and what was signed for it. */
export async function takeStep(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianLangkah,
  seen: number,
  inForce: InForce,
  /** The page that hands the step on: `/forum`. */
  lewat?: string,
  made?: Made,
): Promise<Done | Refusal> {
  const found = await stepFor(tx, ctx, () => store.lockPk(tx, id), id, isian, seen, lewat)
  if (isRefusal(found)) return found
  const { pk, step } = found
  const { ke, act } = step
  if (act === TANDA_TANGAN) {
    const moved = await handOver(tx, ctx, pk)
    if (moved) return moved
    if (!made) return refuse('TIDAK_VALID', 'Isi kata sandi Anda untuk menandatangani.', { field: 'bukti.sandi' })
  }
  const hindered = await hindranceOf(tx, pk, step, ctx.today)
  if (hindered) return hindered
  if (made) await keepSignature(tx, ctx, made)
  else if (handOverOf(pk)) await voidPaper(tx, subjectOf(pk), isian.catatan || step.label, ctx.now)
  const then = { ...pk, tanggal: dayAfter(pk, step, ctx.today) }
  const version = await move(tx, ctx, then, ke, act, isian.catatan, made)
  if (ke === 'DITETAPKAN') {
    for (const old of await store.listVersions(tx, pk.unit, pk.tahun))
      if (old.versi < pk.versi && (old.status === 'DITETAPKAN' || old.status === 'DIPUBLIKASI'))
        await move(tx, ctx, old, 'DIGANTI', 'ganti', `Diganti versi ${pk.versi}.`)
    await inForce(tx, ctx, pk.unit, pk.tahun)
  }
  return { version, status: ke }
}

/** Between two signatures the table has a way back. */
const handOverOf = (pk: store.PkRow) => possible(WORKFLOW_PK, pk).find((s) => s.act === GANTI_PEMEGANG)

/** Where an office has changed hands since the first signature, the agreement goes back; the refusal says so, and is kept. */
async function handOver(tx: Tx, ctx: Context, pk: store.PkRow): Promise<Refusal | undefined> {
  const step = handOverOf(pk)
  const why = step && (await voidIfHandedOver(tx, ctx, subjectOf(pk), pk.unit))
  if (!step || !why) return undefined
  await move(tx, ctx, { ...pk, tanggal: dayAfter(pk, step, ctx.today) }, step.ke, step.act, why)
  return handedOver(why)
}

async function move(tx: Tx, ctx: Context, pk: store.PkRow, ke: StatusPk, act: string, note?: string, made?: Made): Promise<number> {
  await recordsAt(tx, ctx.now)
  const version = await store.saveStatus(tx, pk.id, ke, pk.tanggal)
  await record(tx, ctx, {
    office: await officeOf(tx, pk.unit, ctx.today),
    act: `perjanjian-kinerja.${act}`,
    subject: subjectOf(pk),
    status: ke,
    note: note || undefined,
    detail: { id: pk.id, tanggal: pk.tanggal, ...(made && signedDetail(made)) },
  })
  return version
}
