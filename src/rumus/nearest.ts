// What was probably meant where a name is not known.
import { fold } from './value.ts'

/** The known name that is at most two slips away. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known.map((k) => ({ k, slips: distance(fold(name), fold(k)) })).sort((a, b) => a.slips - b.slips)
  return best && best.slips <= Math.min(2, Math.floor(name.length / 2)) ? best.k : undefined
}

/** Letters to add, take away, change or swap with their neighbour; 3 stands for more. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const [before, last] = [rows[i - 2], rows[i - 1]!]
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = before && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : 3
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, swapped))
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
