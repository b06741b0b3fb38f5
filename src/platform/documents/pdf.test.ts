import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document } from './blocks.ts'
import { pkBkd2025 } from './contoh.testing.ts'
import { toPdf } from './pdf.ts'

const say = (text: string): Document => ({
  ...pkBkd2025(),
  sections: [{ name: 'x', orientation: 'portrait', blocks: [{ kind: 'paragraph', text }] }],
})

test('a paper that takes too long is given up, and the next one is printed', async () => {
  await assert.rejects(toPdf(pkBkd2025(), { timeout: 1 }), /tidak selesai dalam 0.001 detik/)
  assert.ok((await toPdf(say('lagi'))).length > 0)
})

test('papers asked for at once all come out, each its own', async () => {
  const papers = await Promise.all(['satu', 'dua dua', 'tiga tiga tiga'].map((text) => toPdf(say(text))))
  assert.equal(new Set(papers.map((p) => Buffer.from(p).toString('latin1'))).size, 3)
})

test('emoji and scripts that the font lacks do not stop the press', async () => {
  assert.ok((await toPdf(say('baik \u{1f600} مرحبا 漢字 \u{10ffff}'))).length > 0)
})

test('a document that is none is refused with a reason, and the press goes on', async () => {
  const broken = { ...say('x'), timestamp: 'bukan waktu' }
  await assert.rejects(toPdf(broken))
  assert.ok((await toPdf(say('x'))).length > 0)
})
