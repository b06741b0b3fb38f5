// One figure on its way through every hand, each from signing in to the Perjanjian Kinerja on the own disk: the administrator lets
// somebody in, Bappeda opens the quarter, the clerk enters, the head sends back and validates, the inspector verifies by the evidence.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { hasPoppler, poppler } from '../../src/platform/documents/reading.testing.ts'
import { clean, fillSignIn, site, type Visitor } from '../../src/web/main/browser.testing.ts'

const { visitor, signIn } = await site()
const MR = 'Persentase Implementasi Penerapan Manajemen Risiko'
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

const menu = ({ page }: Visitor, name: string) =>
  page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name, exact: true }).click()
const due = ({ page }: Visitor, sentence: RegExp) =>
  page.getByRole('region', { name: 'Yang perlu Anda kerjakan' }).getByRole('listitem').filter({ hasText: sentence })
const stage = ({ page }: Visitor, name: string) => page.locator('.tahap', { hasText: name }).waitFor()

/** From wherever one is: to the agreement of BKD of 2025, and onto the disk as PDF. */
async function takesThePk(person: Visitor): Promise<void> {
  const { page } = person
  await menu(person, 'Perjanjian Kinerja')
  await page.getByRole('heading', { level: 1, name: /^(?:Perjanjian Kinerja|Pilih perangkat daerah)/ }).waitFor()
  if (!(await page.getByRole('button', { name: /^Perangkat daerah: Badan Kepegawaian Daerah/ }).count())) {
    await page.getByRole('button', { name: /^Perangkat daerah/ }).click()
    await page.getByLabel('Cari nama').fill('kepegawaian daerah')
    await page.getByRole('button', { name: /^Badan Kepegawaian Daerah/ }).click()
  }
  await page.getByRole('banner').getByLabel('Tahun', { exact: true }).selectOption('2025')
  await page.getByRole('button', { name: 'Unduh Perjanjian Kinerja 2025' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'PDF' }).click()])
  assert.match(file.suggestedFilename(), /^Perjanjian Kinerja Tahun 2025 Badan Kepegawaian Daerah .*\.pdf$/)
  const pdf = await readFile(await file.path())
  assert.equal(pdf.toString('latin1', 0, 5), '%PDF-')
  if (hasPoppler) assert.match(poppler('pdftotext', pdf), /PERJANJIAN KINERJA\s+TAHUN 2025[\s\S]*Chaidir[\s\S]*322,5/)
  await clean(person.page, person.wrongs)
}

describe('one quarter through every hand', () => {
  test('the administrator lets a new colleague in, who chooses a password and takes the agreement', async () => {
    const admin = await signIn('administrator')
    await menu(admin, 'Akun')
    await admin.page.getByRole('button', { name: 'Buat akun' }).click()
    await admin.page.getByLabel('Nama pengguna', { exact: true }).fill('tamu.bkd')
    await admin.page.getByRole('textbox', { name: 'Nama akun' }).fill('Contoh: Staf Sekretariat')
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Buat akun' }).click()
    const once = admin.page.getByRole('dialog', { name: 'Kata sandi sekali pakai' })
    const password = (await once.locator('code').textContent())!
    await once.getByRole('button', { name: 'Sudah saya catat' }).click()
    await takesThePk(admin)

    const guest = await visitor()
    await guest.page.goto('/')
    await fillSignIn(guest.page, 'tamu.bkd', password)
    await guest.page.getByLabel('Kata sandi sekali pakai').fill(password)
    await guest.page.getByLabel('Kata sandi baru', { exact: true }).fill('kereta pertama ke kota')
    await guest.page.getByLabel('Ketik sekali lagi').fill('kereta pertama ke kota')
    await guest.page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await guest.page.getByRole('heading', { level: 1, name: /^Kinerja/ }).waitFor()
    await menu(guest, 'Capaian')
    await guest.page.getByRole('heading', { level: 1, name: 'Pilih perangkat daerah' }).waitFor()
    await clean(guest.page, guest.wrongs)
    await guest.page.getByLabel('Tahun', { exact: true }).selectOption('2025')
    assert.equal(new URL(guest.page.url()).pathname, '/capaian')
    await guest.page.getByRole('main').getByRole('button', { name: 'Pilih perangkat daerah' }).click()
    await guest.page.getByLabel('Cari nama').fill('kepegawaian daerah')
    await guest.page.getByRole('button', { name: /^Badan Kepegawaian Daerah/ }).click()
    await guest.page.waitForURL('**/capaian/dki.bkd/2025')
    await guest.page.getByText('Bagian ini bukan untuk peran Anda').waitFor()
    await clean(guest.page, guest.wrongs)
    await takesThePk(guest)
  })

  test('Bappeda opens the quarter; the administrator may look on', async () => {
    const admin = await signIn('administrator')
    await menu(admin, 'Periode')
    await admin.page.getByText('Periode dibuka dan dikunci oleh Bappeda.').waitFor()
    assert.equal(await admin.page.getByRole('button', { name: /^Buka Triwulan/ }).count(), 0)

    const bappeda = await signIn('bappeda')
    await menu(bappeda, 'Periode')
    await bappeda.page.getByRole('main').getByLabel('Tahun').selectOption('2025')
    await bappeda.page.getByRole('button', { name: 'Buka Triwulan I 2025' }).click()
    await bappeda.page.getByLabel('Dibuka mulai').fill('2025-04-01')
    await bappeda.page.getByLabel('Batas pengisian').fill('2025-04-15')
    await bappeda.page.getByRole('dialog').getByRole('button', { name: 'Buka', exact: true }).click()
    await bappeda.page.getByRole('button', { name: 'Tutup Triwulan I 2025' }).waitFor()
    await clean(bappeda.page, bappeda.wrongs)
  })

  test('the clerk finds on the home page what is due, enters the result with its evidence and submits it', async () => {
    const clerk = await signIn('penyusun.bkd')
    const { page } = clerk
    await due(clerk, /Realisasi Triwulan I 2025 belum diisi untuk 5 indikator/)
      .getByRole('link', { name: 'Isi realisasi' })
      .click()
    await page.getByRole('link', { name: 'Daftar indikator' }).click()
    await page.getByRole('link', { name: MR }).click()
    await page.getByRole('heading', { level: 1, name: MR }).waitFor()
    await page.getByRole('radio', { name: 'Nilai langsung' }).check()
    await page.getByLabel(/^Realisasi \(/).fill('65,5')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Berita acara reviu risiko.pdf', mimeType: 'application/pdf', buffer: PDF })
    await page.getByRole('link', { name: 'Unduh Berita acara reviu risiko.pdf' }).waitFor()
    await page.getByLabel('Halaman').fill('4')
    await page.getByLabel('Penerbit').fill('Inspektorat')
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor()
    await page.reload()
    assert.equal(await page.getByLabel(/^Realisasi \(/).inputValue(), '65,5')
    await page.getByRole('button', { name: 'Ajukan' }).click()
    await stage(clerk, 'Diajukan')
    await clean(clerk.page, clerk.wrongs)
    await takesThePk(clerk)
  })

  test('the head finds it waiting, sends it back with a reason, and validates it when it is mended', async () => {
    const head = await signIn('kepala.bkd')
    const waiting = () => due(head, /Realisasi MR Triwulan I 2025 perlu divalidasi/).getByRole('link', { name: 'Validasi' })
    await waiting().click()
    await head.page.getByRole('button', { name: 'Minta perbaikan' }).click()
    const ask = head.page.getByRole('dialog', { name: 'Minta perbaikan' })
    await ask.getByLabel('Apa yang perlu diperbaiki').fill('Sebutkan jumlah risikonya.')
    await ask.getByRole('button', { name: 'Minta perbaikan' }).click()
    await stage(head, 'Draf')
    await takesThePk(head)

    const clerk = await signIn('penyusun.bkd')
    const returned = due(clerk, /Realisasi MR Triwulan I 2025 diminta diperbaiki/)
    await returned.getByText('Alasan: Sebutkan jumlah risikonya.').waitFor()
    await returned.getByRole('link', { name: 'Perbaiki' }).click()
    await clerk.page.getByLabel('Keterangan').fill('19 dari 29 risiko sudah ditangani.')
    // Submitted at once, before the page has read again what it saved.
    const read = Promise.withResolvers<void>()
    await clerk.page.route('**/api/pengisian/dki.bkd/MR/*', async (route) => {
      if (route.request().method() === 'GET') await read.promise
      await route.continue()
    })
    await clerk.page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await clerk.page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor()
    const [submitted] = await Promise.all([
      clerk.page.waitForResponse('**/ajukan'),
      clerk.page.getByRole('button', { name: 'Ajukan' }).click(),
    ])
    assert.equal(submitted.status(), 200)
    read.resolve()
    await stage(clerk, 'Diajukan')

    await menu(head, 'Beranda')
    await head.page.reload()
    await waiting().click()
    await head.page.getByText('19 dari 29 risiko sudah ditangani.').first().waitFor()
    await head.page.getByRole('button', { name: 'Validasi' }).click()
    await head.page.getByRole('dialog', { name: 'Validasi' }).getByRole('button', { name: 'Validasi' }).click()
    await stage(head, 'Divalidasi atasan')
    await clean(head.page, head.wrongs)
  })

  test('the inspector follows the number to its evidence before verifying it', async () => {
    const inspector = await signIn('inspektur')
    const { page } = inspector
    await due(inspector, /Realisasi MR Triwulan I 2025 perlu diverifikasi/)
      .getByRole('link', { name: 'Verifikasi' })
      .click()
    await page.getByRole('button', { name: /^Realisasi .*65,50/ }).click()
    const why = page.getByRole('dialog', { name: 'Dari mana angka ini?' })
    await why.getByText('Berita acara reviu risiko.pdf').waitFor()
    await clean(inspector.page, inspector.wrongs)
    const [evidence] = await Promise.all([
      page.waitForEvent('download'),
      why.getByRole('link', { name: /Berita acara reviu risiko\.pdf/ }).click(),
    ])
    assert.deepEqual(await readFile(await evidence.path()), PDF)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Verifikasi' }).click()
    await page.getByRole('dialog', { name: 'Verifikasi' }).getByRole('button', { name: 'Verifikasi' }).click()
    await stage(inspector, 'Terverifikasi')
    await clean(inspector.page, inspector.wrongs)
    await takesThePk(inspector)
  })
})
