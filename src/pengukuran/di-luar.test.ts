// What no branch of an official method provides for is said in its words; a formula of the office keeps the advice to mend it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { fromColumns, toColumns } from '../platform/kernel/figure.ts'
import type { Jejak } from '../rumus/trace.ts'
import { explainFrom } from './explanation.ts'
import type { Loaded, Versi } from './hasil.ts'

const versi = (kode: string, more: Partial<Versi>): Versi => ({
  ...{ id: kode, unit: 'u', kode, versi: 1, nama: kode, dasarHukum: [], satuan: 'Persen', jenisNilai: 'ANGKA' },
  ...{ polaritas: 'MAKSIMAL', agregasi: 'TERAKHIR', desimal: 2, pemilikData: null, metode: null, bacaan: null, rumus: null },
  ...{ berlakuDari: '2020-01-01', berlakuSampai: null, sumber: null },
  ...more,
})
const office = (versions: readonly Versi[], figures: Readonly<Record<string, string>>): Loaded => ({
  versi: (_unit, kode) => versions.find((v) => v.kode === kode),
  klaim: () => [],
  tabel: (_unit, _kode, periode, dari) =>
    dari !== 'MASUKAN' || periode !== '2023'
      ? []
      : Object.entries(figures).map(([nama, nilai]) => ({
          nama,
          isian: [{ dimensi: {}, nilai: fromColumns(toColumns({ status: 'NILAI', nilai })), sumber: null }],
        })),
  tidakDitargetkan: () => false,
  anak: () => [],
  target: () => undefined,
  kode: () => [],
})
const told = (versions: readonly Versi[], figures: Readonly<Record<string, string>>, kode = 'KPA') =>
  explainFrom(office(versions, figures), 'u', kode, '2023').hasil
const texts = (jejak: Jejak): string[] => [
  ...('pesan' in jejak.hasil ? [jejak.hasil.pesan] : []),
  ...jejak.anak.flatMap((part) => texts(part)),
]

const GAP = { serapan: '77.45', efisiensi: '0', output: '100' }
const said = findMetode('KPA')!.bacaan.KETENTUAN!.diLuar!

test('the gap of KPA is told as a gap of the rule, in the value and in its trace', () => {
  const { nilai, rumus } = told([versi('KPA', { metode: 'KPA' })], GAP)
  assert.equal(nilai.kode, 'TIDAK_ADA_CABANG')
  assert.equal(nilai.pesan, said)
  assert.deepEqual([...new Set(texts(rumus!.jejak!))], [said])
})

test('an output above 100 is told in the words of the reading that is used', () => {
  const { nilai } = told([versi('KPA', { metode: 'KPA', bacaan: 'CELAH_TANPA_EFISIENSI' })], { ...GAP, output: '105' })
  assert.match(nilai.pesan!, /^Output paling tinggi 100%/)
})

test('a formula that the office wrote keeps the advice to add TRUE', () =>
  assert.match(told([versi('KPA', { rumus: 'IFS(serapan > 80, 1)' })], GAP).nilai.pesan!, /tambahkan TRUE/))

test('what fails in another indicator is told in the words of that one', () => {
  const above = versi('IKL', { metode: 'IKL' })
  const below = (rumus: string) => [above, versi('IKM', { rumus }), versi('IEK', { rumus: 'serapan' })]
  assert.match(told(below('IFS(serapan > 80, 1)'), GAP, 'IKL').nilai.pesan!, /tambahkan TRUE/)
  const own = versi('A', { rumus: 'INDIKATOR("KPA") + 1' })
  assert.equal(told([own, versi('KPA', { metode: 'KPA' })], GAP, 'A').nilai.pesan, said)
})
