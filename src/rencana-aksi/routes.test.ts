import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { permits } from '../pengguna/queries.ts'
import { importPerjanjianKinerja } from '../perjanjian-kinerja/commands-naskah.ts'
import { contoh, paper, withDictionary, withUnits } from '../perjanjian-kinerja/contoh.testing.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { importRencanaAksi } from './commands.ts'
import { decidePerubahan } from './commands-perubahan.ts'
import { linesOf } from './queries.ts'
import { RencanaAksiFile } from './rencana-aksi.ts'
import { routes } from './routes.ts'
import { routes as changes } from './routes-perubahan.ts'

// ── the plan of BKD 2025 (seed 000) in a database ──
const { db } = await freshDatabase()
const now = new Date('2025-01-20T03:00:00Z')
const ctx = contextAt(now)
await withUnits(db, 'dki.bkd', 'dki.bpsdm', 'dki.jakpus')
await withDictionary(db, 'bkd-2025/indikator.json')
await inTransaction(db, async (tx) => accepted(await importPerjanjianKinerja(tx, ctx, paper('bkd-2025/pk.json'))))
const file = () => RencanaAksiFile.parse(contoh('bkd-2025/rencana-aksi.json'))
const bkd = await inTransaction(db, async (tx) => accepted(await importRencanaAksi(tx, ctx, file())))
const found = (aturan: string) => bkd.temuan.filter((t) => t.aturan === aturan)

test('the plan of BKD holds 29 RA, 41 printed criteria in 48 places, and 88 outputs', async () => {
  const all = (await linesOf(db, bkd.id)).flatMap((i) => i.ra)
  const kk = all.flatMap((a) => a.kk)
  const printed = kk.filter((k) => k.kode !== null)
  assert.deepEqual(
    [all.length, printed.length, printed.flatMap((k) => k.tempat).length, kk.flatMap((k) => k.output).length],
    [29, 41, 48, 88],
  )
  assert.equal(kk.length, 42, 'and one criterion that the paper does not print')
})

test('T/O2.1.1 stands twice, lines 117 and 120, the second under KK2.4', () => {
  const twice = found('RA-05').filter((t) => /indikator 1, T\/O2.1.1$/.test(t.letak))
  assert.deepEqual(
    twice.map((t) => [t.baris, t.terkait]),
    [
      [120, [117]],
      [120, []],
    ],
  )
  assert.ok(found('RA-05').some((t) => t.tercetak === 'T/01.1.3' && t.seharusnya === 'T/O1.1.3'))
  assert.ok(found('RA-05').some((t) => t.jenis === 'missing-value' && t.letak === 'indikator 7'))
})

test('risk management has no step in TW III, which is N/A there', () => {
  assert.deepEqual(
    found('RA-02')
      .filter((t) => t.letak.startsWith('indikator 8'))
      .map((t) => [t.letak, t.berat]),
    [['indikator 8, triwulan III', 'sedang']],
  )
})

test('one "1 Laporan" is shared by four outputs (line 152)', () => {
  assert.ok(found('RA-04').some((t) => t.baris === 152 && t.penjelasan.includes('"1 Laporan" dipakai bersama 4 output')))
  assert.equal(found('RA-04').length, 6)
})

test('KK3.1 promises 2.100 profiles where its outputs hold 750; the other sums agree', () => {
  assert.deepEqual(
    found('RA-06').map((t) => [t.letak, t.tercetak, t.seharusnya, t.baris]),
    [['indikator 1, KK3.1', '2.100', '750', 124]],
  )
})

test('no action carries a mitigation: said once, and as a warning, since the plan was signed before the program', () => {
  assert.deepEqual(
    found('RA-03').map((t) => [t.letak, t.berat, t.terkait.length]),
    [['seluruh rencana aksi', 'sedang', 28]],
  )
})

test('every indicator has its action and its line of the agreement; the plan misprints a sasaran and leaves one blank', () => {
  assert.deepEqual([found('RA-01').length, found('RA-07').length], [0, 0])
  assert.ok(found('RA-09').some((t) => t.tercetak?.includes('Sitem Merit')))
  assert.deepEqual(
    found('RA-09')
      .filter((t) => t.letak.startsWith('indikator 7'))
      .map((t) => t.jenis),
    ['missing-value', 'missing-value', 'missing-value'],
  )
})

test('the same plan again is recognised, another in its place refused', async () => {
  assert.equal((await inTransaction(db, async (tx) => accepted(await importRencanaAksi(tx, ctx, file())))).dimuat, 0)
  assert.ok(isRefusal(await inTransaction(db, (tx) => importRencanaAksi(tx, ctx, { ...file(), keterangan: 'lain' }))))
})

// ── the routes ──
const gate = {
  actorOf: async (req: { headers: Record<string, unknown> }) => ({
    id: 'uji',
    nama: 'Uji',
    peran: JSON.parse(String(req.headers['x-peran'])),
  }),
  permits: (c: typeof ctx, act: string, unit: string | undefined) => permits(db, c, act, unit),
}
const app = await createServer({ clock: () => now, gate, logLevel: 'silent' })
routes(app, { db, clock: () => now } as unknown as Services)
changes(app, { db, clock: () => now } as unknown as Services)
async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, unit: string, payload?: object, seen = 0) {
  const headers = { 'x-peran': JSON.stringify([{ peran: 'PENYUSUN', unit }]), 'if-match': `"${seen}"` }
  const res = await app.inject({ method, url, headers, payload })
  return { status: res.statusCode, body: res.json() }
}
type Output = {
  id: string
  kode: string
  uraian: string
  version: number
  disalinDari: object | null
  jumlah: object
  satuan: string
  triwulan: string
  penanggungJawab: string[]
}
type Aksi = {
  id: string
  kode: string
  uraian: string
  version: number
  kk: { id: string; kode: string; uraian: string | null; version: number; output: Output[] }[]
}
type Plan = {
  status: string
  bolehUbah: boolean
  bentuk: { kode: string }
  indikator: { id: string; nama: string; kelompok: string; target: { nilai: string }; ra: Aksi[] }[]
}
const read = async (url: string, unit: string) => (await call('GET', url, unit)).body as Plan
const line = () => randomUUID()

test('everybody reads a plan in force, with the form of its year; nobody writes in it', async () => {
  const url = `/api/rencana-aksi/${bkd.id}`
  const plan = await read(url, 'dki.jakpus')
  assert.deepEqual([plan.indikator.length, plan.bentuk.kode, plan.bolehUbah], [10, 'DKI_2025', false])
  assert.deepEqual(
    [plan.indikator[0]!.ra[1]!.kk[3]!.output[0]!.kode, plan.indikator[0]!.kelompok],
    ['T/O2.1.1', 'Sasaran Strategis'],
  )
  const { temuan } = (await call('GET', `${url}/temuan`, 'dki.jakpus')).body
  assert.equal(temuan.length, bkd.temuan.length)
  const shared = temuan.find((t: { baris: number; aturan: string }) => t.aturan === 'RA-04' && t.baris === 152)
  const outputs = plan.indikator
    .flatMap((i) => i.ra)
    .flatMap((a) => a.kk)
    .flatMap((k) => k.output)
  assert.ok(outputs.some((o) => o.id === shared.tempat.baris) && shared.tempat.bidang === 'jumlah', 'a finding leads to its cell')
  const isi = { indikator: plan.indikator[0]!.id, uraian: 'x' }
  assert.equal((await call('PUT', `${url}/ra/${line()}`, 'dki.bkd', isi)).status, 423)
  assert.equal((await call('DELETE', `${url}/ra/${plan.indikator[0]!.ra[0]!.id}`, 'dki.bkd', undefined, 1)).status, 423)
})

const bpsdm = { unit: 'dki.bpsdm', tahun: 2023 }
let url = ''
test('a draft begins with the indicators of the agreement, for the office only', async () => {
  assert.equal((await call('POST', '/api/rencana-aksi', 'dki.bpsdm', bpsdm)).status, 422, 'no agreement yet')
  await inTransaction(db, async (tx) => accepted(await importPerjanjianKinerja(tx, ctx, paper('bpsdm-2023/pk-2023.json'))))
  const may = await call('GET', '/api/rencana-aksi/bahan-draf?unit=dki.bpsdm&tahun=2023', 'dki.bpsdm')
  assert.deepEqual(may.body, { boleh: true, indikator: 22, perluPerubahan: false, draf: null, salin: [] })
  assert.equal((await call('GET', '/api/rencana-aksi/bahan-draf?unit=dki.bpsdm&tahun=2023', 'dki.bkd')).body.boleh, false)
  assert.equal((await call('POST', '/api/rencana-aksi', 'dki.bkd', bpsdm)).status, 403)
  const draft = await call('POST', '/api/rencana-aksi', 'dki.bpsdm', bpsdm)
  assert.equal(draft.status, 201)
  url = `/api/rencana-aksi/${draft.body.id}`
  assert.equal((await call('GET', url, 'dki.bkd')).status, 404)
  const plan = await read(url, 'dki.bpsdm')
  assert.deepEqual([plan.indikator[0]!.target.nilai, plan.bolehUbah], ['31', true])
})

const [ra, kk, to] = [line(), line(), line()]
const isi = { kk, uraian: 'Laporan', jumlah: { nilai: '1' }, satuan: 'Laporan', triwulan: 'TW1', penanggungJawab: ['Sekretaris'] }
test('lines are saved one by one, with versions; their codes are given by their place', async () => {
  const [first] = (await read(url, 'dki.bpsdm')).indikator
  const saved = await call('PUT', `${url}/ra/${ra}`, 'dki.bpsdm', { indikator: first!.id, uraian: 'Menyusun' })
  assert.deepEqual(saved, { status: 200, body: { version: 1, kode: 'RA1' } })
  assert.equal((await call('PUT', `${url}/kriteria/${kk}`, 'dki.bpsdm', { ra, uraian: 'Tersusun' })).body.kode, 'KK1.1')
  assert.deepEqual((await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', isi)).body, { version: 1, kode: 'T/O1.1.1' })
  const stale = await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', { ...isi, uraian: 'Lain' })
  assert.deepEqual([stale.status, stale.body.current.uraian, stale.body.sent.uraian], [412, 'Laporan', 'Lain'])
  const foreign = (await read(`/api/rencana-aksi/${bkd.id}`, 'dki.bpsdm')).indikator[0]!.ra[0]!.kk[0]!.id
  assert.equal((await call('PUT', `${url}/output/${line()}`, 'dki.bpsdm', { ...isi, kk: foreign })).status, 400)
  assert.equal((await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', { ...isi, jumlah: { nilai: '1,5' } }, 1)).status, 400)
})

test('inserted between, moved and deleted, lines renumber; who only edits is not disturbed by it', async () => {
  const between = line()
  assert.equal(
    (await call('PUT', `${url}/output/${between}`, 'dki.bpsdm', { ...isi, uraian: 'Awal', urutan: 1 })).body.kode,
    'T/O1.1.1',
  )
  const moved = await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', { ...isi, uraian: 'Tetap' }, 1)
  assert.deepEqual(moved.body, { version: 2, kode: 'T/O1.1.2' }, 'its version is that of what was written, not of its code')
  assert.equal((await call('PUT', `${url}/output/${to}`, 'dki.bpsdm', { ...isi, urutan: 1 }, 2)).body.kode, 'T/O1.1.1')
  assert.equal((await call('DELETE', `${url}/output/${to}`, 'dki.bpsdm', undefined, 2)).status, 412)
  assert.equal((await call('DELETE', `${url}/output/${to}`, 'dki.bpsdm', undefined, 3)).status, 200)
  assert.equal((await call('DELETE', `${url}/output/${to}`, 'dki.bpsdm', undefined, 3)).status, 404)
  const [left] = (await read(url, 'dki.bpsdm')).indikator[0]!.ra[0]!.kk[0]!.output
  assert.deepEqual([left!.id, left!.kode, left!.version], [between, 'T/O1.1.1', 1])
})

test('the last action of an indicator is not deleted, a second one is, with all below it and its words in the ledger', async () => {
  const refused = await call('DELETE', `${url}/ra/${ra}`, 'dki.bpsdm', undefined, 1)
  assert.deepEqual([refused.status, refused.body.rule], [422, 'RA-01'])
  const second = line()
  const indikator = (await read(url, 'dki.bpsdm')).indikator[0]!.id
  assert.equal((await call('PUT', `${url}/ra/${second}`, 'dki.bpsdm', { indikator, urutan: 1, uraian: 'Kedua' })).body.kode, 'RA1')
  assert.equal((await call('DELETE', `${url}/ra/${ra}`, 'dki.bkd', undefined, 1)).status, 403)
  assert.equal((await call('DELETE', `${url}/ra/${ra}`, 'dki.bpsdm', undefined, 1)).status, 200)
  assert.deepEqual(
    (await read(url, 'dki.bpsdm')).indikator[0]!.ra.map((a) => [a.id, a.kode, a.kk]),
    [[second, 'RA1', []]],
  )
  const [kept] = await many(db, sql<{ detail: string }>`select detail from ledger where act = 'rencana-aksi.hapus-ra'`)
  assert.equal(JSON.parse(kept!.detail).terhapus.kk[0]!.output[0]!.uraian, 'Awal')
})

test('a change of a plan in force is drafted as a copy of it, for a legal reason, with its own codes', async () => {
  const salin = (await call('GET', '/api/rencana-aksi/bahan-draf?unit=dki.bkd&tahun=2025', 'dki.bkd')).body
  assert.deepEqual([salin.perluPerubahan, salin.salin[0].id, salin.salin[0].ra, salin.salin[0].output], [true, bkd.id, 29, 88])
  const baru = { unit: 'dki.bkd', tahun: 2025, salinDari: bkd.id }
  assert.equal((await call('POST', '/api/rencana-aksi', 'dki.bkd', baru)).status, 409)
  const usul = { alasan: 'KEBIJAKAN_ARAHAN_PIMPINAN', objek: ['TRAJECTORY'], periode: ['2025-TW2'], uraian: 'Arahan Gubernur.' }
  const proposed = await call('POST', `/api/rencana-aksi/${bkd.id}/perubahan`, 'dki.bkd', usul)
  const perubahan = proposed.body.id
  assert.equal(
    (await call('POST', '/api/rencana-aksi', 'dki.bkd', { ...baru, perubahan })).body.rule,
    'RA-10',
    'nobody has decided',
  )
  const peran = [{ peran: 'TIM_PENGELOLA_KINERJA', unit: 'dki' }]
  const decide = { status: 'DISETUJUI', forum: 'Forum Kinerja Triwulan I 2025', alasan: null } as const
  const team = contextAt(now, { id: 'tim', nama: 'Tim', peran })
  await inTransaction(db, async (tx) => accepted(await decidePerubahan(tx, team, perubahan, decide)))
  const draft = await call('POST', '/api/rencana-aksi', 'dki.bkd', { ...baru, perubahan })
  assert.deepEqual([draft.status, draft.body.tidakDisalin], [201, []])
  const copy = await read(`/api/rencana-aksi/${draft.body.id}`, 'dki.bkd')
  const actions = copy.indikator.flatMap((i) => i.ra)
  const outputs = actions.flatMap((a) => a.kk).flatMap((k) => k.output)
  assert.deepEqual([actions.length, outputs.length, copy.status], [29, 88, 'DRAFT'])
  assert.deepEqual(
    copy.indikator[0]!.ra[1]!.kk[3]!.output.map((o) => o.kode),
    ['T/O2.4.1', 'T/O2.4.2', 'T/O2.4.3', 'T/O2.4.4'],
  )
  const { temuan } = (await call('GET', `/api/rencana-aksi/${draft.body.id}/temuan`, 'dki.bkd')).body
  const rules = new Set(temuan.map((t: { aturan: string }) => t.aturan))
  assert.ok(!rules.has('RA-05') && rules.has('RA-04'), 'codes are right now; what is shared is still shared')
  assert.equal((await call('POST', '/api/rencana-aksi', 'dki.bkd', { ...baru, perubahan })).status, 409, 'one draft at a time')
  assert.equal((await call('POST', '/api/rencana-aksi', 'dki.bpsdm', { ...bpsdm, tahun: 2024, salinDari: bkd.id })).status, 400)
})

test('a merged cell is edited once for all its outputs; an output with another value gets its own', async () => {
  const { isi: plans } = (await call('GET', '/api/rencana-aksi?unit=dki.bkd', 'dki.bkd')).body
  const plan = `/api/rencana-aksi/${plans.find((p: { status: string }) => p.status === 'DRAFT').id}`
  const four = async () => {
    const outputs = (await read(plan, 'dki.bkd')).indikator
      .flatMap((i) => i.ra)
      .flatMap((a) => a.kk)
      .flatMap((k) => k.output.map((o) => ({ ...o, kk: k.id })))
    const at = outputs.findIndex(
      (o, n) => !o.disalinDari && [1, 2, 3].every((m) => outputs[n + m]?.disalinDari && 'jumlah' in outputs[n + m]!.disalinDari!),
    )
    return outputs.slice(at, at + 4)
  }
  const [head, second] = await four()
  const body = (o: Output & { kk: string }, more: object) => ({ ...o, jumlah: { nilai: '1' }, ...more })
  assert.equal(
    (await call('PUT', `${plan}/output/${head!.id}`, 'dki.bkd', body(head!, { jumlah: { nilai: '2' } }), head!.version)).status,
    200,
  )
  const after = await four()
  assert.deepEqual(
    after.map((o) => (o.jumlah as { nilai: string }).nilai),
    ['2', '2', '2', '2'],
  )
  assert.equal(
    (await call('PUT', `${plan}/output/${second!.id}`, 'dki.bkd', body(second!, {}), second!.version)).status,
    412,
    'its cell has changed',
  )
  const own = body(after[1]!, { jumlah: { nilai: '2' }, bersama: [] })
  assert.equal((await call('PUT', `${plan}/output/${second!.id}`, 'dki.bkd', own, after[1]!.version)).status, 200)
  const [stored] = await many(
    db,
    sql<{ own: boolean }>`select disalin_dari is null as own from output_renaksi where id = ${second!.id}`,
  )
  assert.equal(stored!.own, true)
})

test('the ledger has a line of every act', async () => {
  const acts = await many(db, sql<{ act: string }>`select distinct act from ledger where act like 'rencana-aksi.%' order by act`)
  assert.deepEqual(
    acts.map((a) => a.act.replace('rencana-aksi.', '')),
    [
      'hapus-output',
      'hapus-ra',
      'impor',
      'isi-kriteria',
      'isi-output',
      'isi-ra',
      'putuskan-perubahan',
      'susun',
      'usulkan-perubahan',
    ],
  )
})
