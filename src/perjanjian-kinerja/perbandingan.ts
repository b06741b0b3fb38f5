// An agreement as lines that can be compared with those of another version or year, or with what is true today.
import { findBentuk, namaKelompok } from '../peraturan/dki-jakarta/bentuk.ts'
import { figureCell } from '../platform/documents/blocks/figure-cell.ts'
import { plain } from '../platform/documents/blocks.ts'
import { type Baris, wordsKey } from '../platform/kernel/comparison.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { PERIODE_TARGET, type PeriodeTarget, type Pihak } from './perjanjian-kinerja.ts'

type Line = { readonly id: string; readonly silsilah: string }
export type PerjanjianKinerjaIsi = {
  readonly bentuk: string
  readonly pihakPertama: Pihak
  readonly pihakKedua: Pihak
  readonly sasaran: readonly (Line & {
    readonly nomor: string
    readonly kelompok: string
    readonly uraian: string
    readonly indikator: readonly (Line & {
      readonly nomor: string | null
      readonly kode: string | null
      readonly nama: string
      readonly sumberData: string | null
      readonly pengukuran: string | null
      readonly satuan: string | null
      readonly alasanTarget: string | null
      readonly dasarTarget: string | null
      readonly target: Readonly<Partial<Record<PeriodeTarget, FigureOut>>>
    })[]
  })[]
}

/** How the fields and kinds of lines are called on paper. */
export const KATA: Readonly<Record<string, string>> = {
  PIHAK: 'Para pihak',
  SASARAN: 'Sasaran',
  INDIKATOR: 'Indikator',
  nama: 'Nama',
  jabatan: 'Jabatan',
  nip: 'NIP',
  kelompok: 'Kelompok',
  uraian: 'Uraian',
  kode: 'Kode kamus',
  sumberData: 'Sumber data',
  pengukuran: 'Pengukuran',
  satuan: 'Satuan',
  alasanTarget: 'Alasan target lebih rendah',
  dasarTarget: 'Dasar hukum alasan itu',
  induk: 'Sasaran',
  TW1: 'Target triwulan I',
  TW2: 'Target triwulan II',
  TW3: 'Target triwulan III',
  TW4: 'Target triwulan IV',
  TAHUNAN: 'Target tahunan',
}

/** A target as it is printed; an empty cell is nothing. */
export const figureWords = (f: FigureOut | undefined): string | null =>
  !f || f.status === 'KOSONG' ? null : plain(figureCell(f).text)

/** Numbers are left out: they follow from the place of a line. The NIP is for those who work on it (`nip`). */
export function linesToCompare({ bentuk, pihakPertama, pihakKedua, sasaran }: PerjanjianKinerjaIsi, nip: boolean): Baris[] {
  const form = findBentuk(bentuk)
  const party = (key: string, letak: string, p: Pihak): Baris => ({
    id: key,
    induk: null,
    tingkat: 'PIHAK',
    kunci: [key],
    letak,
    nama: p.nama ?? p.jabatan ?? '',
    isi: { nama: p.nama, jabatan: p.jabatan, ...(nip && { nip: p.nip }) },
  })
  return [
    party('pertama', 'Pihak pertama', pihakPertama),
    party('kedua', 'Pihak kedua', pihakKedua),
    ...sasaran.flatMap((s): Baris[] => [
      {
        id: s.id,
        induk: null,
        tingkat: 'SASARAN',
        kunci: [s.silsilah, wordsKey(s.uraian)],
        letak: `Sasaran ${s.nomor}`,
        nama: s.uraian,
        isi: { kelompok: namaKelompok(form, s.kelompok), uraian: s.uraian },
      },
      ...s.indikator.map(
        (i): Baris => ({
          id: i.id,
          induk: s.id,
          tingkat: 'INDIKATOR',
          kunci: [i.silsilah, i.kode, wordsKey(i.nama)],
          letak: `Sasaran ${s.nomor}, indikator ${i.nomor ?? s.indikator.indexOf(i) + 1}`,
          nama: i.nama,
          isi: {
            nama: i.nama,
            kode: i.kode,
            sumberData: i.sumberData,
            pengukuran: i.pengukuran,
            satuan: i.satuan,
            alasanTarget: i.alasanTarget,
            dasarTarget: i.dasarTarget,
            ...Object.fromEntries(PERIODE_TARGET.map((p) => [p, figureWords(i.target[p])])),
          },
        }),
      ),
    ]),
  ]
}

type Pejabat = { readonly nama: string; readonly nip: string | null; readonly jabatan: string }

/** The same agreement as it would be written today: who holds the offices, and what the dictionary says of its indicators. */
export function withTodaysData(
  pk: PerjanjianKinerjaIsi,
  pejabat: { readonly unit: Pejabat | undefined; readonly atasan: Pejabat | undefined },
  kamus: ReadonlyMap<string, { readonly nama: string; readonly satuan: string }>,
): PerjanjianKinerjaIsi {
  return {
    bentuk: pk.bentuk,
    pihakPertama: pejabat.unit ?? pk.pihakPertama,
    pihakKedua: pejabat.atasan ? { ...pejabat.atasan, nip: null } : pk.pihakKedua,
    sasaran: pk.sasaran.map((s) => ({
      ...s,
      indikator: s.indikator.map((i) => {
        const now = kamus.get(i.kode ?? '')
        // The Sumber Data of the form is the system that is reported in, that of the dictionary where the figures come from.
        return now ? { ...i, nama: now.nama, satuan: now.satuan } : i
      }),
    })),
  }
}
