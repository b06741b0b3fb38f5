import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDecimal } from './decimal.ts'
import { readNumber, readTyped, writtenAsTyped } from './read-number.ts'
import { isRefusal } from './refusal.ts'

const reads = (satuan: string, cases: Record<string, string>) => {
  for (const [typed, text] of Object.entries(cases)) assert.equal(readNumber(typed, satuan), text, `${typed} ${satuan}`)
}
const refuses = (satuan: string, ...cases: string[]) => {
  for (const typed of cases) {
    const no = readNumber(typed, satuan)
    assert.ok(isRefusal(no), `${typed} ${satuan}: ${JSON.stringify(no)}`)
    assert.deepEqual([no.refused, no.field], ['TIDAK_VALID', 'tercetak'])
  }
}

test('a score takes comma or point: 1,5 and 1.5 are the same', () => {
  reads('Nilai', {
    '1,5': '1.5',
    '1.5': '1.5',
    '98,63': '98.63',
    '0,75': '0.75',
    '007': '7',
    '-4,38': '-4.38',
    ' 100% ': '100',
    '95,62 %': '95.62',
  })
})

test('1.234 is a thousand rupiah, but a score of one and a bit', () => {
  reads('Nilai', { '1.234': '1.234', '1,234': '1.234' })
  reads('Rp', { '1.234': '1234', '1,234': '1234' })
  reads('Orang', { '1.234': '1234' })
})

test('two kinds of mark are read by the last one', () => {
  for (const satuan of ['Rp', 'Nilai'])
    reads(satuan, { '1.234,56': '1234.56', '1,234.56': '1234.56', '746.367.815.588,00': '746367815588.00' })
})

test('rupiah group by thousands, with or without Rp before them', () => {
  reads('Rp', { 'Rp 779.977.900.621': '779977900621', 'Rp.1.234': '1234', '62066326162': '62066326162', '-1.500': '-1500' })
})

test('marks that do not separate thousands rightly are refused, not mended', () => {
  for (const satuan of ['Rp', 'Nilai']) refuses(satuan, '62.066.326162', '1.23.456', '1.2345,6', '1,2,3', '1.234,567.8', '12.34.56')
})

test('a number of whole things has no fraction that could be a thousand badly written', () => {
  refuses('Rp', '1,5', '1.5', '12.3456', '1.23')
  refuses('Orang', '2,5')
})

test('no group of thousands begins with 0: 0.234 rupiah is not 234', () => {
  refuses('Rp', '0.234', '0,234', '012.345')
  refuses('Nilai', '0.123.456', '0.234,5')
  reads('Nilai', { '0.234': '0.234' })
})

test('what is no number is refused', () => {
  refuses(
    'Nilai',
    '',
    ' ',
    '-',
    ',',
    '.',
    '.5',
    '5.',
    '5,',
    '--5',
    '5-',
    '1e5',
    '1 234',
    'sembilan',
    'N/A',
    '5%%',
    '(5)',
    '٣',
    'NaN',
    '9'.repeat(35),
  )
})

test('whatever is typed, the answer is an exact decimal or a refusal', () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^-?[\d.,]{1,20}%?$/))
  fc.assert(
    fc.property(typed, fc.constantFrom('Nilai', 'Rp', '%'), (text, satuan) => {
      const read = readNumber(text, satuan)
      assert.ok(isRefusal(read) || /^-?(0|[1-9]\d*)(\.\d+)?$/.test(read), `${text} ${satuan}: ${JSON.stringify(read)}`)
    }),
    { seed: 15, numRuns: 3000 },
  )
})

test('what is typed in two ways is refused with both, but not where the unit is counted whole', () => {
  const said = readTyped('1.250', 'Nilai')
  assert.match(isRefusal(said) ? said.detail : said, /1250 atau 1,2500/)
  assert.equal(readTyped('1.250', 'Orang'), '1250')
  assert.equal(readTyped('1,2500', 'Nilai'), '1.2500')
})

test('what is written to be typed again is read as it was', () => {
  for (const [exact, text] of [
    ['1.250', '1,25'],
    ['1.234', '1,2340'],
    ['100', '100'],
    ['0.5', '0,5'],
    ['10.0', '10'],
    ['', ''],
  ] as const) {
    assert.equal(writtenAsTyped(exact), text)
    const read = readTyped(text, '')
    if (text) assert.ok(!isRefusal(read) && parseDecimal(read).eq(parseDecimal(exact)))
  }
})
