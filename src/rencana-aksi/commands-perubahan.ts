// A change of a plan in force: proposed by its office, decided in the quarterly forum (which calls `decidePerubahan`).
import { permits } from '../pengguna/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Tx, undoable, violates } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { officeOf } from '../unit-kerja/queries.ts'
import { refuseUsul, type StatusPerubahan, type UsulPerubahan } from './perubahan.ts'
import { visibleRencana } from './queries.ts'
import { insertPerubahan, lockPerubahan, type PerubahanRow, saveKeputusan } from './store/perubahan.ts'

const subject = (r: { unit: string; tahun: number; versi: number }) => `rencana-aksi/${r.unit}/${r.tahun}/${r.versi}`

/** Proposes a change of the plan in force: one at a time, for a legal reason, for periods still to come (RA-10). */
export async function proposePerubahan(
  tx: Tx,
  ctx: Context,
  rencana: string,
  usul: UsulPerubahan & { readonly uraian: string },
): Promise<{ id: string; version: number } | Refusal> {
  const plan = await visibleRencana(tx, ctx, rencana)
  if (isRefusal(plan)) return plan
  const denied = await permits(tx, ctx, 'rencana-aksi.susun', plan.unit)
  if (denied) return denied
  if (plan.status !== 'DITETAPKAN' && plan.status !== 'DIPUBLIKASI')
    return refuse('DITOLAK_ATURAN', `Rencana Aksi berstatus ${plan.status}; yang diusulkan berubah hanya rencana yang berlaku.`, {
      rule: 'RA-10',
    })
  const unlawful = refuseUsul(usul, [], ctx.today)
  if (unlawful) return unlawful
  const id = ctx.newId()
  try {
    await undoable(tx, () => insertPerubahan(tx, { id, rencana, ...usul }, ctx.now))
  } catch (error) {
    if (violates(error, 'one_open_proposal'))
      return refuse('BENTROK', 'Masih ada usulan perubahan rencana ini yang menunggu Forum Kinerja Triwulanan.', { rule: 'RA-10' })
    throw error
  }
  await record(tx, ctx, {
    office: await officeOf(tx, plan.unit, ctx.today),
    act: 'rencana-aksi.usulkan-perubahan',
    subject: subject(plan),
    status: 'USULAN',
    note: usul.uraian,
    detail: { perubahan: id, alasan: usul.alasan, objek: [...usul.objek], periode: [...usul.periode] },
  })
  return { id, version: 1 }
}

/** What the quarterly forum decides of a proposal. `forum` names it, as the plan that is drafted then says. */
export async function decidePerubahan(
  tx: Tx,
  ctx: Context,
  id: string,
  { status, forum, alasan }: { status: Exclude<StatusPerubahan, 'USULAN'>; forum: string; alasan: string | null },
): Promise<PerubahanRow | Refusal> {
  const usulan = await lockPerubahan(tx, id)
  if (!usulan) return refuse('TIDAK_DITEMUKAN', 'Usulan perubahan itu tidak ada.')
  const denied = await permits(tx, ctx, 'rencana-aksi.putuskan-perubahan', usulan.unit)
  if (denied) return denied
  if (usulan.status !== 'USULAN')
    return refuse('BENTROK', `Usulan ini sudah ${usulan.status.toLowerCase()} ${usulan.keputusanForum}.`)
  const late = status === 'DISETUJUI' ? refuseUsul(usulan, [], ctx.today) : undefined
  if (late) return late
  const version = await saveKeputusan(tx, id, { status, forum, alasan }, ctx.now)
  await record(tx, ctx, {
    office: await officeOf(tx, usulan.unit, ctx.today),
    act: 'rencana-aksi.putuskan-perubahan',
    subject: subject(usulan),
    status,
    note: alasan ?? undefined,
    detail: { perubahan: id, forum },
  })
  return { ...usulan, status, keputusanForum: forum, alasanKeputusan: alasan, version }
}
