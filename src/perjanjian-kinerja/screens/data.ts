// What the pages of the agreement read, and how they write: each record under the version that was seen last.
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { FigureOut } from '../../platform/kernel/figure.ts'
import type { TandaTangan } from '../../platform/kernel/workflow.ts'
import { address, get } from '../../web/ui/api.ts'
import { askLangkah } from '../../web/ui/langkah.tsx'
import type { AlasanRevisi, PeriodeTarget, Pihak, StatusPk, TemuanPk } from '../perjanjian-kinerja.ts'
import type { Butir, Penerimaan } from '../sasaran-bersama.ts'

export type { Penerimaan }
/** An item as its issuer sees it: for whom it is. */
export type Terbitan = Butir & { readonly untuk: readonly string[] | null }

export const PERIODE: readonly PeriodeTarget[] = ['TW1', 'TW2', 'TW3', 'TW4', 'TAHUNAN']
export const ALASAN: readonly AlasanRevisi[] = [
  'GANTI_PEJABAT',
  'PERUBAHAN_STRATEGI_PROGRAM_ANGGARAN',
  'PERUBAHAN_PRIORITAS_ASUMSI',
  'PENYESUAIAN_TARGET_INSTRUKSI',
]

export type Target = FigureOut & { readonly version: number }
export type Indikator = {
  readonly id: string
  readonly urutan: number
  readonly nomor: string | null
  readonly kode: string | null
  readonly nama: string
  readonly sumberData: string | null
  readonly pengukuran: string | null
  readonly satuan: string | null
  readonly alasanTarget: string | null
  readonly dasarTarget: string | null
  /** Received from the office that issued it; its texts and targets are that office's. */
  readonly bersama: string | null
  readonly target: Readonly<Partial<Record<PeriodeTarget, Target>>>
  readonly version: number
}
export type Sasaran = {
  readonly id: string
  readonly urutan: number
  readonly nomor: string
  readonly kelompok: string
  readonly uraian: string
  readonly version: number
  readonly indikator: readonly Indikator[]
}
export type Ringkas = {
  readonly id: string
  readonly unit: string
  readonly tahun: number
  readonly versi: number
  readonly status: StatusPk
  readonly asal: 'SISTEM' | 'SEBELUM_SISTEM'
  readonly alasanRevisi: AlasanRevisi | null
  readonly tanggal: string | null
  readonly pihakPertama: Partial<Pihak> & Pick<Pihak, 'nama' | 'jabatan'>
  readonly pihakKedua: Partial<Pihak> & Pick<Pihak, 'nama' | 'jabatan'>
  readonly version: number
}
export type Kelompok = { readonly kode: string; readonly nama: string; readonly sumberData: readonly string[] }
export type Lengkap = Ringkas & {
  readonly sasaran: readonly Sasaran[]
  readonly formulir: { readonly nama: string; readonly kelompok: readonly Kelompok[] } | null
  readonly bolehUbah: boolean
  readonly tandaTangan: TandaTangan | null
}
export type Awal = {
  readonly boleh: boolean
  readonly revisi: boolean
  readonly sumber: readonly { readonly id: string; readonly tahun: number; readonly versi: number }[]
  readonly rencana: { readonly sasaran: number; readonly indikator: number }
}
export type Kamus = { readonly kode: string; readonly nama: string; readonly satuan: string; readonly sumberData: string | null }

/** The versions of a year that one may see, oldest first, and whether one may begin a new one. */
const askVersi = (client: QueryClient, unit: string, tahun: string) =>
  queryOptions({
    queryKey: ['pk', unit, tahun],
    queryFn: async () => {
      const [{ isi }, awal, { naskah }] = await Promise.all([
        get<{ isi: Ringkas[] }>(address('/api/perjanjian-kinerja', { unit, tahun })),
        get<Awal>(address('/api/perjanjian-kinerja/awal', { unit, tahun })),
        get<{ naskah: Lengkap | null }>(address('/api/perjanjian-kinerja/terbaru', { unit, tahun })),
      ])
      if (naskah) {
        // The newest is what the page shows, unless its address says otherwise: what is said about it is asked before it is drawn.
        client.setQueryData(kunciPk(naskah.id), naskah)
        void client.prefetchQuery(askTemuan(naskah))
        void client.prefetchQuery(askLangkah(alamatPk(naskah.id), tandaOf(naskah)))
        if (naskah.bolehUbah) void client.prefetchQuery(askKamus(unit, naskah.tahun))
      }
      return { versi: isi, awal }
    },
  })

export const useVersi = (unit: string, tahun: string) => useQuery(askVersi(useQueryClient(), unit, tahun))

/** Asks for what the page shows while it is still being found out who looks. */
export const siapkan = (client: QueryClient, { unit = '', tahun = '' }: Readonly<Record<string, string>>) =>
  client.prefetchQuery(askVersi(client, unit, tahun))

export const kunciPk = (id: string) => ['pk', id] as const

export const alamatPk = (id: string) => `/api/perjanjian-kinerja/${id}`

/** One agreement whole; while it is edited it is asked for again every four seconds. */
export function usePk(id: string) {
  return useQuery({
    queryKey: kunciPk(id),
    queryFn: () => get<Lengkap>(alamatPk(id)),
    refetchInterval: ({ state }) => (state.data?.bolehUbah ? 4000 : false),
  })
}

/** Changes whenever anything of the agreement does. */
export const tandaOf = (pk: Lengkap): string =>
  [
    pk.version,
    ...pk.sasaran.flatMap((s) => [
      s.version,
      ...s.indikator.flatMap((i) => [i.version, ...PERIODE.map((p) => i.target[p]?.version ?? 0)]),
    ]),
  ].join('.')

const NONE: readonly never[] = []
/** What is said about the agreement is drawn after it, in pieces that let a finger in between. */
const useLater = <T>(said: readonly T[] | undefined): readonly T[] => useDeferredValue(said ?? NONE, NONE)

const askTemuan = (pk: Lengkap) =>
  queryOptions({
    queryKey: ['pk', pk.id, 'temuan', tandaOf(pk)],
    queryFn: async () => (await get<{ temuan: readonly TemuanPk[] }>(`${alamatPk(pk.id)}/temuan`)).temuan,
  })

/** The findings of the rules on what is stored; asked again when that has changed. */
export function useTemuan(pk: Lengkap) {
  return useLater(useQuery({ ...askTemuan(pk), placeholderData: (before: readonly TemuanPk[] | undefined) => before }).data)
}

const askKamus = (unit: string, tahun: number) =>
  queryOptions({
    queryKey: ['kamus', unit, tahun],
    staleTime: 300_000,
    queryFn: async () =>
      (await get<{ isi: Kamus[] }>(address('/api/indikator', { unit, berlaku: `${tahun}-12-31`, batas: 200 }))).isi,
  })

/** The dictionary of the office as it is valid at the end of that year. */
export function useKamus(unit: string, tahun: number, enabled: boolean) {
  return useLater(useQuery({ ...askKamus(unit, tahun), enabled }).data)
}

export type Usulan = {
  readonly indikator: string
  readonly periode: PeriodeTarget
  readonly target: FigureOut
  readonly alasan: string
  readonly sumber: string | null
}

/** What the plan and last year's results propose for the cells as they are now. */
export function useUsulan(pk: Lengkap) {
  const found = useQuery({
    queryKey: ['pk', pk.id, 'usulan', tandaOf(pk)],
    queryFn: async () => (await get<{ usulan: readonly Usulan[] }>(`${alamatPk(pk.id)}/usulan`)).usulan,
    enabled: pk.bolehUbah,
    placeholderData: (before: readonly Usulan[] | undefined) => before,
  })
  return useLater(found.data)
}

/** What other offices have issued for it, and how it stands to that. */
export function usePenerimaan(pk: Lengkap) {
  const found = useQuery({
    queryKey: ['pk', pk.id, 'bersama', tandaOf(pk)],
    queryFn: async () => (await get<{ penerimaan: readonly Penerimaan[] }>(`${alamatPk(pk.id)}/bersama`)).penerimaan,
    enabled: pk.bolehUbah,
    placeholderData: (before: readonly Penerimaan[] | undefined) => before,
  })
  return useLater(found.data)
}

export function useSegarkan() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['pk'] })
}
