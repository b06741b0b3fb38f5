// The states of a period and the steps between them: a table, looked up. The button, the check and the ledger's act come
// from the same row. Closed: nothing new is begun, what was begun is still put right and confirmed. Locked: nothing moves.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, longDay, periodName } from '../platform/kernel/time.ts'

export const STATUS_PERIODE = ['BELUM_DIBUKA', 'TERBUKA', 'DITUTUP', 'TERKUNCI'] as const
export type StatusPeriode = (typeof STATUS_PERIODE)[number]
export type LangkahPeriode = {
  readonly act: 'jadwalkan' | 'buka' | 'tutup' | 'kunci' | 'buka-kembali' | 'ubah'
  /** Null: nobody has said anything of the period yet; entries are taken. */
  readonly dari: StatusPeriode | null
  readonly ke: StatusPeriode
  readonly label: string
  /** A step back: those who kept the deadline may read why. */
  readonly perluAlasan?: true
}

const from = (dari: LangkahPeriode['dari']): LangkahPeriode[] => [
  { act: 'jadwalkan', dari, ke: 'BELUM_DIBUKA', label: 'Jadwalkan' },
  { act: 'buka', dari, ke: 'TERBUKA', label: 'Buka' },
  { act: 'kunci', dari, ke: 'TERKUNCI', label: 'Kunci' },
]

export const LANGKAH_PERIODE: readonly LangkahPeriode[] = [
  ...from(null),
  ...from('BELUM_DIBUKA'),
  { act: 'ubah', dari: 'TERBUKA', ke: 'TERBUKA', label: 'Ubah tanggal' },
  { act: 'tutup', dari: 'TERBUKA', ke: 'DITUTUP', label: 'Tutup' },
  { act: 'kunci', dari: 'TERBUKA', ke: 'TERKUNCI', label: 'Kunci' },
  { act: 'buka-kembali', dari: 'DITUTUP', ke: 'TERBUKA', label: 'Buka kembali', perluAlasan: true },
  { act: 'kunci', dari: 'DITUTUP', ke: 'TERKUNCI', label: 'Kunci' },
  { act: 'buka-kembali', dari: 'TERKUNCI', ke: 'TERBUKA', label: 'Buka kembali', perluAlasan: true },
]

export type Wanted = {
  readonly periode: string
  readonly status: StatusPeriode
  readonly dibuka: Day | null
  readonly batas: Day | null
}

/** The step from a state to the one wanted, or the refusal that says which steps there are. */
export function langkahPeriode(dari: StatusPeriode | null, wanted: Wanted, alasan: string | undefined): LangkahPeriode | Refusal {
  const { status, dibuka, batas } = wanted
  const step = LANGKAH_PERIODE.find((l) => l.dari === dari && l.ke === status)
  if (!step) {
    const possible = LANGKAH_PERIODE.filter((l) => l.dari === dari).map((l) => l.label)
    return refuse(
      'DITOLAK_ATURAN',
      `${periodName(wanted.periode)} berstatus ${dari}; status itu tidak dapat menjadi ${status}. Yang mungkin: ${possible.join(', ')}.`,
      { field: 'status' },
    )
  }
  if (dibuka && batas && batas < dibuka)
    return refuse('TIDAK_VALID', `Batas pengisian (${longDay(batas)}) mendahului hari dibukanya (${longDay(dibuka)}).`, {
      field: 'batas',
    })
  if (step.perluAlasan && !alasan?.trim())
    return refuse('TIDAK_VALID', 'Membuka kembali memerlukan alasan yang dapat dibaca semua perangkat daerah.', { field: 'alasan' })
  return step
}
