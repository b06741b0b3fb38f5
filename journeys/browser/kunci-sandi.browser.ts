// A passkey in a real browser, on a device that Chromium plays: added, used to sign in, and to sign an agreement. Needs dist/.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { draftPk, toSigning } from '../../src/perjanjian-kinerja/contoh.testing.ts'
import { byHttp, clean, SANDI, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const tahun = new Date().getFullYear()
const hari = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date())
const { signIn } = await site()
const GAMBAR = process.env.SELARAS_GAMBAR
/** Pictures to look at, where a folder is named for them. */
const look = async (page: Page, name: string) => {
  if (!GAMBAR) return
  mkdirSync(GAMBAR, { recursive: true })
  await page.screenshot({ path: join(GAMBAR, `kunci-sandi-${name}.png`), fullPage: true })
}

/** The program by HTTP under an account of the example. */
async function person(username: string) {
  const { page } = await signIn(username)
  return { page, ...byHttp(page) }
}

/** A device that the page may ask; `present(false)`: its owner's finger is not the right one. */
async function device(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { present: (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) }
}

test('the Gubernur signs all that waits with one touch of his passkey', async () => {
  const penyusun = await person('penyusun.bkd')
  const kepala = await person('kepala.bkd')
  const papers = []
  for (const year of [tahun + 1, tahun + 2]) {
    const pk = `/api/perjanjian-kinerja/${await draftPk(penyusun.ask, 'dki.bkd', year, ['MR', 'KOMBEL'])}`
    await toSigning(pk, kepala, person, hari)
    const { version } = (await kepala.get(`${pk}/langkah`)).body
    assert.equal(
      (await kepala.send('POST', `${pk}/langkah`, { act: 'tanda-tangan', bukti: { sandi: SANDI } }, version)).status,
      200,
    )
    papers.push(pk)
  }
  const { page, wrongs } = await signIn('gubernur')
  const finger = await device(page)
  await page.goto('/kunci-sandi')
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nama' }).fill('Ponsel')
  await dialog.getByLabel('Kata sandi Anda').fill(SANDI)
  await dialog.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  await page.getByText('Belum pernah').first().waitFor()

  await page.goto('/tanda-tangan')
  await page.getByLabel('Pilih semua').check()
  await page.getByRole('button', { name: 'Tandatangani 2 naskah' }).click()
  await dialog
    .getByText(/kunci sandi/i)
    .first()
    .waitFor()
  assert.equal(await dialog.getByLabel('Kata sandi Anda').count(), 0, 'nothing is typed')
  await finger.present(false)
  await dialog.getByRole('button', { name: 'Tandatangani 2 naskah' }).click()
  await dialog.getByText(/Anda membatalkannya/).waitFor()
  for (const pk of papers) assert.equal((await kepala.get(`${pk}/langkah`)).body.status, 'TTD_P1')
  await finger.present(true)
  await dialog.getByRole('button', { name: 'Tandatangani 2 naskah' }).click()
  await page.getByText('2 naskah ditandatangani.').waitFor()
  await clean(page, wrongs)
  await look(page, 'banyak')
  for (const pk of papers) assert.equal((await kepala.get(`${pk}/langkah`)).body.status, 'DITETAPKAN')
})

test('a head of office adds a passkey, signs in with it, and signs an agreement with it', async () => {
  const penyusun = await person('penyusun.bkd')
  const kepala = await person('kepala.bkd')
  const pk = `/api/perjanjian-kinerja/${await draftPk(penyusun.ask, 'dki.bkd', tahun, ['MR', 'KOMBEL'])}`
  await toSigning(pk, kepala, person, hari)
  const signers = async () => ((await kepala.get(pk)).body.tandaTangan?.oleh ?? []).map((s: { nama: string }) => s.nama)

  const { page, wrongs } = await signIn('kepala.bkd')
  const finger = await device(page)
  await page.getByRole('button', { name: /^Akun / }).click()
  await page.getByRole('button', { name: 'Kunci sandi', exact: true }).waitFor()
  await look(page, 'menu')
  await page.getByRole('button', { name: 'Kunci sandi', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Kunci sandi' }).waitFor()
  await page.getByText('Belum ada kunci sandi').waitFor()
  await clean(page, wrongs)
  await look(page, 'kosong')
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nama' }).fill('Laptop kantor')
  await dialog.getByLabel('Kata sandi Anda').fill('bukan ini')
  await dialog.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  await dialog.getByText('Kata sandi salah. Kunci sandi belum ditambahkan.').waitFor()
  await clean(page, wrongs)
  await look(page, 'tambah')
  await dialog.getByLabel('Kata sandi Anda').fill(SANDI)
  await dialog.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  await page.getByRole('cell', { name: 'Laptop kantor' }).or(page.getByText('Laptop kantor')).first().waitFor()
  await page.getByText('Belum pernah').first().waitFor()
  await clean(page, wrongs)
  await look(page, 'daftar')

  await page.getByRole('button', { name: /^Akun / }).click()
  await page.getByRole('button', { name: 'Keluar' }).click()
  const door = page.getByRole('button', { name: 'Masuk dengan kunci sandi' })
  await door.waitFor()
  await clean(page, wrongs)
  await look(page, 'pintu')
  await finger.present(false)
  await door.click()
  await page.getByText(/Anda membatalkannya, waktunya habis/).waitFor()
  await finger.present(true)
  await door.click()
  await page.getByRole('button', { name: /^Akun / }).waitFor()

  await page.goto(`/perjanjian-kinerja/dki.bkd/${tahun}`)
  await page.getByRole('button', { name: 'Tanda tangani' }).click()
  await dialog.getByLabel('Catatan').fill('Siap dilaksanakan.')
  assert.equal(await dialog.getByLabel('Kata sandi Anda').count(), 0, 'nothing is typed')
  await clean(page, wrongs)
  await look(page, 'tanda-tangan')
  await finger.present(false)
  await dialog.getByRole('button', { name: 'Tanda tangani' }).click()
  await dialog.getByText(/Anda membatalkannya/).waitFor()
  assert.equal(await dialog.getByLabel('Catatan').inputValue(), 'Siap dilaksanakan.')
  assert.deepEqual(await signers(), [])
  await look(page, 'tanda-tangan-batal')
  await dialog.getByRole('radio', { name: 'Kata sandi', exact: true }).check()
  await dialog.getByLabel('Kata sandi Anda').waitFor()
  await dialog.getByRole('radio', { name: 'Kunci sandi', exact: true }).check()
  await finger.present(true)
  await dialog.getByRole('button', { name: 'Tanda tangani' }).click()
  await page.getByRole('region', { name: 'Tanda tangan elektronik' }).getByText('Chaidir').waitFor()
  assert.deepEqual(await signers(), ['Chaidir'])
  await clean(page, wrongs)

  await page.goto('/kunci-sandi')
  await page.getByText('Laptop kantor').waitFor()
  assert.equal(await page.getByText('Belum pernah').count(), 0)
  await page.setViewportSize(TELEPON)
  await clean(page, wrongs)
  await look(page, 'daftar-telepon')
  await page.getByRole('button', { name: 'Ubah nama Laptop kantor' }).click()
  await dialog.getByRole('textbox', { name: 'Nama' }).fill('Ponsel')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('button', { name: 'Hapus Ponsel' }).waitFor()

  const admin = await signIn('administrator')
  await admin.page.goto('/administrasi/akun?akun=kepala.bkd')
  await admin.page.getByRole('button', { name: 'Hapus Ponsel' }).click()
  await clean(admin.page, admin.wrongs)
  await look(admin.page, 'administrator')
  await admin.page.getByRole('dialog', { name: 'Hapus kunci sandi' }).getByRole('button', { name: 'Hapus Ponsel' }).click()
  await admin.page.getByText('Tidak ada kunci sandi.').waitFor()
  await page.reload()
  await page.getByText('Belum ada kunci sandi').waitFor()
  await clean(page, wrongs)
  await look(page, 'kosong-telepon')
})
