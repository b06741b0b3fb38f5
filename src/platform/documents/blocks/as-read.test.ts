import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document } from '../blocks.ts'
import { toDocx } from '../docx.ts'
import { readHere } from '../reading/read-here.ts'
import { asRead } from './as-read.ts'
import type { ReadPaper } from './paper.ts'

const DOCUMENT: Document = {
  title: 'Naskah uji',
  language: 'id',
  author: 'Contoh',
  timestamp: '2025-01-01T00:00:00.000Z',
  footer: 'Naskah uji',
  sections: [
    {
      name: 'Isi',
      orientation: 'portrait',
      blocks: [
        { kind: 'heading', level: 2, text: 'Target' },
        { kind: 'paragraph', text: [{ text: 'Capaian ' }, { text: 'tahun ini', bold: true }] },
        {
          kind: 'table',
          name: 'Kegiatan',
          caption: true,
          size: 9,
          columns: [{ share: 1 }, { share: 1 }, { share: 1 }],
          header: [
            [
              { text: 'Sasaran', rowSpan: 2 },
              { text: 'Target', colSpan: 2 },
            ],
            [{ text: 'I' }, { text: 'II' }],
          ],
          groups: [
            {
              name: 'Sasaran Khusus',
              rows: [
                [{ text: 'Layanan', rowSpan: 2 }, { text: '10' }, { text: '15' }],
                [{ text: '20' }, { text: 'belum diisi', kosong: true }],
                [{ text: 'Jumlah' }, { text: '30' }, { text: '15' }],
              ],
            },
          ],
        },
      ],
    },
  ],
}
const rowsOf = (paper: ReadPaper) =>
  paper.blocks.flatMap((b) => (b.kind === 'table' ? b.rows.map((r) => [r.role, ...r.cells.map((c) => c.text)]) : []))

test('a document is read as it would be from its DOCX, but for what is shown as missing', async () => {
  const seen = rowsOf(asRead(DOCUMENT))
  assert.deepEqual(seen, [
    ['header', 'Sasaran', 'Target', 'Target'],
    ['header', 'Sasaran', 'I', 'II'],
    ['group', 'Sasaran Khusus', 'Sasaran Khusus', 'Sasaran Khusus'],
    ['body', 'Layanan', '10', '15'],
    ['body', 'Layanan', '20', ''],
    ['body', 'Jumlah', '30', '15'],
  ])
  const printed = rowsOf(await readHere(await toDocx(DOCUMENT)))
  assert.deepEqual(
    seen,
    printed.map((r) => r.map((text) => (text === 'belum diisi' ? '' : text))),
  )
})

test('a merged cell is one object, each cell has a place of its own, and the caption has its number', () => {
  const table = asRead(DOCUMENT).blocks.find((b) => b.kind === 'table')!
  assert.equal(table.rows[3]!.cells[0], table.rows[4]!.cells[0])
  assert.notEqual(table.rows[3]!.cells[1]!.at, table.rows[3]!.cells[2]!.at)
  assert.deepEqual([table.caption?.label, table.caption?.number, table.caption?.text], ['Tabel', '1', 'Kegiatan'])
})
