// A quarter in a real browser, as the clerk, the head and the inspector live it; and all that goes wrong on its last evening.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
type Visitor = Awaited<ReturnType<typeof signIn>>
type Page = Visitor['page']

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const QUARTER = '/pengukuran/dki.jakpus/2023?triwulan=TW2'
const sheet = (kode: string, place = 'dki.jakpus/2023', triwulan = 'TW2') => `/pengukuran/${place}/${kode}?triwulan=${triwulan}`

async function open(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('heading', { name: 'Hasil', exact: true }).waitFor()
}
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
async function fill(page: Page, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value)
}
const save = (page: Page) => page.getByRole('button', { name: 'Simpan', exact: true }).click()
const result = (page: Page) => page.locator('.lembar-hasil-utama dd')
const saved = (page: Page) => page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor()
const upload = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })

describe('a quarter of an office', () => {
  test('the clerk fills in the variables, sees the result while typing, adds evidence and submits', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/beranda/dki.jakpus/2023')
    await page.getByRole('link', { name: 'Pengisian' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pengukuran triwulan IV 2023' }).waitFor()
    await page.getByRole('radio', { name: 'Triwulan II', exact: true }).check()
    await page.getByRole('heading', { level: 1, name: 'Pengukuran triwulan II 2023' }).waitFor()
    await page.getByText('Batas pengisian 15 Juli 2023').waitFor()
    await page.getByText(/^0 dari \d+$/).waitFor()
    await clean(page, wrongs)
    await page.getByRole('link', { name: 'Persentase capaian penyelesaian pengaduan masyarakat' }).click()
    await page.getByRole('heading', { name: 'Rumus: isi bidang di dalamnya' }).waitFor()
    await clean(page, wrongs)

    await fill(page, { ditindaklanjuti: '95', masuk: '100', 'salah alamat': '3' })
    await page.getByText('97,94', { exact: true }).waitFor()
    await page.locator('.lembar-hasil').getByText('97,94%').waitFor()
    await page.getByText('Dari yang sedang Anda ketik; belum disimpan.').waitFor()
    await clean(page, wrongs)
    await page.keyboard.press('Control+s')
    await saved(page)
    assert.ok(await page.getByRole('button', { name: 'Ajukan' }).isDisabled())
    await page.getByText(/tidak dapat diajukan tanpa bukti/).waitFor()

    await upload(page, 'Rekap CRM Juni.pdf', PDF)
    await page.getByRole('link', { name: 'Unduh Rekap CRM Juni.pdf' }).waitFor()
    await fill(page, { Halaman: '2', Tanggal: '2023-07-03', Penerbit: 'Biro Pemerintahan', Hambatan: '<b>Aduan ganda</b>' })
    await save(page)
    await saved(page)
    await clean(page, wrongs)
    await page.getByRole('button', { name: /^Realisasi Persentase capaian penyelesaian pengaduan.*97,94/ }).click()
    await page.getByRole('dialog', { name: 'Dari mana angka ini?' }).getByText('Rekap CRM Juni.pdf').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Ajukan' }).click()
    await page.locator('.tahap', { hasText: 'Diajukan' }).waitFor()
    await page.getByText('Lembar ini tidak dapat Anda ubah sekarang').waitFor()
    assert.equal(await field(page, 'Hambatan').inputValue(), '<b>Aduan ganda</b>')
    await clean(page, wrongs)
    await page.getByRole('link', { name: 'Daftar indikator' }).click()
    await page.getByText(/^1 dari \d+$/).waitFor()
    await clean(page, wrongs)
  })

  test('the head sends it back with a reason, which the clerk reads; then it is validated', async () => {
    const head = await signIn('walikota.jakpus')
    await open(head.page, sheet('CRM'))
    await head.page.getByRole('button', { name: 'Minta perbaikan' }).click()
    const ask = head.page.getByRole('dialog', { name: 'Minta perbaikan' })
    await ask.getByRole('button', { name: 'Minta perbaikan' }).click()
    await ask.getByText(/Tuliskan apa yang perlu diperbaiki/).waitFor()
    await clean(head.page, head.wrongs)
    await ask.getByLabel('Apa yang perlu diperbaiki').fill('Lampirkan rekap bulan Juni.')
    await ask.getByRole('button', { name: 'Minta perbaikan' }).click()
    await head.page.locator('.tahap', { hasText: 'Draf' }).waitFor()

    const clerk = await signIn('penyusun.jakpus')
    await open(clerk.page, sheet('CRM'))
    await clerk.page.getByText('Lampirkan rekap bulan Juni.').first().waitFor()
    await clean(clerk.page, clerk.wrongs)
    await clerk.page.getByRole('button', { name: 'Ajukan' }).click()
    await clerk.page.locator('.tahap', { hasText: 'Diajukan' }).waitFor()

    await open(head.page, sheet('CRM'))
    await head.page.getByRole('button', { name: 'Validasi' }).click()
    await head.page.getByRole('dialog', { name: 'Validasi' }).getByRole('button', { name: 'Validasi' }).click()
    await head.page.locator('.tahap', { hasText: 'Divalidasi atasan' }).waitFor()
    await clean(head.page, head.wrongs)
  })

  test('the inspector verifies, because nobody else owns the figures', async () => {
    const { page, wrongs } = await signIn('inspektur')
    await open(page, sheet('CRM'))
    await page.getByRole('button', { name: 'Verifikasi' }).click()
    const ask = page.getByRole('dialog', { name: 'Verifikasi' })
    await clean(page, wrongs)
    await ask.getByRole('button', { name: 'Verifikasi' }).click()
    await page.locator('.tahap', { hasText: 'Terverifikasi' }).waitFor()
    await clean(page, wrongs)
  })

  test('a state is a choice with its reason, and never 0', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await open(page, sheet('EORDER'))
    await page.getByRole('radio', { name: 'Data belum rilis' }).check()
    await save(page)
    await page.getByText('Tuliskan alasannya, agar yang memeriksa tahu').first().waitFor()
    await clean(page, wrongs)
    await page.getByLabel('Siapa penerbitnya dan kapan perkiraan rilisnya').fill('BPPBJ, 20 Juli 2023')
    await save(page)
    await saved(page)
    await result(page).getByText('Belum rilis').waitFor()
    await clean(page, wrongs)
  })

  test('a block from a spreadsheet is pasted into the table of a formula', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await open(page, sheet('NKA', 'dki.jakpus/2023', 'TW4'))
    const rows = [
      ['Penyerapan', 'Nilai', '95,69'],
      ['Penyerapan', 'Bobot', '9,7'],
      ['Keluaran', 'Nilai', '100'],
      ['Keluaran', 'Bobot', '90,3'],
    ]
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((r) => r.join('\t')).join('\n'))
    await page.getByLabel('variabel, baris 1').focus()
    await page.keyboard.press('Control+v')
    await page.getByText('99,58', { exact: true }).waitFor()
    assert.equal(await page.getByLabel('nilai, baris 4').inputValue(), '90,3')
    await clean(page, wrongs)
    await page.getByLabel('nilai, baris 2').fill('banyak')
    await page.getByText(/^variabel, baris 2, kolom nilai: "banyak" tidak dapat dibaca/).waitFor()
    await page.getByRole('button', { name: 'Hapus baris 2' }).click()
    assert.equal(await page.getByLabel('nilai, baris 3').inputValue(), '90,3')
  })
})

describe('what goes wrong', () => {
  test('text in a number, two readings, 10,000 letters: said where and how, and nothing is cut off', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await open(page, sheet('ARAHAN'))
    await fill(page, { selesai: '1.234', arahan: 'banyak' })
    await page.getByText(/^selesai: "1.234" dapat dibaca 1234 atau 1,2340/).waitFor()
    await page.getByText(/^arahan: "banyak" tidak dapat dibaca/).waitFor()
    assert.equal(await field(page, 'arahan').getAttribute('aria-invalid'), 'true')
    await save(page)
    await page.getByText('Yang Anda ketik tetap ada di sini.').waitFor()
    await clean(page, wrongs)
    await fill(page, { selesai: '8', arahan: '10', 'Tindak lanjut': 'x'.repeat(10_000) })
    await page.getByText(/10\.000 huruf; paling banyak 4\.000/).waitFor()
    await save(page)
    assert.equal((await field(page, 'Tindak lanjut').inputValue()).length, 10_000)
    await clean(page, wrongs)
    await fill(page, { 'Tindak lanjut': '=HYPERLINK("x") <script>alert(1)</script>' })
    await save(page)
    await saved(page)
    await page.reload()
    await result(page).getByText('80,00').waitFor()
    assert.equal(await field(page, 'Tindak lanjut').inputValue(), '=HYPERLINK("x") <script>alert(1)</script>')
    await clean(page, wrongs)
  })

  test('back with something unsaved: it is kept in this window, said in the list, and there again', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto(QUARTER)
    await page.getByRole('link', { name: /arsip aktif/i }).click()
    await page.getByRole('heading', { name: 'Hasil', exact: true }).waitFor()
    await fill(page, { Hambatan: 'Listrik padam' })
    await page.getByText('Belum disimpan', { exact: true }).waitFor()
    await page.goBack()
    await page.getByText('Ketikan Anda belum disimpan').waitFor()
    await clean(page, wrongs)
    await page.goForward()
    await page.getByText('Ketikan Anda yang belum disimpan dikembalikan').waitFor()
    assert.equal(await field(page, 'Hambatan').inputValue(), 'Listrik padam')
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Buang ketikan saya' }).click()
    assert.equal(await field(page, 'Hambatan').inputValue(), '')
  })

  test('two windows: the second sees both versions and chooses', async () => {
    const { page: first, context, wrongs } = await signIn('penyusun.jakpus')
    const second = await context.newPage()
    await open(first, sheet('FASOS'))
    await open(second, sheet('FASOS'))
    await fill(first, { 'bast selesai': '10', 'bast target': '46' })
    await save(first)
    await saved(first)
    await fill(second, { 'bast selesai': '12', 'bast target': '46' })
    await save(second)
    await second.locator('strong', { hasText: 'Lembar ini sudah diubah orang lain' }).waitFor()
    await second.getByRole('row', { name: 'bast selesai 12 10' }).waitFor()
    await clean(second, wrongs)
    await second.getByRole('button', { name: 'Simpan isian saya' }).click()
    await saved(second)
    await fill(first, { 'bast selesai': '11' })
    await save(first)
    await first.getByRole('button', { name: 'Pakai yang tersimpan' }).click()
    await first.waitForFunction(() => document.querySelector<HTMLInputElement>('.rumus-bidang input')?.value === '12')
    await clean(first, wrongs)
  })

  test('the network is lost while saving: what was typed stays, and the button tries again', async () => {
    const { page, context, wrongs } = await signIn('penyusun.jakpus')
    await open(page, sheet('BMD', 'dki.jakpus/2024'))
    await page.getByLabel('Realisasi (persen)').fill('97,5')
    await context.setOffline(true)
    await save(page)
    await page.getByText('Sambungan ke server terputus.').waitFor()
    assert.equal(await page.getByLabel('Realisasi (persen)').inputValue(), '97,5')
    await context.setOffline(false)
    await clean(
      page,
      wrongs.filter((w) => !w.includes('ERR_INTERNET_DISCONNECTED')),
    )
    await page.getByRole('button', { name: 'Coba simpan lagi' }).click()
    await saved(page)
    await page.getByRole('button', { name: /^Realisasi .*97,50/ }).waitFor()
  })

  test('files that are too large or not what they say are refused in a sentence', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await open(page, sheet('TLHP'))
    await upload(page, 'laporan.pdf', Buffer.from('<html><script>alert(1)</script></html>'))
    await page.getByText(/laporan\.pdf: Isi berkas tidak dikenal.*Yang diterima: PDF/).waitFor()
    await upload(page, 'besar.pdf', Buffer.concat([PDF, Buffer.alloc(26 * 1024 * 1024)]))
    await page.getByText(/besar\.pdf berukuran 27 MiB, melebihi batas 25 MiB/).waitFor()
    await clean(page, wrongs)
    await upload(page, 'Rekap.pdf', PDF)
    await page.getByRole('button', { name: 'Lepas bukti Rekap.pdf' }).click()
    await page.getByText('Belum ada bukti.').waitFor()
  })

  test('the session ends while saving: sign in over the page, and it is saved', async () => {
    const { page, context, wrongs } = await signIn('penyusun.jakpus')
    await open(page, sheet('BMD', 'dki.jakpus/2024'))
    await page.getByLabel('Realisasi (persen)').fill('10')
    await context.clearCookies()
    await save(page)
    const dialog = page.getByRole('dialog', { name: 'Sesi Anda telah berakhir' })
    await dialog.getByLabel('Kata sandi').fill('selaras-contoh')
    await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
    await saved(page)
    assert.deepEqual(wrongs, [])
  })

  test('a locked quarter says so and cannot be typed into', async () => {
    const { page: bappeda } = await signIn('bappeda')
    const status = await bappeda.evaluate(async () => {
      const headers = { 'content-type': 'application/json', 'if-match': '"0"' }
      const body = JSON.stringify({ status: 'TERKUNCI', batas: '2023-04-12' })
      return (await fetch('/api/periode/2023-TW1', { method: 'PUT', headers, body })).status
    })
    assert.equal(status, 200)
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/pengukuran/dki.jakpus/2023?triwulan=TW1')
    await page.getByText('Triwulan ini sudah dikunci').waitFor()
    await page.getByText('Batas pengisian 12 April 2023').waitFor()
    await clean(page, wrongs)
    await open(page, sheet('CRM', 'dki.jakpus/2023', 'TW1'))
    await page.getByText('Periode ini sudah dikunci.').first().waitFor()
    assert.equal(await page.getByRole('button', { name: 'Simpan', exact: true }).count(), 0)
    await clean(page, wrongs)
  })
})

describe('outputs of the action plan', () => {
  test('quantity, note and evidence are filled in where the output stands', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd')
    await page.goto('/pengukuran/dki.bkd/2025?triwulan=TW2')
    await page.getByText('0 dari 19').waitFor()
    await clean(page, wrongs)
    const row = page.locator('.keluaran-baris').first()
    await row.getByLabel(/^Terlaksana/).fill('satu')
    await row.getByText(/"satu" tidak dapat dibaca sebagai angka/).waitFor()
    await row.getByLabel(/^Terlaksana/).fill('1')
    await row.getByRole('button', { name: 'Catatan dan bukti' }).click()
    await row.getByLabel('Catatan', { exact: true }).fill('<i>selesai Juni</i>')
    await row.locator('input[type=file]').setInputFiles({ name: 'Laporan.pdf', mimeType: 'application/pdf', buffer: PDF })
    await row.getByRole('link', { name: 'Unduh Laporan.pdf' }).waitFor()
    await clean(page, wrongs)
    await row.getByRole('button', { name: /^Simpan/ }).click()
    await row.getByText(/^Tersimpan/).waitFor()
    await row.getByText('Selesai', { exact: true }).waitFor()
    await page.getByText('1 dari 19').waitFor()
    await clean(page, wrongs)
  })
})

test('on a phone, by touch: the list, a step, the table and the outputs fit', async () => {
  const { page, wrongs } = await signIn('penyusun.jakpus', TELEPON)
  for (const address of [QUARTER, sheet('CRM'), sheet('NKA', 'dki.jakpus/2024', 'TW4'), sheet('OPINI')]) {
    await page.goto(address)
    await page.locator('.kerangka').first().waitFor({ state: 'detached' })
    await clean(page, wrongs)
  }
  const bkd = await signIn('penyusun.bkd', TELEPON)
  await bkd.page.goto('/pengukuran/dki.bkd/2025?triwulan=TW2')
  await bkd.page.locator('.keluaran-baris').first().waitFor()
  await clean(bkd.page, bkd.wrongs)
})
