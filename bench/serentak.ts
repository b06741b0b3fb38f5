// 200 people on 50 agreements at once: each with a session and an address of their own, four at one agreement, reading it and
// saving cells that others save too. Nothing may be lost, nothing may break; the load generator takes at most half a core.
import { rm } from 'node:fs/promises'
import { Agent, request as ask } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Measure, measured, percentile, seeded, type Workload } from './measure.ts'
import { newFolder } from './province.ts'
import { startServing } from './serve.ts'

const PEOPLE = 200
const AGREEMENTS = 50
const ROWS = 4
const SECONDS = 30
/** Between two acts of one person, on average. */
const THINK_MS = 4000
const CLERKS = [
  { username: 'penyusun.jakpus', unit: 'dki.jakpus' },
  { username: 'penyusun.bkd', unit: 'dki.bkd' },
] as const
const FIRST_YEAR = 2030

type Answer = { readonly status: number; readonly body: string; readonly cookie: string | undefined }
type Person = { readonly agent: Agent; readonly cookie: string; readonly paper: Paper; seen: Map<string, number> }
type Paper = { readonly url: string; readonly lines: string[]; saved: number }

export const serentak: Workload = async (tell) => {
  const folder = newFolder()
  const serving = await startServing(folder)
  try {
    const { port } = new URL(serving.address)
    /** Everybody sits at an address of their own. */
    const desk = (n: number) =>
      new Agent({ keepAlive: true, maxSockets: 1, localAddress: `127.0.${1 + (n >> 7)}.${1 + (n & 127)}` })
    const send = (agent: Agent, method: string, path: string, headers: Record<string, string>, data?: object) =>
      new Promise<Answer>((resolve, reject) => {
        const json = data === undefined ? {} : { 'content-type': 'application/json' }
        const sent = ask({ host: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...json } }, (res) => {
          let body = ''
          res.setEncoding('utf8')
          res.on('data', (part: string) => {
            body += part
          })
          res.on('end', () => resolve({ status: res.statusCode!, body, cookie: res.headers['set-cookie']?.[0]?.split(';')[0] }))
        })
        sent.on('error', reject)
        sent.end(data && JSON.stringify(data))
      })
    const well = async (answer: Promise<Answer>) => {
      const { status, body, cookie } = await answer
      if (status >= 300) throw new Error(`${status}: ${body}`)
      return { body: JSON.parse(body), cookie: cookie! }
    }
    const signIn = async (agent: Agent, username: string) =>
      (await well(send(agent, 'POST', '/api/sesi', {}, { username, password: 'selaras-contoh' }))).cookie

    const papers: Paper[] = []
    for (const [c, { username, unit }] of CLERKS.entries()) {
      const agent = desk(PEOPLE + c)
      const cookie = await signIn(agent, username)
      const put = (path: string, data: object) => well(send(agent, 'PUT', path, { cookie, 'if-match': '"0"' }, data))
      for (let n = 0; n < AGREEMENTS / CLERKS.length; n++) {
        const { id } = (await well(send(agent, 'POST', '/api/perjanjian-kinerja', { cookie }, { unit, tahun: FIRST_YEAR + n })))
          .body
        const url = `/api/perjanjian-kinerja/${id}`
        const sasaran = crypto.randomUUID()
        await put(`${url}/sasaran/${sasaran}`, { urutan: 1, nomor: '1', kelompok: 'STRATEGIS', uraian: 'Sasaran uji' })
        const lines = Array.from({ length: ROWS }, () => crypto.randomUUID())
        for (const [at, line] of lines.entries())
          await put(`${url}/indikator/${line}`, { sasaran, urutan: at + 1, nama: `Persentase uji ke-${at + 1}`, satuan: 'Persen' })
        papers.push({ url, lines, saved: 0 })
      }
      agent.destroy()
    }
    const people: Person[] = []
    for (let n = 0; n < PEOPLE; n++) {
      const agent = desk(n)
      const paper = papers[n % AGREEMENTS]!
      const clerk = CLERKS[papers.indexOf(paper) < AGREEMENTS / CLERKS.length ? 0 : 1]
      people.push({ agent, cookie: await signIn(agent, clerk.username), paper, seen: new Map() })
    }
    tell(`${people.length} sessions, ${papers.length} agreements`)

    const random = seeded(7)
    const took: number[] = []
    const answers = new Map<number, number>()
    const timed = async (p: Person, method: string, path: string, headers: Record<string, string> = {}, data?: object) => {
      const start = performance.now()
      const answer = await send(p.agent, method, path, { cookie: p.cookie, ...headers }, data)
      took.push(performance.now() - start)
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1)
      return answer
    }
    const end = performance.now() + SECONDS * 1000
    const work = async (p: Person): Promise<void> => {
      await sleep(random() * THINK_MS)
      while (performance.now() < end) {
        if (random() < 0.5) {
          const { body } = await timed(p, 'GET', p.paper.url)
          for (const i of JSON.parse(body).sasaran[0].indikator) p.seen.set(i.id, i.target.TAHUNAN?.version ?? 0)
        } else {
          const line = p.paper.lines[Math.floor(random() * ROWS)]!
          const headers = { 'if-match': `"${p.seen.get(line) ?? 0}"` }
          const nilai = (random() * 100).toFixed(2)
          const { status, body } = await timed(p, 'PUT', `${p.paper.url}/indikator/${line}/target/TAHUNAN`, headers, { nilai })
          if (status === 200) {
            p.paper.saved++
            p.seen.set(line, JSON.parse(body).version)
          } else if (status === 412) p.seen.set(line, JSON.parse(body).current?.version ?? 0)
        }
        await sleep(random() * 2 * THINK_MS)
      }
    }
    const before = process.cpuUsage()
    const start = performance.now()
    await Promise.all(people.map(work))
    const { user, system } = process.cpuUsage(before)
    const cores = (user + system) / 1000 / (performance.now() - start)

    let lost = 0
    for (const paper of papers) {
      const one = people.find((p) => p.paper === paper)!
      const { body } = await send(one.agent, 'GET', paper.url, { cookie: one.cookie })
      const versions = JSON.parse(body).sasaran[0].indikator.map(
        (i: { target: { TAHUNAN?: { version: number } } }) => i.target.TAHUNAN?.version ?? 0,
      )
      lost += Math.abs(versions.reduce((a: number, b: number) => a + b, 0) - paper.saved)
    }
    for (const p of people) p.agent.destroy()
    const broken = [...answers].filter(([status]) => status >= 500 || status === 429).reduce((sum, [, n]) => sum + n, 0)
    const said = [...answers].sort(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`).join(', ') // biome-ignore format: one line
    const saved = papers.reduce((sum, p) => sum + p.saved, 0)
    const what = `${PEOPLE} people on ${AGREEMENTS} agreements for ${SECONDS} s (${took.length} requests: ${said})`
    const measures: Measure[] = [
      measured({ what: `${what}, p95`, value: percentile(took, 95), unit: 'ms' }, { most: 300 }),
      measured({ what: `saves that are not there afterwards, of ${saved}`, value: lost, unit: '' }, { most: 0 }),
      measured({ what: 'answers 5xx or 429', value: broken, unit: '' }, { most: 0 }),
      measured({ what: 'what the load generator takes', value: cores, unit: 'cores' }, { most: 0.5 }),
    ]
    return measures
  } finally {
    await serving.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
