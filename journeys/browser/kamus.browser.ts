// The dictionary in a real browser: read, try, write a formula, see what it would change, save it, and be in each other's way.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const ready = (page: Page) => page.locator('.kerangka').first().waitFor({ state: 'detached' })
const editor = (page: Page) => page.getByRole('textbox', { name: 'Rumus', exact: true })

describe('the dictionary is read', () => {
  test('an indicator is found by a word, opened, and its number followed to its explanation', async () => {
    const { page, wrongs } = await signIn('walikota.jakpus')
    await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kamus' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kamus indikator 2024' }).waitFor()
    await page.getByText('45 dari 45 indikator').waitFor()
    await page.getByLabel('Cari nama').fill('kegiatan kemasyarakatan')
    await page.getByRole('radio', { name: 'Dihitung dengan rumus' }).check()
    await page.getByText('1 dari 45 indikator').waitFor()
    await clean(page, wrongs)
    await page.getByRole('link', { name: /^Indeks Kepuasan Masyarakat terhadap layanan/ }).click()
    await page.getByRole('heading', { level: 1, name: /^Indeks Kepuasan Masyarakat/ }).waitFor()
    await page.getByText('Rata-rata dari (rata-rata dari kelurahan[nilai] per kelurahan[kecamatan])').waitFor()
    await page.getByRole('link', { name: 'Dari mana angka 2024?' }).waitFor()
    await page.getByRole('link', { name: 'Indeks Kepuasan Layanan Kota Administrasi' }).waitFor()
    await page.getByRole('button', { name: 'Jalankan kasus uji' }).click()
    await page.getByText(/^(\d+) dari \1 kasus cocok/).waitFor()
    await clean(page, wrongs)
    await page.getByRole('link', { name: 'Dari mana angka 2024?' }).click()
    await page.getByRole('dialog', { name: 'Dari mana angka ini?' }).getByText('98,98').first().waitFor()
  })

  test('the ways of computing an achievement are tried with any figures, and a text is not a figure', async () => {
    const { page, wrongs } = await signIn('walikota.jakpus')
    await page.goto('/kamus/dki.jakpus/2024/IKM')
    const row = (name: RegExp) => page.getByRole('row', { name })
    await row(/^Dua kali target.*80,00/).waitFor()
    await row(/^Target dibagi realisasi.*83,33/).waitFor()
    await row(/^Selisih.*-20,00/).waitFor()
    await row(/dipakai indikator ini.*120,00/).waitFor()
    await page.getByLabel('Realisasi', { exact: true }).fill('<b>dua</b>')
    await page.getByText('tidak dapat dibaca sebagai angka').waitFor()
    await page.getByLabel('Realisasi', { exact: true }).fill('8')
    await row(/^Dua kali target.*120,00/).waitFor()
    await clean(page, wrongs)
  })

  test('two versions are compared part by part, and an indicator that is not there helps on', async () => {
    const { page, wrongs } = await signIn('bappeda')
    await page.goto('/kamus/dki.jakpus/2024/KOMPUB')
    await page.getByRole('combobox', { name: 'Bandingkan' }).waitFor()
    await page.locator('.kamus-beda li').first().waitFor()
    await clean(page, wrongs)
    await page.goto('/kamus/dki.jakpus/2024/TIADA')
    await page.getByRole('heading', { level: 1, name: 'Indikator TIADA tidak ada' }).waitFor()
    await clean(page, wrongs)
  })

  test('who may not change it is not offered to, and the document comes as a file', async () => {
    const { page, wrongs } = await signIn('kepala.bkd')
    await page.goto('/kamus/dki.jakpus/2024')
    await ready(page)
    assert.equal(await page.getByRole('link', { name: 'Tambah indikator' }).count(), 0)
    await page.goto('/kamus/dki.jakpus/2024/IKM/ubah')
    await page.getByText('Kamus kantor ini diubah oleh').waitFor()
    await page.goto('/kamus/dki.bkd/2025/MERIT')
    await page.getByRole('button', { name: 'Unduh Lembar indikator MERIT' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'PDF' }).click()
    assert.match((await coming).suggestedFilename(), /^Kamus Indikator MERIT Tahun 2025.*\.pdf$/)
    assert.deepEqual(wrongs, [])
  })
})

describe('a formula is written', () => {
  test('every bad formula says where and how to mend it', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/kamus/dki.jakpus/2024/IKL/ubah')
    await page.getByRole('radio', { name: 'Rumus sendiri' }).check()
    for (const [rumus, said] of [
      ['AVERGE(a)', /Baris 1, kolom 1:.*Mungkin maksudnya AVERAGE/],
      ['(a + b', /Baris 1, kolom 7:/],
      ['a +\n× 2', /Baris 2, kolom 1:.*Tulis \*/],
      ['= a', /Hapus tanda "="/],
      ['a = "bel', /tidak ditutup/],
      ['1.234.567', /tidak sah/],
      ['INDIKATOR("IKM") * 20% + INDIKATOR("IEK") * 70%', /Bobot berjumlah 90%/],
      ['INDIKATOR("IKN")', /Indikator "IKN" tidak ada/],
      ['<img src=x onerror=alert(1)>', /Baris 1, kolom 1:/],
      ['('.repeat(200), /bertingkat lebih dari 100/],
      ['a'.repeat(10_001), /terlalu panjang/],
    ] as const) {
      await editor(page).fill(rumus)
      await page.locator('.editor-masalah').getByText(said).first().waitFor()
    }
    await editor(page).fill('AVERGE(a)')
    await clean(page, wrongs)
  })

  test('the units of the formula’s own inputs are declared beneath it, and rupiah plus percent is told at once', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/kamus/dki.jakpus/2024/IKL/ubah')
    await page.getByRole('radio', { name: 'Rumus sendiri' }).check()
    await editor(page).fill('belanja + serapan')
    const input = (nama: string) => page.getByRole('group', { name: nama })
    await input('belanja').getByLabel('Satuan').fill('Rupiah')
    await input('serapan').getByLabel('Satuan').fill('Persen')
    await page
      .locator('.editor-masalah')
      .getByText(/Baris 1, kolom 11:.*persen tidak dapat ditambahkan pada rupiah/)
      .waitFor()
    await clean(page, wrongs)
    await editor(page).fill('belanja / pagu * 100')
    const strange = page
      .locator('.editor-masalah')
      .getByText(/"pagu" tidak dikenal.*Bila memang masukan baru, isi arti atau satuannya/)
    await strange.waitFor()
    await input('pagu').getByLabel('Satuan').fill('Rupiah')
    await strange.waitFor({ state: 'detached' })
    await input('belanja').getByLabel('Arti').fill('belanja yang terserap')
    await input('belanja').getByText('Batas dan pilihan').click()
    await input('belanja').getByLabel('Batas terendah').fill('0')
    await input('belanja').getByLabel('Bagian dari').selectOption('pagu')
    await input('pagu').getByText('Batas dan pilihan').click()
    await input('pagu').getByLabel('Batas terendah').fill('5')
    await input('pagu').getByLabel('Batas tertinggi').fill('4')
    await clean(page, wrongs)
    await page.setViewportSize(TELEPON)
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Lihat yang akan berubah' }).click()
    await input('pagu').getByText('Batas tertinggi pagu lebih kecil daripada batas terendahnya').waitFor()
    await input('pagu').getByLabel('Batas tertinggi').fill('')
    await page.getByRole('button', { name: 'Lihat yang akan berubah' }).click()
    await page.getByText('belanja: belanja yang terserap; satuan Rupiah; tidak lebih dari pagu').waitFor()
    await clean(page, wrongs)
  })

  test('by keyboard: a name is completed, the formula is tried on the data of the office, and what would change is shown', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/kamus/dki.jakpus/2024/IKM/ubah')
    await page.getByRole('radio', { name: 'Rumus sendiri' }).check()
    await editor(page).focus()
    await page.keyboard.type('MI')
    const choices = page.getByRole('listbox', { name: 'Pilihan untuk melengkapi rumus' })
    await choices.waitFor()
    await clean(page, wrongs)
    await page.keyboard.press('Enter')
    await page.keyboard.type('kel')
    await page.keyboard.press('Tab')
    assert.equal(await editor(page).inputValue(), 'MIN(kelurahan[')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('ni')
    await page.keyboard.press('Enter')
    await page.keyboard.type('])')
    assert.equal(await editor(page).inputValue(), 'MIN(kelurahan[nilai])')
    await page.getByText('Nilai terkecil dari kelurahan[nilai]').first().waitFor()
    await page.getByLabel('Ambil data dari').selectOption('2024-S1')
    await page.locator('.kamus-hasil').getByText('82,36').first().waitFor()
    await page.getByText('Nilai yang berlaku: 98,63').waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Lihat yang akan berubah' }).click()
    await page.getByRole('heading', { name: 'Yang akan berubah' }).waitFor()
    await page.getByText('Versi 1 berakhir 31 Desember 2023.').waitFor()
    await page.getByText('Indikator yang ikut terpengaruh: IKL').waitFor()
    await page.getByRole('row', { name: /^IKM, Semester I 2024 98,63 .* 82,36 / }).waitFor()
    await page.getByRole('row', { name: /^IKL, 2024 / }).waitFor()
    await clean(page, wrongs)

    await page.getByRole('link', { name: 'Semua indikator' }).click()
    const asked = page.getByRole('dialog', { name: /belum disimpan/ })
    await asked.waitFor()
    await clean(page, wrongs)
    await asked.getByRole('button', { name: 'Lanjutkan mengisi' }).click()
    assert.equal(await editor(page).inputValue(), 'MIN(kelurahan[nilai])')
  })
})

describe('a version is saved', () => {
  test('what is lacking is said at its field; HTML stays text; a lost network loses nothing', async () => {
    const { page, context, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/kamus/dki.jakpus/2025/baru')
    await page.getByLabel('Kode').fill('UJI_LAYANAN')
    await page.getByLabel('Nama indikator').fill('<script>alert("x")</script> Layanan =1+1')
    await page.getByLabel('Satuan').fill('Persen')
    await page.getByRole('button', { name: 'Lihat yang akan berubah' }).click()
    await page.getByRole('alert').waitFor()
    await page.locator('.bidang-salah').getByText('Definisi indikator belum diisi').waitFor()
    await clean(page, wrongs)
    await page.getByLabel('Definisi').fill('x'.repeat(5000))
    await page.getByRole('textbox', { name: 'Sumber data' }).fill('<b>JakSurvei</b>')
    await page.getByRole('radio', { name: 'Rumus sendiri' }).check()
    await editor(page).fill('selesai / semua * 100')
    await page.getByRole('textbox', { name: 'selesai' }).fill('3')
    await page.getByRole('textbox', { name: 'semua' }).fill('0')
    await page.locator('.kamus-hasil').getByText(/nol/).waitFor()
    await page.getByRole('textbox', { name: 'semua' }).fill('4')
    await page.locator('.kamus-hasil').getByText('75,00').waitFor()
    await page.getByRole('button', { name: 'Lihat yang akan berubah' }).click()
    await page.getByText('Versi 1 berlaku sejak 1 Januari 2025.').waitFor()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Simpan indikator' }).click()
    await page.getByText('Sambungan ke server terputus').waitFor()
    assert.equal(await editor(page).inputValue(), 'selesai / semua * 100')
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Coba lagi' }).click()
    await page.getByRole('heading', { level: 1, name: '<script>alert("x")</script> Layanan =1+1' }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/kamus/dki.jakpus/2025/UJI_LAYANAN')
    await clean(page, wrongs)
  })

  test('two tabs: the second sees both versions, and what was typed is not lost', async () => {
    const { page, context, wrongs } = await signIn('penyusun.jakpus')
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto('/kamus/dki.jakpus/2025/SKLM/ubah')
      await tab.getByLabel('Definisi').waitFor()
    }
    const save = async (tab: Page, definisi: string, from: string) => {
      await tab.getByLabel('Definisi').fill(definisi)
      await tab.getByLabel('Berlaku mulai').fill(from)
      await tab.getByRole('button', { name: 'Lihat yang akan berubah' }).click()
      await tab.getByRole('heading', { name: 'Yang akan berubah' }).waitFor()
      await tab.getByRole('button', { name: 'Simpan versi' }).click()
    }
    await save(page, 'Definisi dari layar pertama.', '2025-01-01')
    await page.waitForURL('**/kamus/dki.jakpus/2025/SKLM')
    await save(other, 'Definisi dari layar kedua.', '2026-01-01')
    const both = other.getByRole('dialog', { name: 'Orang lain sudah mengubah indikator ini' })
    await both.getByText('Definisi dari layar pertama.').waitFor()
    await both.getByText('Definisi dari layar kedua.').waitFor()
    assert.deepEqual(await axe(other), [])
    await both.getByRole('button', { name: 'Simpan isian saya' }).click()
    await other.waitForURL('**/kamus/dki.jakpus/2026/SKLM')
    await other.getByText('Definisi dari layar kedua.').first().waitFor()
    assert.deepEqual(wrongs, [])
  })
})

test('every page of the dictionary on a phone', async () => {
  const { page, wrongs } = await signIn('walikota.jakpus', TELEPON)
  for (const path of ['', '/IKM', '/KOMPUB', '/IKL/ubah', '/baru', '/TIADA']) {
    await page.goto(`/kamus/dki.jakpus/2024${path}`)
    await ready(page)
    await clean(page, wrongs)
  }
})
