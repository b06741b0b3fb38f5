// What opens over the page is fetched when it is first wanted: no click is lost, slow or without a network.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { clean, LEBAR, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const OVER = '**/aset/over-*.js'
const account = (page: Page) => page.getByRole('button', { name: /^Akun / })
const hasFocus = (locator: ReturnType<Page['locator']>) => locator.evaluate((at) => at.contains(document.activeElement))

describe('what is fetched when it is wanted', () => {
  for (const view of [LEBAR, TELEPON])
    test(`a click before it has come opens it when it comes, and the focus goes in and back (${view.width})`, async () => {
      const { page, wrongs } = await signIn('walikota.jakpus', view)
      const asked = Promise.withResolvers<() => Promise<void>>()
      await page.route(OVER, (route) => asked.resolve(() => route.continue()))
      await page.reload()
      await account(page).click()
      const letGo = await asked.promise
      await page.locator('.susulan', { hasText: 'Memuat …' }).waitFor()
      assert.equal(await account(page).getAttribute('aria-expanded'), 'true')
      await letGo()
      const balloon = page.getByRole('dialog')
      await balloon.waitFor()
      await page.waitForFunction(() => document.activeElement?.closest('.akun') !== null)
      await clean(page, wrongs)
      await page.keyboard.press('Escape')
      await balloon.waitFor({ state: 'detached' })
      assert.ok(await hasFocus(account(page)), 'back on the button')

      await page.keyboard.press('Enter')
      await balloon.waitFor()
      await account(page).click()
      await balloon.waitFor({ state: 'detached' })
      assert.equal(await account(page).getAttribute('aria-expanded'), 'false', 'the button that opened it closes it')
    })

  test('without a network it opens in the browser’s own dialog, does the same, and the focus goes back', async () => {
    const { page, wrongs } = await signIn('walikota.jakpus', TELEPON)
    await page.route(OVER, (route) => route.abort('internetdisconnected'))
    await page.reload()
    const more = page.getByRole('button', { name: 'Lainnya' })
    await more.click()
    const menu = page.getByRole('dialog', { name: 'Menu' })
    assert.ok(await menu.evaluate((at) => at.matches('dialog:modal')))
    assert.ok(await hasFocus(menu))
    await clean(page, wrongs)
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    assert.ok(await hasFocus(more), 'back on the button')

    await page.getByRole('link', { name: 'Capaian', exact: true }).click()
    await page
      .getByRole('button', { name: /^Unduh / })
      .first()
      .click()
    const forms = page.getByRole('dialog', { name: /^Unduh / })
    await clean(page, wrongs)
    const file = page.waitForEvent('download')
    await forms.getByRole('button', { name: /^XLSX/ }).click()
    await forms.waitFor({ state: 'detached' })
    await file

    await page.unroute(OVER)
    await more.click()
    await menu.waitFor()
    assert.ok(!(await menu.evaluate((at) => at.matches('dialog'))), 'as it should be, as soon as it can be had')
  })

  test('once the page is at rest it opens without a network, too', async () => {
    const { page, context, wrongs } = await signIn('walikota.jakpus')
    await page.reload()
    await page.waitForResponse(OVER)
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((file) => /over-/.test(file.name)))
    await context.setOffline(true)
    await account(page).click()
    await page.getByRole('button', { name: 'Keluar' }).waitFor()
    assert.deepEqual(wrongs, [])
  })
})
