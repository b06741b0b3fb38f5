// Official documents made from the data: the same words and figures in every form, and the same bytes from the same data.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'

const { person, visitor } = await example()
const bkd = await person('kepala.bkd')
const jakpus = await person('walikota.jakpus')

async function idOf(room: string, unit: string, tahun: number): Promise<string> {
  const { body } = await bkd.get(`/api/${room}?unit=${unit}&tahun=${tahun}`)
  return body.isi[0].id
}
const text = (content: unknown) => Buffer.from(content as Uint8Array).toString('utf8')

describe('documents', () => {
  test('the PK of BKD 2025 comes as PDF, DOCX, XLSX and HTML, as downloads, the same bytes each time', async () => {
    const id = await idOf('perjanjian-kinerja', 'dki.bkd', 2025)
    const magic = { pdf: '%PDF-', docx: 'PK\u0003\u0004', xlsx: 'PK\u0003\u0004', html: '<!doctype html>' }
    for (const [format, begins] of Object.entries(magic)) {
      const [one, two] = [
        await bkd.get(`/api/perjanjian-kinerja/${id}/dokumen?format=${format}`),
        await bkd.get(`/api/perjanjian-kinerja/${id}/dokumen?format=${format}`),
      ]
      assert.equal(one.status, 200)
      assert.ok(text(one.body).slice(0, 20).toLowerCase().startsWith(begins.toLowerCase()), format)
      assert.match(String(one.headers['content-disposition']), /^attachment; filename\*=UTF-8''Perjanjian%20Kinerja/)
      assert.deepEqual(one.body, two.body, `${format} differs from itself`)
    }
  })
  test('its words are those of the data', async () => {
    const id = await idOf('perjanjian-kinerja', 'dki.bkd', 2025)
    const html = text((await bkd.get(`/api/perjanjian-kinerja/${id}/dokumen?format=html`)).body).replace(/\u00ad/g, '')
    for (const word of [
      'Chaidir',
      '196608181990031008',
      'Pramono Anung',
      'Nilai kualitas data SDI',
      '322,5',
      'Sasaran Relevan Lainnya',
    ])
      assert.ok(html.includes(word), word)
  })
  test('who does not work on an agreement gets it without the NIP', async () => {
    const id = await idOf('perjanjian-kinerja', 'dki.bkd', 2025)
    const html = text((await jakpus.get(`/api/perjanjian-kinerja/${id}/dokumen?format=html`)).body)
    assert.ok(html.includes('Chaidir'))
    assert.ok(!html.includes('196608181990031008'))
    assert.equal((await visitor.get(`/api/perjanjian-kinerja/${id}/dokumen`)).status, 401)
  })
  test('the Rencana Aksi holds its actions, criteria and outputs', async () => {
    const id = await idOf('rencana-aksi', 'dki.bkd', 2025)
    const html = text((await bkd.get(`/api/rencana-aksi/${id}/dokumen?format=html`)).body).replace(/\u00ad/g, '')
    for (const word of ['RA1', 'KK1.1', 'T/O1.1.1', 'Sekretaris Badan', 'TW I']) assert.ok(html.includes(word), word)
  })
  test('the pohon kinerja comes on paper, with its targets and contributors; its PDF is the same bytes each time', async () => {
    const of = (unit: string, format: string) =>
      bkd.get(`/api/perencanaan/${unit}/pohon/${unit === 'dki.bkd' ? 2025 : 2024}/dokumen?format=${format}`)
    const html = text((await of('dki.jakpus', 'html')).body).replace(/\u00ad/g, '')
    for (const word of ['T1.S1.P2.K1', 'Indeks Kepuasan Layanan Kota Administrasi: 87,3 nilai', 'Inspektorat Provinsi DKI Jakarta'])
      assert.ok(html.includes(word), word)
    assert.ok(text((await of('dki.bkd', 'html')).body).includes('322,5'))
    const [one, two] = [await of('dki.jakpus', 'pdf'), await of('dki.jakpus', 'pdf')]
    assert.deepEqual(one.body, two.body)
    assert.match(String(one.headers['content-disposition']), /Pohon%20Kinerja%20Tahun%202024/)
    assert.equal((await visitor.get('/api/perencanaan/dki.jakpus/pohon/2024/dokumen')).status, 401)
  })
  test('104,08 stands in the tables of Bab III', async () => {
    const html = text((await jakpus.get('/api/capaian/dki.jakpus/dokumen?tahun=2024&format=html')).body)
    assert.ok(html.includes('104,08'))
    assert.equal((await jakpus.get('/api/capaian/dki.jakpus/dokumen?tahun=2024&format=pdf')).status, 200)
    assert.equal((await bkd.get('/api/capaian/dki.jakpus/dokumen?tahun=2024')).status, 200)
  })
})

describe('the list of all offices', () => {
  const url = '/api/provinsi/dokumen?periode=2024&format=html'
  const shown = (answer: { body: unknown }) => text(answer.body).replace(/\u00ad/g, '')
  test('holds the offices that the reader may see, and is for nobody without a session', async () => {
    assert.equal((await visitor.get(url)).status, 401)
    assert.match(shown(await (await person('gubernur')).get(url)), /Badan Kepegawaian/)
    assert.match(shown(await jakpus.get(url)), /Jakarta Pusat/)
    assert.doesNotMatch(shown(await jakpus.get(url)), /Badan Kepegawaian/)
  })
  test('a period that is none is refused', async () => {
    assert.equal((await bkd.get('/api/provinsi/dokumen?periode=kemarin')).status, 400)
  })
})
