// The official forms of the Rencana Aksi, one a year: data, read by the document and by the screen, so that both have the same
// columns under the same heads. A new year is a new entry, never an edit.
import type { Day } from '../../platform/kernel/time.ts'

/** What stands in a column. `outputDanJumlah`: the amount within the words of the output, as the form of 2024 has it. */
export const ISI_KOLOM = [
  'nomor',
  'sasaran',
  'indikator',
  'target',
  'rencanaAksi',
  'kriteria',
  'output',
  'outputDanJumlah',
  'jumlah',
  'waktu',
  'penanggungJawab',
] as const
export type IsiKolom = (typeof ISI_KOLOM)[number]
/** `bagian`: its share of the width of the page, in percent. */
export type KolomRencanaAksi = { readonly isi: IsiKolom; readonly nama: string; readonly bagian: number }
export type BentukRencanaAksi = {
  readonly kode: string
  readonly judul: string
  /** The form of 2025 parts the sasaran by the groups of the agreement. */
  readonly berkelompok: boolean
  readonly kolom: readonly KolomRencanaAksi[]
  /** Printed before the date of the signatures. */
  readonly tempat: string
  readonly dasar: string
  readonly berlaku: { readonly dari: Day; readonly sampai: Day | null }
}

const RENCANA = 'Rencana Aksi dan/atau Rencana Mitigasi yang ditetapkan awal tahun'

export const BENTUK_RENCANA_AKSI: readonly BentukRencanaAksi[] = [
  {
    kode: 'DKI_2024',
    judul: 'RENCANA AKSI INDIKATOR KINERJA UTAMA (IKU) JABATAN PIMPINAN TINGGI',
    berkelompok: false,
    kolom: [
      { isi: 'nomor', nama: 'NO', bagian: 4 },
      { isi: 'sasaran', nama: 'Sasaran', bagian: 15 },
      { isi: 'indikator', nama: 'Indikator Kinerja Utama', bagian: 15 },
      { isi: 'target', nama: 'Target IKU', bagian: 7 },
      { isi: 'rencanaAksi', nama: RENCANA, bagian: 19 },
      { isi: 'kriteria', nama: 'Kriteria Keberhasilan', bagian: 18 },
      { isi: 'outputDanJumlah', nama: 'Target/Output', bagian: 20 },
      { isi: 'waktu', nama: 'Waktu', bagian: 6 },
    ],
    tempat: 'Jakarta',
    dasar: 'Instruksi Sekda 4/2024, lampiran B (naskah 004, baris 156-170)',
    berlaku: { dari: '2024-01-01', sampai: '2024-12-31' },
  },
  {
    kode: 'DKI_2025',
    judul: 'RENCANA AKSI JABATAN PIMPINAN TINGGI',
    berkelompok: true,
    kolom: [
      { isi: 'nomor', nama: 'Nomor', bagian: 5.4 },
      { isi: 'sasaran', nama: 'Sasaran', bagian: 12 },
      { isi: 'indikator', nama: 'Indikator Kinerja', bagian: 12 },
      { isi: 'target', nama: 'Target', bagian: 5.6 },
      { isi: 'rencanaAksi', nama: RENCANA, bagian: 14.5 },
      { isi: 'kriteria', nama: 'Kriteria Keberhasilan', bagian: 15.5 },
      { isi: 'output', nama: 'Output Renaksi', bagian: 17 },
      { isi: 'jumlah', nama: 'Target Renaksi', bagian: 7.6 },
      { isi: 'waktu', nama: 'Waktu', bagian: 5.4 },
      { isi: 'penanggungJawab', nama: 'Penanggung Jawab', bagian: 12 },
    ],
    tempat: 'Jakarta',
    dasar: 'Rencana Aksi Kepala BKD 2025 (naskah 000, baris 108-112)',
    berlaku: { dari: '2025-01-01', sampai: null },
  },
]

/** The form of a year; plans of years before the first are printed in the first. */
export function bentukRencanaAksiOf(tahun: number): BentukRencanaAksi {
  return BENTUK_RENCANA_AKSI.findLast((b) => b.berlaku.dari <= `${tahun}-01-01`) ?? BENTUK_RENCANA_AKSI[0]!
}
