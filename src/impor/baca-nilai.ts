// From printed words and figures to values with their place, and what people type in their stead. Pure, and without shapes: the
// browser uses it too.
import type { Doubt, Place, ReadCell } from '../platform/documents/blocks/paper.ts'
import { type PrintedValue, readPrinted } from '../platform/kernel/printed-value.ts'
import type { AngkaTerbaca, Tempat, Terbaca } from './terbaca.ts'

/** What a paper lacks is this word, and never filled in. */
export const KOSONG = 'KOSONG'
/** What our own papers print for what nobody has filled in yet. */
export const UNFILLED = /^belum diisi$/i
export function tempatOf({ line, page, paragraph, sheet }: Place): Tempat {
  return {
    baris: line ?? null,
    ...(page === undefined ? {} : { halaman: page }),
    ...(paragraph === undefined ? {} : { paragraf: paragraph }),
    ...(sheet === undefined ? {} : { lembar: sheet }),
  }
}

export const NOT_PRINTED: Terbaca = { tercetak: '', dibaca: KOSONG, keyakinan: 1, baris: null }

type More = { readonly keyakinan?: number; readonly alasan?: string; readonly more?: readonly Place[] }

/** Words in one line of text; line breaks of a cell are kept where `lines` says so. */
export function teksTerbaca(text: string, at: Place, { keyakinan = 1, alasan, more = [] }: More = {}, lines = false): Terbaca {
  const words = (lines ? text.replace(/[^\S\n]+/g, ' ') : text.replace(/\s+/g, ' ')).replaceAll('\u00ad', '').trim()
  return {
    ...tempatOf(at),
    tercetak: text,
    dibaca: words === '' || UNFILLED.test(words) ? KOSONG : words,
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
      return UNFILLED.test(base.tercetak)
        ? { ...base, dibaca: KOSONG, keyakinan: 1, status: 'KOSONG' }
        : { ...base, dibaca: KOSONG, keyakinan: 0.3, alasan: 'bukan angka, rentang atau keadaan yang dikenal', status: 'KOSONG' }
  }
}

export const NO_FIGURE: AngkaTerbaca = { ...NOT_PRINTED, status: 'KOSONG' }

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
