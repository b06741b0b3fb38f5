// Reviu: a paper of an office that was checked line by line, with its findings and what was decided of each.
import { z } from 'zod'
import { JENIS_DOKUMEN } from '../periksa/kenali.ts'
import { type Reviu as Hasil, type HitunganReviu, TemuanReviu } from '../periksa/reviu.ts'
import { JENIS_TEMUAN } from '../periksa/temuan.ts'
import type { PaperForm } from '../platform/documents/blocks/paper.ts'

/** DITERIMA: it will be mended. DIJELASKAN: it stands, for a reason. DITOLAK: it is no fault. */
export const PUTUSAN = ['DITERIMA', 'DIJELASKAN', 'DITOLAK'] as const
export type Putusan = (typeof PUTUSAN)[number]

export { JENIS_DOKUMEN, JENIS_TEMUAN }
export type JenisDokumen = (typeof JENIS_DOKUMEN)[number]
/** What the checker gives. */
export type HasilPeriksa = Hasil
export type Hitungan = HitunganReviu
export const SEBUTAN_DOKUMEN: Readonly<Record<JenisDokumen, string>> = {
  LKIP: 'Laporan Kinerja (LKIP)',
  PK: 'Perjanjian Kinerja',
  RENCANA_AKSI: 'Rencana Aksi',
  INSTRUKSI: 'Instruksi',
  LAIN: 'Dokumen lain',
}
export const SEBUTAN_PUTUSAN: Readonly<Record<Putusan, string>> = {
  DITERIMA: 'Diterima, akan diperbaiki',
  DIJELASKAN: 'Dijelaskan',
  DITOLAK: 'Ditolak',
}

/** One check of one file. */
export type Reviu = {
  readonly id: string
  readonly unit: string
  readonly tahun: number
  readonly jenis: JenisDokumen
  /** The how-manieth check of this office, year and kind. */
  readonly urutan: number
  readonly nama: string
  readonly sha256: string
  readonly bentuk: PaperForm
  readonly aturanVersi: string
  /** Lines, pages, paragraphs or rows, by its form. */
  readonly panjang: number
  readonly ragu: number
  readonly tabel: number
  readonly hitungan: number
  readonly cocok: number
  readonly namaOleh: string
  readonly pada: string
}
export type PutusanTemuan = {
  readonly putusan: Putusan | null
  readonly alasan: string | null
  readonly namaOleh: string
  readonly pada: string
  readonly version: number
}
/** `kunci`: the same when the paper, or a corrected one, is checked again. */
export const TemuanBerkunci = TemuanReviu.extend({ kunci: z.string() })
export type TemuanBerkunci = z.infer<typeof TemuanBerkunci>
export type TemuanDiputus = TemuanBerkunci & { readonly putusan: PutusanTemuan | null }
