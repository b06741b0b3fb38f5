// What people are told: its kinds, to whom it goes, and what each may have sent by e-mail.
import { z } from 'zod'

export const JENIS_KABAR = ['TUGAS', 'PENGINGAT', 'INFORMASI'] as const
export type JenisKabar = (typeof JENIS_KABAR)[number]

/** What stands in the places of a sentence: codes, which the page and the letter say in their own words. */
export type Tempat = Readonly<Record<string, string | number>>
export type Kabar = {
  readonly jenis: JenisKabar
  readonly kalimat: string
  readonly tempat: Tempat
  /** The page on which it is done or read. */
  readonly ke: string | null
  /** What it is about; with the person, it is told once. */
  readonly hal: string
}
/** Something to tell whoever has one of the roles, for the unit where there is one, if the permission reaches there. */
export type Untuk = Kabar & {
  readonly peran: readonly string[]
  readonly unit: string | null
  readonly wewenang: string | null
}

/** What one may set for oneself. */
export const SetelanKabar = z.object({
  alamat: z.email('bukan alamat surel').max(254).nullable(),
  surel: z
    .array(z.enum(JENIS_KABAR))
    .max(JENIS_KABAR.length)
    .transform((kinds) => JENIS_KABAR.filter((k) => kinds.includes(k))),
})
export type SetelanKabar = z.infer<typeof SetelanKabar>
