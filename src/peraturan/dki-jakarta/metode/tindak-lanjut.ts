// What was asked for and is done: the Governor's directions, complaints, strategic activities (KSD).
import { defineMetode, jumlah, type Metode } from '../../metode.ts'

const arahan = defineMetode({
  kode: 'ARAHAN_GUBERNUR',
  nama: 'Persentase capaian penyelesaian Tindak Lanjut Arahan Gubernur',
  satuan: 'Persen',
  masukan: {
    selesai: jumlah('jumlah arahan yang selesai ditindaklanjuti', 'Arahan', 'arahan'),
    arahan: jumlah('jumlah arahan: rapim, e-office, media elektronik, dan lainnya', 'Arahan'),
  },
  bacaan: { BAKU: { rumus: 'selesai / arahan * 100', arti: 'arahan yang selesai dibagi seluruh arahan' } },
  bacaanBaku: 'BAKU',
  dasar: 'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 99); LKIP BPSDM 2023 (naskah 002, baris 2412-2413)',
  berlaku: { dari: '2023-01-01' },
})

const pengaduan = defineMetode({
  kode: 'PENGADUAN_CRM',
  nama: 'Persentase capaian penyelesaian pengaduan masyarakat',
  satuan: 'Persen',
  masukan: {
    ditindaklanjuti: jumlah('jumlah pengaduan yang ditindaklanjuti', 'Pengaduan', 'masuk'),
    masuk: jumlah('jumlah pengaduan yang masuk', 'Pengaduan'),
    salah_alamat: jumlah('jumlah pengaduan yang bukan kewenangan unit itu', 'Pengaduan', 'masuk'),
  },
  bacaan: {
    BAKU: {
      rumus: 'ditindaklanjuti / (masuk - salah_alamat) * 100',
      arti: 'pengaduan yang ditindaklanjuti dibagi pengaduan yang relevan',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: 'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 100); LKIP BPSDM 2023 (naskah 002, baris 2417-2425)',
  berlaku: { dari: '2023-01-01' },
})

const ksd = defineMetode({
  kode: 'KSD',
  nama: 'Persentase penyelesaian rencana aksi KSD',
  satuan: 'Persen',
  masukan: {
    penyelesaian: jumlah('realisasi penyelesaian rencana aksi pada B03, B06, B09, atau B12'),
    target_penyelesaian: jumlah('target penyelesaian rencana aksi pada bulan itu'),
  },
  bacaan: {
    BAKU: { rumus: 'penyelesaian / target_penyelesaian * 100', arti: 'realisasi penyelesaian dibagi target penyelesaian' },
  },
  bacaanBaku: 'BAKU',
  dasar: 'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 63-71); LKIP BPSDM 2023 (naskah 002, baris 1526-1618)',
  berlaku: { dari: '2023-01-01' },
})

export const TINDAK_LANJUT: readonly Metode[] = [arahan, pengaduan, ksd]
