// An official method applied to printed figures. The formula is the pack's and the language is rumus; here the figures go in
// with the bounds of what they can have been, and a result with bounds comes out.
import { METODE } from '../peraturan/dki-jakarta/metode.ts'
import type { Metode } from '../peraturan/metode.ts'
import type { Decimal } from '../platform/kernel/decimal.ts'
import { isDecimal } from '../platform/kernel/decimal.ts'
import { compute, evaluate } from '../rumus/evaluate.ts'
import { parse } from '../rumus/parse.ts'
import { table } from '../rumus/table.ts'
import type { Tree } from '../rumus/tree.ts'
import { type Datum, exact, fold, isColumn, KOSONG, type Table } from '../rumus/value.ts'
import type { Hasil } from './angka.ts'

/** A figure; null where the cell is blank, which is never nothing. */
export type Isi = Hasil | null
/** One figure, or the rows of a table: the words that name the row, and its figure `nilai`. */
export type Masukan = Isi | readonly { readonly kunci: Readonly<Record<string, string>>; readonly nilai: Isi }[]

export function metodeOf(kode: string): Metode {
  const found = METODE.find((m) => m.kode === kode)
  if (!found) throw new Error(`Unknown method ${kode}`)
  return found
}

const trees = new Map<string, Tree>()

/**
 * The result of a method, undefined where it has none: an input is blank, or the rule does not provide for the case.
 * Every official formula rises or falls steadily with each of its inputs, so its bounds stand at the bounds of the inputs.
 */
export function hitungMetode(kode: string, masukan: Readonly<Record<string, Masukan>>, bacaan?: string): Hasil | undefined {
  const metode = metodeOf(kode)
  const rumus = metode.bacaan[bacaan ?? metode.bacaanBaku]!.rumus
  const tree = trees.get(rumus) ?? parsed(rumus)
  trees.set(rumus, tree)
  const nilai = run(tree, masukan, 'nilai')
  if (!nilai) return undefined
  const [low, high] = isExact(masukan) ? [nilai, nilai] : [run(tree, masukan, 'min'), run(tree, masukan, 'maks')]
  const ends = [nilai, low ?? nilai, high ?? nilai]
  return {
    nilai,
    min: ends.reduce((a, b) => (b.lt(a) ? b : a)),
    maks: ends.reduce((a, b) => (b.gt(a) ? b : a)),
    rumus: worked(tree, masukan) ?? `${kode}(${spoken(masukan)})`,
  }
}

/** Of a formula of single figures: the branch that was taken, with the figures in the place of their names. */
function worked(tree: Tree, masukan: Readonly<Record<string, Masukan>>): string | undefined {
  if (Object.values(masukan).some(isRows)) return undefined
  let step = evaluate(tree, { data: (name) => dataOf(masukan, 'nilai').get(name) }).jejak
  while (step && /^(?:IFS?)\(/i.test(step.teks) && step.anak.length) step = step.anak.at(-1)!
  const said = (name: string) => {
    const isi = masukan[name] as Isi | undefined
    return isi ? (/^[\d.]+$/.test(isi.rumus) ? isi.rumus : `(${isi.rumus})`) : name
  }
  return step?.teks.replace(/[a-z_]+/g, said)
}

function parsed(rumus: string): Tree {
  const read = parse(rumus)
  if (!read.ok) throw new Error(read.error.pesan)
  return read.tree
}

/** Amounts and weights were not rounded: they have no bounds. */
const isExact = (masukan: Readonly<Record<string, Masukan>>) =>
  Object.values(masukan).every((one) =>
    (isRows(one) ? one.map((r) => r.nilai) : [one]).every((isi) => !isi || isi.min.eq(isi.maks)),
  )

type End = 'nilai' | 'min' | 'maks'

function run(tree: Tree, masukan: Readonly<Record<string, Masukan>>, end: End): Decimal | undefined {
  const data = dataOf(masukan, end)
  const hasil = compute(tree, { data: (name) => data.get(name) })
  return hasil.status === 'NILAI' && !isColumn(hasil) && isDecimal(hasil.nilai) ? hasil.nilai : undefined
}

function dataOf(masukan: Readonly<Record<string, Masukan>>, end: End): Map<string, Datum | Table> {
  const datum = (isi: Isi): Datum => (isi ? exact(isi[end]) : KOSONG)
  const words = (kunci: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(kunci).map(([k, v]) => [k, exact(v)] as const))
  return new Map(
    Object.entries(masukan).map(([name, one]): [string, Datum | Table] => [
      fold(name),
      isRows(one) ? table(one.map((r) => ({ cells: { ...words(r.kunci), nilai: datum(r.nilai) } }))) : datum(one),
    ]),
  )
}

const isRows = (m: Masukan): m is Exclude<Masukan, Isi> => Array.isArray(m)

const LISTED = 8
function spoken(masukan: Readonly<Record<string, Masukan>>): string {
  const said = Object.entries(masukan).flatMap(([name, one]) => {
    if (!isRows(one)) return one ? [`${name} = ${one.rumus}`] : []
    const rows = one.flatMap((r) => (r.nilai ? [`${Object.values(r.kunci).join(' ')} = ${r.nilai.rumus}`] : []))
    return rows.length <= LISTED ? rows : [...rows.slice(0, LISTED - 2), `… ${rows.length - LISTED + 1} lagi …`, rows.at(-1)!]
  })
  return said.join('; ')
}
