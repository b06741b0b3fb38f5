import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Table } from '../platform/documents/blocks.ts'
import { ringkasanProvinsi } from './provinsi.document.ts'

const rows = (doc: ReturnType<typeof ringkasanProvinsi>) =>
  (doc.sections[0]!.blocks.find((b) => b.kind === 'table') as Table).groups[0]!.rows

test('an office without an achievement has none, never 0; the others keep their exact mean for a spreadsheet', () => {
  const kantor = { kode: 'a', nama: 'Dinas A', indikator: 3, bernilai: 2, tercapai: 1, belum: 1, rerata: '99.99499999' }
  const [first, second] = rows(
    ringkasanProvinsi(
      '2024-TW2',
      [kantor, { ...kantor, bernilai: 0, tercapai: 0, belum: 0, rerata: null }],
      '2025-01-01T00:00:00.000Z',
    ),
  )
  assert.deepEqual(first!.at(-1), { text: '99,99', align: 'right', angka: { nilai: '99.99499999', desimal: 2 } })
  assert.deepEqual(second!.at(-1), { text: 'belum ada data', align: 'right', kosong: true })
  assert.deepEqual(first!.map((c) => c.text).slice(2, 7), ['3', '2', '1', '1', '1'])
})
