// The inputs of an office's own formula. Which there are, the formula says; what each means, in which unit and within which bounds, the
// office says beside it, so that rupiah and percent are told apart when the formula is saved, and 120 percent when it is entered.
import type { Dependencies } from '../rumus/dependencies.ts'
import { fold } from '../rumus/value.ts'
import { dalam, type Masukan } from './metode.ts'

/** What is said of an input; each part may be left out. */
export type KeteranganMasukan = Partial<Pick<Masukan, 'arti' | 'satuan' | 'min' | 'maks' | 'pilihan' | 'kolom' | 'bagianDari'>>
type Needs = Pick<Dependencies, 'names' | 'tables'>
export type Dijelaskan = Readonly<Record<string, KeteranganMasukan>> | null | undefined

/**
 * The inputs by folded name: a table where a column of it is named (its words, then one figure, `nilai`), one figure otherwise.
 * What the office does not say is unknown: the name in words for its meaning, no unit, no bounds, rows that may repeat.
 */
export function ownInputs({ names, tables }: Needs, said?: Dijelaskan): Record<string, Masukan> {
  const told = byFoldedName(said)
  const input = (name: string, jenis: Masukan['jenis'], columns?: readonly string[]): [string, Masukan] => {
    const key = fold(name)
    const { arti = key.replaceAll('_', ' '), satuan, kolom, ...batas } = told[key] ?? {}
    const words = new Set([...(kolom ?? []), ...(columns ?? [])].map(fold).filter((one) => one !== 'nilai'))
    const table = columns && { kolom: [...words, 'nilai'], ...(!kolom && { berulang: true as const }) }
    return [key, dalam({ jenis, dari: 'MASUKAN', arti, ...table, ...(satuan && { satuan }) }, batas)]
  }
  return Object.fromEntries([
    ...names.map((name) => input(name, 'ANGKA')),
    ...Object.entries(tables).map(([name, columns]) => input(name, 'TABEL', columns)),
  ])
}

/** Of the inputs only those of which the office has said something: of the others nothing can be checked. */
export function declaredInputs(needs: Needs, said: Dijelaskan): Record<string, Masukan> {
  const told = byFoldedName(said)
  return Object.fromEntries(Object.entries(ownInputs(needs, said)).filter(([name]) => Object.hasOwn(told, name)))
}

/** What is said, by the names as they are compared; so is the input that one is a part of. */
export function byFoldedName(said: Dijelaskan): Readonly<Record<string, KeteranganMasukan>> {
  const folded = ({ bagianDari, ...one }: KeteranganMasukan) => ({ ...one, ...(bagianDari && { bagianDari: fold(bagianDari) }) })
  return Object.fromEntries(Object.entries(said ?? {}).map(([name, one]) => [fold(name), folded(one)]))
}
