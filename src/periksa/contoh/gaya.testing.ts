// How one office prints its report: decimal marks, percent signs, amounts in millions, where captions and totals stand. Drawn by a seed.
import { type Decimal, formatDecimal, HUNDRED, parseDecimal, ZERO } from '../../platform/kernel/decimal.ts'
import { acak } from '../contoh-laporan.testing.ts'

export type Acak = ReturnType<typeof acak>
/** How one office prints. */
export type Gaya = {
  readonly a: Acak
  readonly tahun: number
  /** `1.234,56`, or `1,234.56`. */
  readonly titik: boolean
  /** Percentages with their sign in every cell. */
  readonly tanda: boolean
  readonly desimal: 1 | 2
  readonly uang: 'Rp' | 'juta' | 'ribu'
  readonly judulDiAtas: boolean
  /** (1) (2) (3) below the header. */
  readonly nomorKolom: boolean
  readonly jumlah: string
  readonly jumlahDiAtas: boolean
  /** What stands between two pages of a table: a running head, a number of the page, and the header again, or nothing of it. */
  readonly halaman: 'kepala' | 'nomor' | 'polos'
  readonly kepalaLagi: boolean
  readonly kosong: '-' | 'N/A' | 'n.a.'
  /** What the report is about: the same in every table and sentence. */
  readonly indikator: readonly Indikator[]
}
export type Indikator = {
  readonly nama: string
  readonly satuan: string
  readonly turun: boolean
  readonly target: Decimal
  /** Of this year and the three before it, the oldest first. */
  readonly realisasi: readonly Decimal[]
}
export type Lembar = {
  readonly judul: string
  readonly pengantar?: string
  readonly kepala: readonly string[]
  readonly baris: readonly string[]
  readonly catatan?: readonly string[]
  readonly sesudah?: readonly string[]
}

const JUMLAH = ['Jumlah', 'Total', 'JUMLAH', 'TOTAL', 'Jumlah Total'] as const

const BIDANG = ['Pelayanan Dasar', 'Data dan Informasi', 'Pembinaan Wilayah', 'Sarana Prasarana', 'Perizinan', 'Pengawasan', 'Kemitraan', 'Pemberdayaan'] // biome-ignore format: names

function indikatorOf(a: Acak, desimal: number, i: number): Indikator {
  const turun = i % 4 === 3
  const target = turun ? a.desimal(12, 20, desimal) : a.desimal(61, 96, desimal)
  const realisasi = kali(4, () => target.times(a.between(turun ? 820 : 880, 1130)).div(1000).toDecimalPlaces(desimal)) // biome-ignore format: one line
  return {
    nama: `${turun ? 'Angka Keluhan' : 'Indeks'} ${BIDANG[i]}`,
    satuan: turun ? 'Kasus' : 'Indeks',
    turun,
    target,
    realisasi,
  }
}

export function gayaOf(seed: number): Gaya {
  const a = acak(seed * 7919 + 17)
  const desimal = a.between(0, 4) === 0 ? 1 : 2
  return {
    a,
    tahun: 2021 + a.between(0, 4),
    titik: a.between(0, 3) === 0,
    tanda: a.between(0, 1) === 0,
    desimal,
    indikator: kali(a.between(4, 8), (i) => indikatorOf(a, desimal, i)),
    uang: a.pick(['Rp', 'Rp', 'juta', 'ribu'] as const),
    judulDiAtas: a.between(0, 1) === 0,
    nomorKolom: a.between(0, 2) === 0,
    jumlah: a.pick(JUMLAH),
    jumlahDiAtas: a.between(0, 3) === 0,
    halaman: a.pick(['kepala', 'nomor', 'polos'] as const),
    kepalaLagi: a.between(0, 3) > 0,
    kosong: a.pick(['-', 'N/A', 'n.a.'] as const),
  }
}

export const plus = (list: readonly Decimal[]): Decimal => list.reduce((x, y) => x.plus(y), ZERO)
export const bagi = (x: Decimal, y: Decimal): Decimal => x.div(y).times(HUNDRED)
export const bil = (n: number): Decimal => parseDecimal(String(n))

/** `1.234,56` as this office prints it. */
export function cetak({ titik }: Gaya, nilai: Decimal, desimal: number): string {
  const text = formatDecimal(nilai, desimal)
  return titik ? text.replace(/[.,]/g, (c) => (c === '.' ? ',' : '.')) : text
}
export const persen = (g: Gaya, nilai: Decimal): string => `${cetak(g, nilai, g.desimal)}${g.tanda ? '%' : ''}`
/** Amounts are drawn so that they are whole in the unit of the office. */
export function rupiah(g: Gaya, from: number, to: number): Decimal {
  const drawn = bil(g.a.between(from, to)).times(1000).plus(g.a.between(1, 999))
  return g.uang === 'ribu' ? drawn : g.uang === 'juta' ? drawn.div(1000).toDecimalPlaces(2) : drawn.times(1000).plus(g.a.between(0, 999)) // biome-ignore format: a choice
}
export const uang = (g: Gaya, nilai: Decimal): string => cetak(g, nilai, g.uang === 'juta' ? 2 : 0)
export const satuanUang = (g: Gaya): string => (g.uang === 'Rp' ? 'Rp' : `Rp ${g.uang}`)
/** A share of an amount, whole in its unit. */
export const bagian = (g: Gaya, nilai: Decimal, perSeribu: number): Decimal =>
  nilai
    .times(perSeribu)
    .div(1000)
    .toDecimalPlaces(g.uang === 'juta' ? 2 : 0, 1)
export const capaianOf = ({ turun, target, realisasi }: Indikator): Decimal =>
  bagi(turun ? target.times(2).minus(realisasi[3]!) : realisasi[3]!, target)
export const kali = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
export const baris = (...cells: readonly string[]): string => cells.join('\t')
