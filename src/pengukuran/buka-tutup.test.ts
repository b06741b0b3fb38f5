import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { langkahPeriode, type StatusPeriode } from './buka-tutup.ts'
import { sealed } from './workflow.ts'

const step = (dari: StatusPeriode | null, ke: StatusPeriode, alasan?: string, days = {}) => {
  const found = langkahPeriode(dari, { periode: '2025-TW3', status: ke, dibuka: null, batas: null, ...days }, alasan)
  return isRefusal(found) ? `${found.refused} ${found.field}` : found.act
}

test('a period is scheduled, opened, closed and locked', () => {
  assert.deepEqual(
    [step(null, 'BELUM_DIBUKA'), step('BELUM_DIBUKA', 'TERBUKA'), step('TERBUKA', 'DITUTUP'), step('DITUTUP', 'TERKUNCI')],
    ['jadwalkan', 'buka', 'tutup', 'kunci'],
  )
})

test('it is opened again with a reason only, also after it was locked', () => {
  for (const dari of ['DITUTUP', 'TERKUNCI'] as const) {
    assert.equal(step(dari, 'TERBUKA'), 'TIDAK_VALID alasan')
    assert.equal(step(dari, 'TERBUKA', '  '), 'TIDAK_VALID alasan')
    assert.equal(step(dari, 'TERBUKA', 'Gangguan jaringan 14 Juli'), 'buka-kembali')
  }
})

test('there is no way back to a time before it was opened, nor are the days of a locked period changed', () => {
  assert.equal(step('TERBUKA', 'BELUM_DIBUKA'), 'DITOLAK_ATURAN status')
  assert.equal(step('TERKUNCI', 'TERKUNCI'), 'DITOLAK_ATURAN status')
})

test('the deadline does not come before the opening', () => {
  assert.equal(step(null, 'TERBUKA', undefined, { dibuka: '2025-10-01', batas: '2025-09-30' }), 'TIDAK_VALID batas')
  assert.equal(step('TERBUKA', 'TERBUKA', undefined, { dibuka: '2025-10-01', batas: '2025-10-01' }), 'ubah')
})

test('a closed period takes nothing new, and lets what was begun be put right', () => {
  assert.equal(sealed(undefined, 'DITUTUP')?.refused, 'TERSEGEL')
  assert.equal(sealed('DRAF', 'DITUTUP'), undefined)
})
