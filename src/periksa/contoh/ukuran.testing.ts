// More tables of `naskah.testing.ts`, about performance: caps, bounds, predicates with scores, remarks at figures, quarters
// that add up, plans of several years, means of groups, surveys by element, action plans, schedules.
import { type Decimal, HUNDRED } from '../../platform/kernel/decimal.ts'
import { bagi, baris, bil, cetak, type Gaya, kali, type Lembar, persen, plus } from './gaya.testing.ts'

const LAYANAN = ['Administrasi Kependudukan', 'Perizinan Usaha', 'Kebersihan', 'Kesehatan', 'Ketenteraman', 'Pertanahan', 'Pemakaman', 'Perpustakaan', 'Olahraga'] // biome-ignore format: names
const d = (g: Gaya, v: Decimal) => cetak(g, v, g.desimal)

/** Capaian is said to be capped, and is. */
function dibatasi(g: Gaya): Lembar {
  const rows = kali(g.a.between(5, 9), (i) => {
    const target = g.a.desimal(55, 90, g.desimal)
    const real = target.times(g.a.between(930, 1390)).div(1000).toDecimalPlaces(g.desimal)
    const full = bagi(real, target)
    return baris(`${i + 1}`, `Cakupan Layanan ${LAYANAN[i]}`, 'Persen', d(g, target), d(g, real), persen(g, full.gt(120) ? bil(120) : full))
  }) // biome-ignore format: a row
  return {
    judul: `Capaian Cakupan Layanan Tahun ${g.tahun}`,
    kepala: [baris('No', 'Indikator', 'Satuan', 'Target', 'Realisasi', 'Capaian')],
    baris: rows,
    catatan: ['Catatan: capaian dibatasi paling tinggi 120%.'],
  }
}

/** Targets that are bounds, and figures with a remark. */
function batas(g: Gaya): Lembar {
  return {
    judul: `Standar Pelayanan Minimal Tahun ${g.tahun}`,
    kepala: [baris('No', 'Jenis Layanan', 'Target', 'Realisasi', 'Keterangan')],
    baris: kali(g.a.between(4, 8), (i) => {
      const real = g.a.desimal(91, 99, g.desimal)
      return baris(`${i + 1}`, `Pelayanan ${LAYANAN[i]}`, i % 2 ? '≥ 90%' : '100%', `${d(g, real)}%${i === 1 ? ' *)' : ''}`, i % 2 ? 'Tercapai' : 'Belum tercapai') // biome-ignore format: a row
    }),
    catatan: ['*) angka sementara'],
  }
}

/** Quarters that add up to the year. */
function triwulanan(g: Gaya): Lembar {
  const rows = kali(g.a.between(4, 9), (i) => {
    const target = kali(4, () => g.a.between(11, 90))
    const real = target.map((t) => t - g.a.between(0, 6))
    const [aim, got] = [target, real].map((list) => list.reduce((x, y) => x + y, 0)) as [number, number]
    return [`${i + 1}`, `Jumlah peserta ${LAYANAN[i]}`, 'Orang', ...kali(4, (q) => [`${target[q]}`, `${real[q]}`]).flat(), `${aim}`, `${got}`, persen(g, bagi(bil(got), bil(aim)))] // biome-ignore format: a row
  })
  return {
    judul: `Target dan Realisasi per Triwulan Tahun ${g.tahun}`,
    kepala: [
      baris('No', 'Indikator', 'Satuan', 'TW I', '', 'TW II', '', 'TW III', '', 'TW IV', '', `Tahun ${g.tahun}`, '', ''),
      baris('', '', '', ...kali(4, () => ['T', 'R']).flat(), 'Target', 'Realisasi', '%'),
    ],
    baris: rows.map((r) => baris(...r)),
  }
}

/** The condition at the beginning, and a target for each year of the plan. */
function renstra(g: Gaya): Lembar {
  const years = kali(5, (i) => g.tahun - 2 + i)
  return {
    judul: `Tujuan dan Sasaran Rencana Strategis Tahun ${years[0]} - ${years[4]}`,
    kepala: [baris('No', 'Tujuan/Sasaran', 'Indikator', 'Satuan', 'Kondisi Awal', 'Target', '', '', '', ''), baris('', '', '', '', '', ...years.map(String))], // biome-ignore format: a header
    baris: kali(g.a.between(2, 5), (i) => {
      const start = g.a.desimal(50, 70, g.desimal)
      const aims = kali(5, (y) =>
        start.plus(
          bil(y + 1)
            .times(g.a.between(11, 39))
            .div(10),
        ),
      )
      return baris(`${i + 1}`, `Terwujudnya ${LAYANAN[i]} yang berkualitas`, `Nilai Mutu ${LAYANAN[i]}`, 'Nilai', d(g, start), ...aims.map((v) => d(g, v))) // biome-ignore format: a row
    }),
  }
}

/** Goals with several indicators and the mean of each, and of all. */
function sasaran(g: Gaya): Lembar {
  const groups = kali(g.a.between(3, 5), () => kali(g.a.between(1, 4), () => g.a.desimal(84, 117, 2)))
  const means = groups.map((list) => plus(list).div(list.length))
  const rows = groups.flatMap(
    (list, i) =>
    list.map((v, k) => baris(k ? '' : `${i + 1}`, k ? '' : `Sasaran ${LAYANAN[i]}`, `Ukuran ${LAYANAN[i]} ke-${k + 1}`, cetak(g, v, 2), k ? '' : cetak(g, means[i]!, 2))), // biome-ignore format: a row
  )
  return {
    judul: 'Rata-rata Capaian per Sasaran',
    kepala: [baris('No', 'Sasaran', 'Indikator', 'Capaian (%)', 'Rata-rata Capaian (%)')],
    baris: [...rows, baris('', 'Rata-rata Capaian Seluruh Sasaran', '', '', cetak(g, plus(means).div(means.length), 2))],
  }
}

/** Nine elements of satisfaction with their conversion, and the weighted index (PermenPANRB 14/2017). */
function unsur(g: Gaya): Lembar {
  const names = ['Persyaratan', 'Sistem, Mekanisme dan Prosedur', 'Waktu Penyelesaian', 'Biaya/Tarif', 'Produk Layanan', 'Kompetensi Pelaksana', 'Perilaku Pelaksana', 'Penanganan Pengaduan', 'Sarana dan Prasarana'] // biome-ignore format: names
  const values = names.map(() => g.a.desimal(3, 3, 0).plus(bil(g.a.between(10, 98)).div(100)))
  const mean = plus(values).div(9)
  const grade = (v: Decimal) => (v.times(25).gt('88.3') ? 'A (Sangat Baik)' : v.times(25).gt('76.6') ? 'B (Baik)' : 'C (Kurang Baik)') // biome-ignore format: classes
  return {
    judul: 'Nilai Rata-rata per Unsur Survei Kepuasan Masyarakat',
    kepala: [baris('No', 'Unsur Pelayanan', 'Nilai Rata-rata', 'Nilai Konversi', 'Mutu')],
    baris: [
      ...values.map((v, i) => baris(`U${i + 1}`, names[i]!, cetak(g, v, 2), cetak(g, v.times(25), 2), grade(v))),
      baris('', 'Rata-rata', cetak(g, mean, 2), cetak(g, mean.times(25), 2), grade(mean)),
    ],
  }
}

/** An action plan with codes; what is reported each quarter reads alike four times. */
function aksi(g: Gaya): Lembar {
  const rows = kali(g.a.between(2, 4), (i) =>
    kali(4, (q) => [
      q ? '' : `${i + 1}`,
      q ? '' : `Meningkatnya layanan ${LAYANAN[i]}`,
      q ? '' : `RA${i + 1}. Menyelenggarakan pembinaan layanan ${LAYANAN[i]}`,
      q ? '' : `KK${i + 1}.1. Terselenggaranya pembinaan layanan ${LAYANAN[i]}`,
      `T/O${i + 1}.1.${q + 1}. Laporan pembinaan layanan ${LAYANAN[i]}`,
      '1 Laporan',
      `TW ${['I', 'II', 'III', 'IV'][q]}`,
    ]),
  ).flat()
  return {
    judul: `Rencana Aksi Tahun ${g.tahun + 1}`,
    kepala: [baris('No', 'Sasaran', 'Rencana Aksi', 'Kriteria Keberhasilan', 'Keluaran', 'Target', 'Waktu')],
    baris: rows.map((r) => baris(...r)),
  }
}

/** What was recommended, and how far it came. */
function tindakLanjut(g: Gaya): Lembar {
  const years = kali(4, (i) => g.tahun - 3 + i)
  const rows = years.map(() => {
    const all = g.a.between(6, 40)
    const done = all - g.a.between(0, 5)
    return { all, done, left: all - done }
  })
  const line = (name: string, r: (typeof rows)[number]) =>
    baris(name, `${r.all}`, `${r.done}`, r.left ? `${r.left}` : '-', persen(g, bagi(bil(r.done), bil(r.all))))
  const sum = (of: (r: (typeof rows)[number]) => number) => rows.reduce((x, r) => x + of(r), 0)
  const total = { all: sum((r) => r.all), done: sum((r) => r.done), left: sum((r) => r.left) }
  return {
    judul: 'Tindak Lanjut Rekomendasi Hasil Pemeriksaan',
    pengantar: `Sampai dengan akhir tahun ${g.tahun} terdapat ${total.all} rekomendasi, ${total.done} di antaranya selesai ditindaklanjuti, sebagaimana tabel berikut.`,
    kepala: [baris('Tahun', 'Rekomendasi', 'Selesai', 'Dalam Proses', 'Penyelesaian (%)')],
    baris: [...years.map((y, i) => line(`${y}`, rows[i]!)), line(g.jumlah, total)],
  }
}

/** Predicates with their scores, ranks by score. */
function peringkat(g: Gaya): Lembar {
  const list = kali(g.a.between(5, 9), (i) => ({ nama: `Kecamatan Contoh ${'ABCDEFGHI'[i]}`, v: g.a.desimal(71, 89, 0).plus(bil(10 * i + g.a.between(1, 9)).div(100)) })) // biome-ignore format: a row
  const sorted = list.toSorted((x, y) => y.v.cmp(x.v))
  const grade = (v: Decimal) => (v.gt(80) ? 'A' : 'BB')
  return {
    judul: `Nilai Evaluasi Kecamatan Tahun ${g.tahun}`,
    kepala: [baris('No', 'Kecamatan', 'Nilai', 'Predikat', 'Peringkat')],
    baris: list.map((r, i) => baris(`${i + 1}`, r.nama, cetak(g, r.v, 2), grade(r.v), `${sorted.indexOf(r) + 1}`)),
    sesudah: [
      `Nilai tertinggi diraih ${sorted[0]!.nama} sebesar ${cetak(g, sorted[0]!.v, 2)} dan nilai terendah ${sorted.at(-1)!.nama} sebesar ${cetak(g, sorted.at(-1)!.v, 2)}.`,
    ],
  }
}

/** Weights of 100 and a weighted mean. */
function terbobot(g: Gaya): Lembar {
  const weights = g.a.pick([['40', '35', '25'], ['20', '20', '30', '30'], ['12.5', '37.5', '50']] as const).map((w) => w) // biome-ignore format: weights
  const rows = weights.map((w) => ({ w: bil(Number(w)), v: g.a.desimal(70, 99, 2) }))
  const product = (r: (typeof rows)[number]) => r.v.times(r.w).div(HUNDRED)
  return {
    judul: 'Nilai Kinerja Terbobot',
    kepala: [baris('No', 'Aspek', 'Bobot (%)', 'Nilai', 'Nilai Terbobot')],
    baris: [
      ...rows.map((r, i) => baris(`${i + 1}`, `Aspek ${LAYANAN[i]}`, cetak(g, r.w, r.w.decimalPlaces()), cetak(g, r.v, 2), cetak(g, product(r), 2))), // biome-ignore format: a row
      baris('', g.jumlah, '100', '', cetak(g, plus(rows.map(product)), 2)),
    ],
  }
}

export const UKURAN: readonly ((g: Gaya) => Lembar)[] = [dibatasi, batas, triwulanan, renstra, sasaran, unsur, aksi, tindakLanjut, peringkat, terbobot] // biome-ignore format: a list
