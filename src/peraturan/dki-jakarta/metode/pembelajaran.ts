// What an office learns: hours of training, shared knowledge, and the trainings that BPSDM holds.
import { dalam, defineMetode, jumlah, type Masukan, type Metode, SAMPAI_100, TIDAK_NEGATIF, tabel } from '../../metode.ts'

const pengembangan = (jp: number): Pick<Metode, 'nama' | 'satuan' | 'masukan' | 'bacaan' | 'bacaanBaku'> => ({
  nama: `Persentase Implementasi Pengembangan Kompetensi ASN ${jp} Jam Pelajaran per tahun`,
  satuan: 'Persen',
  masukan: {
    pegawai: dalam(tabel(['pegawai'], 'jam pelajaran tiap pegawai sampai 5 Desember (Simdiklat)'), TIDAK_NEGATIF),
    memenuhi: jumlah(`jumlah pegawai dengan ${jp} jam pelajaran atau lebih`, 'Orang', 'jumlah_pegawai'),
    jumlah_pegawai: jumlah('jumlah seluruh pegawai', 'Orang'),
  } satisfies Record<string, Masukan>,
  bacaan: {
    PEGAWAI: {
      rumus: `AVERAGE(IF(pegawai[nilai] >= ${jp}, 100, 0))`,
      arti: `bagian pegawai dengan ${jp} jam pelajaran atau lebih, dari daftar pegawai`,
    },
    REKAPITULASI: {
      rumus: 'memenuhi / jumlah_pegawai * 100',
      arti: 'pegawai yang memenuhi dibagi seluruh pegawai, dari rekapitulasi',
    },
  },
  bacaanBaku: 'PEGAWAI',
})

const kompetensi2023 = defineMetode({
  kode: 'PENGEMBANGAN_KOMPETENSI_2023',
  ...pengembangan(20),
  dasar: 'PP 11/2017 Pasal 203 ayat (4); PK Walikota Jakarta Pusat 2023 (naskah 001, baris 89)',
  berlaku: { dari: '2023-01-01', sampai: '2023-12-31' },
})

const kompetensi2024 = defineMetode({
  kode: 'PENGEMBANGAN_KOMPETENSI_2024',
  ...pengembangan(40),
  dasar: 'Instruksi Sekda 29/2023; LKIP Kota Administrasi Jakarta Pusat 2024 (naskah 003, baris 1169)',
  berlaku: { dari: '2024-01-01' },
})

const manajemenPengetahuan = defineMetode({
  kode: 'MANAJEMEN_PENGETAHUAN_2023',
  nama: 'Persentase penyelesaian tahapan manajemen pengetahuan',
  satuan: 'Persen',
  masukan: {
    aset: jumlah('jumlah aset pengetahuan yang terkumpul dalam triwulan, sampai 5 September (TW III) atau 5 November (TW IV)'),
  },
  bacaan: {
    BAKU: { rumus: 'aset / 4 * 100', arti: 'aset terkumpul dibagi keempat aset yang diminta: 50% di TW III dan 50% di TW IV' },
  },
  bacaanBaku: 'BAKU',
  dasar:
    'Peraturan Gubernur 164/2017; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 91); LKIP Jakarta Pusat 2024 (naskah 003, baris 2675)',
  berlaku: { dari: '2023-01-01', sampai: '2024-12-31' },
})

const komunitasPembelajar = defineMetode({
  kode: 'KOMUNITAS_PEMBELAJAR_2025',
  nama: 'Persentase implementasi berbagi pengetahuan melalui Komunitas Pembelajar',
  satuan: 'Persen',
  masukan: {
    tahapan: dalam(
      tabel(
        ['triwulan', 'tahap'],
        'sampai triwulan itu: SK dan agenda, Kegiatan, dan Aset (100 bila selesai), serta Pemanfaatan (persen pegawai yang memanfaatkan)',
      ),
      { ...SAMPAI_100, pilihanKolom: { tahap: { 'SK dan agenda': {}, Kegiatan: {}, Aset: {}, Pemanfaatan: {} } } },
    ),
  },
  bacaan: {
    BAKU: {
      rumus: `SUM(IFS(
  tahapan[tahap] = "SK dan agenda", tahapan[nilai] * 10%,
  tahapan[tahap] = "Kegiatan", tahapan[nilai] * 5%,
  tahapan[tahap] = "Aset", tahapan[nilai] * 10%,
  tahapan[tahap] = "Pemanfaatan", IF(tahapan[nilai] >= 50, 15, 0)))`,
      arti: 'SK dan agenda 10%; tiap TW II-IV kegiatan 5%, aset diunggah 10%, dimanfaatkan 50% pegawai 15%; dijumlah sampai triwulan itu',
      diLuar: 'Tahap harus "SK dan agenda", "Kegiatan", "Aset", atau "Pemanfaatan". Periksa kolom tahap.',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: 'Peraturan Gubernur 164/2017; PK Kepala BKD 2025 (naskah 000, baris 75-79)',
  berlaku: { dari: '2025-01-01' },
})

const diklat = defineMetode({
  kode: 'PERSENTASE_DIKLAT',
  nama: 'Persentase diklat yang dilaksanakan BPSDM',
  satuan: 'Persen',
  masukan: {
    dilaksanakan: jumlah('jumlah jenis diklat yang dilaksanakan', 'Diklat'),
    kebutuhan: jumlah('jumlah jenis diklat yang dibutuhkan', 'Diklat'),
  },
  bacaan: { BAKU: { rumus: 'dilaksanakan / kebutuhan * 100', arti: 'diklat yang dilaksanakan dibagi kebutuhan diklat' } },
  bacaanBaku: 'BAKU',
  dasar: 'RPD 2023-2026; LKIP BPSDM 2023 (naskah 002, baris 1227-1233)',
  berlaku: { dari: '2023-01-01' },
})

export const PEMBELAJARAN: readonly Metode[] = [kompetensi2023, kompetensi2024, manajemenPengetahuan, komunitasPembelajar, diklat]
