// The budget of a year: programs with what is below them, kinds of spending, and the months. Amounts are rupiah as exact text.
import { z } from 'zod'
import { origin, Tahun } from '../indikator/indikator.ts'
import { DecimalText, Figure } from '../platform/kernel/figure.ts'
import { Day, KodeUnit } from '../unit-kerja/unit-kerja.ts'

export { Temuan } from '../periksa/temuan.ts'

export const JENIS_PROGRAM = ['PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN', 'JENIS_BELANJA'] as const

const text = (max: number) => z.string().trim().min(1).max(max)
/** `7.02.02.6.03.0007` of the nomenklatur, `5.1.02.01` of the accounts, or a code of the office's own. */
export const KodeProgram = z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/, 'harus kode tanpa spasi seperti 7.02.02.6.03.0007')
const NOT_BELOW_ZERO = 'tidak boleh kurang dari 0'
export const Rupiah = DecimalText.refine((amount) => !amount.startsWith('-'), NOT_BELOW_ZERO)
const Amount = Figure.refine((f) => !f.nilai?.startsWith('-'), NOT_BELOW_ZERO).refine(
  (f) => f.status !== 'NILAI' || f.nilai != null,
  'harus satu angka rupiah, bukan rentang atau kategori',
)

const program = { induk: KodeProgram.nullable(), jenis: z.enum(JENIS_PROGRAM), nama: text(1000) }
export const ProgramAnggaran = z.strictObject({
  ...program,
  paguAwal: Rupiah.nullable().default(null),
  pagu: Rupiah.nullable().default(null),
  realisasi: Rupiah.nullable().default(null),
  urutan: z.number().int().min(0).max(100_000).default(0),
  ...origin,
})
export type ProgramAnggaran = z.infer<typeof ProgramAnggaran>

/** A month that is not known yet is null in both; 0 is an amount. */
export const AnggaranBulanan = z.strictObject({
  rpd: Rupiah.nullable(),
  realisasi: Rupiah.nullable(),
  kumulatif: z.boolean(),
  ...origin,
})
export type AnggaranBulanan = z.infer<typeof AnggaranBulanan>

/** The day the budget document (DPA) was ratified: PK and Rencana Aksi are due a month later (Instruksi Sekda 4/2024). */
export const Dpa = z.strictObject({ disahkan: Day.max(10), nomor: text(100).nullable().default(null) })
export type Dpa = z.infer<typeof Dpa>

export const Bulan = z.number().int().min(1).max(12)

const Monthly = z
  .strictObject({
    bulan: Bulan,
    rpd: Amount.optional(),
    realisasi: Amount.optional(),
    rpdKumulatif: Amount.optional(),
    realisasiKumulatif: Amount.optional(),
    ...origin,
  })
  .refine(
    (m) => !((m.rpd ?? m.realisasi) && (m.rpdKumulatif ?? m.realisasiKumulatif)),
    'memuat angka bulanan dan kumulatif sekaligus; pilih salah satu',
  )

export const AnggaranFile = z.strictObject({
  skema: z.literal('selaras/anggaran/1'),
  berkas: z.string().max(200).optional(),
  unit: KodeUnit,
  tahun: Tahun,
  keterangan: z.string().optional(),
  program: z
    .array(
      z.strictObject({
        kode: KodeProgram,
        ...program,
        paguAwal: Amount.optional(),
        pagu: Amount.optional(),
        realisasi: Amount.optional(),
        ...origin,
      }),
    )
    .default([]),
  bulanan: z.array(Monthly).default([]),
})
export type AnggaranFile = z.infer<typeof AnggaranFile>
