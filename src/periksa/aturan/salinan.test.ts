import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periksaTeks } from './periksa-teks.testing.ts'
import { salinan } from './salinan.ts'

const actions = (second: string) =>
  periksaTeks(
    salinan,
    'No|Sasaran|Rencana Aksi|Keluaran',
    '1|Terkelolanya risiko|RA3. Melakukan pemantauan atas penanganan risiko|T/O3.1. Laporan pemantauan',
    `|||${''}`,
    `||${second}|T/O4.1. Laporan pemantauan`,
  )

test('two numbered actions do two things', () => {
  assert.deepEqual(actions('RA4. Melakukan penilaian atas penanganan risiko').temuan, [])
  const { temuan, penjelasan } = actions('RA4. Melakukan pemantauan atas penanganan risiko')
  assert.equal(temuan.length, 1)
  assert.match(penjelasan[0]!, /Butir RA3 dan RA4 berbunyi sama/)
})

test('a term that is defined twice with two meanings is found', () => {
  const cell = (term: string) =>
    `1|Efisiensi dihitung. Pengeluaran sebenarnya adalah jumlah anggaran yang direncanakan untuk keluaran. ${term} adalah jumlah anggaran yang dibelanjakan untuk keluaran.|100`
  assert.equal(periksaTeks(salinan, 'No|Definisi|Target', cell('Pengeluaran sebenarnya'), '2|Lain|90').temuan.length, 1)
  assert.deepEqual(periksaTeks(salinan, 'No|Definisi|Target', cell('Pengeluaran seharusnya'), '2|Lain|90').temuan, [])
})
