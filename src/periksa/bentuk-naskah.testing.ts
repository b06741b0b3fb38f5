// Findings of one paper in two forms, without their places: how many are in both, and how many the second has besides.
import { bare } from '../platform/documents/printing.testing.ts'
import type { TemuanReviu } from './reviu.ts'

const keyOf = (t: TemuanReviu) => `${t.aturan} ${bare(t.tercetak ?? '').slice(0, 60)}`

export function samaTemuan(a: readonly TemuanReviu[], b: readonly TemuanReviu[]): { readonly sama: number; readonly baru: number } {
  const left = b.map(keyOf)
  let sama = 0
  for (const t of a) {
    const at = left.indexOf(keyOf(t))
    if (at < 0) continue
    left.splice(at, 1)
    sama++
  }
  return { sama, baru: left.length }
}
