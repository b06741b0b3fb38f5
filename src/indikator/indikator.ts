// The dictionary of indicators: what is measured, in which unit and direction, by which method, from whose data.
import { z } from 'zod'
import type { Temuan } from '../periksa/temuan.ts'
import { DecimalText, Figure, sourceText } from '../platform/kernel/figure.ts'
import type { Refusal } from '../platform/kernel/refusal.ts'
import { Day, KodeUnit } from '../unit-kerja/unit-kerja.ts'

export const JENIS_NILAI = ['ANGKA', 'KATEGORI', 'CHECKLIST'] as const
export const POLARITAS = [
  'MAKSIMAL',
  'MINIMAL',
  'MINIMAL_RASIO',
  'STABIL_TITIK',
  'STABIL_RENTANG',
  'KATEGORI',
  'CHECKLIST',
] as const
/** How the quarters make the year (akip-rules 2.4). */
export const AGREGASI = ['TERAKHIR', 'JUMLAH', 'RATA_RATA', 'SETIAP', 'SEKALI'] as const
export const TRIWULAN = ['TW1', 'TW2', 'TW3', 'TW4'] as const
export const UNSUR = ['TARGET', 'REALISASI', 'CAPAIAN'] as const
export type Unsur = (typeof UNSUR)[number]

export const KodeIndikator = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'harus kode pendek berhuruf besar seperti IKM atau NKA')
export const Tahun = z.number().int().min(1945).max(2100)

/** Where a row of a data file stands in its paper; a row without `berkas` stands in the file's. */
export const origin = {
  baris: z.union([z.number().int(), z.array(z.number().int())]).optional(),
  berkas: z.string().max(200).optional(),
  keterangan: z.string().max(1000).nullish(),
}
export type Origin = { readonly berkas?: string; readonly baris?: number | number[] }

/** `berkas:baris` of a fact: each thing unsaid by the figure is the row's, and then the file's. */
export function originOf(file: Origin, row: Origin, figure: Origin = {}): string | null {
  return sourceText(figure.berkas ?? row.berkas ?? file.berkas, figure.baris ?? row.baris)
}

/** The first line a fact stands on, for findings. */
export function lineOf(row: Origin, figure: Origin = {}): number | null {
  return [figure.baris ?? row.baris ?? []].flat()[0] ?? null
}

/** A refusal of one row of a data file names the row and the line of the paper. */
export function inRow(refusal: Refusal, row: string, sumber: string | null): Refusal {
  const at = (field: string | undefined) => (field ? `${row}.${field}` : row)
  const field = at(refusal.field)
  const also = refusal.also?.map((one) => ({ ...one, field: at(one.field) }))
  return { ...refusal, field, also, detail: `${refusal.detail} Letaknya: ${field}${sumber ? `, naskah ${sumber}` : ''}.` }
}

const text = (max: number) => z.string().trim().min(1).max(max)

/** What an indicator does otherwise than a measurement usually does. */
export const Kebijakan = z.strictObject({
  /** Missing parts make the result missing (`MENULAR`), or what is there is counted and said to be so (`HITUNG_YANG_ADA`). */
  kosong: z.enum(['MENULAR', 'HITUNG_YANG_ADA']).optional(),
  /** Nothing to count (no findings, no complaints) gives 100 with its mark (seed 002, line 1527). */
  tidakAdaObjek: z.boolean().optional(),
  /** Where every quarter must reach its target: the mean of what each reached, at most 100 (as usual), or the lowest (akip-rules 2.4). */
  setiap: z.enum(['RATA_RATA', 'TERENDAH']).optional(),
  /** Caps capaian. */
  batas: DecimalText.nullish(),
  /** Weights in percent of the parts, by the parts' names. */
  bobot: z.record(z.string().min(1).max(60), DecimalText).optional(),
})
export type Kebijakan = z.infer<typeof Kebijakan>

/** Polarity, aggregation and formula may differ by quarter: PDN 2025 is maximised in TW II and stabilised in TW IV (seed 000, line 74). */
const Override = z.strictObject({
  polaritas: z.enum(POLARITAS).optional(),
  agregasi: z.enum(AGREGASI).optional(),
  /** Another reading of the version's method. */
  bacaan: text(60).optional(),
  rumus: text(10_000).optional(),
})
/** The layer below an indicator whose value is itself a capaian: its own target and polarity. */
const Lapis = z.strictObject({ polaritas: z.enum(POLARITAS), target: Figure, ...origin })

const NamaKolom = text(60).regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u, 'harus berupa huruf, angka, dan garis bawah, tanpa spasi')

/** What the office says of an input of its own formula. Each part may be left out; words to choose from have neither unit nor bounds. */
export const KeteranganMasukan = z.strictObject({
  arti: text(300).optional(),
  satuan: text(60).optional(),
  min: DecimalText.optional(),
  maks: DecimalText.optional(),
  pilihan: z
    .array(text(60).regex(/^[^,]+$/, 'harus tanpa koma'))
    .min(1)
    .max(20)
    .readonly()
    .optional(),
  /** Of a table the columns whose words tell its rows apart. */
  kolom: z.array(NamaKolom).min(1).max(10).readonly().optional(),
  /** The figure that this one counts a part of, by its name in the formula. */
  bagianDari: text(60).optional(),
})
export type KeteranganMasukan = z.infer<typeof KeteranganMasukan>

export const VersiIndikator = z.strictObject({
  berlakuDari: Day,
  berlakuSampai: Day.nullish(),
  nama: text(1000),
  dasarHukum: z.array(text(1000)).max(50).default([]),
  definisi: text(5000).nullish(),
  caraUkur: text(10_000).nullish(),
  satuan: text(60),
  jenisNilai: z.enum(JENIS_NILAI),
  polaritas: z.enum(POLARITAS),
  agregasi: z.enum(AGREGASI),
  desimal: z.number().int().min(0).max(10).default(2),
  /** The scale of categories for capaian, by its name in the rule pack. */
  skala: text(60).nullish(),
  skalaMin: DecimalText.nullish(),
  skalaMaks: DecimalText.nullish(),
  sumberData: text(2000).nullish(),
  pemilikData: KodeUnit.nullish(),
  iku: z.boolean().default(false),
  /** An official method of the rule pack, and which of its readings; or the office's own formula. */
  metode: text(60).nullish(),
  bacaan: text(60).nullish(),
  rumus: text(10_000).nullish(),
  /** Of the own formulas of the version, those of single quarters among them: their inputs by name. */
  masukan: z.record(text(60), KeteranganMasukan).nullish(),
  perTriwulan: z.partialRecord(z.enum(TRIWULAN), Override).nullish(),
  lapisDasar: z.partialRecord(z.enum(TRIWULAN), Lapis).nullish(),
  kebijakan: Kebijakan.nullish(),
  ...origin,
})
export type VersiIndikator = z.infer<typeof VersiIndikator>

export const Indikator = z.strictObject({ unit: KodeUnit, kode: KodeIndikator, versi: VersiIndikator })
export type Indikator = z.infer<typeof Indikator>

const head = { berkas: z.string().max(200).optional(), unit: KodeUnit, keterangan: z.string().optional() }

export const IndikatorFile = z.strictObject({
  skema: z.literal('selaras/indikator/1'),
  ...head,
  tahun: Tahun.optional(),
  indikator: z.array(z.strictObject({ kode: KodeIndikator, versi: z.array(VersiIndikator).min(1), ...origin })),
})
export type IndikatorFile = z.infer<typeof IndikatorFile>

export const HasilTahunanFile = z.strictObject({
  skema: z.literal('selaras/hasil-tahunan/1'),
  ...head,
  hasil: z.array(
    z.strictObject({
      indikator: KodeIndikator,
      tahun: Tahun,
      target: Figure.optional(),
      realisasi: Figure.optional(),
      capaian: Figure.optional(),
      ...origin,
    }),
  ),
})
export type HasilTahunanFile = z.infer<typeof HasilTahunanFile>

/** What an import stored (rows that were there already as sent are not counted), and what it saw on the way. */
export type Imported = { readonly dimuat: number; readonly temuan: Temuan[] }

/** What may be entered for an input of an official method, as it is sent. */
const Rentang = z.object({ min: z.string().optional(), maks: z.string().optional() })
export const BatasMasukanOut = Rentang.extend({
  pilihan: z.array(z.string()).readonly().optional(),
  pilihanKolom: z.record(z.string(), z.record(z.string(), Rentang)).optional(),
  bagianDari: z.string().optional(),
})
