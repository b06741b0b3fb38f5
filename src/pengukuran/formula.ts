// The formula of a dictionary version: its own, or an official method's in one of its readings; and what it refers to.
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { ownInputs } from '../peraturan/masukan-sendiri.ts'
import type { Masukan } from '../peraturan/metode.ts'
import { type Dependencies, dependencies } from '../rumus/dependencies.ts'
import { type Parsed, parse } from '../rumus/parse.ts'
import type { IndikatorRef, Tree } from '../rumus/tree.ts'
import { fold } from '../rumus/value.ts'
import { explainInWords } from '../rumus/words.ts'
import type { Versi } from './hasil.ts'
import type { MasukanDiminta } from './masukan.ts'
import { variantsOf } from './versi.ts'

export type Formula =
  | {
      ok: true
      tree: Tree
      needs: Dependencies
      names: readonly string[]
      masukan: Readonly<Record<string, Masukan>>
      metode: string | null
      bacaan: string | null
      arti: string | null
      diLuar: string | null
      dasar: string
    }
  | { ok: false; kode: string; pesan: string }

const known = new WeakMap<Versi, { readonly formula: Formula | undefined }>()

/** The formula of a version: its own, or the official method's in the reading chosen now, by the version, or by the method. */
export function formulaOf(versi: Versi, chosen?: string): Formula | undefined {
  if (chosen !== undefined) return read(versi, chosen)
  const before = known.get(versi)
  if (before) return before.formula
  const formula = read(versi)
  known.set(versi, { formula })
  return formula
}

function read(versi: Versi, chosen?: string): Formula | undefined {
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
  const parsed = parsedOnce(teks)
  if (!parsed.ok) return { ok: false, kode: parsed.error.kode, pesan: parsed.error.pesan }
  const { tree, needs, names } = parsed
  return {
    ok: true,
    tree,
    needs,
    names,
    masukan: metode?.masukan ?? ownInputs(needs, versi.masukan),
    metode: metode?.kode ?? null,
    bacaan,
    arti: reading?.arti ?? null,
    diLuar: reading?.diLuar ?? null,
    dasar: metode?.dasar ?? versi.dasarHukum.join('; '),
  }
}

type Read = { ok: true; tree: Tree; needs: Dependencies; names: readonly string[] } | Extract<Parsed, { ok: false }>

/** A province writes the same few hundred formulas into many thousand versions: each text is parsed once, and compiled once. */
const texts = new Map<string, Read>()
const MOST_TEXTS = 5_000

function parsedOnce(teks: string): Read {
  const before = texts.get(teks)
  if (before) return before
  if (texts.size >= MOST_TEXTS) texts.clear()
  const parsed = parse(teks)
  const read = parsed.ok ? withNeeds(parsed) : parsed
  texts.set(teks, read)
  return read
}

function withNeeds({ tree }: { readonly tree: Tree }): Read {
  const needs = dependencies(tree)
  return { ok: true, tree, needs, names: [...new Set([...needs.names, ...Object.keys(needs.tables)].map(fold))] }
}

/** The formula in words, without figures. */
export const sentenceOf = (formula: Formula & { ok: true }) => explainInWords(formula.tree)

/** The variables of the reading in use, in the order in which the formula names them. */
export function inputsOf(formula: Formula | undefined): MasukanDiminta[] {
  if (!formula?.ok) return []
  return formula.names.flatMap((nama) => {
    const m = formula.masukan[nama]
    if (!m) return []
    const { kolom = [], ...told } = m
    return [{ ...told, nama, kolom: kolom.filter((k) => k !== 'nilai') }]
  })
}

/** The other indicators that a version's formula refers to, in whichever quarter. */
export function references(versi: Versi): readonly IndikatorRef[] {
  return variantsOf(versi).flatMap((v) => {
    const formula = formulaOf(v)
    return formula?.ok ? formula.needs.indikator : []
  })
}

/** The names of the readings that a version's method can be computed in. */
export function readingsOf(versi: Versi | undefined): string[] {
  return Object.keys((versi?.metode ? findMetode(versi.metode) : undefined)?.bacaan ?? {})
}
