// A tree as a table, for the forms that have no pictures and for who cannot see one: a row a node, in reading order, with its
// place as a number (1.2.3). Pure.
import type { Row, Table, Tree, TreeNode } from './blocks.ts'

export function treeTable(tree: Tree): Table {
  const rows: Row[] = []
  const walk = (nodes: readonly TreeNode[], above: string) =>
    nodes.forEach((node, at) => {
      const place = above ? `${above}.${at + 1}` : String(at + 1)
      rows.push([
        { text: place },
        { text: node.level },
        { text: node.code },
        { text: node.text },
        { text: node.notes.join('\n') || '–' },
        { text: node.linked.join('\n') || '–' },
      ])
      walk(node.children, place)
    })
  walk(tree.roots, '')
  return {
    kind: 'table',
    name: tree.name,
    columns: [{ share: 8 }, { share: 10 }, { share: 11 }, { share: 32 }, { share: 26 }, { share: 18 }],
    header: [[...tree.columns].map((text) => ({ text }))],
    groups: [{ rows }],
    size: 8,
  }
}

/** The whole tree in sentences, each node with its place, so that nothing of the picture is lost to who hears it. */
export function treeInWords(tree: Tree): string {
  const walk = (nodes: readonly TreeNode[], above: string): string[] =>
    nodes.flatMap((node, at) => {
      const place = above ? `${above}.${at + 1}` : String(at + 1)
      const said = [`${place} ${node.level} ${node.code}: ${node.text}`, ...node.notes]
      if (node.linked.length) said.push(`${tree.linkedName}: ${node.linked.join('; ')}`)
      return [`${said.join('. ')}.`, ...walk(node.children, place)]
    })
  return `${tree.alt} ${walk(tree.roots, '').join(' ')}`
}
