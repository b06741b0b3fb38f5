// Signing with the password in the page, many at once, and the public page on a phone. Needs dist/.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { draftPk, draftRa, toSigning } from '../../src/perjanjian-kinerja/contoh.testing.ts'
import { many, sql } from '../../src/platform/db/database.ts'
import { byHttp, clean, SANDI, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const tahun = new Date().getFullYear()
const hari = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date())
const { db, signIn, visitor } = await site()
const GAMBAR = process.env.SELARAS_GAMBAR
/** Pictures to look at, where a folder is named for them. */
const look = async (page: Page, name: string) => {
  if (!GAMBAR) return
  mkdirSync(GAMBAR, { recursive: true })
  await page.screenshot({ path: join(GAMBAR, `${name}.png`), fullPage: true })
}

/** The program by HTTP under an account of the example. */
async function person(username: string) {
  const { page } = await signIn(username)
  return { page, ...byHttp(page) }
}

const penyusun = await person('penyusun.bkd')
const kepala = await person('kepala.bkd')
const pk = `/api/perjanjian-kinerja/${await draftPk(penyusun.ask, 'dki.bkd', tahun, ['MR', 'KOMBEL'])}`
await toSigning(pk, kepala, person, hari)
const ra = `/api/rencana-aksi/${await draftRa(penyusun.ask, async (url) => (await penyusun.get(url)).body, 'dki.bkd', tahun)}`
await toSigning(ra, kepala, person, hari)

test('the head signs in the page with his password; a wrong one is told at its field and keeps what was typed', async () => {
  const { page, wrongs } = await signIn('kepala.bkd')
  await page.goto(`/perjanjian-kinerja/dki.bkd/${tahun}`)
  await page.getByRole('button', { name: 'Tanda tangani' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Tanda tangani' }).click()
  await dialog
    .getByText(/Kata sandi Anda/)
    .first()
    .waitFor()
  await dialog.getByLabel('Catatan').fill('Siap dilaksanakan.')
  await dialog.getByLabel('Kata sandi Anda').fill('bukan ini')
  await dialog.getByRole('button', { name: 'Tanda tangani' }).click()
  await dialog.getByText('Kata sandi salah. Tidak ada yang ditandatangani.').waitFor()
  assert.equal(await dialog.getByLabel('Catatan').inputValue(), 'Siap dilaksanakan.')
  await look(page, 'sandi-salah')
  await dialog.getByLabel('Kata sandi Anda').fill(SANDI)
  await dialog.getByRole('button', { name: 'Tanda tangani' }).click()
  await page.getByRole('region', { name: 'Tanda tangan elektronik' }).getByText('Chaidir').waitFor()
  await clean(page, wrongs)
  await look(page, 'pk-tertanda')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Unduh naskah bertanda tangan' }).click()
  assert.match((await download).suggestedFilename(), /bertanda tangan\.pdf$/)
})

test('the Gubernur signs all that waits with one password, and sees what came of each', async () => {
  const { version } = (await kepala.get(`${ra}/langkah`)).body
  const bukti = { sandi: SANDI }
  assert.equal((await kepala.send('POST', `${ra}/langkah`, { act: 'tanda-tangan', bukti }, version)).status, 200)
  for (const view of [TELEPON, undefined]) {
    const { page, wrongs } = await signIn('gubernur', view)
    await page.goto('/tanda-tangan')
    await page.getByLabel('Pilih semua').waitFor()
    await clean(page, wrongs)
    await look(page, view ? 'menunggu-telepon' : 'menunggu')
    if (view) continue
    await page.getByLabel('Pilih semua').check()
    await page.getByRole('button', { name: 'Tandatangani 2 naskah' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Kata sandi Anda').fill(SANDI)
    await look(page, 'menunggu-sandi')
    await dialog.getByRole('button', { name: 'Tandatangani 2 naskah' }).click()
    await page.getByText('2 naskah ditandatangani.').waitFor()
    await page.getByText('Tidak ada naskah yang menunggu tanda tangan Anda.').waitFor()
    await clean(page, wrongs)
    await look(page, 'menunggu-selesai')
  }
})

test('anybody sees on a phone, without an account, who signed and that it is in force; and what a file is', async () => {
  const [paper] = await many(db, sql<{ code: string }>`select code from signed_paper where subject like 'perjanjian-kinerja/%'`)
  const file = await (await kepala.page.request.get(`${pk}/dokumen?format=pdf`)).body()
  for (const view of [TELEPON, undefined]) {
    const { page, wrongs } = await visitor(view)
    await page.goto(`/verifikasi/${paper!.code}`)
    await page.getByText('Ditandatangani kedua pihak dan berlaku.').waitFor()
    await page.getByText('Pramono Anung').waitFor()
    await clean(page, wrongs)
    await look(page, view ? 'verifikasi-telepon' : 'verifikasi')
    await page.setInputFiles('input[type=file]', { name: 'pk.pdf', mimeType: 'application/pdf', buffer: file })
    await page.getByText('Berkas ini asli').waitFor()
    const forged = Buffer.from(file)
    forged[1000]! ^= 1
    await page.setInputFiles('input[type=file]', { name: 'palsu.pdf', mimeType: 'application/pdf', buffer: forged })
    await page.getByText('Berkas ini berubah sesudah ditandatangani').waitFor()
    await clean(page, wrongs)
    await look(page, view ? 'verifikasi-palsu-telepon' : 'verifikasi-palsu')
  }
  const { page, wrongs } = await visitor(TELEPON)
  await page.goto('/verifikasi')
  await page.getByLabel('Kode di kaki halaman').fill('0000 0000 0000')
  await look(page, 'verifikasi-awal')
  await page.getByRole('button', { name: 'Periksa kode' }).click()
  await page.getByText(/Tidak ada naskah dengan kode itu/).waitFor()
  await clean(page, wrongs)
})
