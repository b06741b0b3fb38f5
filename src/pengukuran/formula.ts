// The formula of a dictionary version: its own, or an official method's in one of its readings; and what it refers to.
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import type { Masukan } from '../peraturan/metode.ts'
import { type Dependencies, dependencies } from '../rumus/dependencies.ts'
import { parse } from '../rumus/parse.ts'
import type { IndikatorRef, Tree } from '../rumus/tree.ts'
import { fold } from '../rumus/value.ts'
import { explainInWords } from '../rumus/words.ts'
import type { Loaded, Versi } from './hasil.ts'
import type { MasukanDiminta } from './masukan.ts'

export type Formula =
  | {
      ok: true
      tree: Tree
      names: readonly string[]
      masukan: Readonly<Record<string, Masukan>>
      metode: string | null
      bacaan: string | null
      arti: string | null
      dasar: string
    }
  | { ok: false; kode: string; pesan: string }

/** The formula of a version: its own, or the official method's in the reading chosen now, by the version, or by the method. */
export function formulaOf(versi: Versi, chosen?: string): Formula | undefined {
  const metode = versi.metode ? findMetode(versi.metode) : undefined
  if (versi.metode && !metode)
    return { ok: false, kode: 'METODE_TIDAK_DIKENAL', pesan: `Metode ${versi.metode} tidak ada di paket aturan.` }
  const bacaan = metode ? (chosen ?? versi.bacaan ?? metode.bacaanBaku) : null
  const reading = metode?.bacaan[bacaan!]
  if (metode && !reading)
    return {
      ok: false,
      kode: 'BACAAN_TIDAK_DIKENAL',
      pesan: `Metode ${metode.kode} tidak mempunyai bacaan ${bacaan}; yang ada: ${Object.keys(metode.bacaan).join(', ')}.`,
    }
  const teks = reading?.rumus ?? versi.rumus
  if (!teks) return undefined
  const parsed = parse(teks)
  if (!parsed.ok) return { ok: false, kode: parsed.error.kode, pesan: parsed.error.pesan }
  const needs = dependencies(parsed.tree)
  const names = [...new Set([...needs.names, ...Object.keys(needs.tables)].map(fold))]
  return {
    ok: true,
    tree: parsed.tree,
    names,
    masukan: metode?.masukan ?? ownInputs(needs),
    metode: metode?.kode ?? null,
    bacaan,
    arti: reading?.arti ?? null,
    dasar: metode?.dasar ?? versi.dasarHukum.join('; '),
  }
}

/** Of an own formula the text alone says what each name is: a table where a column of it is named, one figure otherwise. */
function ownInputs({ names, tables }: Dependencies): Record<string, Masukan> {
  const words = (name: string) => fold(name).replaceAll('_', ' ')
  const figures = names.map((name): [string, Masukan] => [fold(name), { jenis: 'ANGKA', dari: 'MASUKAN', arti: words(name) }])
  const sheets = Object.entries(tables).map(([name, columns]): [string, Masukan] => {
    const kolom = columns.map(fold).filter((c) => c !== 'nilai')
    return [fold(name), { jenis: 'TABEL', dari: 'MASUKAN', kolom: [...kolom, 'nilai'], arti: words(name) }]
  })
  return Object.fromEntries([...figures, ...sheets])
}

/** The formula in words, without figures. */
export const sentenceOf = (formula: Formula & { ok: true }) => explainInWords(formula.tree)

/** The variables of the reading in use, in the order in which the formula names them. */
export function inputsOf(formula: Formula | undefined): MasukanDiminta[] {
  if (!formula?.ok) return []
  return formula.names.flatMap((nama) => {
    const m = formula.masukan[nama]
    return m ? [{ nama, jenis: m.jenis, dari: m.dari, kolom: (m.kolom ?? []).filter((k) => k !== 'nilai'), arti: m.arti }] : []
  })
}

/** The other indicators that a version's formula refers to. */
export function references(versi: Versi): readonly IndikatorRef[] {
  const formula = formulaOf(versi)
  return formula?.ok ? dependencies(formula.tree).indikator : []
}

/** The names of the readings that a version's method can be computed in. */
export function readingsOf(versi: Versi | undefined): string[] {
  return Object.keys((versi?.metode ? findMetode(versi.metode) : undefined)?.bacaan ?? {})
}

/** The code itself and every code of the unit whose formula refers to it, however indirectly. */
export function dependents(bahan: Loaded, unit: string, kode: string, periode: string): string[] {
  const refersTo = (other: string) => {
    const versi = bahan.versi(unit, other, periode)
    return versi ? references(versi).map((r) => r.kode) : []
  }
  const found = new Set([kode])
  for (let grew = true; grew; ) {
    grew = false
    for (const other of bahan.kode(unit))
      if (!found.has(other) && refersTo(other).some((k) => found.has(k))) grew = Boolean(found.add(other))
  }
  return [...found]
}
