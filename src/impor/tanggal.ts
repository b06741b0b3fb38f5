// The day on which a paper was signed: `Jakarta, 24 Mei 2023`; only a year is no day. Pure.
import type { Place } from '../platform/documents/blocks/paper.ts'
import { NOT_PRINTED, teksTerbaca } from './baca-nilai.ts'
import type { Terbaca } from './terbaca.ts'

const BULAN = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
]
const SIGNED = new RegExp(String.raw`^\p{L}[\p{L} ]{2,30},\s*(?:tanggal\s+)?(\d{1,2})\s+(${BULAN.join('|')})\s+(20\d\d)\b`, 'iu')

export function readDayIn(lines: readonly { text: string; at: Place }[]): Terbaca {
  for (const { text, at } of lines) {
    const [, day, month, year] = SIGNED.exec(text) ?? []
    if (!day) continue
    const mm = String(BULAN.indexOf(month!.toLowerCase()) + 1).padStart(2, '0')
    return { ...teksTerbaca(text, at), dibaca: `${year}-${mm}-${day.padStart(2, '0')}` }
  }
  return NOT_PRINTED
}
