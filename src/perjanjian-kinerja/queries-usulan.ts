// The targets that are proposed for a draft: to who may write them.
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { kamusOf, lastAgreement, linesOf, mayEdit, naskahOf } from './queries.ts'
import { findBentuk } from './rules.ts'
import type * as store from './store.ts'
import { type Terdahulu, type Usulan, usulanOf } from './usulan.ts'

export async function listUsulan(on: Db, ctx: Context, pk: store.PkRow): Promise<(Usulan & { readonly indikator: string })[]> {
  if (!(await mayEdit(on, ctx, pk))) return []
  const lines = naskahOf(pk, await linesOf(on, pk.id)).sasaran.flatMap((s) => s.indikator)
  const kamus = await kamusOf(
    on,
    pk,
    lines.map((i) => i.kode),
  )
  const last = await lastAgreement(on, pk.unit, pk.tahun)
  const before = new Map<string, Terdahulu>()
  if (last)
    for (const { kode, target } of naskahOf(pk, last).sasaran.flatMap((s) => s.indikator))
      if (kode !== null) before.set(kode, { tahun: last.tahun, target })
  const tidakTurun = findBentuk(pk.bentuk)?.targetTidakTurun ?? false
  return lines.flatMap((line) =>
    line.kode === null
      ? []
      : usulanOf(line, kamus.get(line.kode), before.get(line.kode), pk.tahun, tidakTurun).map((u) => ({
          ...u,
          indikator: line.id!,
        })),
  )
}
