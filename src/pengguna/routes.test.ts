import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '../app.ts'
import { type Db, inTransaction, many, one, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { Problem } from '../platform/http/problems.ts'
import type { Services } from '../platform/http/server.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { testSigning } from '../platform/signing/signing.testing.ts'
import { PROVINSI, withHolder, withUnits } from '../unit-kerja/contoh.testing.ts'
import { addAccount, changePassword, resetPassword, signIn } from './commands.ts'
import { hashPassword } from './password.ts'
import { sessionOf } from './queries.ts'

const { db } = await freshDatabase()
await withUnits(db, ...PROVINSI)
const START = new Date('2025-01-31T03:00:00Z')
let now = START
const minutes = (n: number) => new Date(START.getTime() + n * 60_000)
const app = await createApp({ db, clock: () => now, signing: await testSigning() } as Services, {
  logLevel: 'silent',
  requestsPerMinute: 100_000,
})
/** The one answer to whoever does not come in. */
const SALAH =
  'Nama pengguna atau kata sandi salah. Setelah 5 kali salah, akun terkunci selama 15 menit; administrator dapat membukanya.'
const SANDI = 'kuda hijau makan batu'
const HASH = await hashPassword(SANDI)

async function account(
  username: string,
  more: { administrator?: boolean; pegawai?: string; mustChange?: boolean } = {},
): Promise<string> {
  const wanted = { username, nama: username, administrator: more.administrator ?? false, pegawai: more.pegawai }
  await inTransaction(db, async (tx) => accepted(await addAccount(tx, contextAt(START), wanted, HASH, more.mustChange ?? false)))
  return username
}
type Call = { cookie?: string; payload?: object; headers?: Record<string, string> }
async function call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, { cookie, payload, headers }: Call = {}) {
  // Each caller comes from an address of its own: how often one may try is another rule, tested in its own test.
  const remoteAddress = `10.0.${Math.floor(calls / 250) % 250}.${calls++ % 250}`
  const res = await app.inject({ method, url, payload, headers, remoteAddress, cookies: cookie ? { selaras_sesi: cookie } : {} })
  const set = res.cookies.find((c) => c.name === 'selaras_sesi')
  return { status: res.statusCode, body: res.body ? res.json() : undefined, set, text: res.body }
}
let calls = 0
const tryIn = (username: string, password = SANDI) => call('POST', '/api/sesi', { payload: { username, password } })
async function signedIn(username: string, password = SANDI): Promise<string> {
  const { status, set, text } = await tryIn(username, password)
  assert.equal(status, 200, text)
  return set!.value
}
async function no(expected: [number, string, string?], answer: Awaited<ReturnType<typeof call>>) {
  const problem = Problem.parse(answer.body)
  assert.deepEqual([answer.status, problem.code, ...(problem.field ? [problem.field] : [])], expected, problem.detail)
  return problem.detail
}
/** A change by whoever has just looked at the account. */
async function ubah(cookie: string, username: string, payload: object) {
  const { body } = await call('GET', `/api/pengguna/${username}`, { cookie })
  return call('PATCH', `/api/pengguna/${username}`, { cookie, payload, headers: { 'if-match': `"${body.version ?? 0}"` } })
}
const me = (cookie: string) => call('GET', '/api/sesi', { cookie })
const ledger = async (act: string, subject: string) =>
  (await many(db, sql<{ seq: string }>`select seq from ledger where office = 'sistem' and act = ${act} and subject = ${subject}`))
    .length

const ADMIN = await account('admin', { administrator: true })
test.beforeEach(() => {
  now = START
})

test('signing in says who one is and which roles follow from the office held today', async () => {
  await withHolder(db, 'kabag', 'dki.jakpus.bag-ppk', ['PENYUSUN'], { berlakuSampai: '2025-01-31' })
  const cookie = await signedIn(await account('kabag', { pegawai: 'kabag' }))
  assert.deepEqual(
    (await me(cookie)).body.peran,
    [{ peran: 'PENYUSUN', unit: 'dki.jakpus', jabatan: 'kabag' }].map(({ peran, unit }) => ({ peran, unit })),
  )
  now = new Date('2025-01-31T17:30:00Z') // 1 February in Jakarta
  assert.deepEqual((await me(await signedIn('kabag'))).body.peran, [])
  assert.equal(await ledger('pengguna.masuk', 'pengguna/kabag'), 2)
})

test('the cookie is out of reach of scripts and other sites, and the table holds only the hash of its token', async () => {
  const { set } = await tryIn(await account('kue'))
  assert.deepEqual([set!.httpOnly, set!.sameSite, set!.path, set!.expires], [true, 'Strict', '/', minutes(12 * 60)])
  assert.ok(Buffer.from(set!.value, 'base64url').length === 32)
  const rows = await many(db, sql<object>`select * from session s join account a on a.id = s.account_id where username = 'kue'`)
  assert.equal((rows[0] as { token_hash: string }).token_hash, sha256(set!.value))
  assert.ok(!JSON.stringify(rows).includes(set!.value) && !JSON.stringify(rows).includes(SANDI))
})

test('a wrong password and a name that nobody has get the same answer', async () => {
  await account('ada')
  const answers = [
    await tryIn('ada', 'salah salah salah'),
    await tryIn('tiada', 'salah salah salah'),
    await tryIn("' or 1=1 --"),
    await tryIn('ADA'),
  ]
  for (const answer of answers) assert.equal(await no([401, 'BELUM_MASUK'], answer), SALAH)
  assert.ok(answers.every((a) => a.set === undefined))
  await no([400, 'TIDAK_VALID'], await tryIn('a\u0000da'))
})

test('… after the same work: Argon2 runs also where there is nobody', async () => {
  const spent = async (username: string) => {
    const before = process.cpuUsage()
    for (let n = 0; n < 3; n++) await signIn(db, contextAt(START), username, 'salah salah salah')
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  await account('kerja')
  const [known, unknown] = [await spent('kerja'), await spent('tak-dikenal')]
  assert.ok(unknown > known / 3, `${unknown} µs beside ${known} µs`)
})

test('the fifth failure in a row locks the account for 15 minutes, also against the right password', async () => {
  await account('pelupa')
  for (let n = 0; n < 5; n++) await no([401, 'BELUM_MASUK'], await tryIn('pelupa', 'salah salah salah'))
  await no([401, 'BELUM_MASUK'], await tryIn('pelupa'))
  now = new Date(minutes(15).getTime() - 1)
  await no([401, 'BELUM_MASUK'], await tryIn('pelupa'))
  now = minutes(15)
  assert.equal((await tryIn('pelupa')).status, 200)
  assert.equal(await ledger('pengguna.terkunci', 'pengguna/pelupa'), 1)
})

test('six tries with a name that somebody has and six with one that nobody has read the same: a lock-out tells nothing', async () => {
  await account('nyata')
  const six = async (username: string) => {
    const answers = []
    for (let n = 0; n < 6; n++) {
      const { status, body } = await tryIn(username, n === 5 ? SANDI : 'salah salah salah')
      answers.push([status, { ...body, instance: null }])
    }
    return answers
  }
  assert.deepEqual(await six('nyata'), await six('khayalan'))
})

test('four failures and a success begin the count anew', async () => {
  await account('hampir')
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 4; n++) await tryIn('hampir', 'salah salah salah')
    assert.equal((await tryIn('hampir')).status, 200)
  }
})

test('ten guesses at once count as ten', async () => {
  await account('serentak')
  const answers = await Promise.all(Array.from({ length: 10 }, () => tryIn('serentak', 'salah salah salah')))
  assert.ok(answers.every((a) => a.status === 401))
  await no([401, 'BELUM_MASUK'], await tryIn('serentak'))
  assert.equal(await ledger('pengguna.terkunci', 'pengguna/serentak'), 1, 'the five after the lock are not counted again')
})

const ganti = (cookie: string, lama: string, baru: string) => call('PUT', '/api/sesi/sandi', { cookie, payload: { lama, baru } })

test('whoever sits at an open session cannot guess the old password either: five failures lock, also ten at once', async () => {
  const cookie = await signedIn(await account('duduk'))
  for (let n = 0; n < 4; n++) await no([400, 'TIDAK_VALID', 'lama'], await ganti(cookie, 'salah', 'gajah biru minum teh'))
  const more = await Promise.all(Array.from({ length: 6 }, () => ganti(cookie, 'salah', 'gajah biru minum teh')))
  assert.deepEqual(more.map((a) => a.status).sort(), [400, 429, 429, 429, 429, 429])
  await no([429, 'TERLALU_SERING'], await ganti(cookie, SANDI, 'gajah biru minum teh'))
  now = minutes(15)
  assert.equal((await ganti(cookie, SANDI, 'gajah biru minum teh')).status, 200)
  assert.equal(await ledger('pengguna.terkunci', 'pengguna/duduk'), 1)
})

test('a new password obeys the rules, ends the other sessions, and replaces the old one', async () => {
  const [here, elsewhere] = [await signedIn(await account('ganti')), await signedIn('ganti')]
  await no([400, 'TIDAK_VALID', 'baru'], await ganti(here, SANDI, SANDI))
  await no([400, 'TIDAK_VALID', 'baru'], await ganti(here, SANDI, 'pendek'))
  assert.equal((await me(elsewhere)).status, 200, 'a refused change ends nothing')
  assert.equal((await ganti(here, SANDI, 'gajah biru minum teh')).status, 200)
  assert.equal((await me(here)).status, 200)
  await no([401, 'BELUM_MASUK'], await me(elsewhere))
  await no([401, 'BELUM_MASUK'], await tryIn('ganti'))
  await signedIn('ganti', 'gajah biru minum teh')
})

test('a one-time password must be changed before anything else', async () => {
  const admin = await signedIn(ADMIN)
  const made = await call('POST', '/api/pengguna', {
    cookie: admin,
    payload: { username: 'pemula', nama: 'Pemula', administrator: true },
  })
  assert.equal(made.status, 201)
  const cookie = await signedIn('pemula', made.body.password)
  assert.equal((await me(cookie)).body.gantiSandi, true)
  for (const [method, url] of [
    ['GET', '/api/unit-kerja'],
    ['GET', '/api/pengguna'],
    ['POST', '/api/pengguna'],
  ] as const) // prettier-ignore
    assert.match(
      await no([403, 'DILARANG'], await call(method, url, { cookie, ...(method === 'POST' && { payload: {} }) })),
      /Ganti dahulu kata sandi/,
    )
  assert.equal((await ganti(cookie, made.body.password, 'gajah biru minum teh')).body.gantiSandi, false)
  assert.equal((await call('GET', '/api/pengguna', { cookie })).status, 200)
})

test('a session ends after 2 hours without a request, and 12 hours after signing in whatever happens; nothing saved is lost', async () => {
  const idle = await signedIn(await account('diam'))
  now = minutes(120)
  assert.equal((await me(idle)).status, 200)
  now = minutes(240)
  assert.equal((await me(idle)).status, 200, 'each request begins the two hours anew')
  now = minutes(361)
  assert.equal(
    await no([401, 'BELUM_MASUK'], await me(idle)),
    'Sesi Anda sudah berakhir. Masuk lagi; yang sudah tersimpan tidak hilang.',
  )
  now = START
  const busy = await signedIn('diam')
  for (let n = 100; n < 720; n += 100) {
    now = minutes(n)
    assert.equal((await me(busy)).status, 200)
  }
  now = new Date(minutes(720).getTime() - 1)
  assert.equal((await me(busy)).status, 200)
  now = minutes(720)
  await no([401, 'BELUM_MASUK'], await me(busy))
})

test('signing out ends the session and clears the cookie; a token that is nobody’s opens nothing', async () => {
  const cookie = await signedIn(await account('pulang'))
  const { status, set } = await call('DELETE', '/api/sesi', { cookie })
  assert.deepEqual([status, set?.value, set?.expires], [204, '', new Date(0)])
  await no([401, 'BELUM_MASUK'], await me(cookie))
  await no([401, 'BELUM_MASUK'], await me('karangan'))
  await no([401, 'BELUM_MASUK'], await me(sha256(cookie)))
  await no([401, 'BELUM_MASUK'], await call('GET', '/api/sesi'))
})

test('an administrator’s reset ends the sessions, unlocks, and gives a password for once', async () => {
  const [admin, cookie] = [await signedIn(ADMIN), await signedIn(await account('lupa'))]
  for (let n = 0; n < 5; n++) await tryIn('lupa', 'salah salah salah')
  const { body } = await call('POST', '/api/pengguna/lupa/atur-ulang', { cookie: admin })
  await no([401, 'BELUM_MASUK'], await me(cookie))
  await no([401, 'BELUM_MASUK'], await tryIn('lupa'))
  assert.equal((await tryIn('lupa', body.password)).body.gantiSandi, true)
  await no([404, 'TIDAK_DITEMUKAN'], await call('POST', '/api/pengguna/tiada/atur-ulang', { cookie: admin }))
})

test('a reset that comes while the owner changes the password wins', async () => {
  const cookie = await signedIn(await account('rebutan'))
  const from = { ...contextAt(START) }
  let reset = false
  const between = new Proxy(db, {
    get(target, name: keyof Db) {
      // The change has verified the old password and opens its transaction only now.
      if (name === 'transaction' && !reset)
        return () => ({
          execute: async (work: Parameters<ReturnType<Db['transaction']>['execute']>[0]) => {
            reset = true
            await resetPassword(db, from, 'rebutan', 'abcd-efgh-jkmn-pqrs')
            return db.transaction().execute(work)
          },
        }) // prettier-ignore
      const value = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const changed = await changePassword(between, from, 'rebutan', SANDI, 'gajah biru minum teh', cookie)
  assert.ok('refused' in changed && changed.refused === 'BENTROK', JSON.stringify(changed))
  assert.equal((await tryIn('rebutan', 'abcd-efgh-jkmn-pqrs')).body.gantiSandi, true)
})

test('a deactivated account is out at once, gets the ordinary answer, and can come back; nobody shuts out himself', async () => {
  const [admin, cookie] = [await signedIn(ADMIN), await signedIn(await account('pindah'))]
  const aktif = async (username: string, aktif: boolean) => ubah(admin, username, { aktif })
  assert.equal((await aktif('pindah', false)).status, 200)
  await no([401, 'BELUM_MASUK'], await me(cookie))
  assert.equal(await no([401, 'BELUM_MASUK'], await tryIn('pindah')), SALAH)
  await aktif('pindah', true)
  await signedIn('pindah')
  await no([401, 'BELUM_MASUK'], await me(cookie))
  await no([422, 'DITOLAK_ATURAN', 'aktif'], await aktif(ADMIN, false))
  await no([404, 'TIDAK_DITEMUKAN'], await aktif('tiada', false))
})

test('accounts are kept by an administrator: a name and a person once, no password shown again', async () => {
  const admin = await signedIn(ADMIN)
  const buat = (payload: object) => call('POST', '/api/pengguna', { cookie: admin, payload: { nama: 'X', ...payload } })
  await no([409, 'BENTROK', 'username'], await buat({ username: 'admin' }))
  await no([409, 'BENTROK', 'pegawai'], await buat({ username: 'kabag2', pegawai: 'kabag' }))
  await no([400, 'TIDAK_VALID', 'pegawai'], await buat({ username: 'orang-lain', pegawai: 'siapa' }))
  await no([400, 'TIDAK_VALID', 'username'], await buat({ username: 'Nama Besar' }))
  const seen: string[] = []
  let next = ''
  do {
    const { body, text } = await call('GET', `/api/pengguna?batas=3${next}`, { cookie: admin })
    assert.doesNotMatch(text, /argon2|password|hash/)
    seen.push(...body.isi.map((a: { username: string }) => a.username))
    next = body.lanjut ? `&kursor=${body.lanjut}` : ''
  } while (next)
  const { count } = await one(db, sql<{ count: string }>`select count(*) as count from account`)
  assert.ok(new Set(seen).size === seen.length && seen.length === Number(count))
  await no([403, 'DILARANG'], await call('GET', '/api/pengguna', { cookie: await signedIn(await account('biasa')) }))
})

test('two administrators cannot take the right from each other until nobody has it; the last one keeps it', async () => {
  const admin = await signedIn(ADMIN)
  const others = await many(db, sql<{ username: string }>`select username from account where administrator and username <> 'admin'`)
  for (const { username } of others) assert.equal((await ubah(admin, username, { administrator: false })).status, 200, username)
  await no([422, 'DITOLAK_ATURAN', 'administrator'], await ubah(admin, ADMIN, { administrator: false }))
  await account('kedua', { administrator: true })
  const kedua = await signedIn('kedua')
  const both = await Promise.all([ubah(admin, 'kedua', { administrator: false }), ubah(kedua, ADMIN, { administrator: false })])
  assert.equal(both.filter((a) => a.status === 200).length, 1, JSON.stringify(both))
  await sql`update account set administrator = true where username = 'admin'`.execute(db)
})

test('an account is changed by who saw it as it is; what it was and became stands in the ledger', async () => {
  const admin = await signedIn(ADMIN)
  await account('ganti-nama')
  assert.equal((await ubah(admin, 'ganti-nama', { nama: 'Subbagian Umum' })).status, 200)
  const stale = { cookie: admin, payload: { nama: 'Lain' }, headers: { 'if-match': '"1"' } }
  const { body } = await call('PATCH', '/api/pengguna/ganti-nama', stale)
  assert.deepEqual([body.code, body.current.nama, body.sent.nama], ['VERSI_USANG', 'Subbagian Umum', 'Lain'])
  const { isi } = (await call('GET', '/api/audit?subject=pengguna/ganti-nama&act=pengguna.ubah', { cookie: admin })).body
  const { sebelum, sesudah } = JSON.parse(isi[0].detail)
  assert.deepEqual([sebelum.nama, sesudah.nama, isi[0].pelaku], ['ganti-nama', 'Subbagian Umum', 'admin'])
  await no([409, 'BENTROK', 'pegawai'], await ubah(admin, 'ganti-nama', { pegawai: 'kabag' }))
  await no([400, 'TIDAK_VALID', 'pegawai'], await ubah(admin, 'ganti-nama', { pegawai: 'siapa' }))
})

test('a lock is undone, sessions are ended and a change of password is asked for by the administrator', async () => {
  const [admin, cookie] = [await signedIn(ADMIN), await signedIn(await account('bantu'))]
  for (let n = 0; n < 5; n++) await tryIn('bantu', 'salah salah salah')
  const seen = (await call('GET', '/api/pengguna/bantu', { cookie: admin })).body
  assert.deepEqual([seen.terkunciSampai, seen.sesi, seen.sesiTerbuka.length], [minutes(15).toISOString(), 1, 1])
  assert.equal(seen.masukTerakhir, START.toISOString())
  assert.equal((await call('POST', '/api/pengguna/bantu/buka-kunci', { cookie: admin })).status, 200)
  assert.equal((await tryIn('bantu')).status, 200)
  await call('POST', '/api/pengguna/bantu/akhiri-sesi', { cookie: admin })
  await no([401, 'BELUM_MASUK'], await me(cookie))
  assert.equal((await ubah(admin, 'bantu', { gantiSandi: true })).status, 200)
  assert.equal((await tryIn('bantu')).body.gantiSandi, true)
  for (const what of ['buka-kunci', 'akhiri-sesi'])
    await no([404, 'TIDAK_DITEMUKAN'], await call('POST', `/api/pengguna/tiada/${what}`, { cookie: admin }))
})

test('accounts are found by name and by standing; an account shows the offices that give its roles', async () => {
  const admin = await signedIn(ADMIN)
  const names = async (query: string) =>
    (await call('GET', `/api/pengguna?${query}`, { cookie: admin })).body.isi.map((a: { username: string }) => a.username)
  assert.deepEqual(await names('cari=kabag'), ['kabag'])
  assert.ok((await names('keadaan=administrator')).includes('admin') && !(await names('keadaan=administrator')).includes('kabag'))
  assert.ok(!(await names('keadaan=nonaktif')).includes('admin'))
  const { body } = await call('GET', '/api/pengguna/kabag', { cookie: admin })
  assert.deepEqual(
    body.penugasan.map((p: { peran: string[]; berlakuSampai: string }) => [p.peran, p.berlakuSampai]),
    [[['PENYUSUN'], '2025-01-31']],
  )
})

test('the trail is read by office, person, act, subject and day, page by page, and taken along as a file', async () => {
  const admin = await signedIn(ADMIN)
  const get = async (query: string) => (await call('GET', `/api/audit?${query}`, { cookie: admin })).body
  type Line = { act: string; pelaku: string; seq: string }
  assert.ok((await get('act=pengguna&batas=200')).isi.every((l: Line) => l.act.startsWith('pengguna.')))
  assert.deepEqual((await get('pelaku=siapa-pun-bukan')).isi, [])
  assert.ok((await get('pelaku=admin')).isi.every((l: Line) => l.pelaku === 'admin'))
  assert.ok((await get('dari=2025-01-31&sampai=2025-01-31')).isi.length > 0)
  assert.deepEqual((await get('dari=2025-02-02')).isi, [])
  const first = await get('office=sistem&batas=2')
  const second = await get(`office=sistem&batas=2&kursor=${first.lanjut}`)
  assert.deepEqual([...first.isi, ...second.isi], (await get('office=sistem&batas=4')).isi)
  const file = await app.inject({ url: '/api/audit/unduh?act=pengguna', cookies: { selaras_sesi: admin } })
  assert.match(String(file.headers['content-type']), /spreadsheetml/)
  assert.equal(file.rawPayload.subarray(0, 2).toString(), 'PK')
})

test('the chains are checked in the background; whoever looks sees how far it is and what it found', async () => {
  const admin = await signedIn(ADMIN)
  const look = async (method: 'GET' | 'POST') => call(method, '/api/audit/periksa', { cookie: admin })
  assert.equal((await look('GET')).body.pemeriksaan.keadaan, 'BELUM')
  assert.deepEqual([(await look('POST')).status, (await look('POST')).status], [202, 202])
  let seen = (await look('GET')).body
  while (seen.pemeriksaan.keadaan === 'BERJALAN') seen = (await look('GET')).body
  const { hasil, keadaan, terbaca } = seen.pemeriksaan
  assert.deepEqual([keadaan, hasil.kerusakan, hasil.baris === terbaca], ['SELESAI', [], true])
  assert.ok(seen.baris >= hasil.baris && seen.jangkar === null && seen.sejakJangkar === seen.baris)
  await no([403, 'DILARANG'], await call('POST', '/api/audit/periksa', { cookie: await signedIn('biasa') }))
})

test('a request from another site changes nothing, signed in or not', async () => {
  const cookie = await signedIn(await account('korban'))
  const headers = { host: 'selaras.jakarta.go.id', origin: 'https://jahat.example' }
  assert.match(await no([403, 'DILARANG'], await call('DELETE', '/api/sesi', { cookie, headers })), /situs lain/)
  await no([403, 'DILARANG'], await call('POST', '/api/sesi', { headers, payload: { username: 'korban', password: SANDI } }))
  assert.equal((await me(cookie)).status, 200)
  assert.equal(
    (await call('DELETE', '/api/sesi', { cookie, headers: { ...headers, origin: 'http://selaras.jakarta.go.id' } })).status,
    204,
  )
})

test('one address may try to sign in 30 times a minute', async () => {
  const from = () =>
    app.inject({ method: 'POST', url: '/api/sesi', remoteAddress: '10.9.9.9', payload: { username: 'x', password: 'y' } })
  const statuses: number[] = []
  for (let n = 0; n < 31; n++) statuses.push((await from()).statusCode)
  assert.deepEqual([statuses.slice(0, 30).every((s) => s === 401), statuses[30]], [true, 429])
})

test('no password and no token stands in the ledger', async () => {
  const rows = await many(db, sql<{ line: string }>`select row_to_json(ledger)::text as line from ledger`)
  const secrets = [SANDI, 'gajah biru', 'argon2', 'salah salah', 'abcd-efgh']
  assert.ok(rows.every(({ line }) => !secrets.some((s) => line.includes(s))))
})

test('a session is refused the moment its account is closed, also behind the routes', async () => {
  const token = await signedIn(await account('tutup'))
  await sql`update account set active = false where username = 'tutup'`.execute(db)
  assert.ok('refused' in (await sessionOf(db, token, START)))
})
