// What was read of a paper: every value with what stands there, what it was read as, how sure that is, and where. Pure.
import { z } from 'zod'
import type { Doubt, Place, ReadCell } from '../platform/documents/blocks/paper.ts'
import { STATUS_FIGURE } from '../platform/kernel/figure.ts'
import { type PrintedValue, readPrinted } from '../platform/kernel/printed-value.ts'

/** What a paper lacks is this word, and never filled in. */
export const KOSONG = 'KOSONG'
/** What our own papers print for what nobody has filled in yet. */
export const BELUM_DIISI = /^belum diisi$/i

const Tempat = z.object({
  /** Line of a text, row of a sheet. */
  baris: z.number().int().nullable(),
  halaman: z.number().int().optional(),
  paragraf: z.number().int().optional(),
  lembar: z.string().optional(),
})
export const Terbaca = Tempat.extend({
  tercetak: z.string().max(50_000),
  dibaca: z.string().max(50_000),
  keyakinan: z.number().min(0).max(1),
  alasan: z.string().optional(),
  /** Where it goes on, or is printed again. */
  tempatLain: z.array(Tempat).optional(),
  /** A shared cell belongs to the one named here. */
  disalinDari: z.string().optional(),
})
export type Terbaca = z.infer<typeof Terbaca>

/** `dibaca`: the number, else the category or the state; beside it the same as a figure of the data files. */
export const AngkaTerbaca = Terbaca.extend({
  status: z.enum(STATUS_FIGURE),
  nilai: z.string().optional(),
  kategori: z.string().optional(),
  min: z.string().optional(),
  maks: z.string().optional(),
})
export type AngkaTerbaca = z.infer<typeof AngkaTerbaca>
export const DaftarTerbaca = Terbaca.omit({ dibaca: true }).extend({ dibaca: z.array(z.string()) })
export type DaftarTerbaca = z.infer<typeof DaftarTerbaca>

export type Tempat = z.infer<typeof Tempat>
export function tempatOf({ line, page, paragraph, sheet }: Place): Tempat {
  return {
    baris: line ?? null,
    ...(page === undefined ? {} : { halaman: page }),
    ...(paragraph === undefined ? {} : { paragraf: paragraph }),
    ...(sheet === undefined ? {} : { lembar: sheet }),
  }
}

export const TIDAK_TERCETAK: Terbaca = { tercetak: '', dibaca: KOSONG, keyakinan: 1, baris: null }

type More = { readonly keyakinan?: number; readonly alasan?: string; readonly more?: readonly Place[] }

/** Words in one line of text; line breaks of a cell are kept where `lines` says so. */
export function teksTerbaca(text: string, at: Place, { keyakinan = 1, alasan, more = [] }: More = {}, lines = false): Terbaca {
  const words = (lines ? text.replace(/[^\S\n]+/g, ' ') : text.replace(/\s+/g, ' ')).replaceAll('\u00ad', '').trim()
  return {
    ...tempatOf(at),
    tercetak: text,
    dibaca: words === '' || BELUM_DIISI.test(words) ? KOSONG : words,
    keyakinan,
    ...(alasan ? { alasan } : {}),
    ...(more.length ? { tempatLain: more.map(tempatOf) } : {}),
  }
}

export function angkaTerbaca(value: PrintedValue, at: Place, { keyakinan = 1, alasan }: More = {}): AngkaTerbaca {
  const base = { ...tempatOf(at), tercetak: value.tercetak.trim() }
  const why = alasan ?? value.alasan
  const sure = { keyakinan: Math.min(value.keyakinan, keyakinan), ...(why ? { alasan: why } : {}) }
  switch (value.jenis) {
    case 'angka':
      return { ...base, dibaca: value.dibaca, ...sure, status: 'NILAI', nilai: value.dibaca }
    case 'predikat': {
      const { predikat: kategori, dibaca: nilai } = value
      return { ...base, dibaca: nilai ?? kategori, ...sure, status: 'NILAI', kategori, ...(nilai === undefined ? {} : { nilai }) }
    }
    case 'rentang': {
      const ends = { ...(value.min ? { min: value.min.nilai } : {}), ...(value.maks ? { maks: value.maks.nilai } : {}) }
      return { ...base, dibaca: [ends.min, ends.maks].join('..'), ...sure, status: 'NILAI', ...ends }
    }
    case 'status':
      return { ...base, dibaca: value.status, ...sure, status: value.status }
    default:
      return BELUM_DIISI.test(base.tercetak)
        ? { ...base, dibaca: KOSONG, keyakinan: 1, status: 'KOSONG' }
        : { ...base, dibaca: KOSONG, keyakinan: 0.3, alasan: 'bukan angka, rentang atau keadaan yang dikenal', status: 'KOSONG' }
  }
}

export const ANGKA_KOSONG: AngkaTerbaca = { ...TIDAK_TERCETAK, status: 'KOSONG' }

/** What a person typed in place of a reading: it is sure, and stands where the paper's own stood. */
export function angkaDiketik(before: AngkaTerbaca, text: string): AngkaTerbaca {
  const { baris, halaman, paragraf, lembar, tercetak } = before
  const place = { baris, ...(halaman ? { halaman } : {}), ...(paragraf ? { paragraf } : {}), ...(lembar ? { lembar } : {}) }
  const read = angkaTerbaca(readPrinted(text, { satuan: 'Nilai' }), {})
  return { ...read, ...place, tercetak: tercetak || text, keyakinan: read.status === 'KOSONG' && text.trim() !== '' ? 0.3 : 1 }
}
export function teksDiketik(before: Terbaca, text: string): Terbaca {
  const { alasan: _, ...rest } = before
  return { ...rest, dibaca: text.trim() === '' ? KOSONG : text.trim(), keyakinan: 1 }
}

/** Of a cell: less sure where the reader put it into another column, split it or joined it over a page break. */
export function keyakinanSel(cell: ReadCell, doubts: readonly Doubt[]): { keyakinan: number; alasan?: string } {
  const here = (p: Place) => doubts.filter((d) => samePlace(d.at, p))
  const found = [
    ...(cell.moved ? here(cell.at).filter((d) => d.why === 'CELL_MOVED' || d.why === 'CELL_SPLIT') : []),
    ...(cell.printed !== undefined ? here(cell.at).filter((d) => d.why === 'CELL_SPLIT' && d.printed.includes(cell.text)) : []),
    ...(cell.more ?? []).flatMap((p) => here(p).filter((d) => d.why === 'ROW_JOINED')),
  ]
  const [worst] = found.toSorted((a, b) => a.confidence - b.confidence)
  if (worst) return { keyakinan: worst.confidence, alasan: worst.detail }
  return cell.moved ? { keyakinan: 0.9, alasan: 'isi sel ini tercetak di kolom lain' } : { keyakinan: 1 }
}

export const samePlace = (a: Place, b: Place): boolean =>
  a.line === b.line && a.page === b.page && a.paragraph === b.paragraph && a.sheet === b.sheet

export const isKosong = (t: { readonly dibaca: string }): boolean => t.dibaca === KOSONG
export const atauNull = (t: Terbaca): string | null => (isKosong(t) ? null : t.dibaca)
