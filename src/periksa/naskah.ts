// What a rule of the checker receives: a paper's tables with their captions, sections and named columns, every cell
// already read as a value in the light of its column. Pure; how a file becomes a paper is platform/documents/reading.
import type { Caption, Place, ReadBlock, ReadCell, ReadPaper, ReadRow, ReadTable } from '../platform/documents/blocks/paper.ts'
import type { Decimal } from '../platform/kernel/decimal.ts'
import { findDecimal } from '../platform/kernel/decimal.ts'
import type { Marks } from '../platform/kernel/printed-marks.ts'
import { type PrintedValue, printedMarks, readPrinted } from '../platform/kernel/printed-value.ts'
import { readSatuan } from '../platform/kernel/satuan.ts'

export type Kolom = {
  readonly nomor: number
  /** From the widest name to its own: `['Tahun 2024', 'Target']`; empty without a header. */
  readonly judul: readonly string[]
  /** Where its names say one and only one. */
  readonly tahun?: number
  /** Of `Realisasi (%)`, `Anggaran (Rp)`. */
  readonly satuan?: string
}
export type Sel = {
  readonly kolom: Kolom
  readonly teks: string
  readonly nilai: PrintedValue
  /** The number, where the cell holds one: of `98,63 %` and of `A (82)`. */
  readonly angka?: Decimal
  readonly di: Place
  /** Of another cell of the same row, or of the row above: a merged cell is one cell. */
  readonly asal: ReadCell
}
export type Baris = {
  readonly peran: ReadRow['role']
  readonly sel: readonly Sel[]
  readonly di: Place
  /** The words that name the row: the texts left of its first number, and those of merged or empty cells above it. */
  readonly label: string
  /** The group it stands in: `Sasaran Khusus`. */
  readonly kelompok?: string
  /** A sum of the rows above it, by its words. */
  readonly jumlah: boolean
}
export type Tabel = {
  /** Counted through the paper from 1. */
  readonly urutan: number
  readonly judul?: Caption
  /** The headings above it: `['BAB III …', 'Realisasi Anggaran']`. */
  readonly bagian: readonly string[]
  /** The text just before it. */
  readonly pengantar?: string
  /** The only year that the caption names. */
  readonly tahun?: number
  readonly kolom: readonly Kolom[]
  /** Rows with content: groups and bodies, without header and numbering. */
  readonly baris: readonly Baris[]
  readonly di: Place
  readonly asal: ReadTable
}
export type Naskah = { readonly paper: ReadPaper; readonly tabel: readonly Tabel[] }

export function bacaNaskah(paper: ReadPaper): Naskah {
  const tabel: Tabel[] = []
  const path: { level: number; text: string }[] = []
  let before: ReadBlock | undefined
  for (const block of paper.blocks) {
    if (block.kind === 'heading') {
      while (path.length && path.at(-1)!.level >= block.level) path.pop()
      path.push(block)
    } else if (block.kind === 'table') {
      const pengantar = before?.kind === 'paragraph' ? before.text : undefined
      tabel.push(tabelOf(block, tabel.length + 1, path.map((h) => h.text), pengantar)) // biome-ignore format: one line
    }
    if (block.kind !== 'furniture') before = block
  }
  return { paper, tabel }
}

/** `Tabel 70`, or its number in the paper where it has no caption. */
export const namaTabel = (t: Tabel): string => (t.judul ? `${t.judul.label} ${t.judul.number}` : `tabel ke-${t.urutan}`)

/** The words for a cell's place: the same in every rule, so that what two of them say of one cell is put together. */
export const letakSel = (t: Tabel, baris: Baris, kolom: number): string =>
  `${namaTabel(t)}, kolom ${kolom + 1}${baris.label ? `, baris "${cuplik(baris.label)}"` : ''}`

const SHOWN = 60
/** The beginning of a text. A place is printed everywhere, so it holds no NIP and no telephone number. */
export function cuplik(teks: string): string {
  const line = teks
    .replace(/\d{10,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > SHOWN ? `${line.slice(0, SHOWN).trimEnd()}…` : line
}

function tabelOf(table: ReadTable, urutan: number, bagian: string[], pengantar?: string): Tabel {
  const kolom = Array.from({ length: table.columns }, (_, c) => kolomOf(table, c))
  const rows = table.rows.filter((r) => r.role === 'body' || r.role === 'group')
  const marks = kolom.map(({ nomor }) => printedMarks(ownCells(rows, nomor).map((c) => c.text)))
  const all = printedMarks(rows.flatMap((r) => r.cells.filter((c, i) => c.column === i).map((c) => c.text)))
  const baris: Baris[] = []
  let kelompok: string | undefined
  const above: string[] = []
  for (const row of rows) {
    if (row.role === 'group') kelompok = row.cells[0]!.text
    const sel = row.cells.map((c, i) => selOf(c, kolom[i]!, marks[i]!, all))
    const label = labelOf(sel, above)
    baris.push({ peran: row.role, sel, di: row.at, label, ...(kelompok ? { kelompok } : {}), jumlah: isSum(ownLabel(sel)) })
  }
  const { caption: judul, at: di } = table
  const tahun = yearOf(judul?.text ?? '')
  return {
    urutan,
    ...(judul ? { judul } : {}),
    ...(tahun ? { tahun } : {}),
    ...(pengantar ? { pengantar } : {}),
    bagian,
    kolom,
    baris,
    di,
    asal: table,
  }
}

const ownCells = (rows: readonly ReadRow[], column: number) =>
  rows.flatMap((r) => (r.cells[column]!.column === column ? r.cells[column]! : []))

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g

function kolomOf(table: ReadTable, nomor: number): Kolom {
  const judul: string[] = []
  let last: ReadCell | undefined
  for (const row of table.rows) {
    if (row.role !== 'header') continue
    const cell = row.cells[nomor]!
    if (cell !== last && cell.text !== '') judul.push(cell.text.replace(/\s+/g, ' '))
    last = cell
  }
  const tahun = yearOf(judul.join(' '))
  const satuan = /\(\s*([^()]{1,12})\s*\)\s*$/.exec(judul.at(-1) ?? '')?.[1] ?? (judul.at(-1) === '%' ? '%' : undefined)
  const known = satuan && readSatuan(satuan)?.satuan
  return { nomor, judul, ...(tahun ? { tahun } : {}), ...(known ? { satuan: known } : {}) }
}

/** The only year that is named. */
function yearOf(text: string): number | undefined {
  const years = new Set(text.match(YEAR))
  return years.size === 1 ? Number([...years][0]) : undefined
}

function selOf(cell: ReadCell, kolom: Kolom, own: Marks, all: Marks): Sel {
  // A column that proves nothing is read by what its table proves.
  const marks = own.ribuan.size || own.desimal.size ? own : all
  const nilai = readPrinted(cell.text, { marks, ...(kolom.satuan ? { satuan: kolom.satuan } : {}) })
  const number = 'dibaca' in nilai && nilai.dibaca !== undefined ? findDecimal(nilai.dibaca) : null
  return { kolom, teks: cell.text, nilai, ...(number ? { angka: number } : {}), di: cell.at, asal: cell }
}

const SUM = /^(?:sub\s*)?(?:jumlah|total|grand total|rata-rata)\b/i
/** `Jumlah pegawai yang mengikuti pelatihan …` is what an indicator counts, no sum. */
const isSum = (label: string) => SUM.test(label) && !/\byang\b/i.test(label) && label.trim().split(/\s+/).length <= 7

/** A code (`U9`, `5.1.02`) names its own row only. */
const WORD = /\p{L}{3}/u
const isName = (s: Sel) => s.nilai.jenis === 'teks' && s.teks !== ''
const ownLabel = (sel: readonly Sel[]) => sel.find(isName)?.teks ?? ''

/**
 * The names of a row from left to right, up to its first figure after a name. An empty cell at the left takes the name
 * above it, as long as everything left of it is empty too.
 */
function labelOf(sel: readonly Sel[], above: string[]): string {
  let inherits = true
  const names: string[] = []
  for (const [i, s] of sel.entries()) {
    if (s.teks === '' && inherits) {
      if (above[i] && WORD.test(above[i])) names.push(above[i])
      continue
    }
    if (s.asal.column !== i) continue
    if (s.teks !== '' && inherits) {
      inherits = false
      above.length = i
    }
    if (isName(s)) {
      names.push(s.teks)
      above[i] = s.teks
    } else if (names.length && s.teks !== '') break
  }
  return names.join(' › ')
}
