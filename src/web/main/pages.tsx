// Every page: its address, its screen (fetched when it is opened), and its place in the rail.
import type { QueryClient } from '@tanstack/react-query'
import { type ComponentType, lazy, useState } from 'react'
import { PEREVIU } from '../../reviu/screens/pereviu.ts'
import type { IconName } from '../ui/icons.tsx'
import { type Alamat, fits, partsOf } from './alamat.ts'
import type { Place } from './place.ts'
import { PasswordPage } from './session.tsx'
import { t } from './teks.ts'

/** A screen gets the parts of its address as properties: `/capaian/:unit/:tahun` gives `unit` and `tahun`; without a year there, the one on top. */
type Parts = Record<string, string>
type Screen = ComponentType<Parts> & {
  readonly load?: () => Promise<unknown>
  /** Its module may export `siapkan`, which asks for what it shows before it is drawn. */
  readonly siapkan?: (client: QueryClient, parts: Parts) => Promise<unknown>
}
export type Halaman = { readonly alamat: Alamat; readonly layar: Screen }

/** A screen that has come by the time it is wanted is drawn at once: a `lazy` one always shows its placeholder first, for 300 ms. */
function screen<M extends Record<K, unknown>, K extends string>(load: () => Promise<M>, name: K): Screen {
  let come: Screen | undefined
  const bring = async () => {
    come = (await load())[name] as Screen
    return { default: come }
  }
  const Later = lazy(bring)
  return Object.assign(
    function Layar(props: Parts) {
      const [Drawn] = useState(() => come ?? Later)
      return <Drawn {...props} />
    },
    {
      load: bring,
      siapkan: async (client: QueryClient, parts: Parts) => ((await load()) as Pick<Screen, 'siapkan'>).siapkan?.(client, parts),
    },
  )
}

/** The home of who has no office. */
export const BerandaProvinsi = screen(() => import('./beranda-provinsi.tsx'), 'BerandaProvinsi')

export const HALAMAN: readonly Halaman[] = [
  { alamat: '/beranda/:unit/:tahun', layar: screen(() => import('./beranda.tsx'), 'Beranda') },
  { alamat: '/capaian/:unit/:tahun', layar: screen(() => import('../../pengukuran/screens/capaian.tsx'), 'CapaianPage') },
  { alamat: '/pohon/:unit/:tahun', layar: screen(() => import('../../perencanaan/screens/pohon.tsx'), 'PohonPage') },
  {
    alamat: '/penjenjangan/:unit/:tahun',
    layar: screen(() => import('../../beranda/screens/penjenjangan.tsx'), 'PenjenjanganPage'),
  },
  {
    alamat: '/perjanjian-kinerja/:unit/:tahun',
    layar: screen(() => import('../../perjanjian-kinerja/screens/perjanjian-kinerja.tsx'), 'PerjanjianKinerjaPage'),
  },
  {
    alamat: '/perjanjian-kinerja/:unit/:tahun/perbandingan',
    layar: screen(() => import('../../perjanjian-kinerja/screens/perbandingan.tsx'), 'PerbandinganPkPage'),
  },
  {
    alamat: '/sasaran-bersama/:unit/:tahun',
    layar: screen(() => import('../../perjanjian-kinerja/screens/terbit.tsx'), 'SasaranBersamaPage'),
  },
  { alamat: '/kamus/:unit/:tahun', layar: screen(() => import('../../indikator/screens/kamus.tsx'), 'KamusPage') },
  { alamat: '/kamus/:unit/:tahun/baru', layar: screen(() => import('../../indikator/screens/ubah.tsx'), 'IndikatorBaruPage') },
  {
    alamat: '/kamus/:unit/:tahun/:indikator',
    layar: screen(() => import('../../indikator/screens/indikator.tsx'), 'IndikatorPage'),
  },
  {
    alamat: '/kamus/:unit/:tahun/:indikator/ubah',
    layar: screen(() => import('../../indikator/screens/ubah.tsx'), 'IndikatorUbahPage'),
  },
  { alamat: '/pengukuran/:unit/:tahun', layar: screen(() => import('../../pengukuran/screens/pengisian.tsx'), 'PengisianPage') },
  {
    alamat: '/pengukuran/:unit/:tahun/:indikator',
    layar: screen(() => import('../../pengukuran/screens/lembar.tsx'), 'LembarPage'),
  },
  {
    alamat: '/jelaskan/:unit/:tahun/:indikator',
    layar: screen(() => import('../../pengukuran/screens/jelaskan-halaman.tsx'), 'JelaskanPage'),
  },
  {
    alamat: '/bagaimana-jika/:unit/:tahun',
    layar: screen(() => import('../../pengukuran/screens/jika.tsx'), 'BagaimanaJikaPage'),
  },
  {
    alamat: '/rencana-aksi/:unit/:tahun',
    layar: screen(() => import('../../rencana-aksi/screens/rencana-aksi.tsx'), 'RencanaAksiPage'),
  },
  {
    alamat: '/rencana-aksi/:unit/:tahun/perbandingan',
    layar: screen(() => import('../../rencana-aksi/screens/perbandingan.tsx'), 'PerbandinganRaPage'),
  },
  { alamat: '/forum', layar: screen(() => import('../../forum/screens/daftar.tsx'), 'DaftarForumPage') },
  { alamat: '/forum/baru', layar: screen(() => import('../../forum/screens/jadwal.tsx'), 'JadwalkanPage') },
  { alamat: '/forum/:id', layar: screen(() => import('../../forum/screens/forum.tsx'), 'ForumPage') },
  { alamat: '/impor', layar: screen(() => import('../../impor/screens/impor.tsx'), 'ImporPage') },
  { alamat: '/reviu', layar: screen(() => import('../../reviu/screens/daftar.tsx'), 'DaftarReviuPage') },
  { alamat: '/reviu/aturan', layar: screen(() => import('../../reviu/screens/aturan.tsx'), 'AturanReviuPage') },
  { alamat: '/reviu/:id', layar: screen(() => import('../../reviu/screens/reviu.tsx'), 'ReviuPage') },
  { alamat: '/provinsi/:periode', layar: screen(() => import('../../pengukuran/screens/provinsi.tsx'), 'ProvinsiPage') },
  { alamat: '/tanda-tangan', layar: screen(() => import('../../beranda/screens/tanda-tangan.tsx'), 'TandaTanganPage') },
  { alamat: '/verifikasi', layar: screen(() => import('../../portal/screens/verifikasi.tsx'), 'VerifikasiPage') },
  { alamat: '/verifikasi/:kode', layar: screen(() => import('../../portal/screens/verifikasi.tsx'), 'VerifikasiPage') },
  { alamat: '/kalender/:unit/:tahun', layar: screen(() => import('../../tenggat/screens/kalender.tsx'), 'KalenderPage') },
  { alamat: '/koordinasi/:tahun', layar: screen(() => import('../../tenggat/screens/koordinasi.tsx'), 'KoordinasiPage') },
  { alamat: '/kabar', layar: screen(() => import('../../kabar/screens/kabar.tsx'), 'KabarPage') },
  { alamat: '/kabar/setelan', layar: screen(() => import('../../kabar/screens/setelan.tsx'), 'SetelanKabarPage') },
  { alamat: '/sandi', layar: PasswordPage },
  { alamat: '/kunci-sandi', layar: screen(() => import('../../pengguna/screens/kunci-sandi.tsx'), 'KunciSandiPage') },
  {
    alamat: '/administrasi/unit-kerja',
    layar: screen(() => import('../../unit-kerja/screens/organisasi.tsx'), 'OrganisasiPage'),
  },
  { alamat: '/administrasi/pejabat', layar: screen(() => import('../../unit-kerja/screens/pejabat.tsx'), 'PejabatPage') },
  { alamat: '/administrasi/akun', layar: screen(() => import('../../pengguna/screens/akun.tsx'), 'AkunPage') },
  { alamat: '/administrasi/periode', layar: screen(() => import('../../pengukuran/screens/periode.tsx'), 'PeriodePage') },
  { alamat: '/administrasi/peraturan', layar: screen(() => import('../../pengguna/screens/peraturan.tsx'), 'PeraturanPage') },
  { alamat: '/administrasi/jejak', layar: screen(() => import('../../pengguna/screens/jejak.tsx'), 'JejakPage') },
]

/** Fetches the screen of an address, and what it shows, while it is still being found out who asks; done when the screen is here. */
export async function startLoading(pathname: string, client: QueryClient): Promise<void> {
  const page = HALAMAN.find(({ alamat }) => fits(alamat, pathname))
  // What cannot be asked for now is asked for again, and told, by the page itself.
  page?.layar.siapkan?.(client, partsOf(page.alamat, pathname))?.catch(() => {})
  await page?.layar.load?.()
}

/** The cycle in its order; a part of it is shown when it has a page. */
export const BAGIAN = [
  '',
  'Perencanaan',
  'Perjanjian Kinerja',
  'Rencana Aksi',
  'Pengukuran',
  'Anggaran',
  'Evaluasi',
  'LKIP',
  'Reviu',
  'Provinsi DKI Jakarta',
  'Administrasi',
] as const

export type ButirMenu = {
  readonly bagian: (typeof BAGIAN)[number]
  readonly label: string
  readonly ikon: IconName
  /** The first part of its addresses: what is open is marked by it. */
  readonly akar: string
  readonly ke: (place: Place) => string
  /** Its name in the bar of a phone; the others are behind *Lainnya*. */
  readonly telepon?: string
  /** Only for who has one of these roles today; for everybody without it. */
  readonly peran?: readonly string[]
}

const atPlace = (akar: string) => (p: Place) => (p.unit ? `${akar}/${p.unit}/${p.tahun}` : akar)

const administrasi = (page: string, label: string, ikon: IconName, ...peran: readonly string[]): ButirMenu => {
  const akar = `/administrasi/${page}`
  return { bagian: 'Administrasi', label, ikon, akar, ke: () => akar, peran }
}

/** Who keeps papers that were signed before the system. */
const PENGIMPOR = ['KEPALA_PD', 'PENYUSUN', 'BIRO_ORB']

/** Who takes part in a forum, or is discussed in it. */
const PEMBAHAS = [
  'KEPALA_PD',
  'PENYUSUN',
  'SUBKOORDINATOR',
  'ASISTEN_SEKDA',
  'INSPEKTUR',
  'BAPPEDA',
  'BKD',
  'BIRO_ORB',
  'TIM_PENGELOLA_KINERJA',
  'GUBERNUR',
]

/** Who sees where every office stands. */
const PENINJAU = [
  'SUBKOORDINATOR',
  'ASISTEN_SEKDA',
  'INSPEKTUR',
  'BAPPEDA',
  'BKD',
  'BIRO_ORB',
  'TIM_PENGELOLA_KINERJA',
  'GUBERNUR',
] as const

export const MENU: readonly ButirMenu[] = [
  { bagian: '', label: t('menu.beranda'), ikon: 'beranda', akar: '/beranda', ke: atPlace('/beranda'), telepon: t('menu.beranda') },
  {
    bagian: '',
    label: t('menu.tanda-tangan'),
    ikon: 'centang',
    akar: '/tanda-tangan',
    ke: () => '/tanda-tangan',
    peran: ['KEPALA_PD', 'GUBERNUR'],
  },
  {
    bagian: '',
    label: t('menu.kalender'),
    ikon: 'kalender',
    akar: '/kalender',
    ke: atPlace('/kalender'),
    peran: ['KEPALA_PD', 'PENYUSUN', ...PENINJAU],
  },
  {
    bagian: 'Perencanaan',
    label: t('menu.pohon'),
    ikon: 'pohon',
    akar: '/pohon',
    ke: atPlace('/pohon'),
    telepon: t('menu.pohon.pendek'),
  },
  {
    bagian: 'Perjanjian Kinerja',
    label: t('menu.perjanjian-kinerja'),
    ikon: 'perjanjian',
    akar: '/perjanjian-kinerja',
    ke: atPlace('/perjanjian-kinerja'),
  },
  {
    bagian: 'Perjanjian Kinerja',
    label: t('menu.sasaran-bersama'),
    ikon: 'berkas',
    akar: '/sasaran-bersama',
    ke: atPlace('/sasaran-bersama'),
    peran: ['PEMILIK_DATA', 'INSPEKTUR', 'BKD', 'BIRO_ORB'],
  },
  { bagian: 'Perencanaan', label: t('menu.penjenjangan'), ikon: 'lanjut', akar: '/penjenjangan', ke: atPlace('/penjenjangan') },
  { bagian: 'Perencanaan', label: t('menu.kamus'), ikon: 'kamus', akar: '/kamus', ke: atPlace('/kamus') },
  {
    bagian: 'Pengukuran',
    label: t('menu.pengukuran'),
    ikon: 'ukur',
    akar: '/pengukuran',
    ke: atPlace('/pengukuran'),
    telepon: t('menu.pengukuran'),
  },
  { bagian: 'Rencana Aksi', label: t('menu.rencana-aksi'), ikon: 'rencana', akar: '/rencana-aksi', ke: atPlace('/rencana-aksi') },
  {
    bagian: 'Rencana Aksi',
    label: t('menu.forum'),
    ikon: 'orang',
    akar: '/forum',
    ke: () => '/forum',
    peran: PEMBAHAS,
  },
  {
    bagian: 'Pengukuran',
    label: t('menu.capaian'),
    ikon: 'capaian',
    akar: '/capaian',
    ke: atPlace('/capaian'),
    telepon: t('menu.capaian'),
  },
  {
    bagian: 'Pengukuran',
    label: t('menu.bagaimana-jika'),
    ikon: 'kelola',
    akar: '/bagaimana-jika',
    ke: atPlace('/bagaimana-jika'),
  },
  { bagian: 'Perjanjian Kinerja', label: t('menu.impor'), ikon: 'berkas', akar: '/impor', ke: () => '/impor', peran: PENGIMPOR },
  { bagian: 'Reviu', label: t('menu.reviu'), ikon: 'centang', akar: '/reviu', ke: () => '/reviu', peran: PEREVIU },
  {
    bagian: 'Provinsi DKI Jakarta',
    label: t('menu.provinsi'),
    ikon: 'provinsi',
    akar: '/provinsi',
    ke: (p) => `/provinsi/${p.tahun}`,
  },
  {
    bagian: 'Provinsi DKI Jakarta',
    label: t('menu.koordinasi'),
    ikon: 'kelola',
    akar: '/koordinasi',
    ke: (p) => `/koordinasi/${p.tahun}`,
    peran: PENINJAU,
  },
  administrasi('unit-kerja', t('menu.organisasi'), 'pohon', 'ADMINISTRATOR'),
  administrasi('pejabat', t('menu.pejabat'), 'orang', 'ADMINISTRATOR'),
  administrasi('akun', t('menu.akun'), 'kunci', 'ADMINISTRATOR'),
  administrasi('periode', t('menu.periode'), 'ukur', 'ADMINISTRATOR', 'BAPPEDA'),
  administrasi('peraturan', t('menu.peraturan'), 'kamus', 'ADMINISTRATOR', 'BAPPEDA', 'INSPEKTUR'),
  administrasi('jejak', t('menu.jejak'), 'berkas', 'ADMINISTRATOR', 'INSPEKTUR'),
]
