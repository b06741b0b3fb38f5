// Databases for tests: one cluster a run (fsync off, in memory where the machine has it), one migrated template,
// a copy of it a file. With DATABASE_URL the same on that server.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Connection, connectDatabase, type Db, sql } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** Many files share one server: a connection that is not used is given back at once. */
const SOON = 200

type Server = { readonly admin: Db; readonly to: (database: string) => Connection; readonly template: string }
let server: Promise<Server> | undefined

const templates: string[] = []

async function openServer(): Promise<Server> {
  const url = process.env.DATABASE_URL
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'selaras-test-'))
  const embedded = url ? undefined : await openEmbedded(folder, { throwAway: true })
  const to = (database: string): Connection => {
    if (embedded) return { host: embedded.host, database }
    const at = new URL(url!)
    at.pathname = `/${database}`
    return { url: at.href }
  }
  const admin = connectDatabase(embedded ? to('postgres') : { url: url! }, 1, SOON)
  const template = `selaras_template_${randomBytes(4).toString('hex')}`
  templates.push(template)
  after(async () => {
    for (const name of templates) await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin)
  })
  await sql`create database ${sql.id(template)}`.execute(admin)
  const db = connectDatabase(to(template), 1)
  await migrate(db)
  await db.destroy()
  return { admin, to, template }
}

export type TestDatabase = { readonly db: Db; readonly connection: Connection }

/** A migrated, empty database of its own, dropped when the file's tests have run. Call it at the top of a test file. */
export async function freshDatabase(max = 4): Promise<TestDatabase> {
  return copyOf((await opened()).template, max)
}

const filled = new Map<string, Promise<string>>()

/** As freshDatabase, already holding what `fill` puts in; filled once a run for each `name`, then copied. */
export async function filledDatabase(name: string, fill: (db: Db) => Promise<unknown>, max = 4): Promise<TestDatabase> {
  const template = filled.get(name) ?? makeTemplate(fill)
  filled.set(name, template)
  return copyOf(await template, max)
}

async function makeTemplate(fill: (db: Db) => Promise<unknown>): Promise<string> {
  const { admin, to, template } = await opened()
  const name = `selaras_template_${randomBytes(4).toString('hex')}`
  templates.push(name)
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin)
  const db = connectDatabase(to(name), 2)
  await fill(db)
  await db.destroy()
  return name
}

function opened(): Promise<Server> {
  server ??= openServer()
  return server
}

async function copyOf(template: string, max: number): Promise<TestDatabase> {
  const { admin, to } = await opened()
  const name = `selaras_test_${randomBytes(6).toString('hex')}`
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin)
  const connection = to(name)
  const db = connectDatabase(connection, max, SOON)
  after(async () => {
    await db.destroy()
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin)
  })
  return { db, connection }
}
