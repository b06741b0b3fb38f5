// What a check gives to pages and to other programs: spots, keys, JSON, SARIF, words.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ReadTable } from '../platform/documents/blocks/paper.ts'
import { readHtml } from '../platform/documents/reading/html.ts'
import { readText } from '../platform/documents/reading/text.ts'
import type { Aturan } from './aturan.ts'
import { jangkarIn } from './jangkar.ts'
import { kontrak } from './kontrak.ts'
import { berkunci, dikenaliLagi } from './kunci.ts'
import { reviu } from './reviu.ts'
import { sarif } from './sarif.ts'
import { untukTerminal } from './terminal.ts'

const PAPER = readText(
  [
    'Laporan Kinerja Tahun 2024',
    '',
    'Tabel 2. Isi',
    '',
    'Kecamatan\tTarget\tRealisasi',
    'Gambir\t7\t7',
    'Menteng\t7\t8',
    'Jumlah\t14\t15',
    '',
  ].join('\n'),
)
const TABLE = PAPER.blocks.findIndex((b) => b.kind === 'table')
const cell = (r: number, k: number) => (PAPER.blocks[TABLE] as ReadTable).rows[r]!.cells[k]!

/** A rule that finds what a test wants. */
const aturan: Aturan = {
  kode: 'UJI',
  jenis: 'sum',
  memeriksa: 'Yang dicari sebuah uji.',
  contoh: { benar: '1', salah: '2' },
  dasar: 'Uji 1/2024',
  periksa: () => ({
    hitungan: [
      {
        di: cell(3, 1).at,
        letak: 'Tabel 2, kolom 2',
        rumus: 'SUM(7; 7)',
        tercetak: '14',
        dihitung: '14',
        pembulatan: 'tepat',
        cocok: true,
      },
    ],
    temuan: [
      {
        di: cell(2, 2).at,
        jenis: 'sum',
        berat: 'tinggi',
        keyakinan: 0.9,
        letak: 'Tabel 2, kolom 3, baris "Menteng"',
        tercetak: '8',
        seharusnya: '7',
        penjelasan: 'Tercetak 8, seharusnya 7.',
        terkait: [cell(1, 2).at],
      },
    ],
  }),
}
const HASIL = reviu(PAPER, [aturan])

describe('a spot in the blocks of a paper', () => {
  const spot = jangkarIn(PAPER)
  test('is the cell whose place the rule hands on, also where two cells of a line read alike', () => {
    assert.equal(spot({ line: 6 }, { tercetak: '7', letak: 'Tabel 2, kolom 3, baris "Gambir"' }), `b${TABLE}r1k2`)
    assert.equal(spot({ line: 6 }, { tercetak: '7', letak: 'Tabel 2, kolom 2, baris "Gambir"' }), `b${TABLE}r1k1`)
  })
  test('is the block where the place is a paragraph, and nothing where there is none', () => {
    assert.equal(spot({ line: 1 }), 'b0')
    assert.equal(spot({ line: 99 }), null)
  })
  test('is found without delay where 20,000 cells share one place', () => {
    const row = `<tr>${'<td>7</td>'.repeat(100)}</tr>`
    const read = readHtml(`<table>${row.repeat(200)}</table>`)
    const from = performance.now()
    assert.equal(jangkarIn(read)({ line: 1 }, { letak: 'kolom 100' }), 'b0r0k99')
    assert.ok(performance.now() - from < 1000, `${performance.now() - from} ms`)
  })
  test('stands at findings, at what they rest on, and at what was reckoned', () => {
    const [found] = HASIL.temuan
    assert.equal(found!.jangkar, `b${TABLE}r2k2`)
    assert.deepEqual(found!.jangkarTerkait, [`b${TABLE}r1k2`])
    assert.equal(HASIL.hitungan[0]!.jangkar, `b${TABLE}r3k1`)
  })
})

describe('the key of a finding', () => {
  const of = (letak: string, tercetak = '8', kode = 'UJI') => berkunci([{ aturan: kode, tercetak, letak }])[0]!.kunci
  test('does not know lines, pages and the order of tables without a caption', () => {
    assert.equal(of('baris 12, Tabel 2, kolom 3'), of('baris 40, Tabel 2, kolom 3'))
    assert.equal(of('tabel ke-3, baris "Jumlah"'), of('tabel ke-4, baris "Jumlah"'))
  })
  test('knows the rule, what is printed and the words of the place', () => {
    const keys = [of('Tabel 2'), of('Tabel 3'), of('Tabel 2', '9'), of('Tabel 2', '8', 'LAIN'), of('Tabel 2, baris "Gambir"')]
    assert.equal(new Set(keys).size, keys.length)
  })
  test('of two that are alike differs by their order', () => {
    const alike = { aturan: 'UJI', tercetak: '8', letak: 'Tabel 2' }
    const [a, b] = berkunci([alike, alike])
    assert.notEqual(a!.kunci, b!.kunci)
    assert.equal(a!.kunci, of('Tabel 2'))
  })
  test('is that of the check before where a new table has moved the numbers of the others', () => {
    const at = (tabel: number) => ({ aturan: 'UJI', tercetak: '8', letak: `Tabel ${tabel}, kolom 3, baris "Menteng"` })
    const before = berkunci([at(2), at(5)])
    const now = dikenaliLagi(berkunci([at(3), at(6)]), before)
    assert.deepEqual(now.map((t) => t.kunci), before.map((t) => t.kunci)) // biome-ignore format: a question
    assert.deepEqual(now.map((t) => t.letak.slice(0, 7)), ['Tabel 3', 'Tabel 6']) // biome-ignore format: a question
  })
  test('is not guessed where not as many are new as are gone', () => {
    const at = (tabel: number) => ({ aturan: 'UJI', tercetak: '8', letak: `Tabel ${tabel}, kolom 3, baris "Menteng"` })
    const before = berkunci([at(2), at(5)])
    const [left] = dikenaliLagi(berkunci([at(6)]), before)
    assert.ok(!before.some((t) => t.kunci === left!.kunci))
  })
})

describe('forms for other programs', () => {
  test('JSON has the shape of the contract: reckonings only where all are asked for', () => {
    const json = kontrak('lkip.txt', HASIL)
    assert.deepEqual(Object.keys(json), ['file', 'dokumen', 'diperiksa', 'temuan', 'hitungan'])
    assert.deepEqual(json.diperiksa, { tabel: 1, hitungan: 1, cocok: 1 })
    assert.deepEqual(json.hitungan, [])
    assert.ok(!('jangkar' in json.temuan[0]!))
    const { baris, rumus, tercetak, dihitung, pembulatan, cocok } = kontrak('lkip.txt', HASIL, true).hitungan[0]!
    assert.deepEqual([baris, rumus, tercetak, dihitung, pembulatan, cocok], [8, 'SUM(7; 7)', '14', '14', 'tepat', true])
  })
  test('SARIF names the rule with its help, the line, and what could not be read', () => {
    const { runs } = sarif([{ file: 'a b/lkip.txt', hasil: HASIL }], [aturan], '1', [{ file: 'x.pdf', detail: 'Terkunci.' }])
    const run = runs[0]!
    assert.equal(run.tool.driver.rules[0]!.help.text, 'Yang dicari sebuah uji. Benar: 1. Ditemukan: 2. Dasar: Uji 1/2024.')
    const [result] = run.results
    assert.deepEqual([result!.ruleId, result!.ruleIndex, result!.level, result!.rank], ['UJI', 0, 'error', 90])
    assert.deepEqual(result!.locations[0]!.physicalLocation, {
      artifactLocation: { uri: 'a%20b/lkip.txt', index: 0 },
      region: { startLine: 7 },
    })
    assert.equal(result!.relatedLocations![0]!.physicalLocation.region!.startLine, 6)
    assert.equal(run.invocations[0]!.executionSuccessful, false)
    assert.match(run.invocations[0]!.toolExecutionNotifications[0]!.message.text, /x\.pdf: Terkunci/)
  })
  test('a page is a name of a place in SARIF, not a line', () => {
    const paged = { ...HASIL, temuan: HASIL.temuan.map((t) => ({ ...t, baris: null, halaman: 3 })) }
    const [location] = sarif([{ file: 'a.pdf', hasil: paged }], [aturan], '1').runs[0]!.results[0]!.locations
    assert.ok(!('region' in location!.physicalLocation))
    assert.match(location!.logicalLocations[0]!.fullyQualifiedName, /^halaman 3, Tabel 2/)
  })
  test('people read it by kind, in colours only where they are wanted', () => {
    const said = untukTerminal('lkip.txt', HASIL, { semua: true })
    assert.match(said, /^lkip\.txt: LKIP, 2024$/m)
    assert.match(said, /1 tabel, 1 hitungan diperiksa, 1 cocok; 1 temuan \(1 tinggi\)\./)
    assert.match(
      said,
      /tinggi {2}baris 7: Tabel 2, kolom 3, baris "Menteng"\n {12}tercetak 8; seharusnya 7\n {12}Tercetak 8, seharusnya 7\. Lihat juga baris 6\./,
    )
    assert.match(said, /cocok +baris 8: 14 = SUM\(7; 7\)/)
    assert.ok(!said.includes('\u001b'))
    assert.ok(untukTerminal('lkip.txt', HASIL, { warna: true }).includes('\u001b[31mtinggi'))
  })
})
