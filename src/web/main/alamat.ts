// The addresses of the pages, as the router and the server write them. A page is added here and in pages.tsx.
export const ALAMAT = [
  '/',
  '/beranda',
  '/beranda/:unit/:tahun',
  '/capaian',
  '/capaian/:unit/:tahun',
  '/pohon',
  '/pohon/:unit/:tahun',
  '/penjenjangan',
  '/penjenjangan/:unit/:tahun',
  '/perjanjian-kinerja',
  '/perjanjian-kinerja/:unit/:tahun',
  '/perjanjian-kinerja/:unit/:tahun/perbandingan',
  '/sasaran-bersama',
  '/sasaran-bersama/:unit/:tahun',
  '/kamus',
  '/kamus/:unit/:tahun',
  '/kamus/:unit/:tahun/baru',
  '/kamus/:unit/:tahun/:indikator',
  '/kamus/:unit/:tahun/:indikator/ubah',
  '/pengukuran',
  '/pengukuran/:unit/:tahun',
  '/pengukuran/:unit/:tahun/:indikator',
  '/jelaskan/:unit/:tahun/:indikator',
  '/bagaimana-jika',
  '/bagaimana-jika/:unit/:tahun',
  '/rencana-aksi',
  '/rencana-aksi/:unit/:tahun',
  '/rencana-aksi/:unit/:tahun/perbandingan',
  '/forum',
  '/forum/baru',
  '/forum/:id',
  '/kalender',
  '/kalender/:unit/:tahun',
  '/koordinasi',
  '/koordinasi/:tahun',
  '/kabar',
  '/kabar/setelan',
  '/impor',
  '/reviu',
  '/reviu/aturan',
  '/reviu/:id',
  '/provinsi',
  '/provinsi/:periode',
  '/tanda-tangan',
  '/verifikasi',
  '/verifikasi/:kode',
  '/sandi',
  '/kunci-sandi',
  '/administrasi/unit-kerja',
  '/administrasi/pejabat',
  '/administrasi/akun',
  '/administrasi/periode',
  '/administrasi/peraturan',
  '/administrasi/jejak',
] as const
export type Alamat = (typeof ALAMAT)[number]

const KANTOR = '/api/unit-kerja/:unit?tanggal=:tahun-12-31'
/** What a page asks first, in its very words: the server names it beside the page, so that it comes while the script still does. */
export const DATA: Partial<Readonly<Record<Alamat, readonly string[]>>> = {
  '/beranda/:unit/:tahun': [KANTOR, '/api/tugas', '/api/capaian/:unit/tahun/:tahun'],
  '/capaian/:unit/:tahun': [KANTOR, '/api/capaian/:unit/tahun/:tahun'],
  '/pohon/:unit/:tahun': [KANTOR, '/api/perencanaan/:unit/pohon/:tahun', '/api/capaian/:unit?dari=:tahun&sampai=:tahun'],
  '/perjanjian-kinerja/:unit/:tahun': [
    KANTOR,
    '/api/perjanjian-kinerja?unit=:unit&tahun=:tahun',
    '/api/perjanjian-kinerja/awal?unit=:unit&tahun=:tahun',
    '/api/perjanjian-kinerja/terbaru?unit=:unit&tahun=:tahun',
  ],
  '/penjenjangan/:unit/:tahun': [KANTOR, '/api/penjenjangan/:unit/:tahun'],
  '/rencana-aksi/:unit/:tahun': [KANTOR, '/api/rencana-aksi?unit=:unit&tahun=:tahun&batas=200'],
  '/kamus/:unit/:tahun': [KANTOR, '/api/kamus/:unit?tahun=:tahun'],
  '/pengukuran/:unit/:tahun': [KANTOR],
  '/kalender/:unit/:tahun': [KANTOR, '/api/kalender/:unit/:tahun'],
  '/koordinasi/:tahun': ['/api/koordinasi/:tahun?naskah=PK'],
  '/provinsi/:periode': ['/api/capaian?periode=:periode&batas=200'],
}

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

/** The parts that an address names, of a path that fits it: `unit` and `tahun` of `/capaian/:unit/:tahun`. */
export function partsOf(alamat: Alamat, path: string): Record<string, string> {
  const given = path.split('/')
  return Object.fromEntries(alamat.split('/').flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), given[i]!]] : [])))
}

/** What the page at a path asks first, in its very words. */
export function firstAsked(path: string): string[] {
  const alamat = ALAMAT.find((one) => fits(one, path))
  if (!alamat) return []
  const parts = partsOf(alamat, path)
  return (DATA[alamat] ?? []).map((url) => url.replace(/:([a-z]+)/g, (_part, name: string) => parts[name] ?? ''))
}
