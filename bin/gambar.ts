// node bin/gambar.ts: a picture of every page at both widths, into gambar/ (not in git), to be looked at.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { buildClient } from './build.js'

const OUT = join(import.meta.dirname, '../gambar')

test('gambar', { timeout: 600_000 }, async () => {
  buildClient()
  const { axe, fillSignIn, LEBAR, overflow, site, TELEPON } = await import('../src/web/main/browser.testing.ts')
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const { signIn, visitor } = await site()
  /** `GAMBAR=reviu,impor`: only those pages. */
  const only = process.env.GAMBAR?.split(',')
  const pages: readonly [string, string, string?][] = [
    ['beranda', '/beranda/dki.jakpus/2024'],
    ['beranda-kosong', '/beranda/dki.jakpus/2026'],
    ['beranda-jelaskan', '/beranda/dki.jakpus/2024?jelaskan=NKA.2024'],
    ['capaian', '/capaian/dki.jakpus/2024'],
    ['capaian-2023', '/capaian/dki.jakpus/2023?kolom=triwulan'],
    ['capaian-saring', '/capaian/dki.jakpus/2024?keadaan=waspada'],
    ['jelaskan', '/capaian/dki.jakpus/2024?jelaskan=IKL.2024'],
    ['jelaskan-ikm', '/capaian/dki.jakpus/2024?jelaskan=IKL.2024&jalur=IKM.2024'],
    ['jelaskan-semester', '/capaian/dki.jakpus/2024?jelaskan=IKL.2024&jalur=IKM.2024~IKM.2024-S1'],
    ['jelaskan-kecamatan', '/capaian/dki.jakpus/2024?jelaskan=IKL.2024&jalur=IKM.2024~IKM.2024-S1~Gambir'],
    ['jelaskan-kelurahan', '/capaian/dki.jakpus/2024?jelaskan=IKL.2024&jalur=IKM.2024~IKM.2024-S1~Gambir~Petojo Utara'],
    ['jelaskan-bacaan', '/capaian/dki.jakpus/2024?jelaskan=IKL.2024&bacaan=IEK:VARIABEL&jalur=IEK.2024~IEK.2024-S2'],
    ['jelaskan-belum', '/capaian/dki.jakpus/2024?jelaskan=CRM.2024-TW1'],
    ['pohon', '/pohon/dki.jakpus/2024'],
    ['pohon-simpul', '/pohon/dki.jakpus/2024?simpul=T1.S1'],
    ['pohon-bpsdm', '/pohon/dki.bpsdm/2023'],
    ['pohon-bkd', '/pohon/dki.bkd/2025'],
    ['pohon-kosong', '/pohon/dki.jakpus/2019'],
    ['pk-baca', '/perjanjian-kinerja/dki.jakpus/2023'],
    ['pk-baca-2025', '/perjanjian-kinerja/dki.bkd/2025'],
    ['pk-awal', '/perjanjian-kinerja/dki.jakpus/2025'],
    ['banding-pk', '/perjanjian-kinerja/dki.jakpus/2024/perbandingan?dari=2023.v1&ke=v1'],
    ['banding-kini', '/perjanjian-kinerja/dki.bkd/2025/perbandingan?dari=v1&ke=hari-ini', 'kepala.bkd'],
    ['banding-ra', '/rencana-aksi/dki.bkd/2025/perbandingan'],
    ['penjenjangan', '/penjenjangan/dki.jakpus/2024'],
    ['penjenjangan-bkd', '/penjenjangan/dki.bkd/2025', 'penyusun.bkd'],
    ['kalender', '/kalender/dki.jakpus/2024'],
    ['koordinasi', '/koordinasi/2024', 'biro.pemerintahan'],
    ['kabar', '/kabar'],
    ['kabar-setelan', '/kabar/setelan', 'administrator'],
    ['kamus', '/kamus/dki.jakpus/2024'],
    ['kamus-kosong', '/kamus/dki.jakpus/2019'],
    ['kamus-ikm', '/kamus/dki.jakpus/2024/IKM'],
    ['kamus-kompub', '/kamus/dki.jakpus/2024/KOMPUB'],
    ['kamus-tidak-ada', '/kamus/dki.jakpus/2024/TIADA'],
    ['kamus-ubah', '/kamus/dki.jakpus/2024/NKA/ubah'],
    ['kamus-baru', '/kamus/dki.jakpus/2024/baru'],
    ['pengukuran', '/pengukuran/dki.jakpus/2023?triwulan=TW2'],
    ['pengukuran-semester', '/pengukuran/dki.jakpus/2024?triwulan=TW2'],
    ['pengukuran-bkd', '/pengukuran/dki.bkd/2025?triwulan=TW2', 'penyusun.bkd'],
    ['pengukuran-kosong', '/pengukuran/dki.bkd/2024', 'penyusun.bkd'],
    ['pengukuran-lembar', '/pengukuran/dki.jakpus/2023/CRM?triwulan=TW2'],
    ['pengukuran-lembar-tabel', '/pengukuran/dki.jakpus/2024/NKA?triwulan=TW4'],
    ['pengukuran-lembar-nilai', '/pengukuran/dki.jakpus/2024/SKLM?triwulan=TW3'],
    ['rinci-ikl', '/jelaskan/dki.jakpus/2024/IKL'],
    ['rinci-nka', '/jelaskan/dki.jakpus/2024/NKA'],
    ['rinci-belum', '/jelaskan/dki.jakpus/2024/CRM?periode=TW1'],
    ['jika', '/bagaimana-jika/dki.jakpus/2024?untuk=IKL.2024'],
    [
      'jika-andai',
      '/bagaimana-jika/dki.jakpus/2024?untuk=IKL.2024&IKM.2024-S1.kelurahan.Gambir~Petojo Utara=60&IKL.2024.TARGET=98&hitung=IKM.2024.REALISASI',
    ],
    ['jika-salah', '/bagaimana-jika/dki.jakpus/2024?untuk=NKA.2024&NKA.2024.REALISASI=seratus&hitung=NKA.2024.TARGET'],
    ['rencana-aksi', '/rencana-aksi/dki.bkd/2025'],
    ['rencana-aksi-saring', '/rencana-aksi/dki.bkd/2025?triwulan=TW3'],
    ['rencana-aksi-kosong', '/rencana-aksi/dki.bkd/2026'],
    ['forum-kosong', '/forum', 'biro.pemerintahan'],
    ['impor', '/impor', 'penyusun.jakpus'],
    ['sasaran-bersama', '/sasaran-bersama/dki.bkd/2025', 'penyusun.bkd'],
    ['sasaran-bersama-bukan', '/sasaran-bersama/dki.jakpus/2025', 'penyusun.jakpus'],
    ['tanda-tangan', '/tanda-tangan', 'gubernur'],
    ['verifikasi', '/verifikasi'],
    ['reviu', '/reviu', 'penyusun.jakpus'],
    ['reviu-aturan', '/reviu/aturan', 'inspektur'],
    ['forum-triwulanan-baru', '/forum/baru?unit=dki&jenis=triwulanan', 'tim.kinerja'],
    ['provinsi', '/provinsi/2024'],
    ['provinsi-tw', '/provinsi/2024-TW2'],
    ['sandi', '/sandi'],
    ['kunci-sandi', '/kunci-sandi'],
    ['tidak-ada', '/entah/apa'],
    ['administrasi-unit', '/administrasi/unit-kerja', 'administrator'],
    ['administrasi-unit-cari', '/administrasi/unit-kerja?cari=gambir', 'administrator'],
    ['administrasi-unit-panel', '/administrasi/unit-kerja?unit=dki.jakpus.kec-gambir', 'administrator'],
    ['administrasi-pejabat', '/administrasi/pejabat?cari=kepala', 'administrator'],
    ['administrasi-pejabat-orang', '/administrasi/pejabat?lihat=orang', 'administrator'],
    ['administrasi-pejabat-panel', '/administrasi/pejabat?jabatan=walikota.dki.jakpus', 'administrator'],
    ['administrasi-akun', '/administrasi/akun', 'administrator'],
    ['administrasi-akun-panel', '/administrasi/akun?akun=bappeda', 'administrator'],
    ['administrasi-periode', '/administrasi/periode?tahun=2025', 'bappeda'],
    ['administrasi-peraturan', '/administrasi/peraturan', 'administrator'],
    ['administrasi-peraturan-metode', '/administrasi/peraturan?bagian=metode', 'administrator'],
    ['administrasi-peraturan-skala', '/administrasi/peraturan?bagian=skala', 'administrator'],
    ['administrasi-peraturan-tenggat', '/administrasi/peraturan?bagian=tenggat', 'administrator'],
    ['administrasi-peraturan-wewenang', '/administrasi/peraturan?bagian=wewenang', 'administrator'],
    ['administrasi-peraturan-panel', '/administrasi/peraturan?bagian=metode&metode=PREDIKAT_SAKIP', 'administrator'],
    ['administrasi-jejak', '/administrasi/jejak', 'inspektur'],
    ['administrasi-jejak-saring', '/administrasi/jejak?perbuatan=pengguna', 'inspektur'],
    ['administrasi-bukan', '/administrasi/akun', 'inspektur'],
  ]
  for (const [name, view] of [
    ['1440', LEBAR],
    ['390', TELEPON],
  ] as const) {
    const door = await visitor(view)
    const shot = async (page: typeof door.page, file: string, full = true) => {
      const wrong = [...(await axe(page)), ...(await overflow(page))]
      for (const w of wrong) console.log(`${file} ${name}: ${w}`)
      await page.screenshot({ path: join(OUT, `${file}-${name}.png`), fullPage: full })
    }
    if (!only) {
      await door.page.goto('/')
      await door.page.getByRole('button', { name: 'Masuk', exact: true }).waitFor()
      await shot(door.page, 'masuk')
      await fillSignIn(door.page, 'walikota.jakpus', 'salah sekali')
      await door.page.getByRole('alert').waitFor()
      await shot(door.page, 'masuk-salah')
    }
    await door.context.close()
    const { page: walikota, wrongs } = await signIn('walikota.jakpus', view)
    const others = new Map<string, typeof walikota>()
    for (const [file, url, who] of pages) {
      if (only && !only.some((part) => file.includes(part))) continue
      if (who && !others.has(who)) others.set(who, (await signIn(who, view)).page)
      const page = who ? others.get(who)! : walikota
      await page.goto(url)
      await page.locator('h1').waitFor()
      await page.locator('.kerangka').first().waitFor({ state: 'detached' })
      await shot(page, file, !/^jelaskan|jelaskan$|panel$/.test(file))
    }
    const page = walikota
    if (!only || only.includes('pk-draf')) {
      await page.goto('/perjanjian-kinerja/dki.jakpus/2025')
      const begin = page.getByRole('button', { name: 'Susun dari Perjanjian Kinerja 2024' })
      await begin.or(page.locator('.lembar')).first().waitFor()
      if (await begin.isVisible()) await begin.click()
      await page.locator('.lembar').waitFor()
      await page
        .getByText(/catatan pemeriksa/)
        .first()
        .waitFor()
      await shot(page, 'pk-draf', false)
      await shot(page, 'pk-draf-penuh')
    }
    if (!only || only.includes('cari')) {
      await page.goto('/beranda/dki.jakpus/2024')
      await page.getByRole('button', { name: /^Perangkat daerah/ }).click()
      await page.getByLabel('Cari nama').fill('gambir')
      await shot(page, 'pilih-kantor', false)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /^Cari unit kerja/ }).fill('kepuasan')
      await page.getByRole('option').nth(2).waitFor()
      await shot(page, 'cari', false)
      await page.getByRole('combobox', { name: /^Cari unit kerja/ }).fill('tidak ada yang begini')
      await page.getByText('Tidak ada yang cocok').waitFor()
      await shot(page, 'cari-kosong', false)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Akun / }).click()
      await shot(page, 'akun', false)
      await page.context().clearCookies()
      await page.goto('/capaian/dki.jakpus/2024').catch(() => {})
    }
    for (const w of wrongs) console.log(`${name}: ${w}`)
    await page.context().close()
  }
})
after(() => setTimeout(() => process.exit(), 500).unref())
