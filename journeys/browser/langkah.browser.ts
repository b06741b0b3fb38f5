// An agreement and its plan on their way from draft to effect, each step by whoever takes it. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { draftPk, draftRa } from '../../src/perjanjian-kinerja/contoh.testing.ts'
import { axe, overflow, SANDI, site, TELEPON, type Visitor } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const TAHUN = new Date().getFullYear()
const PK = `/perjanjian-kinerja/dki.bkd/${TAHUN}`
const RA = `/rencana-aksi/dki.bkd/${TAHUN}`
const people = new Map<string, Visitor>()
const clean = async ({ page, wrongs }: Visitor) => {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await overflow(page), [], `${page.url()} is wider than its window`)
  assert.deepEqual(wrongs, [])
}
const steps = (page: Page) => page.getByRole('region', { name: 'Langkah berikutnya' })
const button = (page: Page, name: string) => steps(page).getByRole('button', { name, exact: true })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const stage = (page: Page, name: string) => steps(page).locator('[aria-current=step]', { hasText: name }).waitFor()

async function open(username: string, address: string): Promise<Page> {
  const visitor = people.get(username) ?? (await signIn(username))
  people.set(username, visitor)
  await visitor.page.goto(address)
  await steps(visitor.page).locator('[aria-current=step]').waitFor()
  return visitor.page
}
/** Takes a step and sees the next stage. */
async function take(username: string, address: string, name: string, reached: string, note?: string): Promise<void> {
  const page = await open(username, address)
  await button(page, name).click()
  if (note) await dialog(page, name).getByRole('textbox').fill(note)
  if (name === 'Tanda tangani') await dialog(page, name).getByLabel('Kata sandi Anda').fill(SANDI)
  await dialog(page, name).getByRole('button', { name, exact: true }).click()
  await stage(page, reached)
}
/** How many tasks with a link a person's home page has for a document; what waits for others has none. */
async function due(username: string, sentence: string | RegExp): Promise<number> {
  const visitor = people.get(username) ?? (await signIn(username))
  people.set(username, visitor)
  await visitor.page.goto('/')
  const section = visitor.page.getByRole('region', { name: 'Yang perlu Anda kerjakan' })
  await section.waitFor()
  await visitor.page.waitForLoadState('networkidle')
  const mine = section.getByRole('listitem').filter({ has: visitor.page.getByRole('link', { name: /^Buka / }) })
  return mine.filter({ hasText: sentence }).count()
}
/** From the draft through its forum and on: what a forum looks like is told in forum.browser.ts. */
async function toSignatures(address: string, naskah: string, biroOrb: boolean): Promise<void> {
  await take('kepala.bkd', address, 'Ajukan', 'Dihimpun')
  await inForum(naskah)
  const [name, reached] = biroOrb ? ['Sampaikan ke Biro ORB', 'Konsep final'] : ['Sampaikan ke BKD', 'Tanda tangan kepala']
  await take('biro.pemerintahan', address, name!, reached!)
}

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date())
const JADWAL = { tanggal: today, mulai: '09:00', selesai: '11:00', tempat: 'Balai Kota', agenda: 'Pembahasan' }

async function ask(username: string, method: string, url: string, body?: object, version?: number) {
  const visitor = people.get(username) ?? (await signIn(username))
  people.set(username, visitor)
  return send(visitor.page, method, url, body, version)
}
function send(page: Page, method: string, url: string, body: object | undefined, version?: number) {
  return page.evaluate(
    async ([m, u, b, v]) => {
      const headers = { 'content-type': 'application/json', ...(v === undefined ? {} : { 'if-match': `"${v}"` }) }
      const res = await fetch(u, b === undefined ? { method: m } : { method: m, headers, body: JSON.stringify(b) })
      if (!res.ok) throw new Error(await res.text())
      return res.json()
    },
    [method, url, body, version] as const,
  )
}

/** A forum that approves what waits. */
async function inForum(naskah: string): Promise<void> {
  const chair = 'asisten.pemerintahan'
  const body = { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun: TAHUN, jadwal: JADWAL }
  const { id } = await ask('biro.pemerintahan', 'POST', '/api/forum', body)
  const url = `/api/forum/${id}`
  const step = async (act: string) => ask(chair, 'POST', `${url}/langkah`, { act }, (await ask(chair, 'GET', url)).version)
  await step('mulai')
  const { undangan, version } = await ask(chair, 'GET', url)
  const hadir = undangan.map((u: { jabatan: string }) => ({ jabatan: u.jabatan, kehadiran: 'SENDIRI' }))
  await ask(chair, 'PUT', `${url}/hadir`, { hadir }, version)
  await ask(chair, 'POST', `${url}/keputusan`, { naskah, keputusan: 'DISETUJUI' }, (await ask(chair, 'GET', url)).version)
  await step('tutup')
  await step('tetapkan')
}
let [pk, ra] = ['', '']

before(async () => {
  const page = (await signIn('penyusun.bkd')).page
  const by = (method: string, url: string, body?: object, version?: number) => send(page, method, url, body, version)
  pk = await draftPk(by, 'dki.bkd', TAHUN, ['MR', 'KOMBEL'])
  ra = await draftRa(by, (url) => by('GET', url), 'dki.bkd', TAHUN)
  await page.context().close()
})

describe('an agreement', () => {
  test('the clerk mends what holds it back and sees whose turn it is; the head submits', async () => {
    const page = await open('penyusun.bkd', PK)
    const visitor = people.get('penyusun.bkd')!
    await steps(page).getByText('Berikutnya: Ajukan, oleh Kepala Perangkat Daerah.').waitFor()
    const year = page.locator('tbody tr').filter({ hasText: 'Indikator contoh 1' }).first().locator('[aria-colindex="11"]')
    await year.click()
    await page.keyboard.press('Delete')
    await steps(page).getByText('Masih ada 1 temuan yang wajib diperbaiki (PK-03).').waitFor()
    await clean(visitor)
    await steps(page)
      .getByRole('button', { name: /^Tunjukkan di tabel/ })
      .click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'gridcell')
    await year.click()
    await page.keyboard.type('100')
    await page.keyboard.press('Enter')
    await steps(page).getByText('wajib diperbaiki').waitFor({ state: 'detached' })
    assert.equal(await button(page, 'Ajukan').count(), 0)

    assert.equal(await due('kepala.bkd', `Perjanjian Kinerja ${TAHUN}: ajukan.`), 1)
    await take('kepala.bkd', PK, 'Ajukan', 'Dihimpun')
    assert.equal(await due('kepala.bkd', `Perjanjian Kinerja ${TAHUN}: ajukan.`), 0)
    assert.equal(await due('biro.pemerintahan', `Perjanjian Kinerja ${TAHUN}: jadwalkan forum.`), 1)
    await clean(people.get('kepala.bkd')!)
  })

  test('it comes back with a reason, which the clerk reads; without one nothing is sent, and an outdated step keeps it', async () => {
    const first = await open('biro.pemerintahan', PK)
    await steps(first).getByRole('link', { name: 'Jadwalkan forum' }).click()
    await first.getByRole('heading', { name: 'Jadwalkan forum' }).waitFor()
    await inForum(pk)
    const page = await open('biro.pemerintahan', PK)
    await button(page, 'Minta perbaikan').click()
    const asked = dialog(page, 'Minta perbaikan')
    await asked.getByRole('button', { name: 'Minta perbaikan' }).click()
    await asked.getByText('Alasannya belum diisi.').first().waitFor()
    await clean(people.get('biro.pemerintahan')!)
    const parties = await ask('penyusun.bkd', 'GET', `/api/perjanjian-kinerja/${pk}`)
    const { pihakPertama, pihakKedua } = parties
    await ask('penyusun.bkd', 'PUT', `/api/perjanjian-kinerja/${pk}/pihak`, { pihakPertama, pihakKedua }, parties.version)
    await asked.getByRole('textbox').fill('Target triwulan IV perlu dijelaskan.')
    await asked.getByRole('button', { name: 'Minta perbaikan' }).click()
    await asked.getByText(/sudah berubah sejak Anda membukanya/).waitFor()
    assert.equal(await asked.getByRole('textbox').inputValue(), 'Target triwulan IV perlu dijelaskan.')
    await page.context().setOffline(true)
    await asked.getByRole('button', { name: 'Minta perbaikan' }).click()
    await asked.getByText(/Sambungan ke server terputus/).waitFor()
    await page.context().setOffline(false)
    await asked.getByRole('button', { name: 'Coba lagi' }).click()
    await stage(page, 'Draf')

    const clerk = await open('penyusun.bkd', PK)
    await steps(clerk)
      .getByText(/^Riwayat \(5\)$/)
      .click()
    await steps(clerk).getByText('Diminta perbaikan oleh Contoh: Kepala Biro Pemerintahan').waitFor()
    assert.equal(await steps(clerk).getByText('Target triwulan IV perlu dijelaskan.').count(), 2, 'at once, and in the history')
    await clean(people.get('penyusun.bkd')!)
    await clerk.setViewportSize(TELEPON)
    await steps(clerk).getByText('Tahap 1 dari 9').waitFor()
    await clean(people.get('penyusun.bkd')!)
  })

  test('the head signs, then the governor, and it is in effect', async () => {
    await toSignatures(PK, pk, true)
    await take('biro.orb', PK, 'Serahkan ke BKD', 'Tanda tangan pihak pertama')
    assert.equal(await due('kepala.bkd', `Perjanjian Kinerja ${TAHUN}: tanda tangani.`), 1)
    await take('kepala.bkd', PK, 'Tanda tangani', 'Tanda tangan pihak kedua')
    assert.equal(await due('kepala.bkd', /Perjanjian Kinerja .*tanda tangani/), 0)
    assert.equal(await due('gubernur', `Perjanjian Kinerja ${TAHUN}: tanda tangani.`), 1)
    await take('gubernur', PK, 'Tanda tangani', 'Ditetapkan')
    assert.equal(await due('gubernur', /Perjanjian Kinerja/), 0)
    await clean(people.get('gubernur')!)
  })
})

describe('its plan', () => {
  test('goes the same way to the governor, and disappears from the tasks', async () => {
    assert.equal(await due('kepala.bkd', `Rencana Aksi ${TAHUN}: ajukan.`), 1)
    await toSignatures(RA, ra, false)
    await clean(people.get('biro.pemerintahan')!)
    assert.equal(await due('kepala.bkd', `Rencana Aksi ${TAHUN}: tanda tangani.`), 1)
    await take('kepala.bkd', RA, 'Minta perbaikan', 'Hasil forum', 'Jadwal triwulan II bergeser.')
    await take('biro.pemerintahan', RA, 'Sampaikan ke BKD', 'Tanda tangan kepala')
    await take('kepala.bkd', RA, 'Tanda tangani', 'Tanda tangan Gubernur')
    assert.equal(await due('gubernur', `Rencana Aksi ${TAHUN}: tanda tangani.`), 1)
    await take('gubernur', RA, 'Tanda tangani', 'Ditetapkan')
    assert.equal(await due('gubernur', /Rencana Aksi/), 0)
    await take('kepala.bkd', RA, 'Publikasikan', 'Dipublikasikan')
    await steps(people.get('kepala.bkd')!.page).getByText('Semua langkah sudah selesai.').waitFor()
    await clean(people.get('kepala.bkd')!)
  })
})
