// What was not understood, or only in part, in the shape of findings: where, what stands there, how it was read. Pure.

import { z } from 'zod'
import { Temuan } from '../periksa/temuan.ts'
import { type Doubt, type Place, placeInWords } from '../platform/documents/blocks/paper.ts'
import { tempatOf } from './baca-nilai.ts'

export const Masalah = Temuan.extend({ halaman: z.number().int().nullable(), paragraf: z.number().int().nullable() })
export type Masalah = z.infer<typeof Masalah>

export type KodeMasalah =
  | 'BACA-SEL'
  | 'BACA-KOLOM'
  | 'BACA-BARIS'
  | 'BACA-KELOMPOK'
  | 'BACA-NOMOR'
  | 'BACA-KODE'
  | 'BACA-ANGKA'
  | 'BACA-LEBIH'
  | 'BACA-KOSONG'
  | 'BACA-PIHAK'
  | 'BACA-UNIT'

const JENIS: Partial<Record<KodeMasalah, Temuan['jenis']>> = {
  'BACA-NOMOR': 'numbering',
  'BACA-KODE': 'numbering',
  'BACA-LEBIH': 'count',
  'BACA-KOSONG': 'missing-value',
  'BACA-PIHAK': 'text-vs-table',
}

type Said = {
  readonly letak?: string
  readonly tercetak?: string | null
  readonly seharusnya?: string
  readonly keyakinan?: number
  readonly berat?: Temuan['berat']
}

export function masalah(aturan: KodeMasalah, at: Place, penjelasan: string, said: Said = {}): Masalah {
  const { baris, halaman = null, paragraf = null } = tempatOf(at)
  return {
    aturan,
    jenis: JENIS[aturan] ?? 'format',
    berat: said.berat ?? 'sedang',
    keyakinan: said.keyakinan ?? 1,
    letak: [said.letak, placeInWords(at)].filter(Boolean).join(', ') || 'naskah',
    baris,
    halaman,
    paragraf,
    tercetak: said.tercetak ?? null,
    seharusnya: said.seharusnya ?? null,
    penjelasan,
    terkait: [],
  }
}

const FROM_DOUBT: Readonly<Record<Doubt['why'], KodeMasalah>> = {
  CELL_MOVED: 'BACA-KOLOM',
  CELL_SPLIT: 'BACA-SEL',
  CELL_LEFT: 'BACA-KOLOM',
  ROW_JOINED: 'BACA-BARIS',
  COLUMNS_DIFFER: 'BACA-KOLOM',
  ENCODING: 'BACA-SEL',
  NOT_READ: 'BACA-SEL',
}
const MOST_PRINTED = 300

/** How sure the reader is of how it put the paper together is said as it is. */
export const masalahPembaca = (doubts: readonly Doubt[]): Masalah[] =>
  doubts.map((d) =>
    masalah(FROM_DOUBT[d.why], d.at, d.detail, {
      tercetak: d.printed.length > MOST_PRINTED ? `${d.printed.slice(0, MOST_PRINTED)}…` : d.printed,
      keyakinan: d.confidence,
      berat: d.confidence < 0.6 ? 'sedang' : 'rendah',
    }),
  )
