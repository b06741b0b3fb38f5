import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ReadPaper, ReadTable } from '../blocks/paper.ts'
import { headerPath } from './header.ts'
import { plainText } from './plain-text.ts'
import { readText } from './text.ts'

const tables = (p: ReadPaper) => p.blocks.filter((b) => b.kind === 'table')
/** Small papers are written with | for the tab. */
const read = (...lines: string[]) => readText(lines.join('\n').replaceAll('|', '\t'))
const grid = (t: ReadTable) => t.rows.map((r) => `${r.role[0]} ${r.cells.map((c) => c.text.replaceAll('\n', '⏎')).join('|')}`)
const kinds = (p: ReadPaper) => p.blocks.map((b) => b.kind)
const why = (p: ReadPaper) => p.doubts.map((d) => `${d.why} ${d.at.line}`)

describe('tables', () => {
  test('names over several columns are merged, and so are those over several rows', () => {
    const [table] = tables(
      read(
        'No|Indikator|Tahun 2023|||Tahun 2024||',
        '||Target|Realisasi|%|Target|Realisasi|%',
        '1|2|3|4|5|6|7|8',
        '1|IKM|88|90|102|89|91|102',
      ),
    )
    assert.deepEqual(
      table!.rows.map((r) => r.role),
      ['header', 'header', 'numbering', 'body'],
    )
    const header = table!.rows.filter((r) => r.role === 'header')
    assert.deepEqual(
      [0, 3, 5].map((c) => headerPath(header, c)),
      [['No'], ['Tahun 2023', 'Realisasi'], ['Tahun 2024', 'Target']],
    )
  })

  test('a name that goes on below itself may stand beside names that reach over several columns', () => {
    const [table] = tables(
      read(
        'No|Uraian|Tahun 2023||Tahun 2024||Naik/(Turun)',
        '||Anggaran|Realisasi|Anggaran|Realisasi|Realisasi',
        '(1)|(2)|(3)|(4)|(5)|(6)|(7)',
        '1|Belanja Modal|88|80|90|82|2',
      ),
    )
    assert.deepEqual(
      table!.rows.map((r) => r.role),
      ['header', 'header', 'numbering', 'body'],
    )
  })

  test('a table without names of columns has no header', () => {
    const [table] = tables(
      read(
        '1|Sasaran Khusus|Terwujudnya tata kelola|Sebanyak|1|Indikator',
        '2|Sasaran Khusus|Meningkatnya layanan|Sebanyak|2|Indikator',
      ),
    )
    assert.deepEqual(
      table!.rows.map((r) => r.role),
      ['body', 'body'],
    )
  })

  test('a table goes on after a page break: its header is said once, a running head is furniture', () => {
    const head = 'Pemerintah Kota Contoh'
    const breaks = [1, 2, 3].flatMap((n) => [
      '',
      head,
      '',
      'Nomor|Kelurahan|Nilai',
      `${2 * n + 1}|Kelurahan ${2 * n + 1}|9${n},10`,
      `${2 * n + 2}|Kelurahan ${2 * n + 2}|9${n},20`,
    ])
    const paper = read('Nomor|Kelurahan|Nilai', '1|Kelurahan 1|90,10', '2|Kelurahan 2|90,20', ...breaks, '', head, '')
    assert.equal(tables(paper).length, 1)
    const [table] = tables(paper)
    assert.deepEqual(
      table!.rows.map((r) => r.cells[0]!.text),
      ['Nomor', '1', '2', '3', '4', '5', '6', '7', '8'],
    )
    assert.deepEqual(
      table!.parts.map((p) => [p.at.line, p.rows, p.repeated.length]),
      [
        [1, 3, 0],
        [7, 2, 1],
        [13, 2, 1],
        [19, 2, 1],
      ],
    )
    assert.equal(paper.blocks.filter((b) => b.kind === 'furniture').length, 4)
  })

  test('what a page says again for who turned it is furniture: Lanjutan, Tabel 1 (lanjutan)', () => {
    for (const again of ['Lanjutan: 2. Satu sasaran', 'Tabel 1 Capaian (lanjutan)', '(Lanjutan)', 'Lanjutan Tabel 1 Capaian']) {
      const paper = read('Tabel 1 Capaian', '', 'No|Nama|Nilai', '1|A|90', '2|B|91', '', again, '', 'No|Nama|Nilai', '3|C|92')
      assert.deepEqual(kinds(paper).sort(), ['furniture', 'table'], again)
    }
    assert.deepEqual(kinds(read('Lanjutan pembangunan kantor kecamatan tertunda.')), ['paragraph'])
  })

  test('a table that counts from 1 again is another table', () => {
    assert.equal(
      tables(read('No|Eselon|Jumlah', '1|I|2', '2|II|80', 'TOTAL||82', '', 'No|Eselon|Jumlah', '1|I.b|2', 'TOTAL||2')).length,
      2,
    )
  })

  test('a cell that a page break cut is one cell, with both its places', () => {
    const paper = read(
      'No|Sasaran|Target',
      '1|Meningkatnya kualitas|90',
      '2|Terwujudnya tata kelola yang|91',
      '',
      '|transparan dan akuntabel|',
      '3|Terkelolanya aset|92',
    )
    const [table] = tables(paper)
    assert.equal(table!.rows[2]!.cells[1]!.text, 'Terwujudnya tata kelola yang transparan dan akuntabel')
    assert.deepEqual(table!.rows[2]!.cells[1]!.more, [{ line: 5 }])
    assert.deepEqual(why(paper), ['ROW_JOINED 5'])
  })

  test('what a page break cut off goes on under its own text, also where a tab was lost, and never under a figure', () => {
    const long = 'Hasil survei kepada masyarakat yang dilakukan untuk menilai kualitas layanan. '.repeat(5)
    const paper = read(
      'No|Sasaran|Sumber|Pengukuran|I|II',
      `1|Meningkatnya kualitas layanan|e-SAKIP|${long}|N/A|90`,
      `2|Terwujudnya tata kelola di|e-SAKIP|${long}|N/A|91`,
      '',
      `|Kota Administrasi|${long} Akhir|||`,
      `3|Terkelolanya aset|e-SAKIP|${long}|N/A|92`,
      '',
      '|||b. Bobot 5%: membuat berita acara|||',
    )
    const [table] = tables(paper)
    const cells = (n: number) => table!.rows[n]!.cells.map((c) => c.text.slice(-17))
    assert.deepEqual(cells(2), ['2', 'Kota Administrasi', 'e-SAKIP', 'as layanan. Akhir', 'N/A', '91'])
    assert.deepEqual(cells(3), ['3', 'Terkelolanya aset', 'e-SAKIP', 'buat berita acara', 'N/A', '92'])
  })

  test('words that a page says again from the one before are read once; both stay in what is printed', () => {
    const paper = read(
      'No|Indikator|Target',
      '1|Indeks kepuasan|90',
      '2|Persentase penyelesaian Sub KSD Peningkatan Profesionalitas|91',
      '',
      '|Peningkatan Profesionalitas SDM Pemprov|',
      '3|Indeks aset|92',
    )
    const cell = tables(paper)[0]!.rows[2]!.cells[1]!
    assert.equal(cell.text, 'Persentase penyelesaian Sub KSD Peningkatan Profesionalitas SDM Pemprov')
    assert.match(cell.printed!, /Profesionalitas Peningkatan Profesionalitas SDM/)
  })

  test('rows that lost their first cells are put where their kind belongs, and that is said', () => {
    const full = (n: number, kota: string) => [
      `${n}|${kota}|Kelurahan ${n}a|${2 * n}. Taman ${n}|Jl. Mawar ${n}`,
      `||Kelurahan ${n}b|${2 * n + 1}. Taman|Jl. Melati ${n}`,
    ]
    const paper = read(
      'NO|KECAMATAN|KELURAHAN|NAMA|ALAMAT',
      ...[1, 2, 3, 4].flatMap((n) => full(n, `KECAMATAN ${n}`)),
      'Kelurahan Lain|10. Taman Lain|Jl. Anggrek 5||',
    )
    const [table] = tables(paper)
    assert.deepEqual(
      table!.rows.at(-1)!.cells.map((c) => c.text),
      ['', '', 'Kelurahan Lain', '10. Taman Lain', 'Jl. Anggrek 5'],
    )
    assert.deepEqual(table!.rows.at(-1)!.cells[2]!.moved, { from: 0 })
    assert.deepEqual(why(paper), ['CELL_MOVED 10'])
  })

  test('a part with a column more keeps it, also in a row where two neighbours happen to be equal', () => {
    const [table] = tables(
      read('No|Kegiatan|Pagu|Persen', '1|Rapat|10|90', '2|Cetak|20|91', '', '3|Sewa|30|92|Nilai', '4|Seragam|40|40|Unit'),
    )
    assert.deepEqual(grid(table!).slice(3), ['b 3|Sewa|30|92|Nilai', 'b 4|Seragam|40|40|Unit'])
  })

  test('a line between two parts names a group of rows where the count goes on below it', () => {
    const paper = read(
      'No|Sasaran|Target',
      '1|Satu sasaran|90',
      '2|Dua sasaran|91',
      '',
      'Sasaran Khusus',
      '',
      '3|Tiga sasaran|92',
      '4|Empat sasaran|93',
    )
    assert.deepEqual(grid(tables(paper)[0]!)[3], 'g Sasaran Khusus||')
    assert.deepEqual(kinds(paper), ['table'])
  })

  test('captions stand above or below their tables, as the paper has it throughout', () => {
    const table = (n: number) => [`No|Nama ${n}|Nilai`, '1|A|90', '']
    const above = read(
      'Tabel 1. Satu',
      '',
      ...table(1),
      'Kalimat yang panjang sekali tentang tabel ini, sebagai pemisah bagian satu dan bagian dua laporan ini.',
      '',
      'Tabel 2.',
      'Dua',
      '',
      ...table(2),
    )
    assert.deepEqual(
      tables(above).map((t) => `${t.caption?.number} ${t.caption?.text}`),
      ['1 Satu', '2 Dua'],
    )
    const below = read('Kalimat pertama.', '', ...table(1), 'Tabel 1 Satu', '', ...table(2), 'Tabel 2 Dua')
    assert.deepEqual(
      tables(below).map((t) => `${t.caption?.number} ${t.caption?.text}`),
      ['1 Satu', '2 Dua'],
    )
  })

  test('a Markdown table is a table', () => {
    const [table] = tables(readText('| No | Nama |  Nilai |\n|----|:---|---|\n| 1 | A \\| B | 90 |'))
    assert.deepEqual(grid(table!), ['h No|Nama|Nilai', 'b 1|A | B|90'])
  })
})

describe('text', () => {
  test('tags, formulas and stars are read as what is seen; what only looks like a tag is kept', () => {
    const cases = {
      '<p>Dasar Hukum :</p> <ul style="list-style-type: none"> a. Satu; b. Dua <p>Rumus</p>':
        'Dasar Hukum :\na. Satu; b. Dua\nRumus',
      '$75.01\\% \\leq 90\\%$': '75.01% ≤ 90%',
      '$\\frac{\\text{Realisasi}}{\\text{Target}} \\times 100\\%$': '(Realisasi) / (Target) × 100%',
      'waktu <6 jam &amp; <https://contoh.go.id> <Nama>': 'waktu <6 jam & <https://contoh.go.id> <Nama>',
      '**Tebal** 86* US$ 5': 'Tebal 86* US$ 5',
      'pe\u00adnge\u00adlo\u00adla\u00adan': 'pengelolaan',
    }
    for (const [printed, text] of Object.entries(cases)) assert.equal(plainText(printed), text)
  })

  test('a table whose last column holds whole numbers that do not fall is no list of contents', () => {
    const table = read(
      'No|Sasaran|Target',
      '1|Terlaksananya komunikasi publik|90',
      '2|Terwujudnya tata kelola data|100',
      '3|Tertibnya arsip|100',
    )
    assert.deepEqual(
      table.blocks.map((b) => b.kind),
      ['table'],
    )
  })

  test('a line that the list of contents names is a heading; a paragraph goes on after a page break', () => {
    const furniture = (n: number) => ['', 'LKIP Kota Contoh', '', `kalimat ${n} yang terpotong`]
    const paper = read(
      'DAFTAR ISI',
      '',
      'BAB I PENDAHULUAN.....|1',
      'Gambaran Umum Wilayah.....|2',
      'Isu Strategis.....|3',
      '',
      'BAB I PENDAHULUAN',
      '',
      'Gambaran Umum Wilayah',
      '',
      'Kalimat ini',
      ...[1, 2, 3, 4].flatMap(furniture),
    )
    assert.deepEqual(
      paper.blocks.flatMap((b) => (b.kind === 'heading' ? `${b.level} ${b.text}` : [])),
      ['2 DAFTAR ISI', '1 BAB I PENDAHULUAN', '4 Gambaran Umum Wilayah'],
    )
    const last = paper.blocks.find((b) => b.kind === 'paragraph')
    assert.equal(
      last?.text,
      'Kalimat ini kalimat 1 yang terpotong kalimat 2 yang terpotong kalimat 3 yang terpotong kalimat 4 yang terpotong',
    )
  })

  test('lists keep their marks and depth', () => {
    const list = read('- a. satu', '- b. dua', ' - 1) tiga', '❖ empat').blocks[0]
    assert.deepEqual(list?.kind === 'list' && list.items.map((i) => `${i.depth}${i.marker}${i.text}`), [
      '0a.satu',
      '0b.dua',
      '11)tiga',
      '0❖empat',
    ])
  })
})
