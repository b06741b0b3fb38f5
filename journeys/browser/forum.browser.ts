// A forum in the browser: scheduled from the agreement's page, advised on a line that shows it, decided, and put into minutes.
// Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { draftPk, draftRa } from '../../src/perjanjian-kinerja/contoh.testing.ts'
import { clean, LEBAR, site, TELEPON, type Visitor } from '../../src/web/main/browser.testing.ts'

const { signIn } = await site()
const TAHUN = new Date().getFullYear()
const PK = `/perjanjian-kinerja/dki.bkd/${TAHUN}`
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date())
const people = new Map<string, Visitor>()
let forum = ''

async function as(username: string): Promise<Page> {
  const visitor = people.get(username) ?? (await signIn(username))
  people.set(username, visitor)
  visitor.page.setDefaultTimeout(10_000)
  return visitor.page
}
/** Clean at both widths. */
async function both(username: string): Promise<void> {
  const { page, wrongs } = people.get(username)!
  for (const view of [TELEPON, LEBAR]) {
    await page.setViewportSize(view)
    await clean(page, wrongs)
  }
}
const send = async (username: string, method: string, url: string, body?: object, version?: number) =>
  (await as(username)).evaluate(
    async ([m, u, b, v]) => {
      const headers = { 'content-type': 'application/json', ...(v === undefined ? {} : { 'if-match': `"${v}"` }) }
      const res = await fetch(u, b === undefined ? { method: m } : { method: m, headers, body: JSON.stringify(b) })
      if (!res.ok) throw new Error(await res.text())
      return res.json()
    },
    [method, url, body, version] as const,
  )
const submit = async (url: string) =>
  send('kepala.bkd', 'POST', `${url}/langkah`, { act: 'ajukan' }, (await send('kepala.bkd', 'GET', `${url}/langkah`)).version)

before(async () => {
  const by = (method: string, url: string, body?: object, version?: number) => send('penyusun.bkd', method, url, body, version)
  const pk = await draftPk(by, 'dki.bkd', TAHUN, ['MR', 'KOMBEL'])
  const ra = await draftRa(by, (url) => by('GET', url), 'dki.bkd', TAHUN)
  await submit(`/api/perjanjian-kinerja/${pk}`)
  await submit(`/api/rencana-aksi/${ra}`)
})

describe('a forum', () => {
  test('is scheduled from the page of the agreement, for both papers, with its invitation', async () => {
    const page = await as('biro.pemerintahan')
    await page.goto('/forum')
    await page.getByRole('heading', { name: 'Menunggu dijadwalkan' }).waitFor()
    await both('biro.pemerintahan')
    await page.goto(PK)
    await page.getByRole('link', { name: 'Jadwalkan forum' }).click()
    await page.getByText(`Rencana Aksi ${TAHUN}`, { exact: true }).waitFor()
    await both('biro.pemerintahan')
    await page.getByLabel('Hari').fill('2020-01-01')
    await page.getByLabel('Tempat').fill('Ruang Pola, Balai Kota')
    await page.getByRole('button', { name: 'Jadwalkan' }).click()
    await page.getByText('1 Januari 2020 sudah lewat.').waitFor()
    await page.getByLabel('Hari').fill(today)
    await page.getByRole('button', { name: 'Jadwalkan' }).click()
    await page.getByRole('heading', { name: 'Naskah dan keputusan' }).waitFor()
    forum = page.url()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Undangan kalender' }).click()])
    assert.match(file.suggestedFilename(), /^Undangan Forum penyusunan .*\.ics$/)
    await both('biro.pemerintahan')
  })

  test('an adviser comes from the home page, advises on a line, and the task is done', async () => {
    const page = await as('inspektur')
    await page.goto('/')
    const task = page.getByRole('listitem').filter({ hasText: `Forum penyusunan ${TAHUN} menunggu saran Anda.` })
    await task.getByRole('link', { name: 'Beri saran' }).click()
    await page.getByRole('button', { name: 'Beri saran' }).click()
    const dialog = page.getByRole('dialog', { name: 'Beri saran' })
    await dialog.getByText('Perhatian Anda: mitigasi risiko pencapaian kinerja.').waitFor()
    await dialog.getByLabel('Baris').selectOption({ label: 'Sasaran 1, indikator 1: Indikator contoh 1' })
    await dialog.getByLabel('Sarannya').fill('Tambahkan <b>mitigasi</b> risiko.')
    await clean(page, people.get('inspektur')!.wrongs)
    await dialog.getByRole('button', { name: 'Beri saran' }).click()
    await page.getByText('Inspektur: sudah').waitFor()
    await page.goto('/')
    await page.waitForLoadState('networkidle')
    assert.equal(await task.count(), 0)
  })

  test('the advice stands beside its line, is opened by the keyboard, and is answered', async () => {
    const page = await as('penyusun.bkd')
    await page.goto(PK)
    const mark = page.getByRole('rowheader').filter({ hasText: 'Indikator contoh 1' }).locator('summary')
    await mark.getByText('Saran (1)').waitFor()
    await mark.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Tambahkan <b>mitigasi</b> risiko.', { exact: true }).waitFor()
    await both('penyusun.bkd')
    await page.getByRole('link', { name: 'Buka forumnya' }).click()
    await page.getByRole('button', { name: /^Jawab / }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Jawaban').selectOption('TIDAK_DILAKSANAKAN')
    await dialog.getByRole('button', { name: 'Jawab' }).click()
    await dialog.getByText('Penjelasan belum diisi.').first().waitFor()
    await dialog.getByLabel('Penjelasan').fill('Sudah ada dalam register risiko.')
    await dialog.getByRole('button', { name: 'Jawab' }).click()
    await page.locator('.forum-jawaban', { hasText: 'Sudah ada dalam register risiko.' }).waitFor()
    await page.goto(PK)
    await page.getByText('Saran, sudah dijawab (1)').waitFor()
  })

  test('approving waits for the head in person; then it is decided, closed, and its minutes adopted', async () => {
    const page = await as('asisten.pemerintahan')
    await page.goto(forum)
    const step = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog', { name }).getByRole('button', { name, exact: true }).click()
    }
    await step('Buka forum')
    await page.getByText(/kehadirannya belum dicatat/).waitFor()
    assert.ok(await page.getByRole('button', { name: /^Setujui Perjanjian/ }).isDisabled())
    await page.getByRole('button', { name: 'Catat kehadiran' }).click()
    const dialog = page.getByRole('dialog', { name: 'Catat kehadiran' })
    await dialog.getByRole('combobox').first().selectOption('DIWAKILI')
    await dialog.getByLabel('Nama yang mewakili').fill('Sekretaris Badan')
    await clean(page, people.get('asisten.pemerintahan')!.wrongs)
    await dialog.getByRole('button', { name: 'Catat kehadiran' }).click()
    await page.getByText(/hadir diwakili Sekretaris Badan/).waitFor()
    await page.getByRole('button', { name: 'Catat kehadiran' }).click()
    await dialog.getByRole('combobox').first().selectOption('SENDIRI')
    await dialog.getByRole('button', { name: 'Catat kehadiran' }).click()
    await page.getByRole('cell', { name: 'Hadir tanpa diwakilkan' }).waitFor()
    await page.getByRole('button', { name: /^Setujui Perjanjian/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await page.getByText('Disetujui', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^Kembalikan Rencana/ }).click()
    await page.getByRole('dialog').getByLabel('Alasannya').fill('Lengkapi output triwulan I.')
    await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan' }).click()
    await page.getByText('Dikembalikan untuk diperbaiki').waitFor()
    await step('Tutup forum')
    await step('Tetapkan notulen')
    await page.getByText('Semua langkah sudah selesai.').waitFor()
    await both('asisten.pemerintahan')
    await page.goto(`/forum?tahun=${TAHUN}`)
    await page.getByRole('cell', { name: 'Notulen ditetapkan' }).waitFor()
    await both('asisten.pemerintahan')
  })
})
