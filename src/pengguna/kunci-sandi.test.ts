// Passkeys through the HTTP API, with a device in software; and the proof before a signature as the signing rooms ask for it.
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { createApp } from '../app.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import type { Services } from '../platform/http/server.ts'
import { contextAt } from '../platform/kernel/context.ts'
import type { PasskeyAnswer } from '../platform/kernel/passkey.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import { testSigning } from '../platform/signing/signing.testing.ts'
import { Authenticator, type Misdeed } from './authenticator.testing.ts'
import { addAccount } from './commands.ts'
import { proveAgain } from './commands-tanda-tangan.ts'
import { bindingOf, KUNCI_SANDI_MAKS, wentBack } from './kunci-sandi.ts'
import { hashPassword } from './password.ts'

const ORIGIN = 'https://selaras.example'
const SANDI = 'kuda hijau makan batu'
const HASH = await hashPassword(SANDI)
const START = new Date('2025-02-03T03:00:00Z')
let now = START
const { db } = await freshDatabase()
const signing = { ...(await testSigning()), address: ORIGIN }
const app = await createApp({ db, clock: () => now, signing } as Services, { logLevel: 'silent', requestsPerMinute: 100_000 })
test.beforeEach(() => {
  now = START
})

let calls = 0
async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, cookie?: string) {
  // Each caller comes from an address of its own: how often one may try is tested by itself.
  const remoteAddress = `10.1.${Math.floor(calls / 250)}.${calls++ % 250}`
  const res = await app.inject({ method, url, payload, remoteAddress, cookies: cookie ? { selaras_sesi: cookie } : {} })
  return { status: res.statusCode, body: res.json(), cookie: res.cookies.find((c) => c.name === 'selaras_sesi')?.value }
}
const byPassword = async (username: string) => (await call('POST', '/api/sesi', { username, password: SANDI })).cookie!

type Person = { readonly id: string; readonly username: string; readonly cookie: string; readonly device: Authenticator }
const KEYS = '/api/sesi/kunci-sandi'
async function account(username: string, { administrator = false, mustChange = false } = {}): Promise<string> {
  const wanted = { username, nama: username, administrator }
  return inTransaction(db, async (tx) => accepted(await addAccount(tx, contextAt(START), wanted, HASH, mustChange)).id)
}
const add = async (cookie: string, device: Authenticator, nama: string, misdeed?: Misdeed) => {
  const asked = await call('POST', `${KEYS}/permintaan`, { sandi: SANDI }, cookie)
  assert.equal(asked.status, 200, asked.body.detail)
  return call('POST', KEYS, { nama, jawaban: device.create(asked.body, misdeed) }, cookie)
}
async function withPasskey(username: string): Promise<Person> {
  const id = await account(username)
  const cookie = await byPassword(username)
  const device = new Authenticator(ORIGIN)
  assert.equal((await add(cookie, device, 'Laptop kantor')).status, 201)
  return { id, username, cookie, device }
}
const askIn = async () => (await call('POST', `${KEYS}/masuk/permintaan`)).body
const enter = (jawaban: PasskeyAnswer) => call('POST', `${KEYS}/masuk`, { jawaban })
const signInWith = async (device: Authenticator, misdeed?: Misdeed) => enter(device.get(await askIn(), misdeed))
const lines = (act: string, username: string) =>
  many(
    db,
    sql<{ note: string | null; detail: string; actor: string }>`select note, detail, actor from ledger
    where act = ${`pengguna.${act}`} and subject = ${`pengguna/${username}`} order by seq`,
  )

describe('a passkey is added', () => {
  test('by who says the password again; it is named, listed with its last use, renamed and removed, each with a line', async () => {
    const { cookie, device, username } = await withPasskey('ani')
    const { isi, maks } = (await call('GET', KEYS, undefined, cookie)).body
    assert.deepEqual([isi.length, isi[0].nama, isi[0].dipakai, maks], [1, 'Laptop kantor', null, KUNCI_SANDI_MAKS])
    assert.deepEqual(Object.keys(isi[0]).sort(), ['dibuat', 'dipakai', 'id', 'nama'])
    now = new Date('2025-02-03T04:00:00Z')
    assert.equal((await signInWith(device)).status, 200)
    assert.equal((await call('GET', KEYS, undefined, cookie)).body.isi[0].dipakai, now.toISOString())
    assert.equal((await call('PATCH', `${KEYS}/${isi[0].id}`, { nama: 'Ponsel' }, cookie)).status, 200)
    assert.equal((await call('DELETE', `${KEYS}/${isi[0].id}`, undefined, cookie)).status, 200)
    assert.deepEqual((await call('GET', KEYS, undefined, cookie)).body.isi, [])
    const told = await Promise.all(['tambah', 'namai', 'hapus'].map((verb) => lines(`${verb}-kunci-sandi`, username)))
    assert.deepEqual(
      told.map((l) => l.length),
      [1, 1, 1],
    )
    assert.deepEqual(JSON.parse(told[1]![0]!.detail), { id: isi[0].id, sebelum: 'Laptop kantor', sesudah: 'Ponsel' })
    assert.equal((await signInWith(device)).status, 401, 'and opens nothing any more')
  })

  test('and goes with the password when an administrator resets it: who had the account holds nothing any more', async () => {
    const { device, username } = await withPasskey('agus')
    await account('pengurus', { administrator: true })
    const reset = await call('POST', `/api/pengguna/${username}/atur-ulang`, {}, await byPassword('pengurus'))
    assert.equal(reset.status, 200, reset.body.detail)
    assert.equal((await signInWith(device)).status, 401)
    const [line] = await lines('atur-ulang', username)
    assert.deepEqual(JSON.parse(line!.detail), { kunciSandi: ['Laptop kantor'] })
  })

  test('not with a wrong password, which counts as one of signing in', async () => {
    await account('bima')
    const cookie = await byPassword('bima')
    for (let n = 0; n < 5; n++) {
      const no = await call('POST', `${KEYS}/permintaan`, { sandi: 'salah' }, cookie)
      assert.deepEqual([no.status, no.body.field], [400, 'sandi'])
    }
    assert.equal((await call('POST', `${KEYS}/permintaan`, { sandi: SANDI }, cookie)).status, 429)
  })

  test('not with a one-time password that must be changed first', async () => {
    await account('citra', { mustChange: true })
    const no = await call('POST', `${KEYS}/permintaan`, { sandi: SANDI }, await byPassword('citra'))
    assert.deepEqual([no.status, no.body.rule], [403, 'sandi-pertama'])
  })

  test('not twice under one name, not twice at all, not more than ten', async () => {
    const { cookie, device, id } = await withPasskey('dewi')
    const same = await add(cookie, new Authenticator(ORIGIN), 'Laptop kantor')
    assert.deepEqual([same.status, same.body.field], [409, 'nama'])
    assert.equal((await add(cookie, device, 'Lagi')).status, 409)
    const asked = (await call('POST', `${KEYS}/permintaan`, { sandi: SANDI }, cookie)).body
    assert.deepEqual(
      asked.pubKeyCredParams.map((p: { alg: number }) => p.alg),
      [-8, -7, -257],
      'no key is asked for that is an experiment to verify',
    )
    assert.equal(asked.excludeCredentials[0].id, device.id.toString('base64url'), 'a device is told which key it has')
    await sql`insert into passkey (id, account_id, name, credential, public_key, counter, transports, created_at)
      select gen_random_uuid(), account_id, 'Kunci ' || n, credential || n, public_key, 0, '{}', created_at
      from passkey, generate_series(2, ${KUNCI_SANDI_MAKS}::int) n where account_id = ${id}`.execute(db)
    const full = await call('POST', `${KEYS}/permintaan`, { sandi: SANDI }, cookie)
    assert.match(full.body.detail, /paling banyak punya 10 kunci sandi/)
  })

  test('not by an answer from another address, without the check of who holds the device, or made for another account', async () => {
    await account('eka')
    const cookie = await byPassword('eka')
    const device = new Authenticator(ORIGIN)
    assert.match((await add(cookie, device, 'A', { origin: 'https://selaras.example.palsu' })).body.detail, /alamat lain/)
    assert.equal((await add(cookie, device, 'A', { verified: false })).status, 400)
    assert.equal((await add(cookie, device, 'A', { rpId: 'palsu' })).status, 400)
    const mine = (await call('POST', `${KEYS}/permintaan`, { sandi: SANDI }, cookie)).body
    await account('eka2')
    const other = await call('POST', KEYS, { nama: 'A', jawaban: device.create(mine) }, await byPassword('eka2'))
    assert.match(other.body.detail, /untuk keperluan lain/)
    assert.deepEqual((await call('GET', KEYS, undefined, cookie)).body.isi, [])
  })

  test('of another account is neither renamed nor removed; an administrator removes it, with a line that says who', async () => {
    const owner = await withPasskey('fitri')
    const other = await withPasskey('gita')
    const [{ id }] = (await call('GET', KEYS, undefined, owner.cookie)).body.isi
    assert.equal((await call('PATCH', `${KEYS}/${id}`, { nama: 'Saya' }, other.cookie)).status, 404)
    assert.equal((await call('DELETE', `${KEYS}/${id}`, undefined, other.cookie)).status, 404)
    assert.equal((await call('DELETE', `/api/pengguna/fitri/kunci-sandi/${id}`, undefined, other.cookie)).status, 403)
    const admin = await account('kepala-sistem', { administrator: true })
    const adminCookie = await byPassword('kepala-sistem')
    assert.equal((await call('GET', '/api/pengguna/fitri', undefined, adminCookie)).body.kunciSandi[0].nama, 'Laptop kantor')
    assert.equal((await call('DELETE', `/api/pengguna/fitri/kunci-sandi/${id}`, undefined, adminCookie)).status, 200)
    assert.equal((await lines('hapus-kunci-sandi', 'fitri'))[0]!.actor, admin)
    assert.equal((await signInWith(owner.device)).status, 401)
  })
})

describe('signing in with a passkey', () => {
  test('opens a session of the account that the key belongs to; the ledger says by which key', async () => {
    const { device, username } = await withPasskey('hana')
    const { status, body, cookie } = await signInWith(device)
    assert.deepEqual([status, body.username], [200, username])
    assert.equal((await call('GET', '/api/sesi', undefined, cookie)).body.username, username)
    assert.deepEqual(JSON.parse((await lines('masuk', username)).at(-1)!.detail), { kunciSandi: 'Laptop kantor' })
  })

  test('repeated is refused and stands in the ledger, once', async () => {
    const { device, username } = await withPasskey('indra')
    const answer = device.get(await askIn())
    assert.equal((await enter(answer)).status, 200)
    const again = await enter(answer)
    assert.deepEqual([again.status, again.cookie], [400, undefined])
    assert.match(again.body.detail, /sudah pernah dipakai/)
    assert.match((await enter(answer)).body.detail, /kedaluwarsa/)
    assert.deepEqual(
      (await lines('tolak-kunci-sandi', username)).map((l) => l.note),
      [again.body.detail],
    )
  })

  test('too late, from another address, or without the check of who holds the device is refused with its reason', async () => {
    const { device } = await withPasskey('joko')
    const late = device.get(await askIn())
    now = new Date(START.getTime() + 5 * 60_000)
    assert.match((await enter(late)).body.detail, /kedaluwarsa/)
    assert.match((await signInWith(device, { origin: 'http://selaras.example' })).body.detail, /di alamat lain/)
    assert.match((await signInWith(device, { verified: false })).body.detail, /sidik jari, wajah atau PIN/)
    assert.match((await enter(device.get({ challenge: 'bukan-dari-sini' }))).body.detail, /kedaluwarsa/)
    assert.equal((await signInWith(device)).status, 200)
  })

  test('by a counter that goes back is refused, counted and recorded; a device that does not count is let in', async () => {
    const { device, username } = await withPasskey('kiki')
    assert.equal((await signInWith(device, { counts: 7 })).status, 200)
    assert.match((await signInWith(device, { counts: 7 })).body.detail, /mungkin ada salinannya/)
    assert.match((await signInWith(device, { counts: 3 })).body.detail, /mungkin ada salinannya/)
    assert.equal((await lines('tolak-kunci-sandi', username)).length, 2)
    assert.equal((await signInWith(device, { counts: 8 })).status, 200)
    const still = await withPasskey('lala')
    for (const _ of [1, 2]) assert.equal((await signInWith(still.device, { counts: 0 })).status, 200)
    assert.deepEqual([wentBack(0, 0), wentBack(0, 1), wentBack(5, 0), wentBack(5, 5)], [false, false, true, true])
  })

  test('unknown keys, forged signatures, other owners, locked and closed accounts get one sentence', async () => {
    const { device, username, id } = await withPasskey('maya')
    const forged = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const said = new Set<string>()
    const no = async (answer: Promise<{ status: number; body: { detail: string } }>) => {
      const { status, body } = await answer
      assert.equal(status, 401)
      said.add(body.detail)
    }
    await no(signInWith(new Authenticator(ORIGIN), { owner: 'YQ' }))
    await no(signInWith(device, { rpId: 'palsu.example' }))
    await no(signInWith(device, { owner: Buffer.from(randomUUID()).toString('base64url') }))
    for (let n = 0; n < 3; n++) await no(signInWith(device, { signs: forged }))
    assert.equal((await lines('terkunci', username)).length, 1, 'five failures lock, as with a password')
    await no(signInWith(device))
    assert.equal((await call('POST', '/api/sesi', { username, password: SANDI })).status, 401, 'the password is locked too')
    now = new Date(START.getTime() + 16 * 60_000)
    assert.equal((await signInWith(device)).status, 200)
    await sql`update account set active = false where id = ${id}`.execute(db)
    await no(signInWith(device))
    assert.equal(said.size, 1)
  })

  test('leaves a password that must be changed to be changed first', async () => {
    const { device, id } = await withPasskey('nina')
    await sql`update account set must_change_password = true where id = ${id}`.execute(db)
    const { cookie, body } = await signInWith(device)
    assert.equal(body.gantiSandi, true)
    assert.equal((await call('GET', KEYS, undefined, cookie)).status, 403)
  })

  test('may be tried thirty times a minute from one address', async () => {
    const from = (n: number) => app.inject({ method: 'POST', url: `${KEYS}/masuk/permintaan`, remoteAddress: `10.9.9.${n}` })
    for (let n = 0; n < 30; n++) assert.equal((await from(1)).statusCode, 200)
    assert.deepEqual([(await from(1)).statusCode, (await from(2)).statusCode], [429, 200])
  })
})

describe('a signature is proved with a passkey', () => {
  const paper = () => ({ jenis: 'perjanjian-kinerja', id: randomUUID(), version: 3, isi: 12 })
  const ask = async ({ cookie }: Person, ...naskah: object[]) => {
    const { status, body } = await call('POST', `${KEYS}/tanda-tangan/permintaan`, { naskah }, cookie)
    assert.equal(status, 200, body.detail)
    return body
  }
  const prove = async ({ id }: Person, kunciSandi: PasskeyAnswer, ...naskah: ReturnType<typeof paper>[]) => {
    const ctx = contextAt(now, { id, nama: id, peran: [] })
    const denied = await proveAgain({ db, signing }, ctx, { kunciSandi }, naskah)
    assert.ok(denied === undefined || isRefusal(denied))
    return denied?.detail
  }

  test('of one paper, or of many in whatever order', async () => {
    const one = await withPasskey('oki')
    const [a, b] = [paper(), paper()]
    assert.equal(await prove(one, one.device.get(await ask(one, a)), a), undefined)
    assert.equal(await prove(one, one.device.get(await ask(one, a, b)), b, a), undefined)
    assert.equal(bindingOf([a, b]), bindingOf([b, a]))
  })

  test('only of the papers it was given for, at the version and content that were seen; a refused proof is spent', async () => {
    const one = await withPasskey('putri')
    const [a, b] = [paper(), paper()]
    for (const other of [b, { ...a, version: 4 }, { ...a, isi: 13 }, { ...a, jenis: 'rencana-aksi' }]) {
      const answer = one.device.get(await ask(one, a))
      assert.match((await prove(one, answer, other))!, /untuk naskah ini pada versi ini. Tidak ada yang ditandatangani/)
      assert.match((await prove(one, answer, a))!, /sudah pernah dipakai/)
    }
    assert.match((await prove(one, one.device.get(await ask(one, a, b)), a))!, /untuk naskah ini/)
    assert.match((await prove(one, one.device.get(await askIn()), a))!, /untuk naskah ini/, 'a sign-in signs nothing')
  })

  test('not with the proof or the key of somebody else', async () => {
    const [one, other] = [await withPasskey('rani'), await withPasskey('sari')]
    const a = paper()
    assert.match((await prove(one, other.device.get(await ask(other, a)), a))!, /tidak diberikan oleh akun ini/)
    assert.match((await prove(one, other.device.get(await ask(one, a)), a))!, /bukan milik akun Anda/)
  })

  test('not repeated, late, from another address or with a counter that went back; five failures lock', async () => {
    const one = await withPasskey('tuti')
    const a = paper()
    const answer = one.device.get(await ask(one, a), { counts: 9 })
    assert.equal(await prove(one, answer, a), undefined)
    assert.match((await prove(one, answer, a))!, /sudah pernah dipakai/)
    assert.match((await prove(one, one.device.get(await ask(one, a), { counts: 9 }), a))!, /mungkin ada salinannya/)
    assert.equal((await lines('tolak-kunci-sandi', 'tuti')).length, 2)
    const late = one.device.get(await ask(one, a), { counts: 10 })
    now = new Date(START.getTime() + 5 * 60_000)
    assert.match((await prove(one, late, a))!, /kedaluwarsa/)
    for (let n = 0; n < 4; n++) {
      const away = one.device.get(await ask(one, a), { counts: 20 + n, origin: 'https://lain.example' })
      assert.match((await prove(one, away, a))!, /di alamat lain/)
    }
    assert.match((await prove(one, one.device.get(await ask(one, a), { counts: 30 }), a))!, /terkunci/)
  })

  test('is not asked of an account without one, and nothing is proved by nothing', async () => {
    const id = await account('umar')
    const { status, body } = await call('POST', `${KEYS}/tanda-tangan/permintaan`, { naskah: [paper()] }, await byPassword('umar'))
    assert.deepEqual([status, body.rule], [422, 'kunci-sandi'])
    const ctx = contextAt(now, { id, nama: id, peran: [] })
    assert.equal((await proveAgain({ db, signing }, ctx, {}, [paper()]))?.field, 'bukti.sandi')
    assert.equal(await proveAgain({ db, signing }, ctx, { sandi: SANDI }, [paper()]), undefined)
  })
})
