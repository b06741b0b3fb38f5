import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import { cell } from '../contoh.testing.ts'
import { readTarget, targetShown, targetText } from './target-teks.ts'

const read = (text: string, satuan = 'Nilai') => {
  const found = readTarget(text, satuan)
  if (isRefusal(found)) return found.detail
  const { tercetak: _, ...rest } = found as Record<string, unknown>
  return rest
}

test('a typed number, N/A, not released, empty and 0 are five things', () => {
  assert.deepEqual(read('93,93'), { status: 'NILAI', nilai: '93.93' })
  assert.deepEqual(read(' n/a '), { status: 'TIDAK_DITARGETKAN' })
  assert.deepEqual(read('Data belum rilis'), { status: 'BELUM_RILIS' })
  assert.deepEqual(read(''), { status: 'KOSONG' })
  assert.deepEqual(read('0'), { status: 'NILAI', nilai: '0' })
})
test('ranges and predicates with their number are read in both ways papers print them', () => {
  assert.deepEqual(read('80 - 100'), { status: 'NILAI', min: '80', maks: '100' })
  assert.deepEqual(read('WTP (3)'), { status: 'NILAI', kategori: 'WTP', nilai: '3' })
  assert.deepEqual(read('(3) WTP'), { status: 'NILAI', kategori: 'WTP', nilai: '3' })
})
test('words, formulas and half numbers are refused with an example', () => {
  assert.match(String(read('sembilan')), /"sembilan" bukan target/)
  assert.match(String(read('=SUM(A1)')), /bukan target/)
  assert.match(String(read('<b>9</b>')), /bukan target/)
  assert.match(String(read('1,2,3')), /tidak dapat dibaca sebagai angka/)
})
test('what is edited is read back as the same target; what is shown is grouped', () => {
  for (const text of ['86.75', 'N/A', '', 'WTP=3', '80..100', '1234.5', '746367815588']) {
    const f = cell(text)
    const again = readTarget(targetText(f), 'Nilai')
    const { tercetak: _, ...value } = again as Record<string, unknown>
    for (const [key, given] of Object.entries(value)) assert.equal(given, f[key as keyof typeof f], `${text}: ${key}`)
  }
  assert.equal(targetText(cell('1234.5')), '1234,5')
  assert.equal(targetShown(cell('1234.5')), '1.234,5')
})
