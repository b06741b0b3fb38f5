// How much a formula has to do over its data, known before it runs: 30 KB of roots over a table would hold up everybody for minutes.
import type { Context } from './context.ts'
import { findFunction } from './functions.ts'
import { children, type Node, type Tree } from './tree.ts'
import { type Galat, galat } from './value.ts'

/** In cells; a few seconds. A traced cell is also written down, and its text must be sent. */
export const MOST_WORK = 20_000_000
export const MOST_TRACED = 5_000_000
/** What one takes beside a sum of two cells. */
const [ROOT_OF_ANY, SQUARE_ROOT, WHOLE_POWER] = [700, 60, 40]

/** More offices than any has below it. */
const MOST_CHILDREN = 1000

/** A formula of so few steps is never asked about its rows: looking a table up costs more than the sum. */
const FEW = 50

export const mayBeHeavy = (root: Node): boolean => readsColumns(root) && steps(root) > FEW

function readsColumns(node: Node): boolean {
  return node.kind === 'column' || (node.kind === 'indikator' && node.ref.anak) || children(node).some(readsColumns)
}

const steps = (node: Node): number => children(node).reduce((sum, part) => sum + steps(part), weight(node))

export function tooMuch({ root }: Tree, { data }: Context, most: number): Galat | null {
  let work = 0
  /** How many cells the part has; what it takes to make them is counted on the way. */
  const count = (node: Node): number => {
    const widest = children(node).reduce((most, part) => Math.max(most, count(part)), 1)
    const cells =
      node.kind === 'column' ? rowsOf(data(node.table)) : node.kind === 'indikator' && node.ref.anak ? MOST_CHILDREN : widest
    work += cells * weight(node)
    return node.kind === 'call' && node.by.length === 0 && findFunction(node.name)?.kind === 'aggregate' ? 1 : cells
  }
  count(root)
  if (work <= most) return null
  const pesan = `Rumus ini terlalu berat untuk datanya: kira-kira ${Math.ceil(work / 1e6)} juta langkah, paling banyak ${most / 1e6} juta. Ringkas tabelnya atau pecah rumusnya.`
  return galat('TERLALU_BERAT', pesan, root.letak)
}

const rowsOf = (table: ReturnType<Context['data']>): number => (table?.status === 'TABEL' ? table.rows.length : 1)

function weight(node: Node): number {
  if (node.kind === 'call') return node.name === 'SQRT' ? SQUARE_ROOT : 1
  if (node.kind !== 'binary' || node.operator !== '^') return 1
  return node.right.kind === 'number' && /^\d{1,3}$/.test(node.right.text) && !node.right.percent ? WHOLE_POWER : ROOT_OF_ANY
}
