// What the dictionary's pages read, in the shapes of the API.
import { useQuery } from '@tanstack/react-query'
import { address, get, request } from '../../web/ui/api.ts'
import type { EntriKamus, KaitanKamus, VersiKamus } from '../kamus.ts'
import type { MetodeResmi, UjiMetode } from '../metode-resmi.ts'

export type Versi = VersiKamus & { readonly id: string; readonly recordedAt: string }
export type Entri = EntriKamus<Versi> & { readonly namaPemilik: string | null; readonly namaPendefinisi: string | null }
export type Satu = {
  readonly entri: Entri
  readonly version: number
  readonly versi: readonly Versi[]
  readonly memakai: readonly KaitanKamus[]
  readonly dipakai: readonly KaitanKamus[]
  readonly bolehUbah: boolean
}

export function useKamus(unit: string, tahun: string) {
  return useQuery({
    queryKey: ['kamus', unit, tahun],
    queryFn: ({ signal }) => get<{ isi: Entri[]; bolehUbah: boolean }>(address(`/api/kamus/${unit}`, { tahun }), { signal }),
  })
}

export function useIndikator(unit: string, tahun: string, kode: string) {
  return useQuery({
    queryKey: ['kamus', unit, tahun, kode],
    queryFn: ({ signal }) => get<Satu>(address(`/api/kamus/${unit}/${encodeURIComponent(kode)}`, { tahun }), { signal }),
    retry: false,
  })
}

export type Metode = MetodeResmi
export function useMetode() {
  return useQuery({
    queryKey: ['metode'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => get<{ isi: Metode[] }>('/api/metode', { signal }),
  })
}

/** The method's vectors, run when asked. */
export function useUji(kode: string, mulai: boolean) {
  return useQuery({
    queryKey: ['metode', kode, 'uji'],
    enabled: mulai,
    queryFn: ({ signal }) => get<{ isi: UjiMetode[] }>(`/api/metode/${kode}/uji`, { signal }),
  })
}

type Hasil = {
  readonly tahun: number
  readonly unsur: 'TARGET' | 'REALISASI' | 'CAPAIAN'
  readonly status: string
  readonly nilai: string | null
  readonly kategori: string | null
}
type Sel = {
  readonly kode: string
  readonly periode: string
  readonly status: string
  readonly nilai: string | null
  readonly target: string | null
  readonly capaianStatus: string
  readonly capaian: string | null
}
/** A figure as text, or the status that says why there is none. */
export type Angka = { readonly status: string; readonly nilai: string | null }
export type HasilTahun = { readonly tahun: string; readonly target: Angka; readonly realisasi: Angka; readonly capaian: Angka }

const KOSONG: Angka = { status: 'KOSONG', nilai: null }
const YEARS = 5

/** The last years: what the program measured, else what the annual report printed. */
export function useHasil(unit: string, tahun: string, kode: string) {
  return useQuery({
    queryKey: ['kamus-hasil', unit, tahun, kode],
    queryFn: async ({ signal }): Promise<HasilTahun[]> => {
      const [printed, measured] = await Promise.all([
        get<{ isi: Hasil[] }>(address('/api/hasil-tahunan', { unit, kode, berlaku: 'true', batas: 200 }), { signal }),
        get<{ isi: Sel[] }>(address(`/api/capaian/${unit}`, { dari: Number(tahun) - YEARS + 1, sampai: tahun }), { signal }).catch(
          () => ({ isi: [] as Sel[] }), // who may not look into the measurements still sees what is printed
        ),
      ])
      const said = (year: string, unsur: Hasil['unsur']): Angka => {
        const found = printed.isi.find((h) => String(h.tahun) === year && h.unsur === unsur)
        return found ? { status: found.status, nilai: found.nilai ?? found.kategori } : KOSONG
      }
      return Array.from({ length: YEARS }, (_, i) => String(Number(tahun) - YEARS + 1 + i)).flatMap((year) => {
        const own = measured.isi.find((c) => c.kode === kode && c.periode === year && c.status === 'NILAI')
        const row = own
          ? {
              target: own.target === null ? KOSONG : { status: 'NILAI', nilai: own.target },
              realisasi: { status: own.status, nilai: own.nilai },
              capaian: { status: own.capaianStatus, nilai: own.capaian },
            }
          : { target: said(year, 'TARGET'), realisasi: said(year, 'REALISASI'), capaian: said(year, 'CAPAIAN') }
        return Object.values(row).every((a) => a.status === 'KOSONG') ? [] : [{ tahun: year, ...row }]
      })
    },
  })
}

export type HasilHitung = {
  readonly nilai: { readonly status: string; readonly tampil?: string; readonly pesan?: string; readonly kode?: string }
  readonly capaian: {
    readonly status: string
    readonly tampil?: string
    readonly pesan?: string
    readonly kategori?: string | null
  }
  readonly jejak: unknown
}

export async function hitung(kasus: unknown, signal?: AbortSignal): Promise<HasilHitung> {
  return (await request<HasilHitung>('POST', '/api/hitung', { body: kasus, signal })).data
}
