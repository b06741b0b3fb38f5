import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { permits } from '../pengguna/queries.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { type App, createServer, type Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { importPerjanjianKinerja } from './commands-naskah.ts'
import { paper, withDictionary, withUnits } from './contoh.testing.ts'
import { inForce } from './queries.ts'
import { routes } from './routes.ts'

const { db } = await freshDatabase()
const now = new Date('2025-01-20T03:00:00Z')
const ctx = contextAt(now)
await withUnits(db, 'dki.bkd', 'dki.jakpus', 'dki.bpsdm')
await withDictionary(db, 'bkd-2025/indikator.json', 'jakpus/indikator.json', 'bpsdm-2023/indikator.json')

/** The role travels in a header: this test is about the room, not about signing in. */
const gate = {
  actorOf: async (req: { headers: Record<string, unknown> }) => ({
    id: 'uji',
    nama: 'Uji',
    peran: JSON.parse(String(req.headers['x-peran'] ?? '[]')),
  }),
  permits: (c: typeof ctx, act: string, unit: string | undefined) => permits(db, c, act, unit),
}
const app: App = await createServer({ clock: () => now, gate, logLevel: 'silent' })
routes(app, { db, clock: () => now } as unknown as Services)

const PENYUSUN = [{ peran: 'PENYUSUN', unit: 'dki.bkd' }]
const ASING = [{ peran: 'PENYUSUN', unit: 'dki.jakpus' }]
async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, peran: object, payload?: object, seen?: number) {
  const headers = { 'x-peran': JSON.stringify(peran), ...(seen !== undefined && { 'if-match': `"${seen}"` }) }
  const res = await app.inject({ method, url, headers, payload })
  return { status: res.statusCode, body: res.json(), etag: res.headers.etag }
}

const imported: Record<string, string> = {}
test('all papers of the example are kept as they are, with findings that block nothing', async () => {
  for (const [name, rules] of [
    ['bkd-2025/pk.json', ['PK-09', 'PK-13']],
    ['jakpus/pk-2023.json', ['PK-02', 'PK-03', 'PK-11', 'PK-13']],
    ['jakpus/pk-2024.json', ['PK-02', 'PK-03', 'PK-09', 'PK-13']],
    ['bpsdm-2023/pk-2023.json', ['PK-03', 'PK-09', 'PK-13']],
  ] as const) {
    const { id, temuan } = await inTransaction(db, async (tx) => accepted(await importPerjanjianKinerja(tx, ctx, paper(name))))
    assert.deepEqual([...new Set(temuan.map((t) => t.aturan))].sort(), [...rules], name)
    imported[name] = id
  }
  const counts = await many(
    db,
    sql<{ unit: string; tahun: number; n: string }>`select p.unit, p.tahun, count(*) as n from perjanjian_kinerja p
    join perjanjian_kinerja_sasaran s on s.pk = p.id join perjanjian_kinerja_indikator i on i.sasaran = s.id group by 1, 2 order by 1, 2`,
  )
  assert.deepEqual(
    counts.map((c) => [c.unit, c.tahun, Number(c.n)]),
    [
      ['dki.bkd', 2025, 10],
      ['dki.bpsdm', 2023, 22],
      ['dki.jakpus', 2023, 28],
      ['dki.jakpus', 2024, 15],
    ],
  )
})

test('the same paper again is recognised; another paper in its place is refused', async () => {
  const again = await inTransaction(db, async (tx) => accepted(await importPerjanjianKinerja(tx, ctx, paper('bkd-2025/pk.json'))))
  assert.deepEqual([again.id, again.dimuat], [imported['bkd-2025/pk.json'], 0])
  const other = await inTransaction(db, (tx) =>
    importPerjanjianKinerja(tx, ctx, { ...paper('bkd-2025/pk.json'), keterangan: 'lain' }),
  )
  assert.ok(isRefusal(other) && other.refused === 'BENTROK')
})

test('a row of five quarter cells is refused with its place', async () => {
  const file = paper('jakpus/pk-2023.json')
  const row = file.kelompok
    .flatMap((k) => k.sasaran)
    .flatMap((s) => s.indikator)
    .find((i) => i.baris === 71)!
  row.triwulan.push(row.triwulan[0]!)
  const no = await inTransaction(db, (tx) => importPerjanjianKinerja(tx, ctx, { ...file, versi: 9 }))
  assert.ok(isRefusal(no))
  assert.match(no.detail, /^baris 71: lima sel triwulan, seharusnya empat/)
  assert.equal(await inForce(db, 'dki.jakpus', 2023).then((p) => p?.versi), 1)
})

test('everybody signed in reads what is DITETAPKAN, but a NIP only those who may see drafts', async () => {
  const url = `/api/perjanjian-kinerja/${imported['bkd-2025/pk.json']}`
  const outside = await call('GET', url, ASING)
  assert.equal(outside.status, 200)
  assert.equal(outside.body.pihakPertama.nama, 'Chaidir')
  assert.doesNotMatch(JSON.stringify(outside.body), /1966081819/)
  assert.deepEqual(outside.body.sasaran[1].indikator[0].target.TW4.nilai, '50.36')
  const inside = await call('GET', url, PENYUSUN)
  assert.equal(inside.body.pihakPertama.nip, '196608181990031008')
  assert.doesNotMatch(JSON.stringify((await call('GET', `${url}/temuan`, ASING)).body), /1966081819/)
  assert.match(JSON.stringify((await call('GET', `${url}/temuan`, PENYUSUN)).body), /19660818199031008/)
})

test('the list pages, and shows drafts to their office and the reviewers only', async () => {
  const draft = await call('POST', '/api/perjanjian-kinerja', PENYUSUN, { unit: 'dki.bkd', tahun: 2026 })
  assert.equal(draft.status, 201)
  const years = async (peran: object, query = '') =>
    (await call('GET', `/api/perjanjian-kinerja${query}`, peran)).body.isi.map((p: { tahun: number }) => p.tahun)
  assert.deepEqual(await years(PENYUSUN, '?unit=dki.bkd'), [2026, 2025])
  assert.deepEqual(await years(PENYUSUN), [2026, 2025, 2024, 2023, 2023])
  assert.deepEqual(await years(ASING), [2025, 2024, 2023, 2023])
  assert.deepEqual(await years([{ peran: 'BIRO_ORB', unit: 'dki.orb' }], '?tahun=2026'), [2026])
  const first = await call('GET', '/api/perjanjian-kinerja?batas=2', ASING)
  const next = await call('GET', `/api/perjanjian-kinerja?batas=2&kursor=${first.body.lanjut}`, ASING)
  assert.deepEqual(
    [...first.body.isi, ...next.body.isi].map((p) => p.unit),
    ['dki.bkd', 'dki.jakpus', 'dki.bpsdm', 'dki.jakpus'],
  )
  assert.equal((await call('GET', `/api/perjanjian-kinerja/${draft.body.id}`, ASING)).status, 404)
})

test('a draft is filled line by line, each with its version; a target beyond the scale is refused', async () => {
  const { body } = await call('GET', '/api/perjanjian-kinerja?tahun=2026', PENYUSUN)
  const url = `/api/perjanjian-kinerja/${body.isi[0].id}`
  const [sasaran, baris] = [randomUUID(), randomUUID()]
  await inTransaction(db, (tx) =>
    sql`update indikator_versi set skala_maks = 100 where unit = 'dki.bkd' and kode = 'IPASN'`.execute(tx),
  )
  const isian = { urutan: 1, nomor: '1', kelompok: 'STRATEGIS', uraian: 'Profesionalitas ASN meningkat' }
  assert.equal((await call('PUT', `${url}/sasaran/${sasaran}`, PENYUSUN, isian)).status, 428)
  assert.equal((await call('PUT', `${url}/sasaran/${sasaran}`, ASING, isian, 0)).status, 403)
  assert.equal((await call('PUT', `${url}/sasaran/${sasaran}`, PENYUSUN, { ...isian, kelompok: 'KHUSUS' }, 0)).body.rule, 'PK-01')
  assert.equal((await call('PUT', `${url}/sasaran/${sasaran}`, PENYUSUN, isian, 0)).etag, '"1"')
  const stale = await call('PUT', `${url}/sasaran/${sasaran}`, PENYUSUN, { ...isian, uraian: 'Lain' }, 0)
  assert.deepEqual([stale.status, stale.body.current.uraian, stale.body.sent.uraian], [412, isian.uraian, 'Lain'])

  const line = { sasaran, urutan: 1, nomor: '1', kode: 'IPASN', nama: 'Indeks Profesionalitas ASN', satuan: 'Nilai' }
  assert.equal((await call('PUT', `${url}/indikator/${baris}`, PENYUSUN, { ...line, kode: 'TAK_ADA' }, 0)).body.rule, 'PK-10')
  assert.equal((await call('PUT', `${url}/indikator/${baris}`, PENYUSUN, line, 0)).status, 200)
  const target = `${url}/indikator/${baris}/target/TW4`
  assert.deepEqual((await call('PUT', target, PENYUSUN, { nilai: '100.5' }, 0)).body.rule, 'PK-06')
  assert.match((await call('PUT', target, PENYUSUN, { nilai: `0.${'1'.repeat(40)}` }, 0)).body.detail, /paling banyak 34 angka/)
  assert.match((await call('PUT', target, PENYUSUN, { min: '9', maks: '8' }, 0)).body.detail, /Batas bawah rentang/)
  assert.equal((await call('PUT', target, PENYUSUN, { nilai: '51' }, 0)).body.version, 1)
  assert.equal((await call('PUT', target, PENYUSUN, { nilai: '52' }, 0)).status, 412)
  assert.equal((await call('PUT', target, PENYUSUN, { nilai: '52' }, 1)).body.version, 2)
  const rows = await many(
    db,
    sql<{ nilai: string; ended: boolean }>`select nilai, superseded_at is not null as ended
    from perjanjian_kinerja_target where indikator = ${baris} order by version`,
  )
  assert.deepEqual(rows, [
    { nilai: '51', ended: true },
    { nilai: '52', ended: false },
  ])
})

test('a paper that is DITETAPKAN is sealed: editing a line is TERSEGEL', async () => {
  const id = imported['bkd-2025/pk.json']
  const { body } = await call('GET', `/api/perjanjian-kinerja/${id}`, PENYUSUN)
  const line = body.sasaran[0].indikator[0]
  const no = await call('PUT', `/api/perjanjian-kinerja/${id}/indikator/${line.id}/target/TW4`, PENYUSUN, { nilai: '330' }, 1)
  assert.deepEqual([no.status, no.body.code, no.body.field], [423, 'TERSEGEL', 'target.TW4'])
})

test('a revision needs a legal reason, and begins with the lines of the version before', async () => {
  const body = { unit: 'dki.bkd', tahun: 2025 }
  assert.equal((await call('POST', '/api/perjanjian-kinerja', PENYUSUN, body)).body.field, 'alasanRevisi')
  const made = await call('POST', '/api/perjanjian-kinerja', PENYUSUN, { ...body, alasanRevisi: 'GANTI_PEJABAT' })
  assert.equal(made.status, 201)
  const { body: revision } = await call('GET', `/api/perjanjian-kinerja/${made.body.id}`, PENYUSUN)
  assert.deepEqual([revision.versi, revision.sasaran.length, revision.sasaran[9].indikator[0].target.TAHUNAN.nilai], [2, 10, '100'])
  assert.equal((await call('POST', '/api/perjanjian-kinerja', PENYUSUN, { ...body, alasanRevisi: 'GANTI_PEJABAT' })).status, 409)
})

test('a new year begins with the lines of an earlier one, in the groups and numbers of its own form, with its targets', async () => {
  const begin = '/api/perjanjian-kinerja/awal?unit=dki.jakpus&tahun=2025'
  assert.deepEqual((await call('GET', begin, PENYUSUN)).body, {
    boleh: false,
    revisi: false,
    sumber: [],
    rencana: { sasaran: 0, indikator: 0 },
  })
  const { body: offered } = await call('GET', begin, ASING)
  assert.deepEqual([offered.boleh, offered.sumber.map((s: { tahun: number }) => s.tahun)], [true, [2024, 2023]])
  const salinDari = imported['jakpus/pk-2024.json']
  const body = { unit: 'dki.jakpus', tahun: 2025, salinDari }
  const strange = await call('POST', '/api/perjanjian-kinerja', ASING, { ...body, salinDari: imported['bkd-2025/pk.json'] })
  assert.deepEqual([strange.status, strange.body.field], [400, 'salinDari'])
  const made = await call('POST', '/api/perjanjian-kinerja', ASING, body)
  const { body: draft } = await call('GET', `/api/perjanjian-kinerja/${made.body.id}`, ASING)
  assert.deepEqual([draft.bentuk, draft.bolehUbah, draft.sasaran.length], ['DKI_2025', true, 14])
  assert.deepEqual(
    draft.sasaran.map((s: { nomor: string }) => s.nomor),
    Array.from({ length: 14 }, (_, n) => String(n + 1)),
  )
  assert.deepEqual([...new Set(draft.sasaran.map((s: { kelompok: string }) => s.kelompok))], ['STRATEGIS', 'RELEVAN_LAINNYA'])
  const [ikl] = draft.sasaran[0].indikator
  const { nilai, tercetak, sumber } = ikl.target.TAHUNAN
  assert.deepEqual([ikl.kode, nilai, ikl.sumber, sumber, tercetak], ['IKL', '93.93', null, null, null], 'a draft is printed anew')
  const { body: found } = await call('GET', `/api/perjanjian-kinerja/${made.body.id}/temuan`, ASING)
  assert.ok(found.temuan.some((t: { aturan: string; indikator: string }) => t.aturan === 'PK-03' && t.indikator === ikl.id))
})

test('lines are moved, deleted and numbered again; what another changed meanwhile is not undone', async () => {
  const { body: list } = await call('GET', '/api/perjanjian-kinerja?tahun=2025&unit=dki.jakpus', ASING)
  const url = `/api/perjanjian-kinerja/${list.isi[0].id}`
  const read = async () => (await call('GET', url, ASING)).body
  type Line = { id: string; version: number; nomor: string; indikator: Line[] }
  const order = (lines: Line[]) => lines.map((s) => ({ sasaran: s.id, indikator: s.indikator.map((i) => i.id) }))
  const before = await read()
  const [first, second, ...rest] = before.sasaran
  const susunan = order([second, first, ...rest])
  assert.equal((await call('PUT', `${url}/susunan`, PENYUSUN, { susunan }, before.version)).status, 403)
  assert.equal((await call('PUT', `${url}/susunan`, ASING, { susunan: susunan.slice(1) }, before.version)).status, 409)
  assert.equal((await call('PUT', `${url}/susunan`, ASING, { susunan }, before.version)).status, 200)
  assert.equal((await call('PUT', `${url}/susunan`, ASING, { susunan }, before.version)).status, 412)
  const moved = await read()
  assert.deepEqual(
    moved.sasaran.slice(0, 3).map((s: Line) => [s.id, s.nomor, s.version]),
    [
      [second.id, '1', second.version + 1],
      [first.id, '2', first.version + 1],
      [rest[0].id, '3', rest[0].version],
    ],
  )
  const [top] = moved.sasaran
  assert.equal((await call('DELETE', `${url}/sasaran/${top.id}`, ASING, undefined, top.version)).body.rule, 'PK-01')
  for (const i of top.indikator) {
    assert.equal((await call('DELETE', `${url}/indikator/${i.id}`, ASING, undefined, i.version + 7)).status, 412)
    const now = (await read()).sasaran[0].indikator.find((x: Line) => x.id === i.id)
    assert.equal((await call('DELETE', `${url}/indikator/${i.id}`, ASING, undefined, now.version)).status, 200)
  }
  assert.equal((await call('DELETE', `${url}/sasaran/${top.id}`, ASING, undefined, top.version)).status, 200)
  const left = await read()
  assert.deepEqual([left.sasaran.length, left.sasaran[0].id, left.sasaran[0].nomor], [13, first.id, '1'])
  assert.equal((await call('DELETE', `${url}/sasaran/${top.id}`, ASING, undefined, top.version)).status, 404)
})

test('a draft line may lack its text and a target may be emptied; both are findings, not refusals', async () => {
  const { body: list } = await call('GET', '/api/perjanjian-kinerja?tahun=2025&unit=dki.jakpus', ASING)
  const url = `/api/perjanjian-kinerja/${list.isi[0].id}`
  const { body: draft } = await call('GET', url, ASING)
  const [sasaran] = draft.sasaran
  const baris = randomUUID()
  assert.equal((await call('PUT', `${url}/indikator/${baris}`, ASING, { sasaran: sasaran.id, urutan: 9, nama: '' }, 0)).status, 200)
  const [line] = sasaran.indikator
  const emptied = await call('PUT', `${url}/indikator/${line.id}/target/TAHUNAN`, ASING, { status: 'KOSONG' }, 1)
  assert.deepEqual([emptied.status, emptied.body.version], [200, 2])
  const { body: found } = await call('GET', `${url}/temuan`, ASING)
  const of = (id: string) =>
    found.temuan.filter((t: { indikator: string }) => t.indikator === id).map((t: { penjelasan: string }) => t.penjelasan)
  assert.ok(of(baris).includes('Nama indikator belum diisi.'))
  assert.match(of(line.id).join(' '), /Target tahunan belum diisi/)
})

test('the parties of a draft are changed under the version of the agreement', async () => {
  const { body: list } = await call('GET', '/api/perjanjian-kinerja?tahun=2025&unit=dki.jakpus', ASING)
  const url = `/api/perjanjian-kinerja/${list.isi[0].id}`
  const { body: draft } = await call('GET', url, ASING)
  const pihak = { nama: 'Penguji', nip: '197403091993111001', jabatan: 'Walikota' }
  const body = { pihakPertama: pihak, pihakKedua: { ...pihak, nama: 'Atasan', nip: null } }
  assert.equal((await call('PUT', `${url}/pihak`, PENYUSUN, body, draft.version)).status, 403)
  assert.equal((await call('PUT', `${url}/pihak`, ASING, body, draft.version)).body.version, draft.version + 1)
  assert.equal((await call('PUT', `${url}/pihak`, ASING, body, draft.version)).status, 412)
  assert.deepEqual((await call('GET', url, ASING)).body.pihakPertama, pihak)
  const sealed = await call('PUT', `/api/perjanjian-kinerja/${imported['jakpus/pk-2024.json']}/pihak`, ASING, body, 1)
  assert.equal(sealed.body.code, 'TERSEGEL')
})

test('every act stands in the ledger, without a NIP', async () => {
  const lines = await many(
    db,
    sql<{
      act: string
      office: string
      detail: string
    }>`select act, office, detail from ledger where act like 'perjanjian-kinerja.%'`,
  )
  assert.deepEqual([...new Set(lines.map((l) => l.act))].sort(), [
    'perjanjian-kinerja.hapus-indikator',
    'perjanjian-kinerja.hapus-sasaran',
    'perjanjian-kinerja.impor',
    'perjanjian-kinerja.isi-indikator',
    'perjanjian-kinerja.isi-pihak',
    'perjanjian-kinerja.isi-sasaran',
    'perjanjian-kinerja.isi-target',
    'perjanjian-kinerja.susun',
    'perjanjian-kinerja.susun-ulang',
  ])
  assert.ok(lines.every((l) => !/\b\d{17,18}\b/.test(l.detail)))
})
