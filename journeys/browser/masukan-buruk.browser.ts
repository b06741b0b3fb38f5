// HTML and formulas in every text of the program, on every page that shows them: they are read as they were typed, and nothing of
// them runs. Then what the journeys of the single pages leave open of two tabs, the back button and a document of nothing.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { hasPoppler, poppler } from '../../src/platform/documents/reading.testing.ts'
import { clean, site, type Visitor } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const TEXT = `<img src=x onerror="globalThis.jebol = 1"><script>globalThis.jebol = 2</script> =HYPERLINK("x";"y")`

/** A request of the page itself, with its session; answers what it was answered. */
async function send(page: Page, method: string, url: string, body: object, version?: number) {
  const answer = await page.evaluate(
    async ([method, url, body, version]) => {
      const headers = { 'content-type': 'application/json', ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
      const r = await fetch(url, { method, headers, body: JSON.stringify(body) })
      return { status: r.status, body: await r.json() }
    },
    [method, url, body, version] as [string, string, object, number | undefined],
  )
  assert.ok(answer.status < 300, `${method} ${url}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

async function plant(clerk: Page, admin: Page) {
  const at = (await send(clerk, 'POST', '/api/perjanjian-kinerja', { unit: 'dki.jakpus', tahun: 2025 })).id
  const [sasaran, line, ra, kk] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const pk = `/api/perjanjian-kinerja/${at}`
  const pihak = { nama: TEXT, nip: null, jabatan: TEXT }
  await send(clerk, 'PUT', `${pk}/pihak`, { pihakPertama: pihak, pihakKedua: pihak }, 1)
  await send(clerk, 'PUT', `${pk}/sasaran/${sasaran}`, { urutan: 1, nomor: '1', kelompok: 'STRATEGIS', uraian: TEXT }, 0)
  const texts = { nama: TEXT, sumberData: TEXT, pengukuran: TEXT, satuan: '<b>=1+1</b>' }
  await send(clerk, 'PUT', `${pk}/indikator/${line}`, { sasaran, urutan: 1, kode: 'IKM', ...texts }, 0)
  const plan = `/api/rencana-aksi/${(await send(clerk, 'POST', '/api/rencana-aksi', { unit: 'dki.jakpus', tahun: 2025 })).id}`
  const { indikator } = await clerk.evaluate(async (url) => (await fetch(url)).json(), plan)
  await send(clerk, 'PUT', `${plan}/ra/${ra}`, { indikator: indikator[0].id, uraian: TEXT }, 0)
  await send(clerk, 'PUT', `${plan}/kriteria/${kk}`, { ra, uraian: TEXT }, 0)
  const output = { kk, uraian: TEXT, satuan: TEXT.slice(0, 99), mitigasi: TEXT, penanggungJawab: [TEXT], jumlah: { nilai: '1' } }
  await send(clerk, 'PUT', `${plan}/output/${randomUUID()}`, { ...output, triwulan: 'TW1' }, 0)
  const versi = { nama: TEXT, definisi: TEXT, caraUkur: TEXT, sumberData: TEXT, dasarHukum: [TEXT], keterangan: TEXT }
  const kinds = { satuan: '<b>=1</b>', jenisNilai: 'ANGKA', polaritas: 'MAKSIMAL', agregasi: 'TERAKHIR', berlakuDari: '2024-01-01' }
  await send(clerk, 'POST', '/api/indikator', { unit: 'dki.jakpus', kode: 'ASING', versi: { ...versi, ...kinds } })
  const sheet = { cara: 'NILAI', tercetak: '88,5', keterangan: TEXT, surat: TEXT, hambatan: TEXT, tindakLanjut: TEXT }
  await send(clerk, 'PUT', '/api/pengisian/dki.jakpus/ASING/2025-TW4', sheet, 0)
  const { simpul } = await clerk.evaluate(async () => (await fetch('/api/perencanaan/dki.jakpus/pohon/2024')).json())
  const node = { dokumen: simpul[0].dokumen, kode: 'T9', jenis: simpul[0].jenis, induk: simpul[0].induk, pernyataan: TEXT }
  const { id } = await send(clerk, 'POST', '/api/perencanaan/dki.jakpus/simpul', node)
  await send(clerk, 'POST', '/api/perencanaan/dki.jakpus/crosscutting', { simpul: id, unit: 'dki.bkd', kontribusi: TEXT })
  await send(admin, 'POST', '/api/pegawai', { nama: TEXT })
  await send(admin, 'POST', '/api/pengguna', { username: 'asing', nama: TEXT })
  const dinas = { kode: 'dki.asing', jenis: 'DINAS', nama: TEXT, induk: 'dki', berlakuDari: '2020-01-01' }
  await send(admin, 'POST', '/api/unit-kerja', dinas)
  const jabatan = { unit: 'dki.asing', nama: TEXT, jenjang: 'ADMINISTRATOR', peran: [], berlakuDari: '2020-01-01' }
  await send(admin, 'PUT', '/api/jabatan/kepala.asing', jabatan, 0)
}

/** Where each stands, and who looks. */
const PAGES: readonly (readonly ['clerk' | 'admin', string])[] = [
  ['clerk', '/perjanjian-kinerja/dki.jakpus/2025'],
  ['clerk', '/rencana-aksi/dki.jakpus/2025'],
  ['clerk', '/kamus/dki.jakpus/2025'],
  ['clerk', '/kamus/dki.jakpus/2025/ASING'],
  ['clerk', '/kamus/dki.jakpus/2025/ASING/ubah'],
  ['clerk', '/pengukuran/dki.jakpus/2025?triwulan=TW4'],
  ['clerk', '/pengukuran/dki.jakpus/2025/ASING?triwulan=TW4'],
  ['clerk', '/capaian/dki.jakpus/2025'],
  ['clerk', '/capaian/dki.jakpus/2025?jelaskan=ASING.2025'],
  ['clerk', '/beranda/dki.jakpus/2025'],
  ['clerk', '/pohon/dki.jakpus/2024?simpul=T9'],
  ['admin', '/pohon/dki.asing/2024'],
  ['admin', '/administrasi/unit-kerja?unit=dki.asing'],
  ['admin', '/administrasi/pejabat?jabatan=kepala.asing'],
  ['admin', '/administrasi/pejabat?lihat=orang&cari=img'],
  ['admin', '/administrasi/akun?akun=asing'],
]

describe('what looks like HTML or a formula', () => {
  let clerk: Visitor
  let admin: Visitor
  test('is taken as text', async () => {
    clerk = await signIn('penyusun.jakpus')
    admin = await signIn('administrator')
    for (const { page } of [clerk, admin]) page.on('dialog', (dialog) => assert.fail(dialog.message()))
    await plant(clerk.page, admin.page)
  })
  for (const [who, url] of PAGES)
    test(`is read as it was typed, and does not run: ${url}`, async () => {
      const { page, wrongs } = who === 'clerk' ? clerk : admin
      await page.goto(url)
      await page.locator('.kerangka').first().waitFor({ state: 'detached' })
      await page.waitForFunction(
        (text) =>
          document.body.innerText.includes(text) ||
          [...document.querySelectorAll('input, textarea')].some((e) => (e as HTMLInputElement).value.includes(text)),
        TEXT.slice(0, 40),
      )
      await clean(page, wrongs)
      assert.equal(await page.locator('img[src=x], script:not([src])').count(), 0)
      assert.equal(await page.evaluate(() => (globalThis as { jebol?: number }).jebol), undefined)
    })
})

describe('what the single pages leave open', () => {
  test('the back button with unsaved work in the dictionary asks first, and what was typed stays', async () => {
    const { page, wrongs } = await signIn('penyusun.jakpus')
    await page.goto('/kamus/dki.jakpus/2024/NKA')
    await page.getByRole('link', { name: 'Buat versi baru' }).click()
    await page.getByLabel('Nama indikator').fill('Nama yang baru diketik')
    await page.goBack()
    await page
      .getByRole('dialog', { name: /^Ada isian yang belum disimpan/ })
      .getByRole('button', { name: 'Lanjutkan mengisi' })
      .click()
    assert.equal(await page.getByLabel('Nama indikator').inputValue(), 'Nama yang baru diketik')
    await clean(page, wrongs)
  })

  test('two tabs on one account: the second sees both versions, and saves what it typed', async () => {
    const { page, context, wrongs } = await signIn('administrator')
    const other = await context.newPage()
    for (const [tab, nama] of [
      [page, 'Nama Satu'],
      [other, 'Nama Dua'],
    ] as const) {
      await tab.goto('/administrasi/akun?akun=bpkd')
      await tab.getByRole('button', { name: 'Ubah akun' }).click()
      await tab.getByRole('textbox', { name: 'Nama akun' }).fill(nama)
    }
    const dialog = (tab: Page) => tab.getByRole('dialog', { name: 'Ubah akun' })
    await dialog(other).getByRole('button', { name: 'Simpan' }).click()
    await dialog(other).waitFor({ state: 'detached' })
    await dialog(page).getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Nama Dua').last().waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Nama akun' }).inputValue(), 'Nama Satu')
    await clean(page, wrongs)
    await page.getByRole('button', { name: 'Simpan isian saya' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByRole('dialog').getByText('Nama Satu').first().waitFor()
  })

  test('two tabs on one period: the second is told, and loses neither day nor reason', async () => {
    const { page, context, wrongs } = await signIn('bappeda')
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto('/administrasi/periode?tahun=2025')
      await tab.getByRole('button', { name: 'Buka Triwulan II 2025' }).click()
      await tab.getByLabel('Dibuka mulai').fill('2025-07-01')
      await tab.getByLabel('Batas pengisian').fill(tab === page ? '2025-07-15' : '2025-07-20')
    }
    const open = (tab: Page) => tab.getByRole('dialog').getByRole('button', { name: 'Buka', exact: true }).click()
    await open(other)
    await other.getByRole('button', { name: 'Tutup Triwulan II 2025' }).waitFor()
    await open(page)
    await page.getByText('20 Juli 2025').last().waitFor()
    assert.equal(await page.getByLabel('Batas pengisian').inputValue(), '2025-07-15')
    await clean(page, wrongs)
  })

  test('the document of an office with no data is a file that says so', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd')
    await page.goto('/capaian/dki.bkd/2024')
    await page.getByRole('heading', { name: 'Belum ada indikator untuk tahun 2024' }).waitFor()
    await page.getByRole('button', { name: 'Unduh Capaian kinerja 2024' }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'PDF' }).click()])
    if (hasPoppler) assert.match(poppler('pdftotext', await readFile(await file.path())), /Belum ada indikator Badan Kepegawaian/)
    await clean(page, wrongs)
  })

  test('an office in a year before it was there is still called by its name', async () => {
    const { page, wrongs } = await signIn('penyusun.bkd')
    await page.goto('/capaian/dki.bkd/2020')
    await page.getByRole('button', { name: /^Perangkat daerah: Badan Kepegawaian Daerah/ }).waitFor()
    await clean(page, wrongs)
  })
})
