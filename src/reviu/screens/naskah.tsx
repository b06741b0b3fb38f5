// The paper as it was read, block by block: plain elements made from the read model, never the file's own HTML. Each block is
// drawn again only when something in it is marked otherwise, and laid out only when it comes near the window.
import { memo, type ReactNode, startTransition, useEffect, useMemo, useState } from 'react'
import type { ReadBlock, ReadCell, ReadRow, ReadTable } from '../../platform/documents/blocks/paper.ts'
import { placeInWords } from '../../platform/documents/blocks/paper.ts'
import type { Hitungan, Naskah, Temuan } from './data.ts'
import { t } from './teks.ts'

/** What is tied to a spot: findings by their number in the list, and a reckoning that holds. */
type Tanda = { readonly temuan: readonly (Temuan & { readonly nomor: number })[]; readonly cocok?: Hitungan }
type TandaBlok = ReadonlyMap<string, Tanda>
/** The spot that is looked at, and those it rests on. */
export type Aktif = { readonly utama: string | null; readonly terkait: readonly string[] }

const blockOf = (jangkar: string) => /^b\d+/.exec(jangkar)![0]
export const idOf = (jangkar: string) => `naskah-${jangkar}`

export function IsiNaskah(props: {
  readonly naskah: Naskah
  readonly temuan: readonly Temuan[]
  readonly aktif: Aktif
  readonly onPilih: (kunci: string) => void
  /** All of it stands there, so that a place in it can come into view. */
  readonly onSelesai: () => void
}) {
  const { naskah, temuan, aktif, onPilih, onSelesai } = props
  // The first screens at once, the other thousand blocks in pieces between two frames.
  const [whole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  useEffect(() => {
    if (whole) onSelesai()
  }, [whole, onSelesai])
  const tanda = useMemo(() => marksOf(naskah, temuan), [naskah, temuan])
  const aktifDi = (b: string) =>
    [aktif.utama, ...aktif.terkait].filter((j) => j !== null && blockOf(j) === b).length
      ? `${aktif.utama ?? ''}|${aktif.terkait.join(' ')}`
      : ''
  return (
    <article className="naskah" aria-label={t('naskah')}>
      {(whole ? naskah.blocks : naskah.blocks.slice(0, FIRST)).map((blok, n) => {
        const b = `b${n}`
        return <Blok key={b} blok={blok} b={b} tanda={tanda.get(b)} aktif={aktifDi(b)} onPilih={onPilih} />
      })}
    </article>
  )
}

const FIRST = 40

function marksOf({ hitungan }: Naskah, temuan: readonly Temuan[]): ReadonlyMap<string, TandaBlok> {
  const blocks = new Map<string, Map<string, Tanda>>()
  const put = (jangkar: string | null, change: (tanda: Tanda) => Tanda) => {
    if (jangkar === null) return
    const spots = blocks.get(blockOf(jangkar)) ?? new Map<string, Tanda>()
    blocks.set(blockOf(jangkar), spots.set(jangkar, change(spots.get(jangkar) ?? { temuan: [] })))
  }
  for (const h of hitungan) if (h.cocok) put(h.jangkar, (tanda) => ({ ...tanda, cocok: h }))
  for (const [n, one] of temuan.entries())
    put(one.jangkar, (tanda) => ({ ...tanda, temuan: [...tanda.temuan, { ...one, nomor: n + 1 }] }))
  return blocks
}

type BlokProps = {
  readonly blok: ReadBlock
  readonly b: string
  readonly tanda: TandaBlok | undefined
  readonly aktif: string
  readonly onPilih: (kunci: string) => void
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

function Isi({ blok, b, tanda, aktif, onPilih }: BlokProps): ReactNode {
  const mark = (jangkar: string) => <Tanda tanda={tanda?.get(jangkar)} onPilih={onPilih} />
  const look = (jangkar: string) => lookOf(tanda?.get(jangkar), aktif, jangkar)
  switch (blok.kind) {
    case 'heading':
      return (
        <h3 className={`naskah-judul naskah-judul-${Math.min(blok.level, 4)} ${look(b)}`}>
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
        <ul className="daftar-polos naskah-daftar">
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
        <ul className="daftar-polos naskah-isi-daftar">
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
      return <Tabel tabel={blok} b={b} look={look} mark={mark} />
  }
}

type Marks = { readonly look: (jangkar: string) => string; readonly mark: (jangkar: string) => ReactNode }

function Tabel({ tabel, b, look, mark }: { tabel: ReadTable; b: string } & Marks) {
  const name = tabel.caption ? `${tabel.caption.label} ${tabel.caption.number}. ${tabel.caption.text}` : t('tabel.tanpa-judul')
  const body = tabel.rows.findIndex((r) => r.role !== 'header')
  const heads = body < 0 ? tabel.rows.length : body
  const row = (r: ReadRow, n: number) => (
    <tr key={n} id={idOf(`${b}r${n}`)} className={`naskah-${r.role} ${look(`${b}r${n}`)}`}>
      {r.cells.map((cell, k) => {
        if (cell.column !== k || tabel.rows[n - 1]?.cells[k] === cell) return null
        const jangkar = `${b}r${n}k${k}`
        const Tag = n < heads && cell.text !== '' ? 'th' : 'td'
        return (
          <Tag
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={k}
            id={idOf(jangkar)}
            className={`${isFigure(cell) ? 'naskah-angka' : ''} ${look(jangkar)}`}
            colSpan={span(r.cells, k)}
            rowSpan={span(
              tabel.rows.slice(n < heads ? 0 : heads, n < heads ? heads : undefined).map((x) => x.cells[k]),
              n < heads ? n : n - heads,
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
      <section className="naskah-tabel" aria-label={`${name} (${placeInWords(tabel.at)})`} tabIndex={0}>
        <table>
          {heads > 0 && <thead>{tabel.rows.slice(0, heads).map(row)}</thead>}
          <tbody>{tabel.rows.slice(heads).map((r, n) => row(r, n + heads))}</tbody>
        </table>
      </section>
    </>
  )
}

/** How many of the same cell stand side by side. */
function span(cells: readonly (ReadCell | undefined)[], from: number): number {
  let n = 1
  while (cells[from + n] !== undefined && cells[from + n] === cells[from]) n++
  return n
}
const isFigure = ({ text }: ReadCell) => /^[-(]?(?:Rp\s*)?[\d.,]+\s*%?\)?$/.test(text)

function lookOf(tanda: Tanda | undefined, aktif: string, jangkar: string): string {
  const [utama, terkait = ''] = aktif.split('|')
  return [
    tanda?.temuan.length && `ada-temuan ada-${beratOf(tanda)}`,
    tanda?.cocok && !tanda.temuan.length && 'ada-cocok',
    utama === jangkar && 'aktif',
    aktif !== '' && terkait.split(' ').includes(jangkar) && 'aktif-terkait',
  ]
    .filter(Boolean)
    .join(' ')
}
const beratOf = ({ temuan }: Tanda) => (['tinggi', 'sedang', 'rendah'] as const).find((b) => temuan.some((x) => x.berat === b))

function Tanda({ tanda, onPilih }: { tanda: Tanda | undefined; onPilih: (kunci: string) => void }) {
  if (!tanda) return null
  return (
    <>
      {tanda.cocok && (
        <span className="tanda-cocok" title={t('cocok.apa', { rumus: tanda.cocok.rumus })}>
          <span className="sr"> {t('cocok')}</span>
        </span>
      )}
      {tanda.temuan.map((one) => (
        <button
          key={one.kunci}
          type="button"
          className={`tanda tanda-${one.berat}`}
          aria-label={t('tanda', { n: one.nomor, letak: one.letak })}
          onClick={() => onPilih(one.kunci)}
        >
          {one.nomor}
        </button>
      ))}
    </>
  )
}
