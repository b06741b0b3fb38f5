import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFormula, complete, inserted, inWords, standalone } from './periksa-rumus.ts'

const known = {
  angka: { realisasi: 'Persen', target: 'Persen', pagu: 'Rupiah' },
  tabel: { kelurahan: ['kecamatan', 'nilai'] },
  indikator: { IKM: 'Nilai', IEK: 'Nilai' },
}

test('a formula is told in words, in its one spelling, with what it needs', () => {
  const found = checkFormula('average( average(kelurahan[nilai] by kelurahan[kecamatan]) )*realisasi', known)
  assert.equal(found.rapi, 'AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan])) * realisasi')
  assert.equal(found.kata, 'rata-rata dari (rata-rata dari kelurahan[nilai] per kelurahan[kecamatan]) dikali realisasi')
  assert.deepEqual([found.nama, found.tabel, found.masalah], [['realisasi'], { kelurahan: ['nilai', 'kecamatan'] }, []])
})

for (const [text, kode, baris, kolom, saran] of [
  ['', 'RUMUS_KOSONG', 1, 1, null],
  ['AVERGE(a)', 'FUNGSI_TIDAK_DIKENAL', 1, 1, 'Mungkin maksudnya AVERAGE.'],
  ['realisasi\n  × 2', 'KARAKTER_TIDAK_DIKENAL', 2, 3, null],
  ['(a + b', 'TIDAK_DIHARAPKAN', 1, 7, null],
  ['= a', 'SAMA_DENGAN_DI_AWAL', 1, 1, null],
  ['a = "bel', 'TEKS_TIDAK_DITUTUP', 1, 5, 'Tulis ".'],
  ['1.234.567', 'ANGKA_TIDAK_SAH', 1, 1, 'Tulis angka seperti 1234.56.'],
  ['1 < 2 < 3', 'PERBANDINGAN_BERANTAI', 1, 7, 'Tulis AND(…).'],
  ['ROUND(a)', 'JUMLAH_ARGUMEN', 1, 1, null],
  ['<b>a</b>', 'TIDAK_DIHARAPKAN', 1, 1, null],
  ['x'.repeat(10_001), 'RUMUS_TERLALU_PANJANG', 1, 1, null],
] as const)
  test(`"${text.slice(0, 20)}" is wrong at line ${baris}, column ${kolom}`, () => {
    const [first] = checkFormula(text, known).masalah
    assert.deepEqual([first?.kode, first?.berat, first?.baris, first?.kolom, first?.saran], [kode, 'salah', baris, kolom, saran])
  })

test('names that nobody knows are warned of, with the name that was meant', () => {
  const baru = 'Bila memang masukan baru, isi arti atau satuannya.'
  const { masalah } = checkFormula('realisassi / SUM(kelurahan[nlai]) + INDIKATOR("IKN") + SUM(kota[x])', known)
  assert.deepEqual(
    masalah.map(({ kode, berat, kolom, saran }) => [kode, berat, kolom, saran]),
    [
      ['NAMA_TIDAK_DIKENAL', 'peringatan', 1, `Mungkin maksudnya realisasi. ${baru}`],
      ['KOLOM_TIDAK_DIKENAL', 'peringatan', 18, 'Mungkin maksudnya nilai.'],
      ['INDIKATOR_TIDAK_DIKENAL', 'peringatan', 37, null],
      ['NAMA_TIDAK_DIKENAL', 'peringatan', 60, `Yang ada: realisasi, target, pagu, kelurahan. ${baru}`],
    ],
  )
})

test('where no figure is named yet any name will do, but an indicator must be in the dictionary', () => {
  const { masalah } = checkFormula('apa / saja + INDIKATOR("IKN")', { angka: {}, tabel: {}, indikator: known.indikator })
  assert.deepEqual(
    masalah.map((m) => m.kode),
    ['INDIKATOR_TIDAK_DIKENAL'],
  )
})

test('rupiah beside percent, half the weights and a column are wrong where they stand', () => {
  const told = (text: string) =>
    checkFormula(text, known, { jenis: 'ANGKA', satuan: 'Persen' }).masalah.map((m) => `${m.kode} ${m.kolom}`)
  assert.deepEqual(told('realisasi + pagu'), ['SATUAN_BERBEDA 13'])
  assert.deepEqual(told('realisasi * 20% + target * 70%'), ['BOBOT_BUKAN_100 1'])
  assert.deepEqual(told('kelurahan[nilai]'), ['BUKAN_SATU_NILAI 1'])
  assert.deepEqual(told('realisasi / target * 100'), [])
})

test('what may follow depends on where the caret is', () => {
  const offered = (text: string) => complete(text, text.length, known)?.isi.map((one) => inserted(one)) ?? null
  assert.deepEqual(offered('AV'), ['AVERAGE('])
  assert.deepEqual(offered('2 * re'), ['realisasi'])
  assert.deepEqual(offered('SUM(kel'), ['kelurahan['])
  assert.deepEqual(offered('SUM(kelurahan['), ['kecamatan', 'nilai'])
  assert.deepEqual(offered('SUM(kelurahan[n'), ['nilai'])
  assert.deepEqual(offered('INDIKATOR("I'), ['IKM', 'IEK'])
  assert.deepEqual(offered('IND'), ['INDIKATOR("'])
  assert.deepEqual([offered('a = "AV'), offered('12'), offered(''), offered('SUM(')], [null, null, null, null])
  assert.deepEqual([complete('1 + re', 6, known)?.dari, complete('1 + re', 6, known)?.sampai], [4, 6])
})

test('references become figures of their own, so that one case can be tried out', () => {
  const { rumus, acuan } = standalone('AVERAGE(INDIKATOR("IKM"), INDIKATOR("IKM", TAHUN(-1))) + SUM(INDIKATOR("IKL", ANAK()))')
  assert.equal(rumus, 'AVERAGE(IKM, IKM_tahun_lalu_1) + SUM(IKL_anak[nilai])')
  assert.deepEqual(
    acuan.map((a) => a.nama),
    ['IKM', 'IKM_tahun_lalu_1', 'IKL_anak'],
  )
  assert.equal(standalone('rusak (').rumus, 'rusak (')
})

test('words carry the figures of a trace', () => {
  const letak = { baris: 1, kolom: 1, dari: 0, sampai: 1 }
  const jejak = { teks: 'a', letak, hasil: { status: 'NILAI', nilai: '12.5' } as const, anak: [] }
  assert.equal(inWords('a', jejak), 'a (12,5) = 12,5')
  assert.equal(inWords('a (', null), null)
})
