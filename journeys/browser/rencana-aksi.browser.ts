// An action plan in a real browser: read, filtered, copied into a draft, edited by keyboard and from Excel, by two at once, offline, on a phone.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { clean, site, TELEPON } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const cell = (page: Page, text: string | RegExp) => page.getByRole('gridcell').filter({ hasText: text }).first()
const saved = (page: Page) =>
  page
    .getByText(/^Tersimpan/)
    .first()
    .waitFor()
/** Opens the menu of the row of a cell, by keyboard, and picks an entry. */
async function pick(page: Page, at: ReturnType<typeof cell>, entry: string | RegExp): Promise<void> {
  await at.click()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: entry }).click()
}
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((t) => navigator.clipboard.writeText(t), text)
  await page.keyboard.press('Control+V')
}
type Plan = {
  indikator: {
    ra: {
      kode: string
      uraian: string
      kk: { kode: string; output: { kode: string; uraian: string; penanggungJawab: string[] }[] }[]
    }[]
  }[]
}
const planOf = (page: Page, tahun: number) =>
  page.evaluate(async (year) => {
    const json = async (url: string) => (await fetch(url)).json()
    const { isi } = await json(`/api/rencana-aksi?unit=dki.bkd&tahun=${year}`)
    return json(`/api/rencana-aksi/${isi.at(-1).id}`)
  }, tahun) as Promise<Plan>

describe('the action plan of BKD', () => {
  test('the plan of 2025 is read in its official form, filtered, and its findings lead to their cells', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2025')
    await page.getByText('29 rencana aksi, 41 kriteria keberhasilan, 88 output untuk 10 indikator.').waitFor()
    for (const head of ['Kriteria Keberhasilan', 'Output Renaksi', 'Target Renaksi', 'Waktu', 'Penanggung Jawab'])
      await page.getByRole('columnheader', { name: head }).waitFor()
    const ra = cell(page, /^RA1\. Meningkatkan Indeks Sistem Merit pada Aspek Sistem Informasi/)
    assert.equal(await ra.getAttribute('rowspan'), '3', 'an action reaches over its outputs')
    const shared = cell(page, /^T\/O3\.2\.1/).locator('xpath=following-sibling::td[1]')
    assert.equal(await shared.getAttribute('rowspan'), '2', 'one quantity for two outputs, as the paper has it')
    await clean(visitor.page, visitor.wrongs)
    await ra.click()
    await page.keyboard.press('Enter')
    await page
      .getByText(/Tidak dapat diubah: Rencana Aksi ini sudah ditetapkan/)
      .first()
      .waitFor()
    assert.equal(await page.locator('.lembar-isian').count(), 0)

    await page.getByRole('radio', { name: 'TW III · 18' }).check()
    await page.waitForURL(/triwulan=TW3/)
    await page.getByLabel('Penanggung jawab').selectOption('Kepala Bidang Pembinaan & Disiplin')
    await page.getByText('Semua · 88').waitFor()
    assert.equal(await page.getByRole('gridcell', { name: /^T\/O/ }).count(), 4)
    await clean(visitor.page, visitor.wrongs)
    await page.goto('/rencana-aksi/dki.bkd/2025?pj=Entah')
    await page.getByRole('heading', { name: 'Tidak ada output yang cocok' }).waitFor()
    await clean(visitor.page, visitor.wrongs)
    await page.getByRole('button', { name: 'Tampilkan semua' }).click()

    await page.getByRole('button', { name: 'Temuan (36)' }).click()
    const panel = page.getByRole('dialog', { name: 'Temuan pemeriksaan' })
    await panel.getByText(/"1 Laporan" dipakai bersama 4 output/).waitFor()
    await clean(visitor.page, visitor.wrongs)
    await panel.getByRole('button', { name: /2\.100, sedangkan/ }).click()
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('KK3.1. Tersedianya 2.100'))
  })

  test('a year without an agreement says what comes first; then a draft begins as a copy of last year', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2026')
    await page.getByText('Perjanjian Kinerja 2026 belum ada; susun dahulu perjanjiannya.', { exact: false }).waitFor()
    await clean(visitor.page, visitor.wrongs)
    const made = await page.evaluate(async () => {
      const { isi } = await (await fetch('/api/perjanjian-kinerja?unit=dki.bkd&tahun=2025')).json()
      const body = JSON.stringify({ unit: 'dki.bkd', tahun: 2026, salinDari: isi.at(-1).id })
      return (await fetch('/api/perjanjian-kinerja', { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
        .status
    })
    assert.equal(made, 201)
    await page.reload()
    await page.getByText('10 indikator dari Perjanjian Kinerja 2026 siap menjadi barisnya.').waitFor()
    await clean(visitor.page, visitor.wrongs)
    await page.getByRole('button', { name: 'Salin dari rencana 2025 (29 rencana aksi, 88 output)' }).click()
    await page.getByText('88 output untuk 10 indikator.', { exact: false }).waitFor()
    await cell(page, /^T\/O2\.4\.4\. /).waitFor()
    await clean(visitor.page, visitor.wrongs)
  })

  test('a draft is edited by keyboard, and undone', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2026')
    await cell(page, /^T\/O1\.1\.1\. /).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('3')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Dokumen')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.waitForFunction(async () => {
      const { isi } = await (await fetch('/api/rencana-aksi?unit=dki.bkd&tahun=2026')).json()
      const plan = await (await fetch(`/api/rencana-aksi/${isi[0].id}`)).json()
      const [first] = plan.indikator[0].ra[0].kk[0].output
      return first.jumlah.nilai === '3' && first.satuan === 'Dokumen'
    })
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await page.waitForFunction(async () => {
      const { isi } = await (await fetch('/api/rencana-aksi?unit=dki.bkd&tahun=2026')).json()
      const plan = await (await fetch(`/api/rencana-aksi/${isi[0].id}`)).json()
      const [first] = plan.indikator[0].ra[0].kk[0].output
      return first.jumlah.nilai === '1' && first.satuan === 'Laporan'
    })
    assert.deepEqual(visitor.wrongs, [])
  })

  test('a row is dragged to another place by the pointer, and the codes follow', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd', { width: 1440, height: 2000 })
    await page.goto('/rencana-aksi/dki.bkd/2026')
    const outputs = async () => (await planOf(page, 2026)).indikator[0]!.ra[0]!.kk[0]!.output
    const [first, second] = await outputs()
    const row = (kode: string) =>
      page
        .locator('tbody tr')
        .filter({ hasText: `${kode}. ` })
        .first()
    await row('T/O1.1.1').waitFor()
    const grip = cell(page, /^T\/O1\.1\.2\. /).locator('.lembar-seret')
    await grip.scrollIntoViewIfNeeded()
    const from = (await grip.boundingBox())!
    const to = (await cell(page, /^T\/O1\.1\.1\. /).boundingBox())!
    await page.mouse.move(from.x + 4, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 60, to.y + 30, { steps: 5 })
    await page.mouse.move(to.x + 60, to.y + 4, { steps: 3 })
    await page.mouse.up()
    await cell(page, `T/O1.1.1. ${second!.uraian}`).waitFor()
    await page.waitForFunction(async (wanted) => {
      const { isi } = await (await fetch('/api/rencana-aksi?unit=dki.bkd&tahun=2026')).json()
      const plan = await (await fetch(`/api/rencana-aksi/${isi.at(-1).id}`)).json()
      return plan.indikator[0].ra[0].kk[0].output[0].uraian === wanted
    }, second!.uraian)
    const after = await outputs()
    assert.deepEqual(
      after.slice(0, 2).map((o) => [o.kode, o.uraian]),
      [
        [first!.kode, second!.uraian],
        [second!.kode, first!.uraian],
      ],
    )
    await clean(page, wrongs)
  })

  test('the phase of an action is pasted by its name, and chosen in its cell', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd')
    await page.goto('/rencana-aksi/dki.bkd/2026')
    const kept = (fase: string | null) =>
      page.waitForFunction(async (wanted) => {
        const { isi } = await (await fetch('/api/rencana-aksi?unit=dki.bkd&tahun=2026')).json()
        return (await (await fetch(`/api/rencana-aksi/${isi.at(-1).id}`)).json()).indikator[0].ra[0].fase === wanted
      }, fase)
    await page.getByRole('columnheader', { name: 'Fase' }).waitFor()
    await cell(page, /^T\/O1\.1\.1\. /).click()
    for (let right = 0; right < 6; right++) await page.keyboard.press('ArrowRight')
    await paste(page, 'Pelaksanaan')
    await kept('PELAKSANAAN')
    await page.keyboard.press('Enter')
    await page.locator('select.lembar-isian').selectOption({ label: 'Perencanaan' })
    await page.keyboard.press('Enter')
    await kept('PERENCANAAN')
    await paste(page, 'Kadang-kadang')
    await page
      .getByText(/"Kadang-kadang"/)
      .first()
      .waitFor()
    await kept('PERENCANAAN')
    await clean(page, wrongs)
  })

  test('a block from Excel: quarters by their names, several in charge; what is wrong stays in its cell and says why', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2026')
    await cell(page, /^T\/O1\.1\.2\. /).click()
    await paste(
      page,
      'Modul talenta <b>baru</b>\t2\tAplikasi\tTW II\tSekretaris Badan; Kepala Bidang Kinerja\t=SUM(A1)\nModul kinerja\tdua\tAplikasi\tTriwulan 9\tSekretaris Badan\tCadangan',
    )
    await cell(page, 'Modul talenta <b>baru</b>').waitFor()
    await page.waitForFunction(async () => {
      const { isi } = await (await fetch('/api/rencana-aksi?unit=dki.bkd&tahun=2026')).json()
      const plan = await (await fetch(`/api/rencana-aksi/${isi[0].id}`)).json()
      const [, second, third] = plan.indikator[0].ra[0].kk[0].output
      return (
        second.triwulan === 'TW2' &&
        second.penanggungJawab.length === 2 &&
        second.mitigasi === '=SUM(A1)' &&
        third.mitigasi === 'Cadangan'
      )
    })
    assert.equal(await page.locator('td[aria-invalid="true"]').count(), 2, 'dua, Triwulan 9')
    await clean(visitor.page, visitor.wrongs)
    await cell(page, /^dua/).click()
    await page.keyboard.type('2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('select.lembar-isian').selectOption('TW4')
    await page.keyboard.press('Enter')
    await page.locator('td[aria-invalid="true"]').first().waitFor({ state: 'detached' })
    await cell(page, /^T\/O1\.1\.1\. /).click()
    await paste(page, 'x'.repeat(10_000))
    await page.locator('td[aria-invalid="true"]').waitFor()
    await page.keyboard.press('Control+Z')
    await page.locator('td[aria-invalid="true"]').waitFor({ state: 'detached' })
    assert.deepEqual(visitor.wrongs, [])
  })

  test('lines are added, moved and deleted from the row menu; the codes follow, and what was deleted can be put back', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2026')
    await pick(page, cell(page, /^T\/O1\.1\.1\. /), 'Tambah output di bawah')
    await page.waitForFunction(() => document.activeElement?.matches('.lembar-sel'))
    await page.keyboard.type('Uji coba aplikasi')
    await page.keyboard.press('Enter')
    await cell(page, /^T\/O1\.1\.2\. Uji coba aplikasi/).waitFor()
    await pick(page, cell(page, /^T\/O1\.1\.2\. Uji coba/), 'Geser T/O1.1.2 ke atas')
    await page.getByText('T/O1.1.2 menjadi T/O1.1.1.').waitFor()
    await cell(page, /^T\/O1\.1\.1\. Uji coba aplikasi/).waitFor()
    await clean(visitor.page, visitor.wrongs)

    await pick(page, cell(page, /^T\/O1\.1\.1\. Uji coba/), 'Hapus RA1')
    const dialog = page.getByRole('dialog', { name: 'Hapus RA1?' })
    await dialog.getByText('RA1 beserta 1 kriteria keberhasilan dan 4 output di bawahnya akan dihapus.').waitFor()
    await clean(visitor.page, visitor.wrongs)
    await dialog.getByRole('button', { name: 'Hapus RA1' }).click()
    await page.getByText('RA1 dihapus.').waitFor()
    await cell(page, /^RA1\. Meningkatkan Indeks Sistem Merit pada Aspek Perlindungan/).waitFor()
    await page.getByRole('button', { name: 'Kembalikan' }).click()
    await cell(page, /^RA1\. Meningkatkan Indeks Sistem Merit pada Aspek Sistem Informasi/).waitFor()
    await cell(page, /^T\/O1\.1\.1\. Uji coba aplikasi/).waitFor()
    await page.getByText('89 output untuk 10 indikator.', { exact: false }).waitFor()
    const plan = await planOf(page, 2026)
    assert.deepEqual(
      plan.indikator[0]!.ra[0]!.kk[0]!.output.map((o) => o.kode),
      ['T/O1.1.1', 'T/O1.1.2', 'T/O1.1.3', 'T/O1.1.4'],
    )

    const only = plan.indikator.find((i) => i.ra.length === 1 && i.ra[0]!.kk.some((k) => k.output.length))!.ra[0]!
    await pick(page, cell(page, `RA1. ${only.uraian}`), 'Hapus RA1')
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus RA1' }).click()
    await page.getByText(/satu-satunya rencana aksi untuk indikator/).waitFor()
    await clean(visitor.page, visitor.wrongs)
  })

  test('two people on one cell: both versions are shown, nothing is lost', async () => {
    const [one, two] = [await signIn('penyusun.bkd'), await signIn('kepala.bkd')]
    for (const { page } of [one, two]) await page.goto('/rencana-aksi/dki.bkd/2026')
    const name = /^T\/O1\.1\.1\. Uji coba/
    for (const { page } of [one, two]) {
      await cell(page, name).click()
      await page.keyboard.press('F2')
      await page.keyboard.press('Control+A')
    }
    await one.page.keyboard.type('Uji coba tahap satu')
    await two.page.keyboard.type('Uji coba tahap dua')
    await one.page.keyboard.press('Enter')
    await cell(one.page, /^T\/O1\.1\.1\. Uji coba tahap satu/).waitFor()
    await two.page.keyboard.press('Enter')
    await two.page.getByText('1 sel juga diubah orang lain').waitFor()
    await cell(two.page, 'Uji coba tahap dua').waitFor()
    await two.page.getByRole('button', { name: 'Bandingkan' }).click()
    const dialog = two.page.getByRole('dialog', { name: 'Sel yang juga diubah orang lain' })
    await dialog.getByRole('radio', { name: /Versi tersimpan.*Uji coba tahap satu/ }).waitFor()
    await clean(two.page, two.wrongs)
    await dialog.getByRole('radio', { name: /Versi Anda.*Uji coba tahap dua/ }).check()
    await dialog.getByRole('button', { name: 'Pakai yang dipilih' }).click()
    await cell(one.page, /^T\/O1\.1\.1\. Uji coba tahap dua/).waitFor()
    assert.deepEqual(one.wrongs, [])
  })

  test('without the network what was typed stays, says so, and is sent again by a button', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page, context } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2026')
    const mitigasi = cell(page, /^T\/O1\.1\.3\. /).locator('xpath=following-sibling::td[5]')
    await mitigasi.click()
    await context.setOffline(true)
    await page.keyboard.type('Cadangan jaringan')
    await page.keyboard.press('Enter')
    await page.getByText('1 sel belum tersimpan: jaringan terputus').waitFor()
    await cell(page, 'Cadangan jaringan').waitFor()
    await page.getByRole('button', { name: 'Simpan lagi' }).click()
    await page.getByText('1 sel belum tersimpan: jaringan terputus').waitFor()
    await context.setOffline(false)
    await page.keyboard.press('Control+S')
    await saved(page)
    await page.reload()
    await cell(page, 'Cadangan jaringan').waitFor()
  })

  test('the back button with a cell that is not saved asks first; what stays behind is offered again', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page, context } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2025')
    await page.getByText('88 output untuk 10 indikator.', { exact: false }).waitFor()
    await page.getByLabel('Tahun', { exact: true }).selectOption('2026')
    const mitigasi = cell(page, /^T\/O1\.1\.3\. /).locator('xpath=following-sibling::td[5]')
    await mitigasi.click()
    await context.setOffline(true)
    await page.keyboard.type('Jaringan kedua')
    await page.keyboard.press('Enter')
    await page.getByText('1 sel belum tersimpan: jaringan terputus').waitFor()
    await page.goBack()
    const ask = page.getByRole('dialog', { name: 'Ada isian yang belum tersimpan' })
    await ask.getByRole('button', { name: 'Tetap di sini' }).click()
    await ask.waitFor({ state: 'detached' })
    await cell(page, 'Jaringan kedua').waitFor()
    await page.goBack()
    await ask.getByRole('button', { name: 'Tinggalkan halaman' }).click()
    await page.getByRole('heading', { level: 1, name: /2025/ }).waitFor()
    await context.setOffline(false)
    await page.goto('/rencana-aksi/dki.bkd/2026')
    await page.getByText('1 sel dari kunjungan sebelumnya belum tersimpan').waitFor()
    await page.getByRole('button', { name: 'Buang' }).click()
    await page.getByText('Semua tersimpan').waitFor()
  })

  test('on a phone the plan is a list of cards, and a draft is edited there too', async () => {
    const visitor = await signIn('penyusun.bkd', TELEPON)
    const { page } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2026?triwulan=TW1')
    const card = page.getByRole('article').first()
    await card.waitFor()
    await clean(visitor.page, visitor.wrongs)
    const field = card.getByLabel('Mitigasi Risiko')
    await field.fill('Jadwal cadangan')
    await field.blur()
    await saved(page)
    assert.deepEqual(visitor.wrongs, [])
  })

  test('a change of the plan in force is proposed with its legal reason, for the quarterly forum', async () => {
    const visitor = await signIn('penyusun.bkd')
    const { page } = visitor
    await page.goto('/rencana-aksi/dki.bkd/2025')
    await page.getByRole('button', { name: 'Usulkan perubahan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Usulkan perubahan Rencana Aksi' })
    const propose = dialog.getByRole('button', { name: 'Usulkan perubahan' })
    await propose.click()
    await dialog.getByText('Apa yang berubah, dan sebabnya belum diisi.').first().waitFor()
    await dialog.getByLabel('Apa yang berubah, dan sebabnya').fill('Arahan Gubernur tentang jadwal pelatihan.')
    await propose.click()
    await dialog.getByText(/Yang dapat berubah hanya output/).waitFor()
    await clean(visitor.page, visitor.wrongs)
  })
})
