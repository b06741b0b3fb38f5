import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isRefusal } from '../../kernel/refusal.ts'
import { answering } from './bounded.ts'
import { readPaper } from './read-paper.ts'

test('papers wait for their turn; who comes when the line is full is told to come later', async () => {
  const text = Buffer.from('Laporan kinerja')
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => readPaper(text)))
  const refused = outcomes.filter(isRefusal)
  assert.deepEqual([refused.length, refused[0]?.refused], [2, 'SIBUK'])
  assert.ok(!isRefusal(await readPaper(text)), 'and later it is read')
})

test('a thread keeps compiled modules where the program does, or nowhere, and knows nothing else of its settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-thread-'))
  const thread = `import { getCompileCacheDir } from 'node:module'
    import { parentPort } from 'node:worker_threads'
    parentPort.postMessage({ done: [getCompileCacheDir() ?? null, Object.keys(process.env)] })`
  const program = `import { getCompileCacheDir } from 'node:module'
    import { inThread } from ${JSON.stringify(new URL('./bounded.ts', import.meta.url))}
    const told = await inThread(new URL(${JSON.stringify(`data:text/javascript,${encodeURIComponent(thread)}`)}))
    process.stdout.write(JSON.stringify([getCompileCacheDir() ?? null, ...told]))`
  const run = (env: NodeJS.Dict<string>) =>
    JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env }))
  try {
    const [own, ofThread, names] = run({ NODE_COMPILE_CACHE: folder, SECRET: 'x' })
    assert.ok(own.startsWith(folder))
    assert.deepEqual([ofThread, names], [own, ['NODE_COMPILE_CACHE']])
    assert.deepEqual(run({ SECRET: 'x' }), [null, null, []])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('things within things without end are too much to read, not a fault of the program', async () => {
  const said: unknown[] = []
  const endless = (): number => endless() + 1
  await answering(
    (answer) => said.push(answer),
    async () => endless(),
  )
  assert.match(JSON.stringify(said), /TERLALU_BESAR/)
})
