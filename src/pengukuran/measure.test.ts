import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import type { Jejak } from '../rumus/trace.ts'
import { aggregate } from './aggregate.ts'
import { jakartaPusat2024 } from './contoh.testing.ts'
import { explainFrom, explanationInWords } from './explanation.ts'
import type { Hasil } from './hasil.ts'
import { containing, partsOf, shift } from './periode.ts'

const bahan = jakartaPusat2024()
const explain = (kode: string, periode = '2024', bacaan = {}) => explainFrom(bahan, 'dki.jakpus', kode, periode, bacaan)
const n = (text: string) => ({ status: 'NILAI' as const, nilai: parseDecimal(text) })

describe('the chain of the 2024 report', () => {
  test('44 kelurahan in 8 kecamatan give 98,63 and 99,33, and 98,98 for the year', () => {
    assert.equal(explain('IKM', '2024-S1').hasil.nilai.nilai, '98.62847172619047619047619047619048')
    assert.equal(explain('IKM', '2024-S2').hasil.nilai.nilai, '99.33267261904761904761904761904762')
    assert.equal(explain('IKM').hasil.nilai.tampil, '98,98')
  })
  test('from the printed field values the office reaches 104,08, carried unrounded', () => {
    const { hasil, capaian } = explain('IKL')
    assert.equal(hasil.nilai.nilai, '97.76528608630952380952380952380952')
    assert.equal(hasil.nilai.tampil, '97,77')
    assert.equal(capaian.nilai, '104.083132211550648152372840970733')
    assert.equal(capaian.tampil, '104,08')
    assert.equal(capaian.kategori, 'Sangat Tinggi')
  })
  test('from the 78 variables it is 104,09, and the explanation says so unasked', () => {
    const direct = explain('IKL', '2024', { IEK: 'VARIABEL' })
    assert.equal(direct.hasil.nilai.nilai, '97.77327991347001763668430335097002')
    assert.equal(direct.capaian.nilai, '104.091642620536588562423403972075')
    const [other] = explain('IKL').pembanding
    assert.deepEqual(other?.bacaan, { IEK: 'VARIABEL' })
    assert.equal(other?.capaian.tampil, '104,09')
  })
  test('the second field gives 97,52 in semester II where the report prints 97,43', () => {
    const parts = find(explain('IEK', '2024-S2', { IEK: 'VARIABEL' }).hasil.rumus?.jejak, (j) => j.sel?.length === 3)
    const field = parts?.sel?.find((c) => c.dimensi['variabel[bidang]'] === 'Perekonomian dan Pembangunan')
    assert.match(JSON.stringify(field?.hasil), /97\.518888888/)
  })
  test('it leads down to Petojo Utara, 82,36, and the line of the paper', () => {
    const leaf = cells(explain('IKL').hasil).find(
      (c) => c.dimensi.kelurahan === 'Petojo Utara' && JSON.stringify(c.hasil).includes('82.36'),
    )
    assert.equal(leaf?.asal, '003_7ac1d614aa532084.txt:1935')
    assert.match(explanationInWords(explain('IKL')), /Petojo Utara.*82\.36 {2}← 003_7ac1d614aa532084\.txt:1935/)
  })
})

describe('which value is in force', () => {
  test('what the data owner verified goes before the own calculation, which stays to be seen', () => {
    const { hasil, capaian } = explain('NKA')
    assert.equal(hasil.nilai.tampil, '88,24')
    assert.equal(capaian.tampil, '124,28')
    assert.match(hasil.alasan, /pemilik data dki\.bpkd/)
    assert.equal(hasil.rumus?.jejak?.hasil.status, 'NILAI')
  })
  test('a result of the wrong kind ("WTP (3)" for a percentage) is kept and not used', () => {
    const { hasil } = explain('KOMPUB')
    assert.ok(hasil.klaim.some((k) => k.nilai.kategori !== null && !k.berlaku))
    assert.notEqual(hasil.nilai.nilai, '3')
  })
  test('a period without anything is KOSONG, and so is its capaian', () => {
    const { hasil, capaian } = explain('IKL', '2024-TW1')
    assert.equal(hasil.nilai.status, 'KOSONG')
    assert.equal(capaian.status, 'KOSONG')
    assert.equal(capaian.kategori, null)
  })
  test('a formula that refers to itself is refused with the path', () => {
    const loop = {
      ...bahan,
      versi: (u: string, k: string, p: string) => ({
        ...bahan.versi(u, 'IKL', p)!,
        kode: k,
        metode: null,
        rumus: k === 'A' ? 'INDIKATOR("B") + 1' : 'INDIKATOR("A") + 1',
      }),
    }
    const { hasil } = explainFrom(loop, 'dki.jakpus', 'A', '2024')
    assert.match(hasil.nilai.pesan ?? '', /A 2024 → dki\.jakpus B 2024 → dki\.jakpus A 2024/)
  })
})

describe('from parts to the whole', () => {
  test('a missing part makes a mean or sum missing, never smaller', () => {
    assert.deepEqual(aggregate('RATA_RATA', [n('90'), { status: 'KOSONG' }]), { status: 'KOSONG' })
    assert.deepEqual(aggregate('JUMLAH', [n('25'), { status: 'BELUM_RILIS' }, { status: 'KOSONG' }]), { status: 'BELUM_RILIS' })
  })
  test('a part that is not due is skipped', () => {
    const mean = aggregate('RATA_RATA', [n('90'), { status: 'TIDAK_DITARGETKAN' }, n('91')])
    assert.equal(mean.status === 'NILAI' && String(mean.nilai), '90.5')
  })
  test('TERAKHIR takes the last part that is there', () => {
    const last = aggregate('TERAKHIR', [n('5'), n('25'), { status: 'KOSONG' }])
    assert.equal(last.status === 'NILAI' && String(last.nilai), '25')
  })
  test('periods fall into parts and lie in wholes', () => {
    assert.deepEqual(partsOf('2024-S2'), [
      ['2024-TW3', '2024-TW4'],
      ['2024-B07', '2024-B08', '2024-B09', '2024-B10', '2024-B11', '2024-B12'],
    ])
    assert.deepEqual(containing('2024-TW2'), ['2024-S1', '2024'])
    assert.equal(shift('2024-TW1', -1, 0), '2023-TW4')
    assert.equal(shift('2024-B12', 1, 0), '2025-B01')
    assert.equal(shift('2024', 0, -1), '2023')
  })
})

function cells(hasil: Hasil): NonNullable<Jejak['sel']>[number][] {
  const own: NonNullable<Jejak['sel']>[number][] = []
  const walk = (j: Jejak): void => {
    own.push(...(j.sel ?? []))
    j.anak.forEach(walk)
  }
  if (hasil.rumus?.jejak) walk(hasil.rumus.jejak)
  return [...own, ...(hasil.agregasi?.bagian ?? []).flatMap(cells), ...hasil.rujukan.flatMap(cells)]
}

function find(jejak: Jejak | null | undefined, wanted: (j: Jejak) => boolean): Jejak | undefined {
  if (!jejak) return undefined
  return wanted(jejak) ? jejak : jejak.anak.map((child) => find(child, wanted)).find(Boolean)
}
