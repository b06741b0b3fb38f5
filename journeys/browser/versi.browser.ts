// Versions side by side, and a gap of the cascade mended where it is. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { draftPk } from '../../src/perjanjian-kinerja/contoh.testing.ts'
import { axe, overflow, site, TELEPON, type Visitor } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const TAHUN = new Date().getFullYear()
const PK = `/perjanjian-kinerja/dki.bkd/${TAHUN}`
let clerk: Visitor
const clean = async ({ page, wrongs }: Visitor) => {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await overflow(page), [], `${page.url()} is wider than its window`)
  assert.deepEqual(wrongs, [])
}

before(async () => {
  clerk = await signIn('penyusun.bkd')
  const send = (method: string, url: string, body: object, version?: number) =>
    clerk.page.evaluate(
      async ([m, u, b, v]) => {
        const headers = { 'content-type': 'application/json', ...(v === undefined ? {} : { 'if-match': `"${v}"` }) }
        const res = await fetch(u, { method: m, headers, body: JSON.stringify(b) })
        if (!res.ok) throw new Error(await res.text())
        return res.json()
      },
      [method, url, body, version] as const,
    )
  await draftPk(send, 'dki.bkd', TAHUN, ['MR', 'KOMBEL'])
})

describe('versions', () => {
  test('the list of versions leads to a comparison with last year, word by word, on a phone too', async () => {
    const { page } = clerk
    await page.goto(`/perjanjian-kinerja/dki.bkd/2025`)
    await page.getByText('Versi (1)').click()
    await page.getByText('Berlaku sejak').waitFor()
    await page.getByRole('link', { name: 'Bandingkan dengan data hari ini' }).click()
    await page.getByRole('heading', { name: 'Perbandingan Perjanjian Kinerja 2025' }).waitFor()
    await page.getByRole('heading', { name: 'Yang berubah' }).waitFor()
    await page.goto(`${PK}/perbandingan?dari=2025.v1&ke=v1`)
    const changed = page.getByRole('listitem').filter({ hasText: 'Indikator contoh 1' }).first()
    await changed.waitFor()
    await clean(clerk)
    await page.setViewportSize(TELEPON)
    await changed.waitFor()
    await clean(clerk)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('group', { name: 'Sebelum' }).getByRole('combobox').selectOption('tanggal')
    await page.getByLabel('Berlaku pada tanggal').fill(`${TAHUN}-01-01`)
    await page.getByText(/Tidak ada Perjanjian Kinerja .* yang berlaku pada 1 Januari/).waitFor()
    await clean(clerk)
  })
})

describe('the cascade', () => {
  test('a gap opens the line where it is mended; mended, it is gone', async () => {
    const { page } = clerk
    await page.goto(PK)
    const code = page.locator('tbody tr').filter({ hasText: 'Indikator contoh 1' }).first().locator('[aria-colindex="4"]')
    await code.click()
    await page.keyboard.press('Delete')
    await page
      .getByText('Semua tersimpan')
      .or(page.getByText(/^Tersimpan/))
      .first()
      .waitFor()
    await page.goto(`/penjenjangan/dki.bkd/${TAHUN}`)
    const gap = page.getByRole('listitem').filter({ hasText: 'belum dihubungkan dengan kamus' })
    await gap.waitFor()
    await clean(clerk)
    await gap.getByRole('link', { name: /^Perbaiki/ }).click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'gridcell')
    const column = await page.evaluate(() => document.activeElement?.getAttribute('aria-colindex'))
    assert.equal(column, '4', 'the cell of its code')
    await clean(clerk)
  })
})
