// A formula as its author writes it: what is wrong and what was meant, what it says in words, what it needs, what may follow.
import { declaredInputs } from '../peraturan/masukan-sendiri.ts'
import { jenisMasukan } from '../peraturan/metode.ts'
import { check, type Declared } from '../rumus/check.ts'
import { dependencies } from '../rumus/dependencies.ts'
import { FUNCTIONS } from '../rumus/functions.ts'
import { highlight, type Potongan } from '../rumus/highlight.ts'
import type { Jenis } from '../rumus/kind.ts'
import type { FormulaError } from '../rumus/lexer.ts'
import { nearest } from '../rumus/nearest.ts'
import { parse } from '../rumus/parse.ts'
import { print } from '../rumus/print.ts'

import type { Jejak } from '../rumus/trace.ts'
import { children, type IndikatorRef, type Node } from '../rumus/tree.ts'
import { fold } from '../rumus/value.ts'
import { explainInWords } from '../rumus/words.ts'
import type { VersiIndikator } from './indikator.ts'

/** What a formula may name: figures and tables with their units, other indicators. */
export type Nama = {
  readonly angka: Readonly<Record<string, string | null>>
  readonly tabel: Readonly<Record<string, readonly string[]>>
  readonly indikator: Readonly<Record<string, string | null>>
  /** Those of the indicators whose value is a category: a predikat, an opini. */
  readonly kategori?: readonly string[]
}
/** `salah` cannot be saved; a `peringatan` asks for a second look. */
export type Masalah = {
  readonly kode: string
  readonly berat: 'salah' | 'peringatan'
  readonly pesan: string
  /** What to write instead, where that can be told. */
  readonly saran: string | null
  readonly baris: number
  readonly kolom: number
  readonly dari: number
  readonly sampai: number
}
export type PeriksaRumus = {
  readonly masalah: readonly Masalah[]
  /** What it says; null where it cannot be read. */
  readonly kata: string | null
  /** The formula in its one spelling. */
  readonly rapi: string | null
  readonly nama: readonly string[]
  readonly tabel: Readonly<Record<string, readonly string[]>>
  readonly indikator: readonly IndikatorRef[]
}
export type Hasil = NonNullable<Declared['hasil']>

/** An input of an office's own formula need not be declared, so a strange name is a warning; where none is declared it is none. */
const STRANGE = new Set(['NAMA_TIDAK_DIKENAL', 'KOLOM_TIDAK_DIKENAL', 'INDIKATOR_TIDAK_DIKENAL'])

const NEW_INPUT = 'Bila memang masukan baru, isi arti atau satuannya.'

/** `masukan`: what the office says of the formula's own inputs, their units above all. */
export function checkFormula(text: string, known?: Nama, hasil?: Hasil, masukan?: VersiIndikator['masukan']): PeriksaRumus {
  const parsed = parse(text)
  if (!parsed.ok) {
    const { diharapkan: _, ...error } = parsed.error
    const saran = meant(text, parsed.error)
    return { masalah: [{ ...error, berat: 'salah', saran }], kata: null, rapi: null, nama: [], tabel: {}, indikator: [] }
  }
  const { tree } = parsed
  const { names, tables, indikator } = dependencies(tree)
  const own = jenisMasukan({ masukan: declaredInputs({ names, tables }, masukan) })
  const masalah = check(tree, { ...declared(known, own), hasil }).keberatan.map(({ letak, ...k }): Masalah => {
    const saran = k.kode === 'NAMA_TIDAK_DIKENAL' ? [k.saran, NEW_INPUT].filter(Boolean).join(' ') : k.saran
    return { ...k, saran, berat: STRANGE.has(k.kode) ? 'peringatan' : k.berat, ...letak }
  })
  return { masalah, kata: explainInWords(tree), rapi: print(tree.root), nama: names, tabel: tables, indikator }
}

function meant(text: string, error: FormulaError): string | null {
  const expected = error.diharapkan
  if (error.kode === 'FUNGSI_TIDAK_DIKENAL') {
    const near = nearest(text.slice(error.dari, error.sampai), expected)
    return near ? `Mungkin maksudnya ${near}.` : `Yang ada: ${expected.join(', ')}.`
  }
  return expected.length === 1 && !error.pesan.includes(expected[0]!) ? `Tulis ${expected[0]}.` : null
}

function declared(known: Nama | undefined, own: ReadonlyMap<string, Jenis>): Declared {
  if (!known) return own.size > 0 ? { data: own } : {}
  const { angka, tabel, indikator, kategori = [] } = known
  const columns = (names: readonly string[]): Jenis => ({
    jenis: 'TABEL',
    kolom: Object.fromEntries(names.map((name): [string, Jenis] => [name, { jenis: name === 'nilai' ? 'ANGKA' : 'TEKS' }])),
  })
  const data: [string, Jenis][] = [
    ...Object.entries(angka).map(([name, satuan]): [string, Jenis] => [fold(name), { jenis: 'ANGKA', satuan }]),
    ...Object.entries(tabel).map(([name, kolom]): [string, Jenis] => [fold(name), columns(kolom)]),
    ...own,
  ]
  return {
    // Where nobody has named a figure yet every name is as good as another.
    ...(data.length > 0 && { data: new Map(data) }),
    indikator: ({ kode }) =>
      Object.hasOwn(indikator, kode) ? { satuan: indikator[kode]!, kategori: kategori.includes(kode) } : undefined,
  }
}

/** Every character in one piece with its look; what a check found wrong is marked on top by its offsets. */
export function piecesOf(text: string): readonly Potongan[] {
  return highlight(text)
}

/** The formula in words, with the figures of one evaluation. */
export function inWords(text: string, jejak: Jejak | null): string | null {
  const parsed = parse(text)
  return parsed.ok ? explainInWords(parsed.tree, jejak) : null
}

export type Saran = {
  readonly teks: string
  readonly arti: string
  readonly jenis: 'fungsi' | 'nama' | 'tabel' | 'kolom' | 'indikator'
}
export type SaranRumus = { readonly dari: number; readonly sampai: number; readonly isi: readonly Saran[] }

const MOST = 8

/** What may stand where the caret is: functions and names that begin as typed, a table's columns, codes of indicators. */
export function complete(text: string, caret: number, known: Nama): SaranRumus | null {
  const before = text.slice(0, caret)
  const inReference = /INDIKATOR\(\s*"([A-Z0-9_]*)$/i.exec(before)
  const inTable = /([\p{L}_][\p{L}\p{M}\p{N}_]*)\[([\p{L}\p{M}\p{N}_]*)$/u.exec(before)
  const word = inReference?.[1] ?? inTable?.[2] ?? /(?<![\p{N}."\p{L}_])[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.exec(before)?.[0] ?? ''
  const open = (before.match(/"/g)?.length ?? 0) % 2 === 1
  if ((open && !inReference) || (word === '' && !inReference && !inTable)) return null
  const from = (jenis: Saran['jenis'], names: readonly string[], arti: (name: string) => string): Saran[] =>
    names.filter((name) => fold(name).startsWith(fold(word))).map((name) => ({ teks: name, arti: arti(name), jenis }))
  const table = inTable && Object.keys(known.tabel).find((name) => fold(name) === fold(inTable[1]!))
  const found = inReference
    ? from('indikator', Object.keys(known.indikator), (code) => known.indikator[code] ?? '')
    : inTable
      ? from('kolom', table ? known.tabel[table]! : [], () => '')
      : [
          ...from('nama', Object.keys(known.angka), (name) => known.angka[name] ?? ''),
          ...from('tabel', Object.keys(known.tabel), (name) => known.tabel[name]!.join(', ')),
          ...from('fungsi', [...Object.keys(FUNCTIONS), 'INDIKATOR'], (name) => FUNCTIONS[name]?.form ?? 'INDIKATOR("KODE")'),
        ]
  const isi = found.filter((one) => one.teks !== word || found.length > 1).slice(0, MOST)
  return isi.length ? { dari: caret - word.length, sampai: caret, isi } : null
}

/** What is written for a choice: a function with its bracket, a table with its column to come. */
export function inserted({ teks, jenis }: Saran): string {
  if (teks === 'INDIKATOR' && jenis === 'fungsi') return 'INDIKATOR("'
  return jenis === 'fungsi' ? `${teks}(` : jenis === 'tabel' ? `${teks}[` : teks
}

/**
 * The formula without references to other indicators, as a single case of `calc` needs it: each becomes a figure
 * (with ANAK() a table) of its own name, whose value the one who tries it out gives.
 */
export function standalone(text: string): {
  readonly rumus: string
  readonly acuan: readonly { nama: string; ref: IndikatorRef }[]
} {
  const parsed = parse(text)
  if (!parsed.ok) return { rumus: text, acuan: [] }
  const acuan = new Map<string, IndikatorRef>()
  const places: { dari: number; sampai: number; nama: string }[] = []
  const visit = (node: Node): void => {
    if (node.kind === 'indikator') {
      const { kode, periode, tahun, anak } = node.ref
      const shift = (n: number, word: string) => (n === 0 ? '' : `_${word}_${n < 0 ? 'lalu' : 'depan'}_${Math.abs(n)}`)
      const nama = `${kode.replace(/[^\p{L}\p{N}_]/gu, '_')}${shift(periode, 'periode')}${shift(tahun, 'tahun')}${anak ? '_anak' : ''}`
      acuan.set(nama, node.ref)
      places.push({ ...node.letak, nama: anak ? `${nama}[nilai]` : nama })
    }
    children(node).forEach(visit)
  }
  visit(parsed.tree.root)
  const rumus = places
    .sort((a, b) => b.dari - a.dari)
    .reduce((done, { dari, sampai, nama }) => done.slice(0, dari) + nama + done.slice(sampai), text)
  return { rumus, acuan: [...acuan].map(([nama, ref]) => ({ nama, ref })) }
}
