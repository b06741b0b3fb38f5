// What was read, with what people corrected, as the data files of the rooms. What a paper lacks stays KOSONG. Pure.
import type { PerjanjianKinerjaFile } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import type { RencanaAksiFile } from '../rencana-aksi/rencana-aksi.ts'
import { atauNull, isKosong } from './baca-nilai.ts'
import type { PkTerbaca, RaTerbaca } from './bentuk-terbaca.ts'
import type { PihakTerbaca } from './pihak.ts'
import type { AngkaTerbaca, Terbaca } from './terbaca.ts'

export type Tujuan = { readonly unit: string; readonly tahun: number; readonly versi: number; readonly berkas: string }
/** The dictionary's code of an indicator by its printed name. */
export type KodeOf = (nama: string) => string | null

const linesOf = (...all: readonly Pick<Terbaca, 'baris' | 'tempatLain'>[]) => {
  const lines = [...new Set(all.flatMap((t) => [t.baris, ...(t.tempatLain ?? []).map((p) => p.baris)]).filter((n) => n !== null))]
  return lines.length ? { baris: lines } : {}
}
const MOST_PRINTED = 300
export const figure = ({ status, nilai, kategori, min, maks, tercetak, baris }: AngkaTerbaca) => ({
  status,
  ...(status === 'NILAI' ? { nilai, kategori, min, maks } : {}),
  tercetak: tercetak.slice(0, MOST_PRINTED),
  ...(baris === null ? {} : { baris }),
})

function pihak(p: PihakTerbaca) {
  const others = (hal: 'nama' | 'nip' | 'jabatan') =>
    p.lain.filter((l) => l.hal === hal).map((l) => ({ tercetak: l.tercetak.trim().slice(0, MOST_PRINTED), ...placeOr(l) }))
  return {
    nama: atauNull(p.nama),
    nip: atauNull(p.nip),
    jabatan: atauNull(p.jabatan),
    ...linesOf(p.nama, p.nip, p.jabatan),
    namaTercetakLain: others('nama'),
    nipTercetakLain: others('nip'),
    jabatanTercetakLain: others('jabatan'),
  }
}
const placeOr = (t: Terbaca) => ({ baris: t.baris ?? t.halaman ?? 0 })

export function pkSebagaiBerkas(
  pk: PkTerbaca,
  { unit, tahun, versi, berkas }: Tujuan,
  bentuk: string,
  kodeOf: KodeOf,
): PerjanjianKinerjaFile {
  return {
    skema: 'selaras/pk/1',
    berkas,
    unit,
    tahun,
    versi,
    bentuk,
    tanggal: atauNull(pk.tanggal) as PerjanjianKinerjaFile['tanggal'],
    pihakPertama: pihak(pk.pihakPertama),
    pihakKedua: pihak(pk.pihakKedua),
    kelompok: pk.kelompok.map((k) => ({
      kelompok: k.kelompok,
      ...linesOf(k.nama),
      sasaran: k.sasaran.map((s) => ({
        no: isKosong(s.no) ? '-' : s.no.dibaca,
        uraian: atauNull(s.uraian) ?? '',
        ...linesOf(s.uraian),
        indikator: s.indikator.map((i) => ({
          no: atauNull(i.no),
          kode: isKosong(i.nama) ? null : kodeOf(i.nama.dibaca),
          nama: atauNull(i.nama) ?? '',
          sumberData: atauNull(i.sumberData),
          pengukuran: atauNull(i.pengukuran),
          triwulan: i.triwulan.map(figure),
          tahunan: figure(i.tahunan),
          ...(i.nilaiLebih.length
            ? { nilaiLebih: i.nilaiLebih.map((n) => ({ tercetak: n.tercetak, ...(n.baris === null ? {} : { baris: n.baris }) })) }
            : {}),
          satuan: atauNull(i.satuan),
          ...linesOf(i.nama, i.pengukuran),
        })),
      })),
    })),
  }
}

export function raSebagaiBerkas(ra: RaTerbaca, { unit, tahun, versi, berkas }: Tujuan): RencanaAksiFile {
  const bare = (kode: string) => kode.replace(/\.$/, '')
  const coded = (kode: Terbaca, at: Terbaca) => ({
    kode: atauNull(kode),
    ...(isKosong(kode) || bare(kode.tercetak) === kode.dibaca ? {} : { kodeTercetak: kode.tercetak }),
    ...linesOf(at),
  })
  return {
    skema: 'selaras/rencana-aksi/1',
    berkas,
    unit,
    tahun,
    versi,
    indikator: ra.rencanaAksi.map((i) => ({
      no: atauNull(i.no),
      sasaran: atauNull(i.sasaran),
      nama: atauNull(i.nama),
      target: figure(i.target),
      ...linesOf(i.no, i.nama),
      ra: i.ra.map((a) => ({
        ...coded(a.kode, a.uraian),
        jenis: a.jenis,
        uraian: atauNull(a.uraian) ?? '',
        kk: a.kk.map((k) => ({
          ...coded(k.kode, k.uraian),
          ...(isKosong(k.uraian) ? { status: 'KOSONG' as const } : {}),
          uraian: atauNull(k.uraian),
          baris: k.tempat,
          to: k.to.map((o) => ({
            ...coded(o.kode, o.uraian),
            uraian: atauNull(o.uraian) ?? '',
            jumlah: figure(o.jumlah),
            satuan: atauNull(o.satuan),
            triwulan: atauNull(o.triwulan) as 'TW1' | null,
            penanggungJawab: o.penanggungJawab.dibaca,
            mitigasi: atauNull(o.mitigasi),
            disalinDari: shared(o),
          })),
        })),
      })),
    })),
  }
}

function shared(o: RaTerbaca['rencanaAksi'][number]['ra'][number]['kk'][number]['to'][number]) {
  const from = (['jumlah', 'triwulan', 'penanggungJawab'] as const).flatMap((k) => {
    const holder = o[k].disalinDari
    return holder === undefined || holder === 'KOSONG' ? [] : [[k, holder] as const]
  })
  return from.length ? Object.fromEntries(from) : null
}
