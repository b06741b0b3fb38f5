// The version of an indicator as it holds in one period: a quarter may have a polarity, an aggregation or a formula of its own
// (PDN 2025 is maximised in TW II and stabilised in TW IV: seed 000, line 74).
import { TRIWULAN } from '../indikator/indikator.ts'
import type { Versi } from './hasil.ts'

const known = new WeakMap<Versi, Map<string, Versi>>()

export function versionIn<V extends Versi>(versi: V, periode: string): V {
  if (!versi.perTriwulan) return versi
  const quarter = TRIWULAN.find((q) => periode.endsWith(q))
  const own = quarter && versi.perTriwulan[quarter]
  if (!own) return versi
  const before = known.get(versi) ?? new Map<string, Versi>()
  known.set(versi, before)
  const { rumus, polaritas = versi.polaritas, agregasi = versi.agregasi, bacaan = versi.bacaan } = own
  const found = before.get(quarter) ?? {
    ...versi,
    polaritas,
    agregasi,
    bacaan,
    ...(rumus && { rumus, metode: null, bacaan: null }),
  }
  before.set(quarter, found)
  return found as V
}

/** The version itself and as it holds in each quarter that differs. */
export function variantsOf(versi: Versi): Versi[] {
  return [versi, ...TRIWULAN.filter((q) => versi.perTriwulan?.[q]).map((q) => versionIn(versi, q))]
}
