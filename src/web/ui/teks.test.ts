// Every table of texts in the tree speaks both languages.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineTeks, pakaiBahasa } from './teks.ts'

type Tabel = Readonly<Record<'id' | 'en', Readonly<Record<string, string | undefined>>>>
const SRC = join(import.meta.dirname, '../..')
const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!))].sort().join(' ')

/** Keys without an English text, English ones that no Indonesian text has, and texts whose places differ. */
function faults({ id, en }: Tabel): string[] {
  const keys = [...new Set([...Object.keys(id), ...Object.keys(en)])]
  return keys.flatMap((key) => {
    if (!id[key]?.trim()) return [`${key}: no Indonesian text`]
    if (!en[key]?.trim()) return [`${key}: no English text`]
    return places(id[key]) === places(en[key]) ? [] : [`${key}: {${places(id[key])}} and {${places(en[key])}}`]
  })
}

test('every text has an English one beside it, with the same places', async () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name) && /\bdefineTeks\(/.test(readFileSync(join(SRC, name), 'utf8')),
  )
  assert.ok(files.length >= 3)
  const found: string[] = []
  for (const name of files) {
    const tables = Object.values((await import(join(SRC, name))) as Record<string, { tabel?: Tabel } | undefined>)
      .map((exported) => exported?.tabel)
      .filter((tabel) => tabel !== undefined)
    if (!tables.length) found.push(`${name}: its table is not exported`)
    for (const tabel of tables) found.push(...faults(tabel).map((fault) => `${name}: ${fault}`))
  }
  assert.deepEqual(found, [])
})

test('a missing, an empty, an unknown text and another place are found', () => {
  const table = defineTeks({ a: 'A', b: 'B', c: 'C {n}', d: 'D' }, { b: ' ', c: 'C {m}', d: 'D', e: 'E' } as Record<string, string>)
  assert.deepEqual(faults(table.tabel), ['a: no English text', 'b: no English text', 'c: {n} and {m}', 'e: no Indonesian text'])
})

test('a text follows the language chosen, and falls back to Indonesian', () => {
  const say = defineTeks({ a: 'satu {n}', b: 'dua' }, { a: 'one {n}' })
  pakaiBahasa('en')
  try {
    assert.deepEqual([say('a', { n: 3 }), say('b')], ['one 3', 'dua'])
  } finally {
    pakaiBahasa('id')
  }
  assert.equal(say('a', { n: 3 }), 'satu 3')
})
