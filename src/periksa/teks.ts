// The words of a paper one after another, wherever they stand: headings, paragraphs, items, captions, lists of contents and
// cells. A rule about words reads these; where it finds something it asks for the place of that character.
import { type Place, placeInCell, type ReadBlock, type ReadCell } from '../platform/documents/blocks/paper.ts'
import { cuplik, letakSel, type Naskah, type Tabel } from './naskah.ts'

export type Petikan = {
  readonly jenis: 'judul' | 'alinea' | 'butir' | 'keterangan' | 'daftar' | 'sel'
  readonly teks: string
  /** The marker of an item: `1)`, `-`. */
  readonly tanda?: string
  readonly di: Place
  /** Where it stands, in words. */
  readonly letak: string
  /** Every line that it takes, where the reader told them. */
  readonly baris: readonly Place[]
  /** The cell that it is. */
  readonly sel?: ReadCell
}

const known = new WeakMap<Naskah, readonly Petikan[]>()

/** In the order of the paper; a merged cell once. */
export function petikan(naskah: Naskah): readonly Petikan[] {
  const before = known.get(naskah)
  if (before) return before
  const tables = naskah.tabel[Symbol.iterator]()
  const all = naskah.paper.blocks.flatMap((b) => (b.kind === 'table' ? ofTable(tables.next().value!) : ofBlock(b)))
  known.set(naskah, all)
  return all
}

export type Kata = { readonly text: string; readonly low: string; readonly at: number; readonly end: number }
const WORD = /[\p{L}\d]+(?:[-/'’][\p{L}\d]+)*/gu
const split = new WeakMap<Petikan, readonly Kata[]>()

/** The words of a text; `anak-anak` is one. */
export function kata(p: Petikan): readonly Kata[] {
  const found =
    split.get(p) ??
    [...p.teks.matchAll(WORD)].map((m) => ({ text: m[0], low: m[0].toLowerCase(), at: m.index, end: m.index + m[0].length }))
  split.set(p, found)
  return found
}

/** The place of the character at `at`: a text of several lines knows each of them. */
export function tempat({ teks, baris, di, sel }: Petikan, at: number): Place {
  if (sel) return placeInCell(sel, at)
  const line = teks.slice(0, at).split('\n').length - 1
  return baris[line] ?? di
}

function ofBlock(block: Exclude<ReadBlock, { kind: 'table' }>): Petikan[] {
  switch (block.kind) {
    case 'heading':
      return [{ jenis: 'judul', teks: block.text, di: block.at, letak: `judul "${cuplik(block.text)}"`, baris: [block.at] }]
    case 'paragraph': {
      const baris = [block.at, ...(block.more ?? [])]
      return [{ jenis: 'alinea', teks: block.text, di: block.at, letak: `alinea "${cuplik(block.text)}"`, baris }]
    }
    case 'list':
      return block.items.map((i) => {
        const letak = `butir ${i.marker} "${cuplik(i.text)}"`
        return { jenis: 'butir', teks: i.text, tanda: i.marker, di: i.at, letak, baris: [i.at] }
      })
    case 'caption':
      return [keterangan(block)]
    case 'contents':
      return block.entries.map((e) => {
        return { jenis: 'daftar', teks: e.text, di: e.at, letak: `daftar isi "${cuplik(e.text)}"`, baris: [e.at] }
      })
    case 'furniture':
      return []
  }
}

const keterangan = (c: { label: string; number: string; text: string; at: Place }): Petikan => {
  return { jenis: 'keterangan', teks: c.text, di: c.at, letak: `judul ${c.label} ${c.number}`, baris: [c.at] }
}

function ofTable(tabel: Tabel): Petikan[] {
  const header = tabel.asal.rows.filter((r) => r.role === 'header')
  const names = header.flatMap((r) => r.cells.filter((c, i) => c.column === i && c.text !== ''))
  const seen = new Set<ReadCell>()
  return [
    ...(tabel.judul ? [keterangan(tabel.judul)] : []),
    ...[...new Set(names)].map((c): Petikan => {
      return { jenis: 'sel', teks: c.text, di: c.at, letak: `kepala tabel "${cuplik(c.text)}"`, baris: [c.at, ...(c.more ?? [])], sel: c } // biome-ignore format: a text
    }),
    ...tabel.baris.flatMap((b) =>
      b.sel.flatMap((s, k): Petikan[] => {
        if (s.asal.column !== k || s.teks === '' || seen.has(s.asal)) return []
        seen.add(s.asal)
        const baris = [s.di, ...(s.asal.more ?? [])]
        return [{ jenis: 'sel', teks: s.teks, di: s.di, letak: letakSel(tabel, b, k), baris, sel: s.asal }]
      }),
    ),
  ]
}
