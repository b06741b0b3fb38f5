// RA-10: a plan in force is changed only for a legal reason, for periods still open, by decision of the quarterly forum.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, daysOf, type Period, periodName } from '../platform/kernel/time.ts'
import type { UsulPerubahan } from './rencana-aksi.ts'

export const ALASAN_PERUBAHAN = ['PERUBAHAN_PERUU', 'KEBIJAKAN_ARAHAN_PIMPINAN'] as const
export const OBJEK_PERUBAHAN = ['OUTPUT_OUTCOME', 'PERIODE', 'TRAJECTORY'] as const

/** The refusal where a change may not be made (Instruksi Sekda 4/2024, B.5 and B.6); undefined where it may. */
export function refusePerubahan(usul: UsulPerubahan, terkunci: readonly Period[], today: Day): Refusal | undefined {
  const rule = 'RA-10'
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
  if (!usul.keputusanForum?.trim())
    return refuse('DITOLAK_ATURAN', 'Perubahan rencana aksi ditetapkan dalam Forum Kinerja Triwulanan; sebutkan keputusannya.', {
      field: 'keputusanForum',
      rule,
    })
  return undefined
}
