// The dictionary over HTTP: who may, which version, which page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Gate, type Services } from '../platform/http/server.ts'
import { contextAt, SISTEM } from '../platform/kernel/context.ts'
import { refuse } from '../platform/kernel/refusal.ts'
import { createUnit } from '../unit-kerja/commands.ts'
import { UnitKerja } from '../unit-kerja/unit-kerja.ts'
import { importHasilTahunan } from './commands.ts'
import { HasilTahunanFile } from './indikator.ts'
import { routes } from './routes.ts'

const clock = () => new Date('2025-06-01T00:00:00Z')
const gate: Gate = {
  actorOf: async () => ({ id: 'ani', nama: 'Ani', peran: [] }),
  permits: async (_ctx, act, unit) =>
    act === 'indikator.ubah' && unit === 'dki' ? undefined : refuse('DILARANG', `${act} pada ${unit} tidak boleh.`),
}
const { db } = await freshDatabase()
const app = await createServer({ clock, gate, logLevel: 'silent' })
routes(app, { db, clock } as Services)
await app.ready()
const ctx = contextAt(clock(), SISTEM)
await inTransaction(db, async (tx) => {
  for (const kode of ['dki', 'dki-lain'])
    await createUnit(tx, ctx, UnitKerja.parse({ kode, jenis: 'BADAN', nama: kode, berlakuDari: '2020-01-01' }))
})

const versi = {
  berlakuDari: '2024-01-01',
  nama: 'Indeks Kepuasan Masyarakat',
  definisi: 'Tingkat kepuasan.',
  caraUkur: 'Survei.',
  satuan: 'Nilai',
  jenisNilai: 'ANGKA',
  polaritas: 'MAKSIMAL',
  agregasi: 'RATA_RATA',
  sumberData: 'JakSurvei',
  iku: true,
}
const post = (url: string, payload: object, version?: number) =>
  app.inject({ method: 'POST', url, payload, headers: version === undefined ? {} : { 'if-match': `"${version}"` } })

test('an office adds to its own dictionary only', async () => {
  assert.equal((await post('/api/indikator', { unit: 'dki', kode: 'IKM', versi })).statusCode, 201)
  assert.equal((await post('/api/indikator', { unit: 'dki-lain', kode: 'IKM', versi })).statusCode, 403)
  const twice = await post('/api/indikator', { unit: 'dki', kode: 'IKM', versi })
  assert.deepEqual([twice.statusCode, twice.json().code], [409, 'BENTROK'])
})

test('a formula that cannot be read is answered with its place', async () => {
  const answer = await post('/api/indikator', { unit: 'dki', kode: 'RUSAK', versi: { ...versi, rumus: 'a + + )' } })
  assert.deepEqual([answer.statusCode, answer.json().field, answer.json().rule], [422, 'versi.rumus', 'IND-04'])
  assert.match(answer.json().detail, /baris 1, kolom/)
})

test('a version is added with If-Match, and read by its day', async () => {
  const next = { ...versi, berlakuDari: '2025-01-01', rumus: 'SUM(nilai)' }
  assert.equal((await post('/api/indikator/dki/IKM/versi', next)).statusCode, 428)
  const added = await post('/api/indikator/dki/IKM/versi', next, 1)
  assert.deepEqual([added.statusCode, added.headers.etag], [201, '"2"'])
  const stale = await post('/api/indikator/dki/IKM/versi', { ...next, berlakuDari: '2026-01-01' }, 1)
  assert.deepEqual([stale.statusCode, stale.json().current.length, stale.json().sent.berlakuDari], [412, 2, '2026-01-01'])

  const all = await app.inject('/api/indikator/dki/IKM')
  assert.deepEqual([all.headers.etag, all.json().versi.length], ['"2"', 2])
  const then = await app.inject('/api/indikator/dki/IKM?berlaku=2024-06-30')
  assert.deepEqual(
    then.json().versi.map((v: { versi: number; berlakuSampai: string }) => [v.versi, v.berlakuSampai]),
    [[1, '2024-12-31']],
  )
  assert.equal((await app.inject('/api/indikator/dki/TIADA')).statusCode, 404)
})

test('the dictionary is read page by page', async () => {
  for (const kode of ['A', 'B', 'C']) await post('/api/indikator', { unit: 'dki', kode, versi: { ...versi, iku: false } })
  const first = (await app.inject('/api/indikator?unit=dki&batas=3')).json()
  const second = (await app.inject(`/api/indikator?unit=dki&batas=3&kursor=${first.lanjut}`)).json()
  assert.deepEqual(
    [...first.isi, ...second.isi].map((v: { kode: string }) => v.kode),
    ['A', 'B', 'C', 'IKM'],
  )
  assert.equal(second.lanjut, null)
  assert.deepEqual(
    (await app.inject('/api/indikator?iku=true')).json().isi.map((v: { kode: string }) => v.kode),
    ['IKM'],
  )
  assert.equal(
    (await app.inject(`/api/indikator?kursor=${Buffer.from('["dki","A","kemarin"]').toString('base64url')}`)).statusCode,
    400,
  )
})

test('another printing is chosen with a reason and the version that was seen', async () => {
  const hasil = ['93.93', '87.3'].map((nilai, i) => ({ indikator: 'IKM', tahun: 2024, target: { nilai }, baris: i + 1 }))
  await inTransaction(db, (tx) =>
    importHasilTahunan(tx, ctx, HasilTahunanFile.parse({ skema: 'selaras/hasil-tahunan/1', berkas: 'a.txt', unit: 'dki', hasil })),
  )
  const listed = (await app.inject('/api/hasil-tahunan?unit=dki&berlaku=false')).json().isi
  assert.deepEqual(
    listed.map((r: { nilai: string; sumber: string }) => [r.nilai, r.sumber]),
    [['87.3', 'a.txt:2']],
  )
  const choose = (body: object) => post(`/api/hasil-tahunan/${listed[0].id}/pilih`, body, listed[0].version)
  assert.equal((await choose({ unit: 'dki', alasan: '' })).statusCode, 400)
  assert.equal((await choose({ unit: 'dki-lain', alasan: 'x' })).statusCode, 403)
  assert.equal((await choose({ unit: 'dki', alasan: 'Renstra menetapkan 87,3.' })).headers.etag, '"2"')
  assert.equal((await app.inject('/api/hasil-tahunan?berlaku=true&unsur=TARGET')).json().isi[0].nilai, '87.3')
})

test('the dictionary of a year is read in words, and each indicator knows what it is bound to', async () => {
  await post('/api/indikator', {
    unit: 'dki',
    kode: 'INDUKNYA',
    versi: { ...versi, rumus: 'AVERAGE(INDIKATOR("IKM"), INDIKATOR("A"))' },
  })
  await post('/api/indikator', { unit: 'dki', kode: 'PUNCAK', versi: { ...versi, rumus: 'INDIKATOR("INDUKNYA") * skor' } })
  const { isi } = (await app.inject('/api/kamus/dki?tahun=2024')).json()
  const codes = isi.map((v: { kode: string }) => v.kode)
  assert.deepEqual(codes, ['A', 'B', 'C', 'IKM', 'INDUKNYA', 'PUNCAK'])
  assert.deepEqual((await app.inject('/api/kamus/dki?tahun=2023')).json().isi, [])
  assert.equal((await app.inject('/api/kamus/dki')).statusCode, 400)

  const one = (await app.inject('/api/kamus/dki/INDUKNYA?tahun=2024')).json()
  assert.equal(one.entri.rumusBerlaku.kata, 'rata-rata dari indikator IKM, indikator A')
  assert.deepEqual(
    one.memakai.map((k: { kode: string }) => k.kode),
    ['IKM', 'A'],
  )
  assert.deepEqual(one.dipakai, [{ unit: 'dki', kode: 'PUNCAK', nama: versi.nama, langsung: true }])
  const ikm = (await app.inject('/api/kamus/dki/IKM?tahun=2024')).json()
  assert.deepEqual([ikm.entri.versi, ikm.versi.length, ikm.version], [1, 2, 2])
  assert.deepEqual(
    ikm.dipakai.map((k: { kode: string; langsung: boolean }) => [k.kode, k.langsung]),
    [
      ['INDUKNYA', true],
      ['PUNCAK', false],
    ],
  )
  assert.equal((await app.inject('/api/kamus/dki/TIADA?tahun=2024')).statusCode, 404)
})

test('what a version would change is shown before it is saved, and nothing is kept', async () => {
  const wanted = { versi: { ...versi, berlakuDari: '2026-01-01', satuan: 'Indeks' } }
  const tried = await post('/api/kamus/dki/A/coba', wanted)
  const { sebelum, sesudah } = tried.json()
  const times = (list: { versi: number; berlakuSampai: string | null }[]) => list.map((v) => [v.versi, v.berlakuSampai])
  assert.deepEqual(
    [tried.statusCode, times(sebelum), times(sesudah)],
    [
      200,
      [[1, null]],
      [
        [1, '2025-12-31'],
        [2, null],
      ],
    ],
  )
  assert.equal((await app.inject('/api/indikator/dki/A')).json().versi.length, 1)
  const corrected = (await post('/api/kamus/dki/A/coba', { versi: { ...versi, satuan: 'Indeks' }, nomor: 1 })).json()
  assert.deepEqual(
    corrected.sesudah.map((v: { satuan: string }) => v.satuan),
    ['Indeks'],
  )
  assert.equal((await post('/api/kamus/dki/BARU/coba', { versi })).json().sesudah.length, 1)
  assert.equal((await app.inject('/api/indikator/dki/BARU')).statusCode, 404)
  assert.equal((await post('/api/kamus/dki-lain/A/coba', wanted)).statusCode, 403)
})

test('a formula that comes back to itself, adds rupiah to percent or lacks weights is refused, with its way or place', async () => {
  const detail = async (kode: string, rumus: string) => {
    const answer = await post(`/api/kamus/dki/${kode}/coba`, { versi: { ...versi, berlakuDari: '2026-01-01', rumus } })
    return [answer.statusCode, answer.json().rule, answer.json().detail]
  }
  const circle = await detail('A', 'INDIKATOR("PUNCAK")')
  assert.deepEqual(circle.slice(0, 2), [422, 'IND-06'])
  assert.match(String(circle[2]), /PUNCAK → INDUKNYA → A|INDUKNYA → A → PUNCAK|A → PUNCAK → INDUKNYA/)
  assert.equal((await detail('A', 'INDIKATOR("PUNCAK", TAHUN(-1))'))[0], 200)
  const weights = await detail('A', 'a * 20% +\n b * 70%')
  assert.deepEqual(weights.slice(0, 2), [422, 'IND-07'])
  assert.match(String(weights[2]), /baris 1, kolom 1: Bobot berjumlah 90%/)
  const rupiah = { ...versi, satuan: 'Rupiah', berlakuDari: '2026-01-01', rumus: 'belanja +\n INDIKATOR("A")' }
  const strange = { ...versi, rumus: 'INDIKATOR("BELUM_ADA")' }
  const [warning] = (await post('/api/kamus/dki/ANEH/coba', { versi: strange })).json().peringatan
  assert.match(warning, /^Rumus perlu diperiksa pada baris 1, kolom 1: Indikator "BELUM_ADA" tidak ada/)
  assert.deepEqual((await post('/api/indikator', { unit: 'dki', kode: 'ANEH', versi: strange })).json().peringatan, [warning])
  const units = (await post('/api/kamus/dki/UANG/coba', { versi: rupiah })).json()
  assert.equal(units.rule, 'IND-07')
  assert.match(units.detail, /padahal satuan indikator Rupiah/)
})

test('what an office says of its inputs is checked with the formula, kept with the version, and told in the dictionary', async () => {
  const own = { ...versi, satuan: 'Persen', rumus: 'sah / semua * 100' }
  const masukan = {
    sah: { arti: 'laporan yang sah', satuan: 'Laporan', min: '0', bagianDari: 'semua' },
    semua: { satuan: 'Rupiah' },
  }
  const units = await post('/api/indikator', { unit: 'dki', kode: 'LAPOR', versi: { ...own, masukan } })
  assert.deepEqual([units.statusCode, units.json().rule, units.json().field], [422, 'IND-07', 'versi.rumus'])
  const asked = await post('/api/rumus/periksa', { rumus: own.rumus, satuan: 'Persen', masukan })
  assert.match(asked.json().masalah[0].pesan, /laporan kali rupiah pangkat -1|satuan/)
  const said = { ...masukan, semua: { satuan: 'Laporan' } }
  const typo = await post('/api/indikator', { unit: 'dki', kode: 'LAPOR', versi: { ...own, masukan: { ...said, semau: {} } } })
  assert.deepEqual([typo.statusCode, typo.json().rule, typo.json().field], [422, 'IND-08', 'versi.masukan.semau'])
  assert.equal((await post('/api/indikator', { unit: 'dki', kode: 'LAPOR', versi: { ...own, masukan: said } })).statusCode, 201)
  assert.deepEqual((await app.inject('/api/indikator/dki/LAPOR')).json().versi[0].masukan, said)
  const { variabel } = (await app.inject('/api/kamus/dki/LAPOR?tahun=2024')).json().entri
  assert.deepEqual(
    variabel.map((v: Record<string, unknown>) => [v.nama, v.arti, v.satuan, v.batas]),
    [
      ['sah', 'laporan yang sah', 'Laporan', 'tidak lebih dari semua'],
      ['semua', 'semua', 'Laporan', null],
    ],
  )
})

test('official methods are listed with their readings in words, and their vectors run when asked', async () => {
  const { isi } = (await app.inject('/api/metode')).json()
  const ikm = isi.find((m: { kode: string }) => m.kode === 'IKM')
  assert.match(ikm.bacaan[0].kata, /^rata-rata dari/)
  assert.deepEqual((await app.inject('/api/metode/IKM')).json().masukan.kelurahan.kolom, ['kecamatan', 'kelurahan', 'nilai'])
  const run = (await app.inject('/api/metode/IKM/uji')).json().isi
  assert.ok(run.length >= 3)
  assert.deepEqual(
    run[0].banding.find((b: { apa: string }) => b.apa === 'tampil'),
    { apa: 'tampil', harap: '97,17', hitung: '97,17', cocok: true },
  )
  assert.equal((await app.inject('/api/metode/TIADA')).statusCode, 404)
  assert.equal((await app.inject('/api/metode/TIADA/uji')).statusCode, 404)
})

test('any formula is checked without saving: place, suggestion, words, needs', async () => {
  const ask = async (body: object) => (await post('/api/rumus/periksa', body)).json()
  assert.deepEqual((await ask({ rumus: 'AVERGE(a)' })).masalah[0].saran, 'Mungkin maksudnya AVERAGE.')
  const good = await ask({ rumus: 'a/b*100', satuan: 'Persen' })
  assert.deepEqual([good.kata, good.nama, good.masalah], ['a dibagi b dikali 100', ['a', 'b'], []])
  for (const rumus of ['', '<script>', '('.repeat(2000), 'x'.repeat(15_000), '\u0000', '😀'])
    assert.equal((await ask({ rumus })).masalah[0].berat, 'salah', rumus.slice(0, 20))
  assert.equal((await post('/api/rumus/periksa', { rumus: 1 })).statusCode, 400)
})

test('the dictionary is a document of the office, and one indicator a sheet', async () => {
  const html = await app.inject('/api/kamus/dki/dokumen?tahun=2024&format=html')
  assert.equal(html.statusCode, 200)
  assert.match(html.body, /Rata-rata dari indikator IKM, indikator A/)
  const sheet = await app.inject('/api/kamus/dki/dokumen?tahun=2024&format=html&indikator=PUNCAK')
  assert.match(String(sheet.headers['content-disposition']), /PUNCAK/)
  assert.doesNotMatch(sheet.body, /INDUKNYA: /)
  assert.equal((await app.inject('/api/kamus/dki/dokumen?tahun=2024&indikator=TIADA')).statusCode, 404)
  assert.equal((await app.inject('/api/kamus/dki.tiada/dokumen?tahun=2024')).statusCode, 404)
})
