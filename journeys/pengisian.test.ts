// A quarter as the pages of entering it see it, through the HTTP app over the example.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'

const { person } = await example()
const clerk = await person('penyusun.jakpus')
const head = await person('walikota.jakpus')
const inspektur = await person('inspektur')
const bappeda = await person('bappeda')
const CRM = '/api/pengisian/dki.jakpus/CRM/2023-TW2'
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const one = (tercetak: string) => [{ dimensi: {}, tercetak }]
const rumus = (ditindaklanjuti: string, masuk: string, salah_alamat: string, more: object = {}) => ({
  cara: 'RUMUS',
  masukan: { ditindaklanjuti: one(ditindaklanjuti), masuk: one(masuk), salah_alamat: one(salah_alamat) },
  ...more,
})
const sha256 = (await clerk.upload('/api/bukti/dki.jakpus', 'Rekap CRM.pdf', PDF)).body.sha256 as string
const bukti = [{ sha256, halaman: '2', penerbit: 'Biro Pemerintahan', tanggal: '2023-07-03' }]

describe('the quarter of an office', () => {
  test('every indicator of the agreement in its order, what is missing, and until when', async () => {
    const { status, body } = await clerk.get('/api/pengisian/dki.jakpus?periode=2023-TW2')
    assert.equal(status, 200, JSON.stringify(body).slice(0, 300))
    assert.equal(body.batas, '2023-07-15')
    assert.deepEqual(
      body.kelompok.map((k: { kode: string }) => k.kode),
      ['STRATEGIS', 'KHUSUS', 'OPERASIONAL', 'LAIN'],
    )
    const crm = body.kelompok[2].indikator.find((i: { kode: string }) => i.kode === 'CRM')
    assert.deepEqual([crm.status, crm.target.tampil, crm.kurang, crm.terisi], ['BELUM_DIISI', '100,00', 'REALISASI', false])
    const jp = body.kelompok[1].indikator.find((i: { kode: string }) => i.kode === 'JP')
    assert.deepEqual([jp.jatuhTempo, jp.kurang], [false, null])
    assert.equal(body.ditolak, null)
    assert.match(
      (await inspektur.get('/api/pengisian/dki.jakpus?periode=2023-TW2')).body.ditolak,
      /tidak mencakup mengisi dan mengajukan realisasi untuk Kota Administrasi Jakarta Pusat\.$/,
    )
  })
  test('a semester of the survey counts for the quarter that it ends with', async () => {
    const { body } = await clerk.get('/api/pengisian/dki.jakpus?periode=2024-TW2')
    const ikm = body.kelompok[0].indikator.find((i: { kode: string }) => i.kode === 'IKM')
    assert.deepEqual([ikm.periode, ikm.terisi, ikm.kurang], ['2024-S1', true, null])
  })
  test('without a quarter it is the one due: the last that has ended', async () => {
    const due = async (tahun: string) => (await clerk.get(`/api/pengisian/dki.jakpus?tahun=${tahun}`)).body.periode
    assert.deepEqual([await due('2024'), await due('2026'), await due('2027')], ['2024-TW4', '2026-TW1', '2027-TW1'])
  })
  test('a period that is no quarter, an office of nobody', async () => {
    assert.equal((await clerk.get('/api/pengisian/dki.jakpus?periode=2023')).status, 400)
    assert.equal((await clerk.get('/api/pengisian/dki.entah?periode=2023-TW2')).status, 404)
    assert.equal((await (await person('penyusun.bkd')).get('/api/pengisian/dki.jakpus?periode=2023-TW2')).status, 403)
  })
})

describe('a sheet', () => {
  test('says what is asked: the formula in words and its variables', async () => {
    const { body, etag } = await clerk.get(CRM)
    assert.equal(etag, '"0"')
    assert.equal(body.lembar.cara, 'RUMUS')
    assert.deepEqual(
      body.rumus.masukan.map((m: { nama: string; jenis: string }) => `${m.nama} ${m.jenis}`),
      ['ditindaklanjuti ANGKA', 'masuk ANGKA', 'salah_alamat ANGKA'],
    )
    assert.match(body.rumus.kata, /ditindaklanjuti dibagi/)
    assert.deepEqual(
      body.tindakan.map((x: { ditolak: string }) => x.ditolak),
      ['Isi dan simpan dahulu realisasinya.'],
    )
  })
  test('what is typed is computed exactly, and nothing is stored', async () => {
    const { body } = await clerk.send('POST', `${CRM}/pratinjau`, rumus('95', '100', '3'))
    assert.deepEqual([body.nilai.tampil, body.capaian.tampil], ['97,94', '97,94'])
    assert.deepEqual(body.salah, [])
    const wrong = await clerk.send('POST', `${CRM}/pratinjau`, rumus('sembilan', '1.234', '3'))
    assert.equal(wrong.status, 200)
    assert.equal(wrong.body.salah.length, 2)
    assert.match(wrong.body.salah[1], /^masuk: "1.234" dapat dibaca 1234 atau 1,2340/)
    assert.equal((await clerk.get(CRM)).body.version, 0)
  })
  test('text where a number stands is refused with its place', async () => {
    const refused = await clerk.send('PUT', CRM, rumus('sembilan', '100', '3'), 0)
    assert.equal(refused.status, 400)
    assert.equal(refused.body.field, 'masukan.ditindaklanjuti')
    assert.match(refused.body.detail, /^ditindaklanjuti: "sembilan" tidak dapat dibaca/)
    const long = await clerk.send('PUT', CRM, rumus('95', '100', '3', { hambatan: 'x'.repeat(10_000) }), 0)
    assert.equal(long.status, 400)
    assert.match(long.body.detail, /paling banyak 4000 huruf/)
  })
  test('it is saved as one: variables, obstacles, evidence; the value is what the formula gives', async () => {
    const saved = await clerk.send(
      'PUT',
      CRM,
      rumus('95', '100', '3', { hambatan: '<b>aduan ganda</b>', tindakLanjut: 'disaring' }),
      0,
    )
    assert.equal(saved.status, 200, JSON.stringify(saved.body))
    const { body } = await clerk.get(CRM)
    assert.equal(body.version, 1)
    assert.equal(body.lembar.masukan.masuk[0].tercetak, '100')
    assert.equal(body.lembar.hambatan, '<b>aduan ganda</b>')
    assert.equal(body.penjelasan.hasil.cara, 'RUMUS')
    assert.equal(body.penjelasan.hasil.nilai.tampil, '97,94')
    assert.deepEqual(
      body.penjelasan.hasil.klaim.map((k: { peran: string }) => k.peran),
      ['DIUKUR'],
    )
  })
  test('without evidence the button is refused with the sentence that the act is refused with', async () => {
    const { body } = await clerk.get(CRM)
    const ajukan = body.tindakan.find((a: { act: string }) => a.act === 'ajukan')
    assert.match(ajukan.ditolak, /tanpa bukti/)
    const refused = await clerk.send('POST', '/api/pengukuran/dki.jakpus/CRM/2023-TW2/ajukan', {}, 1)
    assert.equal(refused.status, 422)
    assert.equal(refused.body.detail, ajukan.ditolak)
  })
  test('an outdated version gets both sheets', async () => {
    const late = await head.send('PUT', CRM, rumus('96', '100', '3'), 0)
    assert.equal(late.status, 412)
    assert.equal(late.body.current.version, 1)
    assert.equal(late.body.current.lembar.masukan.ditindaklanjuti[0].tercetak, '95')
    assert.equal(late.body.sent.masukan.ditindaklanjuti[0].tercetak, '96')
  })
  test('a state needs its reason; it clears what was typed and is not 0', async () => {
    const bare = await clerk.send('PUT', CRM, { cara: 'BELUM_RILIS' }, 1)
    assert.equal(bare.status, 400)
    assert.equal(bare.body.field, 'keterangan')
    assert.equal((await clerk.send('PUT', CRM, { cara: 'BELUM_RILIS', keterangan: 'Biro Pemerintahan, Agustus' }, 1)).status, 200)
    const { body } = await clerk.get(CRM)
    assert.deepEqual([body.lembar.cara, body.penjelasan.hasil.nilai.status], ['BELUM_RILIS', 'BELUM_RILIS'])
    assert.deepEqual(body.lembar.masukan, {})
    assert.equal((await clerk.send('PUT', CRM, rumus('97', '100', '3', { bukti }), 2)).status, 200)
  })
  test('an incomplete sheet is kept, and cannot be submitted', async () => {
    const place = '/api/pengisian/dki.jakpus/ARAHAN/2023-TW2'
    const half = { cara: 'RUMUS', masukan: { selesai: one('4') }, bukti }
    assert.equal((await clerk.send('PUT', place, half, 0)).status, 200)
    const { body } = await clerk.get(place)
    assert.match(body.tindakan[0].ditolak, /belum lengkap/)
    assert.equal(body.lembar.masukan.selesai[0].tercetak, '4')
    const zero = { cara: 'RUMUS', masukan: { selesai: one('4'), arahan: one('0') }, bukti }
    assert.equal((await clerk.send('PUT', place, zero, 1)).status, 200)
    assert.match((await clerk.get(place)).body.tindakan[0].ditolak, /Rumusnya belum memberi nilai/)
  })
  test('submitted, validated, verified: each by who may; a return tells its reason in the history', async () => {
    const act = '/api/pengukuran/dki.jakpus/CRM/2023-TW2'
    assert.equal((await clerk.send('POST', `${act}/ajukan`, {}, 3)).status, 200)
    assert.match((await clerk.get(CRM)).body.ditolak, /berstatus DIAJUKAN/)
    assert.deepEqual(
      (await clerk.get(CRM)).body.tindakan.map((t: { act: string; ditolak: string | null }) => [t.act, t.ditolak !== null]),
      [
        ['validasi', true],
        ['kembalikan', true],
      ],
    )
    assert.equal((await head.send('POST', `${act}/kembalikan`, { catatan: 'Lampirkan rekap Juni.' }, 4)).status, 200)
    const { riwayat } = (await clerk.get(CRM)).body
    assert.deepEqual(
      [riwayat[0].act, riwayat[0].note, riwayat[0].oleh],
      ['pengukuran.kembalikan', 'Lampirkan rekap Juni.', 'Arifin'],
    )
    assert.equal((await clerk.send('POST', `${act}/ajukan`, {}, 5)).status, 200)
    assert.equal((await head.send('POST', `${act}/validasi`, {}, 6)).status, 200)
    assert.equal((await inspektur.send('POST', `${act}/verifikasi`, {}, 7)).status, 200)
    const { body } = await clerk.get(CRM)
    assert.deepEqual([body.status, body.penjelasan.hasil.nilai.tampil], ['TERVERIFIKASI', '100,00'])
  })
  test('an own formula over plain names asks for figures', async () => {
    const { body: entry } = await bappeda.get('/api/indikator/dki.jakpus/SKLM')
    const { nama, satuan, jenisNilai, polaritas, agregasi, desimal, caraUkur, definisi, sumberData, iku } = entry.versi[0]
    const content = { nama, satuan, jenisNilai, polaritas, agregasi, desimal, caraUkur, definisi, sumberData, iku }
    const rumus = { ...content, berlakuDari: '2026-01-01', rumus: 'puas / responden * 100' }
    const made = await bappeda.send('POST', '/api/indikator/dki.jakpus/SKLM/versi', rumus, entry.version)
    if (made.status >= 400) assert.fail(JSON.stringify(made.body))
    const place = '/api/pengisian/dki.jakpus/SKLM/2026-TW1'
    const typed = { cara: 'RUMUS', masukan: { puas: one('45'), responden: one('50') } }
    const preview = await clerk.send('POST', `${place}/pratinjau`, typed)
    assert.equal(preview.body.nilai.tampil, '90,00', JSON.stringify(preview.body))
  })
})

describe('outputs of the action plan', () => {
  test('those due in the quarter are listed; the quantity is read by its unit and kept with evidence', async () => {
    const bkd = await person('penyusun.bkd')
    const url = '/api/kemajuan-output/dki.bkd?periode=2025-TW2'
    const { body } = await bkd.get(url)
    assert.equal(body.isi.length, 19)
    const { id } = body.isi[0]
    const put = (sent: object, seen: number, who = bkd) => who.send('PUT', `/api/kemajuan-output/dki.bkd/${id}`, sent, seen)
    assert.equal((await put({ tercetak: 'satu' }, 0)).status, 400)
    assert.equal((await put({ tercetak: '-1' }, 0)).status, 400)
    assert.equal((await put({ status: 'BELUM_RILIS' }, 0)).body.field, 'catatan')
    assert.equal((await put({ tercetak: '1' }, 0, clerk)).status, 403)
    const up = await bkd.upload('/api/bukti/dki.bkd', 'Laporan.pdf', PDF)
    assert.equal(
      (await put({ tercetak: '1', catatan: 'selesai', bukti: [{ sha256: up.body.sha256, halaman: '1' }] }, 0)).status,
      200,
    )
    const late = await put({ tercetak: '2' }, 0)
    assert.deepEqual([late.status, late.body.current.tercetak], [412, '1'])
    const after = (await bkd.get(url)).body.isi[0]
    assert.deepEqual([after.version, after.kemajuan.nilai, after.kemajuan.bukti[0].halaman], [1, '1', '1'])
    const other = await clerk.send('PUT', `/api/kemajuan-output/dki.jakpus/${id}`, { tercetak: '1' }, 1)
    assert.equal(other.status, 404)
  })
  test('a locked quarter takes no more of it', async () => {
    const bkd = await person('penyusun.bkd')
    const [first] = (await bkd.get('/api/kemajuan-output/dki.bkd?periode=2025-TW1')).body.isi
    assert.equal((await bappeda.send('PUT', '/api/periode/2025-TW1', { status: 'TERKUNCI' }, 0)).status, 200)
    const late = await bkd.send('PUT', `/api/kemajuan-output/dki.bkd/${first.id}`, { tercetak: '1' }, 0)
    assert.equal(late.status, 423)
    assert.equal((await bkd.get('/api/kemajuan-output/dki.bkd?periode=2025-TW1')).body.ditolak, late.body.detail)
  })
})
