// What if, by HTTP: everything that changes is told, nothing is kept, and only who may see the office may ask.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'

const { person, visitor } = await example()
const clerk = await person('penyusun.jakpus')
const other = await person('penyusun.bkd')
const inspector = await person('inspektur')
const AT = '/api/bagaimana-jika/dki.jakpus/2024'
const VERSION_FIELDS = ['nama', 'definisi', 'satuan', 'jenisNilai', 'polaritas', 'agregasi', 'sumberData', 'dasarHukum', 'desimal']
const PETOJO = 'IKM.2024-S1.kelurahan.Gambir~Petojo Utara'

describe('bagaimana jika', () => {
  test('one kelurahan moves the index of the office and the average, and the count is that of its pages', async () => {
    const { status, body } = await clerk.send('POST', AT, { andaian: [{ di: PETOJO, tercetak: '60' }], untuk: 'IKL.2024' })
    assert.equal(status, 200)
    const changed = body.perubahan.map((p: { kode: string; periode: string }) => `${p.kode} ${p.periode}`)
    assert.deepEqual(changed.toSorted(), ['IKL 2024', 'IKL 2024-S1', 'IKM 2024', 'IKM 2024-S1'])
    assert.equal(body.hasil.capaian.tampil, '103,96')
    assert.deepEqual([body.total.sebelum.tercapai, body.total.sebelum.indikator], [14, 15])
  })
  test('nothing is kept: the result is the same afterwards, and no line is written about it', async () => {
    const lines = async () => (await inspector.get('/api/audit?batas=200')).body
    const before = [await lines(), (await clerk.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024')).body]
    await clerk.send('POST', AT, {
      andaian: [{ di: 'IKL.2024.REALISASI', tercetak: '10' }],
      untuk: 'IKL.2024',
      cari: 'IKL.2024.TARGET',
    })
    const after = [await lines(), (await clerk.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024')).body]
    assert.deepEqual(after, before)
  })
  test('what may be supposed can be supposed, each as it stands, and changes nothing', async () => {
    const { body } = await clerk.get(`${AT}?untuk=IKL.2024`)
    const isian = body.kelompok.flatMap((k: { isian: { di: string; bagian: string; kini: string | null }[] }) => k.isian)
    const andaian = isian
      .filter((i: { bagian: string; kini: string | null }) => i.bagian === 'MASUKAN' && i.kini !== null)
      .map((i: { di: string; kini: string }) => ({ di: i.di, tercetak: i.kini.replace('.', ',') }))
    assert.ok(andaian.length > 90)
    const answer = await clerk.send('POST', AT, { andaian })
    assert.deepEqual([answer.body.salah, answer.body.perubahan], [[], []])
  })
  test('what must it be: a figure, and it does reach the target', async () => {
    const target = { di: 'IKL.2024.TARGET', tercetak: '98' }
    const { body } = await clerk.send('POST', AT, { andaian: [target], untuk: 'IKL.2024', cari: 'IKM.2024.REALISASI' })
    assert.deepEqual([body.jawaban.jenis, body.jawaban.dari], ['RENTANG', '99.45'])
    const then = await clerk.send('POST', AT, {
      andaian: [target, { di: 'IKM.2024.REALISASI', tercetak: '99,45' }],
      untuk: 'IKL.2024',
    })
    assert.equal(then.body.hasil.keadaan, 'tercapai')
  })
  test('a version shows which results of the office come out otherwise before it is saved, and keeps nothing', async () => {
    const { entri } = (await clerk.get('/api/kamus/dki.jakpus/IKM?tahun=2024')).body
    const listed = (await clerk.get('/api/indikator/dki.jakpus/IKM')).body
    const { kode: _, ...known } = entri
    const versi = {
      ...Object.fromEntries(VERSION_FIELDS.map((field) => [field, known[field] ?? undefined])),
      metode: undefined,
      bacaan: undefined,
      rumus: 'MIN(kelurahan[nilai])',
      berlakuDari: '2024-01-01',
    }
    const url = '/api/bagaimana-jika/dki.jakpus/versi/IKM'
    const { status, body } = await clerk.send('POST', url, { versi })
    assert.equal(status, 200, JSON.stringify(body))
    const half = body.perubahan.find((p: { kode: string; periode: string }) => p.kode === 'IKM' && p.periode === '2024-S1')
    assert.deepEqual([half.sebelum.nilai.tampil, half.sesudah.nilai.tampil], ['98,63', '82,36'])
    assert.ok(body.perubahan.some((p: { kode: string }) => p.kode === 'IKL'))
    assert.ok(!body.perubahan.some((p: { periode: string }) => p.periode.startsWith('2023')))
    assert.deepEqual((await clerk.get('/api/indikator/dki.jakpus/IKM')).body, listed)
    assert.equal((await other.send('POST', url, { versi })).status, 403)
    const wrong = await clerk.send('POST', url, { versi: { ...versi, rumus: 'MIN(' } })
    assert.equal(wrong.status, 422)
  })
  test('what cannot be read is said, and the rest is computed', async () => {
    const andaian = [
      { di: 'IKL.2024.TARGET', tercetak: '<b>=1+1</b>' },
      { di: PETOJO, tercetak: '60' },
      { di: 'apa saja', tercetak: '1' },
    ]
    const { status, body } = await clerk.send('POST', AT, { andaian })
    assert.equal(status, 200)
    assert.deepEqual(
      body.salah.map((s: { di: string }) => s.di),
      ['IKL.2024.TARGET', 'apa saja'],
    )
    assert.equal(body.perubahan.length, 4)
  })
  test('what the rule does not let be entered cannot be supposed either, in the same words', async () => {
    const suppose = async (...andaian: { di: string; tercetak: string }[]) =>
      (await clerk.send('POST', AT, { andaian })).body.salah.map((s: { pesan: string }) => s.pesan)
    assert.deepEqual(await suppose({ di: PETOJO, tercetak: '101' }), [
      '101 di atas 100, batas tertinggi. Tulis angka 25 sampai 100.',
    ])
    const arahan = (nama: string, tercetak: string) => ({ di: `ARAHAN.2024-TW4.${nama}`, tercetak })
    assert.deepEqual(await suppose(arahan('selesai', '16'), arahan('arahan', '16')), [])
    const torn = '16 lebih dari arahan (15), padahal termasuk di dalamnya. Perbaiki salah satunya.'
    assert.deepEqual(await suppose(arahan('selesai', '16'), arahan('arahan', '15')), [torn, torn])
    const variable = (kolom: string) => ({ di: `NKA.2024-TW4.variabel.Penyerapan~${kolom}`, tercetak: '95' })
    assert.match((await suppose(variable('Nilia')))[0], /^kolom: "Nilia" bukan pilihan yang dikenal\. Mungkin maksudnya Nilai\./)
    assert.deepEqual(await suppose(variable('nilai')), [])
  })
  test('a result that does not exist, another year, and too long a text are refused with a sentence', async () => {
    for (const [body, status] of [
      [{ untuk: 'XYZ.2024' }, 404],
      [{ untuk: 'IKL.2023' }, 400],
      [{ cari: 'IKL.2024.TARGET' }, 400],
      [{ andaian: [{ di: PETOJO, tercetak: '9'.repeat(10_000) }] }, 400],
      [{ andaian: 'IKL' }, 400],
    ] as const) {
      const answer = await clerk.send('POST', AT, body)
      assert.equal(answer.status, status, JSON.stringify(answer.body))
      assert.ok(answer.body.detail.length > 10)
    }
  })
  test('only for who may see the measurements of the office', async () => {
    assert.equal((await visitor.get(AT)).status, 401)
    assert.equal((await visitor.send('POST', AT, {})).status, 401)
    const [seen, denied] = [await other.get('/api/capaian/dki.jakpus?dari=2024&sampai=2024'), await other.send('POST', AT, {})]
    assert.equal(denied.status, seen.status)
    assert.equal((await other.get(AT)).status, seen.status)
  })
  test('an office without a dictionary answers with nothing to suppose', async () => {
    const { status, body } = await inspector.get('/api/bagaimana-jika/dki.jakpus.kec-gambir/2024')
    assert.deepEqual([status, body.indikator, body.kelompok], [200, [], []])
  })
})
