// How often the checker is right: findings that were judged by hand against their paper, held against what it finds now. A judgement
// names its finding by rule, line and figures, and holds none of the paper's words. Pure.
import { z } from 'zod'
import { sha256 } from '../platform/kernel/canonical.ts'
import type { Temuan } from './temuan.ts'

export const SIKAP = ['benar', 'salah', 'diperdebatkan', 'ganda'] as const
export const Ketepatan = z.object({
  naskah: z.string(),
  baris: z.number().int(),
  aturan: z.string(),
  /** Of rule, line, column and figures: `sidikOf`. */
  sidik: z.string(),
  /** As printed and as it should be, where they are figures. */
  angka: z.string().optional(),
  seharusnya: z.string().optional(),
  sikap: z.enum(SIKAP),
  /** One sentence. */
  sebab: z.string().min(10),
})
export type Ketepatan = z.infer<typeof Ketepatan>
export type TemuanNaskahIni = Pick<Temuan, 'aturan' | 'baris' | 'letak' | 'tercetak' | 'seharusnya'> & { readonly naskah: string }

/** The same for the same finding, also when its sentence or its confidence is mended; another one when its figures change. */
export function sidikOf({ naskah, aturan, baris, letak, tercetak, seharusnya }: TemuanNaskahIni): string {
  const kolom = /kolom (\d+)/.exec(letak)?.[1] ?? ''
  // Marks and blanks within figures are print.
  const [printed, right] = [tercetak, seharusnya].map((text) => text?.replace(/[.,\s]/g, '') ?? '')
  return sha256([naskah, aturan, baris, kolom, printed, right].join(' | ')).slice(0, 12)
}

/** What may be kept of a printed text: a figure, no name and no number of a person. */
export const angkaSaja = (teks: string | null): string | undefined =>
  teks !== null && teks.length <= 24 && /^[\d.,%≤≥–() -]+$/.test(teks) && !/\d{10}/.test(teks) ? teks : undefined

/** So many of a list, drawn by a seed: the same for the same seed and list. */
export function undi<T>(list: readonly T[], banyak: number, benih: number): T[] {
  const drawn = list.map((one, i) => ({ one, at: sha256(`${benih} ${i}`) }))
  return drawn
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, banyak)
    .map((d) => d.one)
}

export type Papan<T> = {
  readonly dinilai: readonly (readonly [T, Ketepatan])[]
  readonly belum: readonly T[]
  /** Judged, and found no more: mended, or lost. */
  readonly hilang: readonly Ketepatan[]
}
export function papanOf<T extends TemuanNaskahIni>(temuan: readonly T[], ketepatan: readonly Ketepatan[]): Papan<T> {
  const known = new Map(ketepatan.map((k) => [k.sidik, k]))
  const now = new Set(temuan.map(sidikOf))
  return {
    dinilai: temuan.flatMap((t) => {
      const judged = known.get(sidikOf(t))
      return judged ? [[t, judged] as const] : []
    }),
    belum: temuan.filter((t) => !known.has(sidikOf(t))),
    hilang: ketepatan.filter((k) => !now.has(k.sidik)),
  }
}
