// The shapes of what was read of an agreement and of an action plan (contract: `selaras import`). Pure.
import { z } from 'zod'
import { Masalah } from './masalah.ts'
import { Blok } from './pengukuran.ts'
import { PihakTerbaca } from './pihak.ts'
import { AngkaTerbaca, DaftarTerbaca, Terbaca } from './terbaca.ts'

export const IndikatorTerbaca = z.object({
  no: Terbaca,
  nama: Terbaca,
  sumberData: Terbaca,
  pengukuran: Terbaca.extend({ blok: z.array(Blok) }),
  triwulan: z.array(AngkaTerbaca).length(4),
  tahunan: AngkaTerbaca,
  /** What the row prints beyond its five cells. */
  nilaiLebih: z.array(AngkaTerbaca),
  satuan: Terbaca,
})
export const SasaranTerbaca = z.object({ no: Terbaca, uraian: Terbaca, indikator: z.array(IndikatorTerbaca) })
export const KelompokTerbaca = z.object({ kelompok: z.string(), nama: Terbaca, sasaran: z.array(SasaranTerbaca) })
export const PkTerbaca = z.object({
  skema: z.literal('selaras/pk/1'),
  tahun: Terbaca,
  unit: Terbaca,
  bentuk: z.string(),
  tanggal: Terbaca,
  pihakPertama: PihakTerbaca,
  pihakKedua: PihakTerbaca,
  kelompok: z.array(KelompokTerbaca),
  masalah: z.array(Masalah),
})
export type IndikatorTerbaca = z.infer<typeof IndikatorTerbaca>
export type SasaranTerbaca = z.infer<typeof SasaranTerbaca>
export type KelompokTerbaca = z.infer<typeof KelompokTerbaca>
export type PkTerbaca = z.infer<typeof PkTerbaca>

export const OutputTerbaca = z.object({
  kode: Terbaca,
  uraian: Terbaca,
  jumlah: AngkaTerbaca,
  satuan: Terbaca,
  triwulan: Terbaca,
  penanggungJawab: DaftarTerbaca,
  mitigasi: Terbaca,
})
/** `tempat`: every line on which it is printed; a criterion that the paper does not print is KOSONG with none. */
export const KriteriaTerbaca = z.object({
  kode: Terbaca,
  uraian: Terbaca,
  tempat: z.array(z.number().int()),
  to: z.array(OutputTerbaca),
})
export const AksiTerbaca = z.object({
  kode: Terbaca,
  jenis: z.enum(['AKSI', 'MITIGASI']),
  uraian: Terbaca,
  kk: z.array(KriteriaTerbaca),
})
export const IndikatorRaTerbaca = z.object({
  no: Terbaca,
  sasaran: Terbaca,
  nama: Terbaca,
  target: AngkaTerbaca,
  ra: z.array(AksiTerbaca),
})
export const RaTerbaca = z.object({
  skema: z.literal('selaras/rencana-aksi/1'),
  tahun: Terbaca,
  unit: Terbaca,
  pemilik: PihakTerbaca,
  rencanaAksi: z.array(IndikatorRaTerbaca),
  masalah: z.array(Masalah),
})
export type OutputTerbaca = z.infer<typeof OutputTerbaca>
export type KriteriaTerbaca = z.infer<typeof KriteriaTerbaca>
export type AksiTerbaca = z.infer<typeof AksiTerbaca>
export type IndikatorRaTerbaca = z.infer<typeof IndikatorRaTerbaca>
export type RaTerbaca = z.infer<typeof RaTerbaca>
