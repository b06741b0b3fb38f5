// What is due on a day: a deadline of the pack with its date for one office, how far off it is, and whether it is done.
import type { Jatuh } from '../peraturan/dki-jakarta/tenggat.ts'
import type { Day, Period } from '../platform/kernel/time.ts'

export const KEADAAN_TENGGAT = ['AKAN_DATANG', 'DEKAT', 'HARI_INI', 'LEWAT', 'SELESAI', 'BELUM_TERCATAT'] as const
export type KeadaanTenggat = (typeof KEADAAN_TENGGAT)[number]

/** The papers whose way is coordinated. */
export const NASKAH = ['PK', 'RA'] as const
export type Naskah = (typeof NASKAH)[number]

export type TenggatHari = {
  readonly kode: string
  readonly nama: string
  readonly waktu: string
  readonly dasar: string
  readonly jatuh: Jatuh['jenis']
  /** The year, quarter or month it is about. */
  readonly periode: Period
  /** Null where the day it is counted from is not recorded. */
  readonly hari: Day | null
  /** Days from today; negative where it has passed. */
  readonly sisa: number | null
  readonly keadaan: KeadaanTenggat
  /** It has passed, and the program knows that it is not done. */
  readonly terlambat: boolean
  /** How many indicators are still to be filled in, where that is what it is about. */
  readonly belum: number | null
  /** When it was done. */
  readonly selesaiPada: Day | null
  readonly peran: readonly string[]
  /** So many days before, whoever has to do it is reminded. */
  readonly pengingat: readonly number[]
  /** The page on which it is done. */
  readonly ke: string | null
}

export type NaskahTenggat = { readonly status: string; readonly tanggal: Day | null }
/** What is known of one office, or of the province, for the deadlines of one year of the cycle. */
export type Fakta = {
  readonly unit: string
  readonly milik: 'KANTOR' | 'PROVINSI'
  readonly tahun: number
  readonly today: Day
  readonly dpaDitetapkan: Day | null
  /** The quarters as they were opened and closed, with the day set for them. */
  readonly periode: readonly { readonly periode: Period; readonly status: string; readonly batas: Day | null }[]
  /** The newest version that is not replaced. */
  readonly naskah: { readonly PK: NaskahTenggat | null; readonly RA: NaskahTenggat | null }
  /** Indicators without a submitted result, by quarter that is open. */
  readonly belum: ReadonlyMap<Period, number>
}
