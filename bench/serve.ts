// The program as its users start it, for the workloads that ask it from outside.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { untilStopped } from './province.ts'

const GIVE_UP_MS = 60_000
const MAIN = join(import.meta.dirname, '../src/main.ts')

/** `selaras serve` on a folder; `ms` from its start to its first answer. An empty folder gets the example. */
export async function startServing(
  folder: string,
): Promise<{ ms: number; pid: number; address: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const { DATABASE_URL, NODE_ENV, SELARAS_FILES, ...rest } = process.env
  const env = { ...rest, SELARAS_DATA: folder, PORT: String(port), HOST: '127.0.0.1' }
  const start = performance.now()
  const child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = once(child, 'exit')
  // It speaks on standard output when it listens: asking earlier would only take processor time from it.
  await Promise.race([once(child.stdout, 'data'), ended])
  child.stdout.resume()
  while (!(await ready(port))) {
    if (child.exitCode !== null || performance.now() - start > GIVE_UP_MS) throw new Error(`serve did not start: ${said}`)
    await sleep(2)
  }
  const ms = performance.now() - start
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await untilStopped(folder)
  }
  return { ms, pid: child.pid!, address: `http://127.0.0.1:${port}`, stop }
}

async function ready(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { headers: { connection: 'close' } }).catch(() => undefined)
  await answer?.text()
  return answer?.ok ?? false
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
