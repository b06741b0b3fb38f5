// The same thing printed in two places: when two printed figures are one, and how that is said. `hitung` of `aturan.ts` for equality.
import { type Place, placeInWords } from '../platform/documents/blocks/paper.ts'
import { type Decimal, round, toText } from '../platform/kernel/decimal.ts'
import type { Angka } from './angka.ts'
import type { Hitungan } from './aturan.ts'

/** `97,77` and `97,8`, `96%` and `96,00`; cut off counts as rounded. */
export function samaAngka(a: Angka, b: Angka): boolean {
  if (a.nilai.eq(b.nilai)) return true
  const places = Math.min(a.desimal, b.desimal)
  if (a.desimal === b.desimal || (places === 0 && a.nilai.abs().lt(10))) return false
  const [fine, rough] = a.desimal > b.desimal ? [a.nilai, b.nilai] : [b.nilai, a.nilai]
  return rough.eq(round(fine, places)) || rough.eq(fine.toDecimalPlaces(places, 1))
}

/** The same figure in another unit: of `Rp` and `juta rupiah`. */
export const samaSatuanLain = (a: Decimal, b: Decimal): boolean =>
  !a.isZero() && !b.isZero() && ['1000', '1000000', '0.001', '0.000001'].some((k) => a.times(k).eq(b))

/** A figure that stands as it does elsewhere. */
export function berulang(angka: Angka, lain: Angka, letak: string): Hitungan {
  const cocok = samaAngka(angka, lain)
  return {
    di: angka.di,
    letak,
    rumus: `${tempat(angka.di)} = ${tempat(lain.di)}`,
    tercetak: angka.tercetak,
    dihitung: toText(lain.nilai),
    pembulatan: angka.nilai.eq(lain.nilai) ? 'tepat' : cocok ? 'setengah-naik' : null,
    cocok,
  }
}

/** `baris 2911`; without a line, the place in words. */
export const tempat = (di: Place): string => placeInWords(di) || 'naskah'
