// Who may act for an office on a day.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, longDay } from '../platform/kernel/time.ts'
import { AWALAN, type Sifat } from './unit-kerja.ts'

export type Holder = { readonly jabatan: string; readonly pegawai: string; readonly sifat: Sifat }

/**
 * The one who acts for each office among its holders of one day: while a Plh or Plt is assigned, only that person;
 * otherwise the definitive holder or Pj. The printed name is the same person's.
 */
export function actingHolders<T extends Holder>(holders: readonly T[]): T[] {
  const acting = (h: Holder) => h.sifat === 'PLT' || h.sifat === 'PLH'
  return holders.filter((h) => acting(h) || !holders.some((other) => other.jabatan === h.jabatan && acting(other)))
}

/** The office of a person with the title that the law prints before it: `Plt. Kepala Badan …`. */
export type Held = {
  readonly nama: string
  readonly namaJabatan: string
  readonly sifat: Sifat
  readonly dari: Day
  readonly sampai: Day | null
}

/** Why somebody cannot be assigned: one holder (definitive or Pj) and one acting official (Plt or Plh) at a time. */
export function taken({ nama, namaJabatan, sifat, dari, sampai }: Held, field: string): Refusal {
  const until = sampai ? `sampai ${longDay(sampai)}` : 'tanpa tanggal akhir'
  return refuse(
    'BENTROK',
    `Jabatan ${AWALAN[sifat]}${namaJabatan} sudah dipegang ${nama} sejak ${longDay(dari)} ${until}. Akhiri dahulu penugasan itu, atau pilih tanggal sesudahnya.`,
    { field },
  )
}

/** A unit ends when nothing hangs on it any more: a refusal that names what does. */
export function mayEnd(
  left: readonly { readonly apa: 'UNIT' | 'JABATAN'; readonly nama: string }[],
  last: Day,
): Refusal | undefined {
  if (!left.length) return undefined
  const named = (apa: 'UNIT' | 'JABATAN') => left.filter((l) => l.apa === apa).map((l) => l.nama)
  const list = (all: readonly string[]) => all.slice(0, 3).join(', ') + (all.length > 3 ? ' dan lainnya' : '')
  const [units, offices] = [named('UNIT'), named('JABATAN')]
  const why = [
    units.length ? `masih membawahi ${list(units)}` : '',
    offices.length ? `masih ada yang memegang jabatan ${list(offices)}` : '',
  ].filter(Boolean)
  return refuse(
    'DITOLAK_ATURAN',
    `Satuan kerja tidak dapat ditutup per ${longDay(last)}: ${why.join('; ')}. Pindahkan unit di bawahnya dan akhiri penugasannya dahulu.`,
    { field: 'berakhir' },
  )
}
