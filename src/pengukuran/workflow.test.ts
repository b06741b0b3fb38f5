import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { findLangkah, LANGKAH, langkah, type StatusPengukuran, sealed } from './workflow.ts'

test('a measurement goes from draft to locked by four people, each after the other', () => {
  let status: StatusPengukuran = 'DRAF'
  for (const act of ['ajukan', 'validasi', 'verifikasi', 'kunci'] as const) status = findLangkah(act, status)!.ke
  assert.equal(status, 'TERKUNCI')
})
test('every state under review has its way back, and every return says why', () => {
  for (const dari of ['DIAJUKAN', 'DIVALIDASI_ATASAN', 'TERVERIFIKASI'] as const) {
    const back = findLangkah('kembalikan', dari)
    assert.equal(back?.ke, 'DRAF')
    assert.equal(back?.perluAlasan, true)
  }
})
test('whoever returns a measurement is the one whose turn it is', () => {
  for (const back of LANGKAH.filter((l) => l.act === 'kembalikan')) {
    const forward = LANGKAH.find((l) => l.dari === back.dari && l.act !== 'kembalikan')
    assert.equal(back.wewenang, forward?.wewenang)
  }
})
test('a step that the state does not allow is refused with those it does', () => {
  const refusal = langkah('kunci', 'DRAF')
  assert.ok(isRefusal(refusal))
  assert.match(refusal.detail, /Yang mungkin sekarang: Ajukan/)
})
test('only a draft in an open period may be written to', () => {
  assert.equal(sealed('DRAF', 'TERBUKA'), undefined)
  assert.equal(sealed(undefined, undefined), undefined)
  assert.equal(sealed('DIAJUKAN', 'TERBUKA')?.refused, 'TERSEGEL')
  assert.equal(sealed('DRAF', 'TERKUNCI')?.refused, 'TERSEGEL')
  assert.equal(sealed(undefined, 'BELUM_DIBUKA')?.refused, 'TERSEGEL')
})
