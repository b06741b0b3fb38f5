import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Db, inTransaction, many, one, sql } from '../db/database.ts'
import { freshDatabase } from '../db/testing.ts'
import { contextAt } from '../kernel/context.ts'
import { anchor, type LedgerEntry, type Line, lineHash, listLines, record } from './ledger.ts'
import { verifyLedger } from './verify.ts'

await freshDatabase(1) // opens the cluster for the whole file; each test then takes a database of its own
const NOW = new Date('2025-01-31T03:00:00.123Z')
const act = (db: Db, office: string, more: Partial<LedgerEntry> = {}) =>
  inTransaction(db, (tx) =>
    record(tx, contextAt(NOW), { office, act: 'sistem.catat', subject: 'uji/1', detail: { nilai: '98.63' }, ...more }),
  )

/** Five acts of one office and two of another, anchored unless `anchored` is false. */
async function written(anchored = true): Promise<Db> {
  const { db } = await freshDatabase()
  for (let n = 1; n <= 5; n++) await act(db, 'dki.bkd', { subject: `uji/${n}` })
  for (let n = 1; n <= 2; n++) await act(db, 'dki.bpsdm')
  if (anchored) await anchor(db, NOW)
  assert.deepEqual((await verifyLedger(db)).damage, [])
  return db
}

/** What somebody who owns the database can do: the triggers are off while the statements run. */
async function attack(db: Db, ...statements: ReturnType<typeof sql>[]): Promise<string[]> {
  for (const table of ['ledger', 'ledger_anchor']) await sql`alter table ${sql.id(table)} disable trigger user`.execute(db)
  for (const statement of statements) await statement.execute(db)
  for (const table of ['ledger', 'ledger_anchor']) await sql`alter table ${sql.id(table)} enable trigger user`.execute(db)
  return (await verifyLedger(db)).damage.map((d) => `${d.office}/${d.seq}: ${d.detail}`)
}

const lineAt = (db: Db, seq: number) => one(db, sql<Line>`select * from ledger where office = 'dki.bkd' and seq = ${seq}`)

test('an untouched ledger verifies, and says up to which anchor a cut-off tail would show', async () => {
  const db = await written()
  const { lines, offices, provenUpTo } = await verifyLedger(db)
  assert.deepEqual({ lines, offices, provenUpTo }, { lines: 7, offices: 2, provenUpTo: { anchor: '1', at: NOW.toISOString() } })
  assert.equal((await verifyLedger(await written(false))).provenUpTo, null)
})

test('an empty ledger verifies', async () => {
  assert.deepEqual(await verifyLedger((await freshDatabase()).db), { lines: 0, offices: 0, damage: [], provenUpTo: null })
})

for (const column of ['at', 'actor', 'act', 'subject', 'status', 'note', 'detail'])
  test(`a line whose ${column} was changed is found`, async () => {
    const value = column === 'at' ? sql`at + interval '1 day'` : sql`'lain'`
    const found = await attack(
      await written(),
      sql`update ledger set ${sql.id(column)} = ${value} where office = 'dki.bkd' and seq = 3`,
    )
    assert.deepEqual(found, ['dki.bkd/3: Isi baris 3 tidak cocok dengan hash-nya: berubah.'])
  })

test('a changed line with a new hash of its own no longer carries the next one', async () => {
  const db = await written(false)
  const line = { ...(await lineAt(db, 3)), note: 'lain' }
  const found = await attack(
    db,
    sql`update ledger set note = 'lain', hash = ${lineHash(line)} where office = 'dki.bkd' and seq = 3`,
  )
  assert.match(found.join('\n'), /^dki\.bkd\/4: Baris 4 tidak menyambung/)
})

test('even a whole chain written anew, head included, differs from what the anchor saw', async () => {
  const db = await written()
  const line = { ...(await lineAt(db, 5)), note: 'lain' }
  const hash = lineHash(line)
  const found = await attack(
    db,
    sql`update ledger set note = 'lain', hash = ${hash} where office = 'dki.bkd' and seq = 5`,
    sql`update ledger_head set hash = ${hash} where office = 'dki.bkd'`,
  )
  assert.deepEqual(found, ['dki.bkd/5: Baris 5 berbeda dari yang dicatat jangkar.'])
})

test('a missing line is found where it is missing: the first, a middle one, the last', async () => {
  assert.match(
    (await attack(await written(), sql`delete from ledger where office = 'dki.bkd' and seq = 1`)).join(),
    /Baris 1 sampai 1 hilang/,
  )
  assert.match(
    (await attack(await written(), sql`delete from ledger where office = 'dki.bkd' and seq in (2, 3)`)).join(),
    /Baris 2 sampai 3 hilang/,
  )
  assert.match(
    (await attack(await written(false), sql`delete from ledger where office = 'dki.bkd' and seq = 5`)).join(),
    /Ujung rantai seharusnya baris 5; yang ada baris 4/,
  )
})

test('two lines that changed places are found', async () => {
  const swap = (from: number, to: number) => sql`update ledger set seq = ${to} where office = 'dki.bkd' and seq = ${from}`
  const found = await attack(await written(false), swap(2, 99), swap(3, 2), swap(99, 3))
  assert.ok(found.some((f) => f.startsWith('dki.bkd/2:')) && found.some((f) => f.startsWith('dki.bkd/3:')), found.join('\n'))
})

test('a line moved to another office is found', async () => {
  const found = await attack(
    await written(),
    sql`update ledger set office = 'dki.bpsdm', seq = 3 where office = 'dki.bkd' and seq = 5`,
  )
  assert.ok(
    found.some((f) => f.startsWith('dki.bpsdm/3:')),
    found.join('\n'),
  )
})

test('a tail cut off together with its head is found after an anchor, and only then', async () => {
  const cut = async (db: Db) => {
    const { hash } = await lineAt(db, 3)
    return attack(
      db,
      sql`delete from ledger where office = 'dki.bkd' and seq > 3`,
      sql`update ledger_head set seq = 3, anchored = 0, hash = ${hash} where office = 'dki.bkd'`,
    )
  }
  assert.deepEqual(await cut(await written()), ['dki.bkd/5: Baris 5 pernah dicatat jangkar tetapi tidak ada lagi.'])
  assert.deepEqual(await cut(await written(false)), [])
})

test('an office that was removed altogether, and a head that was, are found', async () => {
  const gone = [sql`delete from ledger where office = 'dki.bpsdm'`, sql`delete from ledger_head where office = 'dki.bpsdm'`]
  assert.deepEqual(await attack(await written(), ...gone), ['dki.bpsdm/2: Baris 2 pernah dicatat jangkar tetapi tidak ada lagi.'])
  assert.deepEqual(await attack(await written(), gone[1]!), ['dki.bpsdm/0: Catatan ujung rantai hilang.'])
})

test('a changed or missing anchor is found', async () => {
  const twice = async () => {
    const db = await written()
    await act(db, 'dki.bkd')
    await anchor(db, NOW)
    return db
  }
  assert.match(
    (await attack(await twice(), sql`update ledger_anchor set at = at + interval '1 hour' where seq = 2`)).join(),
    /Jangkar 2 berubah/,
  )
  assert.match((await attack(await twice(), sql`delete from ledger_anchor where seq = 1`)).join(), /Jangkar 2 berubah, hilang/)
})

test('an anchor is made only where something moved', async () => {
  const db = await written()
  await anchor(db, NOW)
  assert.equal((await verifyLedger(db)).provenUpTo?.anchor, '1')
  await act(db, 'dki.bkd')
  await anchor(db, NOW)
  const { heads } = await one(db, sql<{ heads: string }>`select heads from ledger_anchor where seq = 2`)
  assert.deepEqual(Object.keys(JSON.parse(heads)), ['dki.bkd'])
})

test('acts of one office at the same time make no fork, from its first line on, anchors in between', async () => {
  const { db } = await freshDatabase(8)
  await Promise.all(
    Array.from({ length: 40 }, (_, n) => (n % 10 === 9 ? anchor(db, NOW) : act(db, n % 3 ? 'dki.bkd' : 'dki.bpsdm'))),
  )
  const { lines, damage } = await verifyLedger(db)
  assert.deepEqual({ lines, damage }, { lines: 36, damage: [] })
})

test('acts of two offices do not wait for each other', async () => {
  const { db } = await freshDatabase()
  await act(db, 'dki.bkd')
  await inTransaction(db, async (tx) => {
    await record(tx, contextAt(NOW), { office: 'dki.bkd', act: 'sistem.catat', subject: 'uji/1' })
    await act(db, 'dki.bpsdm')
  })
  assert.equal((await verifyLedger(db)).lines, 3)
})

test('a line is part of its act: rolled back, it was never there', async () => {
  const db = await written()
  const failing = inTransaction(db, async (tx) => {
    await record(tx, contextAt(NOW), { office: 'dki.bkd', act: 'sistem.catat', subject: 'uji/1' })
    throw new Error('the act failed')
  })
  await assert.rejects(failing, /the act failed/)
  assert.deepEqual([(await verifyLedger(db)).lines, (await verifyLedger(db)).damage], [7, []])
})

test('the ledger and its anchors refuse update, delete and truncate', async () => {
  const db = await written()
  for (const table of ['ledger', 'ledger_anchor'].map((name) => sql.id(name))) {
    await assert.rejects(sql`update ${table} set at = now()`.execute(db), /never rewritten: UPDATE/)
    await assert.rejects(sql`delete from ${table}`.execute(db), /never rewritten: DELETE/)
    await assert.rejects(sql`truncate ${table}`.execute(db), /never rewritten: TRUNCATE/)
  }
  assert.deepEqual((await verifyLedger(db)).damage, [])
})

test('whoever sends something back says why', async () => {
  const { db } = await freshDatabase()
  await assert.rejects(act(db, 'dki.bkd', { act: 'perjanjian-kinerja.kembalikan' }), { constraint: 'a_return_says_why' })
  await act(db, 'dki.bkd', { act: 'perjanjian-kinerja.kembalikan', note: 'Target triwulan III belum ada.' })
})

test('lines are listed newest first, by office or subject, page by page', async () => {
  const db = await written()
  const [first] = await listLines(db, { office: 'dki.bkd' }, 1)
  assert.equal(first!.seq, '5')
  assert.deepEqual(
    (await listLines(db, { office: 'dki.bkd', before: first }, 2)).map((l) => l.seq),
    ['4', '3'],
  )
  assert.deepEqual(
    (await listLines(db, { subject: 'uji/4' }, 10)).map((l) => l.seq),
    ['4'],
  )
  assert.equal((await many(db, sql`select 1 from ledger`)).length, (await listLines(db, {}, 100)).length)
})
