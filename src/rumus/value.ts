// What a formula computes with: exact values, columns of them, and the reasons why there is none.
// "Not targeted", "not released", "missing" and 0 are four things; a GALAT says what is wrong and where.
import { type Decimal, isDecimal, toText } from '../platform/kernel/decimal.ts'
import type { STATUS_KOSONG } from '../platform/kernel/status-figure.ts'

/** A place in the formula's text: line and column from 1 for people, offsets from 0 (end exclusive) for programs. */
export type Letak = { readonly baris: number; readonly kolom: number; readonly dari: number; readonly sampai: number }

/** A place in the data of a case, as a path: `data.kelurahan[3].nilai`. */
export type Jalur = { readonly jalur: string }

export type Galat = { readonly status: 'GALAT'; readonly kode: string; readonly pesan: string; readonly letak: Letak | Jalur }

export type Scalar = Decimal | string | boolean
export type Exact = { readonly status: 'NILAI'; readonly nilai: Scalar; readonly asal?: unknown }
export type Absence = { readonly status: (typeof STATUS_KOSONG)[number]; readonly asal?: unknown }

/** One cell or one figure. `asal` is whatever says where it was read: paper and line, evidence and its hash. */
export type Datum = Exact | Absence | Galat

export type Key = { readonly name: string; readonly cells: readonly Datum[] }
export type Row = ReadonlyMap<string, Datum>

export type Column = {
  readonly cells: readonly Datum[]
  /** The table's rows behind the cells, one for one; empty for a column of groups. */
  readonly rows: readonly Row[]
  /** What the cells were grouped by; empty for a column of rows. */
  readonly keys: readonly Key[]
  /** What an aggregate over no cell at all comes to: KOSONG for an empty table, GALAT where a filter left nothing. */
  readonly none: Datum
}
export type ColumnValue = { readonly status: 'NILAI'; readonly nilai: Column }
export type Value = Datum | ColumnValue

export type Table = {
  readonly status: 'TABEL'
  readonly rows: readonly Row[]
  readonly columns: ReadonlyMap<string, readonly Datum[]>
}

export const KOSONG: Absence = { status: 'KOSONG' }

export function galat(kode: string, pesan: string, letak: Letak | Jalur): Galat {
  return { status: 'GALAT', kode, pesan, letak }
}

export function exact(nilai: Scalar): Exact {
  return { status: 'NILAI', nilai }
}

export function columnValue(column: Column): ColumnValue {
  return { status: 'NILAI', nilai: column }
}

export function isColumn(value: Value): value is ColumnValue {
  return value.status === 'NILAI' && typeof value.nilai === 'object' && 'cells' in value.nilai
}

const STRENGTH = { GALAT: 4, BELUM_RILIS: 3, KOSONG: 2, TIDAK_DITARGETKAN: 1, NILAI: 0 }

/** The state that wins where several values meet; null where all of them are there. */
export function strongest(values: readonly Datum[]): Absence | Galat | null {
  let winner: Absence | Galat | null = null
  for (const value of values) {
    if (value.status !== 'NILAI' && STRENGTH[value.status] > STRENGTH[winner?.status ?? 'NILAI']) winner = value
  }
  return winner
}

const PLAIN = /^[a-z0-9_]*$/

/** Names of data, tables and columns are the same name in capitals or not. */
export function fold(name: string): string {
  return PLAIN.test(name) ? name : name.normalize('NFC').toLowerCase()
}

/** The text of a scalar, as it is compared, grouped by and written into a trace. */
export function scalarText(scalar: Scalar): string {
  if (isDecimal(scalar)) return toText(scalar)
  return typeof scalar === 'string' ? scalar : scalar ? 'TRUE' : 'FALSE'
}

const withComma = (text: string) => (/^-?\d+,\d+$/.test(text) ? ` (sebagai angka: ${text.replace(',', '.')})` : '')

/** The word for what a scalar is, in a message. */
export function kindOf(value: Scalar | Column): string {
  if (typeof value === 'string') return `teks "${value.slice(0, 40)}"${withComma(value)}`
  return typeof value === 'boolean' ? 'benar/salah' : isDecimal(value) ? 'angka' : 'kolom'
}
