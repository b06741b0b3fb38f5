// Where an agreement stands in its way, which steps it offers to whom, and why one cannot be taken now.
import { listAudit, rolesFor } from '../pengguna/queries.ts'
import { buktiDiminta } from '../pengguna/queries-tanda-tangan.ts'
import { countActs } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import type { Day } from '../platform/kernel/time.ts'
import { type LangkahOut, langkahOf, possible, refuseBlocking, type Step, TANDA_TANGAN } from '../platform/kernel/workflow.ts'
import { refuseMissing } from './fields.ts'
import { pihakOf, type StatusPk, subjectOf } from './perjanjian-kinerja.ts'
import { temuanOf, visiblePk } from './queries.ts'
import type { PkRow } from './store.ts'
import { WORKFLOW, WORKFLOW_PK } from './workflow.ts'

export const LANGKAH = 'perjanjian-kinerja.langkah'
const HISTORY = 100
const ACTS = [...new Set(['susun', 'impor', ...WORKFLOW.map((s) => s.act)])].map((act) => `perjanjian-kinerja.${act}`)

/** The day of the agreement after a step: that of the first signature, while it stands. */
export function dayAfter({ tanggal, status }: Pick<PkRow, 'tanggal' | 'status'>, { ke }: Step<StatusPk>, today: Day): Day | null {
  if (ke === 'TTD_P1') return today
  return status === 'TTD_P1' && ke !== 'DITETAPKAN' ? null : tanggal
}

/** Why this step cannot be taken now, whoever takes it: the page says what the command refuses with. */
export async function hindranceOf(on: Db, pk: PkRow, step: Step<StatusPk>, today: Day): Promise<Refusal | undefined> {
  const missing = refuseMissing(pihakOf(pk), step.ke)
  if (missing || (step.act !== 'ajukan' && step.act !== TANDA_TANGAN)) return missing
  return refuseBlocking(await temuanOf(on, { ...pk, tanggal: dayAfter(pk, step, today) }, today))
}

/** `perluFrasa`: signing asks for the secret of one's own certificate too. */
export async function langkah(on: Db, ctx: Context, id: string, perluFrasa: boolean): Promise<LangkahOut | Refusal> {
  const visible = await visiblePk(on, ctx, id)
  if (isRefusal(visible)) return visible
  const { pk, inside } = visible
  const ditolak = new Map<string, string>()
  for (const step of possible(WORKFLOW_PK, pk)) {
    const hindrance = await hindranceOf(on, pk, step, ctx.today)
    if (hindrance) ditolak.set(step.act, hindrance.detail)
  }
  const signs = possible(WORKFLOW_PK, pk).some((s) => s.act === TANDA_TANGAN)
  const bukti = signs ? await buktiDiminta(on, ctx, perluFrasa) : []
  const subject = subjectOf(pk)
  const lines = inside ? await listAudit(on, { subject, acts: ACTS }, HISTORY) : []
  return {
    version: pk.version,
    isi: await countActs(on, subject),
    status: pk.status,
    ...langkahOf(WORKFLOW_PK, pk, rolesFor(ctx.actor.peran, LANGKAH, pk.unit), ditolak, bukti),
    riwayat: lines.map(({ at, act, pelaku, note }) => ({ at, act: act.split('.')[1]!, oleh: pelaku, note })),
  }
}
