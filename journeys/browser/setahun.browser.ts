// The year of the Instruksi Sekda 4/2024 for two offices, in the pages; the story is in ../setahun.ts. Build first: node bin/build.js.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { draftPk, draftRa } from '../../src/perjanjian-kinerja/contoh.testing.ts'
import { byHttp, clean, SANDI, site, type Visitor } from '../../src/web/main/browser.testing.ts'
import { adegan, type Babak, judulOf, KANTOR, type Kantor, type Naskah, pelakuOf } from '../setahun.ts'

// A browser forgets a cookie whose day has passed: the story is of the year that comes.
const TAHUN = new Date().getFullYear() + 1
const { visitor, at } = await site(new Date(`${TAHUN}-02-03T03:00:00Z`))
const people = new Map<string, Visitor & { day: string }>()

/** Somebody at their own desk, who signs in again on another day. */
async function as(username: string, day: string): Promise<Visitor> {
  const known = people.get(username) ?? { ...(await visitor()), day: '' }
  people.set(username, known)
  known.page.setDefaultTimeout(15_000)
  if (known.day !== day) {
    const enter = () => known.context.request.post('/api/sesi', { data: { username, password: SANDI } })
    let answer = await enter()
    // A whole year goes by in minutes, from one address: whoever comes too often waits, as the program asks.
    while (answer.status() === 429) {
      await known.page.waitForTimeout(2000)
      answer = await enter()
    }
    assert.equal(answer.status(), 200, await answer.text())
    known.day = day
  }
  return known
}

const room = (naskah: Naskah) => (naskah === 'PK' ? 'perjanjian-kinerja' : 'rencana-aksi')
const read = async (page: Page, url: string) => (await page.request.get(url)).json()
async function newest(page: Page, { unit }: Kantor, naskah: Naskah): Promise<string> {
  const { isi } = await read(page, `/api/${room(naskah)}?unit=${unit}&tahun=${TAHUN}`)
  return `/api/${room(naskah)}/${isi.at(-1).id}`
}
const open = (page: Page, { unit }: Kantor, naskah: Naskah) => page.goto(`/${room(naskah)}/${unit}/${TAHUN}`)
const dialog = (page: Page) => page.getByRole('dialog')
async function confirmed(page: Page, name: string, fill?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await fill?.()
  await dialog(page).getByRole('button', { name, exact: true }).click()
  await dialog(page).waitFor({ state: 'detached' })
}
/** The open forum of an office, or the quarterly one. */
async function toForum(page: Page, kantor: readonly Kantor[], status = /^(?!DITETAPKAN)/): Promise<void> {
  const { isi } = await read(page, `/api/forum?tahun=${TAHUN}`)
  const unit = kantor.length > 1 ? 'dki' : kantor[0]!.unit
  await page.goto(`/forum/${isi.find((f: { unit: string; status: string }) => f.unit === unit && status.test(f.status)).id}`)
  await page.getByRole('heading', { name: 'Undangan dan kehadiran' }).waitFor()
}

const LABEL: Readonly<Record<string, RegExp>> = {
  ajukan: /^Ajukan$/,
  sampaikan: /^Sampaikan/,
  serahkan: /^Serahkan/,
  publikasi: /^Publikasikan$/,
  'tanda-tangan': /^Tanda tangani$/,
}
async function takeStep(page: Page, kantor: Kantor, naskah: Naskah, act: string, menjadi: string): Promise<void> {
  await open(page, kantor, naskah)
  const steps = page.getByRole('region', { name: 'Langkah berikutnya' })
  await steps.getByRole('button', { name: LABEL[act]! }).click()
  if (act === 'tanda-tangan') await dialog(page).getByLabel('Kata sandi Anda').fill(SANDI)
  await dialog(page).getByRole('button', { name: LABEL[act]! }).click()
  await dialog(page).waitFor({ state: 'detached' })
  const url = await newest(page, kantor, naskah)
  assert.equal((await read(page, `${url}/langkah`)).status, menjadi)
}

async function signAll(page: Page, naskah: Naskah, kantor: readonly Kantor[], menjadi: string): Promise<void> {
  await page.goto('/tanda-tangan')
  await page.getByLabel('Pilih semua').check()
  const name = `Tandatangani ${kantor.length} naskah`
  await confirmed(page, name, () => dialog(page).getByLabel('Kata sandi Anda').fill(SANDI))
  // The batch before says the same words; the list is empty only when this one is done.
  await page.getByText('Tidak ada naskah yang menunggu tanda tangan Anda.').waitFor()
  await page.getByText(`${kantor.length} naskah ditandatangani.`).waitFor()
  for (const k of kantor) assert.equal((await read(page, `${await newest(page, k, naskah)}/langkah`)).status, menjadi)
}

/** The target of the first indicator for TW III, typed into its cell. */
async function typeTarget(page: Page, nilai: string): Promise<void> {
  const row = page.locator('tbody tr').filter({ hasText: 'Indikator contoh 1' }).first()
  await row.locator('[aria-colindex="9"]').click()
  await page.keyboard.type(nilai)
  await page.keyboard.press('Enter')
  await page.getByText(/^(?:Semua )?[Tt]ersimpan/).first().waitFor() // biome-ignore format: one line
}

async function play({ oleh, hari, perbuatan: p }: Babak, page: Page, kantor: readonly Kantor[]): Promise<void> {
  const [office] = kantor as [Kantor]
  switch (p.buat) {
    case 'susun': {
      // What a grid can do is told in its own journeys.
      const { ask } = byHttp(page)
      await draftPk(ask, office.unit, TAHUN, office.indikator)
      await draftRa(ask, (url) => read(page, url), office.unit, TAHUN)
      return
    }
    case 'langkah':
      if (kantor.length > 1) return signAll(page, p.naskah[0]!, kantor, p.menjadi)
      for (const naskah of p.naskah) await takeStep(page, office, naskah, p.act, p.menjadi)
      return
    case 'jadwalkan': {
      const quarterly = kantor.length > 1
      if (quarterly) {
        await page.goto(`/forum/baru?unit=dki&jenis=triwulanan&tahun=${TAHUN}`)
        await page.getByLabel('Triwulan', { exact: true }).selectOption('TW1')
      } else {
        await open(page, office, 'PK')
        await page.getByRole('link', { name: 'Jadwalkan forum' }).click()
        await page.getByText(`Rencana Aksi ${TAHUN}`, { exact: true }).waitFor()
      }
      await page.getByLabel('Hari').fill(`${TAHUN}-${quarterly ? '04-15' : hari === '02-03' ? '02-10' : '02-17'}`)
      await page.getByLabel('Tempat').fill('Balai Kota')
      await page.getByRole('button', { name: 'Jadwalkan' }).click()
      await page.getByRole('heading', { name: 'Naskah dan keputusan' }).waitFor()
      return
    }
    case 'saran': {
      await toForum(page, kantor)
      const naskah = `${p.naskah === 'PK' ? 'Perjanjian Kinerja' : 'Rencana Aksi'} ${TAHUN}`
      await confirmed(page, 'Beri saran', async () => {
        await dialog(page).getByLabel('Naskah').selectOption({ label: naskah })
        const line = dialog(page).getByLabel('Baris').locator('option', { hasText: /indikator/i }).first() // biome-ignore format: one line
        await dialog(page)
          .getByLabel('Baris')
          .selectOption((await line.getAttribute('value'))!)
        await dialog(page).getByLabel('Sarannya').fill(p.isi)
      })
      await page.getByText(new RegExp(`^${oleh}: sudah`, 'i')).waitFor()
      return
    }
    case 'tanpa-saran':
      await toForum(page, kantor)
      await confirmed(page, 'Tidak ada saran')
      await page.getByText('Biro Organisasi dan Reformasi Birokrasi: sudah').waitFor()
      return
    case 'jawab':
      await toForum(page, kantor, /./)
      for (let open = 2; open > 0; open--) {
        await page.waitForFunction(
          (n) => [...document.querySelectorAll('main button')].filter((b) => /^Jawab/.test(b.textContent ?? '')).length === n,
          open,
        )
        await page.getByRole('button', { name: /^Jawab / }).first().click() // biome-ignore format: one line
        await dialog(page).getByLabel('Jawaban').selectOption('DILAKSANAKAN')
        await dialog(page).getByLabel('Penjelasan').fill(p.alasan)
        await dialog(page).getByRole('button', { name: 'Jawab' }).click()
        await dialog(page).waitFor({ state: 'detached' })
      }
      return
    case 'mulai':
    case 'tutup':
    case 'tetapkan':
      await toForum(page, kantor)
      return confirmed(page, { mulai: 'Buka forum', tutup: 'Tutup forum', tetapkan: 'Tetapkan notulen' }[p.buat])
    case 'hadir':
      await toForum(page, kantor)
      return confirmed(page, 'Catat kehadiran', async () => {
        for (const one of await dialog(page).getByRole('combobox').all())
          if ((await one.inputValue()) === '') await one.selectOption('SENDIRI')
      })
    case 'putuskan': {
      await toForum(page, kantor)
      const act = p.keputusan === 'DISETUJUI' ? 'Setujui' : 'Kembalikan'
      const buttons = page.getByRole('main').getByRole('button', { name: new RegExp(`^${act} `) })
      await buttons.first().waitFor()
      for (let left = await buttons.count(); left > 0; left--) {
        await buttons.first().click()
        if (p.alasan) await dialog(page).getByLabel('Alasannya').fill(p.alasan)
        await dialog(page).getByRole('button', { name: act, exact: true }).click()
        await dialog(page).waitFor({ state: 'detached' })
        await page.waitForFunction(
          ([name, n]) => [...document.querySelectorAll('main button')].filter((b) => b.textContent?.startsWith(name)).length < n,
          [act, left] as const,
        )
      }
      return
    }
    case 'perbaiki':
      await open(page, office, 'PK')
      return typeTarget(page, p.tw3)
    case 'revisi':
      await open(page, office, 'PK')
      await confirmed(page, 'Susun revisi', async () => {
        await dialog(page).getByLabel('Alasan yang sah').selectOption('PENYESUAIAN_TARGET_INSTRUKSI')
        await dialog(page).getByLabel('Dasar').fill(p.dasar)
      })
      return typeTarget(page, p.tw3)
    case 'usulkan':
      await open(page, office, 'RA')
      return confirmed(page, 'Usulkan perubahan', async () => {
        await dialog(page).getByLabel('Alasan').selectOption('KEBIJAKAN_ARAHAN_PIMPINAN')
        await dialog(page).getByLabel('Output atau outcome').check()
        await dialog(page).getByLabel('TW III', { exact: true }).check()
        await dialog(page).getByLabel('Apa yang berubah, dan sebabnya').fill(p.uraian)
      })
    case 'susun-perubahan': {
      await open(page, office, 'RA')
      await page.getByRole('button', { name: 'Susun perubahan' }).click()
      const cell = page.getByRole('gridcell').filter({ hasText: /^T\/O1\.1\.3\. Laporan contoh/ }).first() // biome-ignore format: one line
      await cell.click()
      await page.keyboard.type('Laporan yang diperluas')
      await page.keyboard.press('Enter')
      await page.getByText(/^(?:Semua )?[Tt]ersimpan/).first().waitFor() // biome-ignore format: one line
    }
  }
}

describe('a year of two offices, in the pages', () => {
  for (const { babak, kantor } of adegan())
    test(judulOf(babak, kantor), async () => {
      const now = new Date(`${TAHUN}-${babak.hari}T03:00:00Z`)
      if (now > at.now) at.now = now
      const { page, wrongs } = await as(pelakuOf(babak, kantor[0]!), babak.hari)
      await play(babak, page, kantor)
      assert.deepEqual(wrongs, [])
    })

  test('in the end each office has its changed papers in force, and shows its versions', async () => {
    const { page, wrongs } = await as('inspektur', '04-20')
    for (const kantor of KANTOR)
      for (const naskah of ['PK', 'RA'] as const) {
        await open(page, kantor, naskah)
        await page.getByText('Versi (2)').click()
        await page.getByText('Perubahan ke-1').first().waitFor()
        await clean(page, wrongs)
      }
  })
})
