// Optimistic versions: the refusal for whoever saves over a line that somebody else changed first.
import { type Refusal, refuse } from './refusal.ts'

/** Both versions travel back, so that nothing that was typed is lost. */
export function outdatedVersion(current: unknown, sent: unknown): Refusal {
  return refuse(
    'VERSI_USANG',
    'Baris ini sudah diubah orang lain sejak Anda membukanya. Bandingkan kedua versi, lalu simpan lagi.',
    { current, sent },
  )
}
