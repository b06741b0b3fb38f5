// The addresses of the pages, as the router and the server write them. A page is added here and in pages.tsx.
export const ALAMAT = [
  '/',
  '/beranda',
  '/beranda/:unit/:tahun',
  '/capaian',
  '/capaian/:unit/:tahun',
  '/perjanjian-kinerja',
  '/perjanjian-kinerja/:unit/:tahun',
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
