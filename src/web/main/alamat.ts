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
  '/provinsi',
  '/provinsi/:periode',
  '/sandi',
] as const
export type Alamat = (typeof ALAMAT)[number]
