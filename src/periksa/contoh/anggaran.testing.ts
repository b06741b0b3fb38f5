// Budgets and spending as offices print them: programs with activities, totals on top or below, rests, shares, efficiency, months.
import type { Decimal } from '../../platform/kernel/decimal.ts'
import { HUNDRED, ZERO } from '../../platform/kernel/decimal.ts'
import {
  bagi,
  bagian,
  baris,
  bil,
  cetak,
  type Gaya,
  kali,
  type Lembar,
  persen,
  plus,
  rupiah,
  satuanUang,
  uang,
} from './gaya.testing.ts'

type Uang = { readonly nama: string; readonly pagu: Decimal; readonly real: Decimal }
const KEGIATAN = ['Perencanaan', 'Administrasi Keuangan', 'Administrasi Umum', 'Penyediaan Jasa', 'Pemeliharaan', 'Pembinaan', 'Pendampingan', 'Fasilitasi', 'Pengawasan', 'Penyuluhan', 'Pendataan', 'Pelatihan'] // biome-ignore format: names

function pos(g: Gaya, nama: string): Uang {
  const pagu = rupiah(g, 90_000, 4_000_000)
  return { nama, pagu, real: bagian(g, pagu, g.a.between(640, 999)) }
}
const all = (nama: string, list: readonly Uang[]): Uang => {
  return { nama, pagu: plus(list.map((u) => u.pagu)), real: plus(list.map((u) => u.real)) }
}
const cells = (g: Gaya, u: Uang) => [u.nama, uang(g, u.pagu), uang(g, u.real), persen(g, bagi(u.real, u.pagu))]
const withRest = (g: Gaya, u: Uang) => [
  ...cells(g, u),
  uang(g, u.pagu.minus(u.real)),
  persen(g, bagi(u.pagu.minus(u.real), u.pagu)),
]
const kepala = (g: Gaya, ...more: string[]) => baris('No', 'Program/Kegiatan', `Pagu (${satuanUang(g)})`, `Realisasi (${satuanUang(g)})`, '%', ...more) // biome-ignore format: a header

/** Programs with their activities below; the total on top, or below. */
function program(g: Gaya): Lembar {
  const groups = kali(g.a.between(2, 3), (p) => kali(g.a.between(2, 4), (k) => pos(g, `Kegiatan ${KEGIATAN[p * 4 + k]}`)))
  const total = all(g.jumlah, groups.flat())
  const rows = groups.flatMap((list, p) => [
    baris(`${p + 1}`, ...cells(g, all(`Program ${['Penunjang Urusan', 'Pelayanan', 'Pemberdayaan'][p]}`, list))),
    ...list.map((u) => baris('', ...cells(g, u))),
  ])
  const sum = baris('', ...cells(g, total))
  const money = `${g.uang === 'Rp' ? `Rp${uang(g, total.pagu)}` : `Rp${uang(g, total.pagu)} ${g.uang}`}`
  return {
    judul: `Anggaran dan Realisasi menurut Program Tahun Anggaran ${g.tahun}`,
    kepala: [kepala(g)],
    baris: g.jumlahDiAtas ? [sum, ...rows] : [...rows, sum],
    sesudah: [
      `Pada tahun ${g.tahun} tersedia anggaran sebesar ${money} dengan serapan sebesar ${cetak(g, bagi(total.real, total.pagu), g.desimal)}%.`,
    ],
  }
}

/** A subtotal under each program, and the total of them. */
function subtotal(g: Gaya): Lembar {
  const groups = kali(2, (p) => kali(g.a.between(2, 5), (k) => pos(g, `Subkegiatan ${KEGIATAN[p * 5 + k]}`)))
  const rows = groups.flatMap((list, p) => [
    ...list.map((u, k) => baris(`${groups.slice(0, p).flat().length + k + 1}`, ...withRest(g, u))),
    baris('', ...withRest(g, all(`Sub Total ${p + 1}`, list))),
  ])
  return {
    judul: 'Realisasi Subkegiatan beserta Sisa Anggaran',
    kepala: [kepala(g, `Sisa (${satuanUang(g)})`, '% Sisa')],
    baris: [...rows, baris('', ...withRest(g, all('Total', groups.flat())))],
  }
}

/** This year beside the last, under merged names. */
function duaTahun(g: Gaya): Lembar {
  const rows = ['Belanja Pegawai', 'Belanja Barang dan Jasa', 'Belanja Modal'].map((nama) => [pos(g, nama), pos(g, nama)] as const)
  const line = (no: string, nama: string, list: readonly Uang[]) =>
    baris(no, nama, ...list.flatMap((u) => cells(g, u).slice(1)), uang(g, list[1]!.real.minus(list[0]!.real)))
  return {
    judul: `Realisasi Belanja Tahun ${g.tahun - 1} dan ${g.tahun}`,
    kepala: [
      baris('No', 'Uraian', `Tahun ${g.tahun - 1}`, '', '', `Tahun ${g.tahun}`, '', '', 'Naik/(Turun)'),
      baris('', '', 'Anggaran', 'Realisasi', '%', 'Anggaran', 'Realisasi', '%', 'Realisasi'),
    ],
    baris: [
      ...rows.map((r, i) => line(`${i + 1}`, r[0].nama, r)),
      line('', g.jumlah, [0, 1].map((c) => all('', rows.map((r) => r[c]!)))),
    ], // biome-ignore format: rows
    catatan: [`Keterangan: dalam ${satuanUang(g)}`],
  }
}

/** Performance against spending: what was reached in percent less what was spent in percent. */
function efisiensi(g: Gaya): Lembar {
  const rows = kali(g.a.between(3, 6), (i) => {
    const [reached, spent] = [g.a.desimal(97, 118, g.desimal), g.a.desimal(71, 96, g.desimal)]
    return baris(`${i + 1}`, `Meningkatnya ${KEGIATAN[i]}`, persen(g, reached), persen(g, spent), persen(g, reached.minus(spent)))
  })
  return {
    judul: 'Efisiensi Penggunaan Sumber Daya',
    kepala: [baris('No', 'Sasaran', 'Capaian Kinerja (%)', 'Penyerapan Anggaran (%)', 'Tingkat Efisiensi (%)')],
    baris: rows,
  }
}

/** Physical and financial progress by month, running on. */
function bulanan(g: Gaya): Lembar {
  const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'] // biome-ignore format: months
  const spent = months.map(() => rupiah(g, 30_000, 400_000))
  const budget = plus(spent).plus(rupiah(g, 40_000, 200_000))
  let upTo: Decimal = ZERO
  return {
    judul: `Realisasi Keuangan per Bulan Tahun ${g.tahun}`,
    pengantar: `Pagu anggaran tahun ${g.tahun} sebesar ${g.uang === 'Rp' ? `Rp${uang(g, budget)}` : `Rp${uang(g, budget)} ${g.uang}`} direalisasikan sebagai berikut.`,
    kepala: [baris('No', 'Bulan', `Realisasi (${satuanUang(g)})`, `Realisasi Kumulatif (${satuanUang(g)})`, 'Serapan (%)')],
    baris: months.map((nama, i) => {
      upTo = upTo.plus(spent[i]!)
      return baris(`${i + 1}`, nama, uang(g, spent[i]!), uang(g, upTo), persen(g, bagi(upTo, budget)))
    }),
  }
}

/** Sources and their shares; the first column says no number. */
function sumber(g: Gaya): Lembar {
  const rows = ['APBD', 'APBN', 'DAK Fisik', 'DAK Nonfisik'].map((nama) => pos(g, nama))
  const total = all(g.jumlah, rows)
  const line = (u: Uang) => baris(u.nama, uang(g, u.pagu), persen(g, bagi(u.pagu, total.pagu)))
  return {
    judul: 'Komposisi Anggaran menurut Sumber Dana',
    kepala: [baris('Sumber Dana', `Anggaran (${satuanUang(g)})`, 'Proporsi (%)')],
    baris: [...rows.map(line), baris(total.nama, uang(g, total.pagu), persen(g, HUNDRED))],
  }
}

/** Units times what one costs. */
function barang(g: Gaya): Lembar {
  const rows = kali(g.a.between(3, 7), (i) => {
    const [count, each] = [bil(g.a.between(2, 60)), rupiah({ ...g, uang: 'Rp' }, 200, 9_000)]
    return { nama: `Peralatan ${KEGIATAN[i]}`, count, each, cost: count.times(each) }
  })
  return {
    judul: `Pengadaan Barang Tahun ${g.tahun}`,
    kepala: [baris('No', 'Nama Barang', 'Jumlah Unit', 'Harga Satuan (Rp)', 'Jumlah Harga (Rp)')],
    baris: [
      ...rows.map((r, i) => baris(`${i + 1}`, r.nama, cetak(g, r.count, 0), cetak(g, r.each, 0), cetak(g, r.cost, 0))),
      baris('', g.jumlah, cetak(g, plus(rows.map((r) => r.count)), 0), '', cetak(g, plus(rows.map((r) => r.cost)), 0)),
    ],
  }
}

/** Before and after the change of the budget; what was taken away stands in brackets. */
function perubahan(g: Gaya): Lembar {
  const rows = kali(g.a.between(3, 6), (i) => {
    const before = pos(g, `Program ${KEGIATAN[i]}`)
    return { ...before, real: bagian(g, before.pagu, g.a.between(870, 1140)) }
  })
  const line = (no: string, u: Uang) => {
    const change = u.real.minus(u.pagu)
    const inBrackets = (text: string) => (change.isNegative() ? `(${text.replace('-', '')})` : text)
    const share = bagi(change, u.pagu)
    return baris(no, u.nama, uang(g, u.pagu), uang(g, u.real), inBrackets(uang(g, change)), inBrackets(cetak(g, share, 2)))
  }
  return {
    judul: `Perubahan Anggaran Tahun ${g.tahun}`,
    kepala: [baris('No', 'Program', `Sebelum Perubahan (${satuanUang(g)})`, `Setelah Perubahan (${satuanUang(g)})`, 'Bertambah/(Berkurang)', ''), baris('', '', '', '', satuanUang(g), '%')], // biome-ignore format: a header
    baris: [...rows.map((u, i) => line(`${i + 1}`, u)), line('', all(g.jumlah, rows))],
  }
}

/** Assets by kind at the beginning and the end of the year. */
function aset(g: Gaya): Lembar {
  const kinds = ['Tanah', 'Peralatan dan Mesin', 'Gedung dan Bangunan', 'Jalan, Irigasi dan Jaringan', 'Aset Tetap Lainnya', 'Konstruksi dalam Pengerjaan'] // biome-ignore format: kinds
  const rows = kinds.map((nama) => {
    const [saldo, tambah] = [rupiah(g, 90_000, 900_000), rupiah(g, 1_000, 40_000)]
    return { nama, saldo, tambah, kurang: bagian(g, tambah, g.a.between(100, 800)) }
  })
  const sum = (of: (r: (typeof rows)[number]) => Decimal) => plus(rows.map(of))
  const line = (kib: string, r: (typeof rows)[number]) => baris(kib, r.nama, uang(g, r.saldo), uang(g, r.tambah), uang(g, r.kurang), uang(g, r.saldo.plus(r.tambah).minus(r.kurang))) // biome-ignore format: a row
  const total = { nama: g.jumlah, saldo: sum((r) => r.saldo), tambah: sum((r) => r.tambah), kurang: sum((r) => r.kurang) }
  return {
    judul: `Mutasi Barang Milik Daerah Tahun ${g.tahun}`,
    kepala: [baris('KIB', 'Jenis Aset', 'Saldo Awal', 'Penambahan', 'Pengurangan', 'Saldo Akhir')],
    baris: [...rows.map((r, i) => line('ABCDEF'[i]!, r)), line('', total)],
    catatan: [`Keterangan: dalam ${satuanUang(g)}`],
  }
}

export const ANGGARAN: readonly ((g: Gaya) => Lembar)[] = [
  program,
  subtotal,
  duaTahun,
  efisiensi,
  bulanan,
  sumber,
  barang,
  perubahan,
  aset,
]
