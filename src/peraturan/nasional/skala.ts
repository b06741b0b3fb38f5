// Scales that give a capaian or a score its name. The lower end is open: 90,00 is Tinggi, above 90 is Sangat Tinggi.

export type Tingkat = { readonly dari: string | null; readonly sebutan: string }
export type Skala = {
  readonly kode: string
  readonly nama: string
  readonly dasar: string
  /** Best first; a value belongs to the first level it is above; the level without a lower end takes the rest. */
  readonly tingkat: readonly Tingkat[]
}

const TINGKAT_86: readonly Tingkat[] = [
  { dari: '90', sebutan: 'Sangat Tinggi' },
  { dari: '75', sebutan: 'Tinggi' },
  { dari: '65', sebutan: 'Sedang' },
  { dari: '50', sebutan: 'Rendah' },
  { dari: null, sebutan: 'Sangat Rendah' },
]

export const SKALA: readonly Skala[] = [
  {
    kode: 'PERMENDAGRI_86_2017_DISESUAIKAN',
    nama: 'Skala nilai peringkat kinerja, dengan penyesuaian',
    dasar:
      'Permendagri 86/2017 Tabel T-E.1, disesuaikan dalam LKIP Kota Administrasi Jakarta Pusat 2024 (seed 003, baris 1505-1511 dan 1550-1557)',
    tingkat: TINGKAT_86,
  },
  {
    kode: 'PERMENDAGRI_86_2017_TE1',
    nama: 'Skala nilai peringkat kinerja',
    dasar:
      'Permendagri 86/2017 Tabel T-E.1: 91-100, 76-90, 66-75, 51-65, 50 ke bawah; celah antarbilangan bulat dibaca sebagai lebih dari 90, 75, 65 dan 50',
    tingkat: TINGKAT_86,
  },
]

export const SKALA_BAKU = SKALA[0]!
/** By code, as `calc` names them. */
export const SKALA_CAPAIAN: Readonly<Record<string, readonly Tingkat[]>> = Object.fromEntries(SKALA.map((s) => [s.kode, s.tingkat]))
