import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstAsked, isPage, partsOf } from './alamat.ts'

test('an address is a page by its parts, whatever stands behind the question mark', () => {
  for (const address of [
    '/',
    '/capaian',
    '/capaian/dki.jakpus/2024',
    '/capaian/dki.jakpus/2024?jelaskan=IKL.2024',
    '/provinsi/2024-TW2',
  ])
    assert.ok(isPage(address), address)
  for (const address of ['', '/entah', '/capaian/', '/capaian/dki.jakpus/2024/IKL', '/capaian//2024', '//capaian'])
    assert.ok(!isPage(address), address)
})

test('what a page asks first is named in its very words, of the office and year of its address', () => {
  assert.deepEqual(partsOf('/capaian/:unit/:tahun', '/capaian/dki.jakpus/2024'), { unit: 'dki.jakpus', tahun: '2024' })
  assert.deepEqual(firstAsked('/capaian/dki.jakpus/2024'), [
    '/api/unit-kerja/dki.jakpus?tanggal=2024-12-31',
    '/api/capaian/dki.jakpus/tahun/2024',
  ])
  assert.deepEqual([firstAsked('/sandi'), firstAsked('/entah')], [[], []])
})
