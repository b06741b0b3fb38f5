import assert from 'node:assert/strict'
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { anchor, record } from '../audit/ledger.ts'
import { verifyLedger } from '../audit/verify.ts'
import { type Connection, type Db, inTransaction, many, one, sql } from '../db/database.ts'
import { listMigrations, migrate } from '../db/migrate.ts'
import { freshDatabase } from '../db/testing.ts'
import { type Files, folderFiles, hashOf } from '../files/files.ts'
import { contextAt } from '../kernel/context.ts'
import { accepted, isRefusal, type Refusal, type RefusalCode } from '../kernel/refusal.ts'
import { Damaged, readArchive } from './archive.ts'
import { backup, restore } from './backup.ts'

await freshDatabase(1) // opens the cluster for the whole file; each test then takes a database of its own
const scratch = mkdtempSync(join(tmpdir(), 'selaras-cadangan-test-'))
after(() => rmSync(scratch, { recursive: true, force: true }))
const NOW = new Date('2025-01-31T03:00:00Z')
let names = 0
const file = (suffix = '') => join(scratch, `${++names}${suffix}`)
const stored = () => folderFiles(file('-bukti'))

type Instance = { db: Db; connection: Connection; files: Files }
const empty = async (): Promise<Instance> => ({ ...(await freshDatabase(2)), files: stored() })

/** A small instance with what is hard to carry: tabs, new lines, quotes, exact numbers, dates, arrays, nulls, a big file. */
async function filled(): Promise<Instance> {
  const instance = await empty()
  const { db, files } = instance
  await sql`insert into unit_kerja (kode, jenis, berlaku_dari, sumber) values ('dki', 'PROVINSI', '2000-01-01', ${'tab\there, line\nthere, back\\slash, "quote", \\N, ‑ é 😀'}),
    ('dki.bkd', 'BADAN', '2000-01-01', null)`.execute(db)
  await sql`insert into unit_kerja_nama (unit, nama, berlaku_dari) values ('dki', 'Provinsi', '2000-01-01'), ('dki.bkd', 'BKD', '2000-01-01')`.execute(
    db,
  )
  await sql`insert into garis_unit (unit, induk, garis, berlaku_dari) values ('dki.bkd', 'dki', 'KOMANDO', '2000-01-01')`.execute(
    db,
  )
  await sql`insert into jabatan (kode, unit, nama, jenjang, peran, berlaku_dari)
    values ('kepala', 'dki.bkd', 'Kepala Badan', 'JPT', array['KEPALA_PD', 'a,"b'], '2000-01-01')`.execute(db)
  await sql`insert into pegawai (id, nama) values ('p1', 'Siti')`.execute(db)
  await sql`insert into penugasan (id, pegawai_id, jabatan, sifat, berlaku_dari, recorded_at)
    values ('00000000-0000-4000-8000-000000000001', 'p1', 'kepala', 'DEFINITIF', '2024-01-01', '2025-01-31T03:04:05.123456Z')`.execute(
    db,
  )
  await sql`insert into idempotency (actor, key, request_hash, at) values ('p1', 'k', 'h', now())`.execute(db)
  for (let n = 1; n <= 3; n++)
    await inTransaction(db, (tx) =>
      record(tx, contextAt(NOW), { office: 'dki.bkd', act: 'sistem.catat', subject: `uji/${n}`, detail: { n: `${n}` } }),
    )
  await anchor(db, NOW)
  await files.put(Readable.from([Buffer.from('bukti satu')]), 1000)
  await files.put(Readable.from([Buffer.from('')]), 1000)
  await files.put(Readable.from(Array.from({ length: 40 }, (_, n) => Buffer.alloc(65_536, n))), 10_000_000)
  return instance
}

/** Table members as the file holds them, and the names of the evidence. */
async function members(path: string): Promise<{ tables: Record<string, string>; evidence: string[] }> {
  const tables: Record<string, string> = {}
  const evidence: string[] = []
  await readArchive(path, async (member) => {
    if (member.kind === 'manifest') return
    const chunks: Buffer[] = []
    for await (const chunk of member.content) chunks.push(chunk)
    if (member.kind === 'table') tables[member.table.name] = Buffer.concat(chunks).toString()
    else evidence.push(member.sha256)
  })
  return { tables, evidence }
}

async function saved(from: Instance): Promise<string> {
  const path = file('.tar.gz')
  await backup(from.connection, from.files, path, NOW)
  return path
}

const rowCount = async (db: Db) =>
  (await one(db, sql<{ n: string }>`select (select count(*) from unit_kerja) + (select count(*) from ledger) as n`)).n

function assertRefused(result: unknown, code: RefusalCode, words: RegExp): void {
  assert.ok(isRefusal(result), `not refused: ${JSON.stringify(result)}`)
  assert.equal((result as Refusal).refused, code)
  assert.match((result as Refusal).detail, words)
}

test('a restored instance is identical: backed up again, every table member is the same byte for byte', async () => {
  const source = await filled()
  const path = await saved(source)
  const target = await empty()
  const told = accepted(await restore(target.connection, target.files, path))
  assert.deepEqual(
    { files: told.files, missing: told.missing, forward: told.migratedForward },
    { files: 3, missing: [], forward: [] },
  )
  const [before, afterwards] = [await members(path), await members(await saved(target))]
  assert.deepEqual(afterwards, before)
  assert.equal(before.evidence.length, 3)
  for (const sha256 of before.evidence) assert.equal(await hashOf(target.files, sha256), sha256)
  assert.match(before.tables.unit_kerja!, /tab\\there, line\\nthere/)
  assert.match(before.tables.penugasan!, /03:04:05\.123456/)
})

test('after a restore the ledger verifies and still refuses rewriting', async () => {
  const path = await saved(await filled())
  const { db, connection, files } = await empty()
  await restore(connection, files, path)
  const verdict = await verifyLedger(db)
  assert.deepEqual([verdict.lines, verdict.damage, verdict.provenUpTo?.anchor], [3, [], '1'])
  await assert.rejects(sql`update ledger set note = 'x'`.execute(db), /never rewritten/)
  await assert.rejects(sql`truncate ledger`.execute(db), /never rewritten/)
  await inTransaction(db, (tx) => record(tx, contextAt(NOW), { office: 'dki.bkd', act: 'sistem.catat', subject: 'uji/4' }))
  assert.deepEqual((await verifyLedger(db)).damage, [])
})

test('what must not be carried is left empty', async () => {
  const path = await saved(await filled())
  const { db, connection, files } = await empty()
  await restore(connection, files, path)
  assert.deepEqual(await many(db, sql`select * from idempotency`), [])
  assert.equal('idempotency' in (await members(path)).tables, false)
})

test('a database with rows is refused, and keeps them', async () => {
  const source = await filled()
  const path = await saved(source)
  const before = await rowCount(source.db)
  assertRefused(await restore(source.connection, source.files, path), 'BENTROK', /sudah berisi \(tabel .*ledger/)
  assert.equal(await rowCount(source.db), before)
})

test('a database without any table is prepared first', async () => {
  const path = await saved(await filled())
  const { db, connection, files } = await empty()
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  accepted(await restore(connection, files, path))
  assert.equal(await rowCount(db), '5')
})

test('an older backup is loaded at its own level and migrated forward; a newer one is refused', async () => {
  const older = listMigrations()
  const text = `alter table unit_kerja add column singkatan text not null default 'tanpa'; create function sesudah() returns int language sql as 'select 1'`
  const newer = [...older, { nomor: '9999', nama: '9999_uji.sql', text, checksum: 'f'.repeat(64) }]
  const source = await filled()
  const path = await saved(source)
  const target = await empty()
  await migrate(target.db, undefined, newer)
  assert.deepEqual(accepted(await restore(target.connection, target.files, path, newer)).migratedForward, ['9999_uji.sql'])
  assert.deepEqual(await many(target.db, sql`select distinct singkatan from unit_kerja`), [{ singkatan: 'tanpa' }])

  const young = await empty()
  assertRefused(
    await restore(young.connection, young.files, await saved(target)),
    'JENIS_BERKAS',
    /Selaras yang lebih baru \(migrasi 9999_uji\.sql\).*Tidak ada yang diubah/,
  )
  const edited = older.map((m) => ({ ...m, checksum: 'e'.repeat(64) }))
  assertRefused(await restore(young.connection, young.files, path, edited), 'JENIS_BERKAS', /berbeda dari milik program ini/)
  assert.equal(await rowCount(young.db), '0')
})

test('a cut-off, changed or foreign file is refused and changes nothing', async () => {
  const whole = readFileSync(await saved(await filled()))
  const plain = gunzipSync(whole)
  const at = (word: string) => plain.indexOf(word)
  const flipped = (index: number) => {
    const copy = Buffer.from(plain)
    copy[index]! ^= 1
    return gzipSync(copy)
  }
  const without = (from: number, bytes: number) => gzipSync(Buffer.concat([plain.subarray(0, from), plain.subarray(from + bytes)]))
  const lastEntry = plain.lastIndexOf('evidence/')
  const broken: [string, Buffer][] = [
    ['half of it', whole.subarray(0, whole.length / 2)],
    ['all but the last byte', whole.subarray(0, -1)],
    [
      'one byte of the compressed file',
      Buffer.concat([whole.subarray(0, 2000), Buffer.from([whole[2000]! ^ 255]), whole.subarray(2001)]),
    ],
    ['a row of a table', flipped(at('dki.bkd\tBADAN'))],
    ['a byte of evidence', flipped(at('bukti satu'))],
    ['a checksum in the manifest', flipped(at('"sha256"') + 15)],
    ['a migration in the manifest', flipped(at('"checksum"') + 15)],
    ['a migration in the manifest, the file cut off', gzipSync(gunzipSync(flipped(at('"checksum"') + 15)).subarray(0, -2048))],
    ['the manifest missing', gzipSync(plain.subarray(plain.indexOf('tables/')))],
    ['the last evidence missing', without(lastEntry, plain.length - lastEntry - 1024)],
    [
      'everything after the manifest missing',
      gzipSync(Buffer.concat([plain.subarray(0, plain.indexOf('tables/')), Buffer.alloc(1024)])),
    ],
    ['an empty archive', gzipSync(Buffer.alloc(1024))],
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('PK Walikota Jakarta Pusat 2023')],
    ['a gzipped text', gzipSync('PK Walikota Jakarta Pusat 2023'.repeat(100))],
  ]
  const { db, connection, files } = await empty()
  for (const [what, content] of broken) {
    const path = file('.tar.gz')
    writeFileSync(path, content)
    const result = await restore(connection, files, path).catch((error) => assert.fail(`${what}: ${error.stack}`))
    assert.ok(isRefusal(result) && result.refused === 'JENIS_BERKAS', `${what}: ${JSON.stringify(result)}`)
    assert.match(result.detail, /Tidak ada yang diubah/)
  }
  assert.equal(await rowCount(db), '0')
  for await (const sha256 of files.list()) assert.fail(`evidence ${sha256} was stored`)
})

test('where the evidence cannot be stored, the database stays empty', async () => {
  const path = await saved(await filled())
  const { db, connection } = await empty()
  const blocked = file('-bukti')
  writeFileSync(blocked, 'a file where the folder should be')
  assertRefused(await restore(connection, folderFiles(blocked), path), 'PENYIMPANAN_GAGAL', /tidak dapat disimpan/)
  assert.equal(await rowCount(db), '0')
})

test('a missing file is an error of the disk, not a damaged backup', async () => {
  const { connection, files } = await empty()
  await assert.rejects(restore(connection, files, file('.tar.gz')), { code: 'ENOENT' })
})

test('a failed backup leaves nothing behind, and no half of a file under its name', async () => {
  const { connection, files } = await filled()
  const folder = mkdtempSync(join(scratch, 'gagal-'))
  const read = new Set<string>()
  const failing: Files = {
    ...files,
    read: async (sha256) => {
      if (read.has(sha256)) return Readable.from([Buffer.from('changed since it was listed')])
      read.add(sha256)
      return files.read(sha256)
    },
  }
  await assert.rejects(backup(connection, failing, join(folder, 'x.tar.gz'), NOW), /Size mismatch/)
  assert.deepEqual(readdirSync(folder), [])
  await assert.rejects(backup(connection, files, join(folder, 'tidak-ada', 'x.tar.gz'), NOW), { code: 'ENOENT' })
  await assert.rejects(backup(connection, files, createWriteStream('/dev/full'), NOW), { code: 'ENOSPC' })
})

test('evidence that has lost its content is named, and does not stop the backup', async () => {
  const source = await filled()
  const folder = file('-bukti')
  const files = folderFiles(folder)
  const kept = accepted(await files.put(Readable.from([Buffer.from('utuh')]), 100))
  const lost = accepted(await files.put(Readable.from([Buffer.from('akan rusak')]), 100))
  writeFileSync(join(folder, lost.sha256.slice(0, 2), lost.sha256), 'rusak')
  const path = file('.tar.gz')
  const told = await backup(source.connection, files, path, NOW)
  assert.deepEqual([told.files, told.missing], [1, [lost.sha256]])
  assert.deepEqual((await members(path)).evidence, [kept.sha256])
})

test('the file is for its owner only, and the same instance gives the same file', async () => {
  const source = await filled()
  const [one, two] = [await saved(source), await saved(source)]
  assert.equal(statSync(one).mode & 0o777, 0o600)
  assert.ok(gunzipSync(readFileSync(one)).equals(gunzipSync(readFileSync(two))))
})

test('the reader tells a damaged file from everything else', async () => {
  const path = file()
  writeFileSync(path, 'x')
  await assert.rejects(
    readArchive(path, async () => {}),
    Damaged,
  )
})
