// Scales that give a capaian or a score its name. The lower end is open: 90,00 is Tinggi, above 90 is Sangat Tinggi.
import { compare, type Decimal, parseDecimal, round, toText } from '../../platform/kernel/decimal.ts'

export type Tingkat = {
  readonly dari: string | null
  readonly sebutan: string
  /** The lower end belongs to the level: 325 is Sangat Baik. */
  readonly termasuk?: boolean
  /** The short name that the regulation gives the level: A, BB, IV. */
  readonly kode?: string
}
export type Skala = {
  readonly kode: string
  readonly nama: string
  readonly dasar: string
  /** Best first; a value belongs to the first level it is above; the level without a lower end takes the rest. */
  readonly tingkat: readonly Tingkat[]
  /** Compared after rounding to so many decimals, where the intervals of the regulation leave gaps between them. */
  readonly desimal?: number
  /** The highest value; the ends of a scoped index scale with it. */
  readonly maks?: string
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
      'Permendagri 86/2017 Tabel T-E.1, disesuaikan dalam LKIP Kota Administrasi Jakarta Pusat 2024 (naskah 003, baris 1505-1511 dan 1550-1557)',
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

const closed = (dari: string, kode: string, sebutan: string): Tingkat => ({ dari, kode, sebutan, termasuk: true })
const MUTU =
  'PermenPANRB 14/2017; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 61); LKIP Jakarta Pusat 2024 (naskah 003, baris 1831-1834)'

/** Scales of a method's own value; `calc` names a capaian by the scales above. */
export const SKALA_NILAI: readonly Skala[] = [
  {
    kode: 'IKM_MUTU',
    nama: 'Mutu pelayanan menurut nilai konversi IKM',
    dasar: MUTU,
    desimal: 2,
    maks: '100',
    tingkat: [
      closed('88.31', 'A', 'Sangat Baik'),
      closed('76.61', 'B', 'Baik'),
      closed('65', 'C', 'Kurang Baik'),
      closed('25', 'D', 'Tidak Baik'),
    ],
  },
  {
    kode: 'IKM_MUTU_INTERVAL',
    nama: 'Mutu pelayanan menurut nilai interval IKM',
    dasar: MUTU,
    desimal: 2,
    maks: '4',
    tingkat: [
      closed('3.54', 'A', 'Sangat Baik'),
      closed('3.07', 'B', 'Baik'),
      closed('2.6', 'C', 'Kurang Baik'),
      closed('1', 'D', 'Tidak Baik'),
    ],
  },
  {
    kode: 'SISTEM_MERIT',
    nama: 'Kategori tingkat penerapan sistem merit',
    dasar:
      'PermenPANRB 40/2018; PK Kepala BKD 2025 (naskah 000, baris 56): 325-400, 250-324, 175-249, 100-174; celah dibaca sebagai mulai 325, 250, 175',
    maks: '400',
    tingkat: [
      closed('325', 'IV', 'Sangat Baik'),
      closed('250', 'III', 'Baik'),
      closed('175', 'II', 'Kurang'),
      closed('100', 'I', 'Buruk'),
    ],
  },
  {
    kode: 'IP_ASN',
    nama: 'Kategori tingkat profesionalitas ASN',
    dasar:
      'Peraturan BKN 8/2019; LKIP BPSDM 2023 (naskah 002, baris 1047-1050): 91-100, 81-90, 71-80, 61-70, 60 ke bawah; celah dibaca sebagai lebih dari 90, 80, 70 dan 60',
    maks: '100',
    tingkat: [
      { dari: '90', sebutan: 'Sangat Tinggi' },
      { dari: '80', sebutan: 'Tinggi' },
      { dari: '70', sebutan: 'Sedang' },
      { dari: '60', sebutan: 'Rendah' },
      { dari: null, sebutan: 'Sangat Rendah' },
    ],
  },
  {
    kode: 'NKA_DKI',
    nama: 'Kategori Nilai Kinerja Anggaran Provinsi DKI Jakarta',
    dasar:
      'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 97); PK Kepala BKD 2025 (naskah 000, baris 85); LKIP Jakarta Pusat 2024 (naskah 003, baris 2722-2728)',
    maks: '100',
    tingkat: [
      { dari: '90', sebutan: 'Sangat Baik' },
      { dari: '70', sebutan: 'Baik' },
      { dari: '60', sebutan: 'Cukup' },
      { dari: null, sebutan: 'Rendah' },
    ],
  },
  {
    kode: 'NKA_PMK',
    nama: 'Kategori Nilai Kinerja Anggaran menurut PMK',
    dasar: 'PMK 22/PMK.02/2021; batasnya dari pengetahuan umum, belum dicocokkan dengan naskahnya',
    maks: '100',
    tingkat: [
      { dari: '90', sebutan: 'Sangat Baik' },
      { dari: '80', sebutan: 'Baik' },
      { dari: '60', sebutan: 'Cukup' },
      { dari: '50', sebutan: 'Kurang' },
      { dari: null, sebutan: 'Sangat Kurang' },
    ],
  },
  {
    kode: 'PREDIKAT_AKIP',
    nama: 'Predikat akuntabilitas kinerja',
    dasar: 'PermenPANRB 88/2021: lebih dari 90 AA, 80 A, 70 BB, 60 B, 50 CC, 30 C, 0 D; nilai 0 tanpa predikat',
    maks: '100',
    tingkat: [
      { dari: '90', kode: 'AA', sebutan: 'Sangat Memuaskan' },
      { dari: '80', kode: 'A', sebutan: 'Memuaskan' },
      { dari: '70', kode: 'BB', sebutan: 'Sangat Baik' },
      { dari: '60', kode: 'B', sebutan: 'Baik' },
      { dari: '50', kode: 'CC', sebutan: 'Cukup (Memadai)' },
      { dari: '30', kode: 'C', sebutan: 'Kurang' },
      { dari: '0', kode: 'D', sebutan: 'Sangat Kurang' },
    ],
  },
]

export function findSkala(kode: string): Skala | undefined {
  return [...SKALA, ...SKALA_NILAI].find((s) => s.kode === kode)
}

/** The level an unrounded value belongs to; undefined below the lowest. */
export function tingkatOf({ tingkat, desimal }: Skala, nilai: Decimal): Tingkat | undefined {
  const compared = desimal === undefined ? nilai : round(nilai, desimal)
  return tingkat.find(({ dari, termasuk }) => dari === null || compare(compared, parseDecimal(dari)) > (termasuk ? -1 : 0))
}

/** The scale of an index whose highest value is another, every end in proportion: sistem merit at 38 has 30,875 for 325. */
export function atMaximum(skala: Skala, maks: string): Skala {
  const share = (dari: string) =>
    toText(
      parseDecimal(dari)
        .times(parseDecimal(maks))
        .div(parseDecimal(skala.maks ?? maks)),
    )
  return { ...skala, maks, tingkat: skala.tingkat.map((t) => ({ ...t, dari: t.dari === null ? null : share(t.dari) })) }
}
