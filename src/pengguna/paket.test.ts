import assert from 'node:assert/strict'
import { test } from 'node:test'
import { METODE } from '../peraturan/dki-jakarta/metode.ts'
import { readVektor } from '../peraturan/vektor.testing.ts'
import { VEKTOR } from '../peraturan/vektor.ts'
import { metodeOf, paketOn } from './paket.ts'

test('a form stands in the pack of its own year only, and every dated row holds on the day asked for', () => {
  const forms = (day: string) => paketOn(day).bentuk.map((b) => b.kode)
  assert.deepEqual([forms('2022-12-31'), forms('2023-06-01'), forms('2024-12-31')], [[], ['DKI_2023'], ['DKI_2024']])
  const day = '2024-06-01'
  const { bentuk, metode, tenggat } = paketOn(day)
  for (const { kode, dasar, berlaku } of [...bentuk, ...metode, ...tenggat])
    assert.ok(dasar && berlaku.dari <= day && (berlaku.sampai ?? '9999') >= day, kode)
})

test('the permission table of the pack is the one that is asked', () => {
  const lock = paketOn('2025-01-01').wewenang.tindakan.find((t) => t.act === 'pengukuran.kunci')
  assert.deepEqual(lock?.boleh, [{ peran: 'BAPPEDA', lingkup: 'SEMUA' }])
})

test('every method shows the vectors that lie in the folders, none left out', () => {
  assert.equal(VEKTOR.length, readVektor().length)
  const shown = METODE.map((m) => metodeOf(m.kode)!.vektor.length).reduce((a, b) => a + b, 0)
  assert.equal(shown, VEKTOR.length)
  assert.equal(metodeOf('TIADA'), undefined)
})
