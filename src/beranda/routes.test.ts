// The home page's list and the search through the whole program, over the example province.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, type Person } from '../impor/contoh.testing.ts'

const { person, visitor, at } = await example()
at.now = new Date('2025-04-20T03:00:00Z')
const clerk = await person('penyusun.bkd')
const head = await person('kepala.bkd')
const bappeda = await person('bappeda')
const inspektur = await person('inspektur')
const KOSONG = { isi: [], menunggu: [] }

type Tugas = {
  jenis: string
  kalimat: string
  jumlah: number
  menunggu: string | null
  ke: string
  terlambat: boolean
  catatan: string | null
}
const due = async (who: Person): Promise<{ isi: Tugas[]; menunggu: Tugas[] }> => (await who.get('/api/tugas')).body
const PDF = Buffer.from('%PDF-1.7\ntrailer<<>>\n%%EOF\n')

describe('what is due', () => {
  test('nobody is told without a session', async () => {
    assert.equal((await visitor.get('/api/tugas')).status, 401)
    assert.equal((await visitor.get('/api/cari?q=x')).status, 401)
  })

  test('a quarter goes its way: opened, filled in, submitted, returned, and each time it waits for the right person', async () => {
    const before = await due(bappeda)
    assert.ok(before.isi.some((t) => t.kalimat === 'Triwulan I 2025 belum dibuka untuk pengisian.'))
    assert.ok(!(await due(clerk)).isi.some((t) => t.jenis === 'isi'))

    assert.equal((await bappeda.send('PUT', '/api/periode/2025-TW1', { status: 'TERBUKA', batas: '2025-04-15' }, 0)).status, 200)
    assert.ok(!(await due(bappeda)).isi.some((t) => t.jenis === 'periode-buka'))
    assert.match((await due(bappeda)).isi.find((t) => t.jenis === 'periode-kunci')!.kalimat, /perangkat daerah belum selesai/)
    const missing = (await due(clerk)).isi[0]!
    assert.equal(missing.jenis, 'isi')
    assert.equal(missing.terlambat, true)
    assert.match(missing.kalimat, /^Realisasi Triwulan I 2025 belum diisi untuk \d+ indikator\. Batas 15 April 2025\.$/)
    const kode = /\/pengukuran\/dki\.bkd\/2025\/([A-Z0-9_]+)\?triwulan=TW1$/.exec(missing.ke)![1]!
    assert.equal((await due(head)).menunggu.find((t) => t.jenis === 'isi')!.menunggu, 'PENYUSUN')

    const place = `/api/pengukuran/dki.bkd/${kode}/2025-TW1`
    const { sha256 } = (await clerk.upload('/api/bukti/dki.bkd', 'bukti.pdf', PDF)).body
    const entered = await clerk.send('PUT', `${place}/isian`, { tercetak: '1', bukti: [{ sha256, halaman: '1' }] }, 0)
    assert.equal(entered.status, 200, JSON.stringify(entered.body))
    const after = await due(clerk)
    assert.equal(after.isi.find((t) => t.jenis === 'isi')!.jumlah, missing.jumlah - 1)
    assert.equal(after.isi.find((t) => t.jenis === 'ajukan')!.jumlah, 1)

    assert.equal((await clerk.send('POST', `${place}/ajukan`, {}, 1)).status, 200)
    assert.equal((await due(clerk)).menunggu.find((t) => t.jenis === 'validasi')!.menunggu, 'KEPALA_PD')
    assert.equal((await due(head)).isi.find((t) => t.jenis === 'validasi')!.jumlah, 1)
    assert.ok(!(await due(inspektur)).isi.some((t) => t.jenis === 'validasi' || t.jenis === 'verifikasi'))

    assert.equal((await head.send('POST', `${place}/kembalikan`, { catatan: 'Lampirkan halaman 4.' }, 2)).status, 200)
    const back = (await due(clerk)).isi.find((t) => t.jenis === 'perbaiki')!
    assert.equal(back.catatan, 'Lampirkan halaman 4.')
    assert.ok(!(await due(clerk)).isi.some((t) => t.jenis === 'ajukan'), 'a returned one is said once')

    assert.equal((await clerk.send('POST', `${place}/ajukan`, {}, 3)).status, 200)
    assert.equal((await head.send('POST', `${place}/validasi`, {}, 4)).status, 200)
    const versions = (await clerk.get('/api/indikator?unit=dki.bkd&berlaku=2025-03-31&batas=200')).body.isi
    const { pemilikData } = versions.find((v: { kode: string }) => v.kode === kode)
    const verifies = (await due(inspektur)).isi.some((t) => t.jenis === 'verifikasi')
    assert.equal(verifies, pemilikData === null, 'the inspektur verifies exactly what has no owner')
    assert.equal((await bappeda.send('PUT', '/api/periode/2025-TW1', { status: 'TERKUNCI', batas: '2025-04-15' }, 1)).status, 200)
    assert.ok(!(await due(clerk)).isi.some((t) => t.jenis === 'isi'), 'a locked quarter asks for nothing')
  })

  test('who has no part in it has an empty list; the administrator sees one-time passwords', async () => {
    assert.deepEqual(await due(await person('gubernur')), KOSONG)
    const admin = await person('administrator')
    assert.deepEqual(await due(admin), KOSONG)
    assert.equal((await admin.send('POST', '/api/pengguna/bpkd/atur-ulang')).status, 200)
    const { isi } = await due(admin)
    assert.deepEqual([isi.length, isi[0]!.kalimat], [1, '1 akun belum mengganti kata sandi sekali pakai.'])
  })

  test('an office without an agreement of the year is told so', async () => {
    const walikota = await due(await person('walikota.jakpus'))
    assert.deepEqual(
      walikota.isi.map((t) => t.kalimat),
      ['Perjanjian Kinerja 2025 belum disusun. Batasnya satu bulan setelah DPA disahkan.'],
    )
  })
})

describe('search', () => {
  const find = async (who: Person, q: string) => {
    const { status, body } = await who.get(`/api/cari?q=${encodeURIComponent(q)}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body as {
      unit: { kode: string }[]
      indikator: { unit: string; kode: string; hasil: boolean }[]
      naskah: { jenis: string; unit: string; tahun: number; status: string | null }[]
    }
  }
  test('units, indicators and documents hold every word, in any order', async () => {
    const found = await find(clerk, 'PUSAT jakarta')
    assert.equal(found.unit[0]!.kode, 'dki.jakpus')
    const pk = await find(clerk, '2024 perjanjian jakarta pusat')
    assert.deepEqual(
      pk.naskah.map((n) => [n.jenis, n.unit, n.tahun]),
      [['PERJANJIAN_KINERJA', 'dki.jakpus', 2024]],
    )
    const iku = await find(bappeda, 'kepuasan pusat')
    assert.ok(iku.indikator.length > 0 && iku.indikator.every((i) => i.unit.startsWith('dki.jakpus') && i.hasil))
  })
  test('results of another office are not offered to who may not see them', async () => {
    const found = await find(clerk, 'jakarta pusat 2024')
    assert.ok(found.naskah.length > 0 && !found.naskah.some((n) => n.jenis === 'CAPAIAN'))
    assert.ok((await find(bappeda, 'jakarta pusat 2024')).naskah.some((n) => n.jenis === 'CAPAIAN'))
    assert.ok((await find(clerk, 'kepuasan pusat')).indikator.every((i) => !i.hasil))
  })
  test("a draft of another office is not found; one's own is", async () => {
    const walikota = await person('walikota.jakpus')
    assert.equal((await walikota.send('POST', '/api/perjanjian-kinerja', { unit: 'dki.jakpus', tahun: 2025 })).status, 201)
    const seen = async (who: Person) => (await find(who, 'perjanjian jakarta pusat 2025')).naskah.length
    assert.equal(await seen(walikota), 1)
    assert.equal(await seen(clerk), 0)
    assert.equal(await seen(bappeda), 1)
  })
  test('whatever is typed is looked for literally', async () => {
    for (const q of ['%', '_', "'", '"', '\\', "'; drop table account; --", '<script>', '=1+1', 'x'.repeat(10_000)])
      for (const list of Object.values(await find(bappeda, q)))
        for (const found of list)
          assert.ok(Object.values(found).join(' ').includes(q.slice(0, 200)), `${q}: ${JSON.stringify(found)}`)
    assert.deepEqual(await find(bappeda, '\0'), { unit: [], indikator: [], naskah: [] })
    assert.deepEqual((await find(bappeda, 'indeks%')).indikator, [])
    assert.ok((await find(bappeda, 'indeks')).indikator.length > 0)
    assert.deepEqual(await find(bappeda, '   '), { unit: [], indikator: [], naskah: [] })
  })
})
