// Typing in the grid on a slow processor: how long a key keeps the page's main thread (script, style, layout, paint), in a draft
// of 200 rows, beside a bare textarea in a bare table of the same size. The frame that shows it comes after that.
import { rm } from 'node:fs/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
// @ts-expect-error plain JavaScript, so that it runs before anything is installed
import { buildClient } from '../bin/build.js'
import { draftOf } from './draft.ts'
import { type Measure, measured, type Workload } from './measure.ts'
import { newFolder } from './province.ts'
import { startServing } from './serve.ts'

const CHROMIUM = process.env.SELARAS_CHROMIUM ?? '/usr/bin/chromium'
/** As it is, and as slow as a cheap phone's. */
const PROCESSORS = [1, 4] as const
const ROWS = 200
const COLUMNS = 12
const KEYS = 60
const UNIT = 'dki.jakpus'
const YEAR = 2026

export const grid: Workload = async (tell) => {
  buildClient()
  const folder = newFolder()
  const serving = await startServing(folder)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: serving.address, locale: 'id-ID' })
    await draftOf(context.request, UNIT, YEAR, ROWS)
    const page = await context.newPage()
    await page.goto(`/perjanjian-kinerja/${UNIT}/${YEAR}`)
    const cells = page.locator('tbody [aria-colindex="3"]')
    await cells.nth(ROWS / 2).waitFor()
    const middle = cells.nth(ROWS / 2)
    await middle.click()
    const bare = await context.newPage()
    await bare.setContent(bareTable())
    await bare.locator('textarea').click()
    const measures: Measure[] = []
    for (const slower of PROCESSORS) {
      await page.bringToFront()
      await middle.click()
      const typing = await perKey(context, page, 'a', slower)
      await page.keyboard.press('Escape')
      await middle.click()
      const moving = await perKey(context, page, 'ArrowDown', slower)
      await bare.bringToFront()
      const value = await perKey(context, bare, 'a', slower)
      tell(
        `processor ${slower}× slower: typing ${typing.toFixed(1)} ms, moving ${moving.toFixed(1)} ms, bare ${value.toFixed(1)} ms a key`,
      )
      const aim = { reference: { what: 'a textarea in a bare table of the same size', value }, most: 50, mostRatio: 2 }
      const at = `${ROWS} rows, ${slower === 1 ? 'processor as it is' : `processor ${slower}× slower`}, mean of ${KEYS}`
      measures.push(
        measured({ what: `main thread for a key typed into a cell, ${at}`, value: typing, unit: 'ms' }, aim),
        measured({ what: `main thread for an arrow to the next cell, ${at}`, value: moving, unit: 'ms' }, aim),
      )
    }
    return measures
  } finally {
    await browser.close()
    await serving.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of the main thread for each of the keys, on a processor so many times slower. */
async function perKey(context: BrowserContext, page: Page, key: string, slower: number): Promise<number> {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await session.send('Performance.enable')
  const busy = async () =>
    (await session.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration')!.value * 1000
  const before = await busy()
  for (let n = 0; n < KEYS; n++) await page.keyboard.press(key, { delay: 20 })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  const ms = ((await busy()) - before) / KEYS
  await session.detach()
  return ms
}

const bareTable = () => {
  const row = (n: number) =>
    `<tr>${Array.from({ length: COLUMNS }, (_, c) => `<td>${n === ROWS / 2 && c === 2 ? '<textarea></textarea>' : `sel ${n} ${c}`}</td>`).join('')}</tr>`
  return `<!doctype html><title>x</title><table>${Array.from({ length: ROWS }, (_, n) => row(n)).join('')}</table>`
}
