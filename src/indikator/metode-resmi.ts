// The official methods of the rule pack as the dictionary offers them: their readings in words, and their conformance run now.
import { findMetode, METODE } from '../peraturan/dki-jakarta/metode.ts'
import type { Metode } from '../peraturan/metode.ts'
import { type Banding, bacaanOf, runVektor, VEKTOR } from '../peraturan/vektor.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type BacaanKamus, readingsOf } from './kamus.ts'

export type MetodeResmi = Omit<Metode, 'bacaan'> & { readonly bacaan: BacaanKamus[] }
export type UjiMetode = {
  readonly nama: string
  readonly bacaan: string
  /** Where the expected figure is printed; null where it is plain arithmetic. */
  readonly sumber: string | null
  readonly banding: Banding[]
}

const toResmi = (metode: Metode): MetodeResmi => ({ ...metode, bacaan: readingsOf(metode) })

export function listMethods(): MetodeResmi[] {
  return METODE.map(toResmi)
}

export function getMethod(kode: string): MetodeResmi | Refusal {
  const found = findMetode(kode)
  return found ? toResmi(found) : missing(kode)
}

/** Every vector of the method with what it expects beside what is computed. */
export function runTests(kode: string): UjiMetode[] | Refusal {
  const metode = findMetode(kode)
  if (!metode) return missing(kode)
  return VEKTOR.filter((v) => v.metode === kode).map((v) => ({
    nama: v.nama,
    bacaan: bacaanOf(v, metode),
    sumber: v.sumber ?? null,
    banding: runVektor(v),
  }))
}

const missing = (kode: string) => refuse('TIDAK_DITEMUKAN', `Metode ${kode} tidak ada dalam paket aturan.`, { field: 'kode' })
