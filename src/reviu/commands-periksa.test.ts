import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { RULES_FROM } from './commands-periksa.ts'

/** Every file that a file runs, by the imports that are more than types. */
function runs(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, still, late] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^'"]*?'(\.[^']+)'|import\('(\.[^']+)'\)/gm,
  ))
    runs(join(file, '..', (still ?? late)!), seen)
  return seen
}

test('the version of the rules is that of everything a check is reckoned with, scales and formulas included', () => {
  const here = import.meta.dirname
  const used = [...runs(join(here, 'commands-periksa-thread.ts'))]
    .map((file) => relative(here, file))
    .filter((f) => f.startsWith('..'))
  assert.ok(used.includes('../peraturan/nasional/skala.ts') && used.includes('../rumus/evaluate.ts'), 'the walk sees them')
  assert.deepEqual(
    used.filter((file) => !RULES_FROM.some((folder) => file.startsWith(`${folder}/`))),
    [],
  )
})
