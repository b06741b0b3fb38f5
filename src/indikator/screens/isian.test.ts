// The form of a version: what is typed, what is sent of it, and what comes back into it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Versi } from './data.ts'
import { type Isian, isianOf, masukanOf, TANPA_KETERANGAN, toVersi, wrongFigures } from './isian.ts'

const typed = (more: Partial<Isian>): Isian => ({ ...isianOf(undefined, '2025'), cara: 'rumus', ...more })
const said = (more: object) => ({ ...TANPA_KETERANGAN, ...more })

test('a bound is read by the unit of its input, and what may be meant in two ways is told before anything is sent', () => {
  const rupiah = typed({ rumus: 'belanja', masukan: { belanja: said({ satuan: 'Rupiah', maks: '500.000' }) } })
  assert.deepEqual([masukanOf(rupiah, undefined)?.belanja?.maks, wrongFigures(rupiah)], ['500000', {}])
  const score = typed({ rumus: 'skor', masukan: { skor: said({ min: '1.250' }) }, skalaMaks: 'seratus', batas: '120' })
  const wrong = wrongFigures(score)
  assert.deepEqual(Object.keys(wrong), ['skalaMaks', 'masukan.skor.min'])
  assert.deepEqual(Object.keys(wrongFigures({ ...score, rumus: 'lain' })), ['skalaMaks'], 'an input that is no more is not asked')
  assert.match(wrong['masukan.skor.min']!, /dapat dibaca 1250 atau 1,2500/)
})

test('what was saved comes back into the form as it can be sent again', () => {
  const masukan = { skor: { arti: 'skor', min: '1.250', maks: '2.50', pilihan: undefined }, sah: { pilihan: ['Ya', 'Tidak'] } }
  const versi = { ...toVersi(typed({ rumus: 'skor + IF(sah = "Ya", 1, 0)' }), undefined), masukan } as unknown as Versi
  const isian = isianOf(versi, '2025')
  assert.deepEqual([isian.masukan.skor?.min, isian.masukan.skor?.maks, isian.masukan.sah?.pilihan], ['1,25', '2,5', 'Ya, Tidak'])
  assert.deepEqual(wrongFigures(isian), {})
  assert.deepEqual(masukanOf(isian, undefined), {
    skor: { arti: 'skor', min: '1.25', maks: '2.5' },
    sah: { pilihan: ['Ya', 'Tidak'] },
  })
})

test('of a name that no formula mentions nothing is sent; a quarter’s own formula keeps what is said of its inputs', () => {
  const isian = typed({ rumus: 'a', masukan: { a: said({ arti: 'x' }), b: said({ arti: 'y' }), c: said({ arti: 'z' }) } })
  assert.deepEqual(Object.keys(masukanOf(isian, undefined) ?? {}), ['a'])
  const part = { ...isian, masukan: { a: said({ bagianDari: 'b' }) } }
  assert.equal(masukanOf(part, undefined), null, 'nor of what an input was a part of')
  const former = { perTriwulan: { TW2: { rumus: 'b' } } } as unknown as Versi
  assert.deepEqual(Object.keys(masukanOf(isian, former) ?? {}), ['a', 'b'])
})

test('words that every object knows are names like any other', () => {
  const isian = typed({ rumus: 'constructor + __proto__', masukan: {} })
  assert.equal(masukanOf(isian, undefined), null)
  assert.deepEqual(masukanOf({ ...isian, masukan: { constructor: said({ satuan: 'Orang' }) } }, undefined), {
    constructor: { satuan: 'Orang' },
  })
})
