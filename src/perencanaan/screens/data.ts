// What the tree's page reads: the tree of the year, who contributes, targets of all years, the dictionary, and the results.
import { useQuery } from '@tanstack/react-query'
import { ApiError, address, get } from '../../web/ui/api.ts'
import type { Keadaan } from '../../web/ui/status.tsx'
import type { Kontribusi, Simpul } from './susunan.ts'

export type Dokumen = {
  readonly kode: string
  readonly jenis: string
  readonly nama: string
  readonly tahunDari: number
  readonly tahunSampai: number
  readonly induk: string | null
  readonly sumber: string | null
  readonly version: number
}
export type Temuan = { readonly aturan: string; readonly letak: string; readonly penjelasan: string }
export type Target = {
  readonly indikator: string
  readonly tahun: number
  readonly status: string
  readonly nilai: string | null
  readonly kategori: string | null
  readonly min: string | null
  readonly maks: string | null
  readonly tercetak: string | null
  readonly sumber: string | null
  readonly version: number
}
export type Versi = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly desimal: number
  readonly jenisNilai: string
}
type Hasil = {
  readonly kode: string
  readonly periode: string
  readonly status: string
  readonly nilai: string | null
  readonly target: string | null
  readonly capaianStatus: string
  readonly capaian: string | null
  readonly keadaan: Keadaan
}
type Page<T> = { readonly isi: readonly T[]; readonly lanjut: string | null }
type Tree = {
  readonly dokumen: readonly Dokumen[]
  readonly simpul: readonly Simpul[]
  readonly temuan: readonly Temuan[]
  readonly boleh: { readonly ubah: boolean }
}

/** An indicator of a node as its chip shows it. */
export type Ukuran = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly desimal: number
  /** Of the plan (Renstra) for the year. */
  readonly rencana: Target | undefined
  readonly hasil: Hasil | undefined
  readonly keadaan: Keadaan
}
export type Pohon = Tree & {
  readonly diminta: readonly Kontribusi[]
  readonly dimintaDari: readonly Kontribusi[]
  readonly target: readonly Target[]
  readonly kamus: readonly Versi[]
  readonly ukuran: (kode: string) => Ukuran
}

async function all<T>(path: string, query: Record<string, string | undefined>, signal?: AbortSignal): Promise<T[]> {
  const found: T[] = []
  let kursor: string | undefined
  do {
    const page = await get<Page<T>>(address(path, { ...query, batas: 200, kursor }), { signal })
    found.push(...page.isi)
    kursor = page.lanjut ?? undefined
  } while (kursor)
  return found
}

/** Results of the year; none where the reader may see the tree but not the office's results. */
async function results(unit: string, tahun: string, signal: AbortSignal): Promise<readonly Hasil[]> {
  try {
    return (await get<{ isi: Hasil[] }>(address(`/api/capaian/${unit}`, { dari: tahun, sampai: tahun }), { signal })).isi
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 403) return []
    throw error
  }
}

export function usePohon(unit: string, tahun: string) {
  return useQuery({
    queryKey: ['pohon', unit, tahun],
    queryFn: async ({ signal }): Promise<Pohon> => {
      const plan = `/api/perencanaan/${unit}`
      const [tree, kontribusi, target, kamus, hasil] = await Promise.all([
        get<Tree>(`${plan}/pohon/${tahun}`, { signal }),
        all<Kontribusi>(`${plan}/crosscutting`, {}, signal),
        get<{ isi: Target[] }>(`${plan}/target`, { signal }),
        all<Versi>('/api/indikator', { unit, berlaku: `${tahun}-12-31` }, signal),
        results(unit, tahun, signal),
      ])
      const version = new Map(kamus.map((v) => [v.kode, v]))
      const planned = new Map(target.isi.filter((t) => String(t.tahun) === tahun).map((t) => [t.indikator, t]))
      const measured = new Map(hasil.filter((h) => h.periode === tahun).map((h) => [h.kode, h]))
      return {
        ...tree,
        diminta: kontribusi.filter((k) => k.unitSimpul === unit),
        dimintaDari: kontribusi.filter((k) => k.unit === unit),
        target: target.isi,
        kamus,
        ukuran: (kode) => {
          const [v, rencana, found] = [version.get(kode), planned.get(kode), measured.get(kode)]
          const { nama = kode, satuan = '', desimal = 2 } = v ?? {}
          return { kode, nama, satuan, desimal, rencana, hasil: found, keadaan: stateOf(rencana, found) }
        },
      }
    },
  })
}

/** By what was measured; where nothing was, whether there is a target at all. */
function stateOf(rencana: Target | undefined, hasil: Hasil | undefined): Keadaan {
  if (hasil && hasil.status !== 'KOSONG') return hasil.keadaan
  if (rencana?.status === 'TIDAK_DITARGETKAN') return 'tidak-jatuh-tempo'
  return rencana || hasil?.target ? 'belum-ada-data' : 'tanpa-target'
}

export type Unit = { readonly kode: string; readonly nama: string }

/** Offices by a part of their name, to ask for a contribution. */
export function useCariUnit(cari: string, tahun: string) {
  return useQuery({
    queryKey: ['cari-unit', cari, tahun],
    enabled: cari.length >= 2,
    queryFn: ({ signal }) =>
      get<Page<Unit>>(address('/api/unit-kerja', { cari, tanggal: `${tahun}-12-31`, batas: 20 }), { signal }).then((p) => p.isi),
  })
}
