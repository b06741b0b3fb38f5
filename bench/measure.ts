// Figures and what they are held against. A figure without its reference from the same run says little about the program.

export type Measure = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The same thing done barely, in the same run and the same unit. */
  readonly reference?: { readonly what: string; readonly value: number }
  /** value / reference: what carries over from one machine to another. */
  readonly ratio?: number
  readonly aim?: string
  /** Absent where nothing was aimed at. */
  readonly met?: boolean
}
export type Workload = (tell: (text: string) => void) => Promise<Measure[]>

/** The nearest-rank percentile, `p` from 0 to 100, of samples in any order. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]!
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 50)
}

/** What `work` gives, and the milliseconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

type Reading = { readonly what: string; readonly value: number; readonly unit: string }
type Against = { readonly reference?: Measure['reference']; readonly most?: number; readonly mostRatio?: number }

/** A reading beside its reference, judged by the most that it, or its ratio, may be. */
export function measured(reading: Reading, { reference, most, mostRatio }: Against = {}): Measure {
  const ratio = reference && reading.value / reference.value
  const aims = [most !== undefined && `≤ ${most} ${reading.unit}`, mostRatio !== undefined && `ratio ≤ ${mostRatio}`].filter(
    Boolean,
  )
  if (!aims.length) return { ...reading, reference, ratio }
  const met =
    (most === undefined || reading.value <= most) && (mostRatio === undefined || (ratio !== undefined && ratio <= mostRatio))
  return { ...reading, reference, ratio, aim: aims.join(', '), met }
}

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
