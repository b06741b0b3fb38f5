// Plans, the nodes of their pohon kinerja, contributions of other units, and targets of the years.
import { z } from 'zod'
import { KodeIndikator, origin, Tahun } from '../indikator/indikator.ts'
import { Figure } from '../platform/kernel/figure.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { JENIS_SIMPUL } from './jenis.ts'

export { Temuan } from '../periksa/temuan.ts'

export const JENIS_DOKUMEN = ['RPJMD', 'RPD', 'RENSTRA', 'RENJA', 'PERJANJIAN_KINERJA'] as const
export const STATUS_CROSSCUTTING = ['DIUSULKAN', 'DITERIMA', 'DITOLAK'] as const

const text = (max: number) => z.string().trim().min(1).max(max)
export const KodeRencana = z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/, 'harus kode tanpa spasi seperti T1.S1.P2')

export const DokumenRencana = z.strictObject({
  kode: KodeRencana,
  jenis: z.enum(JENIS_DOKUMEN),
  nama: text(500),
  tahunDari: Tahun,
  tahunSampai: Tahun,
  /** The plan above it: the RPD above a Renstra. */
  induk: KodeRencana.nullish(),
  ...origin,
})
export type DokumenRencana = z.infer<typeof DokumenRencana>

const simpul = {
  kode: KodeRencana,
  jenis: z.enum(JENIS_SIMPUL),
  pernyataan: text(2000),
  indikator: z.array(KodeIndikator).max(50).default([]),
}
/** A node as somebody writes it; its parent and document are named by id and code. */
export const SimpulKinerja = z.strictObject({
  ...simpul,
  dokumen: KodeRencana,
  induk: z.uuid().nullable().default(null),
  ...origin,
})
export type SimpulKinerja = z.infer<typeof SimpulKinerja>

export const SimpulChange = z.strictObject({
  pernyataan: simpul.pernyataan.optional(),
  jenis: simpul.jenis.optional(),
  indikator: z.array(KodeIndikator).max(50).optional(),
  induk: z.uuid().nullable().optional(),
  urutan: z.number().int().min(0).max(100_000).optional(),
})
export type SimpulChange = z.infer<typeof SimpulChange>

export const Crosscutting = z.strictObject({ simpul: z.uuid(), unit: KodeUnit, kontribusi: text(1000) })
export type Crosscutting = z.infer<typeof Crosscutting>

const DokumenOfFile = DokumenRencana.omit({ induk: true })
export const PerencanaanFile = z.strictObject({
  skema: z.literal('selaras/perencanaan/1'),
  berkas: z.string().max(200).optional(),
  unit: KodeUnit,
  keterangan: z.string().optional(),
  dokumen: DokumenOfFile,
  /** The plan above, with the nodes that the unit's own tree hangs from. */
  dokumenInduk: DokumenOfFile.optional(),
  simpul: z.array(z.strictObject({ ...simpul, induk: KodeRencana.nullable(), dokumen: KodeRencana.optional(), ...origin })),
  crosscutting: z
    .array(
      z.strictObject({
        simpul: KodeRencana,
        unit: KodeUnit,
        kontribusi: text(1000),
        /** The unit as the paper writes it. */
        unitTercetak: z.union([z.string(), z.array(z.string())]).optional(),
        ...origin,
      }),
    )
    .default([]),
  target: z.array(z.strictObject({ indikator: KodeIndikator, tahun: Tahun, target: Figure, ...origin })).default([]),
})
export type PerencanaanFile = z.infer<typeof PerencanaanFile>
