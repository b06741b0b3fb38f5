// The Province's official methods, as data. A new regulation is a new entry with its window, never an edit.
import { defineMetode, type Metode } from '../metode.ts'

const ikm = defineMetode({
  kode: 'IKM',
  nama: 'Indeks Kepuasan Masyarakat terhadap layanan kegiatan kemasyarakatan',
  satuan: 'Nilai',
  masukan: {
    kelurahan: {
      jenis: 'TABEL',
      dari: 'SURVEI',
      kolom: ['kecamatan', 'kelurahan', 'nilai'],
      arti: 'hasil survei tiap kelurahan, skala konversi 25-100',
    },
  },
  bacaan: {
    BERJENJANG: {
      rumus: 'AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan]))',
      arti: 'seluruh kelurahan menjadi rata-rata kecamatan, lalu rata-rata kecamatan menjadi capaian Walikota',
    },
  },
  bacaanBaku: 'BERJENJANG',
  dasar: 'PermenPANRB 14/2017; PK Walikota Jakarta Pusat 2023 (seed 001, baris 61)',
  berlaku: { dari: '2023-01-01' },
})

const iek = defineMetode({
  kode: 'IEK',
  nama: 'Indeks Efektivitas Koordinasi Kota Administrasi',
  satuan: 'Nilai',
  masukan: {
    variabel: {
      jenis: 'TABEL',
      dari: 'SURVEI',
      kolom: ['bidang', 'unsur', 'variabel', 'nilai'],
      arti: '13 variabel atas 9 unsur untuk tiap bidang Asisten',
    },
    bidang: {
      jenis: 'TABEL',
      dari: 'SURVEI',
      kolom: ['bidang', 'nilai'],
      arti: 'nilai tiap bidang sebagaimana tercetak di laporan',
    },
  },
  bacaan: {
    VARIABEL: {
      rumus: 'AVERAGE(AVERAGE(AVERAGE(variabel[nilai] BY variabel[bidang], variabel[unsur]) BY variabel[bidang]))',
      arti: 'variabel menjadi rata-rata unsur, unsur menjadi rata-rata bidang, bidang menjadi indeks',
    },
    BIDANG: { rumus: 'AVERAGE(bidang[nilai])', arti: 'rata-rata nilai ketiga bidang sebagaimana tercetak, yang sudah dibulatkan' },
  },
  bacaanBaku: 'VARIABEL',
  dasar:
    'PermenPANRB 14/2017; PK Walikota Jakarta Pusat 2023 (seed 001, baris 62); LKIP Kota Administrasi Jakarta Pusat 2024 (seed 003, baris 1960-2083)',
  berlaku: { dari: '2023-01-01' },
})

const ikl = defineMetode({
  kode: 'IKL',
  nama: 'Indeks Kepuasan Layanan Kota Administrasi',
  satuan: 'Nilai',
  masukan: {},
  bacaan: { BAKU: { rumus: 'AVERAGE(INDIKATOR("IKM"), INDIKATOR("IEK"))', arti: 'rata-rata IKM dan IEK' } },
  bacaanBaku: 'BAKU',
  dasar: 'PK Walikota Jakarta Pusat 2023 (seed 001, baris 57)',
  berlaku: { dari: '2023-01-01' },
})

const nkaImplementasi = defineMetode({
  kode: 'NKA_IMPLEMENTASI',
  nama: 'Nilai Kinerja Anggaran atas aspek implementasi',
  satuan: 'Persen',
  masukan: {
    variabel: {
      jenis: 'TABEL',
      dari: 'MASUKAN',
      kolom: ['variabel', 'kolom', 'nilai'],
      arti: 'penyerapan, konsistensi, capaian keluaran dan efisiensi, masing-masing Nilai dan Bobot',
    },
  },
  bacaan: {
    BAKU: {
      rumus:
        'SUMPRODUCT(FILTER(variabel[nilai], variabel[kolom] = "Nilai"), FILTER(variabel[nilai], variabel[kolom] = "Bobot")) / 100',
      arti: 'jumlah keempat variabel dikali bobotnya: 9,7%, 18,2%, 43,5% dan 28,6%',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: 'PMK 22/PMK.02/2021; PK Walikota Jakarta Pusat 2023 (seed 001, baris 95)',
  berlaku: { dari: '2021-01-01' },
})

export const METODE: readonly Metode[] = [ikm, iek, ikl, nkaImplementasi]

export function findMetode(kode: string): Metode | undefined {
  return METODE.find((m) => m.kode === kode)
}
