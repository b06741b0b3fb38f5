import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

// The embedded database is for Linux x64; a run on a server (DATABASE_URL) has nothing to try here.
const skip = process.platform !== 'linux' || process.arch !== 'x64' ? 'embedded PostgreSQL is for Linux x64' : false
const scratch = mkdtempSync(join(tmpdir(), 'selaras-tertanam-'))
const children = new Set<ChildProcess>()
after(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
})
let folders = 0
const newFolder = () => join(scratch, `data-${++folders}`)
const module = (name: string) => JSON.stringify(join(import.meta.dirname, name))

/** A process of its own that runs `script` with `open()` (which gives db and postmaster) and `say()`; its sockets stay in the scratch folder. */
function start(folder: string, script: string): { child: ChildProcess; next: () => Promise<string>; ended: Promise<unknown> } {
  const source = `
    import { connectDatabase, sql } from ${module('database.ts')}
    import { openEmbedded } from ${module('embedded.ts')}
    const say = (text) => process.stdout.write(text + '\\n')
    const open = async () => {
      const embedded = await openEmbedded(${JSON.stringify(folder)})
      return { ...embedded, db: connectDatabase({ host: embedded.host, database: 'postgres' }, 2) }
    }
    ${script}`
  const env = { ...process.env, TMPDIR: scratch }
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['pipe', 'pipe', 'inherit'], env })
  children.add(child)
  const ended = once(child, 'exit').then(() => children.delete(child))
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  return { child, next, ended }
}

/** Every process that was started for this data folder, by what the kernel knows of it. */
function runningFor(folder: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .flatMap((pid) => {
      try {
        const said = ['cmdline', 'environ'].map((part) => readFileSync(`/proc/${pid}/${part}`, 'utf8')).join('\0')
        return said.includes(`${folder}/`) ? [`${pid} ${said.split('\0').slice(0, 3).join(' ')}`] : []
      } catch {
        return []
      }
    })
}

async function nothingRunsAfter(seconds: number, folder: string): Promise<void> {
  for (let waited = 0; runningFor(folder).length && waited < seconds; waited += 0.1) await sleep(100)
  assert.deepEqual(runningFor(folder), [])
}

const WRITER = `
  const { db, postmaster } = await open()
  await sql\`create table if not exists n (n int)\`.execute(db)
  say('ready ' + postmaster())
  for (let n = 1; ; n++) { await sql\`insert into n values (\${n})\`.execute(db); say(String(n)) }`
const READER = `
  const { db, postmaster, release } = await open()
  say('ready ' + postmaster())
  const { rows } = await sql\`select max(n) as n from n\`.execute(db)
  say(String(rows[0].n))
  await db.destroy(); await release()`
const HOLDER = `const { db, postmaster, release } = await open(); say('ready ' + postmaster()); process.stdin.on('end', async () => { await db.destroy(); await release() }).resume()`

describe('the embedded database', { skip, concurrency: 1 }, () => {
  test('a second process attaches to the one that runs', async () => {
    const folder = newFolder()
    const first = start(folder, WRITER)
    const ready = await first.next()
    assert.match(ready, /^ready \d+$/)
    assert.equal(await first.next(), '1')
    const second = start(folder, READER)
    assert.equal(await second.next(), ready)
    assert.ok(Number(await second.next()) >= 1)
    await second.ended
    first.child.kill('SIGKILL')
    await first.ended
    await nothingRunsAfter(4, folder)
  })

  test('two processes that open a new folder at the same time share one database', async () => {
    const folder = newFolder()
    const both = [start(folder, HOLDER), start(folder, HOLDER)]
    const [one, two] = await Promise.all(both.map((p) => p.next()))
    assert.match(one!, /^ready \d+$/)
    assert.equal(two, one)
    for (const { child } of both) child.stdin!.end()
    await Promise.all(both.map((p) => p.ended))
    await nothingRunsAfter(4, folder)
  })

  test('an acknowledged write survives kill -9 of the process that wrote it', async () => {
    const folder = newFolder()
    const writer = start(folder, WRITER)
    await writer.next()
    let acknowledged = ''
    for (let n = 0; n < 50; n++) acknowledged = await writer.next()
    writer.child.kill('SIGKILL')
    await writer.ended
    const reader = start(folder, READER)
    await reader.next()
    assert.ok(Number(await reader.next()) >= Number(acknowledged))
    await reader.ended
    await nothingRunsAfter(4, folder)
  })

  test('a write survives kill -9 of the database itself, and the next process starts it again', async () => {
    const folder = newFolder()
    const writer = start(folder, WRITER)
    const [, pid] = (await writer.next()).split(' ')
    const acknowledged = await writer.next()
    process.kill(Number(pid), 'SIGKILL')
    writer.child.kill('SIGKILL')
    await writer.ended
    const reader = start(folder, READER)
    assert.match(await reader.next(), /^ready/)
    assert.ok(Number(await reader.next()) >= Number(acknowledged))
    await reader.ended
    await nothingRunsAfter(4, folder)
  })

  test('while one holder is left the database stays; 4 seconds after the last one nothing runs', async () => {
    const folder = newFolder()
    const [polite, killed] = [start(folder, HOLDER), start(folder, HOLDER)]
    const [ready] = await Promise.all([polite.next(), killed.next()])
    polite.child.stdin!.end()
    await polite.ended
    await sleep(2500)
    assert.ok(existsSync(`/proc/${ready.split(' ')[1]}`))
    killed.child.kill('SIGKILL')
    await killed.ended
    await nothingRunsAfter(4, folder)
    assert.equal(existsSync(join(folder, 'postgresql', 'postmaster.pid')), false)
  })

  test('a socket folder that others may enter, that is not ours, or that is only a link is refused', async () => {
    const folder = newFolder()
    const before = new Set(readdirSync(scratch))
    const holder = start(folder, HOLDER)
    await holder.next()
    const made = readdirSync(scratch).find((name) => name.startsWith('selaras-') && !before.has(name))
    assert.ok(made)
    const sockets = join(scratch, made)
    holder.child.stdin!.end()
    await holder.ended
    await nothingRunsAfter(4, folder)
    assert.equal(existsSync(sockets), false)
    mkdirSync(sockets, { mode: 0o700 })
    const attempt = async () => {
      const { next, ended } = start(folder, `await open().then(() => say('opened'), (error) => say(error.message)); process.exit()`)
      const said = await next()
      await ended
      return said
    }
    chmodSync(sockets, 0o755)
    assert.match(await attempt(), /^Folder soket .* terbuka bagi orang lain/)
    chmodSync(sockets, 0o700)
    if (process.getuid?.() === 0) {
      chownSync(sockets, 12345, 12345)
      assert.match(await attempt(), /^Folder soket .* bukan milik pengguna ini/)
      chownSync(sockets, 0, 0)
    }
    renameSync(sockets, `${sockets}-lain`)
    mkdirSync(join(scratch, 'jebakan'), { mode: 0o700 })
    symlinkSync(join(scratch, 'jebakan'), sockets)
    assert.match(await attempt(), /^Folder soket/)
    assert.deepEqual(runningFor(folder), [])
  })
})
