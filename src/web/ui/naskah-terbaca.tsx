// The paper as it was read, block by block: plain elements made from the read model, never the file's own HTML. Each block is
// drawn again only when something in it is marked otherwise, and laid out only when it comes near the window.
import { memo, type ReactNode, startTransition, useEffect, useState } from 'react'
import type { ReadBlock, ReadCell, ReadPaper, ReadRow, ReadTable } from '../../platform/documents/blocks/paper.ts'
import { beginsAt, placeInWords, sameCell } from '../../platform/documents/blocks/paper.ts'
import './naskah-terbaca.css'

/** What is tied to a spot: how it looks, why, and what stands behind its text. */
export type Tanda = { readonly rupa: string; readonly sebab?: string; readonly isi?: ReactNode }
/** By the block that holds the spot, then by the spot. */
export type TandaNaskah = ReadonlyMap<string, ReadonlyMap<string, Tanda>>
/** The spot that is looked at, and those it rests on. */
export type Aktif = { readonly utama: string | null; readonly terkait: readonly string[] }

/** A spot is named as `periksa/jangkar.ts` names it: `b12` a block, `b12r3` a row or an item, `b12r3k4` a cell. */
export const blockOf = (jangkar: string) => /^b\d+/.exec(jangkar)![0]
export const idOf = (jangkar: string) => `naskah-${jangkar}`

export function NaskahTerbaca(props: {
  readonly paper: Pick<ReadPaper, 'blocks'>
  readonly judul: string
  /** What a table without a caption is called. */
  readonly judulTabel: string
  readonly tanda: TandaNaskah
  readonly aktif: Aktif
  /** All of it stands there, so that a place in it can come into view. */
  readonly onSelesai?: () => void
}) {
  const { paper, judul, judulTabel, tanda, aktif, onSelesai } = props
  // The first screens at once, the other thousand blocks in pieces between two frames.
  const [whole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  useEffect(() => {
    if (whole) onSelesai?.()
  }, [whole, onSelesai])
  const aktifDi = (b: string) =>
    [aktif.utama, ...aktif.terkait].filter((j) => j !== null && blockOf(j) === b).length
      ? `${aktif.utama ?? ''}|${aktif.terkait.join(' ')}`
      : ''
  return (
    <article className="kertas" aria-label={judul}>
      {(whole ? paper.blocks : paper.blocks.slice(0, FIRST)).map((blok, n) => {
        const b = `b${n}`
        return <Blok key={b} blok={blok} b={b} tanda={tanda.get(b)} aktif={aktifDi(b)} judulTabel={judulTabel} />
      })}
    </article>
  )
}

const FIRST = 40

type BlokProps = {
  readonly blok: ReadBlock
  readonly b: string
  readonly tanda: ReadonlyMap<string, Tanda> | undefined
  readonly aktif: string
  readonly judulTabel: string
}

const Blok = memo(function Blok(props: BlokProps) {
  const { blok, b } = props
  const place = placeInWords(blok.at)
  return (
    <div className={`blok blok-${blok.kind}`} id={idOf(b)} style={{ containIntrinsicSize: `auto ${heightOf(blok)}px` }}>
      {blok.kind !== 'furniture' && <span className="blok-tempat small muted">{place}</span>}
      <Isi {...props} />
    </div>
  )
})

/** About as high as it will be, so that the bar of the window is honest before everything was laid out. */
function heightOf(blok: ReadBlock): number {
  if (blok.kind === 'table') return 44 + blok.rows.length * 38
  if (blok.kind === 'list') return blok.items.length * 30
  if (blok.kind === 'contents') return blok.entries.length * 26
  return 'text' in blok ? 30 + Math.floor(blok.text.length / 90) * 23 : 30
}

function Isi({ blok, b, tanda, aktif, judulTabel }: BlokProps): ReactNode {
  const mark = (jangkar: string) => tanda?.get(jangkar)?.isi
  const look = (jangkar: string) => lookOf(tanda?.get(jangkar), aktif, jangkar)
  const why = (jangkar: string) => tanda?.get(jangkar)?.sebab
  switch (blok.kind) {
    case 'heading':
      return (
        <h3 className={`kertas-judul kertas-judul-${Math.min(blok.level, 4)} ${look(b)}`}>
          {blok.text}
          {mark(b)}
        </h3>
      )
    case 'paragraph':
    case 'furniture':
      return (
        <p className={`${blok.kind === 'furniture' ? 'small muted' : ''} ${look(b)}`}>
          {blok.text}
          {mark(b)}
        </p>
      )
    case 'caption':
      return (
        <p className={`strong ${look(b)}`}>
          {blok.label} {blok.number}. {blok.text}
          {mark(b)}
        </p>
      )
    case 'list':
      return (
        <ul className="daftar-polos kertas-daftar">
          {blok.items.map((item, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper that was read does not change
            <li key={r} id={idOf(`${b}r${r}`)} className={look(`${b}r${r}`)} style={{ paddingLeft: `${item.depth * 1.25}rem` }}>
              <span>{item.marker} </span>
              {item.text}
              {mark(`${b}r${r}`)}
            </li>
          ))}
        </ul>
      )
    case 'contents':
      return (
        <ul className="daftar-polos kertas-isi-daftar">
          {blok.entries.map((entry, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={r} id={idOf(`${b}r${r}`)} className={look(`${b}r${r}`)}>
              <span>
                {entry.text}
                {mark(`${b}r${r}`)}
              </span>
              <span>{entry.page}</span>
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Tabel tabel={blok} b={b} judul={judulTabel} look={look} mark={mark} why={why} />
  }
}

type Marks = {
  readonly look: (jangkar: string) => string
  readonly mark: (jangkar: string) => ReactNode
  readonly why: (jangkar: string) => string | undefined
}

function Tabel({ tabel, b, judul, look, mark, why }: { tabel: ReadTable; b: string; judul: string } & Marks) {
  const name = tabel.caption ? `${tabel.caption.label} ${tabel.caption.number}. ${tabel.caption.text}` : judul
  const body = tabel.rows.findIndex((r) => r.role !== 'header')
  const heads = body < 0 ? tabel.rows.length : body
  // What reaches from the header into the rows below it begins there again: a table has a place for either.
  const drawn = (part: readonly ReadRow[], from: number) => part.map((r, at) => row(part, r, at, from + at))
  const row = (part: readonly ReadRow[], r: ReadRow, at: number, n: number) => (
    <tr key={n} id={idOf(`${b}r${n}`)} className={`kertas-${r.role} ${look(`${b}r${n}`)}`}>
      {r.cells.map((cell, k) => {
        if (!beginsAt(part, at, k)) return null
        const jangkar = `${b}r${n}k${k}`
        const Tag = n < heads && cell.text !== '' ? 'th' : 'td'
        return (
          <Tag
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={k}
            id={idOf(jangkar)}
            title={why(jangkar)}
            className={`${isFigure(cell) ? 'kertas-angka' : ''} ${look(jangkar)}`}
            colSpan={run((n) => r.cells[k + n] !== undefined && sameCell(r.cells[k + n]!, cell))}
            rowSpan={run(
              (n) => part[at + n] !== undefined && sameCell(part[at + n]!.cells[k]!, cell) && !beginsAt(part, at + n, k),
            )}
            {...(Tag === 'th' ? { scope: 'col' as const } : {})}
          >
            {cell.text}
            {mark(jangkar)}
          </Tag>
        )
      })}
    </tr>
  )
  return (
    <>
      {tabel.caption && (
        <p className={`strong ${look(b)}`}>
          {name}
          {mark(b)}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="kertas-tabel" aria-label={`${name} (${placeInWords(tabel.at)})`} tabIndex={0}>
        <table>
          {heads > 0 && <thead>{drawn(tabel.rows.slice(0, heads), 0)}</thead>}
          <tbody>{drawn(tabel.rows.slice(heads), heads)}</tbody>
        </table>
      </section>
    </>
  )
}

/** How many places a cell takes in one direction: its own, and each next one that is still it. */
function run(isStill: (n: number) => boolean): number {
  let n = 1
  while (isStill(n)) n++
  return n
}
const isFigure = ({ text }: ReadCell) => /^[-(]?(?:Rp\s*)?[\d.,]+\s*%?\)?$/.test(text)

function lookOf(tanda: Tanda | undefined, aktif: string, jangkar: string): string {
  const [utama, terkait = ''] = aktif.split('|')
  return [tanda?.rupa, utama === jangkar && 'aktif', aktif !== '' && terkait.split(' ').includes(jangkar) && 'aktif-terkait']
    .filter(Boolean)
    .join(' ')
}
