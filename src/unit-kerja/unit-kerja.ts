// Units, offices, people and who holds which office when.
import { z } from 'zod'
import { isDay } from '../platform/kernel/time.ts'
import { PERAN_KOORDINATOR } from './perangkat-daerah.ts'

export const KodeUnit = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'harus jalur bertitik seperti dki.jakpus.kec-gambir')
  .max(200)
export const Day = z.string().refine(isDay, 'harus tanggal yang ada, bentuknya 2024-12-31')
export const GARIS = ['KOMANDO', 'KOORDINASI'] as const
export type Garis = (typeof GARIS)[number]
export const SIFAT = ['DEFINITIF', 'PJ', 'PLT', 'PLH'] as const
export type Sifat = (typeof SIFAT)[number]

export { PERAN_KOORDINATOR, PERANGKAT_DAERAH, type PeranKoordinator } from './perangkat-daerah.ts'

export const UnitKerja = z.object({
  kode: KodeUnit,
  jenis: z.string().min(1).max(40),
  nama: z.string().min(1).max(300),
  induk: KodeUnit.nullable().default(null),
  garis: z.enum(GARIS).default('KOMANDO'),
  berlakuDari: Day,
  berlakuSampai: Day.nullish(),
  sumber: z.string().max(300).nullish(),
})
export type UnitKerja = z.infer<typeof UnitKerja>

export const Jabatan = z.object({
  kode: z.string().min(1).max(200),
  unit: KodeUnit,
  nama: z.string().min(1).max(300),
  jenjang: z.string().min(1).max(40),
  peran: z.array(z.string().max(40)).default([]),
  berlakuDari: Day,
  berlakuSampai: Day.nullish(),
})
export type Jabatan = z.infer<typeof Jabatan>

export const Pegawai = z.object({
  id: z.string().min(1).max(100).optional(),
  nama: z.string().trim().min(1).max(200),
  nip: z.string().max(30).nullish(),
  /** Which number it is: NI PPPK has no month at positions 13-14. */
  kepegawaian: z.enum(['PNS', 'PPPK']).optional(),
  sumber: z.string().max(300).nullish(),
})
export type Pegawai = z.infer<typeof Pegawai>

export const Penugasan = z.object({
  pegawai: z.string().min(1).max(100),
  jabatan: z.string().min(1).max(200),
  sifat: z.enum(SIFAT),
  berlakuDari: Day,
  berlakuSampai: Day.nullish(),
  tanggalPasti: z.boolean().default(true),
  sumber: z.string().max(300).nullish(),
})
export type Penugasan = z.infer<typeof Penugasan>

/** How the law prints an acting title before the office: `Plt. Kepala Badan …`; nothing for a definitive holder. */
export const AWALAN: Readonly<Record<Sifat, string>> = { DEFINITIF: '', PJ: 'Pj. ', PLT: 'Plt. ', PLH: 'Plh. ' }

// ── who coordinates an office: the Asisten who leads its forum, the Biro that gathers its papers (Instruksi Sekda 4/2024) ──
/** From a day on an office has this coordinator, or (null) none of its own any more; always with the ground for it. */
export const IsianKoordinator = z.strictObject({
  jabatan: z.string().min(1).max(200).nullable(),
  dasar: z.string().trim().min(1).max(300),
  mulai: Day,
})
export type IsianKoordinator = z.infer<typeof IsianKoordinator>

/** The office held that coordinates a unit on a day, by `peran unit`. */
export type Koordinator = ReadonlyMap<string, string>

export const koordinatorBy = (rows: readonly { peran: string; unit: string; jabatan: string }[]): Koordinator =>
  new Map(rows.map((k) => [`${k.peran} ${k.unit}`, k.jabatan]))

/** Which office coordinates a unit in a role; undefined where nobody has said so, and everybody with the role may. */
export const koordinatorOf = (all: Koordinator, peran: string, unit: string): string | undefined => all.get(`${peran} ${unit}`)

/** Whether a role of this office means this unit: also where nobody has said whose it is. */
export function coordinates(all: Koordinator, peran: string, unit: string, jabatan: string | undefined): boolean {
  const said = koordinatorOf(all, peran, unit)
  return said === undefined || said === jabatan
}

const Baris = z.union([z.number().int(), z.array(z.number().int())])
const sourced = { berkas: z.string().max(200).optional(), baris: Baris.optional(), keterangan: z.string().max(2000).optional() }
const Printed = z
  .array(z.union([z.string(), z.object({ tercetak: z.string(), baris: Baris.optional(), berkas: z.string().optional() })]))
  .optional()

/** `selaras/unit-kerja/1`: see contoh/README.md. */
export const UnitKerjaFile = z.object({
  skema: z.literal('selaras/unit-kerja/1'),
  unit: z.array(UnitKerja.extend({ garis: z.enum(GARIS).nullish(), ...sourced })).default([]),
  jabatan: z.array(Jabatan.extend({ berlakuDari: Day.optional(), ...sourced })).default([]),
  pegawai: z
    .array(
      z.object({
        kunci: z.string().min(1).max(100),
        nama: z.string().min(1).max(200),
        nip: z.string().nullish(),
        nipTercetakLain: Printed,
        ...sourced,
      }),
    )
    .default([]),
  penugasan: z.array(Penugasan.extend(sourced)).default([]),
  koordinator: z
    .array(
      z.object({
        unit: KodeUnit,
        peran: z.enum(PERAN_KOORDINATOR),
        jabatan: z.string().min(1).max(200),
        dasar: z.string().min(1).max(300),
        berlakuDari: Day,
        ...sourced,
      }),
    )
    .default([]),
  ...sourced,
})
export type UnitKerjaFile = z.infer<typeof UnitKerjaFile>

export type { Temuan } from '../periksa/temuan.ts'
export { checkNip, type NipFault } from '../platform/kernel/nip.ts'
