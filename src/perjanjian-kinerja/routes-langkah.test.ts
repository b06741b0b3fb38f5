import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { BUKTI, GUBERNUR_CONTOH, KEPALA_CONTOH, withSigners } from '../pengguna/contoh.testing.ts'
import { permits } from '../pengguna/queries.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { folderFiles } from '../platform/files/files.ts'
import { type App, createServer, type Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { testSigning } from '../platform/signing/signing.testing.ts'
import { takeStep } from './commands-langkah.ts'
import { importPerjanjianKinerja } from './commands-naskah.ts'
import { draftPk, paper, withDictionary, withUnits } from './contoh.testing.ts'
import { inForce } from './queries.ts'
import { routes as papers } from './routes.ts'
import { routes } from './routes-langkah.ts'

const { db } = await freshDatabase()
const now = new Date('2026-01-20T03:00:00Z')
const ctx = contextAt(now)
await withUnits(db, 'dki.bkd', 'dki.jakpus')
await withDictionary(db, 'bkd-2025/indikator.json')
const files = folderFiles(mkdtempSync(join(tmpdir(), 'selaras-ttd-')))
const signing = await testSigning()
let accounts: Record<string, string> = {}
const gate = {
  actorOf: async (req: { headers: Record<string, unknown> }) => {
    const peran = JSON.parse(String(req.headers['x-peran'] ?? '[]'))
    return { id: accounts[peran[0]?.peran] ?? 'uji', nama: 'Uji', peran }
  },
  permits: (c: typeof ctx, act: string, unit: string | undefined) => permits(db, c, act, unit),
}
const app: App = await createServer({ clock: () => now, gate, logLevel: 'silent' })
papers(app, { db, clock: () => now, files, signing } as unknown as Services)
const told: string[] = []
routes(app, { db, clock: () => now, files, signing } as unknown as Services, async (_tx, _ctx, unit, tahun) => {
  told.push(`${unit} ${tahun}`)
})

const as = (peran: string, unit = 'dki') => [{ peran, unit }]
const PENYUSUN = as('PENYUSUN', 'dki.bkd')
const KEPALA = as('KEPALA_PD', 'dki.bkd')
const GUBERNUR = as('GUBERNUR')
async function call(method: 'GET' | 'POST' | 'PUT', url: string, peran: object, payload?: object, seen?: number) {
  const headers = { 'x-peran': JSON.stringify(peran), ...(seen !== undefined && { 'if-match': `"${seen}"` }) }
  const res = await app.inject({ method, url, headers, payload })
  return { status: res.statusCode, body: res.json(), etag: res.headers.etag }
}
const draft = (tahun: number) =>
  draftPk(async (method, url, body, seen) => (await call(method, url, PENYUSUN, body, seen)).body, 'dki.bkd', tahun, [
    'MR',
    'KOMBEL',
  ])
const stand = async (id: string, peran: object) => (await call('GET', `/api/perjanjian-kinerja/${id}/langkah`, peran)).body
const take = async (id: string, peran: object, act: string, catatan?: string) =>
  call(
    'POST',
    `/api/perjanjian-kinerja/${id}/langkah`,
    peran,
    { act, catatan, ...(act === 'tanda-tangan' && { bukti: BUKTI }) },
    (await stand(id, peran)).version,
  )
/** A step that the forum hands on (room `forum`). */
const inForum = async (id: string, peran: { peran: string; unit: string }[], act: string, catatan?: string) => {
  const { version } = await stand(id, peran)
  const who = contextAt(now, { id: 'uji', nama: 'Uji', peran })
  return inTransaction(db, (tx) => takeStep(tx, who, id, { act, catatan }, version, async () => {}, '/forum'))
}
type Said = { act: string; giliranAnda: boolean; ditolak: string | null; maju: boolean }

const id = await draft(2026)
const parties = { pihakPertama: KEPALA_CONTOH, pihakKedua: GUBERNUR_CONTOH }

test('the page says which step is next, whose turn it is, and why it is not that of who asks', async () => {
  const clerk = await stand(id, PENYUSUN)
  assert.deepEqual([clerk.status, clerk.tahap[0], clerk.tahap.at(-1)], ['DRAFT', 'DRAFT', 'DIPUBLIKASI'])
  assert.deepEqual(
    clerk.tindakan.map((t: Said) => [t.act, t.giliranAnda, t.ditolak, t.maju]),
    [['ajukan', false, null, true]],
  )
  assert.equal((await stand(id, KEPALA)).tindakan[0].giliranAnda, true)
  assert.equal((await take(id, PENYUSUN, 'ajukan')).status, 403)
  assert.equal((await call('GET', `/api/perjanjian-kinerja/${id}/langkah`, as('PENYUSUN', 'dki.jakpus'))).status, 404)
  assert.equal((await call('POST', `/api/perjanjian-kinerja/${id}/langkah`, KEPALA, { act: 'ajukan' })).status, 428)
})

test('findings that must be mended hold a draft back, and are named', async () => {
  const { body } = await call('GET', `/api/perjanjian-kinerja/${id}`, PENYUSUN)
  const line = body.sasaran[0].indikator[0].id
  const target = (nilai: object, seen: number) =>
    call('PUT', `/api/perjanjian-kinerja/${id}/indikator/${line}/target/TAHUNAN`, PENYUSUN, nilai, seen)
  await target({ status: 'KOSONG' }, 1)
  const [ajukan] = (await stand(id, KEPALA)).tindakan
  assert.match(ajukan.ditolak, /^Masih ada 1 temuan yang wajib diperbaiki \(PK-03\)\.$/)
  const no = await take(id, KEPALA, 'ajukan')
  assert.deepEqual([no.status, no.body.detail, no.body.also.length], [422, ajukan.ditolak, 1])
  await target({ nilai: '100' }, 2)
  assert.equal((await stand(id, KEPALA)).tindakan[0].ditolak, null)
})

test('a cell that somebody changed after the paper was read stops its submission, though the paper keeps its version', async () => {
  const seen = await stand(id, KEPALA)
  const { body } = await call('GET', `/api/perjanjian-kinerja/${id}`, PENYUSUN)
  const line = body.sasaran[1].indikator[0]
  const save = (nilai: string, at: number) =>
    call('PUT', `/api/perjanjian-kinerja/${id}/indikator/${line.id}/target/TAHUNAN`, PENYUSUN, { nilai }, at)
  assert.equal((await save('99', line.target.TAHUNAN.version)).status, 200)
  const now = await stand(id, KEPALA)
  assert.deepEqual([now.version, now.isi], [seen.version, seen.isi + 1])
  const submit = (isi: number) =>
    call('POST', `/api/perjanjian-kinerja/${id}/langkah`, KEPALA, { act: 'ajukan', isi }, seen.version)
  const stale = await submit(seen.isi)
  assert.deepEqual([stale.status, stale.body.code, stale.body.current.status], [412, 'VERSI_USANG', 'DRAFT'])
  assert.equal((await save('100', line.target.TAHUNAN.version + 1)).status, 200, 'who writes cells does not collide with who reads')
})

test('a step of another state or role is refused, an outdated one with the state of now, a return without its reason', async () => {
  const before = (await stand(id, KEPALA)).version
  assert.equal((await take(id, KEPALA, 'tanda-tangan')).status, 422)
  assert.deepEqual((await take(id, KEPALA, 'ajukan')).body.status, 'DIHIMPUN')
  const stale = await call('POST', `/api/perjanjian-kinerja/${id}/langkah`, KEPALA, { act: 'tarik', catatan: 'Salah.' }, before)
  assert.deepEqual([stale.status, stale.body.current.status, stale.body.sent.catatan], [412, 'DIHIMPUN', 'Salah.'])
  assert.match(stale.body.detail, /sudah berubah sejak Anda membukanya/)
  assert.equal((await take(id, as('KEPALA_PD', 'dki'), 'tarik')).status, 422, 'nobody takes it back for the head of another office')
  assert.match((await take(id, as('SUBKOORDINATOR'), 'jadwalkan-forum')).body.detail, /dilakukan dalam forumnya/)
  accepted(await inForum(id, as('SUBKOORDINATOR'), 'jadwalkan-forum'))
  const wordless = await inForum(id, as('ASISTEN_SEKDA'), 'kembalikan', '  ')
  assert.equal(isRefusal(wordless) && wordless.field, 'catatan')
  assert.equal(accepted(await inForum(id, as('INSPEKTUR'), 'catat-saran', 'Tambahkan mitigasi.')).status, 'FORUM')
  assert.equal(accepted(await inForum(id, as('ASISTEN_SEKDA'), 'kembalikan', '<b>Perbaiki</b> target')).status, 'DRAFT')
  const { riwayat } = await stand(id, PENYUSUN)
  assert.deepEqual(
    riwayat.map((r: { act: string; note: string | null }) => [r.act, r.note]),
    [
      ['kembalikan', '<b>Perbaiki</b> target'],
      ['catat-saran', 'Tambahkan mitigasi.'],
      ['jadwalkan-forum', null],
      ['ajukan', null],
      ['susun', null],
    ],
  )
})

const toSigning = async (pk: string) => {
  for (const [peran, act] of [
    [KEPALA, 'ajukan'],
    [as('SUBKOORDINATOR'), 'jadwalkan-forum'],
    [as('ASISTEN_SEKDA'), 'setujui-forum'],
    [as('SUBKOORDINATOR'), 'sampaikan'],
  ] as const)
    if (act.endsWith('forum')) accepted(await inForum(pk, peran, act))
    else assert.equal((await take(pk, peran, act)).status, 200, act)
}

test('nothing is handed over for signing while the parties are incomplete; the day is that of the first signature, and falls with it', async () => {
  await toSigning(id)
  const no = await take(id, as('BIRO_ORB'), 'serahkan')
  assert.match(no.body.detail, /Para pihak belum lengkap: nama pihak pertama/)
  accounts = await withSigners(db, 'dki.bkd')
  assert.equal(
    (await call('PUT', `/api/perjanjian-kinerja/${id}/pihak`, PENYUSUN, parties, (await stand(id, PENYUSUN)).version)).status,
    200,
  )
  assert.equal((await take(id, as('BIRO_ORB'), 'serahkan')).body.status, 'PROSES_TTD_BKD')
  const day = async () => (await call('GET', `/api/perjanjian-kinerja/${id}`, PENYUSUN)).body.tanggal
  assert.equal(await day(), null)
  await take(id, KEPALA, 'tanda-tangan')
  assert.equal(await day(), '2026-01-20')
  await take(id, GUBERNUR, 'tolak', 'Target terlalu rendah.')
  assert.equal(await day(), null)
  await take(id, as('BIRO_ORB'), 'serahkan')
  await take(id, KEPALA, 'tanda-tangan')
  assert.deepEqual(told, [])
  assert.equal((await take(id, GUBERNUR, 'tanda-tangan')).body.status, 'DITETAPKAN')
  assert.deepEqual(told, ['dki.bkd 2026'], 'the results of the year are held against its targets from now on')
  assert.equal((await inForce(db, 'dki.bkd', 2026))?.id, id)
  assert.deepEqual(
    (await stand(id, as('PENYUSUN', 'dki.jakpus'))).riwayat,
    [],
    'what was said on the way stays with those who work on it',
  )
})

test('a revision replaces the version before only when it is itself signed', async () => {
  const old = await inTransaction(db, async (tx) => accepted(await importPerjanjianKinerja(tx, ctx, paper('bkd-2025/pk.json'))))
  const statuses = () =>
    many(db, sql<{ status: string }>`select status from perjanjian_kinerja where tahun = 2026 order by versi`).then((rows) =>
      rows.map((r) => r.status),
    )
  const made = await call('POST', '/api/perjanjian-kinerja', PENYUSUN, {
    unit: 'dki.bkd',
    tahun: 2026,
    alasanRevisi: 'GANTI_PEJABAT',
  })
  const revision = made.body.id
  await call('PUT', `/api/perjanjian-kinerja/${revision}/pihak`, PENYUSUN, parties, 1)
  await take(revision, KEPALA, 'ajukan')
  assert.equal((await take(revision, as('SUBKOORDINATOR'), 'sampaikan')).body.status, 'KONSEP_FINAL_BIRO_ORB', 'no forum')
  await take(revision, as('BIRO_ORB'), 'serahkan')
  await take(revision, KEPALA, 'tanda-tangan')
  assert.deepEqual(await statuses(), ['DITETAPKAN', 'TTD_P1'])
  await take(revision, GUBERNUR, 'tanda-tangan')
  assert.deepEqual(await statuses(), ['DIGANTI', 'DITETAPKAN'])
  assert.equal((await stand(id, KEPALA)).riwayat[0].note, 'Diganti versi 2.')
  assert.equal((await take(id, KEPALA, 'publikasi')).status, 422)
  assert.equal((await stand(old.id, KEPALA)).tindakan[0].act, 'publikasi', 'a paper from before the program can be published too')
})
