// Tables and sentences of `naskah.testing.ts` that are no sums: scales, codes, schedules, staff, formulas with their legend, official
// scores, references, the same sentence for each quarter, years that are not the year of the report.
import type { Decimal } from '../../platform/kernel/decimal.ts'
import { baris, bil, cetak, type Gaya, kali, type Lembar, persen, plus } from './gaya.testing.ts'

const d = (g: Gaya, v: Decimal) => cetak(g, v, g.desimal)

/** Classes of performance as one of three forms prints them. */
function skala(g: Gaya): Lembar {
  const n = (v: string) => cetak(g, bil(Number(v)), v.includes('.') ? 2 : 0)
  const forms = [
    ['91 % ≤ 100 %', '76 % ≤ 90 %', '66 % ≤ 75 %', '51 % ≤ 65 %', '≤ 50 %'],
    [
      ['91', '100'],
      ['76', '90'],
      ['66', '75'],
      ['51', '65'],
      ['0', '50'],
    ].map(([a, b]) => `${a} - ${b}`),
    ['≥ 90.01', '75.01 - 90', '65.01 - 75', '50.01 - 65', '≤ 50'].map((t) => t.replace(/\d+(?:\.\d+)?/g, n)),
    ['> 90%', '75,01% - 90%', '65,01% - 75%', '50,01% - 65%', '0% - 50%'].map((t) => (g.titik ? t.replaceAll(',', '.') : t)),
  ]
  const names = ['Sangat Tinggi', 'Tinggi', 'Sedang', 'Rendah', 'Sangat Rendah']
  return {
    judul: 'Skala Nilai Peringkat Kinerja',
    kepala: [baris('No', 'Interval Nilai Realisasi Kinerja', 'Kriteria Penilaian')],
    baris: g.a.pick(forms).map((t, i) => baris(`${i + 1}`, t, names[i]!)),
    catatan: ['Sumber: Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017'],
  }
}

/** Codes of accounts are no numbers, and their points no decimals. */
function rekening(g: Gaya): Lembar {
  const rows = kali(g.a.between(4, 9), (i) => bil(g.a.between(12_000, 900_000)).times(1000).plus(i))
  return {
    judul: `Anggaran menurut Kode Rekening Tahun ${g.tahun}`,
    kepala: [baris('Kode Rekening', 'Uraian', 'Anggaran (Rp)')],
    baris: [
      ...rows.map((v, i) => baris(`5.1.02.01.01.00${g.a.between(10, 99)}`, `Belanja Barang ${'ABCDEFGHI'[i]}`, cetak(g, v, 0))),
      baris('', g.jumlah, cetak(g, plus(rows), 0)),
    ],
  }
}

/** Names that are nearly alike and are different people and places; education and years of birth. */
function pejabat(g: Gaya): Lembar {
  const places = ['Kebon Baru', 'Kebon Kosong', 'Kebon Sirih', 'Gunung Sari Utara', 'Gunung Sari Selatan', 'Cempaka Putih Timur', 'Cempaka Putih Barat'] // biome-ignore format: names
  return {
    judul: 'Daftar Kantor Kelurahan',
    kepala: [baris('No', 'Kelurahan', 'Alamat', 'Jam Layanan', 'Luas (Ha)')],
    baris: places.map((p, i) => baris(`${i + 1}`, `Kelurahan ${p}`, `Jalan ${p} Nomor ${g.a.between(1, 99)} RT 00${i + 1}/0${i + 1}`, i % 2 ? '08.00 - 16.00' : '07.30 - 15.30', cetak(g, bil(g.a.between(5000, 30000)).div(100), 2))), // biome-ignore format: a row
  }
}

/** Four dimensions and their sum (PermenPANRB 38/2018; Peraturan BKN 8/2019). */
function profesionalitas(g: Gaya): Lembar {
  const max = { Kualifikasi: 25, Kompetensi: 40, Kinerja: 30, Disiplin: 5 }
  const values = Object.values(max).map((m) => bil(m).times(g.a.between(700, 985)).div(1000).toDecimalPlaces(2))
  return {
    judul: `Indeks Profesionalitas ASN Tahun ${g.tahun}`,
    kepala: [baris('No', 'Dimensi', 'Bobot', 'Nilai')],
    baris: [
      ...Object.entries(max).map(([nama, m], i) => baris(`${i + 1}`, nama, `${m}`, cetak(g, values[i]!, 2))),
      baris('', 'Indeks Profesionalitas ASN', '100', cetak(g, plus(values), 2)),
    ],
  }
}

/** Four variables with weights, and the value of implementation and benefit (PMK 22/2021). */
function kinerjaAnggaran(g: Gaya): Lembar {
  const parts = [['Penyerapan Anggaran', '9.7'], ['Konsistensi Penyerapan Anggaran', '18.2'], ['Capaian Keluaran', '43.5'], ['Efisiensi', '28.6']] as const // biome-ignore format: weights
  const rows = parts.map(([nama, w]) => {
    const nilai = g.a.desimal(71, 99, 2)
    return { nama, w: bil(Number(w)), nilai, kali: nilai.times(w).div(100) }
  })
  return {
    judul: 'Nilai Kinerja Anggaran atas Aspek Implementasi',
    kepala: [baris('No', 'Variabel', 'Nilai', 'Bobot', 'Nilai x Bobot')],
    baris: [
      ...rows.map((r, i) => baris(`${i + 1}`, r.nama, persen({ ...g, desimal: 2 }, r.nilai), persen({ ...g, desimal: 2 }, r.w), persen({ ...g, desimal: 2 }, r.kali))), // biome-ignore format: a row
      baris('', 'Nilai Kinerja Aspek Implementasi', '', '', persen({ ...g, desimal: 2 }, plus(rows.map((r) => r.kali)))),
    ],
  }
}

/** Reached or not, by what is printed beside it. */
function status(g: Gaya): Lembar {
  const rows = g.indikator.filter((k) => !k.turun)
  return {
    judul: `Status Ketercapaian Indikator Tahun ${g.tahun}`,
    kepala: [baris('No', 'Indikator', 'Target', 'Realisasi', 'Status')],
    baris: rows.map((k, i) => baris(`${i + 1}`, k.nama, d(g, k.target), d(g, k.realisasi[3]!), k.realisasi[3]!.gte(k.target) ? 'Tercapai' : 'Tidak Tercapai')), // biome-ignore format: a row
  }
}

export const KETENTUAN: readonly ((g: Gaya) => Lembar)[] = [skala, rekening, pejabat, profesionalitas, kinerjaAnggaran, status]

/** References, formulas with their legend, sentences that say the same of each quarter, laws and plans of other years. */
export function ketentuan(g: Gaya): string[] {
  const [target, quarter] = [g.a.desimal(80, 90, g.desimal), kali(4, () => g.a.desimal(81, 97, g.desimal))]
  return [
    `Rencana Strategis Tahun ${g.tahun - 2}-${g.tahun + 2} disusun berdasarkan Undang-Undang Nomor 25 Tahun 2004, Peraturan Presiden Nomor 29 Tahun 2014, dan Peraturan Menteri PANRB Nomor 53 Tahun 2014.`,
    `Kondisi awal tahun ${g.tahun - 3} menjadi dasar penetapan target tahun ${g.tahun}, dan hasil tahun ${g.tahun} menjadi dasar perencanaan tahun ${g.tahun + 1}.`,
    'Capaian setiap indikator dihitung dengan rumus berikut:',
    'C = (R / T) x 100%',
    'Keterangan:',
    'C: capaian indikator',
    'R: realisasi indikator',
    'T: target indikator',
    ...['I', 'II', 'III', 'IV'].map((q, i) => `Nilai Layanan Pengaduan pada triwulan ${q} sebesar ${d(g, quarter[i]!)} dari target ${d(g, target)}.`), // biome-ignore format: a sentence
    `Rata-rata Nilai Layanan Pengaduan keempat triwulan sebesar ${d(g, plus(quarter).div(4))}.`,
    'Kegiatan dilaksanakan bersama-sama, masing-masing oleh dua sampai tiga petugas, dari hari ke hari dan dari bulan ke bulan.',
    'Apel pagi dilaksanakan pukul 07.30 WIB, layanan dibuka pukul 08.00 sampai 16.00 WIB, dan aduan diterima melalui aplikasi versi 2.1.3.',
  ]
}
