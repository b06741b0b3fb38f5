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
