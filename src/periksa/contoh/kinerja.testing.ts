// The tables of `naskah.testing.ts`: shapes that offices really print, each kept exactly and printed rounded.
import { HUNDRED } from '../../platform/kernel/decimal.ts'
import { bagi, baris, bil, capaianOf, cetak, type Gaya, kali, type Lembar, persen, plus } from './gaya.testing.ts'

const BAGIAN = ['Pelayanan Dasar', 'Data dan Informasi', 'Pembinaan Wilayah', 'Sarana Prasarana', 'Perizinan', 'Pengawasan', 'Kemitraan', 'Pemberdayaan', 'Perlindungan', 'Penataan Ruang', 'Kesehatan Lingkungan', 'Pelatihan Kerja'] // biome-ignore format: names
const angka = (g: Gaya, n: number) => cetak(g, bil(n), 0)

/** What the head of the office has agreed to. */
function perjanjian(g: Gaya): Lembar {
  return {
    judul: `Perjanjian Kinerja Tahun ${g.tahun}`,
    kepala: [baris('No', 'Sasaran', 'Indikator Kinerja', 'Satuan', 'Target')],
    baris: g.indikator.map((k, i) =>
      baris(`${i + 1}`, `Meningkatnya ${BAGIAN[i]}`, k.nama, k.satuan, cetak(g, k.target, g.desimal)),
    ),
  }
}

/** Higher is better, lower is better, opinions, and what has no target this year, in one table. */
function capaian(g: Gaya): Lembar {
  const d = (v: Parameters<typeof cetak>[1]) => cetak(g, v, g.desimal)
  const rows = [
    ...g.indikator.map((k) => [k.nama, k.satuan, d(k.target), d(k.realisasi[3]!), persen(g, capaianOf(k))]),
    ['Opini BPK atas Laporan Keuangan', 'Opini', 'WTP', 'WTP', persen(g, HUNDRED)],
    ['Predikat SAKIP Perangkat Daerah', 'Predikat', 'A', 'A', persen(g, HUNDRED)],
    ['Indeks Inovasi Daerah', 'Indeks', g.kosong, g.kosong, g.kosong],
  ]
  const [first] = g.indikator
  return {
    judul: `Capaian Indikator Kinerja Utama Tahun ${g.tahun}`,
    pengantar: `Capaian indikator kinerja utama sebanyak ${rows.length} indikator disajikan pada tabel berikut.`,
    kepala: [baris('No', 'Indikator Kinerja', 'Satuan', 'Target', 'Realisasi', 'Capaian (%)')],
    baris: rows.map((r, i) => baris(`${i + 1}`, ...r)),
    catatan: [`Sumber: Subbagian Perencanaan, ${g.tahun + 1}`, `*) ${g.kosong} berarti tidak ditargetkan pada tahun ini`],
    sesudah: [
      `Realisasi ${first!.nama} tahun ${g.tahun} sebesar ${d(first!.realisasi[3]!)} dari target ${d(first!.target)} atau dengan capaian ${cetak(g, capaianOf(first!), g.desimal)}%.`,
    ],
  }
}

/** Quarters that run on: the last one is the year. */
function triwulan(g: Gaya): Lembar {
  const rows = kali(g.a.between(3, 6), (i) => {
    const steps = kali(4, () => g.a.between(3, 24))
    const upTo = (n: number) => steps.slice(0, n + 1).reduce((x, y) => x + y, 0)
    const target = kali(4, upTo)
    return [`${i + 1}`, `Jumlah kegiatan ${BAGIAN[i]} yang selesai`, 'Kegiatan', ...target.map(String), `${target[3]}`]
  })
  return {
    judul: `Target Kumulatif per Triwulan Tahun ${g.tahun}`,
    kepala: [baris('No', 'Indikator', 'Satuan', 'Target Triwulan', '', '', '', 'Target Tahunan'), baris('', '', '', 'I', 'II', 'III', 'IV', '')], // biome-ignore format: a header
    baris: rows.map((r) => baris(...r)),
  }
}

/** Years side by side, with the change against the year before and progress to the end of the plan. */
function tren(g: Gaya): Lembar {
  const years = kali(4, (i) => g.tahun - 3 + i)
  const rows = g.indikator.filter((k) => !k.turun).map((k, i) => {
    const end = g.a.desimal(90, 99, g.desimal)
    const [before, now] = [k.realisasi[2]!, k.realisasi[3]!]
    const real = k.realisasi.map((r) => cetak(g, r, g.desimal))
    return baris(`${i + 1}`, k.nama, ...real, cetak(g, now.minus(before), g.desimal), cetak(g, end, g.desimal), persen(g, bagi(now, end)))
  }) // biome-ignore format: a row
  return {
    judul: `Perbandingan Realisasi Tahun ${years[0]} sampai dengan ${g.tahun} dan Target Akhir Renstra`,
    kepala: [
      baris('No', 'Indikator Kinerja', 'Realisasi', '', '', '', 'Kenaikan/ Penurunan', 'Target Akhir Renstra', 'Tingkat Kemajuan'),
      baris('', '', ...years.map(String), '', '', ''),
    ],
    baris: rows,
  }
}

/** Posts that are needed, filled, and lacking; a row of means below the sums. */
function formasi(g: Gaya): Lembar {
  const rows = kali(g.a.between(4, 11), (i) => {
    const need = g.a.between(12, 60)
    return { nama: BAGIAN[i]!, need, there: need - g.a.between(0, 9) }
  })
  const [need, there] = [rows.reduce((x, r) => x + r.need, 0), rows.reduce((x, r) => x + r.there, 0)]
  const line = (no: string, nama: string, n: number, t: number) =>
    baris(no, nama, angka(g, n), angka(g, t), t === n ? '0' : `-${n - t}`, persen(g, bagi(bil(t), bil(n))))
  return {
    judul: `Kebutuhan dan Ketersediaan Pegawai Tahun ${g.tahun}`,
    kepala: [baris('No', 'Bidang', 'Kebutuhan', 'Tersedia', 'Selisih', 'Keterisian (%)')],
    baris: [...rows.map((r, i) => line(`${i + 1}`, r.nama, r.need, r.there)), line('', g.jumlah, need, there)],
    sesudah: [`Dari ${angka(g, need)} jabatan yang dibutuhkan, ${angka(g, there)} terisi dan ${need - there} belum terisi.`],
  }
}

/** Counts by groups of columns, with a row of shares under the sums. */
function pegawai(g: Gaya): Lembar {
  const rows = kali(4, () => kali(4, () => g.a.between(2, 40)))
  const names = ['Golongan IV', 'Golongan III', 'Golongan II', 'Golongan I']
  const sum = (r: readonly number[]) => r.reduce((x, y) => x + y, 0)
  const down = kali(4, (c) => sum(rows.map((r) => r[c]!)))
  const all = sum(down)
  const share = (n: number) => persen(g, bagi(bil(n), bil(all)))
  return {
    judul: 'Pegawai menurut Golongan, Status dan Jenis Kelamin',
    kepala: [baris('Golongan', 'PNS', '', 'PPPK', '', 'Jumlah'), baris('', 'L', 'P', 'L', 'P', '')],
    baris: [
      ...rows.map((r, i) => baris(names[i]!, ...r.map(String), `${sum(r)}`)),
      baris(g.jumlah, ...down.map((n) => angka(g, n)), angka(g, all)),
      baris('Persentase', ...down.map(share), share(all)),
    ],
  }
}

/** Components of the evaluation of performance accountability with their weights (akip-rules: 30, 30, 15, 25). */
function evaluasi(g: Gaya): Lembar {
  const parts = [['Perencanaan Kinerja', 30], ['Pengukuran Kinerja', 30], ['Pelaporan Kinerja', 15], ['Evaluasi Akuntabilitas Kinerja Internal', 25]] as const // biome-ignore format: weights
  const years = [g.tahun - 1, g.tahun]
  const cells = parts.map(([, bobot]) => years.map(() => bil(bobot).times(g.a.between(801, 890)).div(1000).toDecimalPlaces(2)))
  return {
    judul: `Hasil Evaluasi AKIP Tahun ${years[0]} dan ${g.tahun}`,
    kepala: [baris('No', 'Komponen yang Dinilai', 'Bobot', 'Nilai', ''), baris('', '', '', ...years.map(String))],
    baris: [
      ...parts.map(([nama, bobot], i) => baris(`${i + 1}`, nama, `${bobot}`, ...cells[i]!.map((n) => cetak(g, n, 2)))),
      baris('', 'Nilai Hasil Evaluasi', '100', ...years.map((_, c) => cetak(g, plus(cells.map((r) => r[c]!)), 2))),
      baris('', 'Predikat', '', 'A', 'A'),
    ],
  }
}

/** Respondents by education: the rounded shares need not come to 100,00. */
function responden(g: Gaya): Lembar {
  const names = ['SD', 'SMP', 'SMA', 'D3', 'S1', 'S2 ke atas']
  const rows = names.map(() => g.a.between(11, 160))
  const all = rows.reduce((x, y) => x + y, 0)
  return {
    judul: 'Responden Survei Kepuasan Masyarakat menurut Pendidikan',
    pengantar: `Survei dilaksanakan terhadap ${angka(g, all)} responden sebagaimana tabel berikut.`,
    kepala: [baris('No', 'Pendidikan', 'Jumlah (orang)', 'Persentase')],
    baris: [
      ...rows.map((n, i) => baris(`${i + 1}`, names[i]!, angka(g, n), persen(g, bagi(bil(n), bil(all))))),
      baris('', g.jumlah, angka(g, all), persen(g, HUNDRED)),
    ],
  }
}

/** How far indicators came, counted, and told in a sentence. */
function rekap(g: Gaya): Lembar {
  const names = ['Sangat Tinggi', 'Tinggi', 'Sedang', 'Rendah']
  const rows = names.map(() => g.a.between(1, 9))
  const all = rows.reduce((x, y) => x + y, 0)
  return {
    judul: `Rekapitulasi Capaian Indikator Tahun ${g.tahun}`,
    kepala: [baris('Kategori', 'Jumlah Indikator', 'Persentase (%)')],
    baris: [
      ...rows.map((n, i) => baris(names[i]!, `${n}`, cetak(g, bagi(bil(n), bil(all)), g.desimal))),
      baris(g.jumlah, `${all}`, cetak(g, HUNDRED, g.desimal)),
    ],
    sesudah: [
      `Dari ${all} indikator kinerja, sebanyak ${rows[0]} indikator berkategori sangat tinggi, ${rows[1]} indikator berkategori tinggi, ${rows[2]} indikator berkategori sedang, dan ${rows[3]} indikator berkategori rendah.`,
      'Faktor pendukung keberhasilan terdiri dari 3 (tiga) hal, yaitu: komitmen pimpinan, ketersediaan data, dan kerja sama lintas bidang.',
    ],
  }
}

/** Two half-years and their mean, by units of which one reported nothing. */
function survei(g: Gaya): Lembar {
  const rows = kali(g.a.between(4, 10), (i) => {
    const half = kali(2, () => g.a.desimal(82, 97, 2))
    return { nama: `Kelurahan Contoh ${i + 1}`, half, rata: plus(half).div(2) }
  })
  const d = (v: Parameters<typeof cetak>[1]) => cetak(g, v, 2)
  const lane = (c: number) => plus(rows.map((r) => r.half[c]!)).div(rows.length)
  return {
    judul: `Nilai Survei Kepuasan Masyarakat per Kelurahan Tahun ${g.tahun}`,
    kepala: [baris('No', 'Kelurahan', 'Semester I', 'Semester II', 'Rata-rata')],
    baris: [
      ...rows.map((r, i) => baris(`${i + 1}`, r.nama, ...r.half.map(d), d(r.rata))),
      baris('', 'Rata-rata', d(lane(0)), d(lane(1)), d(plus([lane(0), lane(1)]).div(2))),
    ],
  }
}

/** Places side by side that nothing ties together. */
function banding(g: Gaya): Lembar {
  return {
    judul: `Perbandingan Realisasi dengan Provinsi dan Nasional Tahun ${g.tahun}`,
    kepala: [baris('No', 'Indikator', 'Satuan', 'Kota', 'Provinsi', 'Nasional')],
    baris: kali(g.a.between(3, 6), (i) =>
      baris(`${i + 1}`, `Persentase ${BAGIAN[i]}`, 'Persen', ...kali(3, () => cetak(g, g.a.desimal(50, 99, g.desimal), g.desimal))),
    ),
    catatan: [`Sumber: BPS, ${g.tahun + 1} (diolah)`],
  }
}

export const KINERJA: readonly ((g: Gaya) => Lembar)[] = [perjanjian, capaian, triwulan, tren, formasi, pegawai, evaluasi, responden, rekap, survei, banding] // biome-ignore format: a list
