import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import { evaluate } from './evaluate.ts'
import { type TableRow, table } from './table.ts'
import { DBR, traceOf, treeOf } from './testing.ts'
import { exact } from './value.ts'

test('the trace holds every part with its text and its exact value', () => {
  const jejak = traceOf('(realisasi / target) * 100', { realisasi: '132', target: '177' })
  assert.equal(jejak.teks, '(realisasi / target) * 100')
  const [ratio, hundred] = jejak.anak
  assert.deepEqual(
    [ratio!.teks, ratio!.hasil],
    ['realisasi / target', { status: 'NILAI', nilai: '0.7457627118644067796610169491525424' }],
  )
  assert.deepEqual([hundred!.teks, hundred!.letak.kolom], ['100', 24])
  assert.deepEqual(
    ratio!.anak.map((part) => part.teks),
    ['realisasi', 'target'],
  )
})

test('data in the trace says where it was read, also where it is a state', () => {
  const asal = { berkas: 'lkip.txt', baris: 1522, sha256: 'ab'.repeat(32) }
  const jejak = traceOf('a + b', { a: { nilai: '97.77', asal }, b: { ...DBR, asal: { surat: 'S-1' } } })
  assert.deepEqual(
    jejak.anak.map((part) => part.asal),
    [asal, { surat: 'S-1' }],
  )
  assert.equal(jejak.asal, undefined)
})

test('every cell of a column stands in the trace with the words of its row', () => {
  const rows: TableRow[] = [
    { cells: { kelurahan: exact('Petojo Utara'), nilai: exact(parseDecimal('82.36')) }, asal: { baris: 1935 } },
    { cells: { kelurahan: exact('Cideng') }, asal: { baris: 1903 } },
  ]
  const { jejak } = evaluate(treeOf('SUM(k[nilai])'), { data: () => table(rows) })
  assert.deepEqual(jejak.anak[0]!.sel, [
    { dimensi: { kelurahan: 'Petojo Utara' }, hasil: { status: 'NILAI', nilai: '82.36' }, asal: { baris: 1935 } },
    { dimensi: { kelurahan: 'Cideng' }, hasil: { status: 'KOSONG' }, asal: { baris: 1903 } },
  ])
})

test('a branch that is not taken leaves no trace', () => {
  assert.deepEqual(
    traceOf('IF(1 < 2, 3, 1 / 0)').anak.map((part) => part.teks),
    ['1 < 2', '3'],
  )
})

test('the trace is plain JSON', () => {
  const jejak = traceOf('AVERAGE(t[x] BY t[k])', { t: [{ x: '1', k: 'a' }] })
  assert.deepEqual(JSON.parse(JSON.stringify(jejak)), jejak)
})
