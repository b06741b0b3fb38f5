import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VersiIndikator } from './indikator.ts'
import { contradictions, differentPrintings, missingParts, placeVersion, scaleFault, weightFaults } from './rules.ts'

const versi = (more: object = {}) =>
  VersiIndikator.parse({
    berlakuDari: '2024-01-01',
    nama: 'Indeks Kepuasan Masyarakat',
    definisi: 'Tingkat kepuasan masyarakat.',
    caraUkur: 'Survei sembilan unsur.',
    satuan: 'Nilai',
    jenisNilai: 'ANGKA',
    polaritas: 'MAKSIMAL',
    agregasi: 'RATA_RATA',
    sumberData: 'JakSurvei',
    ...more,
  })

test('an indicator says what it means, from which data it comes and how it is measured (PK-10)', () => {
  assert.deepEqual(missingParts(versi()), [])
  const bare = missingParts(versi({ definisi: null, sumberData: null, caraUkur: null }))
  assert.deepEqual(
    bare.map((f) => `${f.aturan} ${f.field}`),
    ['PK-10 definisi', 'PK-10 sumberData', 'PK-10 caraUkur'],
  )
})

test('an official method or an own formula says how an indicator is measured as well as words do', () => {
  assert.deepEqual(missingParts(versi({ caraUkur: null, metode: 'IKM' })), [])
  assert.deepEqual(missingParts(versi({ caraUkur: null, rumus: 'selesai / target * 100' })), [])
})

test('a method and its reading are those of the rule pack', () => {
  assert.deepEqual(missingParts(versi({ metode: 'IEK', bacaan: 'BIDANG' })), [])
  assert.match(missingParts(versi({ metode: 'IKMM' }))[0]!.detail, /IKMM tidak ada dalam paket aturan/)
  assert.match(missingParts(versi({ metode: 'IEK', bacaan: 'LAIN' }))[0]!.detail, /VARIABEL, BIDANG/)
  const [quarter] = missingParts(versi({ metode: 'PDN_2025', perTriwulan: { TW2: { bacaan: 'LAIN' } } }))
  assert.equal(quarter?.field, 'perTriwulan.TW2.bacaan')
})

test('a formula that cannot be read is refused with its line and column', () => {
  const [fault] = contradictions(versi({ rumus: 'selesai /\n* target' }))
  assert.equal(fault?.aturan, 'IND-04')
  assert.match(fault!.detail, /baris 2, kolom 1/)
  const [quarter] = contradictions(versi({ perTriwulan: { TW2: { rumus: '=a' } } }))
  assert.equal(quarter?.field, 'perTriwulan.TW2.rumus')
})

test('a version has a method or its own formula, not both', () => {
  assert.deepEqual(
    contradictions(versi({ metode: 'IKM', rumus: 'a' })).map((f) => f.aturan),
    ['IND-03'],
  )
})

test('rupiah and percent among an office’s own inputs are told apart when the formula is saved', () => {
  const rumus = 'belanja +\n serapan'
  const units = { belanja: { satuan: 'Rupiah' }, serapan: { satuan: 'Persen' } }
  assert.deepEqual(contradictions(versi({ rumus })), [], 'of inputs without a unit nothing is known')
  const [wrong] = contradictions(versi({ rumus, masukan: units }))
  assert.equal(wrong?.aturan, 'IND-07')
  assert.match(wrong!.detail, /baris 2, kolom 2: persen tidak dapat ditambahkan pada rupiah/)
  const [quarter] = contradictions(versi({ rumus: 'belanja / pagu * 100', perTriwulan: { TW2: { rumus } }, masukan: units }))
  assert.equal(quarter?.field, 'perTriwulan.TW2.rumus')
  const ratio = versi({ satuan: 'Persen', rumus: 'belanja / pagu * 100', masukan: { ...units, pagu: { satuan: 'rupiah' } } })
  assert.deepEqual(
    contradictions(ratio).map((f) => f.field),
    ['masukan.serapan'],
    'what no formula names is not said of one',
  )
})

test('the column of a table has its unit, and a word must be one of those that may be entered', () => {
  const kegiatan = { satuan: 'Rupiah' }
  assert.equal(contradictions(versi({ rumus: 'SUM(kegiatan[nilai])', masukan: { kegiatan } }))[0]?.aturan, 'IND-07')
  const word = (one: string) => versi({ rumus: `IF(sah = "${one}", 100, 0)`, masukan: { sah: { pilihan: ['Ya', 'Tidak'] } } })
  assert.deepEqual(contradictions(word('Ya')), [])
  assert.match(contradictions(word('Iya'))[0]!.detail, /Iya.*Mungkin maksudnya Ya/s)
})

test('what is said of an input contradicts neither itself nor the formula', () => {
  const fields = (masukan: object, more: object = { rumus: 'selesai / Semua * 100' }) =>
    contradictions(versi({ ...more, masukan })).map((f) => `${f.aturan} ${f.field}`)
  assert.deepEqual(fields({ SELESAI: { bagianDari: 'semua', min: '0' }, semua: { arti: 'semua laporan' } }), [])
  assert.match(
    contradictions(versi({ rumus: 'selesai', masukan: { selsai: { min: '0' } } }))[0]!.detail,
    /Mungkin maksudnya selesai/,
  )
  assert.deepEqual(fields({ selesai: { min: '5', maks: '-1' } }), ['IND-08 masukan.selesai.maks'])
  const word = { rumus: 'IF(sah = "Ya", 100, 0)' }
  assert.deepEqual(fields({ sah: { pilihan: ['Ya'], satuan: 'Persen' } }, word), ['IND-08 masukan.sah.pilihan'])
  assert.deepEqual(fields({ selesai: { bagianDari: 'selesai' } }), ['IND-08 masukan.selesai.bagianDari'])
  assert.deepEqual(fields({ selesai: { bagianDari: 'lain' } }), ['IND-08 masukan.selesai.bagianDari'])
  const table = { rumus: 'AVERAGE(survei[nilai])', satuan: 'Nilai' }
  assert.deepEqual(fields({ survei: { kolom: ['unsur'] } }, table), [])
  assert.deepEqual(fields({ survei: { kolom: ['nilai'] } }, table), ['IND-08 masukan.survei.kolom'])
  assert.deepEqual(fields({ selesai: { kolom: ['unsur'] } }), ['IND-08 masukan.selesai.kolom'])
  assert.deepEqual(fields({ constructor: { arti: 'x' } }), ['IND-08 masukan.constructor'])
  assert.ok(
    !VersiIndikator.shape.masukan.safeParse({ sah: { pilihan: ['Ya, lengkap'] } }).success,
    'the form writes choices with commas between',
  )
  assert.deepEqual(fields({ selesai: {}, Selesai: {} }), ['IND-08 masukan.Selesai'])
  assert.deepEqual(fields({ selesai: { min: '0' } }, { metode: 'IKM' }), ['IND-08 masukan'])
})

test('a scale begins below its end', () => {
  assert.deepEqual(
    contradictions(versi({ skalaMin: '100', skalaMaks: '25' })).map((f) => f.field),
    ['skalaMaks'],
  )
})

test('weights are a hundred percent together, to the last digit', () => {
  assert.deepEqual(weightFaults('bobot', { P: '9.7', K: '18.2', COP: '43.5', NE: '28.6' }), [])
  assert.match(weightFaults('bobot', { P: '9.7', K: '18.2' })[0]!.detail, /berjumlah 27,90/)
  assert.match(weightFaults('bobot', { P: '110', K: '-10' })[0]!.detail, /kurang dari 0/)
})

test('a value outside the scale is seen: 335,5 of the province where the scale of BPSDM ends at 38', () => {
  const merit = { skalaMin: '0', skalaMaks: '38' }
  assert.match(scaleFault('realisasi', { nilai: '335.5', tercetak: '335,5' }, merit)!.detail, /335,5 .*\(0 sampai 38\)/)
  assert.equal(scaleFault('realisasi', { nilai: '38' }, merit), undefined)
  assert.ok(scaleFault('target', { min: '20', maks: '40' }, merit))
  assert.equal(scaleFault('target', { nilai: '4000' }, {}), undefined)
})

const standing = (versi: number, berlakuDari: string, berlakuSampai: string | null = null) => ({
  id: String(versi),
  versi,
  berlakuDari,
  berlakuSampai,
})

test('a new version ends the one before it the day before', () => {
  const placed = placeVersion([standing(1, '2023-01-01')], versi(), 2)
  assert.deepEqual(placed, { versi: 2, berlakuSampai: null, ends: standing(1, '2023-01-01'), last: '2023-12-31' })
})

test('a version of an earlier year ends before the next begins, and changes nothing of it', () => {
  assert.deepEqual(placeVersion([standing(1, '2025-01-01')], versi(), 2), { versi: 2, berlakuSampai: '2024-12-31' })
})

test('two versions do not begin on one day, nor does one run into the next', () => {
  assert.match(JSON.stringify(placeVersion([standing(1, '2024-01-01')], versi(), 2)), /BENTROK.*1 Januari 2024/)
  assert.match(
    JSON.stringify(placeVersion([standing(1, '2025-01-01')], versi({ berlakuSampai: '2025-01-01' }), 2)),
    /BENTROK.*berlakuSampai/,
  )
})

test('two printings that differ are shown beside each other; one number written in two ways is one', () => {
  const row = (nilai: string, tercetak: string, berlaku: boolean, sumber: string) => ({
    kode: 'IKL',
    tahun: 2024,
    unsur: 'TARGET',
    status: 'NILAI',
    nilai,
    tercetak,
    berlaku,
    sumber,
    kategori: null,
    min: null,
    maks: null,
  })
  const found = differentPrintings([
    row('93.93', '93,93', true, 'a.txt:1522'),
    row('93.930', '93.93', false, 'a.txt:9'),
    row('87.3', '87.3', false, 'a.txt:1723'),
  ])
  assert.equal(found.length, 1)
  assert.deepEqual([found[0]!.tercetak, found[0]!.seharusnya, found[0]!.baris, found[0]!.terkait], ['87.3', '93,93', 1723, [1522]])
})
