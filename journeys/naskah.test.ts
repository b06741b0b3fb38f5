// The official papers come out again as they went in: the rows of the original papers, read from their text alone, beside
// the rows of the PDF, DOCX and XLSX that the program makes of its data. All rows, in their order, every cell but the
// column Pengukuran, which the example holds in our own words.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'
import { bare, hasPoppler, poppler, rowsOfDocx, rowsOfXlsx } from '../src/platform/documents/reading.testing.ts'

const SEEDS = process.env.SELARAS_SEEDS ?? join(import.meta.dirname, '../../shared/seeds')
const skip = existsSync(SEEDS)
  ? hasPoppler
    ? false
    : 'pdftotext (poppler-utils) is not installed'
  : `the papers are not at ${SEEDS}: not run`
const BELUM = 'belum diisi'

const { person } = await example()
const [bkd, jakpus] = [await person('kepala.bkd'), await person('walikota.jakpus')]

async function papers(who: typeof bkd, room: string, unit: string, tahun: number) {
  const { id } = (await who.get(`/api/${room}?unit=${unit}&tahun=${tahun}`)).body.isi[0]
  const file = async (format: string): Promise<Uint8Array> => (await who.get(`/api/${room}/${id}/dokumen?format=${format}`)).body
  const pdf = bare(poppler('pdftotext', await file('pdf'), ['-raw', '-enc', 'UTF-8']))
  return { pdf, docx: await rowsOfDocx(await file('docx')), xlsx: await rowsOfXlsx(await file('xlsx')) }
}

/** Lines `from` to `to` of a paper, as cells without markup. */
function cellsOf(berkas: string, from: number, to: number): { n: number; cells: string[] }[] {
  const name = readdirSync(SEEDS).find((f) => f.startsWith(berkas))!
  const lines = readFileSync(join(SEEDS, name), 'utf8')
    .split('\n')
    .slice(from - 1, to)
  const clean = (c: string) =>
    c
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  return lines.map((line, i) => ({ n: from + i, cells: line.split('\t').map(clean) }))
}

type PkRow = {
  kelompok: string
  nomor: string
  sasaran: string
  nomorIndikator?: string
  nama: string
  sumber: string
  angka: string[]
}
const FIGURE = /^(?:N\/A|\d+(?:[.,]\d+)?%?|\(3\) WTP|A \(82\))$/

/** Rows of the form: the cells before Pengukuran, and from the last cells four quarters, the year and the unit. */
function pkRows(lines: ReturnType<typeof cellsOf>, { twoNumbers }: { twoNumbers: boolean }): PkRow[] {
  const rows: PkRow[] = []
  let kelompok = ''
  for (const { cells } of lines) {
    if (/^Sasaran \w/.test(cells[0]!) && cells.slice(1).every((c) => c === '')) kelompok = cells[0]!
    const at = cells.findIndex((_, i) => i > 3 && cells.slice(i, i + 5).every((c) => FIGURE.test(c)) && cells[i + 5] !== undefined)
    const before = rows.at(-1)
    if (at < 0) {
      // A cell that goes on on the next page: only its words, the figures stand on the first.
      if (!before || cells[0] !== '') continue
      before.sasaran = `${before.sasaran} ${cells[1] ?? ''}`.trim()
      before.nama = `${before.nama} ${cells[twoNumbers ? 3 : 2] ?? ''}`.trim()
      continue
    }
    const [nomor, sasaran, ...rest] = cells as [string, string, ...string[]]
    const [nomorIndikator, nama, sumber] = twoNumbers ? (rest as [string, string, string]) : [undefined, rest[0]!, rest[1]!]
    // Three rows print six figures: the sixth repeats the year.
    const unit = cells.slice(at + 5).find((c) => c !== '' && !FIGURE.test(c))!
    rows.push({ kelompok, nomor, sasaran, nomorIndikator, nama, sumber, angka: [...cells.slice(at, at + 5), unit] })
  }
  return rows
}

/** What the papers print twice at a break of the page, in one: found and listed, not guessed. */
const ONCE: readonly (readonly [string, string])[] = [
  ['Sub KSD Peningkatan Profesionalitas Peningkatan Profesionalitas SDM', 'Sub KSD Peningkatan Profesionalitas SDM'],
]
const expectedPk = (r: PkRow) => ({
  ...r,
  nama: ONCE.reduce((t, [twice, once]) => t.replace(twice, once), r.nama),
  angka: r.angka.map((a, i) => (i < 5 ? a.replace('.', ',') : a)),
})

describe('Perjanjian Kinerja', { skip }, () => {
  for (const [title, who, unit, tahun, berkas, from, to, count] of [
    ['BKD 2025', bkd, 'dki.bkd', 2025, '000', 53, 89, 10],
    ['Jakarta Pusat 2023', jakpus, 'dki.jakpus', 2023, '001', 54, 101, 28],
  ] as const)
    test(`${title}: every row of the paper stands in the PDF, DOCX and XLSX, and no other`, async () => {
      const twoNumbers = tahun === 2023
      const wanted = pkRows(cellsOf(berkas, from, to), { twoNumbers }).map(expectedPk)
      assert.equal(wanted.length, count)
      const { pdf, docx, xlsx } = await papers(who, 'perjanjian-kinerja', unit, tahun)
      const width = twoNumbers ? 12 : 11
      for (const [name, table] of [
        ['XLSX', xlsx],
        ['DOCX', docx],
      ] as const) {
        let kelompok = ''
        let place = 0
        const found: (PkRow & { pengukuran: string })[] = []
        for (const cells of table) {
          if (/^Sasaran \w/.test(cells[0] ?? '') && cells.slice(1).every((c) => c === '')) kelompok = cells[0]!
          else if (kelompok && cells.length === width && cells.at(-1) !== '') {
            const [nomor, sasaran, ...rest] = cells as [string, string, ...string[]]
            const [nomorIndikator, nama, sumber, pengukuran] = twoNumbers
              ? (rest as [string, string, string, string])
              : [undefined, ...(rest as [string, string, string])]
            found.push({ kelompok, nomor, sasaran, nomorIndikator, nama, sumber, pengukuran, angka: rest.slice(-6) })
          }
        }
        const comparable = (r: PkRow) =>
          [r.kelompok, r.nomor, r.sasaran, r.nomorIndikator, r.nama, ...r.angka].map((c) => bare(c ?? ''))
        assert.deepEqual(found.map(comparable), wanted.map(comparable), name)
        // Where the paper has source and measurement in one cell, the source begins it.
        for (const [i, r] of found.entries()) assert.ok(wanted[i]!.sumber.startsWith(r.sumber), `${name}: ${r.nama}: ${r.sumber}`)
        for (const r of found) {
          const row = bare([r.nama, r.sumber, r.pengukuran, ...r.angka].join(''))
          const at = pdf.indexOf(row, place)
          assert.ok(at >= 0, `PDF: ${r.nomor} ${r.nama}`)
          place = at + row.length
        }
      }
    })

  test('persons: names, offices and the whole NIP', async () => {
    const cases = [
      [
        await papers(bkd, 'perjanjian-kinerja', 'dki.bkd', 2025),
        [
          'Chaidir',
          'NIP 196608181990031008',
          'Pramono Anung',
          'Gubernur Daerah Khusus Ibukota Jakarta',
          'Kepala Badan Kepegawaian Daerah Provinsi Daerah Khusus Ibukota Jakarta',
        ],
      ],
      [
        await papers(jakpus, 'perjanjian-kinerja', 'dki.jakpus', 2023),
        [
          'Dhany Sukma',
          'NIP 197403091993111001',
          'Heru Budi Hartono',
          'Pj. Gubernur Daerah Khusus Ibukota Jakarta',
          'Walikota Kota Administrasi Jakarta Pusat',
        ],
      ],
    ] as const
    for (const [{ pdf, docx, xlsx }, words] of cases)
      for (const found of [pdf, bare(docx.flat().join('')), bare(xlsx.flat().join(''))])
        for (const word of words) assert.ok(found.includes(bare(word)), word)
  })
})

type Output = { indikator: string[]; ra: string; kk: string; output: string; jumlah: string; waktu: string; orang: string }
const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[;.]+$/, '')
/** `T/O1.1.2 Laporan` and `T/O1.1.2. Laporan` are one. */
const dotted = (text: string) => tidy(text).replace(/^((?:RA|KK|T\/O)[\d.]*\d)\.? */, '$1. ')

test('104,08 stands in the row of its indicator in the PDF, DOCX and XLSX of Bab III', {
  skip: !hasPoppler && 'no poppler',
}, async () => {
  const file = async (format: string): Promise<Uint8Array> =>
    (await jakpus.get(`/api/capaian/dki.jakpus/dokumen?tahun=2024&format=${format}`)).body
  const wanted = ['Indeks Kepuasan Layanan Kota Administrasi', 'Nilai', '93,93', '97,77', '104,08', 'Sangat Tinggi']
  for (const table of [await rowsOfDocx(await file('docx')), await rowsOfXlsx(await file('xlsx'))]) {
    const row = table.find((cells) => cells[2] === wanted[0])
    assert.deepEqual(row?.slice(2, 8), wanted)
  }
  assert.ok(bare(poppler('pdftotext', await file('pdf'), ['-raw'])).includes(bare(wanted.join(''))))
})

/** Where the example reads a line otherwise than it is printed; the example gives its reason beside the line. */
const READ: Readonly<Record<number, string>> = { 133: 'T/O1.1.1', 196: 'Sekretaris Badan' }
const withCode = (list: readonly string[], code: string) => list.find((t) => t.startsWith(code)) ?? list.at(-1)!

describe('Rencana Aksi of BKD 2025', { skip }, () => {
  test('every RA, KK and T/O with its amount, quarter and persons stands in the PDF, DOCX and XLSX, and no other', async () => {
    const wanted = raRows(cellsOf('000', 113, 196))
    const { pdf, docx, xlsx } = await papers(bkd, 'rencana-aksi', 'dki.bkd', 2025)
    assert.equal(wanted.outputs.length, 88)
    for (const [name, table] of [
      ['XLSX', xlsx],
      ['DOCX', docx],
    ] as const) {
      const outputs: Output[] = []
      const criteria = new Set<string>()
      const last = Array.from({ length: 10 }, () => '')
      for (const cells of table) {
        if (cells.length !== 10 || cells[6] === '' || cells[6] === 'Output Renaksi') continue
        // A cell over several rows speaks for all of them.
        for (const [i, c] of cells.entries()) if (c !== '' || i > 5) last[i] = c
        const [ra, kk, output, jumlah, waktu, orang] = last.slice(4) as [string, string, string, string, string, string]
        criteria.add(dotted(ra)).add(dotted(kk))
        if (output === BELUM) continue
        const row = {
          indikator: last.slice(0, 4),
          ra: dotted(ra),
          kk: dotted(kk),
          output: dotted(output),
          jumlah,
          waktu,
          orang: tidy(orang),
        }
        outputs.push(row)
        assert.ok(pdf.includes(bare(output + jumlah + waktu + orang)), `PDF: ${output}`)
      }
      const comparable = (o: Output) => Object.values(o).flat().map(bare)
      assert.deepEqual(outputs.map(comparable), wanted.outputs.map(comparable), name)
      assert.deepEqual([...criteria].map(bare).sort(), [...wanted.criteria].map(bare).sort(), name)
    }
  })
})

/**
 * One output a row; what the paper prints once stands for the rows below it. An output belongs to the RA and KK whose
 * number its own begins with, where the paper prints several in one cell.
 */
function raRows(lines: ReturnType<typeof cellsOf>): { outputs: Output[]; criteria: Set<string> } {
  const outputs: Output[] = []
  const criteria = new Set<string>()
  const now = { indikator: [''], ra: [BELUM], kk: [BELUM], orang: '' }
  const parts = (text: string, code: RegExp) => text.split(code).map(dotted)
  const each = (list: readonly string[], i: number) => list[Math.min(i, list.length - 1)]!
  for (const { n, cells: printed } of lines) {
    const cells = printed.map((c) => c.replace(/T\/0/g, 'T/O').replace(/RA\./, 'RA'))
    const nomor = cells.slice(0, 5).find((c) => /^\d+$/.test(c))
    if (nomor && nomor !== now.indikator[0]) {
      const [sasaran, nama, target] = cells.slice(1, 4)
      const indikator = [nomor, sasaran || BELUM, nama || BELUM, target || 'belum ada data']
      Object.assign(now, { indikator, ra: [BELUM], kk: [BELUM] })
    }
    const at = cells.findIndex((c) => /^TW I/.test(c))
    if (at < 0) continue
    const ra = cells.find((c) => /^RA\d/.test(c))
    const kk = cells.findLast((c) => /^KK\d/.test(c))
    if (ra && parts(ra, /(?=RA\d\.)/).join() !== now.ra.join()) Object.assign(now, { ra: parts(ra, /(?=RA\d\.)/), kk: [BELUM] })
    if (kk) now.kk = parts(kk, /(?=KK\d)/)
    if (cells[at + 1]) now.orang = n === 196 ? READ[n]! : tidy(cells[at + 1]!)
    const [amounts, quarters] = [cells[at - 1]!.split(/ (?=\d)/), cells[at]!.split(/ (?=TW)/)]
    let i = 0
    for (const text of parts(cells[at - 2]!, /(?=T\/O\d|KK\d)/)) {
      if (text.startsWith('KK')) now.kk = [text]
      for (const each of [...now.ra, ...now.kk]) criteria.add(each)
      if (text.startsWith('KK')) continue
      const output = READ[n]?.startsWith('T/O') ? text.replace(/^T\/O[\d.]*\d/, READ[n]) : text
      const [, m, k] = /^T\/O(\d+)\.(\d+)/.exec(output)!
      const [jumlah, waktu] = [each(amounts, i), each(quarters, i)]
      outputs.push({
        indikator: now.indikator,
        ra: withCode(now.ra, `RA${m}.`),
        kk: withCode(now.kk, `KK${m}.${k}.`),
        output,
        jumlah,
        waktu,
        orang: now.orang,
      })
      i++
    }
  }
  return { outputs, criteria }
}
