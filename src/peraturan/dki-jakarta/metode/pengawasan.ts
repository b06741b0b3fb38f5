// What the Inspektorat verifies and the BPK finds: risk management, follow-up of recommendations, the opinion.
import { dalam, defineMetode, jumlah, kategori, type Metode } from '../../metode.ts'

const terverifikasi = jumlah('jumlah dokumen yang terverifikasi Inspektorat sampai triwulan itu (SI Perisai)')
const RISIKO = 'Peraturan Gubernur 122/2020; Keputusan Gubernur 153/2021'

const risiko2023 = defineMetode({
  kode: 'MANAJEMEN_RISIKO_2023',
  nama: 'Persentase Implementasi Penerapan Manajemen Risiko',
  satuan: 'Persen',
  masukan: { terverifikasi: dalam(terverifikasi, { maks: '5' }) },
  bacaan: {
    BAKU: {
      rumus: 'terverifikasi / 5 * 100',
      arti: 'dokumen terverifikasi dibagi kelima dokumen yang wajib: 2 di TW II, 2 di TW III, 1 di TW IV',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: `${RISIKO}; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 92-94)`,
  berlaku: { dari: '2023-01-01', sampai: '2023-12-31' },
})

const risiko2025 = defineMetode({
  kode: 'MANAJEMEN_RISIKO_2025',
  nama: 'Persentase Implementasi Penerapan Manajemen Risiko',
  satuan: 'Persen',
  masukan: { terverifikasi: dalam(terverifikasi, { maks: '3' }) },
  bacaan: {
    BAKU: {
      rumus: 'terverifikasi / 3 * 100',
      arti: 'dokumen terverifikasi dibagi ketiga dokumen yang wajib: 2 di TW I, 1 di TW IV',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: `${RISIKO}; PK Kepala BKD 2025 (naskah 000, baris 80-84)`,
  berlaku: { dari: '2025-01-01' },
})

const tlhpBpk = defineMetode({
  kode: 'TLHP_BPK',
  nama: 'Persentase progres penyelesaian tindak lanjut rekomendasi temuan BPK',
  satuan: 'Persen',
  masukan: {
    selesai: jumlah('jumlah rekomendasi yang telah diselesaikan, terverifikasi Inspektorat (SI Mantab)', 'Rekomendasi'),
    sisa: jumlah('jumlah sisa rekomendasi yang belum ditindaklanjuti pada awal tahun', 'Rekomendasi', 'seluruhnya'),
    seluruhnya: jumlah('jumlah seluruh rekomendasi LHP BPK sejak 2005', 'Rekomendasi'),
  },
  bacaan: {
    KEBUTUHAN: {
      rumus: 'CLAMP(selesai / (90% * sisa) * 100, 0, 100)',
      arti: 'yang harus selesai adalah 90% dari sisa awal; yang selesai dibagi kebutuhan itu, paling tinggi 100',
    },
    HARFIAH_SISA: {
      rumus: '90% * selesai / sisa * 100',
      arti: 'sebagaimana tercetak: 90% dari yang selesai, dibagi sisa rekomendasi',
    },
    HARFIAH_SELURUHNYA: {
      rumus: '90% * selesai / seluruhnya * 100',
      arti: 'sebagaimana tercetak di LKIP 2024: 90% dari yang selesai, dibagi seluruh rekomendasi',
    },
  },
  bacaanBaku: 'KEBUTUHAN',
  dasar: 'Peraturan Gubernur 2/2013; PK Kepala BKD 2025 (naskah 000, baris 89); LKIP Jakarta Pusat 2024 (naskah 003, baris 2819)',
  berlaku: { dari: '2023-01-01' },
})

const BUKAN_OPINI = 'Opini harus WTP, WDP, TW, atau TMP, dengan huruf besar.'

const opini = defineMetode({
  kode: 'OPINI_LK',
  nama: 'Opini laporan keuangan',
  satuan: 'Predikat',
  masukan: { opini: kategori('opini BPK atas laporan keuangan', ['WTP', 'WDP', 'TW', 'TMP']) },
  bacaan: {
    PERSEN: {
      rumus: 'IFS(opini = "WTP", 100, opini = "WDP", 75, opini = "TW", 50, opini = "TMP", 25)',
      arti: 'konversi nilai opini: WTP 100%, WDP 75%, TW 50%, TMP 25%',
      diLuar: BUKAN_OPINI,
    },
    ANGKA: {
      rumus: 'IFS(opini = "WTP", 3, opini = "WDP", 2, opini = "TW", 1, opini = "TMP", 0)',
      arti: 'angka yang tercetak di depan opini: WTP 3, WDP 2, TW 1, TMP 0',
      diLuar: BUKAN_OPINI,
    },
  },
  bacaanBaku: 'PERSEN',
  skor: { WTP: '100', WDP: '75', TW: '50', TMP: '25', 3: '100', 2: '75', 1: '50', 0: '25' },
  dasar: 'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 75)',
  berlaku: { dari: '2023-01-01' },
})

export const PENGAWASAN: readonly Metode[] = [risiko2023, risiko2025, tlhpBpk, opini]
