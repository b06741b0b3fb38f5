// What the checker says of a draft, beside the rules: asked after the page stands, leading to its cell. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { clean, LEBAR, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const post = (page: Page, url: string, body: unknown) =>
  page.evaluate(
    async ([to, sent]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      return (await fetch(to!, { method: 'POST', headers, body: sent! })).status
    },
    [url, JSON.stringify(body)],
  )
/** Into a folder named by who wants to look at the pages; nowhere without it. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.SELARAS_GAMBAR
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

test('of a draft agreement: nothing at first; a word twice is said after it was saved, and leads to its cell', async () => {
  const { page, wrongs } = await signIn('penyusun.jakpus')
  const asked: number[] = []
  const started = Date.now()
  page.on('request', (r) => r.url().includes('/api/reviu/draf/') && asked.push(Date.now() - started))
  assert.equal(await post(page, '/api/perjanjian-kinerja', { unit: 'dki.jakpus', tahun: 2025, dariRencana: true }), 201)
  await page.goto('/perjanjian-kinerja/dki.jakpus/2025')
  const grid = page.getByRole('grid', { name: 'Lampiran Perjanjian Kinerja 2025' })
  await grid.waitFor()
  assert.equal(asked.length, 0, 'not before the table stands')
  const notes = page.getByRole('region', { name: 'Bila dicetak sekarang' })
  await notes.getByText('Tidak ada yang janggal').waitFor()
  await page.getByRole('gridcell', { name: /Indeks Kepuasan Masyarakat/ }).first().click() // biome-ignore format: an act
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Indeks Kepuasan Masyarakat atas atas layanan kecamatan')
  await page.keyboard.press('Control+Enter')
  await notes.getByText('KATA-GANDA').waitFor()
  assert.equal(asked.length, 2, 'once for the page, once after the typing')
  await clean(page, wrongs)
  await picture(page, 'draf-pk')
  await notes.getByRole('button', { name: /^Tunjukkan di tabel/ }).click()
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('atas atas'))
  await page.setViewportSize(TELEPON)
  await notes.scrollIntoViewIfNeeded()
  await clean(page, wrongs)
  await picture(page, 'draf-pk-telepon')
})

test('of a draft plan: in the panel of its findings, counted with them, leading to the line', async () => {
  const { page, wrongs } = await signIn('penyusun.bkd')
  const idOf = (url: string) => page.evaluate(async (u) => (await (await fetch(u)).json()).isi.at(-1).id as string, url)
  const pk = await idOf('/api/perjanjian-kinerja?unit=dki.bkd&tahun=2025')
  assert.equal(await post(page, '/api/perjanjian-kinerja', { unit: 'dki.bkd', tahun: 2026, salinDari: pk }), 201)
  const plan = await idOf('/api/rencana-aksi?unit=dki.bkd&tahun=2025')
  assert.equal(await post(page, '/api/rencana-aksi', { unit: 'dki.bkd', tahun: 2026, salinDari: plan }), 201)
  await page.goto('/rencana-aksi/dki.bkd/2026')
  await page.getByRole('grid').waitFor()
  const button = page.getByRole('button', { name: /^Temuan \(\d+\)$/ })
  const before = await button.innerText()
  await page.waitForFunction((text) => ![...document.querySelectorAll('button')].some((b) => b.innerText === text), before)
  await button.click()
  const notes = page.getByRole('dialog').getByRole('region', { name: 'Bila dicetak sekarang' })
  await notes.getByText(/Butir RA3 dan RA4 berbunyi sama/).waitFor()
  await notes.scrollIntoViewIfNeeded()
  await clean(page, wrongs)
  await picture(page, 'draf-ra')
  await page.setViewportSize(TELEPON)
  await notes.scrollIntoViewIfNeeded()
  await clean(page, wrongs)
  await picture(page, 'draf-ra-telepon')
  await page.setViewportSize(LEBAR)
  await notes
    .getByRole('button', { name: /^Tunjukkan di tabel/ })
    .first()
    .click()
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('RA4. Melakukan Pemantauan'))
})
