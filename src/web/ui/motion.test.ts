// Whoever asked the browser for less motion gets none: tokens.css sets --motion to 0 for them.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const MOVES = /\b(?:transition|animation)(?:-duration|-delay)?:([^;]*);/g
const unhalted = (css: string) =>
  [...css.matchAll(MOVES)]
    .map(([, value]) => value!.replace(/calc\([\d.]+m?s \* var\(--motion\)\)/g, ''))
    .filter((v) => /\d\s*m?s\b/.test(v))

test('every duration of every style sheet is multiplied by --motion', () => {
  const src = join(import.meta.dirname, '../..')
  const sheets = globSync('**/*.css', { cwd: src })
  assert.ok(sheets.length > 5)
  for (const name of sheets) assert.deepEqual(unhalted(readFileSync(join(src, name), 'utf8')), [], name)
  assert.equal(unhalted('a { transition: opacity 0.1s; animation: x calc(1s * var(--motion)) }').length, 1)
})
