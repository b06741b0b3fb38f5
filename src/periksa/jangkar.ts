// Where in the blocks of a paper something stands, so that a page can show it: `b12` a block, `b12r3` a row of its table or an
// item of its list, `b12r3k4` a cell. Counted from 0 in the read model, which a line number is not.
import { beginsAt, type Place, type ReadBlock, type ReadPaper } from '../platform/documents/blocks/paper.ts'

type Spot = { readonly jangkar: string; readonly teks: string; readonly kolom?: number }
type Hint = { readonly tercetak?: string | null; readonly letak?: string }

/** The spot for a place that a rule names: the very place of a cell where it hands that on, else the best of what stands there. */
export function jangkarIn(paper: ReadPaper): (di: Place, hint?: Hint) => string | null {
  const same = new Map<Place, Spot[]>()
  const equal = new Map<string, Spot[]>()
  const put = <K>(map: Map<K, Spot[]>, key: K, spot: Spot) => {
    const there = map.get(key)
    if (there) there.push(spot)
    else map.set(key, [spot])
  }
  for (const [b, block] of paper.blocks.entries())
    for (const [at, spot] of spotsOf(block, `b${b}`)) {
      put(same, at, spot)
      put(equal, keyOf(at), spot)
    }
  return (di, hint = {}) => bestOf(same.get(di) ?? equal.get(keyOf(di)) ?? [], hint)?.jangkar ?? null
}

/** A cell with the printed text in the column that is named, then one with the text, then the column, then what comes first. */
function bestOf(spots: readonly Spot[], { tercetak, letak }: Hint): Spot | undefined {
  const column = /kolom (\d+)/.exec(letak ?? '')?.[1]
  const isText = (s: Spot) => tercetak != null && s.teks === tercetak
  const isColumn = (s: Spot) => column !== undefined && s.kolom === Number(column) - 1
  return spots.find((s) => isText(s) && isColumn(s)) ?? spots.find(isText) ?? spots.find(isColumn) ?? spots[0]
}

const keyOf = ({ line, page, paragraph, sheet }: Place) => [line, page, paragraph, sheet].join(' ')

function* spotsOf(block: ReadBlock, b: string): Generator<readonly [Place, Spot]> {
  if (block.kind === 'table') {
    for (const [r, row] of block.rows.entries()) {
      for (const [k, c] of row.cells.entries())
        if (beginsAt(block.rows, r, k))
          for (const at of [c.at, ...(c.more ?? [])]) yield [at, { jangkar: `${b}r${r}k${k}`, teks: c.text, kolom: k }]
      yield [row.at, { jangkar: `${b}r${r}`, teks: '' }]
    }
    const { caption } = block
    if (caption) yield [caption.at, { jangkar: b, teks: caption.text }]
  } else if (block.kind === 'list')
    for (const [r, item] of block.items.entries()) yield [item.at, { jangkar: `${b}r${r}`, teks: item.text }]
  else if (block.kind === 'contents')
    for (const [r, entry] of block.entries.entries()) yield [entry.at, { jangkar: `${b}r${r}`, teks: entry.text }]
  else for (const at of [block.at, ...('more' in block ? (block.more ?? []) : [])]) yield [at, { jangkar: b, teks: block.text }]
  yield [block.at, { jangkar: b, teks: '' }]
}
