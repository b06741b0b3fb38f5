// What if, in a real browser: from a number to a trial, what changes, what it must be, and a link that shows the same.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { axe, overflow, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
type Page = Awaited<ReturnType<typeof signIn>>['page']

async function clean(page: Page, wrongs: readonly string[]) {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await overflow(page), [], `${page.url()} is wider than its window`)
  assert.deepEqual(wrongs, [])
}
const TARGET = 'Target, IKL 2024'
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

describe('bagaimana jika', () => {
  test('the head comes from a number, supposes a target, asks what it must be, and shares the link', async () => {
    const { page, context, wrongs } = await signIn('walikota.jakpus')
    await page.goto('/capaian/dki.jakpus/2024?jelaskan=IKL.2024')
    await page.getByRole('link', { name: 'Bagaimana jika…' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bagaimana jika' }).waitFor()
    await page.getByText('Belum ada yang berubah').waitFor()
    await clean(page, wrongs)

    await field(page, TARGET).fill('98')
    await page.getByRole('heading', { name: 'Yang berubah (1)' }).waitFor()
    await page.locator('.jika-lain').getByText('99,76').waitFor()
    await page.getByText('14 dari 15').first().waitFor()
    await page.getByText('13 dari 15').waitFor()
    await clean(page, wrongs)

    await page.locator('summary').filter({ hasText: 'IKM, 2024' }).click()
    await page.getByRole('button', { name: 'Hitung seharusnya: Realisasi, IKM 2024' }).click()
    await page.getByText('Realisasi IKM 2024 harus paling sedikit 99,45 agar capaian IKL 2024 mencapai 100.').waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Andaikan 99,45' }).click()
    await page.locator('.jika-lain').getByText('Tercapai').waitFor()
    await page.getByText('99,45').first().waitFor()
    await page.waitForURL(/IKM\.2024\.REALISASI=/)

    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByRole('heading', { name: 'Yang diandaikan (2)' }).waitFor()
    await other.locator('.jika-lain').getByText('Tercapai').waitFor()
    assert.equal(await field(other, TARGET).inputValue(), '98')
    await other.close()

    await page.getByRole('button', { name: 'Hapus semua andaian' }).click()
    await page.getByText('Belum ada yang berubah').waitFor()
    assert.equal(await field(page, TARGET).inputValue(), '')
    await page.goto('/capaian/dki.jakpus/2024?jelaskan=IKL.2024')
    await page.getByRole('dialog').getByText('104,08', { exact: true }).waitFor()
  })

  test('text, HTML and a formula are said to be no figure, and the rest stays', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus', TELEPON)
    await page.goto('/bagaimana-jika/dki.jakpus/2024?untuk=IKL.2024')
    await field(page, TARGET).fill('<b>=1+1</b>')
    await page.locator('.bidang-salah').waitFor()
    assert.equal(await page.locator('main b').count(), 0)
    await page.getByText('Tidak ada hasil yang berubah').waitFor()
    await clean(page, wrongs)
    await page.getByLabel('Cari isian').fill('petojo utara')
    await field(page, 'Gambir · Petojo Utara, IKM Semester I 2024').fill('60')
    await page.getByRole('heading', { name: 'Yang berubah (4)' }).waitFor()
    await clean(page, wrongs)
  })

  test('the clerk comes from the sheet of a quarter', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/pengukuran/dki.jakpus/2023/CRM?triwulan=TW2')
    await page.getByRole('link', { name: 'Bagaimana jika…' }).click()
    await page.getByRole('combobox', { name: 'Periode' }).waitFor()
    assert.equal(await page.getByRole('combobox', { name: 'Periode' }).inputValue(), '2023-TW2')
    await clean(page, wrongs)
  })
})

describe('an explanation in full', () => {
  test('opens from the panel, leads from 104,08 to the kelurahan, prints without the frame, and is taken away', async () => {
    const { page, wrongs } = await signIn('walikota.jakpus')
    await page.goto('/capaian/dki.jakpus/2024?jelaskan=IKL.2024')
    await page.getByRole('link', { name: 'Buka penuh untuk dicetak' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dari mana angka ini?' }).waitFor()
    await page.getByRole('heading', { level: 3, name: /^1\.1\.1 IKM Semester I 2024/ }).waitFor()
    await page.getByRole('row', { name: /Petojo Utara 82,36 Baris 1935/ }).waitFor()
    await clean(page, wrongs)
    await page.emulateMedia({ media: 'print' })
    for (const gone of [page.getByRole('navigation', { name: 'Menu utama' }), page.getByRole('button', { name: 'Cetak' })])
      assert.equal(await gone.isVisible(), false)
    assert.ok(await page.getByText('104,08', { exact: true }).first().isVisible())
    await page.emulateMedia({ media: 'screen' })
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: /^Unduh/ }).click()
    await page.getByRole('menuitem', { name: 'XLSX' }).click()
    assert.equal((await coming).suggestedFilename(), 'Penjelasan Nilai IKL 2024.xlsx')
    await clean(page, wrongs)
  })

  test('on a phone, and for a value that is not there', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus', TELEPON)
    await page.goto('/jelaskan/dki.jakpus/2024/CRM?periode=TW1')
    await page.getByRole('heading', { level: 3, name: /CRM Triwulan I 2024/ }).waitFor()
    await clean(page, wrongs)
    await page.goto('/jelaskan/dki.jakpus/2024/TIADA')
    await page.getByText(/Indikator TIADA tidak ada di kamus/).waitFor()
    await clean(page, wrongs)
  })
})
