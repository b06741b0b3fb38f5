// Who coordinates an office: said by the administrator with its ground, followed by tasks, invitations and the coordinators' list.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, type Person } from '../src/impor/contoh.testing.ts'
import { inTransaction, sql } from '../src/platform/db/database.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { assign, registerPegawai, saveJabatan } from '../src/unit-kerja/commands.ts'
import { koordinatorOn } from '../src/unit-kerja/queries.ts'

const { person, db, at } = await example()
const [admin, biro, asisten, clerk] = (await Promise.all(
  ['administrator', 'biro.pemerintahan', 'asisten.pemerintahan', 'penyusun.bkd'].map(person),
)) as [Person, Person, Person, Person]
const ASISTEN = 'asisten-pemerintahan.dki'
const LAIN = 'asisten-lain.dki'
const day = '2026-02-03'
await inTransaction(db, async (tx) => {
  const ctx = contextAt(at.now)
  const jabatan = { kode: LAIN, unit: 'dki', nama: 'Asisten Lain Sekda', jenjang: 'JPT_PRATAMA', peran: ['ASISTEN_SEKDA'] }
  await saveJabatan(tx, ctx, { ...jabatan, berlakuDari: '2025-01-01' })
  await registerPegawai(tx, ctx, { id: 'asisten-lain', nama: 'Asisten Kedua' })
  const tugas = { pegawai: 'asisten-lain', jabatan: LAIN, sifat: 'DEFINITIF', tanggalPasti: true } as const
  await assign(tx, ctx, { ...tugas, berlakuDari: '2025-01-01' })
  const pk = ctx.newId()
  await sql`insert into perjanjian_kinerja (id, unit, tahun, versi, bentuk, status, asal) values (${pk}, 'dki.bkd', 2026, 1, 'x', 'DIHIMPUN', 'SISTEM')`.execute(
    tx,
  )
})
const set = async (unit: string, peran: string, body: object, who = admin) => {
  const { etag } = await admin.get(`/api/unit-kerja/${unit}`)
  return who.send('PUT', `/api/unit-kerja/${unit}/koordinator/${peran}`, body, Number(etag!.replaceAll('"', '')))
}
const said = { jabatan: LAIN, dasar: 'Kepgub contoh', mulai: day }
const tasks = async (who: Person) => ((await who.get('/api/tugas')).body.isi as { kalimat: string }[]).map((t) => t.kalimat)
const waiting = async () =>
  (await biro.get('/api/koordinasi/2026?naskah=PK')).body.isi.find((k: { unit: string }) => k.unit === 'dki.bkd')

describe('who coordinates an office', () => {
  test('the papers say it of two offices; of the others nothing is made up', async () => {
    assert.deepEqual([...(await koordinatorOn(db, day))].sort(), [
      ['ASISTEN_SEKDA dki.bpsdm', ASISTEN],
      ['ASISTEN_SEKDA dki.jakpus', ASISTEN],
    ])
    const { isi } = (await clerk.get('/api/unit-kerja/dki.jakpus/koordinator')).body
    assert.deepEqual([isi[0].dasar, isi[0].berlakuSampai], ['Pergub 57/2022 Lampiran 37', null])
    assert.deepEqual((await clerk.get('/api/unit-kerja/dki.bkd/koordinator')).body.isi, [])
  })
  test('is said by the administrator only, with its ground, of an office, and of somebody who has the role', async () => {
    assert.equal((await set('dki.bkd', 'ASISTEN_SEKDA', said, biro)).status, 403)
    assert.equal((await set('dki.bkd', 'ASISTEN_SEKDA', { ...said, dasar: ' ' })).body.field, 'dasar')
    assert.equal((await set('dki.bkd', 'SUBKOORDINATOR', said)).body.field, 'jabatan')
    assert.equal((await set('dki.bkd', 'ASISTEN_SEKDA', { ...said, mulai: '2024-12-31' })).body.field, 'jabatan', 'not yet there')
    assert.equal((await set('dki.bkd', 'BKD', said)).status, 400)
    assert.equal((await set('dki.jakpus.kec-gambir', 'ASISTEN_SEKDA', said)).status, 422)
    assert.equal((await admin.send('PUT', '/api/unit-kerja/dki.bkd/koordinator/ASISTEN_SEKDA', said, 99)).status, 412)
  })
  test('where nobody is said, every Asisten is invited; then the one, and another is not asked to lead', async () => {
    const jadwal = { tanggal: day, mulai: '13:00', selesai: '14:00', tempat: 'Ruang Pola', agenda: 'PK' }
    const made = await biro.send('POST', '/api/forum', { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun: 2026, jadwal })
    assert.equal(made.status, 201)
    const invited = async () =>
      (await biro.get(`/api/forum/${made.body.id}`)).body.undangan
        .filter((u: { peran: string[] }) => u.peran.includes('ASISTEN_SEKDA'))
        .map((u: { jabatan: string }) => u.jabatan)
    assert.deepEqual((await invited()).sort(), [LAIN, ASISTEN])
    assert.ok((await tasks(asisten)).some((t) => /buka forum/i.test(t)))
    assert.deepEqual((await waiting()).giliran.nama.length, 2)
    assert.equal((await set('dki.bkd', 'ASISTEN_SEKDA', said)).status, 200)
    assert.deepEqual(await invited(), [LAIN])
    assert.ok(!(await tasks(asisten)).some((t) => /buka forum/i.test(t)))
    const { giliran, bidang } = await waiting()
    assert.deepEqual([giliran.nama, bidang], [['Asisten Kedua'], [LAIN]])
  })
  test('another from a day on ends the one before; nobody any more is everybody again', async () => {
    assert.equal((await set('dki.bkd', 'ASISTEN_SEKDA', { ...said, jabatan: ASISTEN, mulai: '2026-03-01' })).status, 200)
    const { isi } = (await clerk.get('/api/unit-kerja/dki.bkd/koordinator')).body
    assert.deepEqual(
      isi.map((k: { jabatan: string; berlakuSampai: string | null }) => [k.jabatan, k.berlakuSampai]),
      [
        [ASISTEN, null],
        [LAIN, '2026-02-28'],
      ],
    )
    assert.equal((await set('dki.bkd', 'ASISTEN_SEKDA', { ...said, jabatan: null })).status, 200)
    assert.equal((await waiting()).giliran.nama.length, 2)
  })
  test('a Biro is given what its own offices send, and not what another gathers', async () => {
    await sql`update perjanjian_kinerja set status = 'HASIL_FORUM' where unit = 'dki.bkd' and tahun = 2026`.execute(db)
    const mine = async () => (await tasks(biro)).some((t) => /Perjanjian Kinerja/.test(t) && /sampaikan/i.test(t))
    assert.equal(await mine(), true)
    const other = { kode: 'biro-lain', unit: 'dki', nama: 'Kepala Biro Lain', jenjang: 'JPT_PRATAMA', peran: ['SUBKOORDINATOR'] }
    await inTransaction(db, (tx) => saveJabatan(tx, contextAt(at.now), { ...other, berlakuDari: '2025-01-01' }))
    assert.equal((await set('dki.bkd', 'SUBKOORDINATOR', { ...said, jabatan: 'biro-lain' })).status, 200)
    assert.equal(await mine(), false)
    assert.deepEqual((await waiting()).giliran.nama, [], 'vacant is said to be vacant, not given to another')
    assert.ok((await tasks(admin)).some((t) => /^1 jabatan yang mengoordinasikan/.test(t)))
    await sql`update jabatan set berlaku_sampai = ${at.now}::date - 1 where kode = 'biro-lain'`.execute(db)
    assert.equal(await mine(), true, 'an office that is no more coordinates nobody')
    assert.ok(!(await tasks(admin)).some((t) => /^1 jabatan yang mengoordinasikan/.test(t)))
    assert.equal((await set('dki.bkd', 'SUBKOORDINATOR', { ...said, jabatan: 'kepala.dki.biro-pemerintahan' })).status, 200)
    assert.equal(await mine(), true)
  })
})
