// What a semester is held against: the targets of its quarters, put together as its values are (akip-rules 2.4).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Target } from './hasil.ts'
import { heldAgainst } from './target.ts'

const NOTHING = { nilai: null, kategori: null, min: null, maks: null, tercetak: null }
const made = (text: string): Target => ({
  asal: 'PK',
  sumber: `S0:${text}`,
  figure: text === 'N/A' ? { ...NOTHING, status: 'TIDAK_DITARGETKAN' } : { ...NOTHING, status: 'NILAI', nilai: text },
})
/** The targets of TW I to IV, a dash for none. */
const of = (agregasi: string, targets: string, periode: string) => {
  const quarters = targets.split(' ')
  const found = heldAgainst(
    () => agregasi,
    periode,
    (p) => {
      const text = quarters[Number(p.at(-1)) - 1]
      return p.includes('-TW') && text && text !== '-' ? made(text) : undefined
    },
  )
  return found && (found.figure.nilai ?? found.figure.status)
}

test('what is added up is held against the sum of its quarters: TLHP 25 each (S0:89), KM 2023 in the second half only (S1:91)', () => {
  assert.deepEqual(
    [of('JUMLAH', '25 25 25 25', '2025-S1'), of('JUMLAH', '25 25 25 25', '2025-S2'), of('JUMLAH', '25 25 25 25', '2025-TW2')],
    ['50', '50', '25'],
  )
  assert.deepEqual(
    [of('JUMLAH', 'N/A N/A 50 50', '2023-S1'), of('JUMLAH', 'N/A N/A 50 50', '2023-S2')],
    ['TIDAK_DITARGETKAN', '100'],
  )
  assert.equal(of('JUMLAH', 'N/A 25 25 25', '2025-S1'), '25')
})
test('what is averaged is held against the mean of those that are due', () => {
  assert.equal(of('RATA_RATA', '90 95 - -', '2025-S1'), '92.5')
  assert.equal(of('RATA_RATA', 'N/A 96.29 N/A 96.81', '2025-S1'), '96.29')
})
test('what stands as it is is held against the last quarter that is due: KM 10, 40 (S0:75), risk 67, N/A (S0:80)', () => {
  assert.equal(of('TERAKHIR', '10 40 70 100', '2025-S1'), '40')
  assert.equal(of('TERAKHIR', '67 N/A N/A 100', '2025-S1'), '67')
})
test('a quarter without target leaves its semester without one', () => {
  assert.equal(of('JUMLAH', '25 - 25 25', '2025-S1'), undefined)
  assert.equal(of('JUMLAH', '- - - -', '2025-S1'), undefined)
})
