// One contract for all printers: the same words and figures come out of each, and what people wrote stays text.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perjanjianKinerja } from '../../perjanjian-kinerja/perjanjian-kinerja.document.ts'
import type { Block, Document } from './blocks.ts'
import { capaianJakpus2024, JAKPUS, pkBkd2025, pkJakpus2023, pkSnapshot, raBkd2025 } from './contoh.testing.ts'
import { withCodes } from './fonts.ts'
import { printable } from './printable.ts'
import { bare, hasPoppler, PRINTERS, partsOf, poppler, stands, textsOf } from './reading.testing.ts'
import { typeset } from './typeset.ts'

const PAPERS: Readonly<Record<string, Document>> = {
  'PK BKD 2025': pkBkd2025(),
  'PK Jakarta Pusat 2023': pkJakpus2023(),
  'RA BKD 2025': raBkd2025(),
  'capaian Jakarta Pusat 2024': capaianJakpus2024(),
}

export const paperOf = (...blocks: Block[]): Document => ({
  title: 'Uji',
  language: 'id',
  author: 'Uji',
  timestamp: '2025-01-31T05:00:00.000Z',
  footer: 'Uji',
  sections: [{ name: 'Uji', orientation: 'portrait', blocks }],
})

for (const { name, skip, print, read } of PRINTERS) {
  for (const [title, document] of Object.entries(PAPERS))
    test(`${name}: every text of ${title} stands in it`, { skip }, async () => {
      const found = bare(await read(await print(document)))
      const missing = textsOf(document).filter((text) => !stands(text, found, name === 'PDF'))
      assert.deepEqual(missing, [])
    })

  test(`${name}: the same document gives the same bytes`, async () => {
    for (const document of Object.values(PAPERS)) assert.deepEqual(await print(document), await print(document))
  })

  test(`${name}: what a person wrote stays text`, { skip }, async () => {
    const document = paperOf(
      { kind: 'title', lines: ['Judul'] },
      { kind: 'heading', level: 2, text: HOSTILE.markup },
      { kind: 'paragraph', text: HOSTILE.html },
      { kind: 'facts', items: [{ label: 'Nama', value: HOSTILE.formula }] },
      {
        kind: 'table',
        name: HOSTILE.html,
        caption: true,
        columns: [{ share: 1 }, { share: 9 }],
        header: [[{ text: 'No' }, { text: HOSTILE.typst }]],
        groups: [{ name: HOSTILE.formula, rows: Object.values(HOSTILE).map((text) => [{ text: '1' }, { text }]) }],
        size: 8,
      },
      {
        kind: 'chart',
        name: HOSTILE.html,
        categories: [HOSTILE.html],
        series: [{ name: HOSTILE.markup, draw: 'bar', points: [{ nilai: '1', tampil: HOSTILE.html }] }],
        unit: HOSTILE.typst,
        alt: HOSTILE.html,
      },
      {
        kind: 'signatures',
        place: HOSTILE.typst,
        left: { office: HOSTILE.html, name: HOSTILE.markup },
        right: { office: 'x', name: HOSTILE.formula, nip: HOSTILE.typst },
      },
    )
    const found = bare(await read(await print(document)))
    for (const [kind, text] of Object.entries(HOSTILE)) assert.ok(found.includes(bare(text)), `${kind}: ${text}`)
  })

  test(`${name}: ten thousand letters in a narrow cell, with and without spaces, are all there`, { skip }, async () => {
    const long = { joined: 'x'.repeat(10_000), words: 'pertanggungjawaban '.repeat(520).trim() }
    for (const text of Object.values(long)) {
      const document = paperOf({
        kind: 'table',
        name: 'Panjang',
        columns: [{ share: 1 }, { share: 5 }],
        header: [[{ text: 'A' }, { text: 'B' }]],
        groups: [{ rows: [[{ text }, { text: 'sisi' }], [{ text: 'sesudah', rowSpan: 2 }, { text: 'b' }], [{ text: 'c' }]] }],
        size: 8,
      })
      // Where the cell goes over pages, head and foot of the page stand between its lines.
      const found = bare(await read(await print(document))).replace(/AB|sisi|UjiHalaman\d+dari\d+/g, '')
      assert.ok(found.includes(bare(text)), text.slice(0, 20))
      assert.ok(found.includes('sesudah'))
    }
  })

  test(`${name}: control characters and marks that turn the reading order are left out, other scripts are not`, {
    skip,
  }, async () => {
    const text = 'a\u0000b\u0007c\u001b[31m\u202e50,001\u202c\ufeff\ud800 Ünïcödé ελλ Кир'
    const found = bare(await read(await print(paperOf({ kind: 'paragraph', text }))))
    assert.ok(
      found.includes(bare('abc[31m50,001\ufffd Ünïcödé ελλ Кир'.normalize('NFC'))) ||
        found.includes(bare('abc[31m50,001[U+FFFD] Ünïcödé ελλ Кир')),
      found,
    )
    for (const sign of '\u0000\u0007\u001b\u202e\ufeff') assert.ok(!found.includes(sign))
  })
}

const HOSTILE = {
  html: '<script>alert(1)</script><img src=x onerror=alert(2)> & &amp; "kutip" \'satu\'',
  formula: '=HYPERLINK("http://jahat.example","klik")',
  plus: '+SUM(A1:A9)',
  minus: '-2+3',
  at: '@SUM(1)',
  dde: "=cmd|' /C calc'!A0",
  typst: '#import "x": y; #panic("x") $x^2$ @ref <label>',
  markup: '*tebal* _miring_ = judul `kode` \\u{41} [isi] {x} ~ #sys.inputs',
  field: '{ INCLUDETEXT "C:\\\\rahasia" } \\* MERGEFORMAT',
}

test('XLSX: no cell is a formula, whatever its text begins with', async () => {
  const rows = Object.values(HOSTILE).map((text) => [{ text }])
  const table: Block = { kind: 'table', name: 'x', columns: [{ share: 1 }], header: [[{ text: 'x' }]], groups: [{ rows }], size: 8 }
  const parts = await partsOf(await PRINTERS[2]!.print(paperOf(table)))
  for (const [name, xml] of parts) if (name.startsWith('xl/worksheets/')) assert.doesNotMatch(xml, /<f[ >]|<hyperlink/, name)
})

test('XLSX: a number is a number with its decimals; more digits than a spreadsheet keeps stay text', async () => {
  const cell = (nilai: string, desimal: number, persen?: true) => ({
    text: nilai,
    angka: { nilai, desimal, ...(persen ? { persen } : {}) },
  })
  const rows = [[cell('104.0801', 2)], [cell('746367815588', 0)], [cell('12345678901234567.89', 2)], [cell('25', 0, true)]]
  const file = await PRINTERS[2]!.print(
    paperOf({ kind: 'table', name: 'x', columns: [{ share: 1 }], header: [[{ text: 'x' }]], groups: [{ rows }], size: 8 }),
  )
  const shown = (await PRINTERS[2]!.read(file)).split('\n')
  assert.deepEqual(shown.slice(-4), ['104,08', '746.367.815.588', '12345678901234567.89', '25%'])
})

test('a chart speaks to who cannot see it, and stands in words where there are no pictures', async () => {
  const says = 'Nilai: 2023 realisasi 93,93, target 86,75; 2024 realisasi 97,77, target 93,93.'
  const document = capaianJakpus2024()
  assert.ok((await partsOf(await PRINTERS[1]!.print(document))).get('word/document.xml')!.includes(`descr="${says}"`))
  assert.ok((await PRINTERS[2]!.read(await PRINTERS[2]!.print(document))).includes(says))
  assert.ok(new TextDecoder().decode(await PRINTERS[3]!.print(document)).includes(`role="img" aria-label="${says}"`))
})

test('XLSX: the headings stay in sight and are repeated in print, on one page across', async () => {
  const parts = await partsOf(await PRINTERS[2]!.print(pkBkd2025()))
  const sheet = parts.get('xl/worksheets/sheet2.xml')!
  assert.match(sheet, /<pane [^>]*state="frozen"/)
  assert.match(sheet, /<pageSetup [^>]*orientation="landscape"/)
  assert.match(sheet, /fitToPage="1"/)
  assert.match(parts.get('xl/workbook.xml')!, /_xlnm\.Print_Titles/)
})

test('DOCX: headings of tables repeat, the appendix lies, pages are counted', async () => {
  const pk = (await partsOf(await PRINTERS[1]!.print(pkBkd2025()))).get('word/document.xml')!
  assert.equal(pk.match(/<w:tblHeader\/>/g)?.length, 2)
  assert.match(pk, /w:orient="landscape"/)
  const parts = await partsOf(await PRINTERS[1]!.print(capaianJakpus2024()))
  assert.match(parts.get('word/footer1.xml')!, /NUMPAGES/)
})

test('PDF: tagged, titled, with its own fonts and a heading repeated on every page', {
  skip: !hasPoppler && 'no poppler',
}, async () => {
  const pdf = await PRINTERS[0]!.print(raBkd2025())
  const info = poppler('pdfinfo', pdf)
  assert.match(info, /Tagged:\s+yes/)
  assert.match(info, /Title:\s+Rencana Aksi Tahun 2025/)
  assert.ok(Buffer.from(pdf).includes('pdfuaid'), 'it says that it is PDF/UA')
  const pages = poppler('pdftotext', pdf, ['-raw']).split('\f').slice(0, -1)
  for (const page of pages) assert.match(page, /Penanggung\s+Jawab/)
  assert.match(pages.at(-1)!, new RegExp(`Halaman ${pages.length} dari ${pages.length}`))
})

test('PDF: a signature never stands on a page without any of what is signed', { skip: !hasPoppler && 'no poppler' }, async () => {
  const pk = pkSnapshot('jakpus/pk-2023.json', JAKPUS)
  // Whatever the number of sasaran, so that the last row ends at every height of a page.
  const cut = pk.sasaran.map((_, n) => perjanjianKinerja({ ...pk, sasaran: pk.sasaran.slice(0, n + 1) }))
  for (const document of [...cut, pkBkd2025(), raBkd2025()]) {
    const last = poppler('pdftotext', await PRINTERS[0]!.print(document), ['-raw'])
      .split('\f')
      .at(-2)!
    assert.match(last, /Indikator Kinerja[\s\S]*NIP/)
  }
})

test('PDF: the caption of a table stands on the page on which the table begins', {
  skip: !hasPoppler && 'no poppler',
}, async () => {
  const row = (text: string) => [{ text }]
  const table: Block = {
    kind: 'table',
    name: 'Masukan',
    caption: true,
    columns: [{ share: 1 }],
    header: [row('Nama')],
    groups: [{ rows: ['baris pertama', 'baris kedua'].map(row) }],
    size: 9,
  }
  const beginnings = new Set<number>()
  // The table begins at every height near the foot of the page, and then on the next.
  for (let above = 36; above < 43; above++) {
    const lines = Array.from({ length: above }, (_, i): Block => ({ kind: 'paragraph', small: true, text: `isi ${i}` }))
    const pages = poppler('pdftotext', await PRINTERS[0]!.print(paperOf(...lines, table)), ['-raw']).split('\f')
    const begins = pages.findIndex((page) => page.includes('baris pertama'))
    assert.match(pages[begins]!, /Tabel 1/, `${above} lines above`)
    beginnings.add(begins)
  }
  assert.deepEqual([...beginnings].sort(), [0, 1])
})

test('PDF: cells keep the columns and rows they reach over, in signed tables and in others', () => {
  const cells = (document: Document) => {
    type Laid = { form?: { colspan?: number; rowspan?: number } } | string
    const { sections } = typeset(document, (t) => t) as { sections: { blocks: { groups?: { rows: Laid[][] }[] }[] }[] }
    const tables = sections.flatMap((s) => s.blocks).filter((b) => b.groups)
    return tables[0]!.groups!.flatMap((g) => g.rows.map((r) => r.map((c) => (typeof c === 'string' ? 1 : (c.form?.colspan ?? 1)))))
  }
  const row = [{ text: 'a', colSpan: 2 }, { text: 'b' }]
  const table: Block = {
    kind: 'table',
    name: 'x',
    columns: [{ share: 1 }, { share: 1 }, { share: 1 }],
    header: [],
    groups: [{ rows: [row, row] }, { name: 'kosong', rows: [] }],
    size: 8,
  }
  const signed: Block = { kind: 'signatures', place: 'x', left: { office: 'x', name: 'x' }, right: { office: 'x', name: 'x' } }
  assert.deepEqual(cells(paperOf(table)), [
    [2, 1],
    [2, 1],
  ])
  assert.deepEqual(cells(paperOf(table, signed)), [
    [2, 2],
    [2, 1],
  ])
})

test('PDF: a sign that the font lacks is printed as its number', () => {
  const latin = (code: number) => code < 0x250
  assert.equal(withCodes('baik \u{1f600} م', latin), 'baik [U+1F600] [U+0645]')
  assert.equal(withCodes('per\u00adtang\u200bgung', latin), 'per\u00adtang\u200bgung')
})

test('HTML: nothing runs, nothing is fetched, headings of cells have a scope', async () => {
  const html = new TextDecoder().decode(await PRINTERS[3]!.print(capaianJakpus2024()))
  assert.doesNotMatch(html, /<script|\son\w+=|src=|href=/i)
  assert.match(html, /<th scope="col"/)
  assert.match(html, /<th scope="rowgroup"/)
})

test('printable text keeps new lines and drops what cannot be printed', () => {
  assert.equal(printable('a\r\nb\tc\u2028d\u0000'), 'a\nb c\nd')
  assert.equal(printable('\u{1f600}'), '\u{1f600}')
})
