// Reports made up by a seed, in the text form of the papers: every table keeps its relations exactly, printed rounded as offices
// print them. The figures that take part in a relation are listed, so that a test can spoil one and see whether it is noticed.
import { type Decimal, formatDecimal, HUNDRED, parseDecimal, ZERO } from '../platform/kernel/decimal.ts'

export type AngkaLaporan = { readonly baris: number; readonly kolom: number; readonly tercetak: string; readonly tabel: string }
export type ContohLaporan = { readonly teks: string; readonly angka: readonly AngkaLaporan[] }

/** Numbers that look random and are the same for the same seed. */
export function acak(seed: number) {
  let state = (seed * 2654435761) >>> 0
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
  const between = (from: number, to: number) => from + next(to - from + 1)
  return {
    between,
    pick: <T>(list: readonly T[]): T => list[next(list.length)]!,
    /** `from` to `to` with so many decimals. */
    desimal: (from: number, to: number, places: number): Decimal => parseDecimal(String(between(from * 10 ** places, to * 10 ** places))).div(10 ** places),
  } // biome-ignore format: a table of draws
}
type Acak = ReturnType<typeof acak>

type Isi = { readonly nilai: Decimal; readonly desimal: number; readonly persen?: boolean }
type Sel = string | Isi
type Lembar = { readonly judul: string; readonly kepala: readonly string[]; readonly baris: readonly (readonly Sel[])[] }

const bulat = (nilai: Decimal): Isi => ({ nilai, desimal: 0 })
const dua = (nilai: Decimal): Isi => ({ nilai, desimal: 2 })
const persen = (nilai: Decimal): Isi => ({ nilai, desimal: 2, persen: true })
const plus = (list: readonly Decimal[]) => list.reduce((a, b) => a.plus(b), ZERO)
const rata = (list: readonly Decimal[]) => plus(list).div(list.length)
const bagi = (a: Decimal, b: Decimal) => a.div(b).times(HUNDRED)
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const NAMA = ['Umum', 'Keuangan', 'Hukum', 'Kepegawaian', 'Perekonomian', 'Pemerintahan', 'Pembangunan', 'Kesejahteraan', 'Ketertiban', 'Sarana', 'Pertamanan', 'Perhubungan'] // biome-ignore format: names

const TABEL: readonly ((a: Acak) => Lembar)[] = [
  function belanja(a) {
    const rows = times(a.between(3, 8), (i) => {
      const pagu = parseDecimal(String(a.between(150_000_000, 2_000_000_000)))
      return { nama: `Belanja ${NAMA[i]}`, pagu, real: pagu.times(a.between(700, 999)).div(1000).floor() }
    })
    const all = { nama: 'Jumlah', pagu: plus(rows.map((r) => r.pagu)), real: plus(rows.map((r) => r.real)) }
    const row = ({ nama, pagu, real }: typeof all, no: string) => [no, nama, bulat(pagu), bulat(real), bulat(pagu.minus(real)), dua(bagi(real, pagu))]
    return {
      judul: 'Realisasi Belanja',
      kepala: ['No\tUraian\tAnggaran (Rp)\tRealisasi (Rp)\tSisa (Rp)\tRealisasi (%)'],
      baris: [...rows.map((r, i) => row(r, `${i + 1}`)), row(all, '')],
    }
  },
  function program(a) {
    const groups = times(a.between(2, 4), (i) => times(a.between(2, 4), (k) => ({ nama: `Kegiatan ${NAMA[i * 4 - i + k]}`, uang: a.desimal(90_000_000, 900_000_000, 0) })))
    const rows = groups.flatMap((g, i): Sel[][] => [
      [`${i + 1}`, `Program ${NAMA[i]}`, bulat(plus(g.map((k) => k.uang)))],
      ...g.map((k) => ['', k.nama, bulat(k.uang)]),
    ])
    return {
      judul: 'Anggaran menurut Program dan Kegiatan',
      kepala: ['No\tProgram/Kegiatan\tAnggaran (Rp)'],
      baris: [...rows, ['', 'Total', bulat(plus(groups.flat().map((k) => k.uang)))]],
    }
  },
  function pegawai(a) {
    const rows = times(a.between(4, 9), () => [a.between(3, 900), a.between(3, 900)].map((n) => parseDecimal(String(n))))
    const [pria, wanita] = [plus(rows.map((r) => r[0]!)), plus(rows.map((r) => r[1]!))]
    const total = pria.plus(wanita)
    return {
      judul: 'Jumlah Pegawai menurut Jenis Kelamin',
      kepala: ['No\tUnit Kerja\tLaki-laki\tPerempuan\tJumlah\tPersen'],
      baris: [
        ...rows.map(([p, w], i) => [`${i + 1}`, `Bagian ${NAMA[i]}`, bulat(p!), bulat(w!), bulat(p!.plus(w!)), dua(bagi(p!.plus(w!), total))]),
        ['Total', '', bulat(pria), bulat(wanita), bulat(total), dua(HUNDRED)],
      ],
    }
  },
  function capaian(a) {
    const rows = times(a.between(5, 12), (i) => {
      const target = a.desimal(60, 98, 2)
      const real = target.times(a.between(870, 1160)).div(1000).toDecimalPlaces(2)
      const less = i % 5 === 4 && real.gt(target)
      const value = less ? target.times(2).minus(real).div(target).times(HUNDRED) : bagi(real, target)
      return [`${i + 1}`, `Indeks Layanan ${NAMA[i]}`, 'Nilai', dua(target), dua(real), persen(value)]
    })
    return { judul: 'Capaian Indikator Kinerja', kepala: ['No\tIndikator Kinerja\tSatuan\tTarget\tRealisasi\tCapaian'], baris: rows }
  },
  function semester(a) {
    const rows = times(a.between(5, 10), () => [a.desimal(82, 99, 2), a.desimal(82, 99, 2)])
    const lanes = [0, 1].map((c) => rata(rows.map((r) => r[c]!)))
    return {
      judul: 'Hasil Survei Kepuasan',
      kepala: ['No\tBagian\tSemester I\tSemester II\tRata-rata'],
      baris: [
        ...rows.map((r, i) => [`${i + 1}`, `Bagian ${NAMA[i]}`, ...r.map(dua), dua(rata(r))]),
        ['', 'Rata-rata', ...lanes.map(dua), dua(rata(lanes))],
      ],
    }
  },
  function bobot(a) {
    const weights = [a.pick([['30', '25', '25', '20'], ['9.7', '18.2', '43.5', '28.6'], ['40', '30', '20', '10']])].flat().map(parseDecimal) // biome-ignore format: weights
    const rows = weights.map((w, i) => ({ nama: `Komponen ${NAMA[i]}`, w, nilai: a.desimal(55, 99, 2) }))
    const value = (r: (typeof rows)[number]) => r.nilai.times(r.w).div(HUNDRED).toDecimalPlaces(2)
    return {
      judul: 'Nilai Tertimbang',
      kepala: ['No\tKomponen\tNilai\tBobot\tNilai x Bobot'],
      baris: [
        ...rows.map((r, i) => [`${i + 1}`, r.nama, dua(r.nilai), { nilai: r.w, desimal: r.w.decimalPlaces() }, dua(value(r))]),
        ['', 'Jumlah', '', bulat(HUNDRED), dua(plus(rows.map(value)))],
      ],
    }
  },
  function bulanan(a) {
    const names = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus']
    const steps = names.map(() => [a.desimal(11_000_000, 99_000_000, 0), a.desimal(11_000_000, 99_000_000, 0)])
    const upTo = (i: number, c: number) => plus(steps.slice(0, i + 1).map((s) => s[c]!))
    return {
      judul: 'Penarikan dan Realisasi per Bulan',
      kepala: ['No\tBulan\tRencana\tRencana Kumulatif\tRealisasi\tRealisasi Kumulatif\tSerapan (%)'],
      baris: names.map((nama, i) => [
        `${i + 1}`,
        nama,
        bulat(steps[i]![0]!),
        bulat(upTo(i, 0)),
        bulat(steps[i]![1]!),
        bulat(upTo(i, 1)),
        dua(bagi(upTo(i, 1), upTo(i, 0))),
      ]),
    }
  },
  function tahunan(a) {
    const cell = (): Sel[] => {
      const target = a.desimal(61, 98, 2)
      const real = target.times(a.between(880, 1150)).div(1000).toDecimalPlaces(2)
      return [dua(target), dua(real), dua(bagi(real, target))]
    }
    return {
      judul: 'Perbandingan Capaian Tahun 2022 sampai dengan 2024',
      kepala: [
        'No\tIndikator Kinerja\tTahun 2022\t\t\tTahun 2023\t\t\tTahun 2024\t\t',
        '\t\tTarget\tRealisasi\t%\tTarget\tRealisasi\t%\tTarget\tRealisasi\t%',
      ],
      baris: times(a.between(2, 6), (i) => [`${i + 1}`, `Nilai ${NAMA[i]}`, ...cell(), ...cell(), ...cell()]),
    }
  },
  function jabatan(a) {
    const levels = ['IV/b', 'IV/a', 'III/d', 'III/c', 'III/b']
    const groups = ['Struktural', 'Fungsional', 'Pelaksana'].map((g) => ({ g, rows: times(a.between(2, 4), (i) => ({ nama: `${g} ${NAMA[i]}`, n: levels.map(() => a.desimal(1, 60, 0)) })) }))
    const line = (nama: string, n: readonly Decimal[]): Sel[] => [nama, ...n.map(bulat), bulat(plus(n))]
    const down = (rows: readonly { readonly n: readonly Decimal[] }[]) => levels.map((_, c) => plus(rows.map((r) => r.n[c]!)))
    return {
      judul: 'Pegawai menurut Jabatan dan Golongan',
      kepala: [`Jabatan\t${levels.join('\t')}\tJumlah`],
      baris: [
        ...groups.flatMap(({ g, rows }) => [...rows.map((r) => line(r.nama, r.n)), line(`Jumlah Jabatan ${g}`, down(rows))]),
        line('Jumlah Seluruh Pegawai', down(groups.flatMap((g) => g.rows))),
      ],
    }
  },
  function pertumbuhan(a) {
    const rows = times(a.between(4, 8), (i) => ({ nama: `Pendapatan ${NAMA[i]}`, dulu: a.desimal(20_000, 90_000, 0), kini: a.desimal(20_000, 90_000, 0) }))
    const all = { nama: 'Jumlah', dulu: plus(rows.map((r) => r.dulu)), kini: plus(rows.map((r) => r.kini)) }
    return {
      judul: 'Perubahan Jumlah Layanan',
      kepala: ['No\tUraian\tTahun 2023\tTahun 2024\tSelisih\tPertumbuhan (%)'],
      baris: [...rows, all].map((r, i) => [r === all ? '' : `${i + 1}`, r.nama, bulat(r.dulu), bulat(r.kini), bulat(r.kini.minus(r.dulu)), dua(bagi(r.kini.minus(r.dulu), r.dulu))]),
    }
  },
  function sasaran(a) {
    const groups = times(a.between(3, 5), () => times(a.between(1, 3), () => a.desimal(81, 118, 2)))
    return {
      judul: 'Capaian Sasaran',
      kepala: ['No\tSasaran\tIndikator\tCapaian (%)\tRata-rata Capaian Sasaran (%)'],
      baris: groups.flatMap((g, i) =>
        g.map((c, k) => [k ? '' : `${i + 1}`, k ? '' : `Sasaran ${NAMA[i]}`, `Indikator ${i + 1}.${k + 1}`, dua(c), k ? '' : dua(rata(g))]),
      ),
    }
  },
  function efisiensi(a) {
    const rows = times(a.between(4, 9), (i) => {
      const pagu = a.desimal(20_000_000, 950_000_000, 0)
      const real = pagu.times(a.between(610, 995)).div(1000).floor()
      const sisa = pagu.minus(real)
      return [`${i + 1}`, `Subkegiatan ${NAMA[i]}`, bulat(pagu), bulat(real), dua(bagi(real, pagu)), bulat(sisa), dua(bagi(sisa, pagu))]
    })
    return { judul: 'Efisiensi Subkegiatan', kepala: ['No\tSub Kegiatan\tPagu (Rp)\tRealisasi (Rp)\t%\tEfisiensi (Rp)\tEfisiensi (%)'], baris: rows }
  },
] // biome-ignore format: a row of a table stands in one line

const AWAL = 'Rincian'

/** A report that keeps every relation; the same for the same seed. */
export function contohLaporan(seed: number): ContohLaporan {
  const a = acak(seed)
  const lines: string[] = ['LAPORAN KINERJA INSTANSI PEMERINTAH', '', 'BAB III: AKUNTABILITAS KINERJA', '']
  const angka: AngkaLaporan[] = []
  for (const [i, make] of TABEL.entries()) {
    const lembar = make(a)
    lines.push(`${AWAL} ${lembar.judul.toLowerCase()} dapat dilihat pada tabel berikut:`, '', ...lembar.kepala)
    for (const row of lembar.baris) {
      const cells = row.map((sel) => (typeof sel === 'string' ? sel : print(sel)))
      lines.push(cells.join('\t'))
      for (const [kolom, sel] of row.entries())
        if (typeof sel !== 'string') angka.push({ baris: lines.length, kolom, tercetak: cells[kolom]!, tabel: lembar.judul })
    }
    lines.push('', `Tabel ${i + 1} ${lembar.judul}`, '')
  }
  return { teks: lines.join('\n'), angka }
}
const print = ({ nilai, desimal, persen: percent }: Isi) => `${formatDecimal(nilai, desimal)}${percent ? '%' : ''}`

/** The same report with one digit of one figure changed. */
export function cacatkan(
  { teks }: ContohLaporan,
  { baris, kolom, tercetak }: AngkaLaporan,
  a: Acak,
): { teks: string; menjadi: string } {
  const places = [...tercetak].flatMap((c, i) => (/\d/.test(c) ? [i] : []))
  const at = a.pick(places)
  const other = (Number(tercetak[at]) + a.between(1, 9)) % 10
  const digit = at === 0 && other === 0 ? (Number(tercetak[at]) % 9) + 1 : other
  const menjadi = tercetak.slice(0, at) + digit + tercetak.slice(at + 1)
  const lines = teks.split('\n')
  const cells = lines[baris - 1]!.split('\t')
  cells[kolom] = menjadi
  lines[baris - 1] = cells.join('\t')
  return { teks: lines.join('\n'), menjadi }
}

/** The part of a report that holds one line: its table with the sentence before and the caption after it; `mulai` lines stood before. */
export function bagianDengan(teks: string, baris: number): { readonly teks: string; readonly mulai: number } {
  const lines = teks.split('\n')
  const mulai = lines.findLastIndex((l, i) => i < baris && l.startsWith(AWAL))
  const next = lines.findIndex((l, i) => i > mulai && l.startsWith(AWAL))
  return { teks: lines.slice(mulai, next < 0 ? undefined : next).join('\n'), mulai }
}
