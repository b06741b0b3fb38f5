// The administrator's year in a real browser: a unit, a person as Plt., an account that signs in once with its password; Bappeda's
// periods; the inspector's trail. And what bad input, two tabs and a lost network come to. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { clean, fillSignIn, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { visitor, signIn } = await site()
const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name, exact: true }).click()
const choose = async (page: Page, label: string, text: string, name: RegExp) => {
  await page.getByRole('searchbox', { name: label, exact: true }).fill(text)
  await page
    .getByRole('list', { name: `Pilihan untuk ${label}` })
    .getByRole('button', { name })
    .click()
}
const gone = (page: Page, dialog: string | RegExp) => page.getByRole('dialog', { name: dialog }).waitFor({ state: 'detached' })

const UNIT = 'Pusat Uji <b>Kinerja</b>'
let password = ''

describe('the administrator', () => {
  test('creates a unit below another, an office in it, and gives it to a new person as Plt.', async () => {
    const { page, wrongs } = await signIn('administrator')
    await menu(page, 'Organisasi')
    await page.getByRole('heading', { level: 1, name: 'Organisasi' }).waitFor()
    await page.getByRole('button', { name: 'Tampilkan unit di bawah Badan Kepegawaian Daerah' }).click()
    await clean(page, wrongs)

    await page.getByRole('button', { name: 'Buat satuan kerja' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Buat satuan kerja' }).click()
    await page.getByText('Nama belum diisi.').waitFor()
    await choose(page, 'Di bawah satuan kerja', 'kepegawaian daerah', /^Badan Kepegawaian Daerah/)
    await page.getByLabel('Nama', { exact: true }).fill(UNIT)
    await page.getByLabel('Kode', { exact: true }).fill('dki.bkd.Pusat Uji')
    await page.getByLabel('Jenis', { exact: true }).selectOption('BIDANG')
    await page.getByRole('dialog').getByLabel('Berdiri sejak').fill('2026-01-01')
    await page.getByRole('dialog').getByRole('button', { name: 'Buat satuan kerja' }).click()
    await page.getByText(/jalur bertitik/).waitFor()
    await clean(page, wrongs)
    await page.getByLabel('Kode', { exact: true }).fill('dki.bkd.pusat-uji')
    await page.getByRole('dialog').getByRole('button', { name: 'Buat satuan kerja' }).click()
    await gone(page, 'Buat satuan kerja')

    await page.getByLabel('Cari nama atau kode').fill('pusat-uji')
    await page.getByRole('button', { name: UNIT }).click()
    const panel = page.getByRole('dialog', { name: UNIT })
    await panel.getByText(/^Komando: Badan Kepegawaian Daerah/).waitFor()
    await clean(page, wrongs)
    await panel.getByRole('button', { name: 'Tambah jabatan' }).click()
    await page.getByLabel('Nama jabatan').fill('Kepala Pusat Uji')
    assert.equal(await page.getByLabel('Kode', { exact: true }).inputValue(), 'kepala-pusat-uji.dki.bkd.pusat-uji')
    await page.getByLabel('Jenjang').selectOption('ADMINISTRATOR')
    await page.getByLabel('Penyusun').check()
    await page.getByLabel('Berdiri sejak').fill('2026-01-01')
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await gone(page, 'Tambah jabatan')

    await panel.getByRole('link', { name: 'Lihat jabatan dan pejabatnya' }).click()
    await page.getByRole('button', { name: 'Kepala Pusat Uji' }).click()
    await page.getByRole('button', { name: 'Tugaskan pegawai' }).click()
    const form = page.getByRole('dialog', { name: /^Tugaskan pegawai/ })
    await form.getByRole('button', { name: 'Belum terdaftar? Daftarkan pegawai baru' }).click()
    await form.getByLabel('Nama lengkap dengan gelar').fill('Contoh: Pelaksana Tugas Uji')
    await form.getByLabel('NIP').fill('19781301 200001 1 001')
    await form.getByText(/bukan tanggal lahir yang mungkin/).waitFor()
    await form.getByLabel('NIP').fill('19781201 200001 1 001')
    await form.getByLabel('Sifat penugasan').selectOption('PLT')
    await form.getByLabel('Mulai bertugas').fill('2026-02-01')
    await form.getByLabel(/^Sampai/).fill('2026-01-01')
    await form.getByRole('button', { name: 'Tugaskan pegawai' }).click()
    await form.getByText('Tanggal akhir penugasan mendahului tanggal awalnya.').waitFor()
    await form.getByLabel(/^Sampai/).fill('')
    await clean(page, wrongs)
    await form.getByRole('button', { name: 'Tugaskan pegawai' }).click()
    await gone(page, /^Tugaskan pegawai/)
    await page.getByRole('button', { name: 'Plt. Contoh: Pelaksana Tugas Uji' }).click()
    await page.getByText('19781201 200001 1 001').waitFor()
    await clean(page, wrongs)
  })

  test('a second acting official for the same office is refused, and the page says who is in the way', async () => {
    const { page, wrongs } = await signIn('administrator')
    await page.goto('/administrasi/pejabat?jabatan=kepala-pusat-uji.dki.bkd.pusat-uji')
    await page.getByRole('button', { name: 'Tugaskan pegawai' }).click()
    await choose(page, 'Pegawai', 'chaidir', /^Chaidir/)
    await page.getByLabel('Sifat penugasan').selectOption('PLH')
    await page.getByRole('dialog').last().getByRole('button', { name: 'Tugaskan pegawai' }).click()
    await page
      .getByText(/Jabatan Plt\. Kepala Pusat Uji sudah dipegang Contoh: Pelaksana Tugas Uji sejak 1 Februari 2026/)
      .waitFor()
    await clean(page, wrongs)
  })

  test('creates an account whose password is shown once; it signs in with it and must choose another', async () => {
    const { page, wrongs } = await signIn('administrator')
    await menu(page, 'Akun')
    await page.getByRole('button', { name: 'Buat akun' }).click()
    await page.getByLabel('Nama pengguna', { exact: true }).fill('plt.uji')
    await page.getByRole('textbox', { name: 'Nama akun' }).fill('Contoh: Plt. Kepala Pusat Uji')
    await choose(page, 'Pegawai', 'pelaksana tugas', /^Contoh: Pelaksana Tugas Uji/)
    await clean(page, wrongs)
    await page.getByRole('dialog').getByRole('button', { name: 'Buat akun' }).click()
    const once = page.getByRole('dialog', { name: 'Kata sandi sekali pakai' })
    password = (await once.locator('code').textContent()) ?? ''
    assert.match(password, /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    await clean(page, wrongs)
    await page.keyboard.press('Escape')
    await once.waitFor()
    await once.getByRole('button', { name: 'Sudah saya catat' }).click()
    await page.getByRole('button', { name: 'plt.uji' }).click()
    const panel = page.getByRole('dialog', { name: 'plt.uji' })
    await panel.getByText('Penyusun').waitFor()
    await panel.getByText('sejak 1 Februari 2026').waitFor()
    await clean(page, wrongs)

    const other = await visitor()
    await other.page.goto('/')
    await fillSignIn(other.page, 'plt.uji', password)
    await other.page.getByRole('heading', { level: 1, name: 'Buat kata sandi Anda sendiri' }).waitFor()
    await other.page.getByLabel('Kata sandi sekali pakai').fill(password)
    await other.page.getByLabel('Kata sandi baru', { exact: true }).fill('kereta malam ke kota')
    await other.page.getByLabel('Ketik sekali lagi').fill('kereta malam ke kota')
    await other.page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await other.page.getByRole('button', { name: /^Akun / }).click()
    await other.page.getByText('Penyusun').waitFor()
  })

  test('the last administrator stays one, and says why', async () => {
    const { page, wrongs } = await signIn('administrator')
    await page.goto('/administrasi/akun?akun=administrator')
    await page.getByRole('button', { name: 'Ubah akun' }).click()
    await page.getByLabel('Administrator sistem').selectOption('tidak')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText(/administrator terakhir yang aktif/).waitFor()
    await clean(page, wrongs)
  })

  test('a unit cannot be moved below itself, nor closed while units stand below it', async () => {
    const { page, wrongs } = await signIn('administrator')
    await page.goto('/administrasi/unit-kerja?unit=dki.jakpus')
    await page.getByRole('button', { name: 'Pindahkan' }).click()
    await choose(page, 'Di bawah satuan kerja', 'kecamatan gambir', /^Kecamatan Gambir/)
    await page.getByRole('dialog', { name: 'Pindahkan' }).getByRole('button', { name: 'Pindahkan' }).click()
    await page.getByText(/garis komando tidak boleh melingkar/).waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Batal' }).click()
    await page.getByRole('button', { name: 'Tinggalkan tanpa menyimpan' }).click()
    await page.getByRole('button', { name: 'Tutup unit' }).click()
    await page
      .getByRole('dialog', { name: /^Tutup unit/ })
      .getByRole('button', { name: 'Tutup unit' })
      .click()
    await page.getByText(/masih membawahi/).waitFor()
    await clean(page, wrongs)
  })

  test('says which office held coordinates an office: found by its role, never left empty by a slip', async () => {
    const { page, wrongs } = await signIn('administrator')
    await page.goto('/administrasi/unit-kerja?unit=dki.jakpus')
    const set = page.getByRole('button', { name: 'Tetapkan koordinator' })
    const form = page.getByRole('dialog', { name: /^Tetapkan koordinator/ })
    await set.click()
    await form.getByLabel('Dasar hukum').fill('Contoh: penugasan')
    await form.getByRole('searchbox', { name: 'Jabatan koordinator' }).fill('kepala')
    await form.getByText(/Tidak ada yang/).waitFor() // no head of office has the role of an Asisten
    await form.getByRole('button', { name: 'Simpan' }).click()
    await form.getByText('Jabatan koordinator belum diisi.').waitFor()
    await clean(page, wrongs)
    await form.getByLabel('Sebagai').selectOption({ index: 1 })
    await choose(page, 'Jabatan koordinator', 'kepala', /^Kepala Biro/)
    await clean(page, wrongs)
    await form.getByRole('button', { name: 'Simpan' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('Contoh: penugasan').waitFor()
    await set.click()
    await form.getByLabel('Sebagai').selectOption({ index: 1 })
    await form.getByLabel('Tidak ada lagi koordinator tersendiri').check()
    await form.getByLabel('Dasar hukum').fill('Contoh: dicabut')
    await form.getByRole('button', { name: 'Simpan' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('Contoh: penugasan').waitFor({ state: 'detached' })
    await clean(page, wrongs)
  })

  test('two tabs: both versions are shown, and nothing typed is lost', async () => {
    const { page, context, wrongs } = await signIn('administrator')
    const rename = async (tab: Page, nama: string) => {
      await tab.goto('/administrasi/unit-kerja?unit=dki.bkd.pusat-uji')
      await tab.getByRole('button', { name: 'Ganti nama' }).click()
      await tab.getByLabel('Nama baru').fill(nama)
    }
    const other = await context.newPage()
    await rename(page, 'Pusat Uji Satu')
    await rename(other, 'Pusat Uji Dua')
    await other.getByRole('button', { name: 'Simpan' }).click()
    await gone(other, 'Ganti nama')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Nama baru: yang tersimpan').waitFor()
    await page.getByText('Pusat Uji Dua').last().waitFor()
    assert.equal(await page.getByLabel('Nama baru').inputValue(), 'Pusat Uji Satu')
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Simpan isian saya' }).click()
    await gone(page, 'Ganti nama')
    await page.getByRole('dialog', { name: 'Pusat Uji Satu' }).waitFor()
    assert.ok((await page.getByText(/^Pusat Uji Dua$/).count()) <= 1)
  })

  test('a lost network keeps what was typed and is tried again by a button; ten thousand letters are no danger', async () => {
    const { page, context, wrongs } = await signIn('administrator')
    await menu(page, 'Pejabat')
    await page.getByRole('button', { name: 'Daftarkan pegawai' }).click()
    await page.getByLabel('Nama lengkap dengan gelar').fill('x'.repeat(10_000))
    assert.equal((await page.getByLabel('Nama lengkap dengan gelar').inputValue()).length, 200)
    await page.getByLabel('Nama lengkap dengan gelar').fill('=1+1 <script>alert(1)</script>')
    await context.setOffline(true)
    await page.getByRole('dialog').getByRole('button', { name: 'Daftarkan pegawai' }).click()
    await page.getByText(/Sambungan ke server terputus/).waitFor()
    await page.goBack()
    await page.getByText('Isian Anda belum disimpan').waitFor()
    await page.getByRole('button', { name: 'Lanjutkan mengisi' }).click()
    assert.equal(await page.getByLabel('Nama lengkap dengan gelar').inputValue(), '=1+1 <script>alert(1)</script>')
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Coba lagi' }).click()
    await gone(page, 'Daftarkan pegawai')
    await page.goto('/administrasi/pejabat?lihat=orang&cari=script')
    await page.getByRole('button', { name: '=1+1 <script>alert(1)</script>' }).waitFor()
    await clean(page, wrongs)
  })
})

describe('periods and the trail', () => {
  test('Bappeda opens a period, sees what is unfilled when closing it, and opens it again with a reason', async () => {
    const { page, wrongs } = await signIn('bappeda')
    await menu(page, 'Periode')
    await page.getByRole('heading', { level: 1, name: /^Periode pengisian/ }).waitFor()
    await page.getByRole('main').getByLabel('Tahun').selectOption('2024')
    await page.getByRole('button', { name: 'Buka Triwulan I 2024' }).click()
    await page.getByLabel('Dibuka mulai').fill('2024-04-15')
    await page.getByLabel('Batas pengisian').fill('2024-04-01')
    await page.getByRole('dialog').getByRole('button', { name: 'Buka', exact: true }).click()
    await page.getByText(/mendahului hari dibukanya \(15 April 2024\)/).waitFor()
    await clean(page, wrongs)
    await page.getByLabel('Dibuka mulai').fill('2024-04-01')
    await page.getByLabel('Batas pengisian').fill('2024-04-15')
    await page.getByRole('dialog').getByRole('button', { name: 'Buka', exact: true }).click()
    await gone(page, /^Buka Triwulan/)
    await page.getByText('Batas sudah lewat').waitFor()
    await page.getByRole('button', { name: 'Tutup Triwulan I 2024' }).click()
    await page
      .getByText(/indikator belum ada nilai/)
      .first()
      .waitFor()
    await clean(page, wrongs)
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup', exact: true }).last().click()
    await gone(page, /^Tutup Triwulan/)
    await page.getByRole('button', { name: 'Buka kembali Triwulan I 2024' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Buka kembali', exact: true }).click()
    await page.getByText('Alasan belum diisi.').waitFor()
    await page.getByLabel('Alasan', { exact: true }).fill('Gangguan jaringan pada 14 April')
    await page.getByRole('dialog').getByRole('button', { name: 'Buka kembali', exact: true }).click()
    await gone(page, /^Buka kembali/)
    await clean(page, wrongs)
  })

  test('the inspector finds these acts, with before and after and the reason, and checks the chain', async () => {
    const { page, wrongs } = await signIn('inspektur')
    await menu(page, 'Jejak audit')
    await page.getByRole('button', { name: 'Periksa rantai' }).click()
    await page.getByText('Rantai utuh').waitFor()
    await page.getByLabel('Perihal').fill('periode/2024-TW1')
    await page.getByText('3 ditampilkan, semuanya.').waitFor()
    await page.getByText('Gangguan jaringan pada 14 April').waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Lihat rincian Periode: buka kembali, periode/2024-TW1' }).click()
    const panel = page.getByRole('dialog', { name: 'Periode: buka kembali' })
    await panel.getByRole('row', { name: 'Status DITUTUP TERBUKA' }).waitFor()
    await panel.getByText('Contoh: Kepala Bappeda').waitFor()
    await clean(page, wrongs)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Unduh XLSX' }).waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Unduh XLSX' }).click()
    assert.match((await file).suggestedFilename(), /\.xlsx$/)
  })

  test('whoever may not is told kindly, and finds the way home', async () => {
    const { page, wrongs } = await signIn('walikota.jakpus')
    assert.equal(
      await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Akun', exact: true }).count(),
      0,
    )
    for (const address of ['/administrasi/akun', '/administrasi/jejak']) {
      await page.goto(address)
      await page.getByRole('heading', { name: 'Halaman ini bukan untuk peran Anda' }).waitFor()
      await clean(page, wrongs)
    }
    await page.goto('/administrasi/unit-kerja')
    await page.getByRole('button', { name: /^Provinsi/ }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Buat satuan kerja' }).count(), 0)
    await page.goto('/administrasi/periode?tahun=2024')
    await page.getByText('Periode dibuka dan dikunci oleh Bappeda').waitFor()
    await clean(page, wrongs)
  })

  test('the rule pack of a day: a form of its year, a method with its vectors, who may do what', async () => {
    const { page, wrongs } = await signIn('bappeda')
    await page.goto('/administrasi/peraturan?tanggal=2024-06-01')
    await page.getByText('DKI_2024').waitFor()
    await page.getByRole('radio', { name: 'Metode' }).check()
    await page.getByRole('button', { name: 'Predikat SAKIP Perangkat Daerah' }).click()
    await page.getByText('nilai 80,95: Memuaskan').waitFor()
    await clean(page, wrongs)
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Wewenang' }).check()
    await page
      .getByRole('row', { name: /^Mengunci pengukuran/ })
      .getByText('Semua')
      .waitFor()
    await clean(page, wrongs)
  })
})

test('every page on a phone, also with its panel open', async () => {
  const { page, wrongs } = await signIn('administrator', TELEPON)
  for (const address of [
    '/administrasi/unit-kerja',
    '/administrasi/unit-kerja?cari=gambir',
    '/administrasi/unit-kerja?unit=dki.jakpus',
    '/administrasi/pejabat',
    '/administrasi/pejabat?jabatan=walikota.dki.jakpus',
    '/administrasi/akun',
    '/administrasi/akun?akun=bappeda',
    '/administrasi/periode?tahun=2024',
    ...['bentuk', 'tenggat', 'metode', 'skala', 'wewenang'].map((b) => `/administrasi/peraturan?bagian=${b}`),
    '/administrasi/jejak',
  ]) {
    await page.goto(address)
    await page.locator('h1').waitFor()
    await page.locator('.kerangka').first().waitFor({ state: 'detached' })
    await clean(page, wrongs)
  }
})
