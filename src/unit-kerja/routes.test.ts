import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createApp } from '../app.ts'
import { many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { Problem } from '../platform/http/problems.ts'
import type { Services } from '../platform/http/server.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import { testSigning } from '../platform/signing/signing.testing.ts'
import { PROVINSI, unit, withHolder, withUnits } from './contoh.testing.ts'

const { db } = await freshDatabase()
const NOW = new Date('2024-06-03T02:00:00Z')
await withUnits(db, ...PROVINSI)
await withHolder(db, 'kaban', 'dki.bkd', ['KEPALA_PD', 'BKD'])
const app = await createApp({ db, clock: () => NOW, signing: await testSigning() } as Services, { logLevel: 'silent' })

/** An open session; how one comes to it is the room pengguna's to test. */
async function session(username: string, administrator: boolean): Promise<string> {
  const id = randomUUID()
  await sql`insert into account (id, username, nama, pegawai_id, administrator, password_hash, must_change_password, created_at)
    values (${id}, ${username}, ${username}, ${administrator ? null : username}, ${administrator}, '-', false, ${NOW})`.execute(db)
  await sql`insert into session values (${sha256(username)}, ${id}, ${NOW}, ${new Date('2024-06-03T14:00:00Z')}, ${NOW})`.execute(
    db,
  )
  return username
}
const ADMIN = await session('admin', true)
const KABAN = await session('kaban', false)

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'
async function call(who: string | undefined, method: Method, url: string, payload?: object, seen?: number) {
  const headers = { ...(seen !== undefined && { 'if-match': `"${seen}"` }) }
  const res = await app.inject({ method, url, headers, payload, cookies: who ? { selaras_sesi: who } : {} })
  return { status: res.statusCode, etag: res.headers.etag, body: res.json(), type: String(res.headers['content-type']) }
}
/** Refused: status, stable code, field, and an Indonesian sentence as problem+json. */
async function no(expected: [number, string, string?], ...args: Parameters<typeof call>) {
  const { status, body, type } = await call(...args)
  const problem = Problem.parse(body)
  assert.deepEqual([status, problem.code, ...(problem.field ? [problem.field] : [])], expected, body.detail)
  assert.match(type, /^application\/problem\+json/)
  assert.match(problem.detail, /^[A-Z].* .*\.$/)
  return body
}
const baru = (more = {}) => ({
  kode: 'dki.dishub',
  jenis: 'DINAS',
  nama: 'Dinas Perhubungan',
  induk: 'dki',
  berlakuDari: '2020-01-01',
  ...more,
})

test('a visitor sees nothing', async () => {
  for (const url of ['/api/unit-kerja', '/api/unit-kerja/dki', '/api/jabatan', '/api/penugasan', '/api/pegawai'])
    await no([401, 'BELUM_MASUK'], undefined, 'GET', url)
})

test('whoever is signed in reads the organisation, without a NIP; the administrator also people', async () => {
  assert.equal((await call(KABAN, 'GET', '/api/unit-kerja/dki')).body.nama, 'Provinsi DKI Jakarta')
  const { body } = await call(KABAN, 'GET', '/api/penugasan?jabatan=kaban')
  assert.deepEqual([body.isi[0].nama, body.isi[0].unit, body.isi[0].sifat], ['kaban', 'dki.bkd', 'DEFINITIF'])
  assert.ok(!('nip' in body.isi[0]))
  await no([403, 'DILARANG'], KABAN, 'GET', '/api/pegawai')
  assert.equal((await call(ADMIN, 'GET', '/api/pegawai')).status, 200)
})

test('only the administrator changes it', async () => {
  await no([403, 'DILARANG'], KABAN, 'POST', '/api/unit-kerja', baru())
  await no([403, 'DILARANG'], KABAN, 'PATCH', '/api/unit-kerja/dki', { mulai: '2024-01-01', nama: 'x' }, 1)
  await no([403, 'DILARANG'], KABAN, 'POST', '/api/pegawai', { nama: 'x' })
  await no([403, 'DILARANG'], KABAN, 'POST', `/api/penugasan/${randomUUID()}/akhiri`, { berakhir: '2024-01-01' })
})

test('a unit is created with its version, once', async () => {
  const made = await call(ADMIN, 'POST', '/api/unit-kerja', baru())
  assert.deepEqual([made.status, made.etag, made.body], [201, '"1"', { version: 1 }])
  await no([409, 'BENTROK', 'kode'], ADMIN, 'POST', '/api/unit-kerja', baru())
  await no([400, 'TIDAK_VALID', 'induk'], ADMIN, 'POST', '/api/unit-kerja', baru({ kode: 'dki.z', induk: 'dki.tiada' }))
})

test('a form that is not one names its field', async () => {
  await no([400, 'TIDAK_VALID', 'kode'], ADMIN, 'POST', '/api/unit-kerja', baru({ kode: 'DKI Jakarta' }))
  await no([400, 'TIDAK_VALID', 'berlakuDari'], ADMIN, 'POST', '/api/unit-kerja', baru({ berlakuDari: '2024-02-30' }))
  await no([400, 'TIDAK_VALID', 'nama'], ADMIN, 'POST', '/api/unit-kerja', baru({ nama: undefined }))
  await no([400, 'TIDAK_VALID', 'batas'], ADMIN, 'GET', '/api/unit-kerja?batas=0')
  await no([400, 'TIDAK_VALID', 'kursor'], ADMIN, 'GET', '/api/unit-kerja?kursor=palsu')
  await no([400, 'TIDAK_VALID', 'id'], ADMIN, 'POST', '/api/penugasan/1/akhiri', { berakhir: '2024-01-01' })
})

test('a text that cannot be stored is refused like any other', async () => {
  await no([400, 'TIDAK_VALID'], ADMIN, 'POST', '/api/pegawai', { nama: 'a\u0000b' })
  await no([400, 'TIDAK_VALID'], ADMIN, 'GET', '/api/unit-kerja?cari=%00')
})

test('a change says which version it saw; an older one gets both versions back', async () => {
  const ganti = { mulai: '2024-06-01', nama: 'Dinas Perhubungan Jakarta' }
  await no([428, 'PERLU_IF_MATCH', 'If-Match'], ADMIN, 'PATCH', '/api/unit-kerja/dki.dishub', ganti)
  const done = await call(ADMIN, 'PATCH', '/api/unit-kerja/dki.dishub', ganti, 1)
  assert.deepEqual([done.status, done.etag], [200, '"2"'])
  const body = await no([412, 'VERSI_USANG'], ADMIN, 'PATCH', '/api/unit-kerja/dki.dishub', { ...ganti, nama: 'Lain' }, 1)
  assert.deepEqual([body.current.nama, body.sent.nama], ['Dinas Perhubungan Jakarta', 'Lain'])
  assert.equal((await call(KABAN, 'GET', '/api/unit-kerja/dki.dishub')).etag, '"2"')
})

test('a name is asked by its day', async () => {
  const nama = async (tanggal: string) => (await call(KABAN, 'GET', `/api/unit-kerja/dki.dishub?tanggal=${tanggal}`)).body.nama
  assert.deepEqual([await nama('2024-05-31'), await nama('2024-06-01')], ['Dinas Perhubungan', 'Dinas Perhubungan Jakarta'])
})

test('a unit that is not there, or not on that day, is not found', async () => {
  await no([404, 'TIDAK_DITEMUKAN'], KABAN, 'GET', '/api/unit-kerja/dki.tiada')
  await no([404, 'TIDAK_DITEMUKAN'], KABAN, 'GET', '/api/unit-kerja/dki?tanggal=1999-01-01')
  await no([404, 'TIDAK_DITEMUKAN'], ADMIN, 'PATCH', '/api/unit-kerja/dki.tiada', { mulai: '2024-01-01', nama: 'x' }, 1)
  await no([404, 'TIDAK_DITEMUKAN'], ADMIN, 'POST', `/api/penugasan/${randomUUID()}/akhiri`, { berakhir: '2024-01-01' })
})

test('a circle in the line of command is refused by rule', async () => {
  await no(
    [422, 'DITOLAK_ATURAN', 'induk'],
    ADMIN,
    'PATCH',
    '/api/unit-kerja/dki.jakpus',
    { mulai: '2024-06-01', induk: 'dki.jakpus.kec-gambir.kel-gambir' },
    1,
  )
})

test('a wrong NIP is refused with the rule that it breaks, one in use with the field', async () => {
  const body = await no([400, 'TIDAK_VALID', 'nip'], ADMIN, 'POST', '/api/pegawai', { nama: 'Chaidir', nip: '19660818199031008' })
  assert.deepEqual([body.rule, body.detail], ['NIP-PANJANG', 'NIP harus 18 angka tanpa spasi; yang tertulis 17 angka.'])
  const made = await call(ADMIN, 'POST', '/api/pegawai', { id: 'chaidir', nama: 'Chaidir', nip: '196608181990031008' })
  assert.deepEqual([made.status, made.body], [201, { id: 'chaidir' }])
  await no([409, 'BENTROK', 'nip'], ADMIN, 'POST', '/api/pegawai', { nama: 'Lain', nip: '196608181990031008' })
})

test('an office that is held cannot be given again; ended, it can', async () => {
  const give = { pegawai: 'chaidir', jabatan: 'kaban', sifat: 'DEFINITIF', berlakuDari: '2024-06-01' }
  const body = await no([409, 'BENTROK', 'berlakuDari'], ADMIN, 'POST', '/api/penugasan', give)
  assert.match(body.detail, /sudah dipegang kaban sejak/)
  const { id } = (await call(ADMIN, 'GET', '/api/penugasan?jabatan=kaban')).body.isi[0]
  assert.equal((await call(ADMIN, 'POST', `/api/penugasan/${id}/akhiri`, { berakhir: '2024-05-31' })).status, 200)
  assert.equal((await call(ADMIN, 'POST', '/api/penugasan', give)).status, 201)
  const holder = async (query: string) =>
    (await call(KABAN, 'GET', `/api/penugasan?jabatan=kaban&${query}`)).body.isi.map((p: { pegawai: string }) => p.pegawai)
  assert.deepEqual([await holder('tanggal=2024-05-31'), await holder('tanggal=2024-06-01')], [['kaban'], ['chaidir']])
  assert.deepEqual(await holder('tanggal=2024-06-01&diketahui=2024-05-01T00:00:00Z'), ['kaban'], 'as known in May')
})

test('lists page by cursor until the end, each line once, in any page size', async () => {
  await withUnits(db, ...Array.from({ length: 7 }, (_, n) => unit(`dki.jakpus.kec-${n}`, 'KECAMATAN')))
  const walk = async (path: string, batas: number) => {
    const seen: string[] = []
    let next = ''
    do {
      const { body } = await call(
        ADMIN,
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}batas=${batas}${next && `&kursor=${next}`}`,
      )
      assert.ok(body.isi.length <= batas)
      seen.push(...body.isi.map((row: { kode?: string; id: string }) => row.kode ?? row.id))
      next = body.lanjut ?? ''
    } while (next)
    return seen
  }
  for (const path of [
    '/api/unit-kerja',
    '/api/unit-kerja?induk=dki.jakpus',
    '/api/unit-kerja?jenis=KECAMATAN,BADAN',
    '/api/jabatan',
    '/api/pegawai',
    '/api/penugasan',
  ]) {
    const whole = await walk(path, 200)
    assert.ok(whole.length > 0 && new Set(whole).size === whole.length)
    for (const size of [1, 3]) assert.deepEqual(await walk(path, size), whole, path)
  }
  assert.equal((await walk('/api/unit-kerja?jenis=KECAMATAN', 200)).length, 8)
  assert.deepEqual(await walk('/api/unit-kerja?cari=perhubungan', 10), ['dki.dishub'])
})

test('what was refused has left no line in the ledger', async () => {
  const lines = await many(
    db,
    sql<{ subject: string }>`select subject from ledger where subject in ('unit-kerja/dki.z', 'unit-kerja/dki.tiada')`,
  )
  assert.deepEqual(lines, [])
})

test('a list shows the line to the parent and how many stand below; the top is what stands below nothing', async () => {
  const top = await call(KABAN, 'GET', '/api/unit-kerja?puncak=true')
  assert.deepEqual(
    top.body.isi.map((u: { kode: string }) => u.kode),
    ['dki'],
  )
  const found = (await call(KABAN, 'GET', '/api/unit-kerja?cari=kec-gambir.kel')).body.isi[0]
  assert.deepEqual([found.garis, found.namaInduk, found.bawahan], ['KOMANDO', 'dki.jakpus.kec-gambir', 0])
  const { body } = await call(KABAN, 'GET', '/api/jenis-unit')
  assert.ok(body.isi.some((j: { jenis: string; jumlah: number }) => j.jenis === 'KELURAHAN' && j.jumlah === 1))
})

test('the history of a unit holds every name and line with its days', async () => {
  const { body } = await call(KABAN, 'GET', '/api/unit-kerja/dki.dishub/riwayat')
  assert.deepEqual(
    body.nama.map((n: { nama: string; berlakuSampai: string | null }) => [n.nama, n.berlakuSampai]),
    [
      ['Dinas Perhubungan Jakarta', null],
      ['Dinas Perhubungan', '2024-05-31'],
    ],
  )
  assert.deepEqual([body.garis[0].induk, body.garis[0].garis], ['dki', 'KOMANDO'])
})

test('a unit with units or holders on it does not end; a closed one is no parent', async () => {
  const close = { mulai: '2024-06-30', berakhir: '2024-06-30' }
  const seen = async (kode: string) => (await call(KABAN, 'GET', `/api/unit-kerja/${kode}`)).body.version
  const above = await no(
    [422, 'DITOLAK_ATURAN', 'berakhir'],
    ADMIN,
    'PATCH',
    '/api/unit-kerja/dki.jakpus',
    close,
    await seen('dki.jakpus'),
  )
  assert.match(above.detail, /masih membawahi/)
  const held = await no(
    [422, 'DITOLAK_ATURAN', 'berakhir'],
    ADMIN,
    'PATCH',
    '/api/unit-kerja/dki.bkd',
    close,
    await seen('dki.bkd'),
  )
  assert.match(held.detail, /masih ada yang memegang jabatan/)
  assert.equal((await call(ADMIN, 'PATCH', '/api/unit-kerja/dki.dishub', close, await seen('dki.dishub'))).status, 200)
  const under = { mulai: '2024-07-01', induk: 'dki.dishub' }
  await no(
    [400, 'TIDAK_VALID', 'induk'],
    ADMIN,
    'PATCH',
    '/api/unit-kerja/dki.bkd.bid-kinerja',
    under,
    await seen('dki.bkd.bid-kinerja'),
  )
  await no(
    [400, 'TIDAK_VALID', 'induk'],
    ADMIN,
    'POST',
    '/api/unit-kerja',
    baru({ kode: 'dki.dishub.x', induk: 'dki.dishub', berlakuDari: '2024-07-01' }),
  )
})

test('the offices of a day with their holders say who acts; the NIP is not among it', async () => {
  await call(ADMIN, 'POST', '/api/pegawai', { id: 'plt', nama: 'Pelaksana' })
  const given = { pegawai: 'plt', jabatan: 'kaban', sifat: 'PLH', berlakuDari: '2024-06-10', berlakuSampai: '2024-06-12' }
  assert.equal((await call(ADMIN, 'POST', '/api/penugasan', given)).status, 201)
  const on = async (tanggal: string) =>
    (await call(KABAN, 'GET', `/api/pejabat?cari=kaban&tanggal=${tanggal}`)).body.isi[0].pemegang
  const acting = (held: { nama: string; bertindak: boolean }[]) => held.filter((h) => h.bertindak).map((h) => h.nama)
  assert.deepEqual([acting(await on('2024-06-09')), acting(await on('2024-06-10'))], [['Chaidir'], ['Pelaksana']])
  assert.ok(!JSON.stringify(await on('2024-06-10')).includes('196608181990031008'))
  assert.equal((await call(KABAN, 'GET', '/api/pejabat?cari=pelaksana&tanggal=2024-06-11')).body.isi.length, 1)
  assert.equal((await call(KABAN, 'GET', '/api/jabatan/kaban/riwayat')).body.isi.length, 3)
})

test('an office is made once and changed by who saw it as it is', async () => {
  const office = { unit: 'dki.bkd', nama: 'Sekretaris', jenjang: 'ADMINISTRATOR', peran: ['PENYUSUN'], berlakuDari: '2024-01-01' }
  const url = '/api/jabatan/dki.bkd.sekretaris'
  assert.deepEqual((await call(ADMIN, 'PUT', url, office, 0)).body, { version: 1 })
  await no([409, 'BENTROK', 'kode'], ADMIN, 'PUT', url, office, 0)
  assert.equal((await call(ADMIN, 'PUT', url, { ...office, berlakuSampai: '2024-12-31' }, 1)).etag, '"2"')
  await no([412, 'VERSI_USANG'], ADMIN, 'PUT', url, office, 1)
  const late = { pegawai: 'plt', jabatan: 'dki.bkd.sekretaris', sifat: 'PLT', berlakuDari: '2025-01-01' }
  await no([400, 'TIDAK_VALID', 'berlakuDari'], ADMIN, 'POST', '/api/penugasan', late)
})

test('a name and a NIP are put right by version; nobody but the administrator sees them', async () => {
  const { body } = await call(ADMIN, 'GET', '/api/pegawai/chaidir')
  assert.deepEqual([body.nip, body.version, body.penugasan.length], ['196608181990031008', 1, 1])
  await no([403, 'DILARANG'], KABAN, 'GET', '/api/pegawai/chaidir')
  await no([400, 'TIDAK_VALID', 'nip'], ADMIN, 'PUT', '/api/pegawai/chaidir', { nama: 'Chaidir', nip: '1' }, 1)
  assert.equal((await call(ADMIN, 'PUT', '/api/pegawai/chaidir', { nama: 'Chaidir, S.T.', nip: null }, 1)).etag, '"2"')
  await no([412, 'VERSI_USANG'], ADMIN, 'PUT', '/api/pegawai/chaidir', { nama: 'Lain', nip: null }, 1)
  await no([404, 'TIDAK_DITEMUKAN'], ADMIN, 'PUT', '/api/pegawai/tiada', { nama: 'Lain', nip: null }, 1)
  const told = await many(db, sql<{ detail: string }>`select detail from ledger where subject = 'pegawai/chaidir'`)
  assert.ok(told.length === 2 && told.every((l) => !l.detail.includes('1966')))
})
