// Work that nobody waits for: pg-boss over our own connections, in a schema of its own. Its queue says when something runs and
// that only one process runs it; what must happen exactly once is decided by the tables of the rooms (docs/adr/0011).
import { type Db, runWritten } from '../db/database.ts'

export type Job = {
  readonly name: string
  /** When it runs by itself, as cron in Asia/Jakarta. */
  readonly cron: string
  readonly run: () => Promise<void>
}
export type Jobs = {
  /** Runs a job soon; several calls before it begins are one run. */
  readonly wake: (name: string) => void
  readonly stop: () => Promise<void>
}

const SCHEMA = 'pekerjaan'
const ZONE = 'Asia/Jakarta'
const POLL_SECONDS = 5
/** Acts come in flocks: one row in the queue stands for all of a second. */
const GATHER_MS = 1000
const GIVE_UP_SECONDS = 600

/** Starts what is given; a job that throws is told to `onError` and runs again at its next time. */
export async function startJobs(db: Db, jobs: readonly Job[], onError: (error: unknown) => void): Promise<Jobs> {
  const { PgBoss } = await import('pg-boss') // 9 MB and 90 ms that no command but `serve` needs
  const boss = new PgBoss({
    schema: SCHEMA,
    db: { executeSql: (text, values) => runWritten(db, text, (values ?? []) as unknown[]) },
  })
  boss.on('error', onError)
  await boss.start()
  for (const { name, cron, run } of jobs) {
    // One waits and one runs at most: to be asked twice is to be asked once.
    await boss.createQueue(name, { policy: 'stately', retryLimit: 0, expireInSeconds: GIVE_UP_SECONDS, deleteAfterSeconds: 3600 })
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, () => run().catch(onError))
    await boss.schedule(name, cron, null, { tz: ZONE })
  }
  const asked = new Map<string, NodeJS.Timeout>()
  const send = (name: string) => {
    asked.delete(name)
    boss.send(name).catch(onError)
  }
  return {
    wake: (name) => asked.has(name) || asked.set(name, setTimeout(send, GATHER_MS, name).unref()),
    async stop() {
      for (const timer of asked.values()) clearTimeout(timer)
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
