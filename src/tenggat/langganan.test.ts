// A calendar program with its own address: what it reads, and when it no longer does.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, type Person } from '../impor/contoh.testing.ts'
import { many, sql } from '../platform/db/database.ts'
import { langgananIcs, type TenggatUnit } from './langganan.ts'

const { person, db, at, visitor, app } = await example()
at.now = new Date('2026-01-20T03:00:00Z')
const [clerk, bappeda, biro, head] = (await Promise.all(
  ['penyusun.bkd', 'bappeda', 'biro.pemerintahan', 'kepala.bkd'].map(person),
)) as [Person, Person, Person, Person]
await bappeda.send('PUT', '/api/anggaran/dki/2026/dpa', { disahkan: '2026-01-02' }, 0)
const OWN = '/api/langganan-kalender'
const make = async (who: Person) => {
  const { version } = (await who.get(OWN)).body
  const { body, status } = await who.send('PUT', OWN, undefined, version, { host: 'palsu.example' })
  assert.equal(status, 200)
  const { host, pathname } = new URL(body.alamat)
  assert.equal(host, 'localhost:3000', 'the address of the program, whatever the request calls it')
  return pathname
}
const read = async (path: string) => {
  const { status, body, headers } = await visitor.get(path)
  return { status, headers, text: String(body) }
}

describe('the address of a calendar', () => {
  let first = ''
  test('is made by its owner, is told once, and is read without a session: days, titles and names of the own office', async () => {
    assert.equal((await visitor.get(OWN)).status, 401)
    assert.deepEqual((await clerk.get(OWN)).body, { sejak: null, version: 0 })
    first = await make(clerk)
    assert.deepEqual((await clerk.get(OWN)).body, { sejak: at.now.toISOString(), version: 1 })
    const { status, headers, text } = await read(first)
    assert.equal(status, 200)
    assert.match(String(headers['content-type']), /^text\/calendar/)
    assert.match(text, /DTSTART;VALUE=DATE:20260202\r\n/)
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    assert.ok(lines.some((l) => /^SUMMARY:Perjanjian Kinerja ditetapkan\\, 2026: Badan Kepegawaian Daerah/.test(l)))
    assert.ok(!lines.some((l) => /Jakarta Pusat/.test(l)), 'nothing of another office')
    assert.ok(!lines.some((l) => /^(URL|ORGANIZER|ATTENDEE|LOCATION)/.test(l)) && !/\d{18}/.test(text), text)
  })
  test('has the forums its owner sees, without place and agenda', async () => {
    const pk = '0194b1c0-0000-7000-8000-00000000c001'
    await sql`insert into perjanjian_kinerja (id, unit, tahun, versi, bentuk, status, asal) values (${pk}, 'dki.bkd', 2027, 1, 'x', 'DIHIMPUN', 'SISTEM')`.execute(
      db,
    )
    const jadwal = { tanggal: '2026-02-10', mulai: '09:00', selesai: '11:30', tempat: 'Ruang Pola', agenda: 'Rahasia' }
    const made = await biro.send('POST', '/api/forum', { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun: 2027, jadwal })
    assert.equal(made.status, 201)
    const { text } = await read(first)
    assert.match(text, /DTSTART:20260210T020000Z\r\nDTEND:20260210T043000Z\r\nSUMMARY:Forum penyusunan/)
    assert.doesNotMatch(text, /Ruang Pola|Rahasia/)
    const other = await make(await person('penyusun.jakpus'))
    assert.doesNotMatch((await read(other)).text, /Forum penyusunan/)
    assert.match((await read(await make(biro))).text, /Forum penyusunan/)
  })
  test('is kept as a hash only; each act on it is a line of the ledger that has neither', async () => {
    const token = /([\w-]{43})\.ics$/.exec(first)![1]!
    const rows = await many(db, sql<{ all: string }>`select langganan_kalender::text as all from langganan_kalender`)
    assert.ok(rows.length > 0 && rows.every((r) => !r.all.includes(token)))
    const lines = await many(
      db,
      sql<{ act: string; line: string }>`select act, ledger::text as line from ledger where act like 'langganan-kalender.%'`,
    )
    assert.ok(lines.some((l) => l.act === 'langganan-kalender.buat'))
    assert.ok(lines.every((l) => !l.line.includes(token)))
  })
  test('made anew, the one before no longer works; revoked, none does', async () => {
    const second = await make(clerk)
    assert.notEqual(second, first)
    assert.equal((await read(first)).status, 404)
    assert.equal((await read(second)).status, 200)
    assert.equal((await clerk.send('PUT', OWN, undefined, 1)).status, 412, 'not over what another page of mine has done')
    assert.equal((await clerk.send('PUT', OWN, undefined)).status, 428)
    assert.equal((await clerk.send('DELETE', OWN, undefined, 2)).status, 200)
    assert.equal((await read(second)).status, 404)
    assert.equal((await clerk.send('DELETE', OWN, undefined, 3)).status, 409)
    assert.deepEqual((await clerk.get(OWN)).body, { sejak: null, version: 3 })
  })
  test('what is unknown and what was revoked is told apart by nothing; nothing but reading is possible', async () => {
    const unknown = await read(`${OWN}/${'x'.repeat(43)}.ics`)
    const revoked = await read(first)
    const told = ({ text }: { text: string }) => text.replace(/"instance":"[^"]*"/, '')
    assert.deepEqual([unknown.status, told(unknown)], [revoked.status, told(revoked)])
    assert.equal((await read(`${OWN}/kurang.ics`)).status, 400)
    const mine = await make(head)
    for (const method of ['POST', 'PUT', 'DELETE'] as const) assert.equal((await visitor.send(method, mine)).status, 404, method)
  })
  test('ends with the account, and shows no more than the offices of the day', async () => {
    const mine = await make(head)
    await sql`update penugasan set superseded_at = ${at.now} where jabatan = 'kepala.dki.bkd'`.execute(db)
    const { status, text } = await read(mine)
    assert.deepEqual([status, /BEGIN:VEVENT/.test(text)], [200, false], 'who holds no office any more sees nothing of it')
    await sql`update account set active = false where username = 'kepala.bkd'`.execute(db)
    assert.equal((await read(mine)).status, 404)
  })
  test('is not asked for without end', async () => {
    const path = await make(clerk)
    const asked = async () => (await app.inject({ url: path, remoteAddress: '192.0.2.7' })).statusCode
    const answers = []
    for (let n = 0; n < 31; n++) answers.push(await asked())
    assert.deepEqual([answers.slice(0, 30).every((s) => s === 200), answers.at(-1)], [true, 429])
  })
})

test('one deadline of many offices is one event that names them; done is said when all are', () => {
  const one = (kantor: string, keadaan: TenggatUnit['keadaan']) =>
    ({ kode: 'PK', nama: 'PK final', periode: '2026', hari: '2026-02-02', keadaan, kantor }) as TenggatUnit
  const ics = (list: TenggatUnit[]) => langgananIcs('Kalender', list, [], new Date('2026-01-20T03:00:00Z')).replaceAll('\r\n ', '')
  const many = ics(Array.from({ length: 25 }, (_, n) => one(`Dinas ${n}`, n === 0 ? 'SELESAI' : 'DEKAT')))
  assert.equal(many.match(/BEGIN:VEVENT/g)!.length, 1)
  assert.match(many, /SUMMARY:PK final\\, 2026: 24 perangkat daerah\r\n/)
  assert.match(many, /DESCRIPTION:Dinas 1\\n.*Dinas 20\\ndan 4 lainnya\r\n/)
  assert.match(ics([one('Dinas A', 'SELESAI')]), /SUMMARY:PK final\\, 2026: Dinas A \(selesai\)/)
  assert.equal(ics([]), ics([]), 'the same instant gives the same bytes')
})
