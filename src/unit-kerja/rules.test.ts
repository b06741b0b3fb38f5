import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingHolders, type Holder } from './rules.ts'

const holds = (pegawai: string, sifat: Holder['sifat'], jabatan = 'walikota'): Holder => ({ pegawai, sifat, jabatan })
const acts = (...holders: Holder[]) => actingHolders(holders).map((h) => h.pegawai)

test('the holder of an office acts for it', () => assert.deepEqual(acts(holds('dhany', 'DEFINITIF')), ['dhany']))

test('while a Plt or Plh is assigned, only that person acts', () => {
  assert.deepEqual(acts(holds('dhany', 'DEFINITIF'), holds('iqbal', 'PLH')), ['iqbal'])
  assert.deepEqual(acts(holds('iqbal', 'PLT'), holds('dhany', 'DEFINITIF')), ['iqbal'])
})

test('a Pj is a holder, displaces nobody, and is displaced like one', () => {
  assert.deepEqual(acts(holds('heru', 'PJ')), ['heru'])
  assert.deepEqual(acts(holds('heru', 'PJ'), holds('lain', 'DEFINITIF')), ['heru', 'lain'])
  assert.deepEqual(acts(holds('heru', 'PJ'), holds('joko', 'PLH')), ['joko'])
})

test('an acting official displaces in that office only', () => {
  assert.deepEqual(acts(holds('dhany', 'DEFINITIF'), holds('iqbal', 'PLT', 'sekko'), holds('x', 'DEFINITIF', 'sekko')), [
    'dhany',
    'iqbal',
  ])
})

test('an office without a holder has nobody who acts', () => assert.deepEqual(acts(), []))
