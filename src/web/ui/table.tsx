// A table: sticky head, figures aligned, groups, and on a phone a list that keeps label and value together.
import { Fragment, type ReactNode } from 'react'

export type Column<R> = {
  readonly kunci: string
  readonly judul: ReactNode
  /** The label beside the value on a phone; the heading's text by default. */
  readonly label?: string
  readonly isi: (row: R) => ReactNode
  readonly rupa?: 'nama' | 'angka' | 'teks'
  readonly sempit?: boolean
  /** Two of the three places of a line on a phone. */
  readonly lebar?: boolean
}
export type Group<R> = { readonly judul?: string; readonly baris: readonly R[] }

type Props<R> = {
  readonly judul: string
  readonly kolom: readonly Column<R>[]
  readonly kelompok: readonly Group<R>[]
  readonly kunci: (row: R) => string
  /** The whole table fits into a wide window: its head may then stick to the top of the page. */
  readonly muat?: boolean
  readonly dipilih?: (row: R) => boolean
}

// Roles are written out, because a list layout (display: block) takes them from the elements.
export function Table<R>({ judul, kolom, kelompok, kunci, muat = true, dipilih }: Props<R>) {
  const look = (c: Column<R>) =>
    `k-${c.rupa ?? 'teks'} ${c.sempit ? 'k-sempit' : ''} ${c.lebar ? 'k-lebar' : ''} ${c.rupa === 'nama' ? 'k-lekat' : ''}`
  const label = (c: Column<R>) => c.label ?? (typeof c.judul === 'string' ? c.judul : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={`tabel-bingkai tabel-daftar ${muat ? 'tabel-muat' : ''}`} aria-label={judul} tabIndex={0}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table className="tabel" role="table">
        <caption className="sr">{judul}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {kolom.map((c) => (
              <th key={c.kunci} role="columnheader" scope="col" className={look(c)}>
                {c.judul}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {kelompok.map((g, n) => (
            <Fragment key={g.judul ?? String(n)}>
              {g.judul && (
                <tr role="row" className="tabel-kelompok">
                  {/* biome-ignore lint/a11y/useSemanticElements: see above */}
                  <th role="rowheader" scope="rowgroup" colSpan={kolom.length}>
                    <span>{g.judul}</span>
                  </th>
                </tr>
              )}
              {g.baris.map((row) => (
                <tr role="row" key={kunci(row)} className={`tabel-baris ${dipilih?.(row) ? 'tabel-dipilih' : ''}`}>
                  {kolom.map((c) =>
                    c.rupa === 'nama' ? (
                      <th key={c.kunci} role="rowheader" scope="row" className={look(c)} data-label={label(c)}>
                        {c.isi(row)}
                      </th>
                    ) : (
                      <td key={c.kunci} role="cell" className={look(c)} data-label={label(c)}>
                        {c.isi(row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </section>
  )
}
