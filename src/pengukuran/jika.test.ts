import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { readAndaian, readPlace, withAndaian } from './andaian.ts'
import { jakartaPusat2024 } from './contoh.testing.ts'
import { explainFrom } from './explanation.ts'
import type { Loaded, Versi } from './hasil.ts'
import { compareWith, inputsBelow } from './jika.ts'
import { untold } from './klaim.ts'
import { whatMust } from './seharusnya.ts'

const OFFICE = 'dki.jakpus'
const bahan = jakartaPusat2024()
const suppose = (typed: Record<string, string>, on: Loaded = bahan) => {
  const read = readAndaian(
    on,
    OFFICE,
    Object.entries(typed).map(([di, tercetak]) => ({ di, tercetak })),
  )
  assert.deepEqual(read.salah, [])
  return read.dibaca
}
const compare = (typed: Record<string, string>, on: Loaded = bahan) => compareWith(on, OFFICE, 2024, suppose(typed, on))
const must = (di: string, kode: string, periode = '2024', on: Loaded = bahan) => {
  const letak = readPlace(on, OFFICE, di)
  assert.ok(typeof letak !== 'string', String(letak))
  return whatMust(on, OFFICE, letak, { kode, periode })
}

describe('what is supposed goes through the same measuring', () => {
  test('one kelurahan changes its semester, the year, the index above and the total of the office, and nothing else', () => {
    const { perubahan, total } = compare({ 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara': '92,36' })
    assert.deepEqual(perubahan.map((p) => `${p.kode} ${p.periode}`).toSorted(), [
      'IKL 2024',
      'IKL 2024-S1',
      'IKM 2024',
      'IKM 2024-S1',
    ])
    const ikl = perubahan.find((p) => p.kode === 'IKL' && p.periode === '2024')!
    assert.equal(ikl.sebelum.capaian.tampil, '104,08')
    // 10 more in one of 6 kelurahan, one of 8 kecamatan, one of 2 semesters, one of 2 indices.
    assert.match(ikl.selisih.nilai!, /^0\.05208333333333333/)
    assert.notEqual(total.sebelum.rerata, total.sesudah.rerata)
    assert.equal(total.sebelum.tercapai, total.sesudah.tercapai)
  })
  test('what is stored typed again changes nothing', () => {
    assert.deepEqual(compare({ 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara': '82,36' }).perubahan, [])
  })
  test('it is what the real computation would give from those inputs', () => {
    const over = withAndaian(bahan, OFFICE, suppose({ 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara': '92,36' }))
    const changed: Loaded = {
      ...bahan,
      tabel: (u, k, p, dari) =>
        bahan.tabel(u, k, p, dari).map((t) => ({
          ...t,
          isian: t.isian.map((r) =>
            k === 'IKM' && p === '2024-S1' && r.dimensi.kelurahan === 'Petojo Utara'
              ? { ...r, nilai: { ...r.nilai, nilai: '92.36' } }
              : r,
          ),
        })),
    }
    assert.equal(explainFrom(over, OFFICE, 'IKL', '2024').capaian.nilai, explainFrom(changed, OFFICE, 'IKL', '2024').capaian.nilai)
  })
  test('a target changes capaian and the state, not the realisasi', () => {
    const { perubahan, total } = compare({ 'IKL.2024.TARGET': '99' })
    assert.deepEqual(
      perubahan.map((p) => [p.kode, p.selisih.nilai, p.sebelum.keadaan, p.sesudah.keadaan]),
      [['IKL', '0', 'tercapai', 'waspada']],
    )
    assert.equal(total.sesudah.tercapai, total.sebelum.tercapai - 1)
  })
  test('a realisasi goes before the formula and before what the owner of the data verified', () => {
    assert.equal(compare({ 'IKM.2024.REALISASI': '90' }).perubahan.find((p) => p.kode === 'IKM')?.sesudah.nilai.tampil, '90,00')
    assert.equal(compare({ 'NKA.2024.REALISASI': '80' }).perubahan.find((p) => p.kode === 'NKA')?.sesudah.nilai.tampil, '80,00')
  })
  test('a missing kelurahan makes everything above it missing, never smaller', () => {
    const { perubahan } = compare({ 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara': 'kosong' })
    const ikl = perubahan.find((p) => p.kode === 'IKL')!
    assert.equal(ikl.sesudah.keadaan, 'belum-ada-data')
    assert.equal(ikl.selisih.nilai, null)
  })
  test('N/A as a target asks for nothing', () => {
    const [one] = compare({ 'IKL.2024.TARGET': 'N/A' }).perubahan
    assert.equal(one?.sesudah.capaian.status, 'TIDAK_DITARGETKAN')
  })
})

describe('what cannot be read is said with its place and left out', () => {
  const wrong = (di: string, tercetak = '90') => readAndaian(bahan, OFFICE, [{ di, tercetak }]).salah[0]?.pesan ?? ''
  test('a place that does not exist', () => {
    assert.match(wrong('entah apa'), /bukan letak isian/)
    assert.match(wrong('XYZ.2024.TARGET'), /XYZ tidak ada di kamus/)
    assert.match(wrong('IKM.2024-S1.kecamatan.Gambir'), /tidak memakai "kecamatan". Yang dipakai: kelurahan/)
    assert.match(wrong('IKM.2024-S1.kelurahan.Gambir'), /Tidak ada baris "Gambir"/)
    assert.match(wrong('IKM.2024-TW9.REALISASI'), /bukan letak isian/)
  })
  test('text where a figure belongs, and a figure that can be read in two ways', () => {
    assert.notEqual(wrong('IKL.2024.REALISASI', 'seratus'), '')
    assert.match(wrong('IKM.2024-S1.kelurahan.Gambir~Petojo Utara', '1.234'), /dapat dibaca/)
    assert.notEqual(wrong('IKL.2024.REALISASI', '<script>'), '')
  })
})

describe('what must it be?', () => {
  test('the smallest figure that reaches the target, and one step less does not', () => {
    const low = compare({ 'IKL.2024.TARGET': '98' })
    assert.equal(low.perubahan[0]?.sesudah.keadaan, 'waspada')
    const over = withAndaian(bahan, OFFICE, suppose({ 'IKL.2024.TARGET': '98' }))
    const answer = must('IKM.2024.REALISASI', 'IKL', '2024', over)
    assert.equal(answer.jenis, 'RENTANG')
    assert.equal(answer.sampai, null)
    const reached = (nilai: string) =>
      compare({ 'IKM.2024.REALISASI': nilai, 'IKL.2024.TARGET': '98' }).perubahan.find((p) => p.kode === 'IKL')?.sesudah.keadaan
    const step = (Number(answer.dari) - 0.01).toFixed(2)
    assert.deepEqual([reached(answer.dari!), reached(step)], ['tercapai', 'waspada'])
  })
  test('the highest target that is still reached', () => {
    const answer = must('IKL.2024.TARGET', 'IKL')
    assert.deepEqual([answer.jenis, answer.sampai], ['RENTANG', '97.76'])
  })
  test('what the formula does not rest on is said to have no influence', () => {
    assert.equal(must('NKA.2024.TARGET', 'IKL').jenis, 'TIDAK_BERPENGARUH')
  })
})

/** An office with one indicator of the given kind, its four quarters claimed but the last. */
function office(more: Partial<Versi>, target: object, quarters: readonly (string | null)[], rumus: string | null = null): Loaded {
  const base = bahan.versi(OFFICE, 'IKL', '2024')!
  const versi = { ...base, kode: 'X', metode: null, bacaan: null, rumus, pemilikData: null, desimal: 2, ...more }
  const figure = { status: 'NILAI' as const, nilai: null, kategori: null, min: null, maks: null, tercetak: null, ...target }
  return {
    versi: (_u, kode) => (kode === 'X' ? versi : undefined),
    klaim: (_u, _k, periode) => {
      const nilai = quarters[['2024-TW1', '2024-TW2', '2024-TW3', '2024-TW4'].indexOf(periode)]
      const at = { id: periode, unit: OFFICE, kode: 'X', periode, peran: 'DIUKUR' } as const
      return nilai ? [{ ...untold, ...at, nilai: { ...figure, min: null, maks: null, nilai } }] : []
    },
    tabel: () => [],
    tidakDitargetkan: () => false,
    anak: () => [],
    target: (_u, _k, periode) => (periode === '2024' ? { figure, asal: 'PK', sumber: null } : undefined),
    kode: () => ['X'],
  }
}
const TW4 = 'X.2024-TW4.REALISASI'
const fourth = (on: Loaded) => must(TW4, 'X', '2024', on)

describe('what must TW IV be?', () => {
  test('a mean: three quarters of 90 and a target of 92 ask for 98', () => {
    const { jenis, dari, sampai } = fourth(office({ agregasi: 'RATA_RATA' }, { nilai: '92' }, ['90', '90', '90', null]))
    assert.deepEqual([jenis, dari, sampai], ['RENTANG', '98', null])
  })
  test('a sum that is already reached without it: any figure does', () => {
    assert.equal(fourth(office({ agregasi: 'JUMLAH' }, { nilai: '70' }, ['25', '25', '25', null])).jenis, 'SEMUA')
  })
  test('less is better: the most that it may be', () => {
    const { jenis, dari, sampai } = fourth(
      office({ agregasi: 'JUMLAH', polaritas: 'MINIMAL' }, { nilai: '10' }, ['2', '3', '1.5', null]),
    )
    assert.deepEqual([jenis, dari, sampai], ['RENTANG', null, '3.5'])
  })
  test('beyond the scale there is no answer, and what comes nearest is said', () => {
    const scaled = { agregasi: 'RATA_RATA', skalaMin: '0', skalaMaks: '100' } as Partial<Versi>
    const answer = fourth(office(scaled, { nilai: '95' }, ['80', '80', '80', null]))
    assert.deepEqual([answer.jenis, answer.terdekat?.isian], ['TIDAK_ADA', '100'])
    assert.match(answer.terdekat!.capaian, /^89\.47/)
  })
  test('a range that is aimed at has two ends', () => {
    const { jenis, dari, sampai } = fourth(
      office({ agregasi: 'TERAKHIR', polaritas: 'STABIL_RENTANG' }, { min: '80', maks: '85.5' }, [null, null, null, null]),
    )
    assert.deepEqual([jenis, dari, sampai], ['RENTANG', '80', '85.5'])
  })
  test('a point that is aimed at is found between the probes', () => {
    const { jenis, dari, sampai } = fourth(
      office({ agregasi: 'RATA_RATA', polaritas: 'STABIL_TITIK' }, { nilai: '37.3' }, ['30', '41', '33', null]),
    )
    assert.deepEqual([jenis, dari, sampai], ['RENTANG', '45.2', '45.2'])
  })
  test('the mean of quarters cannot be told while another is missing', () => {
    assert.equal(fourth(office({ agregasi: 'RATA_RATA' }, { nilai: '92' }, ['90', null, '90', null])).jenis, 'TIDAK_DAPAT_DIHITUNG')
  })
  test('without a target there is nothing to reach', () => {
    assert.equal(fourth(office({}, { status: 'TIDAK_DITARGETKAN' }, ['90', null, null, null])).jenis, 'TANPA_TARGET')
  })
  test('what rises, falls and rises again has no single answer', () => {
    const wave = office({ agregasi: 'TERAKHIR' }, { nilai: '50' }, [], 'IFS(a < 10; a * 10; a < 100; 100 - a; TRUE; a)')
    assert.equal(must('X.2024.a', 'X', '2024', wave).jenis, 'TIDAK_TUNGGAL')
  })
})

test('a result offers itself, its target and all its inputs, down to the kelurahan', () => {
  const groups = inputsBelow(bahan, OFFICE, 'IKL', '2024')
  const all = groups.flatMap((g) => g.isian)
  assert.equal(groups[0]?.kode, 'IKL')
  const petojo = all.find((i) => i.di === 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara')
  assert.deepEqual([petojo?.kini, petojo?.tabel, petojo?.nama], ['82.36', 'kelurahan', 'Gambir · Petojo Utara'])
  assert.equal(all.filter((i) => i.di.startsWith('IKM.2024-S1.kelurahan.')).length, 44)
  for (const { di } of all) assert.notEqual(typeof readPlace(bahan, OFFICE, di), 'string', di)
})

test('rows that no word tells apart are not offered one by one, and who names one is told how to tell them apart', () => {
  const base = office({}, { nilai: '50' }, [], 'AVERAGE(t[nilai])')
  const rows = ['80', '90'].map((nilai) => ({
    dimensi: {},
    nilai: fromColumns(toColumns({ status: 'NILAI', nilai })),
    sumber: null,
  }))
  const on: Loaded = {
    ...base,
    tabel: (_u, _k, p, dari) => (dari === 'MASUKAN' && p === '2024' ? [{ nama: 't', isian: rows }] : []),
  }
  const offered = inputsBelow(on, OFFICE, 'X', '2024').flatMap((g) => g.isian.map((i) => i.di))
  assert.deepEqual(
    offered.filter((di) => di.startsWith('X.2024.t')),
    [],
  )
  assert.match(String(readPlace(on, OFFICE, 'X.2024.t')), /Isi Kolom pembeda baris pada rumusnya di Kamus/)
})
