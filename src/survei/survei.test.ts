import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permits } from '../pengguna/queries.ts'
import { contoh, withUnits } from '../perjanjian-kinerja/contoh.testing.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { createServer, type Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { importSurvei } from './commands.ts'
import { listSurvei, tableOf } from './queries.ts'
import { routes } from './routes.ts'
import { SurveiFile } from './survei.ts'

const { db } = await freshDatabase()
const now = new Date('2025-01-20T03:00:00Z')
const ctx = contextAt(now)
const ikm = () => SurveiFile.parse(contoh('jakpus/survei-ikm-2024.json'))
const iek = () => SurveiFile.parse(contoh('jakpus/survei-iek-2024.json'))
const load = (file: SurveiFile) => inTransaction(db, (tx) => importSurvei(tx, ctx, file))

test('a survey about units that are not known is refused', async () => {
  await withUnits(db, 'dki.jakpus', 'dki.bkd')
  const no = await load(ikm())
  assert.ok(isRefusal(no))
  assert.match(no.detail, /dki\.jakpus\.kec-.* tidak dikenal/)
})

test('a value outside 25 to 100 is refused with its place, and nothing is kept', async () => {
  const file = iek()
  file.tabel[0]!.isian[0]!.nilai = { status: 'NILAI', nilai: '964.3' }
  const no = await load(file)
  assert.ok(isRefusal(no))
  assert.match(
    no.detail,
    /^003_7ac1d614aa532084\.txt:1997, tabel variabel, 2024-S1, .*: nilai 964,3 di luar skala 25 sampai 100\.$/,
  )
  assert.deepEqual(await listSurvei(db, {}), [])
})

test('both surveys of 2024 are loaded in the order of the paper, and only once', async () => {
  const units = [...new Set(ikm().tabel.flatMap((t) => t.isian.map((i) => i.dimensi.unit!)))]
  await inTransaction(db, async (tx) => {
    for (const kode of units)
      await sql`insert into unit_kerja (kode, jenis, berlaku_dari) values (${kode}, 'KELURAHAN', '2020-01-01')`.execute(tx)
  })
  assert.equal(accepted(await load(ikm())).dimuat, 88)
  assert.equal(accepted(await load(iek())).dimuat, 84)
  assert.equal(accepted(await load(ikm())).dimuat, 0)
  assert.ok(isRefusal(await load({ ...ikm(), nama: 'Lain' })))
  assert.deepEqual(
    (await listSurvei(db, { unit: 'dki.jakpus' })).map((s) => s.kode),
    ['IEK', 'IKM'],
  )
  const rows = await tableOf(db, 'dki.jakpus', 'IKM', '2024-S1', 'kelurahan')
  assert.equal(rows.length, 44)
  const first = ikm().tabel[0]!.isian.filter((i) => i.periode === '2024-S1')
  assert.deepEqual(
    rows.map((r) => r.dimensi.unit),
    first.map((i) => i.dimensi.unit),
  )
  assert.deepEqual(rows[0], {
    dimensi: first[0]!.dimensi,
    nilai: { status: 'NILAI', nilai: '98.87', kategori: null, min: null, maks: null, tercetak: '98.87' },
    sumber: '003_7ac1d614aa532084.txt:1898',
  })
  assert.equal((await tableOf(db, 'dki.jakpus', 'IEK', '2024-S2', 'variabel')).length, 39)
  assert.deepEqual(await tableOf(db, 'dki.jakpus', 'IEK', '2023-S2', 'variabel'), [])
})

test('a table is read page by page, and a value changed with the version that was seen', async () => {
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
  const call = async (method: 'GET' | 'PUT', url: string, unit: string, payload?: object, seen?: number) => {
    const headers = {
      'x-peran': JSON.stringify([{ peran: 'PENYUSUN', unit }]),
      ...(seen !== undefined && { 'if-match': `"${seen}"` }),
    }
    const res = await app.inject({ method, url, headers, payload })
    return { status: res.statusCode, body: res.json() }
  }
  const url = '/api/survei/dki.jakpus/IKM/2024'
  assert.deepEqual((await call('GET', url, 'dki.bkd')).body.tabel, [
    { tabel: 'kelurahan', periode: '2024-S1', isian: 44 },
    { tabel: 'kelurahan', periode: '2024-S2', isian: 44 },
  ])
  const seen: string[] = []
  for (let kursor: string | null = ''; kursor !== null; ) {
    const { body } = await call('GET', `${url}/tabel/kelurahan?batas=50${kursor && `&kursor=${kursor}`}`, 'dki.bkd')
    seen.push(...body.isi.map((i: { id: string }) => i.id))
    kursor = body.lanjut
  }
  assert.equal(new Set(seen).size, 88)
  const isian = `${url}/isian/${seen[0]}`
  assert.equal((await call('PUT', isian, 'dki.bkd', { nilai: '90' }, 1)).status, 403)
  assert.equal((await call('PUT', isian, 'dki.jakpus', { nilai: '90' })).status, 428)
  assert.match(
    (await call('PUT', isian, 'dki.jakpus', { nilai: '24.99' }, 1)).body.detail,
    /tabel kelurahan, 2024-S1, Tanah Abang, Bendungan Hilir: nilai 24,99/,
  )
  assert.equal((await call('PUT', isian, 'dki.jakpus', { status: 'BELUM_RILIS' }, 1)).body.version, 2)
  assert.equal((await call('PUT', isian, 'dki.jakpus', { nilai: '90' }, 1)).body.current.status, 'BELUM_RILIS')
  assert.equal((await call('PUT', isian.replace('IKM', 'IEK'), 'dki.jakpus', { nilai: '90' }, 2)).status, 404)
  const acts = await many(
    db,
    sql<{ act: string; detail: string }>`select act, detail from ledger where act like 'survei.%' order by seq`,
  )
  assert.deepEqual(
    acts.map((a) => a.act),
    ['survei.impor', 'survei.impor', 'survei.ubah'],
  )
  assert.match(acts[2]!.detail, /"sebelum":\{"nilai":"98.87","status":"NILAI"\}/)
})
