// One digit wrong, one too many, one lost, or two that changed places: what a hand or a scanner does.

export function oneSlip(a: string, b: string): boolean {
  if (a === b) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1)
  const rest = (from: number) => short.slice(from) === long.slice(from)
  return rest(i + 1) || (short[i] === long[i + 1] && short[i + 1] === long[i] && rest(i + 2))
}
