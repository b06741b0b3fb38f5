// A draft that is begun with the plan, with its targets proposed from the Renstra and last year's results.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'

const { person } = await example()
const [clerk, stranger] = await Promise.all([person('penyusun.jakpus'), person('penyusun.bkd')])
const UNIT = 'dki.jakpus'
const PK = '/api/perjanjian-kinerja'

test('the plan begins a draft with what it aims at, as the dictionary has it; its targets are proposed with the line they stand on', async () => {
  const { body: awal } = await clerk.get(`${PK}/awal?unit=${UNIT}&tahun=2025`)
  assert.deepEqual([awal.boleh, awal.rencana], [true, { sasaran: 2, indikator: 3 }])
  const { body: made } = await clerk.send('POST', PK, { unit: UNIT, tahun: 2025, dariRencana: true })
  const { body: draft } = await clerk.get(`${PK}/${made.id}`)
  type Line = {
    id: string
    kode: string
    nomor: string | null
    satuan: string
    sumberData: string
    pengukuran: string
    target: object
  }
  const lines: Line[] = draft.sasaran.flatMap((s: { indikator: Line[] }) => s.indikator)
  assert.deepEqual(
    draft.sasaran.map((s: { nomor: string; kelompok: string; indikator: Line[] }) => [
      s.nomor,
      s.kelompok,
      s.indikator.map((i) => i.kode).join(),
    ]),
    [
      ['1', 'STRATEGIS', 'IKL'],
      ['2', 'STRATEGIS', 'IKM,IEK'],
    ],
  )
  assert.deepEqual([lines[0]!.satuan, lines[0]!.target], ['Nilai', {}])
  assert.match(lines[0]!.pengukuran, /^Dasar Hukum: .*\nDefinisi Operasional: .*\nMetode Pengukuran\/Formula: /)

  type Usulan = {
    indikator: string
    periode: string
    target: { nilai: string | null; status: string }
    alasan: string
    sumber: string
  }
  const usulan = async (): Promise<Usulan[]> => (await clerk.get(`${PK}/${made.id}/usulan`)).body.usulan
  const ikl = (await usulan()).filter((u) => u.indikator === lines[0]!.id)
  const year = ikl.find((u) => u.periode === 'TAHUNAN')!
  const results = (await clerk.get(`/api/hasil-tahunan?unit=${UNIT}&indikator=IKL&tahun=2024`)).body
  assert.equal(year.target.status, 'NILAI', JSON.stringify([ikl, results]))
  assert.match(year.sumber, /^\d{3}_\w+\.txt:\d+/)
  assert.match(year.alasan, /Renstra|rencana|realisasi 2024/)

  // Taken as if it were typed: the proposal goes, and the quarters follow what is written.
  const cell = `${PK}/${made.id}/indikator/${lines[0]!.id}/target`
  assert.equal((await clerk.send('PUT', `${cell}/TAHUNAN`, { nilai: year.target.nilai }, 0)).status, 200)
  const after = (await usulan()).filter((u) => u.indikator === lines[0]!.id)
  assert.ok(!after.some((u) => u.periode === 'TAHUNAN'))
  for (const u of after) assert.ok(u.target.status === 'TIDAK_DITARGETKAN' || u.target.nilai === year.target.nilai, u.periode)

  // Below last year's result it is held until a reason and its legal basis are written.
  await clerk.send('PUT', `${cell}/TAHUNAN`, { nilai: '50' }, 1)
  const ratchet = async () =>
    (await clerk.get(`${PK}/${made.id}/temuan`)).body.temuan.find(
      (t: { aturan: string; indikator: string }) => t.aturan === 'PK-07' && t.indikator === lines[0]!.id,
    )
  assert.equal((await ratchet()).berat, 'tinggi')
  const line = { sasaran: draft.sasaran[0].id, urutan: 1, kode: 'IKL', nama: 'Indeks Kepuasan Layanan', satuan: 'Nilai' }
  const lawful = { ...line, alasanTarget: 'Cakupan survei diperluas.', dasarTarget: 'Keputusan Gubernur 1/2025' }
  const { version } = (await clerk.get(`${PK}/${made.id}`)).body.sasaran[0].indikator[0]
  await clerk.send('PUT', `${PK}/${made.id}/indikator/${lines[0]!.id}`, lawful, version)
  assert.equal((await ratchet()).berat, 'rendah')

  assert.equal((await stranger.get(`${PK}/${made.id}/usulan`)).status, 404)
})

test('an office whose plan says nothing for the year begins otherwise, and is told so', async () => {
  const { status, body } = await stranger.send('POST', PK, { unit: 'dki.bkd', tahun: 2026, dariRencana: true })
  assert.deepEqual([status, body.field], [422, 'dariRencana'])
})

// ── issued once, received by all ──
const bpkd = await person('bpkd')
const ITEM = '0194b1c0-0000-7000-8000-00000000b001'
const BERSAMA = `/api/sasaran-bersama/${ITEM}`
const nka = (tahunan: string, more: object = {}) => ({
  pemilik: 'dki.bpkd',
  tahun: 2026,
  kelompok: 'RELEVAN_LAINNYA',
  uraian: 'Tercapainya Target Kinerja Anggaran atas Aspek Implementasi',
  kode: 'NKA',
  nama: 'Persentase Nilai Kinerja Anggaran atas aspek Implementasi',
  sumberData: 'e-Kinerja',
  pengukuran: 'Metode Pengukuran/Formula: PMK 22/PMK.02/2021',
  satuan: 'Persentase',
  target: {
    ...Object.fromEntries(['TW1', 'TW2', 'TW3'].map((p) => [p, { status: 'TIDAK_DITARGETKAN' }])),
    TW4: { nilai: tahunan },
    TAHUNAN: { nilai: tahunan },
  },
  ...more,
})
type Line = {
  id: string
  nama: string
  kode: string | null
  bersama: string | null
  version: number
  target: Record<string, { nilai: string; version: number }>
}
type Draft = {
  id: string
  version: number
  sasaran: { id: string; uraian: string; kelompok: string; nomor: string; urutan: number; version: number; indikator: Line[] }[]
}

test('an item is issued by the owner of its data, in a group that is not the office’s own, and with its five cells', async () => {
  assert.equal((await clerk.send('PUT', BERSAMA, nka('71'), 0)).status, 403)
  const strategis = await bpkd.send('PUT', BERSAMA, nka('71', { kelompok: 'STRATEGIS' }), 0)
  assert.deepEqual([strategis.status, strategis.body.field], [422, 'kelompok'])
  const kosong = await bpkd.send('PUT', BERSAMA, nka('71', { target: { ...nka('71').target, TW1: { status: 'KOSONG' } } }), 0)
  assert.deepEqual([kosong.status, kosong.body.field], [422, 'target'])
  assert.deepEqual((await bpkd.send('PUT', BERSAMA, nka('71'), 0)).body, { version: 1 })
  assert.equal((await bpkd.send('PUT', BERSAMA, nka('72'), 0)).status, 412)
  const { body } = await clerk.get('/api/sasaran-bersama?pemilik=dki.bpkd&tahun=2026')
  assert.deepEqual([body.boleh, body.butir.map((b: Line) => b.nama)], [false, [nka('71').nama]])
})

test('a draft that lacks it is told so; received, its words and targets are the issuer’s, and a change is received again', async () => {
  const { body: list } = await stranger.get(`${PK}?unit=dki.bkd&tahun=2025`)
  const { body: made } = await stranger.send('POST', PK, { unit: 'dki.bkd', tahun: 2026, salinDari: list.isi.at(-1).id })
  const url = `${PK}/${made.id}`
  const read = async (): Promise<Draft> => (await stranger.get(url)).body
  const found = async () =>
    (await stranger.get(`${url}/temuan`)).body.temuan.filter((t: { aturan: string }) => t.aturan === 'PK-14')
  const standing = async () => (await stranger.get(`${url}/bersama`)).body.penerimaan[0]
  const lineOf = (draft: Draft) => draft.sasaran.flatMap((s) => s.indikator).find((i) => i.kode === 'NKA')!

  const before = await read()
  assert.equal((await found()).length, 1)
  assert.deepEqual((await found())[0].butir, { id: ITEM, version: 1 })
  assert.equal((await standing()).keadaan, 'BELUM')
  assert.ok(
    (await standing()).beda.some((b: { bidang: string }) => b.bidang === 'nama'),
    'the line of last year is what it is held against',
  )

  // The line of last year becomes it: nothing stands twice.
  assert.equal((await stranger.send('POST', `${url}/bersama`, { butir: [{ id: ITEM, version: 1 }] })).status, 200)
  const after = await read()
  assert.deepEqual([after.sasaran.length, lineOf(after).id], [before.sasaran.length, lineOf(before).id])
  assert.deepEqual([lineOf(after).nama, lineOf(after).bersama, lineOf(after).target.TAHUNAN!.nilai], [nka('71').nama, ITEM, '71'])
  assert.deepEqual(await found(), [])
  assert.equal((await standing()).keadaan, 'DITERIMA')

  // Its words and targets are not this office's to change; its place is.
  const line = lineOf(after)
  const sasaran = after.sasaran.find((s) => s.indikator.includes(line))!
  const target = await stranger.send(
    'PUT',
    `${url}/indikator/${line.id}/target/TAHUNAN`,
    { nilai: '60' },
    line.target.TAHUNAN!.version,
  )
  assert.deepEqual([target.status, target.body.code], [423, 'TERSEGEL'])
  const isi = { sasaran: sasaran.id, urutan: 1, kode: 'NKA', satuan: 'Persentase', sumberData: 'e-Kinerja' }
  assert.equal(
    (await stranger.send('PUT', `${url}/indikator/${line.id}`, { ...isi, nama: 'Lain' }, line.version)).body.code,
    'TERSEGEL',
  )
  const kept = { urutan: sasaran.urutan, nomor: sasaran.nomor, kelompok: sasaran.kelompok }
  assert.equal(
    (await stranger.send('PUT', `${url}/sasaran/${sasaran.id}`, { ...kept, uraian: 'Lain' }, sasaran.version)).body.code,
    'TERSEGEL',
  )

  // The issuer changes it: the draft says what has changed, and takes exactly what was seen.
  assert.deepEqual((await bpkd.send('PUT', BERSAMA, nka('73.5'), 1)).body, { version: 2 })
  const [changed] = await found()
  assert.match(changed.penjelasan, /mengubah butir ini sesudah diterima \(target triwulan IV, target tahunan\)/)
  assert.equal(changed.indikator, line.id)
  assert.equal((await stranger.send('POST', `${url}/bersama`, { butir: [{ id: ITEM, version: 1 }] })).status, 412)
  assert.equal((await stranger.send('POST', `${url}/bersama`, { butir: [{ id: ITEM, version: 2 }] })).status, 200)
  assert.equal(lineOf(await read()).target.TAHUNAN!.nilai, '73.5')
  assert.deepEqual(await found(), [])

  // Withdrawn, with a reason, it is the office's own line again.
  assert.equal((await bpkd.send('POST', `${BERSAMA}/tarik`, { alasan: 'Digabung dengan indikator lain.' }, 2)).status, 200)
  assert.match((await found())[0].penjelasan, /menarik butir ini: Digabung dengan indikator lain\./)
  const own = lineOf(await read())
  assert.equal(
    (await stranger.send('PUT', `${url}/indikator/${own.id}/target/TAHUNAN`, { nilai: '74' }, own.target.TAHUNAN!.version)).status,
    200,
  )
})

test('an item for named offices is asked of no other', async () => {
  const other = '0194b1c0-0000-7000-8000-00000000b002'
  await bpkd.send('PUT', `/api/sasaran-bersama/${other}`, nka('80', { untuk: ['dki.jakpus'], nama: 'Lain', kode: null }), 0)
  const { body } = await stranger.get(`${PK}/terbaru?unit=dki.bkd&tahun=2026`)
  const { temuan } = (await stranger.get(`${PK}/${body.naskah.id}/temuan`)).body
  assert.ok(!temuan.some((t: { butir?: { id: string } }) => t.butir?.id === other))
  const refused = await stranger.send('POST', `${PK}/${body.naskah.id}/bersama`, { butir: [{ id: other, version: 1 }] })
  assert.equal(refused.status, 404)
})

test('an indicator that its issuer defines is defined for who receives it: nothing is missing, it is measured, and changed by its issuer only', async () => {
  const item = '0194b1c0-0000-7000-8000-00000000b003'
  const versi = {
    nama: 'Indeks Kepatuhan Aset',
    dasarHukum: ['Permendagri 19/2016'],
    definisi: 'Aset yang tercatat tertib',
    caraUkur: 'Aset tertib dibagi seluruh aset',
    satuan: 'Persentase',
    jenisNilai: 'ANGKA',
    polaritas: 'MAKSIMAL',
    agregasi: 'TERAKHIR',
    desimal: 2,
    skalaMin: '0',
    skalaMaks: '100',
    sumberData: 'Buku inventaris',
    iku: true,
    berlakuDari: '2026-01-01',
  }
  const isi = nka('90', { kode: 'IKA', nama: versi.nama, uraian: 'Tertibnya aset', sumberData: versi.sumberData })
  assert.equal((await bpkd.send('PUT', `/api/sasaran-bersama/${item}`, isi, 0)).status, 200)
  const { body } = await stranger.get(`${PK}/terbaru?unit=dki.bkd&tahun=2026`)
  const url = `${PK}/${body.naskah.id}`
  const line = async () =>
    ((await stranger.get(url)).body as Draft).sasaran.flatMap((s) => s.indikator).find((i) => i.nama === versi.nama)!
  const missing = async () => {
    const { id } = await line()
    const { temuan } = (await stranger.get(`${url}/temuan`)).body
    return temuan.filter((t: { aturan: string; indikator: string }) => t.aturan === 'PK-10' && t.indikator === id)
  }
  const take = async () => stranger.send('POST', `${url}/bersama`, { butir: [{ id: item, version: 1 }] })
  // Not even its issuer defines it: that is said, with whom to ask.
  assert.equal((await take()).status, 200)
  assert.equal((await line()).kode, null)
  assert.match((await missing())[0].penjelasan, /Penerbit indikator ini belum mendefinisikannya/)

  assert.equal((await bpkd.send('POST', '/api/indikator', { unit: 'dki.bpkd', kode: 'IKA', versi })).status, 201)
  const standing = (await stranger.get(`${url}/bersama`)).body.penerimaan.find(
    (p: { butir: { id: string } }) => p.butir.id === item,
  )
  assert.equal(standing.keadaan, 'BERUBAH', 'with its definition it is received again')
  assert.equal((await take()).status, 200)
  assert.equal((await line()).kode, 'IKA')
  assert.deepEqual(await missing(), [])

  const kamus = '/api/kamus/dki.bkd/IKA?tahun=2026'
  const shown = (await stranger.get(kamus)).body
  assert.deepEqual([shown.entri.definisi, shown.entri.definisiDari, shown.bolehUbah], [versi.definisi, 'dki.bpkd', false])
  const own = await stranger.send('POST', '/api/indikator/dki.bkd/IKA/versi', { ...versi, berlakuDari: '2026-07-01' }, 1)
  assert.deepEqual([own.status, own.body.code], [423, 'TERSEGEL'])
  const bappeda = await person('bappeda')
  assert.ok((await bappeda.send('PUT', '/api/periode/2026-TW4', { status: 'TERBUKA', batas: '2027-01-15' }, 0)).status < 300)
  const cell = '/api/pengukuran/dki.bkd/IKA/2026-TW4'
  const beyond = await stranger.send('PUT', `${cell}/isian`, { tercetak: '190' }, 0)
  assert.match(beyond.body.detail, /di luar skala IKA: 0 sampai 100/)
  assert.equal((await stranger.send('PUT', `${cell}/isian`, { tercetak: '91,5' }, 0)).status, 200)
  const { hasil } = (await stranger.get(cell)).body
  assert.deepEqual([hasil.nilai.tampil, hasil.cara], ['91,50', 'KLAIM'])

  // What the issuer corrects holds here at once; an entry of one's own comes before it.
  const corrected = await bpkd.send('PUT', '/api/indikator/dki.bpkd/IKA/versi/1', { ...versi, definisi: 'Aset tertib' }, 1)
  assert.equal(corrected.status, 200)
  assert.equal((await stranger.get(kamus)).body.entri.definisi, 'Aset tertib')
  assert.equal((await stranger.send('POST', '/api/indikator', { unit: 'dki.bkd', kode: 'IKA', versi })).status, 201)
  const again = (await stranger.get(kamus)).body
  assert.deepEqual([again.entri.definisiDari, again.entri.definisi, again.bolehUbah], [null, versi.definisi, true])
})
