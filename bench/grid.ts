// Typing in the grid on a slow processor: how long a key keeps the page's main thread (script, style, layout, paint), in a draft
// of 200 rows, beside a bare textarea in a bare table of the same size. The frame that shows it comes after that.
import { rm } from 'node:fs/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
// @ts-expect-error plain JavaScript, so that it runs before anything is installed
import { buildClient } from '../bin/build.js'
import { draftOf } from './draft.ts'
import { measured, type Workload } from './measure.ts'
import { newFolder } from './province.ts'
import { startServing } from './serve.ts'

const CHROMIUM = process.env.SELARAS_CHROMIUM ?? '/usr/bin/chromium'
const PROCESSOR = 4
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
    const typing = await perKey(context, page, 'a')
    await page.keyboard.press('Escape')
    await middle.click()
    const moving = await perKey(context, page, 'ArrowDown')
    tell(`typing ${typing.toFixed(1)} ms, moving ${moving.toFixed(1)} ms a key`)

    const bare = await context.newPage()
    await bare.setContent(bareTable())
    await bare.locator('textarea').click()
    const reference = { what: 'a textarea in a bare table of the same size', value: await perKey(context, bare, 'a') }
    const at = `${ROWS} rows, processor ${PROCESSOR}× slower, mean of ${KEYS}`
    return [
      measured(
        { what: `main thread for a key typed into a cell, ${at}`, value: typing, unit: 'ms' },
        { reference, most: 50, mostRatio: 2 },
      ),
      measured(
        { what: `main thread for an arrow to the next cell, ${at}`, value: moving, unit: 'ms' },
        { reference, most: 50, mostRatio: 2 },
      ),
    ]
  } finally {
    await browser.close()
    await serving.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of the main thread for each of the keys, on a slowed processor. */
async function perKey(context: BrowserContext, page: Page, key: string): Promise<number> {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR })
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
