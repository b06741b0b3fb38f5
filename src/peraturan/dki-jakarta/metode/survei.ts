// What the surveys of a Kota Administrasi measure: the public, the offices that it coordinates, and both together.
import { angka, dalam, defineMetode, type Metode, tabel } from '../../metode.ts'

/** Answers 1 to 4, converted by 25. */
const KONVERSI = { min: '25', maks: '100' }

const ikm = defineMetode({
  kode: 'IKM',
  nama: 'Indeks Kepuasan Masyarakat terhadap layanan kegiatan kemasyarakatan',
  satuan: 'Nilai',
  masukan: {
    kelurahan: dalam(tabel(['kecamatan', 'kelurahan'], 'hasil survei tiap kelurahan, skala konversi 25-100', 'SURVEI'), KONVERSI),
  },
  bacaan: {
    BERJENJANG: {
      rumus: 'AVERAGE(AVERAGE(kelurahan[nilai] BY kelurahan[kecamatan]))',
      arti: 'seluruh kelurahan menjadi rata-rata kecamatan, lalu rata-rata kecamatan menjadi capaian Walikota',
    },
  },
  bacaanBaku: 'BERJENJANG',
  skala: 'IKM_MUTU',
  dasar: 'PermenPANRB 14/2017; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 61)',
  berlaku: { dari: '2023-01-01' },
})

const iek = defineMetode({
  kode: 'IEK',
  nama: 'Indeks Efektivitas Koordinasi Kota Administrasi',
  satuan: 'Nilai',
  masukan: {
    variabel: dalam(
      tabel(['bidang', 'unsur', 'variabel'], '13 variabel atas 9 unsur untuk tiap bidang Asisten', 'SURVEI'),
      KONVERSI,
    ),
    bidang: dalam(tabel(['bidang'], 'nilai tiap bidang sebagaimana tercetak di laporan', 'SURVEI'), KONVERSI),
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
    'PermenPANRB 14/2017; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 62); LKIP Kota Administrasi Jakarta Pusat 2024 (naskah 003, baris 1960-2083)',
  berlaku: { dari: '2023-01-01' },
})

const ikl = defineMetode({
  kode: 'IKL',
  nama: 'Indeks Kepuasan Layanan Kota Administrasi',
  satuan: 'Nilai',
  masukan: {},
  bacaan: { BAKU: { rumus: 'AVERAGE(INDIKATOR("IKM"), INDIKATOR("IEK"))', arti: 'rata-rata IKM dan IEK' } },
  bacaanBaku: 'BAKU',
  dasar: 'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 57)',
  berlaku: { dari: '2023-01-01' },
})

const skmWalikota = defineMetode({
  kode: 'SKM_WALIKOTA',
  nama: 'Survei Kepuasan Layanan Masyarakat atas kinerja Walikota',
  satuan: 'Nilai',
  masukan: { hasil_survei: dalam(angka('nilai hasil survei pada JakSurvei, Triwulan I dan III', 'Nilai', 'SURVEI'), KONVERSI) },
  bacaan: { BAKU: { rumus: 'hasil_survei', arti: 'nilai hasil survei sebagaimana dikeluarkan JakSurvei' } },
  bacaanBaku: 'BAKU',
  dasar: 'PermenPANRB 14/2017; Seruan Gubernur 7/2019; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 83)',
  berlaku: { dari: '2023-01-01' },
})

export const SURVEI: readonly Metode[] = [ikm, iek, ikl, skmWalikota]
