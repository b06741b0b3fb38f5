// Formulas that come back to themselves, known before any is saved.
import type { IndikatorRef } from './tree.ts'

type Edge = { readonly from: string; readonly to: string; readonly ref: IndikatorRef }

/** A step of PERIODE may be a year, a semester, a quarter or a month of one. */
const PERIODS_A_YEAR = [1, 2, 4, 12] as const

/**
 * The way round, as codes from one back to itself, where the formulas of one office refer to each other in a circle;
 * undefined where there is none. `references` gives what each code's formula refers to. A reference to an earlier period
 * ends where the series begins, so only circles that do not lead back in time count; one to child units (`ANAK()`) never
 * comes back, because a child's formula cannot name its parent.
 */
export function findCircle(references: ReadonlyMap<string, readonly IndikatorRef[]>): string[] | undefined {
  const edges = [...references].flatMap(([from, refs]) =>
    refs.filter((ref) => !ref.anak && references.has(ref.kode)).map((ref) => ({ from, to: ref.kode, ref })),
  )
  for (const perYear of PERIODS_A_YEAR) {
    const found = circleThrough([...references.keys()], edges, ({ ref }) => ref.periode + ref.tahun * perYear)
    if (found) return found
  }
  return undefined
}

/** A circle whose steps in time add up to 0 or more: the longest ways keep growing where there is one (Bellman and Ford). */
function circleThrough(codes: readonly string[], edges: readonly Edge[], step: (edge: Edge) => number): string[] | undefined {
  const length = new Map(codes.map((code) => [code, 0]))
  const before = new Map<string, string>()
  // Each edge adds a little, so that a circle of 0 grows too, and no circle of less than 0 does.
  const grow = (edge: Edge) => step(edge) * (codes.length + 1) + 1
  let last: string | undefined
  for (let round = 0; round <= codes.length; round += 1) {
    last = undefined
    for (const edge of edges) {
      const reached = length.get(edge.from)! + grow(edge)
      if (reached <= length.get(edge.to)!) continue
      length.set(edge.to, reached)
      before.set(edge.to, edge.from)
      last = edge.to
    }
    if (last === undefined) return undefined
  }
  let at = last!
  for (const _ of codes) at = before.get(at)!
  const way = [at]
  for (let code = before.get(at)!; code !== at; code = before.get(code)!) way.unshift(code)
  return [at, ...way]
}
