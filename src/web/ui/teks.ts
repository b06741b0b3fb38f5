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

export const t = defineTeks({
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
  sibuk: 'Menyimpan …',
  'daftar.lagi': 'Tampilkan lagi',
  'daftar.tampil': '{n} ditampilkan; masih ada yang lain.',
  'daftar.semua': '{n} ditampilkan, semuanya.',
  'bukan.judul': 'Halaman ini bukan untuk peran Anda',
  'bukan.isi': 'Isinya dikelola oleh peran lain. Bila Anda memerlukannya untuk bekerja, hubungi administrator.',
  'bukan.ke': 'Ke Beranda',
  'kurang.judul': 'Isian belum lengkap',
  'kurang.isi': '{apa} belum diisi.',
  'tinggal.judul': 'Isian Anda belum disimpan',
  'tinggal.tetap': 'Lanjutkan mengisi',
  'tinggal.pergi': 'Tinggalkan tanpa menyimpan',
  'versi.judul': 'Sudah diubah dari tempat lain sejak Anda membukanya',
  'versi.tersimpan': '{apa}: yang tersimpan',
  'versi.isian': '{apa}: isian Anda',
  'versi.timpa': 'Simpan isian saya',
  'versi.pakai': 'Pakai yang tersimpan',
  'pilih.ganti': 'Ganti',
  'pilih.bantuan': 'Ketik sebagian namanya, lalu pilih.',
  'pilih.hasil': 'Pilihan untuk {label}',
  'pilih.kosong': 'Tidak ada yang bernama “{cari}”. Coba kata lain.',
})
