// Markdown as the generated documents need it: tables and state charts, the same bytes for the same data.

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n')
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()

export type Edge = {
  readonly dari: string
  readonly ke: string
  readonly label: string
  readonly siapa: string
  readonly syarat: string
}

/** Steps that lead the same way share one arrow. */
export function chart(edges: readonly Edge[]): string {
  const arrows = new Map<string, string[]>()
  for (const { dari, ke, label } of edges) {
    const arrow = `${dari} --> ${ke}`
    if (!arrows.get(arrow)?.includes(label)) arrows.set(arrow, [...(arrows.get(arrow) ?? []), label])
  }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(' / ')}`),
    '```',
  ].join('\n')
}
