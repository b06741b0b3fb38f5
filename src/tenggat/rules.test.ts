import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { TENGGAT } from '../peraturan/dki-jakarta/tenggat.ts'
import { PERAN } from '../peraturan/dki-jakarta/wewenang.ts'
import { isDay } from '../platform/kernel/time.ts'
import { inCalendarYear, pengingatOf, tenggatOf } from './rules.ts'
import type { Fakta } from './tenggat.ts'

const fakta = (more: Partial<Fakta> = {}): Fakta => ({
  unit: 'dki.bkd',
  milik: 'KANTOR',
  tahun: 2024,
  today: '2024-01-20',
  dpaDitetapkan: '2024-01-02',
  periode: [],
  naskah: { PK: null, RA: null },
  belum: new Map(),
  ...more,
})
const one = (kode: string, more: Partial<Fakta> = {}, periode?: string) =>
  tenggatOf(fakta(more)).find((t) => t.kode === kode && (!periode || t.periode === periode))!

describe('agreement and plan', () => {
  test('are due one month after the DPA was ratified: the same day, or the last of the month', () => {
    assert.equal(one('PK').hari, '2024-02-02')
    assert.equal(one('RA').hari, '2024-02-02')
    assert.equal(one('PK', { dpaDitetapkan: '2024-01-31' }).hari, '2024-02-29')
    assert.equal(one('PK', { dpaDitetapkan: '2022-12-31', tahun: 2023 }).hari, '2023-01-31')
    assert.equal(one('PK', { dpaDitetapkan: '2025-01-31', tahun: 2025 }).hari, '2025-02-28')
  })
  test('have no day while the day of the DPA is not recorded: nothing is near, nothing late', () => {
    const { hari, sisa, keadaan, terlambat } = one('PK', { dpaDitetapkan: null, today: '2030-01-01' })
    assert.deepEqual({ hari, sisa, keadaan, terlambat }, { hari: null, sisa: null, keadaan: 'BELUM_TERCATAT', terlambat: false })
  })
  test('come near, are due today, and have passed', () => {
    const on = (today: string) => one('PK', { today }).keadaan
    assert.deepEqual(['2024-01-18', '2024-01-19', '2024-02-01', '2024-02-02', '2024-02-03'].map(on), [
      'AKAN_DATANG',
      'DEKAT',
      'DEKAT',
      'HARI_INI',
      'LEWAT',
    ])
    assert.equal(one('PK', { today: '2024-02-03' }).terlambat, true)
    assert.equal(one('PK', { today: '2024-02-03' }).sisa, -1)
  })
  test('are done when in force, and say since when; one that is only signed once is not', () => {
    const naskah = { PK: { status: 'DIPUBLIKASI', tanggal: '2024-02-20' }, RA: { status: 'TTD_PEMILIK', tanggal: null } }
    const pk = one('PK', { naskah, today: '2024-03-01' })
    assert.deepEqual([pk.keadaan, pk.selesaiPada, pk.terlambat], ['SELESAI', '2024-02-20', false])
    assert.equal(one('RA', { naskah, today: '2024-03-01' }).terlambat, true)
  })
  test('a plan has its deadline from 2024 on', () => {
    assert.equal(one('RA', { tahun: 2023 }), undefined)
  })
})

describe('filling in', () => {
  test('is due on the 15th after the quarter, or on the day set for it', () => {
    assert.equal(one('PENGISIAN', {}, '2024-TW4').hari, '2025-01-15')
    const periode = [{ periode: '2024-TW1', status: 'TERBUKA', batas: '2024-04-20' }]
    assert.equal(one('PENGISIAN', { periode }, '2024-TW1').hari, '2024-04-20')
  })
  test('is done when nothing is missing in an open quarter, or when it is locked; of one that is not open nothing is known', () => {
    const at = (status: string, n: number) =>
      one(
        'PENGISIAN',
        { periode: [{ periode: '2024-TW1', status, batas: null }], belum: new Map([['2024-TW1', n]]), today: '2024-05-01' },
        '2024-TW1',
      )
    assert.equal(at('TERBUKA', 0).keadaan, 'SELESAI')
    assert.deepEqual([at('TERBUKA', 3).terlambat, at('TERBUKA', 3).belum], [true, 3])
    assert.equal(at('TERKUNCI', 3).keadaan, 'SELESAI')
    assert.deepEqual([at('BELUM_DIBUKA', 0).keadaan, at('BELUM_DIBUKA', 0).terlambat], ['LEWAT', false])
  })
})

describe('the other days', () => {
  test('reports are due two and three months after the year, on the last of a short month', () => {
    assert.equal(one('LKIP_PD', { tahun: 2023 }).hari, '2024-02-29')
    assert.equal(one('LKIP_PD').hari, '2025-02-28')
    assert.equal(one('LKIP_PEMPROV', { milik: 'PROVINSI' }).hari, '2025-03-31')
  })
  test('sector data is collected on the 5th and repaired by the 20th of the month after', () => {
    assert.equal(one('SDI_KUMPUL', { tahun: 2025 }, '2025-TW1').hari, '2025-04-05')
    assert.equal(one('SDI_PERBAIKAN', { tahun: 2025 }, '2025-TW4').hari, '2026-01-20')
  })
  test('what the program cannot know to be done is past, never late', () => {
    assert.deepEqual(
      [one('LKIP_PD', { today: '2026-01-01' }).keadaan, one('LKIP_PD', { today: '2026-01-01' }).terlambat],
      ['LEWAT', false],
    )
  })
  test('a year of the calendar holds the tail of the year before', () => {
    const days = inCalendarYear(2024, [...tenggatOf(fakta({ tahun: 2023, dpaDitetapkan: null })), ...tenggatOf(fakta())])
    const has = (kode: string, periode: string) => days.some((t) => t.kode === kode && t.periode === periode)
    assert.ok(has('LKIP_PD', '2023') && has('PENGISIAN', '2023-TW4') && has('PK', '2024'))
    assert.ok(!has('PK', '2023') && !has('PENGISIAN', '2024-TW4') && !has('LKIP_PD', '2024'))
  })
  test('every row of the pack has a basis, a role of the table, and days that exist', () => {
    for (const t of TENGGAT) assert.ok(t.dasar && t.peran.every((p) => PERAN.includes(p)), t.kode)
    for (const milik of ['KANTOR', 'PROVINSI'] as const)
      for (const tahun of [2023, 2024, 2025])
        for (const t of tenggatOf(fakta({ milik, tahun }))) assert.ok(t.hari === null || isDay(t.hari), `${t.kode} ${t.hari}`)
  })
})

describe('reminders', () => {
  const on = (today: string, more: Partial<Fakta> = {}) =>
    pengingatOf(tenggatOf(fakta({ today, ...more })))
      .filter((t) => t.kode === 'PK')
      .map((t) => t.mulai)
  test('come 14, 7 and 1 days before, and on the day', () => {
    assert.deepEqual(
      ['2024-01-18', '2024-01-19', '2024-01-26', '2024-02-01', '2024-02-02', '2024-02-03'].map((d) => on(d)),
      [[], [14], [7], [1], [0], []],
    )
  })
  test('a day on which nothing ran is made up for by the next', () => {
    assert.deepEqual(on('2024-01-21'), [14])
    assert.deepEqual(on('2024-01-28'), [7])
  })
  test('nobody is reminded of what is done, or has no day', () => {
    assert.deepEqual(on('2024-02-01', { naskah: { PK: { status: 'DITETAPKAN', tanggal: '2024-01-30' }, RA: null } }), [])
    assert.deepEqual(on('2024-02-01', { dpaDitetapkan: null }), [])
  })
})
