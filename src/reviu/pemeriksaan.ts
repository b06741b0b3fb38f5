// The checker as this room uses it: all of its rules or some, its findings with their keys, and the forms for other programs.
import { ATURAN } from '../periksa/aturan/daftar.ts'
import { kontrak } from '../periksa/kontrak.ts'
import { berkunci, dikenaliLagi } from '../periksa/kunci.ts'
import { type Reviu, reviu } from '../periksa/reviu.ts'
import { sarif } from '../periksa/sarif.ts'
import type { ReadPaper } from '../platform/documents/blocks/paper.ts'
import type { HasilPeriksa, TemuanBerkunci } from './reviu.ts'

export function periksa(paper: ReadPaper, kode?: readonly string[]): HasilPeriksa {
  return reviu(paper, kode ? ATURAN.filter((a) => kode.includes(a.kode)) : ATURAN)
}

/** Under the keys they had in the check before, where that is what they are. */
export const temuanBerkunci = ({ temuan }: Reviu, before: readonly TemuanBerkunci[] = []): TemuanBerkunci[] =>
  dikenaliLagi(berkunci(temuan), before)

/** The rules as people read of them. */
export const daftarAturan = () =>
  ATURAN.map(({ kode, jenis, memeriksa, contoh, dasar }) => ({ kode, jenis, memeriksa, contoh, dasar: dasar ?? null }))

export type HasilBerkunci = Omit<HasilPeriksa, 'temuan'> & { readonly temuan: readonly TemuanBerkunci[] }
/** The contract knows no keys. */
export const sebagaiJson = (file: string, hasil: HasilBerkunci) =>
  kontrak(file, { ...hasil, temuan: hasil.temuan.map(({ kunci: _, ...t }) => t) }, true)
export const sebagaiSarif = (file: string, hasil: HasilBerkunci, versi: string) => sarif([{ file, hasil }], ATURAN, versi)
