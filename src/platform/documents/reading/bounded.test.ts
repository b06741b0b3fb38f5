import assert from 'node:assert/strict'
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

test('things within things without end are too much to read, not a fault of the program', async () => {
  const said: unknown[] = []
  const endless = (): number => endless() + 1
  await answering(
    (answer) => said.push(answer),
    async () => endless(),
  )
  assert.match(JSON.stringify(said), /TERLALU_BESAR/)
})
