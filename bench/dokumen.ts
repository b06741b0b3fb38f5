// Papers of the example beside the bare typesetter on the same content, and what people wait for in the pages while a
// long paper is made.
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { COOKIE } from '../src/pengguna/routes-sesi.ts'
import type { Block, Document } from '../src/platform/documents/blocks.ts'
import { capaianJakpus2024, pkBkd2025, pkJakpus2023, raBkd2025 } from '../src/platform/documents/contoh.testing.ts'
import { toPdf } from '../src/platform/documents/pdf.ts'
import { FORMATS } from '../src/platform/documents/press.ts'
import { print } from '../src/platform/documents/print.ts'
import { folderFiles } from '../src/platform/files/files.ts'
import { testSigning } from '../src/platform/signing/signing.testing.ts'
import { barePdf, forget } from './bare-paper.ts'
import { type Measure, measured, median, percentile, timed, type Workload } from './measure.ts'
import { generateOffices, newFolder, openInstance, removeInstance, session } from './province.ts'

const TIMES = 15
const REQUESTS = 400
const BIG_ROWS = 1500

export const dokumen: Workload = async (tell) => [
  ...(await besideTypesetter(tell)),
  ...(await everyForm(tell)),
  ...(await besideRequests(tell)),
]

async function besideTypesetter(tell: (text: string) => void): Promise<Measure[]> {
  const papers = {
    'PK of BKD 2025': pkBkd2025(),
    'PK of Jakarta Pusat 2023': pkJakpus2023(),
    'Rencana Aksi of BKD 2025': raBkd2025(),
    'tables and charts of capaian, Jakarta Pusat 2024': capaianJakpus2024(),
  }
  const found: Measure[] = []
  for (const [name, paper] of Object.entries(papers)) {
    const ms = { ours: [] as number[], bare: [] as number[] }
    const ways = { ours: toPdf, bare: barePdf }
    for (let i = -2; i < TIMES; i++)
      for (const way of i % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        forget()
        const taken = await timed(async () => ways[way](paper))
        if (i >= 0) ms[way].push(taken.ms)
      }
    tell(`${name}: ${median(ms.ours).toFixed(0)} ms, bare ${median(ms.bare).toFixed(0)} ms`)
    const what = `${name} as PDF, median of ${TIMES}, nothing remembered`
    const reference = {
      what: 'the same typesetter, fonts and PDF standard on the same content written out',
      value: median(ms.bare),
    }
    found.push(measured({ what, value: median(ms.ours), unit: 'ms' }, { reference, mostRatio: 1.5 }))
  }
  return found
}

async function everyForm(tell: (text: string) => void): Promise<Measure[]> {
  const paper = capaianJakpus2024()
  const first = await timed(() => print(paper, 'pdf'))
  tell(`the press starts: ${first.ms.toFixed(0)} ms`)
  const found = [
    measured(
      { what: 'capaian of the whole office as PDF from the press, which starts for it', value: first.ms, unit: 'ms' },
      { most: 2000 },
    ),
  ]
  for (const format of FORMATS) {
    const ms: number[] = []
    for (let i = 0; i < TIMES; i++) ms.push((await timed(() => print({ ...paper, footer: `${paper.footer} ${i}` }, format))).ms)
    found.push(
      measured(
        { what: `the same as ${format.toUpperCase()} from the press, median of ${TIMES}`, value: median(ms), unit: 'ms' },
        { most: 2000 },
      ),
    )
  }
  return found
}

/** A small read of the program, one after the other, at rest and while a paper of thousands of rows is made. */
async function besideRequests(tell: (text: string) => void): Promise<Measure[]> {
  const folder = newFolder()
  const { db, close } = await openInstance(folder)
  try {
    await generateOffices(db, { units: 20, indicators: 3, years: 1 })
    const cookie = `${COOKIE}=${await session(db)}`
    const app = await createApp(
      { db, files: folderFiles(join(folder, 'bukti')), clock: () => new Date(), signing: await testSigning() },
      { logLevel: 'silent', requestsPerMinute: 1e9 },
    )
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const read = async () => {
      const res = await fetch(`${address}/api/unit-kerja?batas=20`, { headers: { cookie } })
      await res.text()
      if (res.status !== 200) throw new Error(`${res.status}`)
    }
    const rest: number[] = []
    for (let i = -50; i < REQUESTS; i++) {
      const { ms } = await timed(read)
      if (i >= 0) rest.push(ms)
    }
    let making = true
    const big = timed(() => print(bigPaper(), 'pdf', { timeout: 300_000 })).finally(() => {
      making = false
    })
    const during: number[] = []
    while (making) during.push((await timed(read)).ms)
    const { ms, result } = await big
    await app.close()
    tell(
      `${BIG_ROWS} rows: ${(ms / 1000).toFixed(1)} s, ${(result.content.length / 1e6).toFixed(1)} MB, ${during.length} reads meanwhile`,
    )
    const reference = { what: 'the same read at rest', value: percentile(rest, 95) }
    return [
      measured({ what: `a paper of ${BIG_ROWS} rows as PDF`, value: ms / 1000, unit: 's' }),
      measured(
        { what: `a list of 20 units while it is made, p95 of ${during.length}`, value: percentile(during, 95), unit: 'ms' },
        { reference, most: 50 },
      ),
    ]
  } finally {
    await close()
    await removeInstance(folder)
  }
}

function bigPaper(): Document {
  const paper = raBkd2025()
  const grown = (b: Block): Block => {
    if (b.kind !== 'table') return b
    const rows = b.groups.reduce((n, g) => n + g.rows.length, 0)
    const times = Math.ceil(BIG_ROWS / rows)
    return { ...b, groups: Array.from({ length: times }, (_, n) => b.groups.map((g) => ({ ...g, name: `${g.name} ${n}` }))).flat() }
  }
  return { ...paper, sections: paper.sections.map((s) => ({ ...s, blocks: s.blocks.map(grown) })) }
}
