// What a reader of one form hands on: the things of a file in their order, before anything is put together.
import type { Doubt, PaperForm, Place, Role } from '../blocks/paper.ts'

export type PieceCell = {
  readonly printed: string
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly at?: Place
  /** How many signs would have fitted after its last line, where the form shows it. */
  readonly left?: number
}
export type PieceRow = { readonly at: Place; readonly cells: readonly PieceCell[]; readonly header?: boolean }
export type Piece =
  | { readonly kind: 'blank' }
  /** A line by itself. `level` where the form says that it is a heading, `item` where it says that it is in a list. */
  | {
      readonly kind: 'line'
      readonly printed: string
      readonly at: Place
      readonly level?: number
      readonly item?: { readonly marker: string; readonly depth: number }
      /** The form says that a paragraph ends here, so that the next line begins another. */
      readonly whole?: boolean
    }
  /** `spans`: the form says which cells are merged; otherwise every row has a cell for each column, empty where merged. */
  | { readonly kind: 'rows'; readonly rows: readonly PieceRow[]; readonly spans: boolean }
  | { readonly kind: 'furniture'; readonly printed: string; readonly at: Place }
export type Pieces = {
  readonly form: PaperForm
  readonly pieces: readonly Piece[]
  readonly doubts: readonly Doubt[]
  readonly length: number
}

// While a table is put together its cells are moved and joined: the same shapes, open to change.
export type DraftCell = {
  text: string
  printed?: string
  at: Place
  column: number
  colSpan: number
  rowSpan: number
  more?: Place[]
  moreFrom?: number[]
  moved?: { from: number }
  left?: number
}
export type DraftRow = { role: Role; at: Place; part: number; cells: DraftCell[] }
export type DraftPart = { at: Place; rows: number; repeated: Place[] }
export type Draft = { columns: number; rows: DraftRow[]; parts: DraftPart[]; spans: boolean; headerSaid: boolean }

export const headerRows = (t: Draft): DraftRow[] => t.rows.filter((r) => r.role === 'header')
export const bodyRows = (t: Draft): DraftRow[] => t.rows.filter((r) => r.role === 'body')

/** Of `12`, `12.` and `12)` in the first column; nothing otherwise. */
export function numberOf(row: DraftRow | undefined): number | undefined {
  const found = /^(\d{1,3})[.)]?$/.exec(row?.cells[0]?.text ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}
