// What a formula needs: known from the tree alone, without running it.
import { children, type IndikatorRef, type Node, type Tree } from './tree.ts'

export type Dependencies = {
  readonly names: readonly string[]
  /** The columns of each table. */
  readonly tables: Readonly<Record<string, readonly string[]>>
  readonly indikator: readonly IndikatorRef[]
}

export function dependencies(tree: Tree): Dependencies {
  const names = new Set<string>()
  const tables = new Map<string, Set<string>>()
  const indikator = new Map<string, IndikatorRef>()
  const visit = (node: Node): void => {
    if (node.kind === 'name') names.add(node.name)
    if (node.kind === 'column') tables.set(node.table, (tables.get(node.table) ?? new Set()).add(node.column))
    if (node.kind === 'indikator') indikator.set(JSON.stringify(node.ref), node.ref)
    children(node).forEach(visit)
  }
  visit(tree.root)
  return {
    names: [...names],
    tables: Object.fromEntries([...tables].map(([table, columns]) => [table, [...columns]])),
    indikator: [...indikator.values()],
  }
}
