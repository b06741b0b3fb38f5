// What each role meets first, finding by keyboard, the second language, and a province of 800 offices. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from '../../src/platform/db/database.ts'
import { clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { db, visitor, signIn } = await site()
type Visited = Awaited<ReturnType<typeof visitor>>
const call = (page: Visited['page'], method: string, url: string, body: object, version: number) =>
  page.evaluate(
    async ([m, u, b, v]) =>
      (
        await fetch(u as string, {
          method: m as string,
          headers: { 'content-type': 'application/json', 'if-match': `"${v}"` },
          body: JSON.stringify(b),
        })
      ).status,
    [method, url, body, version] as const,
  )

describe('each role begins with what is due', () => {
  before(async () => {
    const bappeda = await signIn('bappeda')
    const opened = await call(bappeda.page, 'PUT', '/api/periode/2025-TW1', { status: 'TERBUKA', batas: '2025-04-15' }, 0)
    assert.equal(opened, 200)
    await bappeda.context.close()
  })
  const due: readonly [username: string, heading: RegExp, sentence: RegExp][] = [
    ['penyusun.bkd', /^Kinerja /, /^Terlambat.*Realisasi Triwulan I 2025 belum diisi untuk \d+ indikator\./],
    ['kepala.bkd', /^Kinerja /, /Realisasi Triwulan I 2025 belum diisi untuk \d+ indikator\./],
    ['inspektur', /^Kinerja /, /Perjanjian Kinerja \d{4} belum disusun/],
    ['bappeda', /^Kinerja /, /Triwulan I 2025 perlu ditutup: \d+ perangkat daerah belum selesai mengisi\./],
    ['gubernur', /^Kinerja provinsi /, /Tidak ada yang menunggu Anda hari ini\./],
    ['administrator', /^Kinerja provinsi /, /Tidak ada yang menunggu Anda hari ini\./],
  ]
  for (const [username, heading, sentence] of due)
    test(username, async () => {
      const visited = await signIn(username)
      await visited.page.getByRole('heading', { level: 1, name: heading }).waitFor()
      const section = visited.page.getByRole('region', { name: 'Yang perlu Anda kerjakan' })
      await section.locator('p').filter({ hasText: sentence }).first().waitFor()
      await clean(visited.page, visited.wrongs)
      await visited.page.setViewportSize(TELEPON)
      await clean(visited.page, visited.wrongs)
      await visited.context.close()
    })

  test('the head reads with whom it waits, and the deadline', async () => {
    const visited = await signIn('kepala.bkd')
    await visited.page.getByRole('heading', { name: 'Sedang menunggu pihak lain' }).waitFor()
    await visited.page.getByText('Menunggu Penyusun').first().waitFor()
    await visited.page.getByText('Batas 15 April 2025').first().waitFor()
    await visited.context.close()
  })

  test('a lost connection says so and tries again', async () => {
    const visited = await signIn('penyusun.bkd')
    await visited.page.route('**/api/tugas', (route) => route.abort())
    await visited.page.reload()
    const alert = visited.page.getByRole('alert').filter({ hasText: 'Sambungan ke server terputus' })
    await alert.waitFor()
    await visited.page.unroute('**/api/tugas')
    await alert.getByRole('button', { name: 'Coba lagi' }).click()
    await visited.page.getByText(/Realisasi Triwulan I 2025 belum diisi/).waitFor()
    await visited.context.close()
  })
})

describe('search', () => {
  test('by keyboard: opened with /, chosen with the arrows, opened with Enter; Escape gives the focus back', async () => {
    const visited = await signIn('bappeda')
    const { page } = visited
    await page.goto('/capaian/dki.jakpus/2024')
    await page.locator('tbody tr').first().waitFor()
    await page.keyboard.press('/')
    const field = page.getByRole('combobox', { name: /^Cari unit kerja/ })
    await field.waitFor()
    assert.ok(await field.evaluate((e) => e === document.activeElement))
    await clean(visited.page, visited.wrongs)
    await page.keyboard.type('kepuasan kota')
    const chosen = page.getByRole('option', { selected: true })
    await page.getByRole('group', { name: 'Indikator' }).getByRole('option').first().waitFor()
    await page.getByText(/^\d+ hasil\.$/).waitFor({ state: 'attached' })
    await clean(visited.page, visited.wrongs)
    const first = await chosen.textContent()
    await page.keyboard.press('ArrowDown')
    assert.notEqual(await chosen.textContent(), first)
    await page.keyboard.press('ArrowUp')
    assert.equal(await chosen.textContent(), first)
    assert.equal(await field.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Dari mana angka ini?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Cari', exact: true }).click()
    await field.waitFor()
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await field.fill('perjanjian tidak pernah ada')
    await page.getByText(/^Tidak ada yang cocok/).waitFor()
    await clean(visited.page, visited.wrongs)
    await page.keyboard.press('Escape')
    await page.getByLabel('Cari indikator').fill('a/b')
    assert.equal(await page.getByLabel('Cari indikator').inputValue(), 'a/b', 'a slash that is typed stays one')
    assert.equal(await field.count(), 0)
    await visited.context.close()
  })

  test('whatever is pasted is looked for and shown as text', async () => {
    const visited = await signIn('bappeda', TELEPON)
    await visited.page.getByRole('button', { name: 'Cari', exact: true }).click()
    const field = visited.page.getByRole('combobox', { name: /^Cari unit kerja/ })
    for (const text of ['%_%', `"'><img src=x onerror=alert(1)>`, '=SUM(A1)', 'x'.repeat(10_000)]) {
      await field.fill(text)
      await visited.page.getByText(/^(Tidak ada yang cocok|\d+ hasil)/).waitFor({ state: 'attached' })
      assert.equal(await visited.page.locator('img').count(), 0)
    }
    await clean(visited.page, visited.wrongs)
    await visited.context.close()
  })
})

test('English is chosen in the account menu, is remembered, and goes through the menu and every page', async () => {
  const visited = await signIn('walikota.jakpus')
  const { page } = visited
  await page.getByRole('button', { name: /^Akun / }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Performance 2024' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  await menu.getByRole('link', { name: 'Results' }).waitFor()
  await page.getByRole('heading', { name: 'What you need to do' }).waitFor()
  await page.getByText(/The Performance Agreement \d{4} has not been drafted/).waitFor()
  await clean(visited.page, visited.wrongs)
  for (const address of ['/capaian/dki.jakpus/2024', '/provinsi/2024-TW2', '/sandi', '/beranda/dki.jakpus/2026', '/entah/apa']) {
    await page.goto(address)
    await page.locator('h1').waitFor()
    await page.locator('.kerangka').first().waitFor({ state: 'detached' })
    await clean(visited.page, visited.wrongs)
  }
  await page.getByRole('heading', { level: 1, name: 'This page does not exist' }).waitFor()
  await page.getByRole('button', { name: /^Account / }).click()
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await page.getByRole('heading', { level: 1, name: 'Halaman ini tidak ada' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'id')
  await visited.context.close()
})

describe('a province of 800 offices', () => {
  before(async () => {
    for (const statement of [
      sql`insert into unit_kerja (kode, jenis, berlaku_dari)
        select 'dki.uji-' || lpad(n::text, 3, '0'), 'DINAS', '2017-01-01' from generate_series(1, 800) n`,
      sql`insert into unit_kerja_nama (unit, nama, berlaku_dari)
        select kode, 'Contoh: Dinas ' || right(kode, 3), '2017-01-01' from unit_kerja where kode like 'dki.uji-%'`,
      sql`insert into capaian (unit, kode, periode, status, nilai, target, capaian_status, capaian, computed_at)
        select u.kode, 'IND_' || i, '2024', s.status, case when s.status = 'NILAI' then 90 + s.dice % 25 end, 100, s.status,
          case when s.status = 'NILAI' then 90 + s.dice % 25 end, now()
        from unit_kerja u, generate_series(1, 4) i, lateral (select abs(hashtext(u.kode || i)::bigint) as dice,
          case when right(u.kode, 1) = '7' then 'KOSONG' when abs(hashtext(u.kode || i)::bigint) % 20 = 0 then 'BELUM_RILIS' else 'NILAI' end as status) s
        where u.kode like 'dki.uji-%' and right(u.kode, 2) <> '00'`,
      sql`update capaian set nilai = 104, capaian = 104, status = 'NILAI', capaian_status = 'NILAI' where unit like 'dki.uji-%3'`,
    ])
      await statement.execute(db)
  })
  for (const [name, view] of [
    ['wide', undefined],
    ['on a phone', TELEPON],
  ] as const)
    test(`${name}: the picture, sorting, a filter, and the way to one office`, async () => {
      const visited = await signIn('gubernur', view)
      const { page } = visited
      const began = Date.now()
      await page.goto('/provinsi/2024')
      await page.getByRole('img', { name: /^Satu kotak satu perangkat daerah: Semua mencapai target \d+;/ }).waitFor()
      await page.getByText(/^50 dari 8\d\d perangkat daerah ditampilkan\.$/).waitFor()
      assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms`)
      assert.equal(await page.locator('tbody tr').count(), 50)
      await clean(visited.page, visited.wrongs)

      await page.getByLabel('Urutkan').selectOption('tinggi')
      await page.waitForURL('**/provinsi/2024?urut=tinggi')
      const means = await page.locator('tbody tr .strong').allTextContents()
      const sorted = means.toSorted((a, b) => Number(b.replace(',', '.')) - Number(a.replace(',', '.')))
      assert.deepEqual(means, sorted)

      await page.getByRole('radio', { name: /^Belum ada data \d+$/ }).check()
      await page.getByText(/^50 dari \d+ perangkat daerah ditampilkan\.$/).waitFor()
      assert.match(await page.locator('tbody tr').first().innerText(), /Belum ada data/)
      await page.getByRole('button', { name: /^Tampilkan \d+ berikutnya$/ }).click()
      assert.ok((await page.locator('tbody tr').count()) > 50)
      await page.getByRole('radio', { name: 'Semua', exact: true }).check()
      await page.getByLabel('Cari perangkat daerah').fill('dinas 123')
      await page.getByText('1 perangkat daerah, semua yang cocok.').waitFor()
      await clean(visited.page, visited.wrongs)
      await page.getByLabel('Cari perangkat daerah').fill('tidak ada yang begini')
      await page.getByRole('heading', { name: 'Tidak ada perangkat daerah yang cocok' }).waitFor()
      await page.getByRole('button', { name: 'Kosongkan saringan' }).click()
      await page.getByLabel('Cari perangkat daerah').fill('dinas 123')
      await page.getByRole('link', { name: 'Contoh: Dinas 123' }).click()
      await page.waitForURL('**/capaian/dki.uji-123/2024')
      await visited.context.close()
    })

  test('the list comes as a spreadsheet', async () => {
    const { page, context } = await signIn('gubernur')
    await page.goto('/provinsi/2024')
    await page.getByRole('button', { name: /^Unduh Perangkat daerah/ }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'XLSX' }).click()
    assert.match((await download).suggestedFilename(), /^Capaian.*\.xlsx$/i)
    await context.close()
  })
})
