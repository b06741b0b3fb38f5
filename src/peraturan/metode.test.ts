// The pack as data: what is written in it can be read, refers to itself only, and holds once at a time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dependencies } from '../rumus/dependencies.ts'
import { type Parsed, parse } from '../rumus/parse.ts'
import { findMetode, METODE } from './dki-jakarta/metode.ts'
import { angka, defineMetode, type Metode } from './metode.ts'
import { findSkala } from './nasional/skala.ts'

const readings = METODE.flatMap((metode) =>
  Object.entries(metode.bacaan).flatMap(([name, { rumus, arti, maks }]) =>
    [rumus, ...(maks ? [maks] : [])].map((text) => ({ metode, name, rumus: text, arti })),
  ),
)
const year = /_(\d{4})$/

test('every formula of the pack can be read', () => {
  const wrong = readings.flatMap(({ metode, name, rumus }) => {
    const parsed = parse(rumus)
    return parsed.ok ? [] : [`${metode.kode} ${name}: ${parsed.error.pesan}`]
  })
  assert.deepEqual(wrong, [])
})

test('a formula uses only the inputs and columns that its method declares', () => {
  const undeclared = readings.flatMap(({ metode: { kode, masukan }, name, rumus }) => {
    const { names, tables } = needs(rumus)
    const figures = names.filter((n) => masukan[n]?.jenis !== 'ANGKA')
    const columns = Object.entries(tables).flatMap(([table, used]) =>
      used.filter((c) => !masukan[table]?.kolom?.includes(c)).map((c) => `${table}[${c}]`),
    )
    return [...figures, ...columns].map((what) => `${kode} ${name}: ${what}`)
  })
  assert.deepEqual(undeclared, [])
})

test('every declared input is used by some reading', () => {
  const unused = METODE.flatMap(({ kode, masukan, bacaan }) => {
    const used = Object.values(bacaan).flatMap(({ rumus }) => [...needs(rumus).names, ...Object.keys(needs(rumus).tables)])
    return Object.keys(masukan)
      .filter((name) => !used.includes(name))
      .map((name) => `${kode}: ${name}`)
  })
  assert.deepEqual(unused, [])
})

test('an indicator that a formula refers to has a method of its own', () => {
  for (const { rumus } of readings) for (const { kode } of needs(rumus).indikator) assert.ok(findMetode(kode), kode)
})

test('a code names one method, and its default is one of its readings', () => {
  assert.equal(new Set(METODE.map((m) => m.kode)).size, METODE.length)
  assert.throws(() => defineMetode({ ...METODE[0]!, bacaanBaku: 'LAIN' }), /no reading LAIN/)
})

test('every method and reading says what it means, on which regulation and line it rests, and in which scale it is named', () => {
  for (const { kode, nama, satuan, dasar, masukan, skala } of METODE) {
    assert.ok(nama && satuan, kode)
    assert.match(dasar, /naskah 00\d, baris \d+/, kode)
    for (const [name, { arti }] of Object.entries(masukan)) assert.ok(arti, `${kode} ${name}`)
    if (skala) assert.ok(findSkala(skala), `${kode}: ${skala}`)
  }
  for (const { metode, name, arti } of readings) assert.ok(arti, `${metode.kode} ${name}`)
})

test('a code that ends in a year holds from that year on', () => {
  for (const { kode, berlaku } of METODE) if (year.test(kode)) assert.equal(berlaku.dari.slice(0, 4), year.exec(kode)![1], kode)
})

test('windows of the same method do not overlap', () => assert.deepEqual(overlaps(METODE), []))

test('two windows that overlap are seen', () => {
  const at = (kode: string, dari: string, sampai?: string) =>
    defineMetode({ ...METODE[0]!, kode, masukan: { x: angka('x') }, berlaku: { dari, sampai } })
  assert.deepEqual(overlaps([at('X_2023', '2023-01-01'), at('X_2025', '2025-01-01')]), ['X_2023 and X_2025'])
  assert.deepEqual(overlaps([at('X_2023', '2023-01-01', '2024-12-31'), at('X_2025', '2025-01-01')]), [])
  assert.deepEqual(overlaps([at('X_2023', '2023-12-31', '2023-01-01')]), ['X_2023 ends before it begins'])
})

function needs(rumus: string) {
  return dependencies((parse(rumus) as Extract<Parsed, { ok: true }>).tree)
}

function overlaps(metode: readonly Metode[]): string[] {
  const end = ({ berlaku }: Metode) => berlaku.sampai ?? '9999-12-31'
  const stem = ({ kode }: Metode) => kode.replace(year, '')
  const backwards = metode.filter((m) => end(m) < m.berlaku.dari).map((m) => `${m.kode} ends before it begins`)
  const pairs = metode.flatMap((a, i) => metode.slice(i + 1).map((b) => [a, b] as const))
  return [
    ...backwards,
    ...pairs
      .filter(([a, b]) => stem(a) === stem(b) && a.berlaku.dari <= end(b) && b.berlaku.dari <= end(a))
      .map(([a, b]) => `${a.kode} and ${b.kode}`),
  ]
}
