// A quarter of one indicator, as the people of an office live it: entry, evidence, proposal, validation, verification, lock.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'
import { verifyLedger } from '../src/platform/audit/verify.ts'
import { verifyFiles } from '../src/platform/files/verify.ts'

const { db, files, person, at } = await example()
const clerk = await person('penyusun.jakpus')
const head = await person('walikota.jakpus')
const owner = await person('bpkd')
const bappeda = await person('bappeda')
const NKA = '/api/pengukuran/dki.jakpus/NKA/2025-TW4'
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

describe('a quarter, from entry to lock', () => {
  test('a realisasi as typed, with a comma, is read exactly', async () => {
    const saved = await clerk.send('PUT', `${NKA}/isian`, { tercetak: '88,24', surat: 'Nota Dinas Contoh' }, 0)
    assert.equal(saved.status, 200, JSON.stringify(saved.body))
    assert.equal(saved.etag, '"1"')
    const { body } = await clerk.get(NKA)
    assert.equal(body.hasil.klaim[0].nilai.nilai, '88.24')
    assert.equal(body.hasil.nilai.tampil, '88,24')
  })
  test('two people: the second is shown both versions and nothing is lost', async () => {
    const late = await head.send('PUT', `${NKA}/isian`, { tercetak: '90' }, 0)
    assert.equal(late.status, 412)
    assert.equal(late.body.code, 'VERSI_USANG')
    assert.equal(late.body.sent.tercetak, '90')
    assert.equal(late.body.current.klaim[0].nilai.tercetak, '88,24')
  })
  test('without a version, outside the scale, in two readings: each refusal says what, where and how', async () => {
    assert.equal((await clerk.send('PUT', `${NKA}/isian`, { tercetak: '90' })).status, 428)
    const beyond = await clerk.send('PUT', `${NKA}/isian`, { tercetak: '188,24' }, 1)
    assert.equal(beyond.status, 422)
    assert.match(beyond.body.detail, /di luar skala NKA: 0 sampai 100/)
    const mixed = await clerk.send('PUT', `${NKA}/isian`, { tercetak: '1.5,3.2' }, 1)
    assert.equal(mixed.status, 400)
    assert.match(mixed.body.detail, /"1\.5,3\.2" tidak dapat dibaca/)
    assert.equal((await clerk.send('PUT', '/api/pengukuran/dki.entah/NKA/2025-TW4/isian', { tercetak: '90' }, 0)).status, 404)
  })
  test('it cannot be proposed without evidence', async () => {
    const refused = await clerk.send('POST', `${NKA}/ajukan`, {}, 1)
    assert.equal(refused.status, 422)
    assert.equal(refused.body.rule, 'MS-01')
  })
  test('evidence is kept by content; what is not what it says is refused', async () => {
    const made = await clerk.upload('/api/bukti/dki.jakpus', 'Surat BPKD.pdf', PDF)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.equal(made.body.sha256, createHash('sha256').update(PDF).digest('hex'))
    assert.equal((await clerk.upload('/api/bukti/dki.jakpus', 'lagi.pdf', PDF)).body.baru, false)
    const disguised = await clerk.upload(
      '/api/bukti/dki.jakpus',
      'laporan.pdf',
      Buffer.from('<html><script>alert(1)</script></html>'),
    )
    assert.equal(disguised.status, 415)
    assert.match(disguised.body.detail, /bernama \.pdf/)
    const svg = await clerk.upload('/api/bukti/dki.jakpus', 'gambar.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    assert.equal(svg.status, 415)
    assert.equal((await clerk.upload('/api/bukti/dki.jakpus', 'kosong.pdf', Buffer.alloc(0))).status, 415)
  })
  test('a file over the limit is refused, whether it says so or is counted', async () => {
    const big = Buffer.concat([PDF, Buffer.alloc(25 * 1024 * 1024)])
    const refused = await clerk.upload('/api/bukti/dki.jakpus', 'besar.pdf', big)
    assert.equal(refused.status, 413)
    assert.match(refused.body.detail, /25 MiB/)
  })
  test('with evidence it is proposed, and then sealed', async () => {
    const sha256 = createHash('sha256').update(PDF).digest('hex')
    const bukti = [{ sha256, halaman: '3', penerbit: 'BPKD', tanggal: '2026-01-12' }]
    assert.equal((await clerk.send('PUT', `${NKA}/isian`, { tercetak: '88,24', bukti }, 1)).status, 200)
    assert.equal((await clerk.send('POST', `${NKA}/ajukan`, {}, 2)).status, 200)
    const sealed = await clerk.send('PUT', `${NKA}/isian`, { tercetak: '99' }, 3)
    assert.equal(sealed.status, 423)
  })
  test('only who may validate validates; a return needs a reason', async () => {
    assert.equal((await clerk.send('POST', `${NKA}/validasi`, {}, 3)).status, 403)
    assert.equal((await clerk.send('POST', `${NKA}/kembalikan`, { catatan: 'salah' }, 3)).status, 403)
    assert.equal((await head.send('POST', `${NKA}/kembalikan`, {}, 3)).status, 400)
    assert.equal((await head.send('POST', `${NKA}/kembalikan`, { catatan: 'Lampirkan surat yang bertanggal.' }, 3)).status, 200)
    assert.equal((await clerk.send('POST', `${NKA}/ajukan`, {}, 4)).status, 200)
    assert.equal((await head.send('POST', `${NKA}/validasi`, {}, 5)).status, 200)
  })
  test('only the data owner verifies, and may say another value: both stay', async () => {
    const inspektur = await person('inspektur')
    assert.equal((await inspektur.send('POST', `${NKA}/verifikasi`, {}, 6)).status, 403)
    assert.equal((await owner.send('POST', `${NKA}/verifikasi`, { tercetak: '87,5' }, 6)).status, 200)
    const { body } = await clerk.get(NKA)
    assert.equal(body.hasil.nilai.tampil, '87,50')
    assert.match(body.hasil.alasan, /pemilik data Badan Pengelolaan Keuangan Daerah/)
    assert.deepEqual(body.hasil.klaim.map((k: { peran: string }) => k.peran).sort(), ['DIUSULKAN', 'DIVALIDASI', 'DIVERIFIKASI'])
    assert.equal(body.hasil.klaim.find((k: { peran: string }) => k.peran === 'DIUSULKAN').bukti[0].halaman, '3')
  })
  test('Bappeda locks; afterwards nothing moves', async () => {
    assert.equal((await head.send('POST', `${NKA}/kunci`, {}, 7)).status, 403)
    assert.equal((await bappeda.send('POST', `${NKA}/kunci`, {}, 7)).status, 200)
    assert.equal((await head.send('POST', `${NKA}/kembalikan`, { catatan: 'x' }, 8)).status, 422)
  })
  test('a locked period takes no more entries', async () => {
    assert.equal((await bappeda.send('PUT', '/api/periode/2025-TW3', { status: 'TERKUNCI', batas: '2025-10-15' }, 0)).status, 200)
    const late = await clerk.send('PUT', '/api/pengukuran/dki.jakpus/NKA/2025-TW3/isian', { tercetak: '50' }, 0)
    assert.equal(late.status, 423)
    assert.equal((await clerk.send('PUT', '/api/periode/2025-TW3', { status: 'TERBUKA' }, 1)).status, 403)
    assert.equal((await bappeda.send('PUT', '/api/periode/2025-TW3', { status: 'TERBUKA' }, 1)).body.field, 'alasan')
  })
  test('a closed period takes nothing new, until it is opened again with a reason that everybody may read', async () => {
    const to = (body: object, seen: number) => bappeda.send('PUT', '/api/periode/2025-TW2', body, seen)
    assert.equal((await to({ status: 'TERBUKA', dibuka: '2025-07-01', batas: '2025-07-15' }, 0)).etag, '"1"')
    assert.equal((await to({ status: 'DITUTUP' }, 1)).etag, '"2"')
    const entry = () => clerk.send('PUT', '/api/pengukuran/dki.jakpus/NKA/2025-TW2/isian', { tercetak: '50' }, 0)
    assert.match((await entry()).body.detail, /sudah ditutup/)
    assert.equal((await to({ status: 'TERBUKA' }, 1)).status, 412)
    assert.equal((await to({ status: 'TERBUKA', alasan: 'Gangguan jaringan' }, 2)).etag, '"3"')
    assert.equal((await entry()).status, 200)
    const { body } = await clerk.get('/api/periode?tahun=2025')
    const row = body.isi.find((p: { periode: string }) => p.periode === '2025-TW2')
    assert.deepEqual(row, { periode: '2025-TW2', status: 'TERBUKA', dibuka: '2025-07-01', batas: '2025-07-15', version: 3 })
  })
  test('every act stands in the ledger with the status it reached, and the chains are whole', async () => {
    const verdict = await verifyLedger(db)
    assert.deepEqual(verdict.damage, [])
    const inspektur = await person('inspektur')
    const { body } = await inspektur.get('/api/audit?subject=pengukuran/dki.jakpus/NKA/2025-TW4')
    const acts = body.isi.map((l: { act: string; status: string }) => `${l.act} ${l.status}`).reverse()
    assert.deepEqual(acts.slice(-3), [
      'pengukuran.validasi DIVALIDASI_ATASAN',
      'pengukuran.verifikasi TERVERIFIKASI',
      'pengukuran.kunci TERKUNCI',
    ])
    assert.deepEqual((await verifyFiles(db, files)).damage, [])
  })
  test('a session that has ended says so, and nothing saved is lost', async () => {
    at.now = new Date(at.now.getTime() + 13 * 3_600_000)
    const ended = await clerk.get(NKA)
    assert.equal(ended.status, 401)
    assert.match(ended.body.detail, /Sesi Anda sudah berakhir.*tidak hilang/)
  })
})
