// RA-10: a plan in force is changed only for a legal reason, for periods still open, by decision of the quarterly forum.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, daysOf, type Period, periodName } from '../platform/kernel/time.ts'

export const ALASAN_PERUBAHAN = ['PERUBAHAN_PERUU', 'KEBIJAKAN_ARAHAN_PIMPINAN'] as const
export const OBJEK_PERUBAHAN = ['OUTPUT_OUTCOME', 'PERIODE', 'TRAJECTORY'] as const
export const STATUS_PERUBAHAN = ['USULAN', 'DISETUJUI', 'DITOLAK'] as const
export type AlasanPerubahan = (typeof ALASAN_PERUBAHAN)[number]
export type ObjekPerubahan = (typeof OBJEK_PERUBAHAN)[number]
export type StatusPerubahan = (typeof STATUS_PERUBAHAN)[number]

/** Why a plan in force is to be changed, and in what. */
export type UsulPerubahan = {
  readonly alasan: string
  readonly objek: readonly string[]
  readonly periode: readonly Period[]
}

const rule = 'RA-10'

/** Why a change may not be proposed (Instruksi Sekda 4/2024, B.5); undefined where it may. */
export function refuseUsul(usul: UsulPerubahan, terkunci: readonly Period[], today: Day): Refusal | undefined {
  if (!(ALASAN_PERUBAHAN as readonly string[]).includes(usul.alasan))
    return refuse(
      'DITOLAK_ATURAN',
      'Rencana aksi hanya berubah karena perubahan peraturan perundang-undangan, atau kebijakan atau arahan pimpinan.',
      { field: 'alasan', rule },
    )
  if (!usul.objek.length || !usul.objek.every((o) => (OBJEK_PERUBAHAN as readonly string[]).includes(o)))
    return refuse('DITOLAK_ATURAN', 'Yang dapat berubah hanya output/outcome, periode pelaksanaan, atau trajectory.', {
      field: 'objek',
      rule,
    })
  const closed = usul.periode.find((p) => terkunci.includes(p) || daysOf(p).sampai < today)
  if (closed || !usul.periode.length)
    return refuse(
      'DITOLAK_ATURAN',
      closed
        ? `${periodName(closed)} sudah ditutup; perubahan hanya untuk periode yang akan datang.`
        : 'Sebutkan periode yang berubah.',
      { field: 'periode', rule },
    )
  return undefined
}

type Usulan = UsulPerubahan & {
  readonly status: StatusPerubahan
  readonly keputusanForum: string | null
  readonly draf: string | null
}

/** Why a proposal does not become a draft: only what the forum has approved does, once, while its periods are open (B.6). */
export function refusePerubahan(usul: Usulan, terkunci: readonly Period[], today: Day): Refusal | undefined {
  const unlawful = refuseUsul(usul, terkunci, today)
  if (unlawful) return unlawful
  if (usul.status !== 'DISETUJUI')
    return refuse(
      'DITOLAK_ATURAN',
      usul.status === 'USULAN'
        ? 'Perubahan rencana aksi ditetapkan dalam Forum Kinerja Triwulanan; usulan ini belum diputuskan.'
        : `Usulan ini ditolak ${usul.keputusanForum}.`,
      { field: 'perubahan', rule },
    )
  if (usul.draf) return refuse('BENTROK', 'Usulan ini sudah menjadi draf. Lanjutkan yang itu.', { field: 'perubahan', rule })
  return undefined
}
