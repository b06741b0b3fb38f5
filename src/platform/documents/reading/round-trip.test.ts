import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readPrinted } from '../../kernel/printed-value.ts'
import type { ReadTable } from '../blocks/paper.ts'
import { type Document, plain, type Table } from '../blocks.ts'
import { capaianJakpus2024, pkBkd2025, pkJakpus2023, raBkd2025 } from '../contoh.testing.ts'
import { bare, CETAK } from '../printing.testing.ts'
import { placesOf } from '../table-grid.ts'
import { readHere } from './read-here.ts'

const PAPERS: Readonly<Record<string, () => Document>> = {
  'agreement of BKD 2025': pkBkd2025,
  'agreement of Jakarta Pusat 2023': pkJakpus2023,
  'action plan of BKD 2025': raBkd2025,
  'results of Jakarta Pusat 2024': capaianJakpus2024,
}

/** The texts of a table as it was given to the printer, at each of its columns; of a merged cell, everywhere. */
function given(t: Table): string[][] {
  const rows: string[][] = []
  const put = (part: Table['header']) => {
    const base = rows.length
    const places = placesOf(part, t.columns.length)
    for (const _ of part) rows.push(Array.from({ length: t.columns.length }, () => ''))
    for (const [y, row] of part.entries())
      for (const [i, c] of row.entries())
        for (let r = 0; r < (c.rowSpan ?? 1); r++)
          for (let k = 0; k < (c.colSpan ?? 1); k++) rows[base + y + r]![places[y]![i]! + k] = bare(plain(c.text))
  }
  put(t.header)
  for (const g of t.groups) {
    if (g.name !== undefined) rows.push(Array.from({ length: t.columns.length }, () => bare(g.name!)))
    put(g.rows)
  }
  return rows
}

const read = (t: ReadTable) => t.rows.map((r) => r.cells.map((c) => bare(c.text)))

for (const [form, print] of Object.entries(CETAK))
  describe(`what Selaras printed as ${form} is read back`, () => {
    for (const [name, make] of Object.entries(PAPERS))
      test(`every cell and number of the ${name}`, async () => {
        const document = make()
        const paper = await readHere(await print(document))
        const tables = document.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'table')
        const found = paper.blocks.filter((b) => b.kind === 'table')
        assert.equal(found.length, tables.length)
        for (const [i, t] of tables.entries()) {
          assert.deepEqual(read(found[i]!), given(t), `table ${i + 1}: ${t.name}`)
          if (t.caption) assert.equal(bare(found[i]!.caption?.text ?? ''), bare(t.name))
          // A number that went in as a number comes out as the same number.
          const numbers = t.groups.flatMap((g) => g.rows.flat()).flatMap((c) => (c.angka ? [c] : []))
          for (const c of numbers) {
            const value = readPrinted(plain(c.text), { satuan: 'Nilai' })
            assert.ok(
              value.jenis === 'angka' && Number(value.dibaca) === Number(Number(c.angka!.nilai).toFixed(c.angka!.desimal)),
              plain(c.text),
            )
          }
        }
        const words = bare(paper.blocks.map((b) => ('text' in b ? b.text : '')).join(''))
        for (const b of document.sections.flatMap((s) => s.blocks))
          if (b.kind === 'heading') assert.ok(words.includes(bare(b.text)), b.text)
      })
  })
