// Bad input, as it comes: each gets a clear Indonesian message with the place and the rule, the right status, and loses nothing.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { CONTOH, example } from '../src/impor/contoh.testing.ts'
import { verifyLedger } from '../src/platform/audit/verify.ts'
import { many, sql } from '../src/platform/db/database.ts'
import type { Files } from '../src/platform/files/files.ts'
import { refuse } from '../src/platform/kernel/refusal.ts'

const { app, db, person } = await example()
const admin = await person('administrator')
const clerk = await person('penyusun.jakpus')
const PDF = Buffer.from('%PDF-1.7\ntrailer<<>>\n%%EOF\n')

describe('organisation', () => {
  test('a NIP of 17 digits names the rule and the field', async () => {
    const { status, body } = await admin.send('POST', '/api/pegawai', { nama: 'Contoh: Pegawai', nip: '19660818199031008' })
    assert.equal(status, 400)
    assert.deepEqual([body.code, body.field, body.rule], ['TIDAK_VALID', 'nip', 'NIP-PANJANG'])
    assert.match(body.detail, /18 angka.*tertulis 17/)
  })
  test('a unit below one that is not there', async () => {
    const { status, body } = await admin.send('POST', '/api/unit-kerja', {
      kode: 'dki.entah.x',
      jenis: 'BAGIAN',
      nama: 'X',
      induk: 'dki.entah',
      berlakuDari: '2025-01-01',
    })
    assert.equal(status, 400)
    assert.match(body.detail, /dki\.entah belum ada/)
  })
  test('the same request twice with one Idempotency-Key acts once', async () => {
    const headers = { 'idempotency-key': 'satu-pegawai-saja', cookie: (await signIn('administrator')) as string }
    const once = () => app.inject({ method: 'POST', url: '/api/pegawai', headers, payload: { nama: 'Contoh: Sekali Saja' } })
    const [first, second] = [await once(), await once()]
    assert.equal(first.statusCode, 201)
    assert.equal(second.body, first.body)
    assert.equal(second.headers['idempotency-replayed'], 'true')
    assert.equal((await many(db, sql`select id from pegawai where nama = 'Contoh: Sekali Saja'`)).length, 1)
    const other = await app.inject({ method: 'POST', url: '/api/pegawai', headers, payload: { nama: 'Contoh: Lain' } })
    assert.equal(other.statusCode, 409)
  })
})

describe('papers', () => {
  const paper = () => JSON.parse(readFileSync(join(CONTOH, 'jakpus/pk-2023.json'), 'utf8'))
  const send = (isi: unknown) => admin.send('POST', '/api/impor', { nama: 'naskah.json', isi: JSON.stringify(isi), simpan: true })
  test('five cells in a quarter row: refused with the row and the line', async () => {
    const pk = { ...paper(), tahun: 2022 }
    const row = pk.kelompok[0].sasaran[0].indikator[0]
    row.triwulan.push(row.triwulan[0])
    const { status, body } = await send(pk)
    assert.equal(status, 400)
    assert.match(body.detail, /lima sel triwulan, seharusnya empat/)
    assert.match(body.detail, /57/)
  })
  test('a paper of an office that nobody knows', async () => {
    const { status, body } = await send({ ...paper(), unit: 'dki.entah' })
    assert.equal(status, 400)
    assert.match(body.detail, /dki\.entah/)
  })
  test('a paper that is no JSON, or of no known kind', async () => {
    assert.equal((await admin.send('POST', '/api/impor', { nama: 'x.json', isi: '{', simpan: true })).status, 400)
    assert.match((await send({ skema: 'lain' })).body.detail, /skema "lain" tidak dikenal/)
  })
  test('the same paper again is recognised and changes nothing', async () => {
    const isi = readFileSync(join(CONTOH, 'jakpus/pk-2023.json'), 'utf8')
    const { status, body } = await admin.send('POST', '/api/impor', { nama: 'pk-2023.json', isi, simpan: true })
    assert.equal(status, 200)
    assert.equal(body.sudahAda, true)
  })
  test('a target beyond the scale of its indicator is refused in a draft, with the scale', async () => {
    const made = await clerk.send('POST', '/api/perjanjian-kinerja', { unit: 'dki.jakpus', tahun: 2025 })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const id = made.body.id
    const sasaran = '11111111-1111-4111-8111-111111111111'
    const row = '22222222-2222-4222-8222-222222222222'
    const put = (path: string, body: unknown) => clerk.send('PUT', `/api/perjanjian-kinerja/${id}/${path}`, body, 0)
    assert.equal(
      (await put(`sasaran/${sasaran}`, { nomor: '1', kelompok: 'STRATEGIS', uraian: 'Contoh sasaran', urutan: 1 })).status,
      200,
    )
    const line = await put(`indikator/${row}`, {
      sasaran,
      nomor: '1',
      kode: 'IKM',
      nama: 'Indeks Kepuasan Masyarakat',
      satuan: 'Nilai',
      urutan: 1,
    })
    assert.equal(line.status, 200, JSON.stringify(line.body))
    const beyond = await put(`indikator/${row}/target/TAHUNAN`, { nilai: '101' })
    assert.equal(beyond.status, 422, JSON.stringify(beyond.body))
    assert.match(beyond.body.detail, /100/)
  })
})

test('two people start the same draft at once: one has it, the other is told', async () => {
  const head = await person('walikota.jakpus')
  const start = (who: typeof head) => who.send('POST', '/api/perjanjian-kinerja', { unit: 'dki.jakpus', tahun: 2026 })
  const answers = await Promise.all([start(clerk), start(head)])
  assert.deepEqual(answers.map((a) => a.status).sort(), [201, 409])
  assert.match(answers.find((a) => a.status === 409)!.body.detail, /Perjanjian Kinerja/)
})

describe('figures', () => {
  const place = '/api/pengukuran/dki.jakpus/IKL/2025-S1'
  test('1,5 beside 1.5 is the same figure, kept as it was typed', async () => {
    for (const [version, tercetak] of ['91,5', '91.5'].entries()) {
      assert.equal((await clerk.send('PUT', `${place}/isian`, { tercetak }, version)).status, 200)
      const { body } = await clerk.get(place)
      assert.deepEqual([body.hasil.klaim[0].nilai.nilai, body.hasil.klaim[0].nilai.tercetak], ['91.5', tercetak])
    }
  })
  test('what cannot be told is refused, and the figure before stays', async () => {
    const { status, body } = await clerk.send('PUT', `${place}/isian`, { tercetak: '62.066.326162' }, 2)
    assert.equal(status, 400)
    assert.match(body.detail, /62\.066\.326162/)
    assert.equal((await clerk.get(place)).body.hasil.klaim[0].nilai.nilai, '91.5')
  })
  test('text that looks like markup or a formula is text', async () => {
    const keterangan = '<script>alert(1)</script> =HYPERLINK("x")'
    assert.equal((await clerk.send('PUT', `${place}/isian`, { tercetak: '91,5', keterangan }, 2)).status, 200)
    assert.equal((await clerk.get(place)).body.hasil.klaim[0].keterangan, keterangan)
  })
  test('a JSON number has lost its digits and is refused', async () => {
    const { body } = await clerk.send('POST', '/api/hitung', { rumus: 'a', data: { a: 1.5 } })
    assert.equal(body.nilai.status, 'GALAT')
    assert.match(body.nilai.pesan, /angka JSON/)
  })
})

describe('evidence', () => {
  test('an upload that does not say how long it is, is counted', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const cookie = (await signIn('penyusun.jakpus')) as string
    const { status, body } = await new Promise<{ status: number; body: string }>((answer, fail) => {
      const req = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/api/bukti/dki.jakpus',
          headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
        },
        (res) => {
          let body = ''
          res.on('data', (part) => (body += part))
          res.on('end', () => answer({ status: res.statusCode!, body }))
        },
      )
      req.on('error', fail)
      req.write('--b\r\ncontent-disposition: form-data; name="berkas"; filename="besar.pdf"\r\n\r\n%PDF-1.7\n')
      for (let sent = 0; sent < 26; sent++) req.write(Buffer.alloc(1024 * 1024))
      req.end('\r\n--b--\r\n')
    })
    assert.equal(status, 413)
    assert.match(JSON.parse(body).detail, /25 MiB/)
  })
  test('a disk that fails leaves no trace and says so', async () => {
    const broken: Files = {
      put: async (content) => {
        content.resume()
        return refuse(
          'PENYIMPANAN_GAGAL',
          'Berkas tidak dapat disimpan (ENOSPC). Tidak ada yang tercatat; coba lagi atau hubungi administrator.',
        )
      },
      read: async () => undefined,
      size: async () => undefined,
      remove: async () => {},
      async *list() {},
    }
    const failing = await example(broken)
    const other = await failing.person('penyusun.jakpus')
    const { status, body } = await other.upload('/api/bukti/dki.jakpus', 'surat.pdf', PDF)
    assert.equal(status, 507)
    assert.match(body.detail, /Tidak ada yang tercatat/)
    assert.equal((await many(failing.db, sql`select from bukti`)).length, 0)
  })
  test('evidence that does not exist cannot be referred to', async () => {
    const { status, body } = await clerk.send(
      'PUT',
      '/api/pengukuran/dki.jakpus/IKM/2025-S1/isian',
      { tercetak: '98', bukti: [{ sha256: 'a'.repeat(64) }] },
      0,
    )
    assert.equal(status, 400)
    assert.equal(body.field, 'bukti[0].sha256')
  })
})

describe('texts that are too long', () => {
  const LONG = 'x'.repeat(25_000)
  /** Where it is sent, the text that is too long, its limit, and what must be as before. */
  const FIELDS: readonly [string, string, object, string, string, string][] = [
    ['PATCH', '/api/unit-kerja/dki.bkd', { mulai: '2026-01-01', nama: LONG }, 'nama', '300', '/api/unit-kerja/dki.bkd'],
    ['POST', '/api/pegawai', { nama: LONG }, 'nama', '200', '/api/pegawai'],
    ['POST', '/api/pengguna', { username: 'panjang', nama: LONG }, 'nama', '200', '/api/pengguna'],
    [
      'POST',
      '/api/perencanaan/dki.bkd/simpul',
      { dokumen: 'RENSTRA', kode: 'T9', jenis: 'TUJUAN', pernyataan: LONG },
      'pernyataan',
      '2.000',
      '/api/perencanaan/dki.bkd/pohon',
    ],
    [
      'PUT',
      '/api/pengisian/dki.jakpus/CRM/2023-TW2',
      { cara: 'KOSONG', keterangan: LONG },
      'keterangan',
      '4000',
      '/api/pengisian/dki.jakpus/CRM/2023-TW2',
    ],
    ['PUT', '/api/periode/2024-TW1', { status: 'TERBUKA', alasan: LONG }, 'alasan', '2.000', '/api/periode?tahun=2024'],
  ]
  for (const [method, url, body, field, limit, seen] of FIELDS)
    test(`${field} of ${method} ${url}: the field and its limit are said, and nothing is saved`, async () => {
      const who = url.includes('pengisian') ? clerk : admin
      const before = await who.get(seen)
      const answer = await who.send(method as 'PUT', url, body, 0)
      assert.deepEqual([answer.status, answer.body.field], [400, field], JSON.stringify(answer.body))
      assert.match(answer.body.detail, new RegExp(`^Isian ${field} belum benar: paling banyak ${limit.replace('.', '\\.')} huruf`))
      assert.equal(before.status, 200)
      assert.deepEqual((await who.get(seen)).body, before.body)
    })

  test('in a paper too: its name of an indicator, and of a survey', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: a paper as JSON
    const send = (name: string, change: (isi: any) => void) => {
      const isi = JSON.parse(readFileSync(join(CONTOH, name), 'utf8'))
      change(isi)
      return admin.send('POST', '/api/impor', { nama: 'panjang.json', isi: JSON.stringify({ ...isi, tahun: 2019 }), simpan: true })
    }
    const survei = await send('jakpus/survei-iek-2024.json', (isi) => Object.assign(isi, { nama: LONG }))
    const pk = await send('jakpus/pk-2023.json', ({ kelompok: [group] }) =>
      Object.assign(group.sasaran[0].indikator[0], { nama: LONG }),
    )
    for (const { status, body } of [survei, pk]) {
      assert.equal(status, 400)
      assert.match(body.detail, /nama.*paling banyak [12]\.000 huruf/)
    }
  })

  test('every text that any route takes has a limit', async () => {
    const { body: api } = await admin.get('/api/openapi.json')
    // A day and a period are checked as a whole; the data of an import has the limit of its request.
    const CHECKED = /(?:berlakuDari|berlakuSampai|mulai|berakhir|tanggal|dibuka|batas|periode|dari|sampai|\.isi)$/i
    // biome-ignore lint/suspicious/noExplicitAny: a JSON schema
    const unlimited = (schema: any, at: string): string[] => {
      if (schema.$ref) return unlimited(api.components.schemas[schema.$ref.split('/').at(-1)], at)
      const inside = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((s) => unlimited(s, at))
      for (const [name, one] of Object.entries(schema.properties ?? {})) inside.push(...unlimited(one, `${at}.${name}`))
      for (const one of [schema.items, schema.additionalProperties]) if (one instanceof Object) inside.push(...unlimited(one, at))
      const { type, maxLength, pattern, format, enum: choices, const: fixed } = schema
      const free = type === 'string' && [maxLength, pattern, format, choices, fixed].every((limit) => limit === undefined)
      return free && !CHECKED.test(at) ? [at, ...inside] : inside
    }
    const found: string[] = []
    let bodies = 0
    for (const [url, routes] of Object.entries<Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>(
      api.paths,
    ))
      for (const [method, { requestBody }] of Object.entries(routes))
        for (const { schema } of Object.values(requestBody?.content ?? {})) {
          bodies++
          found.push(...unlimited(schema, `${method} ${url} `))
        }
    assert.ok(bodies > 30, `${bodies} bodies`)
    assert.deepEqual(found, [])
    assert.deepEqual(unlimited({ type: 'object', properties: { nama: { type: 'string' } } }, 'x'), ['x.nama'])
  })
})

test('after all of it the ledger is whole', async () => {
  assert.deepEqual((await verifyLedger(db)).damage, [])
})

async function signIn(username: string) {
  const r = await app.inject({ method: 'POST', url: '/api/sesi', payload: { username, password: 'selaras-contoh' } })
  return String(r.headers['set-cookie']).split(';')[0]
}
