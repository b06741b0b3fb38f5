// Kegiatan Strategis Daerah: what the Gubernur has named as strategic, in steps (renaksi) with a target for each period.
import { z } from 'zod'
import { origin } from '../indikator/indikator.ts'
import { Figure } from '../platform/kernel/figure.ts'
import { isPeriod } from '../platform/kernel/time.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'

export const UNSUR = ['TARGET', 'REALISASI'] as const
export type Unsur = (typeof UNSUR)[number]
/** KSD are reported in these months; papers may print the year alone. */
export const BULAN_LAPOR = ['B03', 'B06', 'B09', 'B12'] as const

export const Periode = z.string().refine(isPeriod, 'harus periode seperti 2024-B06')

export const KsdFile = z.object({
  skema: z.literal('selaras/ksd/1'),
  ...origin,
  unit: KodeUnit,
  tahun: z.number().int().min(2000).max(2100),
  kegiatan: z.array(
    z.object({
      kode: z.string().min(1).max(40),
      nama: z.string().min(1),
      ...origin,
      renaksi: z
        .array(
          z.object({
            uraian: z.string().min(1),
            ...origin,
            periode: z.array(
              z.object({
                periode: Periode,
                target: Figure.optional(),
                realisasi: Figure.optional(),
                catatanVerifikator: z.string().max(4000).nullish(),
                ...origin,
              }),
            ),
          }),
        )
        .optional(),
    }),
  ),
})
export type KsdFile = z.infer<typeof KsdFile>
