// The whole program in a real browser: a server over the example province, Chromium, axe, and an ear for what must never happen.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { example } from '../../impor/contoh.testing.ts'
import type { Db } from '../../platform/db/database.ts'
import { serveClient } from '../../platform/http/static.ts'
import { testSigning } from '../../platform/signing/signing.testing.ts'

const ROOT = join(import.meta.dirname, '../../..')
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const CHROMIUM = process.env.SELARAS_CHROMIUM ?? '/usr/bin/chromium'
export const SANDI = 'selaras-contoh'
export const LEBAR = { width: 1440, height: 900 }
export const TELEPON = { width: 390, height: 844 }

export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page did that it must not: errors, content-policy violations, requests to another host. */
  readonly wrongs: string[]
}
export type Site = {
  readonly address: string
  readonly db: Db
  /** The clock of the server. */
  readonly at: { now: Date }
  readonly visitor: (view?: { width: number; height: number }) => Promise<Visitor>
  readonly signIn: (username: string, view?: { width: number; height: number }) => Promise<Visitor>
}

/** A served example with the client of dist/ (build it first: node bin/build.js). Closed after the tests of the file. */
export async function site(now = new Date()): Promise<Site> {
  let address = ''
  // Passkeys hold for the address of the program, by name: its port is known when it listens.
  const signing = Object.defineProperty({ ...(await testSigning()) }, 'address', { get: () => address })
  const { app, at, db } = await example(undefined, signing)
  at.now = now // a browser forgets a cookie whose day has passed
  if (!(await serveClient(app, join(ROOT, 'dist')))) throw new Error('dist/ is missing: node bin/build.js')
  address = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const home = mkdtempSync(join(tmpdir(), 'selaras-chromium-'))
  const browser = await openBrowser(home)
  after(async () => {
    await browser.close()
    rmSync(home, { recursive: true, force: true })
  })
  const visitor = async (view = LEBAR): Promise<Visitor> => {
    const context = await browser.newContext({ viewport: view, locale: 'id-ID', timezoneId: 'Asia/Jakarta', baseURL: address })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address })
    const page = await context.newPage()
    return { page, context, wrongs: listen(page, address) }
  }
  const signIn = async (username: string, view = LEBAR): Promise<Visitor> => {
    const found = await visitor(view)
    await found.page.goto('/')
    await fillSignIn(found.page, username)
    await found.page.getByRole('button', { name: /^Akun / }).waitFor()
    return found
  }
  return { address, db, at, visitor, signIn }
}

/** The program by HTTP with the session of a page: what a test needs done before it looks. `ask` fails where it is refused. */
export function byHttp(page: Page) {
  const send = async (method: 'POST' | 'PUT', url: string, data: unknown, version?: number) => {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
    const res = await page.request.fetch(url, { method, data, headers })
    return { status: res.status(), body: await res.json() }
  }
  return {
    send,
    get: async (url: string) => ({ body: await (await page.request.get(url)).json() }),
    ask: async (method: 'POST' | 'PUT', url: string, data: object, version?: number) => {
      const { status, body } = await send(method, url, data, version)
      if (status >= 300) throw new Error(`${url}: ${body.detail}`)
      return body
    },
  }
}

export async function fillSignIn(page: Page, username: string, password = SANDI): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

function openBrowser(home: string): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--font-render-hinting=none',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: { ...process.env, HOME: home },
  })
}

function listen(page: Page, address: string): string[] {
  const wrongs: string[] = []
  page.on('console', (m) => {
    // A refused request (401 before signing in) is logged by the browser itself and is no fault of the page.
    if (m.type() === 'error' && !/Failed to load resource/.test(m.text())) wrongs.push(`console: ${m.text()}`)
  })
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`))
  page.on('request', (req) => {
    const url = new URL(req.url())
    if (url.origin !== address && url.protocol !== 'data:') wrongs.push(`foreign: ${req.url()}`)
  })
  return wrongs
}

/** Nothing of the page is wrong: for axe, for the width of its window, for the listener; `busy`: it still waits for an answer. */
export async function clean(page: Page, wrongs: readonly string[], busy = false): Promise<void> {
  assert.deepEqual(await axe(page, { busy }), [])
  assert.deepEqual(await overflow(page), [], `${page.url()} is wider than its window`)
  assert.deepEqual(wrongs, [])
}

/**
 * What axe finds against WCAG 2.2 AA and good practice, one line each; `busy`: of a page that still waits for an answer.
 * Guards of Base UI pass the focus on as soon as they have it: nobody stops on them.
 */
export async function axe(page: Page, { busy = false } = {}): Promise<string[]> {
  if (!busy) await page.waitForLoadState('networkidle')
  await page.waitForTimeout(250) // a panel that is still moving has another contrast
  // The bar of a phone floats over whatever scrolls beneath it; axe would take a half hidden link for a small one.
  await page.evaluate(() => document.querySelector<HTMLElement>('.bawah')?.style.setProperty('position', 'static'))
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const found = await page.evaluate(async () => {
    type Found = { violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[] }
    const { axe } = globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<Found> } }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run({ exclude: ['[data-base-ui-focus-guard]'] }, { runOnly: { type: 'tag', values: tags } })
    return violations.map(
      (v) =>
        `${v.id}: ${v.help} (${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(' | ')}) ${v.nodes[0]?.failureSummary.slice(0, 200)}`,
    )
  })
  await page.evaluate(() => document.querySelector<HTMLElement>('.bawah')?.style.removeProperty('position'))
  return found
}

/** What makes the page wider than its window: empty where nothing does. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > clientWidth)
    return [`${scrollWidth} > ${clientWidth}`, ...wide.map((e) => `${e.tagName}.${e.className}: ${e.textContent?.slice(0, 40)}`)]
  })
}
