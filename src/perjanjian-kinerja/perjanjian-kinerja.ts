// The agreement: its parties, sasaran, indicators and targets, as the form holds them and as a paper is read.
import { z } from 'zod'
import { origin } from '../indikator/indikator.ts'
import { Temuan } from '../periksa/temuan.ts'
import { findDecimal } from '../platform/kernel/decimal.ts'
import { Figure, type FigureColumns, type FigureOut } from '../platform/kernel/figure.ts'
import type { Day as DayText } from '../platform/kernel/time.ts'
import { Day, KodeUnit } from '../unit-kerja/unit-kerja.ts'

export const STATUS_PK = [
  'DRAFT',
  'DIHIMPUN',
  'FORUM',
  'HASIL_FORUM',
  'KONSEP_FINAL_BIRO_ORB',
  'PROSES_TTD_BKD',
  'TTD_P1',
  'DITETAPKAN',
  'DIPUBLIKASI',
  'DIGANTI',
] as const
export type StatusPk = (typeof STATUS_PK)[number]
/** From here on everybody signed in may read it, the replaced versions too. */
export const TERBUKA: readonly StatusPk[] = ['DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI']

export const ASAL = ['SISTEM', 'SEBELUM_SISTEM'] as const
export type Asal = (typeof ASAL)[number]

/** The only reasons for a revision (PermenPANRB 53/2014; the fourth: Insekda 19/2024). */
export const ALASAN_REVISI = [
  'GANTI_PEJABAT',
  'PERUBAHAN_STRATEGI_PROGRAM_ANGGARAN',
  'PERUBAHAN_PRIORITAS_ASUMSI',
  'PENYESUAIAN_TARGET_INSTRUKSI',
] as const
export type AlasanRevisi = (typeof ALASAN_REVISI)[number]
export const SEBUTAN_ALASAN: Readonly<Record<AlasanRevisi, string>> = {
  GANTI_PEJABAT: 'pergantian pejabat',
  PERUBAHAN_STRATEGI_PROGRAM_ANGGARAN: 'perubahan strategi, program, atau anggaran',
  PERUBAHAN_PRIORITAS_ASUMSI: 'perubahan prioritas atau asumsi',
  PENYESUAIAN_TARGET_INSTRUKSI: 'penyesuaian target atas instruksi',
}

export const TRIWULAN = ['TW1', 'TW2', 'TW3', 'TW4'] as const
export const PERIODE_TARGET = [...TRIWULAN, 'TAHUNAN'] as const
export type PeriodeTarget = (typeof PERIODE_TARGET)[number]
export const NAMA_PERIODE: Readonly<Record<PeriodeTarget, string>> = {
  TW1: 'triwulan I',
  TW2: 'triwulan II',
  TW3: 'triwulan III',
  TW4: 'triwulan IV',
  TAHUNAN: 'tahunan',
}

const text = (most: number) => z.string().trim().min(1).max(most)

export const Pihak = z.object({ nama: text(200).nullable(), nip: z.string().max(30).nullable(), jabatan: text(300).nullable() })
export type Pihak = z.infer<typeof Pihak>

type ParaPihak = { readonly [K in 'nama' | 'nip' | 'jabatan' as `${K}${'Pertama' | 'Kedua'}`]: string | null }
export const pihakOf = (pk: ParaPihak): { readonly pihakPertama: Pihak; readonly pihakKedua: Pihak } => ({
  pihakPertama: { nama: pk.namaPertama, nip: pk.nipPertama, jabatan: pk.jabatanPertama },
  pihakKedua: { nama: pk.namaKedua, nip: pk.nipKedua, jabatan: pk.jabatanKedua },
})

/** What the ledger and the register of signed papers call an agreement. */
export const subjectOf = ({ unit, tahun, versi }: { readonly unit: string; readonly tahun: number; readonly versi: number }) =>
  `perjanjian-kinerja/${unit}/${tahun}/${versi}`

/** What another page of the same paper prints for the same person. */
export const CetakanLain = z.object({
  pihak: z.enum(['PERTAMA', 'KEDUA']),
  hal: z.enum(['NAMA', 'NIP', 'JABATAN']),
  tercetak: z.string().max(300),
  baris: z.array(z.number().int()),
})
export type CetakanLain = z.infer<typeof CetakanLain>

export const DrafBaru = z.object({
  unit: KodeUnit,
  tahun: z.number().int().min(2000).max(2100),
  alasanRevisi: z.enum(ALASAN_REVISI).nullish(),
  /** The letter or instruction by which a revision is asked for: `Instruksi Sekda 19/2024`. */
  dasarRevisi: text(300).nullish(),
  pihakPertama: Pihak.nullish(),
  pihakKedua: Pihak.nullish(),
  /** An agreement of an earlier year of the same unit, whose lines the draft begins with. */
  salinDari: z.uuid().nullish(),
  /** Begins with the tujuan and sasaran of the unit's own plans of that year. */
  dariRencana: z.boolean().nullish(),
})
export type DrafBaru = z.infer<typeof DrafBaru>

export const IsianPihak = z.object({ pihakPertama: Pihak, pihakKedua: Pihak })
export type IsianPihak = z.infer<typeof IsianPihak>

export const IsianNomor = z.object({ nomor: text(100).nullable() })
export type IsianNomor = z.infer<typeof IsianNomor>

export const IsianSusunan = z.object({
  susunan: z.array(z.object({ sasaran: z.uuid(), indikator: z.array(z.uuid()).max(1000) })).max(1000),
})
export type IsianSusunan = z.infer<typeof IsianSusunan>

/** A text that a draft may still lack; a finding says so. */
const draftText = (most: number) => z.string().trim().max(most)

export const IsianSasaran = z.object({
  urutan: z.number().int().min(1).max(1000),
  nomor: text(10),
  kelompok: text(40),
  uraian: draftText(2000),
})
export type IsianSasaran = z.infer<typeof IsianSasaran>

export const IsianIndikator = z.object({
  sasaran: z.uuid(),
  urutan: z.number().int().min(1).max(1000),
  nomor: text(10).nullish(),
  kode: text(40).nullish(),
  nama: draftText(2000),
  sumberData: text(300).nullish(),
  pengukuran: text(20_000).nullish(),
  satuan: text(100).nullish(),
  /** Why its target is easier than last year's result or than that of the plan (PK-07, PK-08). */
  alasanTarget: text(2000).nullish(),
  /** The article, decision or letter on which that rests; the first of the two needs one. */
  dasarTarget: text(300).nullish(),
})
export type IsianIndikator = z.infer<typeof IsianIndikator>

// ── a paper, `selaras/pk/1` ──
const Baris = z.union([z.number().int(), z.array(z.number().int())])
const Cetakan = z.array(z.object({ tercetak: z.string().max(300), baris: Baris }))
const PihakTercetak = z.object({
  nama: z.string().max(200).nullable(),
  nip: z.string().max(30).nullish(),
  jabatan: z.string().max(300).nullable(),
  baris: Baris.optional(),
  barisNip: Baris.optional(),
  namaTercetakLain: Cetakan.optional(),
  nipTercetakLain: Cetakan.optional(),
  jabatanTercetakLain: Cetakan.optional(),
  keterangan: z.string().optional(),
})

export const PerjanjianKinerjaFile = z.object({
  skema: z.literal('selaras/pk/1'),
  ...origin,
  unit: KodeUnit,
  tahun: z.number().int().min(2000).max(2100),
  versi: z.number().int().min(1),
  bentuk: z.string().max(40),
  tanggal: Day.nullish(),
  alasanRevisi: z.enum(ALASAN_REVISI).nullish(),
  pihakPertama: PihakTercetak,
  /** Other persons that a page of the same paper names as the first party. */
  pihakPertamaLain: z.array(PihakTercetak).optional(),
  pihakKedua: PihakTercetak,
  kelompok: z.array(
    z.object({
      kelompok: z.string().max(40),
      ...origin,
      sasaran: z.array(
        z.object({
          no: z.string().max(10),
          uraian: z.string().min(1).max(2000),
          ...origin,
          indikator: z.array(
            z.object({
              no: z.string().max(10).nullish(),
              kode: z.string().max(40).nullish(),
              nama: z.string().min(1).max(2000),
              sumberData: z.string().max(300).nullish(),
              pengukuran: z.string().max(20_000).nullish(),
              /** Four, and the command says so with the place; what a row prints beyond its five cells stands in `nilaiLebih`. */
              triwulan: z.array(Figure),
              tahunan: Figure.optional(),
              nilaiLebih: z.array(z.object({ tercetak: z.string(), baris: Baris.optional() })).optional(),
              satuan: z.string().max(100).nullish(),
              ...origin,
            }),
          ),
        }),
      ),
    }),
  ),
})
export type PerjanjianKinerjaFile = z.infer<typeof PerjanjianKinerjaFile>

// ── what the rules read, from a paper or from the database ──
export type IndikatorNaskah = {
  /** Of a stored line. */
  readonly id?: string
  readonly nomor: string | null
  readonly kode: string | null
  readonly nama: string
  readonly sumberData: string | null
  readonly pengukuran: string | null
  readonly satuan: string | null
  /** By period; a cell that nobody has filled in is left out. */
  readonly target: Readonly<Partial<Record<PeriodeTarget, FigureOut>>>
  readonly nilaiLebih: readonly { readonly tercetak: string; readonly baris: number | null }[]
  readonly alasanTarget: string | null
  readonly dasarTarget: string | null
  /** What another office has issued for all (rules-bersama.ts), and the version of it that was received. */
  readonly bersama: string | null
  readonly bersamaVersi: number | null
  readonly baris: number | null
}
export type SasaranNaskah = {
  readonly nomor: string
  readonly kelompok: string
  readonly uraian: string
  readonly baris: number | null
  readonly indikator: readonly IndikatorNaskah[]
}
export type Naskah = {
  readonly unit: string
  readonly tahun: number
  readonly bentuk: string
  readonly asal: Asal
  readonly tanggal: DayText | null
  readonly pihakPertama: Pihak
  readonly pihakKedua: Pihak
  readonly cetakanLain: readonly CetakanLain[]
  readonly sasaran: readonly SasaranNaskah[]
}

/** What the rules need of the dictionary, of last year's results and of the plan, for one indicator. */
export type Kamus = {
  readonly definisi: string | null
  readonly caraUkur: string | null
  readonly satuan: string | null
  readonly sumberData: string | null
  readonly polaritas: string | null
  readonly agregasi: string | null
  /** The quarters that are measured by a direction of their own. */
  readonly polaritasTriwulan: Readonly<Partial<Record<PeriodeTarget, string>>>
  readonly skalaMin: string | null
  readonly skalaMaks: string | null
  readonly hasilLalu: FigureOut | null
  /** Where last year's result stands: a paper and its line. */
  readonly sumberHasil: string | null
  readonly targetLalu: FigureOut | null
  readonly sumberTargetLalu: string | null
  readonly targetRencana: FigureOut | null
  readonly sumberRencana: string | null
}
export type KamusOf = (kode: string | null) => Kamus | undefined

// ── how the rules speak ──
/** A finding with the stored line that it is about, where it is about one, or with the issued item that mends it (PK-14). */
export const TemuanPk = Temuan.extend({
  indikator: z.string().nullable().default(null),
  butir: z.object({ id: z.string(), version: z.number() }).optional(),
})
export type TemuanPk = z.infer<typeof TemuanPk>

type Place = {
  readonly baris?: number | null
  readonly tercetak?: string | null
  readonly seharusnya?: string | null
  readonly terkait?: readonly number[]
}

/** A finding of this room and of the plan that follows it: E of the rule list is `tinggi`, W is `sedang`. */
export function finding(
  aturan: string,
  jenis: Temuan['jenis'],
  berat: Temuan['berat'],
  letak: string,
  penjelasan: string,
  place: Place = {},
): Temuan {
  const { baris = null, tercetak = null, seharusnya = null, terkait = [] } = place
  return { aturan, jenis, berat, keyakinan: 1, letak, baris, tercetak, seharusnya, penjelasan, terkait: [...terkait] }
}

/** Two texts are the same name where only case and white space differ. */
export const sameText = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Why a figure cannot be kept, in words: more digits than are exact, or a range that runs backwards. */
export function unkeepable({ nilai, min, maks }: Pick<FigureColumns, 'nilai' | 'min' | 'maks'>): string | undefined {
  const wrong = [nilai, min, maks].find((text) => text !== null && findDecimal(text) === null)
  if (wrong) return `Angka ${wrong} tidak dapat disimpan dengan tepat; paling banyak 34 angka.`
  const [low, high] = [findDecimal(min), findDecimal(maks)]
  return low && high && low.gt(high) ? `Batas bawah rentang (${min}) lebih besar daripada batas atasnya (${maks}).` : undefined
}
