// The form of a version: what is typed, what is sent of it, and what comes back into it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Versi } from './data.ts'
import { type Isian, type IsianTriwulan, isianOf, masukanOf, TANPA_KETERANGAN, toVersi, unsendable, withMethod } from './isian.ts'

const typed = (more: Partial<Isian>): Isian => ({ ...isianOf(undefined, '2025'), cara: 'rumus', ...more })
const said = (more: object) => ({ ...TANPA_KETERANGAN, ...more })

test('a bound is read by the unit of its input, and what may be meant in two ways is told before anything is sent', () => {
  const rupiah = typed({ rumus: 'belanja', masukan: { belanja: said({ satuan: 'Rupiah', maks: '500.000' }) } })
  assert.deepEqual([masukanOf(rupiah)?.belanja?.maks, unsendable(rupiah)], ['500000', {}])
  const score = typed({ rumus: 'skor', masukan: { skor: said({ min: '1.250' }) }, skalaMaks: 'seratus', batas: '120' })
  const wrong = unsendable(score)
  assert.deepEqual(Object.keys(wrong), ['skalaMaks', 'masukan.skor.min'])
  assert.deepEqual(Object.keys(unsendable({ ...score, rumus: 'lain' })), ['skalaMaks'], 'an input that is no more is not asked')
  assert.match(wrong['masukan.skor.min']!, /dapat dibaca 1250 atau 1,2500/)
})

test('what was saved comes back into the form as it can be sent again', () => {
  const masukan = { skor: { arti: 'skor', min: '1.250', maks: '2.50', pilihan: undefined }, sah: { pilihan: ['Ya', 'Tidak'] } }
  const versi = { ...toVersi(typed({ rumus: 'skor + IF(sah = "Ya", 1, 0)' }), undefined), masukan } as unknown as Versi
  const isian = isianOf(versi, '2025')
  assert.deepEqual([isian.masukan.skor?.min, isian.masukan.skor?.maks, isian.masukan.sah?.pilihan], ['1,25', '2,5', 'Ya, Tidak'])
  assert.deepEqual(unsendable(isian), {})
  assert.deepEqual(masukanOf(isian), {
    skor: { arti: 'skor', min: '1.25', maks: '2.5' },
    sah: { pilihan: ['Ya', 'Tidak'] },
  })
})

test('of a name that no formula mentions nothing is sent; a quarter’s own formula keeps what is said of its inputs', () => {
  const isian = typed({ rumus: 'a', masukan: { a: said({ arti: 'x' }), b: said({ arti: 'y' }), c: said({ arti: 'z' }) } })
  assert.deepEqual(Object.keys(masukanOf(isian) ?? {}), ['a'])
  const part = { ...isian, masukan: { a: said({ bagianDari: 'b' }) } }
  assert.equal(masukanOf(part), null, 'nor of what an input was a part of')
  const quarter = withQuarter(isian, { sendiri: true, rumus: 'b' })
  assert.deepEqual(Object.keys(masukanOf(quarter) ?? {}), ['a', 'b'])
})

const withQuarter = (isian: Isian, own: Partial<IsianTriwulan>): Isian => ({
  ...isian,
  triwulan: { ...isian.triwulan, TW2: { ...isian.triwulan.TW2, ...own } },
})

test('a quarter of its own is sent as far as it differs, and comes back as it was typed', () => {
  const sent = (isian: Isian) => toVersi(isian, undefined).perTriwulan
  assert.equal(sent(typed({})), null)
  const own = { polaritas: 'STABIL_TITIK', agregasi: 'SEKALI', sendiri: true, rumus: ' a / b * 100 ' } as const
  const kept = { TW2: { polaritas: 'STABIL_TITIK', agregasi: 'SEKALI', rumus: 'a / b * 100' } }
  assert.deepEqual(sent(withQuarter(typed({}), own)), kept)
  const back = isianOf({ ...toVersi(typed({}), undefined), perTriwulan: kept } as unknown as Versi, '2025')
  assert.deepEqual(sent(back), kept)
  const unwritten = withQuarter(typed({}), { sendiri: true, rumus: ' ' })
  assert.deepEqual(Object.keys(unsendable(unwritten)), ['perTriwulan.TW2.rumus'])
})

test('another reading is of the method that was chosen: not beside a formula, and not after another method', () => {
  const isian = withQuarter(typed({ cara: 'metode', metode: 'IP_ASN' }), { bacaan: 'TRIWULAN_II' })
  assert.deepEqual(toVersi(isian, undefined).perTriwulan, { TW2: { bacaan: 'TRIWULAN_II' } })
  assert.equal(toVersi({ ...isian, cara: 'rumus' }, undefined).perTriwulan, null)
  assert.equal(toVersi({ ...isian, ...withMethod(isian.triwulan, 'IKM') }, undefined).perTriwulan, null)
})

test('words that every object knows are names like any other', () => {
  const isian = typed({ rumus: 'constructor + __proto__', masukan: {} })
  assert.equal(masukanOf(isian), null)
  assert.deepEqual(masukanOf({ ...isian, masukan: { constructor: said({ satuan: 'Orang' }) } }), {
    constructor: { satuan: 'Orang' },
  })
})
