// The score that the evaluation of AKIP gives an office, of which the predicate is a name.
import { angka, defineMetode, type Metode, tabel } from '../../metode.ts'

const GRADASI = { AA: 100, A: 90, BB: 80, B: 70, CC: 60, C: 50, D: 30, E: 0 }
const gradasi = Object.entries(GRADASI)
  .map(([huruf, nilai]) => `sub_komponen[gradasi] = "${huruf}", ${nilai}`)
  .join(', ')

const predikatSakip = defineMetode({
  kode: 'PREDIKAT_SAKIP',
  nama: 'Predikat SAKIP Perangkat Daerah',
  satuan: 'Predikat',
  masukan: {
    nilai_evaluasi: angka('nilai dalam laporan hasil evaluasi Inspektorat'),
    komponen: tabel(['komponen'], 'nilai keempat komponen: perencanaan, pengukuran, pelaporan, evaluasi internal'),
    sub_komponen: tabel(['komponen', 'sub_komponen', 'gradasi'], 'gradasi AA sampai E tiap sub komponen, dan bobotnya'),
  },
  bacaan: {
    NILAI_EVALUASI: {
      rumus: 'nilai_evaluasi',
      arti: 'nilai hasil evaluasi Inspektorat; yang dibandingkan dengan target adalah nilainya',
    },
    KOMPONEN: { rumus: 'SUM(komponen[nilai])', arti: 'jumlah nilai keempat komponen' },
    GRADASI: {
      rumus: `SUM(IFS(${gradasi}) * sub_komponen[nilai]) / 100`,
      arti: 'jumlah nilai gradasi tiap sub komponen kali bobotnya',
    },
  },
  bacaanBaku: 'NILAI_EVALUASI',
  skala: 'PREDIKAT_AKIP',
  dasar:
    'PermenPANRB 88/2021; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 78); LKIP Jakarta Pusat 2024 (naskah 003, baris 920-925)',
  berlaku: { dari: '2023-01-01' },
})

export const AKIP: readonly Metode[] = [predikatSakip]
