// What this room's pages ask of the server, and how its codes are said.
import { address, get } from '../../web/ui/api.ts'
import type { Pilihan } from '../../web/ui/chooser.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { PERANGKAT_DAERAH } from '../perangkat-daerah.ts'
import type { Garis, Sifat } from '../unit-kerja.ts'
import { t } from './teks.ts'

export type Window = { readonly berlakuDari: string; readonly berlakuSampai: string | null }
export type Unit = Window & {
  readonly kode: string
  readonly jenis: string
  readonly nama: string
  readonly induk: string | null
  readonly garis: Garis | null
  readonly version: number
}
export type ListedUnit = Unit & { readonly namaInduk: string | null; readonly bawahan: number }
export type Riwayat = {
  readonly nama: readonly (Window & { readonly nama: string })[]
  readonly garis: readonly (Window & { readonly induk: string; readonly namaInduk: string; readonly garis: Garis })[]
}
export type Held = Window & {
  readonly id: string
  readonly pegawai: string
  readonly nama: string
  readonly jabatan: string
  readonly namaJabatan: string
  readonly unit: string
  readonly sifat: Sifat
  readonly tanggalPasti: boolean
  readonly bertindak?: boolean
}
export type Office = Window & {
  readonly kode: string
  readonly unit: string
  readonly nama: string
  readonly jenjang: string
  readonly peran: readonly string[]
  readonly version: number
  readonly namaUnit: string
  readonly pemegang: readonly Held[]
}
export type Person = { readonly id: string; readonly nama: string; readonly nip: string | null; readonly version: number }

type Page<R> = { readonly isi: readonly R[] }

export const cariUnit =
  (hari: string) =>
  async (cari: string, signal: AbortSignal): Promise<Pilihan[]> =>
    (await get<Page<ListedUnit>>(address('/api/unit-kerja', { cari, tanggal: hari, batas: 20 }), { signal })).isi.map((u) => ({
      kunci: u.kode,
      nama: u.nama,
      keterangan: u.namaInduk ? `${kata(u.jenis)} · ${u.namaInduk}` : kata(u.jenis),
    }))

export const cariPegawai = async (cari: string, signal: AbortSignal): Promise<Pilihan[]> =>
  (await get<Page<Person>>(address('/api/pegawai', { cari, batas: 20 }), { signal })).isi.map((p) => ({
    kunci: p.id,
    nama: p.nama,
    keterangan: p.nip ? `NIP ${nipTampil(p.nip)}` : t('pegawai.tanpa-nip'),
  }))

/** Offices that carry a role on a day. */
export const cariJabatan =
  (hari: string, peran: string) =>
  async (cari: string, signal: AbortSignal): Promise<Pilihan[]> =>
    (await get<Page<Office>>(address('/api/pejabat', { cari, peran, tanggal: hari, batas: 20 }), { signal })).isi.map((j) => ({
      kunci: j.kode,
      nama: j.nama,
      keterangan: j.namaUnit,
    }))

/** `19660818 199003 1 008`, as letters print it. */
export function nipTampil(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}

/** `KOTA_ADMINISTRASI` → `Kota administrasi`; what is an abbreviation stays one. */
export function kata(kode: string): string {
  const words = kode
    .toLowerCase()
    .split('_')
    .map((w) => (['pp', 'dprd', 'upt', 'jpt'].includes(w) ? w.toUpperCase() : w))
    .join(' ')
  return words[0]!.toUpperCase() + words.slice(1)
}

export const AWALAN: Readonly<Record<Sifat, string>> = { DEFINITIF: '', PJ: 'Pj. ', PLT: 'Plt. ', PLH: 'Plh. ' }

/** `1 Januari 2024 – 31 Desember 2024`, or `sejak 1 Januari 2024`. */
export function rentang({ berlakuDari, berlakuSampai }: Window): string {
  const dari = tanggal(berlakuDari)
  return berlakuSampai ? t('rentang', { dari, sampai: tanggal(berlakuSampai) }) : t('rentang.sejak', { dari })
}

/** Kinds of unit that a province has; others are offered where they exist. */
export const JENIS_LAZIM = [
  'PROVINSI',
  'SEKRETARIAT_DAERAH',
  ...PERANGKAT_DAERAH,
  'BAGIAN',
  'BIDANG',
  'SUKU_DINAS',
  'SUKU_BADAN',
  'KECAMATAN',
  'KELURAHAN',
]
export const JENJANG = ['JPT_MADYA', 'JPT_PRATAMA', 'ADMINISTRATOR', 'PENGAWAS', 'FUNGSIONAL', 'PELAKSANA']
