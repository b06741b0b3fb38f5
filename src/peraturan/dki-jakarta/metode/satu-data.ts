// Satu Data Indonesia at the Province: first how much was collected, then how good it is.
import { defineMetode, jumlah, type Metode } from '../../metode.ts'

const terkumpul = jumlah('jumlah data terkumpul ke walidata sampai tanggal 5 bulan sesudah jadwal rilis', 'Data', 'wajib')
const wajib = jumlah('jumlah data yang wajib terkumpul', 'Data')

const pengumpulan = defineMetode({
  kode: 'SDI_2023',
  nama: 'Persentase progress pengumpulan data sesuai daftar data',
  satuan: 'Persen',
  masukan: { terkumpul, wajib },
  bacaan: { BAKU: { rumus: 'terkumpul / wajib * 100', arti: 'data terkumpul dibagi data yang wajib terkumpul pada triwulan itu' } },
  bacaanBaku: 'BAKU',
  dasar: 'Keputusan Gubernur 186/2023; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 82)',
  berlaku: { dari: '2023-01-01', sampai: '2023-12-31' },
})

const kualitas = defineMetode({
  kode: 'SDI_2024',
  nama: 'Nilai kualitas data SDI',
  satuan: 'Nilai',
  masukan: {
    terkumpul,
    wajib,
    berkas: jumlah('jumlah file data sesuai ketetapan', 'File'),
    lengkap: jumlah('jumlah file data yang komponennya lengkap', 'File', 'berkas'),
    unik: jumlah('jumlah file data tanpa duplikasi pada variabel kunci', 'File', 'berkas'),
    valid: jumlah('jumlah file data yang tervalidasi produsen data', 'File', 'berkas'),
  },
  bacaan: {
    BAKU: {
      rumus: 'terkumpul / wajib + lengkap / berkas + unik / berkas + valid / berkas',
      arti: 'jumlah nilai aspek ketepatan waktu, kelengkapan, keunikan isi, dan validitas; rentang 0-4',
    },
  },
  bacaanBaku: 'BAKU',
  dasar:
    'Peraturan Gubernur 37/2022; Keputusan Gubernur 785/2025; PK Kepala BKD 2025 (naskah 000, baris 69); LKIP Jakarta Pusat 2024 (naskah 003, baris 1165)',
  berlaku: { dari: '2024-01-01' },
})

export const SATU_DATA: readonly Metode[] = [pengumpulan, kualitas]
