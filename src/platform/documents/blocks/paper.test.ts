// A cell over several columns or rows stands at each of them, and begins once: also in a paper that went over the wire.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readHtml } from '../reading/html.ts'
import { beginsAt, type ReadTable } from './paper.ts'

const PAPER = readHtml(
  // On one line, so that every cell has the same place.
  '<table><tr><th rowspan="2">Kecamatan</th><th colspan="2">Tahun 2024</th></tr><tr><th>Target</th><th>Realisasi</th></tr>' +
    '<tr><td rowspan="2">Gambir</td><td>7</td><td>7</td></tr><tr><td>8</td><td>7</td></tr>' +
    '<tr><td rowspan="2">Gambir</td><td>7</td><td>9</td></tr><tr><td>7</td><td>7</td></tr></table>',
)
const begun = ({ rows }: ReadTable) =>
  rows.map((row, r) => row.cells.flatMap((c, k) => (beginsAt(rows, r, k) ? [c.text] : [])).join(' | '))

describe('where the cells of a table begin', () => {
  const SAID = ['Kecamatan | Tahun 2024', 'Target | Realisasi', 'Gambir | 7 | 7', '8 | 7', 'Gambir | 7 | 9', '7 | 7']
  for (const [name, paper] of [
    ['as it was read', PAPER],
    ['as it comes over the wire', JSON.parse(JSON.stringify(PAPER)) as typeof PAPER],
  ] as const)
    test(`${name}: each merged cell once, two alike below one another twice`, () => {
      assert.deepEqual(begun(paper.blocks.find((b) => b.kind === 'table')!), SAID)
    })
})
