// The day on which a paper was signed: `Jakarta, 24 Mei 2023`; only a year is no day. Pure.
import type { Place } from '../platform/documents/blocks/paper.ts'
import { BULAN, dayPrinted } from '../platform/kernel/time.ts'
import { NOT_PRINTED, teksTerbaca } from './baca-nilai.ts'
import type { Terbaca } from './terbaca.ts'

const SIGNED = new RegExp(String.raw`^\p{L}[\p{L} ]{2,30},\s*(?:tanggal\s+)?(\d{1,2})\s+(${BULAN.join('|')})\s+(20\d\d)\b`, 'iu')

export function readDayIn(lines: readonly { text: string; at: Place }[]): Terbaca {
  for (const { text, at } of lines) {
    const [, day, month, year] = SIGNED.exec(text) ?? []
    if (!day) continue
    return { ...teksTerbaca(text, at), dibaca: dayPrinted(day, month!, year!) }
  }
  return NOT_PRINTED
}
