// The calendar and the coordinators' list through the whole program, over the example province.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example } from '../impor/contoh.testing.ts'
import { sql } from '../platform/db/database.ts'
import type { Kedudukan } from './koordinasi.ts'
import { koordinasi } from './queries-koordinasi.ts'
import type { TenggatHari } from './tenggat.ts'

const { person, db, at } = await example()
at.now = new Date('2026-01-20T03:00:00Z')
const clerk = await person('penyusun.bkd')
const bappeda = await person('bappeda')
const biro = await person('biro.pemerintahan')

describe('the calendar of an office', () => {
  const days = async (who = clerk) =>
    (await who.get('/api/kalender/dki.bkd/2026')).body as { tenggat: TenggatHari[]; dpaDitetapkan: string | null }
  const pk = async () => (await days()).tenggat.find((t) => t.kode === 'PK')!

  test('says that the day of the DPA is missing, and counts from it once it is recorded', async () => {
    assert.deepEqual([(await pk()).hari, (await pk()).keadaan], [null, 'BELUM_TERCATAT'])
    assert.equal((await bappeda.send('PUT', '/api/anggaran/dki/2026/dpa', { disahkan: '2026-01-02' }, 0)).status, 200)
    assert.deepEqual([(await pk()).hari, (await pk()).sisa, (await pk()).keadaan], ['2026-02-02', 13, 'DEKAT'])
    assert.equal((await days()).dpaDitetapkan, '2026-01-02')
  })
  test('an own day of the office counts before that of the province', async () => {
    assert.equal((await bappeda.send('PUT', '/api/anggaran/dki.bkd/2026/dpa', { disahkan: '2026-01-19' }, 0)).status, 200)
    assert.equal((await pk()).hari, '2026-02-19')
  })
  test('is open to the office and to who coordinates, not to another office', async () => {
    assert.equal((await (await person('penyusun.jakpus')).get('/api/kalender/dki.bkd/2026')).status, 403)
    assert.equal((await biro.get('/api/kalender/dki.bkd/2026')).status, 200)
    assert.equal((await (await person('administrator')).get('/api/kalender/dki.bkd/2026')).status, 403)
    assert.equal((await clerk.get('/api/kalender/dki.tiada/2026')).status, 404)
  })
  test('goes into calendar programs: whole days, no line longer than 75 octets', async () => {
    const { status, body, headers } = await clerk.get('/api/kalender/dki.bkd/2026/ics', { host: 'palsu.example' })
    const text = String(body)
    assert.equal(status, 200)
    assert.match(String(headers['content-type']), /^text\/calendar/)
    assert.doesNotMatch(text, /palsu/)
    assert.match(text, /DTSTART;VALUE=DATE:20260219\r\nDTEND;VALUE=DATE:20260220\r\n/)
    assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
    assert.equal(text.match(/BEGIN:VEVENT/g)!.length, text.match(/END:VEVENT/g)!.length)
    assert.doesNotMatch(text, /(?<!\r)\n/)
  })
})

describe("the coordinators' list", () => {
  type List = { isi: Kedudukan[]; tahap: { status: string; jumlah: number }[]; tanpaDpa: number }
  const list = async (naskah = 'PK', tahun = 2026) => (await biro.get(`/api/koordinasi/${tahun}?naskah=${naskah}`)).body as List
  const of = async (unit: string) => (await list()).isi.find((k) => k.unit === unit)!

  test('is for who coordinates, not for an office', async () => {
    assert.equal((await clerk.get('/api/koordinasi/2026')).status, 403)
    for (const name of ['inspektur', 'bappeda', 'biro.orb', 'asisten.pemerintahan', 'gubernur'])
      assert.equal((await (await person(name)).get('/api/koordinasi/2026')).status, 200, name)
  })
  test('names every office once, the most urgent first, and whose turn it is by name', async () => {
    const { isi, tahap } = await list()
    assert.equal(new Set(isi.map((k) => k.unit)).size, isi.length)
    assert.equal(
      tahap.reduce((sum, t) => sum + t.jumlah, 0),
      isi.length,
    )
    const days = isi.map((k) => k.sisa ?? Number.POSITIVE_INFINITY)
    assert.deepEqual(
      days,
      [...days].sort((a, b) => a - b),
    )
    const bkd = await of('dki.bkd')
    assert.deepEqual(
      [bkd.status, bkd.giliran!.peran, bkd.giliran!.nama],
      ['BELUM_DISUSUN', 'PENYUSUN', ['Contoh: Sekretaris Badan']],
    )
  })
  test('follows a paper: drafted, with findings that block it, since when, and who has to submit it', async () => {
    assert.equal((await clerk.send('POST', '/api/perjanjian-kinerja', { unit: 'dki.bkd', tahun: 2026 })).status, 201)
    const bkd = await of('dki.bkd')
    assert.deepEqual(
      [bkd.status, bkd.sejak, bkd.giliran!.label, bkd.giliran!.nama],
      ['DRAFT', at.now.toISOString(), 'Ajukan', ['Chaidir']],
    )
    const { isi } = (await biro.get('/api/koordinasi/2026/temuan?unit=dki.bkd,dki.jakpus')).body
    assert.deepEqual(
      isi.map((t: { unit: string }) => t.unit),
      ['dki.bkd'],
    )
    assert.ok(isi[0].temuan > 0)
  })
  test('a paper in force waits for nobody', async () => {
    const jakpus = (await list('PK', 2024)).isi.find((k) => k.unit === 'dki.jakpus')!
    assert.deepEqual([jakpus.giliran, jakpus.keadaan, jakpus.terlambat], [null, 'SELESAI', false])
  })
  test('asks the database as often for one office as for forty', async () => {
    const questions = async () => {
      let asked = 0
      const counting = new Proxy(db, {
        get: (target, name) => {
          if (name === 'getExecutor') asked++
          const value = Reflect.get(target, name, target)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
      await koordinasi(counting, { today: '2026-01-20' } as never, 2026, 'PK')
      return asked
    }
    const before = await questions()
    assert.ok(before > 0 && before < 12, String(before))
    await sql`insert into unit_kerja (kode, jenis, berlaku_dari) select 'dki.uji-' || n, 'DINAS', '2020-01-01' from generate_series(1, 40) n`.execute(
      db,
    )
    await sql`insert into unit_kerja_nama (unit, nama, berlaku_dari) select 'dki.uji-' || n, 'Dinas Uji ' || n, '2020-01-01' from generate_series(1, 40) n`.execute(
      db,
    )
    assert.equal(await questions(), before)
  })
  test('comes as a spreadsheet', async () => {
    const { status, headers } = await biro.get('/api/koordinasi/2026/dokumen?format=xlsx')
    assert.equal(status, 200)
    assert.match(String(headers['content-disposition']), /Kedudukan%20Perjanjian%20Kinerja%202026\.xlsx/)
    const page = String((await biro.get('/api/koordinasi/2026/dokumen?format=html')).body).replaceAll('\u00ad', '')
    assert.match(page, /\((?:Penyusun|Kepala Perangkat Daerah)\)/)
    assert.doesNotMatch(page, /KEPALA_PD|PENYUSUN/)
  })
})
