// What an indicator's own policy, and a quarter's own polarity or formula, make of the same inputs.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type FigureOut, fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { explainFrom } from './explanation.ts'
import type { Loaded, Versi } from './hasil.ts'
import { versionIn } from './versi.ts'

type Masukan = Readonly<Record<string, Readonly<Record<string, string | null>>>>
const figure = (nilai: string | null): FigureOut =>
  fromColumns(toColumns(nilai === null ? { status: 'KOSONG' } : { status: 'NILAI', nilai }))

/** One indicator `selesai / masuk * 100` of one office, with figures by period; null is a blank cell. */
function office(own: Partial<Versi>, masukan: Masukan): Loaded {
  const versi: Versi = {
    ...{ id: 'v1', unit: 'dki.uji', kode: 'UJI', versi: 1, nama: 'Uji', satuan: 'Persen', jenisNilai: 'ANGKA', desimal: 2 },
    ...{ polaritas: 'MAKSIMAL', agregasi: 'RATA_RATA', dasarHukum: [], pemilikData: null, metode: null, bacaan: null },
    ...{ rumus: 'selesai / masuk * 100', berlakuDari: '2025-01-01', berlakuSampai: null, sumber: null },
    ...own,
  }
  return {
    versi: (_unit, _kode, periode) => versionIn(versi, periode),
    klaim: () => [],
    tabel: (_unit, _kode, periode, dari) =>
      Object.entries(dari === 'MASUKAN' ? (masukan[periode] ?? {}) : {}).map(([nama, nilai]) => ({
        nama,
        isian: [{ dimensi: {}, nilai: figure(nilai), sumber: null }],
      })),
    tidakDitargetkan: () => false,
    anak: () => [],
    target: () => ({ figure: figure('80'), asal: 'PK', sumber: null }),
    kode: () => ['UJI'],
  }
}
const explain = (own: Partial<Versi>, masukan: Masukan, periode = '2025-TW1') =>
  explainFrom(office(own, masukan), 'dki.uji', 'UJI', periode)
const NOTHING = { '2025-TW1': { selesai: '0', masuk: '0' } }
const nihil = { kebijakan: { tidakAdaObjek: true } }

describe('nothing to count', () => {
  test('without the policy 0 out of 0 cannot be computed', () => {
    const { hasil, capaian } = explain({}, NOTHING)
    assert.deepEqual(
      [hasil.nilai.status, hasil.nilai.kode, hasil.tidakAdaObjek, capaian.status],
      ['GALAT', 'BAGI_NOL', false, 'GALAT'],
    )
  })
  test('with it the value is 100, marked, with the reason, and the policy is told with the value', () => {
    const { hasil, capaian } = explain(nihil, NOTHING)
    assert.deepEqual([hasil.nilai.nilai, hasil.tidakAdaObjek, capaian.tampil], ['100', true, '125,00'])
    assert.match(hasil.alasan, /tidak ada yang diukur/)
    assert.deepEqual(hasil.versi?.kebijakan, { tidakAdaObjek: true })
  })
  test('something out of nothing is a fault of the data and stays one', () => {
    const { hasil } = explain(nihil, { '2025-TW1': { selesai: '3', masuk: '0' } })
    assert.deepEqual([hasil.nilai.status, hasil.tidakAdaObjek], ['GALAT', false])
  })
  test('a blank is not nothing to count: it stays missing', () => {
    const { hasil } = explain(nihil, { '2025-TW1': { selesai: null, masuk: '0' } })
    assert.deepEqual([hasil.nilai.status, hasil.tidakAdaObjek], ['KOSONG', false])
  })
})

describe('missing parts', () => {
  const half = { '2025-TW1': { selesai: '1', masuk: '2' }, '2025-TW2': { selesai: null, masuk: '2' } }
  test('make the year missing', () => assert.equal(explain({}, half, '2025').hasil.nilai.status, 'KOSONG'))
  test('are left out where the policy counts what is there', () =>
    assert.equal(explain({ kebijakan: { kosong: 'HITUNG_YANG_ADA' } }, half, '2025').hasil.nilai.nilai, '50'))
})

test('capaian ends at the bound of the policy', () => {
  const all = { '2025-TW1': { selesai: '2', masuk: '2' } }
  assert.equal(explain({}, all).capaian.tampil, '125,00')
  assert.equal(explain({ kebijakan: { batas: '120' } }, all).capaian.tampil, '120,00')
})

test('a quarter has a polarity and a formula of its own, the others keep theirs', () => {
  const own = { perTriwulan: { TW2: { polaritas: 'MINIMAL' as const, rumus: 'selesai + masuk' } } }
  const masukan = { '2025-TW1': { selesai: '1', masuk: '2' }, '2025-TW2': { selesai: '40', masuk: '20' } }
  assert.deepEqual([explain(own, masukan).hasil.nilai.tampil, explain(own, masukan).capaian.tampil], ['50,00', '62,50'])
  const second = explain(own, masukan, '2025-TW2')
  assert.deepEqual([second.hasil.nilai.tampil, second.capaian.tampil], ['60,00', '125,00'])
})
