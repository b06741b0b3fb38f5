import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jakartaPusat2024 } from './contoh.testing.ts'
import { explainFrom } from './explanation.ts'
import type { Hasil } from './hasil.ts'
import { untold } from './klaim.ts'
import { lembarKerja } from './lembar-kerja.ts'
import { chainOf, rawOf } from './rantai.ts'

const bahan = jakartaPusat2024()
const { hasil } = explainFrom(bahan, 'dki.jakpus', 'IKL', '2024')

test('every result of the chain stands once, numbered by where it comes from', () => {
  assert.deepEqual(
    chainOf<Hasil>(hasil).map(({ nomor, hasil: h }) => `${nomor} ${h.indikator} ${h.periode}`),
    [
      '1 IKL 2024',
      '1.1 IKM 2024',
      '1.1.1 IKM 2024-S1',
      '1.1.2 IKM 2024-S2',
      '1.2 IEK 2024',
      '1.2.1 IEK 2024-S1',
      '1.2.2 IEK 2024-S2',
    ],
  )
})
test('a result that is referred to twice keeps its first number', () => {
  const part = { unit: 'a', indikator: 'P', periode: '2024', agregasi: null, rujukan: [] }
  const [top] = chainOf({ ...part, indikator: 'X', rujukan: [part, part] as (typeof part)[] })
  assert.deepEqual(
    top!.bawah.map((b) => b.nomor),
    ['1.1', '1.1'],
  )
})
test('the raw input of a formula is its figures with their lines, not the words that group them', () => {
  const raw = rawOf(explainFrom(bahan, 'dki.jakpus', 'IKM', '2024-S1').hasil.rumus?.jejak)
  assert.equal(raw.length, 44)
  const petojo = raw.find((r) => r.nama.includes('Petojo Utara'))
  assert.deepEqual([petojo?.nilai, petojo?.asal], ['82.36', '003_7ac1d614aa532084.txt:1935'])
})

/** The workbook of one claimed value, of a given polarity, against a target. */
function sheetOf(polaritas: string, nilai: string, target: object) {
  const figure = { status: 'NILAI' as const, nilai: null, kategori: null, min: null, maks: null, tercetak: null }
  const base = bahan.versi('dki.jakpus', 'IKL', '2024')!
  const at = { unit: 'dki.jakpus', kode: 'IKL', periode: '2024' }
  const one = {
    ...bahan,
    versi: () => ({ ...base, polaritas, metode: null, rumus: null }),
    klaim: (_u: string, _k: string, p: string) =>
      p === '2024' ? [{ ...untold, ...at, id: '1', peran: 'DIVERIFIKASI' as const, nilai: { ...figure, nilai } }] : [],
    target: () => ({ figure: { ...figure, ...target }, asal: 'PK' as const, sumber: null }),
  }
  const [sheet] = lembarKerja(one, explainFrom(one, 'dki.jakpus', 'IKL', '2024'), 'Kantor')
  return (address: string) => JSON.stringify(sheet!.sel.get(address))
}
test('capaian is a formula of its polarity, and only where a number can be told', () => {
  assert.match(sheetOf('MINIMAL', '12', { nilai: '10' })('B8'), /MAX\(0,\(2\*B7-B5\)\/B7\*100\)","hasil":"80"/)
  assert.match(sheetOf('STABIL_RENTANG', '90', { min: '80', maks: '85' })('B8'), /IF\(AND\(B5>=C7,B5<=D7\),100/)
  assert.match(sheetOf('MINIMAL', '0', { nilai: '0' })('B8'), /"angka":"100"/)
})
test('what ends exactly on the half is listed as a known difference', () => {
  assert.match(sheetOf('MAKSIMAL', '95.615', { nilai: '100' })('B13'), /Capaian dan 1 nilai .*tengah pembulatan/)
  assert.match(sheetOf('MAKSIMAL', '95.615', { nilai: '100' })('J16'), /tengah pembulatan/)
  assert.match(sheetOf('MAKSIMAL', '95.61', { nilai: '100' })('B13'), /Tidak ada/)
})
