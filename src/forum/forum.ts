// The forum: where agreements and plans are discussed before they are signed (one an office and year), and where changes of
// plans in force are decided (one a quarter of the province).
import { z } from 'zod'
import { Day, KodeUnit } from '../unit-kerja/unit-kerja.ts'

export const JENIS_FORUM = ['PENYUSUNAN', 'TRIWULANAN'] as const
export type JenisForum = (typeof JENIS_FORUM)[number]
export const STATUS_FORUM = ['TERJADWAL', 'BERLANGSUNG', 'NOTULEN', 'DITETAPKAN'] as const
export type StatusForum = (typeof STATUS_FORUM)[number]
export const JENIS_NASKAH = ['PERJANJIAN_KINERJA', 'RENCANA_AKSI', 'PERUBAHAN_RENCANA_AKSI'] as const
export type JenisNaskah = (typeof JENIS_NASKAH)[number]
export const KEPUTUSAN = ['DISETUJUI', 'DIKEMBALIKAN', 'DITOLAK'] as const
export type Keputusan = (typeof KEPUTUSAN)[number]
export const KEHADIRAN = ['SENDIRI', 'DIWAKILI', 'TIDAK_HADIR'] as const
export type Kehadiran = (typeof KEHADIRAN)[number]
export const JAWABAN = ['DILAKSANAKAN', 'TIDAK_DILAKSANAKAN'] as const
export type Jawaban = (typeof JAWABAN)[number]

const text = (most: number) => z.string().trim().min(1).max(most)
const Jam = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'harus jam, misalnya 09:30')

/** When, where and about what; times are those of Jakarta. */
export const Jadwal = z.object({ tanggal: Day, mulai: Jam, selesai: Jam, tempat: text(300), agenda: text(4000) })
export type Jadwal = z.infer<typeof Jadwal>
/** A later schedule says why it differs. */
export const JadwalBaru = Jadwal.extend({ alasan: text(2000) })
export type JadwalBaru = z.infer<typeof JadwalBaru>

export const ForumBaru = z.discriminatedUnion('jenis', [
  z.object({ jenis: z.literal('PENYUSUNAN'), unit: KodeUnit, tahun: z.number().int().min(2000).max(2100), jadwal: Jadwal }),
  z.object({
    jenis: z.literal('TRIWULANAN'),
    periode: z.string().regex(/^\d{4}-TW[1-4]$/, 'harus triwulan, misalnya 2026-TW1'),
    jadwal: Jadwal,
  }),
])
export type ForumBaru = z.infer<typeof ForumBaru>

export const DaftarHadir = z.object({
  hadir: z
    .array(
      z.object({
        jabatan: z.string().min(1).max(200),
        kehadiran: z.enum(KEHADIRAN),
        wakil: z.string().trim().max(200).nullish(),
      }),
    )
    .max(200),
})
export type DaftarHadir = z.infer<typeof DaftarHadir>

/** Advice on a paper, or on one line of it; without `isi`, that the role has none. */
export const SaranBaru = z.object({
  /** As which role, where somebody has two. */
  peran: z.string().max(40),
  naskah: z.uuid().nullish(),
  baris: z.uuid().nullish(),
  isi: text(3000).nullish(),
})
export type SaranBaru = z.infer<typeof SaranBaru>

export const JawabanBaru = z.object({ jawaban: z.enum(JAWABAN), alasan: z.string().trim().max(2000).nullish() })
export type JawabanBaru = z.infer<typeof JawabanBaru>

export const KeputusanBaru = z.object({
  naskah: z.uuid(),
  keputusan: z.enum(KEPUTUSAN),
  alasan: z.string().trim().max(3000).nullish(),
})
export type KeputusanBaru = z.infer<typeof KeputusanBaru>

/** Somebody of the forum: the office held, and by whom on that day. */
export type Undangan = {
  readonly jabatan: string
  readonly namaJabatan: string
  /** Null where nobody holds the office. */
  readonly nama: string | null
  readonly peran: string[]
}
export type Hadir = Undangan & { readonly kehadiran: Kehadiran; readonly wakil: string | null }
