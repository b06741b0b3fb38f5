import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { METODE } from '../peraturan/dki-jakarta/metode.ts'
import { batasInWords } from '../peraturan/metode.ts'
import { VEKTOR } from '../peraturan/vektor.ts'
import { type MasukanDiminta, placeOf, readMasukan, readSheet } from './masukan.ts'
import { readTabel } from './tabel-dikirim.ts'

const asked = (metode: string): MasukanDiminta[] => {
  const found = METODE.find((m) => m.kode === metode)!
  return Object.entries(found.masukan).map(([nama, { kolom = [], ...m }]) => ({
    ...m,
    nama,
    kolom: kolom.filter((k) => k !== 'nilai'),
  }))
}
const one = (metode: string, nama: string) => asked(metode).find((m) => m.nama === nama)!
const cell = (tercetak: string) => [{ dimensi: {}, tercetak }]
const merit = (kolom: string, tercetak: string) => ({ dimensi: { aspek: 'Pengadaan', sub_aspek: '1', kolom }, tercetak })
const ip = (dimensi: string, tercetak: string) => ({ dimensi: { pegawai: 'A', dimensi }, tercetak })
const wrong = (metode: string, nama: string, ...rows: { dimensi: Record<string, string>; tercetak: string }[]) =>
  readMasukan(one(metode, nama), rows).salah.map(placeOf)

describe('a figure within the bounds of its rule', () => {
  test('an answer of the survey is 1 to 4', () => {
    const answer = (tercetak: string) => wrong('IKM_UNIT', 'jawaban', { dimensi: { responden: 'R1', unsur: 'U1' }, tercetak })
    assert.deepEqual([answer('1'), answer('4')], [[], []])
    assert.deepEqual(answer('5'), ['jawaban, baris 1, kolom nilai: 5 di atas 4, batas tertinggi. Tulis angka 1 sampai 4.'])
    assert.deepEqual(answer('0,5'), ['jawaban, baris 1, kolom nilai: 0,5 di bawah 1, batas terendah. Tulis angka 1 sampai 4.'])
  })
  test('a skor of merit is 1 to 4, while its bobot goes to 100', () => {
    assert.deepEqual(wrong('SISTEM_MERIT', 'sub_aspek', merit('Skor', '4'), merit('Bobot', '10')), [])
    assert.deepEqual(wrong('SISTEM_MERIT', 'sub_aspek', merit('Bobot', '10'), merit('Skor', '5')), [
      'sub aspek, baris 2, kolom nilai: 5 di atas 4, batas tertinggi untuk Skor. Tulis angka 1 sampai 4.',
    ])
  })
  test('each dimension of IP ASN has its own maximum: 25, 40, 30, 5', () => {
    const most = { Kualifikasi: '25', Kompetensi: '40', Kinerja: '30', Disiplin: '5' }
    for (const [dimensi, maks] of Object.entries(most)) {
      assert.deepEqual(wrong('IP_ASN', 'pegawai', ip(dimensi, maks)), [])
      assert.equal(wrong('IP_ASN', 'pegawai', ip(dimensi, `${maks},01`)).length, 1, dimensi)
    }
    // The paper of BPSDM prints it at line 1974.
    assert.deepEqual(wrong('IP_ASN', 'pegawai', ip('Kompetensi', '52,66')), [
      'pegawai, baris 1, kolom nilai: 52,66 di atas 40, batas tertinggi untuk Kompetensi. Tulis angka 0 sampai 40.',
    ])
  })
  test('no more documents of risk are verified than the year asks for', () => {
    assert.deepEqual(wrong('MANAJEMEN_RISIKO_2023', 'terverifikasi', ...cell('5')), [])
    assert.match(wrong('MANAJEMEN_RISIKO_2023', 'terverifikasi', ...cell('6'))[0]!, /^terverifikasi: 6 di atas 5/)
    assert.match(wrong('MANAJEMEN_RISIKO_2025', 'terverifikasi', ...cell('4'))[0]!, /^terverifikasi: 4 di atas 3/)
  })
  test('rupiah and counts are not negative', () => {
    assert.deepEqual(wrong('PDN_2023', 'belanja_pdn', ...cell('-5')), [
      'belanja pdn: -5 di bawah 0, batas terendah. Tulis angka 0 atau lebih.',
    ])
    assert.equal(wrong('PENGADUAN_CRM', 'masuk', ...cell('-1')).length, 1)
  })
  test('what is not there is outside no bound', () => {
    for (const tercetak of ['', 'N/A', 'belum rilis']) assert.deepEqual(wrong('IP_ASN', 'pegawai', ip('Kompetensi', tercetak)), [])
  })
})

describe('a part beside its whole', () => {
  const sheet = (memenuhi: string, jumlah_pegawai: string, stored: Record<string, ReturnType<typeof cell>> = {}) =>
    readSheet(
      asked('PENGEMBANGAN_KOMPETENSI_2024'),
      { memenuhi: cell(memenuhi), jumlah_pegawai: cell(jumlah_pegawai) },
      false,
      stored,
    ).flatMap((r) => r.salah.map(placeOf))
  test('is never more', () => {
    assert.deepEqual(sheet('25', '25'), [])
    assert.deepEqual(sheet('26', '25'), [
      'memenuhi: 26 lebih dari jumlah pegawai (25), padahal termasuk di dalamnya. Perbaiki salah satunya.',
    ])
    assert.deepEqual(sheet('26', ''), [])
  })
  test('both as they are stored stay, either one changed is held against the other', () => {
    const stored = { memenuhi: cell('26'), jumlah_pegawai: cell('25') }
    assert.deepEqual(sheet('26', '25', stored), [])
    assert.equal(sheet('26', '24', stored).length, 1)
  })
})

describe('a word that must be one of the choices', () => {
  test('misspelt it does not drop out: it is refused with the nearest choice', () => {
    assert.deepEqual(wrong('IP_ASN', 'pegawai', ip('Kompetnsi', '30')), [
      'pegawai, baris 1, kolom dimensi: "Kompetnsi" bukan pilihan yang dikenal. Mungkin maksudnya Kompetensi. Pilihannya: Kualifikasi, Kompetensi, Kinerja, Disiplin.',
    ])
    assert.match(wrong('IP_ASN', 'pegawai', ip('Jumlah', '88,40'))[0]!, /"Jumlah" bukan pilihan yang dikenal\. Pilihannya:/)
  })
  test('capitals and spaces are mended, so that the row counts; and it is the same row again', () => {
    const { isian, salah } = readMasukan(one('IP_ASN', 'pegawai'), [ip(' kompetensi', '30'), ip('Kompetensi', '30')])
    assert.equal(isian[0]!.dimensi.dimensi, 'Kompetensi')
    assert.deepEqual(salah.map(placeOf), ['pegawai, baris 2, kolom pegawai: Sama dengan baris 1. Hapus salah satunya.'])
  })
  test('so is the word of a figure that is a category', () => {
    const opini = (tercetak: string) => readMasukan(one('OPINI_LK', 'opini'), cell(tercetak), true)
    assert.equal(opini('wtp').isian[0]!.nilai.kategori, 'WTP')
    assert.deepEqual(opini('WPT').salah.map(placeOf), [
      'opini: "WPT" bukan pilihan yang dikenal. Mungkin maksudnya WTP. Pilihannya: WTP, WDP, TW, TMP.',
    ])
    // With a digit in it, it is a word all the same, in an indicator that is a number.
    assert.equal(readMasukan(one('IP_ASN_PEGAWAI', 'pendidikan'), cell('s3')).isian[0]!.nilai.kategori, 'S3')
  })
})

describe('what stands already', () => {
  const printed = [ip('Kompetensi', '52,66'), ip('Jumlah', '88,40')]
  test('a row left as it is stays, whatever its bounds; typed anew it is held to them', () => {
    const { isian, salah } = readMasukan(one('IP_ASN', 'pegawai'), [...printed, ip('Kinerja', '30')], false, printed)
    assert.deepEqual([salah, isian.length], [[], 3])
    const changed = readMasukan(one('IP_ASN', 'pegawai'), [ip('Kompetensi', '52,67'), printed[1]!], false, printed)
    assert.deepEqual(
      changed.salah.map((s) => s.baris),
      [1],
    )
  })
})

describe('a table that is sent with its figures read', () => {
  const sent = (dimensi: string, nilai: string) => ({
    dimensi: { pegawai: 'A', dimensi },
    nilai: { status: 'NILAI' as const, nilai },
  })
  test('is refused in the same words, and kept in the spelling of the rule', () => {
    const read = readTabel(asked('IP_ASN'), 'pegawai', [sent('kinerja', '30'), sent('Kompetensi', '52.66')], [])
    assert.equal(read.isian[0]!.dimensi.dimensi, 'Kinerja')
    assert.deepEqual(read.salah.map(placeOf), [
      'pegawai, baris 2, kolom nilai: 52,66 di atas 40, batas tertinggi untuk Kompetensi. Tulis angka 0 sampai 40.',
    ])
  })
  test('the same words twice are refused, but a row that stands already is not', () => {
    const rows = [sent('Kinerja', '30'), sent('Kinerja', '20')]
    const [wrong] = readTabel(asked('IP_ASN'), 'pegawai', rows, []).salah.map(placeOf)
    assert.equal(wrong, 'pegawai, baris 2, kolom pegawai: Sama dengan baris 1. Hapus salah satunya.')
    const stored = rows.map((row) => ({
      ...row,
      nilai: { ...row.nilai, kategori: null, min: null, maks: null, tercetak: null },
      sumber: null,
    }))
    assert.deepEqual(readTabel(asked('IP_ASN'), 'pegawai', rows, [{ nama: 'pegawai', isian: stored }]).salah, [])
  })
  test('its part is held against the whole that is stored', () => {
    const figure = (nilai: string) => [{ dimensi: {}, nilai: { status: 'NILAI' as const, nilai } }]
    const stored = (nilai: string) => [
      {
        nama: 'arahan',
        isian: [
          {
            dimensi: {},
            nilai: { ...figure(nilai)[0]!.nilai, kategori: null, min: null, maks: null, tercetak: null },
            sumber: null,
          },
        ],
      },
    ]
    const wrongOf = (nilai: string) =>
      readTabel(asked('ARAHAN_GUBERNUR'), 'selesai', figure(nilai), stored('15')).salah.map(placeOf)
    assert.deepEqual(wrongOf('15'), [])
    assert.deepEqual(wrongOf('16'), ['selesai: 16 lebih dari arahan (15), padahal termasuk di dalamnya. Perbaiki salah satunya.'])
  })
})

test('the dictionary says what may be entered', () => {
  assert.equal(
    batasInWords(one('SISTEM_MERIT', 'sub_aspek')),
    'kolom: Skor (1 sampai 4), Bobot (0 sampai 100), Nilai (0 sampai 400)',
  )
  assert.equal(batasInWords(one('SDI_2024', 'unik')), 'tidak lebih dari berkas')
  assert.equal(batasInWords(one('OPINI_LK', 'opini')), 'WTP, WDP, TW, TMP')
  assert.equal(batasInWords(one('PENGADUAN_CRM', 'masuk')), null)
})

test('every vector of the pack whose value is expected could have been entered, but those that say that the formula alone has no bound', () => {
  const text = (value: unknown) => (typeof value === 'string' ? value.replace('.', ',') : '')
  let entered = 0
  const refused: string[] = []
  for (const { metode, nama, kasus, harap } of VEKTOR) {
    if (harap.nilai === undefined && harap.tampil === undefined) continue
    const typed = Object.fromEntries(
      Object.entries(kasus.data).map(([name, value]) => [
        name,
        Array.isArray(value)
          ? value.map(({ nilai, ...dimensi }: Record<string, string>) => ({ dimensi, tercetak: text(nilai) }))
          : cell(text(value)),
      ]),
    )
    const inputs = asked(metode).map((m) => ({ ...m, dari: 'MASUKAN' as const }))
    const said = readSheet(inputs, typed, false, {}).flatMap((r) => r.salah.map(placeOf))
    // A figure of three decimals is refused for being read in two ways, not for its bounds.
    if (said.some((pesan) => !pesan.includes('dapat dibaca'))) refused.push(`${metode}: ${nama}`)
    entered += 1
  }
  assert.deepEqual(refused, [
    'IKM_UNIT: jawaban 5, di luar skala 1-4: rumusnya sendiri memberi 125, yang tidak bernama',
    'MANAJEMEN_RISIKO_2023: 6 dari 5 dokumen: rumusnya sendiri tidak membatasi',
    'MANAJEMEN_RISIKO_2025: 4 dari 3 dokumen: rumusnya sendiri tidak membatasi',
  ])
  assert.ok(entered > 100, String(entered))
})
