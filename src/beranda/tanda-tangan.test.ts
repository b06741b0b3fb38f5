import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WORKFLOW as pk } from '../perjanjian-kinerja/workflow.ts'
import { WORKFLOW as ra } from '../rencana-aksi/workflow.ts'
import { giliranOf } from './tanda-tangan.ts'

const tables = { 'perjanjian-kinerja': pk, 'rencana-aksi': ra }

test('a head signs first and for the own unit, the Gubernur second and for all; others sign nothing', () => {
  assert.deepEqual(giliranOf([{ peran: 'KEPALA_PD', unit: 'dki.bkd' }], tables), [
    { jenis: 'perjanjian-kinerja', status: 'PROSES_TTD_BKD', unit: ['dki.bkd'] },
    { jenis: 'rencana-aksi', status: 'DIHIMPUN_BKD', unit: ['dki.bkd'] },
  ])
  assert.deepEqual(giliranOf([{ peran: 'GUBERNUR', unit: 'dki' }], tables), [
    { jenis: 'perjanjian-kinerja', status: 'TTD_P1', unit: null },
    { jenis: 'rencana-aksi', status: 'TTD_PEMILIK', unit: null },
  ])
  assert.deepEqual(giliranOf([{ peran: 'BIRO_ORB', unit: 'dki' }], tables), [])
})
