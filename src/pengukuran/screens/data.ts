// What these pages read from the API, in the order of the office's agreement.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { address, get } from '../../web/ui/api.ts'
import type { Keadaan } from '../../web/ui/status.tsx'
import { keadaanOf } from '../keadaan.ts'
import type { BarisTahun, CapaianPeriode, KelompokTahun } from '../tahun.ts'

export type Cell = CapaianPeriode

type Page<T> = { readonly isi: readonly T[]; readonly lanjut: string | null }
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
export type Baris = Omit<BarisTahun, 'periode'> & {
  readonly keadaan: Keadaan
  /** By the part after the year: `TW1` … `S2`. */
  readonly periode: ReadonlyMap<string, Cell>
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
    queryFn: async ({ signal }): Promise<Kelompok[]> => {
      const { isi } = await get<{ isi: KelompokTahun[] }>(`/api/capaian/${unit}/tahun/${tahun}`, { signal })
      return isi.map(({ kode, baris }) => ({ kode, baris: baris.map(toBaris) }))
    },
  })
}

const toBaris = (row: BarisTahun): Baris => ({
  ...row,
  keadaan: row.tahun ? keadaanOf(row.tahun) : 'belum-ada-data',
  periode: new Map(row.periode.map((c) => [c.periode.slice(5), c])),
})

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
  return get<Page<Ringkasan>>(address('/api/capaian', { periode, kursor, batas: 200 }), { signal })
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
