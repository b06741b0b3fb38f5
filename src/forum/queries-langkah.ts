// Where a forum stands, which steps it offers to whom, and why one cannot be taken now.
import { listAudit, permits, rolesFor } from '../pengguna/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { type LangkahOut, langkahOf, possible, type Step } from '../platform/kernel/workflow.ts'
import type { StatusForum } from './forum.ts'
import { LIHAT, naskahOf, subjectOf, visibleForum } from './queries.ts'
import { refuseMulai, refuseTutup } from './rules.ts'
import { type ForumRow, listHadir, listJadwal } from './store.ts'
import { standing, wewenangOf, workflowOf } from './workflow.ts'

const HISTORY = 100

/** Why this step cannot be taken now, whoever takes it. */
export async function hindranceOf(on: Db, forum: ForumRow, { act }: Step<StatusForum>, ctx: Context): Promise<Refusal | undefined> {
  const tanggal = (await listJadwal(on, forum.id))[0]!.tanggal
  if (act === 'mulai') return refuseMulai(tanggal, ctx.today)
  return act === 'tutup' ? refuseTutup(await naskahOf(on, forum, tanggal), await listHadir(on, forum.id)) : undefined
}

export async function langkah(on: Db, ctx: Context, id: string): Promise<LangkahOut | Refusal> {
  const forum = await visibleForum(on, ctx, id)
  if (isRefusal(forum)) return forum
  const workflow = workflowOf(forum.jenis)
  const ditolak = new Map<string, string>()
  for (const step of possible(workflow, standing(forum))) {
    const hindrance = await hindranceOf(on, forum, step, ctx)
    if (hindrance) ditolak.set(step.act, hindrance.detail)
  }
  const inside = (await permits(on, ctx, LIHAT, forum.unit)) === undefined
  const lines = inside ? await listAudit(on, { subject: subjectOf(forum) }, HISTORY) : []
  return {
    version: forum.version,
    status: forum.status,
    ...langkahOf(workflow, standing(forum), rolesFor(ctx.actor.peran, wewenangOf(forum.jenis, 'pimpin'), forum.unit), ditolak),
    riwayat: lines.map(({ at, act, pelaku, note }) => ({ at, act: act.split('.')[1]!, oleh: pelaku, note })),
  }
}
