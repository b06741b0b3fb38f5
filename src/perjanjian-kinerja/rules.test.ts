import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, fromContoh, indikator, kamus, keadaan, naskah } from './contoh.testing.ts'
import type { IndikatorNaskah, Kamus, Naskah } from './perjanjian-kinerja.ts'
import { checkPerjanjianKinerja, type Keadaan } from './rules.ts'
import { oneMonthAfter } from './rules-pihak.ts'
import { checkPlan, checkRatchet } from './rules-target.ts'

const see = (aturan: string, n: Naskah, k: Keadaan = keadaan()) => checkPerjanjianKinerja(n, k).filter((t) => t.aturan === aturan)
const withLine = (line: IndikatorNaskah, more: Partial<Naskah> = {}): Naskah => {
  const base = naskah(more)
  const [first, ...rest] = base.sasaran
  return { ...base, sasaran: [{ ...first!, indikator: [line] }, ...rest] }
}
const seeLine = (aturan: string, cells: Parameters<typeof indikator>[0], known: Partial<Kamus> = {}, more: Partial<Naskah> = {}) =>
  see(
    aturan,
    withLine(indikator(cells, { kode: 'UJI' }), more),
    keadaan({ kamus: (kode) => (kode === 'UJI' ? kamus(known) : kamus({ agregasi: 'SEKALI' })) }),
  )

test('an agreement without fault has no findings', () => {
  assert.deepEqual(checkPerjanjianKinerja(naskah(), keadaan()), [])
})

test('PK-01: every group of the form of the year has a sasaran, and no other group stands in the paper', () => {
  const { sasaran } = naskah()
  assert.equal(see('PK-01', naskah({ sasaran: sasaran.slice(0, 2) }))[0]?.letak, 'Sasaran Operasional')
  const strange = see('PK-01', naskah({ sasaran: [...sasaran, { ...sasaran[0]!, nomor: '4', kelompok: 'RELEVAN_LAINNYA' }] }))
  assert.match(strange[0]!.penjelasan, /RELEVAN_LAINNYA tidak ada dalam bentuk DKI_2023/)
})

test('PK-01: every sasaran has at least one indicator', () => {
  const { sasaran } = naskah()
  assert.equal(
    see('PK-01', naskah({ sasaran: [sasaran[0]!, sasaran[1]!, { ...sasaran[2]!, indikator: [] }] }))[0]?.letak,
    'sasaran 3',
  )
})

test('PK-02: sasaran numbers are unique and consecutive', () => {
  const numbers = (...list: string[]) =>
    naskah({
      sasaran: list.map((nomor, at) => ({
        ...naskah().sasaran[Math.min(at, 2)]!,
        nomor,
        indikator: [indikator(['1', '1', '1', '1', '1'], { nama: `I${at}` })],
      })),
    })
  assert.equal(see('PK-02', numbers('1', '2', '3', '4')).length, 0)
  assert.deepEqual(
    see('PK-02', numbers('1', '2', '4')).map((t) => [t.tercetak, t.seharusnya]),
    [['4', '3']],
  )
  assert.deepEqual(
    see('PK-02', numbers('1', '2', '2', '3')).map((t) => [t.tercetak, t.seharusnya]),
    [['2', '3']],
  )
})

test('PK-02: the form of 2024 begins again in each group, the forms of 2023 and 2025 run through', () => {
  const again = naskah().sasaran.map((s) => ({ ...s, nomor: '1' }))
  assert.equal(see('PK-02', naskah({ sasaran: again, bentuk: 'DKI_2024', tahun: 2024 })).length, 0)
  assert.equal(see('PK-02', naskah({ bentuk: 'DKI_2024', tahun: 2024 }))[0]?.berat, 'rendah')
  assert.equal(see('PK-02', naskah({ sasaran: again }))[0]?.berat, 'rendah')
})

test('PK-03: a year and four quarters are filled in', () => {
  assert.equal(seeLine('PK-03', ['1', '2', '3', '4', '4']).length, 0)
  assert.match(seeLine('PK-03', ['1', '', '3', '4', '4'])[0]!.penjelasan, /triwulan II belum diisi/)
  assert.match(seeLine('PK-03', ['1', '2', '3', '4', ''])[0]!.letak, /tahunan/)
})

test('PK-03: a row that prints six values is found, with the line', () => {
  const found = see(
    'PK-03',
    withLine(indikator(['100', '100', '100', '100', '100'], { nilaiLebih: [{ tercetak: '100%', baris: 99 }] })),
  )
  assert.deepEqual([found[0]?.jenis, found[0]?.baris, found[0]?.tercetak], ['count', 99, '6 angka'])
})

test('PK-04: the year agrees with the quarters as the indicator is aggregated', () => {
  const ok: [string, Parameters<typeof indikator>[0]][] = [
    ['TERAKHIR', ['5', '25', '55', '100', '100']],
    ['TERAKHIR', ['N/A', '100', 'N/A', 'N/A', '100']],
    ['TERAKHIR', ['N/A', 'WTP=3', 'N/A', 'N/A', 'WTP=3']],
    ['JUMLAH', ['25', '25', '25', '25', '100']],
    ['JUMLAH', ['N/A', 'N/A', '51', '51', '102']],
    ['JUMLAH', ['0.1', '0.2', 'N/A', 'N/A', '0.3']],
    ['RATA_RATA', ['N/A', '86.75', 'N/A', '86.75', '86.75']],
    ['RATA_RATA', ['1', '2', '2', 'N/A', '1.67']],
    ['SETIAP', ['100', '100', '100', '100', '100']],
    ['SETIAP', ['N/A', '100', '100.0', 'N/A', '100']],
    ['SEKALI', ['N/A', 'N/A', 'N/A', '3.25', '3.25']],
    ['SEKALI', ['N/A', 'N/A', 'N/A', '80..100', '80..100']],
  ]
  for (const [agregasi, cells] of ok) assert.deepEqual(seeLine('PK-04', cells, { agregasi }), [], `${agregasi} ${cells}`)
  const wrong: [string, Parameters<typeof indikator>[0], string][] = [
    ['TERAKHIR', ['10', '40', '70', '90', '100'], '90'],
    ['JUMLAH', ['N/A', '40', '80', '100', '100'], '220'],
    ['RATA_RATA', ['80', '90', 'N/A', 'N/A', '90'], '85'],
    ['SETIAP', ['90', '100', '100', '100', '100'], '100'],
    ['SEKALI', ['N/A', '50', 'N/A', '50', '50'], '50'],
    ['TERAKHIR', ['N/A', 'WDP=2', 'N/A', 'N/A', 'WTP=3'], 'WDP=2'],
  ]
  for (const [agregasi, cells, expected] of wrong)
    assert.equal(seeLine('PK-04', cells, { agregasi })[0]?.seharusnya, expected, `${agregasi} ${cells}`)
})

test('PK-04: a quarter that is judged in another direction has a target of its own, where every quarter counts', () => {
  const cells: Parameters<typeof indikator>[0] = ['N/A', '30', 'N/A', '80', '80']
  const every = { agregasi: 'SETIAP', polaritas: 'STABIL_TITIK' }
  assert.equal(seeLine('PK-04', cells, every).length, 1)
  assert.deepEqual(seeLine('PK-04', cells, { ...every, polaritasTriwulan: { TW2: 'MAKSIMAL' } }), [])
  assert.equal(seeLine('PK-04', cells, { ...every, polaritasTriwulan: { TW2: 'STABIL_TITIK' } }).length, 1, 'the same direction')
  assert.equal(seeLine('PK-04', cells, { ...every, agregasi: 'RATA_RATA', polaritasTriwulan: { TW2: 'MAKSIMAL' } }).length, 1)
})

test('PK-04: a year that prints N/A beside targeted quarters contradicts itself (seed 002, line 3227)', () => {
  const found = seeLine('PK-04', ['N/A', '100', 'N/A', '100', 'N/A'])
  assert.deepEqual([found[0]?.tercetak, found[0]?.berat], ['N/A', 'tinggi'])
})

test('PK-05: four N/A beside a year of 31 never fall due (seed 002, line 3222)', () => {
  assert.equal(seeLine('PK-05', ['N/A', 'N/A', 'N/A', 'N/A', '31']).length, 1)
  assert.equal(seeLine('PK-05', ['N/A', 'N/A', 'N/A', '31', '31']).length, 0)
  assert.equal(seeLine('PK-05', ['', '', '', '', '31']).length, 0, 'missing is not N/A')
})

test('PK-06: a target lies within the scale of its indicator, both ends of a range too', () => {
  const ikm = { skalaMin: '25', skalaMaks: '100', agregasi: 'SEKALI' }
  assert.deepEqual(seeLine('PK-06', ['N/A', 'N/A', 'N/A', '100', '25'], ikm), [])
  assert.deepEqual(
    seeLine('PK-06', ['N/A', 'N/A', 'N/A', '100.01', '24'], ikm).map((t) => t.letak),
    ['sasaran 1, indikator 1, triwulan IV', 'sasaran 1, indikator 1, tahunan'],
  )
  assert.equal(seeLine('PK-06', ['N/A', 'N/A', 'N/A', '80..120', '80..100'], ikm).length, 1)
})

test('PK-07: from 2024 a target is not easier than last year’s result, in the direction of its polarity', () => {
  const y2024 = { bentuk: 'DKI_2024', tahun: 2024 }
  const line = (target: string, polaritas: string, hasilLalu: string, more: Partial<Naskah> = y2024) =>
    seeLine('PK-07', ['N/A', 'N/A', 'N/A', target, target], { polaritas, hasilLalu: cell(hasilLalu) }, more).length
  assert.equal(line('93.93', 'MAKSIMAL', '93.93'), 0)
  assert.equal(line('93.92', 'MAKSIMAL', '93.93'), 1)
  assert.equal(line('12', 'MINIMAL', '10'), 1)
  assert.equal(line('8', 'MINIMAL', '10'), 0)
  assert.equal(line('12', 'MINIMAL_RASIO', '10'), 1)
  assert.equal(line('WDP=2', 'KATEGORI', 'WTP=3'), 1)
  assert.equal(line('80', 'STABIL_TITIK', '100'), 0, 'STABIL is exempt')
  assert.equal(line('50', 'MAKSIMAL', ''), 0, 'no result, no ratchet')
  assert.equal(line('50', 'MAKSIMAL', '90', {}), 0, 'the form of 2023 has no ratchet')
})

test('PK-07, PK-08: a year that is its last quarter goes by the direction of that quarter (seed 000, line 74)', () => {
  const y2024 = { bentuk: 'DKI_2024', tahun: 2024 }
  const cells: Parameters<typeof indikator>[0] = ['N/A', '30', 'N/A', '80', '80']
  const found = (known: Partial<Kamus>) =>
    ['PK-07', 'PK-08'].map(
      (rule) => seeLine(rule, cells, { hasilLalu: cell('97.11'), targetRencana: cell('90'), ...known }, y2024).length,
    )
  assert.deepEqual(found({ agregasi: 'TERAKHIR', polaritas: 'MAKSIMAL' }), [1, 1])
  assert.deepEqual(found({ agregasi: 'TERAKHIR', polaritas: 'MAKSIMAL', polaritasTriwulan: { TW4: 'STABIL_RENTANG' } }), [0, 0])
  assert.deepEqual(found({ agregasi: 'TERAKHIR', polaritas: 'STABIL_RENTANG', polaritasTriwulan: { TW2: 'MAKSIMAL' } }), [0, 0])
  assert.deepEqual(found({ agregasi: 'RATA_RATA', polaritas: 'MAKSIMAL', polaritasTriwulan: { TW4: 'STABIL_RENTANG' } }), [1, 1])
})

test('PK-08: a target easier than the Renstra’s is doubted', () => {
  assert.equal(seeLine('PK-08', ['N/A', 'N/A', 'N/A', '93.93', '93.93'], { targetRencana: cell('87.3') }).length, 0)
  const found = seeLine('PK-08', ['N/A', 'N/A', 'N/A', '86', '86'], { targetRencana: cell('87.3') })
  assert.deepEqual([found[0]?.berat, found[0]?.seharusnya], ['sedang', '87,3'])
})

test('PK-07: a target below last year’s result stands with a reason and its legal basis; a reason alone does not excuse it', () => {
  const cells = ['N/A', 'N/A', 'N/A', '90', '90'] as const
  const see = (more: object) =>
    checkRatchet(indikator([...cells], more), kamus({ hasilLalu: cell('93.93') }), 'indikator 1', 2024)[0]!
  const reason = { alasanTarget: 'Cakupan survei diperluas.' }
  assert.equal(see({}).berat, 'tinggi')
  assert.deepEqual([see(reason).berat, /tulis juga dasar hukumnya/.test(see(reason).penjelasan)], ['tinggi', true])
  const lawful = see({ ...reason, dasarTarget: 'Keputusan Gubernur 1/2024' })
  assert.equal(lawful.berat, 'rendah')
  assert.match(lawful.penjelasan, /^Dikecualikan: Cakupan survei diperluas \(dasar: Keputusan Gubernur 1\/2024\)\./)
})

test('PK-08: a target easier than the Renstra’s stands with its reason, and the finding says so', () => {
  const easier = indikator(['N/A', 'N/A', 'N/A', '86', '86'], { alasanTarget: 'Survei diulang dengan instrumen baru.' })
  const [found] = checkPlan(easier, kamus({ targetRencana: cell('87.3') }), 'indikator 1', 2023)
  assert.equal(found?.berat, 'rendah')
  assert.match(found!.penjelasan, /^Dikecualikan: Survei diulang dengan instrumen baru\./)
})

test('PK-09: the NIP is well formed, and the same on all pages (seed 000, lines 44 and 49)', () => {
  const { naskah: bkd, keadaan: k } = fromContoh('bkd-2025/pk.json', 'bkd-2025/indikator.json')
  const found = see('PK-09', bkd, k)
  assert.equal(found.length, 1)
  assert.deepEqual([found[0]?.baris, found[0]?.tercetak, found[0]?.seharusnya], [44, '19660818199031008', '196608181990031008'])
  assert.equal(
    see('PK-09', naskah({ pihakPertama: { nama: 'A', nip: null, jabatan: 'Walikota' } })).length,
    1,
    'the first party must have one',
  )
  assert.equal(see('PK-09', naskah({ pihakKedua: { nama: 'B', nip: '123', jabatan: 'Gubernur' } })).length, 1)
})

test('PK-10: an indicator stands in the dictionary, with definition, method, unit, source, polarity and aggregation', () => {
  assert.match(see('PK-10', naskah(), keadaan({ kamus: () => undefined }))[0]!.penjelasan, /X tidak ada di kamus/)
  assert.match(
    seeLine('PK-10', ['1', '1', '1', '1', '1'], { definisi: null, polaritas: null })[0]!.penjelasan,
    /definisi, polaritas belum diisi/,
  )
})

test('PK-12: final one month after the DPA, on the same day or the month’s last', () => {
  assert.equal(oneMonthAfter('2024-01-02'), '2024-02-02')
  assert.equal(oneMonthAfter('2024-01-31'), '2024-02-29')
  assert.equal(oneMonthAfter('2023-12-31'), '2024-01-31')
  const k = keadaan({ dpaDisahkan: '2023-01-02' })
  assert.match(see('PK-12', naskah({ tanggal: '2023-05-24' }), k)[0]!.penjelasan, /24 Mei 2023; batasnya 2 Februari 2023/)
  assert.equal(see('PK-12', naskah({ tanggal: '2023-02-02' }), k).length, 0)
  assert.equal(see('PK-12', naskah(), k).length, 1, 'not signed, and the day has passed')
})

test('PK-13: the parties hold their offices on the day of signing; where nobody is recorded nothing is said', () => {
  const pemegang = { unit: [{ nama: 'Arifin', nip: '197206221992031003', jabatan: 'Walikota' }], atasan: [] }
  assert.match(
    see('PK-13', naskah({ tanggal: '2023-01-20' }), keadaan({ pemegang }))[0]!.penjelasan,
    /Dhany Sukma tidak tercatat.*Arifin/,
  )
  const dhany = { unit: [{ nama: 'DHANY  SUKMA', nip: null, jabatan: 'Walikota' }], atasan: [] }
  assert.equal(see('PK-13', naskah({ tanggal: '2023-01-20' }), keadaan({ pemegang: dhany })).length, 0)
  assert.equal(see('PK-13', naskah({ tanggal: '2023-01-20' })).length, 0)
})

test('the paper of Jakarta Pusat 2023: two sasaran 19, six values in lines 99 to 101, one name twice, and nothing else', () => {
  const { naskah: pk, keadaan: k } = fromContoh('jakpus/pk-2023.json', 'jakpus/indikator.json')
  assert.deepEqual(
    checkPerjanjianKinerja(pk, k).map((t) => [t.aturan, t.baris]),
    [
      ['PK-02', 89],
      ['PK-11', 58],
      ['PK-03', 99],
      ['PK-03', 100],
      ['PK-03', 101],
      ['PK-13', null],
    ],
  )
})

test('the papers whose quarters are not printed say so once', () => {
  for (const [pk, dictionary, rows] of [
    ['jakpus/pk-2024.json', 'jakpus/indikator.json', 15],
    ['bpsdm-2023/pk-2023.json', 'bpsdm-2023/indikator.json', 21],
  ] as const) {
    const { naskah: n, keadaan: k } = fromContoh(pk, dictionary)
    assert.deepEqual(
      see('PK-03', n, k).map((t) => [t.letak, t.terkait.length]),
      [[`${rows} indikator, triwulan`, rows - 1]],
      pk,
    )
  }
})
