// The addresses of the pages, as the router and the server write them. A page is added here and in pages.tsx.
export const ALAMAT = [
  '/',
  '/beranda',
  '/beranda/:unit/:tahun',
  '/capaian',
  '/capaian/:unit/:tahun',
  '/pohon',
  '/pohon/:unit/:tahun',
  '/perjanjian-kinerja',
  '/perjanjian-kinerja/:unit/:tahun',
  '/kamus',
  '/kamus/:unit/:tahun',
  '/kamus/:unit/:tahun/baru',
  '/kamus/:unit/:tahun/:indikator',
  '/kamus/:unit/:tahun/:indikator/ubah',
  '/pengukuran',
  '/pengukuran/:unit/:tahun',
  '/pengukuran/:unit/:tahun/:indikator',
  '/rencana-aksi',
  '/rencana-aksi/:unit/:tahun',
  '/provinsi',
  '/provinsi/:periode',
  '/sandi',
  '/administrasi/unit-kerja',
  '/administrasi/pejabat',
  '/administrasi/akun',
  '/administrasi/periode',
  '/administrasi/peraturan',
  '/administrasi/jejak',
] as const
export type Alamat = (typeof ALAMAT)[number]

/** Does a path belong to an address with its `:parts`? */
export function fits(alamat: string, path: string): boolean {
  const parts = path.split('/')
  const wanted = alamat.split('/')
  return wanted.length === parts.length && wanted.every((w, i) => w === parts[i] || (w.startsWith(':') && parts[i] !== ''))
}

/** Is there a page at this address? What the server or a later room names is offered as a link only where there is. */
export function isPage(address: string): boolean {
  const path = address.split(/[?#]/)[0]!
  return ALAMAT.some((alamat) => fits(alamat, path))
}
