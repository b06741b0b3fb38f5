// What people are told, over the example province with a real SMTP server: once, whatever workers and clocks do.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, type Person } from '../impor/contoh.testing.ts'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { postOffice } from '../platform/mail/smtp.testing.ts'
import { smtpMailer } from '../platform/mail/smtp.ts'
import { ingatkan, kirimSurel, sebarkan } from './commands.ts'

const { person, db, at, visitor } = await example()
at.now = new Date('2026-01-20T03:00:00Z')
const hour = 3_600_000
const ctx = (shift = 0) => contextAt(new Date(at.now.getTime() + shift))
const SITE = 'https://selaras.example'

const NAMES = ['penyusun.bkd', 'kepala.bkd', 'biro.pemerintahan', 'bappeda', 'administrator'] as const
const signIn = () => Promise.all(NAMES.map(person)) as Promise<[Person, Person, Person, Person, Person]>
let [clerk, head, biro, bappeda, administrator] = await signIn()
/** Sessions end meanwhile: everybody signs in again. */
const moveTo = async (instant: string) => {
  at.now = new Date(instant)
  ;[clerk, head, biro, bappeda, administrator] = await signIn()
}
type Kabar = { id: string; jenis: string; teks: string; ke: string; dibaca: string | null }
const news = async (who: Person): Promise<Kabar[]> => (await who.get('/api/kabar')).body.isi
const unread = async (who: Person): Promise<number> => (await who.get('/api/kabar/jumlah')).body.belum
const wants = async (who: Person, alamat: string | null, surel: string[] = ['TUGAS', 'PENGINGAT']) => {
  const { body } = await who.get('/api/kabar/setelan')
  return who.send('PUT', '/api/kabar/setelan', { alamat, surel }, body.version)
}
const letters = () =>
  many(
    db,
    sql<{ status: string; percobaan: number; alamat: string }>`select status, percobaan, alamat from surel order by alamat, status`,
  )

describe('in the program', () => {
  test('what was there before is not told', async () => {
    assert.equal(await sebarkan(db, ctx()), 0)
    assert.deepEqual(await news(clerk), [])
  })
  test('a quarter that opens is told to every office, not to who opened it', async () => {
    assert.equal((await bappeda.send('PUT', '/api/periode/2026-TW1', { status: 'TERBUKA', batas: '2026-04-15' }, 0)).status, 200)
    assert.ok((await sebarkan(db, ctx())) >= 4)
    assert.deepEqual(
      (await news(clerk)).map((k) => k.teks),
      ['Triwulan I 2026 dibuka untuk pengisian realisasi.'],
    )
    assert.deepEqual(await news(bappeda), [])
  })
  test('told once: a second run, two workers at once, and a clock an hour off tell nothing more', async () => {
    const before = await news(clerk)
    assert.equal((await bappeda.send('PUT', '/api/periode/2026-TW2', { status: 'TERBUKA', batas: '2026-07-15' }, 0)).status, 200)
    const [a, b, c] = await Promise.all([sebarkan(db, ctx()), sebarkan(db, ctx(hour)), sebarkan(db, ctx(-hour))])
    assert.equal(await sebarkan(db, ctx(-hour)), 0)
    assert.ok(a + b + c > 0)
    assert.equal((await news(clerk)).length, before.length + 1)
  })
  test('even where the mark in the ledger is lost, nobody is told the same twice', async () => {
    const before = await news(clerk)
    await sql`update kabar_batas set seq = 0`.execute(db)
    assert.equal(await sebarkan(db, ctx()), 0)
    assert.deepEqual(await news(clerk), before)
  })
  test('is read by its owner alone: one, then all', async () => {
    const [first] = await news(clerk)
    const count = await unread(clerk)
    assert.equal((await head.send('POST', '/api/kabar/dibaca', { id: [first!.id] })).status, 204)
    assert.equal(await unread(clerk), count, 'nobody reads for another')
    assert.equal((await clerk.send('POST', '/api/kabar/dibaca', { id: [first!.id] })).status, 204)
    assert.equal(await unread(clerk), count - 1)
    assert.equal((await clerk.send('POST', '/api/kabar/dibaca', {})).status, 204)
    assert.equal(await unread(clerk), 0)
    assert.equal((await clerk.get('/api/kabar?belum=ya')).body.isi.length, 0)
  })
  test('nobody is told without a session', async () => {
    for (const path of ['/api/kabar', '/api/kabar/jumlah', '/api/kabar/setelan'])
      assert.equal((await visitor.get(path)).status, 401)
    assert.equal((await clerk.get('/api/kabar/surel')).status, 403)
  })
})

describe('reminders', () => {
  const reminders = async (who: Person) =>
    (await news(who)).filter((k) => k.jenis === 'PENGINGAT' && /Perjanjian Kinerja/.test(k.teks)).map((k) => k.teks)
  test('come before the deadline, once for each of its days', async () => {
    assert.equal((await bappeda.send('PUT', '/api/anggaran/dki/2026/dpa', { disahkan: '2026-01-02' }, 0)).status, 200)
    assert.ok((await ingatkan(db, ctx())) > 0)
    assert.equal(await ingatkan(db, ctx()), 0)
    assert.equal(await ingatkan(db, ctx(hour)), 0)
    const [text] = await reminders(clerk)
    assert.match(text!, /^Perjanjian Kinerja ditetapkan \(2026, Badan Kepegawaian Daerah.*\): 13 hari lagi, 2 Februari 2026\.$/)
    await moveTo('2026-02-01T23:30:00Z') // in Jakarta the day itself
    await ingatkan(db, ctx())
    assert.match((await reminders(clerk))[0]!, /hari ini, 2 Februari 2026\.$/)
    assert.equal((await reminders(clerk)).length, 2)
  })
  test('go to the office, not to who only looks on', async () => {
    assert.deepEqual(await reminders(await person('asisten.pemerintahan')), [])
    assert.ok(
      (await reminders(bappeda)).every((text) => /Badan Perencanaan/.test(text)),
      'the head of Bappeda for his own office only',
    )
    assert.ok((await reminders(head)).length > 0)
  })
  test('the province is reminded of its own report', async () => {
    await moveTo('2026-03-02T03:00:00Z')
    await ingatkan(db, ctx())
    const orb = await person('biro.orb')
    assert.ok((await news(orb)).some((k) => /Laporan Kinerja pemerintah provinsi/.test(k.teks)))
    assert.ok(!(await news(clerk)).some((k) => /pemerintah provinsi/.test(k.teks)))
  })
})

describe('by letter', () => {
  const tellOf = async (periode: string) => {
    assert.equal((await bappeda.send('PUT', `/api/periode/${periode}`, { status: 'TERBUKA', batas: '2026-12-15' }, 0)).status, 200)
    return sebarkan(db, ctx())
  }
  test('an address is one, is kept with its version, and stands in no line of the ledger', async () => {
    assert.equal((await wants(clerk, 'bukan alamat')).status, 400)
    assert.equal((await wants(clerk, 'a@b.example\r\nBcc: c@d.example')).status, 400)
    assert.equal((await wants(clerk, 'penyusun@kantor.example')).status, 200)
    assert.equal((await clerk.send('PUT', '/api/kabar/setelan', { alamat: null, surel: [] }, 0)).status, 412)
    const { n } = (
      await many(db, sql<{ n: number }>`select count(*)::int as n from ledger where detail like '%kantor.example%'`)
    )[0]!
    assert.equal(n, 0)
  })
  test('two workers send one letter', async () => {
    const office = await postOffice({ slow: 60 })
    await tellOf('2026-TW3')
    assert.deepEqual(
      (await letters()).map((l) => l.status),
      ['MENUNGGU'],
    )
    const mailer = await smtpMailer({ server: office.address, from: 'selaras@kantor.example' })
    const sent = await Promise.all([0, hour, -hour].map((shift) => kirimSurel(db, () => ctx(shift), mailer, SITE)))
    await kirimSurel(db, () => ctx(hour), mailer, SITE)
    mailer.close()
    assert.equal(
      sent.reduce((sum, s) => sum + s.terkirim, 0),
      1,
    )
    assert.equal(office.got.length, 1)
    assert.match(office.got[0]!.raw, /Triwulan III 2026 dibuka/)
    assert.doesNotMatch(office.got[0]!.raw, /\d{18}/, 'no NIP')
    assert.deepEqual(
      (await letters()).map((l) => l.status),
      ['TERKIRIM'],
    )
  })
  test('a server that is away is left alone, and the letter waits longer', async () => {
    await tellOf('2026-TW4')
    const mailer = await smtpMailer({ server: 'smtp://127.0.0.1:1', from: 'selaras@kantor.example' }, 200)
    assert.equal((await kirimSurel(db, () => ctx(), mailer, SITE)).tertunda, 1)
    assert.equal((await kirimSurel(db, () => ctx(), mailer, SITE)).tertunda, 0, 'not yet time')
    assert.equal((await kirimSurel(db, () => ctx(61_000), mailer, SITE)).tertunda, 1)
    mailer.close()
    const [waiting] = (await letters()).filter((l) => l.status === 'MENUNGGU')
    assert.equal(waiting!.percobaan, 2)
  })
  test('an address that is refused is closed, its owner and the administrator are told, and nothing more is sent there', async () => {
    const office = await postOffice({ rcpt: () => [550, 'no such user'] })
    const mailer = await smtpMailer({ server: office.address, from: 'selaras@kantor.example' })
    assert.equal((await kirimSurel(db, () => ctx(2 * hour), mailer, SITE)).ditolak, 1)
    assert.match((await news(clerk))[0]!.teks, /^Alamat surel Anda tidak dapat dijangkau/)
    assert.match((await news(administrator))[0]!.teks, /^Surel untuk Contoh: Sekretaris Badan tidak dapat disampaikan/)
    assert.notEqual((await clerk.get('/api/kabar/setelan')).body.tidakTerjangkau, null)
    const { ditolak } = (await administrator.get('/api/kabar/surel')).body
    assert.deepEqual(
      ditolak.map((d: { username: string }) => d.username),
      ['penyusun.bkd'],
    )
    await tellOf('2027-TW1')
    assert.deepEqual(await kirimSurel(db, () => ctx(hour), mailer, SITE), { terkirim: 0, tertunda: 0, ditolak: 0 })
    mailer.close()
  })
  test('saved again, the address is tried again; only the kinds that are wanted are sent', async () => {
    const office = await postOffice()
    const mailer = await smtpMailer({ server: office.address, from: 'selaras@kantor.example' })
    assert.equal((await wants(clerk, 'penyusun.baru@kantor.example', ['PENGINGAT'])).status, 200)
    await tellOf('2027-TW2')
    assert.equal((await kirimSurel(db, () => ctx(hour), mailer, SITE)).terkirim, 0)
    assert.equal((await wants(clerk, 'penyusun.baru@kantor.example')).status, 200)
    await tellOf('2027-TW3')
    assert.equal((await kirimSurel(db, () => ctx(hour), mailer, SITE)).terkirim, 1)
    assert.deepEqual(office.got[0]!.to, ['penyusun.baru@kantor.example'])
    mailer.close()
  })
  test('a letter on its way to an address that was changed is not sent', async () => {
    const office = await postOffice()
    const mailer = await smtpMailer({ server: office.address, from: 'selaras@kantor.example' })
    await tellOf('2027-TW4')
    assert.equal((await wants(clerk, null)).status, 200)
    assert.equal((await kirimSurel(db, () => ctx(hour), mailer, SITE)).terkirim, 0)
    assert.equal(office.got.length, 0)
    assert.equal((await letters()).filter((l) => l.status === 'BATAL').length, 1)
    mailer.close()
  })
})

test('a paper on its way: who is next is told, the reader of another office is not', async () => {
  await moveTo('2026-03-03T03:00:00Z')
  await inTransaction(db, async (tx) => {
    await sql`insert into perjanjian_kinerja (id, unit, tahun, versi, bentuk, status, asal) values (${contextAt(at.now).newId()}, 'dki.bkd', 2027, 1, 'x', 'HASIL_FORUM', 'SISTEM')`.execute(
      tx,
    )
  })
  const { body } = await biro.get('/api/perjanjian-kinerja?unit=dki.bkd&tahun=2027')
  const { id } = body.isi[0]
  const { etag } = await biro.get(`/api/perjanjian-kinerja/${id}/langkah`)
  const version = Number(etag!.replaceAll('"', ''))
  assert.equal((await biro.send('POST', `/api/perjanjian-kinerja/${id}/langkah`, { act: 'sampaikan' }, version)).status, 200)
  await sebarkan(db, ctx())
  const orb = await person('biro.orb')
  assert.match((await news(orb))[0]!.teks, /^Perjanjian Kinerja 2027 Badan Kepegawaian Daerah.* menunggu Anda: serahkan ke bkd\.$/)
  assert.match((await news(clerk))[0]!.teks, /maju: sampaikan ke biro orb\.$/)
  assert.ok(!(await news(biro)).some((k) => /Perjanjian Kinerja 2027/.test(k.teks) && k.jenis === 'TUGAS'), 'who acted is not told')
  assert.ok(!(await news(await person('penyusun.jakpus'))).some((k) => /Badan Kepegawaian/.test(k.teks)))
})

test('a forum: everybody who is invited is told and written to once, the office hears of advice, decision and minutes', async () => {
  await moveTo('2026-03-04T03:00:00Z')
  const office = await postOffice()
  const mailer = await smtpMailer({ server: office.address, from: 'selaras@kantor.example' })
  const inspektur = await person('inspektur')
  const asisten = await person('asisten.pemerintahan')
  assert.equal((await wants(inspektur, 'inspektur@kantor.example')).status, 200)
  assert.equal((await wants(head, 'kepala@kantor.example')).status, 200)
  const { newId } = contextAt(at.now)
  const pk = newId()
  await sql`insert into perjanjian_kinerja (id, unit, tahun, versi, bentuk, status, asal) values (${pk}, 'dki.bkd', 2028, 1, 'x', 'DIHIMPUN', 'SISTEM')`.execute(
    db,
  )
  const jadwal = { tanggal: '2026-03-04', mulai: '13:00', selesai: '15:00', tempat: 'Ruang Pola', agenda: 'PK 2028' }
  const made = await biro.send('POST', '/api/forum', { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun: 2028, jadwal })
  assert.equal(made.status, 201)
  const spread = async () => {
    await sebarkan(db, ctx())
    assert.equal(await sebarkan(db, ctx(hour)), 0)
  }
  await spread()
  const about = async (who: Person) =>
    (await news(who)).filter((k) => / 2028 /.test(k.teks)).map((k) => k.teks.replace(/Badan.*?:/, 'BKD:'))
  const day = '4 Maret 2026 pukul 13:00.'
  assert.deepEqual(await about(inspektur), [`Forum penyusunan 2028 BKD: Anda diundang dan saran Anda diminta, ${day}`])
  assert.deepEqual(await about(head), [`Forum penyusunan 2028 BKD: Anda diundang, ${day}`])
  assert.deepEqual(await about(asisten), [`Forum penyusunan 2028 BKD: Anda diundang, ${day}`])
  assert.deepEqual(await about(biro), [], 'who schedules it knows')
  assert.deepEqual(await about(await person('penyusun.jakpus')), [])
  assert.equal((await news(inspektur))[0]!.ke, `/forum/${made.body.id}`)
  await kirimSurel(db, () => ctx(), mailer, SITE)
  assert.deepEqual(office.got.flatMap((l) => l.to).sort(), ['inspektur@kantor.example', 'kepala@kantor.example'])

  const url = `/api/forum/${made.body.id}`
  const saran = { peran: 'INSPEKTUR', naskah: pk, isi: 'Tambahkan mitigasi.' }
  assert.equal((await inspektur.send('POST', `${url}/saran`, saran)).status, 201)
  await spread()
  const heard = async (who: Person, text: RegExp) => (await news(who)).filter((k) => text.test(k.teks)).length
  for (const who of [head, clerk, biro]) assert.equal(await heard(who, /^Perjanjian Kinerja 2028 .* mendapat saran baru\.$/), 1)
  const [given] = (await head.get(url)).body.saran
  const answer = await head.send('PUT', `${url}/saran/${given.id}/jawaban`, { jawaban: 'DILAKSANAKAN' }, given.version)
  assert.equal(answer.status, 200)
  await spread()
  for (const who of [inspektur, biro]) assert.equal(await heard(who, /^Forum penyusunan 2028 .*: saran sudah dijawab\.$/), 1)

  const version = async () => (await asisten.get(url)).body.version as number
  const step = async (act: string) => (await asisten.send('POST', `${url}/langkah`, { act }, await version())).status
  assert.equal(await step('mulai'), 200)
  const { undangan } = (await asisten.get(url)).body as { undangan: { jabatan: string; nama: string | null }[] }
  const hadir = undangan.map((u) => ({ jabatan: u.jabatan, kehadiran: u.nama ? 'SENDIRI' : 'TIDAK_HADIR' }))
  assert.equal((await biro.send('PUT', `${url}/hadir`, { hadir }, await version())).status, 200)
  const body = { naskah: pk, keputusan: 'DIKEMBALIKAN', alasan: 'Mitigasi belum ada.' }
  assert.equal((await asisten.send('POST', `${url}/keputusan`, body, await version())).status, 200)
  assert.deepEqual([await step('tutup'), await step('tetapkan')], [200, 200])
  await spread()
  for (const who of [head, clerk]) {
    assert.equal(await heard(who, /^Perjanjian Kinerja 2028 .* diminta diperbaiki\.$/), 1)
    assert.equal(await heard(who, /^Forum penyusunan 2028 .*: notulennya sudah ditetapkan\.$/), 1)
  }
  mailer.close()
})
