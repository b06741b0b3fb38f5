// What the pages of Reviu read and send.
import { useQueries, useQuery } from '@tanstack/react-query'
import type { ReadPaper } from '../../platform/documents/blocks/paper.ts'
import { get } from '../../web/ui/api.ts'
import type { AturanOut, HitunganOut, ReviuOut, ReviuRingkas } from '../routes.ts'

export type Reviu = ReviuOut
export type Ringkas = ReviuRingkas
export type Temuan = Reviu['temuan'][number]
export type Hilang = Reviu['hilang'][number]
export type Hitungan = HitunganOut
export type Naskah = ReadPaper & { readonly hitungan: readonly Hitungan[] }
export type Aturan = AturanOut

export const useReviu = (id: string) => useQuery({ queryKey: ['reviu', id], queryFn: () => get<Reviu>(`/api/reviu/${id}`) })

/** What was read of a file does not change. */
export const useNaskah = (id: string) =>
  useQuery({
    queryKey: ['reviu', id, 'naskah'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => get<Naskah>(`/api/reviu/${id}/naskah`, { signal }),
  })

export const useAturan = () =>
  useQuery({
    queryKey: ['reviu', 'aturan'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await get<{ isi: Aturan[] }>('/api/reviu/aturan')).isi,
  })

/** The name of each office, and its code until the name has come. */
export function useNamaUnit(units: readonly string[]): (unit: string) => string {
  const found = useQueries({
    queries: units.map((unit) => ({
      queryKey: ['unit', unit],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async () => (await get<{ nama: string }>(`/api/unit-kerja/${unit}`)).nama,
    })),
  })
  return (unit) => found[units.indexOf(unit)]?.data ?? unit
}
