// An explanation as levels to walk: a number, how it came about, and the numbers below it, each opening the next.
import type { z } from 'zod'
import type { HasilOut, JejakOut, KlaimOut, PenjelasanOut } from '../presented.ts'
import { inWords } from '../rantai.ts'

export type Penjelasan = z.infer<typeof PenjelasanOut>
export type Hasil = z.infer<typeof HasilOut>
export type Jejak = z.infer<typeof JejakOut>
export type Klaim = z.infer<typeof KlaimOut>
type Sel = NonNullable<Jejak['sel']>[number]
export type Nilai = { readonly status: string; readonly teks: string | null }

/** One level: `kunci` names it within the level above, so that a link can lead to it. */
export type Titik = {
  readonly kunci: string
  readonly nama: string
  readonly keterangan?: string
  readonly nilai: Nilai
  readonly hasil?: Hasil
  /** `berkas:baris` of the paper, where the value stands as it is. */
  readonly asal?: string
  /** The words of its row: kecamatan, kelurahan, bidang, … */
  readonly dimensi?: Readonly<Record<string, string>>
  readonly kata?: string
  readonly anak: () => readonly Titik[]
}

export function titikOfHasil(h: Hasil, shared = false): Titik {
  return {
    kunci: `${h.indikator}.${h.periode}`,
    nama: shared ? h.namaPeriode : h.nama,
    keterangan: shared ? undefined : `${h.indikator}, ${h.namaPeriode}`,
    nilai: { status: h.nilai.status, teks: h.nilai.nilai },
    hasil: h,
    anak: () => below(h),
  }
}

function below(h: Hasil): readonly Titik[] {
  if (h.agregasi) return h.agregasi.bagian.map((b) => titikOfHasil(b, b.indikator === h.indikator))
  const parts = h.rumus?.jejak ? parts0(h.rumus.jejak) : []
  const refs = h.rujukan.map((r) => titikOfHasil(r))
  // What the formula calls INDIKATOR("IKM") is the explained result itself, which knows more.
  const own = parts.filter((p) => !/^INDIKATOR\(/i.test(p.kunci))
  return [...refs, ...own]
}

/** The values a formula is made of: the cells of its one column, or its operands. */
function parts0(root: Jejak): readonly Titik[] {
  const operands = root.anak.filter((a) => !isConstant(a))
  if (operands.length === 1 && !root.sel) return operands[0]!.sel ? cellsOf(operands[0]!) : parts0(operands[0]!)
  if (root.sel) return cellsOf(root)
  if (operands.length === 0) return root.asal === undefined ? [] : [ofJejak(root)]
  return operands.map(ofJejak)
}

const isConstant = (j: Jejak) => j.anak.length === 0 && /^(-?[\d.,]+%?|"[^"]*")$/.test(j.teks.trim())

function ofJejak(j: Jejak): Titik {
  const count = 'panjang' in j.hasil && j.hasil.panjang !== undefined
  return {
    kunci: j.teks,
    nama: inWords(j.teks),
    keterangan: j.catatan,
    nilai: { status: j.hasil.status, teks: count ? null : textOf(j.hasil.nilai) },
    asal: typeof j.asal === 'string' ? j.asal : undefined,
    anak: () => (j.sel ? cellsOf(j) : j.anak.length ? parts0(j) : []),
  }
}

/** The cells of a column, or only some of them: data rows, or groups that open what was grouped. */
function cellsOf(column: Jejak, only?: readonly number[]): readonly Titik[] {
  const all = column.sel ?? []
  const picked = only ?? all.map((_, i) => i)
  const names = nameCells(picked.map((i) => all[i]!))
  const grouped = Object.keys(all[0]?.dimensi ?? {}).some((name) => name.includes('['))
  return picked.map((i, n) => {
    const cell = all[i]!
    return {
      kunci: names[n]!,
      nama: names[n]!,
      nilai: { status: cell.hasil.status, teks: textOf(cell.hasil.nilai) },
      asal: typeof cell.asal === 'string' ? cell.asal : undefined,
      dimensi: Object.fromEntries(Object.entries(cell.dimensi).map(([k, v]) => [columnName(k), v])),
      kata: grouped ? inWords(column.teks) : undefined,
      anak: () => (grouped ? membersOf(column, cell) : partsOf(column, i)),
    }
  })
}

/** `x BY kunci`: the cells of x in this group. A key stands beside x as a column, or is what x itself was grouped by. */
function membersOf(column: Jejak, group: Sel): readonly Titik[] {
  const keys = Object.entries(group.dimensi)
  const source = column.anak.find((a) => a.sel && !(a.teks in group.dimensi))
  if (!source?.sel) return []
  const keyOf = (name: string, i: number) => {
    const beside = column.anak.find((a) => a.teks === name)
    return beside ? textOf(beside.sel?.[i]?.hasil.nilai) : source.sel![i]!.dimensi[name]
  }
  const inGroup = source.sel.flatMap((_, i) => (keys.every(([name, value]) => keyOf(name, i) === value) ? [i] : []))
  return cellsOf(source, inGroup)
}

/** A cell computed from cells of the same row, `a[x] / b[y]`: each of them. */
function partsOf(column: Jejak, i: number): readonly Titik[] {
  const parallel = column.anak.filter((d) => d.sel && d.sel.length === column.sel!.length)
  if (parallel.length === 1) return cellsOf(parallel[0]!)[i]?.anak() ?? []
  return parallel.map((d) => ({ ...cellsOf(d)[i]!, kunci: d.teks, nama: inWords(d.teks) }))
}

/** What tells the rows apart: the narrowest dimension that has another word in every row, else all of them. */
function nameCells(cells: readonly Sel[]): readonly string[] {
  const dims = Object.keys(cells[0]?.dimensi ?? {}).filter((d) => d !== 'unit')
  const words = (d: string) => cells.map((c) => c.dimensi[d] ?? '')
  const telling = dims.toReversed().find((d) => new Set(words(d)).size === cells.length)
  if (telling) return words(telling)
  return cells.map(
    (c, i) =>
      dims
        .map((d) => c.dimensi[d])
        .filter(Boolean)
        .join(' · ') || String(i + 1),
  )
}

const textOf = (nilai: string | boolean | undefined): string | null =>
  nilai === undefined ? null : typeof nilai === 'boolean' ? (nilai ? 'benar' : 'salah') : nilai

const columnName = (name: string) => /\[(\w+)\]$/.exec(name)?.[1] ?? name

/** The levels from the top to where the path leads; a step that does not exist ends it. */
export function walk(top: Titik, path: readonly string[]): { readonly level: readonly Titik[]; readonly lost: string | undefined } {
  const level = [top]
  for (const step of path) {
    const next = level
      .at(-1)!
      .anak()
      .find((p) => p.kunci === step)
    if (!next) return { level, lost: step }
    level.push(next)
  }
  return { level, lost: undefined }
}
