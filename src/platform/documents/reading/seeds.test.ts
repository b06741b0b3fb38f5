// The readers on real papers, which are not in this repository.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { placesIn, type ReadBlock, type ReadPaper } from '../blocks/paper.ts'
import { plainText } from './plain-text.ts'
import { SEEDS, seed, seedsPath } from './seeds.testing.ts'
import { essence } from './similar.ts'
import { readText } from './text.ts'

const skip = seedsPath ? false : 'the seeds are not here (SELARAS_SEEDS)'
const tables = (p: ReadPaper) => p.blocks.filter((b) => b.kind === 'table')

/** All that was read of a line, letters and figures only; undefined where it is a header that was said before. */
function wordsByLine(paper: ReadPaper): Map<number, string> {
  const found = new Map<number, string>()
  const add = (line: number | undefined, words: string) => found.set(line!, `${found.get(line!) ?? ''} ${essence(words)}`)
  const whole = (block: ReadBlock): string => {
    if (block.kind === 'caption') return `${block.label} ${block.number} ${block.text}`
    return 'text' in block ? block.text : ''
  }
  for (const block of paper.blocks) {
    if (block.kind === 'list') for (const i of block.items) add(i.at.line, `${i.marker} ${i.text}`)
    else if (block.kind === 'contents') for (const e of block.entries) add(e.at.line, `${e.text} ${e.page}`)
    else if (block.kind === 'table') {
      if (block.caption)
        for (const at of [block.caption.at, ...(block.caption.more ?? [])])
          add(at.line, whole({ kind: 'caption', ...block.caption }))
      for (const r of block.rows) for (const c of r.cells) for (const at of [c.at, ...(c.more ?? [])]) add(at.line, c.text)
    } else for (const at of placesIn(block)) add(at.line, whole(block))
  }
  return found
}

describe('nothing of a paper is dropped', { skip }, () => {
  for (const name of SEEDS)
    test(`every line of seed ${name} stands in a block, with all its words`, () => {
      const text = seed(name)
      const paper = readText(text)
      const found = wordsByLine(paper)
      const saidBefore = new Set(tables(paper).flatMap((t) => t.parts.flatMap((p) => p.repeated.map((at) => at.line))))
      text.split('\n').forEach((printed, i) => {
        assert.ok(found.has(i + 1) || saidBefore.has(i + 1) || essence(printed) === '', `line ${i + 1}: ${printed.slice(0, 90)}`)
        const here = found.get(i + 1) ?? ''
        for (const cell of printed
          .split('\t')
          .flatMap((c) => plainText(c).split('\n'))
          .map(essence))
          assert.ok(
            here.includes(cell) || saidBefore.has(i + 1) || here.replaceAll(' ', '').includes(cell),
            `line ${i + 1}: ${cell.slice(0, 90)}`,
          )
      })
    })
})

describe('the papers of BKD and of Jakarta Pusat', { skip }, () => {
  test('the agreement of 2023 is one table of 26 indicators, also where columns were lost or doubled', () => {
    const [table, ...others] = tables(readText(seed('001')))
    assert.equal(others.length, 0)
    const body = table!.rows.filter((r) => r.role === 'body').map((r) => r.cells.map((c) => c.text))
    const numbers = body.map((r) => r[0]).filter(Boolean)
    assert.deepEqual(numbers, [
      ...Array.from({ length: 19 }, (_, i) => String(i + 1)),
      ...['19', '20', '21', '22', '23', '24', '25'],
    ])
    assert.equal(body.length, numbers.length + 2)
    for (const r of body)
      assert.match(`${r[4]}|${r[11]}`, /^(?:e-\S+(?: KSD)?|CRM)\|(?:Nilai|Persen|Persentase|Presentase|Predikat)$/)
    assert.deepEqual(body.at(-1)!.slice(6), ['25%', '25%', '25%', '25%', '100%', 'Persen'])
  })

  test('the agreement of 2025 has ten indicators, and its action plan goes on over nine pages', () => {
    const [pk, ra] = tables(readText(seed('000')))
    assert.deepEqual(
      pk!.rows.flatMap((r) => (r.role === 'body' ? r.cells[0]!.text : [])),
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    )
    assert.equal(ra!.parts.length, 9)
    assert.deepEqual(
      ra!.rows.filter((r) => r.role === 'group').map((r) => r.cells[0]!.text),
      ['Sasaran Strategis', 'Sasaran Relevan Lainnya'],
    )
  })

  test('each of the 76 captions of the report of 2024 has its table', () => {
    const numbers = tables(readText(seed('003'))).flatMap((t) => t.caption?.number ?? [])
    assert.deepEqual(
      numbers,
      Array.from({ length: 76 }, (_, i) => String(i + 1)),
    )
  })

  test('350 KB are read in well under a second', () => {
    const text = seed('003')
    readText(text)
    const start = performance.now()
    readText(text)
    assert.ok(performance.now() - start < 1000)
  })
})
