// The survey of public satisfaction, from the single answers of its respondents.
import { dalam, defineMetode, type Metode, tabel } from '../../metode.ts'

const UNSUR = 'COUNT(COUNT(jawaban[unsur] BY jawaban[unsur]))'
const NRR = 'AVERAGE(jawaban[nilai] BY jawaban[unsur])'

const ikmUnit = defineMetode({
  kode: 'IKM_UNIT',
  nama: 'Indeks Kepuasan Masyarakat satu unit pelayanan, dari jawaban responden',
  satuan: 'Nilai',
  masukan: {
    jawaban: dalam(
      tabel(['responden', 'unsur'], 'jawaban tiap responden, skala 1-4; unsur yang tidak ia isi tidak punya baris', 'SURVEI'),
      { min: '1', maks: '4' },
    ),
  },
  bacaan: {
    SEMBILAN_UNSUR: {
      rumus: `IFS(${UNSUR} = 0, AVERAGE(jawaban[nilai]), ${UNSUR} = 9, SUM(${NRR}) / 9 * 25)`,
      arti: 'nilai rata-rata kesembilan unsur, masing-masing berbobot tepat 1/9, dikonversi kali 25',
      diLuar:
        'Jawaban harus mencakup tepat sembilan unsur. Periksa nama unsurnya; bila ada unsur yang tidak berlaku, pakai bacaan UNSUR_BERLAKU.',
    },
    UNSUR_BERLAKU: {
      rumus: `AVERAGE(${NRR}) * 25`,
      arti: 'nilai rata-rata unsur yang berlaku, masing-masing berbobot tepat 1/x, misalnya bila layanan tidak bertarif',
    },
  },
  bacaanBaku: 'SEMBILAN_UNSUR',
  skala: 'IKM_MUTU',
  dasar:
    'PermenPANRB 14/2017; PK Walikota Jakarta Pusat 2023 (naskah 001, baris 61); LKIP Jakarta Pusat 2024 (naskah 003, baris 1823-1883)',
  berlaku: { dari: '2023-01-01' },
})

export const SURVEI_NASIONAL: readonly Metode[] = [ikmUnit]
