import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import { evaluate } from '../rumus/evaluate.ts'
import { parse } from '../rumus/parse.ts'
import { table } from '../rumus/table.ts'
import { exact } from '../rumus/value.ts'
import { dataOf, exactText, figuresOf } from './coba-rumus.ts'

test('the figures of a measurement can be tried with another formula', () => {
  const parsed = parse('AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan])) * faktor + INDIKATOR("IKM", TAHUN(-1))')
  assert.ok(parsed.ok)
  const number = (text: string) => exact(parseDecimal(text))
  const kelurahan = table([
    { cells: { kecamatan: exact('Gambir'), nilai: number('98.34') } },
    { cells: { kecamatan: exact('Senen'), nilai: { status: 'BELUM_RILIS' } } },
  ])
  const { jejak } = evaluate(parsed.tree, {
    data: (name) => (name === 'kelurahan' ? kelurahan : name === 'faktor' ? number('1.5') : undefined),
    indikator: () => number('88'),
  })
  const isian = figuresOf(jejak)
  assert.deepEqual(isian, {
    angka: { faktor: '1,5', IKM_tahun_lalu_1: '88' },
    tabel: { kelurahan: 'kecamatan\tnilai\nGambir\t98,34\nSenen\tBELUM_RILIS' },
  })
  assert.deepEqual(dataOf(isian), {
    faktor: '1.5',
    IKM_tahun_lalu_1: '88',
    kelurahan: [
      { kecamatan: 'Gambir', nilai: '98.34' },
      { kecamatan: 'Senen', nilai: { status: 'BELUM_RILIS' } },
    ],
  })
})

test('what is not filled in is missing and not 0; text stays text', () => {
  const { a, b, c, t } = dataOf({
    angka: { a: '', b: 'belum rilis', c: '<b>x</b>' },
    tabel: { t: 'kel;nilai\nCideng;1.234,5\nGambir' },
  })
  assert.deepEqual([a, b, c], [{ status: 'KOSONG' }, { status: 'BELUM_RILIS' }, '<b>x</b>'])
  assert.deepEqual(t, [
    { kel: 'Cideng', nilai: '1234.5' },
    { kel: 'Gambir', nilai: { status: 'KOSONG' } },
  ])
  assert.deepEqual([exactText('93,93'), exactText('dua')], ['93.93', null])
})
