// What these pages read from the API, in the order of the office's agreement.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { address, get } from '../../web/ui/api.ts'
import type { Titik } from '../../web/ui/sparkline.tsx'
import type { Keadaan } from '../../web/ui/status.tsx'
import { keadaanOf } from './keadaan.ts'

export type Cell = {
  readonly kode: string
  readonly periode: string
  readonly status: string
  readonly nilai: string | null
  readonly target: string | null
  readonly capaianStatus: string
  readonly capaian: string | null
  readonly kategori: string | null
}
type Page<T> = { readonly isi: readonly T[]; readonly lanjut: string | null }
type Versi = { readonly kode: string; readonly nama: string; readonly satuan: string; readonly desimal: number }
export type Hasil = {
  readonly kode: string
  readonly tahun: number
  readonly unsur: 'TARGET' | 'REALISASI' | 'CAPAIAN'
  readonly status: string
  readonly nilai: string | null
  readonly kategori: string | null
  readonly tercetak: string | null
  readonly sumber: string | null
  readonly berlaku: boolean
  readonly id: string
}
type PkRingkas = { readonly id: string; readonly versi: number; readonly status: string }
type Pk = {
  readonly sasaran: readonly {
    readonly kelompok: string
    readonly urutan: number
    readonly indikator: readonly {
      readonly kode: string | null
      readonly nama: string
      readonly urutan: number
      readonly satuan: string | null
    }[]
  }[]
}

export type Baris = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly desimal: number
  readonly tahun: Cell | undefined
  readonly keadaan: Keadaan
  /** The year's figures are as its annual report prints them: the program has nothing to compute them from. */
  readonly laporan: boolean
  /** By the part after the year: `TW1` … `S2`. */
  readonly periode: ReadonlyMap<string, Cell>
  readonly realisasi: readonly Titik[]
  readonly target: readonly Titik[]
}
export type Kelompok = { readonly kode: string; readonly baris: readonly Baris[] }

/** Every page of a list, one after the other. */
async function all<T>(path: string, query: Record<string, string | number | undefined>, signal: AbortSignal): Promise<T[]> {
  const found: T[] = []
  let kursor: string | undefined
  do {
    const page = await get<Page<T>>(address(path, { ...query, batas: 200, kursor }), { signal })
    found.push(...page.isi)
    kursor = page.lanjut ?? undefined
  } while (kursor)
  return found
}

/** One office and year: its indicators in the order of its agreement, with what was before. */
export function useTahun(unit: string, tahun: string) {
  return useQuery({
    queryKey: ['capaian', unit, tahun],
    queryFn: async ({ signal }) => {
      const [cells, versions, before, pk] = await Promise.all([
        get<{ isi: Cell[] }>(address(`/api/capaian/${unit}`, { dari: tahun, sampai: tahun }), { signal }),
        all<Versi>('/api/indikator', { unit, berlaku: `${tahun}-12-31` }, signal),
        all<Hasil>('/api/hasil-tahunan', { unit, berlaku: 'true' }, signal),
        agreement(unit, tahun, signal),
      ])
      return arrange(tahun, cells.isi, versions, before, pk)
    },
  })
}

async function agreement(unit: string, tahun: string, signal: AbortSignal): Promise<Pk | null> {
  const { isi } = await get<Page<PkRingkas>>(address('/api/perjanjian-kinerja', { unit, tahun, batas: 50 }), { signal })
  const last = [...isi]
    .filter((p) => p.status !== 'DIGANTI')
    .sort((a, b) => a.versi - b.versi)
    .at(-1)
  return last ? get<Pk>(`/api/perjanjian-kinerja/${last.id}`, { signal }) : null
}

function arrange(
  tahun: string,
  cells: readonly Cell[],
  versions: readonly Versi[],
  before: readonly Hasil[],
  pk: Pk | null,
): Kelompok[] {
  const version = new Map(versions.map((v) => [v.kode, v]))
  const byCode = Map.groupBy(cells, (c) => c.kode)
  const past = Map.groupBy(before, (h) => h.kode)
  const row = (kode: string, nama?: string): Baris => {
    const own = byCode.get(kode) ?? []
    const measured = own.find((c) => c.periode === tahun)
    const known = version.get(kode)
    const history = past.get(kode) ?? []
    const printed = measured?.status === 'NILAI' ? undefined : fromReport(kode, tahun, history, measured)
    const year = printed ?? measured
    return {
      kode,
      nama: nama ?? known?.nama ?? kode,
      satuan: known?.satuan ?? '',
      desimal: known?.desimal ?? 2,
      tahun: year,
      keadaan: year ? keadaanOf(year) : 'belum-ada-data',
      laporan: printed !== undefined,
      periode: new Map(own.filter((c) => c.periode !== tahun).map((c) => [c.periode.slice(5), c])),
      realisasi: series(history, 'REALISASI', tahun, year?.nilai ?? null),
      target: series(history, 'TARGET', tahun, year?.target ?? null),
    }
  }
  const agreed = (pk?.sasaran ?? []).toSorted((a, b) => a.urutan - b.urutan)
  const groups = new Map<string, Baris[]>()
  const seen = new Set<string>()
  for (const s of agreed)
    for (const { kode, nama } of s.indikator.toSorted((a, b) => a.urutan - b.urutan)) {
      if (!kode || seen.has(kode)) continue
      seen.add(kode)
      groups.set(s.kelompok, [...(groups.get(s.kelompok) ?? []), row(kode, nama)])
    }
  const rest = [...byCode.keys()].filter((kode) => !seen.has(kode)).map((kode) => row(kode))
  return [...[...groups].map(([kode, baris]) => ({ kode, baris })), ...(rest.length ? [{ kode: 'LAIN', baris: rest }] : [])]
}

/** What the annual report of a year before the program says, where nothing was measured here. */
function fromReport(kode: string, tahun: string, history: readonly Hasil[], measured: Cell | undefined): Cell | undefined {
  const said = (unsur: Hasil['unsur']) => history.find((h) => h.unsur === unsur && String(h.tahun) === tahun)
  const realisasi = said('REALISASI')
  if (realisasi?.status !== 'NILAI') return undefined
  const capaian = said('CAPAIAN')
  return {
    kode,
    periode: tahun,
    status: 'NILAI',
    nilai: realisasi.nilai ?? realisasi.kategori,
    target: said('TARGET')?.nilai ?? said('TARGET')?.kategori ?? measured?.target ?? null,
    capaianStatus: capaian?.status ?? 'KOSONG',
    capaian: capaian?.nilai ?? null,
    kategori: null,
  }
}

const YEARS = 7

/** The years up to the one looked at, a gap where nothing is known; that year by what the program computed. */
function series(history: readonly Hasil[], unsur: Hasil['unsur'], tahun: string, now: string | null): Titik[] {
  const value = new Map(history.filter((h) => h.unsur === unsur && h.status === 'NILAI').map((h) => [h.tahun, h.nilai]))
  return Array.from({ length: YEARS }, (_, i) => {
    const year = Number(tahun) - YEARS + 1 + i
    return { nama: String(year), nilai: String(year) === tahun ? (now ?? value.get(year) ?? null) : (value.get(year) ?? null) }
  })
}

export type Ringkasan = {
  readonly kode: string
  readonly nama: string
  readonly indikator: number
  readonly bernilai: number
  readonly rerata: string | null
  readonly tercapai: number
  readonly belum: number
}

export function ringkasanPage(periode: string, kursor: string | undefined, signal: AbortSignal): Promise<Page<Ringkasan>> {
  return get<Page<Ringkasan>>(address('/api/capaian', { periode, kursor, batas: 50 }), { signal })
}

/** Every print of a year's figures in the annual reports, those that differ as well. */
export function useCetakan(unit: string, kode: string, tahun: string) {
  return useQuery({
    queryKey: ['hasil-tahunan', unit, kode, tahun],
    queryFn: ({ signal }) => all<Hasil>('/api/hasil-tahunan', { unit, kode, tahun }, signal),
  })
}

/** The explanation of one number; `?` parameters as in the link. */
export function useJelaskan<T>(query: { unit: string; kode: string; periode: string; bacaan?: string } | null) {
  return useQuery({
    queryKey: ['jelaskan', query],
    enabled: query !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<T>(address('/api/jelaskan', query!), { signal }),
  })
}
