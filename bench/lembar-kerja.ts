// The province of `hitungan` as a workbook: a sheet a unit, a row an indicator, a column a period; beside the values their capaian
// and its name by the scale, and what both rest on: targets a quarter and year, inputs below. It computes what Selaras stores.
import { shift, stored } from '../src/pengukuran/periode.ts'
import { SKALA_BAKU } from '../src/peraturan/nasional/skala.ts'
import { CELLS, INDICATORS, type Jenis, QUARTERS, TARGET, type Unit, YEARS } from './hitungan-provinsi.ts'

export type Cell = number | { readonly formula: string } | null
/** How a program writes a reference to a cell of a sheet; column and row from 0. */
export type Ref = (sheet: string, column: number, row: number) => string
/** What the unit's rows hold of a quarter: its inputs or, without a name, what was claimed. */
export type Inputs = (unit: string, kode: string, periode: string, tabel?: string, urutan?: number) => number

export const PERIODS: readonly string[] = YEARS.flatMap(stored)
const PARTS = ['TW1', 'TW2', 'TW3', 'TW4', 'TAHUNAN']
const [CAPAIAN, KATEGORI, TARGETS] = [1, 2, 3].map((block) => block * PERIODS.length) as [number, number, number]
const WIDTH = TARGETS + PARTS.length * YEARS.length

/** The sheets one after the other: a province does not fit into memory twice. */
export function* sheetsOf(units: readonly Unit[], inputs: Inputs, ref: Ref): Generator<readonly [string, Cell[][]]> {
  const at = new Map(units.map((u, i) => [u.kode, `U${i}`]))
  const below = Map.groupBy(units, (u) => u.induk)
  for (const unit of units) {
    const children = (below.get(unit.kode) ?? []).map((c) => at.get(c.kode)!)
    const sheet = at.get(unit.kode)!
    yield [sheet, sheetOf(unit, children, inputs, (column, row, on = sheet) => ref(on, column, row))]
  }
}

export const formulasOf = (rows: readonly Cell[][]) => rows.flat().filter((c) => c !== null && typeof c === 'object').length

type Own = (column: number, row: number, sheet?: string) => string

function sheetOf({ kode: unit, daun }: Unit, children: readonly string[], inputs: Inputs, own: Own): Cell[][] {
  const below: Cell[][] = []
  /** A row of inputs, and where it stands. */
  const put = (kode: string, tabel: string, urutan: number): number => {
    below.push(PERIODS.map((p) => (QUARTERS.includes(p) ? inputs(unit, kode, p, tabel, urutan) : null)))
    return INDICATORS.length + below.length - 1
  }
  const rowOf = (jenis: Jenis, n: number) => INDICATORS.findIndex((i) => i.jenis === jenis && i.n === n)
  const mean = (cells: readonly string[]) => `AVERAGE(${cells.join(',')})`
  const first = INDICATORS.map(({ jenis, n, kode }, row): Cell[] => {
    const divided = jenis === 'BAGI' || (jenis === 'ANAK' && daun)
    const rows = divided
      ? ['realisasi', 'rencana'].map((name) => put(kode, name, 0))
      : jenis === 'TABEL'
        ? Array.from({ length: CELLS }, (_, i) => put(kode, 'tabel', i))
        : []
    return PERIODS.map((periode, c): Cell => {
      // The formula of an indicator without inputs of its own holds in every period; the others are averaged from their parts.
      if (jenis === 'GABUNG') return { formula: `(${own(c, rowOf('BAGI', n))}+${own(c, rowOf('TABEL', n))}*2)/3` }
      if (jenis === 'NAIK') {
        const before = PERIODS.indexOf(shift(periode, -1, 0)!)
        return before < 0 ? null : { formula: `${own(c, rowOf('GABUNG', n))}-${own(before, rowOf('GABUNG', n))}` }
      }
      if (jenis === 'ANAK' && !daun) return { formula: mean(children.map((child) => own(c, row, child))) }
      if (!QUARTERS.includes(periode)) return { formula: mean(halves(periode).map((p) => own(PERIODS.indexOf(p), row))) }
      if (divided) return { formula: `${own(c, rows[0]!)}/${own(c, rows[1]!)}*100` }
      return jenis === 'TABEL' ? { formula: mean(rows.map((r) => own(c, r))) } : inputs(unit, kode, periode)
    })
  })
  return [...first.map((cells, row) => withCapaian(cells, row, own)), ...below]
}

const halves = (periode: string) => {
  const [year, half] = periode.split('-S')
  return half ? [1, 2].map((n) => `${year}-TW${Number(half) * 2 - 2 + n}`) : [1, 2].map((n) => `${year}-S${n}`)
}

/** All targets are the same: the mean of a semester's is that of its last quarter. */
const heldPart = (periode: string) => ({ '': 'TAHUNAN', S1: 'TW2', S2: 'TW4' })[periode.slice(5)] ?? periode.slice(5)

function withCapaian(cells: readonly Cell[], row: number, own: Own): Cell[] {
  const reached = PERIODS.map((p, c): Cell => {
    const target = TARGETS + YEARS.findIndex((y) => p.startsWith(String(y))) * PARTS.length + PARTS.indexOf(heldPart(p))
    return cells[c] === null ? null : { formula: `MAX(0,${own(c, row)}/${own(target, row)}*100)` }
  })
  const named = reached.map((cell, c): Cell => (cell === null ? null : { formula: nameOf(own(CAPAIAN + c, row)) }))
  return [...cells, ...reached, ...named, ...new Array(WIDTH - TARGETS).fill(TARGET)]
}

const nameOf = (cell: string): string =>
  SKALA_BAKU.tingkat.reduceRight(
    (rest, { dari, sebutan }) => (dari ? `IF(${cell}>${dari},"${sebutan}",${rest})` : `"${sebutan}"`),
    '',
  )

/** What the workbook makes of a row that it was read back from: as far as it holds values. */
export function resultsIn(rows: readonly (readonly (string | null)[])[]) {
  return INDICATORS.flatMap(({ kode }, row) =>
    PERIODS.map((periode, c) => {
      const at = (block: number) => rows[row]?.[block + c] ?? null
      return { kode, periode, nilai: at(0), capaian: at(CAPAIAN), kategori: at(KATEGORI) }
    }),
  )
}

/** The workbook as flat OpenDocument, formulas without their values: whoever opens it must compute them. */
export function* toFods(sheets: Iterable<readonly [string, Cell[][]]>): Generator<string> {
  const text = (formula: string) => formula.replaceAll(',', ';').replaceAll('"', '&quot;').replaceAll('>', '&gt;')
  const cell = (c: Cell) =>
    c === null
      ? '<table:table-cell/>'
      : typeof c === 'number'
        ? `<table:table-cell office:value-type="float" office:value="${c}"/>`
        : `<table:table-cell table:formula="of:=${text(c.formula)}"/>`
  yield `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>`
  for (const [name, rows] of sheets)
    yield `<table:table table:name="${name}">${rows.map((r) => `<table:table-row>${r.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
  yield '</office:spreadsheet></office:body></office:document>'
}

/** The first sheet of a saved workbook's content. */
export function* rowsOfFirst(content: string): Generator<(string | null)[]> {
  const sheet = content.slice(content.indexOf('<table:table '), content.indexOf('</table:table>'))
  for (const [, times, row] of sheet.matchAll(/<table:table-row(?:[^>]*?rows-repeated="(\d+)")?[^>]*?>(.*?)<\/table:table-row>/gs))
    for (let i = 0; i < Math.min(Number(times ?? 1), INDICATORS.length); i++) yield [...cellsOf(row!)]
}

function* cellsOf(row: string): Generator<string | null> {
  for (const [, attributes, , inside] of row.matchAll(/<table:table-cell([^>]*?)(\/>|>(.*?)<\/table:table-cell>)/gs)) {
    const value = /office:value="([^"]+)"/.exec(attributes!)?.[1] ?? /<text:p>([^<]*)</.exec(inside ?? '')?.[1] ?? null
    const times = Number(/columns-repeated="(\d+)"/.exec(attributes!)?.[1] ?? 1)
    for (let i = 0; i < Math.min(times, WIDTH); i++) yield value
  }
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

export const inExcel: Ref = (sheet, column, row) => `${sheet}!${letters(column)}${row + 1}`
export const inOpenDocument: Ref = (sheet, column, row) => `[$${sheet}.${letters(column)}${row + 1}]`
