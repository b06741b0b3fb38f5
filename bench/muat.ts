// Loading the example province into an empty instance, beside the rows that it leaves written again one by one.
import { join } from 'node:path'
import type pg from 'pg'
import { loadExample } from '../src/impor/commands.ts'
import { quote } from '../src/platform/backup/archive.ts'
import { columnsOf, tablesInLoadOrder } from '../src/platform/backup/catalogue.ts'
import { connectDatabase, sql } from '../src/platform/db/database.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { readFolder } from '../src/platform/files/folder.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { measured, median, timed, type Workload } from './measure.ts'
import { bareClient, newFolder, openInstance, removeInstance } from './province.ts'

const CONTOH = join(import.meta.dirname, '../contoh')
const TIMES = 3

type Insert = { readonly text: string; readonly values: unknown[] }

export const muat: Workload = async (tell) => {
  const folder = newFolder()
  const { db, host, close } = await openInstance(folder)
  const inNew = async <T>(name: string, work: (database: string) => Promise<T>): Promise<T> => {
    await sql`create database ${sql.id(name)}`.execute(db)
    const fresh = connectDatabase({ host, database: name }, 1)
    await migrate(fresh)
    await fresh.destroy()
    return work(name)
  }
  try {
    const seconds = { load: [] as number[], replay: [] as number[] }
    let rows = 0
    for (let i = 1; i <= TIMES; i++) {
      const loaded = await inNew(`muat_${i}`, async (database) => {
        const into = connectDatabase({ host, database })
        const { ms } = await timed(() =>
          loadExample(into, contextAt(new Date()), () => readFolder(CONTOH), { tell: () => {}, secret: false }),
        )
        await into.destroy()
        return { database, ms }
      })
      const inserts = await withClient(host, loaded.database, insertsOf)
      const replayed = await inNew(`ulang_${i}`, (database) =>
        withClient(host, database, (client) => timed(() => replay(client, inserts))),
      )
      rows = inserts.length
      seconds.load.push(loaded.ms / 1000)
      seconds.replay.push(replayed.ms / 1000)
      tell(`load ${i} of ${TIMES}: ${(loaded.ms / 1000).toFixed(1)} s, ${rows} rows; replay ${(replayed.ms / 1000).toFixed(1)} s`)
    }
    const reference = { what: `${rows} single-row inserts in one transaction`, value: median(seconds.replay) }
    return [
      measured(
        { what: `the example province into an empty instance, median of ${TIMES}`, value: median(seconds.load), unit: 's' },
        { reference },
      ),
    ]
  } finally {
    await close()
    await removeInstance(folder)
  }
}

async function withClient<T>(host: string, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await bareClient({ host, database })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row that the load left, as the statement that writes it; what the migrations themselves put in stays out. */
async function insertsOf(client: pg.Client): Promise<Insert[]> {
  const inserts: Insert[] = []
  for (const table of await tablesInLoadOrder(client)) {
    if (table === 'migration') continue
    const columns = await columnsOf(client, table)
    const found = await client.query({
      text: `select ${columns.map((c) => `${quote(c)}::text`).join(', ')} from ${quote(table)} order by ctid`,
      rowMode: 'array',
    })
    const text = `insert into ${quote(table)} (${columns.map(quote).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`
    for (const values of found.rows) inserts.push({ text, values })
  }
  return inserts
}

async function replay(client: pg.Client, inserts: readonly Insert[]): Promise<void> {
  await client.query('begin')
  for (const { text, values } of inserts) await client.query(text, values)
  await client.query('commit')
}
