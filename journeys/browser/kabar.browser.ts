// Deadlines, news and the coordinators' list in a real browser: recorded, reminded of, read, followed to the page.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ingatkan, sebarkan } from '../../src/kabar/commands.ts'
import { contextAt } from '../../src/platform/kernel/context.ts'
import { dayInJakarta, daysAfter, monthsAfter } from '../../src/platform/kernel/time.ts'
import { clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

/** In the last month of a year the deadline would stand in the next: then the journey takes place a little later. */
const real = new Date()
const now = real.getUTCMonth() === 11 ? new Date(`${real.getUTCFullYear() + 1}-01-15T03:00:00Z`) : real
const { db, signIn } = await site(now)
const today = dayInJakarta(now)
const TAHUN = Number(today.slice(0, 4))
/** So that agreement and plan are due in ten days or a little less. */
const dpa = monthsAfter(daysAfter(today, 10), -1)
const picture = process.env.GAMBAR_KE

const look = async (page: { screenshot: (o: object) => Promise<unknown> }, name: string) => {
  if (picture) await page.screenshot({ path: `${picture}/${name}.png`, fullPage: true })
}

describe('the calendar', () => {
  test('says what is missing, and counts once the day of the DPA is recorded', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd')
    await page.goto(`/kalender/dki.bkd/${TAHUN}`)
    await page.getByText(`Hari pengesahan DPA ${TAHUN} belum dicatat`).waitFor()
    await clean(page, wrongs)
    await look(page, 'kalender-tanpa-dpa')
    const bappeda = await signIn('bappeda')
    const answer = await bappeda.page.request.put(`/api/anggaran/dki/${TAHUN}/dpa`, {
      headers: { 'if-match': '"0"' },
      data: { disahkan: dpa },
    })
    assert.equal(answer.status(), 200)
    await page.reload()
    await page.getByText('Perjanjian Kinerja ditetapkan').first().waitFor()
    assert.equal(await page.getByText(`Hari pengesahan DPA ${TAHUN} belum dicatat`).count(), 0)
    await clean(page, wrongs)
    await look(page, 'kalender')
    await page.setViewportSize(TELEPON)
    await clean(page, wrongs)
    await look(page, 'kalender-telepon')
  })
  test('is subscribed to by an address that is shown once, and revoked', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd')
    await page.goto(`/kalender/dki.bkd/${TAHUN}`)
    await page.getByRole('button', { name: 'Langganan' }).click()
    await page.getByRole('button', { name: 'Buat alamat' }).click()
    const address = await page.getByLabel('Alamat kalender Anda').inputValue()
    await clean(page, wrongs)
    await look(page, 'langganan')
    await page.setViewportSize(TELEPON)
    await clean(page, wrongs)
    await look(page, 'langganan-telepon')
    const read = async () => fetch(address)
    assert.match(await (await read()).text(), /^BEGIN:VCALENDAR\r\n[\s\S]*Perjanjian Kinerja ditetapkan/)
    await page.getByRole('button', { name: 'Tutup' }).click()
    await page.getByRole('button', { name: 'Langganan' }).click()
    assert.equal(await page.getByLabel('Alamat kalender Anda').count(), 0)
    await page.getByRole('button', { name: 'Cabut' }).click()
    await page.getByRole('button', { name: 'Buat alamat', exact: true }).waitFor()
    assert.equal((await read()).status, 404)
  })
})

describe('news', () => {
  test('rings over every page, is read by opening it, and leads to where it is done', async () => {
    assert.ok((await ingatkan(db, contextAt(now))) > 0)
    await sebarkan(db, contextAt(now))
    const { page, wrongs } = await signIn('penyusun.bkd')
    const bell = page.getByRole('link', { name: /^Kabar, \d+ belum dibaca$/ })
    await bell.click()
    await page.getByRole('heading', { name: 'Kabar', exact: true }).waitFor()
    await clean(page, wrongs)
    await look(page, 'kabar')
    await page.setViewportSize(TELEPON)
    await clean(page, wrongs)
    await look(page, 'kabar-telepon')
    const link = page.getByRole('link', { name: /^Perjanjian Kinerja ditetapkan/ })
    await link.click()
    await page.waitForURL(`**/perjanjian-kinerja/dki.bkd/${TAHUN}`)
    await page.goto('/kabar')
    await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click()
    await page.getByRole('link', { name: 'Kabar', exact: true }).waitFor()
    assert.deepEqual(wrongs, [])
  })
  test('one sets an address, and is told what is wrong with it', async () => {
    const { page, wrongs } = await signIn('administrator')
    await page.goto('/kabar/setelan')
    const address = page.getByLabel('Alamat surel')
    await address.fill('bukan alamat')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('bukan alamat surel').waitFor()
    await address.fill('administrator@kantor.example')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Setelan tersimpan').waitFor()
    await page.getByText('Pengiriman surel belum dipasang').waitFor()
    await clean(page, wrongs)
    await look(page, 'setelan')
  })
})

describe("the coordinators' list", () => {
  test('shows every office with its stage, its holder and its day, on a desk and on a phone', async () => {
    const { page, wrongs } = await signIn('biro.pemerintahan')
    await page.goto(`/koordinasi/${TAHUN}`)
    const row = page.getByRole('row', { name: /Badan Kepegawaian/ })
    await row.getByText('Belum disusun').waitFor()
    await row.getByText('Contoh: Sekretaris Badan').waitFor()
    await clean(page, wrongs)
    await look(page, 'koordinasi')
    await page.setViewportSize(TELEPON)
    await clean(page, wrongs)
    await look(page, 'koordinasi-telepon')
    await page.getByRole('radio', { name: /Rencana Aksi/ }).check({ force: true })
    await page.waitForURL('**naskah=RA')
    await page.goto('/koordinasi/2024')
    await page.getByRole('radio', { name: /^Ditetapkan/ }).check({ force: true })
    await page.getByRole('link', { name: /Jakarta Pusat/ }).waitFor()
    await clean(page, wrongs)
    await look(page, 'koordinasi-2024')
  })
})
