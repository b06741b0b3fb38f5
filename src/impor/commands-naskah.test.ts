import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { readNaskah } from './commands-naskah.ts'

const rows = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1}\tIndikator ke-${i + 1}\t90,35\t96,54\t106,85`).join('\n')
const lkip = (n: number) => Buffer.from(`LAPORAN KINERJA\nTahun 2024\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\t%\n${rows(n)}\n`)

test('a paper is read and understood within the bounds of a thread', async () => {
  const done = await readNaskah(lkip(3), 'lkip')
  assert.ok(!isRefusal(done) && done.isi.skema === 'selaras/lkip/1')
  assert.equal(done.isi.hasil.length, 3)
  const cut = await readNaskah(lkip(4000), 'lkip', { timeout: 1 })
  assert.ok(isRefusal(cut) && /terlalu besar/.test(cut.detail))
})
