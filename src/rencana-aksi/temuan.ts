// A finding of this room leads to the line and the cell it is about.
import { z } from 'zod'
import { Temuan } from '../periksa/temuan.ts'

export const TemuanRa = Temuan.extend({
  /** The stored line and its field; null where it is about the whole plan, or about a paper that is not stored. */
  tempat: z.object({ baris: z.string(), bidang: z.string().nullable() }).nullable(),
})
export type TemuanRa = z.infer<typeof TemuanRa>

export const about = (line: { readonly id?: string } | undefined, bidang: string | null, temuan: Temuan): TemuanRa => ({
  ...temuan,
  tempat: line?.id ? { baris: line.id, bidang } : null,
})
