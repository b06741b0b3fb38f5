import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedHands, isPrinted } from './holders.ts'
import { inGroups, newCode, readCode } from './sign-paper.ts'

const kepala = { pegawai: 'k', nama: 'Kepala Contoh', nip: '1', jabatan: 'Kepala Badan' }
const baru = { pegawai: 'b', nama: 'Pengganti Contoh', nip: '2', jabatan: 'Plt. Kepala Badan' }
const gubernur = { pegawai: 'g', nama: 'Gubernur Contoh', nip: null, jabatan: 'Gubernur' }
const first = { pegawai: 'k', name: 'Kepala Contoh', office: 'Kepala Badan' }

test('a first signature stands while both still act for their offices', () => {
  assert.equal(changedHands(first, gubernur, { pertama: [kepala], kedua: [gubernur] }), undefined)
  assert.equal(changedHands(first, null, { pertama: [kepala], kedua: [] }), undefined, 'nobody was to sign next')
})

test('it falls when an acting official takes over from who made it, or the office is empty', () => {
  assert.equal(
    changedHands(first, gubernur, { pertama: [baru], kedua: [gubernur] }),
    'Kepala Contoh tidak lagi bertindak sebagai Kepala Badan. Kini: Pengganti Contoh (Plt. Kepala Badan).',
  )
  assert.match(changedHands(first, gubernur, { pertama: [], kedua: [gubernur] })!, /Kini jabatan itu kosong\.$/)
})

test('it falls when whoever was to sign next no longer holds the office', () => {
  const said = changedHands(first, gubernur, {
    pertama: [kepala],
    kedua: [{ ...gubernur, pegawai: 'lain', nama: 'Gubernur Baru' }],
  })
  assert.match(said!, /^Gubernur Contoh, yang semula akan menandatangani, .* Kini: Gubernur Baru \(Gubernur\)\.$/)
})

test('only the person whose name is printed signs: by NIP where both are known, else by name', () => {
  assert.equal(isPrinted(kepala, { nama: 'KEPALA  CONTOH', nip: null, jabatan: null }), true)
  assert.equal(isPrinted(kepala, { nama: 'Kepala Contoh', nip: '2', jabatan: null }), false)
  assert.equal(isPrinted(gubernur, { nama: null, nip: null, jabatan: null }), false)
})

test('a code is read as people write it from paper', () => {
  const code = newCode()
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{12}$/)
  assert.equal(readCode(inGroups(code).toLowerCase()), code)
  assert.equal(readCode('OIL0 1234-5678'), '011012345678')
  assert.equal(new Set(Array.from({ length: 200 }, newCode)).size, 200)
})
