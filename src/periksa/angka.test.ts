import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDecimal, toText } from '../platform/kernel/decimal.ts'
import { type Angka, agreement, bagi, dari, dariPersen, jumlah, kali, kurang, persen, rerata, tambah, tetap } from './angka.ts'

const angka = (teks: string): Angka => ({
  nilai: parseDecimal(teks),
  desimal: teks.split('.')[1]?.length ?? 0,
  tercetak: teks,
  keyakinan: 1,
  di: { line: 1 },
})
const ends = (h: { min: { toString(): string }; maks: { toString(): string } } | undefined) => h && [`${h.min}`, `${h.maks}`]

test('a figure of two decimals can have been half a hundredth more or less; a count is what it says, a whole percentage is not', () => {
  assert.deepEqual(ends(dari(angka('95.69'))), ['95.685', '95.695'])
  assert.deepEqual(ends(dari(angka('312'))), ['312', '312'])
  assert.deepEqual(ends(dariPersen(angka('96'))), ['95.5', '96.5'])
})

test('bounds are carried through every operation, and the smaller end of a difference takes the larger end of what is taken away', () => {
  const [a, b] = [dari(angka('10.0')), dari(angka('4.0'))]
  assert.deepEqual(ends(tambah(a, b)), ['13.9', '14.1'])
  assert.deepEqual(ends(kurang(a, b)), ['5.9', '6.1'])
  assert.deepEqual(ends(kali(a, b)), ['39.3025', '40.7025'])
  assert.deepEqual(ends(kali(kurang(b, b), a)), ['-1.005', '1.005'])
  assert.deepEqual(ends(jumlah([a, a, b])), ['23.85', '24.15'])
  assert.deepEqual(ends(rerata([a, b])), ['6.95', '7.05'])
  assert.equal(rerata([]), undefined)
})

test('nothing is divided by what is, or can have been, zero', () => {
  assert.equal(bagi(dari(angka('5')), tetap(parseDecimal('0'))), undefined)
  assert.equal(bagi(dari(angka('5')), dariPersen(angka('0'))), undefined)
  assert.equal(toText(bagi(dari(angka('3')), dari(angka('4')))!.nilai), '0.75')
})

test('a result reads as it was reckoned; a long list is said by its ends', () => {
  const [a, b] = [dari(angka('3')), dari(angka('4'))]
  assert.equal(persen(bagi(kurang(a, b), tambah(a, b))!).rumus, '((3 - 4) / (3 + 4)) * 100')
  const many = Array.from({ length: 20 }, (_, i) => dari(angka(String(i + 1))))
  assert.equal(jumlah(many).rumus, 'SUM(1; 2; 3; … 16 lagi …; 20)')
})

test('a printed figure agrees exactly, rounded half up, cut off, or within what rounded figures can have been', () => {
  const mean = rerata([dari(angka('98.87')), dari(angka('99.26'))])!
  assert.equal(agreement(angka('99.065'), mean), 'tepat')
  assert.equal(agreement(angka('99.07'), mean), 'setengah-naik')
  assert.equal(agreement(angka('99.06'), mean), 'potong')
  assert.equal(agreement(angka('99.08'), mean), null)
  const ratio = persen(bagi(dari(angka('97.77')), dari(angka('93.93')))!)
  assert.equal(agreement(angka('104.09'), ratio), 'setengah-naik')
  assert.equal(agreement(angka('104.10'), ratio), 'dari-angka-belum-dibulatkan')
  assert.equal(agreement(angka('104.12'), ratio), null)
})

test('parts in percent that come to 99,99 make 100; parts that come to 99,7 do not', () => {
  const parts = (...list: string[]) => jumlah(list.map((p) => dariPersen(angka(p))))
  assert.equal(agreement(angka('100'), parts('33.33', '33.33', '33.33')), 'setengah-naik')
  assert.equal(agreement(angka('100.00'), parts('33.33', '33.33', '33.33')), 'dari-angka-belum-dibulatkan')
  assert.equal(agreement(angka('100.00'), parts('33.33', '33.33', '33.03')), null)
})
