// The name that a value has in the scale of its official method: an IKM of 97,51 is A (Sangat Baik).
import { compare, type Decimal, parseDecimal, toText, ZERO } from '../platform/kernel/decimal.ts'
import type { Metode } from './metode.ts'
import { atMaximum, findSkala, tingkatOf } from './nasional/skala.ts'

export type Sebutan = {
  readonly sebutan: string
  /** The short name that the regulation gives the level: A, BB, IV. */
  readonly kode: string | null
  /** The lower end of the level, none for the lowest; `termasuk` where it belongs to the level. */
  readonly dari: string | null
  readonly termasuk: boolean
  readonly skala: { readonly kode: string; readonly nama: string; readonly dasar: string }
  /** The highest value of the scope that the ends were shrunk to. */
  readonly maks: string | null
}

/** `highest` gives what the reading's `maks` comes to. A value above the highest, or of an unknown highest, has no name. */
export function sebutanOf(
  metode: Metode,
  bacaan: string,
  nilai: Decimal,
  highest: (rumus: string) => Decimal | undefined,
): Sebutan | null {
  const full = metode.skala ? findSkala(metode.skala) : undefined
  const reading = metode.bacaan[bacaan]
  if (!full || !reading || reading.tanpaSebutan) return null
  const top = reading.maks === undefined ? undefined : highest(reading.maks)
  if (reading.maks !== undefined && (!top || compare(top, ZERO) <= 0)) return null
  const skala = top ? atMaximum(full, toText(top)) : full
  if (skala.maks && compare(nilai, parseDecimal(skala.maks)) > 0) return null
  const level = tingkatOf(skala, nilai)
  if (!level) return null
  const { sebutan, kode = null, dari, termasuk = false } = level
  return {
    sebutan,
    kode,
    dari,
    termasuk,
    skala: { kode: skala.kode, nama: skala.nama, dasar: skala.dasar },
    maks: top ? toText(top) : null,
  }
}
