import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findDecimal, formatDecimal, parseDecimal, toText } from './decimal.ts'
import { readNumberWords } from './number-words.ts'
import { type PrintedContext, printedMarks, readPrinted } from './printed-value.ts'
import { readSatuan } from './satuan.ts'

const angka = (text: string, context?: PrintedContext) => {
  const read = readPrinted(text, context)
  return read.jenis === 'angka' ? read.dibaca : read.jenis
}
const sure = (text: string, context?: PrintedContext) => readPrinted(text, context).keyakinan
const range = (text: string) => {
  const read = readPrinted(text)
  if (read.jenis !== 'rentang') return read.jenis
  const end = (e: { nilai: string; termasuk: boolean } | undefined) => (e ? `${e.nilai}${e.termasuk ? '' : '!'}` : '')
  return `${end(read.min)}..${end(read.maks)}${read.satuan ? ` ${read.satuan}` : ''}${read.sebutan ? ` ${read.sebutan}` : ''}`
}

test('a number is read by what it is: decimals, thousands, rupiah, percentages', () => {
  const cases = {
    '1.234,56': '1234.56',
    '1,234.56': '1234.56',
    '86.75': '86.75',
    '86,75': '86.75',
    '100%': '100',
    '95,62 %': '95.62',
    '0,004': '0.004',
    'Rp. 51.354.127.794,00': '51354127794.00',
    'Rp 1.234': '1234',
    '779.977.900.621': '779977900621',
    '-4,38': '-4.38',
    '86*': '86',
    '3.': '3',
    '007': 'teks',
  }
  for (const [text, value] of Object.entries(cases)) {
    assert.equal(angka(text), text === '007' ? '7' : value, text)
    if (text !== '007') assert.equal(sure(text), 1, text)
  }
})

test('what is no number stays words: codes, dates, addresses, sentences', () => {
  for (const text of [
    '5.1.02',
    '31/12/2023',
    '12 Maret 2023',
    'Jl. Mawar 5',
    '5 (lima) tahun dan',
    '0001234',
    'TW II',
    '15:30',
    '1..2',
    'S1',
    '86,66 71,36',
  ])
    assert.equal(readPrinted(text).jenis, 'teks', text)
})

test('a mark that was lost among thousands, or is used for both, is read and said', () => {
  const lost = readPrinted('62.066.326162')
  assert.deepEqual([lost.jenis === 'angka' && lost.dibaca, lost.keyakinan], ['62066326162', 0.85])
  assert.match(lost.alasan!, /hilang/)
  const both = readPrinted('1.234.567.89')
  assert.deepEqual([both.jenis === 'angka' && both.dibaca, both.lain], ['1234567.89', ['123456789']])
})

test('thousands parted by both marks are read and said', () => {
  assert.deepEqual([angka('2.354,239,855'), sure('2.354,239,855')], ['2354239855', 0.7])
})

test('1.234 is open by itself; its column or its unit decides', () => {
  const alone = readPrinted('22.804')
  assert.deepEqual([angka('22.804'), alone.lain, alone.keyakinan < 0.8], ['22804', ['22.804'], true])
  const thousands = printedMarks(['22.804', '5.457', '-', '112'])
  assert.deepEqual([angka('22.804', { marks: thousands }), sure('22.804', { marks: thousands })], ['22804', 0.97])
  const decimals = printedMarks(['86.75', '93.1', '88.512'])
  assert.deepEqual([angka('88.512', { marks: decimals }), angka('88,512', { marks: decimals })], ['88.512', '88512'])
  assert.equal(angka('1.234', { satuan: 'Orang' }), '1234')
  assert.equal(angka('1.234', { satuan: 'Nilai' }), '1.234')
  const mixed = printedMarks(['86.75', '86,75'])
  assert.deepEqual(
    ['86.75', '86,75'].map((t) => angka(t, { marks: mixed })),
    ['86.75', '86.75'],
  )
})

test('states are not numbers: N/A, not released, missing; a dash may be a zero', () => {
  const status = (text: string) => {
    const read = readPrinted(text)
    return read.jenis === 'status' ? read.status : read.jenis
  }
  assert.deepEqual(['N/A', 'n.a.', 'DBR', 'Data belum rilis', '', ' ', '-', '–'].map(status), [
    'TIDAK_DITARGETKAN', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'BELUM_RILIS', 'KOSONG', 'KOSONG', 'KOSONG', 'KOSONG',
  ]) // biome-ignore format: two lines
  assert.ok(sure('-') < 1)
  assert.equal(readPrinted('√').jenis, 'tanda')
})

test('a predicate carries the number that it stands for', () => {
  const predikat = (text: string) => {
    const read = readPrinted(text)
    return read.jenis === 'predikat' ? `${read.predikat} ${read.dibaca ?? ''}`.trim() : read.jenis
  }
  assert.deepEqual(['(3) WTP', 'WTP (3)', 'A (82)', 'BB', 'A (82,55)', 'Tabel A'].map(predikat), [
    'WTP 3',
    'WTP 3',
    'A 82',
    'BB',
    'A 82.55',
    'teks',
  ])
})

test('a range has two ends, or one, and says whether they belong to it', () => {
  const cases = {
    '76,61 – 88,30': '76.61..88.30',
    '25 s.d. 30': '25..30',
    '31 s/d 36': '31..36',
    '0-50': '0..50',
    '45%-50%': '45..50 Persen',
    '75.01% ≤ 90%': '75.01..90 Persen',
    '≥ 90.01%': '90.01.. Persen',
    '> 60 s.d 70 = Cukup': '60!..70 Cukup',
    '≤ 60 = Rendah': '..60 Rendah',
    'Kurang dari 25': '..25!',
    'Lebih dari 55': '55!..',
    'minimal 80': '80..',
  }
  for (const [text, read] of Object.entries(cases)) assert.equal(range(text), read, text)
  assert.ok(sure('90-75') < 0.6)
})

test('a number may carry its unit, its words, a note; where words and figures differ both are said', () => {
  const cases: [string, object][] = [
    ['16 Laporan', { dibaca: '16', satuan: 'Laporan' }],
    ['1 Berita Acara', { dibaca: '1', satuan: 'Berita Acara' }],
    ['100,00 persen', { dibaca: '100.00', satuan: 'Persen' }],
    ['7 (tujuh)', { dibaca: '7' }],
    ['120 (seratus dua puluh) Orang', { dibaca: '120', satuan: 'Orang' }],
    ['8 (tujuh)', { dibaca: '8', lain: ['7'], keyakinan: 0.5 }],
    ['100% (hasil penilaian mandiri tahun 2023)', { dibaca: '100', catatan: 'hasil penilaian mandiri tahun 2023' }],
    ['(1.234.567)', { dibaca: '-1234567', keyakinan: 0.7 }],
    ['(3)', { dibaca: '3', keyakinan: 0.8 }],
    ['seratus persen', { dibaca: '100', satuan: 'Persen' }],
  ]
  for (const [text, expected] of cases) assert.deepEqual({ ...readPrinted(text), ...expected }, readPrinted(text), text)
})

test("a scanner's letters among figures are read as figures, with less confidence", () => {
  for (const [text, value] of Object.entries({ '1O0%': '100', l00: '100', '98. 63': '98.63', 'Rp 1.5OO.000': '1500000' }))
    assert.deepEqual([angka(text), sure(text) <= 0.6], [value, true], text)
})

test('numbers in words', () => {
  const cases = {
    nol: '0',
    sepuluh: '10',
    sebelas: '11',
    'empat puluh enam': '46',
    'lima puluh sembilan': '59',
    'seratus dua puluh': '120',
    'tiga ratus delapan puluh lima': '385',
    'seribu dua': '1002',
    'dua ribu enam ratus dua belas': '2612',
    'tujuh ratus tujuh puluh tiga miliar tiga ratus satu juta': '773301000000',
    'dua koma lima nol': '2.50',
  }
  for (const [words, value] of Object.entries(cases)) assert.equal(readNumberWords(words), value, words)
  for (const words of ['', 'puluh dua', 'dua tiga', 'ribu', 'satu ribu dua juta', 'dua koma', 'sasaran satu'])
    assert.equal(readNumberWords(words), undefined, words)
})

test('units as papers and scanners spell them', () => {
  const satuan = (text: string) => readSatuan(text)?.satuan
  assert.deepEqual(['Percentase', 'Presentase', 'Per센', '%', 'orang', 'Kecamatan'].map(satuan), [
    'Persen',
    'Persen',
    'Persen',
    'Persen',
    'Orang',
    undefined,
  ])
  assert.ok(readSatuan('Per센')!.keyakinan < 1)
})

test('whatever we print we read back, and whatever is read is an exact decimal', () => {
  const decimal = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.nat(6)).map(([n, places]) => {
    const digits = String(n < 0n ? -n : n).padStart(places + 1, '0')
    const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits
    return { value: parseDecimal(n < 0n ? `-${text}` : text), places }
  })
  fc.assert(
    fc.property(decimal, ({ value, places }) => {
      const printed = formatDecimal(value, places)
      const context = places === 3 ? { satuan: 'Nilai' } : places === 0 ? { satuan: 'Rp' } : {}
      assert.equal(toText(parseDecimal(angka(printed, context)!)), toText(value), printed)
    }),
    { seed: 6, numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-% ()RpOlA–'), maxLength: 20 }), (text) => {
      const read = readPrinted(text)
      assert.equal(read.tercetak, text)
      if (read.jenis === 'angka') assert.notEqual(findDecimal(read.dibaca), null)
      assert.ok(read.keyakinan > 0 && read.keyakinan <= 1)
    }),
    { seed: 6, numRuns: 2000 },
  )
})
