// Columns are found by the words of their headers, not by their place: forms of other years, and of others. Pure.
import type { Kolom, Tabel } from '../periksa/naskah.ts'

export type Kata<K extends string> = readonly (readonly [K, RegExp])[]
export type Letak<K extends string> = Partial<Record<K, number>>

/** Each name takes the first column whose own header says it; a column has one name. `nomor` may come twice. */
export function letakKolom<K extends string>(tabel: Tabel, kata: Kata<K>): Letak<K> {
  const found: Letak<K> = {}
  for (const kolom of tabel.kolom) {
    const [name] = kata.find(([k, pattern]) => found[k] === undefined && pattern.test(namaKolom(kolom))) ?? []
    if (name) found[name] = kolom.nomor
  }
  return found
}

/** `triwulan iv`, from the widest name to its own. */
export const namaKolom = ({ judul }: Kolom): string => judul.join(' ').toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim()
