// Which caption belongs to which table. Some papers print it above, some below: the paper's own habit decides. Pure.
import type { Caption, ReadBlock, ReadTable } from '../blocks/paper.ts'

type Side = 'above' | 'below'

export function placeCaptions(blocks: readonly ReadBlock[]): ReadBlock[] {
  const captions = blocks.flatMap((b, i) => (b.kind === 'caption' && b.label === 'Tabel' ? [{ caption: b, i }] : []))
  const habit = habitOf(
    blocks,
    captions.map((c) => c.i),
  )
  const given = new Map<number, Caption>()
  const placed = new Set<number>()
  for (const side of habit === 'above' ? (['above', 'below'] as const) : (['below', 'above'] as const))
    for (const { caption, i } of captions) {
      if (placed.has(i)) continue
      const table = neighbour(blocks, i, side, side === habit ? 2 : 0)
      if (table === undefined || given.has(table)) continue
      const { kind: _, ...plain } = caption
      given.set(table, plain)
      placed.add(i)
    }
  return blocks.flatMap((block, i) => {
    if (placed.has(i)) return []
    const caption = given.get(i)
    return [caption ? { ...(block as ReadTable), caption } : block]
  })
}

/** Where most captions have a table next to them and none on the other side. */
function habitOf(blocks: readonly ReadBlock[], captions: readonly number[]): Side {
  let above = 0
  for (const i of captions) {
    const [before, after] = [neighbour(blocks, i, 'below', 0), neighbour(blocks, i, 'above', 0)]
    if (before === undefined && after !== undefined) above++
    if (before !== undefined && after === undefined) above--
  }
  return above >= 0 ? 'above' : 'below'
}

/** The table that a caption at `i` names: the next one after it, or the last one before it, with at most some short lines between. */
function neighbour(blocks: readonly ReadBlock[], i: number, side: Side, between: number): number | undefined {
  const step = side === 'above' ? 1 : -1
  let short = 0
  for (let at = i + step; blocks[at]; at += step) {
    const block = blocks[at]!
    if (block.kind === 'table') return at
    if (block.kind === 'furniture') continue
    const brief = (block.kind === 'paragraph' && block.text.length <= 120) || (block.kind === 'heading' && block.level > 2)
    const list = block.kind === 'list' && block.items.length === 1 && block.items[0]!.text.length <= 120
    if (!(brief || list) || ++short > between) return undefined
  }
  return undefined
}
