import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differingPages, generatedPages, pagesOnDisk } from '../docs.ts'

test('the generated pages on disk are those of the code', () => {
  assert.deepEqual(differingPages(generatedPages(), pagesOnDisk()), [], 'run npm run docs')
})

test('the same code gives the same pages', () => {
  assert.deepEqual(generatedPages(), generatedPages())
})

test('a page that was edited, is missing, or is no longer made is named', () => {
  const pages = new Map([['a.md', 'a'], ['b.md', 'b'], ['c.md', 'c']]) // biome-ignore format: one line
  const onDisk = new Map([['a.md', 'a'], ['b.md', 'edited'], ['d.md', 'old']]) // biome-ignore format: one line
  assert.deepEqual(differingPages(pages, onDisk), ['b.md', 'c.md', 'd.md'])
})
