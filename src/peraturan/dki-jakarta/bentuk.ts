// The official forms of the Perjanjian Kinerja, one a year: data, so that a new year is a new row and never an edit.
import type { Day } from '../../platform/kernel/time.ts'

export type Kelompok = { readonly kode: string; readonly nama: string; readonly sumberData: readonly string[] }
export type Bentuk = {
  readonly kode: string
  readonly nama: string
  /** In printed order. */
  readonly kelompok: readonly Kelompok[]
  /** Whether the numbers of the sasaran run through all groups or begin again in each. */
  readonly penomoran: 'MENERUS' | 'PER_KELOMPOK'
  readonly kolom: readonly string[]
  /** Printed before the date of the signatures: `Jakarta, 31 Januari 2025`. */
  readonly tempat: string
  /** From this form on a target may not fall below last year's result (Insekda 19/2024). */
  readonly targetTidakTurun: boolean
  readonly dasar: string
  readonly berlaku: { readonly dari: Day; readonly sampai: Day | null }
}

const KOLOM = [
  'NO',
  'Sasaran',
  'NO',
  'Indikator Kinerja',
  'Sumber Data',
  'Pengukuran Kinerja',
  'Triwulan I',
  'Triwulan II',
  'Triwulan III',
  'Triwulan IV',
  'Tahunan',
  'Keterangan',
]

const STRATEGIS: Kelompok = { kode: 'STRATEGIS', nama: 'Sasaran Strategis', sumberData: ['e-SAKIP', 'e-Monev KSD'] }
const KHUSUS: Kelompok = { kode: 'KHUSUS', nama: 'Sasaran Khusus', sumberData: ['e-Kinerja'] }
const OPERASIONAL: Kelompok = { kode: 'OPERASIONAL', nama: 'Sasaran Operasional', sumberData: ['e-Kinerja', 'CRM'] }

export const BENTUK: readonly Bentuk[] = [
  {
    kode: 'DKI_2023',
    nama: 'Perjanjian Kinerja Kepala Perangkat Daerah Tahun 2023',
    kelompok: [STRATEGIS, KHUSUS, OPERASIONAL],
    penomoran: 'MENERUS',
    kolom: KOLOM,
    tempat: 'Jakarta',
    targetTidakTurun: false,
    dasar: 'PermenPANRB 53/2014; lampiran PK Walikota Jakarta Pusat 2023 (naskah 001, baris 47-101)',
    berlaku: { dari: '2023-01-01', sampai: '2023-12-31' },
  },
  {
    kode: 'DKI_2024',
    nama: 'Perjanjian Kinerja Kepala Perangkat Daerah Tahun 2024',
    // From 2024 the KSD stand outside the agreement (naskah 003, baris 1181), though the form still prints their source.
    kelompok: [STRATEGIS, KHUSUS, OPERASIONAL],
    penomoran: 'PER_KELOMPOK',
    kolom: KOLOM.toSpliced(2, 1),
    tempat: 'Jakarta',
    targetTidakTurun: true,
    dasar: 'Instruksi Sekda 4/2024, lampiran A (naskah 004, baris 86-118); Instruksi Sekda 19/2024 (naskah 003, baris 3336-3365)',
    berlaku: { dari: '2024-01-01', sampai: '2024-12-31' },
  },
  {
    kode: 'DKI_2025',
    nama: 'Perjanjian Kinerja Kepala Perangkat Daerah Tahun 2025',
    kelompok: [
      { ...STRATEGIS, sumberData: ['e-Kinerja', 'e-SAKIP'] },
      { kode: 'RELEVAN_LAINNYA', nama: 'Sasaran Relevan Lainnya', sumberData: ['e-Kinerja'] },
    ],
    penomoran: 'MENERUS',
    kolom: ['Nomor', ...KOLOM.slice(1).toSpliced(1, 1)],
    tempat: 'Jakarta',
    targetTidakTurun: true,
    dasar: 'PermenPANRB 53/2014; lampiran PK Kepala BKD 2025 (naskah 000, baris 46-89)',
    berlaku: { dari: '2025-01-01', sampai: null },
  },
]

export function findBentuk(kode: string): Bentuk | undefined {
  return BENTUK.find((b) => b.kode === kode)
}

/** What a form calls a group: `Sasaran Strategis`; one that it does not know is shown by its code. */
export const namaKelompok = (bentuk: Bentuk | undefined, kode: string): string =>
  bentuk?.kelompok.find((k) => k.kode === kode)?.nama ?? kode

/** The form of a year; undefined before the first. */
export function bentukOf(tahun: number): Bentuk | undefined {
  const day = `${tahun}-01-01`
  return BENTUK.find((b) => b.berlaku.dari <= day && (b.berlaku.sampai === null || b.berlaku.sampai >= day))
}
