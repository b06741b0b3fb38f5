// One office and year on one page: its indicators in the order of its agreement, with what was before. Pure.
import { z } from 'zod'
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { sebutanOf } from '../peraturan/sebutan.ts'
import { findDecimal } from '../platform/kernel/decimal.ts'

export const CapaianPeriode = z.object({
  kode: z.string(),
  periode: z.string(),
  status: z.string(),
  nilai: z.string().nullable(),
  target: z.string().nullable(),
  capaianStatus: z.string(),
  capaian: z.string().nullable(),
  kategori: z.string().nullable(),
})
export type CapaianPeriode = z.infer<typeof CapaianPeriode>
const Titik = z.object({ nama: z.string(), nilai: z.string().nullable() })
type Titik = z.infer<typeof Titik>
export const BarisTahun = z.object({
  kode: z.string(),
  nama: z.string(),
  satuan: z.string(),
  desimal: z.number(),
  tahun: CapaianPeriode.nullable(),
  /** The name of the year's result in the scale of its method; that of a scope is told where the result is explained. */
  sebutan: z.object({ kode: z.string().nullable(), sebutan: z.string() }).nullable(),
  /** The year's figures are as its annual report prints them: the program has nothing to compute them from. */
  laporan: z.boolean(),
  /** The parts of the year that have a result. */
  periode: z.array(CapaianPeriode),
  realisasi: z.array(Titik),
  target: z.array(Titik),
})
export type BarisTahun = z.infer<typeof BarisTahun>
export const KelompokTahun = z.object({ kode: z.string(), baris: z.array(BarisTahun) })
export type KelompokTahun = z.infer<typeof KelompokTahun>

type Versi = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly desimal: number
  readonly agregasi: string
  readonly metode: string | null
  readonly bacaan: string | null
}
type Hasil = {
  readonly kode: string
  readonly tahun: number
  readonly unsur: 'TARGET' | 'REALISASI' | 'CAPAIAN'
  readonly status: string
  readonly nilai: string | null
  readonly kategori: string | null
}
type Sasaran = {
  readonly kelompok: string
  readonly indikator: readonly { readonly kode: string | null; readonly nama: string }[]
}

const YEARS = 7

/** `sasaran` as the agreement orders them; what it does not name comes last, as the group LAIN. */
export function yearOfOffice(
  tahun: number,
  sel: readonly CapaianPeriode[],
  versi: readonly Versi[],
  hasil: readonly Hasil[],
  sasaran: readonly Sasaran[],
): KelompokTahun[] {
  const version = new Map(versi.map((v) => [v.kode, v]))
  const byCode = Map.groupBy(sel, (c) => c.kode)
  const past = Map.groupBy(hasil, (h) => h.kode)
  const row = (kode: string, nama?: string): BarisTahun => {
    const own = byCode.get(kode) ?? []
    const measured = own.find((c) => c.periode === String(tahun))
    const known = version.get(kode)
    const history = past.get(kode) ?? []
    const printed = measured?.status === 'NILAI' ? undefined : fromReport(kode, tahun, history, measured)
    const year = printed ?? measured ?? null
    return {
      kode,
      nama: nama ?? known?.nama ?? kode,
      satuan: known?.satuan ?? '',
      desimal: known?.desimal ?? 2,
      tahun: year,
      sebutan: named(known, year),
      laporan: printed !== undefined,
      periode: own.filter((c) => c !== measured),
      realisasi: series(history, 'REALISASI', tahun, year?.nilai ?? null),
      target: series(history, 'TARGET', tahun, year?.target ?? null),
    }
  }
  const groups = new Map<string, BarisTahun[]>()
  const seen = new Set<string>()
  for (const { kelompok, indikator } of sasaran)
    for (const { kode, nama } of indikator) {
      if (!kode || seen.has(kode)) continue
      seen.add(kode)
      groups.set(kelompok, [...(groups.get(kelompok) ?? []), row(kode, nama)])
    }
  const rest = [...byCode.keys()].filter((kode) => !seen.has(kode)).map((kode) => row(kode))
  return [...[...groups].map(([kode, baris]) => ({ kode, baris })), ...(rest.length ? [{ kode: 'LAIN', baris: rest }] : [])]
}

function named(versi: Versi | undefined, year: CapaianPeriode | null): BarisTahun['sebutan'] {
  const metode = versi?.metode ? findMetode(versi.metode) : undefined
  const nilai = year?.status === 'NILAI' ? findDecimal(year.nilai) : null
  if (!versi || !metode || !nilai || versi.agregasi === 'JUMLAH') return null
  const found = sebutanOf(metode, versi.bacaan ?? metode.bacaanBaku, nilai, () => undefined)
  return found && { kode: found.kode, sebutan: found.sebutan }
}

/** What the annual report of a year before the program says, where nothing was measured here. */
function fromReport(
  kode: string,
  tahun: number,
  history: readonly Hasil[],
  measured: CapaianPeriode | undefined,
): CapaianPeriode | undefined {
  const said = (unsur: Hasil['unsur']) => history.find((h) => h.unsur === unsur && h.tahun === tahun)
  const realisasi = said('REALISASI')
  if (realisasi?.status !== 'NILAI') return undefined
  const capaian = said('CAPAIAN')
  return {
    kode,
    periode: String(tahun),
    status: 'NILAI',
    nilai: realisasi.nilai ?? realisasi.kategori,
    target: said('TARGET')?.nilai ?? said('TARGET')?.kategori ?? measured?.target ?? null,
    capaianStatus: capaian?.status ?? 'KOSONG',
    capaian: capaian?.nilai ?? null,
    kategori: null,
  }
}

/** The years up to the one looked at, a gap where nothing is known; that year by what the program computed. */
function series(history: readonly Hasil[], unsur: Hasil['unsur'], tahun: number, now: string | null): Titik[] {
  const value = new Map(history.filter((h) => h.unsur === unsur && h.status === 'NILAI').map((h) => [h.tahun, h.nilai]))
  return Array.from({ length: YEARS }, (_, i) => {
    const year = tahun - YEARS + 1 + i
    return { nama: String(year), nilai: (year === tahun ? now : null) ?? value.get(year) ?? null }
  })
}
