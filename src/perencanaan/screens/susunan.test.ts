import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Butir,
  jalur,
  type Kontribusi,
  kodeBerikut,
  langkah,
  type Simpul,
  semua,
  susun,
  tampak,
  tutupAwal,
} from './susunan.ts'

const node = (kode: string, induk: string | null = null): Simpul => ({
  id: kode,
  dokumen: 'RENSTRA',
  kode,
  induk,
  jenis: 'SASARAN',
  pernyataan: kode,
  urutan: 0,
  indikator: [],
  sumber: null,
  keterangan: null,
  version: 1,
})
const asked = (simpul: string, unit: string): Kontribusi => ({
  simpul,
  unit,
  kodeSimpul: simpul,
  unitSimpul: 'dki.jakpus',
  namaUnitSimpul: 'Jakarta Pusat',
  pernyataan: simpul,
  namaUnit: unit,
  kontribusi: 'Mendukung.',
  status: 'DITERIMA',
  alasan: null,
  sumber: null,
  version: 1,
})
const NODES = [node('A'), node('B', 'A'), node('C', 'B'), node('D', 'A'), node('E')]
const ids = (list: readonly Butir[]) => list.map((b) => b.id)

test('children stand below their parents, contributors after them; many contributors under one head', () => {
  const tree = susun(NODES, [asked('B', 'bkd'), asked('D', 'x'), asked('D', 'y'), asked('D', 'z')])
  assert.deepEqual(ids(semua(tree)), ['A', 'B', 'C', 'B/bkd', 'D', 'D/', 'D/x', 'D/y', 'D/z', 'E'])
  assert.deepEqual(ids(tampak(tree, tutupAwal(tree, false))), ['A', 'B', 'C', 'B/bkd', 'D', 'D/', 'E'])
})

test('a node whose parent is of a plan that does not hold in the year is a top', () => {
  assert.deepEqual(ids(susun([node('B', 'gone')], [])), ['B'])
})

test('the arrows walk as in every tree: right opens, then goes in; left closes, then goes out', () => {
  const tree = susun(NODES, [])
  const [a, b] = [tree[0]!, tree[0]!.anak[0]!]
  const step = (key: string, from: Butir, tutup = new Set<string>()) => {
    const found = langkah(key, from, tampak(tree, tutup), tutup)
    return found && ('ke' in found ? `go ${found.ke.id}` : `turn ${found.alih.id}`)
  }
  assert.equal(step('ArrowRight', a, new Set(['A'])), 'turn A')
  assert.equal(step('ArrowRight', a), 'go B')
  assert.equal(step('ArrowLeft', b), 'turn B')
  assert.equal(step('ArrowLeft', b, new Set(['B'])), 'go A')
  assert.equal(step('ArrowDown', b, new Set(['B'])), 'go D')
  assert.equal(step('ArrowUp', tree[1]!, new Set(['A'])), 'go A')
  assert.equal(step('ArrowUp', a), undefined)
  assert.equal(step('Home', tree[1]!), 'go A')
  assert.equal(step('End', a), 'go E')
  assert.equal(step('x', a), undefined)
})

test('the way to the top is known from everywhere', () => {
  const tree = susun(NODES, [asked('C', 'bkd')])
  assert.deepEqual(ids(jalur(semua(tree).find((b) => b.id === 'C/bkd')!)), ['A', 'B', 'C', 'C/bkd'])
})

test('the next code follows its parent and is free', () => {
  assert.equal(kodeBerikut('PROGRAM', node('T1.S1'), 'RENSTRA', [node('T1.S1.P1'), node('T1.S1.P2')]), 'T1.S1.P3')
  assert.equal(kodeBerikut('TUJUAN', null, 'RENSTRA', []), 'T1')
  assert.equal(kodeBerikut('TUJUAN', { ...node('RPD.T1.S1'), dokumen: 'RPD' }, 'RENSTRA', [node('T1')]), 'T2')
})
