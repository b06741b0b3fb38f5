// The backup file: a gzipped tar that any tar program opens. First manifest.json, then tables/<name>.tsv in the order in
// which foreign keys let them be loaded (PostgreSQL's COPY text, so psql can read them too), then evidence/<sha-256>.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import * as tar from 'tar-stream'
import { z } from 'zod'
import type { Connection } from '../db/database.ts'
import type { Files } from '../files/files.ts'

export const FORMAT = 'selaras-cadangan/1'
/** Not carried: a restored instance asks everybody to sign in again. */
export const LEFT_EMPTY: readonly string[] = ['session', 'idempotency']

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().regex(/^[a-z_][a-z0-9_]*$/)
const Count = z.number().int().nonnegative()
export const Manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ nama: z.string(), checksum: Hash })),
  tables: z.array(z.object({ name: Name, columns: z.array(Name), rows: Count, bytes: Count, sha256: Hash })),
  leftEmpty: z.array(Name),
  sequences: z.array(z.object({ name: Name, value: z.string(), called: z.boolean() })),
  /** `missing`: stored files whose content no longer matched their hash when the backup was made; they are not in it. */
  evidence: z.object({ files: Count, bytes: Count, missing: z.array(Hash) }),
})
export type Manifest = z.infer<typeof Manifest>
export type TableMember = Manifest['tables'][number]

/** The file is not a whole backup: cut short, changed, or something else. The message is an Indonesian sentence. */
export class Damaged extends Error {}

export type Member =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'table'; readonly table: TableMember; readonly content: AsyncIterable<Buffer> }
  | { readonly kind: 'evidence'; readonly sha256: string; readonly content: AsyncIterable<Buffer> }

type Entry = AsyncIterable<Buffer> & { readonly header: { readonly name: string } }
const MANIFEST_LIMIT = 16 * 1024 * 1024

/**
 * Reads the file from its first byte to its last and hands each member to `take`, which must read the content to its
 * end. Every member is compared with its hash after it was read; throws Damaged at the first thing that is not as the
 * manifest says. Memory stays within a few buffers whatever the size.
 */
export async function readArchive(path: string, take: (member: Member) => Promise<void>): Promise<Manifest> {
  const extract = tar.extract()
  const feeding = pipeline(createReadStream(path), createGunzip(), extract)
  feeding.catch(() => {}) // told by the iteration below
  try {
    let manifest: Manifest | undefined
    const tables: TableMember[] = []
    const evidence = { files: 0, bytes: 0 }
    for await (const entry of extract as AsyncIterable<Entry>) {
      const { name } = entry.header
      if (!manifest) {
        manifest = await readManifest(name, entry)
        tables.push(...manifest.tables)
        await take({ kind: 'manifest', manifest })
        continue
      }
      const seen = measured(entry)
      const table = tables[0]
      if (table && name === `tables/${table.name}.tsv`) {
        tables.shift()
        await take({ kind: 'table', table, content: seen.content })
        if (seen.sha256() !== table.sha256 || seen.bytes() !== table.bytes)
          throw new Damaged(`Isi tabel ${table.name} di dalam cadangan sudah berubah.`)
      } else if (!table && /^evidence\/[0-9a-f]{64}$/.test(name)) {
        const sha256 = name.slice('evidence/'.length)
        await take({ kind: 'evidence', sha256, content: seen.content })
        if (seen.sha256() !== sha256) throw new Damaged(`Isi bukti ${sha256} di dalam cadangan sudah berubah.`)
        evidence.files++
        evidence.bytes += seen.bytes()
      } else throw new Damaged(`Cadangan memuat bagian yang tidak dikenal: ${name}.`)
    }
    await feeding
    if (!manifest) throw new Damaged('Berkas itu bukan cadangan Selaras.')
    if (tables[0]) throw new Damaged(`Tabel ${tables[0].name} tidak ada di dalam cadangan.`)
    if (evidence.files !== manifest.evidence.files || evidence.bytes !== manifest.evidence.bytes)
      throw new Damaged(`Cadangan seharusnya memuat ${manifest.evidence.files} bukti; yang ada ${evidence.files}.`)
    return manifest
  } catch (error) {
    extract.destroy()
    throw isUnreadable(error) ? new Damaged('Berkas itu bukan cadangan Selaras, terpotong, atau rusak.', { cause: error }) : error
  }
}

async function readManifest(name: string, entry: AsyncIterable<Buffer>): Promise<Manifest> {
  if (name !== 'manifest.json') throw new Damaged('Berkas itu bukan cadangan Selaras.')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of entry) {
    bytes += chunk.length
    if (bytes > MANIFEST_LIMIT) throw new Damaged('Daftar isi cadangan terlalu besar.')
    chunks.push(chunk)
  }
  const parsed = Manifest.safeParse(parseJson(Buffer.concat(chunks).toString('utf8')))
  if (!parsed.success)
    throw new Damaged('Daftar isi cadangan (manifest.json) tidak dikenal: rusak, atau dibuat oleh Selaras yang lebih baru.')
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What zlib and tar-stream say of a broken file; errors of the disk and of the database pass through as they are. */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Damaged || 'syscall' in error) return false
  const code = (error as { code?: string }).code ?? ''
  return (
    code.startsWith('Z_') ||
    /invalid tar header|unexpected end of (?:data|file)|invalid header|header exceeds|writable stream closed prematurely/i.test(
      error.message,
    )
  )
}

/** Writes the members from the folder where the tables (and the list of evidence) were spooled. */
export async function writeArchive(manifest: Manifest, files: Files, spool: string, out: Writable): Promise<void> {
  const pack = tar.pack()
  const mtime = new Date(manifest.madeAt)
  const add = async (name: string, size: number, content: AsyncIterable<Buffer>) => {
    const done = Promise.withResolvers<void>()
    const sink = pack.entry({ name, size, mtime, mode: 0o600 }, (error) => (error ? done.reject(error) : done.resolve()))
    sink.on('error', done.reject)
    done.promise.catch(() => {}) // awaited below, but it may fail while content is being read
    for await (const chunk of content) if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), done.promise])
    sink.end(null)
    await done.promise
  }
  const fill = async () => {
    const json = Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`)
    await add('manifest.json', json.length, only(json))
    for (const { name, bytes } of manifest.tables) await add(`tables/${name}.tsv`, bytes, createReadStream(join(spool, name)))
    for await (const line of createInterface({ input: createReadStream(join(spool, 'evidence')) })) {
      const [sha256, size] = line.split(' ')
      const content = await files.read(sha256!)
      if (!content) throw new Error(`evidence ${sha256} vanished while it was backed up`)
      await add(`evidence/${sha256}`, Number(size), content as AsyncIterable<Buffer>)
    }
    pack.finalize()
  }
  const filling = fill().catch((error: Error) => {
    pack.destroy(error)
    throw error
  })
  const [filled, written] = await Promise.allSettled([filling, pipeline(pack, createGzip(), out)])
  // Where the disk fails, the pack is destroyed and filling it fails too: the disk's own words come first.
  const failures = [written, filled].filter((r) => r.status === 'rejected').map((r) => r.reason as Error)
  if (failures.length) throw failures.find((f) => 'code' in f) ?? failures[0]
}

async function* only(chunk: Buffer) {
  yield chunk
}

type Measured = { readonly content: AsyncIterable<Buffer>; readonly bytes: () => number; readonly sha256: () => string }

/** Counts and hashes what flows through; ask when it has ended. */
export function measured(source: AsyncIterable<Buffer>): Measured {
  const hash = createHash('sha256')
  let bytes = 0
  async function* flow() {
    for await (const chunk of source) {
      bytes += chunk.length
      hash.update(chunk)
      yield chunk
    }
  }
  return { content: flow(), bytes: () => bytes, sha256: () => hash.digest('hex') }
}

export async function drain(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of content) {
    // read to the end, so that it is measured
  }
}

/** A connection of its own, since COPY speaks a protocol that kysely does not pass on. */
export async function withClient<T>(to: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const where = 'url' in to ? { connectionString: to.url } : { host: to.host, user: 'selaras', database: to.database }
  const client = new pg.Client({ ...where, options: '-c timezone=UTC -c datestyle=ISO' })
  client.on('error', () => {}) // the query that was running tells it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
