// A finding: what a rule saw in a paper or a draft, with its place, the printed and the expected value, and the reason.
// The shape is a contract: `selaras review --json`, drafts and imports share it.
import { z } from 'zod'

export const JENIS_TEMUAN = [
  'sum',
  'ratio',
  'average',
  'cross-table',
  'text-vs-table',
  'scale',
  'count',
  'missing-value',
  'caption',
  'numbering',
  'unit',
  'copy-paste',
  'format',
  'rule',
] as const

export const Temuan = z.object({
  /** The rule's code: `PK-03`, `NIP-PANJANG`. */
  aturan: z.string(),
  jenis: z.enum(JENIS_TEMUAN),
  berat: z.enum(['tinggi', 'sedang', 'rendah']),
  /** 0 to 1; 1 where the rule is plain arithmetic or form. */
  keyakinan: z.number().min(0).max(1),
  /** Where in the paper or draft, in words: `sasaran 19, indikator 1, triwulan III`. */
  letak: z.string(),
  /** 1-based line of the paper it came from, where there is one. */
  baris: z.number().int().nullable().default(null),
  tercetak: z.string().nullable().default(null),
  seharusnya: z.string().nullable().default(null),
  /** Whole Indonesian sentences: what does not agree, why, and how to mend it; the legal basis where there is one. */
  penjelasan: z.string(),
  terkait: z.array(z.number().int()).default([]),
})
export type Temuan = z.infer<typeof Temuan>
