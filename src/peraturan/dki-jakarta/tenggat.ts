// The deadlines of the cycle (akip-rules 5.3): what is due when, and where it is written. Data: a new year is a new row.
import type { Day } from '../../platform/kernel/time.ts'

export type Tenggat = {
  readonly kode: string
  readonly nama: string
  /** When, in the words of the rule. */
  readonly waktu: string
  readonly dasar: string
  readonly berlaku: { readonly dari: Day; readonly sampai: Day | null }
}

const since = (dari: Day, sampai: Day | null = null) => ({ dari, sampai })

export const TENGGAT: readonly Tenggat[] = [
  {
    kode: 'PK_RA',
    nama: 'Perjanjian Kinerja dan Rencana Aksi ditandatangani',
    waktu: 'paling lambat satu bulan sesudah dokumen pelaksanaan anggaran disahkan',
    dasar: 'PermenPANRB 53/2014; Instruksi Sekda 4/2024 (naskah 004, baris 56)',
    berlaku: since('2015-01-01'),
  },
  {
    kode: 'PENYESUAIAN_2024',
    nama: 'Penyesuaian target Perjanjian Kinerja 2024',
    waktu: 'sampai akhir April 2024',
    dasar: 'Instruksi Sekda 19/2024 (naskah 003, baris 3363)',
    berlaku: since('2024-01-01', '2024-12-31'),
  },
  {
    kode: 'UKUR_BULANAN',
    nama: 'Pengukuran kinerja bulanan',
    waktu: 'setiap bulan, melalui e-TPP',
    dasar: 'LKIP Kota Administrasi Jakarta Pusat 2024 (naskah 003, baris 949)',
    berlaku: since('2023-01-01'),
  },
  {
    kode: 'KSD',
    nama: 'Bukti renaksi Kegiatan Strategis Daerah',
    waktu: 'B03, B06, B09 dan B12',
    dasar: 'LKIP BPSDM 2023 (naskah 002, baris 1526)',
    berlaku: since('2023-01-01'),
  },
  {
    kode: 'RAPAT_PENGENDALIAN',
    nama: 'Rapat pengendalian intern',
    waktu: 'setiap triwulan',
    dasar: 'LKIP Kota Administrasi Jakarta Pusat 2024 (naskah 003, baris 964)',
    berlaku: since('2023-01-01'),
  },
  {
    kode: 'SDI',
    nama: 'Data sektoral dalam Satu Data Indonesia',
    waktu: 'dikumpulkan tanggal 5 dan diperbaiki sampai tanggal 20 bulan sesudah rilis',
    dasar: 'PK Kepala BKD 2025 (naskah 000, baris 69)',
    berlaku: since('2025-01-01'),
  },
  {
    kode: 'LKIP_PD',
    nama: 'Laporan Kinerja perangkat daerah',
    waktu: 'dua bulan sesudah tahun anggaran berakhir',
    dasar: 'PermenPANRB 53/2014',
    berlaku: since('2015-01-01'),
  },
  {
    kode: 'LKIP_PEMPROV',
    nama: 'Laporan Kinerja pemerintah provinsi',
    waktu: 'tiga bulan sesudah tahun anggaran berakhir',
    dasar: 'PermenPANRB 53/2014',
    berlaku: since('2015-01-01'),
  },
]
