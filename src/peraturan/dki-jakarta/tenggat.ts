// The deadlines of the cycle (akip-rules 5.3): what is due when, for whom, and where it is written. Data: a new year is a new row.
import type { Day } from '../../platform/kernel/time.ts'
import type { Peran } from './wewenang.ts'

/** From what a deadline is counted. */
export type Jatuh =
  /** So many months after the day the DPA was ratified: the same day, or the last of the month. */
  | { readonly jenis: 'DPA'; readonly bulan: number }
  /** So many months after the year has ended. */
  | { readonly jenis: 'AKHIR_TAHUN'; readonly bulan: number }
  /** The day until which a quarter is filled in (batas-pengisian.ts, or the day set for the period). */
  | { readonly jenis: 'PENGISIAN' }
  /** A day of the month after each quarter. */
  | { readonly jenis: 'SESUDAH_TRIWULAN'; readonly hari: number }
  | { readonly jenis: 'AKHIR_TRIWULAN' }
  /** Within each month: the rule names no day of it. */
  | { readonly jenis: 'AKHIR_BULAN' }
  /** Days of the year, as `12-05`. */
  | { readonly jenis: 'TANGGAL'; readonly tanggal: readonly string[] }

export type Tenggat = {
  readonly kode: string
  readonly nama: string
  /** When, in the words of the rule. */
  readonly waktu: string
  readonly jatuh: Jatuh
  /** Whose it is: of the office itself, or of the province. */
  readonly milik: 'KANTOR' | 'PROVINSI'
  readonly peran: readonly Peran[]
  /** So many days before, who has to do it is reminded; once each. */
  readonly pengingat: readonly number[]
  readonly dasar: string
  readonly berlaku: { readonly dari: Day; readonly sampai: Day | null }
}

/** From so many days before on, a deadline is near. */
export const DEKAT_HARI = 14

const since = (dari: Day, sampai: Day | null = null) => ({ dari, sampai })
const KANTOR = { milik: 'KANTOR', peran: ['KEPALA_PD', 'PENYUSUN'] } as const
const DPA = { jatuh: { jenis: 'DPA', bulan: 1 }, pengingat: [14, 7, 1, 0] } as const
const DASAR_PK = 'PermenPANRB 53/2014; Instruksi Sekda 4/2024 (naskah 004, baris 56)'

export const TENGGAT: readonly Tenggat[] = [
  {
    kode: 'PK',
    nama: 'Perjanjian Kinerja ditetapkan',
    waktu: 'paling lambat satu bulan sesudah dokumen pelaksanaan anggaran disahkan',
    ...DPA,
    ...KANTOR,
    dasar: DASAR_PK,
    berlaku: since('2015-01-01'),
  },
  {
    kode: 'RA',
    nama: 'Rencana Aksi ditetapkan',
    waktu: 'paling lambat satu bulan sesudah dokumen pelaksanaan anggaran disahkan',
    ...DPA,
    ...KANTOR,
    dasar: 'Instruksi Sekda 4/2024 (naskah 004, baris 56)',
    berlaku: since('2024-01-01'),
  },
  {
    kode: 'PENGISIAN',
    nama: 'Realisasi triwulan diisi',
    waktu: 'sampai batas periode pengisian',
    jatuh: { jenis: 'PENGISIAN' },
    ...KANTOR,
    pengingat: [7, 1, 0],
    dasar: 'Kebiasaan; Bappeda dapat menetapkan hari lain untuk tiap periode',
    berlaku: since('2018-01-01'),
  },
  {
    kode: 'PENYESUAIAN_2024',
    nama: 'Penyesuaian target Perjanjian Kinerja 2024',
    waktu: 'sampai akhir April 2024',
    jatuh: { jenis: 'TANGGAL', tanggal: ['04-30'] },
    ...KANTOR,
    pengingat: [7],
    dasar: 'Instruksi Sekda 19/2024 (naskah 003, baris 3363)',
    berlaku: since('2024-01-01', '2024-12-31'),
  },
  {
    kode: 'UKUR_BULANAN',
    nama: 'Pengukuran kinerja bulanan',
    waktu: 'setiap bulan, melalui e-TPP',
    jatuh: { jenis: 'AKHIR_BULAN' },
    ...KANTOR,
    pengingat: [],
    dasar: 'LKIP Kota Administrasi Jakarta Pusat 2024 (naskah 003, baris 949)',
    berlaku: since('2023-01-01'),
  },
  {
    kode: 'KSD',
    nama: 'Bukti renaksi Kegiatan Strategis Daerah',
    waktu: 'B03, B06, B09 dan B12',
    jatuh: { jenis: 'AKHIR_TRIWULAN' },
    ...KANTOR,
    pengingat: [7],
    dasar: 'LKIP BPSDM 2023 (naskah 002, baris 1526)',
    berlaku: since('2023-01-01'),
  },
  {
    kode: 'RAPAT_PENGENDALIAN',
    nama: 'Rapat pengendalian intern',
    waktu: 'setiap triwulan',
    jatuh: { jenis: 'AKHIR_TRIWULAN' },
    ...KANTOR,
    pengingat: [14],
    dasar: 'LKIP Kota Administrasi Jakarta Pusat 2024 (naskah 003, baris 964)',
    berlaku: since('2023-01-01'),
  },
  {
    kode: 'SDI_KUMPUL',
    nama: 'Data sektoral dikumpulkan (Satu Data Indonesia)',
    waktu: 'tanggal 5 bulan sesudah rilis; di sini: sesudah akhir triwulan',
    jatuh: { jenis: 'SESUDAH_TRIWULAN', hari: 5 },
    ...KANTOR,
    pengingat: [3],
    dasar: 'PK Kepala BKD 2025 (naskah 000, baris 69)',
    berlaku: since('2025-01-01'),
  },
  {
    kode: 'SDI_PERBAIKAN',
    nama: 'Data sektoral diperbaiki (Satu Data Indonesia)',
    waktu: 'tanggal 20 bulan sesudah rilis; di sini: sesudah akhir triwulan',
    jatuh: { jenis: 'SESUDAH_TRIWULAN', hari: 20 },
    ...KANTOR,
    pengingat: [3],
    dasar: 'PK Kepala BKD 2025 (naskah 000, baris 69)',
    berlaku: since('2025-01-01'),
  },
  {
    kode: 'JP',
    nama: 'Pengembangan kompetensi 20 jam pelajaran selesai',
    waktu: 'sampai 5 Desember',
    jatuh: { jenis: 'TANGGAL', tanggal: ['12-05'] },
    ...KANTOR,
    pengingat: [30, 7],
    dasar: 'PK 2023 (naskah 001, baris 89)',
    berlaku: since('2023-01-01', '2023-12-31'),
  },
  {
    kode: 'KM_2023',
    nama: 'Laporan manajemen pengetahuan',
    waktu: '5 September dan 5 November',
    jatuh: { jenis: 'TANGGAL', tanggal: ['09-05', '11-05'] },
    ...KANTOR,
    pengingat: [7],
    dasar: 'PK 2023 (naskah 001, baris 91)',
    berlaku: since('2023-01-01', '2023-12-31'),
  },
  {
    kode: 'LKIP_PD',
    nama: 'Laporan Kinerja perangkat daerah',
    waktu: 'dua bulan sesudah tahun anggaran berakhir',
    jatuh: { jenis: 'AKHIR_TAHUN', bulan: 2 },
    ...KANTOR,
    pengingat: [30, 7, 1],
    dasar: 'PermenPANRB 53/2014',
    berlaku: since('2015-01-01'),
  },
  {
    kode: 'LKIP_PEMPROV',
    nama: 'Laporan Kinerja pemerintah provinsi',
    waktu: 'tiga bulan sesudah tahun anggaran berakhir',
    jatuh: { jenis: 'AKHIR_TAHUN', bulan: 3 },
    milik: 'PROVINSI',
    peran: ['BIRO_ORB'],
    pengingat: [30, 7, 1],
    dasar: 'PermenPANRB 53/2014',
    berlaku: since('2015-01-01'),
  },
]
