// The words of the interface: keys with Indonesian texts; English may be given beside them, and stands in where chosen.

export type Bahasa = 'id' | 'en'
let bahasa: Bahasa = 'id'

/** The language of the interface; call before the first render. */
export function pakaiBahasa(pilihan: Bahasa): void {
  bahasa = pilihan
}

type Isi = Readonly<Record<string, string | number>>

/**
 * A table of texts and the function that speaks them: `t('dari', { n: 3 })` puts 3 in the place of `{n}`.
 * Each room keeps its own (`screens/teks.ts`); a key without an English text is spoken in Indonesian.
 */
export function defineTeks<K extends string>(id: Readonly<Record<K, string>>, en: Partial<Readonly<Record<K, string>>> = {}) {
  return (key: K, isi: Isi = {}): string => {
    const text = (bahasa === 'en' ? en[key] : undefined) ?? id[key]
    return text.replace(/\{(\w+)\}/g, (place, name: string) => String(isi[name] ?? place))
  }
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
    unduh: 'Unduh',
    'unduh.apa': 'Unduh {nama}',
    'unduh.pdf': 'untuk dicetak dan ditandatangani',
    'unduh.docx': 'untuk disunting di Word',
    'unduh.xlsx': 'untuk dihitung di Excel',
    'unduh.html': 'untuk dibaca di peramban',
    'unduh.membaca': 'Membaca data …',
    'unduh.antre': 'Menunggu giliran, {n} dokumen lebih dahulu …',
    'unduh.giliran': 'Menunggu giliran …',
    'unduh.menyusun': 'Menyusun halaman …',
    'unduh.menyusun.baris': 'Menyusun halaman dari {n} baris …',
    'unduh.menulis': 'Menulis {n} halaman …',
    'unduh.batal': 'Batalkan',
    'unduh.selesai': 'Tersimpan',
    'unduh.dibatalkan': 'Unduhan dibatalkan',
    'unduh.gagal': 'Dokumen belum dapat diunduh',
    'unduh.jaringan': 'Sambungan ke server terputus, dokumen belum diterima. Periksa jaringan, lalu coba lagi.',
  },
  {
    unduh: 'Download',
    'unduh.apa': 'Download {nama}',
    'unduh.pdf': 'to print and sign',
    'unduh.docx': 'to edit in Word',
    'unduh.xlsx': 'to calculate in Excel',
    'unduh.html': 'to read in a browser',
    'unduh.membaca': 'Reading the data …',
    'unduh.antre': 'Waiting, {n} documents come first …',
    'unduh.giliran': 'Waiting …',
    'unduh.menyusun': 'Laying out the pages …',
    'unduh.menyusun.baris': 'Laying out {n} rows …',
    'unduh.menulis': 'Writing {n} pages …',
    'unduh.batal': 'Cancel',
    'unduh.selesai': 'Saved',
    'unduh.dibatalkan': 'Download cancelled',
    'unduh.gagal': 'The document could not be downloaded yet',
    'unduh.jaringan': 'The connection to the server was lost before the document arrived. Check the network and try again.',
  },
)
