// How alike two texts are, so that a scanner's slip in a repeated header does not make it another header. Pure.

/** Letters and figures only, in one case. */
export const essence = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** 1 for texts that read alike, 0 for those that share no two neighbouring signs. */
export function likeness(a: string, b: string): number {
  const [x, y] = [essence(a), essence(b)]
  if (x === y) return 1
  if (x.length < 2 || y.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let i = 0; i < x.length - 1; i++) {
    const pair = x.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 0; i < y.length - 1; i++) {
    const left = pairs.get(y.slice(i, i + 2)) ?? 0
    if (left) {
      shared++
      pairs.set(y.slice(i, i + 2), left - 1)
    }
  }
  return (2 * shared) / (x.length + y.length - 2)
}
