// Pages on a cheap phone: from the tap to a page that shows its content and answers, beside a bare page of the same data.
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
// @ts-expect-error plain JavaScript, so that it runs before anything is installed
import { buildClient } from '../bin/build.js'
import { draftOf } from './draft.ts'
import { type Measure, measured, median, type Workload } from './measure.ts'
import { newFolder } from './province.ts'
import { startServing } from './serve.ts'

const CHROMIUM = process.env.SELARAS_CHROMIUM ?? '/usr/bin/chromium'
const TIMES = 5
const ROWS = 30
const PHONE = { width: 390, height: 844 }
/** Slow 4G and a processor four times slower, as audits of web pages take them. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 }
const PROCESSOR = 4
/** The page is at rest when nothing has held the processor for 50 ms in this time. */
const QUIET_MS = 500
const LOOK_MS = 4000
const GIVE_UP_MS = 60_000

type Page = {
  readonly name: string
  readonly account: string
  readonly path: string
  readonly shows: string
  readonly data: string
}
/** `draft`: the id of the agreement of 2026. */
const pages = (draft: string): readonly Page[] => [
  {
    name: 'Beranda, 15 indicators',
    account: 'walikota.jakpus',
    path: '/beranda/dki.jakpus/2024',
    shows: 'main table tbody tr, main .tahun-kantor li, main li',
    data: '/api/capaian/dki.jakpus?dari=2021&sampai=2024',
  },
  {
    name: `Perjanjian Kinerja, a draft of ${ROWS} rows`,
    account: 'penyusun.jakpus',
    path: '/perjanjian-kinerja/dki.jakpus/2026',
    shows: '.lembar-kartu, .lembar-sel',
    data: `/api/perjanjian-kinerja/${draft}`,
  },
]

export const halaman: Workload = async (tell) => {
  buildClient()
  const folder = newFolder()
  const serving = await startServing(folder)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  try {
    const measures: Measure[] = []
    const draft = await draftOf((await browser.newContext({ baseURL: serving.address })).request, 'dki.jakpus', 2026, ROWS)
    for (const page of pages(draft)) {
      const ms = { ours: [] as number[], bare: [] as number[] }
      for (let i = 0; i < TIMES; i++) {
        ms.ours.push(await interactive(browser, serving.address, page, page.path, page.shows))
        ms.bare.push(await interactive(browser, serving.address, page, bareAddress(serving.address, page.data), '#isi li'))
        tell(`${page.name}, ${i + 1} of ${TIMES}: ${Math.round(ms.ours.at(-1)!)} and ${Math.round(ms.bare.at(-1)!)} ms`)
      }
      const reference = { what: 'one HTML file that fetches the same data and lists it', value: median(ms.bare) }
      const what = `${page.name}: time to interactive on a phone (${PROCESSOR}× slower, slow 4G), first visit, median of ${TIMES}`
      measures.push(measured({ what, value: median(ms.ours), unit: 'ms' }, { reference, most: 3000 }))
    }
    return measures
  } finally {
    await browser.close()
    await serving.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A page without anything of ours, at an address of the same origin that the browser is told to answer itself. */
const bareAddress = (address: string, data: string) => `${address}/polos?${encodeURIComponent(data)}`
const bareHtml = (data: string) =>
  `<!doctype html><meta charset=utf-8><title>x</title><main><ul id=isi></ul></main><script>
fetch(${JSON.stringify(data)}).then(r=>r.json()).then(d=>{for(const x of d.isi??d.sasaran[0].indikator){const li=document.createElement('li');li.textContent=JSON.stringify(x);isi.append(li)}})
</script>`

async function interactive(
  browser: Browser,
  address: string,
  { account, data }: Page,
  path: string,
  shows: string,
): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE, baseURL: address, locale: 'id-ID' })
  try {
    await signIn(context, account)
    const page = await context.newPage()
    await page.route('**/polos?*', async (route) => {
      await new Promise((done) => setTimeout(done, NETWORK.latency))
      return route.fulfill({ contentType: 'text/html', body: bareHtml(data) })
    })
    // Timed by the page itself: a look from outside would come late, on a processor as slow as the page's.
    await page.addInitScript((wanted) => {
      const seen = { busy: [] as [from: number, to: number][], shown: 0 }
      Object.assign(globalThis, { seen })
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) seen.busy.push([task.startTime, task.startTime + task.duration])
      }).observe({ type: 'longtask', buffered: true })
      const watch = new MutationObserver(() => {
        if (!document.querySelector(wanted)) return
        watch.disconnect()
        requestAnimationFrame(() => {
          seen.shown = performance.now()
        })
      })
      watch.observe(document, { childList: true, subtree: true })
    }, shows)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR })
    await page.goto(path, { waitUntil: 'commit' })
    for (let waited = 0; waited < GIVE_UP_MS; waited += LOOK_MS) {
      // Seldom: looking is work for the page too.
      await sleep(LOOK_MS)
      const seen = await page.evaluate(() => {
        const { seen } = globalThis as unknown as { seen: { busy: [from: number, to: number][]; shown: number } }
        return { ...seen, now: performance.now() }
      })
      const at = interactiveAt(seen)
      if (seen.shown && seen.now - at > QUIET_MS) return at
    }
    throw new Error(`${path} did not show ${shows}`)
  } finally {
    await context.close()
  }
}

/** The end of the last long task before the page is at rest; not earlier than it shows its content. */
function interactiveAt({ shown, busy }: { shown: number; busy: readonly (readonly [from: number, to: number])[] }): number {
  return busy.reduce((at, [from, to]) => (from - at > QUIET_MS ? at : Math.max(at, to)), shown)
}

async function signIn(context: BrowserContext, username: string): Promise<void> {
  const answer = await context.request.post('/api/sesi', { data: { username, password: 'selaras-contoh' } })
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()}`)
}
