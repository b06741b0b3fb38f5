// What an official method is: a formula over named inputs, with its legal basis and the window it holds in.
import type { Jenis } from '../rumus/kind.ts'

export type Masukan = {
  /** A table (columns by name) or one figure. */
  readonly jenis: 'TABEL' | 'ANGKA'
  /** SURVEI: the tables of a survey with the indicator's code. MASUKAN: raw inputs entered with the measurement. */
  readonly dari: 'SURVEI' | 'MASUKAN'
  readonly kolom?: readonly string[]
  /** The unit of the figure, or of a table's `nilai`; left out where it is a mere count or differs from row to row. */
  readonly satuan?: string
  /** The words that may be entered where the figure is a category. */
  readonly pilihan?: readonly string[]
  readonly arti: string
}

export type Bacaan = { readonly rumus: string; readonly arti: string }

export type Metode = {
  /** A method that was replaced ends in the year from which it held: `PDN_2023`, `PDN_2025`. */
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly masukan: Readonly<Record<string, Masukan>>
  /** Where the rule can be read in more than one way, each way has a name; the choice is recorded with the value. */
  readonly bacaan: Readonly<Record<string, Bacaan>>
  readonly bacaanBaku: string
  /** The scale that gives the value its name, by code (`nasional/skala.ts`). */
  readonly skala?: string
  readonly dasar: string
  readonly berlaku: { readonly dari: string; readonly sampai?: string }
}

export function defineMetode(metode: Metode): Metode {
  if (!(metode.bacaanBaku in metode.bacaan)) throw new Error(`${metode.kode}: no reading ${metode.bacaanBaku}`)
  return metode
}

export function angka(arti: string, satuan?: string, dari: Masukan['dari'] = 'MASUKAN'): Masukan {
  return { jenis: 'ANGKA', dari, arti, ...(satuan && { satuan }) }
}

export function kategori(arti: string, pilihan: readonly string[]): Masukan {
  return { jenis: 'ANGKA', dari: 'MASUKAN', arti, pilihan }
}

/** Every row has its words (the columns before the last) and one figure, `nilai`. */
export function tabel(kolom: readonly string[], arti: string, dari: Masukan['dari'] = 'MASUKAN'): Masukan {
  return { jenis: 'TABEL', dari, kolom: [...kolom, 'nilai'], arti }
}

/** The inputs of a method as the check of formulas wants them. */
export function jenisMasukan({ masukan }: Pick<Metode, 'masukan'>): ReadonlyMap<string, Jenis> {
  const cell = ({ pilihan, satuan }: Masukan): Jenis => (pilihan ? { jenis: 'KATEGORI', pilihan } : { jenis: 'ANGKA', satuan })
  const columns = (one: Masukan) =>
    Object.fromEntries((one.kolom ?? []).map((name) => [name, name === 'nilai' ? cell(one) : ({ jenis: 'TEKS' } as const)]))
  return new Map(
    Object.entries(masukan).map(([name, one]) => [
      name,
      one.jenis === 'TABEL' ? { jenis: 'TABEL', kolom: columns(one) } : cell(one),
    ]),
  )
}
