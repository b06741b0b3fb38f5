// Conformance vectors: a case of `calc` for a method in one of its readings, and what must come out of it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import { type CalcResult, calc } from '../rumus/calc.ts'
import { findMetode } from './dki-jakarta/metode.ts'
import type { Metode } from './metode.ts'
import { findSkala, SKALA_CAPAIAN, tingkatOf } from './nasional/skala.ts'

export type Vektor = {
  readonly metode: string
  /** The method's own default where it is not said. */
  readonly bacaan?: string
  readonly nama: string
  /** Where the expected figure is printed; none where it is plain arithmetic. */
  readonly sumber?: string
  readonly kasus: { readonly data: Readonly<Record<string, unknown>>; readonly target?: string }
  /** Results of the indicators that the formula refers to. */
  readonly indikator?: Readonly<Record<string, unknown>>
  readonly harap: {
    /** NILAI where neither a status nor a code of GALAT is expected. */
    readonly status?: string
    readonly kode?: string
    readonly nilai?: string
    readonly tampil?: string
    readonly capaian?: string
    readonly sebutan?: string
  }
}

const FOLDERS = ['nasional/metode/vektor', 'dki-jakarta/metode/vektor']

export function readVektor(): Vektor[] {
  return FOLDERS.flatMap((folder) => {
    const path = join(import.meta.dirname, folder)
    return readdirSync(path).flatMap((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as Vektor[])
  })
}

export function bacaanOf(vektor: Vektor, metode: Metode): string {
  return vektor.bacaan ?? metode.bacaanBaku
}

export function checkVektor(vektor: Vektor): void {
  const metode = findMetode(vektor.metode)
  assert.ok(metode, `no method ${vektor.metode}`)
  const { nilai, capaian } = run(vektor, metode)
  const { harap } = vektor
  assert.equal(nilai.status, harap.status ?? (harap.kode ? 'GALAT' : 'NILAI'), JSON.stringify(nilai))
  const found = {
    kode: 'kode' in nilai ? nilai.kode : undefined,
    nilai: 'nilai' in nilai ? nilai.nilai : undefined,
    tampil: nilai.tampil,
    capaian: capaian.tampil,
    sebutan: 'nilai' in nilai ? sebutanOf(metode, String(nilai.nilai)) : undefined,
  }
  for (const key of ['kode', 'nilai', 'tampil', 'capaian', 'sebutan'] as const)
    if (harap[key] !== undefined) assert.equal(found[key], harap[key], key)
}

/** The value's exact text, or its status. */
export function resultOf(vektor: Vektor): string {
  const { nilai } = run(vektor, findMetode(vektor.metode)!)
  return 'nilai' in nilai ? String(nilai.nilai) : nilai.status
}

/** The vector with each of its figures in turn replaced by an empty state. */
export function* blanked(
  vektor: Vektor,
  status: 'KOSONG' | 'BELUM_RILIS',
): Generator<{ readonly at: string; readonly vektor: Vektor }> {
  const empty = { status }
  const put = (key: 'kasus' | 'indikator', name: string, value: unknown): Vektor =>
    key === 'kasus'
      ? { ...vektor, kasus: { ...vektor.kasus, data: { ...vektor.kasus.data, [name]: value } } }
      : { ...vektor, indikator: { ...vektor.indikator, [name]: value } }
  for (const name of Object.keys(vektor.indikator ?? {})) yield { at: name, vektor: put('indikator', name, empty) }
  for (const [name, value] of Object.entries(vektor.kasus.data))
    if (!Array.isArray(value)) yield { at: name, vektor: put('kasus', name, empty) }
    else
      for (const [i, row] of value.entries())
        yield { at: `${name}[${i}]`, vektor: put('kasus', name, value.with(i, { ...row, nilai: empty })) }
}

/** A case has no other indicators; a formula that refers to them is given their results as data of the same names. */
function run({ kasus, indikator = {}, bacaan }: Vektor, metode: Metode): CalcResult {
  const { rumus } = metode.bacaan[bacaan ?? metode.bacaanBaku]!
  const data = { ...kasus.data, ...indikator }
  return calc({ ...kasus, data, rumus: rumus.replaceAll(/INDIKATOR\("(\w+)"\)/g, '$1') }, SKALA_CAPAIAN)
}

function sebutanOf({ skala }: Metode, nilai: string): string | undefined {
  return skala ? tingkatOf(findSkala(skala)!, parseDecimal(nilai))?.sebutan : undefined
}
