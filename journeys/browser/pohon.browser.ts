// The pohon kinerja in a real browser: walked by keys, opened, edited, fought over, printed; and on a phone. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const node = (page: Page, kode: string) =>
  page.getByRole('treeitem', { name: new RegExp(`(?<![.\\w])${kode.replaceAll('.', '\\.')}(?![.\\w])`) })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.slice(0, 40) ?? '')
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Simpul pohon kinerja' })

describe('the tree of Jakarta Pusat 2024', () => {
  test('by keyboard alone: down to a kegiatan, its panel, and back; the way to the top is always said', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Pohon kinerja' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pohon kinerja 2024' }).waitFor()
    await clean(page, wrongs)

    await node(page, 'RPD.T1').focus()
    for (const kode of ['RPD.T1.S1', 'T1', 'T1.S1', 'T1.S1.P1', 'T1.S1.P1.K1']) {
      await page.keyboard.press('ArrowRight')
      assert.ok((await focused(page)).includes(kode), `${await focused(page)} is not ${kode}`)
    }
    const way = page.getByRole('navigation', { name: 'Letak dalam pohon' })
    assert.deepEqual(await way.getByRole('listitem').allTextContents(), [
      'Tujuan RPD.T1',
      'Sasaran RPD.T1.S1',
      'Tujuan T1',
      'Sasaran T1.S1',
      'Program T1.S1.P1',
      'Kegiatan T1.S1.P1.K1',
    ])
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    assert.equal(await node(page, 'T1.S1.P1').getAttribute('aria-expanded'), 'false')
    await page.keyboard.press('ArrowDown')
    assert.match(await focused(page), /T1\.S1\.P2/)
    await page.keyboard.press('Home')
    assert.match(await focused(page), /RPD\.T1/)
    await page.keyboard.press('End')
    assert.match(await focused(page), /Statistik|Crosscutting|menyumbang/)

    await node(page, 'T1').focus()
    await page.keyboard.press('Enter')
    const panel = panelOf(page)
    await panel.getByText('104,08').waitFor()
    await panel.getByText('93,93').waitFor()
    assert.equal(new URL(page.url()).searchParams.get('simpul'), 'T1')
    await clean(page, wrongs)
    await panel.getByRole('link', { name: 'Dari mana angka ini?' }).first().click()
    await page.getByRole('dialog', { name: 'Dari mana angka ini?' }).waitFor()
    await page.goBack()
    await panel.getByText('104,08').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  })

  test('search opens what is closed and goes there; an office that contributes leads to its own tree', async () => {
    const { page, wrongs } = await signIn('bappeda')
    await page.goto('/pohon/dki.jakpus/2024')
    await page.getByLabel('Cari dalam pohon').fill('inspektorat')
    await page.getByRole('button', { name: 'Tunjukkan berikutnya' }).click()
    const office = page.getByRole('treeitem', { name: /Inspektorat/ })
    await office.waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Inspektorat'))
    await clean(page, wrongs)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/pohon/dki.inspektorat/2024')
    await page.getByRole('heading', { name: 'Belum ada pohon kinerja untuk 2024' }).waitFor()
    await page.getByRole('heading', { name: 'Kontribusi yang diminta dari kantor ini' }).waitFor()
    await clean(page, wrongs)
    await page
      .getByRole('link', { name: /Jakarta Pusat/ })
      .first()
      .click()
    await panelOf(page).waitFor()
    assert.match(page.url(), /pohon\/dki\.jakpus\/2024\?simpul=/)
  })

  test('one page of A3 is downloaded', async () => {
    const { page } = await signIn('walikota.jakpus')
    await page.goto('/pohon/dki.jakpus/2024')
    await page.getByRole('button', { name: 'Unduh Pohon kinerja 2024' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'PDF' }).click()])
    assert.match(download.suggestedFilename(), /^Pohon Kinerja Tahun 2024.*\.pdf$/)
    assert.equal(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
  })
})

describe('editing', () => {
  test('a node is added with what somebody pastes, moved, given a target, and deleted; why not is said', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/pohon/dki.jakpus/2024?simpul=T1.S1')
    const panel = panelOf(page)
    await panel.getByText(/Belum dapat dihapus\. Simpul T1\.S1 masih punya 5 turunan/).waitFor()
    await panel.getByRole('button', { name: 'Tambah turunan' }).click()
    await clean(page, wrongs)
    const hostile = '<img src=x onerror=alert(1)> =1+1 Meningkatnya ketepatan data'
    await panel.getByLabel('Pernyataan hasil').fill(hostile)
    await panel.getByLabel('Kode').fill('ada spasi')
    await panel.getByRole('button', { name: 'Simpan' }).click()
    await panel.getByRole('alert').waitFor()
    assert.equal(await panel.getByLabel('Pernyataan hasil').inputValue(), hostile)
    await panel.getByLabel('Kode').fill('T1.S1.C1')
    await panel.getByLabel('Cari indikator di kamus').fill('kualitas data')
    await panel.getByRole('checkbox', { name: /Nilai kualitas data SDI/ }).check()
    await panel.getByRole('button', { name: 'Simpan' }).click()
    await panel.getByRole('heading', { name: hostile }).waitFor()
    assert.equal(new URL(page.url()).searchParams.get('simpul'), 'T1.S1.C1')

    await panel.getByRole('button', { name: 'Ubah target SDI' }).click()
    await panel.getByLabel('2025').fill('tiga koma dua lima')
    await panel.getByRole('button', { name: 'Simpan' }).click()
    await panel.locator('.bidang-salah').waitFor()
    await clean(page, wrongs)
    await panel.getByLabel('2025').fill('3,25')
    await panel.getByRole('button', { name: 'Simpan' }).click()
    await panel.getByText('3,25').first().waitFor()

    await panel.getByRole('button', { name: 'Ubah', exact: true }).click()
    await panel.getByLabel('Letak: di bawah').selectOption({ label: 'T1.S1.P4 Program Pemberdayaan Masyarakat Desa Dan Kelurahan' })
    await panel.getByRole('button', { name: 'Simpan' }).click()
    await panel.getByText('RPD.T1 › RPD.T1.S1 › T1 › T1.S1 › T1.S1.P4 › T1.S1.C1').waitFor()

    await panel.getByRole('button', { name: 'Minta kontribusi' }).click()
    await panel.getByLabel('Perangkat daerah atau unit yang diminta').fill('kepegawaian daerah')
    await panel.getByRole('radio', { name: /^Badan Kepegawaian Daerah/ }).check()
    await panel.getByLabel('Kontribusi yang diminta').fill('Menempatkan pengolah data.')
    await clean(page, wrongs)
    await panel.getByRole('button', { name: 'Simpan' }).click()
    await panel.getByText('Crosscutting, menunggu jawaban').waitFor()

    const asked = await signIn('kepala.bkd')
    await asked.page.goto('/pohon/dki.bkd/2025')
    await asked.page.getByRole('button', { name: 'Terima' }).click()
    await asked.page.getByText('Crosscutting, diterima').last().waitFor()
    await clean(asked.page, asked.wrongs)

    await page.reload()
    await panel.getByText(/sudah diterima oleh Badan Kepegawaian Daerah.*Tarik dahulu permintaannya/).waitFor()
    await panel.getByRole('button', { name: 'Tarik permintaan' }).click()
    await panel.getByText('Belum ada kontribusi yang diminta.').waitFor()
    await panel.getByRole('button', { name: 'Hapus simpul' }).click()
    await page.getByRole('dialog', { name: 'Hapus simpul T1.S1.C1?' }).getByRole('button', { name: 'Hapus simpul' }).click()
    await panel.waitFor({ state: 'detached' })
    assert.equal(await node(page, 'T1.S1.C1').count(), 0)
    assert.deepEqual(wrongs, [])
  })

  test('two tabs: whoever is second sees both versions and loses nothing', async () => {
    const { page, context, wrongs } = await signIn('penyusun.jakpus')
    const open = async (tab: Page) => {
      await tab.goto('/pohon/dki.jakpus/2024?simpul=T1.S1.P5.K1')
      await panelOf(tab).getByRole('button', { name: 'Ubah', exact: true }).click()
    }
    const other = await context.newPage()
    await open(page)
    await open(other)
    await panelOf(other).getByLabel('Pernyataan hasil').fill('Koordinasi ketertiban umum')
    await panelOf(other).getByRole('button', { name: 'Simpan' }).click()
    await panelOf(other).getByRole('heading', { name: 'Koordinasi ketertiban umum' }).waitFor()
    await panelOf(page).getByLabel('Pernyataan hasil').fill('Koordinasi ketenteraman')
    await panelOf(page).getByRole('button', { name: 'Simpan' }).click()
    await panelOf(page).getByText('Sudah diubah orang lain').waitFor()
    const both = await panelOf(page).locator('.bentrok').first().textContent()
    assert.match(both ?? '', /Koordinasi ketertiban umum.*Koordinasi ketenteraman/)
    await clean(page, wrongs)
    await panelOf(page).getByRole('button', { name: 'Simpan isian saya' }).click()
    await panelOf(page).getByRole('heading', { name: 'Koordinasi ketenteraman' }).waitFor()
  })

  test('the back button asks before it throws away; a lost network keeps what was typed', async () => {
    const { page, context, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/pohon/dki.jakpus/2024')
    await node(page, 'T1.S1.P5').click()
    await panelOf(page).getByRole('button', { name: 'Ubah', exact: true }).click()
    const words = panelOf(page).getByLabel('Pernyataan hasil')
    await words.fill('Program yang sedang ditulis')
    await page.goBack()
    const asks = page.getByRole('dialog', { name: 'Isian belum disimpan' })
    await asks.waitFor()
    await clean(page, wrongs)
    await asks.getByRole('button', { name: 'Lanjut mengisi' }).click()
    await asks.waitFor({ state: 'detached' })
    assert.equal(await words.inputValue(), 'Program yang sedang ditulis')
    await context.setOffline(true)
    await panelOf(page).getByRole('button', { name: 'Simpan' }).click()
    await panelOf(page)
      .getByText(/Sambungan ke server terputus/)
      .waitFor()
    assert.equal(await words.inputValue(), 'Program yang sedang ditulis')
    await context.setOffline(false)
    await panelOf(page).getByRole('button', { name: 'Simpan' }).click()
    await panelOf(page).getByRole('heading', { name: 'Program yang sedang ditulis' }).waitFor()
  })

  test('an office without a tree begins one in two steps; who may not is told who may', async () => {
    const { page, wrongs } = await signIn('bappeda')
    await page.goto('/pohon/dki.bpkd/2025')
    await page.getByLabel('Nama rencana').fill('Renstra BPKD 2025-2029')
    await page.getByLabel('Tahun terakhir').fill('2029')
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByLabel('Pernyataan hasil').fill('Terwujudnya keuangan daerah yang sehat')
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await panelOf(page).getByRole('heading', { name: 'Terwujudnya keuangan daerah yang sehat' }).waitFor()
    await page.keyboard.press('Escape')
    await node(page, 'T1').waitFor()
    const visitor = await signIn('kepala.bkd')
    await visitor.page.goto('/pohon/dki.bpkd/2019')
    await visitor.page.getByText(/Pohon disusun oleh penyusun atau kepala kantor ini/).waitFor()
    await clean(visitor.page, visitor.wrongs)
  })
})

describe('everywhere', () => {
  for (const [name, view] of [
    ['phone', TELEPON],
    ['200 % zoom', { width: 720, height: 450 }],
    ['wide screen', { width: 1920, height: 1080 }],
  ] as const)
    test(`on a ${name}`, async () => {
      const { page, wrongs } = await signIn('walikota.jakpus', view)
      for (const address of ['/pohon/dki.jakpus/2024', '/pohon/dki.bkd/2025', '/pohon/dki.bpsdm/2023', '/pohon/dki.jakpus/2019']) {
        await page.goto(address)
        await page.locator('.kerangka').first().waitFor({ state: 'detached' })
        await clean(page, wrongs)
      }
      await page.goto('/pohon/dki.jakpus/2024')
      if (name === 'phone') {
        await node(page, 'T1').getByRole('button', { name: /^Buka/ }).click()
        await node(page, 'T1.S1').waitFor()
      }
      await node(page, 'RPD.T1').click()
      await panelOf(page).waitFor()
      await clean(page, wrongs)
    })

  test('six hundred nodes open, close and walk without waiting', async () => {
    const { page } = await signIn('bappeda')
    await page.goto('/beranda/dki.jakpus/2024')
    const kinds = ['TUJUAN', 'SASARAN', 'PROGRAM', 'KEGIATAN']
    const made = await page.evaluate(async (jenis) => {
      const plan = '/api/perencanaan/dki.bpad'
      const send = async (method: string, url: string, body: unknown, more = {}) => {
        const headers = { 'content-type': 'application/json', ...more }
        return (await fetch(url, { method, headers, body: JSON.stringify(body) })).json() as Promise<{ id: string }>
      }
      const dokumen = { jenis: 'RENSTRA', nama: 'Renstra', tahunDari: 2025, tahunSampai: 2029 }
      await send('PUT', `${plan}/dokumen/R`, dokumen, { 'if-match': '"0"' })
      let count = 0
      const grow = async (induk: string | null, kode: string, depth: number): Promise<void> => {
        const body = { dokumen: 'R', induk, kode, jenis: jenis[depth], pernyataan: `Meningkatnya hasil ${kode}` }
        const { id } = await send('POST', `${plan}/simpul`, body)
        count++
        if (depth < 3) for (let i = 1; i <= 8; i++) await grow(id, `${kode}.${i}`, depth + 1)
      }
      await grow(null, 'T', 0)
      return count
    }, kinds)
    assert.equal(made, 585)
    await page.goto('/pohon/dki.bpad/2025')
    await node(page, 'T').waitFor()
    const timed = async (work: () => Promise<unknown>) => {
      const begun = performance.now()
      await work()
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      return performance.now() - begun
    }
    const all = await timed(() => page.getByRole('button', { name: 'Buka semua' }).click())
    assert.equal(await page.getByRole('treeitem').count(), 585)
    await node(page, 'T.1.1').focus()
    const key = await timed(() => page.keyboard.press('ArrowDown'))
    assert.ok(all < 4_000 && key < 1_000, `all ${all} ms, a key ${key} ms`)
  })
})
