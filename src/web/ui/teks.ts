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
    'susulan.gagal': 'Bagian ini belum dapat dibuka',
    'susulan.gagal.isi':
      'Sambungan ke server terputus. Periksa jaringan, lalu coba lagi. Jika tetap tidak terbuka, muat ulang halaman.',
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
    sibuk: 'Menyimpan …',
    'daftar.lagi': 'Tampilkan lagi',
    'daftar.tampil': '{n} ditampilkan; masih ada yang lain.',
    'daftar.semua': '{n} ditampilkan, semuanya.',
    'bukan.judul': 'Halaman ini bukan untuk peran Anda',
    'bukan.bagian': 'Bagian ini bukan untuk peran Anda',
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
    wajib: 'wajib diisi',
    'naskah.baris': 'baris {baris} naskah {berkas}',
    'naskah.baris.saja': 'baris {baris}',
    'naskah.saja': 'naskah {berkas}',
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
    tutup: 'Close',
    batal: 'Cancel',
    'muat.tunggu': 'Loading …',
    'muat.gagal': 'The data could not be loaded',
    'muat.lagi': 'Try again',
    'galat.jaringan': 'The connection to the server was lost. What you typed is not lost. Check the network, then try again.',
    'galat.jawaban': 'The server answered in an unknown form ({status}). Try again in a moment.',
    'susulan.gagal': 'This part cannot be opened yet',
    'susulan.gagal.isi':
      'The connection to the server is lost. Check the network, then try again. If it still does not open, load the page again.',
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
    sibuk: 'Saving …',
    'daftar.lagi': 'Show more',
    'daftar.tampil': '{n} shown; there are more.',
    'daftar.semua': '{n} shown, all of them.',
    'bukan.judul': 'This page is not for your role',
    'bukan.bagian': 'This part is not for your role',
    'bukan.isi': 'Its content is managed by another role. If you need it for your work, contact the administrator.',
    'bukan.ke': 'To the home page',
    'kurang.judul': 'Something is still missing',
    'kurang.isi': '{apa} has not been filled in.',
    'tinggal.judul': 'What you filled in is not saved',
    'tinggal.tetap': 'Go on filling in',
    'tinggal.pergi': 'Leave without saving',
    'versi.judul': 'Changed elsewhere since you opened it',
    'versi.tersimpan': '{apa}: as stored',
    'versi.isian': '{apa}: as you filled it in',
    'versi.timpa': 'Save mine',
    'versi.pakai': 'Use the stored one',
    'pilih.ganti': 'Change',
    'pilih.bantuan': 'Type a part of the name, then choose.',
    'pilih.hasil': 'Choices for {label}',
    'pilih.kosong': 'Nothing is named “{cari}”. Try another word.',
    wajib: 'required',
    'naskah.baris': 'line {baris} of paper {berkas}',
    'naskah.baris.saja': 'line {baris}',
    'naskah.saja': 'paper {berkas}',
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
