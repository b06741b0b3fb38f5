// A document from the page to the disk: every form, how far it is, a change of mind, a refusal, a lost network.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const DOKUMEN = '**/api/capaian/*/dokumen?*'
const open = async (view?: typeof TELEPON) => {
  const visitor = await signIn('walikota.jakpus', view)
  await visitor.page.goto('/capaian/dki.jakpus/2024')
  await visitor.page.locator('table').first().waitFor()
  return visitor
}
const button = (page: Page) => page.getByRole('button', { name: 'Unduh Capaian kinerja 2024' })
const choose = async (page: Page, format: string) => {
  await button(page).click()
  await page.getByRole('menuitem', { name: format }).click()
}
/** Keeps an answer back until it is let go. */
async function held(page: Page): Promise<(answer: (route: Route) => Promise<void>) => Promise<void>> {
  const caught = Promise.withResolvers<Route>()
  await page.route(DOKUMEN, (route) => caught.resolve(route))
  return async (answer) => {
    await answer(await caught.promise)
    await page.unroute(DOKUMEN)
  }
}

describe('a document is downloaded', () => {
  test('by keyboard, in every form, under its own name', async () => {
    const { page, wrongs } = await open()
    const begins = { pdf: '%PDF-', docx: 'PK', xlsx: 'PK', html: '<!do' }
    for (const [at, [format, magic]] of Object.entries(begins).entries()) {
      await button(page).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem').first().waitFor()
      if (at === 0) await clean(page, wrongs)
      for (let i = 0; i < at; i++) await page.keyboard.press('ArrowDown')
      const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      assert.equal(file.suggestedFilename(), `Capaian Kinerja Tahun 2024 Kota Administrasi Jakarta Pusat.${format}`)
      assert.equal((await readFile(await file.path())).toString('latin1', 0, magic.length), magic)
      await page.getByText(`.${format}`, { exact: false }).first().waitFor()
    }
    await page.getByText('Tersimpan').waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Tutup' }).click()
    assert.ok(await button(page).evaluate((b) => b === document.activeElement), 'the focus is back on the button')
  })

  test("the keys that follow the opening are the menu's, even before the browser has drawn it", async () => {
    const { page, wrongs } = await open()
    await button(page).click() // what is fetched once is there
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.evaluate(() => {
      const soon = requestAnimationFrame
      window.requestAnimationFrame = (draw) => Number(setTimeout(() => soon(draw), 1000))
    })
    await button(page).focus()
    const file = page.waitForEvent('download')
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    assert.match((await file).suggestedFilename(), /\.docx$/)
    assert.deepEqual(wrongs, [])
  })

  for (const view of [undefined, TELEPON])
    test(`it says how far it is, and can be called off (${view?.width ?? 1440})`, async () => {
      const { page, wrongs } = await open(view)
      const answer = await held(page)
      await page.route('**/api/unduhan/*', (route) => route.fulfill({ json: { tahap: 'MENYUSUN', jumlah: 120 } }))
      await choose(page, 'PDF')
      await page.getByText('Menyusun halaman dari 120 baris …').waitFor()
      await clean(page, wrongs, true)
      await page.getByRole('button', { name: 'Batalkan' }).click()
      await page.getByText('Unduhan dibatalkan').waitFor()
      await answer((route) => route.abort().catch(() => {}))
      assert.ok(await button(page).evaluate((b) => b === document.activeElement))
    })

  test('a refusal is said in the sentence of the server, a lost network in ours, and both can be tried again', async () => {
    const { page, wrongs } = await open()
    const detail = 'Sudah 20 dokumen menunggu disusun. Coba lagi beberapa saat lagi.'
    const refused = await held(page)
    await choose(page, 'XLSX')
    await refused((route) =>
      route.fulfill({
        status: 503,
        json: { code: 'SIBUK', title: 'Sedang sibuk', detail },
        contentType: 'application/problem+json',
      }),
    )
    const alert = page.getByRole('alert')
    await alert.getByText(detail).waitFor()
    await clean(page, wrongs)

    const lost = await held(page)
    await alert.getByRole('button', { name: 'Coba lagi' }).click()
    await lost((route) => route.abort('internetdisconnected'))
    await alert.getByText('Sambungan ke server terputus').waitFor()

    const [file] = await Promise.all([page.waitForEvent('download'), alert.getByRole('button', { name: 'Coba lagi' }).click()])
    assert.match(file.suggestedFilename(), /\.xlsx$/)
    assert.deepEqual(wrongs, [])
  })

  test('what a rule refuses is not offered to be tried again', async () => {
    const { page, wrongs } = await open()
    const refused = await held(page)
    await choose(page, 'PDF')
    await refused((route) =>
      route.fulfill({
        status: 409,
        json: { code: 'DITOLAK', title: 'Ditolak aturan', detail: 'Dokumen tahun ini belum memiliki bentuk.' },
        contentType: 'application/problem+json',
      }),
    )
    const alert = page.getByRole('alert')
    await alert.getByText('Dokumen tahun ini belum memiliki bentuk.').waitFor()
    assert.equal(await alert.getByRole('button', { name: 'Coba lagi' }).count(), 0)
    await clean(page, wrongs)
  })
})
