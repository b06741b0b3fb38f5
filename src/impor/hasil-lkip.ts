// The results that a report prints, as a data file of yearly results: of indicators that the dictionary knows by that name, each
// figure with its line. What cannot be kept so is said with its reason. Pure.
import type { HasilTahunanFile } from '../indikator/indikator.ts'
import { isKosong } from './baca-nilai.ts'
import { figure } from './jadi-berkas.ts'
import { type HasilTerbaca, type LkipTerbaca, RESULT_KINDS } from './lkip.ts'

/** `BUKAN_TAHUN`: a quarter has no place among yearly results; it is entered as a measurement. */
export const SEBAB_DILEWATI = ['BUKAN_DI_KAMUS', 'BUKAN_TAHUN', 'TANPA_ANGKA'] as const
export type SebabDilewati = (typeof SEBAB_DILEWATI)[number]
export type Dilewati = {
  readonly tabel: string
  readonly indikator: string
  readonly periode: string
  readonly baris: number | null
  readonly sebab: SebabDilewati
}
export const SEBUTAN_DILEWATI: Readonly<Record<SebabDilewati, string>> = {
  BUKAN_DI_KAMUS: 'namanya tidak ada di kamus, atau dipakai beberapa indikator',
  BUKAN_TAHUN: 'bukan hasil setahun',
  TANPA_ANGKA: 'tidak memuat angka yang terbaca pasti',
}
/** A figure that was read with less than this is not kept. */
const LEAST = 0.5

export function hasilSebagaiBerkas(
  { hasil }: LkipTerbaca,
  { unit, berkas }: { readonly unit: string; readonly berkas: string },
  kodeOf: (nama: string) => string | null,
): { readonly file: HasilTahunanFile; readonly dilewati: readonly Dilewati[] } {
  const rows: HasilTahunanFile['hasil'] = []
  const dilewati: Dilewati[] = []
  for (const h of hasil) {
    const kode = isKosong(h.indikator) ? null : kodeOf(h.indikator.dibaca)
    const isi = figuresOf(h)
    const sebab = !kode ? 'BUKAN_DI_KAMUS' : !/^\d{4}$/.test(h.periode.dibaca) ? 'BUKAN_TAHUN' : isi ? undefined : 'TANPA_ANGKA'
    if (sebab) {
      const { tabel, indikator, periode } = h
      dilewati.push({ tabel, indikator: indikator.dibaca, periode: periode.dibaca, baris: indikator.baris, sebab })
      continue
    }
    rows.push({ indikator: kode!, tahun: Number(h.periode.dibaca), ...isi, keterangan: placeOf(h) })
  }
  return { file: { skema: 'selaras/hasil-tahunan/1', berkas, unit, hasil: rows }, dilewati }
}

/** What the row prints, as printed; nothing where no figure of it can be kept. */
function figuresOf(h: HasilTerbaca): Pick<HasilTahunanFile['hasil'][number], (typeof RESULT_KINDS)[number]> | undefined {
  const kept = RESULT_KINDS.flatMap((hal) => {
    const read = h[hal]
    return read && read.status !== 'KOSONG' && read.keyakinan >= LEAST ? [[hal, figure(read)] as const] : []
  })
  return kept.length ? Object.fromEntries(kept) : undefined
}

/** Where a paper has pages and not lines, that is all that leads back to it. */
function placeOf({ tabel, indikator: { halaman, paragraf, lembar } }: HasilTerbaca): string {
  const place = [lembar && `lembar ${lembar}`, halaman && `halaman ${halaman}`, paragraf && `paragraf ${paragraf}`]
  return ['Tercetak di', [tabel, ...place].filter(Boolean).join(', ')].join(' ')
}
