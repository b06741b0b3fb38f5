import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPage } from './alamat.ts'

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
