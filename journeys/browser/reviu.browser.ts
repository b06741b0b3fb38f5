// A paper in the browser: chosen, checked, its findings beside it, decided, mended; refusals that say what to do. At both widths.
// Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { EMPTY_PDF } from '../../src/platform/documents/reading/bad-input.testing.ts'
import { seedsPath } from '../../src/platform/documents/reading/seeds.testing.ts'
import { clean, LEBAR, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const { page, wrongs } = await signIn('penyusun.jakpus')
page.setDefaultTimeout(30_000)

const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content, 'latin1') })
const laporan = (jumlah: string) =>
  `# LAPORAN KINERJA INSTANSI PEMERINTAH\n\nKota Administrasi Jakarta Pusat Tahun 2024\n\nTabel 1. Kegiatan menurut kecamatan\n\nKecamatan\tRencana\tTarget\tRealisasi\nGambir\t5\t10\t20\nMenteng\t6\t15\t25\nJumlah\t11\t${jumlah}\n`
const both = async () => {
  for (const view of [TELEPON, LEBAR]) {
    await page.setViewportSize(view)
    await clean(page, wrongs)
  }
}

describe('a paper is checked', () => {
  test('what cannot be read says what to do, and nothing is kept', async () => {
    await page.goto('/reviu')
    await page.getByRole('heading', { name: 'Belum ada dokumen yang diperiksa' }).waitFor()
    const refused = async (name: string, content: string, says: RegExp) => {
      await page.setInputFiles('input[type=file]', file(name, content))
      await page.getByRole('alert').filter({ hasText: name }).filter({ hasText: says }).waitFor()
    }
    await refused('kosong.txt', '', /kosong/)
    await refused('pindaian.pdf', EMPTY_PDF, /OCR/)
    await refused('tanpa-tahun.txt', 'Laporan kinerja', /Pilih tahunnya/)
    // A refusal is an answer, not a fault of the page.
    wrongs.splice(0, wrongs.length, ...wrongs.filter((w) => !/status of 4(?:00|15)/.test(w)))
    await both()
    assert.equal(await page.getByRole('heading', { name: 'Belum ada dokumen yang diperiksa' }).count(), 1)
  })
  test('its finding stands beside the cell, and leads to it', async () => {
    await page.setInputFiles('input[type=file]', file('lkip.txt', laporan('26\t46')))
    await page.getByRole('heading', { name: 'LKIP 2024' }).waitFor()
    const findings = page.getByRole('region', { name: 'Temuan' })
    await findings
      .getByRole('button', { name: /baris 10: Tabel 1, kolom/ })
      .first()
      .click()
    assert.equal(await page.locator('td.aktif').count(), 1)
    assert.ok((await page.locator('td.aktif-terkait').count()) >= 2)
    const before = await page.locator('td.aktif').innerText()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('td.aktif')?.innerText !== text, before)
    assert.match((await page.evaluate(() => document.activeElement?.className)) ?? '', /temuan-kepala/)
    await clean(page, wrongs)
  })
  test('a decision needs its reason, and stays when the mended paper is checked', async () => {
    await page.getByRole('button', { name: 'Tolak', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Tolak', exact: true }).click()
    await dialog.getByText('Alasan belum diisi.').waitFor()
    await dialog.getByLabel('Alasan').fill('Satu kegiatan lintas kecamatan.')
    await dialog.getByRole('button', { name: 'Tolak', exact: true }).click()
    await page.locator('.temuan-diputus').getByText('Satu kegiatan lintas kecamatan.').waitFor()
    await page.goto('/reviu')
    await page.setInputFiles('input[type=file]', file('lkip-2.txt', laporan('25\t46')))
    await page.getByText('Sudah diperbaiki (1)').waitFor()
    await page.locator('.temuan-putusan').getByText('Ditolak').waitFor()
    await clean(page, wrongs)
  })
  test('on a phone the findings come first, and one leads to its place and back', async () => {
    await page.setViewportSize(TELEPON)
    assert.equal(await page.locator('.kertas').isVisible(), false)
    await page.locator('.temuan-kepala').first().click()
    await page.getByRole('button', { name: 'Lihat di naskah' }).click()
    await page.locator('td.aktif').waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Ke daftar temuan' }).click()
    assert.equal(await page.locator('.temuan-kepala').first().isVisible(), true)
    await clean(page, wrongs)
    await page.setViewportSize(LEBAR)
  })
  test('a paper without findings can be read on a phone', async () => {
    await page.goto('/reviu')
    await page.setViewportSize(TELEPON)
    await page.setInputFiles('input[type=file]', file('lkip-3.txt', laporan('25\t45')))
    await page.getByRole('heading', { name: 'Tidak ada temuan' }).waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Baca naskah' }).click()
    await page.locator('.kertas').getByText('Gambir').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Temuan berikutnya' }).count(), 0)
    await clean(page, wrongs)
    await page.setViewportSize(LEBAR)
  })
  test('a merged cell is drawn once, and every figure below the name of its column', async () => {
    const rows = [
      '<tr><th rowspan="2">Kecamatan</th><th colspan="2">Tahun 2023</th><th rowspan="2">Satuan</th></tr><tr><th>Target</th><th>Realisasi</th></tr>',
      '<tr><td rowspan="2">Gambir</td><td>10</td><td>20</td><td>Kegiatan</td></tr><tr><td>11</td><td>21</td><td>Orang</td></tr>',
      '<tr><td rowspan="2">Gambir</td><td>12</td><td>22</td><td>Kegiatan</td></tr><tr><td>13</td><td>23</td><td>Orang</td></tr>',
    ]
    const paper = `<!doctype html><h1>Laporan Kinerja</h1><p>Kota Administrasi Jakarta Pusat Tahun 2023</p><table>${rows.join('')}</table>`
    await page.goto('/reviu')
    await page.setInputFiles('input[type=file]', { name: 'lkip.html', mimeType: 'text/html', buffer: Buffer.from(paper) })
    await page.locator('.kertas table').waitFor()
    const table = page.locator('.kertas table')
    for (const [text, times] of [['Kecamatan', 1], ['Tahun 2023', 1], ['Satuan', 1], ['Gambir', 2]] as const) // biome-ignore format: a table
      assert.equal(await table.locator('th, td').filter({ hasText: text }).count(), times, text)
    const left = async (text: string) =>
      (await table
        .locator('th, td')
        .filter({ hasText: new RegExp(`^${text}`) })
        .first()
        .boundingBox())!.x
    for (const [
      name,
      below,
    ] of [['Target', ['Tahun 2023', '10', '11', '13']], ['Realisasi', ['20', '23']], ['Satuan', ['Kegiatan', 'Orang']]] as const) // biome-ignore format: a table
      for (const text of below) assert.equal(await left(text), await left(name), `${text} below ${name}`)
    await both()
    await page.setViewportSize(LEBAR)
  })
  test('JSON, SARIF and the file itself are in the download menu; the rules have a page', async () => {
    await page.getByRole('button', { name: 'Unduh Hasil reviu' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /^SARIF/ }).click()])
    assert.match(download.suggestedFilename(), /\.reviu\.sarif$/)
    await page.goto('/reviu/aturan')
    await page.getByRole('heading', { name: 'TABEL-JUMLAH', exact: true }).waitFor()
    await both()
    await page.goto('/reviu')
    await page.getByRole('link', { name: 'LKIP 2024' }).first().waitFor()
    await both()
  })
})

describe('whose paper is brought', () => {
  test('an inspector who heads an office as well finds another one', async () => {
    const inspector = await signIn('inspektur')
    await inspector.page.goto('/reviu')
    const place = inspector.page.getByRole('region', { name: 'Periksa dokumen' })
    await place.getByText('Inspektorat').first().waitFor()
    await place.getByRole('button', { name: /Ganti/ }).click()
    await place.getByRole('searchbox').fill('Jakarta Pusat')
    await place.getByRole('button', { name: /^Kota Administrasi Jakarta Pusat/ }).click()
    await inspector.page.setInputFiles('input[type=file]', file('lkip.txt', laporan('26\t46')))
    await inspector.page.getByText(/^Kota Administrasi Jakarta Pusat · lkip\.txt/).waitFor()
    await clean(inspector.page, inspector.wrongs)
  })
})

describe('a real report of 350 KB', { skip: seedsPath ? false : 'the seeds are not here (SELARAS_SEEDS)' }, () => {
  test('stands there whole, and its findings lead through it', async () => {
    await page.goto('/reviu')
    const name = readdirSync(seedsPath!).find((n) => n.startsWith('003'))!
    await page.setInputFiles('input[type=file]', join(seedsPath!, name))
    await page.waitForURL(/\/reviu\/[0-9a-f-]{36}/)
    await page.waitForFunction(() => document.querySelectorAll('.blok').length > 500)
    // So that it scrolls without stutter: what is far from the window is not laid out.
    const near = () => page.evaluate(() => [...document.querySelectorAll('.blok > *')].filter((b) => b.checkVisibility({ contentVisibilityAuto: true })).length) // biome-ignore format: a question
    assert.ok((await near()) < 150, `${await near()} parts are laid out`)
    await page.locator('.temuan-kepala').first().click()
    const spot = page.locator('.aktif').first()
    await spot.waitFor()
    await page.waitForFunction(() => {
      const box = document.querySelector('.aktif')!.getBoundingClientRect()
      return box.top >= 0 && box.bottom <= innerHeight
    })
    await clean(page, wrongs)
  })
})
