// What the page reads, and the plan as a tree into which lines are put that are not stored yet.
import { useQuery } from '@tanstack/react-query'
import { address, get } from '../../web/ui/api.ts'
import type { JenisBaris, StatusRa } from '../rencana-aksi.ts'
import type { BahanDraf, RencanaOut } from '../routes.ts'
import type { PerubahanOut } from '../routes-perubahan.ts'
import type { TemuanRa } from '../temuan.ts'

export type Rencana = RencanaOut
export type Indikator = Rencana['indikator'][number]
export type Aksi = Indikator['ra'][number]
export type Kriteria = Aksi['kk'][number]
export type Output = Kriteria['output'][number]
export type Versi = { readonly id: string; readonly versi: number; readonly status: StatusRa; readonly keterangan: string | null }

export const useVersi = (unit: string, tahun: string) =>
  useQuery({
    queryKey: ['rencana-aksi', unit, tahun],
    queryFn: async () => (await get<{ isi: Versi[] }>(address('/api/rencana-aksi', { unit, tahun, batas: 200 }))).isi,
  })

/** A draft is asked again and again, so that two who work on it see each other. */
export const useRencana = (id: string) =>
  useQuery({
    queryKey: ['rencana-aksi', id],
    queryFn: () => get<Rencana>(`/api/rencana-aksi/${id}`),
    refetchInterval: (query) => (query.state.data?.bolehUbah ? 4000 : false),
  })

export const useTemuan = (id: string, perubahan: unknown) =>
  useQuery({
    queryKey: ['rencana-aksi', id, 'temuan', perubahan],
    queryFn: async () => (await get<{ temuan: TemuanRa[] }>(`/api/rencana-aksi/${id}/temuan`)).temuan,
    placeholderData: (before) => before,
  })

export const useBahanDraf = (unit: string, tahun: string) =>
  useQuery({
    queryKey: ['rencana-aksi', unit, tahun, 'bahan-draf'],
    queryFn: () => get<BahanDraf>(address('/api/rencana-aksi/bahan-draf', { unit, tahun })),
  })

/** Proposed changes of a plan in force, with what the quarterly forum said. */
export const usePerubahan = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: ['rencana-aksi', id, 'perubahan'],
    enabled: wanted,
    queryFn: async () => (await get<{ isi: PerubahanOut[] }>(`/api/rencana-aksi/${id}/perubahan`)).isi,
  })

/** A line of the tree; without `data` it is a place where one may be begun. */
export type Simpul<D, A> = {
  readonly id: string
  readonly induk: string
  readonly data: D | undefined
  readonly anak: readonly A[]
}
export type SimpulOutput = Simpul<Output, never>
export type SimpulKriteria = Simpul<Kriteria, SimpulOutput>
export type SimpulAksi = Simpul<Aksi, SimpulKriteria>
export type Pohon = readonly { readonly indikator: Indikator; readonly ra: readonly SimpulAksi[] }[]

/** A line that somebody has asked for and not yet written: after which neighbour it stands (null: first). */
export type Tambahan = { readonly jenis: JenisBaris; readonly id: string; readonly induk: string; readonly setelah: string | null }

/** `emptyId` gives the place of a first line below its parent an id that stays the same. */
export function treeOf(plan: Rencana, tambahan: readonly Tambahan[], emptyId: (induk: string) => string): Pohon {
  const children = <D extends { id: string }, A>(
    induk: string,
    rows: readonly D[],
    anakOf: (id: string, row: D | undefined) => A[],
  ) => {
    const list: { id: string; data: D | undefined }[] = rows.map((data) => ({ id: data.id, data }))
    for (const t of tambahan)
      if (t.induk === induk && !list.some((l) => l.id === t.id))
        list.splice(list.findIndex((l) => l.id === t.setelah) + 1, 0, { id: t.id, data: undefined })
    if (!list.length && plan.bolehUbah) list.push({ id: emptyId(induk), data: undefined })
    return list.map(({ id, data }) => ({ id, induk, data, anak: anakOf(id, data) }))
  }
  return plan.indikator.map((indikator) => ({
    indikator,
    ra: children(indikator.id, indikator.ra, (ra, a) =>
      children(ra, a?.kk ?? [], (kk, k) => children(kk, k?.output ?? [], (): never[] => [])),
    ),
  }))
}

/** An id for a line that this page begins. */
export function newId(): string {
  const b = crypto.getRandomValues(new Uint8Array(16))
  b[6] = (b[6]! & 0x0f) | 0x40
  b[8] = (b[8]! & 0x3f) | 0x80
  const hex = [...b].map((n) => n.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
