// A paper beside what was understood of it, corrected by hand and kept: in a real browser. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { pkBkd2025 } from '../../src/platform/documents/contoh.testing.ts'
import { toDocx } from '../../src/platform/documents/docx.ts'
import { toPdf } from '../../src/platform/documents/pdf.ts'
import { seed, seedsPath } from '../../src/platform/documents/reading/seeds.testing.ts'
import { clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const bring = async (page: Page, name: string, content: Uint8Array, mimeType: string) => {
  await page.goto('/impor')
  await page.getByLabel('Pilih berkas').setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
  await page.getByRole('heading', { name: 'Yang dipahami' }).waitFor()
}
const SIMPAN_DRAF = { name: 'Simpan sebagai draf' } as const

describe('an office imports its agreement', () => {
  test('corrects a text and a cell, is refused with nothing lost, and keeps it as a draft', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd')
    await bring(
      page,
      'pk.docx',
      await toDocx(pkBkd2025()),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    assert.equal(await page.getByLabel('Kode satuan kerja').inputValue(), 'dki.bkd')
    await clean(page, wrongs)

    const first = page.getByRole('group', { name: 'Sasaran 1', exact: true })
    await first.getByLabel('Uraian').fill('Sasaran yang diperbaiki')
    await first.getByLabel('Tahunan').fill('323,75')
    await page.getByRole('textbox', { name: 'Tahun', exact: true }).fill('2025')
    await page.getByRole('button', SIMPAN_DRAF).click()
    await page.getByText(/sudah ditetapkan hanya dapat direvisi|sudah disusun/).waitFor()
    assert.equal(await first.getByLabel('Uraian').inputValue(), 'Sasaran yang diperbaiki')
    await clean(page, wrongs)

    await page.getByRole('textbox', { name: 'Tahun', exact: true }).fill('2026')
    await page.getByRole('button', SIMPAN_DRAF).click()
    await page.getByText('Disimpan sebagai draf: 10 baris').waitFor()
    await clean(page, wrongs)
    await page.getByRole('link', { name: 'Buka dokumennya' }).click()
    await page.getByRole('heading', { level: 1, name: /Perjanjian Kinerja/ }).waitFor()
    await page.getByText('Sasaran yang diperbaiki').first().waitFor()
  })
  test('on a telephone the paper stands above what was understood', async () => {
    const { page, wrongs } = await signIn('kepala.bkd', TELEPON)
    await bring(page, 'pk.pdf', await toPdf(pkBkd2025()), 'application/pdf')
    await clean(page, wrongs)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
  })
  test('the agreement of seed 001: doubts are marked and lead to their place', {
    skip: seedsPath ? false : 'the papers are not here',
  }, async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await bring(page, 'pk-walikota.txt', new TextEncoder().encode(seed('001')), 'text/plain')
    await page.getByText(/nilai perlu dilihat/).waitFor()
    assert.ok((await page.locator('.impor-isi .naskah-ragu').count()) > 5)
    await page.getByRole('group', { name: 'Sasaran 22', exact: true }).getByLabel('Triwulan IV').focus()
    const spot = page.locator('.impor-naskah .aktif')
    await spot.waitFor()
    await page.waitForTimeout(300)
    const [row, frame] = [await spot.boundingBox(), await page.locator('.impor-naskah').boundingBox()]
    assert.ok(row && frame && row.y >= frame.y && row.y < frame.y + frame.height, 'the row that is spoken of is seen')
    await clean(page, wrongs)
  })
})
