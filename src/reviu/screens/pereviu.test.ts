import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { WEWENANG } from '../../peraturan/dki-jakarta/wewenang.ts'
import { SEMUA, SENDIRI, tempatUnggah } from './pereviu.ts'

describe('who has papers checked', () => {
  test('is what the table of permissions says', () => {
    const rows = (lingkup: string) => WEWENANG.filter((w) => w.act === 'reviu.periksa' && w.lingkup === lingkup).map((w) => w.peran)
    assert.deepEqual(rows('SENDIRI').sort(), SENDIRI.toSorted())
    assert.deepEqual(rows('SEMUA').sort(), SEMUA.toSorted())
  })
  test('an inspector who heads an office too brings papers of every office', () => {
    const held = [
      { peran: 'KEPALA_PD', unit: 'dki.inspektorat' },
      { peran: 'INSPEKTUR', unit: 'dki.inspektorat' },
    ]
    assert.deepEqual(tempatUnggah(held), { semua: true, sendiri: ['dki.inspektorat'] })
  })
  test('who works for two offices chooses between them, each once', () => {
    const held = ['dki.bkd', 'dki.bpsdm', 'dki.bkd'].map((unit) => ({ peran: 'PENYUSUN', unit }))
    assert.deepEqual(tempatUnggah(held), { semua: false, sendiri: ['dki.bkd', 'dki.bpsdm'] })
  })
  test('nobody else brings any', () => {
    assert.deepEqual(tempatUnggah([{ peran: 'GUBERNUR', unit: 'dki' }]), { semua: false, sendiri: [] })
  })
})
