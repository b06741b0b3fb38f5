import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { jakartaPusat2024 } from './contoh.testing.ts'
import { notTheOwner, readIsian } from './rules.ts'

const bahan = jakartaPusat2024()
const versi = (kode: string, periode = '2024') => bahan.versi('dki.jakpus', kode, periode)!
const typed = (tercetak: string) => ({ tercetak, status: 'NILAI' as const, bukti: [] })
const detail = (result: unknown) => (isRefusal(result) ? result.detail : JSON.stringify(result))

describe('what was typed for an indicator', () => {
  test('is read by its unit: comma and point are one mark for a score', () => {
    assert.deepEqual(readIsian(versi('IKM'), typed('98,63')), { status: 'NILAI', nilai: '98.63', tercetak: '98,63' })
    assert.deepEqual(readIsian(versi('IKM'), typed('98.63')), { status: 'NILAI', nilai: '98.63', tercetak: '98.63' })
  })
  test('a category keeps its word and its score', () => {
    assert.deepEqual(readIsian(versi('OPINI', '2023'), typed('WTP (3)')), {
      status: 'NILAI',
      kategori: 'WTP',
      nilai: '3',
      tercetak: 'WTP (3)',
    })
  })
  test('a word alone is one for which its formula gives a number, in the spelling of the rule; another is refused with the choices', () => {
    const opini = versi('OPINI', '2023')
    assert.deepEqual(readIsian(opini, typed(' wdp ')), { status: 'NILAI', kategori: 'WDP', nilai: null, tercetak: ' wdp ' })
    assert.match(detail(readIsian(opini, typed('WPT'))), /"WPT" bukan pilihan yang dikenal. Mungkin maksudnya WTP/)
    const own = { ...opini, metode: null, rumus: null }
    assert.match(detail(readIsian(own, typed('Baik'))), /angkanya.*Baik \(3\)/)
    assert.equal((readIsian(own, typed('Baik (3)')) as { nilai: string }).nilai, '3')
  })
  test('beyond the scale it is refused with the scale', () => {
    assert.match(detail(readIsian(versi('IKM'), typed('24,99'))), /25 sampai 100/)
    assert.match(detail(readIsian(versi('SDI'), typed('4,01'))), /0 sampai 4/)
  })
  test('not released needs its publisher, and nothing typed is not zero', () => {
    assert.match(detail(readIsian(versi('IKM'), { status: 'BELUM_RILIS', bukti: [] })), /penerbit/)
    assert.match(detail(readIsian(versi('IKM'), typed(' '))), /Isi realisasinya/)
    assert.deepEqual(readIsian(versi('IKM'), { status: 'TIDAK_DITARGETKAN', bukti: [] }), {
      status: 'TIDAK_DITARGETKAN',
      tercetak: null,
    })
  })
})

describe('who verifies', () => {
  const held = (peran: string, unit: string) => ({ id: '1', nama: 'x', peran: [{ peran, unit }] })
  test('the owner that the dictionary names, and nobody else', () => {
    assert.equal(notTheOwner(held('PEMILIK_DATA', 'dki.bpkd'), versi('NKA')), undefined)
    assert.match(detail(notTheOwner(held('PEMILIK_DATA', 'dki.bpsdm'), versi('NKA'))), /diverifikasi oleh dki\.bpkd/)
    assert.match(detail(notTheOwner(held('INSPEKTUR', 'dki.inspektorat'), versi('NKA'))), /diverifikasi oleh dki\.bpkd/)
  })
  test('the Inspektorat where none is named', () => {
    assert.equal(notTheOwner(held('INSPEKTUR', 'dki.inspektorat'), versi('IKL')), undefined)
    assert.match(detail(notTheOwner(held('PEMILIK_DATA', 'dki.bpkd'), versi('IKL'))), /oleh Inspektorat/)
  })
})
