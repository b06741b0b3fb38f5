// The rules about the arithmetic inside one table. What they share is in `hubungan/`: a table is looked through once.
import type { Aturan } from '../aturan.ts'
import { catatanOf } from '../hubungan/telaah.ts'

const RULES: readonly Omit<Aturan, 'periksa'>[] = [
  {
    kode: 'TABEL-JUMLAH',
    jenis: 'sum',
    memeriksa: 'Baris jumlah, subjumlah dan total sama dengan jumlah baris yang dirangkumnya, kolom demi kolom; juga yang tanpa nama dan yang berdiri di atas rinciannya.',
    contoh: { benar: '10 dan 15, Jumlah 25', salah: '10 dan 15, Jumlah 26' },
  },
  {
    kode: 'TABEL-JUMLAH-KOLOM',
    jenis: 'sum',
    memeriksa: 'Kolom yang pada baris lain sama dengan jumlah beberapa kolom, sama pada setiap baris.',
    contoh: { benar: 'Laki-laki 10, Perempuan 15, Jumlah 25', salah: 'Laki-laki 10, Perempuan 15, Jumlah 26' },
  },
  {
    kode: 'TABEL-SELISIH',
    jenis: 'sum',
    memeriksa: 'Kolom sisa, selisih atau efisiensi sama dengan pengurangan dua kolom, atau perubahan dari baris sebelumnya.',
    contoh: { benar: 'Anggaran 100, Realisasi 90, Sisa 10', salah: 'Anggaran 100, Realisasi 90, Sisa 11' },
  },
  {
    kode: 'TABEL-PERSEN',
    jenis: 'ratio',
    memeriksa: 'Kolom persentase sama dengan pembagian dua kolom, atau bagian dari jumlah kolomnya, menurut dasar yang dipakai baris lain.',
    contoh: { benar: 'Anggaran 200, Realisasi 150, 75,00%', salah: 'Anggaran 200, Realisasi 150, 70,00%' },
  },
  {
    kode: 'TABEL-CAPAIAN',
    jenis: 'ratio',
    memeriksa: 'Capaian sama dengan realisasi dibagi target, atau menurut polaritas minimal.',
    contoh: { benar: 'Target 80, Realisasi 92,44, Capaian 115,55%', salah: 'Target 71, Realisasi 96,51, Capaian 96,51%' },
    dasar: 'PermenPANRB 53/2014, Lampiran II',
  },
  {
    kode: 'TABEL-RERATA',
    jenis: 'average',
    memeriksa: 'Baris atau kolom rata-rata sama dengan rata-rata angka yang dirangkumnya.',
    contoh: { benar: 'Semester I 96,29, Semester II 96,81, Rata-rata 96,55', salah: 'Semester I 96,29, Semester II 96,81, Rata-rata 96,81' },
  },
  {
    kode: 'TABEL-KUMULATIF',
    jenis: 'sum',
    memeriksa: 'Angka kumulatif dan rata-rata berjalan sama dengan jumlah atau rata-rata sampai barisnya.',
    contoh: { benar: 'Januari 10, Februari 15, s.d. Februari 25', salah: 'Januari 10, Februari 15, s.d. Februari 26' },
  },
  {
    kode: 'EFISIENSI-DASAR',
    jenis: 'ratio',
    memeriksa: 'Persentase sisa atau efisiensi memakai anggaran sebagai dasar, sehingga bersama persentase serapannya menjadi 100.',
    contoh: { benar: 'Anggaran 200, Realisasi 150, Efisiensi 50 (25,00%)', salah: 'Anggaran 200, Realisasi 150, Efisiensi 50 (33,33%)' },
  },
  {
    kode: 'TABEL-BOBOT',
    jenis: 'ratio',
    memeriksa: 'Nilai tertimbang sama dengan nilai dikali bobot.',
    contoh: { benar: 'Nilai 95,69, Bobot 9,7, Nilai x Bobot 9,28', salah: 'Nilai 95,69, Bobot 9,7, Nilai x Bobot 9,82' },
  },
] // biome-ignore format: a rule reads as a row

export const TABEL: readonly Aturan[] = RULES.map((rule) => ({ ...rule, periksa: (naskah) => catatanOf(naskah, rule.kode) }))
