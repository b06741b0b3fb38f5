// The wire form of an explanation: the schemas that check it and describe it in OpenAPI.
import { z } from 'zod'
import { Kebijakan } from '../indikator/indikator.ts'
import { FigureOut } from '../platform/kernel/figure.ts'

export const NilaiOut = z.object({
  status: z.string(),
  nilai: z.string().nullable(),
  tampil: z.string(),
  kode: z.string().optional(),
  pesan: z.string().optional(),
})
export const CapaianOut = NilaiOut.extend({ kategori: z.string().nullable(), skala: z.string() })

const SebutanOut = z.object({
  sebutan: z.string(),
  kode: z.string().nullable(),
  dari: z.string().nullable(),
  termasuk: z.boolean(),
  skala: z.object({ kode: z.string(), nama: z.string(), dasar: z.string() }),
  maks: z.string().nullable(),
})

const Tercatat = z.object({
  status: z.string(),
  nilai: z.union([z.string(), z.boolean()]).optional(),
  panjang: z.number().optional(),
  kode: z.string().optional(),
  pesan: z.string().optional(),
  letak: z.unknown().optional(),
})

export const JejakOut = z
  .object({
    teks: z.string(),
    letak: z.object({ baris: z.number(), kolom: z.number(), dari: z.number(), sampai: z.number() }),
    hasil: Tercatat,
    asal: z.unknown().optional(),
    sel: z
      .array(z.object({ dimensi: z.record(z.string(), z.string()), hasil: Tercatat, asal: z.unknown().optional() }))
      .readonly()
      .optional(),
    catatan: z.string().optional(),
    get anak() {
      return z.array(JejakOut).readonly()
    },
  })
  .meta({ id: 'Jejak' })

export const KlaimOut = z.object({
  id: z.string(),
  unit: z.string(),
  kode: z.string(),
  periode: z.string(),
  peran: z.string(),
  nilai: FigureOut,
  pihak: z.string().nullable(),
  namaPihak: z.string().nullable(),
  surat: z.string().nullable(),
  tanggal: z.string().nullable(),
  keterangan: z.string().nullable(),
  sumber: z.string().nullable(),
  oleh: z.string(),
  dicatat: z.string(),
  bukti: z
    .array(
      z.object({
        sha256: z.string(),
        nama: z.string(),
        halaman: z.string().nullable(),
        tanggal: z.string().nullable(),
        penerbit: z.string().nullable(),
      }),
    )
    .readonly(),
  berlaku: z.boolean().optional(),
})

export const HasilOut = z
  .object({
    unit: z.string(),
    indikator: z.string(),
    nama: z.string(),
    periode: z.string(),
    namaPeriode: z.string(),
    satuan: z.string(),
    nilai: NilaiOut,
    sebutan: SebutanOut.nullable(),
    cara: z.enum(['RUMUS', 'AGREGASI', 'KLAIM', 'TIDAK_ADA']),
    alasan: z.string(),
    versi: z
      .object({
        id: z.string(),
        versi: z.number(),
        berlakuDari: z.string(),
        berlakuSampai: z.string().nullable(),
        dasarHukum: z.array(z.string()).readonly(),
        sumber: z.string().nullable(),
        kebijakan: Kebijakan.nullable(),
      })
      .nullable(),
    tidakAdaObjek: z.boolean(),
    rumus: z
      .object({
        teks: z.string(),
        kata: z.string(),
        metode: z.string().nullable(),
        bacaan: z.string().nullable(),
        arti: z.string().nullable(),
        dasar: z.string(),
        jejak: JejakOut.nullable(),
      })
      .nullable(),
    klaim: z.array(KlaimOut).readonly(),
    get agregasi() {
      return z.object({ jenis: z.string(), bagian: z.array(HasilOut).readonly() }).nullable()
    },
    get rujukan() {
      return z.array(HasilOut).readonly()
    },
  })
  .meta({ id: 'Hasil' })

export const PenjelasanOut = z.object({
  hasil: HasilOut,
  target: z.object({ figure: FigureOut, asal: z.string(), sumber: z.string().nullable(), tampil: z.string() }).nullable(),
  capaian: CapaianOut,
  pembanding: z
    .array(z.object({ bacaan: z.record(z.string(), z.string()), arti: z.string(), nilai: NilaiOut, capaian: CapaianOut }))
    .readonly(),
})
