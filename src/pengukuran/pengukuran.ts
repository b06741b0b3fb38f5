// The nouns of measurement: claims, evidence, states, and the forms in which they come in.
import { z } from 'zod'
import { KodeIndikator } from '../indikator/indikator.ts'
import { Figure } from '../platform/kernel/figure.ts'
import { isPeriod } from '../platform/kernel/time.ts'
import { Day, KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { STATUS_PERIODE } from './buka-tutup.ts'

export const PERAN_KLAIM = ['DIUSULKAN', 'DIUKUR', 'DIVALIDASI', 'DIVERIFIKASI', 'DILAPORKAN'] as const
export type PeranKlaim = (typeof PERAN_KLAIM)[number]

export const Periode = z.string().refine(isPeriod, 'harus periode seperti 2024, 2024-TW2, 2024-S1 atau 2024-B06')

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'harus sha-256 (64 angka heksadesimal)')

const Baris = z.union([z.number().int().positive(), z.array(z.number().int().positive())])
const Sourced = { berkas: z.string().max(200).optional(), baris: Baris.optional(), keterangan: z.string().max(2000).optional() }

const KlaimRow = z.object({
  indikator: KodeIndikator,
  periode: Periode,
  peran: z.enum(PERAN_KLAIM),
  nilai: Figure,
  pihak: z.string().max(200).nullish(),
  surat: z.string().max(200).nullish(),
  tanggal: Day.nullish(),
  ...Sourced,
})
const TabelRow = z.object({
  indikator: KodeIndikator,
  periode: Periode,
  nama: z.string().min(1).max(100),
  isian: z.array(z.object({ dimensi: z.record(z.string(), z.string().max(1000)), nilai: Figure, ...Sourced })).max(20_000),
  ...Sourced,
})

/** Which measurement: an office, an indicator, a period. */
export type Place = { readonly unit: string; readonly kode: string; readonly periode: string }

/** `selaras/pengukuran/1`: see contoh/README.md. */
export const PengukuranFile = z.object({
  skema: z.literal('selaras/pengukuran/1'),
  unit: KodeUnit,
  tahun: z.number().int().optional(),
  klaim: z.array(KlaimRow).default([]),
  tabel: z.array(TabelRow).default([]),
  ...Sourced,
})
export type PengukuranFile = z.infer<typeof PengukuranFile>

export const BuktiRef = z.object({
  sha256: Sha256,
  halaman: z.string().max(50).nullish(),
  tanggal: Day.nullish(),
  penerbit: z.string().max(200).nullish(),
})
export type BuktiRef = z.infer<typeof BuktiRef>

/** A realisasi as a clerk enters it: the figure as typed (`1,5`, `WTP`), or a state with its reason. */
export const Isian = z.object({
  tercetak: z.string().max(300).optional(),
  status: z.enum(['NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG']).default('NILAI'),
  keterangan: z.string().max(2000).nullish(),
  pihak: z.string().max(200).nullish(),
  surat: z.string().max(200).nullish(),
  tanggal: Day.nullish(),
  bukti: z.array(BuktiRef).max(50).default([]),
})
export type Isian = z.infer<typeof Isian>

/** The longest free text that is kept: reasons, obstacles, notes. */
export const BATAS_TEKS = 4000
const Teks = z.string().max(BATAS_TEKS, `paling banyak ${BATAS_TEKS} huruf; persingkat, atau lampirkan sebagai bukti`).nullish()

/** How a sheet is filled in: by the formula from its variables, by a value as somebody says it, or by a state with its reason. */
export const CARA_ISI = ['RUMUS', 'NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG'] as const

/** All that a clerk enters for one indicator and quarter, saved as one. */
export const Lembar = z.object({
  cara: z.enum(CARA_ISI),
  tercetak: z.string().max(300).nullish(),
  masukan: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
      z.array(z.object({ dimensi: z.record(z.string().max(60), z.string().max(1000)), tercetak: z.string().max(300) })).max(5000),
    )
    .default({}),
  keterangan: Teks,
  surat: z.string().max(200).nullish(),
  tanggal: Day.nullish(),
  bukti: z.array(BuktiRef).max(50).default([]),
  hambatan: Teks,
  tindakLanjut: Teks,
})
export type Lembar = z.infer<typeof Lembar>

/** What was done of an output of the action plan: the quantity as typed, or a state with its reason. */
export const Kemajuan = z.object({
  tercetak: z.string().max(300).nullish(),
  status: z.enum(['NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG']).default('NILAI'),
  catatan: Teks,
  bukti: z.array(BuktiRef).max(50).default([]),
})
export type Kemajuan = z.infer<typeof Kemajuan>

export const Triwulan = z.string().regex(/^\d{4}-TW[1-4]$/, 'harus triwulan seperti 2024-TW2')
export const TempatTriwulan = z.object({ unit: KodeUnit, kode: KodeIndikator, periode: Triwulan })
export const TempatOutput = z.object({ unit: KodeUnit, output: z.uuid() })

/** The kinds of file that may be evidence, as told by their content. */
export const JENIS_BUKTI: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
}
export const BATAS_BUKTI = 25 * 1024 * 1024

export const UnitParam = z.object({ unit: KodeUnit })
export const Tempat = z.object({ unit: KodeUnit, kode: KodeIndikator, periode: Periode })
/** A day that is not named stays as it was. */
export const PeriodeDiatur = z.object({
  status: z.enum(STATUS_PERIODE),
  dibuka: Day.nullish(),
  batas: Day.nullish(),
  alasan: z.string().max(2000).optional(),
})
export type PeriodeDiatur = z.infer<typeof PeriodeDiatur>
export const RingkasanQuery = { periode: Periode }

/** `IEK:VARIABEL,TLHP:SISA`: which reading of a method to take for which indicator. */
export const Bacaan = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*:[A-Z][A-Z0-9_]*(,[A-Z][A-Z0-9_]*:[A-Z][A-Z0-9_]*)*$/, 'harus INDIKATOR:BACAAN, misalnya IEK:VARIABEL')
  .transform((text) => Object.fromEntries(text.split(',').map((pair) => pair.split(':') as [string, string])))
  .optional()

export type { Temuan } from '../periksa/temuan.ts'
