// The shape of a grid and where its keys lead: pure. A cell may be shared by following rows (`tinggi`), as on the paper.

export type Rupa = 'teks' | 'panjang' | 'angka' | 'pilihan'
export type Pilihan = { readonly nilai: string; readonly label: string }
export type Kolom = {
  readonly kunci: string
  readonly judul: string
  /** In pixels, before somebody drags it. */
  readonly lebar: number
  readonly rupa: Rupa
  readonly pilihan?: readonly Pilihan[]
  /** The head over neighbouring columns: `Target` over Triwulan I–IV. */
  readonly kelompok?: string
  /** Stays in sight while the rest scrolls sideways; the first columns only. */
  readonly lekat?: boolean
  /** The most letters that can be kept; more is held in the cell, marked and not sent. */
  readonly maks?: number
  /** Why a text cannot be sent, as a sentence; for `angka` whether it is a number unless given. */
  readonly periksa?: (teks: string, sel: Sel) => string | null
}
/** A finding of a rule on a cell. */
export type Tanda = { readonly berat: 'tinggi' | 'sedang' | 'rendah'; readonly kalimat: string }
export type Sel = {
  /** The record that is saved with its own version, and its field. */
  readonly entitas: string
  readonly bidang: string
  readonly teks: string
  /** What is shown where it is not the text itself. */
  readonly tampil?: string
  /** How many rows share this cell. */
  readonly tinggi?: number
  /** Why it cannot be edited. */
  readonly terkunci?: string
  readonly tanda?: readonly Tanda[]
  /** What `periksa` of the column needs to know of the row: the unit of a target. */
  readonly catatan?: string
  /** A text proposed for it and why; shown beside, written only when somebody takes it. */
  readonly usulan?: { readonly teks: string; readonly kalimat: string }
  /** The line that is moved by dragging this cell's grip. */
  readonly seret?: string
}
export type Baris = {
  readonly kunci: string
  /** A heading over the rows that follow; it has no cells. */
  readonly judul?: string
  readonly sel: Readonly<Record<string, Sel | null | undefined>>
}
export type Letak = { readonly r: number; readonly c: number }
export type Petak = { readonly dari: Letak; readonly sampai: Letak }

/** Rows and columns with, for each place, the row in which its cell begins. */
export type Bidang = {
  readonly kolom: readonly Kolom[]
  readonly baris: readonly Baris[]
  readonly pemilik: readonly (readonly number[])[]
}

export function layOut(kolom: readonly Kolom[], baris: readonly Baris[]): Bidang {
  const pemilik = baris.map((_, r) => kolom.map(() => r))
  kolom.forEach((k, c) => {
    for (let r = 0; r < baris.length; r++) {
      const tinggi = baris[r]!.sel[k.kunci]?.tinggi ?? 1
      for (let more = 1; more < tinggi && baris[r + more] && baris[r + more]!.judul === undefined; more++) pemilik[r + more]![c] = r
      while (pemilik[r + 1]?.[c] === pemilik[r]![c]) r++
    }
  })
  return { kolom, baris, pemilik }
}

/** Where the cell at a place begins. */
export function originOf(b: Bidang, at: Letak): Letak {
  return { r: b.pemilik[at.r]?.[at.c] ?? at.r, c: at.c }
}

export function cellAt(b: Bidang, at: Letak): Sel | null {
  const { r, c } = originOf(b, at)
  const kolom = b.kolom[c]
  return (kolom && b.baris[r]?.sel[kolom.kunci]) ?? null
}

/** How many rows a cell covers as laid out. */
export function heightAt(b: Bidang, at: Letak): number {
  const { r, c } = originOf(b, at)
  let height = 1
  while (b.pemilik[r + height]?.[c] === r) height++
  return height
}

const isHeading = (b: Bidang, r: number) => b.baris[r]?.judul !== undefined

/** The next row that has cells, in a direction; undefined at the edge. */
function rowFrom(b: Bidang, r: number, step: 1 | -1): number | undefined {
  for (let at = r; at >= 0 && at < b.baris.length; at += step) if (!isHeading(b, at)) return at
  return undefined
}
export const firstRow = (b: Bidang): number => rowFrom(b, 0, 1) ?? 0
export const lastRow = (b: Bidang): number => rowFrom(b, b.baris.length - 1, -1) ?? 0

export const HALAMAN = 12

/** Where a key leads from a place; the same place where it leads nowhere. */
export function move(b: Bidang, at: Letak, key: string, ctrl = false): Letak {
  const { r } = originOf(b, at)
  const last = b.kolom.length - 1
  const row = (to: number | undefined) => ({ ...at, r: to ?? at.r })
  switch (key) {
    case 'ArrowLeft':
      return { ...at, c: ctrl ? 0 : Math.max(0, at.c - 1) }
    case 'ArrowRight':
      return { ...at, c: ctrl ? last : Math.min(last, at.c + 1) }
    case 'ArrowUp':
      return row(ctrl ? firstRow(b) : rowFrom(b, r - 1, -1))
    case 'ArrowDown':
      return row(ctrl ? lastRow(b) : rowFrom(b, r + heightAt(b, at), 1))
    case 'PageUp':
      return row(rowFrom(b, Math.max(0, at.r - HALAMAN), -1) ?? firstRow(b))
    case 'PageDown':
      return row(rowFrom(b, Math.min(b.baris.length - 1, at.r + HALAMAN), 1) ?? lastRow(b))
    case 'Home':
      return ctrl ? { r: firstRow(b), c: 0 } : { ...at, c: 0 }
    case 'End':
      return ctrl ? { r: lastRow(b), c: last } : { ...at, c: last }
    default:
      return at
  }
}

/** Tab order: along the row, then the next row; null past the first and the last cell, where Tab leaves the grid. */
export function tab(b: Bidang, at: Letak, back: boolean): Letak | null {
  const c = at.c + (back ? -1 : 1)
  if (c >= 0 && c < b.kolom.length) return { ...at, c }
  const r = back ? rowFrom(b, at.r - 1, -1) : rowFrom(b, at.r + 1, 1)
  return r === undefined ? null : { r, c: back ? b.kolom.length - 1 : 0 }
}

export function spanOf(a: Letak, b: Letak): Petak {
  return {
    dari: { r: Math.min(a.r, b.r), c: Math.min(a.c, b.c) },
    sampai: { r: Math.max(a.r, b.r), c: Math.max(a.c, b.c) },
  }
}

/** The rows of a span that have cells, and its columns. */
export function rowsOf(b: Bidang, { dari, sampai }: Petak): number[] {
  const rows: number[] = []
  for (let r = dari.r; r <= sampai.r; r++) if (!isHeading(b, r)) rows.push(r)
  return rows
}

/** Every place in a span where a cell begins, or the shared cell that reaches into it. */
export function placesOf(b: Bidang, span: Petak): Letak[] {
  const seen = new Set<string>()
  const places: Letak[] = []
  for (const r of rowsOf(b, span))
    for (let c = span.dari.c; c <= span.sampai.c; c++) {
      const at = originOf(b, { r, c })
      if (seen.has(`${at.r}:${at.c}`)) continue
      seen.add(`${at.r}:${at.c}`)
      places.push(at)
    }
  return places
}

/** Where a field of a record stands. */
export function findCell(b: Bidang, entitas: string, bidang: string): Letak | undefined {
  for (const [r, row] of b.baris.entries())
    for (const [c, k] of b.kolom.entries()) {
      const sel = row.sel[k.kunci]
      if (sel?.entitas === entitas && sel.bidang === bidang) return { r, c }
    }
  return undefined
}

/** Head rows: groups over neighbouring columns, and the columns themselves. */
export function headGroups(
  kolom: readonly Kolom[],
): { readonly judul: string | null; readonly dari: number; readonly lebar: number }[] {
  const groups: { judul: string | null; dari: number; lebar: number }[] = []
  kolom.forEach((k, c) => {
    const before = groups.at(-1)
    if (k.kelompok !== undefined && before?.judul === k.kelompok) before.lebar++
    else groups.push({ judul: k.kelompok ?? null, dari: c, lebar: 1 })
  })
  return groups
}
