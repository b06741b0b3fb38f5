import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBlock, writeBlock } from './clipboard.ts'
import { type Baris, cellAt, headGroups, type Kolom, layOut, move, placesOf, spanOf, tab } from './grid.ts'
import { BELUM, done, redo, undo } from './history.ts'

const kolom: Kolom[] = ['sasaran', 'indikator', 'tw1', 'tw2'].map((kunci) => ({
  kunci,
  judul: kunci,
  lebar: 100,
  rupa: 'teks',
  ...(kunci.startsWith('tw') && { kelompok: 'Target' }),
}))
const sel = (teks: string, tinggi?: number) => ({ entitas: teks, bidang: 'x', teks, tinggi })
/** A heading, then a sasaran that two rows share, then a row of its own. */
const baris: Baris[] = [
  { kunci: 'g', judul: 'Sasaran Strategis', sel: {} },
  { kunci: '1', sel: { sasaran: sel('S1', 2), indikator: sel('I1'), tw1: sel('a'), tw2: sel('b') } },
  { kunci: '2', sel: { indikator: sel('I2'), tw1: sel('c'), tw2: null } },
  { kunci: '3', sel: { sasaran: sel('S2'), indikator: sel('I3'), tw1: sel('d'), tw2: sel('e') } },
]
const b = layOut(kolom, baris)

describe('places of a grid', () => {
  test('a shared cell belongs to each of its rows', () => {
    assert.equal(cellAt(b, { r: 2, c: 0 })?.teks, 'S1')
    assert.equal(cellAt(b, { r: 3, c: 0 })?.teks, 'S2')
    assert.equal(cellAt(b, { r: 2, c: 3 }), null)
  })
  test('down from a shared cell leads past all its rows, up from below into it', () => {
    assert.deepEqual(move(b, { r: 1, c: 0 }, 'ArrowDown'), { r: 3, c: 0 })
    assert.deepEqual(move(b, { r: 3, c: 0 }, 'ArrowUp'), { r: 2, c: 0 })
    assert.deepEqual(move(b, { r: 2, c: 0 }, 'ArrowRight'), { r: 2, c: 1 }, 'and sideways the row is kept')
  })
  test('headings are passed over, and the edges hold', () => {
    assert.deepEqual(move(b, { r: 1, c: 1 }, 'ArrowUp'), { r: 1, c: 1 })
    assert.deepEqual(move(b, { r: 3, c: 1 }, 'ArrowDown'), { r: 3, c: 1 })
    assert.deepEqual(move(b, { r: 3, c: 2 }, 'Home', true), { r: 1, c: 0 })
    assert.deepEqual(move(b, { r: 1, c: 0 }, 'End', true), { r: 3, c: 3 })
    assert.deepEqual(move(b, { r: 3, c: 2 }, 'PageUp'), { r: 1, c: 2 })
  })
  test('Tab goes along the row, then to the next, and leaves at the end', () => {
    assert.deepEqual(tab(b, { r: 1, c: 3 }, false), { r: 2, c: 0 })
    assert.deepEqual(tab(b, { r: 2, c: 0 }, true), { r: 1, c: 3 })
    assert.equal(tab(b, { r: 3, c: 3 }, false), null)
    assert.equal(tab(b, { r: 1, c: 0 }, true), null)
  })
  test('a selection takes a shared cell once', () => {
    const places = placesOf(b, spanOf({ r: 2, c: 1 }, { r: 1, c: 0 }))
    assert.deepEqual(
      places.map((at) => cellAt(b, at)?.teks),
      ['S1', 'I1', 'I2'],
    )
  })
  test('neighbouring columns of one group stand under one head', () => {
    assert.deepEqual(
      headGroups(kolom).map((g) => [g.judul, g.lebar]),
      [
        [null, 1],
        [null, 1],
        ['Target', 2],
      ],
    )
  })
})

describe('blocks on the clipboard', () => {
  test('what Excel writes is read: tabs, quoted cells with line breaks, doubled quotation marks', () => {
    assert.deepEqual(readBlock('93,93\tN/A\r\n"baris 1\nbaris 2"\t"kata ""dia"""\r\n'), [
      ['93,93', 'N/A'],
      ['baris 1\nbaris 2', 'kata "dia"'],
    ])
  })
  test('a quotation mark inside plain text is a letter', () => {
    assert.deepEqual(readBlock('5" pipa\t"mulai" lalu lanjut'), [['5" pipa', '"mulai" lalu lanjut']])
  })
  test('empty cells and an empty last row are kept, the last line break is not a row', () => {
    assert.deepEqual(readBlock('a\t\n\tb\n'), [
      ['a', ''],
      ['', 'b'],
    ])
    assert.deepEqual(readBlock(''), [['']])
  })
  test('what is written is read back as it was', () => {
    const blok = [['=1+1', 'a\tb', '"x"', 'baris\nbaru', '']]
    assert.deepEqual(readBlock(writeBlock(blok)), blok)
  })
})

describe('undo', () => {
  const step = (ke: string, dari = '') => [{ entitas: 'i', bidang: 'nama', dari, ke }]
  test('takes back one step at a time and gives it again', () => {
    const two = done(done(BELUM, step('a')), step('b', 'a'))
    const back = undo(two)!
    assert.deepEqual(back.langkah, [{ entitas: 'i', bidang: 'nama', dari: 'b', ke: 'a' }])
    assert.deepEqual(redo(back.riwayat)!.langkah, step('b', 'a'))
    assert.equal(undo(BELUM), null)
  })
  test('a new step forgets what was taken back; a step without change is none', () => {
    const back = undo(done(BELUM, step('a')))!.riwayat
    assert.equal(redo(done(back, step('c')))!, null)
    assert.equal(done(BELUM, step('a', 'a')), BELUM)
  })
})
