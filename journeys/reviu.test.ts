// An office has its report checked, decides the findings, mends the paper and has it checked again; others see what their role reaches.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { describe, test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'
import { listLines } from '../src/platform/audit/ledger.ts'
import { EMPTY_PDF, LOCKED_PDF, zipBomb } from '../src/platform/documents/reading/bad-input.testing.ts'
import { seedsPath } from '../src/platform/documents/reading/seeds.testing.ts'
import { folderFiles } from '../src/platform/files/files.ts'
import { verifyFiles } from '../src/platform/files/verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'selaras-reviu-'))
const { app, db, files, person } = await example(folderFiles(folder))
const clerk = await person('penyusun.jakpus')
const signedIn = await app.inject({
  method: 'POST',
  url: '/api/sesi',
  payload: { username: 'penyusun.jakpus', password: 'selaras-contoh' },
})
const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!
const stored = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length

/** A report that agrees with itself, but for what is given. */
const laporan = ({ jumlah = '45', pembuka = '' } = {}) =>
  Buffer.from(
    [
      '# LAPORAN KINERJA INSTANSI PEMERINTAH',
      '',
      'Kota Administrasi Jakarta Pusat Tahun 2024',
      '',
      ...(pembuka ? [pembuka, ''] : []),
      'Tabel 1. Kegiatan menurut kecamatan',
      '',
      'Kecamatan\tTarget\tRealisasi',
      'Gambir\t10\t20',
      'Menteng\t15\t25',
      `Jumlah\t25\t${jumlah}`,
      '',
    ].join('\n'),
  )
const UNIT = '/api/reviu/dki.jakpus'

describe('a paper of an office', () => {
  let first = ''
  let kunci = ''
  test('is kept with what was reckoned and found', async () => {
    const { status, body } = await clerk.upload(UNIT, 'lkip.txt', laporan({ jumlah: '46' }))
    assert.equal(status, 201, JSON.stringify(body))
    first = body.id
    const { body: reviu } = await clerk.get(`/api/reviu/${first}`)
    assert.deepEqual([reviu.jenis, reviu.tahun, reviu.unit, reviu.urutan, reviu.bentuk], ['LKIP', 2024, 'dki.jakpus', 1, 'text'])
    const wrong = reviu.temuan.filter((t: { tercetak: string }) => t.tercetak === '46')
    assert.equal(wrong.length, 1, JSON.stringify(reviu.temuan))
    assert.equal(wrong[0].seharusnya, '45')
    assert.equal(wrong[0].baris, 10)
    assert.match(wrong[0].jangkar, /^b\d+r3k2$/)
    assert.ok(reviu.cocok >= 1 && reviu.hitungan > reviu.cocok)
    kunci = wrong[0].kunci
  })
  test('sent again it is the same check', async () => {
    const { body } = await clerk.upload(UNIT, 'salinan.txt', laporan({ jumlah: '46' }))
    assert.deepEqual(body, { id: first, baru: false })
  })
  test('a finding that stands needs a reason; taking it back is an act too', async () => {
    const url = `/api/reviu/${first}/temuan/${kunci}`
    const no = await clerk.send('PUT', url, { putusan: 'DITOLAK', alasan: ' ' }, 0)
    assert.equal(no.status, 400)
    assert.match(no.body.detail, /alasan/)
    assert.equal((await clerk.send('PUT', url, { putusan: 'DITERIMA' })).status, 428)
    assert.equal((await clerk.send('PUT', url, { putusan: 'DITERIMA' }, 0)).etag, '"1"')
    assert.equal((await clerk.send('PUT', url, { putusan: 'DITERIMA' }, 0)).status, 412)
    assert.equal((await clerk.send('PUT', url, { putusan: null }, 1)).etag, '"2"')
    assert.equal(
      (await clerk.send('PUT', url, { putusan: 'DIJELASKAN', alasan: 'Satu kegiatan lintas kecamatan.' }, 2)).etag,
      '"3"',
    )
    const unknown = `/api/reviu/${first}/temuan/${'0'.repeat(16)}`
    assert.equal((await clerk.send('PUT', unknown, { putusan: 'DITERIMA' }, 0)).status, 404)
  })
  test('what was decided stays when a corrected paper is checked, though its lines have moved', async () => {
    const { body } = await clerk.upload(
      UNIT,
      'lkip-2.txt',
      laporan({ jumlah: '46', pembuka: 'Satu paragraf lagi di depan tabelnya.' }),
    )
    const { body: reviu } = await clerk.get(`/api/reviu/${body.id}`)
    const same = reviu.temuan.find((t: { kunci: string }) => t.kunci === kunci)
    assert.equal(reviu.urutan, 2)
    assert.equal(same.baris, 12)
    assert.deepEqual([same.putusan.putusan, same.putusan.alasan], ['DIJELASKAN', 'Satu kegiatan lintas kecamatan.'])
    assert.deepEqual(reviu.hilang, [])
  })
  test('what is gone is said to be mended', async () => {
    const { body } = await clerk.upload(UNIT, 'lkip-3.txt', laporan())
    const { body: reviu } = await clerk.get(`/api/reviu/${body.id}`)
    assert.deepEqual(reviu.temuan, [])
    assert.deepEqual(
      reviu.hilang.map((t: { kunci: string }) => t.kunci),
      [kunci],
    )
    assert.deepEqual([reviu.sebelum.urutan, reviu.sebelum.aturanSama, reviu.sebelum.naskahSama], [2, true, false])
  })
  test('every act is a line of the ledger of the office', async () => {
    const lines = await listLines(db, { office: 'dki.jakpus', act: 'reviu' }, 20)
    assert.deepEqual(lines.map((l) => l.act.split('.')[1]).reverse(), [
      'periksa',
      'putuskan',
      'putuskan',
      'putuskan',
      'periksa',
      'periksa',
    ])
    assert.equal(lines.find((l) => l.status === 'DIJELASKAN')?.note, 'Satu kegiatan lintas kecamatan.')
  })
  test('its file comes back byte for byte, and is verified with the evidence', async () => {
    const { body } = await clerk.get(`/api/reviu/${first}/berkas`)
    assert.deepEqual(body, laporan({ jumlah: '46' }))
    const { damage } = await verifyFiles(db, files)
    assert.deepEqual(
      damage.filter((d) => d.detail.includes('lkip')),
      [],
    )
    // A refused upload elsewhere must not take it away: the content is the same.
    assert.equal((await clerk.upload('/api/bukti/dki.jakpus', 'bukti.txt', laporan({ jumlah: '46' }))).status, 415)
    assert.equal((await clerk.get(`/api/reviu/${first}/berkas`)).status, 200)
  })
  test('the report, JSON and SARIF are downloads', async () => {
    const html = await clerk.get(`/api/reviu/${first}/dokumen?format=html`)
    assert.equal(html.status, 200)
    assert.match(String(html.body), /Satu kegiatan lintas kecamatan/)
    const json = (await clerk.get(`/api/reviu/${first}/data`)).body
    assert.deepEqual(Object.keys(json), ['file', 'dokumen', 'diperiksa', 'temuan', 'hitungan'])
    assert.equal(json.hitungan.length, json.diperiksa.hitungan)
    const sarif = (await clerk.get(`/api/reviu/${first}/data?bentuk=sarif`)).body
    assert.equal(sarif.version, '2.1.0')
    const results = sarif.runs[0].results
    assert.equal(results[0].partialFingerprints['temuan/v1'], json.temuan.length ? kunci : undefined)
  })
  test('is checked again by the rules of the day: the same rules, the same check', async () => {
    const { status, body } = await clerk.send('POST', `/api/reviu/${first}/ulang`)
    assert.deepEqual([status, body], [201, { id: first, baru: false }])
  })
})

describe('who sees a check', () => {
  test('the office itself, Inspektorat, Biro ORB and Bappeda; nobody else', async () => {
    const { body } = await clerk.get('/api/reviu?tahun=2024')
    assert.equal(body.isi.length, 3)
    const id = body.isi[0].id
    for (const [username, sees] of [
      ['inspektur', true],
      ['bappeda', true],
      ['biro.orb', true],
      ['penyusun.bkd', false],
      ['gubernur', false],
      ['administrator', false],
    ] as const) {
      const who = await person(username)
      assert.equal((await who.get(`/api/reviu/${id}`)).status, sees ? 200 : 404, username)
      assert.equal((await who.get('/api/reviu')).body.isi.length, sees ? 3 : 0, username)
      for (const part of ['naskah', 'dokumen', 'data', 'berkas'])
        assert.equal((await who.get(`/api/reviu/${id}/${part}?format=html`)).status, sees ? 200 : 404, `${username} ${part}`)
      if (!sees) assert.equal((await who.upload(UNIT, 'lkip.txt', laporan())).status, 403, username)
    }
  })
})

describe('a paper that cannot be read is refused with what to do, and not kept', () => {
  const refused = async (name: string, content: Buffer, status: number, detail: RegExp) => {
    const before = stored()
    const answer = await clerk.upload(UNIT, name, content)
    assert.equal(answer.status, status, JSON.stringify(answer.body))
    assert.match(answer.body.detail, detail)
    assert.equal(stored(), before)
  }
  test('an empty file', () => refused('kosong.txt', Buffer.alloc(0), 400, /kosong/))
  test('a picture', () => refused('foto.pdf', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 415, /OCR/))
  test('a PDF with a password, and one of pictures only', async () => {
    await refused('terkunci.pdf', Buffer.from(LOCKED_PDF, 'latin1'), 415, /kata sandi/)
    await refused('pindaian.pdf', Buffer.from(EMPTY_PDF, 'latin1'), 415, /hanya berisi gambar.*OCR/)
  })
  test('a ZIP that would unpack to a quarter of a gigabyte', async () =>
    refused('bom.docx', Buffer.from(await zipBomb()), 413, /setelah dibuka/))
  test('500 MB, by what is announced, before any of it is read', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=batas', 'content-length': String(500 * 2 ** 20) }
    const answer = await app.inject({
      method: 'POST',
      url: UNIT,
      headers: { ...headers, cookie },
      payload: Readable.from(['--batas']),
    })
    assert.equal(answer.statusCode, 413)
    assert.match(answer.json().detail, /128 MiB/)
  })
  test('which another upload is about to keep: its file stays', async () => {
    const content = Buffer.from('Laporan kinerja\n\nTanpa tahun, dan sama isinya.')
    const other = await files.put(Readable.from([content]), content.length)
    assert.ok('sha256' in other)
    await refused('tanpa-tahun.txt', content, 400, /tahun/i)
    assert.equal(await files.size(other.sha256), content.length)
    assert.equal((await clerk.upload('/api/bukti/dki.jakpus', 'bukti.txt', content)).status, 415)
    assert.equal(await files.size(other.sha256), content.length)
  })
  test('a truncated PDF', () => refused('putus.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<'), 400, /PDF/))
  test('a paper of no year', () => refused('tanpa-tahun.txt', Buffer.from('Laporan kinerja\n\nTidak ada tahunnya.'), 400, /tahun/i))
})

describe('a real report of 350 KB', { skip: seedsPath ? false : 'the seeds are not here (SELARAS_SEEDS)' }, () => {
  test('is read and checked, and its blocks come in one packed answer', async () => {
    const [name] = readdirSync(seedsPath!).filter((n) => n.startsWith('003'))
    const { body } = await clerk.upload(UNIT, name!, readFileSync(join(seedsPath!, name!)))
    const { body: reviu } = await clerk.get(`/api/reviu/${body.id}`)
    assert.deepEqual([reviu.jenis, reviu.tahun], ['LKIP', 2024])
    assert.ok(reviu.tabel > 70)
    const naskah = await clerk.get(`/api/reviu/${body.id}/naskah`)
    assert.equal(naskah.headers['content-encoding'], 'gzip')
    assert.ok(naskah.body.blocks.length > 500)
    assert.equal(naskah.body.hitungan.length, reviu.hitungan)
  })
})

describe('a paper that was changed and is checked again', () => {
  const paper = (first: number, ...before: string[]) =>
    Buffer.from(
      [
        ...['# LAPORAN KINERJA INSTANSI PEMERINTAH', '', 'Kota Administrasi Jakarta Pusat Tahun 2021', '', ...before],
        ...[
          `Tabel ${first}. Kegiatan`,
          '',
          'Kecamatan\tTarget\tRealisasi',
          'Gambir\t10\t20',
          'Menteng\t15\t25',
          'Jumlah\t25\t46',
          '',
        ],
        ...[
          `Tabel ${first + 1}. Anggaran`,
          '',
          'Kecamatan\tPagu\tRealisasi',
          'Gambir\t100\t90',
          'Menteng\t150\t140',
          'Jumlah\t251\t230',
          '',
        ],
      ].join('\n'),
    )
  type Found = { tercetak: string; kunci: string; baris: number; putusan: { putusan: string; alasan: string } | null }
  const found = async (id: string): Promise<Found[]> => (await clerk.get(`/api/reviu/${id}`)).body.temuan
  test('what was decided stays, with its reason, where lines and the numbers of tables moved; what is new is undecided', async () => {
    const { body: first } = await clerk.upload(UNIT, 'lama.txt', paper(1))
    for (const [tercetak, putusan] of [
      ['46', 'DITOLAK'],
      ['251', 'DIJELASKAN'],
    ]) {
      const { kunci } = (await found(first.id)).find((t) => t.tercetak === tercetak)!
      const done = await clerk.send('PUT', `/api/reviu/${first.id}/temuan/${kunci}`, { putusan, alasan: `Sebab ${tercetak}` }, 0)
      assert.equal(done.status, 200)
    }
    const added = ['Tabel 1. Pegawai', '', 'Bidang\tPria\tWanita', 'Umum\t3\t4', 'Hukum\t5\t6', 'Jumlah\t8\t11', '']
    const { body: second } = await clerk.upload(UNIT, 'baru.txt', paper(2, 'Kata pengantar.', '', ...added))
    const now = await found(second.id)
    const said = (tercetak: string) => now.find((t) => t.tercetak === tercetak)?.putusan
    assert.deepEqual([said('46')?.putusan, said('46')?.alasan], ['DITOLAK', 'Sebab 46'], JSON.stringify(now))
    assert.deepEqual([said('251')?.putusan, said('251')?.alasan], ['DIJELASKAN', 'Sebab 251'])
    assert.equal(said('11'), null)
    // Other programs know them by the keys that were carried over too.
    const { runs } = (await clerk.get(`/api/reviu/${second.id}/data?bentuk=sarif`)).body
    assert.deepEqual(
      runs[0].results.map((r: { partialFingerprints: object }) => r.partialFingerprints),
      now.map(({ kunci }) => ({ 'temuan/v1': kunci })),
    )
    const { body: whole } = await clerk.get(`/api/reviu/${second.id}`)
    assert.deepEqual(whole.hilang, [])
    // And once more, from there.
    const { body: third } = await clerk.upload(UNIT, 'lagi.txt', paper(3, ...added, 'Tabel 2. Kosong', '', 'A\tB', 'x\ty', ''))
    assert.deepEqual((await found(third.id)).filter((t) => t.putusan).map((t) => t.tercetak), ['46', '251']) // biome-ignore format: a question
  })
})

describe('a draft of our own', () => {
  test('is checked as it would be printed: each finding leads to its cell, and who may not see the draft is told nothing', async () => {
    const { body: made } = await clerk.send('POST', '/api/perjanjian-kinerja', {
      unit: 'dki.jakpus',
      tahun: 2025,
      dariRencana: true,
    })
    const { body: draft } = await clerk.get(`/api/perjanjian-kinerja/${made.id}`)
    const url = `/api/reviu/draf/pk/${made.id}`
    assert.deepEqual((await clerk.get(url)).body.temuan, [])
    const [line] = draft.sasaran[0].indikator
    const { id, version, nama, kode, sumberData, satuan } = line
    const isi = { sasaran: draft.sasaran[0].id, urutan: 1, nomor: line.nomor, nama, kode, sumberData, satuan }
    const pengukuran = 'Hasil survei yang yang dirata-ratakan.'
    const saved = await clerk.send('PUT', `/api/perjanjian-kinerja/${made.id}/indikator/${id}`, { ...isi, pengukuran }, version)
    assert.equal(saved.status, 200, JSON.stringify(saved.body))
    const { body } = await clerk.get(url)
    assert.deepEqual(
      body.temuan.map((t: Record<string, unknown>) => [t.aturan, t.berat, t.letak, t.tempat]),
      [['KATA-GANDA', 'rendah', `Pengukuran Kinerja, baris "${draft.sasaran[0].uraian.slice(0, 60).trimEnd()}…"`, { baris: id, bidang: 'pengukuran' }]], // biome-ignore format: a list
    )
    assert.equal((await (await person('penyusun.bkd')).get(url)).status, 404)
  })
})
