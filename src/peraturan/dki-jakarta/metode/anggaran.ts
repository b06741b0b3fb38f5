// Nilai Kinerja Anggaran: the aspects of implementation and benefit, both together, and the office above its satker.
import { dalam, defineMetode, type Metode, persen, SAMPAI_100, TIDAK_NEGATIF, tabel } from '../../metode.ts'
import {
  alokasiAnggaran,
  CK,
  COP_PROGRAM,
  DARI_2021,
  efficiency,
  efisiensi,
  K,
  keluaran,
  P,
  PMK,
  penarikan,
  realisasiAnggaran,
} from './variabel-anggaran.ts'

/** By the variable, not by the row: a weight goes with its own value in whichever order they are entered. */
const ofVariable = (kolom: string) => `SUM(FILTER(variabel[nilai], variabel[kolom] = "${kolom}") BY variabel[variabel])`

const nkaImplementasi = defineMetode({
  kode: 'NKA_IMPLEMENTASI',
  nama: 'Nilai Kinerja Anggaran atas aspek implementasi',
  satuan: 'Persen',
  masukan: {
    variabel: dalam(
      tabel(['variabel', 'kolom'], 'penyerapan, konsistensi, capaian keluaran dan efisiensi, masing-masing Nilai dan Bobot'),
      { pilihanKolom: { kolom: { Nilai: SAMPAI_100, Bobot: SAMPAI_100 } } },
    ),
    realisasi_anggaran: realisasiAnggaran,
    alokasi_anggaran: alokasiAnggaran,
    penarikan,
    keluaran,
    efisiensi,
  },
  bacaan: {
    BAKU: {
      rumus: `SUM(${ofVariable('Nilai')} * ${ofVariable('Bobot')}) / 100`,
      arti: 'jumlah keempat variabel dikali bobotnya: 9,7%, 18,2%, 43,5% dan 28,6%',
    },
    DARI_MASUKAN: {
      rumus: `${P} * 9.7% + ${K} * 18.2% + ${CK} * 43.5% + (${efficiency(COP_PROGRAM)}) * 28.6%`,
      arti: 'keempat variabel dihitung dari anggaran, penarikan bulanan, dan indikator outputnya, lalu dikali bobotnya',
    },
  },
  bacaanBaku: 'BAKU',
  skala: 'NKA_DKI',
  dasar: 'PMK 22/PMK.02/2021; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 95)',
  berlaku: DARI_2021,
})

const nkaManfaat = defineMetode({
  kode: 'NKA_MANFAAT',
  nama: 'Nilai Kinerja Anggaran atas aspek manfaat',
  satuan: 'Persen',
  masukan: {
    ikss: dalam(tabel(['sasaran', 'indikator'], 'capaian tiap indikator sasaran strategis, dalam persen'), TIDAK_NEGATIF),
  },
  bacaan: {
    BAKU: {
      rumus: 'CLAMP(AVERAGE(AVERAGE(ikss[nilai] BY ikss[sasaran])), 0, 100)',
      arti: 'rata-rata capaian indikator tiap sasaran, lalu rata-rata sasaran; diambil paling tinggi 100',
    },
  },
  bacaanBaku: 'BAKU',
  dasar: `${PMK} (naskah 003, baris 3055-3065)`,
  berlaku: DARI_2021,
})

const nkaManfaatImplementasi = defineMetode({
  kode: 'NKA_MI',
  nama: 'Nilai Kinerja Anggaran aspek manfaat dan implementasi',
  satuan: 'Persen',
  masukan: {
    implementasi: persen('nilai kinerja atas aspek implementasi'),
    manfaat: persen('nilai kinerja atas aspek manfaat, paling tinggi 100'),
  },
  bacaan: { BAKU: { rumus: 'implementasi * 33.3% + manfaat * 66.7%', arti: 'aspek implementasi 33,3% dan aspek manfaat 66,7%' } },
  bacaanBaku: 'BAKU',
  skala: 'NKA_DKI',
  dasar: `${PMK} (naskah 003, baris 3071-3083 dan 4080-4110)`,
  berlaku: DARI_2021,
})

const nkaPerangkatDaerah = defineMetode({
  kode: 'NKA_PD',
  nama: 'Nilai Kinerja Anggaran Perangkat Daerah, setingkat unit eselon I',
  satuan: 'Persen',
  masukan: {
    nka_mi: persen('nilai kinerja anggaran atas aspek manfaat dan aspek implementasi tingkat itu sendiri'),
    satker: dalam(tabel(['satker'], 'Nilai Kinerja Anggaran tiap satuan kerja di bawahnya'), SAMPAI_100),
  },
  bacaan: {
    BAKU: { rumus: '(nka_mi + AVERAGE(satker[nilai])) / 2', arti: 'rata-rata nilai sendiri dan rata-rata nilai satuan kerja' },
  },
  bacaanBaku: 'BAKU',
  skala: 'NKA_DKI',
  dasar: `${PMK} (naskah 003, baris 4076-4118)`,
  berlaku: DARI_2021,
})

export const ANGGARAN: readonly Metode[] = [nkaImplementasi, nkaManfaat, nkaManfaatImplementasi, nkaPerangkatDaerah]
