// What may be decided of a finding, and which findings are gone since the check before.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Putusan, PutusanTemuan, TemuanBerkunci, TemuanDiputus } from './reviu.ts'

/** Who lets a finding stand says why; who takes a decision back need not. */
export function refusePutusan({ putusan, alasan }: { putusan: Putusan | null; alasan: string | null }): Refusal | undefined {
  if (putusan === null || putusan === 'DITERIMA' || alasan?.trim()) return undefined
  return refuse('TIDAK_VALID', `Tuliskan alasan mengapa temuan ini ${putusan === 'DITOLAK' ? 'ditolak' : 'tidak diperbaiki'}.`, {
    field: 'alasan',
  })
}

export function decided(temuan: readonly TemuanBerkunci[], putusan: ReadonlyMap<string, PutusanTemuan>): TemuanDiputus[] {
  return temuan.map((t) => ({ ...t, putusan: putusan.get(t.kunci) ?? null }))
}

/** Findings of the check before that this one does not have any more. */
export function gone<T extends { readonly kunci: string }>(before: readonly T[], now: readonly { readonly kunci: string }[]): T[] {
  const still = new Set(now.map((t) => t.kunci))
  return before.filter((t) => !still.has(t.kunci))
}

/**
 * Why findings of the check before are gone: the paper was mended only where it is another one; of the same paper the rules are;
 * where both changed nobody can tell.
 */
export const sebabHilang = (sebelum: { readonly aturanSama: boolean; readonly naskahSama: boolean }) =>
  sebelum.naskahSama ? 'aturan' : sebelum.aturanSama ? 'naskah' : 'salah-satu'

/** Of the years that a paper of an office can be about. */
export function refuseTahun(tahun: number | null): Refusal | undefined {
  if (tahun !== null && tahun >= 2000 && tahun <= 2100) return undefined
  return refuse('TIDAK_VALID', 'Tahun dokumen ini tidak terbaca dari isinya. Pilih tahunnya, lalu unggah lagi.', { field: 'tahun' })
}
