// What is bought: domestic products, and meals through e-order.
import { dalam, defineMetode, jumlah, type Metode, TIDAK_NEGATIF, tabel } from '../../metode.ts'

const pdn2023 = defineMetode({
  kode: 'PDN_2023',
  nama: 'Persentase realisasi belanja bersertifikat TKDN, produk dalam negeri, atau produk usaha mikro kecil dan koperasi',
  satuan: 'Persen',
  masukan: {
    belanja_pdn: jumlah(
      'realisasi belanja barang/jasa dan modal (kecuali tanah) ber-TKDN, PDN, atau UMKK',
      'Rupiah',
      'belanja_spj',
    ),
    belanja_spj: jumlah('realisasi (SPJ) belanja barang/jasa dan modal (kecuali tanah)', 'Rupiah'),
  },
  bacaan: {
    BAKU: {
      rumus: 'belanja_pdn / belanja_spj * 100',
      arti: 'belanja produk dalam negeri dibagi seluruh belanja atas dasar yang sama',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: 'Inpres 2/2022; PP 29/2018; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 88)',
  berlaku: { dari: '2023-01-01', sampai: '2024-12-31' },
})

const PDN = 'belanja_pdn / belanja_pengadaan * 100'

const pdn2025 = defineMetode({
  kode: 'PDN_2025',
  nama: 'Persentase Capaian Peningkatan Penggunaan Produk Dalam Negeri',
  satuan: 'Persen',
  masukan: {
    belanja_pdn: jumlah('realisasi Belanja Pengadaan ber-TKDN, PDN, atau UMKK', 'Rupiah'),
    belanja_pengadaan: jumlah(
      'realisasi (SPJ) Belanja Pengadaan: rekening 5.1.02; 5.1.05.01.02.0001; 5.1.06.03.02.0001; 5.2.02 sampai 5.2.06',
      'Rupiah',
    ),
  },
  bacaan: {
    TRIWULAN_II: { rumus: `CLAMP(${PDN} / 30 * 100, 0, 100)`, arti: 'sekurang-kurangnya 30% (Maximize); paling tinggi 100' },
    TRIWULAN_IV: {
      rumus: `IFS(${PDN} < 80, ${PDN} / 80 * 100, ${PDN} <= 100, 100, TRUE, CLAMP(200 - ${PDN}, 0, 100))`,
      arti: 'rentang 80% sampai 100% (Stabilize): di dalamnya 100, di bawahnya menuju 80, di atasnya berkurang',
    },
  },
  bacaanBaku: 'TRIWULAN_IV',
  dasar: 'Inpres 2/2022; Perpres 12/2021; PK Kepala BKD 2025 (naskah 000, baris 74)',
  berlaku: { dari: '2025-01-01' },
})

const AKUN = ['5.1.02.01.01.0052', '5.1.02.01.01.0053', '5.1.02.01.01.0058']
  .map((kode) => `realisasi[rekening] = "${kode}"`)
  .join(', ')

const eOrder = defineMetode({
  kode: 'E_ORDER',
  nama: 'Persentase Pemanfaatan E-Order',
  satuan: 'Persen',
  masukan: {
    transaksi: jumlah('jumlah transaksi di e-Order', 'Rupiah'),
    realisasi: dalam(
      tabel(['rekening'], 'realisasi belanja makan minum tiap rekening, tanpa galon, kopi, teh, dan gula'),
      TIDAK_NEGATIF,
    ),
  },
  bacaan: {
    BAKU: {
      rumus: `transaksi / SUM(FILTER(realisasi[nilai], OR(${AKUN}))) * 100`,
      arti: 'transaksi e-Order dibagi realisasi makan minum rapat, jamuan tamu, dan aktivitas lapangan',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: 'PK Walikota Jakarta Pusat 2023 (naskah 001, baris 76); LKIP BPSDM 2023 (naskah 002, baris 1638-1641)',
  berlaku: { dari: '2023-01-01' },
})

export const BELANJA: readonly Metode[] = [pdn2023, pdn2025, eOrder]
