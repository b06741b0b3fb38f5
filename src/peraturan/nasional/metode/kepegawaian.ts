// The two national indices of the civil service: sistem merit and professionalism.
import { angka, dalam, defineMetode, jumlah, kategori, type Metode, SAMPAI_100, tabel } from '../../metode.ts'

const bySubAspek = (kolom: string) =>
  `SUM(FILTER(sub_aspek[nilai], sub_aspek[kolom] = "${kolom}") BY sub_aspek[aspek], sub_aspek[sub_aspek])`
const BOBOT = 'SUM(FILTER(sub_aspek[nilai], sub_aspek[kolom] = "Bobot"))'
const MERIT = `SUM(${bySubAspek('Skor')} * ${bySubAspek('Bobot')})`

const sistemMerit = defineMetode({
  kode: 'SISTEM_MERIT',
  nama: 'Indeks Sistem Merit',
  satuan: 'Nilai',
  masukan: {
    sub_aspek: dalam(tabel(['aspek', 'sub_aspek', 'kolom'], 'Skor (1-4) dan Bobot tiap sub aspek, atau Nilai yang tercetak'), {
      pilihanKolom: { kolom: { Skor: { min: '1', maks: '4' }, Bobot: SAMPAI_100, Nilai: { min: '0', maks: '400' } } },
    }),
  },
  bacaan: {
    PENUH: {
      rumus: `IFS(${BOBOT} = 100, ${MERIT})`,
      arti: 'jumlah skor kali bobot seluruh sub aspek; bobotnya harus berjumlah 100, nilai tertingginya 400',
      diLuar:
        'Bobot seluruh sub aspek harus berjumlah 100. Periksa bobotnya; bila yang diampu hanya sebagian sub aspek, pakai bacaan LINGKUP.',
    },
    LINGKUP: {
      rumus: MERIT,
      arti: 'jumlah skor kali bobot sub aspek yang diampu; batas kategori mengikuti nilai tertinggi lingkup itu',
      maks: `4 * ${BOBOT}`,
    },
    LINGKUP_NILAI: {
      rumus: 'SUM(FILTER(sub_aspek[nilai], sub_aspek[kolom] = "Nilai"))',
      arti: 'jumlah nilai sub aspek yang diampu sebagaimana tercetak di berita acara; nilai itu sudah skor kali bobot',
    },
  },
  bacaanBaku: 'PENUH',
  skala: 'SISTEM_MERIT',
  dasar:
    'PermenPANRB 40/2018; Peraturan KASN 9/2019; PK Kepala BKD 2025 (naskah 000, baris 56); LKIP BPSDM 2023 (naskah 002, baris 1072-1217)',
  berlaku: { dari: '2023-01-01' },
})

const dimensi = (nama: string) => `AVERAGE(FILTER(pegawai[nilai], pegawai[dimensi] = "${nama}"))`

const DIMENSI = {
  Kualifikasi: { min: '0', maks: '25' },
  Kompetensi: { min: '0', maks: '40' },
  Kinerja: { min: '0', maks: '30' },
  Disiplin: { min: '0', maks: '5' },
}

const ipAsn = defineMetode({
  kode: 'IP_ASN',
  nama: 'Indeks Profesionalitas ASN',
  satuan: 'Nilai',
  masukan: {
    pegawai: dalam(
      tabel(['pegawai', 'dimensi'], 'skor tiap pegawai pada Kualifikasi (25), Kompetensi (40), Kinerja (30), Disiplin (5)'),
      { pilihanKolom: { dimensi: DIMENSI } },
    ),
  },
  bacaan: {
    EMPAT_DIMENSI: {
      rumus: Object.keys(DIMENSI).map(dimensi).join(' + '),
      arti: 'rata-rata seluruh pegawai pada tiap dimensi, lalu keempat dimensi dijumlahkan',
    },
    LINGKUP_BKD: {
      rumus: ['Kualifikasi', 'Kinerja', 'Disiplin'].map(dimensi).join(' + '),
      arti: 'jumlah rata-rata dimensi Kualifikasi, Kinerja, dan Disiplin; nilai tertingginya 60',
      tanpaSebutan: true,
    },
    LINGKUP_BPSDM: {
      rumus: dimensi('Kompetensi'),
      arti: 'rata-rata dimensi Kompetensi; nilai tertingginya 40',
      tanpaSebutan: true,
    },
  },
  bacaanBaku: 'EMPAT_DIMENSI',
  skala: 'IP_ASN',
  dasar:
    'PermenPANRB 38/2018; Peraturan BKN 8/2019; LKIP BPSDM 2023 (naskah 002, baris 930-1066); PK Kepala BKD 2025 (naskah 000, baris 57-61)',
  berlaku: { dari: '2022-01-01' },
})

const KUALIFIKASI = `IFS(pendidikan = "S3", 25, pendidikan = "S2", 20, OR(pendidikan = "S1", pendidikan = "D4"), 15, pendidikan = "D3", 10,
  OR(pendidikan = "D2", pendidikan = "D1", pendidikan = "SLTA"), 5, pendidikan = "Di bawah SLTA", 1)`
const KOMPETENSI = `IFS(
  OR(jabatan = "Struktural", jabatan = "Fungsional"),
  IF(diklat_jabatan >= 1, 15, 0) + IF(diklat_teknis >= 20, 15, 0) + IF(seminar >= 1, 10, 0),
  jabatan = "Pelaksana", IF(diklat_teknis >= 20, 22.5, 0) + IF(seminar >= 1, 17.5, 0))`
const KINERJA = 'IFS(kinerja > 90, 30, kinerja > 75, 25, kinerja > 60, 15, kinerja > 50, 5, TRUE, 1)'
const DISIPLIN = 'IFS(hukuman = "Tidak ada", 5, hukuman = "Ringan", 3, hukuman = "Sedang", 2, hukuman = "Berat", 1)'

const ipAsnPegawai = defineMetode({
  kode: 'IP_ASN_PEGAWAI',
  nama: 'Indeks Profesionalitas seorang pegawai ASN',
  satuan: 'Nilai',
  masukan: {
    pendidikan: kategori('pendidikan terakhir', ['S3', 'S2', 'S1', 'D4', 'D3', 'D2', 'D1', 'SLTA', 'Di bawah SLTA']),
    jabatan: kategori('jenis jabatan', ['Struktural', 'Fungsional', 'Pelaksana']),
    diklat_jabatan: jumlah('banyaknya diklat kepemimpinan (Struktural) atau diklat fungsional (Fungsional) yang pernah diikuti'),
    diklat_teknis: jumlah('jam pelajaran diklat teknis dalam setahun'),
    seminar: jumlah('banyaknya seminar dalam dua tahun'),
    kinerja: dalam(angka('nilai prestasi kerja 0-100'), SAMPAI_100),
    hukuman: kategori('hukuman disiplin final dalam lima tahun', ['Tidak ada', 'Ringan', 'Sedang', 'Berat']),
  },
  bacaan: {
    BAKU: {
      rumus: `${KUALIFIKASI} + ${KOMPETENSI} + ${KINERJA} + ${DISIPLIN}`,
      arti: 'skor kualifikasi, kompetensi menurut jenis jabatan, kinerja, dan disiplin, dijumlahkan',
      diLuar: 'Pendidikan, jabatan, dan hukuman harus salah satu pilihannya. Periksa ketiganya, termasuk huruf besar dan kecilnya.',
    },
  },
  bacaanBaku: 'BAKU',
  skala: 'IP_ASN',
  dasar: 'PermenPANRB 38/2018; Peraturan BKN 8/2019; LKIP BPSDM 2023 (naskah 002, baris 930-1043)',
  berlaku: { dari: '2022-01-01' },
})

export const KEPEGAWAIAN: readonly Metode[] = [sistemMerit, ipAsn, ipAsnPegawai]
