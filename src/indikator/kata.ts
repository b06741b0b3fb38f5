// The words of the dictionary's form, as pages and papers print them.
import type { AGREGASI, POLARITAS } from './indikator.ts'

type Kata<K extends string> = Readonly<Record<K, string>>

export const KATA_POLARITAS: Kata<(typeof POLARITAS)[number]> = {
  MAKSIMAL: 'Makin tinggi makin baik',
  MINIMAL: 'Makin rendah makin baik',
  MINIMAL_RASIO: 'Makin rendah makin baik, dihitung sebagai perbandingan',
  STABIL_TITIK: 'Makin dekat dengan target makin baik',
  STABIL_RENTANG: 'Baik selama berada di dalam rentang target',
  KATEGORI: 'Berupa kategori, misalnya WTP',
  CHECKLIST: 'Berupa daftar yang harus lengkap',
}

export const KATA_AGREGASI: Kata<(typeof AGREGASI)[number]> = {
  TERAKHIR: 'Nilai triwulan terakhir',
  JUMLAH: 'Jumlah nilai triwulan',
  RATA_RATA: 'Rata-rata nilai periodenya',
  SETIAP: 'Rata-rata triwulan, masing-masing dengan targetnya',
  SEKALI: 'Diukur sekali dalam setahun',
}
