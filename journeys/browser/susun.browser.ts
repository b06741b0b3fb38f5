// A draft begun with the plan, its targets proposed beside the cells; what another office issues is received; a line is dragged.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const JAKPUS = '/perjanjian-kinerja/dki.jakpus/2025'
const saved = (page: Page) => page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor()
/** The row of an indicator by a part of its name. */
const row = (page: Page, words: string) =>
  page
    .locator('tbody tr')
    .filter({ has: page.locator('[aria-colindex="3"]', { hasText: words }) })
    .first()
/** Into a folder named by who wants to look at the pages; nowhere without it. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.SELARAS_GAMBAR
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

describe('a draft from the plan', () => {
  test('begins with one press; proposals stand beside the cells and are taken all at once, and back by one undo', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto(JAKPUS)
    await page.getByText('memuat 2 tujuan dan sasaran dengan 3 indikator').waitFor()
    await clean(page, wrongs)
    await picture(page, 'susun-mulai')
    await page.getByRole('button', { name: 'Susun dari rencana 2025' }).click()
    await page.getByRole('grid', { name: 'Lampiran Perjanjian Kinerja 2025' }).waitFor()
    const ikl = row(page, 'Indeks Kepuasan Layanan Kota')
    const year = ikl.locator('[aria-colindex="11"]')
    await year.locator('.lembar-usulan').waitFor()
    assert.equal((await year.locator('.lembar-isi').innerText()).trim(), '', 'a proposal is not written by itself')
    await year.click()
    await page
      .getByText(/^Usulan [\d,]+: /)
      .first()
      .waitFor()
    await clean(page, wrongs)
    await picture(page, 'susun-usulan')
    const proposed = (await year.locator('.lembar-usulan').innerText()).trim()

    await page.getByRole('button', { name: /^Pakai usulan / }).click()
    await saved(page)
    assert.equal((await year.locator('.lembar-isi').innerText()).trim(), proposed)
    await page.getByRole('button', { name: /^Isi sel kosong dengan usulan/ }).click()
    await saved(page)
    await page.waitForFunction(() => !document.querySelector('.lembar-belum, .lembar-menyimpan, .lembar-usulan'))
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await page.locator('.lembar-usulan').first().waitFor()
    await page.getByRole('button', { name: 'Ulangi' }).click()
    await saved(page)
    await clean(page, wrongs)
  })

  test('a row is dragged to another place, and the numbers follow', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus', { width: 1440, height: 2000 })
    await page.goto(JAKPUS)
    const names = () => page.locator('tbody tr [aria-colindex="3"] .lembar-isi').allInnerTexts()
    await row(page, 'Indeks Efektivitas Koordinasi').waitFor()
    const before = await names()
    const grip = row(page, 'Indeks Efektivitas Koordinasi').locator('[aria-colindex="3"] .lembar-seret')
    await grip.scrollIntoViewIfNeeded()
    const from = (await grip.boundingBox())!
    const to = (await row(page, 'Indeks Kepuasan Masyarakat').boundingBox())!
    await page.mouse.move(from.x + 4, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 200, to.y + 30, { steps: 5 })
    await page.mouse.move(to.x + 200, to.y + 6, { steps: 3 })
    assert.equal(await page.locator('tr[data-jatuh="sebelum"]').count(), 1)
    await picture(page, 'susun-seret')
    await page.mouse.up()
    await page.waitForFunction(
      (first) => document.querySelectorAll('tbody tr [aria-colindex="3"] .lembar-isi')[1]?.textContent !== first,
      before[1],
    )
    assert.deepEqual(await names(), [before[0], before[2], before[1]])
    await clean(page, wrongs)
  })
})

describe('what one office issues for all', () => {
  test('is issued in a form, is missing in the draft until it is received, and is locked there', async () => {
    const { page: owner, wrongs: faults } = await signIn('bpkd')
    await owner.goto('/sasaran-bersama/dki.bpkd/2025')
    await owner.getByRole('heading', { name: 'Belum ada sasaran bersama untuk 2025' }).waitFor()
    await owner.getByRole('button', { name: 'Terbitkan sasaran bersama' }).click()
    const form = owner.getByRole('dialog')
    await form.getByLabel('Sasaran', { exact: true }).fill('Tercapainya target kinerja anggaran')
    await form.getByLabel('Indikator kinerja').fill('Nilai Kinerja Anggaran aspek implementasi')
    await form.getByLabel('Kode kamus (boleh kosong)').fill('NKA')
    await form.getByLabel('Satuan').fill('Persen')
    for (const [label, value] of [
      ['Triwulan I', 'N/A'],
      ['Triwulan II', 'N/A'],
      ['Triwulan III', 'N/A'],
      ['Triwulan IV', '71'],
      ['Tahunan', '71'],
    ] as const)
      await form.getByLabel(label, { exact: true }).fill(value)
    await form.getByLabel('Perangkat Daerah yang dipilih').check()
    await form.getByRole('button', { name: 'Terbitkan' }).click()
    await form.getByText('Perangkat Daerah yang dipilih belum diisi.').waitFor() // never meant for all
    assert.deepEqual(await axe(owner), [])
    await picture(owner, 'terbit-form-tanpa-kantor')
    await form.getByLabel('Semua Perangkat Daerah').check()
    assert.deepEqual(await axe(owner), [])
    await picture(owner, 'terbit-form')
    await form.getByRole('button', { name: 'Terbitkan' }).click()
    await owner.getByRole('table').getByText('Nilai Kinerja Anggaran aspek implementasi', { exact: true }).waitFor()
    await clean(owner, faults)
    await picture(owner, 'terbit')

    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto(JAKPUS)
    await page.getByText('1 butir yang diterbitkan satuan kerja lain menunggu diterima').waitFor()
    await page.getByRole('button', { name: 'Lihat bedanya' }).click()
    await page.getByRole('dialog').getByText('Belum ada dalam draf').waitFor()
    await clean(page, wrongs)
    await picture(page, 'bersama-beda')
    await page.keyboard.press('Escape')
    await page
      .getByRole('complementary', { name: 'Catatan pemeriksa' })
      .getByRole('button', { name: /^Terima ?: "Nilai Kinerja Anggaran/ })
      .click()
    const line = row(page, 'Nilai Kinerja Anggaran aspek implementasi')
    await line.waitFor()
    await line.locator('[aria-colindex="11"]').click()
    assert.equal(await line.locator('[aria-colindex="11"]').getAttribute('aria-readonly'), 'true')
    await page
      .getByText(/Diterbitkan satuan kerja lain untuk semua/)
      .first()
      .waitFor()
    await clean(page, wrongs)
    await picture(page, 'bersama-diterima')
  })

  test('on a phone too', async () => {
    const { page, wrongs } = await signIn('bpkd', TELEPON)
    await page.goto('/sasaran-bersama/dki.bpkd/2025')
    await page.getByText('Nilai Kinerja Anggaran aspek implementasi').first().waitFor()
    await clean(page, wrongs)
    await picture(page, 'terbit-telepon')
    const { page: clerk, wrongs: others } = await signIn('penyusun.jakpus', TELEPON)
    await clerk.goto(JAKPUS)
    await clerk.getByText('Indeks Kepuasan Layanan Kota Administrasi').first().waitFor()
    await clean(clerk, others)
    await picture(clerk, 'susun-telepon')
  })
})
