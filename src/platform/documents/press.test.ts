import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '../kernel/refusal.ts'
import type { Document } from './blocks.ts'
import { pkBkd2025, raBkd2025 } from './contoh.testing.ts'
import type { Stage } from './press.ts'
import { print } from './print.ts'

const say = (text: string): Document => ({
  ...pkBkd2025(),
  sections: [{ name: 'x', orientation: 'portrait', blocks: [{ kind: 'paragraph', text }] }],
})
const refusedAs = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof Refused && error.refusal.refused === code && words.test(error.refusal.detail)

test('a paper that takes too long is given up with a sentence, and the next one is printed', async () => {
  await assert.rejects(
    print(raBkd2025(), 'pdf', { timeout: 1 }),
    refusedAs('TERLALU_BESAR', /"Rencana Aksi Tahun 2025.*tidak selesai disusun dalam 0.001 detik/),
  )
  assert.ok((await print(say('lagi'), 'pdf')).content.length > 0)
})

test('papers asked for at once all come out, each its own', async () => {
  const papers = await Promise.all(['satu', 'dua dua', 'tiga tiga tiga'].map((text) => print(say(text), 'pdf')))
  assert.equal(new Set(papers.map((p) => Buffer.from(p.content).toString('latin1'))).size, 3)
})

test('who waits hears of the line, of the rows that are laid out, and of the pages that are written', async () => {
  const first = print(say('lebih dahulu'), 'html')
  const told: string[] = []
  await Promise.all([first, print(raBkd2025(), 'pdf', { onStage: ({ tahap, jumlah }) => told.push(`${tahap} ${jumlah}`) })])
  assert.deepEqual(told, ['ANTRE 1', 'MENYUSUN 91', 'MENULIS 17'])
})

test('who goes away leaves the line; a paper that is being made is stopped; the others come out', async () => {
  const [stopped, left] = [new AbortController(), new AbortController()]
  const onStage = ({ tahap }: Stage) => tahap === 'MENYUSUN' && stopped.abort()
  const ends = Promise.allSettled([
    print(raBkd2025(), 'pdf', { signal: stopped.signal, onStage }),
    print(say('menunggu'), 'pdf', { signal: left.signal }),
    print(say('tetap'), 'docx'),
    print(say('terlambat'), 'pdf', { signal: AbortSignal.abort() }),
  ])
  left.abort()
  const names = (await ends).map((e) => (e.status === 'fulfilled' ? e.value.nama : e.reason.name))
  assert.deepEqual(names, [
    'AbortError',
    'AbortError',
    'Perjanjian Kinerja Tahun 2025 Badan Kepegawaian Daerah Provinsi DKI Jakarta.docx',
    'AbortError',
  ])
})

test('no more papers wait than the press can hold, and it says so', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 23 }, (_, n) => print(say(String(n)), 'html')))
  const refused = asked.filter((a) => a.status === 'rejected').map((a) => a.reason)
  assert.equal(refused.length, 2) // one in the making, twenty in the line
  assert.ok(refused.every(refusedAs('SIBUK', /20 dokumen menunggu/)))
})

test('emoji and scripts that the font lacks do not stop the press', async () => {
  assert.ok((await print(say('baik \u{1f600} مرحبا 漢字 \u{10ffff}'), 'pdf')).content.length > 0)
})

test('a document that is none fails with a reason, and the press goes on', async () => {
  const broken = { ...say('x'), timestamp: 'bukan waktu' }
  await assert.rejects(print(broken, 'pdf'))
  assert.ok((await print(say('x'), 'pdf')).content.length > 0)
})
