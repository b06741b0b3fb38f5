// The score that the evaluation of AKIP gives an office, of which the predicate is a name.
import { angka, dalam, defineMetode, type Metode, SAMPAI_100, tabel } from '../../metode.ts'

const GRADASI = { AA: 100, A: 90, BB: 80, B: 70, CC: 60, C: 50, D: 30, E: 0 }
const gradasi = Object.entries(GRADASI)
  .map(([huruf, nilai]) => `sub_komponen[gradasi] = "${huruf}", ${nilai}`)
  .join(', ')

const predikatSakip = defineMetode({
  kode: 'PREDIKAT_SAKIP',
  nama: 'Predikat SAKIP Perangkat Daerah',
  satuan: 'Predikat',
  masukan: {
    nilai_evaluasi: dalam(angka('nilai dalam laporan hasil evaluasi Inspektorat'), SAMPAI_100),
    komponen: dalam(
      tabel(['komponen'], 'nilai keempat komponen: perencanaan, pengukuran, pelaporan, evaluasi internal'),
      SAMPAI_100,
    ),
    sub_komponen: dalam(tabel(['komponen', 'sub_komponen', 'gradasi'], 'gradasi AA sampai E tiap sub komponen, dan bobotnya'), {
      ...SAMPAI_100,
      pilihanKolom: { gradasi: Object.fromEntries(Object.keys(GRADASI).map((huruf) => [huruf, {}])) },
    }),
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
      diLuar: 'Gradasi tiap sub komponen harus AA, A, BB, B, CC, C, D, atau E. Periksa kolom gradasi.',
    },
  },
  bacaanBaku: 'NILAI_EVALUASI',
  skala: 'PREDIKAT_AKIP',
  dasar:
    'PermenPANRB 88/2021; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 78); LKIP Jakarta Pusat 2024 (naskah 003, baris 920-925)',
  berlaku: { dari: '2023-01-01' },
})

export const AKIP: readonly Metode[] = [predikatSakip]
