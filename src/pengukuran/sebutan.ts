// The names of the values of an explanation, from the value down to what it was computed from; and how a name is said.
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { type Sebutan, sebutanOf } from '../peraturan/sebutan.ts'
import { type Decimal, isDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import type { Bacaan, Hasil, Loaded } from './hasil.ts'
import { measure } from './measure.ts'

export { boundsInWords, sebutanInWords } from './sebutan-kata.ts'

/** The same result with every value of its chain named on its unrounded figure (akip-rules 0.1). */
export function withSebutan(bahan: Loaded, hasil: Hasil, bacaan: Bacaan): Hasil {
  // A value that many rest on is one value: named once, and kept one.
  const seen = new Map<Hasil, Hasil>()
  const name = (h: Hasil): Hasil => {
    const before = seen.get(h)
    if (before) return before
    const agregasi = h.agregasi && { ...h.agregasi, bagian: h.agregasi.bagian.map(name) }
    const named = { ...h, sebutan: nameOf(bahan, h, bacaan), agregasi, rujukan: h.rujukan.map(name) }
    seen.set(h, named)
    return named
  }
  return name(hasil)
}

function nameOf(bahan: Loaded, { unit, indikator, periode, nilai, agregasi, cara }: Hasil, bacaan: Bacaan): Sebutan | null {
  const versi = bahan.versi(unit, indikator, periode)
  const metode = versi?.metode ? findMetode(versi.metode) : undefined
  const figure = nilai.status === 'NILAI' && /^-?\d+(\.\d+)?$/.test(nilai.nilai ?? '') ? parseDecimal(nilai.nilai!) : undefined
  // A sum of scores is no score of the scale.
  if (!metode || !figure || (cara === 'AGREGASI' && agregasi?.jenis === 'JUMLAH')) return null
  const reading = bacaan[indikator] ?? versi?.bacaan ?? metode.bacaanBaku
  return sebutanOf(metode, reading, figure, (rumus) => highest(bahan, unit, indikator, periode, rumus))
}

/** The highest value is measured as the value itself is, from the same inputs and over the same parts of the period. */
function highest(bahan: Loaded, unit: string, kode: string, periode: string, rumus: string): Decimal | undefined {
  const versi: Loaded['versi'] = (...at) => {
    const found = bahan.versi(...at)
    return found && at[1] === kode ? { ...found, metode: null, bacaan: null, rumus } : found
  }
  const { datum } = measure({ ...bahan, versi, klaim: () => [] }, unit, kode, periode)
  return datum.status === 'NILAI' && isDecimal(datum.nilai) ? datum.nilai : undefined
}
