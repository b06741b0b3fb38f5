// What the public is told of a signed paper.
import { z } from 'zod'

export const KEADAAN_NASKAH = ['MENUNGGU', 'BERLAKU', 'DIGANTI', 'BATAL'] as const
export type KeadaanNaskah = (typeof KEADAAN_NASKAH)[number]

export const NaskahTertanda = z.object({
  kode: z.string(),
  judul: z.string(),
  keadaan: z.enum(KEADAAN_NASKAH),
  /** Of a replaced paper: the version in force. */
  digantiVersi: z.number().nullable(),
  tandaTangan: z.array(
    z.object({
      nama: z.string(),
      jabatan: z.string(),
      pada: z.string(),
      stempelWaktu: z.string().nullable(),
      ujiCoba: z.boolean(),
    }),
  ),
  /** Of the newest file. */
  sha256: z.string(),
  /** The stored file is still the one that was signed, and every signature in it holds. */
  utuh: z.boolean(),
})
export type NaskahTertanda = z.infer<typeof NaskahTertanda>

/** In the order in which they are found out. */
export const HASIL_PERIKSA = ['ASLI', 'BELUM_LENGKAP', 'BERUBAH', 'TIDAK_TERCATAT', 'TANPA_TANDA_TANGAN', 'BUKAN_PDF'] as const
export type HasilPeriksa = (typeof HASIL_PERIKSA)[number]

export const Pemeriksaan = z.object({
  hasil: z.enum(HASIL_PERIKSA),
  sha256: z.string(),
  naskah: NaskahTertanda.nullable(),
  /** What the file itself says of its signatures; only where it is not one of ours. */
  diBerkas: z.array(z.object({ nama: z.string().nullable(), sah: z.boolean(), tepercaya: z.boolean() })),
})
export type Pemeriksaan = z.infer<typeof Pemeriksaan>

/** The state of a paper that was signed for a document in this state; `DRAFT` and its like never have one that stands. */
export function keadaanOf(status: string | undefined, voided: boolean): KeadaanNaskah {
  if (voided || status === undefined) return 'BATAL'
  if (status === 'DIGANTI') return 'DIGANTI'
  return status === 'DITETAPKAN' || status === 'DIPUBLIKASI' ? 'BERLAKU' : 'MENUNGGU'
}
