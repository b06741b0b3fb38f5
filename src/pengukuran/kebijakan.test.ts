// What an indicator's own policy, and a quarter's own polarity or formula, make of the same inputs.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseDecimal } from '../platform/kernel/decimal.ts'
import { type FigureOut, fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { exact } from '../rumus/value.ts'
import { capaianOf, explainFrom } from './explanation.ts'
import { formulaOf, inputsOf } from './formula.ts'
import type { Klaim, Loaded, Versi } from './hasil.ts'
import { untold } from './klaim.ts'
import { lembarKerja } from './lembar-kerja.ts'
import { artiOf, placeOf, readSheet } from './masukan.ts'
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

test('an opinion counts as its conversion, in whichever way it is told: WDP against WTP is 75, TMP is 25 (seed 001, line 75)', () => {
  const opini = { metode: 'OPINI_LK', rumus: null, polaritas: 'KATEGORI', jenisNilai: 'KATEGORI' } as const
  const versi = { ...office(opini, {}).versi('dki.uji', 'UJI', '2025')! }
  const target = { figure: { ...figure('3'), kategori: 'WTP' }, asal: 'PK', sumber: null } as const
  const reached = (nilai: string) => capaianOf(office(opini, {}), versi, { datum: exact(parseDecimal(nilai)) }, target).tampil
  assert.deepEqual(['3', '2', '1', '0', '75'].map(reached), ['100,00', '75,00', '50,00', '25,00', '75,00'])
})

test('an opinion that is claimed by its word alone counts as what the word is worth', () => {
  const opini = { metode: 'OPINI_LK', rumus: null, polaritas: 'KATEGORI', jenisNilai: 'KATEGORI', agregasi: 'TERAKHIR' } as const
  const claim = (kategori: string): Klaim => {
    const at = { id: 'k1', unit: 'dki.uji', kode: 'UJI', periode: '2025', peran: 'DIUKUR' } as const
    return { ...untold, ...at, nilai: { ...figure('0'), nilai: null, kategori } }
  }
  const of = (kategori: string, own: Partial<Versi> = {}) => {
    const target = { figure: { ...figure('3'), kategori: 'WTP' }, asal: 'PK', sumber: null } as const
    const bahan = {
      ...office({ ...opini, ...own }, {}),
      klaim: (_u: string, _k: string, p: string) => (p === '2025' ? [claim(kategori)] : []),
      target: () => target,
    }
    const { hasil, capaian } = explainFrom(bahan, 'dki.uji', 'UJI', '2025')
    return [hasil.cara, hasil.nilai.tampil, capaian.tampil]
  }
  assert.deepEqual(of('WDP'), ['KLAIM', '75,00', '75,00'])
  assert.deepEqual(of('WDP', { bacaan: 'ANGKA' }), ['KLAIM', '2,00', '75,00'], 'as its formula gives it')
  const said = { rumus: 'IFS(sah = "Ya", 100, sah = "Tidak", 0)', metode: null, masukan: { sah: { pilihan: ['Ya', 'Tidak'] } } }
  assert.equal(of('Tidak', said)[1], '0,00')
  assert.deepEqual(of('constructor'), of('Wajar'))
  assert.deepEqual(of('Wajar'), ['TIDAK_ADA', 'belum ada data', 'belum ada data'])
})

test('rows of an own table may repeat, unless the office says which words tell them apart', () => {
  const asked = (masukan: Versi['masukan']) =>
    inputsOf(
      formulaOf(
        office({ rumus: 'AVERAGE(AVERAGE(survei[nilai] BY survei[unsur]))', masukan }, {}).versi('dki.uji', 'UJI', '2025')!,
      ),
    )
  const rows = (...of: readonly Record<string, string>[]) => ({ survei: of.map((dimensi) => ({ dimensi, tercetak: '80' })) })
  const wrong = (masukan: Versi['masukan'], ...of: readonly Record<string, string>[]) =>
    readSheet(asked(masukan), rows(...of), false, {}).flatMap((read) => read.salah.map(placeOf))
  assert.deepEqual(wrong(null, { unsur: 'Waktu' }, { unsur: 'Waktu' }), [])
  const said = { survei: { kolom: ['unsur', 'Variabel'] } }
  assert.deepEqual(asked(said)[0]!.kolom, ['unsur', 'variabel'])
  const first = { unsur: 'Waktu', variabel: 'jelas' }
  assert.deepEqual(wrong(said, first, { unsur: 'Waktu', variabel: 'cepat' }), [])
  assert.deepEqual(wrong(said, first, first), ['survei, baris 2, kolom unsur: Sama dengan baris 1. Hapus salah satunya.'])
  assert.deepEqual(
    asked({ survei: { kolom: ['variabel'] } })[0]!.kolom,
    ['variabel', 'unsur'],
    'what the formula groups by is asked, too',
  )
})

test('PDN 2025: 24% is 80 in TW II, where 30% is asked for, and 85% is 100 in TW IV, where 80 to 100% is (seed 000, line 74)', () => {
  const own = { metode: 'PDN_2025', rumus: null, perTriwulan: { TW2: { bacaan: 'TRIWULAN_II' } } }
  const spent = (belanja_pdn: string) => ({ belanja_pdn, belanja_pengadaan: '100' })
  const masukan = { '2025-TW2': spent('24'), '2025-TW4': spent('85') }
  const [second, fourth] = ['2025-TW2', '2025-TW4'].map((periode) => explain(own, masukan, periode))
  assert.deepEqual([second!.hasil.nilai.nilai, second!.hasil.rumus?.bacaan], ['80', 'TRIWULAN_II'])
  assert.deepEqual([fourth!.hasil.nilai.nilai, fourth!.hasil.rumus?.bacaan], ['100', 'TRIWULAN_IV'])
  assert.deepEqual(second!.pembanding, [])
})

test('a result of a quarter that was not aimed at is information: the year does not count it', () => {
  const masukan = { '2025-TW1': { selesai: '2', masuk: '3' }, '2025-TW2': { selesai: '1', masuk: '10' } }
  const of = (agregasi: string, periode: string) => {
    const bahan = {
      ...office({ agregasi }, masukan),
      tidakDitargetkan: (_u: string, _k: string, p: string) => p.endsWith('-TW2'),
    }
    return explainFrom(bahan, 'dki.uji', 'UJI', periode).hasil.nilai.tampil
  }
  assert.equal(of('TERAKHIR', '2025'), '66,67')
  assert.equal(of('RATA_RATA', '2025-S1'), '66,67')
})

test('a quarter has a polarity and a formula of its own, the others keep theirs', () => {
  const own = { perTriwulan: { TW2: { polaritas: 'MINIMAL' as const, rumus: 'selesai + masuk' } } }
  const masukan = { '2025-TW1': { selesai: '1', masuk: '2' }, '2025-TW2': { selesai: '40', masuk: '20' } }
  assert.deepEqual([explain(own, masukan).hasil.nilai.tampil, explain(own, masukan).capaian.tampil], ['50,00', '62,50'])
  const second = explain(own, masukan, '2025-TW2')
  assert.deepEqual([second.hasil.nilai.tampil, second.capaian.tampil], ['60,00', '125,00'])
})

describe('where every quarter must reach its target', () => {
  /** 120, 80, 40 and 80 against 80 each. */
  const quarters = { '2025-TW1': '120', '2025-TW2': '80', '2025-TW3': '40', '2025-TW4': '80' }
  const inputs = Object.fromEntries(Object.entries(quarters).map(([periode, selesai]) => [periode, { selesai, masuk: '100' }]))
  const of = (own: Partial<Versi>, asked = (_periode: string) => '80' as string | null) => {
    const bahan: Loaded = {
      ...office({ agregasi: 'SETIAP', ...own }, inputs),
      target: (_u, _k, periode) => {
        const nilai = asked(periode)
        const figured = nilai === 'N/A' ? { ...figure(null), status: 'TIDAK_DITARGETKAN' as const } : figure(nilai)
        return { figure: figured, asal: 'PK', sumber: null }
      },
      tidakDitargetkan: (_u, _k, periode) => asked(periode) === 'N/A',
    }
    const said = explainFrom(bahan, 'dki.uji', 'UJI', '2025')
    return { ...said, lembar: () => lembarKerja(bahan, said, 'Uji')[0]!.sel }
  }
  test('its workbook computes the same from the quarters', () => {
    const sel = of({}, (p) => (p.endsWith('TW4') ? 'N/A' : '80')).lembar()
    const [first, second, third] = [17, 18, 19].map((row) => `MIN(100,MAX(0,Hasil!$E$${row}/80*100))`)
    assert.deepEqual(sel.get('B8'), { rumus: `AVERAGE(${first},${second},${third})`, hasil: '83.33333333333333333333333333333333' })
    assert.deepEqual(sel.get('E16'), { rumus: 'AVERAGE(Hasil!$E$17,Hasil!$E$18,Hasil!$E$19)', hasil: '80' })
  })
  test('the year is the mean of what each reached, at most 100: one good quarter makes up for none', () => {
    const { hasil, capaian } = of({})
    assert.deepEqual([hasil.nilai.tampil, capaian.tampil], ['80,00', '87,50'])
    assert.match(hasil.alasan, /masing-masing paling tinggi 100/)
  })
  test('or the lowest, by the policy of the indicator', () =>
    assert.equal(of({ kebijakan: { setiap: 'TERENDAH' } }).capaian.tampil, '50,00'))
  test('a quarter that is not asked for does not count', () =>
    assert.equal(of({}, (p) => (p.endsWith('TW3') ? 'N/A' : '80')).capaian.tampil, '100,00'))
  test('a quarter without a target of its own is held against that of the year', () =>
    assert.equal(of({}, (p) => (p === '2025' ? '80' : null)).capaian.tampil, '87,50'))
})

test('a year is the mean of its quarters that are due, not of its semesters', () => {
  const masukan = { '2025-TW2': '90', '2025-TW3': '50', '2025-TW4': '70' }
  const inputs = Object.fromEntries(Object.entries(masukan).map(([p, selesai]) => [p, { selesai, masuk: '100' }]))
  const bahan = { ...office({}, inputs), tidakDitargetkan: (_u: string, _k: string, p: string) => p.endsWith('-TW1') }
  assert.equal(explainFrom(bahan, 'dki.uji', 'UJI', '2025').hasil.nilai.nilai, '70')
})

test('what an office says of its formula’s inputs holds where they are entered: meaning, unit and bounds', () => {
  const masukan = {
    masuk: { satuan: 'Laporan' },
    SELESAI: { arti: 'laporan yang selesai', satuan: 'Laporan', min: '0', bagianDari: 'Masuk' },
  }
  const asked = inputsOf(formulaOf(office({ masukan }, {}).versi('dki.uji', 'UJI', '2025-TW1')!))
  assert.deepEqual(asked.map(artiOf), ['laporan yang selesai; satuan Laporan; tidak lebih dari masuk', 'masuk; satuan Laporan'])
  const typed = (selesai: string, masuk: string) => {
    const one = (tercetak: string) => [{ dimensi: {}, tercetak }]
    return readSheet(asked, { selesai: one(selesai), masuk: one(masuk) }, false, {}).flatMap((read) => read.salah.map(placeOf))
  }
  assert.deepEqual(typed('3', '4'), [])
  assert.deepEqual(typed('-1', '4'), ['selesai: -1 di bawah 0, batas terendah. Tulis angka 0 atau lebih.'])
  assert.match(typed('5', '4')[0]!, /^selesai: 5 lebih dari masuk \(4\)/)
})
