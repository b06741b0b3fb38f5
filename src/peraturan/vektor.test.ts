// Every official method gives what the papers print, and says so where it can give nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../rumus/check.ts'
import { parse } from '../rumus/parse.ts'
import { children, type Node } from '../rumus/tree.ts'
import { METODE } from './dki-jakarta/metode.ts'
import { jenisMasukan, type Metode } from './metode.ts'
import { findSkala } from './nasional/skala.ts'
import { blanked, checkVektor, readVektor } from './vektor.testing.ts'
import { bacaanOf, VEKTOR as OFFERED, resultOf, type Vektor } from './vektor.ts'

const VEKTOR = readVektor()

for (const vektor of VEKTOR)
  test(`${vektor.metode}${vektor.bacaan ? ` (${vektor.bacaan})` : ''}: ${vektor.nama}`, () => checkVektor(vektor))

test('the program offers every vector that lies in the folders', () => {
  const names = (list: readonly Vektor[]) => list.map((v) => JSON.stringify(v)).sort()
  assert.deepEqual(names(OFFERED), names(VEKTOR))
})

const of = (metode: Metode) => VEKTOR.filter((v) => v.metode === metode.kode)
const lacking = (has: (vektor: readonly Vektor[], metode: Metode) => boolean) =>
  METODE.filter((m) => !has(of(m), m)).map((m) => m.kode)
const isOrdinary = ({ harap }: Vektor) => harap.nilai !== undefined || harap.tampil !== undefined

test('every reading of every method has an ordinary case', () => {
  const bare = METODE.flatMap((m) =>
    Object.keys(m.bacaan)
      .filter((bacaan) => !of(m).some((v) => bacaanOf(v, m) === bacaan && isOrdinary(v)))
      .map((bacaan) => `${m.kode} ${bacaan}`),
  )
  assert.deepEqual(bare, [])
})

test('every method says of one missing input that the value is missing', () =>
  assert.deepEqual(
    lacking((v) => v.some(({ harap }) => harap.status === 'KOSONG')),
    [],
  ))

test('every method says of an input not released that the value is not released', () =>
  assert.deepEqual(
    lacking((v) => v.some(({ harap }) => harap.status === 'BELUM_RILIS')),
    [],
  ))

for (const status of ['KOSONG', 'BELUM_RILIS'] as const)
  test(`whichever figure of an ordinary case is ${status}, the value is too, unless that case does not need the figure`, () => {
    for (const ordinary of VEKTOR.filter(isOrdinary)) {
      const whole = resultOf(ordinary)
      for (const { at, vektor } of blanked(ordinary, status)) {
        const result = resultOf(vektor)
        assert.ok(result === status || result === whole, `${vektor.metode}, ${vektor.nama}, ${at}: ${result}`)
      }
    }
  })

test('every method that divides by an input has a case where it is zero', () =>
  assert.deepEqual(
    lacking((v, m) => !dividesByInput(m) || v.some(({ harap }) => harap.kode === 'BAGI_NOL')),
    [],
  ))

test('every method whose value has a scale has a case with the name that the scale gives', () =>
  assert.deepEqual(
    lacking((v, { skala }) => !skala || v.some(({ harap }) => harap.sebutan)),
    [],
  ))

test('every name of every scale of a method is given by a vector', () => {
  const given = (skala: string) =>
    VEKTOR.filter((v) => METODE.find((m) => m.kode === v.metode)?.skala === skala).map((v) => v.harap.sebutan)
  const never = [...new Set(METODE.flatMap(({ skala }) => skala ?? []))].flatMap((kode) =>
    findSkala(kode)!
      .tingkat.filter(({ sebutan }) => !given(kode).includes(sebutan))
      .map(({ sebutan }) => `${kode} ${sebutan}`),
  )
  assert.deepEqual(never, [])
})

test('a vector that expects another figure, name, status or code fails', () => {
  const right: Vektor = {
    metode: 'NKA_MI',
    nama: 'x',
    kasus: { data: { implementasi: '83.50', manfaat: '100' }, target: '71' },
    harap: {},
  }
  const wrong = [
    { nilai: '94.5' },
    { tampil: '94,50' },
    { capaian: '133,10' },
    { sebutan: 'Baik' },
    { status: 'KOSONG' },
    { kode: 'BAGI_NOL' },
  ]
  checkVektor(right)
  for (const harap of wrong) assert.throws(() => checkVektor({ ...right, harap }), assert.AssertionError)
})

test('no vector gives an input that its method does not declare', () => {
  for (const { metode: kode, nama, kasus } of VEKTOR) {
    const { masukan } = METODE.find((m) => m.kode === kode)!
    for (const [name, value] of Object.entries(kasus.data)) {
      const declared = masukan[name]
      assert.ok(declared, `${kode}, ${nama}: ${name}`)
      assert.equal(Array.isArray(value), declared.jenis === 'TABEL', `${kode}, ${nama}: ${name}`)
      for (const row of Array.isArray(value) ? value : [])
        assert.deepEqual(Object.keys(row), declared.kolom, `${kode}, ${nama}: ${name}`)
    }
  }
})

const mayFail = (node: Node) => {
  if (node.kind !== 'call' || node.name !== 'IFS') return false
  const last = node.args.at(node.args.length % 2 ? -1 : -2)!
  return node.args.length % 2 === 0 && !(last.kind === 'boolean' && last.value)
}

test('every reading whose branches may all fail, and no other, says what it does not provide for', () => {
  const wrong = METODE.flatMap((m) =>
    Object.entries(m.bacaan).flatMap(([bacaan, { rumus, diLuar }]) => {
      const parsed = parse(rumus)
      assert.ok(parsed.ok)
      return some(parsed.tree.root, mayFail) === (diLuar !== undefined) ? [] : [`${m.kode} ${bacaan}`]
    }),
  )
  assert.deepEqual(wrong, [])
})

function dividesByInput({ bacaan }: Metode): boolean {
  return Object.values(bacaan).some(({ rumus }) => {
    const parsed = parse(rumus)
    return (
      parsed.ok && some(parsed.tree.root, (node) => node.kind === 'binary' && node.operator === '/' && some(node.right, isInput))
    )
  })
}

const isInput = (node: Node) => node.kind === 'name' || node.kind === 'column'

function some(node: Node, holds: (node: Node) => boolean): boolean {
  return holds(node) || children(node).some((child) => some(child, holds))
}

test('every reading of every method passes the check that a formula of an office must pass', () => {
  const objections = METODE.flatMap((m) =>
    Object.entries(m.bacaan).flatMap(([bacaan, { rumus }]) => {
      const parsed = parse(rumus)
      assert.ok(parsed.ok)
      const jenis = m.satuan === 'Predikat' ? ('KATEGORI' as const) : ('ANGKA' as const)
      const found = check(parsed.tree, { data: jenisMasukan(m), hasil: { jenis, satuan: m.satuan } }).keberatan
      return found.filter((k) => k.berat === 'salah').map((k) => `${m.kode} ${bacaan}: ${k.kode} ${k.pesan}`)
    }),
  )
  assert.deepEqual(objections, [])
})
