// What a formula is evaluated in: data by name, other indicators, the indicator's policy.
import type { IndikatorRef } from './tree.ts'
import type { Datum, Table, Value } from './value.ts'

export type Kebijakan = {
  /** Aggregates count the values that are there instead of becoming BELUM_RILIS or KOSONG, and the trace says so. */
  readonly hitungYangAda?: boolean
}

export type Context = {
  /** The figure, state or table of a name (in lower case); undefined where there is no such name, which is GALAT. */
  readonly data: (name: string) => Datum | Table | undefined
  /** Another indicator's result: one figure, or with `anak` a column of the children's. */
  readonly indikator?: (ref: IndikatorRef) => Value
  readonly kebijakan?: Kebijakan | undefined
}

/** A context while it is being traced. */
export type Frame = Context & { readonly note?: (text: string) => void }

export type Run = (frame: Frame) => Value
