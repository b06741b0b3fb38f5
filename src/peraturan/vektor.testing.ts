// Tests over the conformance vectors: every file is taken in, and each vector's figures can be taken away.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runVektor, type Vektor } from './vektor.ts'

const FOLDERS = ['nasional/metode/vektor', 'dki-jakarta/metode/vektor']

/** As they lie in the folders, so that a file that `vektor.ts` forgets is found out. */
export function readVektor(): Vektor[] {
  return FOLDERS.flatMap((folder) => {
    const path = join(import.meta.dirname, folder)
    return readdirSync(path).flatMap((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as Vektor[])
  })
}

export function checkVektor(vektor: Vektor): void {
  for (const { apa, harap, hitung } of runVektor(vektor)) assert.equal(hitung, harap, apa)
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
