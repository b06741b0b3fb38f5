// Kualitas Pelaksanaan Anggaran, as the Province measured it until 2023.
import { angka, dalam, defineMetode, type Metode, persen, TIDAK_NEGATIF } from '../../metode.ts'

const KETENTUAN = `AND(serapan >= 80, output = 100), 40 + efisiensi * 10 / 20 + 50,
  AND(serapan < 80, output < 100), serapan * 40% + output * 50%,
  AND(serapan >= 80, output < 100), 40 + output * 50%`

const kualitasPelaksanaanAnggaran = defineMetode({
  kode: 'KPA',
  nama: 'Persentase Kualitas Pelaksanaan Anggaran',
  satuan: 'Persen',
  masukan: {
    serapan: persen('persentase serapan anggaran'),
    efisiensi: angka('persentase efisiensi; hanya dihitung bila output 100%', 'Persen'),
    output: dalam(angka('persentase capaian output sub kegiatan', 'Persen'), TIDAK_NEGATIF),
  },
  bacaan: {
    KETENTUAN: {
      rumus: `IFS(${KETENTUAN})`,
      arti: 'tiga keadaan yang diatur; serapan di bawah 80% dengan output 100% tidak diatur, jadi tidak dapat dihitung',
      diLuar:
        'Serapan di bawah 80% dengan output 100% tidak diatur, dan output paling tinggi 100%. Periksa keduanya; untuk keadaan yang tidak diatur itu ada bacaan CELAH_TANPA_EFISIENSI, sebagai usulan.',
    },
    CELAH_TANPA_EFISIENSI: {
      rumus: `IFS(${KETENTUAN},
  AND(serapan < 80, output = 100), serapan * 40% + 50)`,
      arti: 'seperti KETENTUAN; serapan di bawah 80% dengan output 100% dinilai serapan x 40% + 50, sebagai usulan',
      diLuar: 'Output paling tinggi 100%. Periksa capaian output sub kegiatan.',
    },
  },
  bacaanBaku: 'KETENTUAN',
  dasar: 'LKIP BPSDM 2023 (naskah 002, baris 1237-1249)',
  berlaku: { dari: '2020-01-01', sampai: '2023-12-31' },
})

export const PELAKSANAAN_ANGGARAN: readonly Metode[] = [kualitasPelaksanaanAnggaran]
