// A figure as offices print it: a number, a category, a range, or one of the states that are not a number.
// N/A, not released, missing and 0 are four things.
import { z } from 'zod'
import { DIGITS, findDecimal } from './decimal.ts'
import { STATUS_FIGURE } from './status-figure.ts'

/** An exact decimal as text: `98.63`, `-4`, `746367815588`. Point, no grouping, no exponent. */
export const DecimalText = z
  .string()
  .max(60)
  .regex(/^-?\d+(\.\d+)?$/, 'harus angka dengan titik desimal dan tanpa pemisah ribuan, misalnya "98.63"')
  .refine((text) => findDecimal(text) !== null, `paling banyak ${DIGITS} angka`)

export const Figure = z
  .object({
    status: z.enum(STATUS_FIGURE).optional(),
    nilai: DecimalText.nullish(),
    kategori: z.string().min(1).max(100).nullish(),
    min: DecimalText.nullish(),
    maks: DecimalText.nullish(),
    /** What the paper shows, letter for letter. */
    tercetak: z.string().max(300).nullish(),
    baris: z.union([z.number().int(), z.array(z.number().int())]).optional(),
    berkas: z.string().max(200).optional(),
    keterangan: z.string().max(2000).optional(),
  })
  .transform((f) => ({ ...f, status: f.status ?? (hasValue(f) ? ('NILAI' as const) : ('KOSONG' as const)) }))
  .superRefine((f, issue) => {
    if (f.status === 'NILAI' && !hasValue(f))
      issue.addIssue({ code: 'custom', message: 'berstatus NILAI tetapi tidak memuat nilai' })
    if (f.status !== 'NILAI' && hasValue(f))
      issue.addIssue({ code: 'custom', message: `berstatus ${f.status} tetapi memuat nilai` })
  })
export type Figure = z.infer<typeof Figure>

function hasValue(f: { nilai?: string | null; kategori?: string | null; min?: string | null; maks?: string | null }): boolean {
  return Boolean(f.nilai ?? f.kategori ?? f.min ?? f.maks)
}

/** The columns that hold a figure in SQL, one figure a row. */
export type FigureColumns = {
  status: string
  nilai: string | null
  kategori: string | null
  min: string | null
  maks: string | null
  tercetak: string | null
}

export function toColumns(f: Figure): FigureColumns {
  const { status, nilai = null, kategori = null, min = null, maks = null, tercetak = null } = f
  return { status, nilai, kategori, min, maks, tercetak }
}

export const FigureOut = z.object({
  status: z.enum(STATUS_FIGURE),
  nilai: z.string().nullable(),
  kategori: z.string().nullable(),
  min: z.string().nullable(),
  maks: z.string().nullable(),
  tercetak: z.string().nullable(),
})
export type FigureOut = z.infer<typeof FigureOut>

export function fromColumns(row: FigureColumns): FigureOut {
  const { status, nilai, kategori, min, maks, tercetak } = row
  return { status: status as FigureOut['status'], nilai, kategori, min, maks, tercetak }
}

export const KOSONG: Figure = { status: 'KOSONG' }

/** Where a fact stands in a paper: `003_7ac1d614aa532084.txt:1935` (several lines: `…:12,14`). */
export function sourceText(berkas: string | undefined, baris: number | readonly number[] | undefined): string | null {
  if (!berkas) return null
  return baris === undefined ? berkas : `${berkas}:${[baris].flat().join(',')}`
}
