// selaras backup and restore: the whole instance in one file, evidence included, and the identical instance back.
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Connection, connectDatabase } from '../db/database.ts'
import { listMigrations, type Migration, migrate } from '../db/migrate.ts'
import { type Files, hashOf } from '../files/files.ts'
import { type Refusal, Refused, refuse } from '../kernel/refusal.ts'
import {
  Damaged,
  drain,
  FORMAT,
  LEFT_EMPTY,
  type Manifest,
  measured,
  quote,
  readArchive,
  type TableMember,
  withClient,
  writeArchive,
} from './archive.ts'
import { columnsOf, orderedRows, tablesInLoadOrder } from './catalogue.ts'
import { load } from './load.ts'

export type Summary = {
  readonly rows: number
  readonly tables: number
  readonly files: number
  /** Stored files that had already lost their content when the backup was made. */
  readonly missing: readonly string[]
}
const summary = ({ tables, evidence }: Manifest): Summary => ({
  rows: tables.reduce((sum, t) => sum + t.rows, 0),
  tables: tables.length,
  files: evidence.files,
  missing: evidence.missing,
})

/**
 * Writes the backup to a stream, or to a path, where it appears only when it is whole and on disk (readable by its owner
 * only: it holds NIP and password hashes). Tables are first written beside the path (or in the system's temporary
 * folder), because a tar names sizes before contents. Returns what the file says of itself; throws where the database
 * or the disk fails. Stored files that no longer match their hash are left out and named in `evidence.missing`.
 */
export async function backup(from: Connection, files: Files, out: Writable | string, now: Date): Promise<Summary> {
  const spool = await mkdtemp(join(typeof out === 'string' ? dirname(out) : tmpdir(), '.selaras-cadangan-'))
  try {
    const tables = await withClient(from, (client) => copyTables(client, spool))
    // After the snapshot: whatever a row of it names is in the store by now.
    const evidence = await listEvidence(files, join(spool, 'evidence'))
    const manifest: Manifest = { format: FORMAT, madeAt: now.toISOString(), ...tables, evidence }
    if (typeof out !== 'string') await writeArchive(manifest, files, spool, out)
    else {
      const unfinished = join(spool, 'whole')
      await writeArchive(manifest, files, spool, createWriteStream(unfinished, { mode: 0o600, flush: true }))
      await rename(unfinished, out)
      await syncFolder(dirname(out))
    }
    return summary(manifest)
  } finally {
    await rm(spool, { recursive: true, force: true })
  }
}

/**
 * Refuses (nothing changed) a file that is not a whole backup, one made by a newer program, and a database with rows.
 * The file is read twice: once against its hashes, then into the database. Tables are loaded at the migration level of
 * the backup, in one transaction with everything else; migrations that are newer run after it. Throws where the disk or
 * the database fails. Evidence is written before the commit; after a failure some of it may stay in the store, unused.
 */
export async function restore(
  to: Connection,
  files: Files,
  path: string,
  known: readonly Migration[] = listMigrations(),
): Promise<(Summary & { readonly migratedForward: readonly string[] }) | Refusal> {
  try {
    const manifest = await readArchive(path, async (member) => {
      if (member.kind !== 'manifest') await drain(member.content)
    })
    // Only now: what a damaged manifest seems to say of its migrations is said to be damage, not another version.
    const refusal = unknownMigration(manifest, known)
    if (refusal) throw new Refused(refusal)
    await withClient(to, (client) => load(client, files, path, known))
    const db = connectDatabase(to, 1)
    try {
      return { ...summary(manifest), migratedForward: await migrate(db, undefined, [...known]) }
    } finally {
      await db.destroy()
    }
  } catch (error) {
    if (error instanceof Damaged)
      return refuse('JENIS_BERKAS', `${error.message} Tidak ada yang diubah; pakai berkas cadangan lain.`)
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

function unknownMigration({ migrations }: Manifest, known: readonly Migration[]): Refusal | undefined {
  for (const { nama, checksum } of migrations) {
    const mine = known.find((m) => m.nama === nama)
    if (!mine)
      return refuse(
        'JENIS_BERKAS',
        `Cadangan dibuat oleh Selaras yang lebih baru (migrasi ${nama}). Tidak ada yang diubah. Pasang versi itu atau yang sesudahnya, lalu ulangi.`,
      )
    if (mine.checksum !== checksum)
      return refuse(
        'JENIS_BERKAS',
        `Migrasi ${nama} di dalam cadangan berbeda dari milik program ini. Tidak ada yang diubah. Pakai program yang membuat cadangan itu.`,
      )
  }
  return undefined
}

async function copyTables(
  client: pg.Client,
  spool: string,
): Promise<Pick<Manifest, 'migrations' | 'tables' | 'leftEmpty' | 'sequences'>> {
  await client.query('begin isolation level repeatable read, read only')
  const migrations = (await client.query<Manifest['migrations'][number]>('select nama, checksum from migration order by nama')).rows
  const names = await tablesInLoadOrder(client)
  const tables: TableMember[] = []
  for (const name of names.filter((n) => !LEFT_EMPTY.includes(n))) {
    const columns = await columnsOf(client, name)
    const copy = client.query(copyTo(`copy (${await orderedRows(client, name, columns)}) to stdout`))
    const seen = measured(copy)
    await pipeline(seen.content, createWriteStream(join(spool, name), { mode: 0o600 }))
    tables.push({ name, columns, rows: copy.rowCount, bytes: seen.bytes(), sha256: seen.sha256() })
  }
  const sequences = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by 1`,
  )
  const values: Manifest['sequences'] = []
  for (const { name } of sequences.rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quote(name)}`,
    )
    values.push({ name, ...state.rows[0]! })
  }
  await client.query('commit')
  return { migrations, tables, leftEmpty: names.filter((n) => LEFT_EMPTY.includes(n)), sequences: values }
}

/** Reads every stored file against its hash and notes hash and size; their names may be too many to keep in memory. */
async function listEvidence(files: Files, list: string): Promise<Manifest['evidence']> {
  const missing: string[] = []
  let count = 0
  let bytes = 0
  async function* lines() {
    for await (const sha256 of files.list()) {
      const size = await files.size(sha256)
      if (size === undefined || (await hashOf(files, sha256)) !== sha256) {
        missing.push(sha256)
        continue
      }
      count++
      bytes += size
      yield `${sha256} ${size}\n`
    }
  }
  await pipeline(lines(), createWriteStream(list))
  return { files: count, bytes, missing }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
