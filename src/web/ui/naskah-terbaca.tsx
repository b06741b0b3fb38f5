// A paper as it was read, block by block: plain elements made of the read model, never the file's own HTML. Places can be marked
// and led to; a block is laid out only when it comes near the window.
import { memo, type ReactNode } from 'react'
import {
  type Place,
  placeInWords,
  type ReadBlock,
  type ReadCell,
  type ReadPaper,
  type ReadTable,
} from '../../platform/documents/blocks/paper.ts'
import './naskah-terbaca.css'

export const tempatId = (at: Place): string =>
  `naskah-${[at.sheet, at.page, at.paragraph, at.line]
    .map((p) => p ?? '')
    .join('-')
    .replace(/\s+/g, '_')}`

export function NaskahTerbaca({
  paper,
  judul,
  ragu,
  aktif,
}: {
  readonly paper: ReadPaper
  readonly judul: string
  /** What is marked, by `tempatId`: the sentence that says why. */
  readonly ragu: ReadonlyMap<string, string>
  readonly aktif?: string | undefined
}) {
  const seen = new Set<string>()
  return (
    <article className="naskah-terbaca" aria-label={judul}>
      {paper.blocks.map((block, n) => {
        const id = tempatId(block.at)
        const own = seen.has(id) ? undefined : id
        seen.add(id)
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper that was read does not change
        return <Blok key={n} block={block} id={own} ragu={ragu} aktif={aktifIn(block, aktif)} />
      })}
    </article>
  )
}

/** Only the block that holds the place is drawn again. */
function aktifIn(block: ReadBlock, aktif: string | undefined): string | undefined {
  if (aktif === undefined) return undefined
  if (block.kind === 'table')
    return block.rows.some((r) => tempatId(r.at) === aktif || r.cells.some((c) => tempatId(c.at) === aktif)) ? aktif : undefined
  return tempatId(block.at) === aktif ? aktif : undefined
}

type Props = {
  readonly block: ReadBlock
  readonly id: string | undefined
  readonly ragu: ReadonlyMap<string, string>
  readonly aktif: string | undefined
}

const Blok = memo(function Blok({ block, id, ragu, aktif }: Props): ReactNode {
  const look = aktif !== undefined && block.kind !== 'table' ? 'naskah-aktif' : undefined
  switch (block.kind) {
    case 'heading':
      return (
        <p id={id} className={`strong ${look ?? ''}`}>
          {block.text}
        </p>
      )
    case 'list':
      return (
        <ul id={id} className="daftar-polos">
          {block.items.map((i, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={n}>{`${i.marker} ${i.text}`}</li>
          ))}
        </ul>
      )
    case 'contents':
      return (
        <ul id={id} className="daftar-polos muted">
          {block.entries.map((e, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={n}>{`${e.text} ${e.page}`}</li>
          ))}
        </ul>
      )
    case 'caption':
      return <p id={id} className={`strong ${look ?? ''}`}>{`${block.label} ${block.number}. ${block.text}`}</p>
    case 'table':
      return <Tabel table={block} ragu={ragu} aktif={aktif} />
    default:
      return (
        <p id={id} className={`${block.kind === 'furniture' ? 'muted small' : ''} ${look ?? ''}`}>
          {block.text}
        </p>
      )
  }
})

function Tabel({ table, ragu, aktif }: { table: ReadTable; ragu: ReadonlyMap<string, string>; aktif: string | undefined }) {
  const name = `${table.caption ? `${table.caption.label} ${table.caption.number}. ${table.caption.text}` : 'Tabel'} (${placeInWords(table.at)})`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="naskah-tabel-gulir" aria-label={name} tabIndex={0}>
      <table className="naskah-tabel-isi">
        <tbody>
          {table.rows.map((row, n) => {
            const id = tempatId(row.at)
            return (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={n}
                id={table.rows.findIndex((r) => tempatId(r.at) === id) === n ? id : undefined}
                className={id === aktif ? 'naskah-aktif' : undefined}
              >
                {row.cells.map((cell, k) => {
                  if (cell.column !== k || table.rows[n - 1]?.cells[k] === cell) return null
                  const why = marked(cell, ragu)
                  return (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: see above
                      key={k}
                      colSpan={cell.colSpan}
                      rowSpan={span(table, n, k)}
                      className={row.role === 'header' ? 'strong' : why ? 'naskah-ragu' : undefined}
                      title={why}
                    >
                      {cell.text}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const marked = (cell: ReadCell, ragu: ReadonlyMap<string, string>) =>
  cell.moved || cell.more?.length ? ragu.get(tempatId(cell.at)) : undefined

/** How many rows hold the same cell below each other. */
function span(table: ReadTable, row: number, column: number): number {
  let n = 1
  while (table.rows[row + n]?.cells[column] === table.rows[row]!.cells[column] && table.rows[row + n]) n++
  return n
}
