// One real number in a real browser: from signing in to the kelurahan and its line, and back by a link. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Request } from 'playwright-core'
import { DATA } from '../../src/web/main/alamat.ts'
import { clean, fillSignIn, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { visitor, signIn } = await site()

describe('where does 104,08 come from?', () => {
  test('the walikota walks from the home page to Petojo Utara, and a link leads back to the same view', async () => {
    const { page, context, wrongs } = await visitor()
    await page.goto('/')
    await clean(page, wrongs)
    await fillSignIn(page, 'walikota.jakpus')

    await page.getByRole('heading', { level: 1, name: 'Kinerja 2024' }).waitFor()
    await page.getByText('14 dari 15').waitFor()
    await clean(page, wrongs)

    await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Capaian' }).click()
    const heading = page.getByRole('heading', { level: 1, name: 'Capaian kinerja 2024' })
    await heading.waitFor()
    assert.ok(await heading.evaluate((h) => h === document.activeElement), 'the heading has the focus')
    assert.equal(await page.title(), 'Capaian kinerja 2024 · Selaras')
    await page.locator('.bagan-gambar svg').waitFor()
    await clean(page, wrongs)

    await page
      .getByRole('row', { name: /^Indeks Kepuasan Masyarakat / })
      .getByText('A (Sangat Baik)')
      .waitFor()
    const number = page.getByRole('button', { name: /^Capaian Indeks Kepuasan Layanan Kota Administrasi, 2024: 104,08/ })
    await number.click()
    const panel = page.getByRole('dialog', { name: 'Dari mana angka ini?' })
    await panel.getByText('104,08', { exact: true }).waitFor()
    await panel.getByText('93,93').first().waitFor()
    await panel.getByText(/capaiannya 104,09/).waitFor()
    await clean(page, wrongs)

    for (const step of [/Indeks Kepuasan Masyarakat.*98,98/, /Semester I 2024.*98,63/, /Gambir.*94,66/, /Petojo Utara.*82,36/]) {
      await panel.getByRole('button', { name: step }).click()
      await page.waitForTimeout(100)
      if (/98,/.test(step.source)) await panel.getByText('A (Sangat Baik)', { exact: true }).waitFor()
      await clean(page, wrongs)
    }
    await panel.getByText('82,36', { exact: true }).waitFor()
    await panel.getByText('Baris 1935 naskah 003_7ac1d614aa532084.txt').waitFor()

    await panel.getByRole('button', { name: 'Salin tautan' }).click()
    await panel.getByText('Tautan tersalin').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    assert.match(link, /\/capaian\/dki\.jakpus\/2024\?jelaskan=IKL\.2024&jalur=/)

    const other = await context.newPage()
    await other.goto(link)
    await other.getByRole('heading', { name: 'Petojo Utara' }).waitFor()
    await other.getByText('82,36', { exact: true }).waitFor()
    await other.close()

    for (const name of ['Gambir', 'Semester I 2024', 'IKM 2024', 'IKL 2024']) {
      await page.goBack()
      await panel.getByRole('heading', { level: 3 }).waitFor()
      assert.ok(name)
    }
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    assert.equal(new URL(page.url()).search, '')
  })

  test('by keyboard alone: the number opens with Enter, Escape closes, and the focus is where it was', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/capaian/dki.jakpus/2024')
    const number = page.getByRole('button', { name: /^Capaian Indeks Kepuasan Layanan Kota Administrasi, 2024: 104,08/ })
    await number.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByText('104,08', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('104,08'))
    await page.goto('/beranda/dki.jakpus/2024')
    await page.locator('tbody tr').first().waitFor()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Langsung ke isi halaman' })
    assert.ok(await skip.evaluate((a) => a === document.activeElement))
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'isi')
    assert.deepEqual(wrongs, [])
  })

  test('the other reading of the paper gives 104,09 and says that it is another reading', async () => {
    const { page, wrongs } = await signIn('bappeda')
    await page.goto('/capaian/dki.jakpus/2024?jelaskan=IKL.2024')
    await page.getByRole('button', { name: 'Lihat perhitungan dengan bacaan itu' }).click()
    await page.getByText('104,09', { exact: true }).waitFor()
    await page.getByText('Anda melihat bacaan lain').waitFor()
    await clean(page, wrongs)
  })
})

describe('sessions', () => {
  test('a wrong password is said in a sentence, and the next try works', async () => {
    const { page, wrongs } = await visitor()
    await page.goto('/capaian/dki.jakpus/2024')
    await fillSignIn(page, 'walikota.jakpus', 'bukan kata sandinya')
    await page.getByRole('alert').getByText('Nama pengguna atau kata sandi salah.').waitFor()
    await clean(page, wrongs)
    await fillSignIn(page, 'walikota.jakpus')
    await page.getByRole('heading', { level: 1, name: 'Capaian kinerja 2024' }).waitFor()
  })

  test('signing out ends it; the page asks to sign in again', async () => {
    const { page, wrongs } = await signIn('walikota.jakpus')
    await page.getByRole('button', { name: /^Akun / }).click()
    await page.getByText('Kepala Perangkat Daerah').waitFor()
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Keluar' }).click()
    await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor()
    await page.goto('/beranda/dki.jakpus/2024')
    await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor()
  })

  test('a one-time password must be replaced before anything else, and the new one is checked', async () => {
    const admin = await signIn('administrator')
    const reset = await admin.page.evaluate(async () => (await fetch('/api/pengguna/bpkd/atur-ulang', { method: 'POST' })).json())
    const { page, wrongs } = await visitor()
    await page.goto('/')
    await fillSignIn(page, 'bpkd', (reset as { password: string }).password)
    await page.getByRole('heading', { level: 1, name: 'Buat kata sandi Anda sendiri' }).waitFor()
    await clean(page, wrongs)
    const fill = async (baru: string, ulang = baru) => {
      await page.getByLabel('Kata sandi sekali pakai').fill((reset as { password: string }).password)
      await page.getByLabel('Kata sandi baru', { exact: true }).fill(baru)
      await page.getByLabel('Ketik sekali lagi').fill(ulang)
      await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    }
    await fill('kereta pagi ke kota', 'kereta sore ke kota')
    await page.getByText('Kedua kata sandi baru tidak sama').waitFor()
    await fill('pendek')
    await page.getByRole('alert').waitFor()
    await clean(page, wrongs)
    await fill('kereta pagi ke kota')
    await page.getByRole('button', { name: /^Akun / }).waitFor()
  })

  test('a session that ended is renewed over the page, and what was typed stays', async () => {
    const { page, context, wrongs } = await signIn('walikota.jakpus')
    await page.goto('/capaian/dki.jakpus/2024')
    await page.getByLabel('Cari indikator').fill('kepuasan')
    await context.clearCookies()
    await page.getByRole('button', { name: /^Capaian Indeks Kepuasan Layanan Kota Administrasi/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Sesi Anda telah berakhir' })
    await dialog.waitFor()
    await clean(page, wrongs)
    await dialog.getByLabel('Kata sandi').fill('selaras-contoh')
    await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByText('104,08', { exact: true }).last().waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.getByLabel('Cari indikator').inputValue(), 'kepuasan')
  })
})

describe('everywhere', () => {
  const PAGES = [
    '/beranda/dki.jakpus/2024',
    '/capaian/dki.jakpus/2024',
    '/capaian/dki.jakpus/2023',
    '/beranda/dki.jakpus/2026',
    '/provinsi/2024-TW2',
    '/sandi',
  ]
  for (const [name, view] of [
    ['phone', TELEPON],
    ['200 % zoom', { width: 720, height: 450 }],
    ['wide screen', { width: 1920, height: 1080 }],
  ] as const)
    test(`every page on a ${name}`, async () => {
      const { page, wrongs } = await signIn('walikota.jakpus', view)
      for (const address of PAGES) {
        await page.goto(address)
        await page.locator('.kerangka').first().waitFor({ state: 'detached' })
        await clean(page, wrongs)
      }
      await page.goto('/capaian/dki.jakpus/2024?jelaskan=IKL.2024&jalur=IKM.2024~IKM.2024-S1')
      await page.getByRole('button', { name: /Gambir/ }).waitFor()
      await clean(page, wrongs)
    })

  test('the governor and the administrator, who have no office, begin with the whole province', async () => {
    for (const username of ['gubernur', 'administrator']) {
      const { page, wrongs } = await signIn(username)
      await page.getByRole('heading', { level: 1, name: /^Kinerja provinsi / }).waitFor()
      await clean(page, wrongs)
    }
  })

  test('another office is found by its name, and an address that does not exist helps on', async () => {
    const { page, wrongs } = await signIn('bappeda')
    await page.goto('/capaian/dki.jakpus/2024')
    await page.getByRole('button', { name: /^Perangkat daerah: Kota Administrasi Jakarta Pusat/ }).click()
    await page.getByLabel('Cari nama').fill('kepegawaian daerah')
    await clean(page, wrongs)
    await page.getByRole('button', { name: /^Badan Kepegawaian Daerah/ }).click()
    await page.waitForURL('**/capaian/dki.bkd/2024')
    const answer = await page.goto('/entah/apa')
    assert.equal(answer?.status(), 404)
    await page.getByRole('heading', { level: 1, name: 'Halaman ini tidak ada' }).waitFor()
    await clean(page, wrongs)
    await page.getByRole('link', { name: 'Ke Beranda', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /^Kinerja/ }).waitFor()
  })

  test('the first page brings at most 250 KB of script, compressed', async () => {
    const { page } = await visitor()
    const scripts: Promise<number>[] = []
    page.on('response', (r) => {
      if (r.url().endsWith('.js'))
        scripts.push(
          r
            .request()
            .sizes()
            .then((s) => s.responseBodySize),
        )
    })
    await page.goto('/')
    await fillSignIn(page, 'walikota.jakpus')
    await page.locator('tbody tr').first().waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(scripts)).reduce((a, b) => a + b, 0)
    assert.ok(bytes > 50_000 && bytes <= 250_000, `${bytes} bytes`)
  })

  test('what the server names beside a page is what the page asks for, and is asked for once', async () => {
    const { page } = await signIn('walikota.jakpus')
    const asks = async (path: string, named: boolean) => {
      const asked: string[] = []
      const hear = (r: Request) => r.url().includes('/api/') && asked.push(r.url())
      const itself = ({ pathname }: URL) => pathname === path // and not the address under /api that ends alike
      await page.route(itself, async (route) => {
        const answer = await route.fetch()
        const { link = '', ...headers } = answer.headers()
        assert.match(link, /rel=preload; as=fetch/)
        await route.fulfill({ response: answer, headers: named ? { ...headers, link } : headers })
      })
      page.on('request', hear)
      await page.goto(path)
      await page.locator('.kerangka').first().waitFor({ state: 'detached' })
      await page.waitForLoadState('networkidle')
      page.off('request', hear)
      await page.unroute(itself)
      return asked.sort()
    }
    for (const [alamat, data] of Object.entries(DATA)) {
      const path = alamat.replace(':unit', 'dki.jakpus').replace(/:tahun|:periode/, '2024')
      const alone = await asks(path, false)
      assert.ok(alone.length > data.length, path)
      const early = await asks(path, true)
      assert.deepEqual([...new Set(early)], [...new Set(alone)], path)
      const times = (all: string[], url: string) => all.filter((one) => one === url).length
      for (const url of early) assert.ok(times(early, url) <= times(alone, url), `${path} asks more often for ${url}`)
    }
  })
})
