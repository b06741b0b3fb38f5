import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../../platform/documents/reading/text.ts'
import { reviu } from '../reviu.ts'
import { contohNaskah } from './naskah.testing.ts'

const PAPERS = 30

test('in thirty papers that agree with themselves, each in the manner of another office, nothing is found', () => {
  for (let seed = 1; seed <= PAPERS; seed++) {
    const { temuan, diperiksa } = reviu(readText(contohNaskah(seed)))
    assert.deepEqual(
      temuan.map((t) => `${t.baris}: ${t.aturan}, ${t.letak}: ${t.penjelasan}`),
      [],
      `seed ${seed}`,
    )
    assert.ok(diperiksa.cocok > 100, `seed ${seed}: ${diperiksa.cocok} figures were reckoned`)
  }
})
