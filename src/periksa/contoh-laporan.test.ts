import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/reading/text.ts'
import { acak, bagianDengan, cacatkan, contohLaporan } from './contoh-laporan.testing.ts'
import { reviu } from './reviu.ts'

const REPORTS = 10
const MUTATIONS = 20
/** The plan asks for nine of ten. */
const NOTICED = 0.9

test('the same seed makes the same report, another one another', () => {
  assert.equal(contohLaporan(1).teks, contohLaporan(1).teks)
  assert.notEqual(contohLaporan(1).teks, contohLaporan(2).teks)
})

test('in a report that agrees with itself nothing is found, and its figures are confirmed', () => {
  for (let seed = 1; seed <= REPORTS; seed++) {
    const { teks, angka } = contohLaporan(seed)
    const { temuan, diperiksa } = reviu(readText(teks))
    assert.deepEqual(temuan, [], `seed ${seed}`)
    assert.ok(diperiksa.cocok > angka.length / 3, `seed ${seed}: ${diperiksa.cocok} of ${angka.length} figures were reckoned`)
  }
})

test('of single figures changed at random, nine of ten are noticed', () => {
  const missed: string[] = []
  for (let seed = 1; seed <= REPORTS; seed++) {
    const report = contohLaporan(seed)
    const a = acak(seed + 1000)
    for (let k = 0; k < MUTATIONS; k++) {
      const figure = a.pick(report.angka)
      const { teks, menjadi } = cacatkan(report, figure, a)
      const part = bagianDengan(teks, figure.baris)
      const line = figure.baris - part.mulai
      const { temuan } = reviu(readText(part.teks))
      const noticed = temuan.some((t) => t.baris === line || t.terkait.includes(line))
      if (!noticed) missed.push(`seed ${seed}, ${figure.tabel}, baris ${figure.baris}: ${figure.tercetak} -> ${menjadi}`)
    }
  }
  assert.ok(missed.length <= REPORTS * MUTATIONS * (1 - NOTICED), `not noticed:\n${missed.join('\n')}`)
})
