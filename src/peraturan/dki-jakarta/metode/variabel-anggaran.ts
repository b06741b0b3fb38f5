// Nilai Kinerja Anggaran: its four variables, P, K, COP and NE, from what is spent and reached.
import { dalam, defineMetode, jumlah, type Metode, TIDAK_NEGATIF, tabel } from '../../metode.ts'

export const PMK = 'PMK 22/PMK.02/2021; LKIP Kota Administrasi Jakarta Pusat 2024'
export const DARI_2021 = { dari: '2021-01-01' }

export const realisasiAnggaran = jumlah('realisasi anggaran (RA)', 'Rupiah')
export const alokasiAnggaran = jumlah('alokasi anggaran (AA)', 'Rupiah')
export const penarikan = dalam(
  tabel(['bulan', 'kolom'], 'RPD (rencana penarikan dana) dan Realisasi, Januari sampai bulan terakhir'),
  { pilihanKolom: { kolom: { RPD: TIDAK_NEGATIF, Realisasi: TIDAK_NEGATIF } } },
)
export const keluaran = dalam(
  tabel(['program', 'output', 'indikator', 'kolom'], 'Target dan Realisasi tiap indikator output program'),
  { pilihanKolom: { kolom: { Target: TIDAK_NEGATIF, Realisasi: TIDAK_NEGATIF } } },
)
export const efisiensi = dalam(
  tabel(['program', 'kolom'], 'Alokasi Anggaran dan Realisasi Anggaran tiap program, dengan COP per OP dalam persen'),
  {
    pilihanKolom: {
      kolom: { 'Alokasi Anggaran': TIDAK_NEGATIF, 'Realisasi Anggaran': TIDAK_NEGATIF, 'COP per OP': TIDAK_NEGATIF },
    },
  },
)

export const P = 'realisasi_anggaran / alokasi_anggaran * 100'

const monthly = (kolom: string) => `SUM(FILTER(penarikan[nilai], penarikan[kolom] = "${kolom}") BY penarikan[bulan])`
const consistency = (rpd: string, ra: string) => `AVERAGE((${rpd} - ABS(${rpd} - ${ra})) / ${rpd} * 100)`
export const K = consistency(`CUMSUM(${monthly('RPD')})`, `CUMSUM(${monthly('Realisasi')})`)

const figure = (kolom: string) =>
  `SUM(FILTER(keluaran[nilai], keluaran[kolom] = "${kolom}") BY keluaran[program], keluaran[output], keluaran[indikator])`
export const COP_PROGRAM = `GEOMEAN(GEOMEAN(${figure('Realisasi')} / ${figure('Target')} BY keluaran[program], keluaran[output]) BY keluaran[program])`
const COP = `GEOMEAN(${COP_PROGRAM}) * 100`
export const CK = `CLAMP(${COP}, 0, 100)`

const ofProgram = (kolom: string) => `FILTER(efisiensi[nilai], efisiensi[kolom] = "${kolom}") BY efisiensi[program]`
const AA = `SUM(${ofProgram('Alokasi Anggaran')})`
const RA = `SUM(${ofProgram('Realisasi Anggaran')})`
const COP_TERCATAT = `GEOMEAN(${ofProgram('COP per OP')}) / 100`
export const efficiency = (cop: string) => `50 + CLAMP(SUM(${AA} * ${cop} - ${RA}) / SUM(${AA}) * 100, -20, 20) / 20 * 50`

const nkaPenyerapan = defineMetode({
  kode: 'NKA_PENYERAPAN',
  nama: 'Penyerapan anggaran (P)',
  satuan: 'Persen',
  masukan: { realisasi_anggaran: realisasiAnggaran, alokasi_anggaran: alokasiAnggaran },
  bacaan: { BAKU: { rumus: P, arti: 'realisasi anggaran dibagi alokasi anggaran' } },
  bacaanBaku: 'BAKU',
  dasar: `${PMK} (naskah 003, baris 3994-4004)`,
  berlaku: DARI_2021,
})

const nkaKonsistensi = defineMetode({
  kode: 'NKA_KONSISTENSI',
  nama: 'Konsistensi penyerapan anggaran terhadap perencanaan (K)',
  satuan: 'Persen',
  masukan: { penarikan },
  bacaan: {
    BULANAN: { rumus: K, arti: 'RPD dan realisasi tiap bulan dijumlah berjalan, lalu konsistensi bulan-bulan itu dirata-ratakan' },
    KUMULATIF: {
      rumus: consistency(monthly('RPD'), monthly('Realisasi')),
      arti: 'RPD dan realisasi dimasukkan sudah kumulatif, lalu konsistensi bulan-bulan itu dirata-ratakan',
    },
  },
  bacaanBaku: 'BULANAN',
  dasar: `${PMK} (naskah 003, baris 2965-2983 dan 4034-4045)`,
  berlaku: DARI_2021,
})

const nkaCapaianKeluaran = defineMetode({
  kode: 'NKA_CAPAIAN_KELUARAN',
  nama: 'Capaian output program (COP)',
  satuan: 'Persen',
  masukan: { keluaran },
  bacaan: {
    DIBATASI_100: { rumus: CK, arti: 'rata-rata geometrik indikator, output, lalu program; diambil paling tinggi 100' },
    TANPA_BATAS: { rumus: COP, arti: 'rata-rata geometrik indikator, output, lalu program, sebagaimana adanya' },
  },
  bacaanBaku: 'DIBATASI_100',
  dasar: `${PMK} (naskah 003, baris 3053 dan 3974-3992)`,
  berlaku: DARI_2021,
})

const nkaEfisiensi = defineMetode({
  kode: 'NKA_EFISIENSI',
  nama: 'Nilai efisiensi output program (NE)',
  satuan: 'Persen',
  masukan: { efisiensi },
  bacaan: {
    COP_TANPA_BATAS: {
      rumus: efficiency(COP_TERCATAT),
      arti: 'selisih AA kali COP dengan RA dibagi seluruh AA, dibatasi -20 sampai 20, diubah ke skala 0-100; COP tanpa batas atas',
    },
    COP_DIBATASI_100: {
      rumus: efficiency(`CLAMP(${COP_TERCATAT}, 0, 1)`),
      arti: 'seperti COP_TANPA_BATAS, dengan COP tiap program paling tinggi 100',
    },
  },
  bacaanBaku: 'COP_TANPA_BATAS',
  dasar: `${PMK} (naskah 003, baris 2993-3008 dan 4006-4032)`,
  berlaku: DARI_2021,
})

export const VARIABEL_ANGGARAN: readonly Metode[] = [nkaPenyerapan, nkaKonsistensi, nkaCapaianKeluaran, nkaEfisiensi]
