// The papers of the example come out again as they went in, in every format. What is expected is taken from the data
// files themselves, row by row: a figure that stands in the wrong row or column breaks the row.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capaianKinerja, type IndikatorCapaian, skalaOfCapaian } from '../../pengukuran/capaian.document.ts'
import { BENTUK_RENCANA_AKSI } from '../../peraturan/dki-jakarta/bentuk-rencana-aksi.ts'
import type { Document } from './blocks.ts'
import { capaianJakpus2024, contoh, pkBkd2025, pkJakpus2023, raBkd2025 } from './contoh.testing.ts'
import { bare, PRINTERS } from './reading.testing.ts'

type Angka = { tercetak?: string; nilai?: string; status?: string; kategori?: string }
type PkFile = {
  pihakPertama: { nama: string; nip: string; jabatan: string }
  pihakKedua: { nama: string; jabatan: string }
  kelompok: {
    kelompok: string
    sasaran: {
      no: string
      uraian: string
      indikator: {
        no: string
        nama: string
        sumberData?: string
        pengukuran: string
        triwulan: Angka[]
        tahunan: Angka
        satuan: string
      }[]
    }[]
  }[]
}
type RaFile = {
  indikator: {
    no: string
    sasaran?: string
    nama?: string
    target: Angka
    ra: {
      kode: string
      uraian: string
      kk: {
        kode: string
        uraian?: string
        to: { kode: string; uraian: string; jumlah: Angka; satuan: string; triwulan: string; penanggungJawab: string[] }[]
      }[]
    }[]
  }[]
}

const KELOMPOK: Readonly<Record<string, string>> = {
  STRATEGIS: 'Sasaran Strategis',
  KHUSUS: 'Sasaran Khusus',
  OPERASIONAL: 'Sasaran Operasional',
  RELEVAN_LAINNYA: 'Sasaran Relevan Lainnya',
}
/** As the paper prints it, with a decimal comma: papers mix `86.75` and `86,75`. */
const printed = (a: Angka) => (a.status === 'TIDAK_DITARGETKAN' ? 'N/A' : a.tercetak!.replace('.', ','))

async function readAll(document: Document): Promise<{ name: string; found: string }[]> {
  const able = PRINTERS.filter((p) => !p.skip)
  return Promise.all(able.map(async ({ name, print, read }) => ({ name, found: bare(await read(await print(document))) })))
}

const missingFrom = (found: string, expected: readonly string[]) => expected.filter((text) => !found.includes(bare(text)))

for (const [title, file, document] of [
  ['PK BKD 2025', 'bkd-2025/pk.json', pkBkd2025()],
  ['PK Jakarta Pusat 2023', 'jakpus/pk-2023.json', pkJakpus2023()],
] as const)
  test(`${title}: groups, sasaran, persons and every row of targets, in all formats`, async () => {
    const pk: PkFile = contoh(file)
    const sasaran = pk.kelompok.flatMap((k) => k.sasaran)
    const rows = sasaran.flatMap((s) =>
      s.indikator.map((i) =>
        [i.nama, i.sumberData ?? 'belum diisi', i.pengukuran, ...i.triwulan.map(printed), printed(i.tahunan), i.satuan].join(''),
      ),
    )
    const { pihakPertama: p1, pihakKedua: p2 } = pk
    const persons = [p1.nama, `NIP ${p1.nip}`, p1.jabatan, p2.nama, p2.jabatan, 'PIHAK KEDUA,', 'PIHAK PERTAMA,']
    const expected = [...pk.kelompok.map((k) => KELOMPOK[k.kelompok]!), ...sasaran.map((s) => s.no + s.uraian), ...rows, ...persons]
    assert.ok(rows.length >= 10 && rows.every((r) => r.length > 40))
    for (const { name, found } of await readAll(document)) assert.deepEqual(missingFrom(found, expected), [], name)
  })

const WAKTU: Readonly<Record<string, string>> = { TW1: 'TW I', TW2: 'TW II', TW3: 'TW III', TW4: 'TW IV' }
const numbered = (names: readonly string[]) => (names.length > 1 ? names.map((n, at) => `${at + 1}. ${n}`) : names).join('')

test('RA BKD 2025: every RA, KK and T/O with its amount, quarter and persons, in all formats', async () => {
  const plan: RaFile = contoh('bkd-2025/rencana-aksi.json')
  const ra = plan.indikator.flatMap((i) => i.ra)
  const outputs = ra.flatMap((a) => a.kk.flatMap((k) => k.to))
  const rows = outputs.map(
    (o) =>
      `${o.kode}. ${o.uraian}${printed(o.jumlah)} ${o.satuan}${WAKTU[o.triwulan] ?? 'belum diisi'}${numbered(o.penanggungJawab) || 'belum diisi'}`,
  )
  const whole = plan.indikator.map((i) => i.no + (i.sasaran ?? 'belum diisi') + (i.nama ?? 'belum diisi') + printed(i.target))
  const above = ra.flatMap((a) => [`${a.kode}. ${a.uraian}`, ...a.kk.flatMap((k) => (k.uraian ? [`${k.kode}. ${k.uraian}`] : []))])
  assert.ok(rows.length > 60)
  for (const { name, found } of await readAll(raBkd2025())) {
    assert.deepEqual(missingFrom(found, [...rows, ...whole]), [], name)
    // In print a cell over several rows may go on on the next page; its beginning stands on the first.
    const begins = name === 'PDF' ? above.map((t) => t.split(' ').slice(0, 4).join(' ')) : above
    assert.deepEqual(missingFrom(found, begins), [], name)
  }
})

test('the action plan of 2024 has its own columns, and amounts within the outputs', async () => {
  const document = raBkd2025(BENTUK_RENCANA_AKSI[0])
  for (const { name, found } of await readAll(document)) {
    assert.ok(found.includes(bare('Target IKU')) && found.includes('Target/Output'), name)
    assert.ok(
      found.includes(bare('Aplikasi Sistem Informasi Kepegawaian berbasis Online yang terbangun (SIMPEG) (1 Laporan)')),
      name,
    )
    assert.ok(!found.includes(bare('Penanggung Jawab')), name)
  }
})

test('104,08 stands in the capaian of Jakarta Pusat 2024, in its row, in all formats', async () => {
  for (const { name, found } of await readAll(capaianJakpus2024())) {
    assert.ok(found.includes(bare('Indeks Kepuasan Layanan Kota AdministrasiNilai93,9397,77104,08Sangat Tinggi')), name)
    assert.ok(found.includes(bare('Realisasi 97,77 terhadap target 93,93: capaian 104,08 persen')), name)
    assert.ok(found.includes(bare('202386,7593,93108,28202493,9397,77104,08')), name)
  }
})

test('what is missing is said in words, counted by itself, and is neither 0 nor in a category', async () => {
  const none = (status: string, tampil: string) => ({ status, nilai: null, tampil })
  const lost: Readonly<Record<string, Partial<IndikatorCapaian>>> = {
    IKM: { realisasi: none('KOSONG', 'belum ada data'), capaian: none('KOSONG', 'belum ada data'), kategori: null },
    IEK: { realisasi: none('BELUM_RILIS', 'Data belum rilis'), capaian: none('BELUM_RILIS', 'Data belum rilis'), kategori: null },
    SDI: { realisasi: none('TIDAK_DITARGETKAN', 'N/A'), capaian: none('TIDAK_DITARGETKAN', 'N/A'), kategori: null },
  }
  const document = capaianJakpus2024((i) => ({ ...i, ...lost[i.kode] }))
  for (const { name, found } of await readAll(document)) {
    for (const text of [
      '97,52belum ada databelum ada databelum ada data',
      '90,35Data belum rilisData belum rilisData belum rilis',
      '3,25N/AN/AN/A',
    ])
      assert.ok(found.includes(bare(text)), `${name}: ${text}`)
    assert.ok(found.includes(bare('12 Sangat Tinggi, 1 belum ada data, 1 Data belum rilis, 1 N/A')), name)
    assert.ok(found.includes(bare('Realisasi belum ada data, target 97,52: capaian belum ada data')), name)
  }
})

test('an office without any indicator gets a paper that says so, and no table of nothing', async () => {
  const empty = capaianKinerja({
    unitKerja: 'Dinas Uji',
    tahun: 2026,
    namaPeriode: '2026',
    konsep: false,
    skala: skalaOfCapaian(),
    kelompok: [{ nama: 'Sasaran Strategis', sasaran: [] }],
    diambil: '2026-01-01T00:00:00.000Z',
  })
  for (const { name, found } of await readAll(empty)) {
    assert.ok(found.includes(bare('Belum ada indikator Dinas Uji yang diukur untuk Tahun 2026.')), name)
    assert.ok(!found.includes('Jumlah'), name)
  }
})
