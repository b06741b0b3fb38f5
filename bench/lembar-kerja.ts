// The province of `hitungan` as a workbook: a sheet a unit, a row an indicator, a column a period, and beside each value its capaian.
// For programs that compute cells: what they need beside it stands below.
import { CELLS, INDICATORS, type Jenis, QUARTERS, type Unit, YEARS } from './hitungan-provinsi.ts'
import { seeded } from './measure.ts'

export type Cell = number | string | null
/** How a program writes a reference to a cell of a sheet; column and row from 0. */
export type Ref = (sheet: string, column: number, row: number) => string
/** The name of a unit's sheet. */
export const sheetName = (i: number) => `U${i}`

const TARGET = 80
/** Twelve quarters, then two semesters and the year for each year. */
const WIDTH = QUARTERS.length + YEARS.length * 3

export function sheetsOf(units: readonly Unit[], ref: Ref): Record<string, Cell[][]> {
  const at = new Map(units.map((u, i) => [u.kode, sheetName(i)]))
  const below = Map.groupBy(units, (u) => u.induk)
  return Object.fromEntries(
    units.map((u) => [
      at.get(u.kode)!,
      sheetOf(
        u,
        at.get(u.kode)!,
        (below.get(u.kode) ?? []).map((c) => at.get(c.kode)!),
        ref,
      ),
    ]),
  )
}

export const formulasOf = (sheets: Record<string, Cell[][]>) =>
  Object.values(sheets).reduce((sum, rows) => sum + rows.flat().filter((c) => typeof c === 'string').length, 0)

function sheetOf({ daun }: Unit, sheet: string, below: readonly string[], ref: Ref): Cell[][] {
  const random = seeded(sheet.length + Number(sheet.slice(1)))
  const number = () => Math.round(1000 + random() * 9000) / 100
  const inputs: number[][] = []
  const put = (rows: number): number => {
    for (let i = 0; i < rows; i++) inputs.push(QUARTERS.map(number))
    return INDICATORS.length + inputs.length - rows
  }
  const rowOf = (jenis: Jenis, n: number) => INDICATORS.findIndex((i) => i.jenis === jenis && i.n === n)
  const values = INDICATORS.map(({ jenis, n }): Cell[] => {
    const divided = jenis === 'BAGI' || (jenis === 'ANAK' && daun)
    const first = divided ? put(2) : jenis === 'TABEL' ? put(CELLS) : 0
    return QUARTERS.map((_, q): Cell => {
      const own = (row: number, column = q) => ref(sheet, column, row)
      if (divided) return `=${own(first)}/${own(first + 1)}*100`
      if (jenis === 'TABEL') return `=AVERAGE(${Array.from({ length: CELLS }, (_, i) => own(first + i)).join(',')})`
      if (jenis === 'KLAIM') return number()
      if (jenis === 'GABUNG') return `=(${own(rowOf('BAGI', n))}+${own(rowOf('TABEL', n))}*2)/3`
      if (jenis === 'NAIK') return q === 0 ? null : `=${own(rowOf('GABUNG', n))}-${own(rowOf('GABUNG', n), q - 1)}`
      return below.length ? `=AVERAGE(${below.map((child) => ref(child, q, rowOf('ANAK', n))).join(',')})` : null
    })
  })
  const whole = values.map((cells, row) => {
    const empty = cells[0] === null
    const wholes = YEARS.flatMap((_, y): Cell[] => {
      if (empty && y === 0) return [null, null, null]
      const mean = (...columns: number[]) => `=AVERAGE(${columns.map((c) => ref(sheet, c, row)).join(',')})`
      const s = QUARTERS.length + y * 3
      return [mean(y * 4, y * 4 + 1), mean(y * 4 + 2, y * 4 + 3), mean(s, s + 1)]
    })
    const all = [...cells, ...wholes]
    return [...all, ...all.map((cell, column): Cell => (cell === null ? null : `=${ref(sheet, column, row)}/${TARGET}*100`))]
  })
  return [...whole, ...inputs.map((row) => [...row, ...new Array(WIDTH * 2 - row.length).fill(null)])]
}

/** The workbook as flat OpenDocument, formulas without their values: whoever opens it must compute them. */
export function toFods(sheets: Record<string, Cell[][]>): string {
  const cell = (c: Cell) =>
    c === null
      ? '<table:table-cell/>'
      : typeof c === 'number'
        ? `<table:table-cell office:value-type="float" office:value="${c}"/>`
        : `<table:table-cell table:formula="of:${c.replaceAll(',', ';')}"/>`
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${name}">${rows.map((r) => `<table:table-row>${r.map(cell).join('')}</table:table-row>`).join('')}</table:table>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document>`
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

export const inExcel: Ref = (sheet, column, row) => `${sheet}!${letters(column)}${row + 1}`
export const inOpenDocument: Ref = (sheet, column, row) => `[$${sheet}.${letters(column)}${row + 1}]`
