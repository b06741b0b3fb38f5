// A printed figure and what it can stand for: a figure of two decimals was rounded from something within half a hundredth.
// Everything is reckoned twice: with the figures as printed, and with the bounds of what they can have been.

import type { Place } from '../platform/documents/blocks/paper.ts'
import { type Decimal, formatDecimal, HUNDRED, ONE, parseDecimal, round, toText, ZERO } from '../platform/kernel/decimal.ts'
import type { Sel } from './naskah.ts'

/** A figure that stands in the paper. */
export type Angka = {
  readonly nilai: Decimal
  /** How many decimals are printed. */
  readonly desimal: number
  readonly tercetak: string
  /** How sure its reading is, 0 to 1. */
  readonly keyakinan: number
  readonly di: Place
}
/** A result with its bounds, and how it reads: `746367815588 / 779977900621 * 100`. */
export type Hasil = { readonly nilai: Decimal; readonly min: Decimal; readonly maks: Decimal; readonly rumus: string }

/** The figure of a cell, where it holds one. */
export function angkaOf(sel: Sel | undefined): Angka | undefined {
  if (!sel?.angka || !('dibaca' in sel.nilai) || sel.nilai.dibaca === undefined) return undefined
  const desimal = /\.(\d+)$/.exec(sel.nilai.dibaca)?.[1]?.length ?? 0
  return { nilai: sel.angka, desimal, tercetak: sel.teks, keyakinan: sel.nilai.keyakinan, di: sel.di }
}

/** How many digits it tells: 10,20 four, a round 40 one. */
export const banyakAngka = ({ nilai, desimal }: Pick<Angka, 'nilai' | 'desimal'>): number =>
  Math.max(nilai.precision(), desimal > 0 ? nilai.e + 1 + desimal : 0)

/** Half of the last printed place; a figure without decimals was counted, and is what it says. */
const halves: Decimal[] = []
const half = (desimal: number): Decimal => (halves[desimal] ??= parseDecimal(`0.${'0'.repeat(desimal)}5`))
/** One in its last place. */
const place = (desimal: number): Decimal => (places[desimal] ??= half(desimal).times(2))
const places: Decimal[] = []
const slackOf = ({ desimal }: Angka) => (desimal === 0 ? ZERO : half(desimal))

export function dari(angka: Angka): Hasil {
  const slack = slackOf(angka)
  const { nilai } = angka
  return { nilai, min: nilai.minus(slack), maks: nilai.plus(slack), rumus: toText(nilai) }
}
/** A percentage without decimals was rounded all the same: `96%`. */
export function dariPersen(angka: Angka): Hasil {
  const slack = half(angka.desimal)
  return { nilai: angka.nilai, min: angka.nilai.minus(slack), maks: angka.nilai.plus(slack), rumus: toText(angka.nilai) }
}
export const tetap = (nilai: Decimal): Hasil => ({ nilai, min: nilai, maks: nilai, rumus: toText(nilai) })

const wrap = ({ rumus }: Hasil) => (/^-?[\d.]+$/.test(rumus) || /^[A-Z]+\(.*\)$/.test(rumus) ? rumus : `(${rumus})`)

/** Bounds and words are made when they are asked for: of most that is tried, only the result is looked at. Not to be spread. */
class Malas implements Hasil {
  readonly nilai: Decimal
  readonly #ends: () => readonly Decimal[]
  readonly #rumus: () => string
  #known?: ReturnType<typeof boundsOf>

  constructor(nilai: Decimal, ends: () => readonly Decimal[], rumus: () => string) {
    this.nilai = nilai
    this.#ends = ends
    this.#rumus = rumus
  }
  get min() {
    return this.#bounds().min
  }
  get maks() {
    return this.#bounds().maks
  }
  get rumus() {
    return this.#rumus()
  }
  #bounds() {
    this.#known ??= boundsOf(this.#ends())
    return this.#known
  }
}
const malas = (nilai: Decimal, ends: () => readonly Decimal[], rumus: () => string): Hasil => new Malas(nilai, ends, rumus)
/** The same result in other words. */
export const disebut = (hasil: Hasil, rumus: (own: string) => string): Hasil =>
  malas(
    hasil.nilai,
    () => [hasil.min, hasil.maks],
    () => rumus(hasil.rumus),
  )
const boundsOf = (ends: readonly Decimal[]) => ({
  min: ends.reduce((a, b) => (b.lt(a) ? b : a)),
  maks: ends.reduce((a, b) => (b.gt(a) ? b : a)),
})

export const tambah = (a: Hasil, b: Hasil): Hasil =>
  malas(
    a.nilai.plus(b.nilai),
    () => [a.min.plus(b.min), a.maks.plus(b.maks)],
    () => `${a.rumus} + ${b.rumus}`,
  )
export const kurang = (a: Hasil, b: Hasil): Hasil =>
  malas(
    a.nilai.minus(b.nilai),
    () => [a.min.minus(b.maks), a.maks.minus(b.min)],
    () => `${a.rumus} - ${wrap(b)}`,
  )
export const kali = (a: Hasil, b: Hasil): Hasil =>
  malas(
    a.nilai.times(b.nilai),
    () => [a.min.times(b.min), a.min.times(b.maks), a.maks.times(b.min), a.maks.times(b.maks)],
    () => `${wrap(a)} * ${wrap(b)}`,
  )
/** Undefined where the divisor is, or can be, zero. */
export function bagi(a: Hasil, b: Hasil): Hasil | undefined {
  if (b.nilai.isZero() || b.min.isNegative() !== b.maks.isNegative() || b.min.isZero() || b.maks.isZero()) return undefined
  return malas(
    a.nilai.div(b.nilai),
    () => [a.min.div(b.min), a.min.div(b.maks), a.maks.div(b.min), a.maks.div(b.maks)],
    () => `${wrap(a)} / ${wrap(b)}`,
  )
}
export const persen = (a: Hasil): Hasil =>
  malas(
    a.nilai.times(HUNDRED),
    () => [a.min.times(HUNDRED), a.maks.times(HUNDRED)],
    () => `${wrap(a)} * 100`,
  )
/** `SUM(…)` of as many as there are; long lists are said by their ends. */
export const jumlah = (parts: readonly Hasil[]): Hasil =>
  malas(
    parts.reduce((sum, p) => sum.plus(p.nilai), ZERO),
    () => [parts.reduce((sum, p) => sum.plus(p.min), ZERO), parts.reduce((sum, p) => sum.plus(p.maks), ZERO)],
    () => listed('SUM', parts),
  )
export function rerata(parts: readonly Hasil[]): Hasil | undefined {
  if (!parts.length) return undefined
  const sum = jumlah(parts)
  const count = ONE.times(parts.length)
  return malas(
    sum.nilai.div(count),
    () => [sum.min.div(count), sum.maks.div(count)],
    () => listed('AVERAGE', parts),
  )
}
/** A figure with its own decimals, as papers print it. */
export const tulis = (nilai: Decimal): string => formatDecimal(nilai, nilai.decimalPlaces())
/** A formula as people read it: `(97,77 / 86,75) × 100`. */
export const terbaca = (rumus: string): string =>
  rumus.replace(/\d+(?:\.\d+)?/g, (n) => tulis(parseDecimal(n))).replaceAll(' * ', ' × ')

const LISTED = 12
function listed(name: string, parts: readonly Hasil[]): string {
  const shown = parts.length <= LISTED ? parts : [...parts.slice(0, 3), undefined, parts.at(-1)!]
  return `${name}(${shown.map((p) => (p ? p.rumus : `… ${parts.length - 4} lagi …`)).join('; ')})`
}
/**
 * How a printed figure agrees with a result: exactly, rounded half up, cut off, or within what the rounded figures that it was
 * reckoned from can have been; null where it does not.
 */
export type Pembulatan = 'tepat' | 'setengah-naik' | 'potong' | 'dari-angka-belum-dibulatkan'
export function agreement(angka: Angka, hasil: Hasil): Pembulatan | null {
  if (angka.nilai.eq(hasil.nilai)) return 'tepat'
  if (isFar(angka, hasil.nilai)) return null
  if (angka.nilai.eq(round(hasil.nilai, angka.desimal))) return 'setengah-naik'
  if (angka.nilai.eq(hasil.nilai.toDecimalPlaces(angka.desimal, 1))) return 'potong'
  const { min, maks } = dariPersen(angka)
  return hasil.min.lte(maks) && hasil.maks.gte(min) && hasil.min.lt(hasil.maks) ? 'dari-angka-belum-dibulatkan' : null
}
const FIFTIETH = parseDecimal('0.02')
/** Beyond a fiftieth, and one in its last place, no rounding of what it was made from explains a figure. */
function isFar({ nilai, desimal }: Angka, result: Decimal): boolean {
  const off = nilai.minus(result).abs()
  return off.gt(place(desimal)) && off.gt(nilai.abs().times(FIFTIETH))
}
