// What a rule of the checker is. A rule is one file in `aturan/`: a name, what it looks at, an example of each kind, and a pure
// function from a paper to what it reckoned and what it found.
import type { Place } from '../platform/documents/blocks/paper.ts'
import { type Decimal, toText } from '../platform/kernel/decimal.ts'
import { type Angka, agreement, type Hasil, type Pembulatan } from './angka.ts'
import type { Naskah } from './naskah.ts'
import type { Temuan } from './temuan.ts'

/** Something that the paper prints, reckoned again. */
export type Hitungan = {
  readonly di: Place
  readonly letak: string
  readonly rumus: string
  readonly tercetak: string
  readonly dihitung: string
  readonly pembulatan: Pembulatan | null
  readonly cocok: boolean
}
/** A finding with its place as the reader knows it; `reviu.ts` turns places into lines, pages and paragraphs. */
export type TemuanNaskah = Omit<Temuan, 'aturan' | 'baris' | 'terkait'> & {
  readonly di: Place
  readonly terkait?: readonly Place[]
  /** The figure that another place prints instead. */
  readonly lain?: Decimal
  /** Whether there would be nothing to find if the figure at that place were another. */
  readonly dengan?: (di: Place, nilai: Decimal) => boolean
}
export type Catatan = { readonly hitungan: readonly Hitungan[]; readonly temuan: readonly TemuanNaskah[] }

export type Aturan = {
  /** `TABEL-JUMLAH` */
  readonly kode: string
  readonly jenis: Temuan['jenis']
  /** One Indonesian sentence: what it looks at and when it speaks. */
  readonly memeriksa: string
  /** A short case in words that is right, and one that is found. */
  readonly contoh: { readonly benar: string; readonly salah: string }
  /** The regulation it rests on, where there is one. */
  readonly dasar?: string
  readonly periksa: (naskah: Naskah) => Catatan
}

export const TANPA_CATATAN: Catatan = { hitungan: [], temuan: [] }

/** A printed figure held against a result: what was reckoned, with the way it was rounded. */
export function hitung(angka: Angka, hasil: Hasil, letak: string): Hitungan {
  const pembulatan = agreement(angka, hasil)
  return {
    di: angka.di,
    letak,
    rumus: hasil.rumus,
    tercetak: angka.tercetak,
    dihitung: toText(hasil.nilai),
    pembulatan,
    cocok: pembulatan !== null,
  }
}
