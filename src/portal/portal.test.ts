import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STATUS_PK } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { keadaanOf } from './portal.ts'

test('a paper is in force from the second signature until it is replaced; a void one never is', () => {
  assert.deepEqual(
    STATUS_PK.filter((s) => keadaanOf(s, false) === 'BERLAKU'),
    ['DITETAPKAN', 'DIPUBLIKASI'],
  )
  assert.equal(keadaanOf('TTD_P1', false), 'MENUNGGU')
  assert.equal(keadaanOf('DIGANTI', false), 'DIGANTI')
  assert.ok(STATUS_PK.every((s) => keadaanOf(s, true) === 'BATAL'))
  assert.equal(keadaanOf(undefined, false), 'BATAL')
})
