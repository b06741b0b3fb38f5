// What the pages of entering a quarter read and send; what is typed, in one form for fields, drafts and requests.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { address, get, request } from '../../web/ui/api.ts'
import type { BarisMasukan } from '../masukan.ts'
import type { KeluaranOut, LembarOut, PratinjauOut, TriwulanOut } from '../routes-pengisian.ts'

export type { KeluaranOut, LembarOut, PratinjauOut, TriwulanOut }
export type IndikatorTriwulan = TriwulanOut['kelompok'][number]['indikator'][number]
export type Keluaran = KeluaranOut['isi'][number]
export type Cara = LembarOut['lembar']['cara']
export type Bukti = {
  readonly sha256: string
  readonly nama: string
  readonly halaman: string
  readonly tanggal: string
  readonly penerbit: string
}
export type BuktiTersimpan = LembarOut['lembar']['bukti'][number]

/** What stands in the fields of a sheet: texts, never null. */
export type Isi = {
  readonly cara: Cara
  readonly tercetak: string
  readonly masukan: Readonly<Record<string, readonly BarisMasukan[]>>
  readonly keterangan: string
  readonly surat: string
  readonly tanggal: string
  readonly bukti: readonly Bukti[]
  readonly hambatan: string
  readonly tindakLanjut: string
}

export const toBukti = (b: BuktiTersimpan): Bukti => ({
  sha256: b.sha256,
  nama: b.nama,
  halaman: b.halaman ?? '',
  tanggal: b.tanggal ?? '',
  penerbit: b.penerbit ?? '',
})

export function toIsi(l: LembarOut['lembar']): Isi {
  const { cara, masukan } = l
  const text = (value: string | null) => value ?? ''
  return {
    cara,
    masukan,
    tercetak: text(l.tercetak),
    keterangan: text(l.keterangan),
    surat: text(l.surat),
    tanggal: text(l.tanggal),
    bukti: l.bukti.map(toBukti),
    hambatan: text(l.hambatan),
    tindakLanjut: text(l.tindakLanjut),
  }
}

export const sentBukti = (bukti: readonly Bukti[]) =>
  bukti.map(({ sha256, halaman, tanggal, penerbit }) => ({
    sha256,
    halaman: halaman || null,
    tanggal: tanggal || null,
    penerbit: penerbit || null,
  }))

/** The fields as they are sent; rows without anything in them are not. */
export function toBody(isi: Isi) {
  const { cara, tercetak, keterangan, surat, tanggal, hambatan, tindakLanjut } = isi
  const filled = (r: BarisMasukan) => r.tercetak.trim() !== '' || Object.values(r.dimensi).some((w) => w.trim() !== '')
  const masukan = Object.fromEntries(Object.entries(isi.masukan).map(([nama, rows]) => [nama, rows.filter(filled)]))
  return {
    cara,
    tercetak,
    masukan: cara === 'RUMUS' ? masukan : {},
    keterangan: keterangan || null,
    surat: cara === 'NILAI' ? surat || null : null,
    tanggal: cara === 'NILAI' ? tanggal || null : null,
    bukti: sentBukti(isi.bukti),
    hambatan: hambatan || null,
    tindakLanjut: tindakLanjut || null,
  }
}

export type TempatLembar = { readonly unit: string; readonly kode: string; readonly periode: string }
export const lembarUrl = ({ unit, kode, periode }: TempatLembar) => `/api/pengisian/${unit}/${kode}/${periode}`
export const actUrl = ({ unit, kode, periode }: TempatLembar, act: string) => `/api/pengukuran/${unit}/${kode}/${periode}/${act}`

/** A quarter of an office; without `triwulan` the one that is due. */
export function useTriwulan(unit: string, tahun: string, triwulan: string | undefined) {
  const query = triwulan ? { periode: `${tahun}-${triwulan}` } : { tahun }
  return useQuery({
    queryKey: ['pengisian', unit, query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<TriwulanOut>(address(`/api/pengisian/${unit}`, query), { signal }),
  })
}

/** Always asked anew when a step is opened: a sheet is written on, and an old one would only clash. */
export function useLembar(at: TempatLembar) {
  return useQuery({
    queryKey: ['lembar', at],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => get<LembarOut>(lembarUrl(at), { signal }),
  })
}

export function usePratinjau(at: TempatLembar, isi: Isi, enabled: boolean) {
  return useQuery({
    queryKey: ['pratinjau', at, toBody(isi)],
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: async ({ signal }) =>
      (await request<PratinjauOut>('POST', `${lembarUrl(at)}/pratinjau`, { body: toBody(isi), signal })).data,
  })
}

export function useKeluaran(unit: string, periode: string) {
  return useQuery({
    queryKey: ['keluaran', unit, periode],
    queryFn: ({ signal }) => get<KeluaranOut>(address(`/api/kemajuan-output/${unit}`, { periode }), { signal }),
  })
}

/** After a write everything that shows results of the office is asked anew. */
export function useForget() {
  const client = useQueryClient()
  return () => {
    for (const key of ['pengisian', 'capaian', 'jelaskan', 'lembar']) client.invalidateQueries({ queryKey: [key] })
  }
}
