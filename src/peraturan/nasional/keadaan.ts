// When a capaian is called reached, close, or not reached. The traffic light is a convention of the program; its middle
// light begins where the scale of Permendagri 86/2017 calls a capaian Sangat Tinggi.
import { compare, type Decimal, parseDecimal } from '../../platform/kernel/decimal.ts'
import { daysOf } from '../../platform/kernel/time.ts'

export type AmbangKeadaan = {
  /** At least this much, unrounded, is `Tercapai`. */
  readonly tercapai: string
  /** More than this, unrounded, and less than reached, is `Waspada`. */
  readonly waspada: string
  readonly dasar: string
  readonly berlaku: { readonly dari: string; readonly sampai?: string }
}

export const AMBANG_KEADAAN: readonly AmbangKeadaan[] = [
  {
    tercapai: '100',
    waspada: '90',
    dasar: 'Permendagri 86/2017 Tabel T-E.1: tingkat tertinggi lebih dari 90; target tercapai pada 100',
    berlaku: { dari: '2018-01-01' },
  },
]

/** The row of a day; of a day before the first row, the first: a light is shown for old reports as well. */
export function ambangKeadaan(day: string): AmbangKeadaan {
  const found = AMBANG_KEADAAN.find(({ berlaku }) => berlaku.dari <= day && (!berlaku.sampai || day <= berlaku.sampai))
  return found ?? AMBANG_KEADAAN[0]!
}

/** What holds on the last day of a period. */
export const ambangOf = (periode: string) => ambangKeadaan(daysOf(periode).sampai)

/** Of a capaian that is a number: reached, close, or not. */
export function lightOf(capaian: Decimal, periode: string): 'tercapai' | 'waspada' | 'tidak-tercapai' {
  const { tercapai, waspada } = ambangOf(periode)
  if (compare(capaian, parseDecimal(tercapai)) >= 0) return 'tercapai'
  return compare(capaian, parseDecimal(waspada)) > 0 ? 'waspada' : 'tidak-tercapai'
}
