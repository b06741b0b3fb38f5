// The strategy of public communication: parts with weights. A part is a percentage of what it asks for.
import { defineMetode, jumlah, type Metode, persen } from '../../metode.ts'

const komunikasi2023 = defineMetode({
  kode: 'KOMUNIKASI_PUBLIK_2023',
  nama: 'Persentase implementasi rencana strategi komunikasi publik',
  satuan: 'Persen',
  masukan: {
    strategi: persen('persentase tersusunnya strategi komunikasi'),
    editorial_plan: persen('persentase tersusunnya editorial plan'),
    mitigasi_krisis: persen('persentase tersusunnya materi mitigasi krisis dan bahan saat krisis, kurang dari 6 jam'),
    materi: jumlah('jumlah materi yang dipublikasikan dalam triwulan, paling sedikit 15'),
  },
  bacaan: {
    BAKU: {
      rumus: 'strategi * 20% + editorial_plan * 20% + mitigasi_krisis * 30% + CLAMP(materi / 15, 0, 1) * 30',
      arti: 'bobot 20% strategi, 20% editorial plan, 30% mitigasi krisis, 30% publikasi',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: 'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 77)',
  berlaku: { dari: '2023-01-01', sampai: '2023-12-31' },
})

const komunikasi2024 = defineMetode({
  kode: 'KOMUNIKASI_PUBLIK_2024',
  nama: 'Persentase implementasi rencana strategi komunikasi publik program prioritas dan strategis',
  satuan: 'Persen',
  masukan: {
    strategi: persen('persentase tersusunnya strategi komunikasi'),
    publikasi: persen('persentase terpublikasikannya materi komunikasi'),
    respons_krisis: persen('persentase respons terhadap krisis komunikasi'),
    respons_interaktif: persen('persentase respons interaktif terhadap pertanyaan atau komentar warganet yang relevan'),
  },
  bacaan: {
    BAKU: {
      rumus: 'strategi * 35% + publikasi * 30% + respons_krisis * 20% + respons_interaktif * 15%',
      arti: 'bobot 35% strategi, 30% publikasi, 20% respons krisis, 15% respons interaktif',
    },
  },
  bacaanBaku: 'BAKU',
  dasar:
    'Instruksi Sekda 76/2020; LKIP Jakarta Pusat 2024 (naskah 003, baris 2500-2512); PK Kepala BKD 2025 (naskah 000, baris 63)',
  berlaku: { dari: '2024-01-01' },
})

export const KOMUNIKASI: readonly Metode[] = [komunikasi2023, komunikasi2024]
