// What must one input be, so that a result reaches its target? Found by measuring: every candidate is a figure as it would be
// typed, with the decimals of that place, and is measured exactly; between a candidate that reaches the target and one that
// does not, halving finds the last that does. So the answer is exact for straight lines and for every rule of polarity,
// aggregation and capping alike, as long as capaian rises, falls, or rises and then falls along the input.
import { compare, type Decimal, parseDecimal, toText } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { keyOf, type Letak, placeText, tableOf, withAndaian, wordsOf } from './andaian.ts'
import { boundsOf } from './batas-masukan.ts'
import type { Bacaan, Loaded, Versi } from './hasil.ts'
import { type Sisi, sisiOf } from './jika.ts'
import { ambangOf } from './keadaan.ts'
import { Measurement } from './measure.ts'

export const JAWABAN = [
  /** From `dari` to `sampai`; an end that is null is open. */
  'RENTANG',
  'SEMUA',
  'TIDAK_ADA',
  'TIDAK_BERPENGARUH',
  'TIDAK_DAPAT_DIHITUNG',
  'TIDAK_TUNGGAL',
  'TANPA_TARGET',
] as const
export type Jawaban = {
  readonly jenis: (typeof JAWABAN)[number]
  readonly di: string
  readonly untuk: { readonly kode: string; readonly periode: string }
  readonly ambang: string
  readonly dari: string | null
  readonly sampai: string | null
  /** What comes nearest where nothing reaches it. */
  readonly terdekat: { readonly isian: string; readonly capaian: string } | null
  /** As it stands, before the input is changed. */
  readonly kini: Sisi
}

type Untuk = { readonly kode: string; readonly periode: string }
type Scaled = Versi & { readonly skalaMin?: string | null; readonly skalaMaks?: string | null }

export function whatMust(bahan: Loaded, unit: string, letak: Letak, untuk: Untuk, bacaan: Bacaan = {}): Jawaban {
  const ambang = ambangOf(untuk.periode).tercapai
  const kini = sisiOf(bahan, unit, untuk.kode, untuk.periode, new Measurement(bahan, bacaan))
  const bare = { di: placeText(letak), untuk, ambang, dari: null, sampai: null, terdekat: null, kini }
  const held = bahan.target(unit, untuk.kode, untuk.periode)?.figure.status
  if (letak.bagian !== 'TARGET' && held !== 'NILAI') return { ...bare, jenis: 'TANPA_TARGET' }
  const line = lineOf(bahan, unit, letak)
  const search = new Search(line, parseDecimal(ambang), (nilai) => {
    const over = withAndaian(bahan, unit, [{ letak, nilai: figureOf(toText(nilai)) }])
    const { capaian } = sisiOf(over, unit, untuk.kode, untuk.periode, new Measurement(over, bacaan))
    return capaian.status === 'NILAI' && capaian.nilai !== null ? parseDecimal(capaian.nilai) : null
  })
  return { ...bare, ...search.answer() }
}

const figureOf = (nilai: string): FigureOut => ({
  status: 'NILAI',
  nilai,
  kategori: null,
  min: null,
  maks: null,
  tercetak: null,
})

/** The figures that may be typed into a place: from, to, with how many decimals, and which of them are worth a look first. */
type Line = { readonly low: bigint; readonly high: bigint; readonly desimal: number; readonly marks: readonly bigint[] }

function lineOf(bahan: Loaded, unit: string, letak: Letak): Line {
  const versi = bahan.versi(unit, letak.kode, letak.periode) as Scaled
  const target = bahan.target(unit, letak.kode, letak.periode)?.figure
  const stored = letak.bagian === 'MASUKAN' ? storedIn(bahan, unit, letak) : null
  const desimal = stored ? (stored.split('.')[1]?.length ?? 0) : versi.desimal
  const grid = (text: string | null | undefined) => (text ? toGrid(parseDecimal(text), desimal) : undefined)
  const known = [stored, target?.nilai, target?.min, target?.maks].flatMap((text) => grid(text) ?? [])
  const whole = letak.bagian === 'REALISASI'
  const furthest = known.reduce((a, b) => (abs(b) > a ? abs(b) : a), 10n ** BigInt(6 + desimal))
  const bounds = letak.bagian === 'MASUKAN' ? boundsOf(letak.asked, wordsOf(letak.asked, letak.kunci)) : []
  const [maks] = bounds.flatMap(({ rentang }) => grid(rentang.maks) ?? [])
  const [min] = bounds.flatMap(({ rentang }) => grid(rentang.min) ?? [])
  const high = (whole ? grid(versi.skalaMaks) : maks) ?? furthest * 1000n
  const low = (whole ? grid(versi.skalaMin) : min) ?? (known.some((n) => n < 0n) ? -high : 0n)
  return { low, high, desimal, marks: known }
}

function storedIn(bahan: Loaded, unit: string, letak: Letak & { bagian: 'MASUKAN' }): string | null {
  const rows = tableOf(bahan, unit, letak, letak.asked)?.isian ?? []
  const found =
    letak.asked.jenis === 'ANGKA' ? rows[0] : (rows.find((r) => keyOf(letak.asked, r.dimensi) === letak.kunci) ?? rows[0])
  return found?.nilai.nilai ?? null
}

const abs = (n: bigint) => (n < 0n ? -n : n)
const toGrid = (value: Decimal, desimal: number): bigint => BigInt(value.times(`1e${desimal}`).round().toFixed(0))
const fromGrid = (n: bigint, desimal: number): Decimal => parseDecimal(n.toString()).div(`1e${desimal}`)

type Found = Pick<Jawaban, 'jenis'> & Partial<Pick<Jawaban, 'dari' | 'sampai' | 'terdekat'>>

class Search {
  readonly #line: Line
  readonly #ambang: Decimal
  readonly #measure: (nilai: Decimal) => Decimal | null
  readonly #known = new Map<bigint, Decimal | null>()

  constructor(line: Line, ambang: Decimal, measure: (nilai: Decimal) => Decimal | null) {
    this.#line = line
    this.#ambang = ambang
    this.#measure = measure
  }

  answer(): Found {
    const at = this.#probes()
    if (at.every((n) => this.#of(n) === null)) return { jenis: 'TIDAK_DAPAT_DIHITUNG' }
    if (at.every((n) => this.#order(n, at[0]!) === 0)) return { jenis: 'TIDAK_BERPENGARUH' }
    if (at.every((n) => this.#reaches(n))) return { jenis: 'SEMUA' }
    if (!this.#hasOnePeak(at)) return { jenis: 'TIDAK_TUNGGAL' }
    const inside = at.find((n) => this.#reaches(n)) ?? this.#peak(at)
    if (!this.#reaches(inside)) return { jenis: 'TIDAK_ADA', terdekat: this.#told(inside) }
    const before = at.findLast((n) => n < inside && !this.#reaches(n))
    const after = at.find((n) => n > inside && !this.#reaches(n))
    return {
      jenis: 'RENTANG',
      dari: before === undefined ? null : this.#openBelow(this.#edge(inside, before)),
      sampai: after === undefined ? null : this.#text(this.#edge(this.#last(at, inside), after)),
    }
  }

  #last = (at: readonly bigint[], inside: bigint): bigint => at.findLast((n) => n >= inside && this.#reaches(n)) ?? inside

  /** A place at each end, around what is known, at every power of ten between, and evenly over a short scale. */
  #probes(): bigint[] {
    const { low, high, marks } = this.#line
    const powers: bigint[] = []
    for (let p = 1n; p <= high; p *= 10n) powers.push(p, -p)
    const tenths = Array.from({ length: 9 }, (_, i) => low + ((high - low) * BigInt(i + 1)) / 10n)
    const all = [low, high, 0n, ...marks, ...powers, ...tenths].filter((n) => n >= low && n <= high)
    return [...new Set(all)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  }

  #of(n: bigint): Decimal | null {
    const known = this.#known.get(n)
    if (known !== undefined) return known
    const made = this.#measure(fromGrid(n, this.#line.desimal))
    this.#known.set(n, made)
    return made
  }

  #reaches(n: bigint): boolean {
    const found = this.#of(n)
    return found !== null && compare(found, this.#ambang) >= 0
  }

  /** What cannot be computed is below everything. */
  #order(a: bigint, b: bigint): number {
    const [x, y] = [this.#of(a), this.#of(b)]
    if (x === null || y === null) return Number(x !== null) - Number(y !== null)
    return compare(x, y)
  }

  #hasOnePeak(at: readonly bigint[]): boolean {
    const steps = at.slice(1).map((n, i) => this.#order(n, at[i]!))
    const falls = steps.findIndex((s) => s < 0)
    return falls < 0 || steps.slice(falls).every((s) => s <= 0)
  }

  /** The best candidate between the neighbours of the best probe. */
  #peak(at: readonly bigint[]): bigint {
    let best = at.reduce((a, b) => (this.#order(b, a) > 0 ? b : a))
    let low = at.findLast((n) => n < best) ?? best
    let high = at.find((n) => n > best) ?? best
    while (high - low > 2n) {
      const third = (high - low) / 3n || 1n
      const [a, b] = [low + third, high - third]
      for (const n of [a, b]) if (this.#order(n, best) > 0) best = n
      const order = this.#order(a, b)
      if (order < 0 || (order === 0 && best > b)) low = a
      else if (order > 0 || best < a) high = b
      else [low, high] = [a, b]
    }
    for (let n = low; n <= high; n++) if (this.#order(n, best) > 0) best = n
    return best
  }

  /** Between one that reaches it and one that does not: the last that does. */
  #edge(yes: bigint, no: bigint): bigint {
    let [a, b] = [yes, no]
    while (abs(a - b) > 1n) {
      const middle = (a + b) / 2n
      if (this.#reaches(middle)) a = middle
      else b = middle
    }
    return a
  }

  /** Below it nothing can be computed, such as capaian of a target of 0: then there is no bound to speak of. */
  #openBelow(edge: bigint): string | null {
    return this.#of(edge - 1n) === null ? null : this.#text(edge)
  }

  #text = (n: bigint): string => toText(fromGrid(n, this.#line.desimal))

  #told(n: bigint): { isian: string; capaian: string } {
    return { isian: this.#text(n), capaian: toText(this.#of(n)!) }
  }
}
