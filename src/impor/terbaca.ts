// What was read of a paper: every value with what stands there, what it was read as, how sure that is, and where. Pure.
import { z } from 'zod'
import { STATUS_FIGURE } from '../platform/kernel/status-figure.ts'

const Tempat = z.object({
  /** Line of a text, row of a sheet. */
  baris: z.number().int().nullable(),
  halaman: z.number().int().optional(),
  paragraf: z.number().int().optional(),
  lembar: z.string().optional(),
})
export const Terbaca = Tempat.extend({
  tercetak: z.string().max(50_000),
  dibaca: z.string().max(50_000),
  keyakinan: z.number().min(0).max(1),
  alasan: z.string().optional(),
  /** Where it goes on, or is printed again. */
  tempatLain: z.array(Tempat).optional(),
  /** A shared cell belongs to the one named here. */
  disalinDari: z.string().optional(),
})
export type Terbaca = z.infer<typeof Terbaca>

/** `dibaca`: the number, else the category or the state; beside it the same as a figure of the data files. */
export const AngkaTerbaca = Terbaca.extend({
  status: z.enum(STATUS_FIGURE),
  nilai: z.string().optional(),
  kategori: z.string().optional(),
  min: z.string().optional(),
  maks: z.string().optional(),
})
export type AngkaTerbaca = z.infer<typeof AngkaTerbaca>
export const DaftarTerbaca = Terbaca.omit({ dibaca: true }).extend({ dibaca: z.array(z.string()) })
export type DaftarTerbaca = z.infer<typeof DaftarTerbaca>

export type Tempat = z.infer<typeof Tempat>
