// Formulas that come back to their own value, by whatever offices and periods, known before one is saved. Pure.
import type { Day } from '../platform/kernel/time.ts'
import type { IndikatorRef } from '../rumus/tree.ts'
import { dayAfter } from './rules.ts'

/** A version of an indicator: in force in every period whose last day lies between its days. */
export type Node = {
  readonly unit: string
  readonly kode: string
  readonly berlakuDari: Day
  readonly berlakuSampai: Day | null
  readonly references: readonly IndikatorRef[]
}
/** `unit` stands under `induk` in every year whose last day lies between these. */
export type Line = { readonly induk: string; readonly unit: string; readonly dari: Day; readonly sampai: Day | null }
/** Through which nodes, the first one again at the end, and from which year on. */
export type Circle = { readonly way: readonly Node[]; readonly year: number }

/** A step of PERIODE may be a year, a semester, a quarter or a month of one. */
const PERIODS_A_YEAR = [1, 2, 4, 12] as const
/** No formula looks further than so many years. */
const HORIZON = 30

/**
 * The way on which a node's formula comes back to itself; undefined where there is none. What leads back in time ends where the
 * series begins, so only a way counts whose steps add up to 0 or more, in a period in which every version and line on it holds.
 */
export function circleFrom(start: Node, others: readonly Node[], lines: readonly Line[]): Circle | undefined {
  const nodes = Map.groupBy([start, ...others], (n) => `${n.unit} ${n.kode}`)
  const below = Map.groupBy(lines, (l) => l.induk)
  for (const perYear of PERIODS_A_YEAR) {
    const found = new Walk(start, nodes, below, perYear).find()
    if (found) return found
  }
  return undefined
}

/** Periods, numbered through the years, both ends included. */
type Span = readonly [from: number, until: number]
/** Where a walk stands: how far from the period it began with, and the periods with which it may have begun. */
type Place = { readonly way: readonly Node[]; readonly offset: number; readonly span: Span }

class Walk {
  readonly #start: Node
  readonly #nodes: ReadonlyMap<string, readonly Node[]>
  readonly #below: ReadonlyMap<string, readonly Line[]>
  readonly #perYear: number
  readonly #gain: number
  readonly #seen = new Map<Node, { offset: number; span: Span }[]>()

  constructor(
    start: Node,
    nodes: ReadonlyMap<string, readonly Node[]>,
    below: ReadonlyMap<string, readonly Line[]>,
    perYear: number,
  ) {
    this.#start = start
    this.#nodes = nodes
    this.#below = below
    this.#perYear = perYear
    const most = (n: Node) => Math.max(0, ...n.references.map((ref) => this.#step(ref)))
    this.#gain = [...nodes.values()].flat().reduce((sum, n) => sum + most(n), 0)
  }

  find(): Circle | undefined {
    const waiting: Place[] = [{ way: [this.#start], offset: 0, span: this.#holds(this.#start) }]
    for (let place = waiting.pop(); place; place = waiting.pop())
      for (const next of this.#next(place)) {
        if (next.way.at(-1) !== this.#start) waiting.push(next)
        else if (next.offset >= 0) return { way: next.way, year: Math.floor(next.span[0] / this.#perYear) }
      }
    return undefined
  }

  #next({ way, offset, span }: Place): Place[] {
    const at = way.at(-1)!
    return at.references.flatMap((ref) => {
      const there = offset + this.#step(ref)
      // However far the others lead forward, a walk that is further back does not return.
      if (there + this.#gain < 0 || there > HORIZON * this.#perYear) return []
      const units = ref.anak
        ? (this.#below.get(at.unit) ?? []).map((line) => ({ unit: line.unit, years: this.#years(line) }))
        : [{ unit: at.unit, years: ALWAYS }]
      return units.flatMap(({ unit, years }) =>
        (this.#nodes.get(`${unit} ${ref.kode}`) ?? []).flatMap((node) => {
          const whole = common(span, earlier(common(this.#holds(node), years), there))
          return whole[0] <= whole[1] && this.#isNew(node, there, whole)
            ? [{ way: [...way, node], offset: there, span: whole }]
            : []
        }),
      )
    })
  }

  #isNew(node: Node, offset: number, span: Span): boolean {
    const seen = this.#seen.get(node) ?? []
    this.#seen.set(node, seen)
    if (seen.some((s) => s.offset === offset && s.span[0] <= span[0] && s.span[1] >= span[1])) return false
    seen.push({ offset, span })
    return true
  }

  #step = (ref: IndikatorRef): number => ref.periode + ref.tahun * this.#perYear

  /** The periods whose last day is one of these. */
  #holds({ berlakuDari, berlakuSampai }: Node): Span {
    const period = (day: Day) =>
      Number(day.slice(0, 4)) * this.#perYear + Math.floor(((Number(day.slice(5, 7)) - 1) * this.#perYear) / 12)
    return [period(berlakuDari), berlakuSampai === null ? Infinity : period(dayAfter(berlakuSampai)) - 1]
  }

  /** The periods of the years whose last day is one of these. */
  #years({ dari, sampai }: Line): Span {
    const year = (day: Day) => Number(day.slice(0, 4)) * this.#perYear
    return [year(dari), sampai === null ? Infinity : year(dayAfter(sampai)) - 1]
  }
}

const ALWAYS: Span = [-Infinity, Infinity]
const common = (a: Span, b: Span): Span => [Math.max(a[0], b[0]), Math.min(a[1], b[1])]
const earlier = ([from, until]: Span, steps: number): Span => [from - steps, until - steps]

/** `A → B → A`, with the office of each that is not the first one's. */
export function circleInWords({ way }: Circle): string {
  return way.map(({ unit, kode }) => (unit === way[0]!.unit ? kode : `${kode} (${unit})`)).join(' → ')
}
