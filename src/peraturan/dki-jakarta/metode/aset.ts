// What is kept and recorded: goods of the region, fasos-fasum, archives.
import { defineMetode, jumlah, type Metode, persen } from '../../metode.ts'

const jumlahBmd = jumlah('jumlah BMD yang harus diinventarisasi', 'Unit')
const BMD = 'Keputusan Gubernur 52/2023'

const bmd2023 = defineMetode({
  kode: 'INVENTARISASI_BMD_2023',
  nama: 'Persentase Inventarisasi BMD berupa Gedung dan Bangunan',
  satuan: 'Persen',
  masukan: {
    sk_tim: persen('persentase tersusunnya SK atau surat tugas tim'),
    jadwal: persen('persentase tersusunnya jadwal inventarisasi'),
    diinventarisasi: jumlah('jumlah BMD yang selesai diinventarisasi', 'Unit', 'jumlah_bmd'),
    jumlah_bmd: jumlahBmd,
    lhi: persen('persentase tersusunnya Laporan Hasil Inventarisasi'),
    bahi: persen('persentase tersusunnya Berita Acara Hasil Inventarisasi'),
    sptjm: persen('persentase tersusunnya Surat Pernyataan Tanggung Jawab Mutlak'),
  },
  bacaan: {
    BAKU: {
      rumus: 'sk_tim * 5% + jadwal * 5% + diinventarisasi / jumlah_bmd * 75 + lhi * 5% + bahi * 5% + sptjm * 5%',
      arti: 'persiapan 10%, pelaksanaan 75% menurut jumlah BMD yang selesai, pelaporan 15%',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: `${BMD}; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 84-86)`,
  berlaku: { dari: '2023-01-01', sampai: '2023-12-31' },
})

const bmd2025 = defineMetode({
  kode: 'INVENTARISASI_BMD_2025',
  nama: 'Persentase Inventarisasi BMD berupa Aset Tetap Lainnya dan Aset Tak Berwujud',
  satuan: 'Persen',
  masukan: {
    persiapan: persen('persentase tersusunnya SK tim dan tervalidasinya daftar BMD'),
    terdata: jumlah('jumlah BMD yang telah didata dan diidentifikasi', 'Unit', 'jumlah_bmd'),
    jumlah_bmd: jumlahBmd,
    pelaporan: persen('persentase tersusunnya Berita Acara, SPTJM, dan Laporan Hasil Inventarisasi'),
  },
  bacaan: {
    BAKU: {
      rumus: 'persiapan * 5% + terdata / jumlah_bmd * 85 + pelaporan * 10%',
      arti: 'persiapan 5%, pendataan 85% menurut jumlah BMD yang terdata, pelaporan 10%',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: `${BMD}; PK Kepala BKD 2025 (naskah 000, baris 64-68)`,
  berlaku: { dari: '2025-01-01' },
})

const fasosFasum = defineMetode({
  kode: 'FASOS_FASUM',
  nama: 'Persentase penyelesaian penginputan data konsolidasi hasil kewajiban fasos fasum',
  satuan: 'Persen',
  masukan: {
    bast_selesai: jumlah('jumlah BAST 2017-2022 yang selesai diinput', 'BAST'),
    bast_target: jumlah('jumlah target BAST; Jakarta Pusat 46', 'BAST'),
  },
  bacaan: { BAKU: { rumus: 'bast_selesai / bast_target * 100', arti: 'BAST yang selesai diinput dibagi target BAST' } },
  bacaanBaku: 'BAKU',
  dasar: 'Peraturan Gubernur 12/2020; Keputusan Gubernur 915/2020; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 87)',
  berlaku: { dari: '2023-01-01' },
})

const arsipAktif = defineMetode({
  kode: 'ARSIP_AKTIF',
  nama: 'Persentase Arsip Aktif dalam Daftar Arsip Aktif',
  satuan: 'Persen',
  masukan: {
    up_menyerahkan: jumlah(
      'jumlah Unit Pengolah yang menyerahkan Daftar Berkas dan Daftar Isi Berkas ke Unit Kearsipan II',
      'Unit Pengolah',
      'up_seluruhnya',
    ),
    up_seluruhnya: jumlah('jumlah seluruh Unit Pengolah, kecuali UPT', 'Unit Pengolah'),
  },
  bacaan: {
    BAKU: { rumus: 'up_menyerahkan / up_seluruhnya * 100', arti: 'Unit Pengolah yang menyerahkan dibagi seluruh Unit Pengolah' },
  },
  bacaanBaku: 'BAKU',
  dasar: 'Peraturan Gubernur 79/2016; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 79-81)',
  berlaku: { dari: '2023-01-01' },
})

export const ASET: readonly Metode[] = [bmd2023, bmd2025, fasosFasum, arsipAktif]
