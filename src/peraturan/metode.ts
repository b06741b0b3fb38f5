// What an official method is: a formula over named inputs, with its legal basis and the window it holds in.
import type { Jenis } from '../rumus/kind.ts'

/** What may be entered for an input, as its rule says; bounds are exact decimals as text. */
export type BatasMasukan = {
  readonly min?: string
  readonly maks?: string
  /** The words that may be entered where the figure is a category. */
  readonly pilihan?: readonly string[]
  /** The words that a column may have, each with the bounds of the figure in its row. */
  readonly pilihanKolom?: Readonly<Record<string, Readonly<Record<string, Rentang>>>>
  /** The figure that this one counts a part of, and is therefore never above. */
  readonly bagianDari?: string
}

export type Rentang = Pick<BatasMasukan, 'min' | 'maks'>

export type Masukan = BatasMasukan & {
  /** A table (columns by name) or one figure. */
  readonly jenis: 'TABEL' | 'ANGKA'
  /** SURVEI: the tables of a survey with the indicator's code. MASUKAN: raw inputs entered with the measurement. */
  readonly dari: 'SURVEI' | 'MASUKAN'
  readonly kolom?: readonly string[]
  /** Nothing says which words tell the rows apart, so the same words may stand in several. */
  readonly berulang?: true
  /** The unit of the figure, or of a table's `nilai`; left out where it is a mere count or differs from row to row. */
  readonly satuan?: string
  readonly arti: string
}

export type Bacaan = {
  readonly rumus: string
  readonly arti: string
  /** What is said of inputs that no branch of the formula provides for: which, and what to do. */
  readonly diLuar?: string
  /** The highest value, as a formula over the same inputs, where it differs with the scope: the ends of the scale follow it. */
  readonly maks?: string
  /** The scale names the whole only, and no rule says how it is read for this part of it. */
  readonly tanpaSebutan?: true
}

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
  /** What a category is worth beside another when a capaian is computed, by its word and by the figure printed before it. */
  readonly skor?: Readonly<Record<string, string>>
  readonly dasar: string
  readonly berlaku: { readonly dari: string; readonly sampai?: string }
}

export function defineMetode(metode: Metode): Metode {
  if (!(metode.bacaanBaku in metode.bacaan)) throw new Error(`${metode.kode}: no reading ${metode.bacaanBaku}`)
  for (const [nama, { bagianDari, pilihanKolom = {}, kolom = [] }] of Object.entries(metode.masukan)) {
    if (bagianDari !== undefined && metode.masukan[bagianDari]?.jenis !== 'ANGKA')
      throw new Error(`${metode.kode}.${nama}: no figure ${bagianDari}`)
    for (const one of Object.keys(pilihanKolom))
      if (!kolom.includes(one)) throw new Error(`${metode.kode}.${nama}: no column ${one}`)
  }
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

/** The same input, with what may be entered for it. */
export const dalam = (masukan: Masukan, batas: BatasMasukan): Masukan => ({ ...masukan, ...batas })

export const TIDAK_NEGATIF: BatasMasukan = { min: '0' }
export const SAMPAI_100: BatasMasukan = { min: '0', maks: '100' }

/** A count or an amount: never below 0, nor above what it is a part of. */
export function jumlah(arti: string, satuan?: string, bagianDari?: string): Masukan {
  return dalam(angka(arti, satuan), { ...TIDAK_NEGATIF, ...(bagianDari && { bagianDari }) })
}

/** How much of something is done, from 0 to 100. */
export function persen(arti: string): Masukan {
  return dalam(angka(arti, 'Persen'), SAMPAI_100)
}

/** `0 sampai 100`, `paling tinggi 5`, `0 atau lebih`. */
export function rangeInWords({ min, maks }: Rentang): string | undefined {
  const [low, high] = [min?.replace('.', ','), maks?.replace('.', ',')]
  if (low === undefined) return high && `paling tinggi ${high}`
  return high === undefined ? `${low} atau lebih` : `${low} sampai ${high}`
}

/** What may be entered, as the dictionary says it: `kolom: Skor (1 sampai 4), Bobot (0 sampai 100)`; that a count is not negative goes unsaid. */
export function batasInWords(batas: BatasMasukan): string | null {
  const told = (one: Rentang) => (one.min === '0' && one.maks === undefined ? undefined : rangeInWords(one))
  const columns = Object.entries(batas.pilihanKolom ?? {}).map(([kolom, choices]) => {
    const words = Object.entries(choices).map(([word, one]) => {
      const range = told(one)
      return range ? `${word} (${range})` : word
    })
    return `${kolom}: ${words.join(', ')}`
  })
  const whole = batas.bagianDari && `tidak lebih dari ${batas.bagianDari.replaceAll('_', ' ')}`
  const said = [told(batas), whole, batas.pilihan?.join(', '), ...columns].filter(Boolean)
  return said.length ? said.join('; ') : null
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
