// Where a plan stands in its way, which steps it offers to whom, and why one cannot be taken now.
import { listAudit, permits, rolesFor } from '../pengguna/queries.ts'
import { buktiDiminta } from '../pengguna/queries-tanda-tangan.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import { countActs } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type LangkahOut, langkahOf, possible, refuseBlocking, type Step, TANDA_TANGAN } from '../platform/kernel/workflow.ts'
import { LIHAT_DRAF, temuanOf, visibleRencana } from './queries.ts'
import { type StatusRa, subjectOf } from './rencana-aksi.ts'
import type { RencanaRow } from './store.ts'
import { standing, WORKFLOW, WORKFLOW_RA } from './workflow.ts'

export const LANGKAH = 'rencana-aksi.langkah'
const HISTORY = 100
const ACTS = [...new Set(['susun', 'impor', ...WORKFLOW.map((s) => s.act)])].map((act) => `rencana-aksi.${act}`)

/** Why this step cannot be taken now, whoever takes it: the page says what the command refuses with. */
export async function hindranceOf(on: Db, plan: RencanaRow, step: Step<StatusRa>): Promise<Refusal | undefined> {
  if (step.act !== 'ajukan' && step.act !== 'tanda-tangan') return undefined
  if (step.ke === 'DITETAPKAN' && !(await perjanjian.inForce(on, plan.unit, plan.tahun)))
    return refuse(
      'DITOLAK_ATURAN',
      `Perjanjian Kinerja tahun ${plan.tahun} belum ditetapkan. Rencana Aksi ditetapkan sesudahnya, atau bersamaan.`,
      { rule: 'akip-rules 5.2' },
    )
  return refuseBlocking(await temuanOf(on, plan))
}

/** `perluFrasa`: signing asks for the secret of one's own certificate too. */
export async function langkah(on: Db, ctx: Context, id: string, perluFrasa: boolean): Promise<LangkahOut | Refusal> {
  const plan = await visibleRencana(on, ctx, id)
  if (isRefusal(plan)) return plan
  const ditolak = new Map<string, string>()
  for (const step of possible(WORKFLOW_RA, standing(plan))) {
    const hindrance = await hindranceOf(on, plan, step)
    if (hindrance) ditolak.set(step.act, hindrance.detail)
  }
  const inside = (await permits(on, ctx, LIHAT_DRAF, plan.unit)) === undefined
  const signs = possible(WORKFLOW_RA, standing(plan)).some((s) => s.act === TANDA_TANGAN)
  const bukti = signs ? await buktiDiminta(on, ctx, perluFrasa) : []
  const subject = subjectOf(plan)
  const lines = inside ? await listAudit(on, { subject, acts: ACTS }, HISTORY) : []
  return {
    version: plan.version,
    isi: await countActs(on, subject),
    status: plan.status,
    ...langkahOf(WORKFLOW_RA, standing(plan), rolesFor(ctx.actor.peran, LANGKAH, plan.unit), ditolak, bukti),
    riwayat: lines.map(({ at, act, pelaku, note }) => ({ at, act: act.split('.')[1]!, oleh: pelaku, note })),
  }
}
