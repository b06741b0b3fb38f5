// The words of the interface: keys with Indonesian texts; English may be given beside them, and stands in where chosen.

export type Bahasa = 'id' | 'en'
let bahasa: Bahasa = 'id'

/** The language of the interface; call before the first text is spoken. */
export function pakaiBahasa(pilihan: Bahasa): void {
  bahasa = pilihan
}

export const bahasaKini = (): Bahasa => bahasa

type Isi = Readonly<Record<string, string | number>>

/**
 * A table of texts and the function that speaks them: `t('dari', { n: 3 })` puts 3 in the place of `{n}`.
 * Each room keeps its own (`screens/teks.ts`); a key without an English text is spoken in Indonesian, and a test names it.
 */
export function defineTeks<K extends string>(id: Readonly<Record<K, string>>, en: Partial<Readonly<Record<K, string>>> = {}) {
  const say = (key: K, isi: Isi = {}): string => {
    const text = (bahasa === 'en' ? en[key] : undefined) ?? id[key]
    return text.replace(/\{(\w+)\}/g, (place, name: string) => String(isi[name] ?? place))
  }
  return Object.assign(say, { tabel: { id, en } as const })
}

export const t = defineTeks(
  {
    tutup: 'Tutup',
    batal: 'Batal',
    'muat.tunggu': 'Memuat …',
    'muat.gagal': 'Data belum dapat dimuat',
    'muat.lagi': 'Coba lagi',
    'galat.jaringan': 'Sambungan ke server terputus. Yang Anda ketik tidak hilang. Periksa jaringan, lalu coba lagi.',
    'galat.jawaban': 'Server menjawab dengan bentuk yang tidak dikenal ({status}). Coba lagi sebentar lagi.',
    'galat.nomor': 'Nomor untuk administrator: {nomor}',
    'keadaan.tercapai': 'Tercapai',
    'keadaan.waspada': 'Waspada',
    'keadaan.tidak-tercapai': 'Tidak tercapai',
    'keadaan.belum-ada-data': 'Belum ada data',
    'keadaan.belum-rilis': 'Belum rilis',
    'keadaan.tidak-jatuh-tempo': 'Tidak jatuh tempo',
    'keadaan.tanpa-target': 'Belum ada target',
    'keadaan.galat': 'Perlu diperiksa',
    'bagan.tabel': 'Lihat sebagai tabel',
    'bagan.gambar': 'Lihat sebagai bagan',
    'bagan.memuat': 'Menyiapkan bagan …',
    wajib: 'wajib diisi',
  },
  {
    tutup: 'Close',
    batal: 'Cancel',
    'muat.tunggu': 'Loading …',
    'muat.gagal': 'The data could not be loaded',
    'muat.lagi': 'Try again',
    'galat.jaringan': 'The connection to the server was lost. What you typed is not lost. Check the network, then try again.',
    'galat.jawaban': 'The server answered in an unknown form ({status}). Try again in a moment.',
    'galat.nomor': 'Number for the administrator: {nomor}',
    'keadaan.tercapai': 'Achieved',
    'keadaan.waspada': 'Close to target',
    'keadaan.tidak-tercapai': 'Not achieved',
    'keadaan.belum-ada-data': 'No data yet',
    'keadaan.belum-rilis': 'Not yet released',
    'keadaan.tidak-jatuh-tempo': 'Not due',
    'keadaan.tanpa-target': 'No target yet',
    'keadaan.galat': 'Needs checking',
    'bagan.tabel': 'Show as a table',
    'bagan.gambar': 'Show as a chart',
    'bagan.memuat': 'Preparing the chart …',
    wajib: 'required',
  },
)
