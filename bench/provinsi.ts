// Reading a whole province through the web program, beside the same SQL through the driver alone.

import { join } from 'node:path'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { createApp } from '../src/app.ts'
import { COOKIE } from '../src/pengguna/routes-sesi.ts'
import { listCapaian, ringkasan } from '../src/pengukuran/queries.ts'
import type { Db } from '../src/platform/db/database.ts'
import { folderFiles } from '../src/platform/files/files.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { testSigning } from '../src/platform/signing/signing.testing.ts'
import { type Measure, measured, percentile, seeded, timed, type Workload } from './measure.ts'
import { bareClient, FIRST_YEAR, FULL, openInstance, province, session, unitCode } from './province.ts'

const PAGE = 50
const ROUNDS = 3
const OFFICES = 400

type Samples = { readonly seen: number[]; readonly server: number[]; readonly bare: number[] }

/** Whoever asks sees every office, as the signed-in officer does. */
const OFFICER = contextAt(new Date(), { id: 'bench', nama: 'Pengukur', peran: [{ peran: 'BAPPEDA', unit: 'dki.pd-001' }] })

export const provinsi: Workload = async (tell) => {
  const folder = await province(tell)
  const { db, host, close } = await openInstance(folder)
  const token = await session(db)
  const client = await bareClient({ host })
  const app = await createApp(
    { db, files: folderFiles(join(folder, 'bukti')), clock: () => new Date(), signing: await testSigning() },
    { logLevel: 'silent', requestsPerMinute: 1e9 },
  )
  let elapsed = 0
  app.addHook('onResponse', async (_req, reply) => {
    elapsed = reply.elapsedTime
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  let turn = 0

  /** One address by fetch over a kept connection and its one query by the driver, in turns the one or the other first. */
  async function both<T>(samples: Samples, path: string, query: (db: Db) => Promise<unknown>): Promise<T> {
    const { text, values } = await statementOf(query)
    const bare = async () => void samples.bare.push((await timed(() => client.query(text, values))).ms)
    let body = ''
    const asked = async () => {
      const { result, ms } = await timed(async () => {
        const answer = await fetch(`${address}${path}`, { headers: { cookie: `${COOKIE}=${token}` } })
        body = await answer.text()
        return answer.status
      })
      if (result !== 200) throw new Error(`${path}: ${result} ${body}`)
      await new Promise(setImmediate) // onResponse runs after the client has its answer
      samples.seen.push(ms)
      samples.server.push(elapsed)
    }
    for (const one of turn++ % 2 ? [bare, asked] : [asked, bare]) await one()
    return JSON.parse(body) as T
  }

  async function pagesOf(samples: Samples, periode: string): Promise<number> {
    type Page = { isi: { kode: string }[]; lanjut: string | null }
    let units = 0
    for (let after: string | undefined, cursor: string | null = ''; cursor !== null; ) {
      const at = after
      const path = `/api/capaian?periode=${periode}&batas=${PAGE}${cursor ? `&kursor=${cursor}` : ''}`
      const page: Page = await both<Page>(samples, path, (on) => ringkasan(on, OFFICER, periode, at, PAGE + 1))
      units += page.isi.length
      after = page.isi.at(-1)?.kode
      cursor = page.lanjut
    }
    return units
  }
  const officeOnce = (samples: Samples, unit: string) => {
    const [dari, sampai] = [String(FIRST_YEAR), String(FIRST_YEAR + FULL.years - 1)]
    return both<{ isi: unknown[] }>(samples, `/api/capaian/${unit}?dari=${dari}&sampai=${sampai}`, (on) =>
      listCapaian(on, unit, dari, sampai),
    )
  }

  try {
    const quarters = Array.from({ length: FULL.years * 4 }, (_, i) => `${FIRST_YEAR + Math.floor(i / 4)}-TW${(i % 4) + 1}`)
    const random = seeded(1)
    for (let i = 0; i < 40; i++) await officeOnce(none(), unitCode(1 + i))
    for (const quarter of quarters.slice(0, 5)) await pagesOf(none(), quarter)

    tell(`the list of ${FULL.units} units, ${ROUNDS} rounds of ${quarters.length} quarters`)
    const pages = none()
    for (let round = 0; round < ROUNDS; round++)
      for (const quarter of quarters)
        if ((await pagesOf(pages, quarter)) !== FULL.units) throw new Error(`${quarter}: not every unit was listed`)
    tell(`one office over ${FULL.years} years, ${OFFICES} offices`)
    const office = none()
    for (let i = 0; i < OFFICES; i++) {
      const { isi } = await officeOnce(office, unitCode(1 + Math.floor(random() * FULL.units)))
      if (isi.length !== FULL.indicators * FULL.years * 4)
        throw new Error(`${isi.length} results in place of ${FULL.indicators * FULL.years * 4}`)
    }
    return [
      ...beside(`page of ${PAGE} units, one quarter`, pages, { most: 120, mostRatio: 2 }),
      ...beside(`one office, ${FULL.indicators} indicators, ${FULL.years} years`, office, { most: 15 }),
    ]
  } finally {
    await app.close()
    await client.end()
    await close()
  }
}

const none = (): Samples => ({ seen: [], server: [], bare: [] })

function beside(
  what: string,
  { seen, server, bare }: Samples,
  { most, mostRatio }: { most: number; mostRatio?: number },
): Measure[] {
  return [50, 95].flatMap((p) => {
    const reference = { what: 'the same SQL through pg', value: percentile(bare, p) }
    const read = (name: string, samples: number[]) => ({
      what: `${what}: ${name}, p${p}`,
      value: percentile(samples, p),
      unit: 'ms',
    })
    return [
      measured(read('as the client sees it', seen), { reference, most: p === 95 ? most : undefined }),
      measured(read('server time', server), { reference, mostRatio }),
    ]
  })
}

/** The SQL that a read sends, as text and values: taken from the read itself, so that the two cannot differ. */
async function statementOf(query: (db: Db) => Promise<unknown>): Promise<{ text: string; values: unknown[] }> {
  const sent: { text: string; values: unknown[] }[] = []
  const recorder: Db = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query: { sql, parameters } }) => void sent.push({ text: sql, values: [...parameters] }),
  })
  await query(recorder)
  if (sent.length !== 1) throw new Error(`expected one query, saw ${sent.length}`)
  return sent[0]!
}
