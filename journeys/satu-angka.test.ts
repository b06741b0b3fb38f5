// One real number the whole way: the 104,08 of the 2024 report, by API, down to a kelurahan and the line of the paper.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createApp } from '../src/app.ts'
import { example, NOW } from '../src/impor/contoh.testing.ts'
import { testSigning } from '../src/platform/signing/signing.testing.ts'

const { db, files, person, visitor } = await example()
const walikota = await person('walikota.jakpus')

describe('where does 104,08 come from?', () => {
  test('the office reads its result with target and capaian', async () => {
    const { status, body } = await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024')
    assert.equal(status, 200)
    assert.equal(body.hasil.nilai.nilai, '97.76528608630952380952380952380952')
    assert.equal(body.target.tampil, '93,93')
    assert.match(body.target.sumber, /003_7ac1d614aa532084\.txt:/)
    assert.equal(body.capaian.tampil, '104,08')
    assert.equal(body.capaian.nilai, '104.083132211550648152372840970733')
  })
  test('the page of the year shows the same figure in one answer, packed for who can unpack it', async () => {
    const url = '/api/capaian/dki.jakpus/tahun/2024'
    const { body, headers } = await walikota.get(url)
    const ikl = body.isi.flatMap((g: { baris: { kode: string }[] }) => g.baris).find((b: { kode: string }) => b.kode === 'IKL')
    assert.equal(ikl.tahun.capaian, '104.083132211550648152372840970733')
    assert.equal(headers['content-encoding'], undefined)
    const packed = await walikota.get(url, { 'accept-encoding': 'gzip, br' })
    assert.equal(packed.headers['content-encoding'], 'gzip')
    assert.equal(packed.headers.vary?.toString().includes('Accept-Encoding'), true)
  })
  test('the other reading of the paper gives 104,09, and both can be asked for', async () => {
    const { body } = await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024&bacaan=IEK:VARIABEL')
    assert.equal(body.capaian.tampil, '104,09')
    assert.equal(body.capaian.nilai, '104.091642620536588562423403972075')
  })
  test('the explanation names the formula, its legal basis and its version', async () => {
    const { body } = await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=IKM&periode=2024-S1')
    assert.equal(body.hasil.rumus.teks, 'AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan]))')
    assert.match(body.hasil.rumus.dasar, /PermenPANRB 14\/2017/)
    assert.equal(body.hasil.versi.berlakuDari, '2023-01-01')
    const cells = JSON.stringify(body.hasil.rumus.jejak)
    assert.match(cells, /"kelurahan":"Petojo Utara".{0,200}"nilai":"82\.36".{0,60}003_7ac1d614aa532084\.txt:1935/)
  })
  test('the same case through the calculator gives the same digits', async () => {
    const survey = await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024')
    const [ikm, iek] = survey.body.hasil.rujukan.map((r: { nilai: { nilai: string } }) => r.nilai.nilai)
    const { body } = await walikota.send('POST', '/api/hitung', {
      rumus: '(ikm + iek) / 2',
      data: { ikm, iek },
      target: '93.93',
      polaritas: 'MAKSIMAL',
    })
    assert.equal(body.capaian.tampil, '104,08')
    assert.equal(body.capaian.nilai.slice(0, 30), survey.body.capaian.nilai.slice(0, 30))
  })
  test('the stored result, from which lists and documents are made, is the same number', async () => {
    const { body } = await walikota.get('/api/capaian/dki.jakpus?dari=2024&sampai=2024')
    const row = body.isi.find((r: { kode: string; periode: string }) => r.kode === 'IKL' && r.periode === '2024')
    assert.equal(row.capaian, '104.083132211550648152372840970733')
  })
  test('the list of offices holds those whose results one may see', async () => {
    const names = async (username: string) => {
      const { body } = await (await person(username)).get('/api/capaian?periode=2024')
      return body.isi.map((u: { kode: string }) => u.kode)
    }
    assert.deepEqual(await names('walikota.jakpus'), ['dki.jakpus'])
    assert.ok((await names('bappeda')).length > 5)
    assert.deepEqual(await names('administrator'), [])
    const bkd = await person('penyusun.bkd')
    assert.equal((await bkd.get('/api/capaian/dki.jakpus?dari=2024&sampai=2024')).status, 403)
  })
  test('what is not known is told with what is', async () => {
    const unknown = await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=TIDAK&periode=2024')
    assert.equal(unknown.status, 404)
    assert.match(unknown.body.detail, /Yang ada: .*IKL/)
    const reading = await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024&bacaan=IEK:LAIN')
    assert.equal(reading.status, 400)
    assert.match(reading.body.detail, /VARIABEL, BIDANG/)
    assert.equal((await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024-TW5')).status, 400)
  })
  test('a visitor sees none of it, and another office neither', async () => {
    assert.equal((await visitor.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024')).status, 401)
    const bkd = await person('penyusun.bkd')
    assert.equal((await bkd.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024')).status, 403)
  })
})

describe('the contract', () => {
  test('OpenAPI 3.1 names every route with who may call it, and every refusal as a Problem', async () => {
    const { body } = await visitor.get('/api/openapi.json')
    assert.equal(body.openapi, '3.1.0')
    const operations = Object.entries(
      body.paths as Record<string, Record<string, { description: string; security?: unknown; responses: object }>>,
    )
    assert.ok(operations.length > 60)
    for (const [path, methods] of operations)
      for (const [method, operation] of Object.entries(methods)) {
        assert.match(operation.description, /^(Terbuka|Perlu masuk|Perlu wewenang )/, `${method} ${path}`)
        assert.ok('default' in operation.responses, `${method} ${path}`)
      }
    assert.match(body.paths['/api/jelaskan'].get.description, /pengukuran\.lihat/)
    assert.ok(body.components.schemas.Problem)
  })
  test('the first page, health and metrics are open; nothing loads from elsewhere', async () => {
    const page = await visitor.get('/')
    assert.equal(page.status, 200)
    assert.match(String(page.headers['content-security-policy']), /default-src 'self'/)
    assert.equal((await visitor.get('/health/ready')).status, 200)
    assert.match(String((await visitor.get('/metrics')).body), /selaras_http_seconds/)
  })
  test('forwarded headers are believed only where a proxy is said to be in front', async () => {
    for (const [behindProxy, secure] of [
      [true, true],
      [false, false],
    ] as const) {
      const app = await createApp(
        { db, files, clock: () => NOW, signing: await testSigning() },
        { logLevel: 'silent', behindProxy },
      )
      const payload = { username: 'bappeda', password: 'selaras-contoh' }
      const r = await app.inject({ method: 'POST', url: '/api/sesi', payload, headers: { 'x-forwarded-proto': 'https' } })
      assert.equal(/; Secure/.test(String(r.headers['set-cookie'])), secure)
      await app.close()
    }
  })
})
