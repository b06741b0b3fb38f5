// An agreement drafted in a real browser as in a spreadsheet: by keyboard, from Excel, by two people, without network.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const KOLOM = {
  uraian: 2,
  nama: 3,
  kode: 4,
  sumber: 5,
  pengukuran: 6,
  TW1: 7,
  TW2: 8,
  TW3: 9,
  TW4: 10,
  tahunan: 11,
  satuan: 12,
} as const
const BKD = '/perjanjian-kinerja/dki.bkd/2026'
const JAKPUS = '/perjanjian-kinerja/dki.jakpus/2025'
/** The line of an indicator by a part of its name, and a cell of it. */
const cell = (page: Page, line: string, kolom: keyof typeof KOLOM) =>
  page.locator('tbody tr').filter({ hasText: line }).first().locator(`[aria-colindex="${KOLOM[kolom]}"]`)
const saved = (page: Page) => page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor()
/** Everything that can be sent has been. */
const sent = (page: Page) => page.waitForFunction(() => !document.querySelector('.lembar-belum, .lembar-menyimpan'))
const text = async (page: Page, line: string, kolom: keyof typeof KOLOM) =>
  (await cell(page, line, kolom).locator('.lembar-isi').innerText()).trim()
const copyFromExcel = (page: Page, tsv: string) => page.evaluate((block) => navigator.clipboard.writeText(block), tsv)
const active = (page: Page) => page.evaluate(() => document.activeElement?.closest('td')?.getAttribute('aria-colindex') ?? null)

async function open(username: string, address: string, view?: { width: number; height: number }) {
  const visitor = await signIn(username, view)
  visitor.page.on('dialog', (dialog) => dialog.accept()) // the browser's own question before unsaved cells are left
  await visitor.page.goto(address)
  return visitor
}

describe('a draft from last year', () => {
  test('is begun with one press, typed into, pasted into from Excel, undone and filled down', async () => {
    const { page, wrongs } = await open('penyusun.bkd', BKD)
    await page.getByRole('heading', { name: 'Belum ada Perjanjian Kinerja tahun 2026' }).waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Susun dari Perjanjian Kinerja 2025' }).click()
    await page.getByRole('grid', { name: 'Lampiran Perjanjian Kinerja 2026' }).waitFor()
    await page.getByRole('columnheader', { name: 'Target', exact: true }).waitFor()
    assert.equal(await text(page, 'Penilaian mandiri atas Indeks sistem merit', 'TW4'), '322,5')
    await clean(page, wrongs)

    // typed over, and the next row is reached with Enter
    await cell(page, 'Indeks sistem merit', 'TW4').click()
    await page.keyboard.type('93,93')
    await page.keyboard.press('Enter')
    await saved(page)
    assert.equal(await text(page, 'Indeks sistem merit', 'TW4'), '93,93')

    // a block of two rows, with a word where a number belongs
    await cell(page, 'Indeks sistem merit', 'TW1').click()
    await copyFromExcel(page, '10,5\tN/A\t30\t40\t93,93\r\n1\tsembilan\t3\t4\t5\r\n')
    await page.keyboard.press('Control+v')
    await page.getByText('1 sel perlu diperbaiki').waitFor()
    await sent(page)
    const wrong = cell(page, 'Nilai Dimensi', 'TW2')
    assert.equal(await wrong.getAttribute('aria-invalid'), 'true')
    assert.match(await wrong.innerText(), /"sembilan" bukan target/)
    assert.equal(await text(page, 'Nilai Dimensi', 'TW3'), '3')
    await wrong.click()
    await clean(page, wrongs)
    await page.reload()
    await page.getByText('1 sel dari kunjungan sebelumnya belum tersimpan').waitFor()
    await page.getByRole('button', { name: 'Kembalikan' }).click()
    await page.getByText('1 sel perlu diperbaiki').waitFor()
    await wrong.click()
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await saved(page)

    // a paste is one step back
    await cell(page, 'Indeks sistem merit', 'TW1').click()
    await copyFromExcel(page, '7\t8\r\n7\t8')
    await page.keyboard.press('Control+v')
    await saved(page)
    await page.keyboard.press('Control+z')
    await page.getByText('4 sel dikembalikan.').waitFor()
    await saved(page)
    assert.equal(await text(page, 'Indeks sistem merit', 'TW1'), '10,5')
    assert.equal(await text(page, 'Nilai Dimensi', 'TW2'), '2')

    // copied out as it came in, then filled down over both rows
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+c')
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '10,5\tN/A\r\n1\t2')
    await page.keyboard.press('Control+d')
    await saved(page)
    assert.equal(await text(page, 'Nilai Dimensi', 'TW2'), 'N/A')
    await page.reload()
    await cell(page, 'Nilai Dimensi', 'TW1').waitFor()
    assert.equal(await text(page, 'Nilai Dimensi', 'TW1'), '10,5')
    assert.deepEqual(wrongs, [])
  })

  test('a note of the checker leads to its cell', async () => {
    const { page, wrongs } = await open('penyusun.bkd', BKD)
    await page
      .getByRole('complementary', { name: 'Catatan pemeriksa' })
      .getByRole('button', { name: /^Tunjukkan di tabel/ })
      .first()
      .click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'gridcell')
    await clean(page, wrongs)
  })
})

describe('what is typed', () => {
  test('HTML and formulas are text; 10.000 letters are refused with a sentence and kept', async () => {
    const { page, wrongs } = await open('penyusun.bkd', BKD)
    const sumber = cell(page, 'Indeks sistem merit', 'sumber')
    await sumber.click()
    await page.keyboard.type('=HYPERLINK("x") <b onclick=alert(1)>e-Kinerja</b>')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.reload()
    assert.equal(await text(page, 'Indeks sistem merit', 'sumber'), '=HYPERLINK("x") <b onclick=alert(1)>e-Kinerja</b>')
    assert.equal(await sumber.locator('b').count(), 0)

    // here from last year's page by the year at the top, so that the back button leads there
    await page.goto('/perjanjian-kinerja/dki.bkd/2025')
    await page.getByRole('region', { name: 'Lampiran Perjanjian Kinerja 2025' }).waitFor()
    await page.getByLabel('Tahun', { exact: true }).selectOption('2026')
    const nama = cell(page, 'Nilai kualitas data SDI', 'nama')
    await nama.click()
    await copyFromExcel(page, `Nilai kualitas data SDI ${'x'.repeat(10_000)}`)
    await page.keyboard.press('Control+v')
    await page.getByText('1 sel perlu diperbaiki').waitFor()
    assert.match(await nama.innerText(), /Paling banyak 2\.000 huruf; isian ini 10\.024 huruf/)

    // and leaving with it is asked about; what stays behind is offered again
    await page.getByRole('link', { name: 'Capaian' }).click()
    const ask = page.getByRole('dialog', { name: 'Ada isian yang belum tersimpan' })
    await clean(page, wrongs)
    await ask.getByRole('button', { name: 'Tetap di sini' }).click()
    await ask.waitFor({ state: 'detached' })
    await page.goBack()
    await ask.getByRole('button', { name: 'Tinggalkan halaman' }).click()
    await page.getByRole('heading', { level: 1, name: 'Perjanjian Kinerja 2025' }).waitFor()
    await page.goto(BKD)
    await page.getByText('1 sel dari kunjungan sebelumnya belum tersimpan').waitFor()
    await page.getByRole('button', { name: 'Buang' }).click()
    await page.getByText('Semua tersimpan').waitFor()
    assert.deepEqual(wrongs, [])
  })

  test('a lost network keeps what was typed, says so, and sends it when asked', async () => {
    const { page, context } = await open('penyusun.bkd', BKD)
    await cell(page, 'Nilai kualitas data SDI', 'TW1').click()
    await context.setOffline(true)
    await page.keyboard.type('2,5')
    await page.keyboard.press('Enter')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await page.getByText(/2 sel belum tersimpan: jaringan terputus/).waitFor()
    assert.equal(await text(page, 'Nilai kualitas data SDI', 'TW1'), '2,5')
    await page.getByRole('button', { name: 'Simpan lagi' }).click()
    await page.getByText(/2 sel belum tersimpan: jaringan terputus/).waitFor()
    assert.deepEqual(await axe(page), [])
    await context.setOffline(false)
    await saved(page)
    await page.reload()
    assert.equal(await text(page, 'Nilai kualitas data SDI', 'TW1'), '2,5')
  })
})

describe('two people in one table', () => {
  test('see each other’s saves, and choose between two versions of one cell', async () => {
    const one = await open('penyusun.bkd', BKD)
    const two = await open('kepala.bkd', BKD)
    const line = 'Percentase Nilai Kinerja Anggaran'
    await cell(one.page, line, 'TW1').waitFor()
    await cell(two.page, line, 'TW1').waitFor()
    await cell(one.page, line, 'TW1').click()
    await one.page.keyboard.type('11')
    await one.page.keyboard.press('Enter')
    await saved(one.page)
    await two.page.getByText('baru disimpan orang lain').waitFor()
    assert.equal(await text(two.page, line, 'TW1'), '11')

    // both in the same cell: the second to save is asked
    await cell(one.page, line, 'TW2').click()
    await one.page.keyboard.type('22')
    await cell(two.page, line, 'TW2').click()
    await two.page.keyboard.type('33')
    await one.page.keyboard.press('Enter')
    await saved(one.page)
    await two.page.keyboard.press('Enter')
    await two.page.getByText('1 sel juga diubah orang lain').waitFor()
    assert.equal(await text(two.page, line, 'TW2'), '33', 'nothing typed is lost')
    await two.page.getByRole('button', { name: 'Bandingkan' }).click()
    const dialog = two.page.getByRole('dialog', { name: 'Sel yang juga diubah orang lain' })
    assert.match(
      await dialog
        .getByRole('radio', { name: /Versi Anda/ })
        .locator('xpath=ancestor::label')
        .innerText(),
      /33/,
    )
    assert.match(
      await dialog
        .getByRole('radio', { name: /Versi tersimpan/ })
        .locator('xpath=ancestor::label')
        .innerText(),
      /22/,
    )
    await clean(two.page, two.wrongs)
    await dialog.getByRole('radio', { name: /Versi Anda/ }).check()
    await dialog.getByRole('button', { name: 'Pakai yang dipilih' }).click()
    await saved(two.page)
    await one.page.waitForFunction(
      ([name, kolom]) =>
        [...document.querySelectorAll('tbody tr')]
          .find((tr) => tr.textContent?.includes(String(name)))
          ?.querySelector(`[aria-colindex="${kolom}"] .lembar-isi`)?.textContent === '33',
      [line, KOLOM.TW2] as const,
    )
    assert.deepEqual(one.wrongs, [])
  })
})

describe('lines and keys', () => {
  test('by keyboard alone: move, edit with a new line, add and delete a line by the menu, leave the table', async () => {
    const { page, wrongs } = await open('penyusun.jakpus', JAKPUS)
    await page.getByRole('button', { name: 'Susun dari Perjanjian Kinerja 2024' }).click()
    const grid = page.getByRole('grid')
    await grid.waitFor()
    const names = () => page.locator('tbody tr:not(.lembar-kelompok) [aria-colindex="3"]').allInnerTexts()
    const [, ...others] = await names()
    const before = others.length + 1
    await page.getByRole('button', { name: 'Pintasan papan ketik' }).focus()
    await page.keyboard.press('Tab')
    if ((await active(page)) === null) await page.keyboard.press('Tab')
    assert.equal(await active(page), '1', 'Tab leads into the table')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.type('baris kedua')
    await page.keyboard.press('Enter')
    await saved(page)
    assert.match(await page.locator('[aria-colindex="3"] .lembar-isi').first().innerText(), /\nbaris kedua$/)

    await page.keyboard.press('Shift+F10')
    const menu = page.getByRole('menu')
    await menu.waitFor()
    await page.keyboard.press('Enter') // the first act has the focus
    await page.waitForFunction((n) => document.querySelectorAll('tbody tr:not(.lembar-kelompok)').length === n, before + 1)
    await page.waitForFunction(
      () =>
        document.activeElement?.getAttribute('aria-colindex') === '3' &&
        !document.activeElement.textContent?.trim().startsWith('Indeks'),
    )
    await page.keyboard.type('Indikator baru')
    await page.keyboard.press('Enter')
    await saved(page)
    await cell(page, 'Indikator baru', 'nama').focus()
    await page.keyboard.press('Shift+F10')
    await menu.waitFor()
    await menu.getByRole('menuitem', { name: 'Hapus indikator' }).press('Enter')
    await page.getByRole('dialog', { name: 'Hapus baris ini?' }).getByRole('button', { name: 'Hapus', exact: true }).press('Enter')
    await page.waitForFunction((n) => document.querySelectorAll('tbody tr:not(.lembar-kelompok)').length === n, before)
    assert.deepEqual((await names()).slice(1), others, 'no other line was written over or deleted')

    await page.locator('.lembar-aktif').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    assert.equal(await active(page), null, 'Escape, then Tab leaves the table')
    await clean(page, wrongs)
  })

  test('what is typed next goes into the new line, also where it was drawn elsewhere first', async () => {
    const { page, wrongs } = await open('penyusun.jakpus', JAKPUS)
    const names = page.locator('tbody tr:not(.lembar-kelompok) [aria-colindex="3"]')
    await names.last().waitFor()
    const before = await names.allInnerTexts()
    // The table is asked for again between the two answers, as it is after every save: it shows the new line at the end.
    await page.route('**/susunan', async (route) => {
      await names.nth(before.length).waitFor()
      await route.continue()
    })
    await cell(page, 'Indeks Kepuasan Masyarakat', 'satuan').click()
    await page.keyboard.type('Indeks')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.matches('td[aria-colindex="3"]'))
    await page.keyboard.type('Indikator baru')
    await page.keyboard.press('Enter')
    await saved(page)
    assert.deepEqual(
      (await names.allInnerTexts()).filter((name) => !name.includes('Indikator baru')),
      before,
      'no other line has lost its name',
    )
    assert.deepEqual(wrongs, [])
  })

  test('a block larger than the table waits for new rows', async () => {
    const { page, wrongs } = await open('penyusun.jakpus', JAKPUS)
    const names = page.locator('tbody tr:not(.lembar-kelompok) [aria-colindex="3"]')
    await names.last().waitFor()
    const before = await names.count()
    await names.last().click()
    await copyFromExcel(page, 'Tambahan satu\nTambahan dua\nTambahan tiga')
    await page.keyboard.press('Control+v')
    await page.getByRole('button', { name: 'Tambah 2 baris dan tempel sisanya' }).click()
    await page.waitForFunction((n) => document.querySelectorAll('tbody tr:not(.lembar-kelompok)').length === n, before + 2)
    await cell(page, 'Tambahan tiga', 'nama').waitFor()
    await saved(page)
    assert.deepEqual(wrongs, [])
  })
})

describe('reading', () => {
  test('what is DITETAPKAN is read, each target leads to its achievement, and a revision needs a reason', async () => {
    const { page, wrongs } = await open('penyusun.jakpus', '/perjanjian-kinerja/dki.jakpus/2024')
    await page.getByRole('region', { name: 'Lampiran Perjanjian Kinerja 2024' }).waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Susun revisi' }).click()
    const dialog = page.getByRole('dialog', { name: 'Susun revisi Perjanjian Kinerja 2024' })
    await dialog.getByRole('button', { name: 'Susun revisi' }).click()
    await dialog.getByText('Pilih salah satu alasan.').waitFor()
    await clean(page, wrongs)
    await page.keyboard.press('Escape')
    await page.getByTitle(/^Lihat capaian Indeks Kepuasan Layanan Kota Administrasi, Tahunan: target 93,93/).click()
    await page.getByRole('dialog', { name: 'Dari mana angka ini?' }).getByText('104,08', { exact: true }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Perjanjian Kinerja 2024' }).waitFor()
    assert.deepEqual(wrongs, [])
  })

  test('on a phone the draft is a list of cards that save alike, and the paper a list', async () => {
    const { page, wrongs } = await open('penyusun.jakpus', JAKPUS, TELEPON)
    const field = page.getByLabel('Target, Triwulan I', { exact: true }).first()
    await field.waitFor()
    await clean(page, wrongs)
    await field.fill('12,5')
    await field.blur()
    await saved(page)
    await field.fill('dua belas')
    await field.blur()
    await page.getByText(/"dua belas" bukan target/).waitFor()
    await clean(page, wrongs)
    await field.fill('12,75')
    await field.blur()
    await saved(page)
    await page.goto('/perjanjian-kinerja/dki.bkd/2025')
    await page.getByText('Chaidir').waitFor()
    await clean(page, wrongs)
  })
})
