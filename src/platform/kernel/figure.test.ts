import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Figure, fromColumns, sourceText, toColumns } from './figure.ts'

const status = (figure: object) => Figure.parse(figure).status
const refused = (figure: object) => Figure.safeParse(figure).error?.issues[0]?.message

test('the status follows from what is there: a number, a category, a range; otherwise KOSONG', () => {
  assert.equal(status({ nilai: '98.63' }), 'NILAI')
  assert.equal(status({ kategori: 'WTP' }), 'NILAI')
  assert.equal(status({ min: '80', maks: '100' }), 'NILAI')
  assert.equal(status({ tercetak: '-' }), 'KOSONG')
  assert.equal(status({ nilai: null }), 'KOSONG')
})

test('0 is a value, and none of the three states that are not', () => {
  assert.equal(status({ nilai: '0' }), 'NILAI')
  for (const empty of ['TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG']) assert.equal(status({ status: empty }), empty)
})

test('a status that its content belies is refused', () => {
  assert.match(refused({ status: 'NILAI' })!, /tidak memuat nilai/)
  assert.match(refused({ status: 'KOSONG', nilai: '0' })!, /tetapi memuat nilai/)
  assert.match(refused({ status: 'BELUM_RILIS', kategori: 'A' })!, /tetapi memuat nilai/)
  assert.ok(refused({ status: 'NILAI', kategori: '' }))
  assert.ok(refused({ status: 'N/A' }))
})

test('a number is an exact decimal text: no comma, no grouping, no exponent, no JSON number, at most 34 digits', () => {
  for (const nilai of ['98,63', '1.234.567', '1e5', '+1', '.5', '5.', '', ' 1', 'NaN', 98.63, `0.${'1'.repeat(35)}`])
    assert.ok(refused({ nilai }), String(nilai))
  for (const nilai of ['-4', '746367815588', '0.10', '1'.repeat(34)]) assert.equal(refused({ nilai }), undefined)
})

test('a figure goes to columns and back', () => {
  const columns = toColumns(Figure.parse({ min: '80', maks: '100', tercetak: '80-100', baris: 12 }))
  assert.deepEqual(fromColumns(columns), {
    status: 'NILAI',
    nilai: null,
    kategori: null,
    min: '80',
    maks: '100',
    tercetak: '80-100',
  })
})

test('a source names its file and lines', () => {
  assert.equal(sourceText('003.txt', 1935), '003.txt:1935')
  assert.equal(sourceText('003.txt', [12, 14]), '003.txt:12,14')
  assert.equal(sourceText('003.txt', undefined), '003.txt')
  assert.equal(sourceText(undefined, 5), null)
})
