// Kualitas Pelaksanaan Anggaran, as the Province measured it until 2023.
import { angka, defineMetode, type Metode } from '../../metode.ts'

const KETENTUAN = `AND(serapan >= 80, output = 100), 40 + efisiensi * 10 / 20 + 50,
  AND(serapan < 80, output < 100), serapan * 40% + output * 50%,
  AND(serapan >= 80, output < 100), 40 + output * 50%`

const kualitasPelaksanaanAnggaran = defineMetode({
  kode: 'KPA',
  nama: 'Persentase Kualitas Pelaksanaan Anggaran',
  satuan: 'Persen',
  masukan: {
    serapan: angka('persentase serapan anggaran', 'Persen'),
    efisiensi: angka('persentase efisiensi; hanya dihitung bila output 100%', 'Persen'),
    output: angka('persentase capaian output sub kegiatan', 'Persen'),
  },
  bacaan: {
    KETENTUAN: {
      rumus: `IFS(${KETENTUAN})`,
      arti: 'tiga keadaan yang diatur; serapan di bawah 80% dengan output 100% tidak diatur, jadi tidak dapat dihitung',
    },
    CELAH_TANPA_EFISIENSI: {
      rumus: `IFS(${KETENTUAN},
  AND(serapan < 80, output = 100), serapan * 40% + 50)`,
      arti: 'seperti KETENTUAN; serapan di bawah 80% dengan output 100% dinilai serapan x 40% + 50, sebagai usulan',
    },
  },
  bacaanBaku: 'KETENTUAN',
  dasar: 'LKIP BPSDM 2023 (naskah 002, baris 1237-1249)',
  berlaku: { dari: '2020-01-01', sampai: '2023-12-31' },
})

export const PELAKSANAAN_ANGGARAN: readonly Metode[] = [kualitasPelaksanaanAnggaran]
