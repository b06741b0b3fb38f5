import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rencana } from './data.ts'
import type { Garis } from './lembar.ts'
import { droppedAt } from './pindah.ts'

const o = (id: string) => ({ id })
const plan = {
  indikator: [
    {
      id: 'i',
      ra: [
        {
          id: 'r1',
          kk: [
            { id: 'k1', output: [o('a'), o('b'), o('c')] },
            { id: 'k2', output: [o('d')] },
          ],
        },
        { id: 'r2', kk: [] },
      ],
    },
    { id: 'j', ra: [{ id: 'r3', kk: [] }] },
  ],
} as unknown as Rencana
const at = (ra: string, kk?: string, output?: string) =>
  ({ ra: o(ra), kk: kk && o(kk), output: output && o(output) }) as unknown as Garis
const output = (id: string, urutan: number) => ({ jenis: 'output' as const, induk: 'k1', urutan, data: o(id) })

test('an output goes beside the output it is let go at, also below another criterion', () => {
  assert.deepEqual(droppedAt(plan, output('a', 1), at('r1', 'k1', 'c'), 'sesudah'), { urutan: 3 })
  assert.deepEqual(droppedAt(plan, output('c', 3), at('r1', 'k1', 'a'), 'sebelum'), { urutan: 1 })
  assert.deepEqual(droppedAt(plan, output('a', 1), at('r1', 'k2', 'd'), 'sebelum'), { kk: 'k2', urutan: 1 })
  assert.equal(droppedAt(plan, output('a', 1), at('r1', 'k1', 'b'), 'sebelum'), undefined, 'it stands there already')
  assert.equal(droppedAt(plan, output('a', 1), at('r2'), 'sesudah'), undefined, 'there is no criterion to hang from')
})

test('a criterion goes below another action, and an action stays with its indicator', () => {
  const kriteria = { jenis: 'kriteria' as const, induk: 'r1', urutan: 1, data: o('k1') }
  assert.deepEqual(droppedAt(plan, kriteria, at('r2'), 'sesudah'), { ra: 'r2', urutan: 1 })
  assert.deepEqual(droppedAt(plan, kriteria, at('r1', 'k2', 'd'), 'sesudah'), { urutan: 2 })
  const ra = { jenis: 'ra' as const, induk: 'i', urutan: 1, data: o('r1') }
  assert.deepEqual(droppedAt(plan, ra, at('r2'), 'sesudah'), { urutan: 2 })
  assert.equal(droppedAt(plan, ra, at('r3'), 'sesudah'), undefined)
})
