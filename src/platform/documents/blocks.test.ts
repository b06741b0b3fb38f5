import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figureCell, figureText } from './blocks/figure-cell.ts'
import { softHyphens, withoutHyphens } from './blocks/soft-hyphens.ts'
import { type Chart, captions, captionText, type Document, type Table } from './blocks.ts'
import { chartSvg } from './chart-svg.ts'
import { placesOf } from './table-grid.ts'

const seen = (text: string, capacity = 6) => softHyphens(text, capacity).replaceAll('\u00ad', '-').replaceAll('\u200b', '|')

test('Indonesian words break between their syllables, never inside ng, ny, sy and kh', () => {
  const words = {
    pertanggungjawaban: 'per-tang-gung-ja-wa-ban',
    masyarakat: 'masya-ra-kat',
    instrumen: 'instru-men',
    keberhasilan: 'keber-ha-si-lan',
  }
  for (const [word, broken] of Object.entries(words)) assert.equal(seen(word), broken)
})

test('words that fit are left alone; addresses break after their signs', () => {
  assert.equal(seen('laporan kinerja', 12), 'laporan kinerja')
  assert.equal(seen('https://komunikasi.jakarta.go.id/Login'), 'https:/|/|komunikasi.|jakarta.|go.|id/|Login')
  assert.equal(seen('x'.repeat(50)).split('|').length, 3)
})

test('break points change nothing of what is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 30 }), (text, capacity) => {
      assert.equal(withoutHyphens(softHyphens(text, capacity)), withoutHyphens(text))
    }),
    { seed: 3, numRuns: 500 },
  )
})

const figure = (more: object) => ({
  status: 'NILAI' as const,
  nilai: null,
  kategori: null,
  min: null,
  maks: null,
  tercetak: null,
  ...more,
})

test('figures are printed the Indonesian way, with the decimals they were given with', () => {
  assert.equal(figureText('746367815588'), '746.367.815.588')
  assert.deepEqual(figureCell(figure({ nilai: '86.75' })).angka, { nilai: '86.75', desimal: 2 })
  const shown = [
    [{ nilai: '86.75' }, '86,75'],
    [{ nilai: '100', tercetak: '100%' }, '100%'],
    [{ min: '80', maks: '100' }, '80–100'],
    [{ kategori: 'WTP', nilai: '3' }, 'WTP (3)'],
    [{ status: 'TIDAK_DITARGETKAN' }, 'N/A'],
    [{ status: 'BELUM_RILIS' }, 'Data belum rilis'],
    [{ status: 'KOSONG' }, 'belum ada data'],
  ] as const
  for (const [f, text] of shown) assert.equal(figureCell(figure(f)).text, text)
  assert.equal(figureCell(undefined).text, 'belum ada data')
})

const table = (name: string): Table => ({
  kind: 'table',
  name,
  caption: true,
  columns: [{ share: 1 }],
  header: [[{ text: name }]],
  groups: [],
  size: 8,
})
const chart: Chart = {
  kind: 'chart',
  name: 'Tren',
  categories: ['2023', '2024'],
  series: [
    {
      name: 'Realisasi',
      draw: 'bar',
      points: [
        { nilai: '93.93', tampil: '93,93' },
        { nilai: null, tampil: 'belum ada data' },
      ],
    },
    {
      name: 'Target',
      draw: 'line',
      points: [
        { nilai: '86.75', tampil: '86,75' },
        { nilai: '93.93', tampil: '93,93' },
      ],
    },
  ],
  unit: 'Nilai',
  alt: 'a',
}

test('tables and charts are counted apart, in the order of the document', () => {
  const document: Document = {
    title: 'x',
    language: 'id',
    author: 'x',
    timestamp: '2025-01-01T00:00:00Z',
    footer: 'x',
    sections: [{ name: 'x', orientation: 'portrait', blocks: [table('Satu'), chart, table('Dua')] }],
  }
  assert.deepEqual([...captions(document).values()].map(captionText), ['Tabel 1. Satu', 'Grafik 1. Tren', 'Tabel 2. Dua'])
})

test('a missing value is drawn hatched with its word, never as a bar of zero; the picture is the same each time', () => {
  const svg = chartSvg(chart)
  assert.match(svg, /url\(#kosong\)/)
  assert.match(svg, />belum ada data</)
  assert.equal(svg.match(/fill="#0B4F8A"/g)?.length, 2) // one bar and its mark in the legend
  assert.equal(svg, chartSvg(chart))
  assert.match(chartSvg({ ...chart, unit: '</svg><script>' }), /&#60;\/svg&#62;&#60;script&#62;/)
  assert.doesNotMatch(chartSvg({ ...chart, categories: [], series: [] }), /NaN|Infinity/)
})

test('cells find their columns beside cells that reach down from rows above', () => {
  const rows = [
    [{ text: 'a', rowSpan: 3 }, { text: 'b' }, { text: 'c', colSpan: 2 }],
    [{ text: 'd', rowSpan: 2 }, { text: 'e' }, { text: 'f' }],
    [{ text: 'g' }],
  ]
  assert.deepEqual(placesOf(rows, 4), [[0, 1, 2], [1, 2, 3], [2]])
})
