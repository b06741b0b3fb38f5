import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction, many, sql } from '../platform/db/database.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { assign, changeUnit, createUnit, endAssignment, importUnitKerja, registerPegawai, saveJabatan } from './commands.ts'
import { act, CTX, done, PROVINSI, unit, withHolder, withUnits } from './contoh.testing.ts'
import { commandChain, findUnit, holderOn, listPenugasan, listUnits, officeOf, rolesOn } from './queries.ts'
import { Jabatan, Penugasan, UnitKerjaFile } from './unit-kerja.ts'

const { db } = await freshDatabase()
await withUnits(db, ...PROVINSI)

function refused(result: unknown, code: Refusal['refused'], field: string | undefined, detail: RegExp): void {
  assert.ok(isRefusal(result), JSON.stringify(result))
  assert.deepEqual([result.refused, result.field], [code, field])
  assert.match(result.detail, detail)
}
const change = (kode: string, to: Parameters<typeof changeUnit>[3], seen = 1) =>
  act(db, (tx) => changeUnit(tx, CTX, kode, to, seen))
const lines = () =>
  many(
    db,
    sql<{
      office: string
      act: string
      subject: string
      actor: string
    }>`select office, act, subject, actor from ledger order by at, office, seq`,
  )
const names = async (kode: string, ...days: string[]) => Promise.all(days.map(async (day) => (await findUnit(db, kode, day))?.nama))

test('a name has dates: DKI became DKJ, and papers of before still say DKI', async () => {
  assert.deepEqual(await change('dki', { nama: 'Provinsi Daerah Khusus Jakarta', mulai: '2024-12-02' }), { version: 2 })
  assert.deepEqual(await names('dki', '2019-12-31', '2020-01-01', '2024-12-01', '2024-12-02', '2030-01-01'), [
    undefined,
    'Provinsi DKI Jakarta',
    'Provinsi DKI Jakarta',
    'Provinsi Daerah Khusus Jakarta',
    'Provinsi Daerah Khusus Jakarta',
  ])
})

test('the name of a day can be put right, and one set for later gives way', async () => {
  await change('dki.bkd', { nama: 'Badan A', mulai: '2024-06-01' })
  await change('dki.bkd', { nama: 'Badan Kepegawaian Daerah', mulai: '2024-06-01' }, 2)
  assert.deepEqual(await names('dki.bkd', '2024-05-31', '2024-06-01'), ['dki.bkd', 'Badan Kepegawaian Daerah'])
})

test('a change names the version it saw; an older one gets both back', async () => {
  const no = await change('dki', { nama: 'Lain', mulai: '2025-01-01' }, 1)
  refused(no, 'VERSI_USANG', undefined, /diubah orang lain/)
  const { current, sent } = no as { current: { nama: string; version: number }; sent: { nama: string } }
  assert.deepEqual([current.nama, current.version, sent.nama], ['Provinsi Daerah Khusus Jakarta', 2, 'Lain'])
})

test('a unit moves with those below it, from a day on', async () => {
  await withUnits(db, unit('dki.jakut', 'KOTA_ADMINISTRASI'))
  assert.deepEqual(await change('dki.jakpus.kec-gambir', { induk: 'dki.jakut', mulai: '2025-01-01' }), { version: 2 })
  const above = async (day: string) => (await commandChain(db, 'dki.jakpus.kec-gambir.kel-gambir', day)).map((u) => u.kode).slice(2)
  assert.deepEqual(
    [await above('2024-12-31'), await above('2025-01-01')],
    [
      ['dki.jakpus', 'dki'],
      ['dki.jakut', 'dki'],
    ],
  )
})

test('a line of command has no circle: not under itself, not under its own child, not on a later day either', async () => {
  for (const induk of ['dki.jakpus', 'dki.jakpus.bag-ppk'])
    refused(await change('dki.jakpus', { induk, mulai: '2024-02-01' }), 'DITOLAK_ATURAN', 'induk', /tidak boleh melingkar/)
  await withUnits(db, unit('dki.a', 'DINAS'), unit('dki.b', 'DINAS'))
  assert.deepEqual(await change('dki.b', { induk: 'dki.a', mulai: '2026-01-01' }), { version: 2 })
  refused(
    await change('dki.a', { induk: 'dki.b', mulai: '2025-01-01' }),
    'DITOLAK_ATURAN',
    'induk',
    /dki\.b berada di bawah dki\.a/,
  )
})

test('a change is refused before the unit was, under an unknown parent, and with an end before its beginning', async () => {
  refused(await change('dki.jakut', { nama: 'x', mulai: '2019-12-31' }), 'TIDAK_VALID', 'mulai', /2020-01-01/)
  refused(await change('dki.jakut', { induk: 'dki.tiada', mulai: '2024-01-01' }), 'TIDAK_VALID', 'induk', /belum ada/)
  refused(await change('dki.jakut', { berakhir: '2019-01-01', mulai: '2024-01-01' }), 'TIDAK_VALID', 'berakhir', /mendahului/)
  refused(await change('dki.tiada', { nama: 'x', mulai: '2024-01-01' }), 'TIDAK_DITEMUKAN', undefined, /dki\.tiada tidak ada/)
})

test('a unit that ended is there until that day', async () => {
  await withUnits(db, unit('dki.biro-lama', 'BIRO'))
  await change('dki.biro-lama', { berakhir: '2024-06-30', mulai: '2024-06-30' })
  assert.deepEqual(await names('dki.biro-lama', '2024-06-30', '2024-07-01'), ['dki.biro-lama', undefined])
})

test('a unit is created once, below a parent that is there, and not backwards in time', async () => {
  refused(await act(db, (tx) => createUnit(tx, CTX, unit('dki', 'PROVINSI'))), 'BENTROK', 'kode', /sudah ada/)
  refused(await act(db, (tx) => createUnit(tx, CTX, unit('dki.x.y', 'SEKSI'))), 'TIDAK_VALID', 'induk', /Buat induknya dahulu/)
  const backwards = unit('dki.x', 'DINAS', { berlakuSampai: '2019-12-31' })
  refused(await act(db, (tx) => createUnit(tx, CTX, backwards)), 'TIDAK_VALID', 'berlakuSampai', /mendahului/)
  const both = await Promise.all([1, 2].map(() => act(db, (tx) => createUnit(tx, CTX, unit('dki.kembar', 'DINAS')))))
  assert.deepEqual(both.map((r) => isRefusal(r) && r.refused).sort(), ['BENTROK', false])
})

test('a unit has one commander at a time; it may be coordinated by others', async () => {
  await withUnits(db, unit('dki.sudin-pendidikan', 'SUKU_DINAS', { induk: 'dki.bkd' }))
  const line = (garis: string) =>
    sql`insert into garis_unit (unit, induk, garis, berlaku_dari) values ('dki.sudin-pendidikan', 'dki.jakpus', ${garis}, '2024-01-01')`.execute(
      db,
    )
  await assert.rejects(line('KOMANDO'), { constraint: 'one_commander_at_a_time' })
  await line('KOORDINASI')
  assert.equal((await findUnit(db, 'dki.sudin-pendidikan', '2024-02-01'))?.induk, 'dki.bkd')
  assert.deepEqual(
    (await commandChain(db, 'dki.sudin-pendidikan', '2024-02-01')).map((u) => u.kode),
    ['dki.sudin-pendidikan', 'dki.bkd', 'dki'],
  )
  const below = await listUnits(db, { day: '2024-02-01', induk: 'dki.jakpus', limit: 50 })
  assert.ok(
    below.some((u) => u.kode === 'dki.sudin-pendidikan'),
    'a coordinated unit is listed below its coordinator',
  )
})

test('an office is of a known unit, keeps its unit, and does not end before it begins', async () => {
  const office = (more: object) =>
    Jabatan.parse({ kode: 'lurah', unit: 'dki.jakpus', nama: 'Lurah', jenjang: 'PENGAWAS', berlakuDari: '2024-01-01', ...more })
  const save = (more: object) => act(db, (tx) => saveJabatan(tx, CTX, office(more)))
  refused(await save({ unit: 'dki.tiada' }), 'TIDAK_VALID', 'unit', /tidak dikenal/)
  refused(await save({ berlakuSampai: '2023-12-31' }), 'TIDAK_VALID', 'berlakuSampai', /mendahului/)
  assert.deepEqual(await save({}), { kode: 'lurah', version: 1 })
  assert.deepEqual(await save({ nama: 'Lurah Gambir' }), { kode: 'lurah', version: 2 })
  refused(await save({ unit: 'dki.bkd' }), 'BENTROK', 'kode', /sudah dipakai di dki\.jakpus/)
})

test('a person is registered with a NIP that can be, once; a PPPK number has its own form; no NIP is allowed', async () => {
  const register = (more: object) => act(db, (tx) => registerPegawai(tx, CTX, { nama: 'Chaidir', ...more }))
  const no = await register({ nip: '19660818199031008' })
  refused(no, 'TIDAK_VALID', 'nip', /18 angka/)
  assert.equal((no as Refusal).rule, 'NIP-PANJANG')
  assert.ok(!isRefusal(await register({ id: 'chaidir', nip: '196608181990031008' })))
  refused(await register({ nip: '196608181990031008' }), 'BENTROK', 'nip', /atas nama pegawai lain/)
  refused(await register({ id: 'chaidir' }), 'BENTROK', 'id', /sudah terdaftar/)
  refused(await register({ nip: '198608182023211008' }), 'TIDAK_VALID', 'nip', /bulan/)
  assert.ok(!isRefusal(await register({ nip: '198608182023211008', kepegawaian: 'PPPK' })))
  assert.ok(!isRefusal(await register({ nip: null })) && !isRefusal(await register({})))
  assert.ok(!isRefusal(await register({ nip: '198712131997111001' })), 'doubtful is not wrong')
})

test('an office has one holder at a time; an acting official stands beside the holder', async () => {
  await withHolder(db, 'kaban', 'dki.bkd', ['KEPALA_PD'], { berlakuSampai: '2024-06-30' })
  const beside = (sifat: string, dari: string, sampai?: string) =>
    act(db, (tx) =>
      assign(tx, CTX, Penugasan.parse({ pegawai: 'chaidir', jabatan: 'kaban', sifat, berlakuDari: dari, berlakuSampai: sampai })),
    )
  for (const sifat of ['DEFINITIF', 'PJ'])
    refused(await beside(sifat, '2024-06-30'), 'BENTROK', 'berlakuDari', /sudah dipegang .+ sejak .*Akhiri dahulu/)
  refused(await beside('PLT', '2024-03-01', '2024-02-01'), 'TIDAK_VALID', 'berlakuSampai', /mendahului/)
  assert.ok(!isRefusal(await beside('PLT', '2024-03-01', '2024-03-31')))
  refused(await beside('PLH', '2024-03-31', '2024-04-02'), 'BENTROK', 'berlakuDari', /sudah dipegang/)
  assert.ok(!isRefusal(await beside('DEFINITIF', '2024-07-01')))
  const holder = async (day: string) => (await holderOn(db, 'kaban', day))?.pegawai
  assert.deepEqual(
    await Promise.all(['2019-12-31', '2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01', '2024-07-01'].map(holder)),
    [undefined, 'kaban', 'chaidir', 'chaidir', 'kaban', 'chaidir'],
  )
})

test('an assignment is of a known person to a known office', async () => {
  const to = (more: object) =>
    act(db, (tx) =>
      assign(
        tx,
        CTX,
        Penugasan.parse({ pegawai: 'chaidir', jabatan: 'lurah', sifat: 'DEFINITIF', berlakuDari: '2024-01-01', ...more }),
      ),
    )
  refused(await to({ pegawai: 'siapa' }), 'TIDAK_VALID', 'pegawai', /tidak dikenal/)
  refused(await to({ jabatan: 'apa' }), 'TIDAK_VALID', 'jabatan', /tidak dikenal/)
})

test('a correction supersedes: what was known then stays readable', async () => {
  const id = await withHolder(db, 'camat', 'dki.jakpus.kec-gambir', ['PENYUSUN'])
  const later = contextAt(new Date('2024-09-01T02:00:00Z'))
  const { id: next } = await done(db, (tx) => endAssignment(tx, later, id, '2024-06-30'))
  const known = async (knownAt?: string) =>
    (await listPenugasan(db, { day: '2024-08-01', jabatan: 'camat', knownAt, limit: 5 })).map((p) => p.id)
  assert.deepEqual(await known(), [], 'known now: the office was vacant in August')
  assert.deepEqual(await known('2024-08-15T00:00:00Z'), [id], 'known in August: still held')
  assert.deepEqual(await known('2024-01-01T00:00:00Z'), [], 'not yet recorded')
  assert.deepEqual(
    (await listPenugasan(db, { day: '2024-05-01', jabatan: 'camat', limit: 5 })).map((p) => p.id),
    [next],
  )
  refused(await act(db, (tx) => endAssignment(tx, later, id, '2024-07-31')), 'TIDAK_DITEMUKAN', undefined, /sudah diganti/)
  refused(await act(db, (tx) => endAssignment(tx, later, next, '2019-12-31')), 'TIDAK_VALID', 'berakhir', /mendahului/)
})

test('a correction that would overlap is refused whole: the line before stays in force', async () => {
  const first = await withHolder(db, 'sekko', 'dki.jakpus', ['PENYUSUN'], { berlakuSampai: '2024-03-31' })
  await withHolder(db, 'sekko-baru', 'dki.jakpus', [], { jabatan: 'sekko', berlakuDari: '2024-04-01' })
  refused(await act(db, (tx) => endAssignment(tx, CTX, first, '2024-04-15')), 'BENTROK', 'berakhir', /sudah dipegang/)
  assert.equal((await holderOn(db, 'sekko', '2024-03-31'))?.id, first)
})

test('the Perangkat Daerah of a unit is the nearest one above it by command', async () => {
  const day = '2024-06-01'
  assert.equal(await officeOf(db, 'dki.jakpus.bag-ppk', day), 'dki.jakpus')
  assert.equal(await officeOf(db, 'dki.jakpus.kec-gambir.kel-gambir', day), 'dki.jakpus')
  assert.equal(await officeOf(db, 'dki.jakpus.kec-gambir.kel-gambir', '2025-06-01'), 'dki.jakut')
  assert.equal(await officeOf(db, 'dki.bkd', day), 'dki.bkd')
  assert.equal(await officeOf(db, 'dki', day), 'dki', 'none above it: the unit itself')
})

test('roles follow from the office held on the day: a Kepala Bagian drafts for the whole city', async () => {
  await withHolder(db, 'kabag', 'dki.jakpus.bag-ppk', ['PENYUSUN'], { berlakuDari: '2024-02-01', berlakuSampai: '2024-11-30' })
  const roles = (day: string, who = 'kabag') => rolesOn(db, who, day)
  assert.deepEqual(await roles('2024-02-01'), [{ peran: 'PENYUSUN', unit: 'dki.jakpus', jabatan: 'kabag' }])
  assert.deepEqual([await roles('2024-01-31'), await roles('2024-12-01'), await roles('2024-02-01', 'chaidir')], [[], [], []])
})

test('an acting official has the roles of the office, and its holder has none from it meanwhile', async () => {
  await withHolder(db, 'plh', 'dki.jakpus.bag-ppk', [], {
    jabatan: 'kabag',
    sifat: 'PLH',
    berlakuDari: '2024-05-06',
    berlakuSampai: '2024-05-10',
  })
  const count = async (who: string, day: string) => (await rolesOn(db, who, day)).length
  assert.deepEqual([await count('kabag', '2024-05-06'), await count('plh', '2024-05-06')], [0, 1])
  assert.deepEqual([await count('kabag', '2024-05-11'), await count('plh', '2024-05-11')], [1, 0])
})

test('an office that no longer exists gives no role, though nobody ended the assignment', async () => {
  await withHolder(db, 'kasubag', 'dki.bkd', ['PENYUSUN'])
  const ended = Jabatan.parse({
    kode: 'kasubag',
    unit: 'dki.bkd',
    nama: 'x',
    jenjang: 'PENGAWAS',
    peran: ['PENYUSUN'],
    berlakuDari: '2020-01-01',
    berlakuSampai: '2024-06-30',
  })
  await done(db, (tx) => saveJabatan(tx, CTX, ended))
  assert.deepEqual(
    [(await rolesOn(db, 'kasubag', '2024-06-30')).length, (await rolesOn(db, 'kasubag', '2024-07-01')).length],
    [1, 0],
  )
})

test('every act writes its line in the same transaction, on the chain of its Perangkat Daerah', async () => {
  const all = await lines()
  const of = (name: string) => all.filter((l) => l.act === name).map((l) => `${l.office} ${l.subject}`)
  assert.ok(of('unit-kerja.buat').includes('dki.jakpus unit-kerja/dki.jakpus.kec-gambir.kel-gambir'))
  assert.ok(of('unit-kerja.ubah').includes('dki unit-kerja/dki'))
  assert.ok(of('jabatan.simpan').includes('dki.jakpus jabatan/kabag') && of('penugasan.catat').includes('dki.jakpus jabatan/kabag'))
  assert.ok(of('penugasan.akhiri').length === 1 && of('pegawai.daftar').includes('sistem pegawai/chaidir'))
})

test('what was refused or rolled back leaves no line and no row', async () => {
  const before = (await lines()).length
  await change('dki', { nama: 'Lain', mulai: '2025-01-01' }, 1)
  await act(db, (tx) => createUnit(tx, CTX, unit('dki', 'PROVINSI')))
  const broken = inTransaction(db, async (tx) => {
    await createUnit(tx, CTX, unit('dki.batal', 'DINAS'))
    throw new Error('the power went')
  })
  await assert.rejects(broken, /power/)
  assert.equal((await lines()).length, before)
  assert.equal(await findUnit(db, 'dki.batal', '2024-01-10'), undefined)
})

test('no NIP gets into the ledger', async () => {
  const rows = await many(db, sql<{ detail: string }>`select detail from ledger`)
  assert.ok(rows.every((r) => !/\d{17,18}/.test(r.detail)))
})

test('a file loads in order, names the part that is wrong, and reports the other printings of a NIP', async () => {
  const file = UnitKerjaFile.parse({
    skema: 'selaras/unit-kerja/1',
    berkas: '002.txt',
    unit: [{ kode: 'dki.bpsdm', jenis: 'BADAN', nama: 'BPSDM', induk: 'dki', berlakuDari: '2020-01-01', baris: 12 }],
    jabatan: [{ kode: 'kaban-bpsdm', unit: 'dki.bpsdm', nama: 'Kepala BPSDM', jenjang: 'JPT_PRATAMA', peran: ['KEPALA_PD'] }],
    pegawai: [
      {
        kunci: 'asep',
        nama: 'Asep',
        nip: '197812131997111001',
        nipTercetakLain: ['19781213199711001', { tercetak: '198712131997111001', baris: 2051 }, '197812131997112001'],
      },
    ],
    penugasan: [{ pegawai: 'asep', jabatan: 'kaban-bpsdm', sifat: 'DEFINITIF', berlakuDari: '2023-01-01', baris: [1, 2] }],
  })
  const { dimuat, temuan } = await done(db, (tx) => importUnitKerja(tx, CTX, file))
  assert.equal(dimuat, 4)
  assert.deepEqual(
    temuan.map((t) => [t.aturan, t.baris]),
    [
      ['NIP-PANJANG', null],
      ['NIP-USIA', 2051],
      ['PK-09', null],
    ],
  )
  assert.deepEqual(
    (await rolesOn(db, 'asep', '2023-01-01')).map((r) => r.unit),
    ['dki.bpsdm'],
  )
  const again = await act(db, (tx) => importUnitKerja(tx, CTX, file))
  refused(again, 'BENTROK', 'unit[0].kode', /^unit\[0\]: Satuan kerja dki\.bpsdm sudah ada/)
})
