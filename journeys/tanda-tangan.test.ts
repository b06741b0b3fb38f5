// Two signatures on an agreement and a plan, from the password to the public page; and what somebody may try against it.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { example, NOW, type Person } from '../src/impor/contoh.testing.ts'
import { draftPk, draftRa, toSigning } from '../src/perjanjian-kinerja/contoh.testing.ts'
import { verifyLedger } from '../src/platform/audit/verify.ts'
import { many, sql } from '../src/platform/db/database.ts'
import { hasPoppler, poppler } from '../src/platform/documents/reading.testing.ts'
import { folderFiles } from '../src/platform/files/files.ts'
import { verifyFiles } from '../src/platform/files/verify.ts'
import { sha256 } from '../src/platform/kernel/canonical.ts'
import { testSigning } from '../src/platform/signing/signing.testing.ts'
import { testTimeStampService } from '../src/platform/signing/time-stamp.testing.ts'
import { timeStampService } from '../src/platform/signing/time-stamp.ts'

const SANDI = 'selaras-contoh'
const TAHUN = 2026
const stamps = await testTimeStampService()
const folder = mkdtempSync(join(tmpdir(), 'selaras-bukti-'))
const at = await example(folderFiles(folder), await testSigning(timeStampService(stamps.address, 500)))
stamps.now = () => at.at.now
const penyusun = await at.person('penyusun.bkd')
let kepala = await at.person('kepala.bkd')
let gubernur = await at.person('gubernur')

const asked = async (who: Person, method: 'POST' | 'PUT', url: string, body: object, version?: number) => {
  const res = await who.send(method, url, body, version)
  assert.ok(res.status < 300, `${url}: ${res.body.detail}`)
  return res.body
}
const draftOf = async () =>
  draftPk((method, url, body, version) => asked(penyusun, method, url, body, version), 'dki.bkd', TAHUN, ['MR', 'KOMBEL'])
const step = async (who: Person, url: string, act: string, more: object = {}) =>
  who.send('POST', `${url}/langkah`, { act, ...more }, (await who.get(`${url}/langkah`)).body.version)
const sign = (who: Person, url: string, sandi: string | null = SANDI) =>
  step(who, url, 'tanda-tangan', sandi === null ? {} : { bukti: { sandi } })
const pdfOf = async (url: string): Promise<Buffer> => (await kepala.get(`${url}/dokumen?format=pdf`)).body
const lines = (act: string) =>
  many(at.db, sql<{ note: string; detail: string }>`select note, detail from ledger where act = ${act} order by at, seq`)
const storedFiles = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length

describe('an agreement', () => {
  let url = ''
  let once: Buffer = Buffer.alloc(0)
  let twice: Buffer = Buffer.alloc(0)
  let kode = ''

  test('is signed only by who says the password again, and wrong ones count', async () => {
    url = `/api/perjanjian-kinerja/${await draftOf()}`
    await toSigning(url, kepala, at.person, '2026-02-03')
    const { tindakan } = (await kepala.get(`${url}/langkah`)).body
    assert.deepEqual(tindakan.find((t: { act: string }) => t.act === 'tanda-tangan').bukti, ['sandi'])
    const none = await sign(kepala, url, null)
    assert.deepEqual([none.status, none.body.field], [400, 'bukti.sandi'])
    const wrong = await sign(kepala, url, 'bukan-sandinya')
    assert.deepEqual([wrong.status, wrong.body.field], [400, 'bukti.sandi'])
    assert.doesNotMatch(JSON.stringify(wrong.body), /bukan-sandinya/)
    assert.equal((await kepala.get(url)).body.status, 'PROSES_TTD_BKD')
    assert.equal((await sign(gubernur, url)).status, 422, 'it is not the turn of the Gubernur')
  })

  test('is not signed while the time-stamp service fails or a clock is an hour off; the ledger says why', async () => {
    stamps.misdeed = 'silent'
    const silent = await sign(kepala, url)
    stamps.misdeed = undefined
    assert.deepEqual([silent.status, silent.body.code], [502, 'LAYANAN_GAGAL'])
    stamps.now = () => new Date(at.at.now.getTime() - 3_600_000)
    const off = await sign(kepala, url)
    stamps.now = () => at.at.now
    assert.match(off.body.detail, /Jam server ini berbeda 60 menit/)
    assert.deepEqual(
      (await lines('perjanjian-kinerja.gagal-tanda-tangan')).map((l) => l.note),
      [silent.body.detail, off.body.detail],
    )
    assert.equal(storedFiles(), 0, 'nothing is kept of a signature that was not made')
  })

  test('of two who sign at once one wins, the other is told, and one file is kept', async () => {
    const version = (await kepala.get(`${url}/langkah`)).body.version
    const press = () => kepala.send('POST', `${url}/langkah`, { act: 'tanda-tangan', bukti: { sandi: SANDI } }, version)
    const both = await Promise.all([press(), press()])
    assert.deepEqual(both.map((r) => r.status).sort(), [200, 412])
    const loser = both.find((r) => r.status === 412)!
    assert.doesNotMatch(JSON.stringify(loser.body), new RegExp(SANDI))
    assert.equal(storedFiles(), 1)
    once = await pdfOf(url)
    assert.equal((await kepala.get(url)).body.tandaTangan.oleh[0].nama, 'Chaidir')
  })

  test('takes effect with the second signature, on the same file', async () => {
    assert.equal((await sign(gubernur, url)).body.status, 'DITETAPKAN')
    twice = await pdfOf(url)
    assert.ok(twice.subarray(0, once.length).equals(once))
    const { tandaTangan } = (await kepala.get(url)).body
    kode = tandaTangan.kode
    assert.deepEqual(
      tandaTangan.oleh.map((o: { nama: string }) => o.nama),
      ['Chaidir', 'Pramono Anung'],
    )
    if (hasPoppler) {
      const said = poppler('pdfsig', twice)
      assert.equal(said.match(/Signature is Valid\./g)?.length, 2)
      assert.match(said.slice(said.indexOf('Signature #2')), /- Total document signed/)
      assert.match(poppler('pdftotext', twice), new RegExp(`verifikasi/${kode.replace(/.{4}(?=.)/g, '$&-')}`))
    }
    const other = await at.person('penyusun.jakpus')
    const copy: Buffer = (await other.get(`${url}/dokumen?format=pdf`)).body
    assert.ok(!copy.includes('/ByteRange'), 'who may not see the NIP gets a copy without it, which nobody signed')
  })

  test('the public page says who signed what and when, without NIP; a code may be typed as it is read', async () => {
    const found = await at.visitor.get(`/api/publik/verifikasi/${kode.toLowerCase().replaceAll('0', 'o')}`)
    assert.equal(found.status, 200)
    const { keadaan, utuh, digantiVersi, tandaTangan, sha256: file, judul } = found.body
    assert.deepEqual([keadaan, utuh, digantiVersi, file], ['BERLAKU', true, null, sha256(twice)])
    assert.match(judul, /^Perjanjian Kinerja Tahun 2026, Badan Kepegawaian Daerah/)
    assert.deepEqual(tandaTangan[1], {
      nama: 'Pramono Anung',
      jabatan: 'Gubernur Daerah Khusus Ibukota Jakarta',
      pada: NOW.toISOString(),
      stempelWaktu: '2026-02-03T04:05:06.000Z',
      ujiCoba: true,
    })
    assert.doesNotMatch(JSON.stringify(found.body), /\d{18}/)
    assert.equal((await at.visitor.get('/api/publik/verifikasi/0000-0000-0000')).status, 404)
  })

  test('an uploaded file is known by its hash; one changed byte, an addition, or an unsigned paper is found out', async () => {
    const check = async (file: Buffer) => (await at.visitor.upload('/api/publik/verifikasi', 'naskah.pdf', file)).body
    const whole = await check(twice)
    assert.deepEqual([whole.hasil, whole.naskah.keadaan], ['ASLI', 'BERLAKU'])
    assert.equal((await check(once)).hasil, 'BELUM_LENGKAP')
    const forged = Buffer.from(twice)
    forged[1000]! ^= 1
    const told = await check(forged)
    assert.deepEqual([told.hasil, told.naskah, told.diBerkas[0].sah], ['BERUBAH', null, false])
    assert.equal((await lines('portal.berkas-berubah')).length, 1)
    const more = await check(Buffer.concat([twice, Buffer.from('\n5 0 obj\n<<>>\nendobj\n')]))
    assert.deepEqual([more.hasil, more.naskah.judul], ['BERUBAH', whole.naskah.judul])
    const draft: Buffer = (await (await at.person('penyusun.jakpus')).get(`${url}/dokumen?format=pdf`)).body
    assert.equal((await check(draft)).hasil, 'TANPA_TANDA_TANGAN')
    assert.equal((await check(Buffer.from('halo'))).hasil, 'BUKAN_PDF')
    const before = storedFiles()
    const huge = await at.visitor.upload('/api/publik/verifikasi', 'besar.pdf', Buffer.alloc(20 * 1024 * 1024 + 10))
    assert.deepEqual([huge.status, storedFiles()], [413, before])
  })

  test('what is signed is what the ledger says, and a damaged file is found by audit verify', async () => {
    const signed = (await lines('perjanjian-kinerja.tanda-tangan')).map((l) => JSON.parse(l.detail).tandaTangan)
    assert.deepEqual(
      signed.map((s) => [s.ke, s.berkas, s.layanan]),
      [
        [1, sha256(once), 'LOKAL'],
        [2, sha256(twice), 'LOKAL'],
      ],
    )
    assert.deepEqual((await verifyLedger(at.db)).damage, [])
    assert.deepEqual((await verifyFiles(at.db, at.files)).damage, [])
    const path = join(folder, sha256(twice).slice(0, 2), sha256(twice))
    writeFileSync(path, Buffer.from(twice).fill(0, 500, 501))
    assert.match((await verifyFiles(at.db, at.files)).damage[0]!.detail, /bertanda tangan Perjanjian Kinerja Tahun 2026.* berubah/)
    assert.equal((await at.visitor.get(`/api/publik/verifikasi/${kode}`)).body.utuh, false)
    writeFileSync(path, twice)
    await assert.rejects(sql`update signature set name = 'Lain'`.execute(at.db), /never rewritten/)
  })

  test('a repeated request gets its first answer and no second signature, and the password is not in what is remembered', async () => {
    const remembered = await many(at.db, sql<{ request_hash: string }>`select request_hash from idempotency`)
    assert.deepEqual(remembered, [])
    const body = { act: 'publikasi', bukti: { sandi: 'sama sekali lain' } }
    const { version } = (await kepala.get(`${url}/langkah`)).body
    const again = async (payload: object) =>
      at.app.inject({
        method: 'POST',
        url: `${url}/langkah`,
        headers: { cookie: await cookieOf('kepala.bkd'), 'if-match': `"${version}"`, 'idempotency-key': 'sekali-saja' },
        payload,
      })
    assert.equal((await again(body)).statusCode, 200)
    const second = await again({ ...body, bukti: { sandi: 'lain lagi' } })
    assert.deepEqual([second.statusCode, second.headers['idempotency-replayed']], [200, 'true'])
  })
})

const cookieOf = async (username: string) => {
  const res = await at.app.inject({ method: 'POST', url: '/api/sesi', payload: { username, password: SANDI } })
  return String(res.headers['set-cookie']).split(';')[0]!
}

describe('an office that changes hands, a refusal, and many at once', () => {
  let pk = ''
  let ra = ''

  test('a refusal voids the first signature; its file is kept and marked', async () => {
    const made = await asked(penyusun, 'POST', '/api/perjanjian-kinerja', {
      unit: 'dki.bkd',
      tahun: TAHUN,
      alasanRevisi: 'GANTI_PEJABAT',
    })
    pk = `/api/perjanjian-kinerja/${made.id}`
    await step(kepala, pk, 'ajukan')
    await step(await at.person('biro.pemerintahan'), pk, 'sampaikan')
    await step(await at.person('biro.orb'), pk, 'serahkan')
    assert.equal((await sign(kepala, pk)).status, 200)
    const { kode } = (await kepala.get(pk)).body.tandaTangan
    assert.equal((await step(gubernur, pk, 'tolak', { catatan: 'Target masih rendah.' })).status, 200)
    assert.equal((await kepala.get(pk)).body.tandaTangan, null)
    const seen = (await at.visitor.get(`/api/publik/verifikasi/${kode}`)).body
    assert.deepEqual([seen.keadaan, seen.utuh, seen.tandaTangan.length], ['BATAL', true, 1])
    assert.doesNotMatch(JSON.stringify(seen), /Target masih rendah/)
  })

  test('the first signature falls when the head of the office changes before the second', async () => {
    await step(await at.person('biro.orb'), pk, 'serahkan')
    assert.equal((await sign(kepala, pk)).status, 200)
    const held = await many(
      at.db,
      sql<{ id: string }>`select id from penugasan where pegawai_id = 'chaidir' and superseded_at is null`,
    )
    await sql`update penugasan set berlaku_sampai = '2026-02-04' where id = ${held[0]!.id}`.execute(at.db)
    at.at.now = new Date('2026-02-05T02:00:00Z')
    gubernur = await at.person('gubernur')
    const told = await sign(gubernur, pk)
    assert.deepEqual([told.status, told.body.rule], [422, 'ganti-pemegang'])
    assert.match(
      told.body.detail,
      /^Chaidir tidak lagi bertindak sebagai Kepala Badan Kepegawaian Daerah.* Kini jabatan itu kosong\. Tanda tangan pertama tidak berlaku lagi/,
    )
    const { status, riwayat } = (await gubernur.get(`${pk}/langkah`)).body
    assert.deepEqual([status, riwayat[0].act], ['PROSES_TTD_BKD', 'ganti-pemegang'])
    await sql`update penugasan set berlaku_sampai = null where id = ${held[0]!.id}`.execute(at.db)
    kepala = await at.person('kepala.bkd')
    assert.equal((await sign(kepala, pk)).status, 200, 'and is made anew')
  })

  test('a replaced version says which one is in force', async () => {
    const { kode } = (await kepala.get(`/api/perjanjian-kinerja?unit=dki.bkd&tahun=${TAHUN}`)).body.isi[0]
      ? (
          await many(
            at.db,
            sql<{ kode: string }>`select code as kode from signed_paper where subject = 'perjanjian-kinerja/dki.bkd/2026/1'`,
          )
        )[0]!
      : { kode: '' }
    assert.equal((await sign(gubernur, pk)).body.status, 'DITETAPKAN')
    const { keadaan, digantiVersi } = (await at.visitor.get(`/api/publik/verifikasi/${kode}`)).body
    assert.deepEqual([keadaan, digantiVersi], ['DIGANTI', 2])
  })

  test('many are signed with one proof; each says for itself what came of it', async () => {
    const penyusunNow = await at.person('penyusun.bkd')
    const id = await draftRa(
      (method, url, body, version) => asked(penyusunNow, method, url, body, version),
      async (url) => (await penyusunNow.get(url)).body,
      'dki.bkd',
      TAHUN,
    )
    ra = `/api/rencana-aksi/${id}`
    await toSigning(ra, kepala, at.person, '2026-02-05')
    assert.equal((await sign(kepala, ra)).status, 200)
    const { isi, bukti } = (await gubernur.get('/api/tanda-tangan')).body
    assert.deepEqual([isi.length, isi[0].jenis, isi[0].pertama.nama, bukti], [1, 'rencana-aksi', 'Chaidir', ['sandi']])
    assert.match(isi[0].nama, /^Badan Kepegawaian Daerah/)
    const { jenis, version } = isi[0]
    const naskah = [
      { jenis, id, version },
      { jenis: 'perjanjian-kinerja', id: pk.split('/').at(-1), version: 1 },
    ]
    const wrong = await gubernur.send('POST', '/api/tanda-tangan', { naskah, bukti: { sandi: 'salah' } })
    assert.equal(wrong.status, 400)
    const begun = await gubernur.send('POST', '/api/tanda-tangan', { naskah, bukti: { sandi: SANDI } })
    assert.deepEqual([begun.status, begun.body.butir.length], [202, 2])
    const done = await ended(gubernur)
    assert.deepEqual(
      done.butir.map((b: { keadaan: string }) => b.keadaan),
      ['BERHASIL', 'DITOLAK'],
    )
    assert.match(done.butir[1].pesan, /sudah berubah sejak Anda membukanya/)
    assert.equal((await kepala.get(ra)).body.status, 'DITETAPKAN')
    assert.deepEqual((await gubernur.get('/api/tanda-tangan')).body.isi, [])
    assert.equal((await penyusunNow.get('/api/tanda-tangan/kemajuan')).body.berkelompok, null, 'it is nobody else’s to see')
  })
})

async function ended(who: Person) {
  for (;;) {
    const { berkelompok } = (await who.get('/api/tanda-tangan/kemajuan')).body
    if (berkelompok.selesai) return berkelompok
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
