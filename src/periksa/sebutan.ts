// What kinds, weights and places of findings are called where people read of them.
import { placeInWords } from '../platform/documents/blocks/paper.ts'
import type { Temuan } from './temuan.ts'

export const SEBUTAN_JENIS: Readonly<Record<Temuan['jenis'], string>> = {
  sum: 'Penjumlahan',
  ratio: 'Persentase dan capaian',
  average: 'Rata-rata',
  'cross-table': 'Antartabel',
  'text-vs-table': 'Naskah dan tabel',
  scale: 'Skala dan predikat',
  count: 'Jumlah yang disebut',
  'missing-value': 'Nilai yang belum ada',
  caption: 'Judul tabel dan gambar',
  numbering: 'Penomoran',
  unit: 'Satuan',
  'copy-paste': 'Salinan yang tertinggal',
  format: 'Bentuk penulisan',
  rule: 'Ketentuan',
}
export const BERAT = ['tinggi', 'sedang', 'rendah'] as const satisfies readonly Temuan['berat'][]

type Place = {
  readonly baris: number | null
  readonly halaman: number | null
  readonly paragraf: number | null
  readonly lembar: string | null
}

/** `halaman 3`, `lembar Target, baris 4`; empty where the place is not known. */
export const tempatOf = (t: Place): string =>
  placeInWords({
    ...(t.baris === null ? {} : { line: t.baris }),
    ...(t.halaman === null ? {} : { page: t.halaman }),
    ...(t.paragraf === null ? {} : { paragraph: t.paragraf }),
    ...(t.lembar === null ? {} : { sheet: t.lembar }),
  })
/** What the numbers of `terkait` count. */
export const satuanTempat = (t: Place): string =>
  t.halaman !== null && t.baris === null ? 'halaman' : t.paragraf !== null && t.baris === null ? 'paragraf' : 'baris'

/** `12 temuan (3 tinggi, 9 rendah)` */
export function jumlahTemuan(temuan: readonly Pick<Temuan, 'berat'>[]): string {
  if (!temuan.length) return 'tidak ada temuan'
  const parts = BERAT.map((berat) => [temuan.filter((t) => t.berat === berat).length, berat] as const).filter(([n]) => n > 0)
  return `${temuan.length} temuan (${parts.map(([n, berat]) => `${n} ${berat}`).join(', ')})`
}
