// The inside of a restore: from the archive into a database that holds nothing.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Migration } from '../db/migrate.ts'
import type { Files } from '../files/files.ts'
import { isRefusal, Refused, refuse } from '../kernel/refusal.ts'
import { Damaged, type Manifest, quote, readArchive } from './archive.ts'
import { tablesInLoadOrder } from './catalogue.ts'

/** Everything in one transaction; evidence is written before it commits, so that no row ever names a file that is not there. */
export async function load(client: pg.Client, files: Files, path: string, known: readonly Migration[]): Promise<void> {
  await client.query('begin')
  try {
    await readArchive(path, async (member) => {
      if (member.kind === 'manifest') return prepare(client, member.manifest, known)
      if (member.kind === 'evidence') return keep(files, member.content)
      const { name, columns, rows } = member.table
      const copy = client.query(copyFrom(`copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin`))
      await pipeline(member.content, copy)
      if (copy.rowCount !== rows) throw new Damaged(`Tabel ${name} seharusnya ${rows} baris; yang terbaca ${copy.rowCount}.`)
    }).then(async ({ tables, sequences }) => {
      for (const { name, value, called } of sequences)
        await client.query('select setval($1::regclass, $2, $3)', [quote(name), value, called])
      await client.query('set constraints all immediate')
      for (const { name } of tables) await client.query(`alter table ${quote(name)} enable trigger user`)
    })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
  await client.query('analyze')
}

/** Leaves every table empty, at the backup's migration level, its own triggers off while rows are put back as they were. */
async function prepare(client: pg.Client, manifest: Manifest, known: readonly Migration[]): Promise<void> {
  await refuseRows(client)
  const level = manifest.migrations.map((m) => m.nama)
  const here = (await tablesInLoadOrder(client)).includes('migration')
    ? await client.query<{ nama: string }>('select nama from migration order by nama')
    : undefined
  if (here?.rows.map((m) => m.nama).join() !== level.join()) {
    await client.query('drop schema public cascade')
    await client.query('create schema public')
    await client.query(
      'create table migration (nama text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    for (const nama of level) await client.query(known.find((m) => m.nama === nama)!.text)
  }
  const tables = await tablesInLoadOrder(client)
  const foreign = manifest.tables.find((t) => !tables.includes(t.name))
  if (foreign) throw new Damaged(`Cadangan memuat tabel ${foreign.name} yang tidak dikenal pada tingkat migrasinya.`)
  for (const { name } of manifest.tables) await client.query(`alter table ${quote(name)} disable trigger user`)
  // What a migration itself put in comes back from the backup, with the migrations' own list.
  await client.query(`truncate ${tables.map(quote).join(', ')}`)
}

/** A database in use is never restored over. The locks hold until the commit, so that nobody enters something meanwhile. */
async function refuseRows(client: pg.Client): Promise<void> {
  const tables = (await tablesInLoadOrder(client)).filter((name) => name !== 'migration')
  if (tables.length) await client.query(`lock table ${tables.map(quote).join(', ')} in access exclusive mode`)
  const filled: string[] = []
  for (const name of tables) {
    const found = await client.query<{ filled: boolean }>(`select exists (select from ${quote(name)}) as filled`)
    if (found.rows[0]!.filled) filled.push(name)
  }
  if (!filled.length) return
  const some = `${filled.slice(0, 5).join(', ')}${filled.length > 5 ? ', …' : ''}`
  throw new Refused(
    refuse(
      'BENTROK',
      `Basis data ini sudah berisi (tabel ${some}); pemulihan hanya ke basis data yang kosong. Tidak ada yang diubah. Siapkan basis data baru, lalu ulangi.`,
    ),
  )
}

async function keep(files: Files, content: AsyncIterable<Buffer>): Promise<void> {
  const stored = await files.put(Readable.from(content), Number.POSITIVE_INFINITY)
  if (isRefusal(stored)) throw new Refused(stored)
}
