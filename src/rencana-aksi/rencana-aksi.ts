// The action plan: per indicator its RA, their criteria (KK), their outputs (T/O) by quarter with who is in charge.
import { z } from 'zod'
import { origin, TRIWULAN } from '../indikator/indikator.ts'
import { bentukRencanaAksiOf, ISI_KOLOM } from '../peraturan/dki-jakarta/bentuk-rencana-aksi.ts'
import { ASAL, type Asal, type PeriodeTarget } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { Figure, type FigureOut } from '../platform/kernel/figure.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'

export type { Asal }
export { ASAL, bentukRencanaAksiOf, ISI_KOLOM, TRIWULAN }
export const STATUS_RA = [
  'DRAFT',
  'DIHIMPUN',
  'FORUM',
  'HASIL_FORUM',
  'DIHIMPUN_BKD',
  'TTD_PEMILIK',
  'DITETAPKAN',
  'DIPUBLIKASI',
  'DIGANTI',
] as const
export type StatusRa = (typeof STATUS_RA)[number]
export const TERBUKA: readonly StatusRa[] = ['DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI']
export const JENIS_RA = ['AKSI', 'MITIGASI'] as const
/** Of key stages (Instruksi Sekda 4/2024, lampiran B: naskah 004, baris 183-185). */
export const FASE = ['PERENCANAAN', 'PELAKSANAAN', 'MONITORING_EVALUASI'] as const
export type Fase = (typeof FASE)[number]
export const SEBUTAN_FASE: Readonly<Record<Fase, string>> = {
  PERENCANAAN: 'Perencanaan',
  PELAKSANAAN: 'Pelaksanaan',
  MONITORING_EVALUASI: 'Monitoring dan evaluasi',
}
export type JenisRa = (typeof JENIS_RA)[number]
export type Triwulan = (typeof TRIWULAN)[number]
export const NAMA_TRIWULAN: Readonly<Record<Triwulan, string>> = {
  TW1: 'triwulan I',
  TW2: 'triwulan II',
  TW3: 'triwulan III',
  TW4: 'triwulan IV',
}

/** What the ledger and the register of signed papers call a plan. */
export const subjectOf = ({ unit, tahun, versi }: { readonly unit: string; readonly tahun: number; readonly versi: number }) =>
  `rencana-aksi/${unit}/${tahun}/${versi}`

const text = (most: number) => z.string().trim().min(1).max(most)
const urutan = z.number().int().min(1).max(1000)

export const JENIS_BARIS = ['ra', 'kriteria', 'output'] as const
export type JenisBaris = (typeof JENIS_BARIS)[number]
/** The cells of an output that papers merge over several. */
export const BIDANG_BERSAMA = ['jumlah', 'triwulan', 'penanggungJawab'] as const
export type BidangBersama = (typeof BIDANG_BERSAMA)[number]

export const DrafBaru = z.object({
  unit: KodeUnit,
  tahun: z.number().int().min(2000).max(2100),
  /** The plan whose lines the draft begins with: last year's, or the one in force. */
  salinDari: z.uuid().nullish(),
  /** Required where a plan of that year is in force already: the proposal that the quarterly forum has approved. */
  perubahan: z.uuid().nullish(),
})
export type DrafBaru = z.infer<typeof DrafBaru>

// The code of a line follows from its place: `urutan` among its neighbours, the end (or where it stands) without.
export const IsianRa = z.object({
  indikator: z.uuid(),
  urutan: urutan.optional(),
  jenis: z.enum(JENIS_RA).default('AKSI'),
  uraian: text(4000),
  nonrutin: z.boolean().nullish(),
  fase: z.enum(FASE).nullish(),
})
export type IsianRa = z.infer<typeof IsianRa>
/** A criterion that the paper does not print may be copied and moved without words. */
export const IsianKriteria = z.object({ ra: z.uuid(), urutan: urutan.optional(), uraian: text(4000).nullable() })
export type IsianKriteria = z.infer<typeof IsianKriteria>
export const IsianOutput = z.object({
  kk: z.uuid(),
  urutan: urutan.optional(),
  uraian: text(4000),
  jumlah: Figure,
  satuan: text(100).nullish(),
  triwulan: z.enum(TRIWULAN).nullish(),
  penanggungJawab: z.array(text(300)).max(30).default([]),
  mitigasi: text(4000).nullish(),
  /** The cells it shares with the output right before it; without it, as before, unless its own value is another. */
  bersama: z.array(z.enum(BIDANG_BERSAMA)).max(3).optional(),
})
export type IsianOutput = z.infer<typeof IsianOutput>

// ── a paper, `selaras/rencana-aksi/1` ──
const Tercetak = { kode: z.string().max(20).nullish(), kodeTercetak: z.string().max(40).nullish(), ...origin }
export const RencanaAksiFile = z.object({
  skema: z.literal('selaras/rencana-aksi/1'),
  ...origin,
  unit: KodeUnit,
  tahun: z.number().int().min(2000).max(2100),
  versi: z.number().int().min(1),
  indikator: z.array(
    z.object({
      no: z.string().max(10).nullish(),
      sasaran: z.string().max(2000).nullish(),
      nama: z.string().max(2000).nullish(),
      target: Figure,
      ...origin,
      ra: z.array(
        z.object({
          ...Tercetak,
          jenis: z.enum(JENIS_RA).optional(),
          uraian: z.string().min(1).max(4000),
          kk: z.array(
            z.object({
              ...Tercetak,
              /** KOSONG: the paper prints outputs without a criterion. */
              status: z.literal('KOSONG').optional(),
              uraian: z.string().max(4000).nullish(),
              to: z.array(
                z.object({
                  ...Tercetak,
                  uraian: z.string().min(1).max(4000),
                  jumlah: Figure,
                  satuan: z.string().max(100).nullish(),
                  triwulan: z.enum(TRIWULAN).nullish(),
                  penanggungJawab: z.array(z.string().max(300)).max(30).default([]),
                  mitigasi: z.string().max(4000).nullish(),
                  /** Where a merged cell gives a value: the code of the output that holds it. */
                  disalinDari: z.partialRecord(z.enum(['jumlah', 'triwulan', 'penanggungJawab']), z.string()).nullish(),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type RencanaAksiFile = z.infer<typeof RencanaAksiFile>

// ── what the rules read ──
/** `id`: the stored line; a paper that is not stored has none. */
type Printed = {
  readonly id?: string
  readonly kode: string | null
  readonly kodeTercetak: string | null
  readonly baris: number | null
}
export type OutputNaskah = Printed & {
  readonly uraian: string
  readonly jumlah: FigureOut
  readonly satuan: string | null
  readonly triwulan: Triwulan | null
  readonly penanggungJawab: readonly string[]
  readonly mitigasi: string | null
  readonly disalinDari: Readonly<Record<string, string>> | null
}
export type KriteriaNaskah = Printed & { readonly uraian: string | null; readonly output: readonly OutputNaskah[] }
export type RaNaskah = Printed & {
  readonly jenis: JenisRa
  readonly uraian: string
  readonly nonrutin: boolean | null
  readonly kk: readonly KriteriaNaskah[]
}
export type IndikatorRencana = {
  readonly id?: string
  readonly nomor: string | null
  readonly sasaran: string | null
  readonly nama: string | null
  readonly target: FigureOut
  readonly baris: number | null
  /** The line of the agreement it acts for, where it is known. */
  readonly pk: string | null
  readonly ra: readonly RaNaskah[]
}
export type Rencana = { readonly asal: Asal; readonly indikator: readonly IndikatorRencana[] }

/** A line of the agreement, as far as the plan must agree with it. */
export type BarisPk = {
  readonly id: string
  readonly nomorSasaran: string
  readonly nomor: string | null
  readonly sasaran: string
  readonly nama: string
  readonly target: Readonly<Partial<Record<PeriodeTarget, FigureOut>>>
}
