import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import { compile } from './compile.ts'
import { column, contextOf, DBR, NA, NONE, resultOf, say, traceOf, treeOf } from './testing.ts'
import { recorded } from './trace.ts'
import { columnValue, exact } from './value.ts'

const bulanan = {
  k: [
    { rpd: '100', ra: '80' },
    { rpd: '200', ra: '210' },
    { rpd: '300', ra: NONE },
  ],
}

test('each function computes what its name says', () => {
  const t = { t: column('4', '1', '9') }
  const expected: Record<string, string | boolean> = {
    'SUM(t[x])': '14',
    'SUM(t[x], 6)': '20',
    'AVERAGE(t[x])': '4.666666666666666666666666666666667',
    'GEOMEAN(4, 9)': '6',
    'GEOMEAN(5/5, 9/10)': '0.9486832980505137995996680633298156',
    'MIN(t[x])': '1',
    'MAX(t[x], 10)': '10',
    'COUNT(t[x])': '3',
    'SUMPRODUCT(t[x], t[x])': '98',
    'IF(1 < 2, "ya", "tidak")': 'ya',
    'IFS(1 > 2, 1, 2 > 3, 2, TRUE, 3)': '3',
    'AND(TRUE, 1 < 2)': true,
    'OR(FALSE, 1 > 2)': false,
    'NOT(FALSE)': true,
    'ABS(-3.5)': '3.5',
    'ROUND(2.345, 2)': '2.35',
    'ROUND(1250, -2)': '1300',
    'CLAMP(25, -20, 20)': '20',
    'SQRT(2)': '1.414213562373095048801688724209698',
    'CUMSUM(t[x])': '4 5 14',
    'FILTER(t[x], t[x] > 3)': '4 9',
    'SUM(FILTER(t[x], t[x] > 3))': '13',
    't[x] * 2': '8 2 18',
    '100 - t[x]': '96 99 91',
    '-t[x]': '-4 -1 -9',
    'IF(t[x] > 3, t[x], 0)': '4 0 9',
    'AND(t[x] > 3, t[x] < 9)': 'true false false',
  }
  for (const [rumus, value] of Object.entries(expected)) assert.equal(say(rumus, t), value, rumus)
})

test('what cannot be computed is a GALAT with a sentence and a place, never an exception and never Infinity', () => {
  const data = { nol: '0', t: column('1', '2'), u: column('1', '2', '3'), teks: column('a', '1'), n: column('-1', '4'), wtp: 'WTP' }
  const expected: Record<string, string> = {
    '1 / nol': 'BAGI_NOL',
    '0 ^ -1': 'BAGI_NOL',
    '0 ^ 0': 'PANGKAT_TIDAK_TENTU',
    '(-8) ^ 0.5': 'AKAR_NEGATIF',
    '10 ^ 5000': 'DI_LUAR_JANGKAUAN',
    '0.1 ^ 5000': 'DI_LUAR_JANGKAUAN',
    '0.1 ^ 99999999999999999999': 'DI_LUAR_JANGKAUAN',
    '9 ^ 9 ^ 9 ^ 9': 'DI_LUAR_JANGKAUAN',
    'SQRT(-1)': 'AKAR_NEGATIF',
    'GEOMEAN(n[x])': 'GEOMEAN_NEGATIF',
    't[x] + u[x]': 'PANJANG_BERBEDA',
    'SUMPRODUCT(t[x], u[x])': 'PANJANG_BERBEDA',
    'AVERAGE(t[x] BY u[x])': 'PANJANG_BERBEDA',
    'AVERAGE(FILTER(t[x], t[x] > 5))': 'KELOMPOK_KOSONG',
    'SUM(teks[x])': 'JENIS_TIDAK_COCOK',
    'wtp + 1': 'JENIS_TIDAK_COCOK',
    'wtp = 1': 'JENIS_TIDAK_COCOK',
    'IF(1, 2, 3)': 'JENIS_TIDAK_COCOK',
    'AND(1)': 'JENIS_TIDAK_COCOK',
    'ABS(wtp)': 'JENIS_TIDAK_COCOK',
    'IFS(FALSE, 1)': 'TIDAK_ADA_CABANG',
    'CLAMP(1, 3, 2)': 'BATAS_TERBALIK',
    'ROUND(1, 0.5)': 'PEMBULATAN_TIDAK_SAH',
    'ROUND(1, 31)': 'PEMBULATAN_TIDAK_SAH',
    tidak_ada: 'NAMA_TIDAK_DIKENAL',
    'tidak_ada[x]': 'NAMA_TIDAK_DIKENAL',
    't[y]': 'KOLOM_TIDAK_DIKENAL',
    't + 1': 'TABEL_TANPA_KOLOM',
    'nol[x]': 'BUKAN_TABEL',
    'CUMSUM(1)': 'BUKAN_KOLOM',
    'FILTER(1, TRUE)': 'BUKAN_KOLOM',
    'SUM(1 BY t[x])': 'BUKAN_KOLOM',
    'SUM(t[x] BY 1)': 'BUKAN_KOLOM',
    'INDIKATOR("IKM")': 'INDIKATOR_TIDAK_TERSEDIA',
  }
  for (const [rumus, kode] of Object.entries(expected)) {
    const result = resultOf(rumus, data)
    assert.ok(result.status === 'GALAT', `${rumus} must be GALAT`)
    assert.equal(result.kode, kode, rumus)
    assert.ok(result.pesan.length > 10 && 'baris' in result.letak, rumus)
  }
})

test('a GALAT stands at the part that failed, not at the whole', () => {
  const result = resultOf('1 +\n  2 / (3 - 3)')
  assert.ok(result.status === 'GALAT' && 'baris' in result.letak)
  assert.deepEqual([result.letak.baris, result.letak.kolom], [2, 3])
})

test('an empty state wins over numbers, and among states GALAT, not released, missing, not targeted, in this order', () => {
  const data = { na: NA, dbr: DBR, none: NONE, satu: '1' }
  const expected: Record<string, string> = {
    'satu + na': 'TIDAK_DITARGETKAN',
    'na * none': 'KOSONG',
    'none / dbr': 'BELUM_RILIS',
    'dbr + 1 / 0': 'BAGI_NOL',
    '-dbr': 'BELUM_RILIS',
    'ABS(none)': 'KOSONG',
    'none = 0': 'KOSONG',
    'IF(dbr > 1, 2, 3)': 'BELUM_RILIS',
    'IF(satu = 1, 2, dbr)': '2',
    'none[x]': 'KOSONG',
  }
  for (const [rumus, status] of Object.entries(expected)) assert.equal(say(rumus, data), status, rumus)
})

test('an aggregate skips what was not targeted; what is not released or missing makes the result so', () => {
  assert.equal(say('AVERAGE(t[x])', { t: column('4', NA, '6') }), '5')
  assert.equal(say('AVERAGE(t[x])', { t: column(NA, NA) }), 'TIDAK_DITARGETKAN')
  assert.equal(say('AVERAGE(t[x])', { t: column('4', NONE, NA) }), 'KOSONG')
  assert.equal(say('SUM(t[x])', { t: column('4', NONE, DBR) }), 'BELUM_RILIS')
  assert.equal(say('AVERAGE(a, b)', { a: '4', b: NA }), '4')
  assert.equal(say('SUMPRODUCT(t[x], t[x])', { t: column('4', NA, '2') }), '20')
  assert.equal(say('SUMPRODUCT(t[x], t[x])', { t: column('4', NONE) }), 'KOSONG')
  assert.equal(say('COUNT(t[x])', { t: column('4', NA, '0') }), '2')
  assert.equal(say('COUNT(t[x])', { t: column('4', NONE, DBR, NA, '0') }), 'BELUM_RILIS')
  const reached = 'COUNT(FILTER(t[x], t[x] >= 80)) / COUNT(t[x]) * 100'
  assert.equal(say(reached, { t: column('90', NONE, '85', '70') }), 'KOSONG')
})

test('nothing is ever 0 by its absence', () => {
  for (const rumus of [
    'SUM(t[x])',
    'AVERAGE(t[x])',
    'MIN(t[x])',
    'GEOMEAN(t[x])',
    'SUMPRODUCT(t[x], t[x])',
    'AVERAGE(AVERAGE(t[x] BY t[k]))',
  ]) {
    assert.equal(say(rumus, { t: [] }), 'KOSONG', rumus)
  }
  assert.equal(say('COUNT(t[x])', { t: [] }), '0')
  assert.equal(say('SUM(t[y])', { t: [{ x: '1', y: '2' }, { x: '1' }] }), 'KOSONG')
})

test('the policy may count what is there, and the trace says so', () => {
  const data = { t: column('4', NONE, DBR, NA, '6') }
  const kebijakan = { hitungYangAda: true }
  assert.equal(say('AVERAGE(t[x])', data, { kebijakan }), '5')
  assert.equal(say('COUNT(t[x])', data, { kebijakan }), '2')
  assert.equal(traceOf('AVERAGE(t[x])', data, { kebijakan }).catatan, 'Dihitung dari 2 nilai yang ada di antara 4.')
  assert.equal(say('AVERAGE(t[x])', { t: column(NONE, DBR) }, { kebijakan }), 'BELUM_RILIS')
  assert.equal(say('AVERAGE(t[x])', { t: [] }, { kebijakan }), 'KOSONG')
  assert.equal(traceOf('AVERAGE(t[x])', { t: column('1') }, { kebijakan }).catatan, undefined)
})

test('a running sum is missing from the first missing month on', () => {
  assert.equal(say('CUMSUM(k[ra])', bulanan), '80 290 KOSONG')
  assert.equal(say('CUMSUM(t[x])', { t: column('1', NONE, '2', NA) }), '1 KOSONG KOSONG TIDAK_DITARGETKAN')
  assert.equal(say('CUMSUM(t[x])', { t: column('1', NONE, '2') }, { kebijakan: { hitungYangAda: true } }), '1 KOSONG 3')
  assert.equal(say('CUMSUM(t[x])', { t: column('1', 'a', '2') }), '1 JENIS_TIDAK_COCOK JENIS_TIDAK_COCOK')
})

test('a row whose condition is not known stays in the filter as unknown', () => {
  const data = {
    t: [
      { x: '1', ok: 'ya' },
      { x: '2', ok: NONE },
      { x: '3', ok: 'tidak' },
    ],
  }
  assert.equal(say('FILTER(t[x], t[ok] = "ya")', data), '1 KOSONG')
  assert.equal(say('SUM(FILTER(t[x], t[ok] = "ya"))', data), 'KOSONG')
})

test('other indicators come through the resolver, shifted in time or from the child units', () => {
  const seen: unknown[] = []
  const indikator = (ref: { kode: string; anak: boolean }) => {
    seen.push(ref)
    const children = {
      cells: [exact(parseDecimal('96')), exact(parseDecimal('98'))],
      rows: [],
      keys: [],
      none: { status: 'KOSONG' as const },
    }
    return ref.anak ? columnValue(children) : exact(parseDecimal('98.98'))
  }
  assert.equal(say('AVERAGE(INDIKATOR("IKM"; PERIODE(-1)); 97,02)', {}, { indikator }), '98')
  assert.equal(say('AVERAGE(INDIKATOR("IKM", TAHUN(-1), ANAK()))', {}, { indikator }), '97')
  assert.deepEqual(seen, [
    { kode: 'IKM', periode: -1, tahun: 0, anak: false },
    { kode: 'IKM', periode: 0, tahun: -1, anak: true },
  ])
})

test('compiled once, a formula runs without a trace as often as there are figures', () => {
  const run = compile(treeOf('realisasi / target * 100'))
  const results = ['38', '31'].map((realisasi) => recorded(run(contextOf({ realisasi, target: '31' }))))
  assert.deepEqual(results, [
    { status: 'NILAI', nilai: '122.5806451612903225806451612903226' },
    { status: 'NILAI', nilai: '100' },
  ])
})
