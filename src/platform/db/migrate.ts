// Forward-only migrations: numbered .sql files, each applied once in its own transaction and remembered by its checksum.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, inTransaction, many, sql } from './database.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../../migrations')
const LOCK = 7_245_201

export type Migration = { readonly nomor: string; readonly nama: string; readonly checksum: string; readonly text: string }

export function listMigrations(folder = MIGRATIONS): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((nama) => {
      const text = readFileSync(join(folder, nama), 'utf8')
      return { nomor: nama.slice(0, 4), nama, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

/** Applies what is missing and returns the names applied. Throws where an applied file has been changed or is unknown. */
export async function migrate(db: Db, onProgress?: (text: string) => void, wanted = listMigrations()): Promise<string[]> {
  await sql`create table if not exists migration (
    nama text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(db)
  const applied: string[] = []
  for (;;) {
    const next = await inTransaction(db, async (tx) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
      const done = await many(tx, sql<{ nama: string; checksum: string }>`select nama, checksum from migration order by nama`)
      for (const { nama, checksum } of done) {
        const file = wanted.find((m) => m.nama === nama)
        if (!file)
          throw new Error(`Basis data memuat migrasi ${nama} yang tidak dikenal program ini: pakai program yang lebih baru.`)
        if (file.checksum !== checksum)
          throw new Error(`Migrasi ${nama} berubah setelah dijalankan; migrasi tidak boleh disunting.`)
      }
      const migration = wanted.find((m) => !done.some((d) => d.nama === m.nama))
      if (!migration) return undefined
      onProgress?.(`migrasi ${migration.nama}`)
      await sql.raw(migration.text).execute(tx)
      await sql`insert into migration (nama, checksum) values (${migration.nama}, ${migration.checksum})`.execute(tx)
      return migration.nama
    })
    if (!next) return applied
    applied.push(next)
  }
}
