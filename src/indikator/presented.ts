// The wire form of the dictionary: the schemas that check what is sent and describe it in OpenAPI.
import { z } from 'zod'
import { FigureOut } from '../platform/kernel/figure.ts'
import { BatasMasukanOut, UNSUR } from './indikator.ts'

const text = z.string().nullable()
const record = z.record(z.string(), z.unknown()).nullable()
export const Versi = z.object({
  id: z.string(),
  unit: z.string(),
  kode: z.string(),
  versi: z.number(),
  nama: z.string(),
  dasarHukum: z.array(z.string()),
  definisi: text,
  caraUkur: text,
  satuan: z.string(),
  jenisNilai: z.string(),
  polaritas: z.string(),
  agregasi: z.string(),
  desimal: z.number(),
  skala: text,
  skalaMin: text,
  skalaMaks: text,
  sumberData: text,
  pemilikData: text,
  iku: z.boolean(),
  metode: text,
  bacaan: text,
  rumus: text,
  masukan: record,
  perTriwulan: record,
  lapisDasar: record,
  kebijakan: record,
  berlakuDari: z.string(),
  berlakuSampai: text,
  recordedAt: z.string(),
  supersededAt: text,
  sumber: text,
  keterangan: text,
  /** The unit whose entry it is, where it was received with its definition. */
  definisiDari: text,
})
export const EntriOut = z.object({ unit: z.string(), kode: z.string(), version: z.number(), versi: z.array(Versi) })
export const Hasil = FigureOut.extend({
  id: z.string(),
  unit: z.string(),
  kode: z.string(),
  tahun: z.number(),
  unsur: z.enum(UNSUR),
  sumber: text,
  keterangan: text,
  berlaku: z.boolean(),
  recordedAt: z.string(),
  version: z.number(),
})

const Rumus = z.object({ teks: z.string(), kata: z.string() })
const Bacaan = Rumus.extend({ nama: z.string(), arti: z.string(), baku: z.boolean() })
const Tingkat = z.object({
  dari: text,
  sebutan: z.string(),
  termasuk: z.boolean().optional(),
  kode: z.string().optional(),
})
const Skala = z.object({ nama: z.string(), dasar: z.string(), tingkat: z.array(Tingkat).readonly() })
const Variabel = z.object({
  nama: z.string(),
  jenis: z.enum(['ANGKA', 'TABEL', 'INDIKATOR']),
  kolom: z.array(z.string()).readonly(),
  arti: text,
  satuan: text,
  batas: text,
  dari: z.enum(['SURVEI', 'MASUKAN', 'INDIKATOR']),
})
export const Kamus = Versi.extend({
  namaPemilik: text,
  namaPendefinisi: text,
  rumusBerlaku: Rumus.nullable(),
  metodeResmi: z
    .object({
      kode: z.string(),
      nama: z.string(),
      dasar: z.string(),
      bacaan: z.string(),
      pilihan: z.array(Bacaan).readonly(),
    })
    .nullable(),
  triwulan: z.array(z.object({ triwulan: z.string(), polaritas: text, agregasi: text, rumus: Rumus.nullable() })).readonly(),
  variabel: z.array(Variabel).readonly(),
  skalaCapaian: Skala,
  skalaNilai: Skala.nullable(),
})
export const Kaitan = z.array(z.object({ unit: z.string(), kode: z.string(), nama: z.string(), langsung: z.boolean() }))

export const MetodeRingkas = z.object({
  kode: z.string(),
  nama: z.string(),
  satuan: z.string(),
  dasar: z.string(),
  berlaku: z.object({ dari: z.string(), sampai: z.string().optional() }),
  bacaan: z.array(Bacaan),
})
export const MetodeOut = MetodeRingkas.extend({
  masukan: z.record(
    z.string(),
    z.object({
      jenis: z.string(),
      dari: z.string(),
      kolom: z.array(z.string()).readonly().optional(),
      satuan: z.string().optional(),
      ...BatasMasukanOut.shape,
      arti: z.string(),
    }),
  ),
})
const Banding = z.object({ apa: z.string(), harap: z.string(), hitung: text, cocok: z.boolean() })
export const UjiOut = z.object({
  nama: z.string(),
  bacaan: z.string(),
  sumber: text,
  banding: z.array(Banding),
})

const MasalahOut = z.object({
  kode: z.string(),
  berat: z.enum(['salah', 'peringatan']),
  pesan: z.string(),
  saran: text,
  baris: z.number(),
  kolom: z.number(),
  dari: z.number(),
  sampai: z.number(),
})
const Rujukan = z.object({ kode: z.string(), periode: z.number(), tahun: z.number(), anak: z.boolean() })
export const PeriksaOut = z.object({
  masalah: z.array(MasalahOut).readonly(),
  kata: text,
  rapi: text,
  nama: z.array(z.string()).readonly(),
  tabel: z.record(z.string(), z.array(z.string()).readonly()),
  indikator: z.array(Rujukan).readonly(),
})
