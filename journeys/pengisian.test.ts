// A quarter as the pages of entering it see it, through the HTTP app over the example.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importData } from '../src/impor/commands.ts'
import { example, NOW } from '../src/impor/contoh.testing.ts'
import { inTransaction } from '../src/platform/db/database.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'

const { person, db } = await example()
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
    const zero = { cara: 'RUMUS', masukan: { selesai: one('0'), arahan: one('0') }, bukti }
    assert.equal((await clerk.send('PUT', place, zero, 1)).status, 200)
    assert.match((await clerk.get(place)).body.tindakan[0].ditolak, /Rumusnya belum memberi nilai/)
  })
  test('more than there can be is refused with its place and how to mend it, the same in the preview; nothing is kept', async () => {
    const place = '/api/pengisian/dki.jakpus/ARAHAN/2023-TW3'
    const more = { cara: 'RUMUS', masukan: { selesai: one('16'), arahan: one('15') }, bukti }
    const why = 'selesai: 16 lebih dari arahan (15), padahal termasuk di dalamnya. Perbaiki salah satunya.'
    const refused = await clerk.send('PUT', place, more, 0)
    assert.deepEqual([refused.status, refused.body.field, refused.body.detail], [400, 'masukan.selesai', why])
    assert.deepEqual((await clerk.send('POST', `${place}/pratinjau`, more)).body.salah, [why])
    const { body } = await clerk.get(place)
    assert.deepEqual([body.version, body.lembar.masukan], [0, {}])
    assert.equal(body.rumus.masukan[0].bagianDari, 'arahan')
  })
  test('a table of the office’s own formula says its columns, unit and bounds, and takes one variable once', async () => {
    const place = '/api/pengisian/dki.jakpus/NEK_PEM/2023-TW2'
    const [asked] = (await clerk.get(place)).body.rumus.masukan
    assert.deepEqual([asked.kolom, asked.satuan, asked.min, asked.maks], [['unsur', 'variabel'], 'Nilai', '25', '100'])
    const row = (unsur: string, variabel: string, tercetak: string) => ({ dimensi: { unsur, variabel }, tercetak })
    const rows = [row('Waktu', 'cepat', '90'), row('Waktu', 'tepat', '80'), row('Sikap', 'ramah', '75')]
    const send = (variabel: object[]) =>
      clerk.send('POST', `${place}/pratinjau`, { cara: 'RUMUS', masukan: { variabel }, bukti: [] })
    assert.equal((await send(rows)).body.nilai.tampil, '80,00')
    const wrong = await send([...rows, row('Waktu', 'tepat', '70'), row('Sikap', 'sopan', '24')])
    assert.deepEqual(wrong.body.salah, [
      'variabel, baris 4, kolom unsur: Sama dengan baris 2. Hapus salah satunya.',
      'variabel, baris 5, kolom nilai: 24 di bawah 25, batas terendah. Tulis angka 25 sampai 100.',
    ])
    const isian = [row('Sikap', 'sopan', '24')].map(({ dimensi, tercetak }) => ({ dimensi, nilai: { nilai: tercetak, tercetak } }))
    const sent = await clerk.send('PUT', '/api/pengukuran/dki.jakpus/NEK_PEM/2023-TW2/tabel/variabel', { isian }, 0)
    assert.deepEqual(
      [sent.status, sent.body.detail],
      [400, 'variabel, baris 1, kolom nilai: 24 di bawah 25, batas terendah. Tulis angka 25 sampai 100.'],
    )
  })
  test('a misspelt word of a column is refused with the nearest choice, in the sheet and in a table that is sent', async () => {
    const bkd = await person('penyusun.bkd')
    const place = '/api/pengisian/dki.bkd/KOMBEL/2025-TW2'
    const stage = (tahap: string, tercetak: string) => ({ dimensi: { triwulan: 'TW II', tahap }, tercetak })
    const rows = [stage('SK dan agenda', '100'), stage('Kegiatn', '100'), stage('Aset', '101')]
    const refused = await bkd.send('PUT', place, { cara: 'RUMUS', masukan: { tahapan: rows } }, 0)
    const said = [refused.body.detail, ...refused.body.also.map((one: { detail: string }) => one.detail)]
    assert.deepEqual(said, [
      'tahapan, baris 2, kolom tahap: "Kegiatn" bukan pilihan yang dikenal. Mungkin maksudnya Kegiatan. Pilihannya: SK dan agenda, Kegiatan, Aset, Pemanfaatan.',
      'tahapan, baris 3, kolom nilai: 101 di atas 100, batas tertinggi. Tulis angka 0 sampai 100.',
    ])
    const isian = rows.map(({ dimensi, tercetak }) => ({ dimensi, nilai: { nilai: tercetak, tercetak } }))
    const sent = await bkd.send('PUT', '/api/pengukuran/dki.bkd/KOMBEL/2025-TW2/tabel/tahapan', { isian }, 0)
    assert.equal(sent.status, 400)
    assert.deepEqual([sent.body.detail, ...sent.body.also.map((one: { detail: string }) => one.detail)], said)
    const mended = [stage('sk dan agenda', '100'), stage('Kegiatan', '100'), stage('Aset', '100')]
    assert.equal((await bkd.send('PUT', place, { cara: 'RUMUS', masukan: { tahapan: mended } }, 0)).status, 200)
    const { body } = await bkd.get(place)
    assert.equal(body.lembar.masukan.tahapan[0].dimensi.tahap, 'SK dan agenda')
    assert.equal(body.penjelasan.hasil.nilai.tampil, '25,00')
  })
  test('what a paper prints outside the bounds is imported as printed and stays; typed anew it is held to them', async () => {
    const at = { indikator: 'KOMBEL', periode: '2025-TW3', nama: 'tahapan' }
    const row = (tahap: string, tercetak: string) => ({ dimensi: { triwulan: 'TW III', tahap }, tercetak })
    const printed = [row('Kegiatan', '120'), row('Jumlah', '100')]
    const isian = printed.map(({ dimensi, tercetak }) => ({ dimensi, nilai: { nilai: tercetak, tercetak } }))
    const paper = { skema: 'selaras/pengukuran/1', unit: 'dki.bkd', klaim: [], tabel: [{ ...at, isian }] }
    accepted(await inTransaction(db, (tx) => importData(tx, contextAt(NOW), 'naskah.json', JSON.stringify(paper))))
    const bkd = await person('penyusun.bkd')
    const place = '/api/pengisian/dki.bkd/KOMBEL/2025-TW3'
    const sheet = (...tahapan: object[]) => ({ cara: 'RUMUS', masukan: { tahapan }, hambatan: 'menunggu jadwal' })
    assert.deepEqual((await bkd.get(place)).body.lembar.masukan.tahapan, printed)
    const more = await bkd.send('PUT', place, sheet(...printed, row('Aset', '100')), 0)
    assert.equal(more.status, 200, JSON.stringify(more.body))
    const changed = await bkd.send('PUT', place, sheet(row('Kegiatan', '121'), printed[1]!), 1)
    assert.match(changed.body.detail, /^tahapan, baris 1, kolom nilai: 121 di atas 100/)
    assert.equal(changed.body.also.length, 0)
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
