// Signing an agreement: what is signed is a snapshot of it, taken at the first signature; the second goes onto the same file.
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
import { type Done, type InForce, stepFor, takeStep } from './commands-langkah.ts'
import { perjanjianKinerja } from './perjanjian-kinerja.document.ts'
import { pihakOf, subjectOf } from './perjanjian-kinerja.ts'
import { findPk, snapshotOf, visiblePk } from './queries.ts'
import { dayAfter, hindranceOf } from './queries-langkah.ts'

/** The agreement, as the person saw it. */
export type Seen = { readonly id: string; readonly version: number }

/** One signature, by whoever proves who he is. */
export async function signPk(
  services: SigningServices,
  ctx: Context,
  seen: Seen,
  isian: IsianLangkah,
  inForce: InForce,
): Promise<Done | Refusal> {
  const act = await actOf(services.db, ctx, seen, isian, inForce)
  return isRefusal(act)
    ? act
    : proveAndSign(services, ctx, isian.bukti, { jenis: 'perjanjian-kinerja', ...seen, isi: isian.isi }, act)
}

/** One of several signatures, by who has proved it once for all of them. */
export async function signOneOfMany(
  services: SigningServices,
  ctx: Context,
  seen: Seen,
  frasa: string | undefined,
  inForce: InForce,
): Promise<Done | Refusal> {
  const act = await actOf(services.db, ctx, seen, { act: TANDA_TANGAN }, inForce)
  return isRefusal(act) ? act : sign(services, ctx, frasa, act)
}

async function actOf(
  db: Db,
  ctx: Context,
  { id, version }: Seen,
  isian: IsianLangkah,
  inForce: InForce,
): Promise<Act<Done> | Refusal> {
  const visible = await visiblePk(db, ctx, id)
  if (isRefusal(visible)) return visible
  const { pk } = visible
  return {
    plan: (on) => planOf(on, ctx, id, isian, version),
    take: (tx, made) => takeStep(tx, ctx, id, isian, version, inForce, undefined, made),
    failed: {
      office: await officeOf(db, pk.unit, ctx.today),
      act: 'perjanjian-kinerja.gagal-tanda-tangan',
      subject: subjectOf(pk),
    },
  }
}

async function planOf(on: Db, ctx: Context, id: string, isian: IsianLangkah, seen: number): Promise<ToSign | Refusal | undefined> {
  const found = await stepFor(on, ctx, () => findPk(on, id), id, isian, seen)
  if (isRefusal(found)) return found
  const { pk, step } = found
  const paper = await snapshotOf(on, { ...pk, tanggal: dayAfter(pk, step, ctx.today) }, true)
  const { pihakPertama, pihakKedua } = pihakOf(pk)
  const naskah = {
    unit: pk.unit,
    subject: subjectOf(pk),
    title: `Perjanjian Kinerja Tahun ${pk.tahun}, ${paper.unitKerja}${pk.versi > 1 ? `, versi ${pk.versi}` : ''}`,
    document: (alamatVerifikasi: string) => perjanjianKinerja({ ...paper, konsep: false, alamatVerifikasi }),
    pertama: pihakPertama,
    kedua: pihakKedua,
  }
  const next = await nextSignature(on, ctx, naskah, step.ke !== 'DITETAPKAN')
  if (next === undefined || isRefusal(next)) return next
  return (await hindranceOf(on, pk, step, ctx.today)) ?? next
}
