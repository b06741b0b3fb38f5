// What the pages of a forum read.
import { useQuery } from '@tanstack/react-query'
import { address, get } from '../../web/ui/api.ts'
import type { ForumOut, ForumRingkas } from '../routes.ts'

export type Forum = ForumOut
export type Ringkas = ForumRingkas
export type Naskah = Forum['naskah'][number]
export type Saran = Forum['saran'][number]

export const useDaftar = (tahun: string) =>
  useQuery({
    queryKey: ['forum', 'daftar', tahun],
    queryFn: async () => (await get<{ isi: Ringkas[] }>(address('/api/forum', { tahun, batas: 200 }))).isi,
  })

type Menunggu = {
  readonly penyusunan: readonly { unit: string; nama: string; tahun: number; pk: boolean; ra: boolean }[]
  readonly triwulanan: { readonly unit: string; readonly usulan: number } | null
}
export const useMenunggu = () => useQuery({ queryKey: ['forum', 'menunggu'], queryFn: () => get<Menunggu>('/api/forum/menunggu') })

/** Several work in a forum at once: it is asked again while it is open. */
export const useForum = (id: string) =>
  useQuery({
    queryKey: ['forum', id],
    queryFn: () => get<Forum>(`/api/forum/${id}`),
    refetchInterval: (query) => (query.state.data?.status === 'BERLANGSUNG' ? 8000 : false),
  })

type Awal = {
  readonly boleh: boolean
  readonly forum: string | null
  readonly naskah: readonly string[]
  readonly namaUnit: string
}
export const useAwal = (unit: string | undefined, periode: string) =>
  useQuery({
    queryKey: ['forum', 'awal', unit, periode],
    enabled: unit !== undefined,
    queryFn: () => get<Awal>(address('/api/forum/awal', { unit, periode })),
  })

export const useTempat = (naskah: string | undefined) =>
  useQuery({
    queryKey: ['forum', 'naskah', naskah],
    enabled: naskah !== undefined,
    queryFn: () => get<{ forum: string | null; unit: string; tahun: number }>(`/api/forum/naskah/${naskah}`),
  })

export const bukaJam = (jam: string): string => jam.replace(':', '.')
