// Surveys: an office's satisfaction and coordination indices, as tables of values by dimensions.
import { z } from 'zod'
import { origin } from '../indikator/indikator.ts'
import { Figure, type FigureOut } from '../platform/kernel/figure.ts'
import { isPeriod } from '../platform/kernel/time.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'

export const KodeSurvei = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'harus kode pendek berhuruf besar seperti IKM')
export const NamaTabel = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'harus huruf, angka atau garis bawah')
  .max(60)
export const Periode = z.string().refine(isPeriod, 'harus periode seperti 2024-S1')
export const Dimensi = z.record(z.string().min(1).max(60), z.string().max(500))

export const SurveiFile = z.object({
  skema: z.literal('selaras/survei/1'),
  ...origin,
  unit: KodeUnit,
  tahun: z.number().int().min(2000).max(2100),
  survei: KodeSurvei,
  nama: z.string().min(1).max(1000),
  tabel: z.array(
    z.object({
      nama: NamaTabel,
      ...origin,
      /** A dimension named `unit` is the code of the unit that the value is about. */
      isian: z.array(z.object({ periode: Periode, dimensi: Dimensi, nilai: Figure, ...origin })),
    }),
  ),
})
export type SurveiFile = z.infer<typeof SurveiFile>

/** One value as later rooms read it. */
export type Isian = { readonly dimensi: Record<string, string>; readonly nilai: FigureOut; readonly sumber: string | null }
