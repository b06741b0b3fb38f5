// The trace: every part of a formula with its value and where that came from. All of it is text, ready for JSON.
import type { Run } from './context.ts'
import { dimensions } from './table.ts'
import type { Node, NodeOf } from './tree.ts'
import { type Column, type Datum, type Galat, isColumn, type Letak, scalarText, type Value } from './value.ts'

/** A value on the wire: numbers as decimal strings; a column says how many cells it has, and the cells stand beside it. */
export type Tercatat =
  | { readonly status: 'NILAI'; readonly nilai: string | boolean }
  | { readonly status: 'NILAI'; readonly panjang: number }
  | { readonly status: 'TIDAK_DITARGETKAN' | 'BELUM_RILIS' | 'KOSONG' }
  | Galat

export type Sel = { readonly dimensi: Readonly<Record<string, string>>; readonly hasil: Tercatat; readonly asal?: unknown }

export type Jejak = {
  readonly teks: string
  readonly letak: Letak
  readonly hasil: Tercatat
  /** Of data: whatever its cell carried to say where it was read. */
  readonly asal?: unknown
  /** Of a column: every cell, with the words of its row or group. */
  readonly sel?: readonly Sel[]
  readonly catatan?: string
  readonly anak: readonly Jejak[]
}

export function recorded(value: Value): Tercatat {
  if (value.status === 'GALAT') return value
  if (value.status !== 'NILAI') return { status: value.status }
  if (isColumn(value)) return { status: 'NILAI', panjang: value.nilai.cells.length }
  return { status: 'NILAI', nilai: typeof value.nilai === 'boolean' ? value.nilai : scalarText(value.nilai) }
}

/** Records what runs under it, for one evaluation. A branch of IF that is not taken leaves no trace. */
export class Recorder {
  readonly #text: string
  // The outermost level holds the root alone.
  readonly #levels: Level[] = [{ anak: [], notes: [] }]

  constructor(text: string) {
    this.#text = text
  }

  get root(): Jejak {
    return this.#levels[0]!.anak[0]!
  }

  readonly note = (text: string): void => {
    this.#levels.at(-1)!.notes.push(text)
  }

  readonly wrap = (node: Node, run: Run): Run => {
    const { letak } = node
    const teks = this.#text.slice(letak.dari, letak.sampai)
    return (frame) => {
      const level: Level = { anak: [], notes: [] }
      this.#levels.push(level)
      const value = run(frame)
      this.#levels.pop()
      const catatan = level.notes.length > 0 ? { catatan: level.notes.join(' ') } : {}
      this.#levels
        .at(-1)!
        .anak.push({ teks, letak, hasil: recorded(value), ...provenance(node, value), ...catatan, anak: level.anak })
      return value
    }
  }
}

type Level = { readonly anak: Jejak[]; readonly notes: string[] }

function provenance(node: Node, value: Value): Pick<Jejak, 'asal' | 'sel'> {
  if (isColumn(value)) return { sel: cells(value.nilai, node.kind === 'column' ? node : null) }
  return node.kind === 'name' || node.kind === 'indikator' ? origin(value) : {}
}

function cells(column: Column, node: NodeOf<'column'> | null): Sel[] {
  return column.cells.map((cell, i) => ({ dimensi: dimensionsOf(column, i, node?.column), hasil: recorded(cell), ...origin(cell) }))
}

function dimensionsOf({ keys, rows }: Column, i: number, except?: string): Record<string, string> {
  if (keys.length === 0) return rows[i] ? dimensions(rows[i], except) : {}
  return Object.fromEntries(keys.map(({ name, cells }) => [name, textOf(cells[i]!)]))
}

function textOf(cell: Datum): string {
  return cell.status === 'NILAI' ? scalarText(cell.nilai) : cell.status
}

function origin(value: Datum): { asal?: unknown } {
  return value.status !== 'GALAT' && value.asal !== undefined ? { asal: value.asal } : {}
}
