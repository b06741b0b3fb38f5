// node bin/gambar-panduan.ts: the pictures of the user guide, taken while doing what it says, into gambar/panduan/ (not in git);
// with the word `panduan` into docs/panduan/gambar/, made small for git by ImageMagick.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Locator, Page, Route } from 'playwright-core'
import { draftPk, toSigning } from '../src/perjanjian-kinerja/contoh.testing.ts'
import { byHttp, fillSignIn, SANDI, site } from '../src/web/main/browser.testing.ts'

const KEEP = process.argv[2] === 'panduan'
const OUT = join(import.meta.dirname, KEEP ? '../docs/panduan/gambar' : '../gambar/panduan')
const VIEW = { width: 1280, height: 720 }
/** The example as it stands ten days before quarter II of 2025 is due. */
const HARI = new Date('2025-07-05T03:00:00.000Z')
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** Figures of nobody: what is looked at is how a finding stands beside its cell. */
const LAPORAN = `# LAPORAN KINERJA INSTANSI PEMERINTAH

Badan Kepegawaian Daerah Tahun 2024

## BAB III AKUNTABILITAS KINERJA

Tabel 3.1. Peserta pelatihan menurut bidang

Bidang\tTarget\tRealisasi\tCapaian (%)
Mutasi\t120\t114\t95,00
Pengembangan\t80\t88\t110,00
Kinerja\t50\t45\t92,00
Jumlah\t250\t257\t102,80

Dari 250 orang yang direncanakan, 257 orang mengikuti pelatihan.

Tabel 3.2. Anggaran dan realisasi

Program\tAnggaran (Rp)\tRealisasi (Rp)\tSerapan (%)
Kepegawaian Daerah\t1.250.000.000\t1.187.500.000\t95,00
Penunjang Urusan Pemerintahan\t750.000.000\t690.000.000\t92,00
Jumlah\t2.000.000.000\t1.877.500.000\t93,88
`

test('gambar panduan', { timeout: 300_000 }, async () => {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const { visitor } = await site(HARI)

  /** A browser on that day: it would forget a cookie whose day has passed, and reads the day in the answers. */
  const come = async () => {
    const { page, context } = await visitor(VIEW)
    await context.clock.setFixedTime(HARI)
    await context.route('**/api/sesi', async (route) => {
      const response = await route.fetch()
      const { 'set-cookie': cookie, ...headers } = response.headers()
      const kept = cookie ? { 'set-cookie': cookie.replace(/ Expires=[^;]+;/, '') } : {}
      await route.fulfill({ response, headers: { ...headers, ...kept, date: HARI.toUTCString() } })
    })
    await page.goto('/')
    await page.getByRole('button', { name: 'Masuk', exact: true }).waitFor()
    return page
  }
  const signIn = async (username: string) => {
    const page = await come()
    await fillSignIn(page, username)
    await page.getByRole('button', { name: /^Akun / }).waitFor()
    return page
  }
  type Cut = { readonly height?: number; readonly margin?: number }
  /** What is seen in the window, or the first `height` of it, or one part of the page with a margin. */
  const shot = async (name: string, of: Page | Locator, { height = VIEW.height, margin = 0 }: Cut = {}) => {
    const path = join(OUT, `${name}.png`)
    const page = 'keyboard' in of ? of : of.page()
    await page.waitForTimeout(300) // a panel that is still moving
    const box = 'keyboard' in of ? { x: 0, y: 0, width: VIEW.width, height } : await of.boundingBox()
    if (!box) throw new Error(`${name}: not on the page`)
    const { x, y, width, height: tall } = box
    await page.screenshot({ path, clip: { x: x - margin, y: y - margin, width: width + 2 * margin, height: tall + 2 * margin } })
    if (KEEP) execFileSync('convert', [path, '-strip', '+dither', '-colors', '128', `png8:${path}`])
  }
  const open = async (page: Page, url: string) => {
    await page.goto(url)
    await page.locator('h1').waitFor()
    await page.locator('.kerangka').first().waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
  }
  const button = (of: Page | Locator, name: string | RegExp) => of.getByRole('button', { name, exact: typeof name === 'string' })
  const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
  const top = (of: Locator, above = 90) =>
    of.evaluate((e, y) => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - y), above)

  const bappeda = await signIn('bappeda')
  const administrator = await signIn('administrator')
  const penyusun = await signIn('penyusun.bkd')
  const kepala = await signIn('kepala.bkd')
  const walikota = await signIn('walikota.jakpus')

  // Administrasi
  await bappeda.evaluate(() =>
    fetch('/api/periode/2025-TW2', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"0"' },
      body: JSON.stringify({ status: 'TERBUKA', batas: '2025-07-15' }),
    }),
  )
  await open(bappeda, '/administrasi/periode?tahun=2025')
  await shot('periode', bappeda)
  await open(administrator, '/administrasi/akun?akun=bpkd')
  await button(administrator, 'Atur ulang kata sandi').click()
  await button(dialog(administrator, /^Atur ulang kata sandi/), 'Atur ulang kata sandi').click()
  const once = dialog(administrator, 'Kata sandi sekali pakai')
  const sandi = (await once.locator('code').textContent()) ?? ''
  await shot('kata-sandi-sekali-pakai', once)
  await button(once, 'Sudah saya catat').click()
  await open(administrator, '/administrasi/unit-kerja?cari=gambir')
  await shot('organisasi', administrator)

  // Hari pertama
  const tamu = await come()
  await shot('masuk', tamu)
  await fillSignIn(tamu, 'bpkd', sandi)
  await button(tamu, 'Simpan kata sandi').waitFor()
  await shot('kata-sandi-pertama', tamu)

  await open(penyusun, '/beranda/dki.bkd/2025')
  await shot('beranda', penyusun)
  await button(penyusun, /^Perangkat daerah/).click()
  await penyusun.getByLabel('Cari nama').fill('gambir')
  await button(penyusun, /^Kecamatan Gambir/).waitFor()
  await shot('pilih-kantor', penyusun)
  await penyusun.keyboard.press('Escape')
  await penyusun.getByRole('dialog').waitFor({ state: 'detached' })
  await penyusun.keyboard.press('Control+k')
  await penyusun.getByRole('combobox', { name: /^Cari unit kerja/ }).fill('kepuasan')
  await penyusun.getByRole('option').nth(2).waitFor()
  await shot('cari', penyusun)
  await penyusun.keyboard.press('Escape')
  await button(penyusun, /^Akun /).click()
  await shot('menu-akun', penyusun.locator('.akun'))

  // Mengisi triwulan
  await open(penyusun, '/pengukuran/dki.bkd/2025?triwulan=TW2')
  await shot('triwulan', penyusun)
  await open(penyusun, '/pengukuran/dki.bkd/2025/TLHP?triwulan=TW2')
  await shot('lembar', penyusun)
  await penyusun.getByLabel('selesai', { exact: true }).fill('11')
  await penyusun.getByLabel('sisa', { exact: true }).fill('40')
  await penyusun.locator('.lembar-hasil-utama').getByText('30,56').waitFor()
  await penyusun.setViewportSize({ ...VIEW, height: 960 })
  await top(penyusun.locator('.lembar-dua'), 76)
  await shot('isian', penyusun, { height: 820 })
  await penyusun.context().setOffline(true)
  await button(penyusun, 'Simpan').click()
  await button(penyusun, 'Coba simpan lagi').waitFor()
  await shot('jaringan-putus', penyusun.locator('.lembar-masalah'))
  await penyusun.context().setOffline(false)
  await button(penyusun, 'Coba simpan lagi').click()
  await penyusun.getByText(/^Tersimpan \d\d/).waitFor()
  await penyusun
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'Contoh rekap tindak lanjut.pdf', mimeType: 'application/pdf', buffer: PDF })
  for (const [label, text] of [
    ['Halaman', '2'],
    ['Tanggal', '2025-07-02'],
    ['Penerbit', 'Inspektorat'],
  ] as const)
    await penyusun.getByLabel(label, { exact: true }).fill(text)
  await button(penyusun, 'Simpan').click()
  await button(penyusun, 'Ajukan').and(penyusun.locator(':enabled')).waitFor()
  await top(penyusun.getByRole('region', { name: 'Bukti' }))
  await shot('bukti', penyusun.getByRole('region', { name: 'Bukti' }), { margin: 16 })
  await button(penyusun, 'Ajukan').click()
  await penyusun.locator('.tahap', { hasText: 'Diajukan' }).waitFor()
  await open(kepala, '/pengukuran/dki.bkd/2025/TLHP?triwulan=TW2')
  await button(kepala, 'Minta perbaikan').click()
  const minta = dialog(kepala, 'Minta perbaikan')
  await minta.getByLabel('Apa yang perlu diperbaiki').fill('Lampirkan rekap bulan Juni yang sudah ditandatangani.')
  await shot('minta-perbaikan', minta)
  await button(minta, 'Minta perbaikan').click()
  await kepala.locator('.tahap', { hasText: 'Draf' }).waitFor()
  await open(penyusun, '/pengukuran/dki.bkd/2025/TLHP?triwulan=TW2')
  await shot('dikembalikan', penyusun, { height: 480 })
  await open(penyusun, '/pengukuran/dki.bkd/2025/KOMBEL?triwulan=TW2')
  await penyusun.getByRole('radio', { name: 'Data belum rilis' }).check()
  await penyusun.getByLabel('Siapa penerbitnya dan kapan perkiraan rilisnya').fill('BPSDM, 20 Juli 2025')
  await top(penyusun.getByRole('region', { name: 'Isian', exact: true }))
  await shot('keadaan', penyusun.getByRole('region', { name: 'Isian', exact: true }), { margin: 16 })
  await button(penyusun, 'Simpan').click()
  await penyusun.getByText(/^Tersimpan \d\d/).waitFor()
  await open(penyusun, '/pengukuran/dki.bkd/2025?triwulan=TW2')
  await penyusun.setViewportSize(VIEW)
  const output = penyusun.locator('.keluaran-baris').first()
  await output.getByLabel(/^Terlaksana/).fill('1')
  await button(output, 'Catatan dan bukti').click()
  await top(penyusun.locator('.keluaran'))
  await shot('output', penyusun)

  // Membaca pohon kinerja
  await open(walikota, '/pohon/dki.jakpus/2024')
  await shot('pohon', walikota)
  await walikota.getByLabel('Cari dalam pohon').fill('inspektorat')
  await button(walikota, 'Tunjukkan berikutnya').click()
  await walikota.waitForFunction(() => document.activeElement?.textContent?.includes('Inspektorat'))
  await walikota.setViewportSize({ ...VIEW, height: 860 })
  await top(walikota.getByLabel('Cari dalam pohon'))
  await shot('pohon-cari', walikota, { height: 860 })
  await walikota.setViewportSize(VIEW)
  await open(walikota, '/pohon/dki.jakpus/2024?simpul=T1')
  await shot('pohon-simpul', walikota)

  // Dari mana angka ini
  await open(walikota, '/capaian/dki.jakpus/2024')
  await shot('capaian', walikota)
  await open(walikota, '/capaian/dki.jakpus/2024?jelaskan=IKL.2024')
  await shot('jelaskan', walikota)
  const panel = dialog(walikota, 'Dari mana angka ini?')
  for (const step of [/Indeks Kepuasan Masyarakat.*98,98/, /Semester I 2024.*98,63/, /Gambir.*94,66/, /Petojo Utara.*82,36/])
    await button(panel, step).click()
  await panel.getByText('Baris 1935').waitFor()
  await button(panel, 'Salin tautan').click()
  await panel.getByText('Tautan tersalin').waitFor()
  await shot('jelaskan-kelurahan', panel)
  await open(walikota, '/capaian/dki.jakpus/2024?jelaskan=IKL.2024')
  await button(walikota, 'Lihat perhitungan dengan bacaan itu').click()
  await panel.getByText('104,09', { exact: true }).waitFor()
  await shot('jelaskan-bacaan', panel)

  // Mengambil dokumen
  await open(walikota, '/capaian/dki.jakpus/2024')
  await button(walikota, 'Unduh Capaian kinerja 2024').click()
  await walikota.getByRole('menuitem').first().waitFor()
  await shot('unduh', walikota, { height: 420 })
  const kept = Promise.withResolvers<Route>()
  await walikota.route('**/api/capaian/*/dokumen?*', (route) => kept.resolve(route))
  await walikota.route('**/api/unduhan/*', (route) => route.fulfill({ json: { tahap: 'MENYUSUN', jumlah: 120 } }))
  await walikota.getByRole('menuitem', { name: 'PDF' }).click()
  await walikota.getByText('Menyusun halaman dari').waitFor()
  await shot('unduh-kemajuan', walikota.locator('.unduh-kartu'))
  await button(walikota, 'Batalkan').click()
  await (await kept.promise).abort().catch(() => {})

  // Menyusun Perjanjian Kinerja
  const cell = (page: Page, line: string, kolom: number) =>
    page.locator('tbody tr').filter({ hasText: line }).first().locator(`[aria-colindex="${kolom}"]`)
  const [merit, TW1, TW2] = ['Indeks sistem merit', 7, 8]
  await open(penyusun, '/perjanjian-kinerja/dki.bkd/2026')
  await button(penyusun, 'Susun dari Perjanjian Kinerja 2025').click()
  await cell(penyusun, merit, TW1).click()
  await penyusun.evaluate(() => navigator.clipboard.writeText('10\t20\r\n15\t25'))
  await penyusun.keyboard.press('Control+v')
  await penyusun.getByText(/^Tersimpan \d\d/).waitFor()
  await button(penyusun, 'Sembunyikan catatan').click()
  await top(penyusun.getByRole('grid'), 130)
  const right = (kolom: number) => cell(penyusun, merit, kolom).evaluate((e) => e.getBoundingClientRect().right)
  await penyusun.mouse.move(700, 400)
  await penyusun.mouse.wheel((await right(TW1 - 1)) - (await right(3)), 0)
  await shot('pk-lembar', penyusun)
  await open(kepala, '/perjanjian-kinerja/dki.bkd/2026')
  for (const [page, text] of [
    [penyusun, '30'],
    [kepala, '35'],
  ] as const) {
    await cell(page, merit, TW2).click()
    await page.keyboard.type(text)
  }
  await penyusun.keyboard.press('Enter')
  await penyusun.getByText(/^Tersimpan \d\d/).waitFor()
  await kepala.keyboard.press('Enter')
  await button(kepala, 'Bandingkan').click()
  await kepala.getByRole('radio', { name: /Versi Anda/ }).check()
  await shot('pk-bentrok', dialog(kepala, 'Sel yang juga diubah orang lain'))

  // Langkah berikutnya: what holds a draft back, and one that came back with its reason
  const steps = (page: Page) => page.getByRole('region', { name: 'Langkah berikutnya' })
  const head = await signIn('kepala.bkd') // the other window keeps its unsaved cell
  await open(head, '/perjanjian-kinerja/dki.bkd/2026')
  await head.setViewportSize({ ...VIEW, height: 1000 })
  await shot('langkah-tertahan', steps(head), { margin: 16 })
  const naskah = await draftPk(byHttp(penyusun).ask, 'dki.bkd', 2027, ['MR', 'KOMBEL'])
  const pk = '/perjanjian-kinerja/dki.bkd/2027'
  await open(head, pk)
  await button(steps(head), 'Ajukan').click()
  await button(dialog(head, 'Ajukan'), 'Ajukan').click()
  await steps(head).locator('[aria-current=step]', { hasText: 'Dihimpun' }).waitFor()

  // Forum: scheduled, advised, and the paper given back with its reason
  const biro = await signIn('biro.pemerintahan')
  await open(biro, pk)
  await steps(biro).getByRole('link', { name: 'Jadwalkan forum' }).click()
  await biro.getByLabel('Hari').fill(HARI.toISOString().slice(0, 10))
  await biro.getByLabel('Tempat').fill('Ruang Pola, Balai Kota')
  await button(biro, 'Jadwalkan').click()
  await biro.getByRole('heading', { name: 'Naskah dan keputusan' }).waitFor()
  const forum = new URL(biro.url()).pathname
  const inspektur = await signIn('inspektur')
  await open(inspektur, forum)
  await button(inspektur, 'Beri saran').click()
  const saran = dialog(inspektur, 'Beri saran')
  await saran.getByLabel('Baris').selectOption({ label: 'Sasaran 1, indikator 1: Indikator contoh 1' })
  await saran.getByLabel('Sarannya').fill('Lengkapi mitigasi risiko bila target triwulan II tidak tercapai.')
  await button(saran, 'Beri saran').click()
  await inspektur.getByText('Inspektur: sudah').waitFor()
  await open(penyusun, pk)
  const mark = penyusun.getByRole('rowheader').filter({ hasText: 'Indikator contoh 1' })
  await mark.locator('summary').click()
  await top(mark, 260)
  await shot('saran-baris', penyusun)
  const asisten = await signIn('asisten.pemerintahan')
  await open(asisten, forum)
  await button(asisten, 'Buka forum').click()
  await button(dialog(asisten, 'Buka forum'), 'Buka forum').click()
  await asisten.getByText(/kehadirannya belum dicatat/).waitFor()
  await button(asisten, 'Catat kehadiran').click()
  await dialog(asisten, 'Catat kehadiran').getByRole('combobox').first().selectOption('SENDIRI')
  await button(dialog(asisten, 'Catat kehadiran'), 'Catat kehadiran').click()
  await asisten.getByRole('cell', { name: 'Hadir tanpa diwakilkan' }).waitFor()
  await button(asisten, /^Kembalikan Perjanjian/).click()
  await dialog(asisten, /^Kembalikan/)
    .getByLabel('Alasannya')
    .fill('Jelaskan mengapa target triwulan IV sama dengan tahun lalu.')
  await button(dialog(asisten, /^Kembalikan/), 'Kembalikan').click()
  await asisten.getByText('Dikembalikan untuk diperbaiki').waitFor()
  await asisten.setViewportSize({ ...VIEW, height: 1100 })
  await shot('forum', asisten, { height: 1100 })
  await button(asisten, 'Tutup forum').click()
  await button(dialog(asisten, 'Tutup forum'), 'Tutup forum').click()
  await button(asisten, 'Tetapkan notulen').click()
  await button(dialog(asisten, 'Tetapkan notulen'), 'Tetapkan notulen').click()
  await asisten.getByText('Semua langkah sudah selesai.').waitFor()
  await open(head, pk)
  await steps(head)
    .getByText(/^Riwayat/)
    .click()
  await shot('langkah', steps(head), { margin: 16 })

  // Tanda tangan: the head in the page, the governor with all that waits, and anybody who looks
  const people = new Map<string, Page>([
    ['biro.pemerintahan', biro],
    ['asisten.pemerintahan', asisten],
  ])
  const person = async (username: string) => {
    const page = people.get(username) ?? (await signIn(username))
    people.set(username, page)
    return byHttp(page)
  }
  people.set('kepala.bkd', head)
  await toSigning(`/api/perjanjian-kinerja/${naskah}`, await person('kepala.bkd'), person, HARI.toISOString().slice(0, 10))
  await open(head, pk)
  await button(steps(head), 'Tanda tangani').click()
  await dialog(head, 'Tanda tangani').getByLabel('Kata sandi Anda').fill(SANDI)
  await shot('tanda-tangani', dialog(head, 'Tanda tangani'), { margin: 16 })
  await button(dialog(head, 'Tanda tangani'), 'Tanda tangani').click()
  const signed = head.getByRole('region', { name: 'Tanda tangan elektronik' })
  await signed.waitFor()
  const gubernur = await signIn('gubernur')
  await open(gubernur, '/tanda-tangan')
  await gubernur.getByLabel('Pilih semua').check()
  await shot('tanda-tangan', gubernur, { height: 560 })
  await button(gubernur, /^Tandatangani/).click()
  await dialog(gubernur, /^Tandatangani/)
    .getByLabel('Kata sandi Anda')
    .fill(SANDI)
  await button(dialog(gubernur, /^Tandatangani/), /^Tandatangani/).click()
  await gubernur.getByText('Tidak ada naskah yang menunggu tanda tangan Anda.').waitFor()
  await open(head, pk)
  const kode = await signed
    .getByRole('link', { name: /verifikasi|keaslian|Periksa/i })
    .first()
    .getAttribute('href')
  const { page: orang } = await visitor(VIEW)
  await open(orang, kode!)
  await orang.getByText('Ditandatangani kedua pihak dan berlaku.').waitFor()
  await shot('verifikasi', orang)

  // Koordinasi dan kalender
  await open(biro, '/koordinasi/2027')
  await shot('koordinasi', biro)
  await open(penyusun, '/kalender/dki.bkd/2025')
  await shot('kalender', penyusun)

  // Menyusun Rencana Aksi
  await open(penyusun, '/rencana-aksi/dki.bkd/2026')
  await button(penyusun, /^Salin dari rencana 2025/).click()
  const first = penyusun
    .getByRole('gridcell')
    .filter({ hasText: /^T\/O1\.1\.1\. / })
    .first()
  await first.click()
  await top(penyusun.getByRole('grid'), 125)
  await penyusun.keyboard.press('Shift+F10')
  await penyusun.getByRole('menuitem').first().waitFor()
  await shot('ra-lembar', penyusun)

  // Memeriksa LKIP: a report with one total and one percentage that do not add up
  await open(penyusun, '/reviu')
  await penyusun.setInputFiles('input[type=file]', {
    name: 'LKIP BKD 2024.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(LAPORAN),
  })
  await penyusun.getByRole('heading', { name: 'LKIP 2024' }).waitFor()
  await penyusun.getByRole('region', { name: 'Temuan' }).getByRole('button').first().click()
  await shot('reviu', penyusun)

  // Memasukkan naskah: an agreement as a file, and what was understood of it
  const [signedPk] = (await (await penyusun.request.get('/api/perjanjian-kinerja?unit=dki.bkd&tahun=2025')).json()).isi
  const docx = await penyusun.request.get(`/api/perjanjian-kinerja/${signedPk.id}/dokumen?format=docx`)
  await open(penyusun, '/impor')
  const mimeType = docx.headers()['content-type']!
  await penyusun.getByLabel('Pilih berkas').setInputFiles({ name: 'PK BKD 2025.docx', mimeType, buffer: await docx.body() })
  await penyusun.getByRole('heading', { name: 'Yang dipahami' }).waitFor()
  await top(penyusun.getByRole('heading', { name: 'Yang dipahami' }), 150)
  await shot('impor', penyusun)

  // Kamus indikator
  await open(walikota, '/kamus/dki.jakpus/2024')
  await shot('kamus', walikota)

  // Menulis rumus: what its inputs mean
  await open(walikota, '/kamus/dki.jakpus/2024/MR/ubah')
  await walikota.getByText('Batas dan pilihan').first().click()
  await top(walikota.getByLabel('Rumus', { exact: true }), 190)
  await shot('rumus-masukan', walikota)
  await open(penyusun, '/kamus/dki.bkd/2025/PDN/ubah')
  const quarters = penyusun.getByText('Triwulan yang dihitung lain')
  await quarters.click()
  await top(quarters, 150)
  await shot('rumus-triwulan', penyusun)
})
after(() => setTimeout(() => process.exit(), 500).unref())
