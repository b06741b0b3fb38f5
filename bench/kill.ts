// Acknowledged writes against kill -9: a child process writes real acts and says so after each commit, this one kills it
// at a random moment (in every second round the database's postmaster too), opens the instance again and counts.
// It proves what a killed process or a killed database loses, not what a loss of power does: the kernel lives on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { saveIsian } from '../src/pengukuran/commands.ts'
import { anchor } from '../src/platform/audit/ledger.ts'
import { verifyLedger } from '../src/platform/audit/verify.ts'
import { type Db, inTransaction, many, one, sql } from '../src/platform/db/database.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'
import { measured, seeded, type Workload } from './measure.ts'
import { FIRST_YEAR, generateOffices, indicatorCode, newFolder, openInstance, removeInstance, unitCode } from './province.ts'

const REPEATS = 20
const WRITES = 1_000
/** A life of the writer ends after so many acknowledged writes, somewhere between the two. */
const LIFE = [200, 600] as const
const SEED = 20_261_121
/** The kill falls somewhere in so many milliseconds after the last awaited acknowledgement, about three writes long. */
const SPREAD_MS = 40
const UNITS = 2
const WRITERS = 4

export const kill: Workload = async (tell) => {
  const folder = newFolder()
  const first = await openInstance(folder)
  await generateOffices(first.db, { units: UNITS, indicators: WRITERS, years: 1 })
  await first.close()
  const random = seeded(SEED)
  const sum = { acknowledged: 0, lost: 0, torn: 0, broken: 0 }
  tell(`${REPEATS} times at least ${WRITES} acknowledged writes, seed ${SEED}`)
  let life = 0
  for (let repeat = 1; repeat <= REPEATS; repeat++) {
    const acknowledged: string[] = []
    let killed = 0
    while (acknowledged.length < WRITES) {
      life++
      killed++
      acknowledged.push(...(await writeUntilKilled(folder, life, life % 2 === 0, random)))
    }
    const { db, close } = await openInstance(folder)
    const lost = await lostOf(db, acknowledged)
    const torn = await tornIn(db)
    const { damage } = await verifyLedger(db)
    await anchor(db, new Date())
    await close()
    tell(
      `${repeat}: ${acknowledged.length} acknowledged, killed ${killed} times; ${lost} lost, ${torn} torn, ${damage.length} damaged`,
    )
    sum.acknowledged += acknowledged.length
    sum.lost += lost
    sum.torn += torn
    sum.broken += damage.length ? 1 : 0
  }
  await removeInstance(folder)
  return [
    measured({ what: `acknowledged writes, ${REPEATS} times ${WRITES}`, value: sum.acknowledged, unit: 'writes' }),
    measured({ what: 'kills -9, every second with the database', value: life, unit: 'kills' }),
    measured({ what: 'acknowledged writes lost', value: sum.lost, unit: 'writes' }, { most: 0 }),
    measured({ what: 'acts half there (value, version and ledger line differ)', value: sum.torn, unit: 'acts' }, { most: 0 }),
    measured({ what: 'repetitions after which the ledger was damaged', value: sum.broken, unit: 'repetitions' }, { most: 0 }),
  ]
}

/** The figures, as typed, of every write that the child acknowledged before it died. */
async function writeUntilKilled(folder: string, life: number, withDatabase: boolean, random: () => number): Promise<string[]> {
  const child = spawn(process.execPath, [import.meta.filename, folder, String(life)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  const enoughIs = LIFE[0] + Math.floor(random() * (LIFE[1] - LIFE[0]))
  const acknowledged: string[] = []
  let postmaster = 0
  let complaint = '' // also what it says of a database that dies first, so shown only where it ends by itself
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  let whole = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    whole += chunk
  })
  const enough = new Promise<void>((go) => {
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      if (!postmaster) postmaster = Number(line)
      else acknowledged.push(line)
      if (acknowledged.length === enoughIs) go()
    })
  })
  await Promise.race([enough, closed.then(() => Promise.reject(new Error(`the writer ended by itself: ${complaint}`)))])
  await sleep(random() * SPREAD_MS)
  const backends = withDatabase ? childrenOf(postmaster) : []
  // In one breath; which of them dies first changes from round to round.
  const victims = withDatabase ? [postmaster, child.pid!] : [child.pid!]
  for (const pid of random() < 0.5 ? victims : victims.toReversed()) process.kill(pid, 'SIGKILL')
  await closed
  // The backends of a killed postmaster see its death and end; until then their shared memory bars a new one.
  while (backends.some((pid) => existsSync(`/proc/${pid}`))) await sleep(10)
  // A line without its end was never said.
  return acknowledged.slice(0, whole.split('\n').length - 2)
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
}

/** Acknowledged figures that are missing among the claims (in force or superseded) or in the ledger. */
async function lostOf(db: Db, acknowledged: readonly string[]): Promise<number> {
  const { lost } = await one(
    db,
    sql<{ lost: number }>`select count(*)::int as lost from unnest(${acknowledged}::text[]) a
      where not exists (select from klaim where tercetak = a)
        or not exists (select from ledger where act = 'pengukuran.isi' and detail::jsonb -> 'figure' ->> 'tercetak' = a)`,
  )
  return lost
}

/** Measurements whose version, claims and ledger lines do not tell the same number of acts, or whose result is not the last figure. */
async function tornIn(db: Db): Promise<number> {
  const rows = await many(
    db,
    sql`select from pengukuran p
      where version > 0 and (version <> (select count(*) from klaim k where (k.unit, k.kode, k.periode) = (p.unit, p.kode, p.periode))
        or version <> (select count(*) from ledger l where l.subject = 'pengukuran/' || p.unit || '/' || p.kode || '/' || p.periode)
        or not exists (select from capaian c join klaim k using (unit, kode, periode)
          where (c.unit, c.kode, c.periode) = (p.unit, p.kode, p.periode) and k.superseded_at is null and k.nilai = c.nilai))`,
  )
  return rows.length
}

/** The child: `WRITERS` chains of writes at once, two of them on each office, until it is killed. */
async function write(folder: string, life: number): Promise<void> {
  const { db, postmaster } = await openInstance(folder)
  const say = (line: string) => process.stdout.write(`${line}\n`) // a pipe: written before the call returns
  say(String(postmaster()))
  let n = 0
  const writer = async (i: number) => {
    const place = { unit: unitCode(1 + (i % UNITS)), kode: indicatorCode(1 + i) }
    for (let turn = 0; ; turn++) {
      const at = { ...place, periode: `${FIRST_YEAR}-TW${1 + (turn % 4)}` }
      const tercetak = `${life},${String(++n).padStart(5, '0')}`
      const seen = await one(
        db,
        sql<{ version: number }>`select coalesce(max(version), 0) as version from pengukuran
        where unit = ${at.unit} and kode = ${at.kode} and periode = ${at.periode}`,
      )
      accepted(
        await inTransaction(db, (tx) =>
          saveIsian(tx, contextAt(new Date()), at, { tercetak, status: 'NILAI', bukti: [] }, seen.version),
        ),
      )
      say(tercetak)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, i) => writer(i)))
}

if (import.meta.main) await write(process.argv[2]!, Number(process.argv[3]))
