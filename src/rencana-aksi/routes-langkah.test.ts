import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { BUKTI, withSigners } from '../pengguna/contoh.testing.ts'
import { permits } from '../pengguna/queries.ts'
import { draftPk, draftRa, withDictionary, withUnits } from '../perjanjian-kinerja/contoh.testing.ts'
import { routes as agreements } from '../perjanjian-kinerja/routes.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { folderFiles } from '../platform/files/files.ts'
import { type App, createServer, type Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { testSigning } from '../platform/signing/signing.testing.ts'
import { takeStep } from './commands-langkah.ts'
import { decidePerubahan } from './commands-perubahan.ts'
import { routes as plans } from './routes.ts'
import { routes } from './routes-langkah.ts'
import { routes as changes } from './routes-perubahan.ts'

const { db } = await freshDatabase()
const now = new Date('2026-01-20T03:00:00Z')
const ctx = contextAt(now)
await withUnits(db, 'dki.bkd')
await withDictionary(db, 'bkd-2025/indikator.json')
const files = folderFiles(mkdtempSync(join(tmpdir(), 'selaras-ttd-')))
const signing = await testSigning()
const accounts: Record<string, string> = await withSigners(db, 'dki.bkd')
const gate = {
  actorOf: async (req: { headers: Record<string, unknown> }) => {
    const peran = JSON.parse(String(req.headers['x-peran'] ?? '[]'))
    return { id: accounts[peran[0]?.peran] ?? 'uji', nama: 'Uji', peran }
  },
  permits: (c: typeof ctx, act: string, unit: string | undefined) => permits(db, c, act, unit),
}
const app: App = await createServer({ clock: () => now, gate, logLevel: 'silent' })
for (const add of [agreements, plans, changes, routes]) add(app, { db, clock: () => now, files, signing } as unknown as Services)

const as = (peran: string, unit = 'dki') => [{ peran, unit }]
const PENYUSUN = as('PENYUSUN', 'dki.bkd')
const KEPALA = as('KEPALA_PD', 'dki.bkd')
const GUBERNUR = as('GUBERNUR')
async function call(method: 'GET' | 'POST' | 'PUT', url: string, peran: object, payload?: object, seen?: number) {
  const headers = { 'x-peran': JSON.stringify(peran), ...(seen !== undefined && { 'if-match': `"${seen}"` }) }
  const res = await app.inject({ method, url, headers, payload })
  return { status: res.statusCode, body: res.json() }
}
const ask = async (method: 'POST' | 'PUT', url: string, body: object, seen?: number) => {
  const res = await call(method, url, PENYUSUN, body, seen)
  assert.ok(res.status < 300, `${url}: ${res.body.detail}`)
  return res.body
}
const read = async (url: string) => (await call('GET', url, PENYUSUN)).body
const stand = async (id: string, peran: object) => (await call('GET', `/api/rencana-aksi/${id}/langkah`, peran)).body
const take = async (id: string, peran: object, act: string, catatan?: string) =>
  call(
    'POST',
    `/api/rencana-aksi/${id}/langkah`,
    peran,
    { act, catatan, ...(act === 'tanda-tangan' && { bukti: BUKTI }) },
    (await stand(id, peran)).version,
  )
/** A step that the forum hands on (room `forum`). */
const inForum = async (id: string, peran: { peran: string; unit: string }[], act: string) => {
  const { version } = await stand(id, peran)
  const who = contextAt(now, { id: 'uji', nama: 'Uji', peran })
  return { status: 200, body: accepted(await inTransaction(db, (tx) => takeStep(tx, who, id, { act }, version, '/forum'))) }
}
const toSigning = [
  [KEPALA, 'ajukan'],
  [as('SUBKOORDINATOR'), 'jadwalkan-forum'],
  [as('ASISTEN_SEKDA'), 'setujui-forum'],
  [as('SUBKOORDINATOR'), 'sampaikan'],
  [KEPALA, 'tanda-tangan'],
] as const

const pk = await draftPk(ask, 'dki.bkd', 2026, ['MR', 'KOMBEL'])
const id = await draftRa(ask, read, 'dki.bkd', 2026)

test('a draft goes back with its reason, and to the signature of the Gubernur; lines are sealed on the way', async () => {
  assert.deepEqual((await stand(id, PENYUSUN)).tindakan[0], {
    act: 'ajukan',
    label: 'Ajukan',
    ke: 'DIHIMPUN',
    maju: true,
    perluAlasan: false,
    bukti: [],
    peran: ['KEPALA_PD'],
    giliranAnda: false,
    ditolak: null,
    lewat: null,
  })
  await take(id, KEPALA, 'ajukan')
  const { indikator } = await read(`/api/rencana-aksi/${id}`)
  const { id: ra, version } = indikator[0].ra[0]
  const sealed = { indikator: indikator[0].id, jenis: 'MITIGASI', uraian: 'Diubah' }
  assert.equal((await call('PUT', `/api/rencana-aksi/${id}/ra/${ra}`, PENYUSUN, sealed, version)).status, 423)
  assert.equal((await take(id, KEPALA, 'tarik')).body.status, 'DRAFT')
  for (const [peran, act] of toSigning)
    assert.equal((await (act.endsWith('forum') ? inForum(id, peran, act) : take(id, peran, act))).status, 200, act)
  assert.equal((await stand(id, GUBERNUR)).status, 'TTD_PEMILIK')
})

test('a plan does not take effect before its agreement', async () => {
  const sign = (await stand(id, GUBERNUR)).tindakan.find((t: { act: string }) => t.act === 'tanda-tangan')
  assert.match(sign.ditolak, /^Perjanjian Kinerja tahun 2026 belum ditetapkan\./)
  assert.equal((await take(id, GUBERNUR, 'tanda-tangan')).body.detail, sign.ditolak)
  await sql`update perjanjian_kinerja set status = 'DITETAPKAN' where id = ${pk}`.execute(db)
  assert.equal((await take(id, GUBERNUR, 'tanda-tangan')).body.status, 'DITETAPKAN')
  assert.equal((await take(id, KEPALA, 'publikasi')).body.status, 'DIPUBLIKASI')
})

test('a change that takes effect replaces the plan before it, without the yearly forum', async () => {
  const usul = { alasan: 'KEBIJAKAN_ARAHAN_PIMPINAN', objek: ['PERIODE'], periode: ['2026-TW3'], uraian: 'Jadwal bergeser.' }
  const { id: perubahan } = await ask('POST', `/api/rencana-aksi/${id}/perubahan`, usul)
  const team = contextAt(now, { id: 'tim', nama: 'Tim', peran: as('TIM_PENGELOLA_KINERJA') })
  const decision = { status: 'DISETUJUI', forum: 'Forum Kinerja Triwulan I 2026', alasan: null } as const
  await inTransaction(db, async (tx) => accepted(await decidePerubahan(tx, team, perubahan, decision)))
  const made = await ask('POST', '/api/rencana-aksi', { unit: 'dki.bkd', tahun: 2026, salinDari: id, perubahan })
  for (const [peran, act] of toSigning.filter(([, act]) => !act.endsWith('forum'))) {
    const res = await take(made.id!, peran, act)
    assert.equal(res.status, 200, `${act}: ${res.body.detail}`)
  }
  assert.equal((await take(made.id!, GUBERNUR, 'tanda-tangan')).body.status, 'DITETAPKAN')
  const rows = await many(db, sql<{ status: string }>`select status from rencana_aksi where tahun = 2026 order by versi`)
  assert.deepEqual(
    rows.map((r) => r.status),
    ['DIGANTI', 'DITETAPKAN'],
  )
  assert.equal((await stand(id, KEPALA)).riwayat[0].note, 'Diganti versi 2.')
})
