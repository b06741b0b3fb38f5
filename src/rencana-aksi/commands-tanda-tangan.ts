// Signing an action plan: a snapshot of it at the first signature, the second onto the same file, as with the agreement.
import {
  type Act,
  nextSignature,
  proveAndSign,
  type SigningServices,
  sign,
  type ToSign,
} from '../pengguna/commands-tanda-tangan.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { type IsianLangkah, TANDA_TANGAN } from '../platform/kernel/workflow.ts'
import { officeOf } from '../unit-kerja/queries.ts'
import { type Done, stepFor, takeStep } from './commands-langkah.ts'
import { findRencana, snapshotOf, visibleRencana } from './queries.ts'
import { hindranceOf } from './queries-langkah.ts'
import { rencanaAksi } from './rencana-aksi.document.ts'
import { subjectOf } from './rencana-aksi.ts'

/** The plan, as the person saw it. */
export type Seen = { readonly id: string; readonly version: number }

/** One signature, by whoever proves who he is. */
export async function signRa(services: SigningServices, ctx: Context, seen: Seen, isian: IsianLangkah): Promise<Done | Refusal> {
  const act = await actOf(services.db, ctx, seen, isian)
  return isRefusal(act) ? act : proveAndSign(services, ctx, isian.bukti, { jenis: 'rencana-aksi', ...seen, isi: isian.isi }, act)
}

/** One of several signatures, by who has proved it once for all of them. */
export async function signOneOfMany(
  services: SigningServices,
  ctx: Context,
  seen: Seen,
  frasa: string | undefined,
): Promise<Done | Refusal> {
  const act = await actOf(services.db, ctx, seen, { act: TANDA_TANGAN })
  return isRefusal(act) ? act : sign(services, ctx, frasa, act)
}

async function actOf(db: Db, ctx: Context, { id, version }: Seen, isian: IsianLangkah): Promise<Act<Done> | Refusal> {
  const plan = await visibleRencana(db, ctx, id)
  if (isRefusal(plan)) return plan
  return {
    plan: (on) => planOf(on, ctx, id, isian, version),
    take: (tx, made) => takeStep(tx, ctx, id, isian, version, undefined, made),
    failed: {
      office: await officeOf(db, plan.unit, ctx.today),
      act: 'rencana-aksi.gagal-tanda-tangan',
      subject: subjectOf(plan),
    },
  }
}

async function planOf(on: Db, ctx: Context, id: string, isian: IsianLangkah, seen: number): Promise<ToSign | Refusal | undefined> {
  const found = await stepFor(on, ctx, () => findRencana(on, id), id, isian, seen)
  if (isRefusal(found)) return found
  const { plan, step } = found
  const paper = await snapshotOf(on, plan, true)
  const naskah = {
    unit: plan.unit,
    subject: subjectOf(plan),
    title: `Rencana Aksi Tahun ${plan.tahun}, ${paper.unitKerja}${plan.versi > 1 ? `, versi ${plan.versi}` : ''}`,
    document: (alamatVerifikasi: string) =>
      rencanaAksi({ ...paper, konsep: false, tanggal: paper.tanggal ?? ctx.today, alamatVerifikasi }),
    pertama: paper.pemilik,
    kedua: paper.penilai,
  }
  const next = await nextSignature(on, ctx, naskah, step.ke !== 'DITETAPKAN')
  if (next === undefined || isRefusal(next)) return next
  return (await hindranceOf(on, plan, step)) ?? next
}
