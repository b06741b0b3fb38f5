// Signing many papers at once: what waits, what was chosen, and how far it is.
import { z } from 'zod'
import { Bukti } from '../platform/kernel/workflow.ts'

export const JENIS_NASKAH = ['perjanjian-kinerja', 'rencana-aksi'] as const
export type JenisNaskah = (typeof JENIS_NASKAH)[number]

/** A paper as the person saw it in the list. */
export const NaskahDipilih = z.object({ jenis: z.enum(JENIS_NASKAH), id: z.uuid(), version: z.number().int() })
export type NaskahDipilih = z.infer<typeof NaskahDipilih>

export const IsianTandaTangan = z.object({ naskah: z.array(NaskahDipilih).min(1).max(500), bukti: Bukti })

export const KEADAAN_TANDA_TANGAN = ['MENUNGGU', 'BERJALAN', 'BERHASIL', 'DITOLAK'] as const
export const ButirTandaTangan = z.object({
  jenis: z.enum(JENIS_NASKAH),
  id: z.string(),
  keadaan: z.enum(KEADAAN_TANDA_TANGAN),
  pesan: z.string().nullable(),
})
export type ButirTandaTangan = z.infer<typeof ButirTandaTangan>
export const Berkelompok = z.object({ mulai: z.string(), selesai: z.string().nullable(), butir: z.array(ButirTandaTangan) })
export type Berkelompok = z.infer<typeof Berkelompok>

export const NaskahMenunggu = NaskahDipilih.extend({
  unit: z.string(),
  nama: z.string(),
  tahun: z.number(),
  versi: z.number(),
  /** The signature before this one, if there is one. */
  pertama: z.object({ nama: z.string(), pada: z.string() }).nullable(),
})
export type NaskahMenunggu = z.infer<typeof NaskahMenunggu>

type Step = { readonly dari: string; readonly act: string; readonly peran: readonly string[] }
type Role = { readonly peran: string; readonly unit: string }
/** Where somebody signs: papers of a kind in a state, of some units or of all (null). */
export type Giliran = { readonly jenis: JenisNaskah; readonly status: string; readonly unit: readonly string[] | null }

/** What waits for the signature of somebody with these roles, by the workflow tables: heads sign for their own unit. */
export function giliranOf(peran: readonly Role[], tables: Readonly<Record<JenisNaskah, readonly Step[]>>): Giliran[] {
  return JENIS_NASKAH.flatMap((jenis) =>
    tables[jenis].flatMap((s): Giliran[] => {
      const mine = s.act === 'tanda-tangan' ? peran.filter((r) => s.peran.includes(r.peran)) : []
      if (!mine.length) return []
      return [{ jenis, status: s.dari, unit: mine.some((r) => r.peran !== 'KEPALA_PD') ? null : mine.map((r) => r.unit) }]
    }),
  )
}
